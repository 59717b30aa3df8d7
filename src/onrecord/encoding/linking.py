"""Which source a cue belongs to, and which cue a content: a small network over the spans' edges."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .chains import Floats, Ints, softmax

REACH = 260
"""How many words apart two spans may be: as far as the training windows showed."""
DISTANCES = 32
"""How many sorts of distance the linker tells apart: eight sizes, each side, same paragraph or not."""
_BLOCK = 64
_COST = 50.0
"""How many times likelier the first choice may be when a span is given to an answer left over (dev)."""
_FAR_COST = 5.0
"""The same where the two are in different paragraphs (dev)."""
_LEAST = 1e-3

Spans = Ints  # rows of (first word, last word)


def gelu(x: Floats) -> Floats:
    """x times the share of the normal distribution below x (Abramowitz and Stegun 7.1.26)."""
    z = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.3275911) * z)
    poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    erf = np.sign(x) * (1 - poly * np.exp(-z * z))
    out: Floats = (0.5 * x * (1 + erf)).astype(np.float32)
    return out


def relu(x: Floats) -> Floats:
    """x where it is above nought."""
    out: Floats = np.maximum(x, 0)
    return out


_BENDS = {"gelu": gelu, "relu": relu}


@dataclass(frozen=True, slots=True)
class _Row:
    """The shares that one asking span gives: to no answer, then to the answers from `first` on."""

    first: int
    shares: Floats

    @property
    def answered(self) -> bool:
        return bool(self.shares[0] < self.shares[1:].max(initial=0))

    def share(self, answer: int) -> float:
        """The share of an answer, or of none (-1); nought for one out of reach."""
        at = answer - self.first + 1 if answer >= 0 else 0
        return float(self.shares[at]) if 0 <= at < len(self.shares) else 0.0


def _leave_none_out(rows: list[_Row], found: Ints, asked_in: Ints, answered_in: Ints) -> None:
    """Give answers that nobody chose to an asking span that can do without the one it chose.

    Nearly every cue has a content and every source a cue, so an answer left over is likely a link missed.
    A span may change when its own answer has others or is none, and when the change costs little.
    """
    users = np.bincount(found[found >= 0], minlength=len(answered_in))
    places: dict[int, list[int]] = {}
    for left in np.flatnonzero(users == 0).tolist():
        places[left] = []
    for k, row in enumerate(rows):
        for left in range(row.first, row.first + len(row.shares) - 1):
            if left in places and row.share(left) >= _LEAST:
                places[left].append(k)
    for left, candidates in places.items():
        best, cost = -1, 1.0
        for k in candidates:
            now = int(found[k])
            if now >= 0 and users[now] < 2:
                continue
            most = _COST if asked_in[k] == answered_in[left] else _FAR_COST
            price = rows[k].share(now) / rows[k].share(left) / most
            if price < cost:
                best, cost = k, price
        if best >= 0:
            if found[best] >= 0:
                users[found[best]] -= 1
            found[best] = left
            users[left] += 1


class Linker:
    """Links spans by the weights it was trained with; both settings have one."""

    def __init__(self, weights: Mapping[str, Floats], bend: str) -> None:
        self._w = weights
        self._bend = _BENDS[bend]

    def link(
        self, kind: str, hidden: Floats, asking: Spans, answers: Spans, paragraphs: Ints, windows: Ints
    ) -> tuple[Ints, Floats]:
        """For each asking span the index of the span it belongs to, -1 for none, and how sure that is.

        `kind` is `source` (cues ask for a source) or `content` (contents ask for a cue); spans are in
        order. Only spans of one window are linked: vectors of different windows do not compare, as each says
        where in its own window a word stands.
        """
        if not len(asking) or not len(answers):
            return np.full(len(asking), -1, np.int64), np.ones(len(asking), np.float32)
        rows = self._rows(kind, hidden, asking, answers, paragraphs, windows)
        found = np.array([row.first + int(row.shares[1:].argmax()) if row.answered else -1 for row in rows])
        _leave_none_out(rows, found, paragraphs[asking[:, 0]], paragraphs[answers[:, 0]])
        sure = np.array([row.share(at) for row, at in zip(rows, found.tolist(), strict=True)], np.float32)
        return found, sure

    def _rows(
        self, kind: str, hidden: Floats, asking: Spans, answers: Spans, paragraphs: Ints, windows: Ints
    ) -> list[_Row]:
        """What each asking span makes of the answers within its reach."""
        w = self._w
        ours, theirs = ("cue_s", "source") if kind == "source" else ("content", "cue_c")
        asked = self._side(ours, hidden, asking) @ w[f"match.{kind}"]
        offered = self._side(theirs, hidden, answers)
        none = asked @ w[f"none.{kind}"]
        distance = w[f"distance.{kind}"]
        rows: list[_Row] = []
        for low in range(0, len(asking), _BLOCK):
            block = slice(low, min(low + _BLOCK, len(asking)))
            at = asking[block, 0]
            first = int(np.searchsorted(answers[:, 0], at.min() - REACH))
            last = int(np.searchsorted(answers[:, 0], at.max() + REACH, "right"))
            there = answers[first:last, 0]
            apart = there[None, :] - at[:, None]
            size = np.minimum(np.log2(np.abs(apart) + 1), 7).astype(np.int64)
            other = paragraphs[there][None, :] != paragraphs[at][:, None]
            scores = asked[block] @ offered[first:last].T + distance[size + 8 * (apart < 0) + 16 * other]
            scores[(np.abs(apart) > REACH) | (windows[there][None, :] != windows[at][:, None])] = -1e9
            shares = softmax(np.concatenate([none[block, None], scores], 1).astype(np.float32))
            rows.extend(_Row(first, row) for row in shares)
        return rows

    def _side(self, name: str, hidden: Floats, spans: Spans) -> Floats:
        edges = np.concatenate([hidden[spans[:, 0]], hidden[spans[:, 1]]], 1)
        out: Floats = self._bend(edges @ self._w[f"link.{name}.weight"].T + self._w[f"link.{name}.bias"])
        return out
