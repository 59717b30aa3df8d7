"""How many characters of each sort stand in each of many texts, counted over all of them at once."""

import re
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

SORTS = {
    "comma": r"[,，、،]",
    "semicolon": r";",
    "ending": r"[.!?…。！？؟।]",
    "quote": r"[\"“”„«»「」]",
    "line": r"\n",
    "digit": r"\d",
    "upper": r"[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]",
}
_BEYOND = 0x10000
"""Characters from here on are of no sort: there are no such punctuation marks, and hardly a digit."""
_AT_ONCE = 1 << 20

Counts = NDArray[np.int64]


class Letters:
    """The places in texts, joined end to end, where a character of some sort stands."""

    def __init__(self, whole: str) -> None:
        places, kinds = [], []
        for start in range(0, len(whole), _AT_ONCE):
            found = _kinds_of(whole[start : start + _AT_ONCE])
            at = np.flatnonzero(found)
            places.append(at + start)
            kinds.append(found[at])
        self._places = np.concatenate(places) if places else np.zeros(0, np.int64)
        self._kinds = np.concatenate(kinds) if kinds else np.zeros(0, np.uint8)

    def between(self, starts: Counts, stops: Counts, sorts: Sequence[str]) -> list[Counts]:
        """For each sort how many of its characters stand in each of the ranges."""
        first, last = np.searchsorted(self._places, starts), np.searchsorted(self._places, stops)
        counts = []
        so_far = np.zeros(len(self._places) + 1, np.int64)
        for sort in sorts:
            np.cumsum((self._kinds & _BITS[sort]) != 0, out=so_far[1:])
            counts.append(so_far[last] - so_far[first])
        return counts


_BITS = {sort: 1 << n for n, sort in enumerate(SORTS)}


def _kinds_of(text: str) -> NDArray[np.uint8]:
    """For each character the bits of its sorts."""
    if text.isascii():
        return _table()[np.frombuffer(text.encode("ascii"), np.uint8)]
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    return _table()[np.minimum(codes, _BEYOND)]


@cache
def _table() -> NDArray[np.uint8]:
    """The bits of every character's sorts, by its code."""
    every = "".join(map(chr, range(_BEYOND)))
    table = np.zeros(_BEYOND + 1, np.uint8)
    for sort, pattern in SORTS.items():
        table[[found.start() for found in re.finditer(pattern, every)]] |= _BITS[sort]
    return table
