"""Runs the role model on one page's features, with NumPy alone.

The same arithmetic as the training script's `RoleNet` (quality/training/role_net.py), which a test holds it to.
"""

import numpy as np
from numpy.typing import NDArray

from ..models.roles import RoleModel
from .features import Features

Array = NDArray[np.float32]

_DECAY = np.float32(0.8)
_STEPS = (1, 2, 4)


class _Groups:
    """Rows by group, for means over groups."""

    def __init__(self, where: NDArray[np.int32]) -> None:
        order = np.argsort(where, kind="stable")
        ordered = where[order]
        new = np.empty(len(where), bool)
        new[0] = True
        np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
        self.starts = np.flatnonzero(new)
        self.order = order
        group = np.cumsum(new) - 1
        self.group_of = np.empty_like(group)
        self.group_of[order] = group
        counts = np.diff(np.append(self.starts, len(where)))
        self.share = (1 / counts).astype(np.float32)[:, None]

    def mean(self, values: Array) -> Array:
        """For each row the mean of its group's rows."""
        sums = np.add.reduceat(values[self.order], self.starts, axis=0)
        sums *= self.share
        out: Array = sums[self.group_of]
        return out


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
    """What every member of a model needs of a page: known words, containers by depth, rows by container."""

    def __init__(self, model: RoleModel, page: Features) -> None:
        self.page = page
        self.first = rows_of(model.words, page.first)
        self.last = rows_of(model.words, page.last)
        self.classes = rows_of(model.classes, page.class_ids)
        self.inner = rows_of(model.classes, page.inner_ids)
        self.depths = _by_depth(page.parent)
        self.levels = [page.container]
        for _ in range(2):
            self.levels.append(page.parent[self.levels[-1]])
        self.groups = [_Groups(level) for level in self.levels]


def _answer(a: dict[str, Array], seen: _Seen) -> tuple[Array, Array]:
    """One member's probabilities."""
    page, levels, groups = seen.page, seen.levels, seen.groups
    rows = len(page.tags)
    own = _bags(a["klass"], seen.classes, page.class_of, len(page.parent))
    chain = own.copy()
    for boxes in seen.depths:
        chain[boxes] += _DECAY * chain[page.parent[boxes]]
    x = np.concatenate(
        [
            (page.numbers[:, : len(a["mean"])] - a["mean"])
            / a["std"],  # a model knows the numbers of its day
            a["tag"][page.tags],
            a["word"][seen.first].mean(1),
            a["word"][seen.last].mean(1),
            own[levels[0]],
            own[levels[1]],
            own[levels[2]],
            chain[levels[0]],
            _bags(a["klass"], seen.inner, page.inner_of, rows),
        ],
        axis=1,
    )
    h = x @ a["enter.w"]
    h += a["enter.b"]
    np.maximum(h, 0, out=h)
    told: Array | None = None
    width = h.shape[1]
    for n in range(3):
        step = _STEPS[n]
        padded = np.zeros((rows + 4 * step, width), np.float32)
        padded[2 * step : 2 * step + rows] = h
        shifted = np.concatenate([padded[k * step : k * step + rows] for k in range(5)], axis=1)
        near = shifted @ a[f"near{n}.w"]
        near += a[f"near{n}.b"]
        np.maximum(near, 0, out=near)
        value = h if told is None else np.concatenate([h, told], axis=1)
        wide = [group.mean(value) for group in groups]
        wide.append(np.broadcast_to(value.mean(0), value.shape))
        if told is not None:
            wide.append(told)
        far = np.concatenate(wide, axis=1) @ a[f"wide{n}.w"]
        far += a[f"wide{n}.b"]
        np.maximum(far, 0, out=far)
        h = h + (np.concatenate([near, far], axis=1) @ a[f"mix{n}.w"] + a[f"mix{n}.b"])
        h -= h.mean(1, keepdims=True)
        h /= np.sqrt((h * h).mean(1, keepdims=True) + 1e-5)
        h *= a[f"norm{n}.w"]
        h += a[f"norm{n}.b"]
        told = _softmax(h @ a[f"tell{n}.w"] + a[f"tell{n}.b"])
    assert told is not None
    story = told[:, :1]
    page_view = np.concatenate([h.mean(0), (h * story).sum(0) / max(float(story.sum()), 0.5)])
    return told, _softmax((page_view @ a["kind.w"] + a["kind.b"])[None])[0]


def rows_of(known: NDArray[np.int32], hashes: NDArray[np.int32]) -> NDArray[np.int64]:
    """The table's row of each hash, 0 for one the model does not know; `known` is ascending and begins with 0."""
    at = np.searchsorted(known, hashes)
    np.minimum(at, len(known) - 1, out=at)
    at[known[at] != hashes] = 0
    return at


def _bags(table: Array, ids: NDArray[np.int64], of: NDArray[np.int32], rows: int) -> Array:
    """The mean of each bag's vectors; `of` is ascending."""
    out = np.zeros((rows, table.shape[1]), np.float32)
    if len(ids):
        new = np.flatnonzero(np.concatenate([[True], of[1:] != of[:-1]]))
        sums = np.add.reduceat(table[ids], new, axis=0)
        sums /= np.diff(np.append(new, len(ids)))[:, None]
        out[of[new]] = sums
    return out


def _by_depth(parent: NDArray[np.int32]) -> list[NDArray[np.int64]]:
    """The containers below the outermost, level by level from above; parents stand before children."""
    depth = np.zeros(len(parent), np.int32)
    of = depth.tolist()
    for index, up in enumerate(parent.tolist()):
        if index:
            of[index] = of[up] + 1
    depth = np.array(of, np.int32)
    order = np.argsort(depth, kind="stable")
    cuts = np.flatnonzero(np.diff(depth[order])) + 1
    return [part for part in np.split(order, cuts) if depth[part[0]] > 1]


def _softmax(z: Array) -> Array:
    z = z - z.max(1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(1, keepdims=True)
    return z
