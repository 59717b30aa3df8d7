"""What is found: printed dates and ages."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed date: the words, where they stand in the block's text, and what they say.

    `value` is a `datetime` where a time of day is told, else a `date`; None where the year is not told (`month`,
    `day` and perhaps `clock` then say what is). `label` is `published`, `updated` or None. `whole` is the share
    of the block's letters and digits that the block's dates and their labels take.
    """

    text: str
    start: int
    end: int
    value: date | datetime | None
    label: str | None
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int] | None = None
    offset: float | None = None
    days_back: int | None = None


@dataclass(frozen=True, slots=True)
class Age:
    """A relative age such as "2 days ago": the words and how many seconds they speak of, at least."""

    text: str
    start: int
    end: int
    seconds: int
