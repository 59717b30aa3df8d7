"""Parts and declarations made into an article: every field with the values that were in the running and why."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from ..languages.addresses import AUTHOR_PAGE
from ..models.trees import NO_CHOOSERS, Choosers
from ..record import (
    BODY_ROLES,
    Article,
    Byline,
    Claims,
    Dateline,
    Declaration,
    Declared,
    Evidence,
    Layout,
    Page,
    Part,
    Role,
    Span,
)
from ..text.dates import find_dates
from ..text.languages import language_of
from .addresses import find_address
from .agencies import agencies_in, agency_of
from .bylines import (
    Outlets,
    closes_with_a_writer,
    is_signature,
    labels_a_writer,
    names_a_writer,
    opens_with_a_name,
    read_declared,
    read_printed,
    read_signature,
)
from .cards import find_cards
from .contributors import read_contributor
from .datelines import Head, find_dateline
from .doubles import find_doubles
from .headlines import Title, choose_headline, folded, site_keys, without_site
from .kinds import count_words, find_kind
from .looks import likelihood, see
from .notes import read_note
from .pictures import Known, find_pictures
from .times import Moment, Told, choose_published, completed, day_of, declared_times, printed_times, reconcile
from .wordings import Facts, Wording, describe, find_wordings, is_contested

_YEAR = re.compile(r"(?:19|20)\d\d|\d[./]\d\d(?!\d)")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/_-]|$)")
_GALLERY = 4
"""Captions from which on a page without a story's text may be a gallery."""
_ORNAMENT = re.compile(r"^(?:[|>»›•*]+\s+)+")
_MONTH_FIRST_LANGUAGES = ("en-us", "en-ph", "en-ca")


def assemble(
    parts: Sequence[Part],
    layout: Layout,
    declared: Declared,
    page: Page,
    likely: Mapping[str, float] | None = None,
    choosers: Choosers = NO_CHOOSERS,
) -> Article:
    """The article that a page's parts and declarations make.

    `likely` is how likely the page as a whole is of each kind that the role model knows; None without a view.
    """
    return _Assembly(list(parts), layout, declared, page, likely, choosers).article()


@dataclass(frozen=True, slots=True)
class Signs:
    """What the choosers are asked about a page: the headline's wordings with their features, and the page's looks."""

    wordings: tuple[Wording, ...]
    rows: tuple[list[float], ...]
    looks: list[float]


def signs_of(
    parts: Sequence[Part], layout: Layout, declared: Declared, page: Page, likely: Mapping[str, float]
) -> Signs:
    """What a page gives the choosers to go by: for training them."""
    assembly = _Assembly(list(parts), layout, declared, page, likely, NO_CHOOSERS)
    told = assembly.told_titles()
    titles, printed = assembly.titles(told)
    ruled, _, _ = assembly.rule_headline(told, titles, printed)
    wordings, rows = assembly.wordings(told, titles, printed, ruled)
    return Signs(tuple(wordings), tuple(rows), assembly.looks())


class _Assembly:
    """One page while its article is made; each method settles one thing and notes the evidence."""

    def __init__(
        self,
        parts: list[Part],
        layout: Layout,
        declared: Declared,
        page: Page,
        likely: Mapping[str, float] | None,
        choosers: Choosers,
    ) -> None:
        self.choosers = choosers
        self.parts = parts
        self.layout = layout
        self.declared = declared
        self.page = page
        self.likely = likely
        self.evidence: list[Evidence] = []
        self.address, told = find_address(page.origin.url, declared)
        self.evidence.extend(told)
        self.url = self.address or declared.first("url")
        names = [d.value for field in ("site_name", "publisher") for d in declared.all(field)]
        self.sites = site_keys(names, self.url)
        self.outlets = Outlets(self.sites)
        self._by_role: dict[Role, list[Part]] = {}
        self.text = self._join_story()
        story = [n for n, part in enumerate(parts) if part.span is not None]
        self.first = story[0] if story else len(parts)
        self.last = story[-1] if story else -1
        self.story = story
        self.headline_at = self._headline_block()

    def article(self) -> Article:
        """Everything settled, in an order in which each step knows what it needs."""
        language, declared_language = self._language()
        headline, printed_headline, declared_headline = self._headline()
        head = self._dateline()
        bylines, agency, printed_bylines, declared_bylines = self._bylines(head)
        times = self._times(language, declared_language)
        publisher, declared_publisher = self._publisher()
        section = self._single("section")
        deck = self._deck(headline)
        story_range = range(
            self.headline_at if 0 <= self.headline_at < self.first else max(0, self.first - 6), self.last + 4
        )
        pictures = find_pictures(
            self.parts, self.layout, story_range if self.story else range(0), self.page.source,
            Known(headline, tuple(byline.name for byline in bylines), self.sites),
        )  # fmt: skip
        related = find_cards(self.parts, self.layout, Role.RELATED)
        sponsored = find_cards(self.parts, self.layout, Role.SPONSORED)
        paragraphs = sum(1 for n in self.story if self.parts[n].role is Role.PARAGRAPH)
        verdict = find_kind(
            self.declared, self.url, headline, section, count_words(self.text), paragraphs,
            len(pictures), 0.0 if self.likely else self._linked_share(), self.likely, self.text, self._story_share(),
            len(self.parts),
        )  # fmt: skip
        published, modified, printed_published, printed_modified, told = times
        not_before, not_after = self._saved_bounds(told, modified or published)
        return Article(
            kind=verdict.kind,
            is_article=verdict.is_article,
            kind_reason=verdict.reason,
            kind_confidence=verdict.confidence,
            language=language,
            headline=headline,
            deck=deck,
            text=self.text,
            bylines=tuple(bylines),
            agency=agency,
            publisher=publisher,
            section=section,
            published=published,
            modified=modified,
            declared=Claims(
                declared_headline, self.declared.first("description"), self.declared.first("published"),
                self.declared.first("modified"), declared_bylines, declared_publisher,
                self.declared.first("section"), declared_language,
            ),
            printed=Claims(
                printed_headline, deck, printed_published, printed_modified, printed_bylines, None, None, None
            ),
            dateline=self._dateline_of(head),
            pictures=pictures,
            contributors=tuple(read_contributor(part) for part in self._of(Role.CONTRIBUTOR)),
            corrections=tuple(read_note(part) for part in self._of(Role.CORRECTION)),
            notes=tuple(read_note(part) for part in self._of(Role.NOTE)),
            reader_service=tuple(part.block.text for part in self._of(Role.READER_SERVICE)),
            copyright=self._copyright(),
            related=related,
            sponsored=sponsored,
            comments=tuple(part.block.text for part in self._of(Role.COMMENT)),
            saved_not_before=not_before,
            saved_not_after=not_after,
            blocks=tuple(self.parts),
            evidence=tuple(self.evidence),
            url=self.address,
        )  # fmt: skip

    def _of(self, role: Role) -> list[Part]:
        if not self._by_role:
            for part in self.parts:
                self._by_role.setdefault(part.role, []).append(part)
        return self._by_role.get(role, [])

    def _note(
        self, field: str, value: str, where: str, source: Span | None, believed: bool, reason: str
    ) -> None:
        self.evidence.append(Evidence(field, value, where, source, believed, reason))

    # --- the text

    def _join_story(self) -> str:
        """The story's blocks joined by a blank line; each block gets its place in the text, a repeat gets none."""
        pieces: list[str] = []
        seen: set[str] = set()
        copies = Counter(p.block.text for p in self.parts if p.role in BODY_ROLES)
        story = (
            not self.likely or self.likely.get("article", 1.0) >= 0.5
        )  # a thread repeats signatures and quotations
        doubles = find_doubles(self.parts)
        at = 0
        for n, part in enumerate(self.parts):
            if part.role not in BODY_ROLES and not _is_story_deck(part):
                if part.span is not None:
                    self.parts[n] = replace(part, span=None)
                continue
            text = part.block.text
            if len(text) > 60:
                if n in doubles or (text in seen and (copies[text] == 2 or not story)):
                    rivals = ((part.role, part.confidence), *part.rivals)[:3]
                    self.parts[n] = replace(
                        part,
                        role=Role.FURNITURE,
                        span=None,
                        rivals=rivals,
                        reason="the same words stand in other blocks of the story",
                    )
                    continue
                seen.add(text)
            if pieces:
                at += 2
            span = Span(at, at + len(text))
            self.parts[n] = Part(part.block, part.role, part.confidence, part.reason, part.rivals, span)
            pieces.append(text)
            at += len(text)
        return "\n\n".join(pieces)

    def _linked_share(self) -> float:
        linked = total = 0
        for part in self.parts:
            total += len(part.block.text)
            linked += sum(link.span.end - link.span.start for link in part.block.links)
        return linked / total if total else 0.0

    # --- language

    def _language(self) -> tuple[str | None, str | None]:
        told = self.declared.all("language")
        by_html = next((d for d in told if d.where == "html lang"), None)
        chosen = by_html or (told[0] if told else None)
        said = _language_code(chosen.value) if chosen else None
        seen = language_of(self.text)
        if seen is None and not self.text:
            seen = language_of(" ".join(part.block.text for part in self.parts[:80]))
        if seen and seen[1] >= 0.5 and seen[0] != said:
            if said is None or _sure(seen[0], said, len(self.text)):
                self._note("language", seen[0], "text", None, True, "the text's own words say so")
                if chosen and said:
                    self._note(
                        "language",
                        said,
                        chosen.where,
                        chosen.source,
                        False,
                        "the text is in another language",
                    )
                return seen[0], chosen.value if chosen else None
        if chosen and said:
            self._note(
                "language",
                said,
                chosen.where,
                chosen.source,
                True,
                "declared, and the text does not speak against it",
            )
        return said or (seen[0] if seen else None), chosen.value if chosen else None

    # --- headline and deck

    def _headline_block(self) -> int:
        best, sure = -1, 0.0
        for n, part in enumerate(self.parts):
            if part.role is Role.HEADLINE and part.confidence > sure:
                best, sure = n, part.confidence
        return best

    def _headline(self) -> tuple[str | None, str | None, str | None]:
        told = self.told_titles()
        titles, printed = self.titles(told)
        headline, number, reason = self.rule_headline(told, titles, printed)
        if self.choosers.headlines is not None and self.likely and self.layout.containers:
            wordings, rows = self.wordings(told, titles, printed, headline)
            if rows:
                scores = [self.choosers.headlines.score(row) for row in rows]
                best = wordings[max(range(len(scores)), key=scores.__getitem__)]
                if "ruled" not in best.said:
                    headline, number = best.text, best.number
                    reason = "likeliest of the page's wordings, by who has it and what kind of page it is"
        if printed is not None:
            block = self.parts[self.headline_at].block
            believed = printed.text == headline or (
                number < 0 and folded(printed.text) == folded(headline or "")
            )
            why = reason if number < 0 and believed else "printed as well" if believed else "not believed"
            self._note("headline", printed.text, "printed", block.source, believed, why)
            if number < 0 and not believed:
                self._note("headline", headline or "", "printed", None, True, reason)
        seen: set[str] = set()
        for index, (title, declaration) in enumerate(zip(titles, told, strict=True)):
            key = folded(title.text)
            if key in seen:
                continue
            seen.add(key)
            believed = index == number or (number < 0 and printed is not None and key == folded(printed.text))
            self._note("headline", title.text, title.where, declaration.source, believed,
                       reason if believed else "another wording is believed")  # fmt: skip
        first = titles[0].text if titles and told[0].field != "alternative" else None
        return headline or None, printed.text if printed else None, first

    def told_titles(self) -> list[Declaration]:
        """What is declared as the headline, the page's title or a second headline, most trusted first."""
        return [d for field in ("headline", "title", "alternative") for d in self.declared.all(field)]

    def titles(self, told: list[Declaration]) -> tuple[list[Title], Title | None]:
        """The declared wordings and the printed one, each without the site's name."""
        values = [d.value for d in told]
        titles = [
            Title(without_site(d.value, self.sites, [v for v in values if v is not d.value]), d.where)
            for d in told
        ]
        if self.headline_at < 0:
            return titles, None
        text = without_site(self.parts[self.headline_at].block.text, self.sites, [t.text for t in titles])
        return titles, Title(_ORNAMENT.sub("", text) or text, "printed")

    def rule_headline(
        self, told: list[Declaration], titles: list[Title], printed: Title | None
    ) -> tuple[str | None, int, str]:
        """The headline by rules, its place among the declared ones, and why."""
        first = [title for title, d in zip(titles, told, strict=True) if d.field != "alternative"]
        sure = self.headline_at >= 0 and self.parts[self.headline_at].confidence >= 0.85
        return choose_headline(first, printed, sure)

    def wordings(
        self, told: list[Declaration], titles: list[Title], printed: Title | None, ruled: str | None
    ) -> tuple[list[Wording], list[list[float]]]:
        """Every wording that the page has for its headline, and what speaks for each."""
        headings = [
            part.block.text
            for n, part in enumerate(self.parts)
            if part.block.tag == "h1" and n != self.headline_at and len(part.block.text) < 300
        ]
        at = self.parts[self.headline_at] if printed is not None else None
        h1 = at is not None and at.block.tag == "h1"
        facts = Facts(
            self.sites, self.url, [d.value for d in self.declared.all("kind")],
            at.confidence if at else 0.0, h1, len(headings) + h1,
        )  # fmt: skip
        wordings = find_wordings(printed, headings[:4], titles, [d.value for d in told], ruled or "")
        if not is_contested(wordings):
            return wordings, []
        return wordings, describe(wordings, facts)

    def looks(self) -> list[float]:
        """What the page looks like as a whole."""
        return see(self.layout, self.declared, self.url, self.parts, self.likely or {})

    def _story_share(self) -> float | None:
        """How likely the page is a story's, by all its signs; None without the model's view of it, and of a gallery, whose
        captions are all its text."""
        if self.choosers.stories is None or not self.likely or not self.layout.containers:
            return None
        if len(self._of(Role.CAPTION)) >= _GALLERY and not any(self._of(role) for role in BODY_ROLES):
            return None
        return likelihood(self.choosers.stories.score(self.looks()))

    def _deck(self, headline: str | None) -> str | None:
        for part in self._of(Role.DECK):
            if folded(part.block.text) != folded(headline or ""):
                self._note("deck", part.block.text, "printed", part.block.source, True, part.reason)
                return part.block.text
        return None

    # --- dateline, bylines, agency

    def _dateline(self) -> tuple[Head, int] | None:
        looked = 0
        for n in self.story:
            part = self.parts[n]
            if part.role not in (Role.PARAGRAPH, Role.LIST_ITEM, Role.CELL) or len(part.block.text) < 30:
                continue
            looked += 1
            if head := find_dateline(part.block.text, loose=looked == 1):
                if looked == 1 or head.agency:
                    return head, n
            if looked >= 3:
                break
        return None

    def _dateline_of(self, head: tuple[Head, int] | None) -> Dateline | None:
        if head is None:
            return None
        found, n = head
        span = self.parts[n].span
        if span is None:
            return None
        self._note(
            "dateline",
            found.text,
            "printed",
            self.parts[n].block.source,
            True,
            "it opens the story as a dateline does",
        )
        start = span.start + found.start
        return Dateline(
            found.text, found.place, found.agency, found.day, Span(start, start + len(found.text))
        )

    def _bylines(
        self, head: tuple[Head, int] | None
    ) -> tuple[list[Byline], str | None, tuple[str, ...], tuple[str, ...]]:
        printed_parts = self._byline_parts()
        printed: list[Byline] = []
        together: list[list[Byline]] = []
        printed_texts: list[str] = []
        for part in printed_parts:
            found = self._read_byline(part)
            if found:
                printed_texts.append(part.block.text)
                together.append(found)
            for byline in found:
                printed = _added(printed, byline)
        told = self.declared.all("author")
        groups: dict[str, list[str]] = {}
        for declaration in told:
            groups.setdefault(declaration.where.split(" ")[0], []).append(declaration.value)
        chosen: list[Byline] = []
        for values in groups.values():
            people = read_declared(values, self.outlets)
            if people and not chosen:
                chosen = people
        if not chosen and not printed:
            signed = [d.value for d in told if d.where.endswith((" Person", "data1"))]
            if len(set(signed)) == 1:
                news = any("news" in d.value.lower() for d in self.declared.all("kind"))
                chosen = read_signature(signed[0], self.outlets, not news)
        jobs = dict(d.value.split("\t", 1) for d in self.declared.all("job") if "\t" in d.value)
        bylines: list[Byline]
        if chosen:
            bylines = [self._filled(byline, printed, jobs) for byline in chosen]
            reason = "declared as author"
            # a printed line that names one of them may name more
            close = [line for line in together if len(together) <= 4]
            if any(_same_person(b.name, c.name) for line in close for b in line for c in chosen):
                together = [[b for line in close for b in line]]
            for line in together:
                if any(_same_person(b.name, c.name) for b in line for c in chosen):
                    for byline in line:
                        bylines = _added(bylines, byline)
        else:
            bylines = printed
            reason = "printed in the byline"
        for declaration in told:
            people = read_declared([declaration.value], self.outlets)
            believed = any(_same_person(p.name, b.name) for p in people for b in bylines)
            believed = believed or any(declaration.value == b.name for b in bylines)
            why = reason if believed else ("another declaration is believed" if people else "names no person")
            self._note("bylines", declaration.value, declaration.where, declaration.source, believed, why)
        for part in printed_parts:
            people = self._read_byline(part)
            believed = any(_same_person(p.name, b.name) for p in people for b in bylines)
            self._note("bylines", part.block.text, "printed", part.block.source, believed,
                       "printed in the byline" if believed else "names no person that is believed")  # fmt: skip
        agency = self._agency(head, bylines, printed_parts, [d.value for d in told])
        return bylines, agency, tuple(printed_texts), tuple(dict.fromkeys(d.value for d in told))

    def _byline_parts(self) -> list[Part]:
        """The bylines that stand by the headline; failing those, the ones just under the story."""
        lines = [
            n
            for n, part in enumerate(self.parts)
            if part.role is Role.BYLINE or (part.role is Role.TIMESTAMP and self._names_a_writer(part))
        ]
        top = self.headline_at if 0 <= self.headline_at <= self.first + 2 else self.first
        above = [n for n in lines if min(top, self.first) - 8 <= n <= max(self.first, top) + 4]
        named = [n for n in above if self._read_byline(self.parts[n])]
        if not named:
            below = [n for n in lines if self.last < n <= self.last + 12]
            above = above or below
            if below and any(self._read_byline(self.parts[n]) for n in below):
                above = below
            elif (signed := self._signed_at(top)) is not None:
                above = [*above, signed]
        return [self.parts[n] for n in above]

    def _signed_at(self, top: int) -> int | None:
        """Where somebody signs that no byline names: before the date by the headline, beside a portrait under it, in a
        line of their own at the story's head or end, in an entry for the writer below it."""
        for n in range(max(0, min(top, self.first) - 4), min(len(self.parts), self.first + 2)):
            part = self.parts[n]
            if part.role is Role.TIMESTAMP and opens_with_a_name(part.block.text):
                return n
        for n in range(self.headline_at + 1, min(self.first + 2, self.headline_at + 11, len(self.parts))):
            # a full name alone with a picture by the headline: 7 of 9 were the writer's own
            if self.headline_at >= 0 and self.parts[n].role is Role.CAPTION:
                if is_signature(self.parts[n].block.text):
                    return n
        if 0 <= self.last < len(self.parts) and closes_with_a_writer(self.parts[self.last].block.text):
            return self.last
        for n in (self.last, self.last + 1, self.first):
            if 0 <= n < len(self.parts) and self._is_signature(n):
                return n
        for n in range(self.last + 1, min(len(self.parts), self.last + 60)):
            part = self.parts[n]
            if part.role is Role.FURNITURE and labels_a_writer(part.block.text):
                return n
        return None

    def _is_signature(self, n: int) -> bool:
        """Whether a paragraph at the story's edge, set as the story's own are, is a name alone."""
        part = self.parts[n]
        if len(self.story) < 2:
            return False
        beside = self.story[1] if n == self.first else self.story[-2] if n == self.last else self.last
        return (
            part.block.tag == "p"
            and part.role in (Role.FURNITURE, Role.PARAGRAPH)
            and not part.block.links
            and self._stands_in(n) == self._stands_in(beside)
            and is_signature(part.block.text)
        )

    def _stands_in(self, n: int) -> int:
        """The box that holds a paragraph."""
        at = self.parts[n].block.container
        return self.layout.containers[at].parent if at >= 0 else -1

    def _names_a_writer(self, part: Part) -> bool:
        """Whether a date line names who wrote: by its words, by what the page calls it, by where its links lead."""
        block = part.block
        words = block.inner
        if block.container >= 0:
            words += " " + self.layout.containers[block.container].words
        return names_a_writer(block.text, words) or any(AUTHOR_PAGE.search(link.href) for link in block.links)

    def _read_byline(self, part: Part) -> list[Byline]:
        """The people of a printed byline; those whose names lead to a page about them, if any do."""
        text = part.block.text
        linked: list[Byline] = []
        for link in part.block.links:
            if AUTHOR_PAGE.search(link.href):
                linked += read_printed(link.span.of(text), self.outlets)
        found = read_printed(text, self.outlets)
        if linked:
            roles = {folded(byline.name): byline for byline in found}
            found = [roles.get(folded(byline.name), byline) for byline in linked]
        outlet = self._agency_under(part) if found and not any(byline.outlet for byline in found) else None
        return [Byline(byline.name, byline.role, outlet) for byline in found] if outlet else found

    def _agency_under(self, part: Part) -> str | None:
        """The agency whose name stands alone in the line after a byline: whom those named there write for."""
        after = self.parts.index(part) + 1
        if after >= len(self.parts) or self.parts[after].role not in _MAY_NAME_AGENCY:
            return None
        text = self.parts[after].block.text
        return text if len(text) < 40 and agency_of(text) else None

    def _filled(self, byline: Byline, printed: list[Byline], jobs: dict[str, str]) -> Byline:
        twin = next((b for b in printed if _same_person(b.name, byline.name)), None)
        role = byline.role or (twin.role if twin else None) or jobs.get(byline.name)
        return Byline(byline.name, role, byline.outlet or (twin.outlet if twin else None))

    def _agency(
        self, head: tuple[Head, int] | None, bylines: list[Byline], printed: list[Part], declared: list[str]
    ) -> str | None:
        own = self.sites

        def foreign(name: str | None) -> str | None:
            found = agencies_in(name) if name else ()
            if found and folded(found[0]) not in own and not (name and folded(name) in own):
                return found[0]
            return None

        if head and (name := foreign(head[0].agency)):
            self._note(
                "agency", name, "dateline", self.parts[head[1]].block.source, True, "the dateline names it"
            )
            return name
        for byline in bylines:
            if name := foreign(byline.outlet):
                self._note("agency", name, "byline", None, True, "the byline names it as the writer's")
                return name
        for part in printed:
            text = re.sub(r"(?i)^\W*(?:by|von|par|por|di|from|source|quelle)\s*:?\s*", "", part.block.text)
            if name := foreign(text):
                self._note("agency", name, "printed", part.block.source, True, "the byline is the agency's")
                return name
        for part in self.parts[self.headline_at + 1 : self.first + 1] if self.headline_at >= 0 else ():
            # "AFP, OSTHAVEN", between the headline and the story
            words = part.block.text.split(",")
            if (
                part.role in (Role.FURNITURE, Role.PARAGRAPH)
                and len(part.block.text) < 50
                and len(words) <= 2
            ):
                if agency_of(words[0].strip()) and (name := foreign(words[0].strip())):
                    self._note(
                        "agency",
                        name,
                        "printed",
                        part.block.source,
                        True,
                        "it signs between headline and story",
                    )
                    return name
        for value in declared:
            if name := foreign(value):
                self._note("agency", name, "declared author", None, True, "it is declared as author")
                return name
        for declaration in self.declared.all("agency"):
            if name := foreign(declaration.value):
                self._note(
                    "agency",
                    name,
                    declaration.where,
                    declaration.source,
                    True,
                    "it is declared as the source",
                )
                return name
        return self._agency_at_end(foreign)

    def _agency_at_end(self, foreign: object) -> str | None:
        """An agency's sign under the story: `(dpa)`, `© Reuters`, `© dpa-infocom, dpa:...`."""
        assert callable(foreign)
        for n in range(max(self.first, self.last - 1), min(len(self.parts), self.last + 6)):
            part = self.parts[n]
            text = part.block.text
            if part.role not in (Role.COPYRIGHT, Role.FURNITURE, *BODY_ROLES) or part.block.links:
                continue
            if part.role is Role.COPYRIGHT or len(text) < 40:
                bare = re.sub(
                    r"(?i)©|copyright|\(c\)|\d{4}|the\b|all rights reserved.*|quelle\s*:|source\s*:",
                    " ",
                    text.split(",")[0],
                )
                name = foreign(" ".join(bare.split()).strip(" .()"))
            else:
                match = (
                    re.search(r"[(/–-]\s*([A-Za-z][\w./ -]{1,24})\s*\)?\s*\.?$", text[-30:])
                    if n == self.last
                    else None
                )
                name = foreign(match[1]) if match and "(" in match[0] else None
            if isinstance(name, str):
                self._note(
                    "agency", name, "printed", part.block.source, True, "its sign stands under the story"
                )
                return name
        return None

    # --- times

    def _times(
        self, language: str | None, declared_language: str | None
    ) -> tuple[date | datetime | None, date | datetime | None, str | None, str | None, list[Told]]:
        published = declared_times(self.declared, "published")
        modified = declared_times(self.declared, "modified")
        anchors = published or modified or declared_times(self.declared, "time")
        near = day_of(anchors[0][1]) if anchors else None
        us = (declared_language or "").lower().replace("_", "-") in _MONTH_FIRST_LANGUAGES
        top = self.headline_at if 0 <= self.headline_at < self.first else max(0, self.first - 8)
        places = [n for n, part in enumerate(self.parts) if part.role in (Role.TIMESTAMP, Role.BYLINE)]
        places.sort(key=lambda n: (0 if top - 4 <= n <= self.first + 3 else 1, n))
        told = printed_times(self.parts, places, near, not us)
        if not told and near is None:
            # no line is a date line; a line above the story may still begin or end with one
            around = range(max(0, top - 4), min(len(self.parts), self.first + 1))
            places = [n for n in around if _dated_at_an_end(self.parts[n].block.text)]
            told = printed_times(self.parts, places, near, not us)
        distances = {self.parts[n].block.source.start: abs(n - top) for n in places}
        shown_published, shown_updated = choose_published(told, near, distances)
        base = near or next((t.printed.value for t in told if t.printed and t.printed.value), None)
        published_value = completed(shown_published, base) if shown_published else None
        updated_value = completed(shown_updated, published_value or base) if shown_updated else None
        beside = (
            shown_published is not None and distances.get(shown_published.part.block.source.start, 99) <= 8
        )
        moment = reconcile(published, shown_published, published_value, beside)
        changed = reconcile(modified, shown_updated, updated_value)
        if moment is None:
            moment = self._published_otherwise(changed is not None)
        if moment is not None:
            self._note("published", str(moment.value), moment.where, moment.source, True, moment.reason)
        if changed is not None:
            self._note("modified", str(changed.value), changed.where, changed.source, True, changed.reason)
        for field, declarations, believed in (
            ("published", published, moment),
            ("modified", modified, changed),
        ):
            for declaration, value in declarations:
                if believed is None or (value != believed.value or declaration.where != believed.where):
                    self._note(field, declaration.value, declaration.where, declaration.source,
                               believed is not None and value == believed.value, "declared as well")  # fmt: skip
        for one in told:
            field = "modified" if one is shown_updated else "published"
            chosen = changed if one is shown_updated else moment
            here = chosen is not None and chosen.source == one.part.block.source
            if not here:
                self._note(field, one.text, "printed", one.part.block.source, False, "printed as well")
        return (
            moment.value if moment else None,
            changed.value if changed else None,
            shown_published.text if shown_published else None,
            shown_updated.text if shown_updated else None,
            told,
        )

    def _published_otherwise(self, changed: bool) -> Moment | None:
        for field in ("created", "time"):
            if found := declared_times(self.declared, field):
                declaration, value = found[0]
                return Moment(
                    value, declaration.where, declaration.source, "no better time is declared or printed"
                )
        if self.url and (match := _URL_DATE.search(self.url)) and match[3]:
            try:
                day = date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                return None
            return Moment(day, "address", None, "the page's address holds a day")
        return None

    def _saved_bounds(
        self, told: list[Told], latest: date | datetime | None
    ) -> tuple[datetime | None, datetime | None]:
        """Not before the latest day that the page prints as past, not after it was saved.

        An age on a card says that the item is older than the page: what the item is dated bounds the page. The age
        itself is not added: ages are rounded, and the day's time zone is not told.
        """
        days: list[tuple[date | datetime, Part | None]] = []
        if latest is not None:
            days.append((latest, None))
        near = day_of(latest) if latest else None
        for part in self.parts:
            if (
                part.role in (Role.CAPTION, Role.RELATED, Role.SPONSORED, Role.TIMESTAMP, Role.COMMENT)
                and len(part.block.text) < 400
            ):
                if not _YEAR.search(part.block.text):
                    continue
                for printed in find_dates(part.block.text, near=near):
                    if printed.value is not None and (
                        near is None or abs((day_of(printed.value) - near).days) < 4000
                    ):
                        if part.role in (Role.TIMESTAMP, Role.COMMENT) or _past(
                            part.block.text, printed.start
                        ):
                            days.append((printed.value, part))
        saved = self.page.origin.saved
        if not days:
            return None, saved
        value, holder = max(days, key=lambda pair: day_of(pair[0]))
        bound = value if isinstance(value, datetime) else datetime.combine(value, time())
        reason = "the latest day that the page tells of as past"
        self._note("saved_not_before", str(bound), "printed" if holder else "published",
                   holder.block.source if holder else None, True, reason)  # fmt: skip
        return bound, saved

    # --- the rest

    def _publisher(self) -> tuple[str | None, str | None]:
        told = [*self.declared.all("site_name"), *self.declared.all("publisher")]
        told = [d for d in told if "://" not in d.value and 1 < len(d.value) < 80]
        ranked = sorted(told, key=lambda d: _publisher_rank(d.where, d.value))
        chosen = ranked[0] if ranked else None
        if chosen is None:
            return self._publisher_in_title(), None
        for declaration in ranked[:6]:
            self._note("publisher", declaration.value, declaration.where, declaration.source, declaration.value == chosen.value,
                       "the site's own name" if declaration is chosen else "declared as well"
                       if declaration.value == chosen.value else "another name for the site is believed")  # fmt: skip
        return (chosen.value, chosen.value) if chosen else (None, None)

    def _publisher_in_title(self) -> str | None:
        """The site's name as it stands at the end of the page's title, where it is the host's name too."""
        for declaration in self.declared.all("title"):
            short = without_site(declaration.value, self.sites)
            rest = (
                declaration.value[len(short) :].strip(" |-–—·•:»")
                if declaration.value.startswith(short)
                else ""
            )
            if rest and folded(rest) in self.sites:
                self._note(
                    "publisher",
                    rest,
                    "title",
                    declaration.source,
                    True,
                    "the title ends with the host's name",
                )
                return rest
        for declaration in self.declared.all("title"):
            pieces = _TITLE_PIECES.split(declaration.value)
            last = pieces[-1].strip()
            if len(pieces) > 1 and 2 < len(last) < 40 and (why := self._own_name(last)):
                self._note("publisher", last, "title", declaration.source, True, why)
                return last
        return None

    def _own_name(self, name: str) -> str | None:
        """Why a name is the site's own: its front page is linked by it, or it claims the rights."""
        key = folded(name)
        for part in self.parts:
            text = part.block.text
            for link in part.block.links:
                if link.href in _FRONT_PAGES and folded(link.span.of(text)) == key:
                    return "the title ends with the name that the site links its front page by"
            if part.role is Role.COPYRIGHT and len(text) < 300 and key in folded(text):
                return "the title ends with the name that claims the rights"
        return None

    def _single(self, field: str) -> str | None:
        told = self.declared.all(field)
        for index, declaration in enumerate(told[:4]):
            self._note(field, declaration.value, declaration.where, declaration.source, index == 0,
                       "declared" if index == 0 else "declared as well")  # fmt: skip
        return told[0].value if told else None

    def _copyright(self) -> str | None:
        lines = [(n, part) for n, part in enumerate(self.parts) if part.role is Role.COPYRIGHT]
        if not lines:
            return None
        near = [(n, part) for n, part in lines if self.last - 3 <= n <= self.last + 25]
        pool = near or lines
        best = max(pool, key=lambda pair: (_copyright_score(pair[1].block.text), -pair[0]))[1]
        text = _rights(best.block.text)
        self._note(
            "copyright",
            text,
            "printed",
            best.block.source,
            True,
            "under the story" if near else "at the foot of the page",
        )
        return text


def _rights(text: str) -> str:
    """The claim alone, where menu words stand before it or other lines round it."""
    if "\n" in text:
        lines = [line.strip() for line in text.split("\n")]
        text = next((line for line in lines if _copyright_score(line) > 1), text)
    match = re.search(r"(?i)©|\bcopyright\b|\(c\)", text)
    if (
        match
        and match.start() > 20
        and match.start() > 0.4 * len(text)
        and not re.search(r"[.!?]\s*$", text[: match.start()])
    ):
        return text[match.start() :]
    return text


def _is_story_deck(part: Part) -> bool:
    """Whether a deck is what the story begins with: the model took it for the story's own text."""
    return part.role is Role.DECK and any(role in BODY_ROLES and share >= 0.5 for role, share in part.rivals)


def _copyright_score(text: str) -> int:
    return (
        ("©" in text)
        + bool(re.search(r"(?i)copyright", text))
        + bool(re.search(r"\d{4}", text))
        + bool(re.search(r"(?i)rights? reserved|rechte|droits|derechos|diritti|direitos", text))
    )


def _publisher_rank(where: str, value: str) -> int:
    """How little a declared name says of the site: its own og:site_name says most, an app's name least."""
    rank = 0 if "og:site_name" in where else 1 if ".publisher" in where else 2 if "WebSite" in where else 3
    if (
        re.search(r"\.(?:com|net|org|de|fr|it|es|co\.\w+)$", value.lower())
        or len(value) > 40
        or value.islower()
    ):
        rank += 2
    return rank


def _language_code(value: str) -> str | None:
    match = re.match(r"\s*([a-zA-Z]{2,3})(?:[-_]|\s*$)", value)
    return match[1].lower() if match else None


_TITLE_PIECES = re.compile(r"\s*(?:\||｜|_|::|»|«)\s*|\s+[-–—·•:]\s+|\s[-–—]|[-–—]\s")
_MAY_NAME_AGENCY = frozenset({Role.BYLINE, Role.FURNITURE, Role.PARAGRAPH})
_FRONT_PAGES = frozenset({"/", "./", "/index.html", "index.html", "/index.php"})
_NEAR_LANGUAGES = (
    {"no", "nb", "nn", "da"}, {"hr", "sr", "bs", "sh"}, {"id", "ms"}, {"cs", "sk"}, {"ru", "uk", "be", "bg"},
    {"es", "gl", "ca", "pt"}, {"nl", "af"}, {"zu", "xh"}, {"de", "lb"}, {"hi", "mr", "ne"}, {"fa", "ar", "ps", "ur"},
    {"zh", "yue"},
)  # fmt: skip


def _sure(seen: str, said: str, length: int) -> bool:
    """Whether the text's look outweighs what is declared: not between near relatives, not on a few words."""
    return length > 300 and not any(seen in near and said in near for near in _NEAR_LANGUAGES)


def _added(found: list[Byline], new: Byline) -> list[Byline]:
    for n, old in enumerate(found):
        if _same_person(old.name, new.name):
            found[n] = Byline(old.name, old.role or new.role, old.outlet or new.outlet)
            return found
    found.append(new)
    return found


def _same_person(one: str, other: str) -> bool:
    left, right = folded(one), folded(other)
    return left == right or (len(left) > 7 and len(right) > 7 and (left in right or right in left))


def _dated_at_an_end(text: str) -> bool:
    """Whether a date stands at the very head or end of a line."""
    if len(text) > 400 or not any(c.isdecimal() for c in text):
        return False
    return any(one.value and (one.start <= 3 or one.end >= len(text) - 24) for one in find_dates(text))


def _past(text: str, at: int) -> bool:
    """Whether a caption's date speaks of when the picture was taken: a weekday or `on` before it."""
    return bool(re.search(r"(?i)(?:day,?|on|am|le|el|den|\w+tag,?)\s*$", text[:at])) or bool(
        re.match(r"(?i)\w+day,?", text[at:])
    )
