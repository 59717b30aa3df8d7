"""Runs the role model on one page's features, with NumPy alone.

The same arithmetic as the training script's `RoleNet` (quality/training/role_net.py), which a test holds it to, in
an order that asks little of NumPy: what is the same for every page is multiplied out when the model is loaded
(`models/roles.py`), and a product is made where rows are fewest. Rows of a table are got by `take`, which costs a
fraction of what an index in brackets does, and roles stand in rows where something is made over all of them.
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
_AWAY = (np.log1p(np.arange(_FAR + 1)) / 4).astype(np.float32)
_DENSE = 300_000
"""Up to this many cells, means over groups are one product with a matrix of shares; beyond, it would be mostly noughts."""
_AT_ONCE = 1024
"""Rows that go through a layer together: what is made on the way stays near the processor, on a page of any length."""


class _Groups:
    """Rows by group, for means over groups."""

    def __init__(self, where: NDArray[np.int32]) -> None:
        counts = np.bincount(where)
        filled = counts > 0
        number = np.cumsum(filled) - 1
        self.of = number.take(where)  # the group of each row
        weights = (1 / counts[filled]).astype(np.float32)
        self.shares: Array | None = None
        if len(weights) * len(where) <= _DENSE:
            self.shares = np.zeros((len(weights), len(where)), np.float32)
            self.shares[self.of, np.arange(len(where))] = weights.take(self.of)
        else:
            self.order = np.argsort(self.of, kind="stable")
            self.starts = np.searchsorted(self.of[self.order], np.arange(len(weights)))
            self.weights = weights[:, None]

    def means(self, values: Array) -> Array:
        """The mean of each group's rows."""
        means: Array
        if self.shares is not None:
            means = self.shares @ values
        else:
            means = np.add.reduceat(values.take(self.order, 0), self.starts, axis=0)
            means *= self.weights
        return means


class _Twins:
    """The few rows that share their innermost container with another; any other row is the mean of its own."""

    def __init__(self, where: NDArray[np.int32]) -> None:
        self.rows = np.flatnonzero(np.bincount(where).take(where) > 1)
        self.groups = _Groups(where[self.rows]) if len(self.rows) else None

    def apart(self, values: Array) -> Array | None:
        """How far the mean of each such row's group is from the row; None where there are no such rows."""
        if self.groups is None:
            return None
        own = values[self.rows]
        apart: Array = self.groups.means(own)[self.groups.of] - own
        return apart


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
        up = page.parent.take(page.container)
        further = page.parent.take(up)
        self.levels = np.stack([page.container, up, further], axis=1)
        self.twins = _Twins(page.container)
        self.groups = _Groups(up), _Groups(further)
        self.ups = _upward(page.parent)


def _answer(a: dict[str, Array], seen: _Seen) -> tuple[Array, Array]:
    """One member's probabilities."""
    page = seen.page
    rows = len(page.tags)
    own = seen.classes.means(a["klass"])
    chain = own
    decay = _DECAY
    for above in seen.ups:  # twice as far up at each turn
        chain = chain + decay * chain.take(above, 0)
        decay = decay * decay
    x = np.concatenate(
        [
            page.numbers[:, : len(a["mean"])],  # a model knows the numbers of its day
            a["tag"].take(page.tags, 0),
            a["word"].take(seen.first, 0).reshape(rows, -1),
            a["word"].take(seen.last, 0).reshape(rows, -1),
            *([] if seen.bag is None else [seen.bag.means(a["bagged"])]),
            own.take(seen.levels, 0).reshape(rows, -1),
            chain.take(page.container, 0),
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
    story = told[0]
    page_view = np.concatenate([np.add.reduce(h, 0) / rows, (story @ h) / max(float(story.sum()), 0.5)])
    return told.T, softmax((page_view @ a["kind.w"] + a["kind.b"])[:, None])[:, 0]


def _layer(a: dict[str, Array], n: int, h: Array, told: Array | None, seen: _Seen) -> tuple[Array, Array]:
    """What a layer makes of the rows, from their neighbours and their containers' rows, and its view: roles x rows.

    A row is told of the mean over its innermost container, which nearly always is the row itself, and of the means over
    the two containers further out. Those are multiplied by their weights before they are spread over the rows: there
    are fewer containers than rows.
    """
    rows, width = h.shape
    known = np.empty((rows, len(a[f"wide{n}.own"])), np.float32)
    known[:, :width] = h
    size = width
    if told is not None:
        size += len(told)
        known[:, width:size] = told.T
        if known.shape[1] > size:  # models made before this have not learned it
            known[:, size:] = _order(told, seen.page.numbers[:, _SIZE]).T
    value = known[:, :size]
    outer = [group.means(value) @ a[f"wide{n}.out{k}"] for k, group in enumerate(seen.groups)]
    outer[0] += np.add.reduce(value, 0) / np.float32(rows) @ a[f"wide{n}.page"] + a[f"wide{n}.b"]
    apart = seen.twins.apart(value)
    if apart is not None:
        apart = apart @ a[f"wide{n}.apart"]
    made, views = np.empty_like(h), []
    for start in range(0, rows, _AT_ONCE):
        stop = min(rows, start + _AT_ONCE)
        both = np.empty((stop - start, 2 * width), np.float32)
        near, far = both[:, :width], both[:, width:]
        np.matmul(neighbours(h, _STEPS[n], start, stop), a[f"near{n}.w"], out=near)
        near += a[f"near{n}.b"]
        np.matmul(known[start:stop], a[f"wide{n}.own"], out=far)
        for group, out in zip(seen.groups, outer, strict=True):
            far += out.take(group.of[start:stop], 0)
        if apart is not None:
            first, last = np.searchsorted(seen.twins.rows, (start, stop))
            far[seen.twins.rows[first:last] - start] += apart[first:last]
        np.maximum(both, 0, out=both)
        mixed = np.matmul(both, a[f"mix{n}.w"], out=made[start:stop])
        mixed += a[f"mix{n}.b"]
        mixed += h[start:stop]
        mixed -= mixed @ a["mean.w"]
        squares = np.einsum("ij,ij->i", mixed, mixed)
        squares /= width
        squares += 1e-5
        mixed /= np.sqrt(squares, out=squares)[:, None]
        mixed *= a[f"norm{n}.w"]
        mixed += a[f"norm{n}.b"]
        views.append(softmax(a[f"tell{n}.w"].T @ mixed.T + a[f"tell{n}.b"][:, None]))
    return made, views[0] if len(views) == 1 else np.concatenate(views, axis=1)


def _order(told: Array, sizes: Array) -> Array:
    """Where each block stands towards what the page is thought to hold, a column each.

    The share of each role's words that stand before the block; how many words of each role the page has; and how
    far away the last and the next block are that are thought to be the story's.
    """
    many, rows = told.shape
    out = np.empty((2 * many + 2, rows), np.float32)
    mass = told * (sizes + np.float32(0.02))
    summed = np.cumsum(mass, axis=1, dtype=np.float64)
    total = summed[:, -1:]
    np.divide(summed - mass, total + 0.1, out=out[:many], casting="same_kind")
    out[many : 2 * many] = np.log1p(total) / 3
    at = np.arange(rows)
    sure = told[0] > 0.5
    last = np.maximum.accumulate(np.where(sure, at, -_FAR))
    following = np.minimum.accumulate(np.where(sure, at, rows + _FAR)[::-1])[::-1]
    _AWAY.take(at - last, out=out[-2], mode="clip")
    _AWAY.take(following - at, out=out[-1], mode="clip")
    return out


def neighbours(h: Array, step: int, start: int, stop: int) -> Array:
    """For each of some rows the five rows round it, a step apart, side by side; there is nothing beyond the page."""
    width = h.shape[1]
    out = np.empty((stop - start, 5 * width), np.float32)
    for tap in range(5):
        by = (tap - 2) * step  # row n hears row n + by
        first = min(max(start, -by), stop)
        last = max(min(stop, len(h) - by), first)
        columns = out[:, tap * width : (tap + 1) * width]
        columns[: first - start] = 0
        columns[first - start : last - start] = h[first + by : last + by]
        columns[last - start :] = 0
    return out


def rows_of(known: NDArray[np.int32], hashes: NDArray[np.int32]) -> Rows:
    """The table's row of each hash, 0 for one the model does not know; `known` is ascending and begins with 0."""
    at = np.searchsorted(known, hashes)
    np.minimum(at, len(known) - 1, out=at)
    at[known.take(at) != hashes] = 0
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
            sums = np.add.reduceat(table.take(self.ids, 0), self.starts, axis=0)
            sums /= self.sizes
            out[self.filled] = sums
        return out


def _upward(parent: NDArray[np.int32]) -> list[NDArray[np.int32]]:
    """For each container the one 1, 2, 4, ... above it, as long as any has one; 0 is none, and its own parent."""
    ups = []
    above = parent
    while above.any():
        ups.append(above)
        above = above.take(above)
    return ups


def softmax(z: Array) -> Array:
    """Of each column."""
    z -= np.maximum.reduce(z, 0)
    np.exp(z, out=z)
    z /= np.add.reduce(z, 0)
    return z
