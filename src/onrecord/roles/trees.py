"""Boosted trees that judge again the blocks of which the network is not sure.

They see the numbers of a block and of three neighbours either side and no words, so they know no site by heart. The trees
are symmetric (Prokhorenkova et al. 2018): every node of one depth asks the same, so that a tree is a few comparisons whose
answers are the bits of its leaf's number.
"""

import numpy as np
from numpy.typing import NDArray

from ..models.roles import RoleTrees
from .features import NUMBERS, Features

Array = NDArray[np.float32]

_SURE = 0.02
"""The network's word stands where it is nearer than this to yes or no; trees would hardly turn it."""
_SHARE = np.float32(0.5)
"""What the trees' word counts on a page of an article; less, the less the page is likely to be one."""
_AT_ONCE = 2048

NEIGHBOURS = tuple((step, 60 if abs(step) == 1 else 30) for step in (-3, -2, -1, 1, 2, 3))
"""How far away a neighbour stands, and how many of its numbers are seen: those of its words, its place and its container."""
_KNOWN = NUMBERS.index("shared_rare") + 1


def seen_of(page: Features, rows: NDArray[np.int64]) -> Array:
    """What the trees see of some blocks: their own numbers and tag, and their neighbours' numbers, noughts beyond the page."""
    numbers = page.numbers[:, :_KNOWN]
    columns = [numbers[rows], page.tags[rows, None]]
    last = len(numbers) - 1
    for step, many in NEIGHBOURS:
        at = rows + step
        near = numbers[np.clip(at, 0, last), :many]
        near[(at < 0) | (at > last)] = 0
        columns.append(near)
    return np.concatenate(columns, axis=1).astype(np.float32, copy=False)


def judge(trees: RoleTrees, seen: Array) -> Array:
    """How likely each block is the story's."""
    places = np.int64(1) << np.arange(trees.borders.shape[1])
    out = np.empty(len(seen), np.float32)
    which = np.arange(len(trees.leaves))
    for start in range(0, len(seen), _AT_ONCE):
        some = seen[start : start + _AT_ONCE]
        leaf = (some[:, trees.columns] > trees.borders) @ places
        total = trees.leaves[which, leaf].sum(axis=1) + trees.bias
        out[start : start + _AT_ONCE] = 0.5 * (1 + np.tanh(0.5 * total))
    return out


def reconsider(trees: RoleTrees, page: Features, told: Array, article: float) -> Array:
    """The network's answers (blocks x roles, the story's first) with the trees' word on the blocks it is not sure of."""
    story = told[:, 0]
    rows = np.flatnonzero((story > _SURE) & (story < 1 - _SURE))
    if not len(rows):
        return told
    share = _SHARE * np.float32(article)
    before = story[rows]
    after = (1 - share) * before + share * judge(trees, seen_of(page, rows))
    out = told.copy()
    out[rows] *= ((1 - after) / (1 - before))[:, None]
    out[rows, 0] = after
    return out
