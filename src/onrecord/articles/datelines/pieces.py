"""The pieces that the beginning of a paragraph is made of: places, days, agencies, brackets, in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ...languages.datelines import SMALL_IN_PLACES
from ..agencies import agency_of
from .days import DAY, is_day
from .places import in_capitals

UPPER = r"A-ZÀ-ÖØ-ÞŚŁŻŹĆŃČŠŽĐŘŤĎŇŮĚĞİŞĂȘȚ\u0400-\u042F\u0490\u0386-\u03AB"
_SMALL_IN_PLACE = rf"(?:{SMALL_IN_PLACES})\b"
# a town is a capital word; what follows may be an article or a preposition of a longer name
_TOWN = re.compile(
    rf"[{UPPER}](?:[\w’'‘ʼ]|-(?=\w)|\.(?=\w)|(?<=\b[SFMP]t)\.|(?<=\b[SFMP]T)\.|(?<=\bSt[aeo])\.)*"
)
_WORD_IN_PLACE = re.compile(rf"{_TOWN.pattern}|{_SMALL_IN_PLACE}")
_BRACKETS = re.compile(r"\(\s*([^()]{2,50}?)\s*\)|\[\s*([^\[\]]{2,30}?)\s*\]|/\s*([^/()\d]{2,30}?)\s*/(?!\w)")
_CLOCK_BEHIND = re.compile(r"\s*/\s*\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?")
_BARE = re.compile(r"[^\W\d_][\w.-]*(?: [\w-]+){0,2}")
_DOMAIN = re.compile(
    r"[A-Za-z][\w-]+\.(?:com|co|net|id|ru|org|info|vn|my|ua|news)(?:\.[a-z]{2})?(?![\w.])", re.I
)
_BETWEEN = re.compile(r"\s*[,.]?\s*")
DASHES = r"(?:—|–|―|--+|-|−|‒|_|:|\|)"
ENDS = re.compile(rf"\s*[.。।]?\s?(?P<dash>{DASHES}+)\s*")
STOP = re.compile(r"\s*[.,।]\s")
_DASH_BETWEEN = re.compile(r"\s*(?:[—–-]+|\|)\s*")
_NUMBER = re.compile(r"\d{1,2}(?=\s*\()")
_JOINED = re.compile(r" (?=\w)|/(?=\w)| / (?=\w+\b(?!\s*/))|-(?=\w)")
# `Mo. (AP)`, `D.C., Jan. 5`: the full stop is the state's, not the dateline's
_SHORTENED = re.compile(rf"\.(?=\s*(?:[,(\[/]|--|{DASHES}\s)|\s+{DASHES})(?!-\s)")


class Sort(StrEnum):
    """What a piece is."""

    PLACE = "place"
    DAY = "day"
    AGENCY = "agency"
    BRACKETS = "brackets"


@dataclass(frozen=True, slots=True)
class Piece:
    """One, and where it stands in the paragraph."""

    sort: Sort
    text: str
    start: int
    end: int
    mark: str = ""


def read_pieces(head: str, start: int) -> tuple[list[Piece], int]:
    """The pieces that a head is made of, and where they end."""
    found: list[Piece] = []
    at = next_at = start
    between = ""
    while len(found) < 8:
        piece = _piece(head, next_at, found, between)
        if piece is None and found:
            piece = _behind_a_dash(head, at, found)
        if piece is None:
            break
        if found and found[-1].sort is Sort.PLACE and piece.sort is Sort.PLACE:
            piece = Piece(Sort.PLACE, head[found[-1].start : piece.end], found[-1].start, piece.end)
            found.pop()
        found.append(piece)
        at = piece.end
        if piece.sort is Sort.DAY and (clock := _CLOCK_BEHIND.match(head, at)):
            at = clock.end()
        if len(found) == 1 and piece.sort is Sort.BRACKETS:
            inner = _place_behind_agency(head, at)
            return [*found, *inner], inner[-1].end if inner else at
        match = _BETWEEN.match(head, at)
        between, next_at = (match[0], match.end()) if match else ("", at)
    return found, at


def _piece(head: str, at: int, found: Sequence[Piece], between: str) -> Piece | None:
    """The piece that begins at a place, as far as those before it let it be one."""
    mark = head[at : at + 1]
    last = found[-1].sort if found else None
    if mark and mark in "([/":
        match = _BRACKETS.match(head, at) if mark != "/" or found else None
        if match is None:
            return None
        inside = match[1] or match[2] or match[3]
        if not any(c.isalpha() for c in inside):
            return None
        if is_day(inside):
            return Piece(Sort.DAY, inside, at, match.end()) if found else None
        return Piece(Sort.BRACKETS, inside, at, match.end(), mark)
    day = (
        _day_at(head, at)
        if not _has(found, Sort.DAY) and (found or mark.isdecimal() or mark.isupper())
        else None
    )
    if day is not None and not found and day.text[-1] in ".:" and not any(c.isalpha() for c in day.text):
        return None
    if day is None and last in (Sort.PLACE, Sort.BRACKETS) and "," in between:
        # `MADRID, 4 (EUROPA PRESS)`: the month is known
        match = _NUMBER.match(head, at)
        day = Piece(Sort.DAY, match[0], at, match.end()) if match else None
    if day is not None:
        return day
    if (match := _DOMAIN.match(head, at)) and not _has(found, Sort.AGENCY):
        return Piece(Sort.AGENCY, match[0], at, match.end())
    if last is Sort.DAY or (last is Sort.PLACE and (between.strip() or mark.islower())):
        if agency := _bare_agency(head, at, after_day=last is Sort.DAY):
            return agency
    named = _has(found, Sort.PLACE)
    if not named or (last is Sort.PLACE and "," in between and found[-1].text.count(",") < 2):
        return _place_at(head, at, further=named)
    return None


def _has(found: Sequence[Piece], sort: Sort) -> bool:
    return any(piece.sort is sort for piece in found)


def _day_at(head: str, at: int) -> Piece | None:
    match = DAY.match(head, at)
    if match is None or not is_day(match[0]):
        return None
    return Piece(Sort.DAY, match[0], at, match.end())


def _bare_agency(head: str, at: int, *, after_day: bool) -> Piece | None:
    """An agency that stands without brackets behind the place or the day: known, or capitals behind a day."""
    match = _BARE.match(head, at)
    if match is None:
        return None
    words = match[0].split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(" .-")
        end = at + len(name)
        closed = ENDS.match(head, end) or (after_day and STOP.match(head, end))
        if closed and agency_of(name) and name != "PA":
            return Piece(Sort.AGENCY, name, at, end)
    name = words[0].rstrip(" .-")
    if (
        after_day
        and 2 < len(name) < 11
        and name.isupper()
        and head[at + len(name) : at + len(name) + 1] in " ."
    ):
        return Piece(Sort.AGENCY, name, at, at + len(name))
    return None


def _place_at(head: str, at: int, *, further: bool) -> Piece | None:
    """The town, or with `further` the state or country, that begins at a place."""
    end = position = at
    words = 0
    match = _TOWN.match(head, position)
    while match and words < 6 and not (words and _day_at(head, position)):
        small = match[0][0].islower()
        words += 1
        if not small:
            end = match.end()
        joined = _JOINED.match(head, match.end())
        if joined is None:
            break
        position = joined.end()
        match = _WORD_IN_PLACE.match(head, position)
    if end == at:
        return None
    short = further or "." in head[at:end]
    if short and _SHORTENED.match(head, end):
        end += 1
    return Piece(Sort.PLACE, head[at:end], at, end)


def _behind_a_dash(head: str, at: int, found: Sequence[Piece]) -> Piece | None:
    """A known agency that a dash or a bar parts from the place or the day before it."""
    dash = _DASH_BETWEEN.match(head, at)
    if dash is None or _has(found, Sort.AGENCY) or found[-1].sort is Sort.BRACKETS:
        return None
    if match := _BRACKETS.match(head, dash.end()):
        inside = match[1]
        if inside and (agency_of(inside) or (found[-1].sort is Sort.PLACE and inside.isupper())):
            return Piece(Sort.BRACKETS, inside, dash.end(), match.end(), "(")
        if inside and (parted := re.fullmatch(r"(.{3,30}?) - (.+)", inside)) and is_day(parted[2]):
            return Piece(Sort.BRACKETS, inside, dash.end(), match.end(), "(")
        return None
    return _bare_agency(head, dash.end(), after_day=found[-1].sort is Sort.DAY)


def _place_behind_agency(head: str, at: int) -> list[Piece]:
    """What follows an agency that comes first, `(ANSA) - ROMA, 12 MAR -`, if it is a place."""
    start = dash.end() if (dash := _DASH_BETWEEN.match(head, at)) else at + (head[at : at + 1] == " ")
    place = _place_at(head, start, further=False)
    if place is None:
        return []
    pieces = [place]
    match = _BETWEEN.match(head, place.end)
    day = _day_at(head, match.end()) if match else None
    if day is not None:
        pieces.append(day)
    closed = ENDS.match(head, pieces[-1].end)
    return pieces if closed and (day is not None or (dash and in_capitals(place.text))) else []
