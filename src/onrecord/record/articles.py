"""The story assembled from the blocks that belong to it, and the facts about it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from .blocks import Part
from .frozen import frozen
from .spans import Span


class Kind(StrEnum):
    """What kind of page it is."""

    STORY = "story"
    LIVE = "live"
    GALLERY = "gallery"
    VIDEO = "video"
    OPINION = "opinion"
    INDEX = "index"
    OTHER = "other"


ARTICLE_KINDS = frozenset({Kind.STORY, Kind.LIVE, Kind.GALLERY, Kind.VIDEO, Kind.OPINION})
"""The kinds that hold an article."""


@dataclass(frozen=True, slots=True)
class Byline:
    """A person who wrote the story: name, role ("Staff writer") and outlet ("Reuters") as the page says."""

    name: str
    role: str | None = None
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """Head of the first paragraph: `WARSAW, Poland (AP)`. `span` is in the article's text."""

    text: str
    place: str | None
    agency: str | None
    day: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with its caption and credit; repeats are folded, `source` has every place it stands at."""

    url: str | None
    caption: str | None
    credit: str | None
    alt: str | None = None
    source: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Contributor:
    """A line such as "X in Lviv contributed to this report." with the names and places it gives."""

    text: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    source: Span


class NoteKind(StrEnum):
    """What an editor's line is."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Note:
    """A correction or an editor's note, as printed."""

    kind: NoteKind
    text: str
    source: Span


@dataclass(frozen=True, slots=True)
class Card:
    """A related or sponsored item: the headline and what stands with it.

    `source` is the outlet it names, `age` its relative age as printed ("1 day ago"), `span` the place of the
    whole card in the page's source.
    """

    headline: str
    url: str | None
    teaser: str | None
    source: str | None
    age: str | None
    caption: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Claims:
    """The facts as one side tells them: what the page declares in markup, or what it prints.

    Times are as written. Absent is None.
    """

    headline: str | None = None
    deck: str | None = None
    published: str | None = None
    modified: str | None = None
    bylines: tuple[str, ...] = ()
    publisher: str | None = None
    section: str | None = None
    language: str | None = None


@frozen
class Evidence:
    """Where a field's value comes from, whether it is the one believed, and why.

    There is one for every value that was in the running: a field with rivals has several, one `believed`.
    """

    field: str
    value: str
    where: str
    source: Span | None
    believed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """A story with every part named. `text` is its story blocks joined by a blank line.

    `published` and `modified` are a `datetime` (with offset where the page tells it) or, where the page gives
    the day alone, a `date`. None means that the page does not say. `saved_not_before` and `saved_not_after`
    are the bounds that relative ages and other dates on the page put on the time it was saved. `url` is where the
    page was found or, where nobody knows, the address that it declares.
    """

    kind: Kind
    is_article: bool
    kind_reason: str
    kind_confidence: float
    language: str | None
    headline: str | None
    deck: str | None
    text: str
    bylines: tuple[Byline, ...]
    agency: str | None
    publisher: str | None
    section: str | None
    published: date | datetime | None
    modified: date | datetime | None
    declared: Claims
    printed: Claims
    dateline: Dateline | None
    pictures: tuple[Picture, ...]
    contributors: tuple[Contributor, ...]
    corrections: tuple[Note, ...]
    notes: tuple[Note, ...]
    reader_service: tuple[str, ...]
    copyright: str | None
    related: tuple[Card, ...]
    sponsored: tuple[Card, ...]
    comments: tuple[str, ...]
    saved_not_before: datetime | None
    saved_not_after: datetime | None
    blocks: tuple[Part, ...]
    evidence: tuple[Evidence, ...]
    url: str | None = None
