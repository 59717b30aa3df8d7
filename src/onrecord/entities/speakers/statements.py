"""Who says each statement of an article, in their order: by its source, or by who was speaking before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...record import Attribution, Entity, EntityKind
from ..phrases import is_office
from ..pronouns import PRONOUNS
from .rooms import COMPARED, LEAD, MEN, NOBODY, WOMEN, Room, Speaker
from .sources import last_named, resolve_speaker


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
            got = last_named(room, room.words.at(a.cue[0].start), None)  # "dijo": the verb alone
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
        for k in left[:COMPARED]:
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
    if words.sentences[inside.start] > LEAD and not (first in ("one", "another") and len(inside) == 1):
        return None
    nouns = {words.lows[i] for i in inside}
    if first not in _SOMEBODY or not (
        len(inside) == 1 or any(map(is_office, nouns)) or nouns & (WOMEN | MEN)
    ):
        return None
    gender = PRONOUNS[first][0] if first in PRONOUNS else ""
    gender = gender or ("f" if nouns & WOMEN else "m" if nouns & MEN else "")
    here = words.sentences[inside.start]
    told = room.stems(here)
    scores: list[tuple[int, int]] = []
    for whose in speaking:
        entity = room.entities[whose]
        if entity.kind is not EntityKind.PERSON or (gender and room.gender(entity) not in ("", gender)):
            continue
        where = {room.sentence_at(m.span.start) for m in entity.mentions[:COMPARED]}
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
    if not any(n.whose == got.entity for s in quoted for n in room.names_in(s.start, s.end)):
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
