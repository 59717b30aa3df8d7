"""Boosted trees that hear what the network of flat text said of the whole page and judge its blocks again.

The network hears its own answers only in part and for a few lines round. Here they are summed up over the page: how much
of the story stands above and below, what was said of the lines that look alike, how many of a line's rare words stand
in what was taken for the story. The trees see no words, so they know no site by heart.

trees.py sums up alike for pages with mark-up, by container, by the numbers of whole words and against the page's mean; these
trees have only lines, their sizes and the hashes of their words, and were fitted to sums of their own.
"""

import numpy as np
from numpy.typing import NDArray

from ..models.roles import RoleTrees
from .flat_features import NUMBERS, SHAPES, FlatFeatures
from .trees import doubtful, judge, nearest, with_story

Array = NDArray[np.float32]

_NEAR = (-4, -3, -2, -1, 1, 2, 3, 4)
_NEAR_NUMBERS = [
    NUMBERS.index(name)
    for name in (
        "size_log ends ends_as_sentence ends_cut label digits capitals long gap indent tag_heading copies "
        "shared_long rare m_byline m_date m_age m_credit m_credit_tail m_related"
    ).split()
]
_SIZE, _LONG, _GAP = NUMBERS.index("size_log"), NUMBERS.index("long"), NUMBERS.index("gap")
_LOOKS = [
    NUMBERS.index(name)
    for name in (
        "ends_as_sentence starts_upper starts_bracket label tag_item tag_heading m_date m_age m_byline m_credit"
    ).split()
]
_WINDOWS = (2, 5, 12)
_FAR = 100
_MOST = 4000
"""Lines: a longer text is no page like those that the trees have seen, and stays as cheap as the network alone."""
_SHARE = np.float32(0.7)
"""What the trees' word counts; alone they miss more of aeb's stories than they keep out of other text."""


def hear_page(trees: RoleTrees, page: FlatFeatures, told: Array, kinds: Array) -> Array:
    """The network's answers (blocks x roles, the story's first) with the trees' word on the blocks it is not sure of."""
    rows = doubtful(told)
    if not len(rows) or len(told) > _MOST:
        return told
    before = told[rows, 0]
    after = (1 - _SHARE) * before + _SHARE * judge(trees, second_look(page, told, kinds)[rows])
    return with_story(told, rows, after)


def second_look(page: FlatFeatures, told: Array, kinds: Array) -> Array:
    """What the trees see of every block, given what the network said of the blocks (blocks x roles, the story's first)
    and of the page."""
    numbers = page.numbers
    count = len(numbers)
    story = told[:, 0]
    size = np.expm1(numbers[:, _SIZE] * 7)
    columns = [
        numbers,
        page.tags[:, None],
        told,
        np.log(np.clip(story, 1e-4, 1) / np.clip(1 - story, 1e-4, 1))[:, None],
    ]
    padded = np.zeros((count + 8, told.shape[1] + len(_NEAR_NUMBERS)), np.float32)
    padded[4 : 4 + count, : told.shape[1]] = told
    padded[4 : 4 + count, told.shape[1] :] = numbers[:, _NEAR_NUMBERS]
    columns += [padded[4 + step : 4 + step + count] for step in _NEAR]
    columns.append(np.stack(_sums(story, size, told), 1))
    columns.append(np.stack(_alike(page, story, size), 1))
    columns.append(np.stack(_subject(page, told, size), 1))
    total = float((story * size).sum())
    facts = (
        np.log1p(total),
        float(story.sum()),
        total / max(float(size.sum()), 1.0),
        float((story * (1 - story) * size).sum()) / max(total, 1.0),
        float(kinds[0]),
        float(told[:, 1].max()),
        float(story.max()),
    )
    columns.append(np.broadcast_to(np.array(facts, np.float32), (count, len(facts))))
    return np.concatenate(columns, axis=1).astype(np.float32, copy=False)


def _sums(story: Array, size: NDArray[np.float64], told: Array) -> list[NDArray[np.float64]]:
    """How much story stands above, below and round a block, and how far away the sure blocks are."""
    count = len(story)
    words = story * size
    above = np.cumsum(words) - words
    below = words.sum() - above - words
    whole = max(float(words.sum()), 1.0)
    other = (1 - story) * size
    index = np.arange(count)
    last, following = nearest(story > 0.8, _FAR)
    other_sum = np.concatenate([[0.0], np.cumsum(other)])
    since = np.where(last >= 0, other_sum[:-1] - other_sum[np.clip(last + 1, 0, count)], 1e4)
    until = np.where(following < count, other_sum[np.clip(following, 0, count)] - other_sum[1:], 1e4)
    headline = np.maximum.accumulate(told[:, 1])
    headline_after = np.maximum.accumulate(told[::-1, 1])[::-1]
    out = [
        np.log1p(above),
        np.log1p(below),
        above / whole,
        below / whole,
        words / whole,
        np.minimum(index - last, _FAR),
        np.minimum(following - index, _FAR),
        np.log1p(np.clip(since, 0, 1e4)),
        np.log1p(np.clip(until, 0, 1e4)),
        headline,
        headline_after,
        np.cumsum(told[:, 5]) - told[:, 5],
    ]
    sums = np.concatenate([[0.0], np.cumsum(words)])
    sizes = np.concatenate([[0.0], np.cumsum(size)])
    for step in _WINDOWS:
        low, high = np.clip(index - step, 0, count), np.clip(index + step + 1, 0, count)
        before, before_size = sums[index] - sums[low], sizes[index] - sizes[low]
        after, after_size = sums[high] - sums[index + 1], sizes[high] - sizes[index + 1]
        out += [before / np.maximum(before_size, 1), after / np.maximum(after_size, 1)]
        out.append((before + after) / np.maximum(before_size + after_size, 1))
    return out


def _alike(page: FlatFeatures, story: Array, size: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """What was said of the other blocks of the page that look as a block does, alone and with what follows it."""
    numbers = page.numbers
    looks = np.concatenate(
        [
            page.tags[:, None],
            np.round(np.log2(size + 1))[:, None],
            np.minimum(np.round(numbers[:, [_GAP, _GAP + 2]] * 4), 4),
            numbers[:, _LOOKS] > 0,
        ],
        axis=1,
    ).astype(np.int64)
    base = np.zeros(len(looks), np.int64)
    for column in looks.T:
        base = base * 31 + column
    after = np.append(base[1:], 0)
    rough = (
        np.minimum(looks[:, 1], 8) // 2 * 64
        + (numbers[:, _LOOKS[0]] > 0) * 32
        + (numbers[:, _LOOKS[6]] > 0) * 16
    )
    rough = rough.astype(np.int64)
    padded = np.concatenate([[0, 0], rough, [0, 0]])
    triple = (padded[1:-3] * 1009 + padded[2:-2]) * 1009 + padded[3:-1]
    out = []
    for key in (base, base * 1_000_003 + after, triple):
        _, which = np.unique(key, return_inverse=True)
        many = np.bincount(which)[which]
        mass = np.bincount(which, weights=story)[which] - story
        out += [
            np.minimum(many, 30).astype(np.float64),
            np.where(many > 1, mass / np.maximum(many - 1, 1), -1.0),
        ]
    return out


def _subject(page: FlatFeatures, told: Array, size: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """The share of a block's words, rare ones counting more, that stand in other blocks taken for the story, in the
    likeliest headline, and in blocks taken for none of it."""
    count = len(told)
    lengths = np.diff(np.append(page.starts, len(page.words)))
    owner = np.repeat(np.arange(count), lengths)
    kept = (page.shapes > 0) & (page.shapes < len(SHAPES) - 2)
    pairs = np.unique(owner[kept].astype(np.int64) << 31 | page.words[kept])
    block, word = pairs >> 31, pairs & 0x7FFFFFFF
    names, which = np.unique(word, return_inverse=True)
    zero = np.zeros(count)
    if not len(names):
        return [zero] * 6
    story = told[:, 0]
    spread = np.bincount(which)
    worth = (1 / (1 + np.log(spread)))[which]
    # a word that half of the blocks hold tells nothing
    worth = worth * (spread[which] <= max(3, count * 0.25))
    total = np.maximum(np.bincount(block, weights=worth, minlength=count), 1e-6)

    def share(mass: NDArray[np.float64]) -> NDArray[np.float64]:
        held = np.bincount(which, weights=mass[block])[which] - mass[block]
        return np.bincount(block, weights=worth * np.minimum(held, 1), minlength=count) / total

    title = np.zeros(count)
    title[int(told[:, 1].argmax())] = 1
    long = page.numbers[:, _LONG] > 0
    index = np.arange(count)
    out = [
        share(story.astype(np.float64)),
        share(1.0 - story.astype(np.float64)),
        share(title),
        share((story * long).astype(np.float64)),
    ]
    centre = float((story * size * index).sum() / max(float((story * size).sum()), 1e-6))
    out.append((index - centre) / max(count, 1))
    out.append(total)
    return out
