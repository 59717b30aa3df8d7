"""The labels that the tagging heads give to words, and the spans that they stand for."""

from collections.abc import Iterable, Sequence
from itertools import product

PARTS = ("source", "cue", "content")
NAMES = ("PER", "ORG", "LOC", "MISC")


def label_set(kinds: Sequence[str]) -> tuple[str, ...]:
    """O, and for each kind B, I and E for a span's first, inner and last word, and S for its only one."""
    return ("O", *(f"{place}-{kind}" for kind, place in product(kinds, "BIES")))


def tag(length: int, spans: Iterable[tuple[int, int, str]], kinds: Sequence[str]) -> list[int]:
    """The label numbers of words of which some are in spans (first word, word after the last, kind).

    Where two spans meet, the earlier one given stays.
    """
    labels = [0] * length
    for start, end, kind in spans:
        if start >= end or any(labels[start:end]):
            continue
        base = 1 + 4 * kinds.index(kind)
        if end - start == 1:
            labels[start] = base + 3
        else:
            labels[start:end] = [base, *[base + 1] * (end - start - 2), base + 2]
    return labels


def untag(labels: Sequence[int], kinds: Sequence[str]) -> list[tuple[int, int, str]]:
    """The spans that label numbers stand for, also where the labels do not follow each other properly."""
    spans: list[tuple[int, int, str]] = []
    start, kind = -1, -1
    for at, label in enumerate(labels):
        of, place = divmod(label - 1, 4) if label else (-1, -1)
        if kind >= 0 and (of != kind or place in (0, 3)):
            spans.append((start, at, kinds[kind]))
            kind = -1
        if of >= 0 and kind < 0:
            start, kind = at, of
        if place in (2, 3):
            spans.append((start, at + 1, kinds[kind]))
            kind = -1
    if kind >= 0:
        spans.append((start, len(labels), kinds[kind]))
    return spans
