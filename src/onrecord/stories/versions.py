"""What changed between two versions of a text, paragraph by paragraph and word by word."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")
_ALIKE = 0.5
"""Paragraphs that share half their words are one paragraph that was edited."""

Piece = tuple[Literal["same", "gone", "new"], str]


@dataclass(frozen=True, slots=True)
class Change:
    """One paragraph of the two versions together: `same`, `gone`, `new` or `edited`.

    `pieces` are its words in order, each run kept, gone or new; together those kept and gone are the old
    paragraph, those kept and new the new one.
    """

    kind: Literal["same", "gone", "new", "edited"]
    pieces: tuple[Piece, ...]


def changes(old: str, new: str) -> list[Change]:
    """How the new text came from the old one, paragraph by paragraph."""
    before, after = old.split("\n\n"), new.split("\n\n")
    found: list[Change] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.extend(Change("same", (("same", p),)) for p in before[a:b])
        else:
            found.extend(_between(before[a:b], after[c:d]))
    return found


def _between(before: Sequence[str], after: Sequence[str]) -> list[Change]:
    """Paragraphs that differ: each new one beside the old one it is most like, if it is like any."""
    found: list[Change] = []
    next_old = 0
    for paragraph in after:
        best, place = _ALIKE, -1
        for i in range(next_old, len(before)):
            ratio = SequenceMatcher(None, before[i].split(), paragraph.split(), autojunk=False).ratio()
            if ratio > best:
                best, place = ratio, i
        if place < 0:
            found.append(Change("new", (("new", paragraph),)))
            continue
        found.extend(Change("gone", (("gone", p),)) for p in before[next_old:place])
        found.append(Change("edited", tuple(_pieces(before[place], paragraph))))
        next_old = place + 1
    found.extend(Change("gone", (("gone", p),)) for p in before[next_old:])
    return found


def _pieces(old: str, new: str) -> list[Piece]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    found: list[Piece] = []
    for tag, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(("same", "".join(before[a:b])))
            continue
        if b > a:
            found.append(("gone", "".join(before[a:b])))
        if d > c:
            found.append(("new", "".join(after[c:d])))
    return found
