"""What the archive gives back: rows and views, as frozen dataclasses. Absent is None."""

from dataclasses import dataclass, field

from onrecord.record import Attribution, Entity, Origin, Page, Reading, Span


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of text with the searched words in it. `lit` are spans in `text`; `start` is where it begins
    in the whole (the article's text, or the statement's); `before` and `after` say whether there is more."""

    text: str
    lit: tuple[Span, ...]
    start: int = 0
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article in a list of results. `published` is ISO 8601, as exact as the page says.

    `printings` counts the articles of the same story in the archive, this one included.
    """

    id: int
    headline: str | None
    deck: str | None
    site: str | None
    publisher: str | None
    agency: str | None
    section: str | None
    kind: str
    language: str | None
    published: str | None
    url: str | None
    snippet: Snippet
    printings: int = 1
    story: int | None = None


@dataclass(frozen=True, slots=True)
class StatementHit:
    """An attribution in a list of results: who, by which word, what, and where it was printed.

    `key` names it for good (see `Archive.statement`); `speaker` is the name of the person across articles if
    the archive knows one (`person` is its id), else the name in the story.
    """

    key: str
    article: int
    headline: str | None
    site: str | None
    publisher: str | None
    agency: str | None
    published: str | None
    url: str | None
    kind: str
    act: str
    person: int | None
    speaker: str | None
    source: str | None
    cue: str | None
    content: str
    confidence: float
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class PersonHit:
    """A person in a list of results. `first` and `last` are the days of the articles that name them."""

    id: int
    name: str
    roles: tuple[str, ...]
    affiliations: tuple[str, ...]
    articles: int
    statements: int
    first: str | None
    last: str | None
    names: tuple[str, ...] = ()


Hit = ArticleHit | StatementHit | PersonHit


@dataclass(frozen=True, slots=True)
class Count:
    """How often a value occurs among the results. `value` is what to filter by, `label` what to show."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """What the results can be narrowed by, most frequent first. `timeline` is by day, oldest first
    (`value` is `2022-05-21`; results without a date are not in it). Empty where a facet does not apply."""

    site: tuple[Count, ...] = ()
    agency: tuple[Count, ...] = ()
    section: tuple[Count, ...] = ()
    speaker: tuple[Count, ...] = ()
    kind: tuple[Count, ...] = ()
    language: tuple[Count, ...] = ()
    timeline: tuple[Count, ...] = ()
    sample: int | None = None
    """None if every result was counted, else how many (the newest) were."""


@dataclass(frozen=True, slots=True)
class Results:
    """One page of results. `total` is exact if `exact`, else there are at least so many."""

    what: str
    query: str
    hits: tuple[Hit, ...]
    total: int
    exact: bool
    offset: int
    limit: int
    facets: Facets | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution with all that is needed to check and to cite it.

    `key` names it for good. `attribution` has spans in the article's text; `passage` is the paragraph(s) of
    the text it stands in and `start` where the passage begins in the text. `places` are the spans of the
    saved page's source that yield the content, piece by piece, and `sha256` is of the page's bytes.
    """

    key: str
    article: int
    number: int
    attribution: Attribution
    person: int | None
    speaker: str | None
    source: str | None
    cue: str | None
    content: str
    passage: str
    start: int
    places: tuple[Span, ...]
    headline: str | None
    site: str | None
    publisher: str | None
    agency: str | None
    bylines: tuple[str, ...]
    published: str | None
    saved: str | None
    url: str | None
    name: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class PersonIn:
    """An entity of an article with the person across articles that it belongs to (None if not a person)."""

    entity: Entity
    person: int | None
    name: str
    statements: int


@dataclass(frozen=True, slots=True)
class Printing:
    """Another article of the same story: printed elsewhere (`copy`), or the same page later (`version`).

    `shared` is the share of the shorter text (0 to 1) that it has in common with the story's first; for the first
    itself (`relation` is `first`) what this article has in common with it.
    """

    article: int
    headline: str | None
    site: str | None
    published: str | None
    url: str | None
    relation: str
    shared: float


@dataclass(frozen=True, slots=True)
class ArticleView:
    """All that is kept of one article.

    `reading` holds the parts (`reading.article.blocks`, with source and text spans), entities, times and
    attributions; `statements[i]` is the key of `reading.attributions[i]`; `people[i]` belongs to
    `reading.entities[i]`. `page_id` leads to the saved page: `Archive.page(page_id)`.
    """

    id: int
    page_id: int
    reading: Reading
    statements: tuple[str, ...]
    people: tuple[PersonIn, ...]
    printings: tuple[Printing, ...]
    origins: tuple[Origin, ...]
    site: str | None
    added: str


@dataclass(frozen=True, slots=True)
class Quoting:
    """Who prints or quotes a person: a site, a writer or an agency, and how many statements."""

    name: str
    kind: str
    count: int


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person across articles.

    `said` are the newest statements, `said_of` those of others in which the person is named; `timeline`
    counts statements by day; `sites` by site; `with_people` other persons in the same articles (count of
    articles). `names` are the names the articles use; `ages` are (age, day of the article); `merged` the
    ids that were merged into this one. `possibly` are other persons of the same name.
    """

    id: int
    name: str
    names: tuple[str, ...]
    roles: tuple[Count, ...]
    affiliations: tuple[Count, ...]
    ages: tuple[tuple[int, str | None], ...]
    articles: int
    statements: int
    first: str | None
    last: str | None
    said: tuple[StatementHit, ...]
    said_of: tuple[StatementHit, ...]
    timeline: tuple[Count, ...]
    sites: tuple[Count, ...]
    quoted_by: tuple[Quoting, ...]
    with_people: tuple[Count, ...]
    merged: tuple[int, ...] = ()
    possibly: tuple[PersonHit, ...] = ()


@dataclass(frozen=True, slots=True)
class UnreadRow:
    """A page that could not be read, and why. `page_id` is None where its source could not be kept."""

    id: int
    name: str | None
    url: str | None
    reason: str
    detail: str
    added: str
    page_id: int | None


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A saved page as kept. `bytes` are those of the file as saved, None where only its text was given."""

    id: int
    page: Page
    bytes: bytes | None
    origins: tuple[Origin, ...]
    added: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What is in the archive, in numbers."""

    articles: int
    pages: int
    statements: int
    people: int
    unread: int
    stories: int
    sites: int
    first: str | None
    last: str | None
    bytes: int
    readers: tuple[Count, ...] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a page that was added: `new`, `known` (same bytes), `unread` or `reread`."""

    state: str
    page_id: int | None
    article: int | None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the archive that does not prove: which page, what, and how it differs."""

    page_id: int | None
    name: str | None
    what: str
    detail: str
