"""Whom the source of a statement is: a name, a pronoun or a description taken to one of the entities.

Each answer has its grounds; without any there is no answer.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..languages.people import (
    ANY_BODIES,
    BESIDE_SOURCES,
    BODIES,
    DEMONYMS,
    DOCUMENTS,
    FEMALE_TITLES,
    FIRST_NAMES,
    INDEFINITE,
    MALE_TITLES,
    PREPOSITIONS,
    PRONOUNS_ABROAD,
    STATE_BODIES,
)
from ..record import Attribution, Entity, EntityKind, Mention, MentionForm, Span
from .letters import FIRST_PERSON, Letter, find_letters
from .phrases import is_office
from .pronouns import PRONOUNS
from .words import Words, read_words

_BREAKS = frozenset((",", ";", "(", "—", "–", "who", "which", "whom", "whose", ":"))
_DETERMINED = frozenset(("the", "this", "that", "his", "her", "its", "their", "our", "my"))
_CALLED = frozenset(("called", "named", "dubbed", "titled"))
_AGE_OLD = re.compile(r"(\d{1,3})[-‐‑– ]years?[-‐‑– ]old")
_MEN = MALE_TITLES | {"man", "boy", "gentleman", "guy", "father", "brother", "son"}
_WOMEN = FEMALE_TITLES | {"woman", "girl", "lady", "mother", "sister", "daughter"}


_LONG = {
    "sen": "senator",
    "gov": "governor",
    "rep": "representative",
    "gen": "general",
    "prof": "professor",
    "congressman": "representative",
    "congresswoman": "representative",
    "lawmaker": "representative",
}


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a source is: the entity, None where nothing gives grounds for one; how sure, and why.

    `name` is what to call speakers that are no one entity: a group that has no name but says who it is
    ("the Belarusian volunteers", "Police"), or two people together.
    """

    entity: int | None
    confidence: float
    reason: str
    name: str | None = None


_NAMES_NOBODY = frozenset(
    "they we i you them us me my our their one those others many some most what that which this there everyone nobody "
    "people".split()
)
_ENDS = frozenset((".", ",", ";", ":", "!", "?", '"', "“", "”"))
_ISSUED = frozenset(("poll", "survey", "report", "study", "analysis", "article", "editorial", "index"))
"""Documents that a body issues under its name; a video or an e-mail beside one may be anybody's."""
_STEM = 4
_COMMON = 6
"""A word of more sentences than this tells nothing of whom one of them is about."""
_SMALL = frozenset(
    """about after again against also although among another around because been before being between both
    could does doing down during each even ever every first from have having here into just last like made
    make many more most much must near never next once only other over said same says several should since
    some still such take than that their them then there these they this those though three through told
    under until upon very want wants well were what when where which while whose will with within without
    would year years your week month time people country percent million""".split()
)
_COMPARED = 40
"""Most entities, or mentions of one, that are looked at for one source; keeps the time linear."""

NOBODY = "nothing in the text says who"


class Room:
    """The article's entities, by where they are meant and by what they are called."""

    def __init__(self, text: str, entities: Sequence[Entity], language: str = "en") -> None:
        self.text = text
        self.abroad = PRONOUNS_ABROAD.get(language)
        self.words: Words = read_words(text)
        self.entities = {e.id: e for e in entities}
        placed = sorted(
            ((m.span.start, m.span.end, e.id, m) for e in entities for m in e.mentions), key=lambda x: x[:3]
        )
        self._names: list[tuple[int, int, int, Mention]] = []
        for p in sorted(placed, key=lambda p: (p[0], -p[1])):
            # a place within a body's name ("University of Texas") is not who speaks
            inside = self._names and p[1] <= self._names[-1][1]
            if p[3].form in (MentionForm.NAME, MentionForm.SHORT) and not inside:
                self._names.append(p)
        self._name_starts = [p[0] for p in self._names]
        self._pronouns = {
            (p[0], p[1]): (p[2], p[3].confidence) for p in placed if p[3].form is MentionForm.PRONOUN
        }
        self._placed = placed
        self.by_age: dict[int, list[Entity]] = defaultdict(list)
        self.by_role: dict[str, list[tuple[Entity, str]]] = defaultdict(list)
        self.by_word: dict[str, list[Entity]] = defaultdict(list)
        self._genders: dict[int, str] = {}
        for entity in entities:
            if entity.age is not None:
                self.by_age[entity.age].append(entity)
            for role in entity.roles:
                for word in {_LONG.get(w, w) for w in re.findall(r"[\w-]+", role.lower())}:
                    self.by_role[word].append((entity, role))
            if entity.kind is EntityKind.ORGANISATION:
                for word in set(re.findall(r"[\w.]+", entity.name.lower())):
                    self.by_word[word].append(entity)
        self._placed_starts = [p[0] for p in placed]
        self.letters: tuple[Letter, ...] = ()
        if self.abroad is None:
            people = (p for p in self._names if self.entities[p[2]].kind is EntityKind.PERSON)
            self.letters = find_letters(
                self.words, ((self.words.at(p[0]), self.words.at(p[1] - 1), p[2]) for p in people)
            )
        self._issued: dict[str, list[tuple[int, int]]] | None = None
        self._stems: list[frozenset[str]] | None = None

    def issued(self, noun: str) -> list[tuple[int, int]]:
        """Where the text names who issued a poll, a report: (offset, entity), in order."""
        if self._issued is None:
            self._issued = defaultdict(list)
            for start, end, whose, _ in self._names:
                i = self.words.at(end - 1) + 1
                stop = min(i + 3, len(self.words.lows))
                body = self.entities[whose].kind is EntityKind.ORGANISATION
                while i < stop and self.words.lows[i] not in _ISSUED | _ENDS:
                    i += 1
                if body and i < stop and self.words.lows[i] in _ISSUED:
                    self._issued[self.words.lows[i]].append((start, whose))
        return self._issued.get(noun, [])

    def stems(self, sentence: int) -> frozenset[str]:
        """What a sentence tells by, each word by its first letters; small words and names left out."""
        if self._stems is None:
            found: list[set[str]] = [set() for _ in self.words.first_of]
            for low, form, k in zip(self.words.lows, self.words.forms, self.words.sentences, strict=True):
                for half in low.split("-"):
                    if len(half) > 3 and form[0].islower() and half not in _SMALL:
                        found[k].add(half[:_STEM])
            counts = Counter(stem for sentence_ in found for stem in sentence_)
            self._stems = [frozenset(w for w in one if counts[w] <= _COMMON) for one in found]
        return self._stems[sentence]

    def sentence_at(self, offset: int) -> int:
        """Number of the sentence that an offset lies in."""
        return self.words.sentences[self._word(offset)]

    def names_in(self, start: int, end: int) -> list[tuple[int, int, int, Mention]]:
        """The names that lie in [start, end), or reach into it: start, end, whose, the mention."""
        k = bisect_left(self._name_starts, start)
        if k and self._names[k - 1][1] > start:
            k -= 1
        out = []
        while k < len(self._names) and self._names[k][0] < end:
            out.append(self._names[k])
            k += 1
        return out

    def name_at(self, offset: int) -> tuple[int, int, int, Mention] | None:
        """The name that an offset lies in."""
        k = bisect_right(self._name_starts, offset) - 1
        return self._names[k] if k >= 0 and self._names[k][1] > offset else None

    def pronoun(self, span: tuple[int, int]) -> tuple[int, float] | None:
        """Whom the pronoun at a span stands for."""
        return self._pronouns.get(span)

    def lately(self, offset: int, most: int = 80) -> Iterable[tuple[int, int]]:
        """The entities meant before an offset, the latest first, each once, with the offset."""
        seen: set[int] = set()
        k = bisect_left(self._placed_starts, offset) - 1
        steps = 0
        while k >= 0 and steps < most:
            start, _, whose, _ = self._placed[k]
            if whose not in seen:
                seen.add(whose)
                yield whose, start
            k -= 1
            steps += 1

    def gap(self, a: int, b: int) -> int:
        """How many sentences lie between two offsets."""
        return abs(self.words.sentences[self._word(a)] - self.words.sentences[self._word(b)])

    def gender(self, entity: Entity) -> str:
        """m or f where the text tells, else empty."""
        if entity.id not in self._genders:
            self._genders[entity.id] = gender_of(entity)
        return self._genders[entity.id]

    def _word(self, offset: int) -> int:
        return min(max(self.words.at(offset), 0), len(self.words.forms) - 1)


def resolve_speaker(room: Room, source: tuple[Span, ...], before: Speaker | None = None) -> Speaker:
    """Whom a source is. `before` is the speaker of the statement before, for what is left open."""
    words = room.words
    inside = [i for part in source for i in words.between(part.start, part.end)]
    while inside and not words.lows[inside[0]][0].isalnum():
        inside.pop(0)
    while (
        inside
        and (not words.lows[inside[-1]][0].isalnum() or words.lows[inside[-1]] in BESIDE_SOURCES)
        and words.lows[inside[-1]] not in ("'s", "'")
    ):
        inside.pop()
    while inside and words.lows[inside[-1]] in ("'s", "'"):
        inside.pop()
    if not inside:
        return Speaker(None, 0.0, NOBODY)
    lows = words.lows
    content = [i for i in inside if lows[i] not in BESIDE_SOURCES]
    if len(content) == 1 and (found := _pronoun(room, content[0], before)) is not None:
        return found
    return _phrase(room, content or inside, before)


def _pronoun(room: Room, i: int, before: Speaker | None) -> Speaker | None:
    """A source that is one small word; None where it is no pronoun."""
    words = room.words
    low = words.lows[i]
    if room.abroad is not None:
        return _abroad(room, i, room.abroad[low]) if low in room.abroad else None
    if low in PRONOUNS:
        known = room.pronoun(words.spans[i])
        if known is None:
            return Speaker(None, 0.0, f"“{words.forms[i]}” could be several, or nobody named")
        return Speaker(
            known[0], round(0.95 * known[1], 3), f"“{words.forms[i]}” is {room.entities[known[0]].name}"
        )
    if low in ("who", "whom", "whose"):
        return _relative(room, i, before)
    if low in FIRST_PERSON and not words.quotations[i]:
        k = bisect_right(room.letters, i, key=lambda x: x.first) - 1
        letter = room.letters[k] if k >= 0 else None
        if letter is not None and i < letter.end:
            signer = room.entities[letter.signer].name
            return Speaker(letter.signer, 0.9, f"“{words.forms[i]}” in the letter that {signer} signed")
    if low in ("it", "its", "itself"):
        return _it(room, i, before)
    if low in _NAMES_NOBODY:
        return Speaker(None, 0.0, f"“{words.forms[i]}” names nobody")
    return None


def _relative(room: Room, i: int, before: Speaker | None) -> Speaker:
    """“who”, “whose”: the name or the description that it follows."""
    words = room.words
    k = i - 1
    while k >= 0 and words.lows[k] in (",", "and", "—", "–", "'s"):
        k -= 1
    if k < 0:
        return Speaker(None, 0.0, NOBODY)
    name = room.name_at(words.spans[k][0])
    if name is not None and room.entities[name[2]].kind is not EntityKind.OTHER:
        return Speaker(name[2], 0.9, f"“{words.forms[i]}” follows {name[3].text}")
    first = max(words.first_of[words.sentences[k]], k - 6)
    begin = next((j for j in range(k, first - 1, -1) if words.lows[j] in _DETERMINED), None)
    if begin is None:
        return Speaker(None, 0.0, NOBODY)
    return _phrase(room, list(range(begin, k + 1)), before)


def _it(room: Room, i: int, before: Speaker | None) -> Speaker:
    """“it”: only a body that has just spoken; anything else that it may be is no speaker."""
    words = room.words
    last = before.entity if before is not None else None
    if last is not None and room.entities[last].kind is EntityKind.ORGANISATION:
        at = next((at for whose, at in room.lately(words.spans[i][0]) if whose == last), None)
        if at is not None and room.gap(at, words.spans[i][0]) <= 2:
            why = f"“{words.forms[i]}” after {room.entities[last].name}, who spoke before"
            return Speaker(last, 0.6, why)
    return Speaker(None, 0.0, NOBODY)


def _abroad(room: Room, i: int, gender: str | None) -> Speaker:
    """A pronoun of another language, or a verb without one (gender None): who was named last, just before."""
    here = room.words.spans[i][0]
    for whose, at in room.lately(here):
        if room.gap(at, here) > 3:
            break
        entity = room.entities[whose]
        if entity.kind is EntityKind.PERSON and (gender is None or room.gender(entity) in ("", gender)):
            sure = 0.6 if gender else 0.5
            return Speaker(whose, sure, f"“{room.words.forms[i]}” after {entity.name}")
    return Speaker(None, 0.0, NOBODY)


def _phrase(room: Room, inside: list[int], before: Speaker | None) -> Speaker:
    """A source of several words: the name that its head is, the name beside it, or what it describes."""
    words, lows = room.words, room.words.lows
    names = room.names_in(words.spans[inside[0]][0], words.spans[inside[-1]][1])
    covered = {i: n for n in names for i in words.between(n[0], n[1])}
    head_end = len(inside)
    for k, i in enumerate(inside):
        if (
            k
            and i not in covered
            and (lows[i] in _BREAKS or lows[i] in PREPOSITIONS or inside[k] != inside[k - 1] + 1)
        ):
            head_end = k
            break
    head = inside[:head_end]
    while len(head) > 1 and (lows[head[-1]] in BESIDE_SOURCES or lows[head[-1]].endswith("ly")):
        head.pop()
    last = head[-1]
    if (pair := _pair(words, head, covered)) is not None:
        together = " and ".join(room.entities[k].name for k in pair)
        return Speaker(None, 0.85, f"several together: {together}", together)
    if last in covered and _is_end(words, covered[last], last):
        n = covered[last]
        entity = room.entities[n[2]]
        if entity.kind is EntityKind.OTHER and _people_word(lows[last]):
            return Speaker(None, 0.0, f"“{words.forms[last]}” names a people, not a speaker")
        sure = 0.97 if n[3].form is MentionForm.NAME else 0.93
        how = "named in the source" if n[3].form is MentionForm.NAME else f"“{n[3].text}” is {entity.name}"
        return Speaker(n[2], round(sure * (0.7 + 0.3 * n[3].confidence), 3), how)
    # "a group called X", "its president, X,"
    for k, i in enumerate(inside):
        if lows[i] in _CALLED and k + 1 < len(inside) and inside[k + 1] in covered:
            n = covered[inside[k + 1]]
            return Speaker(n[2], 0.9, f"named in the source after “{words.forms[i]}”")
    # "its president, X,", "a representative for Y, X,"
    if not lows[last].endswith("s"):
        for k in range(head_end, len(inside) - 1):
            if lows[inside[k]] in ("who", "which", "that", "whose"):
                break
            beside = covered.get(inside[k + 1])
            if lows[inside[k]] == "," and beside is not None:
                if room.entities[beside[2]].kind is EntityKind.PERSON:
                    return Speaker(beside[2], 0.92, f"named in the source beside “{lows[last]}”")
                break
    if lows[last] in DOCUMENTS:
        return _issuer(room, head, covered)
    return _description(room, inside, head, covered)


def _pair(
    words: Words, head: list[int], covered: dict[int, tuple[int, int, int, Mention]]
) -> tuple[int, ...] | None:
    """The entities whose names "and" joins in the head of a source."""
    for k in range(1, len(head) - 1):
        i = head[k]
        if words.lows[i] not in ("and", "&") or i in covered:
            continue
        left = covered.get(head[k - 1])
        right = next((covered[j] for j in head[k + 1 :] if j in covered), None)
        if left is not None and right is not None and left[2] != right[2]:
            return tuple(dict.fromkeys(covered[j][2] for j in head if j in covered))
    return None


def _issuer(room: Room, head: list[int], covered: dict[int, tuple[int, int, int, Mention]]) -> Speaker:
    """Who speaks through a document: "a Fox News poll", "Trump's letter"."""
    words = room.words
    noun = words.forms[head[-1]]
    owners = [i for i in head[:-1] if i in covered and words.lows[i + 1] in ("'s", "'")]
    for i in owners or reversed(head[:-1]):
        n = covered.get(i)
        if n is None:
            continue
        entity = room.entities[n[2]]
        owned = words.lows[i + 1] in ("'s", "'") or i + 1 == head[-1]
        if entity.kind is EntityKind.ORGANISATION or (entity.kind is EntityKind.PERSON and owned):
            return Speaker(n[2], 0.65, f"{noun} of {entity.name}")
        break
    here = words.spans[head[0]][0]
    named = room.issued(noun.lower())
    k = bisect_left(named, (here, 0))
    indefinite = words.lows[head[0]] in ("a", "an", "another", "one")
    if k and not indefinite and (len(head) == 1 or words.lows[head[0]] in _DETERMINED):
        entity = room.entities[named[k - 1][1]]
        return Speaker(entity.id, 0.6, f"the {noun} of {entity.name}, named before")
    if not k and room.words.sentences[head[0]] <= _LEAD and len({whose for _, whose in named}) == 1:
        entity = room.entities[named[0][1]]
        return Speaker(entity.id, 0.55, f"the {noun} of {entity.name}, named below")
    return Speaker(None, 0.0, f"a {noun} whose author is not named beside it")


def _is_end(words: Words, name: tuple[int, int, int, Mention], last: int) -> bool:
    """Whether a name ends with the word: "the Commission", not "Commission records"."""
    return words.spans[last][1] >= name[1] or words.text[words.spans[last][1] : name[1]].strip(" .’'s") == ""


def _people_word(low: str) -> bool:
    return low in DEMONYMS or low.rstrip("s") in DEMONYMS or low.endswith(("ians", "icans", "ese"))


def _description(
    room: Room, inside: list[int], head: list[int], covered: dict[int, tuple[int, int, int, Mention]]
) -> Speaker:
    """ "the 50-year-old", "the senator", "the ministry": the one entity that it fits."""
    words, lows = room.words, room.words.lows
    here = words.spans[inside[0]][0]
    said = words.text[here : words.spans[inside[-1]][1]]
    definite = lows[head[0]] in _DETERMINED
    noun = lows[head[-1]]
    nothing = Speaker(None, 0.0, f"“{said[:60]}” names nobody of the article")
    plural = noun.endswith("s") and noun not in ("police", "us") and not noun.endswith("ss")
    if (plural or noun in _CROWDS) and (group := _group(words, head)) is not None:
        return Speaker(None, 0.7, f"“{group}” is a group without a name", group)
    if plural or (head[0] != head[-1] and lows[head[0]] in INDEFINITE - {"a", "an"}):
        return nothing
    age = _AGE_OLD.search(said)
    if age and definite:
        same = room.by_age.get(int(age.group(1)), [])
        if len(same) == 1:
            return Speaker(same[0].id, 0.9, f"“{said}” is {same[0].name}, {same[0].age}")
    if any(i in covered for i in head) and not is_office(noun):
        return _body_called(room, head, said) or nothing
    if noun == "police" and len(head) == 1:
        forces = room.by_word.get("police", [])
        if len(forces) == 1 and forces[0].mentions[0].span.start < here:
            return Speaker(forces[0].id, 0.7, f"“{said}” where {forces[0].name} alone is named")
        return Speaker(None, 0.7, f"“{said}” speaks as one body, of no name here", said[0].upper() + said[1:])
    if lows[head[0]] in ("a", "an") or not (definite or is_office(noun)):
        early = room.words.sentences[inside[0]] <= _LEAD and is_office(noun)
        return (_said_below(room, head, noun, said) if early else None) or nothing
    if lows[head[0]] in ("his", "her", "my", "their", "our"):
        return nothing
    if noun in _UNNAMED or (covered and any(lows[i] == "of" for i in inside if i not in head)):
        return nothing
    if is_office(noun) or noun in _MEN or noun in _WOMEN:
        return _by_role(room, here, head, noun, said) or nothing
    if noun in BODIES or noun in STATE_BODIES:
        return _by_body(room, here, noun, said) or nothing
    return nothing


_CROWDS = frozenset(("people", "youth", "personnel"))


def _group(words: Words, head: list[int]) -> str | None:
    """A group that says which one it is: "the Belarusian volunteers", not "the volunteers" or "some voters"."""
    if words.lows[head[0]] != "the" or len(head) < 3 or head[-1] - head[0] != len(head) - 1:
        return None
    if not any(words.lows[i] in DEMONYMS for i in head[1:-1]) or not words.forms[head[-1]].islower():
        return None
    return " ".join(words.text[words.spans[head[0]][0] : words.spans[head[-1]][1]].split())


_UNNAMED = frozenset(
    ("spokesman", "spokeswoman", "spokesperson", "official", "member", "source", "aide", "expert", "analyst")
)
"""Offices that many hold: "the spokesman" says nothing of who it is unless one was named as that."""
_LEAD = 5
"""Sentences at the head of a story in which somebody may be described before the name is told."""


def _said_below(room: Room, head: list[int], noun: str, said: str) -> Speaker | None:
    """ "A union boss", at the head of a story that names its union boss later."""
    wanted = {_LONG.get(room.words.lows[i], room.words.lows[i]) for i in head} - {noun, "a", "an"}
    fits: dict[int, tuple[Entity, str]] = {}
    for entity, role in room.by_role.get(_LONG.get(noun, noun), [])[:_COMPARED]:
        if not wanted or wanted & set(re.findall(r"[\w-]+", role.lower())):
            fits.setdefault(entity.id, (entity, role))
    if len(fits) == 1:
        entity, role = next(iter(fits.values()))
        return Speaker(entity.id, 0.6, f"“{said}” is {entity.name}, {role}, as told below")
    return None


def _body_called(room: Room, head: list[int], said: str) -> Speaker | None:
    """ "the Slidell police", where the text names the Slidell Police Department."""
    words = room.words
    noun = words.lows[head[-1]]
    if noun not in BODIES and noun not in STATE_BODIES:
        return None
    wanted = {words.lows[i] for i in head} - _DETERMINED - {"'s"}
    fits = [
        e
        for e in room.by_word.get(noun, [])[:_COMPARED]
        if wanted <= set(re.findall(r"[\w.]+", e.name.lower()))
    ]
    if len(fits) == 1:
        return Speaker(fits[0].id, 0.85, f"“{said}” is the {fits[0].name}")
    return None


def gender_of(entity: Entity) -> str:
    """m or f, by the pronouns that stand for a person or by the first name; empty where neither tells."""
    votes = {"m": 0, "f": 0}
    for mention in entity.mentions:
        if mention.form is MentionForm.PRONOUN:
            votes[PRONOUNS[mention.text.lower()][0]] += 1
    if votes["m"] != votes["f"]:
        return "m" if votes["m"] > votes["f"] else "f"
    first = FIRST_NAMES.get(entity.name.split()[0].lower(), "")
    return first if first in votes else ""


def _by_role(room: Room, here: int, head: list[int], noun: str, said: str) -> Speaker | None:
    wanted = {_LONG.get(room.words.lows[i], room.words.lows[i]) for i in head} - _DETERMINED
    noun = _LONG.get(noun, noun)
    fits: list[tuple[float, int, str]] = []
    for rank, (whose, _) in enumerate(room.lately(here, 400)):
        entity = room.entities[whose]
        if entity.kind is not EntityKind.PERSON:
            continue
        for role in entity.roles:
            have = {_LONG.get(w.rstrip("."), w.rstrip(".")) for w in re.findall(r"[\w.-]+", role.lower())}
            if noun in have:
                extra = len(wanted - have - {"former"})
                fits.append((3.0 - extra - 0.3 * min(rank, 6), whose, role))
                break
    fits.sort(reverse=True)
    if fits and (len(fits) == 1 or fits[0][0] - fits[1][0] >= 0.9):
        best = fits[0]
        sure = 0.8 if len(fits) == 1 else 0.65
        return Speaker(best[1], sure, f"“{said}” is {room.entities[best[1]].name}, {best[2]}")
    gender = "m" if noun in _MEN else "f" if noun in _WOMEN else ""
    if gender and noun in _POINTING:
        near = [
            entity
            for whose, at in room.lately(here)
            if (entity := room.entities[whose]).kind is EntityKind.PERSON
            and room.gap(at, here) <= 3
            and room.gender(entity) == gender
        ]
        if len(near) == 1:
            return Speaker(near[0].id, 0.55, f"“{said}” after {near[0].name}")
    return None


_POINTING = frozenset(("man", "woman", "boy", "girl", "actress", "actor", "congressman", "congresswoman"))
"""Words that can point back to whoever was named last."""


def _by_body(room: Room, here: int, noun: str, said: str) -> Speaker | None:
    words = room.words
    near: list[tuple[int, int]] = []
    for whose, at in room.lately(here, 400):
        entity = room.entities[whose]
        if entity.kind not in (EntityKind.ORGANISATION, EntityKind.OTHER):
            continue
        if noun in re.findall(r"\w+", entity.name.lower()):
            return Speaker(whose, 0.85, f"“{said}” is the {entity.name}")
        for m in entity.mentions[:_COMPARED]:
            if m.span.start >= here:
                break
            i = words.at(m.span.end - 1)
            # "the Kalinouski regiment", "Color of Change, a civil rights group", "unit called Pahonia"
            after = words.lows[i + 1 : min(i + 9, words.sentence_end(i))]
            if after[:1] == [noun] or (
                after[:1] == [","] and after[1:2] and after[1] in ("a", "an", "the") and _reaches(after, noun)
            ):
                return Speaker(whose, 0.75, f"“{said}” is {entity.name}, a {noun}")
            j = words.at(m.span.start)
            lead = words.lows[max(0, j - 6) : j]
            if noun in lead and not any(w in (",", ".") for w in lead[lead.index(noun) :]):
                return Speaker(whose, 0.75, f"“{said}” is {entity.name}, a {noun}")
        if entity.kind is EntityKind.ORGANISATION and room.gap(at, here) <= 2:
            near.append((whose, at))
    if noun in ANY_BODIES and len(near) == 1:
        return Speaker(near[0][0], 0.5, f"“{said}” after {room.entities[near[0][0]].name}")
    return None


def _reaches(after: list[str], noun: str) -> bool:
    for low in after[1:]:
        if low == noun:
            return True
        if low in (",", ".", "of", "in", "for", "that", "which", "who"):
            return False
    return False


def resolve_speakers(
    text: str, attributions: Sequence[Attribution], entities: Sequence[Entity], language: str | None = "en"
) -> tuple[Attribution, ...]:
    """Get the attributions with their speakers: entity, name, how sure and why."""
    room = Room(text, entities, (language or "en").split("-")[0])
    if not room.words.forms:
        return tuple(attributions)
    order = sorted(range(len(attributions)), key=lambda k: _place(attributions[k]))
    found: dict[int, Speaker] = {}
    last: tuple[int, Speaker] | None = None
    for k in order:
        a = attributions[k]
        before = last[1] if last else None
        if a.source:
            got = _not_named_within(room, a, resolve_speaker(room, a.source, before), before)
        elif a.cue and room.abroad is not None:
            got = _abroad(room, room.words.at(a.cue[0].start), None)  # "dijo": the verb alone
        else:
            got = _carried_on(room, a, attributions[last[0]] if last else None, before)
        found[k] = got
        if got.entity is not None:
            last = (k, got)
        elif a.source:
            last = None
    if room.abroad is None:
        speaking = {got.entity for got in found.values() if got.entity is not None}
        left = [
            k for k in order if found[k].entity is None and found[k].name is None and attributions[k].source
        ]
        for k in left[:_COMPARED]:
            found[k] = _told_below(room, attributions[k], speaking) or found[k]
    return tuple(_told(room, a, found[k]) for k, a in enumerate(attributions))


def _told_below(room: Room, a: Attribution, speaking: set[int]) -> Speaker | None:
    """Who a story begins with and names only below: "One is certain that ...", "A veteran diplomat said ...".

    The words of the sentence here come back where the story speaks of somebody who speaks himself, and of
    nobody else so many.
    """
    words = room.words
    assert a.source is not None
    inside = words.between(a.source[0].start, a.source[-1].end)
    if not inside or words.quotations[inside.start]:
        return None
    first = words.lows[inside.start]
    if words.sentences[inside.start] > _LEAD and not (first in ("one", "another") and len(inside) == 1):
        return None
    nouns = {words.lows[i] for i in inside}
    if first not in _SOMEBODY or not (
        len(inside) == 1 or any(map(is_office, nouns)) or nouns & (_WOMEN | _MEN)
    ):
        return None
    gender = PRONOUNS[first][0] if first in PRONOUNS else ""
    gender = gender or ("f" if nouns & _WOMEN else "m" if nouns & _MEN else "")
    here = words.sentences[inside.start]
    told = room.stems(here)
    scores: list[tuple[int, int]] = []
    for whose in speaking:
        entity = room.entities[whose]
        if entity.kind is not EntityKind.PERSON or (gender and room.gender(entity) not in ("", gender)):
            continue
        where = {room.sentence_at(m.span.start) for m in entity.mentions[:_COMPARED]}
        if min(where) <= here:
            continue
        about = frozenset().union(*(room.stems(k) for k in where))
        scores.append((len(told & about), -whose))
    scores.sort(reverse=True)
    if not scores or scores[0][0] < _SHARED or (len(scores) > 1 and scores[1][0] >= scores[0][0]):
        return None
    entity = room.entities[-scores[0][1]]
    said = words.text[a.source[0].start : a.source[-1].end]
    return Speaker(entity.id, 0.5, f"“{said[:60]}” seems to be {entity.name}, of whom the same is told below")


_SOMEBODY = frozenset(("one", "another", "a", "an", "woman", "man", "he", "she"))
_SHARED = 3
"""Words that must come back."""


def _not_named_within(room: Room, a: Attribution, got: Speaker, before: Speaker | None) -> Speaker:
    """Who speaks seldom names himself: for "he" after a quotation that names its "he", take who spoke before."""
    words = room.words
    if got.entity is None or before is None or before.entity is None or not a.source:
        return got
    if before.entity == got.entity:
        return got
    source = words.between(a.source[0].start, a.source[0].end)
    if len(source) != 1 or words.lows[source.start] not in PRONOUNS or words.quotations[source.start]:
        return got
    quoted = [s for s in a.content if words.quotations[min(words.at(s.start), len(words.forms) - 1)]]
    if not any(n[2] == got.entity for s in quoted for n in room.names_in(s.start, s.end)):
        return got
    other = room.entities[before.entity]
    if room.gender(other) not in ("", PRONOUNS[words.lows[source.start]][0]):
        return got
    named = room.entities[got.entity].name
    return Speaker(other.id, 0.7, f"the words name {named}, so “{words.forms[source.start]}” is {other.name}")


def _place(a: Attribution) -> tuple[int, int]:
    return (a.content[0].start if a.content else 0, a.source[0].start if a.source else 0)


def _carried_on(room: Room, a: Attribution, last: Attribution | None, before: Speaker | None) -> Speaker:
    """The speaker of a statement without a source: who was speaking, if the quotation goes on."""
    if last is None or before is None or before.entity is None or not a.content or not last.content:
        return Speaker(None, 0.0, NOBODY)
    words = room.words
    here, there = words.at(a.content[0].start), words.at(last.content[-1].end - 1)
    here, there = min(here, len(words.forms) - 1), min(there, len(words.forms) - 1)
    quoted = words.quotations[here]
    name = room.entities[before.entity].name
    if not quoted or a.cue is not None:
        return Speaker(None, 0.0, NOBODY)
    if quoted == words.quotations[there]:
        return Speaker(before.entity, round(0.95 * before.confidence, 3), f"the quotation of {name} goes on")
    if words.paragraphs[here] == words.paragraphs[there]:
        return Speaker(
            before.entity, round(0.8 * before.confidence, 3), f"in the same paragraph as the words of {name}"
        )
    if words.paragraphs[here] == words.paragraphs[there] + 1 and words.quotations[there]:
        return Speaker(before.entity, round(0.6 * before.confidence, 3), f"right after the words of {name}")
    return Speaker(None, 0.0, NOBODY)


def _told(room: Room, a: Attribution, got: Speaker) -> Attribution:
    name = room.entities[got.entity].name if got.entity is not None else got.name
    return replace(
        a,
        speaker=name,
        entity=got.entity,
        speaker_confidence=got.confidence if name is not None else None,
        speaker_reason=got.reason,
    )
