"""Signed letters: a line that holds a name alone, under words in the first person, says who "I" is."""

from collections.abc import Iterable
from dataclasses import dataclass

from .words import Words

FIRST_PERSON = frozenset(("i", "me", "my", "mine", "myself"))
_PLAIN = frozenset((".", ",", "—", "–", "―", "-", "by", "sincerely", "regards", "yours", "signed"))
"""What may stand in a line that holds a name alone."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Words [first, end) of a letter, and the number of who signed it."""

    first: int
    end: int
    signer: int


def find_letters(words: Words, names: Iterable[tuple[int, int, int]]) -> tuple[Letter, ...]:
    """Get the letters of a text, several on one page or none; names are (first word, last word, whose).

    A name that stands alone in its line is a heading as well may be; it signs what is above it only where
    somebody speaks of himself there, outside quotations.
    """
    out: list[Letter] = []
    begin = 0
    for first, last, whose in names:
        if first < begin or not _alone(words, first, last):
            continue
        own = any(words.lows[i] in FIRST_PERSON and not words.quotations[i] for i in range(begin, first))
        if own:
            out.append(Letter(begin, first, whose))
        begin = last + 1
    return tuple(out)


def _alone(words: Words, first: int, last: int) -> bool:
    """Whether a line holds nothing but the words [first, last] and what may stand beside a signature."""
    low, high = first, last
    while low and words.paragraphs[low - 1] == words.paragraphs[first] and first - low < _MOST:
        low -= 1
    while (
        high + 1 < len(words.lows)
        and words.paragraphs[high + 1] == words.paragraphs[last]
        and high - last < _MOST
    ):
        high += 1
    return last > first and all(
        words.lows[i] in _PLAIN for i in (*range(low, first), *range(last + 1, high + 1))
    )


_MOST = 4
"""Most words that are looked at beside a name: one that is no plain word ends the matter."""
