"""A text's words, numbers and marks, and the pieces of dates that they make."""

import re
from dataclasses import dataclass

from ..words import VOWEL_SIGNS

TOKEN = re.compile(
    rf"[ap]\.\s?m\b\.?|\d+|[^\W\d_]+(?:[{VOWEL_SIGNS}]+[^\W\d_]*)*(?:[’'ʼ][^\W\d_]+)*|[^\w\s]", re.I
)


@dataclass(slots=True)
class Piece:
    """A day, a time of day, a weekday or what joins them, with what it tells."""

    kind: str  # date, time, weekday, joiner
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int] | None = None
    offset: float | None = None
    zone: str | None = None
    days_back: int | None = None


Token = tuple[str, int, int]


def number_at(tokens: list[Token], at: int) -> int:
    if at < len(tokens) and tokens[at][0].isdecimal() and len(tokens[at][0]) <= 4:
        return int(tokens[at][0])
    return -1


def word_at(tokens: list[Token], at: int) -> str:
    return tokens[at][0] if at < len(tokens) else ""
