"""Places that the name of a body holds: Texas in "University of Texas", the U.S. in "U.S. Air Force"."""

from __future__ import annotations

from collections.abc import Iterable

from ..languages.people import BODIES, BODY_MODIFIERS, PLACES, STATE_BODIES
from ..languages.places import KNOWN
from .linking import Somebody, place_key
from .naming import Naming
from .words import Words

_LEADS = frozenset(("of", "in", "at", "for", "de", "di"))
_PUBLIC = (
    BODIES
    | STATE_BODIES
    | BODY_MODIFIERS
    | frozenset(
        """academy airport city college hospital library museum observatory opera orchestra post press school
    states state symphony times university zoo""".split()
    )
)
_LONGEST = 3


def add_places_within(words: Words, found: list[Somebody]) -> list[Somebody]:
    """Get the same entities with the places that names of bodies hold: as mentions of theirs, or as new ones."""
    places = {place_key(n): s for s in found if s.label == "LOC" for n in s.namings}
    new: list[Somebody] = []
    for body in found:
        if body.label not in ("ORG", "MISC"):
            continue
        for naming in body.namings:
            for inner in _places_in(words, naming):
                home = places.get(place_key(inner))
                if home is None:
                    home = places[place_key(inner)] = Somebody("LOC", inner.words)
                    new.append(home)
                home.namings.append(inner)
    for place in {id(s): s for s in places.values()}.values():
        place.namings.sort(key=lambda n: n.first)
    return sorted(found + new, key=lambda s: s.namings[0].first)


def _places_in(words: Words, name: Naming) -> Iterable[Naming]:
    """The known places in a name: after "of" and the like, or before a noun for a public body."""
    i = name.first
    while i <= name.last:
        for size in range(min(_LONGEST, name.last - i + 1), 0, -1):
            end = i + size
            if size == name.last + 1 - name.first:
                continue
            low = " ".join(words.lows[i:end])
            if not (low in KNOWN or low in PLACES) or not words.forms[i][0].isupper():
                continue
            led = i > name.first and words.lows[i - 1] in _LEADS
            leads = end <= name.last and any(w in _PUBLIC for w in words.lows[end : name.last + 1])
            if led or leads:
                key = tuple(w for w in words.lows[i:end] if w[0].isalnum())
                span = words.spans[i][0], words.spans[end - 1][1]
                yield Naming(i, end - 1, *span, "LOC", round(0.9 * name.confidence, 3), key)
                i = end - 1
                break
        i += 1
