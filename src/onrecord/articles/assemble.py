"""Parts and declarations made into an article: every field with the values that were in the running and why."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..models.trees import NO_CHOOSERS, Choosers
from ..models.views import PageView
from ..record import BODY_ROLES, Article, Block, Claims, Declared, Layout, Page, Part, Picture, Role
from .cards import find_cards
from .contributors import read_contributor
from .datelines.openings import dateline_of, find_opening
from .drafts import Draft
from .flat_publishers import find_printed_publisher
from .flat_sections import find_printed_section
from .kinds import Seen, Verdict, find_kind
from .languages import find_language
from .looks import likelihood, see
from .moments import find_moments, saved_bounds
from .notes import read_note
from .pictures import Known, find_pictures
from .publishers import find_copyright, find_publisher
from .titles import find_deck, find_headline, find_titles, rule_headline, weigh_wordings
from .wires import find_agency
from .wordings import Wording
from .writers import find_writers

_GALLERY = 4
"""Captions from which on a page without a story's text may be a gallery."""
_KEY = re.compile(r"[a-z0-9-]+(?:_[a-z0-9-]+)+")
"""How publishing systems write a section that no reader sees: `news_news`."""


_TITLE_PIECE = re.compile(r"\s+[|–—·-]\s+|:\s+|\s*\|\s*")


def assemble(
    parts: Sequence[Part],
    layout: Layout,
    declared: Declared,
    page: Page,
    view: PageView | None = None,
    choosers: Choosers = NO_CHOOSERS,
) -> Article:
    """The article that a page's parts and declarations make.

    `view` is what the role model sees of the page as a whole; None without one. The order is one in which each step
    knows what it needs; each notes its evidence in the draft.
    """
    draft = Draft(parts, layout, declared, page, view)
    language, declared_language = find_language(draft)
    headline, printed_headline, declared_headline = find_headline(draft, choosers.headlines)
    opening = find_opening(draft)
    writers = find_writers(draft)
    agency = find_agency(draft, opening, writers)
    moments = find_moments(draft, declared_language)
    publisher, declared_publisher = find_publisher(draft)
    printed_publisher = None
    if publisher is None and draft.flat:
        names = tuple(byline.name for byline in writers.bylines)
        publisher = printed_publisher = find_printed_publisher(draft, headline, names)
    section = _find_section(draft)
    printed_section = None
    if section is None and draft.flat:
        section = printed_section = find_printed_section(draft, publisher)
    deck = find_deck(draft, headline)
    pictures = _find_pictures(draft, headline, [byline.name for byline in writers.bylines])
    verdict = _find_kind(draft, choosers, headline, len(pictures))
    not_before, not_after = saved_bounds(draft, moments.modified or moments.published)
    return Article(
        kind=verdict.kind,
        is_article=verdict.is_article,
        kind_reason=verdict.reason,
        kind_confidence=verdict.confidence,
        language=language,
        headline=headline,
        deck=deck,
        text=draft.text,
        bylines=writers.bylines,
        agency=agency,
        publisher=publisher,
        section=section,
        published=moments.published,
        modified=moments.modified,
        declared=Claims(
            headline=declared_headline,
            deck=declared.first("description"),
            published=declared.first("published"),
            modified=declared.first("modified"),
            bylines=writers.declared,
            publisher=declared_publisher,
            section=declared.first("section"),
            language=declared_language,
        ),
        printed=Claims(
            headline=printed_headline,
            deck=deck,
            published=moments.printed_published,
            modified=moments.printed_modified,
            bylines=writers.printed,
            publisher=printed_publisher,
            section=printed_section,
            language=None,
        ),
        dateline=dateline_of(draft, opening),
        pictures=pictures,
        contributors=tuple(read_contributor(part) for part in draft.of(Role.CONTRIBUTOR)),
        corrections=tuple(read_note(part) for part in draft.of(Role.CORRECTION)),
        notes=tuple(read_note(part) for part in draft.of(Role.NOTE)),
        reader_service=tuple(dict.fromkeys(part.block.text for part in draft.of(Role.READER_SERVICE))),
        copyright=find_copyright(draft),
        related=find_cards(draft.parts, layout, Role.RELATED),
        sponsored=find_cards(draft.parts, layout, Role.SPONSORED),
        comments=tuple(part.block.text for part in draft.of(Role.COMMENT)),
        saved_not_before=not_before,
        saved_not_after=not_after,
        blocks=tuple(draft.parts),
        evidence=tuple(draft.evidence),
        url=draft.address,
    )


@dataclass(frozen=True, slots=True)
class Signs:
    """What the choosers are asked about a page: the headline's wordings with their features, and the page's looks."""

    wordings: tuple[Wording, ...]
    rows: tuple[list[float], ...]
    looks: list[float]


def signs_of(parts: Sequence[Part], layout: Layout, declared: Declared, page: Page, view: PageView) -> Signs:
    """What a page gives the choosers to go by: for training them."""
    draft = Draft(parts, layout, declared, page, view)
    titles = find_titles(draft)
    ruled, _, _ = rule_headline(draft, titles)
    wordings, rows = weigh_wordings(draft, titles, ruled)
    return Signs(tuple(wordings), tuple(rows), _looks(draft))


def _find_section(draft: Draft) -> str | None:
    """The first section declared by name; failing that, what the first system's key says in words."""
    told = draft.declared.all("section")
    if not told:
        return None
    chosen = next((one for one in told if not _KEY.fullmatch(one.value)), told[0])
    for one in told[:4]:
        why = "declared" if one is chosen else "declared as well"
        draft.note("section", one.value, one.where, one.source, one is chosen, why)
    return _in_words(chosen.value) if _KEY.fullmatch(chosen.value) else chosen.value


def _in_words(key: str) -> str:
    """A system's key as words, what its later pieces repeat left out: `news_news`, `culture_culture-lifestyle`."""
    pieces = key.split("_")
    told = [one for one, after in zip(pieces, [*pieces[1:], ""], strict=True) if not after.startswith(one)]
    return " ".join(told).replace("-", " ")


def _find_pictures(draft: Draft, headline: str | None, writers: Sequence[str]) -> tuple[Picture, ...]:
    """The pictures from the headline, or a little above the story, to a little below it."""
    over = 0 <= draft.headline_at < draft.first
    top = draft.headline_at if over else max(0, draft.first - 6)
    near = range(top, draft.last + 4) if draft.story else range(0)
    known = Known(headline, tuple(writers), draft.sites)
    return find_pictures(draft.parts, draft.layout, near, draft.page.source, known)


def _find_kind(draft: Draft, choosers: Choosers, headline: str | None, pictures: int) -> Verdict:
    seen = Seen(
        declared=draft.declared,
        url=draft.url,
        headline=headline,
        section=draft.declared.first("section"),
        labels=_labels(draft),
        text=draft.text,
        pictures=pictures,
        blocks=len(draft.parts),
        linked_share=_linked_share(draft),
        likely=draft.likely,
        looks_a_story=_looks_a_story(draft, choosers),
    )
    return find_kind(seen)


def _labels(draft: Draft) -> tuple[str, ...]:
    """The short line right over the headline in its box, and the pieces of the page's title: `Opinion | Ferries for all`."""
    found = [
        piece
        for field in ("headline", "title")
        for told in draft.declared.all(field)[:3]
        for piece in _TITLE_PIECE.split(told.value[:400])
    ]
    top = draft.headline_at
    if top > 0 and not draft.flat:
        line, head = draft.parts[top - 1].block, draft.parts[top].block
        if len(line.text) < 30 and _around(draft, line) == _around(draft, head):
            found.append(line.text)
    return tuple(found)


def _around(draft: Draft, block: Block) -> int:
    """The container round the one that holds a block."""
    return draft.layout.containers[block.container].parent if block.container >= 0 else -1


def _linked_share(draft: Draft) -> float:
    """How much of the page's text is links; 0 where the role model has a view of the page, which knows better."""
    if draft.likely:
        return 0.0
    total = sum(len(part.block.text) for part in draft.parts)
    linked = sum(link.span.end - link.span.start for part in draft.parts for link in part.block.links)
    return linked / total if total else 0.0


def _looks_a_story(draft: Draft, choosers: Choosers) -> float | None:
    """How likely the page is a story's, by all its signs.

    None without the model's view of it, of a story that stands in a script alone, and of a gallery, whose captions are all
    its text.
    """
    if choosers.stories is None or not draft.likely or not draft.layout.containers:
        return None
    if any(draft.parts[n].block.tag == "json" for n in draft.story):
        return None
    if len(draft.of(Role.CAPTION)) >= _GALLERY and not any(draft.of(role) for role in BODY_ROLES):
        return None
    return likelihood(choosers.stories.score(_looks(draft)))


def _looks(draft: Draft) -> list[float]:
    return see(draft.layout, draft.declared, draft.url, draft.parts, draft.view or PageView())
