"""Which lines of flat text make one card: what comes back card after card, and lines worded as headlines, tell."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ..record import Part
from ..text.dates import find_age, find_dates
from ..text.titles import is_worded_as_headline

CUT = ("...", "…")
_LABEL = 50
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")


def group_flat_lines(lines: Sequence[int], parts: Sequence[Part]) -> list[list[int]]:
    """The lines of one role, a list for each card; lines with others between them are not of one box."""
    groups: list[list[int]] = []
    box: list[int] = []
    for n in lines:
        if box and n - box[-1] > 1:
            groups += _cards_of(box, parts)
            box = []
        box.append(n)
    return groups + _cards_of(box, parts)


def _cards_of(box: list[int], parts: Sequence[Part]) -> list[list[int]]:
    """The cards of one box: by the pattern of its ages and cut-off captions, else by its headlines."""
    texts = [parts[n].block.text for n in box]
    # an age closes a card; failing that, a picture's cut-off words open one
    ages = [i for i, text in enumerate(texts) if _is_when(text)]
    cuts = [i for i, text in enumerate(texts) if text.endswith(CUT) and len(text) < 160]
    if len(cuts) >= 2 and len(cuts) >= len(ages) - 1:
        # a heading may stand over the first card, and what its picture shows is not cut
        starts = [0 if cuts[0] > 2 else cuts[0], *cuts[1:], len(box)]
        return [box[a:b] for a, b in pairwise(starts)]
    if len(ages) >= 2 and len(ages) >= len(cuts) * 0.5 and ages[0] > 0:
        ends = [0, *(end + 1 for end in ages)]
        if ends[-1] < len(box):
            ends.append(len(box))
        spans = list(pairwise(ends))
        if all(sum(map(is_worded_as_headline, texts[a:b])) < 3 for a, b in spans):
            return [box[a:b] for a, b in spans]
    return _by_headlines(box, texts)


def _is_when(text: str) -> bool:
    return len(text) < 40 and bool(find_age(text) or (len(text) < 30 and find_dates(text)))


def _by_headlines(box: list[int], texts: list[str]) -> list[list[int]]:
    """A card for each line worded as a headline, and the lines up to the next; labels that stand over the first
    headline stand over each."""
    heads = [i for i, text in enumerate(texts) if is_worded_as_headline(text)]
    if not heads:
        return [[n] for n in box]
    over = heads[0]
    groups = []
    start = 0
    for i, head in enumerate(heads):
        end = len(box)
        if i + 1 < len(heads):
            end = heads[i + 1]
            while end > head + 1 and heads[i + 1] - end < over and _is_label(texts[end - 1]):
                end -= 1
        groups.append(box[start:end])
        start = end
    return groups


def _is_label(text: str) -> bool:
    return len(text) < _LABEL and not _SENTENCE.search(text)


__all__ = ["CUT", "group_flat_lines"]
