"""Runs the role model of flat text on one page's features, with NumPy alone.

The same arithmetic as the training script's `FlatNet` (quality/training/flat_net.py), which a test holds it to.
"""

import numpy as np
from numpy.typing import NDArray

from ..models.roles import RoleModel
from .flat_features import FlatFeatures
from .network import Array, rows_of, sum_of

STEPS = (1, 2, 4)
"""How far apart the neighbours stand that a block hears from, in each round."""
ROUNDS = len(STEPS)


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
    rows = len(page.tags)
    vectors = a["word"][token_row]
    tokens = np.concatenate([vectors, a["shape"][page.shapes]], axis=1)
    starts = page.starts
    back = np.zeros_like(tokens)
    back[1:] = tokens[:-1]
    back[starts] = 0
    ahead = np.zeros_like(tokens)
    ahead[:-1] = tokens[1:]
    ahead[starts[1:] - 1] = 0
    phrases = np.concatenate([back, tokens, ahead], axis=1) @ a["phrase.w"]
    found = np.maximum(np.maximum.reduceat(phrases, starts, axis=0) + a["phrase.b"], 0)
    mean = np.add.reduceat(tokens, starts, axis=0)
    mean /= np.diff(np.append(starts, len(tokens)))[:, None]
    edges = np.concatenate([np.zeros((1, vectors.shape[1]), np.float32), vectors])[page.edges].reshape(
        rows, -1
    )
    x = np.concatenate(
        [(page.numbers - a["mean"]) / a["std"], a["tag"][page.tags], mean, found, edges],
        axis=1,
        dtype=np.float32,
    )
    h = np.maximum(x @ a["enter.w"] + a["enter.b"], 0)
    about = mean @ a["topic.w"] + a["topic.b"]
    told = _softmax(h @ a["tell0.w"] + a["tell0.b"])
    width = h.shape[1]
    for n, step in enumerate(STEPS):
        padded = np.zeros((rows + 4 * step, width), np.float32)
        padded[2 * step : 2 * step + rows] = h
        shifted = np.concatenate([padded[k * step : k * step + rows] for k in range(5)], axis=1)
        near = np.maximum(shifted @ a[f"near{n}.w"] + a[f"near{n}.b"], 0)
        gates = np.concatenate([h, told], axis=1) @ a[f"gates{n}.w"] + a[f"gates{n}.b"]
        state = gates.shape[1] // 4
        keep = 0.5 * (1 + np.tanh(0.5 * gates[:, : 2 * state]))  # the logistic function, that cannot overflow
        take = (1 - keep) * np.tanh(gates[:, 2 * state :])
        down = _scan(keep[:, :state], take[:, :state])
        up = _scan(keep[::-1, state:], take[::-1, state:])[::-1]
        story = told[:, :1]
        amount = max(float(story.sum()), 0.5)
        sums = np.cumsum(told, axis=0)
        wide = np.concatenate(
            [
                np.broadcast_to(h.mean(0), h.shape),
                np.broadcast_to((h * story).sum(0) / amount, h.shape),
                told,
                np.broadcast_to(told.mean(0), told.shape),
                np.log1p(np.maximum(sums - told, 0)) / 4,
                np.log1p(np.maximum(sums[-1] - sums, 0)) / 4,
                about * ((about * story).sum(0) / amount),
            ],
            axis=1,
        )
        far = np.maximum(wide @ a[f"wide{n}.w"] + a[f"wide{n}.b"], 0)
        h = h + (np.concatenate([near, far, down, up], axis=1) @ a[f"mix{n}.w"] + a[f"mix{n}.b"])
        h -= h.mean(1, keepdims=True)
        h /= np.sqrt((h * h).mean(1, keepdims=True) + 1e-5)
        h *= a[f"norm{n}.w"]
        h += a[f"norm{n}.b"]
        told = _softmax(h @ a[f"tell{n + 1}.w"] + a[f"tell{n + 1}.b"])
    story = told[:, :1]
    page_view = np.concatenate([h.mean(0), (h * story).sum(0) / max(float(story.sum()), 0.5)])
    return told, _softmax((page_view @ a["kind.w"] + a["kind.b"])[None])[0]


def _scan(keep: Array, take: Array) -> Array:
    """state[t] = keep[t] state[t - 1] + take[t], by doubling: as many passes as the count has binary digits."""
    keep, take = keep.copy(), take.copy()
    step = 1
    while step < len(take):
        take[step:] += keep[step:] * take[:-step].copy()
        keep[step:] *= keep[:-step].copy()
        keep[:step] = 0
        step *= 2
    return take


def _softmax(z: Array) -> Array:
    z = z - z.max(1, keepdims=True)
    np.exp(z, out=z)
    z /= z.sum(1, keepdims=True)
    return z
