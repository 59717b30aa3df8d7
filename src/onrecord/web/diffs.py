"""Two printings of a story laid over each other: what one has and the other has not."""

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from markupsafe import Markup, escape

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")

LONGEST = 400
"""Paragraphs of each printing that are compared; live pages can have thousands."""

ALIKE = 0.5
"""Two paragraphs with fewer words in common are two: laid over each other they would be a salad of both."""

FARTHEST = 40
"""Paragraphs that one may have been moved by; it keeps the comparing of two very long pages to half a second."""

SHORTEST = 3
"""Words that must be left between two changes; fewer are read as part of the change."""


def laid_over(one: str, other: str) -> list[Markup]:
    """The paragraphs of `other`, with what `one` had struck out and what is new marked."""
    old, new = (text.split("\n\n")[:LONGEST] for text in (one, other))
    shown: list[Markup] = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            shown += [escape(paragraph) for paragraph in new[c:d]]
            continue
        shown += [_changed(left, right) for left, right in _paired(old[a:b], new[c:d])]
    return [paragraph for paragraph in shown if paragraph]


def _paired(old: Sequence[str], new: Sequence[str]) -> list[tuple[str, str]]:
    """Paragraphs that stand in each other's place, in order; one that is alone is paired with nothing.

    Of all ways to pair them in order it is the one with most in common: a paragraph that was put in, moved or cut
    must not set all that follow against the wrong ones.
    """
    bags = [[Counter(re.findall(r"\w+", text.casefold())) for text in side] for side in (old, new)]
    slope = len(new) / max(len(old), 1)
    alike = [
        [
            _in_common(left, right) if abs(i * slope - j) <= FARTHEST else 0.0
            for j, right in enumerate(bags[1])
        ]
        for i, left in enumerate(bags[0])
    ]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            best[i][j] = max(best[i + 1][j], best[i][j + 1], alike[i][j] + best[i + 1][j + 1])
    pairs: list[tuple[str, str]] = []
    i = j = 0
    while i < len(old) and j < len(new):
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            pairs.append((old[i], ""))
            i += 1
        else:
            pairs.append(("", new[j]))
            j += 1
    return [*pairs, *((left, "") for left in old[i:]), *(("", right) for right in new[j:])]


def _in_common(one: Counter[str], other: Counter[str]) -> float:
    """The share of words that two paragraphs have in common; 0 if it is too little to lay them over each other."""
    all_words = one.total() + other.total()
    share = 2 * (one & other).total() / all_words if all_words else 0.0
    return share if share >= ALIKE else 0.0


def _changed(left: str, right: str) -> Markup:
    """One paragraph with the words that went and the words that came."""
    old, new = _WORDS.findall(left), _WORDS.findall(right)
    pieces: list[Markup] = []
    gone, come = "", ""

    def settle() -> None:
        nonlocal gone, come
        if gone:
            pieces.append(Markup("<del>") + gone + Markup("</del>"))
        if come:
            pieces.append(Markup('<ins class="instead">' if gone else "<ins>") + come + Markup("</ins>"))
        gone, come = "", ""

    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for number, (how, a, b, c, d) in enumerate(steps):
        same = "".join(new[c:d])
        between = 0 < number < len(steps) - 1
        if how == "equal" and not (between and len(re.findall(r"\w+", same)) < SHORTEST):
            settle()
            pieces.append(escape(same))
        else:
            gone += "".join(old[a:b])
            come += same
    settle()
    return Markup("").join(pieces)
