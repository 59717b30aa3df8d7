"""One time expression: the words a pattern fits, and what stands round them."""

import re
from collections.abc import Callable
from typing import NamedTuple

from onrecord.times.settings import Setting
from onrecord.times.words import Meaning

DATE, TIME, DURATION, SET = "DATE", "TIME", "DURATION", "SET"
PAST, PRESENT, FUTURE = "PAST_REF", "PRESENT_REF", "FUTURE_REF"

Worth = tuple[str, str] | None
"""Type and value; None when words only look like a time."""

_QUOTES = frozenset(['"', "'", "“", "‘", "`", "«", "„"])
_STEPS = {"past": -1, "before": -1, "next": 1, "after": 1, "current": 0, "latest": 0}


class Expression(NamedTuple):
    """The words from `start` to `end` of the setting's words."""

    setting: Setting
    start: int
    end: int

    @property
    def letters(self) -> str:
        """What part each word plays."""
        return self.setting.words.letters[self.start : self.end]

    def meanings(self, letters: str) -> list[Meaning]:
        """What the words of these letters mean, in order."""
        words = self.setting.words
        return [words.meanings[i] for i in range(self.start, self.end) if words.letters[i] in letters]

    def number(self, letters: str) -> int | None:
        """What the first word of these letters means, when that is a number."""
        found = self.meanings(letters)
        return found[0] if found and isinstance(found[0], int) else None

    def word(self, letters: str) -> str:
        """What the first word of these letters means, when that is a word."""
        found = self.meanings(letters)
        return found[0] if found and isinstance(found[0], str) else ""

    def relative(self) -> Meaning | None:
        """What the first of "last", "next", "this" means."""
        found = self.meanings("Ru")
        return found[0] if found else None

    def step(self) -> int | None:
        """How far "last", "next", "this" step: -1, 1, 0."""
        found = self.relative()
        return found if isinstance(found, int) else _STEPS.get(str(found))

    def part(self, pattern: str) -> "Expression | None":
        """The first part of these words that a pattern fits."""
        match = re.compile(pattern).search(self.setting.words.letters, self.start, self.end)
        return Expression(self.setting, *match.span()) if match else None

    def before(self, count: int = 1) -> str:
        """The letter of the word before, or of the one `count` before."""
        at = self.start - count
        return self.setting.words.letters[at] if at >= 0 else ""

    def after(self, count: int = 1) -> str:
        """The letters of the next words."""
        return self.setting.words.letters[self.end : self.end + count]

    def ahead(self, lean: float = 0.0) -> bool:
        """Whether the words round it speak of what is to come."""
        return self.setting.ahead(self.start, self.end, lean)

    def dated(self) -> bool:
        """Whether what stands before says that a time follows: "in", or another time and "and"."""
        joined = self.before() in tuple("&r–-,") and self.before(2) in tuple("MwDYS")
        return joined or self.before() in tuple("pb")

    def aged(self) -> bool:
        """Whether it tells an age: "6-year-old", "37 years old"."""
        return self.after() == "B" or self.after(2) in ("-B", "oB")

    def titled(self) -> bool:
        """Whether these words are the name of a programme: "60 Minutes", "This Week"."""
        words = self.setting.words
        return (
            words.letters[self.end - 1] in "UL"
            and self.end - 1 in words.capitals
            and self.start > 0
            and words.lowered[self.start - 1] in _QUOTES
        )


class Rule(NamedTuple):
    """One kind of expression: its name, the letters it is written in, and what it is worth."""

    name: str
    pattern: str
    worth: Callable[[Expression], Worth]


# What several kinds are made of: early or late in, the year a word such as "March" may be followed by.
POSITION = "(?:a?m|a)o?t?"
WRITTEN_YEAR = "(?:Y|'D|N(?:-?N|&N){1,3})"
RELATIVE_YEAR = "t?[Ru]U(?![-s])|t?UR"
OF_YEAR = f"(?:(?:,|o)?{WRITTEN_YEAR}|o?(?:{RELATIVE_YEAR}))"


def year_written(found: Expression) -> int | None:
    """The year the words write: 1996, '96, nineteen ninety-six, two thousand and four."""
    year = found.number("Y")
    if year is not None:
        return year
    short, words = found.part("'D"), found.setting.words
    if short is not None:
        number = short.number("D") or 0
        joined = words.ends[short.end - 1] - words.starts[short.start] == 3
        return number + (1900 if number >= 30 else 2000) if joined else None
    numbers = [n for n in found.meanings("N") if isinstance(n, int)]
    if len(numbers) < 2:
        return None
    if numbers[:2] == [2, 1000] and sum(numbers[2:]) < 100:
        return 2000 + sum(numbers[2:])
    if numbers[0] in (18, 19, 20) and 10 <= numbers[1] <= 90 and sum(numbers[1:]) < 100:
        return numbers[0] * 100 + sum(numbers[1:])
    return None


def year_of(found: Expression) -> int | None:
    """The year that "last year" or "1996" after a month, day or season says."""
    written = found.part(f"{WRITTEN_YEAR}$")
    if written is not None:
        return year_written(written)
    relative = found.part(f"(?:{RELATIVE_YEAR})$")
    anchor = found.setting.anchor
    if relative is None or anchor is None or relative.word("U") != "Y":
        return None
    if relative.relative() == "same":
        return found.setting.year
    step = relative.step()
    return None if step is None else anchor.year + step
