"""The best labels for runs of words, given what each word says and what may follow what."""

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


def best_labels(emissions: Floats, starts: Ints, moves: Floats, sure: float = 7.0) -> Ints:
    """Get the label of each word by Viterbi, all runs at once.

    `emissions` has a row for each word, `starts` the first word of each run. In `moves` the last row is
    what a run begins with, the last column what it ends with. Where a word is O (label 0) by more than
    `sure`, the run is cut in two: the longest run is what costs, and texts are mostly O.
    """
    n, k = emissions.shape
    if not n:
        return np.zeros(0, np.int64)
    step, begin, end = moves[:k, :k], moves[k, :k], moves[:k, k]
    outside = emissions[:, 0] - emissions[:, 1:].max(1) > sure
    first = np.zeros(n, bool)
    first[starts] = True
    # A word that is surely O stands alone; its neighbours begin and end as after and before O.
    cut = first | outside
    cut[1:] |= outside[:-1]
    heads = np.flatnonzero(cut)
    lengths = np.diff(np.append(heads, n))
    tails = heads + lengths - 1
    opening = np.where(first[heads][:, None], begin[None], step[0][None])
    last = np.append(first[1:], True)
    closing = np.where(last[tails][:, None], end[None], step[:, 0][None])

    keep = ~outside[heads]
    heads, lengths, opening, closing = heads[keep], lengths[keep], opening[keep], closing[keep]
    labels = np.zeros(n, np.int64)
    if not len(heads):
        return labels
    order = np.argsort(-lengths, kind="stable")
    heads, lengths, opening, closing = heads[order], lengths[order], opening[order], closing[order]
    alive = np.searchsorted(-lengths, -np.arange(int(lengths[0])), side="left")  # runs longer than t
    score = opening + emissions[heads]
    final = score.copy()
    back: list[npt.NDArray[np.intp]] = []
    for t in range(1, int(lengths[0])):
        live = int(alive[t])
        ways = score[:live, :, None] + step[None]
        pick = ways.argmax(1)
        back.append(pick)
        score = np.take_along_axis(ways, pick[:, None], 1)[:, 0] + emissions[heads[:live] + t]
        final[:live] = score
    now = (final + closing).argmax(1)
    for t in range(int(lengths[0]) - 1, -1, -1):
        live = int(alive[t]) if t else len(heads)
        labels[heads[:live] + t] = now[:live]
        if t:
            now[:live] = np.take_along_axis(back[t - 1], now[:live, None], 1)[:, 0]
    return labels


def softmax(scores: Floats) -> Floats:
    """Shares that sum to one in each row."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    shares: Floats = raised / raised.sum(-1, keepdims=True)
    return shares
