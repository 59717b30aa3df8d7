"""Runs the role model on one page's features, with NumPy alone.

The same arithmetic as the training script's `RoleNet` (quality/training/role_net.py), which a test holds it to, in
an order that asks little of NumPy: what is the same for every page is multiplied out when the model is loaded
(`models/roles.py`), and a product is made where rows are fewest.
"""

import numpy as np
from numpy.typing import NDArray

from ..models.roles import RoleModel
from .features import NUMBERS, Features

Array = NDArray[np.float32]
Rows = NDArray[np.int64]

_DECAY = np.float32(0.8)
_STEPS = (1, 2, 4)
_SIZE = NUMBERS.index("words")
_FAR = 60
"""A block of the story further off than this is as good as none."""
_DENSE = 300_000
"""Up to this many cells, means over groups are one product with a matrix of shares; beyond, it would be mostly noughts."""
_AT_ONCE = 1024
"""Rows that go through a layer together: what is made on the way stays near the processor, on a page of any length."""


class _Groups:
    """Rows by group, for means over groups."""

    def __init__(self, where: NDArray[np.int32]) -> None:
        counts = np.bincount(where)
        share = counts[where]
        self.rows = np.flatnonzero(share > 1)  # a row alone in its group is its own mean
        if not len(self.rows):
            return
        several = counts > 1
        number = np.cumsum(several) - 1
        self.group_of = number[where[self.rows]]
        groups = int(number[-1]) + 1
        weights = (1 / counts[several]).astype(np.float32)
        self.shares: Array | None = None
        if groups * len(self.rows) <= _DENSE:
            self.shares = np.zeros((groups, len(self.rows)), np.float32)
            self.shares[self.group_of, np.arange(len(self.rows))] = weights[self.group_of]
        else:
            order = np.argsort(self.group_of, kind="stable")
            self.order = self.rows[order]
            self.starts = np.searchsorted(self.group_of[order], np.arange(groups))
            self.weights = weights[:, None]

    def means(self, values: Array) -> Array | None:
        """The mean of each group of several rows; None if there is none."""
        if not len(self.rows):
            return None
        means: Array
        if self.shares is not None:
            means = self.shares @ values[self.rows]
        else:
            means = np.add.reduceat(values[self.order], self.starts, axis=0)
            means *= self.weights
        return means

    def spread(self, means: Array, start: int, out: Array) -> None:
        """Write the means over the rows of `out`, which holds the rows from `start` on, of groups of several."""
        first, last = np.searchsorted(self.rows, (start, start + len(out)))
        out[self.rows[first:last] - start] = means[self.group_of[first:last]]


def run(model: RoleModel, page: Features) -> tuple[Array, Array]:
    """Probabilities of each role for each block, and of each kind of page for the page."""
    if not len(page.tags):
        return (
            np.zeros((0, len(model.roles)), np.float32),
            np.full(len(model.kinds), 1 / len(model.kinds), np.float32),
        )
    seen = _Seen(model, page)
    answers = [_answer(arrays, seen) for arrays in model.members]
    share = np.float32(1 / len(answers))
    return sum_of([a for a, _ in answers]) * share, sum_of([b for _, b in answers]) * share


def sum_of(arrays: list[Array]) -> Array:
    """The sum of arrays of one shape."""
    total = arrays[0]
    for array in arrays[1:]:
        total = total + array
    return total


class _Seen:
    """What every member of a model needs of a page: known words, rows by container."""

    def __init__(self, model: RoleModel, page: Features) -> None:
        self.page = page
        self.first = rows_of(model.words, page.first)
        self.last = rows_of(model.words, page.last)
        self.classes = _Bags(rows_of(model.classes, page.class_ids), page.class_of, len(page.parent))
        self.inner = _Bags(rows_of(model.classes, page.inner_ids), page.inner_of, len(page.tags))
        self.bag: _Bags | None = None
        if len(model.bag) > 1 or "bagged" in model.members[0]:
            known = rows_of(model.bag, page.word_ids)
            self.bag = _Bags(known[known > 0], page.word_of[known > 0], len(page.tags))
        levels = [page.container]
        for _ in range(2):
            levels.append(page.parent[levels[-1]])
        self.levels = np.stack(levels, axis=1)
        self.groups = [_Groups(level) for level in levels]
        self.ups = _upward(page.parent)


def _answer(a: dict[str, Array], seen: _Seen) -> tuple[Array, Array]:
    """One member's probabilities."""
    page = seen.page
    rows = len(page.tags)
    own = seen.classes.means(a["klass"])
    chain = own
    decay = _DECAY
    for above in seen.ups:  # twice as far up at each turn
        chain = chain + decay * chain[above]
        decay = decay * decay
    x = np.concatenate(
        [
            page.numbers[:, : len(a["mean"])],  # a model knows the numbers of its day
            a["tag"][page.tags],
            a["word"][seen.first].reshape(rows, -1),
            a["word"][seen.last].reshape(rows, -1),
            *([] if seen.bag is None else [seen.bag.means(a["bagged"])]),
            own[seen.levels].reshape(rows, -1),
            chain[page.container],
            seen.inner.means(a["klass"]),
        ],
        axis=1,
    )
    h = x @ a["enter.seen"]
    h += a["enter.base"]
    np.maximum(h, 0, out=h)
    told: Array | None = None
    for n in range(3):
        h, told = _layer(a, n, h, told, seen)
    assert told is not None
    story = told[:, 0]
    page_view = np.concatenate([h.mean(0), (story @ h) / max(float(story.sum()), 0.5)])
    return told, _softmax((page_view @ a["kind.w"] + a["kind.b"])[None])[0]


def _layer(a: dict[str, Array], n: int, h: Array, told: Array | None, seen: _Seen) -> tuple[Array, Array]:
    """What a layer makes of the rows, from their neighbours and their containers' rows, and its view of their roles."""
    rows, width = h.shape
    value = h if told is None else np.concatenate([h, told], axis=1)
    size = value.shape[1]
    means = [group.means(value) for group in seen.groups]
    page = value.mean(0) @ a[f"wide{n}.page"] + a[f"wide{n}.b"]
    width_of_wide = len(a[f"wide{n}.rows"])
    many = 0 if told is None else told.shape[1]
    placed: Array | None = None
    if told is not None and width_of_wide > 3 * size + many:  # models made before this have not learned it
        placed = np.empty((rows, width_of_wide - 3 * size - many), np.float32)
        _order(told, seen.page.numbers[:, _SIZE], placed)
    made, views = np.empty_like(h), []
    for start in range(0, rows, _AT_ONCE):
        stop = min(rows, start + _AT_ONCE)
        both = np.empty((stop - start, 2 * width), np.float32)
        near, far = both[:, :width], both[:, width:]
        _neighbours(h, a[f"near{n}.taps"], _STEPS[n], start, near)
        near += a[f"near{n}.b"]
        wide = np.empty((stop - start, width_of_wide), np.float32)
        for k, (group, mean) in enumerate(zip(seen.groups, means, strict=True)):
            out = wide[:, k * size : (k + 1) * size]
            out[:] = value[start:stop]
            if mean is not None:
                group.spread(mean, start, out)
        if told is not None:
            wide[:, 3 * size : 3 * size + many] = told[start:stop]
        if placed is not None:
            wide[:, 3 * size + many :] = placed[start:stop]
        np.matmul(wide, a[f"wide{n}.rows"], out=far)
        far += page
        np.maximum(both, 0, out=both)
        mixed: Array = both @ a[f"mix{n}.w"]
        mixed += a[f"mix{n}.b"]
        mixed += h[start:stop]
        mixed -= mixed.mean(1, keepdims=True)
        mixed /= np.sqrt((mixed * mixed).mean(1, keepdims=True) + 1e-5)
        mixed *= a[f"norm{n}.w"]
        mixed += a[f"norm{n}.b"]
        made[start:stop] = mixed
        views.append(_softmax(mixed @ a[f"tell{n}.w"] + a[f"tell{n}.b"]))
    return made, views[0] if len(views) == 1 else np.concatenate(views)


def _order(told: Array, sizes: Array, out: Array) -> None:
    """Where a block stands towards what the page is thought to hold, written into `out`.

    The share of each role's words that stand before the block; how many words of each role the page has; and how
    far away the last and the next block are that are thought to be the story's.
    """
    rows, many = told.shape
    mass = told * (sizes + np.float32(0.02))[:, None]
    summed = np.cumsum(mass, axis=0, dtype=np.float64)
    total = summed[-1]
    out[:, :many] = (summed - mass) / (total + 0.1)
    out[:, many : 2 * many] = np.log1p(total) / 3
    at = np.arange(rows)
    sure = told[:, 0] > 0.5
    last = np.maximum.accumulate(np.where(sure, at, -_FAR))
    following = np.minimum.accumulate(np.where(sure, at, rows + _FAR)[::-1])[::-1]
    away = np.minimum(np.stack([at - last, following - at], axis=1), _FAR)
    out[:, 2 * many :] = np.log1p(away) / 4


def _neighbours(h: Array, taps: Array, step: int, start: int, out: Array) -> None:
    """For the rows from `start` on: five rows a step apart, each times its weights, summed; there is nothing beyond the page."""
    count, width = out.shape
    stop = start + count
    low, high = max(0, start - 2 * step), min(len(h), stop + 2 * step)
    told = h[low:high] @ taps
    out[:] = told[start - low : stop - low, 2 * width : 3 * width]
    for tap in (0, 1, 3, 4):
        by = (tap - 2) * step  # row n hears row n + by
        first, last = max(start, low - by), min(stop, high - by)
        if first < last:
            heard = told[first + by - low : last + by - low, tap * width : (tap + 1) * width]
            out[first - start : last - start] += heard


def rows_of(known: NDArray[np.int32], hashes: NDArray[np.int32]) -> Rows:
    """The table's row of each hash, 0 for one the model does not know; `known` is ascending and begins with 0."""
    at = np.searchsorted(known, hashes)
    np.minimum(at, len(known) - 1, out=at)
    at[known[at] != hashes] = 0
    return at


class _Bags:
    """Ids in bags, for the mean of each bag's vectors; `of`, the bag of each id, is ascending."""

    def __init__(self, ids: Rows, of: NDArray[np.int32], bags: int) -> None:
        self.ids = ids
        self.bags = bags
        if len(ids):
            new = np.empty(len(ids), bool)
            new[0] = True
            np.not_equal(of[1:], of[:-1], out=new[1:])
            self.starts = np.flatnonzero(new)
            self.filled = of[self.starts]
            self.sizes = np.diff(np.append(self.starts, len(ids))).astype(np.float32)[:, None]

    def means(self, table: Array) -> Array:
        """The mean of each bag's rows of the table; noughts for a bag that is empty."""
        out = np.zeros((self.bags, table.shape[1]), np.float32)
        if len(self.ids):
            sums = np.add.reduceat(table[self.ids], self.starts, axis=0)
            sums /= self.sizes
            out[self.filled] = sums
        return out


def _upward(parent: NDArray[np.int32]) -> list[NDArray[np.int32]]:
    """For each container the one 1, 2, 4, ... above it, as long as any has one; 0 is none, and its own parent."""
    ups = []
    above = parent
    while above.any():
        ups.append(above)
        above = above[above]
    return ups


def _softmax(z: Array) -> Array:
    z = z - z.max(1, keepdims=True)
    np.exp(z, out=z)
    z /= np.add.reduce(z, axis=1, keepdims=True)
    return z
