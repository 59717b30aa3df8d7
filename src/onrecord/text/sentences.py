"""Sentences: where they end, as spans. A line break always ends one."""

import re

from ..languages.people import COURTESIES
from .tokens import find_forms

_SHORT = COURTESIES | frozenset(
    ("jr", "vs", "no", "nos", "inc", "corp", "co", "ltd", "llc", "bros", "mt", "ft", "ave", "blvd", "rd", "dept", "univ", "al",
     "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "ala", "ariz", "ark", "calif", "colo",
     "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb",
     "nev", "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "z.b", "bzw", "nr", "ca", "dr", "e.g", "i.e")
)  # fmt: skip
"""Words that a full stop shortens rather than ends a sentence with."""

_AFTER = frozenset("\"”’'»)]“")
_LINE = re.compile("\n")


def sentence_starts(text: str, tokens: list[tuple[int, int]]) -> list[int]:
    """Get the index of the first token of each sentence."""
    starts: list[int] = []
    fresh = True
    ended = False
    last = 0
    before = ""
    for i, ((start, end), word) in enumerate(zip(tokens, find_forms(text, tokens), strict=True)):
        c = word[0]
        if (start > last and _LINE.search(text, last, start)) or (
            ended
            and not fresh
            and (start > last or c in '“"')
            and (c.isupper() or c.isdigit() or c in '“"‘«„[(—–•')
        ):
            fresh = True
        if fresh:
            starts.append(i)
            fresh = ended = False
        if word in (".", "!", "?", "…"):
            ended = word != "." or not (before.lower() in _SHORT or (len(before) == 1 and before.isupper()))
        elif ended and word in _AFTER:
            pass
        else:
            ended = len(word) > 2 and word[-1] == "." and word.lower() in ("a.m.", "p.m.", "u.s.")
        before, last = word, end
    return starts
