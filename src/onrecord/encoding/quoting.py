"""Direct quotations made exact: a content that is a quotation, but for a word or two, is the quotation."""

import re

import numpy as np

from .words import Words

_WORDLIKE = re.compile(r"\w")
_SLACK = 2
"""How many words an edge may be off before we believe that the model means another edge (chosen on train)."""


def keep_to_quotations(words: Words, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Move the edges of contents to the edges of quotations that they nearly keep to."""
    if not words.quotations or not spans:
        return spans
    inner = [q.inner for q in words.quotations if q.depth == 0]
    firsts = np.searchsorted(words.starts, [a for a, _ in inner]).tolist()
    lasts = np.searchsorted(words.starts, [b for _, b in inner]).tolist()
    edges = [_without_marks(words, a, b) for a, b in zip(firsts, lasts, strict=True)]
    edges = [edge for edge in edges if edge[0] < edge[1]]
    out: list[tuple[int, int, str]] = []
    k = 0
    for n, (a, b, kind) in enumerate(spans):
        start, end = a, b
        if kind == "content":
            while k < len(edges) and edges[k][1] <= a:
                k += 1
            low = out[-1][1] if out else 0
            high = spans[n + 1][0] if n + 1 < len(spans) else len(words)
            for first, last in edges[k : k + 4]:
                if first >= b:
                    break
                shared = min(b, last) - max(a, first)
                if shared * 2 <= last - first and shared * 2 <= b - a:
                    continue
                if low <= first <= a <= first + _SLACK:
                    start = first
                if last - _SLACK <= b <= last <= high:
                    end = last
        out.append((start, end, kind) if start < end else (a, b, kind))
    return out


def _without_marks(words: Words, first: int, last: int) -> tuple[int, int]:
    while first < last and not _WORDLIKE.search(words.forms[first]):
        first += 1
    while last > first and not _WORDLIKE.search(words.forms[last - 1]):
        last -= 1
    return first, last
