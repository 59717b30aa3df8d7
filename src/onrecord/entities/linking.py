"""Who is who: which names of an article name the same person, body or place."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ..languages.people import COUNTRIES, FEMALE_TITLES, FIRST_NAMES, MALE_TITLES
from .naming import SUFFIXES, Naming
from .words import Words

_LINKS = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "&", "to", "at"))
_SAME_PLACES = {
    "u.s": "united states", "us": "united states", "usa": "united states", "u.s.a": "united states",
    "america": "united states",
    "uk": "united kingdom", "u.k": "united kingdom", "britain": "united kingdom",
    "uae": "united arab emirates", "eu": "european union", "e.u": "european union",
    "u.n": "united nations", "un": "united nations",
}  # fmt: skip
_NICKNAMES = {
    short: full
    for full, shorts in {
        "william": "bill will billy", "robert": "bob rob bobby", "richard": "rick dick rich",
        "james": "jim jimmy jamie", "joseph": "joe joey", "michael": "mike mick", "thomas": "tom tommy",
        "charles": "charlie chuck", "edward": "ed eddie ted", "anthony": "tony", "daniel": "dan danny",
        "david": "dave", "donald": "don", "kenneth": "ken", "lawrence": "larry", "matthew": "matt",
        "nicholas": "nick", "patrick": "pat", "peter": "pete", "samuel": "sam", "stephen": "steve",
        "steven": "steve", "timothy": "tim", "christopher": "chris", "benjamin": "ben",
        "gregory": "greg", "jeffrey": "jeff", "andrew": "andy", "bernard": "bernie",
        "elizabeth": "liz beth betsy", "katherine": "kate kathy", "margaret": "maggie peggy",
        "jennifer": "jen jenny", "rebecca": "becky", "susan": "sue", "deborah": "debbie",
        "barbara": "barb", "rafael": "ted",
    }.items()
    for short in shorts.split()
}  # fmt: skip


@dataclass(slots=True)
class Somebody:
    """A person, body, place or other thing, with the names that stand for it."""

    label: str
    words: tuple[str, ...]
    """The fullest name, in lower case."""
    namings: list[Naming] = field(default_factory=list)
    gender: str = ""
    """m or f where the text or the first name tells, else empty."""
    sure: float = 0.0
    """How sure the gender is."""

    def fullest(self) -> Naming:
        """The naming with the longest name; the commonest, then the first of these."""
        counts = Counter(n.words for n in self.namings)
        return max(
            self.namings,
            key=lambda n: (len([w for w in n.words if len(w) > 1]), len(n.words), counts[n.words], -n.first),
        )


_COMPARED = 30
"""Most people or bodies with a word in common that are compared; keeps the time linear."""


def link(words: Words, namings: list[Naming]) -> list[Somebody]:
    """Put the names of an article together, those of one person, body or place as one."""
    people = _people(words, [n for n in namings if n.label == "PER"])
    others = _things([n for n in namings if n.label != "PER"])
    for person in people:
        _set_gender(words, person)
    return sorted(people + others, key=lambda s: s.namings[0].first)


def plain(words: tuple[str, ...]) -> tuple[str, ...]:
    """A person's name without middle initials, Jr and the like."""
    kept = [w.rstrip(".") for w in words if w.rstrip(".") not in SUFFIXES and w != "."]
    if len(kept) > 2:
        kept = [kept[0], *[w for w in kept[1:-1] if len(w) > 1], kept[-1]]
    if len(kept) > 1 and len(kept[-1]) == 1 and len(kept[0]) > 1:
        kept.pop()
    return tuple(kept) or words


def _same_full(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names are of one person."""
    if a == b:
        return True
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    x, y = a[0], b[0]
    if x == y or _NICKNAMES.get(x, x) == _NICKNAMES.get(y, y):
        return True
    if len(x) == 1 or len(y) == 1:
        return x[0] == y[0]
    short, long = (a, b) if len(a) < len(b) else (b, a)
    return len(short) < len(long) and set(short) <= set(long)


def _people(words: Words, namings: list[Naming]) -> list[Somebody]:
    people: list[Somebody] = []
    by_last: dict[str, list[Somebody]] = defaultdict(list)
    by_any: dict[str, list[Somebody]] = defaultdict(list)
    by_half: dict[str, list[Somebody]] = defaultdict(list)
    full = [n for n in namings if len(plain(n.words)) > 1]
    for n in full:
        name = plain(n.words)
        home = next((p for p in by_last[name[-1]][-_COMPARED:] if _same_full(plain(p.words), name)), None)
        if home is None:
            home = Somebody("PER", n.words)
            people.append(home)
            by_last[name[-1]].append(home)
        home.namings.append(n)
        if len(name) > len(plain(home.words)):
            home.words = n.words
        for w in name:
            if all(home is not p for p in by_any[w][-_COMPARED:]):
                by_any[w].append(home)
                for half in w.split("-") if "-" in w else ():
                    by_half[half].append(home)
    seen: dict[int, int] = {}  # where each person was last named, as far as the walk has come
    positions = sorted(((n.first, id(p), p) for p in people for n in p.namings), key=lambda x: x[0])
    at = 0
    single: dict[str, Somebody] = {}
    for n in namings:
        name = plain(n.words)
        while at < len(positions) and positions[at][0] <= n.first:
            seen[positions[at][1]] = positions[at][0]
            at += 1
        if len(name) > 1:
            continue
        word = name[0]
        candidates = (by_last.get(word) or by_any.get(word) or [])[-_COMPARED:]
        candidates = [p for p in candidates if id(p) in seen or _soon(words, n, p)]
        if word in single:
            candidates = [*candidates, single[word]] if candidates else []
        if not candidates and "-" not in word:
            candidates = by_half.get(word, [])[-_COMPARED:] if len(word) > 3 else []
        home = _choose(words, n, candidates, seen)
        if home is None:
            home = single.get(word)
            if home is None:
                home = single[word] = Somebody("PER", n.words)
                people.append(home)
        home.namings.append(n)
        seen[id(home)] = n.first
    for p in people:
        p.namings.sort(key=lambda n: n.first)
    return people


def _soon(words: Words, n: Naming, person: Somebody) -> bool:
    """Whether a short name may stand for somebody named in full only later: in a headline, or just after."""
    here, there = words.sentences[n.first], words.sentences[person.namings[0].first]
    return there - here <= (15 if here <= 2 else 4)


def _choose(words: Words, n: Naming, candidates: list[Somebody], seen: dict[int, int]) -> Somebody | None:
    """The person whom a short name stands for: of several, the one named lately and often."""
    gender = "m" if n.title in MALE_TITLES else "f" if n.title in FEMALE_TITLES else ""
    if gender:  # "Mr. Marbles" is not Jenna Marbles
        candidates = [p for p in candidates if FIRST_NAMES.get(plain(p.words)[0], "u") in (gender, "u")]
    if len(candidates) < 2:
        return candidates[0] if candidates else None

    def weight(p: Somebody) -> float:
        score = 0.5 * min(len(p.namings), 8)
        last = seen.get(id(p))
        if last is None:  # named only later: whoever comes first
            return score * 0.1 - 3 - 0.2 * (words.sentences[p.namings[0].first] - words.sentences[n.first])
        gap = words.sentences[n.first] - words.sentences[last]
        return score + (2.0 if gap == 0 else 2.5 if gap <= 2 else 1.0 if gap <= 5 else 0.0)

    return max(candidates, key=weight)


def place_key(n: Naming) -> tuple[str, ...]:
    """What names of one place, or of one thing, have in common."""
    kept = tuple(w.rstrip(".") for w in n.words if w != "the")
    joined = " ".join(kept)
    if joined in _SAME_PLACES:
        return tuple(_SAME_PLACES[joined].split())
    return kept or n.words


def _things(namings: list[Naming]) -> list[Somebody]:
    things: dict[tuple[str, ...], Somebody] = {}
    for n in namings:
        key = place_key(n)
        home = things.get(key)
        if home is None:
            home = things[key] = Somebody(n.label, n.words)
        home.namings.append(n)
    bodies = {k: s for k, s in things.items() if s.label in ("ORG", "MISC")}
    initials: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    starts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for key, body in bodies.items():
        if len(key) > 1 and body.label == "ORG":
            initials["".join(w[0] for w in key if w not in _LINKS)].append(key)
            initials["".join(w[0] for w in key)].append(key)
            for w in set(key):
                starts[w].append(key)
    gone: dict[tuple[str, ...], tuple[str, ...]] = {}
    for key, body in bodies.items():
        target = None
        if len(key) == 1 and 2 <= len(key[0].replace(".", "")) <= 6 and key[0] in initials:
            target = initials[key[0]][0]
        elif len(key) == 1 and key[0].replace(".", "") in initials and len(key[0]) > 2:
            target = initials[key[0].replace(".", "")][0]
        elif body.label == "ORG":
            longer = [
                k
                for k in starts[key[0]][:_COMPARED]
                if len(k) > len(key) and (k[: len(key)] == key or (len(key) > 1 and k[-len(key) :] == key))
            ]
            if (
                len(longer) == 1
                and (len(key) > 1 or len(key[0]) > 3)
                and " ".join(key) not in COUNTRIES.values()
            ):
                target = longer[0]
        if target is not None and target != key:
            gone[key] = target
    for key in gone:
        target = gone[key]
        hops = 0
        while target in gone and hops < 5:
            target, hops = gone[target], hops + 1
        if target != key and key in things and target in things:
            things[target].namings += things.pop(key).namings
    for thing in things.values():
        thing.namings.sort(key=lambda n: n.first)
        thing.words = thing.fullest().words
    return list(things.values())


_RELATED = 12


def _set_gender(words: Words, person: Somebody) -> None:
    """Man or woman, from courtesies, first names, and what the text calls the person."""
    votes = {"m": 0.0, "f": 0.0}
    name = plain(person.words)
    if len(name) > 1 or name[0] in FIRST_NAMES:
        first = FIRST_NAMES.get(name[0]) or next(
            (FIRST_NAMES[w] for w in name[0].split("-") if w in FIRST_NAMES), ""
        )
        if first in votes:
            votes[first] += 2.0 if len(name) > 1 else 1.6
    for n in person.namings:
        if n.title in MALE_TITLES:
            votes["m"] += 3
        elif n.title in FEMALE_TITLES:
            votes["f"] += 3
        end = min(n.last + _RELATED, words.sentence_end(n.last))
        if n.last + 1 < end and words.lows[n.last + 1] == ",":
            # ", a spokeswoman for": what stands in apposition
            for i in range(n.last + 2, end):
                low = words.lows[i]
                if low in (",", "said", "who", "and", "that", ".", "is", "was", "his", "her", "of"):
                    break
                if low in MALE_TITLES:
                    votes["m"] += 1.5
                elif low in FEMALE_TITLES:
                    votes["f"] += 1.5
    total = votes["m"] + votes["f"]
    if total:
        person.gender = "m" if votes["m"] > votes["f"] else "f"
        person.sure = abs(votes["m"] - votes["f"]) / total * min(1.0, total / 2)
