"""Boosted trees that judge again the blocks of which the network is not sure.

They see the numbers of a block and of three neighbours either side, and what the network said of the block, of those
near it and of the containers round it (stacking, Wolpert 1992): what is doubtful by itself is often plain from what was
sure about the rest of the page. They see no words, so they know no site by heart. The trees are symmetric (Prokhorenkova
et al. 2018): every node of one depth asks the same, so that a tree is a few comparisons whose answers are the bits of its
leaf's number.
"""

import numpy as np
from numpy.typing import NDArray

from ..models.roles import RoleTrees
from .features import NUMBERS, Features, sums_by

Array = NDArray[np.float32]
Rows = NDArray[np.int64]

_SURE = 0.01
"""The network's word stands where it is nearer than this to yes or no."""
_FEW = 0.026
"""Of a line this short (thousands of characters) the trees, which see no words, know little: the network has half the say.

Dates, names and editors' lines between paragraphs would else be taken for paragraphs.
"""
_AT_ONCE = 2048

NEIGHBOURS = tuple((step, 60 if abs(step) == 1 else 30) for step in (-3, -2, -1, 1, 2, 3))
"""How far away a neighbour stands, and how many of its numbers are seen: those of its words, its place and its container."""
_KNOWN = NUMBERS.index("shared_rare") + 1
_SIZE = NUMBERS.index("words")
_CHARS = NUMBERS.index("chars")
_TOLD = np.array([step for step in range(-5, 6) if step])
"""The neighbours of which the network's word on the story is seen, ..."""
_TOLD_ALL = np.array([-2, -1, 1, 2])
_OTHERS = [1, 2, 3, 5]
"""... and those of which more is: whether they are headline, byline, caption or comment."""
_LEVELS = 4
_FAR = 60


def doubtful(told: Array) -> Rows:
    """The blocks of which the network (blocks x roles, the story's first) is not sure."""
    story = told[:, 0]
    return np.flatnonzero((story > _SURE) & (story < 1 - _SURE))


def seen_of(page: Features, rows: Rows, told: Array, kinds: Array) -> Array:
    """What the trees see of some blocks, a row each; noughts for neighbours beyond the page."""
    numbers = np.ascontiguousarray(page.numbers[:, :_KNOWN])
    columns = [numbers.take(rows, 0), page.tags.take(rows)[:, None]]
    last = len(numbers) - 1
    for step, many in NEIGHBOURS:
        at = rows + step
        near = numbers.take(at, 0, mode="clip")[:, :many]
        near[(at < 0) | (at > last)] = 0
        columns.append(near)
    sizes = page.numbers[:, _SIZE] + np.float32(0.02)
    columns += [
        told[rows],
        *_told_beside(rows, told),
        *_told_round(page, rows, told, sizes),
        _told_of_page(rows, told, sizes),
        np.broadcast_to(kinds, (len(rows), len(kinds))),
        _kinship(page, rows, told),
    ]
    return np.concatenate(columns, axis=1).astype(np.float32, copy=False)


def _told_beside(rows: Rows, told: Array) -> list[Array]:
    """What the network said of the blocks before and after."""
    edge = np.zeros((_TOLD[-1], told.shape[1]), np.float32)
    padded = np.concatenate([edge, told, edge])
    at = rows[:, None] + len(edge)
    others = padded[:, _OTHERS].take(at + _TOLD_ALL, 0)
    return [padded[:, 0].take(at + _TOLD), others.reshape(len(rows), -1)]


def _told_round(page: Features, rows: Rows, told: Array, sizes: Array) -> list[Array]:
    """What the network said of all that stands directly in the container, and in each of those round it.

    By words and by blocks, the words thought to be the story's, the blocks taken for it, and how much is comment.
    """
    story = told[:, 0]
    sums = np.stack([story * sizes, sizes, story, story > 0.5, told[:, 5] * sizes, np.ones(len(told))])
    columns: list[Array] = []
    where = page.container
    for _ in range(_LEVELS):
        mass, size, likely, taken, comments, blocks = sums_by(where, sums)
        size = np.maximum(size, 1e-6)
        values = np.array([mass / size, likely / np.maximum(blocks, 1), mass, taken, comments / size])
        columns.append(values.take(where.take(rows), 1).T.astype(np.float32))
        where = page.parent.take(where)
    return columns


def _told_of_page(rows: Rows, told: Array, sizes: Array) -> Array:
    """How much of the story stands before a block, how much there is, and how far away the nearest block of it is."""
    story = told[:, 0]
    mass = story * sizes
    total = float(mass.sum())
    out = np.empty((len(rows), 8), np.float32)
    out[:, 0] = np.cumsum(mass)[rows] / (total + 0.1)
    out[:, 1:4] = total, (story > 0.5).sum(), mass.max()
    at = np.arange(len(story))
    for column, least in ((4, 0.5), (6, 0.95)):
        before, after = nearest(story > least, _FAR)
        out[:, column] = np.minimum(at - before, _FAR)[rows]
        out[:, column + 1] = np.minimum(after - at, _FAR)[rows]
    return out


def nearest(sure: NDArray[np.bool_], far: int) -> tuple[Rows, Rows]:
    """For each block the last sure one up to it and the next one from it on; `far` beyond the page where there is none."""
    at = np.arange(len(sure))
    before = np.maximum.accumulate(np.where(sure, at, -far))
    return before, np.minimum.accumulate(np.where(sure, at, len(at) + far)[::-1])[::-1]


def _kinship(page: Features, rows: Rows, told: Array) -> Array:
    """How far a block's words are those of the story and those of the rest of the page, as the network parts the two."""
    count = len(told)
    word, block = page.own_words
    if not len(word):
        return np.zeros((len(rows), 4), np.float32)
    yes = told[:, 0] ** 2
    no = (1 - told[:, 0]) ** 2
    inside = np.bincount(word, yes[block])[word] - yes[block]
    outside = np.bincount(word, no[block])[word] - no[block]
    words = np.maximum(np.bincount(block, minlength=count), 1)
    rare = inside + outside < max(3.0, 0.06 * count)
    story, rest = float(told[:, 0].sum()) + 1, float((1 - told[:, 0]).sum()) + 1
    leaning = np.log((inside + 0.2) / story) - np.log((outside + 0.2) / rest)
    values = (
        np.bincount(block, inside > 0.5, count) / words,
        np.bincount(block, outside > 0.5, count) / words,
        np.bincount(block, leaning, count) / words,
        np.bincount(block, (inside > 0.5) & rare, count) / (np.bincount(block, rare, count) + 1),
    )
    return np.stack(values, axis=1)[rows].astype(np.float32)


def judge(trees: RoleTrees, seen: Array) -> Array:
    """How likely each block is the story's. Each depth is asked of all trees and blocks at once; eight deep at most."""
    columns, borders = trees.columns.T, trees.borders.T[:, :, None]  # depth x trees
    first = np.arange(len(trees.leaves)) * trees.leaves.shape[1]
    out = np.empty(len(seen), np.float32)
    for start in range(0, len(seen), _AT_ONCE):
        some = np.ascontiguousarray(seen[start : start + _AT_ONCE].T)
        leaf = np.zeros((len(trees.leaves), some.shape[1]), np.uint8)  # trees x blocks
        for asked, border in zip(columns[::-1], borders[::-1], strict=True):
            leaf += leaf
            leaf += some.take(asked, 0) > border
        total = trees.leaves.take(np.add(leaf.T, first, order="C")).sum(axis=1) + trees.bias
        out[start : start + _AT_ONCE] = 0.5 * (1 + np.tanh(0.5 * total))
    return out


def reconsider(trees: RoleTrees, page: Features, told: Array, kinds: Array) -> Array:
    """The network's answers (blocks x roles, the story's first) with the trees' word where it is not sure."""
    rows = doubtful(told)
    if not len(rows):
        return told
    before = told[rows, 0]
    after = judge(trees, seen_of(page, rows, told, kinds))
    after = np.where(page.numbers[rows, _CHARS] < _FEW, (before + after) / 2, after)
    return with_story(told, rows, after)


def with_story(told: Array, rows: Rows, story: Array) -> Array:
    """The network's answers with another likelihood of the story for some blocks; the other roles share what is left."""
    out = told.copy()
    out[rows] *= ((1 - story) / (1 - told[rows, 0]))[:, None]
    out[rows, 0] = story
    return out
