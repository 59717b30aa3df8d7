"""What may be a place, and what may be a desk or station, by letters and words alone."""

import re

from ...languages.datelines import NO_PLACES


def may_be_place(place: str) -> bool:
    """Whether it may be one at all."""
    words = re.findall(r"[^\W\d_]+", place.casefold())
    if not words or len(place) > 60 or words[0] in NO_PLACES:
        return False
    return not (len(words) == 1 and (len(words[0]) < 3 or words[0] in ("new", "old")))


def is_short(place: str) -> bool:
    """Whether it is of a few words none of which begins or ends a line of another sort."""
    first = re.split(r"[,/]", place)[0].split()
    return len(first) <= 3 and not any(word.lower() in NO_PLACES for word in (first[0], first[-1]))


def in_capitals(place: str) -> bool:
    """Whether the town is in capitals, as the Associated Press writes it; the state after it need not be."""
    town = re.split(r"[,/]", place)[0]
    letters = [c for c in town if c.isalpha()]
    return len(letters) >= 3 and all(c.isupper() for c in letters)


def may_be_desk(name: str) -> bool:
    """Whether what stands in brackets may be a desk or station: `WABC`, `HawaiiNewsNow`, `ABC 33/40`, `CBS Local`."""
    words = name.split()
    return (
        len(words) <= 5
        and ":" not in name
        and any(c.isalpha() for c in name)
        and all(word[:1].isupper() or word[:1].isdecimal() or word in ("and", "of", "the") for word in words)
        and words[0].casefold() not in NO_PLACES - {"fox"}
    )


def may_be_owner(name: str) -> bool:
    """Whether brackets that open a story hold whose it is, `(NewsNation)`, and no word to the reader."""
    words = [word.casefold() for word in name.split()]
    return may_be_desk(name) and len(words) <= 4 and NO_PLACES.isdisjoint({*words} - {"fox", "news", "the"})
