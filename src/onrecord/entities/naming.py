"""Name spans made clean: no titles before, no possessive behind, and the ones that were overlooked found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Protocol

from ..languages.people import (
    BODIES,
    BODY_MODIFIERS,
    COURTESIES,
    DEMONYMS,
    FEMALE_TITLES,
    FIRST_NAMES,
    MALE_TITLES,
    NOT_NAMES,
    OFFICES,
    PLACES,
    STATE_BODIES,
)
from ..languages.places import KNOWN
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
_KEPT_TITLES = frozenset(
    (
        *("pope", "prince", "princess", "king", "queen", "saint", "st", "lord", "lady", "emperor"),
        *("sheikh",),
    )
)
_TAILS = frozenset(("'s", "'", "said", "says"))
_BODY_TAILS = frozenset(
    (
        *(
            "radio",
            "tv",
            "news",
            "inc",
            "corp",
            "ltd",
            "llc",
            "plc",
            "industries",
            "enterprises",
            "holdings",
            "times",
        ),
        *(
            "post",
            "journal",
            "research",
            "international",
            "pac",
            "airlines",
            "airways",
            "partners",
            "studios",
            "motors",
        ),
        *(
            "entertainment",
            "systems",
            "technologies",
            "pictures",
            "records",
            "associates",
            "consulting",
            "capital",
        ),
    )
)
_PARTICIPLES = frozenset(
    ("based", "led", "backed", "born", "style", "era", "owned", "run", "trained", "made", "held")
)
_TRIED = 20
"""Most names with the same first word that are compared; keeps the time linear."""
_SMALL = frozenset(
    (
        *("the", "a", "an", "of", "and", "for", "in", "on", "at", "to", "by", "said", "says", "but"),
        *("as", "if", "his", "her"),
    )
)


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
        made = _trim(words, first, last, label, confidence)
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
        and not _is_headline(words, last)
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
        and not _is_headline(words, first)
    ):
        return k
    return first


def _goes_on(words: Words, last: int, first: int) -> bool:
    """Whether a name that ends with an initial goes on after its full stop."""
    initial = last - 1 if words.lows[last] == "." else last
    if len(words.lows[initial]) != 1:
        return False
    return first - last <= 2 and all(words.lows[i] == "." for i in range(last + 1, first))


def _is_headline(words: Words, i: int) -> bool:
    """Whether nearly all words of the sentence are capitalised."""
    begin, end = words.first_of[words.sentences[i]], words.sentence_end(i)
    long = [f for f in words.forms[begin : min(end, begin + 30)] if len(f) > 3 and f[0].isalpha()]
    return len(long) > 5 and sum(f[0].isupper() for f in long) >= 0.85 * len(long)


def _trim(words: Words, first: int, last: int, label: str, confidence: float) -> Naming | None:
    """A name in words [first, last] without what is no part of it; None where nothing is left."""
    lows, forms = words.lows, words.forms
    while first <= last and (lows[first] in _SMALL or not lows[first][0].isalnum()):
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
    if first < last and label != "ORG" and forms[last][0].isupper() and lows[last] in BODIES | _BODY_TAILS:
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


def complete(words: Words, found: list[Naming]) -> list[Naming]:
    """Put right what the text as a whole tells: one label for one name, and names overlooked elsewhere."""
    named = _agree(words, _cut(words, found))
    surnames: dict[str, Naming] = {}
    wholes: dict[str, list[Naming]] = defaultdict(list)
    for n in named:
        if n.label == "PER" and len(n.words) > 1:
            surname = _surname(n)
            if len(surname) > 2 and surname not in NOT_NAMES:
                surnames.setdefault(surname, n)
        if len(wholes[n.words[0]]) < _TRIED and (len(n.words) > 1 or n.label != "LOC"):
            wholes[n.words[0]].append(n)
    taken = [False] * len(words.forms)
    for n in named:
        taken[n.first : n.last + 1] = [True] * (n.last + 1 - n.first)
    alone = {n.words[0]: n for n in named if n.label == "PER" and len(n.words) == 1}
    extra: list[Naming] = []
    for i, form in enumerate(words.forms):
        if taken[i] or not form[0].isupper():
            continue
        made = _in_full(words, i, alone, surnames) or _overlooked(
            words, i, wholes.get(words.lows[i], []), surnames.get(words.lows[i])
        )
        if made is None:
            made = _place_at(words, i)
        if made is not None and not any(taken[made.first : made.last + 1]):
            extra.append(made)
            taken[made.first : made.last + 1] = [True] * (made.last + 1 - made.first)
    return _bodies(words, sorted(named + extra, key=lambda n: n.first))


def _bodies(words: Words, namings: list[Naming]) -> list[Naming]:
    """Make bodies of what a place or people is named with: "Turkish government", "Berlin police"."""
    out: list[Naming] = []
    for k, n in enumerate(namings):
        before = out[-1] if out and out[-1].last + 1 == n.first and _is_land(out[-1]) else None
        if before is not None and n.label == "ORG" and words.lows[n.last] in STATE_BODIES:
            out[-1] = _joined(words, before, n.last)
            continue
        out.append(n)
        if not _is_land(n):
            continue
        stop = namings[k + 1].first if k + 1 < len(namings) else len(words.lows)
        stop = min(stop, words.sentence_end(n.last), n.last + 5)
        i = n.last + 1
        while i < stop and words.lows[i] in BODY_MODIFIERS:
            i += 1
        if i < stop and words.lows[i] in STATE_BODIES and (words.lows[i] not in _LED or i > n.last + 1):
            out[-1] = _joined(words, n, i)
    return out


def _is_land(n: Naming) -> bool:
    """Whether a name is a place's or a people's."""
    return n.label == "LOC" or (n.label == "MISC" and n.words[-1] in DEMONYMS)


def _joined(words: Words, n: Naming, last: int) -> Naming:
    key = tuple(w for w in words.lows[n.first : last + 1] if w[0].isalnum())
    return Naming(n.first, last, n.start, words.spans[last][1], "ORG", n.confidence, key, n.title)


_LED = frozenset(("bank", "court", "force", "forces", "service", "services", "agency", "council"))


def _surname(n: Naming) -> str:
    return n.words[-1] if n.words[-1] not in SUFFIXES else n.words[-2]


def _place_at(words: Words, i: int) -> Naming | None:
    """A place of the world that no tagger saw, where no other capital stands beside it."""
    if words.lows[i] not in _FIRST_OF_PLACES:
        return None
    for size in (3, 2, 1):
        end = i + size
        if end > len(words.lows) or words.sentences[end - 1] != words.sentences[i]:
            continue
        if " ".join(words.lows[i:end]) in KNOWN and all(f[0].isupper() for f in words.forms[i:end]):
            after = words.forms[end] if end < words.sentence_end(i) else ""
            before = words.forms[i - 1] if i > words.first_of[words.sentences[i]] else ""
            if (before + after) and (before[:1].isupper() or after[:1].isupper()):
                return None
            return _trim(words, i, end - 1, "LOC", 0.5)
    return None


_FIRST_OF_PLACES = frozenset(name.split()[0] for name in KNOWN)


def _in_full(words: Words, i: int, alone: dict[str, Naming], surnames: dict[str, Naming]) -> Naming | None:
    """A first name at word i before a surname that the text knows: "Chris Wallace", found as Wallace only."""
    k = i + 1
    if words.lows[i] not in FIRST_NAMES or k >= len(words.lows) or not words.forms[i].istitle():
        return None
    known = alone.get(words.lows[k]) or surnames.get(words.lows[k])
    if known is None or not words.forms[k].istitle() or words.sentences[i] != words.sentences[k]:
        return None
    after = words.forms[k + 1] if k + 1 < words.sentence_end(k) else ""
    if _is_headline(words, i) or (after[:1].isupper() and after.lower() not in NOT_NAMES):
        return None  # "Donald Trump Tower"
    return _trim(words, i, k, "PER", known.confidence * 0.9)


def _overlooked(words: Words, i: int, known: list[Naming], surname: Naming | None) -> Naming | None:
    """A name at word i that is known from elsewhere in the text."""
    alone = not _touches_capital(words, i)
    for n in known:
        size = n.last - n.first
        if not size and (not alone or words.lows[i] in OFFICES or words.lows[i] in PLACES):
            continue
        if words.forms[i : i + size + 1] == words.forms[n.first : n.last + 1]:
            return _trim(words, i, i + size, n.label, n.confidence * 0.9)
    if surname is not None and alone:
        return _trim(words, i, i, "PER", surname.confidence * 0.9)
    return None


def _touches_capital(words: Words, i: int) -> bool:
    """Whether a capitalised word stands right beside a word, so that it may be part of something else."""
    forms = words.forms
    spans = words.spans
    if i + 1 < len(forms) and forms[i + 1][0].isupper() and words.sentences[i] == words.sentences[i + 1]:
        return words.lows[i + 1] not in NOT_NAMES
    if i and spans[i - 1][1] == spans[i][0] and forms[i - 1] in "-–/&":
        return True
    return (
        i > 0
        and forms[i - 1][0].isupper()
        and words.sentences[i - 1] == words.sentences[i]
        and words.lows[i - 1] not in OFFICES | COURTESIES | _SMALL
        and words.first_of[words.sentences[i]] != i - 1
    )


def _cut(words: Words, found: list[Naming]) -> list[Naming]:
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
            made = _trim(words, n.first + begin, n.first + end - 1, "PER", n.confidence)
            if made is not None:
                out[-1] = made
    return out


_LIKE_A_PERSON = 0.3
"""What a first name that stands alone counts against a tagger that sees no person in it."""
_KNOWN = 1.0
"""What it counts each time that a place has the name, against a tagger that calls it a body."""


def _agree(words: Words, found: list[Naming]) -> list[Naming]:
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
    if lows[n.last] in BODIES or lows[n.last] in _BODY_TAILS or n.last + 2 >= len(lows):
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
