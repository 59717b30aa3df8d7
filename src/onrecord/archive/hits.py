"""Rows of a list of results, made from ids: headline and site, who said what, snippets with the words lit."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from onrecord.record import Span

from .connections import Connection, marks
from .results import ArticleHit, Count, PersonHit, Snippet, StatementHit
from .words import levelled, words

_SNIPPET = 240
"""Code points of a snippet: three lines on a page."""


def batches(ids: Sequence[int], size: int = 500) -> Iterator[Sequence[int]]:
    """The ids a few hundred at a time: SQLite takes so many values in one statement."""
    for start in range(0, len(ids), size):
        yield ids[start : start + size]


def article_hits(
    at: Connection, ids: Sequence[int], lit: Sequence[tuple[str, ...]] = ()
) -> tuple[ArticleHit, ...]:
    """Articles as rows of a list, in the order given."""
    if not ids:
        return ()
    rows = {
        row[0]: row
        for some in batches(ids)
        for row in at.rows(
            "SELECT a.id, a.headline, a.deck, a.site, a.publisher, a.agency, a.section, a.kind, "
            "a.language, a.published, "
            "a.url, b.text, a.story FROM article a JOIN body b ON b.article_id = a.id "
            f"WHERE a.id IN ({marks(some)})",
            tuple(some),
        )
    }
    found = []
    for each in ids:
        if each not in rows:
            continue
        *told, text, story = rows[each]
        printings = 1 if story is None else _printings(at, story)
        (id_, headline, deck, site, publisher, agency, section, kind, language, published, url) = told
        found.append(
            ArticleHit(
                id_,
                headline,
                deck,
                site,
                publisher,
                agency,
                section,
                kind,
                language,
                published,
                url,
                snippet(text, lit),
                printings,
                story,
            )
        )
    return tuple(found)


def _printings(at: Connection, story: int) -> int:
    count: int = at.one("SELECT count(*) FROM article WHERE story = ?", (story,))
    return count


def statement_hits(
    at: Connection, ids: Sequence[int], lit: Sequence[tuple[str, ...]] = ()
) -> tuple[StatementHit, ...]:
    """Statements as rows of a list, in the order given."""
    if not ids:
        return ()
    rows = {
        row[0]: row[1:]
        for some in batches(ids)
        for row in at.rows(
            "SELECT t.id, p.sha256, b.text, t.source_start, t.source_end, t.cue_start, t.cue_end, t.content_start, "
            "t.content_end, t.pieces, t.confidence, "
            "a.id, a.headline, a.site, a.publisher, a.agency, a.published, a.url, t.kind, t.act, t.person_id, "
            "coalesce(person.name, e.name, t.speaker) "
            "FROM attribution t JOIN article a ON a.id = t.id >> 20 JOIN page p ON p.id = a.id "
            "JOIN body b ON b.article_id = a.id "
            "LEFT JOIN entity e ON e.article_id = a.id AND e.number = t.entity "
            "LEFT JOIN person ON person.id = t.person_id "
            f"WHERE t.id IN ({marks(some)})",
            tuple(some),
        )
    }
    return tuple(_statement_hit(rows[each], lit) for each in ids if each in rows)


def _statement_hit(row: Sequence[Any], lit: Sequence[tuple[str, ...]]) -> StatementHit:
    sha256, text, source_start, source_end, cue_start, cue_end, start, end, pieces, confidence = row[:10]
    article, headline, site, publisher, agency, published, url, kind, act, person, speaker = row[10:]
    content = " … ".join(content_of(text, start, end, pieces))
    return StatementHit(
        statement_key(sha256, start, end), article, headline, site, publisher, agency, published, url, kind, act,
        person, speaker,
        None if source_start is None else text[source_start:source_end],
        None if cue_start is None else text[cue_start:cue_end],
        content, confidence, snippet(content, lit, 600),
    )  # fmt: skip


def content_of(text: str, start: int, end: int, pieces: str | None) -> list[str]:
    """The words of a statement's content, piece by piece; one piece unless the table says otherwise."""
    if pieces is None:
        return [text[start:end]]
    return [text[first:last] for first, last in msgspec.json.decode(pieces)["content"]]


def statement_key(sha256: str, start: int, end: int) -> str:
    """The permanent name of a statement: its page's bytes and its place in the text."""
    return f"{sha256[:16]}-{start}-{end}"


def snippet(text: str, lit: Sequence[tuple[str, ...]], length: int = _SNIPPET) -> Snippet:
    """The stretch of the text with most of the searched words, and where they stand in it."""
    places = find(text, lit) if lit else []
    start = 0
    if places and places[0].start > length // 3 and len(text) > length:
        # The window that holds most different places; news says the most first, so the earliest of equals.
        best = max(
            places, key=lambda p: (sum(p.start <= q.start < p.start + length for q in places), -p.start)
        )
        start = max(0, best.start - length // 4)
        while start > 0 and not text[start - 1].isspace() and best.start - start < length // 2:
            start -= 1
    end = min(len(text), start + length)
    if end < len(text):
        cut = text.rfind(" ", start + length // 2, end)
        end = cut if cut > 0 else end
    shown = tuple(
        Span(max(p.start, start) - start, min(p.end, end) - start)
        for p in places
        if p.start < end and p.end > start
    )
    return Snippet(text[start:end], shown, start, start > 0, end < len(text))


def find(text: str, lit: Sequence[tuple[str, ...]]) -> list[Span]:
    """Where the words and phrases stand in the text, in order and without overlaps."""
    if not lit:
        return []
    level = levelled(text)
    found = _find_word_by_word(text, lit) if level is None else _find_at_once(level, lit)
    merged: list[Span] = []
    for span in sorted(found):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _find_at_once(level: str, lit: Sequence[tuple[str, ...]]) -> list[Span]:
    """All that is sought in a text that is folded character for character.

    Each pattern begins with the word itself, which `re` looks for as quickly as `in` does; that nothing of a word
    stands before it is seen to afterwards.
    """
    found: list[Span] = []
    for sought in set(lit):
        run = r"[\W_]+".join(re.escape(word.rstrip("*")) for word in sought)
        pattern = re.compile(run + (r"[^\W_]*" if sought[-1].endswith("*") else "") + r"\b")
        for match in pattern.finditer(level):
            start, end = match.span()
            if start == 0 or not (level[start - 1].isalnum() or level[start - 1] == "_"):
                found.append(Span(start, end))
    return found


def _find_word_by_word(text: str, lit: Sequence[tuple[str, ...]]) -> list[Span]:
    singles = {p[0].rstrip("*"): p[0].endswith("*") for p in lit if len(p) == 1}
    prefixes = tuple(word for word, starred in singles.items() if starred)
    phrases = [p for p in lit if len(p) > 1]
    stand = list(words(text))
    found: list[Span] = []
    for i, (word, start, end) in enumerate(stand):
        if word in singles or (prefixes and word.startswith(prefixes)):
            found.append(Span(start, end))
        for sought in phrases:
            run = stand[i : i + len(sought)]
            if len(run) == len(sought) and all(
                have[0].startswith(want[:-1]) if want.endswith("*") else have[0] == want
                for want, have in zip(sought, run, strict=True)
            ):
                found.append(Span(start, run[-1][2]))
    return found


def person_hits(at: Connection, persons: Sequence[int]) -> tuple[PersonHit, ...]:
    """People as rows of a list, in the order given."""
    found = []
    for person in persons:
        row = at.row("SELECT name, articles, statements FROM person WHERE id = ?", (person,))
        if row is None:
            continue
        told = at.rows(
            "SELECT e.name, e.roles, e.affiliations FROM entity e WHERE e.person_id = ? LIMIT 200", (person,)
        )
        first, last = at.rows(
            "SELECT min(a.day), max(a.day) FROM entity e JOIN article a ON a.id = e.article_id WHERE "
            "e.person_id = ?",
            (person,),
        )[0]
        found.append(
            PersonHit(
                person,
                row[0],
                _frequent(t[1] for t in told),
                _frequent(t[2] for t in told),
                row[1],
                row[2],
                first,
                last,
                tuple(name for name, _ in Counter(t[0] for t in told).most_common(10)),
            )
        )
    return tuple(found)


def _frequent(lists: Iterable[str | None], most: int = 5) -> tuple[str, ...]:
    return tuple(count.value for count in counts(lists, most))


def counts(lists: Iterable[str | None], most: int) -> tuple[Count, ...]:
    """How often each value stands in lists that are kept as JSON, those first that stand most often."""
    counter = Counter(value for told in lists if told for value in msgspec.json.decode(told))
    return tuple(Count(value, value, count) for value, count in counter.most_common(most))
