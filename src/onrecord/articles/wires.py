"""The agency whose story it is: named by the dateline, a byline, a declaration, or a sign at the story's end."""

import re

from ..languages.editors_lines.contributors import SOURCES
from ..record import BODY_ROLES, Part, Role
from .agencies import agencies_in, agency_of
from .datelines.openings import Opening
from .drafts import Draft
from .headlines import folded
from .writers import Writers

_BY = re.compile(
    rf"(?i)^\W*(?:(?:by|von|par|por|di|door|av|af|from|da|redazione)\b|(?:{SOURCES})(?=\W))\s*[:：]?\s*"
)
_SOURCE = re.compile(rf"(?i)\W*(?:{SOURCES})\s*[:：]")
_RIGHTS_WORDS = re.compile(r"(?i)©|copyright|\(c\)|\d{4}|the\b|all rights reserved.*")
_SIGN = re.compile(r"[(/–-]\s*([A-Za-z][\w./ -]{1,24})\s*\)?\s*\.?$")


def find_agency(draft: Draft, opening: Opening | None, writers: Writers) -> str | None:
    """The short name of the agency; None where the page names none, or only its own site."""
    if opening and (name := _foreign(draft, opening.head.agency)):
        source = draft.parts[opening.at].block.source
        draft.note("agency", name, "dateline", source, True, "the dateline names it")
        return name
    for byline in writers.bylines:
        if name := _foreign(draft, byline.outlet):
            draft.note("agency", name, "byline", None, True, "the byline names it as the writer's")
            return name
    for part in writers.lines:
        said = _BY.sub("", part.block.text)
        # `By: PTI | Osthaven`
        if name := _foreign(draft, said) or _foreign(draft, said.partition("|")[0].strip()):
            draft.note("agency", name, "printed", part.block.source, True, "the byline is the agency's")
            return name
    if (found := _between_headline_and_story(draft)) or (found := _declared(draft, writers.declared)):
        return found
    return _under_the_story(draft)


def _foreign(draft: Draft, name: str | None) -> str | None:
    """The first agency that a name lists, unless it is the site's own."""
    found = agencies_in(name) if name else ()
    if found and folded(found[0]) not in draft.sites and not (name and folded(name) in draft.sites):
        return found[0]
    return None


def _between_headline_and_story(draft: Draft) -> str | None:
    """An agency in a short line of its own there: `AFP, OSTHAVEN`."""
    if draft.headline_at < 0:
        return None
    for part in draft.parts[draft.headline_at + 1 : draft.first + 1]:
        words = part.block.text.split(",")
        if part.role not in (Role.FURNITURE, Role.PARAGRAPH) or len(part.block.text) >= 50 or len(words) > 2:
            continue
        if agency_of(words[0].strip()) and (name := _foreign(draft, words[0].strip())):
            why = "it signs between headline and story"
            draft.note("agency", name, "printed", part.block.source, True, why)
            return name
    return None


def _declared(draft: Draft, authors: tuple[str, ...]) -> str | None:
    for value in authors:
        if name := _foreign(draft, value):
            draft.note("agency", name, "declared author", None, True, "it is declared as author")
            return name
    for declaration in draft.declared.all("agency"):
        if name := _foreign(draft, declaration.value):
            why = "it is declared as the source"
            draft.note("agency", name, declaration.where, declaration.source, True, why)
            return name
    return None


def _under_the_story(draft: Draft) -> str | None:
    """An agency's sign: `(dpa)`, `© Reuters`, `© dpa-infocom, dpa:...`."""
    for n in range(max(draft.first, draft.last - 1), min(len(draft.parts), draft.last + 6)):
        part = draft.parts[n]
        if name := _foreign(draft, _signed(part, n == draft.last)):
            why = "its sign stands under the story"
            draft.note("agency", name, "printed", part.block.source, True, why)
            return name
    return None


def _signed(part: Part, last: bool) -> str | None:
    """What a line under the story, or the end of the story's last paragraph, may name as its agency."""
    text = part.block.text
    source = _SOURCE.match(text) if len(text) < 80 else None
    if part.block.links or not (source or part.role in (Role.COPYRIGHT, Role.FURNITURE, *BODY_ROLES)):
        return None
    if source or part.role is Role.COPYRIGHT or len(text) < 40:
        bare = _RIGHTS_WORDS.sub(" ", text[source.end() if source else 0 :].split(",")[0])
        return " ".join(bare.split()).strip(" .()")
    match = _SIGN.search(text[-30:]) if last else None
    return match[1] if match and "(" in match[0] else None
