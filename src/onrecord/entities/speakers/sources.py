"""Whom the words of one source mean: a name among them or beside them, a pronoun, a document's author."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from ...languages.people import (
    BESIDE_SOURCES,
    DEMONYMS,
    DOCUMENTS,
    PREPOSITIONS,
)
from ...record import EntityKind, MentionForm, Span
from ..letters import FIRST_PERSON
from ..pronouns import PRONOUNS
from ..words import Words
from .descriptions import find_described
from .rooms import DETERMINED, LEAD, NOBODY, Placed, Room, Speaker

_BREAKS = frozenset((",", ";", "(", "—", "–", "who", "which", "whom", "whose", ":"))
_CALLED = frozenset(("called", "named", "dubbed", "titled"))
_NAMES_NOBODY = frozenset(
    "they we i you them us me my our their one those others many some most what that which this there everyone nobody "
    "people".split()
)


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
        return last_named(room, i, room.abroad[low]) if low in room.abroad else None
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
    if name is not None and room.entities[name.whose].kind is not EntityKind.OTHER:
        return Speaker(name.whose, 0.9, f"“{words.forms[i]}” follows {name.mention.text}")
    first = max(words.first_of[words.sentences[k]], k - 6)
    begin = next((j for j in range(k, first - 1, -1) if words.lows[j] in DETERMINED), None)
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


def last_named(room: Room, i: int, gender: str | None) -> Speaker:
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
    covered = {i: n for n in names for i in words.between(n.start, n.end)}
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
        entity = room.entities[n.whose]
        if entity.kind is EntityKind.OTHER and _people_word(lows[last]):
            return Speaker(None, 0.0, f"“{words.forms[last]}” names a people, not a speaker")
        sure = 0.97 if n.mention.form is MentionForm.NAME else 0.93
        how = (
            "named in the source"
            if n.mention.form is MentionForm.NAME
            else f"“{n.mention.text}” is {entity.name}"
        )
        return Speaker(n.whose, round(sure * (0.7 + 0.3 * n.mention.confidence), 3), how)
    if (beside := _named_beside(room, inside, inside[head_end:], last, covered)) is not None:
        return beside
    if lows[last] in DOCUMENTS:
        return _issuer(room, head, covered)
    return find_described(room, inside, head, covered)


def _named_beside(
    room: Room, inside: list[int], behind: list[int], last: int, covered: dict[int, Placed]
) -> Speaker | None:
    """A name beside the head of a source, whose `last` word it describes: "a group called X", "its president, X,"."""
    words, lows = room.words, room.words.lows
    for i, following in pairwise(inside):
        if lows[i] in _CALLED and following in covered:
            return Speaker(covered[following].whose, 0.9, f"named in the source after “{words.forms[i]}”")
    if lows[last].endswith("s"):
        return None
    for i, following in pairwise(behind):
        if lows[i] in ("who", "which", "that", "whose"):
            return None
        beside = covered.get(following)
        if lows[i] == "," and beside is not None:
            # "a representative for Y, X,"
            if room.entities[beside.whose].kind is EntityKind.PERSON:
                return Speaker(beside.whose, 0.92, f"named in the source beside “{lows[last]}”")
            return None
    return None


def _pair(words: Words, head: list[int], covered: dict[int, Placed]) -> tuple[int, ...] | None:
    """The entities whose names "and" joins in the head of a source."""
    for k in range(1, len(head) - 1):
        i = head[k]
        if words.lows[i] not in ("and", "&") or i in covered:
            continue
        left = covered.get(head[k - 1])
        right = next((covered[j] for j in head[k + 1 :] if j in covered), None)
        if left is not None and right is not None and left.whose != right.whose:
            return tuple(dict.fromkeys(covered[j].whose for j in head if j in covered))
    return None


def _issuer(room: Room, head: list[int], covered: dict[int, Placed]) -> Speaker:
    """Who speaks through a document: "a Fox News poll", "Trump's letter"."""
    words = room.words
    noun = words.forms[head[-1]]
    owners = [i for i in head[:-1] if i in covered and words.lows[i + 1] in ("'s", "'")]
    for i in owners or reversed(head[:-1]):
        n = covered.get(i)
        if n is None:
            continue
        entity = room.entities[n.whose]
        owned = words.lows[i + 1] in ("'s", "'") or i + 1 == head[-1]
        if entity.kind is EntityKind.ORGANISATION or (entity.kind is EntityKind.PERSON and owned):
            return Speaker(n.whose, 0.65, f"{noun} of {entity.name}")
        break
    here = words.spans[head[0]][0]
    named = room.issued(noun.lower())
    k = bisect_left(named, (here, 0))
    indefinite = words.lows[head[0]] in ("a", "an", "another", "one")
    if k and not indefinite and (len(head) == 1 or words.lows[head[0]] in DETERMINED):
        entity = room.entities[named[k - 1][1]]
        return Speaker(entity.id, 0.6, f"the {noun} of {entity.name}, named before")
    if not k and room.words.sentences[head[0]] <= LEAD and len({whose for _, whose in named}) == 1:
        entity = room.entities[named[0][1]]
        return Speaker(entity.id, 0.55, f"the {noun} of {entity.name}, named below")
    return Speaker(None, 0.0, f"a {noun} whose author is not named beside it")


def _is_end(words: Words, name: Placed, last: int) -> bool:
    """Whether a name ends with the word: "the Commission", not "Commission records"."""
    return (
        words.spans[last][1] >= name.end or words.text[words.spans[last][1] : name.end].strip(" .’'s") == ""
    )


def _people_word(low: str) -> bool:
    return low in DEMONYMS or low.rstrip("s") in DEMONYMS or low.endswith(("ians", "icans", "ese"))
