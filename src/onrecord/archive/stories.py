"""Copies and versions as the archive keeps them; how they are told is given from outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .connections import Connection


@dataclass(frozen=True, slots=True)
class Text:
    """What is compared of an article."""

    id: int
    text: str
    headline: str | None
    site: str | None
    url: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Match:
    """Two articles are of one story: `relation` is `copy` or `version`, `shared` the share of the shorter
    text."""

    new: int
    old: int
    relation: str
    shared: float


Signature = Callable[[str], bytes | None]
"""The MinHash of a text; None for a text too short to compare."""
Candidates = Callable[[Sequence[tuple[int, bytes]], Sequence[tuple[int, bytes]]], Sequence[tuple[int, int]]]
"""From (id, signature) of new and of all articles, the pairs (new, old) that are worth comparing."""
Compare = Callable[[Text, Text], Match | None]
"""Whether two articles are of one story."""


@dataclass(frozen=True, slots=True)
class Fold:
    """How copies are told: three functions, from cheap to exact, and when two stories become one."""

    signature: Signature
    candidates: Candidates
    compare: Compare
    sure: float
    """The share from which two stories that each have several articles become one."""


def fold(at: Connection, how: Fold) -> int:
    """Compare the articles added since the last time with all; how many were found to be of another's
    story."""
    with at.writing():
        new = [row[0] for row in at.rows("SELECT article_id FROM unfolded ORDER BY article_id")]
        signed: list[tuple[int, bytes]] = []
        for article in new:
            known = at.one("SELECT minhash FROM signature WHERE article_id = ?", (article,))
            if known is None:
                known = how.signature(at.one("SELECT text FROM body WHERE article_id = ?", (article,)))
                if known is not None:
                    at.run("INSERT INTO signature VALUES (?, ?)", (article, known))
            if known is not None:
                signed.append((article, known))
        told = 0
        if signed:
            every = at.rows("SELECT article_id, minhash FROM signature ORDER BY article_id")
            matches: list[Match] = []
            for a, b in how.candidates(signed, every):
                match = how.compare(_text(at, max(a, b)), _text(at, min(a, b)))
                if match is not None:
                    matches.append(match)
            told = _join(at, matches, how.sure)
        at.run("DELETE FROM unfolded")
        return told


def _text(at: Connection, article: int) -> Text:
    row = at.row(
        "SELECT a.id, b.text, a.headline, a.site, a.url, a.published FROM article a JOIN body b ON "
        "b.article_id = a.id WHERE a.id = ?",
        (article,),
    )
    assert row is not None
    return Text(*row)


def _join(at: Connection, matches: Sequence[Match], sure: float) -> int:
    """Articles that match are one story, named by its first article; the best match says how each is
    related."""
    told: set[int] = set()
    for match in sorted(matches, key=lambda m: (-m.shared, m.new, m.old)):
        ours, theirs = (
            at.one("SELECT coalesce(story, id) FROM article WHERE id = ?", (each,))
            for each in (match.new, match.old)
        )
        if ours != theirs:
            # An article between two stories that are told already must not tie them together.
            if match.shared < sure and _has_several(at, ours) and _has_several(at, theirs):
                continue
            story, other = sorted((ours, theirs))
            at.run(
                "UPDATE article SET story = ? WHERE story = ? OR id IN (?, ?)", (story, other, story, other)
            )
        at.run(
            "UPDATE article SET relation = ?, shared = ? WHERE id = ? AND id <> story AND shared IS NULL",
            (match.relation, round(match.shared, 4), match.new),
        )
        told.add(match.new)
    return len(told)


def _has_several(at: Connection, story: int) -> bool:
    return at.row("SELECT 1 FROM article WHERE story = ?", (story,)) is not None
