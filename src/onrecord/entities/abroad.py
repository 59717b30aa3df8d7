"""Names of people in the languages that the name tagger was not taught.

German writes every noun with a capital, so a run of capitalised words is a person's name only with some
sign of it: a first name that we know, an office or courtesy before it, or (elsewhere) the tagger's word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..languages.people import (
    BODIES_ABROAD,
    BODY_ENDS_ABROAD,
    COURTESIES,
    FIRST_NAMES,
    NO_NAMES_ABROAD,
    PLACE_ENDS_ABROAD,
    TITLES_ABROAD,
)
from .naming import NameSpan
from .words import Words

_PARTICLES = frozenset("von van de der den zu zur da dos das do del della di du la le ter ten".split())
_LOOSE_PARTICLES = frozenset(("es", "pt"))
"""Languages in which "de" or "da" may stand after a surname too: Lula da Silva."""
_MOST = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A person's name, as the tagger would give it."""

    start: int
    end: int
    label: str
    confidence: float


def people_abroad(words: Words, names: Iterable[NameSpan], language: str) -> list[Found]:
    """Get the people's names of a text, in order; `names` are what the tagger takes for names."""
    tagged: set[int] = set()
    if language != "de":
        for n in names:
            if n.label == "PER":
                tagged.update(words.between(n.start, n.end))
    out: list[Found] = []
    i = 0
    while i < len(words.forms):
        if not _is_name_word(words, i):
            i += 1
            continue
        end = _run_end(words, i, language)
        found = _person(words, i, end, tagged)
        if found is not None:
            out.append(found)
        i = end
    return out


def _is_name_word(words: Words, i: int) -> bool:
    form = words.forms[i]
    return form[0].isupper() and form[0].isalpha() and not (len(form) > 3 and form.isupper())


def _run_end(words: Words, first: int, language: str) -> int:
    """The end of the run of capitalised words that begins here, with the particles and hyphens between."""
    i = first + 1
    stop = words.sentence_end(first)
    while i < stop:
        if _is_name_word(words, i):
            i += 1
        elif words.forms[i] in "-–." and i + 1 < stop and words.spans[i - 1][1] == words.starts[i]:
            if (words.forms[i] == "." and len(words.forms[i - 1]) > 1) or not _is_name_word(words, i + 1):
                break
            i += 2
        elif words.lows[i] in _PARTICLES:
            k = i + 1
            while k < stop and words.lows[k] in _PARTICLES:
                k += 1
            after_first_name = words.lows[i - 1] in FIRST_NAMES
            if (
                k >= stop
                or not _is_name_word(words, k)
                or not (after_first_name or language in _LOOSE_PARTICLES)
            ):
                break
            i = k + 1
        else:
            break
    return i


def _person(words: Words, first: int, end: int, tagged: set[int]) -> Found | None:
    """The person's name in a run of capitalised words, if there are signs of one."""
    lows = words.lows
    titled = False
    while first < end and (
        lows[first] in NO_NAMES_ABROAD
        or lows[first] in TITLES_ABROAD
        or lows[first] in COURTESIES
        or lows[first] in "-–."
    ):
        titled = (
            lows[first] in TITLES_ABROAD or lows[first] in COURTESIES or (titled and lows[first] in "-–.")
        )
        first += 1
    before = lows[first - 1] if first else ""
    if before == "." and first > 1 and words.spans[first - 2][1] == words.starts[first - 1]:
        before = lows[first - 2]  # "Dr. Anke Roth"
    titled = titled or before in TITLES_ABROAD or before in COURTESIES
    known = next((k for k in range(first, end) if lows[k] in FIRST_NAMES), None)
    if known is not None and known + 1 < end:
        start, sure = known, 0.9
    elif first < end and titled:
        start, sure = first, 0.7
    elif end - first > 1 and all(k in tagged for k in (first, end - 1)):
        start, sure = first, 0.6
    else:
        return None
    if _names_a_body(words, start, end):
        return None
    end = min(end, start + 2 * _MOST)
    return Found(words.starts[start], words.spans[end - 1][1], "PER", sure)


def _names_a_body(words: Words, start: int, end: int) -> bool:
    """Whether a name is a school's, a street's or the like: `Anna-Lund-Schule`, `lycée Jean Lund`."""
    lows = words.lows
    if start and lows[start - 1] in BODIES_ABROAD and words.sentences[start - 1] == words.sentences[start]:
        return True
    last = {lows[end - 1], lows[end - 1].removesuffix("s"), lows[end - 1].removesuffix("es")}
    if end - start < 2:
        return False
    return bool(last & BODY_ENDS_ABROAD or (last & PLACE_ENDS_ABROAD and lows[end - 2] in "-–"))
