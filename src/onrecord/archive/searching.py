"""Search: articles, statements and people, ranked, counted, with the words lit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from onrecord.errors import QueryError

from . import people
from .connections import Connection, marks
from .hits import article_hits, batches, person_hits, statement_hits
from .queries import (
    ALL,
    Filters,
    Query,
    days_expression,
    expression,
    first_day,
    last_day,
    parse,
    tag_expression,
)
from .results import Count, Facets, Hit, PersonHit, Results
from .words import phrase

_RANKED = 1_000
"""A query that more rows match than this is ranked among its newest: its words are too common to rank by."""
_BROAD = 64
"""A beginning that more words than this have says little of an article, and is not ranked by: merging the lists of
thousands of words, as FTS5 does anew for each look at them, would take most of a second in a large archive."""
_COUNTED = 60_000
"""Matches beyond this are not counted one by one: of words that stand everywhere the newest so many are looked at."""
_SAMPLED = 2_500
"""Facets of more results than this are counted among the newest so many."""
_WEIGHTS = {"articles": "8, 3, 1, 4, 2, 2, 0", "statements": "1, 0.5, 0", "people": "2, 1"}
_INDEX = {"articles": "article_words", "statements": "statement_words", "people": "person_words"}
_VOCABULARY = {"articles": "article_vocabulary", "statements": "statement_vocabulary"}


def search(
    at: Connection,
    query: str,
    filters: Filters,
    *,
    what: str,
    sort: str,
    limit: int,
    offset: int,
    facets: bool,
    fold: bool,
) -> Results:
    """One page of what matches."""
    if what not in _INDEX:
        raise QueryError(what, 0, f"there are no {what!r} to search; there are {', '.join(_INDEX)}")
    if sort not in ("best", "newest", "oldest"):
        raise QueryError(
            sort, 0, f"results cannot be sorted by {sort!r}; best, newest and oldest are possible"
        )
    read = parse(query, filters, what)
    limit, offset = max(1, min(limit, 1_000)), max(0, offset)
    with at.in_time():
        if what == "people":
            return _people(at, query, read, limit, offset)
        match = _match(at, read, what)
        if match == ALL and read.filters == Filters():
            return _everything(at, query, what, sort, limit, offset, facets=facets, fold=fold)
        ids, exact = _ids(at, match, read.filters, what, sort)
        if fold and what == "articles":
            total = len(ids)
            ordered = _fold(at, _ordered(at, match, read, ids, what, sort))
            page = ordered[offset : offset + limit]
        else:
            total = len(ids)
            page = _ordered(at, match, read, ids, what, sort, offset + limit)[offset : offset + limit]
        hits: tuple[Hit, ...]
        if what == "articles":
            hits = article_hits(at, page, read.lit)
        else:
            hits = statement_hits(at, page, read.lit)
        counted = _facets(at, ids, what) if facets else None
        return Results(what, query, hits, total, exact, offset, limit, counted)


def _everything(
    at: Connection, query: str, what: str, sort: str, limit: int, offset: int, *, facets: bool, fold: bool
) -> Results:
    """One page of all there is: read along the days, so that it takes as long in a large archive as in a small one.

    Of articles of one story the first is listed.
    """
    said = what == "statements"
    table = (
        "article a JOIN attribution t ON t.id BETWEEN a.id << 20 AND (a.id << 20) + 1048575"
        if said
        else "article a"
    )
    row, inner = ("t.id", ", t.id") if said else ("a.id", "")
    where = "a.is_article" + (" AND (a.story IS NULL OR a.story = a.id)" if fold and not said else "")
    down = "ASC" if sort == "oldest" else "DESC"
    page: list[int] = []
    passed = 0
    for dated in ("a.day IS NOT NULL", "a.day IS NULL"):
        wanted = limit - len(page)
        if wanted:
            skip = max(0, offset - passed)
            found = at.rows(
                f"SELECT {row} FROM {table} WHERE {where} AND {dated} ORDER BY a.day {down}, a.id {down}{inner} "
                "LIMIT ? OFFSET ?",
                (wanted, skip),
            )
            page += [each for (each,) in found]
            if not found and dated == "a.day IS NOT NULL":
                passed = at.one(f"SELECT count(*) FROM {table} WHERE {where} AND {dated}")
            else:
                passed = offset
    if said:
        total = at.one("SELECT count(*) FROM statement_words_docsize")
    else:
        total = at.one(f"SELECT count(*) FROM article a WHERE {where}")
    counted = None
    if facets:
        newest = at.rows(f"SELECT {row} FROM {table} WHERE a.is_article ORDER BY a.id DESC LIMIT {_SAMPLED}")
        counted = _facets(at, sorted(each for (each,) in newest), what)
        if total > len(newest):
            counted = replace(counted, sample=_SAMPLED)
    hits: tuple[Hit, ...] = statement_hits(at, page) if said else article_hits(at, page)
    return Results(what, query, hits, total, True, offset, limit, counted)


def every(at: Connection, query: str, filters: Filters) -> Iterator[int]:
    """Ids of all articles that match, oldest first."""
    read = parse(query, filters, "articles")
    if read.match is None and read.filters == Filters():
        rows = at.rows("SELECT id FROM article WHERE is_article ORDER BY day, id")
        return iter([row[0] for row in rows])
    match = _match(at, read, "articles")
    ids = [row[0] for row in at.rows("SELECT rowid FROM article_words WHERE article_words MATCH ?", (match,))]
    ids = _narrow(at, ids, read.filters, "articles")
    return iter([*reversed(_newest(at, ids, "articles", "newest", None))])


def _match(at: Connection, read: Query, what: str) -> str:
    """FTS5's expression for the words and for what narrows them."""
    parts = [read.match] if read.match else []
    f = read.filters
    for field in ("site", "agency", "publisher", "section", "language", "page_kind", "kind", "act", "day"):
        value = getattr(f, field)
        if value is not None:
            if field == "day":
                f = replace(f, since=f.since or value, until=f.until or value)
            else:
                parts.append(tag_expression(field, value))
    if f.speaker is not None:
        parts.append(_speaker(at, f.speaker))
    if f.since is not None or f.until is not None:
        parts.append(_days(at, f))
    return " AND ".join(parts) if parts else ALL


def _speaker(at: Connection, name: str) -> str:
    if not phrase(name):
        raise QueryError(name, 0, f"{name!r} is not a name")
    sides = [" AND ".join(expression([word], ("speaker",)) for word in phrase(name))]
    # Somebody whom a user merged with another has said what the other said.
    sides += [
        expression(phrase(other), ("speaker",)) for other in people.names_like(at, name) if phrase(other)
    ]
    return "(" + " OR ".join(f"({side})" for side in sides) + ")"


def _days(at: Connection, filters: Filters) -> str:
    first, last = at.rows("SELECT min(day), max(day) FROM article WHERE day IS NOT NULL")[0]
    start, end = date.fromisoformat(first or "1900-01-01"), date.fromisoformat(last or "1900-01-01")
    for value, name in ((filters.since, "since"), (filters.until, "until")):
        if value is None:
            continue
        try:
            if name == "since":
                start = max(start, first_day(value))
            else:
                end = min(end, last_day(value))
        except ValueError:
            message = f"{value!r} is not a year, a month or a day, such as 2022, 2022-05 or 2022-05-21"
            raise QueryError(value, 0, message) from None
    # No day at all: an expression that nothing matches.
    return days_expression(start, end) or "tags : zqnothing"


def _ids(at: Connection, match: str, filters: Filters, what: str, sort: str) -> tuple[list[int], bool]:
    """Ids of what matches, oldest added first, and whether these are all."""
    if match == ALL and what == "articles":
        rows = at.rows(f"SELECT id FROM article WHERE is_article ORDER BY id DESC LIMIT {_COUNTED}")
        rows.reverse()
    elif match == ALL and filters.person is not None:
        rows = at.rows(
            "SELECT id FROM attribution WHERE person_id = ? ORDER BY id", (people.kept(at, filters.person),)
        )
        return _narrow(at, [row[0] for row in rows], replace(filters, person=None), what), True
    else:
        index = _INDEX[what]
        # Of too many the newest, unless the oldest are wanted.
        down = "" if sort == "oldest" else "ORDER BY rowid DESC "
        rows = at.rows(f"SELECT rowid FROM {index} WHERE {index} MATCH ? {down}LIMIT {_COUNTED}", (match,))
        if down:
            rows.reverse()
    ids = _narrow(at, [row[0] for row in rows], filters, what)
    return ids, len(rows) < _COUNTED


def _narrow(at: Connection, ids: list[int], filters: Filters, what: str) -> list[int]:
    """Those that are of the person and the story asked for."""
    if filters.person is not None:
        one = people.kept(at, filters.person)
        if what == "statements":
            of = {row[0] for row in at.rows("SELECT id FROM attribution WHERE person_id = ?", (one,))}
        else:
            of = {row[0] for row in at.rows("SELECT article_id FROM entity WHERE person_id = ?", (one,))}
        ids = [each for each in ids if each in of]
    if filters.story is not None:
        of = {
            row[0]
            for row in at.rows("SELECT id FROM article WHERE story = ? OR id = ?", (filters.story,) * 2)
        }
        ids = [each for each in ids if (each >> 20 if what == "statements" else each) in of]
    return ids


def _ordered(
    at: Connection, match: str, read: Query, ids: list[int], what: str, sort: str, most: int | None = None
) -> list[int]:
    """The ids, best or newest or oldest first; at least `most` of them."""
    if sort != "best" or read.match is None or _broad(at, read, what):
        return _newest(at, ids, what, "newest" if sort == "best" else sort, most)
    index = _INDEX[what]
    ranked = ids[-_RANKED:]
    if not ranked:
        return []
    joined, weight = "", ""
    if what == "statements":
        # Of two statements with the words the surer one comes first: of those that are hardly more than a guess
        # a list would else be full.
        joined, weight = f"JOIN attribution t ON t.id = {index}.rowid ", " * (0.5 + t.confidence)"
    rows = at.rows(
        f"SELECT {index}.rowid FROM {index} {joined}WHERE {index} MATCH ? AND {index}.rowid BETWEEN ? AND ? "
        f"ORDER BY bm25({index}, {_WEIGHTS[what]}){weight}, {index}.rowid DESC",
        (match, ranked[0], ranked[-1]),
    )
    chosen = set(ranked)
    best = [row[0] for row in rows if row[0] in chosen]
    if most is not None and len(best) >= most:
        return best
    return best + _newest(at, ids[: -len(ranked)], what, "newest", None)


def _broad(at: Connection, read: Query, what: str) -> bool:
    """Whether nothing but beginnings is searched for, one of them that of very many words."""
    starts = [words[0].removesuffix("*") for words in read.lit if len(words) == 1 and words[0].endswith("*")]
    if not starts or len(starts) < len(read.lit):
        return False
    for start in starts:
        found = at.rows(
            f"SELECT 1 FROM temp.{_VOCABULARY[what]} WHERE term >= ? AND term < ? LIMIT ?",
            (start, start + "\U0010ffff", _BROAD + 1),
        )
        if len(found) > _BROAD:
            return True
    return False


def _newest(at: Connection, ids: list[int], what: str, sort: str, most: int | None) -> list[int]:
    """The ids by the day of their article, those without a day last."""
    down = "DESC" if sort == "newest" else "ASC"
    of_statement = what == "statements"
    if most is not None and len(ids) > 2_000:
        # Many match, few are wanted: walk along the days and stop early.
        chosen: set[int] | dict[int, list[int]] = set(ids)
        if of_statement:
            chosen = {}
            for each in ids:
                chosen.setdefault(each >> 20, []).append(each)
        found: list[int] = []
        for (article,) in at.each(
            f"SELECT id FROM article WHERE day IS NOT NULL ORDER BY day {down}, id {down}"
        ):
            if article in chosen:
                found.extend(chosen[article] if isinstance(chosen, dict) else [article])
                if len(found) >= most:
                    return found
        seen = set(found)
        return found + [each for each in ids if each not in seen]
    days: dict[int, str | None] = {}
    articles = sorted({each >> 20 for each in ids}) if of_statement else ids
    for some in batches(articles):
        days.update(at.rows(f"SELECT id, day FROM article WHERE id IN ({marks(some)})", tuple(some)))
    sign = -1 if sort == "newest" else 1

    def place(each: int) -> tuple[bool, int, int]:
        article = each >> 20 if of_statement else each
        day = days.get(article)
        return (day is None, sign * int(day.replace("-", "")) if day else 0, sign * article)

    return sorted(ids, key=place)


def _fold(at: Connection, ids: list[int]) -> list[int]:
    """Of articles of one story the first in the list."""
    stories: dict[int, int] = {}
    for some in batches(ids):
        stories.update(
            at.rows(
                f"SELECT id, story FROM article WHERE story IS NOT NULL AND id IN ({marks(some)})",
                tuple(some),
            )
        )
    seen: set[int] = set()
    kept = []
    for each in ids:
        story = stories.get(each)
        if story is None or story not in seen:
            kept.append(each)
        if story is not None:
            seen.add(story)
    return kept


def _facets(at: Connection, ids: list[int], what: str) -> Facets:
    """How often each site, agency, ... is among the results, and how many results each day has."""
    sample = len(ids) if len(ids) > _SAMPLED else None
    counted = ids[-_SAMPLED:]
    weights = Counter(each >> 20 for each in counted) if what == "statements" else Counter(counted)
    counters: dict[str, Counter[str]] = {
        name: Counter() for name in ("site", "agency", "section", "language", "timeline", "speaker", "kind")
    }
    articles = list(weights)
    for some in batches(articles):
        for article, site, agency, section, language, day in at.rows(
            f"SELECT id, site, agency, section, language, day FROM article WHERE id IN ({marks(some)})",
            tuple(some),
        ):
            weight = weights[article]
            for name, value in (
                ("site", site),
                ("agency", agency),
                ("section", section),
                ("language", language),
                ("timeline", day),
            ):
                if value:
                    counters[name][value] += weight
    if what == "statements":
        for some in batches(counted):
            for kind, speaker in at.rows(
                "SELECT t.kind, coalesce(p.name, e.name, t.speaker) FROM attribution t "
                "LEFT JOIN person p ON p.id = t.person_id "
                "LEFT JOIN entity e ON e.article_id = t.id >> 20 AND e.number = t.entity "
                f"WHERE t.id IN ({marks(some)})",
                tuple(some),
            ):
                counters["kind"][kind] += 1
                if speaker:
                    counters["speaker"][speaker] += 1
    else:
        for some in batches(articles[-1_000:]):
            for (speaker,) in at.rows(
                "SELECT p.name FROM entity e JOIN person p ON p.id = e.person_id WHERE p.statements > 0 AND "
                f"e.article_id IN ({marks(some)})",
                tuple(some),
            ):
                counters["speaker"][speaker] += 1
    return Facets(
        **{
            name: _top(counters[name])
            for name in ("site", "agency", "section", "speaker", "kind", "language")
        },
        timeline=tuple(Count(day, day, count) for day, count in sorted(counters["timeline"].items())),
        sample=None if sample is None else _SAMPLED,
    )


def _top(counter: Counter[str], most: int = 20) -> tuple[Count, ...]:
    return tuple(Count(value, value, count) for value, count in counter.most_common(most))


def _people(at: Connection, query: str, read: Query, limit: int, offset: int) -> Results:
    """People by name or role; what narrows them does so by the articles they are in."""
    f = read.filters
    values: tuple[object, ...] = ()
    where = "p.merged_into IS NULL AND p.articles > 0"
    joined = "person p"
    if read.match is not None or f.speaker is not None:
        match = " AND ".join(
            part
            for part in (
                read.match,
                " AND ".join(expression([w], ("name",)) for w in phrase(f.speaker)) if f.speaker else None,
            )
            if part
        )
        joined = "person_words w JOIN person p ON p.id = w.rowid"
        where = f"person_words MATCH ? AND {where}"
        values = (match,)
    if people.by_filters(f):
        match = _match(at, replace(read, match=None, filters=replace(f, speaker=None)), "articles")
        where += (
            " AND p.id IN (SELECT e.person_id FROM entity e WHERE e.article_id IN "
            "(SELECT rowid FROM article_words WHERE article_words MATCH ?))"
        )
        values = (*values, match)
    if f.person is not None:
        where += " AND p.id = ?"
        values = (*values, people.kept(at, f.person))
    total = at.one(f"SELECT count(*) FROM {joined} WHERE {where}", values)
    rows = at.rows(
        f"SELECT p.id FROM {joined} WHERE {where} ORDER BY p.statements + p.articles DESC, p.name LIMIT ? "
        f"OFFSET ?",
        (*values, limit, offset),
    )
    hits: tuple[PersonHit, ...] = person_hits(at, [row[0] for row in rows])
    return Results("people", query, hits, total, True, offset, limit, Facets())
