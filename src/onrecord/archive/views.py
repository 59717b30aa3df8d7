"""One thing of the archive with all that belongs to it: an article, a page, a statement, what could not
be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

import msgspec

from onrecord.errors import ArchiveDamagedError, NoSuchError
from onrecord.record import Form, Origin, Page, Reading, Span

from . import bodies, sites
from .connections import Connection
from .hits import article_hits, statement_key
from .places import to_source
from .results import (
    ArticleHit,
    ArticleView,
    Count,
    KeptPage,
    PersonIn,
    Printing,
    Statement,
    Summary,
    UnreadRow,
)


def page(at: Connection, page_id: int) -> KeptPage:
    """The saved page, as it was."""
    row = at.row(
        "SELECT sha256, form, encoding, length, headers, kept, body, base, source, added "
        "FROM page WHERE id = ?",
        (page_id,),
    )
    if row is None:
        raise NoSuchError(str(at.path), "page", page_id)
    sha256, form, encoding, length, headers, kept, body, base, source, added = row
    data = sites.unpack(at, body, base)
    text = bodies.unpack(source).decode("utf-8", "surrogatepass") if source is not None else None
    if text is None:
        text = data.decode("utf-8", "surrogatepass") if kept == "text" else bodies.decoded(data, encoding)
    if text is None:
        raise ArchiveDamagedError(str(at.path), f"page {page_id} does not decode as {encoding}")
    told = tuple((name, value) for name, value in msgspec.json.decode(headers)) if headers else ()
    origins = tuple(
        Origin(
            name,
            url,
            datetime.fromisoformat(saved) if saved else None,
            sha256,
            encoding,
            Form(form),
            length,
            told,
        )
        for name, url, saved in at.rows(
            "SELECT name, url, saved FROM origin WHERE page_id = ? ORDER BY number", (page_id,)
        )
    )
    # The first place is where the page is from; one that only names a file may have got its address later.
    first = next((origin for origin in origins if origin.url), origins[0])
    return KeptPage(page_id, Page(text, first), data if kept == "bytes" else None, origins, added)


def reading(at: Connection, article_id: int, source: str) -> Reading:
    """The reading as it was put in."""
    packed = at.one("SELECT reading FROM body WHERE article_id = ?", (article_id,))
    if packed is None:
        raise NoSuchError(str(at.path), "article", article_id)
    outcome = bodies.unpack_reading(packed, source)
    if not isinstance(outcome, Reading):
        raise ArchiveDamagedError(str(at.path), f"what is kept for article {article_id} is not a reading")
    return outcome


def article(at: Connection, article_id: int) -> ArticleView:
    """All that is kept of one article."""
    with at.in_time():
        row = at.row("SELECT site, story FROM article WHERE id = ?", (article_id,))
        if row is None:
            raise NoSuchError(str(at.path), "article", article_id)
        kept = page(at, article_id)
        read = reading(at, article_id, kept.page.source)
        persons = {
            number: (person, name)
            for number, person, name in at.rows(
                "SELECT e.number, p.id, p.name FROM entity e JOIN person p ON p.id = e.person_id WHERE "
                "e.article_id = ?",
                (article_id,),
            )
        }
        said = Counter(a.entity for a in read.attributions if a.entity is not None)
        people = tuple(
            PersonIn(e, *persons.get(e.id, (None, e.name)), statements=said[e.id]) for e in read.entities
        )
        return ArticleView(
            article_id,
            article_id,
            read,
            _keys(kept.page.origin.sha256, read),
            people,
            _printings(at, article_id, row[1]),
            kept.origins,
            row[0],
            kept.added,
        )


def _keys(sha256: str, read: Reading) -> tuple[str, ...]:
    return tuple(
        statement_key(sha256, min(s.start for s in a.content), max(s.end for s in a.content))
        for a in read.attributions
    )


def statement_keys(at: Connection, article_id: int) -> tuple[str, ...]:
    """The keys of an article's statements, in order."""
    sha256 = at.one("SELECT sha256 FROM page WHERE id = ?", (article_id,))
    if sha256 is None:
        raise NoSuchError(str(at.path), "article", article_id)
    rows = at.rows(
        "SELECT content_start, content_end FROM attribution WHERE id BETWEEN ? AND ? ORDER BY id",
        (article_id << 20, ((article_id + 1) << 20) - 1),
    )
    return tuple(statement_key(sha256, *row) for row in rows)


def _printings(at: Connection, article_id: int, story: int | None) -> tuple[Printing, ...]:
    if story is None:
        return ()
    # What is kept is how much each has in common with the story's first; so for the first it is what this one has.
    rows = at.rows(
        "SELECT a.id, a.headline, a.site, a.published, a.url, coalesce(a.relation, 'first'), "
        "coalesce(a.shared, (SELECT shared FROM article WHERE id = ?), 1.0) "
        "FROM article a WHERE a.story = ? AND a.id <> ? ORDER BY a.published, a.id",
        (article_id, story, article_id),
    )
    return tuple(Printing(*row) for row in rows)


def statement(at: Connection, key: str) -> Statement:
    """One attribution with its evidence."""
    with at.in_time():
        digits, start, end = _parted(at, key)
        row = at.row(
            "SELECT t.id, t.person_id, p.name FROM page g JOIN attribution t "
            "ON t.id BETWEEN g.id << 20 AND ((g.id + 1) << 20) - 1 LEFT JOIN person p ON p.id = t.person_id "
            # with the pluses SQLite makes no index of all attributions to find one of a page
            "WHERE g.sha256 >= ? AND g.sha256 < ? AND +t.content_start = ? AND +t.content_end = ? "
            "ORDER BY t.id",
            (digits, digits + "g", start, end),
        )
        if row is None:
            raise NoSuchError(str(at.path), "statement", key)
        number, person, name = row
        article_id = number >> 20
        kept = page(at, article_id)
        read = reading(at, article_id, kept.page.source)
        told, text = read.article, read.article.text
        attribution = read.attributions[number & ((1 << 20) - 1)]
        parts = [p for p in told.blocks if p.span is not None and p.span.start < end and p.span.end > start]
        first = min((p.span.start for p in parts if p.span), default=start)
        last = max((p.span.end for p in parts if p.span), default=end)
        origin = kept.page.origin
        return Statement(
            key,
            article_id,
            number & ((1 << 20) - 1),
            attribution,
            person,
            name or attribution.speaker,
            _words(attribution.source, text),
            _words(attribution.cue, text),
            _words(attribution.content, text) or "",
            text[first:last],
            first,
            to_source(attribution.content, told.blocks, kept.page.source, origin.form),
            told.headline,
            at.one("SELECT site FROM article WHERE id = ?", (article_id,)),
            told.publisher,
            told.agency,
            tuple(b.name for b in told.bylines),
            told.published.isoformat() if told.published else None,
            origin.saved.isoformat() if origin.saved else None,
            read.address or origin.url,
            origin.name,
            origin.sha256,
        )


def _parted(at: Connection, key: str) -> tuple[str, int, int]:
    """A statement's key as the page's digits and where the statement's content begins and ends."""
    digits, _, place = key.partition("-")
    start, _, end = place.partition("-")
    plain = len(digits) == 16 and all(c in "0123456789abcdef" for c in digits) and len(place) <= 24
    if not (plain and start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise NoSuchError(str(at.path), "statement", key)
    return digits, int(start), int(end)


def _words(spans: tuple[Span, ...] | None, text: str) -> str | None:
    """The words at the spans, with an ellipsis where words between are left out."""
    return " … ".join(span.of(text) for span in spans) if spans else None


def places(at: Connection, article_id: int, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Where in the source the words at these spans of the text stand."""
    kept = page(at, article_id)
    read = reading(at, article_id, kept.page.source)
    return to_source(spans, read.article.blocks, kept.page.source, kept.page.origin.form)


def unread(at: Connection, *, limit: int, offset: int) -> tuple[UnreadRow, ...]:
    """Pages that could not be read, newest first."""
    rows = at.rows(
        "SELECT id, name, url, reason, detail, added, page_id FROM unread_page ORDER BY id DESC "
        "LIMIT ? OFFSET ?",
        (limit, offset),
    )
    return tuple(UnreadRow(*row) for row in rows)


def newest(at: Connection, *, limit: int) -> tuple[ArticleHit, ...]:
    """The articles added last."""
    rows = at.rows("SELECT id FROM article WHERE is_article ORDER BY id DESC LIMIT ?", (limit,))
    return article_hits(at, [row[0] for row in rows])


def summary(at: Connection) -> Summary:
    """What is in the archive, in numbers."""
    with at.in_time():
        one = at.one
        # One at a time: asked for together, SQLite reads all days.
        first, last = one("SELECT min(day) FROM article"), one("SELECT max(day) FROM article")
        return Summary(
            articles=one("SELECT count(*) FROM article WHERE is_article"),
            pages=one("SELECT count(*) FROM page"),
            # Of what can be found: a row each, and narrow ones.
            statements=one("SELECT count(*) FROM statement_words_docsize"),
            people=one("SELECT count(*) FROM person WHERE merged_into IS NULL AND articles > 0"),
            unread=one("SELECT count(*) FROM unread_page"),
            stories=one("SELECT count(DISTINCT story) FROM article WHERE story IS NOT NULL"),
            sites=one("SELECT count(DISTINCT site) FROM article"),
            first=first,
            last=last,
            bytes=one("PRAGMA page_count") * one("PRAGMA page_size"),
            readers=tuple(
                Count(r, r, n)
                for r, n in at.rows(
                    "SELECT readers, count(*) FROM article GROUP BY readers ORDER BY count(*) DESC"
                )
            ),
        )
