"""Two printings of a story laid over each other: what one has and the other has not."""

import re
from difflib import SequenceMatcher

from markupsafe import Markup, escape

_WORDS = re.compile(r"\s+|\w+|[^\w\s]")

LONGEST = 400
"""Paragraphs of each printing that are compared; live pages can have thousands."""


def laid_over(one: str, other: str) -> list[Markup]:
    """The paragraphs of `other`, with what `one` had struck out and what is new marked."""
    old, new = (text.split("\n\n")[:LONGEST] for text in (one, other))
    shown: list[Markup] = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if how == "equal":
            shown += [escape(paragraph) for paragraph in new[c:d]]
            continue
        for left, right in _paired(old[a:b], new[c:d]):
            shown.append(_changed(left, right))
    return shown


def _paired(old: list[str], new: list[str]) -> list[tuple[str, str]]:
    """Paragraphs that stand in each other's place, in order; one that is alone is paired with nothing."""
    pairs: list[tuple[str, str]] = []
    for right in new:
        if old and SequenceMatcher(None, old[0], right).quick_ratio() > 0.5:
            pairs.append((old.pop(0), right))
        else:
            pairs.append(("", right))
    return [*pairs, *((left, "") for left in old)]


def _changed(left: str, right: str) -> Markup:
    """One paragraph with the words that went and the words that came."""
    old, new = _WORDS.findall(left), _WORDS.findall(right)
    pieces = []
    for how, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        gone, come = escape("".join(old[a:b])), escape("".join(new[c:d]))
        if how == "equal":
            pieces.append(come)
            continue
        pieces += [Markup("<del>") + gone + Markup("</del>")] if gone else []
        pieces += [Markup("<ins>") + come + Markup("</ins>")] if come else []
    return Markup("").join(pieces)
