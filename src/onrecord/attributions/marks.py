"""Where spans of a text stand towards its quotation marks and paragraphs."""

import re
from bisect import bisect_right

from ..record import AttributionKind, Span
from ..text.quotes import Quotation, find_quotations

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")
_SAID = 60
"""How many characters may follow a quotation in its paragraph (“…,” she said on Friday.) for it to go on."""


class Marks:
    """The quotations of a text, for asking where a span stands towards them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = find_quotations(text)
        self.outer = [q for q in self.all if q.depth == 0]
        self.inner = [q for q in self.all if q.depth]
        self._starts = [q.start for q in self.outer]
        self.paragraphs = [m.span() for m in _LINE.finditer(text)]

    def touching(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share a code point with [start, end), outer ones only."""
        k = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        while k < len(self.outer) and self.outer[k].start < end:
            if self.outer[k].end > start:
                found.append(self.outer[k])
            k += 1
        return found

    def quotation_before(self, start: int) -> Quotation | None:
        """The outer quotation before the one that an offset lies in or opens."""
        k = bisect_right(self._starts, start) - 2
        return self.outer[k] if k >= 0 else None

    def carries_on(self, before: Quotation, span: Span) -> bool:
        """Whether a span in the next paragraph goes on with a quotation: taken up again, or quotation alone."""
        said, line_break, _ = self.text[before.end : span.start].partition("\n")
        if not line_break or not self.bare(before.end + len(said), span.start):
            return False
        if before.running:
            return True
        return len(said) < _SAID and not said.rstrip().endswith(":") and self._alone(span)

    def _alone(self, span: Span) -> bool:
        """Whether a span is all that its paragraph holds."""
        low = self.text.rfind("\n", 0, span.start) + 1
        high = self.text.find("\n", span.end)
        return self.bare(low, span.start) and self.bare(span.end, high if high >= 0 else len(self.text))

    def same_paragraph(self, a: int, b: int) -> bool:
        """Whether two offsets lie in one paragraph."""
        return "\n" not in self.text[min(a, b) : max(a, b)]

    def bare(self, start: int, end: int) -> bool:
        """Whether no word lies between two offsets (in either order, the second may come first)."""
        return start >= end or not _WORD.search(self.text, start, end)

    def with_marks(self, start: int, end: int) -> Span:
        """The span with the marks of a quotation that it holds all words of."""
        for q in self.touching(start - 1, end + 1):
            first, last = q.inner
            if self.bare(first, start) and self.bare(end, last) and start <= last and end >= first:
                start, end = min(start, q.start), max(end, q.end)
        return Span(start, end)

    def kind(self, spans: list[Span]) -> AttributionKind:
        """Direct where every word of the spans stands in quotation marks, indirect where none does."""
        inside = outside = 0
        for span in spans:
            quoted = self.touching(span.start, span.end)
            k = 0
            for word in _WORD.finditer(self.text, span.start, span.end):
                while k < len(quoted) and quoted[k].end <= word.start():
                    k += 1
                if k < len(quoted) and quoted[k].start <= word.start():
                    inside += 1
                else:
                    outside += 1
        if not inside:
            return AttributionKind.INDIRECT
        return AttributionKind.MIXED if outside else AttributionKind.DIRECT
