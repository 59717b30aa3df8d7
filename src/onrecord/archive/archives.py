"""An open archive: what can be asked of it and what can be done to it. The work is in the modules beside."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Literal

from onrecord.record import Origin, Outcome, Page, Span

from . import adding, checking, people, removing, searching, stories, views
from .connections import Connection
from .queries import Filters
from .results import (
    Added,
    ArticleHit,
    ArticleView,
    Fault,
    KeptPage,
    PersonHit,
    PersonView,
    Results,
    Statement,
    Summary,
    UnreadRow,
)

What = Literal["articles", "statements", "people"]
Sort = Literal["best", "newest", "oldest"]
Reader = Callable[[Page | str | bytes, str | None, str | None], tuple[Page | None, Outcome]]
"""From a page (or HTML or text, its address and name): the page and what came of reading it."""


class Archive:
    """Readings with their saved pages, in one file. Use it in a `with` block, or call `close`.

    One object is for one thread at a time; a server opens one per thread, with `write=False`.
    """

    def __init__(self, path: Path, *, write: bool, create: bool, wait: float, limit: float | None) -> None:
        self.path = path
        self.reader: Reader | None = None
        """What `add` reads a page with when it is not given what came of reading it."""
        self._at = Connection(path, write=write, create=create, wait=wait, limit=limit)
        self._counted: tuple[tuple[int, int], Summary] | None = None

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._at.close()

    # What is in it

    def search(
        self,
        query: str = "",
        *,
        what: What = "articles",
        speaker: str | None = None,
        person: int | None = None,
        kind: str | None = None,
        act: str | None = None,
        site: str | None = None,
        agency: str | None = None,
        section: str | None = None,
        language: str | None = None,
        page_kind: str | None = None,
        since: str | None = None,
        until: str | None = None,
        story: int | None = None,
        sort: Sort = "best",
        limit: int = 20,
        offset: int = 0,
        facets: bool = False,
        fold: bool = False,
    ) -> Results:
        """Articles, statements or people that match.

        `query` is in the query language (words, "phrases", -not, OR, prefix*, field:value; `docs/search.md`);
        empty matches all. The keyword arguments narrow it, with the same meaning as the fields of the query:
        `speaker` is (part of) a name, `person` the id of a person across articles; `kind` is `direct`,
        `indirect` or `mixed`; `page_kind` is `story`, `opinion`, ...; `since` and `until` are a year, a
        month or a day (`2022`, `2022-05`, `2022-05-21`), both inclusive. With `facets`, counts to narrow
        by come along. With `fold`, of articles of one story only the best is listed. A query that cannot
        be understood raises `errors.QueryError`, one that takes longer than the archive's `limit`
        `errors.SlowQueryError`.
        """
        filters = Filters(
            speaker=speaker,
            person=person,
            kind=kind,
            act=act,
            site=site,
            agency=agency,
            section=section,
            language=language,
            page_kind=page_kind,
            since=since,
            until=until,
            story=story,
        )
        return searching.search(
            self._at,
            query,
            filters,
            what=what,
            sort=sort,
            limit=limit,
            offset=offset,
            facets=facets,
            fold=fold,
        )

    def every(self, query: str = "", **filters: str | int | None) -> Iterator[int]:
        """The ids of all articles that match, oldest first: the same query and filters as `search`."""
        return searching.every(self._at, query, Filters.of(filters))

    def article(self, article: int) -> ArticleView:
        """All that is kept of one article. `errors.NoSuchError` if there is none of that id."""
        return views.article(self._at, article)

    def page(self, page_id: int) -> KeptPage:
        """The saved page, as it was. `errors.NoSuchError` if there is none of that id."""
        return views.page(self._at, page_id)

    def person(self, person: int, *, limit: int = 50) -> PersonView:
        """A person across articles; of a merged person, the one it was merged into."""
        return people.person(self._at, person, limit=limit)

    def statements(
        self,
        query: str = "",
        *,
        speaker: str | None = None,
        person: int | None = None,
        kind: str | None = None,
        site: str | None = None,
        since: str | None = None,
        until: str | None = None,
        limit: int = 100,
        offset: int = 0,
    ) -> Results:
        """Who said what: `search` with `what="statements"`, newest first where there is no query."""
        return self.search(
            query,
            what="statements",
            speaker=speaker,
            person=person,
            kind=kind,
            site=site,
            since=since,
            until=until,
            limit=limit,
            offset=offset,
            sort="best" if query else "newest",
        )

    def statement(self, key: str) -> Statement:
        """One attribution with its evidence. `key` is the permanent name: the first 16 hexadecimal digits of
        the page's sha256 and the content's place in the article's text, `0f1e2d3c4b5a6978-104-180`."""
        return views.statement(self._at, key)

    def statement_keys(self, article: int) -> tuple[str, ...]:
        """The keys of an article's statements, in the order of `reading.attributions`."""
        return views.statement_keys(self._at, article)

    def places(self, article: int, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Where in the saved page's source the words at these spans of the article's text stand.

        Exact to the code point where the source spells the words out; tags and entities between them are
        in it.
        """
        return views.places(self._at, article, spans)

    def unread(self, *, limit: int = 100, offset: int = 0) -> tuple[UnreadRow, ...]:
        """Pages that could not be read, newest first."""
        return views.unread(self._at, limit=limit, offset=offset)

    def newest(self, *, limit: int = 20) -> tuple[ArticleHit, ...]:
        """The articles added last."""
        return views.newest(self._at, limit=limit)

    def suggest_people(self, start: str, *, limit: int = 10) -> tuple[PersonHit, ...]:
        """People one of whose names has a word that begins so, those most named first."""
        return people.suggest(self._at, start, limit=limit)

    def summary(self) -> Summary:
        """What is in the archive, in numbers; counted anew only after a change, whoever made it."""
        state = self._at.state()
        if self._counted is None or self._counted[0] != state:
            self._counted = state, views.summary(self._at)
        return self._counted[1]

    def verify(self, prove: checking.Proof | None = None) -> Iterator[Fault]:
        """Everything that does not prove: bytes against their hash, blocks against the source, spans against
        the text, tables against the reading. Yields nothing if all is as it was.

        `prove` says what in a reading its page does not bear out (`onrecord.proving.find_mismatches`, which
        splits the page anew); without it the text of every block is looked for in its stretch of the source.
        """
        return checking.verify(self._at, prove)

    # What can be done to it

    def add(
        self,
        page: Page | str | bytes | None,
        outcome: Outcome | None = None,
        *,
        raw: bytes | None = None,
        url: str | None = None,
        name: str | None = None,
    ) -> Added:
        """Keep a page and what came of reading it; all of it or, after a kill or a full disk, nothing.

        The same bytes are the same page: adding them again adds only the new place they were found at.
        Without an `outcome` the page (which may then be HTML or text, with `url` and `name`) is read first.
        `page` may be None for an `Unread` whose source could not be had. `raw` are the bytes of the file as
        saved; without them they are kept too wherever the page's text in its encoding hashes to
        `origin.sha256`.
        """
        if outcome is None:
            if self.reader is None or page is None:
                raise TypeError(
                    "without a reader (onrecord.open_archive has one) give what came of reading the page"
                )
            page, outcome = self.reader(page, url, name)
        if isinstance(page, str | bytes):
            raise TypeError("an outcome is kept with the Page it is of")
        return adding.add(self._at, page, outcome, raw=raw)

    def add_many(self, pairs: Sequence[tuple[Page | None, Outcome]]) -> tuple[Added, ...]:
        """The same for several at once: one transaction, so all of them or nothing."""
        return adding.add_many(self._at, pairs)

    def has(self, sha256: str) -> bool:
        """Whether the page with these bytes is kept."""
        return adding.has(self._at, sha256)

    def known(self, origin: Origin) -> Added | None:
        """If the page with these bytes is kept, what it is; where it was found now is remembered. Else
        None."""
        return adding.known(self._at, origin)

    def pages(self, *, readers: str | None = None) -> Iterator[int]:
        """The ids of the kept pages; with `readers`, of those that another version than this one has read."""
        return adding.pages(self._at, not_by=readers)

    def reread(self, page_id: int, read: Callable[[Page], Outcome]) -> Added:
        """Read a kept page anew and keep the new reading in place of the old. Rulings on people stay."""
        return adding.reread(self._at, page_id, read)

    def remove(self, articles: Sequence[int] = (), *, pages: Sequence[int] = ()) -> int:
        """Delete pages and all that came from them, so that their words are no longer in the file's bytes."""
        return removing.remove(self._at, articles, pages)

    def merge_people(self, keep: int, others: Sequence[int]) -> int:
        """Say that these are one person. It is remembered through `reread`. The id of the person kept."""
        return people.merge(self._at, keep, others)

    def split_person(self, person: int, articles: Sequence[int]) -> int:
        """Say that in these articles it is somebody else of the same name: the id of the new person."""
        return people.split(self._at, person, articles)

    def fold_stories(self, fold: stories.Fold) -> int:
        """Tell copies and versions among articles added since the last time; how many were told."""
        return stories.fold(self._at, fold)
