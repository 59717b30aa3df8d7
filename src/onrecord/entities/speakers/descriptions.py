"""Whom a description means: “the 50-year-old”, “the senator”, “the ministry”, “the Belarusian volunteers”."""

from __future__ import annotations

import re

from ...languages.people import (
    ANY_BODIES,
    BODIES,
    DEMONYMS,
    INDEFINITE,
    STATE_BODIES,
)
from ...record import Entity, EntityKind
from ..phrases import is_office
from ..words import Words
from .rooms import COMPARED, DETERMINED, IN_FULL, LEAD, MEN, WOMEN, Placed, Room, Speaker

_AGE_OLD = re.compile(r"(\d{1,3})[-‐‑– ]years?[-‐‑– ]old")


def find_described(room: Room, inside: list[int], head: list[int], covered: dict[int, Placed]) -> Speaker:
    """ "the 50-year-old", "the senator", "the ministry": the one entity that it fits."""
    words, lows = room.words, room.words.lows
    here = words.spans[inside[0]][0]
    said = words.text[here : words.spans[inside[-1]][1]]
    definite = lows[head[0]] in DETERMINED
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
        early = room.words.sentences[inside[0]] <= LEAD and is_office(noun)
        return (_said_below(room, head, noun, said) if early else None) or nothing
    if lows[head[0]] in ("his", "her", "my", "their", "our"):
        return nothing
    if noun in _UNNAMED or (covered and any(lows[i] == "of" for i in inside if i not in head)):
        return nothing
    if is_office(noun) or noun in MEN or noun in WOMEN:
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


def _said_below(room: Room, head: list[int], noun: str, said: str) -> Speaker | None:
    """ "A union boss", at the head of a story that names its union boss later."""
    wanted = {IN_FULL.get(room.words.lows[i], room.words.lows[i]) for i in head} - {noun, "a", "an"}
    fits: dict[int, tuple[Entity, str]] = {}
    for entity, role in room.by_role.get(IN_FULL.get(noun, noun), [])[:COMPARED]:
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
    wanted = {words.lows[i] for i in head} - DETERMINED - {"'s"}
    fits = [
        e
        for e in room.by_word.get(noun, [])[:COMPARED]
        if wanted <= set(re.findall(r"[\w.]+", e.name.lower()))
    ]
    if len(fits) == 1:
        return Speaker(fits[0].id, 0.85, f"“{said}” is the {fits[0].name}")
    return None


def _by_role(room: Room, here: int, head: list[int], noun: str, said: str) -> Speaker | None:
    wanted = {IN_FULL.get(room.words.lows[i], room.words.lows[i]) for i in head} - DETERMINED
    noun = IN_FULL.get(noun, noun)
    fits: list[tuple[float, int, str]] = []
    for rank, (whose, _) in enumerate(room.lately(here, 400)):
        entity = room.entities[whose]
        if entity.kind is not EntityKind.PERSON:
            continue
        for role in entity.roles:
            have = {IN_FULL.get(w.rstrip("."), w.rstrip(".")) for w in re.findall(r"[\w.-]+", role.lower())}
            if noun in have:
                extra = len(wanted - have - {"former"})
                fits.append((3.0 - extra - 0.3 * min(rank, 6), whose, role))
                break
    fits.sort(reverse=True)
    if fits and (len(fits) == 1 or fits[0][0] - fits[1][0] >= 0.9):
        best = fits[0]
        sure = 0.8 if len(fits) == 1 else 0.65
        return Speaker(best[1], sure, f"“{said}” is {room.entities[best[1]].name}, {best[2]}")
    gender = "m" if noun in MEN else "f" if noun in WOMEN else ""
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
        for m in entity.mentions[:COMPARED]:
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
