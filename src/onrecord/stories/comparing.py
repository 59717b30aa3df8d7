"""Two texts side by side: how much of the shorter one stands in the longer one, and what they are to each
other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

_WORD = re.compile(r"[\w]+")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
RUN = 3
"""Words that must follow one another in both texts to count as shared. On `quality/copies.py` three keep
copies and quotations of one speech furthest apart; with five, a word changed in every sentence hides a
copy."""
SAME = 0.6
"""The share of the shorter text from which two texts are one story. On `quality/copies.py` copies that an
editor went over share .62 and more, reports that quote the same speech or press release at length up to
half."""
LEAST = 40
"""Words that a text must have for its copies to be told; a notice of one sentence is everywhere alike."""


@dataclass(frozen=True, slots=True)
class Printed:
    """An article as it was printed: what is compared of it."""

    text: str
    headline: str | None = None
    site: str | None = None
    url: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """What two articles of one story are to each other, and the share of the shorter text that both have."""

    kind: Literal["copy", "version"]
    shared: float


def words_of(text: str) -> list[str]:
    """The words to compare by: no case, no accents of form (full width, ligatures), no marks.

    A script without spaces gives its characters.
    """
    found: list[str] = []
    for word in _WORD.findall(unicodedata.normalize("NFKC", text).casefold()):
        if _UNSPACED.search(word):
            found.extend(word)
        else:
            found.append(word)
    return found


def shared(a: Sequence[str], b: Sequence[str], run: int = RUN) -> float:
    """The share of the shorter text's words that stand, in runs of so many, in the longer one too."""
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    if len(short) < run:
        return 0.0
    there = {tuple(long[i : i + run]) for i in range(len(long) - run + 1)}
    covered = bytearray(len(short))
    for i in range(len(short) - run + 1):
        if tuple(short[i : i + run]) in there:
            covered[i : i + run] = b"\x01" * run
    return sum(covered) / len(short)


def compare(new: Printed, old: Printed) -> Relation | None:
    """What the two are to each other; None if they are not one story.

    The same address, or the same headline on the same site, is a version of itself; any other is a copy.
    """
    ours, theirs = words_of(new.text), words_of(old.text)
    if min(len(ours), len(theirs)) < LEAST:
        return None
    share = shared(ours, theirs)
    if share < SAME:
        return None
    return Relation("version" if _is_version(new, old) else "copy", share)


def _is_version(new: Printed, old: Printed) -> bool:
    if new.url and old.url and _address(new.url) == _address(old.url):
        return True
    if not (new.site and new.site == old.site):
        return False
    return bool(new.headline and old.headline) and words_of(new.headline or "") == words_of(
        old.headline or ""
    )


def _address(url: str) -> tuple[str, str]:
    """An address without what changes between two visits: scheme, `www.`, query and fragment."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "", url
    return (parts.hostname or "").removeprefix("www."), parts.path.rstrip("/")
