"""Name spans made clean: no titles before, no possessive behind, none broken off."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from ..languages.people import (
    BODIES,
    BODY_TAILS,
    COURTESIES,
    DEMONYMS,
    FEMALE_TITLES,
    FIRST_NAMES,
    MALE_TITLES,
    NOT_NAMES,
    OFFICES,
)
from .words import Words


class NameSpan(Protocol):
    """A name as a tagger finds it: [start, end) in the text, PER, ORG, LOC or MISC, and how sure it is."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def label(self) -> str: ...
    @property
    def confidence(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a name stands: words [first, last], in lower case without marks, and its label."""

    first: int
    last: int
    start: int
    end: int
    label: str
    confidence: float
    words: tuple[str, ...]
    title: str = ""
    """The courtesy or office right before it, in lower case."""


SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_KEPT_TITLES = frozenset("pope prince princess king queen saint st lord lady emperor sheikh".split())
_TAILS = frozenset(("'s", "'", "said", "says"))
_PARTICIPLES = frozenset(
    ("based", "led", "backed", "born", "style", "era", "owned", "run", "trained", "made", "held")
)
SMALL = frozenset("the a an of and for in on at to by said says but as if his her".split())


def clean(words: Words, names: Iterable[NameSpan]) -> list[Naming]:
    """Get the names as runs of words, without titles and possessives; in order, none overlapping another."""
    out: list[Naming] = []
    spans = [
        (words.between(n.start, n.end), n.label, n.confidence)
        for n in sorted(names, key=lambda n: (n.start, -n.end))
        if n.end > n.start
    ]
    for k, (inside, label, confidence) in enumerate(spans):
        first, last = inside.start, inside.stop - 1
        free = spans[k + 1][0].start if k + 1 < len(spans) else len(words.lows)
        low = out[-1].last + 1 if out else 0
        first, last = max(first, low), _to_the_end(words, last, free, label)
        if first > last:
            continue
        if label == "PER":
            first = _from_the_beginning(words, first, low)
            if out and out[-1].label == "PER" and _goes_on(words, out[-1].last, first):
                first = out.pop().first  # "Janet L" and "Yellen" are one
        made = trim(words, first, last, label, confidence)
        if made is not None:
            out.append(made)
    return out


def _to_the_end(words: Words, last: int, free: int, label: str) -> int:
    """The last word of a name that a tagger broke off at a hyphen, or after the first name."""
    forms, spans = words.forms, words.spans
    while (
        last + 2 < free
        and forms[last + 1] in "-–"
        and spans[last][1] == spans[last + 1][0]
        and spans[last + 1][1] == spans[last + 2][0]
        and forms[last + 2][0].isalpha()
        and words.lows[last + 2] not in _PARTICIPLES
    ):
        last += 2
    if (
        label == "PER"
        and last + 1 < free
        and words.lows[last] in FIRST_NAMES
        and forms[last].istitle()
        and forms[last + 1].istitle()
        and words.sentences[last] == words.sentences[last + 1]
        and not in_headline(words, last)
        and words.lows[last + 1] not in NOT_NAMES | OFFICES | DEMONYMS
    ):
        last += 1
    return last


def _from_the_beginning(words: Words, first: int, low: int) -> int:
    """The first word of a person's name whose first name a tagger left out: "Paul" before "D. Ryan"."""
    k = first - 1
    if (
        k >= low
        and words.lows[k] in FIRST_NAMES
        and words.forms[k].istitle()
        and words.sentences[k] == words.sentences[first]
        and words.lows[k] not in NOT_NAMES | OFFICES | COURTESIES
        and not in_headline(words, first)
    ):
        return k
    return first


def _goes_on(words: Words, last: int, first: int) -> bool:
    """Whether a name that ends with an initial goes on after its full stop."""
    initial = last - 1 if words.lows[last] == "." else last
    if len(words.lows[initial]) != 1:
        return False
    return first - last <= 2 and all(words.lows[i] == "." for i in range(last + 1, first))


def in_headline(words: Words, i: int) -> bool:
    """Whether nearly all words of the sentence are capitalised."""
    begin, end = words.first_of[words.sentences[i]], words.sentence_end(i)
    long = [f for f in words.forms[begin : min(end, begin + 30)] if len(f) > 3 and f[0].isalpha()]
    return len(long) > 5 and sum(f[0].isupper() for f in long) >= 0.85 * len(long)


def trim(words: Words, first: int, last: int, label: str, confidence: float) -> Naming | None:
    """A name in words [first, last] without what is no part of it; None where nothing is left."""
    lows, forms = words.lows, words.forms
    while first <= last and (lows[first] in SMALL or not lows[first][0].isalnum()):
        first += 1
    while first <= last and (lows[last] in _TAILS or not (lows[last][0].isalnum() or lows[last] == ".")):
        last -= 1
    if first > last:
        return None
    if lows[last] == "." and (last == first or not (len(lows[last - 1]) == 1 or lows[last - 1] in SUFFIXES)):
        last -= 1
    if first > last:
        return None
    if _is_capitals(forms[last]) and last + 1 < len(forms) and _is_capitals(forms[last + 1]):
        # "USA TODAY": capitals go together, unless the whole line is in capitals
        end = words.sentence_end(last)
        if last + 1 < end and not all(f.isupper() for f in forms[max(first - 2, 0) : first] if f.isalpha()):
            last, label = last + 1, "ORG" if label == "LOC" else label
    if first < last and label != "ORG" and forms[last][0].isupper() and lows[last] in BODIES | BODY_TAILS:
        label = "ORG"
    if first < last and lows[first] in ("mr", "mrs", "ms", "miss"):
        label = "PER"
    if label == "PER":
        first = _after_titles(words, first, last)
    if first == last and (
        lows[first] in NOT_NAMES or (label == "PER" and lows[first] in OFFICES | COURTESIES)
    ):
        return None  # a slip of the tagger: an office alone, or a word for a day
    key = tuple(w for w in lows[first : last + 1] if w[0].isalnum() or w == "&")
    if not key or all(f[0].islower() for f in forms[first : last + 1] if f[0].isalnum()):
        return None
    start, end = words.spans[first][0], words.spans[last][1]
    return Naming(first, last, start, end, label, confidence, key, _title_before(words, first))


def _is_capitals(form: str) -> bool:
    return len(form) > 1 and form.isupper() and form.isalpha()


def _after_titles(words: Words, first: int, last: int) -> int:
    """Where a person's name begins, after "U.S. President" and the like."""
    lows = words.lows
    for i in range(last - 1, first - 1, -1):
        low = lows[i].rstrip(".")
        if low in OFFICES | COURTESIES and low not in FIRST_NAMES and low not in _KEPT_TITLES:
            first = i + 1
            break
        if low in _KEPT_TITLES:
            first = i
            break
    while first < last and lows[first] == ".":
        first += 1
    return first


def _title_before(words: Words, first: int) -> str:
    """The courtesy or office that stands right before a name."""
    before = first - 1
    if before > 0 and words.lows[before] == "." and words.spans[before][0] == words.spans[before - 1][1]:
        before -= 1
    if before < 0 or words.sentences[before] != words.sentences[first]:
        return ""
    low = words.lows[before].rstrip(".")
    return low if low in COURTESIES or low in OFFICES or low in MALE_TITLES or low in FEMALE_TITLES else ""
