"""The noun of this package: a dateline as it stands at a paragraph's beginning."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Head:
    """A dateline found at the start of a paragraph; `start` and `end` are in the paragraph's text."""

    text: str
    place: str | None
    agency: str | None
    day: str | None
    start: int
    end: int
