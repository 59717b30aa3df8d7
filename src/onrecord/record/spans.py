"""Places in a text: half-open ranges of Unicode code points."""

from typing import NamedTuple


class Span(NamedTuple):
    """`[start, end)` in code points, from 0; into the page's source or into the article's text.

    As the W3C TextPositionSelector has it. Whatever holds a span says which of the two it means.
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words the span points at."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Span":
        """The same range, `by` code points further on."""
        return Span(self.start + by, self.end + by)

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
