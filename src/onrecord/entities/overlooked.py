"""Names that a tagger overlooked, where the text knows them from elsewhere; and bodies named with a place."""

from __future__ import annotations

from collections import defaultdict

from ..languages.people import (
    BODY_MODIFIERS,
    COURTESIES,
    DEMONYMS,
    FIRST_NAMES,
    NOT_NAMES,
    OFFICES,
    PLACES,
    STATE_BODIES,
)
from ..languages.places import KNOWN
from .agreeing import agree, cut_to_known
from .naming import SMALL, SUFFIXES, Naming, in_headline, trim
from .words import Words

_TRIED = 20
"""Most names with the same first word that are compared; keeps the time linear."""


def complete(words: Words, found: list[Naming]) -> list[Naming]:
    """Put right what the text as a whole tells: one label for one name, and names overlooked elsewhere."""
    named = agree(words, cut_to_known(words, found))
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
            return trim(words, i, end - 1, "LOC", 0.5)
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
    if in_headline(words, i) or (after[:1].isupper() and after.lower() not in NOT_NAMES):
        return None  # "Donald Trump Tower"
    return trim(words, i, k, "PER", known.confidence * 0.9)


def _overlooked(words: Words, i: int, known: list[Naming], surname: Naming | None) -> Naming | None:
    """A name at word i that is known from elsewhere in the text."""
    alone = not _touches_capital(words, i)
    for n in known:
        size = n.last - n.first
        if not size and (not alone or words.lows[i] in OFFICES or words.lows[i] in PLACES):
            continue
        if words.forms[i : i + size + 1] == words.forms[n.first : n.last + 1]:
            return trim(words, i, i + size, n.label, n.confidence * 0.9)
    if surname is not None and alone:
        return trim(words, i, i, "PER", surname.confidence * 0.9)
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
        and words.lows[i - 1] not in OFFICES | COURTESIES | SMALL
        and words.first_of[words.sentences[i]] != i - 1
    )
