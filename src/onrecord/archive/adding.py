"""Pages and readings go into the file: all that came of one page in one transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime

import msgspec

from onrecord import __version__
from onrecord.record import (
    Attribution,
    Entity,
    MentionForm,
    Origin,
    Outcome,
    Page,
    Reading,
    Span,
    Unread,
    site_of,
)

from . import bodies, indexes, people, sites, views
from .connections import Connection, now
from .results import Added

NUMBERS = 1 << 20
"""Attribution ids: the article's id times this, plus the attribution's number in its reading."""


def add(at: Connection, page: Page | None, outcome: Outcome, *, raw: bytes | None = None) -> Added:
    """Keep one page and what came of it."""
    with at.writing():
        return _add(at, page, outcome, raw)


def add_many(at: Connection, pairs: Sequence[tuple[Page | None, Outcome]]) -> tuple[Added, ...]:
    """Keep several, all or none."""
    with at.writing():
        return tuple(_add(at, page, outcome, None) for page, outcome in pairs)


def has(at: Connection, sha256: str) -> bool:
    """Whether a page with these bytes is kept."""
    return at.row("SELECT 1 FROM page WHERE sha256 = ?", (sha256,)) is not None


def known(at: Connection, origin: Origin) -> Added | None:
    """What is kept of these bytes already, if they are; where they were found now is remembered."""
    with at.writing():
        row = at.row("SELECT id FROM page WHERE sha256 = ?", (origin.sha256,))
        if row is None:
            return None
        _add_origin(at, row[0], origin)
        article = at.one("SELECT id FROM article WHERE id = ?", row)
        return Added("known", row[0], article)


def pages(at: Connection, *, not_by: str | None) -> Iterator[int]:
    """Ids of kept pages; with `not_by`, of those that this version has not read."""
    if not_by is None:
        found = at.rows("SELECT id FROM page ORDER BY id")
    else:
        found = at.rows(
            "SELECT p.id FROM page p LEFT JOIN article a ON a.id = p.id LEFT JOIN unread_page u ON "
            "u.page_id = p.id "
            "WHERE coalesce(a.readers, u.readers, '') <> ? ORDER BY p.id",
            (not_by,),
        )
    return iter([page_id for (page_id,) in found])


def reread(at: Connection, page_id: int, read: Callable[[Page], Outcome]) -> Added:
    """Read a kept page anew; the new reading stands where the old one stood."""
    kept = views.page(at, page_id)
    outcome = read(kept.page)
    with at.writing():
        named = people.known_on(at, page_id)
        left = forget(at, page_id)
        added = _keep(at, page_id, kept.page, outcome, "reread", named)
        people.recount(at, left)
        return added


def _add(at: Connection, page: Page | None, outcome: Outcome, raw: bytes | None) -> Added:
    if page is None:
        if isinstance(outcome, Reading):
            raise ValueError("a reading is kept with its page: give the page too")
        return _add_unread(at, outcome)
    kept = known(at, page.origin)
    if kept is not None:
        return kept
    address = outcome.address if isinstance(outcome, Reading) else page.origin.url
    at.run(
        "INSERT INTO page (sha256, form, encoding, length, headers, kept, body, base, source, added) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _page_row(at, page, address, raw),
    )
    page_id = at.last_id()
    sites.learn(at, site_of(address), page_id)
    _add_origin(at, page_id, page.origin)
    # The bytes may have failed to be read as a page before; now they are one.
    at.run("DELETE FROM unread_page WHERE sha256 = ? AND page_id IS NULL", (page.origin.sha256,))
    return _keep(at, page_id, page, outcome, "new", {})


def _page_row(at: Connection, page: Page, address: str | None, raw: bytes | None) -> tuple[object, ...]:
    """The page's columns: its own bytes where we have them, and its text where the bytes do not give it
    back."""
    origin = page.origin
    if raw is not None and hashlib.sha256(raw).hexdigest() != origin.sha256:
        raise ValueError("the bytes given are not those of the page: their hash differs")
    data = raw if raw is not None else bodies.as_saved(page)
    text = page.source.encode("utf-8", "surrogatepass")
    gives = data is not None and bodies.decoded(data, origin.encoding) == page.source
    source = None if gives or data is None else bodies.pack(text)
    body, base = sites.pack(at, site_of(address), text if data is None else data)
    headers = msgspec.json.encode(origin.headers).decode() if origin.headers else None
    kept = "text" if data is None else "bytes"
    return (
        origin.sha256,
        str(origin.form),
        origin.encoding,
        origin.length,
        headers,
        kept,
        body,
        base,
        source,
        now(),
    )


def _add_origin(at: Connection, page_id: int, origin: Origin) -> None:
    saved = origin.saved.isoformat() if origin.saved else None
    found = at.row(
        "SELECT 1 FROM origin WHERE page_id = ? AND name IS ? AND url IS ? AND saved IS ?",
        (page_id, origin.name, origin.url, saved),
    )
    if found is None:
        at.run(
            "INSERT INTO origin SELECT ?, coalesce(max(number), -1) + 1, ?, ?, ?, ? FROM origin WHERE "
            "page_id = ?",
            (page_id, origin.name, origin.url, site_of(origin.url), saved, page_id),
        )
        if origin.url:
            _tell_address(at, page_id, origin.url)


def _tell_address(at: Connection, page_id: int, url: str) -> None:
    """An article that was added from a file that told no address gets one to be found by."""
    listed = at.row("SELECT is_article FROM article WHERE id = ? AND url IS NULL", (page_id,))
    if listed is None:
        return
    if listed[0]:
        indexes.take_out(at, page_id)
    at.run("UPDATE article SET url = ?, site = ? WHERE id = ?", (url, site_of(url), page_id))
    if listed[0]:
        indexes.put_in(at, page_id)


def _add_unread(at: Connection, unread: Unread) -> Added:
    origin = unread.page
    name = unread.name or (origin.name if origin else None)
    sha256 = origin.sha256 if origin else None
    known = at.row(
        "SELECT id FROM unread_page WHERE page_id IS NULL AND name IS ? AND reason = ? AND detail = ? AND "
        "sha256 IS ?",
        (name, str(unread.reason), unread.detail, sha256),
    )
    if known is not None:
        return Added("known", None, None)
    _insert_unread(at, None, unread, name, origin)
    return Added("unread", None, None)


def _insert_unread(
    at: Connection, page_id: int | None, unread: Unread, name: str | None, origin: Origin | None
) -> None:
    at.run(
        "INSERT INTO unread_page (page_id, name, url, sha256, reason, detail, readers, added) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            page_id,
            name,
            origin.url if origin else None,
            origin.sha256 if origin else None,
            str(unread.reason),
            unread.detail,
            __version__,
            now(),
        ),
    )


def _keep(
    at: Connection, page_id: int, page: Page, outcome: Outcome, state: str, before: dict[str, int]
) -> Added:
    """All that came of reading a page whose bytes are kept. `before` are the people it had, by name."""
    if isinstance(outcome, Unread):
        _insert_unread(at, page_id, outcome, outcome.name or page.origin.name, page.origin)
        return Added("unread", page_id, None)
    _insert_article(at, page_id, page, outcome)
    persons = people.resolve(at, page_id, outcome, before)
    _insert_found(at, page_id, outcome, persons)
    people.recount(at, set(persons.values()))
    if outcome.article.is_article:
        indexes.put_in(at, page_id)
        at.run("INSERT INTO unfolded VALUES (?)", (page_id,))
    return Added(state, page_id, page_id)


def _insert_article(at: Connection, page_id: int, page: Page, reading: Reading) -> None:
    article = reading.article
    names = [byline.name for byline in article.bylines]
    at.run(
        "INSERT INTO article (id, kind, is_article, language, published, modified, day, site, publisher, "
        "agency, "
        "section, headline, deck, bylines, copyright, readers, made, url) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            page_id,
            str(article.kind),
            int(article.is_article),
            article.language,
            _iso(article.published),
            _iso(article.modified),
            article.published.isoformat()[:10] if article.published else None,
            site_of(reading.address),
            article.publisher,
            article.agency,
            article.section,
            article.headline,
            article.deck,
            _list(names),
            article.copyright,
            reading.readers,
            now(),
            reading.address,
        ),
    )
    packed = bodies.pack_reading(reading, page.source)
    at.run("INSERT INTO body VALUES (?, ?, ?)", (page_id, article.text, packed))
    at.run_many(
        "INSERT INTO picture VALUES (?, ?, ?, ?, ?, ?)",
        [(page_id, i, p.url, p.caption, p.credit, p.alt) for i, p in enumerate(article.pictures)],
    )
    cards = [("related", card) for card in article.related] + [
        ("sponsored", card) for card in article.sponsored
    ]
    at.run_many(
        "INSERT INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (page_id, i, kind, c.headline, c.url, c.teaser, c.source, c.age)
            for i, (kind, c) in enumerate(cards)
        ],
    )


def _insert_found(at: Connection, page_id: int, reading: Reading, persons: dict[int, int]) -> None:
    at.run_many(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                page_id,
                e.id,
                str(e.kind),
                e.name,
                persons.get(e.id),
                e.age,
                _list(e.roles),
                _list(e.affiliations),
                mentions_of(e),
            )
            for e in reading.entities
        ],
    )
    at.run_many(
        "INSERT INTO timex VALUES (?, ?, ?, ?, ?, ?)",
        [(page_id, i, *t.span, str(t.type), t.value) for i, t in enumerate(reading.times)],
    )
    if len(reading.attributions) >= NUMBERS:
        raise ValueError(f"a reading with {len(reading.attributions):,} attributions cannot be kept")
    known = {e.id: e.name for e in reading.entities}
    at.run_many(
        "INSERT INTO attribution VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_attribution_row(page_id, i, a, persons, known) for i, a in enumerate(reading.attributions)],
    )


_FORMS = {form: number for number, form in enumerate(MentionForm)}


def mentions_of(entity: Entity) -> str:
    """The places that name an entity, as the table holds them."""
    flat = [n for m in entity.mentions for n in (m.span.start, m.span.end, _FORMS[m.form])]
    return msgspec.json.encode(flat).decode()


def _attribution_row(
    page_id: int, number: int, a: Attribution, persons: dict[int, int], known: dict[int, str]
) -> tuple[object, ...]:
    several = any(spans and len(spans) > 1 for spans in (a.source, a.cue, a.content))
    pieces = (
        msgspec.json.encode({"source": a.source, "cue": a.cue, "content": a.content}).decode()
        if several
        else None
    )
    entity = a.entity if a.entity in known else None
    return (
        page_id * NUMBERS + number,
        str(a.kind),
        str(a.act),
        entity,
        None if entity is None else persons.get(entity),
        a.speaker if entity is None else None,
        *_hull(a.source),
        *_hull(a.cue),
        *_hull(a.content),
        pieces,
        round(a.confidence, 4),
    )


def _hull(spans: tuple[Span, ...] | None) -> tuple[int | None, int | None]:
    """From the first of the spans to the last."""
    if not spans:
        return None, None
    return min(span.start for span in spans), max(span.end for span in spans)


def forget(at: Connection, page_id: int) -> set[int]:
    """Delete all that came of reading a page; the page itself stays. Gives the people to be recounted."""
    persons = {
        row[0]
        for row in at.rows(
            "SELECT DISTINCT person_id FROM entity WHERE article_id = ? AND person_id IS NOT NULL", (page_id,)
        )
    }
    indexes.take_out(at, page_id)
    at.run(
        "DELETE FROM attribution WHERE id BETWEEN ? AND ?",
        (page_id * NUMBERS, page_id * NUMBERS + NUMBERS - 1),
    )
    story = at.one("SELECT story FROM article WHERE id = ?", (page_id,))
    at.run("DELETE FROM article WHERE id = ?", (page_id,))
    at.run("DELETE FROM unread_page WHERE page_id = ?", (page_id,))
    if story is not None:
        _leave_story(at, story, page_id)
    return persons


def _leave_story(at: Connection, story: int, page_id: int) -> None:
    """The others of a story that an article left are compared anew if it was their first, or are a story
    no more."""
    left = at.rows("SELECT id FROM article WHERE story = ?", (story,))
    if story == page_id or len(left) < 2:
        at.run("UPDATE article SET story = NULL, relation = NULL, shared = NULL WHERE story = ?", (story,))
        if len(left) > 1:
            at.run_many("INSERT OR IGNORE INTO unfolded VALUES (?)", left)


def _iso(moment: date | datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _list(values: Sequence[str]) -> str | None:
    return msgspec.json.encode(values).decode() if values else None
