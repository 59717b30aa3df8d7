"""The words of a text as the models take them: spans, how each is written, and where it stands.

`Words` is made once for a text, and both settings read it.
"""

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..text.quotes import Quotation, find_quotations
from ..text.tokens import find_forms, find_tokens

_BREAK = re.compile("\n")

# How a word is written.
SHAPES = ("mark", "lower", "Title", "CAPITALS", "Initial", "mIxed", "digits", "digits and letters")
# Where it stands towards quotation marks.
QUOTING = ("outside", "inside", "inside single marks", "opens", "closes")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in order; all arrays have one value for each."""

    text: str
    forms: list[str]
    starts: npt.NDArray[np.int64]
    ends: npt.NDArray[np.int64]
    shapes: npt.NDArray[np.int64]
    quoting: npt.NDArray[np.int64]
    paragraphs: npt.NDArray[np.int64]
    """Number of the paragraph a word is in; a line break ends a paragraph."""
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        return len(self.forms)

    def cut(self, low: int, high: int) -> "Words":
        """The words from `low` to before `high`, with the quotations that begin there."""
        if low == 0 and high == len(self):
            return self
        first, last = int(self.starts[low]), int(self.ends[high - 1])
        return Words(
            self.text,
            self.forms[low:high],
            self.starts[low:high],
            self.ends[low:high],
            self.shapes[low:high],
            self.quoting[low:high],
            self.paragraphs[low:high],
            tuple(q for q in self.quotations if first <= q.start < last),
        )


def shape_of(word: str) -> int:
    """The index in SHAPES of how a word is written."""
    first = word[0]
    if first.isdigit():
        return 6 if not any(c.isalpha() for c in word) else 7
    if not first.isalpha():
        return 1 if len(word) > 1 and word[1:2].isalpha() else 0
    if word.islower():
        return 1
    if word.isupper():
        return 4 if len(word) == 1 else 3
    rest = word[1:]
    if first.isupper() and rest == rest.lower():
        return 2
    return 5


def read_words(text: str) -> Words:
    """Get the words of a text."""
    spans = find_tokens(text)
    starts = np.array([span[0] for span in spans], dtype=np.int64)
    ends = np.array([span[1] for span in spans], dtype=np.int64)
    forms = find_forms(text, spans)
    shape: dict[str, int] = {}
    for form in set(forms):
        shape[form] = shape_of(form)
    shapes = np.array([shape[form] for form in forms], dtype=np.int64)
    breaks = np.array([m.start() for m in _BREAK.finditer(text)], dtype=np.int64)
    paragraphs = np.searchsorted(breaks, starts)
    # Number them from 0 without gaps.
    paragraphs = np.unique(paragraphs, return_inverse=True)[1].reshape(-1).astype(np.int64)
    quotations = find_quotations(text)
    return Words(text, forms, starts, ends, shapes, _quoting(starts, quotations), paragraphs, quotations)


def chunks(paragraphs: npt.NDArray[np.int64], most: int) -> list[tuple[int, int]]:
    """Stretches of about `most` words that end with a paragraph; a paragraph that is longer is cut."""
    n = len(paragraphs)
    starts = np.append(np.flatnonzero(np.diff(paragraphs, prepend=-1)), n)
    out, low = [], 0
    while low < n:
        if n - low <= most:
            high = n
        else:
            high = int(starts[np.searchsorted(starts, low + most, "right") - 1])
            if high <= low:
                high = low + most
        out.append((low, high))
        low = high
    return out


def _quoting(starts: npt.NDArray[np.int64], quotations: tuple[Quotation, ...]) -> npt.NDArray[np.int64]:
    quoting = np.zeros(len(starts), dtype=np.int64)
    for quotation in quotations:
        first, last = np.searchsorted(starts, (quotation.start, quotation.end))
        if quotation.depth == 0:
            quoting[first:last] = 2 if quotation.single else 1
            quoting[first] = 3
            if quotation.closed:
                quoting[last - 1] = 4
    return quoting
