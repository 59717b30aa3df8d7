"""The fast name tagger: people, bodies, places and other names, with numpy alone.

A linear chain over hashed features of the words. What depends on a word alone is worked out once and
kept, what depends on its neighbours is hashed for all words at once, and only words that could be part of
a name (capitalised ones and what may stand between them) are scored and decoded, so most of a text costs
nothing. (A second reading, told what the first makes of a word everywhere in the text, gained nothing.)
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from ..languages.people import DEMONYMS, FIRST_NAMES, PLACES, TITLES
from ..text.tokens import find_forms, find_tokens

LABELS = ("PER", "ORG", "LOC", "MISC")
TAGS = ("O", *(f"{place}-{label}" for label in LABELS for place in "BILU"))
SLOTS = 1 << 18
KEPT_WORDS = 40_000

_Floats = NDArray[np.float32]
_Ints = NDArray[np.int64]
_Bools = NDArray[np.bool_]

_OWN, _NEXT, _FAR = 20, 8, 2  # how many of a word's features count at itself, beside it, two words off
_OFFSETS = ((0, _OWN), (-1, _NEXT), (1, _NEXT), (-2, _FAR), (2, _FAR))
_SHAPE = re.compile(r"(.)\1+")
_JOINERS = frozenset(
    (
        *("of", "the", "and", "for", "in", "on", "to", "at", "&", ".", "-", "–", "/", "'", "’", "'s", "’s"),
        *(
            "de",
            "da",
            "di",
            "do",
            "du",
            "del",
            "des",
            "dos",
            "das",
            "la",
            "le",
            "las",
            "los",
            "el",
            "al",
            "y",
            "e",
            "et",
        ),
        *("van", "von", "der", "den", "ter", "ten", "zu", "zur", "und", "bin", "ibn", "bint"),
    )
)
_ENDS = frozenset(".!?:;•|")
_CLOSING = frozenset("\"”’')»]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: [start, end), PER, ORG, LOC or MISC, and how sure the tagger is."""

    start: int
    end: int
    label: str
    confidence: float


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def shape(word: str) -> str:
    """The word's outline: Xx for Obama, X.X. for U.S., d for 2022."""
    outline = "".join(
        "X" if c.isupper() else "x" if c.islower() else "d" if c.isdigit() else "w" if c.isalpha() else c
        for c in word[:24]
    )
    return _SHAPE.sub(r"\1\1", outline)


def word_features(word: str) -> list[int]:
    """Hashes of all that the word alone says; those that also count for its neighbours come first."""
    low = word.lower()
    outline = shape(word)
    list_ = (
        ("f" + FIRST_NAMES[low] if low in FIRST_NAMES else "")
        + ("t" if low in TITLES else "")
        + ("p" if low in PLACES else "")
        + ("d" if low in DEMONYMS else "")
    )
    out = [
        f"w={low}",
        f"o={outline}",
        f"l={list_}{outline[:2]}",
        f"s3={low[-3:]}",
        f"c={outline[:1]}{len(word) > 3}",
        f"s2={low[-2:]}",
        f"p3={low[:3]}",
        f"o1={outline[:1]}",
        f"W={word}",
        f"p1={word[:1]}",
        f"p2={low[:2]}",
        f"p4={low[:4]}",
        f"p5={low[:5]}",
        f"s1={low[-1:]}",
        f"s4={low[-4:]}",
        f"s5={low[-5:]}",
        f"n={min(len(word), 9)}{outline[:1]}",
        f"os3={outline}{low[-3:]}",
        f"ls={list_}{low[-2:]}",
        "bias",
    ]
    return [_hash(f) for f in out]


@dataclass(slots=True)
class _Words:
    """The text's words as arrays: what they are, and where they could be part of a name."""

    spans: list[tuple[int, int]]
    rows: _Ints
    first: _Bools
    headline: _Bools
    active: _Bools
    low: _Ints
    outline: _Ints


def _slots(hashes: NDArray[np.uint64], salt: int) -> _Ints:
    """Table rows of hashed features, mixed with a salt that says where the feature was seen."""
    salted = hashes ^ np.uint64(salt * 0x9E3779B97F4A7C15 & 0xFFFFFFFFFFFFFFFF)
    mixed = salted * np.uint64(0xBF58476D1CE4E5B9)
    mixed ^= mixed >> np.uint64(29)
    mixed *= np.uint64(0x94D049BB133111EB)
    return ((mixed >> np.uint64(40)) % np.uint64(SLOTS - 1) + np.uint64(1)).astype(np.int64)


class Vocabulary:
    """Words met so far, with their features; forgotten all at once when they become too many."""

    def __init__(self) -> None:
        self.rows: dict[str, int] = {}
        self.features = np.zeros((1024, _OWN), np.uint64)
        self.kind = np.zeros((1024, 4), np.bool_)  # capitalised, joiner, letters of any sort, all capitals
        self.size = 0

    def look_up(self, words: list[str]) -> _Ints:
        """The row of each word."""
        if self.size > KEPT_WORDS:
            self.rows, self.size = {}, 0
        known = self.rows
        out = np.empty(len(words), np.int64)
        for i, word in enumerate(words):
            row = known.get(word)
            out[i] = self._add(word) if row is None else row
        return out

    def _add(self, word: str) -> int:
        row = self.size
        if row == len(self.features):
            self.features = np.concatenate([self.features, np.zeros_like(self.features)])
            self.kind = np.concatenate([self.kind, np.zeros_like(self.kind)])
        self.rows[word] = row
        self.features[row] = word_features(word)
        self.kind[row] = (
            any(c.isupper() for c in word) or (word[0].isalpha() and not word[0].islower()),
            word.lower() in _JOINERS,
            word[0].isalpha(),
            len(word) > 1 and word.isupper(),
        )
        self.size += 1
        return row


def read_words(text: str, spans: list[tuple[int, int]], vocabulary: Vocabulary) -> _Words:
    """Look at the words of a text: which open a sentence, which stand in a headline, which may be names."""
    words = find_forms(text, spans)
    rows = vocabulary.look_up(words)
    kind = vocabulary.kind[rows]
    caps, joiner, alpha = kind[:, 0], kind[:, 1], kind[:, 2]
    n = len(words)
    starts = np.fromiter((a for a, _ in spans), np.int64, n)
    ends = np.fromiter((b for _, b in spans), np.int64, n)
    # lines: a new one begins where a line break lies between two words
    breaks = np.fromiter((m.start() for m in re.finditer("\n", text)), np.int64)
    line = np.searchsorted(breaks, starts)
    new_line = np.ones(n, np.bool_)
    new_line[1:] = line[1:] != line[:-1]
    ending = np.fromiter((w in _ENDS for w in words), np.bool_, n)
    closing = np.fromiter((w in _CLOSING or w in '“"‘«([' for w in words), np.bool_, n)
    first = new_line.copy()
    first[1:] |= ending[:-1]
    for _ in range(2):  # the marks between a full stop and the next word
        first[1:] |= first[:-1] & closing[:-1]
    # a line whose long words are nearly all capitalised is a headline: capitals say little there
    long = alpha & (ends - starts > 3)
    lines, at = np.unique(line, return_inverse=True)
    many = np.bincount(at, long, len(lines))
    upper = np.bincount(at, long & caps, len(lines))
    headline = ((upper >= 0.75 * many) & (many >= 4))[at]
    attached = np.zeros(n, np.bool_)
    attached[1:] = starts[1:] == ends[:-1]
    active = caps & alpha | caps
    near = active.copy()
    for _ in range(3):
        grown = near.copy()
        grown[1:] |= near[:-1] & joiner[1:]
        near = grown
    back = active.copy()
    for _ in range(3):
        grown = back.copy()
        grown[:-1] |= back[1:] & joiner[:-1]
        back = grown
    active = active | (near & back)
    hyphen = np.fromiter((w in "-–" for w in words), np.bool_, n) & attached
    tail = np.zeros(n, np.bool_)
    tail[2:] = hyphen[1:-1] & attached[2:] & active[:-2]  # Jae-in
    active |= tail
    active[:-1] |= hyphen[:-1] & tail[1:]
    active &= ~new_line | caps
    features = vocabulary.features[rows]
    low, outline = features[:, 0].astype(np.int64), features[:, 1].astype(np.int64)
    return _Words(spans, rows, first, headline, active, low, outline)


def own_slots(features: NDArray[np.uint64]) -> _Ints:
    """Table rows for words' own features at each offset, flattened: (words, all offsets' features)."""
    return np.concatenate([_slots(features[:, :count], offset + 11) for offset, count in _OFFSETS], axis=1)


def pair_slots(words: _Words, where: _Ints) -> _Ints:
    """Table rows for what words say together with their neighbours, at the given places."""
    n = len(words.rows)

    def at(values: _Ints, offset: int, outside: int) -> NDArray[np.uint64]:
        places = where + offset
        got = values[np.clip(places, 0, n - 1)]
        return np.where((places < 0) | (places >= n), outside, got).astype(np.uint64)

    low, outline = words.low, words.outline
    flags = words.first.astype(np.int64) + 2 * words.headline
    w0, w1, w_1 = at(low, 0, 1), at(low, 1, 1), at(low, -1, 1)
    o0, o1, o_1 = at(outline, 0, 1), at(outline, 1, 1), at(outline, -1, 1)
    o2, o_2 = at(outline, 2, 1), at(outline, -2, 1)
    flag = at(flags, 0, 0)
    k = [np.uint64(x) for x in (1_000_003, 998_244_353, 1_000_000_007, 19_260_817)]
    combined = [
        w_1 * k[0] + w0,
        w0 * k[0] + w1,
        o_1 * k[0] + o0 * k[1] + o1,
        o_2 * k[0] + o_1 * k[1] + o0,
        o0 * k[0] + o1 * k[1] + o2,
        w_1 * k[0] + o0 * k[1] + w1,
        w_1 * k[0] + o0,
        o0 * k[0] + w1,
        flag * k[2] + o0,
        flag * k[2] + w0 * k[0],
        at(flags, -1, 0) * k[2] + o_1 * k[0] + o0,
        o_1 * k[0] + o0 * k[1] + o1 * k[2] + flag * k[3] + o2,
        at(low, -2, 1) * k[1] + w_1 * k[0] + o0,
        o0 * k[0] + w1 * k[1] + at(low, 2, 1),
    ]
    return np.stack([_slots(values, 101 + i) for i, values in enumerate(combined)], axis=1)


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned: a weight for each hashed feature and tag, and for each pair of tags."""

    table: _Floats
    moves: _Floats


def run_lengths(active: _Bools) -> _Ints:
    """The length of each unbroken run of words that may be names."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], active.astype(np.int8), [0]])))
    return edges[1::2] - edges[::2]


def _decode(scores: _Floats, lengths: _Ints, moves: _Floats) -> _Ints:
    """The best tags for each run, all runs at once (Viterbi); before and after a run stands O."""
    order = np.argsort(-lengths, kind="stable")
    sizes = lengths[order]
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])[order]
    back: list[_Ints] = []
    best = moves[0][None, :] + scores[begins]
    longest = int(sizes[0])
    alive = np.searchsorted(-sizes, -np.arange(1, longest + 1), side="right")
    final = best.copy()
    for step in range(1, longest):
        live = int(alive[step])
        ways = best[:live, :, None] + moves[None]
        pick = ways.argmax(1)
        back.append(pick)
        best = np.take_along_axis(ways, pick[:, None, :], 1)[:, 0] + scores[begins[:live] + step]
        final[:live] = best
    tags = np.zeros(len(scores), np.int64)
    last = (final + moves[:, 0][None, :]).argmax(1)
    current = last
    for step in range(longest - 1, -1, -1):
        live = int(alive[step])
        tags[begins[:live] + step] = current[:live]
        if step:
            current[:live] = np.take_along_axis(back[step - 1], current[:live, None], 1)[:, 0]
    return tags


class NameTagger:
    """Finds names; made by `load_names`."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._vocabulary = Vocabulary()
        self._kept: _Floats = np.zeros((0, len(_OFFSETS), len(TAGS)), np.float32)

    def find(self, text: str, spans: list[tuple[int, int]] | None = None) -> tuple[Name, ...]:
        """Get the names of a text, in order; `spans` are its tokens, if they are already known."""
        spans = find_tokens(text) if spans is None else spans
        if not spans:
            return ()
        words = read_words(text, spans, self._vocabulary)
        where = np.flatnonzero(words.active)
        if not len(where):
            return ()
        scores = self._own(words, where) + self._weights.table[pair_slots(words, where)].sum(1)
        tags = _decode(scores, run_lengths(words.active), self._weights.moves)
        return self._gather(words, where, scores, tags)

    def _own(self, words: _Words, where: _Ints) -> _Floats:
        """What each word and its neighbours say on their own, from the sums kept for each word."""
        size = self._vocabulary.size
        if len(self._kept) > size:
            self._kept = self._kept[:0]
        if len(self._kept) < size:
            slots = own_slots(self._vocabulary.features[len(self._kept) : size])
            parts, at = [], 0
            for _, count in _OFFSETS:
                parts.append(self._weights.table[slots[:, at : at + count]].sum(1))
                at += count
            self._kept = np.concatenate([self._kept, np.stack(parts, axis=1)])
        total: _Floats = self._kept[words.rows[where], 0]
        for i, (offset, _) in enumerate(_OFFSETS[1:], 1):
            places = where + offset
            inside = (places >= 0) & (places < len(words.rows))
            total[inside] += self._kept[words.rows[places[inside]], i]
        return total

    @staticmethod
    def _gather(words: _Words, where: _Ints, scores: _Floats, tags: _Ints) -> tuple[Name, ...]:
        named = np.flatnonzero(tags)
        if not len(named):
            return ()
        shares = _softmax(scores[named])
        out: list[Name] = []
        start, sure, kind, before = -1, 1.0, -1, -2
        for i, j in enumerate(named):
            tag = int(tags[j]) - 1
            label, place = divmod(tag, 4)
            at = int(where[j])
            share = float(shares[i, 1 + 4 * label : 5 + 4 * label].sum())
            if place in (0, 3) or label != kind or at != before + 1:
                if start >= 0:
                    out.append(Name(words.spans[start][0], words.spans[before][1], LABELS[kind], sure))
                start, kind, sure = at, label, share
            else:
                sure = min(sure, share)
            before = at
        out.append(Name(words.spans[start][0], words.spans[before][1], LABELS[kind], sure))
        return tuple(out)


def _softmax(scores: _Floats) -> _Floats:
    raised = np.exp(scores - scores.max(1, keepdims=True))
    shares: _Floats = raised / raised.sum(1, keepdims=True)
    return shares


def unpack(data: Mapping[str, NDArray[np.generic]]) -> Weights:
    """Weights from the arrays as shipped: only the rows that weigh something, as whole numbers."""
    table = np.zeros((SLOTS, len(TAGS)), np.float32)
    table[np.cumsum(data["rows"])] = data["values"].astype(np.float32) * np.float32(data["scale"])
    return Weights(table, data["moves"].astype(np.float32))


@cache
def load_names() -> NameTagger:
    """The tagger as shipped; loaded once."""
    shipped = files(__package__).joinpath("names.npz")
    with shipped.open("rb") as file, np.load(file, allow_pickle=False) as data:
        return NameTagger(unpack(data))
