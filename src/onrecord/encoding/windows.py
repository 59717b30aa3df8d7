"""Windows: the stretches of a text that go through the encoder at once.

Whole paragraphs together as far as they fit; a paragraph that is too long by itself is cut, at the end of
a sentence if one is near.
"""

from collections.abc import Sequence

_ENDS = frozenset(".!?")


def cut_windows(
    forms: Sequence[str], paragraphs: Sequence[int], sizes: Sequence[int], most: int
) -> list[list[tuple[int, int]]]:
    """Get windows, each a list of runs of words; a run lies in one paragraph.

    `sizes` has the number of pieces of each word; a window has at most `most` pieces, counting one
    at its start and one after each run.
    """
    windows: list[list[tuple[int, int]]] = []
    window: list[tuple[int, int]] = []
    used = 1
    for start, end, size in _runs(forms, paragraphs, sizes, most - 2):
        if window and used + size + 1 > most:
            windows.append(window)
            window, used = [], 1
        window.append((start, end))
        used += size + 1
    if window:
        windows.append(window)
    return windows


def _runs(
    forms: Sequence[str], paragraphs: Sequence[int], sizes: Sequence[int], most: int
) -> list[tuple[int, int, int]]:
    """Runs of words with their sizes: paragraphs, or parts of them where they are too long."""
    runs: list[tuple[int, int, int]] = []
    start, size, sentence, sentence_size = 0, 0, 0, 0
    for at in range(len(forms)):
        if at > start and paragraphs[at] != paragraphs[at - 1]:
            runs.append((start, at, size))
            start, size, sentence, sentence_size = at, 0, at, 0
        if size + sizes[at] > most:
            # Cut after the last sentence, unless that would leave less than a third in the run.
            cut, cut_size = (sentence, sentence_size) if sentence_size * 3 > most else (at, size)
            runs.append((start, cut, cut_size))
            start, size, sentence, sentence_size = cut, size - cut_size, cut, 0
        size += sizes[at]
        if forms[at] in _ENDS:
            sentence, sentence_size = at + 1, size
    if start < len(forms):
        runs.append((start, len(forms), size))
    return runs
