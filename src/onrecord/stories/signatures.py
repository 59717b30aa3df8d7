"""MinHash signatures of texts, and the pairs of texts that they say are worth laying side by side."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.errors import MissingExtraError

from .comparing import LEAST, words_of

_HASHES = 128
_SEED = 1
_SHINGLE = 5
_ROWS = 2
"""Hashes that must agree for two texts to meet. A copy that was cut to a third still shares a third of
the shingles: with two rows in 64 bands such a pair meets with a chance of 99.8 %, one with a tenth with 47
%."""
_ESTIMATE = 0.1
"""The share of agreeing hashes under which a pair is let go: below what any copy has, above what a common
footer gives."""


_CROWD = 1_000
"""A band in which more texts than this agree holds boilerplate, not copies; they meet in other bands."""


def signature(text: str) -> bytes | None:
    """What a text is compared by at first, 256 bytes; None for a text too short to have copies told."""
    try:
        from rensa import RMinHash
    except ModuleNotFoundError as missing:
        raise MissingExtraError("Telling copies", "archive") from missing

    words = words_of(text)
    if len(words) < LEAST:
        return None
    made = RMinHash(num_perm=_HASHES, seed=_SEED)
    made.update([" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)])
    # The low half of each hash tells texts apart well enough, and the archive keeps one for every article.
    return (np.array(made.digest(), dtype=np.uint64) & 0xFFFF).astype("<u2").tobytes()


def candidates(new: Sequence[tuple[int, bytes]], every: Sequence[tuple[int, bytes]]) -> list[tuple[int, int]]:
    """The pairs of (new, other) ids that may be copies, each pair once; `every` holds the new ones too."""
    if not new or not every:
        return []
    ids = np.array([number for number, _ in every], dtype=np.int64)
    table = np.frombuffer(b"".join(hashes for _, hashes in every), dtype="<u2").reshape(len(every), _HASHES)
    place = {int(number): i for i, number in enumerate(ids)}
    fresh = np.array(sorted(place[number] for number, _ in new), dtype=np.int64)
    is_fresh = np.zeros(len(ids), dtype=bool)
    is_fresh[fresh] = True
    met: set[tuple[int, int]] = set()
    for band in range(0, _HASHES, _ROWS):
        keys = table[:, band].astype(np.uint32) << 16 | table[:, band + 1]
        order = np.argsort(keys, kind="stable")
        ordered = keys[order]
        start = np.searchsorted(ordered, keys[fresh], "left")
        end = np.searchsorted(ordered, keys[fresh], "right")
        for one, first, last in zip(
            fresh[end - start > 1], start[end - start > 1], end[end - start > 1], strict=True
        ):
            if last - first > _CROWD:
                continue
            for other in order[first:last]:
                if other != one and (other < one or not is_fresh[other]):
                    met.add((int(one), int(other)))
    if not met:
        return []
    pairs = np.array(sorted(met), dtype=np.int64)
    close: list[tuple[int, int]] = []
    for some in np.array_split(pairs, max(1, len(pairs) // 100_000)):
        agree = (table[some[:, 0]] == table[some[:, 1]]).mean(axis=1)
        close += [(int(ids[a]), int(ids[b])) for a, b in some[agree >= _ESTIMATE]]
    return close
