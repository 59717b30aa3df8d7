"""One label for one name all over a text, and no more words in it than the text bears out."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

from ..languages.people import (
    BODIES,
    BODY_TAILS,
    COURTESIES,
    DEMONYMS,
    FIRST_NAMES,
    OFFICES,
    PLACES,
)
from ..languages.places import KNOWN
from .naming import SUFFIXES, Naming, trim
from .words import Words


def cut_to_known(words: Words, found: list[Naming]) -> list[Naming]:
    """Take off what a headline's capitals have put on to a known name: "Trust Donald Trump", "Biden Aims"."""
    counts = Counter(n.words for n in found)
    fulls = {
        n.words
        for n in found
        if n.label == "PER"
        and len(n.words) == 2
        and (counts[n.words] > 1 or n.words[0] in FIRST_NAMES or counts[n.words[1:]])
    }
    surnames = {f[1] for f in fulls}
    out = []
    for n in found:
        out.append(n)
        if counts[n.words] > 1 or n.label == "LOC" or n.last - n.first + 1 != len(n.words):
            continue
        size = len(n.words)
        begin, end = 0, size
        inner = [k for k in range(size - 1) if n.words[k : k + 2] in fulls] if size > 2 else []
        if inner and n.words[-1] not in SUFFIXES:
            begin, end = inner[0], inner[0] + 2
        elif size == 2 and n.label == "PER" and n.words[0] in surnames and n.words not in fulls:
            end = 1 if n.words[1] not in surnames and words.sentences[n.first] <= 1 else 2
        if (begin, end) != (0, size):
            made = trim(words, n.first + begin, n.first + end - 1, "PER", n.confidence)
            if made is not None:
                out[-1] = made
    return out


_LIKE_A_PERSON = 0.3
"""What a first name that stands alone counts against a tagger that sees no person in it."""
_KNOWN = 1.0
"""What it counts each time that a place has the name, against a tagger that calls it a body."""


def agree(words: Words, found: list[Naming]) -> list[Naming]:
    """Give the same words the same label everywhere, the one with the most behind it."""
    votes: dict[tuple[str, ...], dict[str, float]] = defaultdict(lambda: defaultdict(float))
    surnames: Counter[str] = Counter()
    for n in found:
        votes[n.words][n.label] += n.confidence + 0.05
        if n.label == "PER" and len(n.words) > 1:
            surnames[n.words[-1]] += 1
            if n.words[0] in FIRST_NAMES:
                votes[n.words]["PER"] += 0.3
        if n.title in COURTESIES and n.label == "PER":
            votes[n.words]["PER"] += 0.5
        if n.label != "PER" and 1 < len(n.words) < 4 and _stands_like_a_person(words, n):
            votes[n.words]["PER"] += 0.6
        if n.label != "PER" and len(n.words) == 1 and n.words[0] not in PLACES | DEMONYMS | KNOWN:
            if FIRST_NAMES.get(n.words[0]) in ("m", "f"):  # not Morgan, Chase, Grant
                votes[n.words]["PER"] += _LIKE_A_PERSON
        if n.label in ("ORG", "MISC") and " ".join(n.words) in KNOWN:
            votes[n.words]["LOC"] += _KNOWN
        if n.label != "ORG" and _stands_like_a_body(words, n):
            votes[n.words]["ORG"] += 0.6
    out = []
    for n in found:
        tally = votes[n.words]
        label = max(tally, key=lambda k: tally[k])
        word = n.words[0]
        if len(n.words) == 1 and surnames[word] and word not in PLACES and word not in DEMONYMS:
            label = "PER"
        out.append(n if label == n.label else replace(n, label=label))
    return out


def _stands_like_a_body(words: Words, n: Naming) -> bool:
    """Whether a noun for a body leads up to a name: "a unit called X", "another unit, X,"."""
    lows = words.lows
    begin = words.first_of[words.sentences[n.first]]
    i = n.first - 1
    if i >= begin and lows[i] in ("“", '"', "‘"):
        i -= 1
    if i - 1 < begin:
        return False
    if lows[i] in ("called", "named", "dubbed"):
        return lows[i - 1] in BODIES
    return lows[i] == "," and lows[i - 1] in BODIES and lows[n.last + 1 : n.last + 2] == [","]


def _stands_like_a_person(words: Words, n: Naming) -> bool:
    """Whether an age or an office stands in apposition to a name: ", a North Korea expert at", ", 36,"."""
    lows = words.lows
    if lows[n.last] in BODIES or lows[n.last] in BODY_TAILS or n.last + 2 >= len(lows):
        return False
    if lows[n.last + 1] == "who":
        return True
    if lows[n.last + 1] != ",":
        return False
    if lows[n.last + 2].isdigit() and len(lows[n.last + 2]) < 3 and lows[n.last + 3 : n.last + 4] == [","]:
        return True
    if lows[n.last + 2] == "who":
        return True
    for i in range(n.last + 2, min(n.last + 9, words.sentence_end(n.last))):
        if (
            lows[i] in BODIES
            or not lows[i][0].isalnum()
            or lows[i] in ("and", "said", "is", "was", "has", "of", "in")
        ):
            return False
        if lows[i] in OFFICES and lows[n.last + 2] in ("a", "an", "the", "its", "his", "her"):
            return True
    return False
