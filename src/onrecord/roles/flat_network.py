"""Runs the role model of flat text on one page's features, with NumPy alone.

The same arithmetic as the training script's `FlatNet` (quality/training/flat_net.py), which a test holds it to.
"""

import numpy as np
from numpy.typing import NDArray

from ..models.roles import RoleModel
from .flat_features import FlatFeatures
from .network import Array, neighbours, rows_of, softmax, sum_of

STEPS = (1, 2, 4)
"""How far apart the neighbours stand that a block hears from, in each round."""
ROUNDS = len(STEPS)
_AT_ONCE = 512
"""Blocks that go through a round together: what is made on the way stays near the processor, on a text of any length."""


def run_flat(model: RoleModel, page: FlatFeatures) -> tuple[Array, Array]:
    """Probabilities of each role for each block, and of each kind of page for the page."""
    if not len(page.tags):
        return (
            np.zeros((0, len(model.roles)), np.float32),
            np.full(len(model.kinds), 1 / len(model.kinds), np.float32),
        )
    rows, _ = token_rows(model.words, page)
    answers = [_answer(arrays, page, rows) for arrays in model.members]
    share = np.float32(1 / len(answers))
    return sum_of([told for told, _ in answers]) * share, sum_of([kinds for _, kinds in answers]) * share


def token_rows(known: NDArray[np.int32], page: FlatFeatures) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The table's row of each token, of its ending where its word is not known; and of each token's ending."""
    endings = rows_of(known, page.endings)
    rows = rows_of(known, page.words)
    return np.where(rows > 0, rows, endings), endings


def _answer(a: dict[str, Array], page: FlatFeatures, token_row: NDArray[np.int64]) -> tuple[Array, Array]:
    """One member's probabilities."""
    rows, width = len(page.tags), len(a["enter.b"])
    h = np.empty((rows, width), np.float32)
    about = np.empty((rows, len(a["topic.b"])), np.float32)
    for piece in _pieces(rows):
        h[piece], about[piece] = _enter(a, page, token_row, piece)
    told = _view(a, 0, h)
    for n, step in enumerate(STEPS):
        h = _round(a, n, step, h, told, about)
        told = _view(a, n + 1, h)
    story = told[:, 0]
    page_view = np.concatenate([h.mean(0), (story @ h) / max(float(story.sum()), 0.5)])
    return told, softmax((page_view @ a["kind.w"] + a["kind.b"])[:, None])[:, 0]


def _pieces(rows: int) -> list[slice]:
    return [slice(start, min(rows, start + _AT_ONCE)) for start in range(0, rows, _AT_ONCE)]


def _view(a: dict[str, Array], n: int, h: Array) -> Array:
    """How likely each block is of each role, as the rows tell."""
    return softmax((h @ a[f"tell{n}.w"] + a[f"tell{n}.b"]).T).T


def _enter(
    a: dict[str, Array], page: FlatFeatures, token_row: NDArray[np.int64], piece: slice
) -> tuple[Array, Array]:
    """What some blocks' own words and numbers come to, and what the blocks are about."""
    starts = page.starts[piece]
    first = int(starts[0])
    stop = int(page.starts[piece.stop]) if piece.stop < len(page.starts) else len(token_row)
    starts = starts - first
    vectors = a["word"].take(token_row[first:stop], 0)
    tokens = np.concatenate([vectors, a["shape"].take(page.shapes[first:stop], 0)], axis=1)
    size = tokens.shape[1]
    phrases = np.zeros((len(tokens), 3 * size), np.float32)  # each token between the one before and the next
    phrases[1:, :size] = tokens[:-1]
    phrases[starts, :size] = 0
    phrases[:, size : 2 * size] = tokens
    phrases[:-1, 2 * size :] = tokens[1:]
    phrases[starts[1:] - 1, 2 * size :] = 0
    found = np.maximum(np.maximum.reduceat(phrases @ a["phrase.w"], starts, axis=0) + a["phrase.b"], 0)
    mean = np.add.reduceat(tokens, starts, axis=0)
    mean /= np.diff(np.append(starts, len(tokens)))[:, None]
    edges = np.maximum(page.edges[piece] - first, 0)
    edge_words = np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors]).take(edges, 0)
    x = np.concatenate(
        [
            (page.numbers[piece] - a["mean"]) / a["std"],
            a["tag"].take(page.tags[piece], 0),
            mean,
            found,
            edge_words.reshape(len(starts), -1),
        ],
        axis=1,
        dtype=np.float32,
    )
    return np.maximum(x @ a["enter.w"] + a["enter.b"], 0), mean @ a["topic.w"] + a["topic.b"]


def _round(a: dict[str, Array], n: int, step: int, h: Array, told: Array, about: Array) -> Array:
    """What a round makes of the rows: from their neighbours, from what goes down and up the page, and from the whole of it."""
    rows, width = h.shape
    roles = told.shape[1]
    story = told[:, 0]
    amount = max(float(story.sum()), 0.5)
    sums = np.cumsum(told, axis=0)
    topic = (story @ about) / amount
    weights = a[f"wide{n}.w"]
    by_row = np.concatenate([weights[2 * width : 2 * width + roles], weights[2 * width + 2 * roles :]])
    # what is the same for all rows is multiplied once
    whole = h.mean(0) @ weights[:width] + ((story @ h) / amount) @ weights[width : 2 * width]
    whole += told.mean(0) @ weights[2 * width + roles : 2 * width + 2 * roles] + a[f"wide{n}.b"]
    gates = a[f"gates{n}.w"]
    state = gates.shape[1] // 4
    way = np.arange(4 * state) // state % 2  # 0 for what goes down the page, 1 for up
    pieces = _pieces(rows)
    up = np.empty((rows, state), np.float32)
    passed = np.zeros(state, np.float32)
    for piece in reversed(pieces):
        gated = (
            np.concatenate([h[piece], told[piece]], axis=1) @ gates[:, way == 1] + a[f"gates{n}.b"][way == 1]
        )
        up[piece] = _passed_on(gated[::-1], passed)[::-1]
        passed = up[piece.start]
    passed = np.zeros(state, np.float32)
    made = np.empty_like(h)
    for piece in pieces:
        both = np.concatenate([h[piece], told[piece]], axis=1)
        down = _passed_on(both @ gates[:, way == 0] + a[f"gates{n}.b"][way == 0], passed)
        passed = down[-1]
        near = neighbours(h, step, piece.start, piece.stop) @ a[f"near{n}.w"]
        near += a[f"near{n}.b"]
        own = told[piece]
        wide = np.concatenate(
            [
                own,
                np.log1p(np.maximum(sums[piece] - own, 0)) / 4,
                np.log1p(np.maximum(sums[-1] - sums[piece], 0)) / 4,
                about[piece] * topic,
            ],
            axis=1,
        )
        far = wide @ by_row
        far += whole
        mixed = (
            np.concatenate([np.maximum(near, 0), np.maximum(far, 0), down, up[piece]], axis=1)
            @ a[f"mix{n}.w"]
        )
        mixed += a[f"mix{n}.b"]
        mixed += h[piece]
        mixed -= mixed.mean(1, keepdims=True)
        mixed /= np.sqrt((mixed * mixed).mean(1, keepdims=True) + 1e-5)
        mixed *= a[f"norm{n}.w"]
        mixed += a[f"norm{n}.b"]
        made[piece] = mixed
    return made


def _passed_on(gates: Array, before: Array) -> Array:
    """What each row keeps of the state of the row before it and adds of its own; `before` is the state the first one gets."""
    state = gates.shape[1] // 2
    keep = 0.5 * (1 + np.tanh(0.5 * gates[:, :state]))  # the logistic function, that cannot overflow
    take = (1 - keep) * np.tanh(gates[:, state:])
    take[0] += keep[0] * before
    return _scan(keep, take)


def _scan(keep: Array, take: Array) -> Array:
    """state[t] = keep[t] state[t - 1] + take[t], by doubling: as many passes as the count has binary digits."""
    step = 1
    while step < len(take):
        take[step:] += keep[step:] * take[:-step].copy()
        keep[step:] *= keep[:-step].copy()
        keep[:step] = 0
        step *= 2
    return take
