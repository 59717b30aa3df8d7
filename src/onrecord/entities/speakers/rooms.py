"""The article as a source is looked up in it: its entities, by where they are meant and by what they are called."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ...languages.people import (
    FEMALE_TITLES,
    FIRST_NAMES,
    MALE_TITLES,
    PRONOUNS_ABROAD,
)
from ...record import Entity, EntityKind, Mention, MentionForm
from ..letters import Letter, find_letters
from ..pronouns import PRONOUNS
from ..words import Words, read_words

DETERMINED = frozenset(("the", "this", "that", "his", "her", "its", "their", "our", "my"))
MEN = MALE_TITLES | {"man", "boy", "gentleman", "guy", "father", "brother", "son"}
WOMEN = FEMALE_TITLES | {"woman", "girl", "lady", "mother", "sister", "daughter"}
IN_FULL = {
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
COMPARED = 40
"""Most entities, or mentions of one, that are looked at for one source; keeps the time linear."""
NOBODY = "nothing in the text says who"


class Placed(NamedTuple):
    """A mention, where it stands in the text, and the number of whom it means."""

    start: int
    end: int
    whose: int
    mention: Mention


class Room:
    """The article's entities, by where they are meant and by what they are called."""

    def __init__(self, text: str, entities: Sequence[Entity], language: str = "en") -> None:
        self.text = text
        self.abroad = PRONOUNS_ABROAD.get(language)
        self.words: Words = read_words(text)
        self.entities = {e.id: e for e in entities}
        placed = sorted(
            (Placed(m.span.start, m.span.end, e.id, m) for e in entities for m in e.mentions),
            key=lambda p: p[:3],
        )
        self._names: list[Placed] = []
        for p in sorted(placed, key=lambda p: (p.start, -p.end)):
            # a place within a body's name ("University of Texas") is not who speaks
            inside = self._names and p.end <= self._names[-1].end
            if p.mention.form in (MentionForm.NAME, MentionForm.SHORT) and not inside:
                self._names.append(p)
        self._name_starts = [p.start for p in self._names]
        self._pronouns = {
            (p.start, p.end): (p.whose, p.mention.confidence)
            for p in placed
            if p.mention.form is MentionForm.PRONOUN
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
                for word in {IN_FULL.get(w, w) for w in re.findall(r"[\w-]+", role.lower())}:
                    self.by_role[word].append((entity, role))
            if entity.kind is EntityKind.ORGANISATION:
                for word in set(re.findall(r"[\w.]+", entity.name.lower())):
                    self.by_word[word].append(entity)
        self._placed_starts = [p.start for p in placed]
        self.letters: tuple[Letter, ...] = ()
        if self.abroad is None:
            people = (p for p in self._names if self.entities[p.whose].kind is EntityKind.PERSON)
            self.letters = find_letters(
                self.words, ((self.words.at(p.start), self.words.at(p.end - 1), p.whose) for p in people)
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

    def names_in(self, start: int, end: int) -> list[Placed]:
        """The names that lie in [start, end), or reach into it."""
        k = bisect_left(self._name_starts, start)
        if k and self._names[k - 1].end > start:
            k -= 1
        out = []
        while k < len(self._names) and self._names[k].start < end:
            out.append(self._names[k])
            k += 1
        return out

    def name_at(self, offset: int) -> Placed | None:
        """The name that an offset lies in."""
        k = bisect_right(self._name_starts, offset) - 1
        return self._names[k] if k >= 0 and self._names[k].end > offset else None

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


LEAD = 5
"""Sentences at the head of a story in which somebody may be described before the name is told."""


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
