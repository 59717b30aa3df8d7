"""The text as the linker sees it: words, and the sentence, paragraph and quotation each stands in."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from ..text.quotes import find_quotations
from ..text.sentences import sentence_starts
from ..text.tokens import find_forms, find_tokens


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order; the lists have one value for each."""

    text: str
    spans: list[tuple[int, int]]
    forms: list[str]
    lows: list[str]
    """The words in lower case, with straight apostrophes."""
    starts: list[int]
    sentences: list[int]
    """Number of the sentence a word stands in."""
    first_of: list[int]
    """Index of the first word of each sentence."""
    paragraphs: list[int]
    """Number of the paragraph a word stands in."""
    quotations: list[int]
    """Number of the quotation a word stands in, 0 outside; a running one keeps its number."""

    def at(self, offset: int) -> int:
        """Index of the first word that ends after an offset."""
        i = bisect_right(self.starts, offset) - 1
        return i if i >= 0 and self.spans[i][1] > offset else i + 1

    def between(self, start: int, end: int) -> range:
        """Indexes of the words that begin inside [start, end)."""
        return range(self.at(start), bisect_left(self.starts, end))

    def sentence_end(self, i: int) -> int:
        """Index after the last word of the sentence that word i stands in."""
        s = self.sentences[i] + 1
        return self.first_of[s] if s < len(self.first_of) else len(self.forms)


def read_words(text: str) -> Words:
    """Get the words of a text."""
    spans = find_tokens(text)
    forms = find_forms(text, spans)
    starts = [a for a, _ in spans]
    first_of = sentence_starts(text, spans)
    sentences = [0] * len(spans)
    for number, begin in enumerate(first_of):
        end = first_of[number + 1] if number + 1 < len(first_of) else len(spans)
        sentences[begin:end] = [number] * (end - begin)
    paragraphs = [0] * len(spans)
    number, last = 0, 0
    for i, (a, b) in enumerate(spans):
        if a > last and "\n" in text[last:a]:
            number += 1
        paragraphs[i] = number
        last = b
    return Words(
        text,
        spans,
        forms,
        [f.lower().replace("’", "'") for f in forms],
        starts,
        sentences,
        first_of,
        paragraphs,
        _quotations(text, starts),
    )


def _quotations(text: str, starts: list[int]) -> list[int]:
    out = [0] * len(starts)
    number, running = 0, False
    for q in find_quotations(text):
        if q.depth or q.single:
            continue
        if not running:
            number += 1
        running = q.running
        a, b = bisect_left(starts, q.start), bisect_left(starts, q.end)
        out[a:b] = [number] * (b - a)
    return out
