"""Many articles at once: which are of one story."""

from __future__ import annotations

from collections.abc import Sequence

from .comparing import Printed, compare
from .signatures import candidates, signature

SURE = 0.8
"""The share from which two stories that each have several articles become one. A single article that stands
between two stories (a report that quotes both) must not tie them together."""


def fold(articles: Sequence[Printed]) -> list[int]:
    """For each article the number of its story: the index of the first article of it."""
    signed = [(i, made) for i, made in ((i, signature(a.text)) for i, a in enumerate(articles)) if made]
    related = []
    for a, b in candidates(signed, signed):
        relation = compare(articles[a], articles[b])
        if relation:
            related.append((relation.shared, a, b))
    of = list(range(len(articles)))
    members = {i: [i] for i in of}
    for share, a, b in sorted(related, key=lambda found: (-found[0], found[1], found[2])):
        low, high = sorted((of[a], of[b]))
        if low == high or (share < SURE and min(len(members[low]), len(members[high])) > 1):
            continue
        for each in members[high]:
            of[each] = low
        members[low] += members.pop(high)
    return of
