"""Who wrote a story: the bylines that stand by it, who signs where none does, and whom the page declares."""

from collections.abc import Sequence
from dataclasses import dataclass

from ..languages.addresses import AUTHOR_PAGE
from ..record import Byline, Declaration, Part, Role
from .agencies import agency_of
from .bylines import (
    closes_with_a_writer,
    is_signature,
    is_strange,
    labels_a_writer,
    names_a_writer,
    opens_with_a_name,
    read_declared,
    read_printed,
    read_signature,
    read_signed,
)
from .drafts import Draft, head_end
from .headlines import folded

_MAY_NAME_AGENCY = frozenset({Role.BYLINE, Role.FURNITURE, Role.PARAGRAPH})
_MAY_BE_SIGNED = frozenset({Role.FURNITURE, Role.CAPTION, Role.TIMESTAMP, Role.BYLINE, Role.PARAGRAPH})
_SIGNED_ABOVE, _SIGNED_BELOW = 0.04, 0.1
"""How likely the model must find a line a byline where it is a name alone: of 101 such lines beside the stories of 500 flat
pages, 38 of the 44 that it finds likelier than that were who wrote, and 2 of the others."""


@dataclass(frozen=True, slots=True)
class Writers:
    """Who wrote, and what was in the running: the printed lines, those of their texts that name somebody, and the
    declared values."""

    bylines: tuple[Byline, ...]
    lines: tuple[Part, ...]
    printed: tuple[str, ...]
    declared: tuple[str, ...]


def find_writers(draft: Draft) -> Writers:
    """The writers that a page declares, with what its printed bylines add to them; else those printed alone."""
    lines = [(draft.parts[n], _read_line(draft, n)) for n in _places(draft)]
    together = [people for _, people in lines if people]
    printed: list[Byline] = []
    for people in together:
        _add(printed, people)
    told = draft.declared.all("author")
    bylines = _declared_people(draft, told, alone=not printed)
    reason = "declared as author" if bylines else "printed in the byline"
    if bylines:
        bylines = _with_printed(draft, bylines, printed, together)
    else:
        bylines = printed
    for declaration in told:
        people = read_declared([declaration.value], draft.outlets)
        believed = _any_same(people, bylines) or any(declaration.value == b.name for b in bylines)
        why = reason if believed else ("another declaration is believed" if people else "names no person")
        draft.note("bylines", declaration.value, declaration.where, declaration.source, believed, why)
    for part, people in lines:
        believed = _any_same(people, bylines)
        why = "printed in the byline" if believed else "names no person that is believed"
        draft.note("bylines", part.block.text, "printed", part.block.source, believed, why)
    return Writers(
        bylines=tuple(bylines),
        lines=tuple(part for part, _ in lines),
        printed=tuple(part.block.text for part, people in lines if people),
        declared=tuple(dict.fromkeys(d.value for d in told)),
    )


def _declared_people(draft: Draft, told: Sequence[Declaration], alone: bool) -> list[Byline]:
    """The people of the first kind of declaration that names any; `alone` says that no byline in print does."""
    groups: dict[str, list[str]] = {}
    for declaration in told:
        groups.setdefault(declaration.where.split(" ")[0], []).append(declaration.value)
    for values in groups.values():
        if people := read_declared(values, draft.outlets):
            return people
    signed = {d.value for d in told if d.where.endswith((" Person", "data1"))}
    if alone and len(signed) == 1:
        news = any("news" in d.value.lower() for d in draft.declared.all("kind"))
        return read_signature(signed.pop(), draft.outlets, not news)
    return []


def _with_printed(
    draft: Draft, declared: list[Byline], printed: list[Byline], lines: list[list[Byline]]
) -> list[Byline]:
    """The declared people with the role and outlet that print gives them; a printed line that names one of them may
    name more."""
    jobs = dict(d.value.split("\t", 1) for d in draft.declared.all("job") if "\t" in d.value)
    bylines = [_filled(byline, printed, jobs) for byline in declared]
    if len(lines) <= 4 and any(_any_same(line, declared) for line in lines):
        lines = [[byline for line in lines for byline in line]]
    for line in lines:
        if _any_same(line, declared):
            _add(bylines, line)
    return bylines


def _filled(byline: Byline, printed: list[Byline], jobs: dict[str, str]) -> Byline:
    twin = next((b for b in printed if _same_person(b.name, byline.name)), None)
    role = byline.role or (twin.role if twin else None) or jobs.get(byline.name)
    return Byline(byline.name, role, byline.outlet or (twin.outlet if twin else None))


def _add(found: list[Byline], more: Sequence[Byline]) -> None:
    """Put those not named yet behind the others, and fill in what is new of the others."""
    for new in more:
        for n, old in enumerate(found):
            if _same_person(old.name, new.name):
                found[n] = Byline(old.name, old.role or new.role, old.outlet or new.outlet)
                break
        else:
            found.append(new)


def _any_same(some: Sequence[Byline], others: Sequence[Byline]) -> bool:
    return any(_same_person(one.name, other.name) for one in some for other in others)


def _same_person(one: str, other: str) -> bool:
    left, right = folded(one), folded(other)
    return left == right or (len(left) > 7 and len(right) > 7 and (left in right or right in left))


# --- where the lines stand


def _places(draft: Draft) -> list[int]:
    """The bylines that stand by the headline; failing those, the ones just under the story."""
    lines = [
        n
        for n in draft.places(Role.BYLINE, Role.TIMESTAMP)
        if draft.parts[n].role is Role.BYLINE or _names_a_writer(draft, draft.parts[n])
    ]
    top = draft.headline_at if 0 <= draft.headline_at <= draft.first + 2 else draft.first
    above = [n for n in lines if min(top, draft.first) - 8 <= n <= head_end(draft, top)]
    if not any(_read_line(draft, n) for n in above):
        below = [n for n in lines if draft.last < n <= draft.last + 12]
        above = above or below
        if any(_read_line(draft, n) for n in below):
            return below
        if (signed := _signed_at(draft, top)) is not None:
            return [*above, signed]
        if draft.flat:
            return [*above, *_signed_lines(draft, top)]
    return above


def _names_a_writer(draft: Draft, part: Part) -> bool:
    """Whether a date line names who wrote: by its words, by what the page calls it, by where its links lead."""
    block = part.block
    words = block.inner
    if block.container >= 0:
        words += " " + draft.layout.containers[block.container].words
    return names_a_writer(block.text, words) or any(AUTHOR_PAGE.search(link.href) for link in block.links)


def _signed_at(draft: Draft, top: int) -> int | None:
    """Where somebody signs that no byline names: before the date by the headline, beside a portrait under it, in a
    line of their own at the story's head or end, in an entry for the writer below it."""
    parts, first, last = draft.parts, draft.first, draft.last
    for n in range(max(0, min(top, first) - 4), min(len(parts), first + 2)):
        if parts[n].role is Role.TIMESTAMP and opens_with_a_name(parts[n].block.text):
            return n
    for n in range(draft.headline_at + 1, min(first + 2, draft.headline_at + 11, len(parts))):
        # a full name alone with a picture by the headline: 7 of 9 were the writer's own
        if draft.headline_at >= 0 and parts[n].role is Role.CAPTION and is_signature(parts[n].block.text):
            return n
    if 0 <= last < len(parts) and closes_with_a_writer(parts[last].block.text):
        return last
    for n in (last, last + 1, first):
        if 0 <= n < len(parts) and _is_signature(draft, n):
            return n
    for n in range(last + 1, min(len(parts), last + 60)):
        if parts[n].role is Role.FURNITURE and labels_a_writer(parts[n].block.text):
            return n
    return None


def _signed_lines(draft: Draft, top: int) -> list[int]:
    """In flat text: the lines between headline and story, or right under the story, that are names alone."""
    page = " ".join([part.block.text for part in draft.parts])
    above, below = range(top + 1, head_end(draft, top)), range(draft.last + 1, draft.last + 4)
    for lines, bar in ((above, _SIGNED_ABOVE), (below, _SIGNED_BELOW)):
        found: list[int] = []
        for n in lines:
            if not 0 <= n < len(draft.parts) or draft.parts[n].role not in _MAY_BE_SIGNED:
                continue
            if found and n - found[0] > 3:
                break
            if _likely(draft.parts[n], Role.BYLINE) >= (0.02 if found else bar):
                people = read_signed(draft.parts[n].block.text, draft.outlets)
                if people and all(is_strange(person.name, draft.text, page) for person in people):
                    found.append(n)
        if found:
            return found
    return []


def _likely(part: Part, role: Role) -> float:
    """How likely a part has a role, by the model: as it was taken for it, or as a rival."""
    if part.role is role:
        return part.confidence
    return next((share for rival, share in part.rivals if rival is role), 0.0)


def _is_signature(draft: Draft, n: int) -> bool:
    """Whether a paragraph at the story's edge, set as the story's own are, is a name alone."""
    part = draft.parts[n]
    if len(draft.story) < 2:
        return False
    beside = draft.story[1] if n == draft.first else draft.story[-2] if n == draft.last else draft.last
    return (
        part.block.tag == "p"
        and part.role in (Role.FURNITURE, Role.PARAGRAPH)
        and not part.block.links
        and _box(draft, n) == _box(draft, beside)
        and is_signature(part.block.text)
    )


def _box(draft: Draft, n: int) -> int:
    """The container that holds a paragraph; -1 where none does."""
    at = draft.parts[n].block.container
    return draft.layout.containers[at].parent if at >= 0 else -1


# --- what a line says


def _read_line(draft: Draft, n: int) -> list[Byline]:
    """The people of a printed byline; those whose names lead to a page about them, if any do."""
    block = draft.parts[n].block
    linked: list[Byline] = []
    for link in block.links:
        if AUTHOR_PAGE.search(link.href):
            linked += read_printed(link.span.of(block.text), draft.outlets)
    found = read_signed(block.text, draft.outlets) if draft.flat else []
    found = found or read_printed(block.text, draft.outlets)
    if linked:
        roles = {folded(byline.name): byline for byline in found}
        found = [roles.get(folded(byline.name), byline) for byline in linked]
    outlet = _agency_under(draft, n) if found and not any(byline.outlet for byline in found) else None
    return [Byline(byline.name, byline.role, outlet) for byline in found] if outlet else found


def _agency_under(draft: Draft, n: int) -> str | None:
    """The agency whose name stands alone in the line after a byline: whom those named there write for."""
    if n + 1 >= len(draft.parts) or draft.parts[n + 1].role not in _MAY_NAME_AGENCY:
        return None
    text = draft.parts[n + 1].block.text
    return text if len(text) < 40 and agency_of(text) else None
