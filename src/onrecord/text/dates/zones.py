"""Offsets from universal time, as numbers and by name."""

from datetime import UTC, date, timedelta, timezone

from ...languages.calendars import (
    SWITCHING_ZONES,
    ZONES,
)
from .tokens import Piece, Token, number_at, word_at


def hours_of(zone: str) -> float:
    if zone[0] not in "+-":
        return 0.0
    digits = zone[1:].replace(":", "")
    hours = int(digits[:2]) + int(digits[2:4] or 0) / 60
    return -hours if zone[0] == "-" else hours


def zone_of(hours: float) -> timezone:
    return timezone(timedelta(hours=hours)) if abs(hours) < 24 else UTC


def add_zone(text: str, tokens: list[Token], piece: Piece, after: int, glued: bool) -> int:
    """Give a time of day the zone that follows it, if one does; the token behind both."""
    skip = after
    if word_at(tokens, skip) in ("(", ",") and skip + 1 < len(tokens):
        skip += 1
    zone = word_at(tokens, skip)
    if zone in ZONES or zone in SWITCHING_ZONES:
        # a zone is written in capitals; "et" and "pt" in small letters are words
        if text[tokens[skip][1] : tokens[skip][2]].isupper():
            return _add_named_zone(tokens, piece, skip)
    elif zone in ("+", "-", "−") and skip == after and glued:
        return _add_offset(tokens, piece, skip)
    return after


def _add_named_zone(tokens: list[Token], piece: Piece, at: int) -> int:
    """`EST`, `(CET)`, `GMT+2`."""
    zone = piece.zone = word_at(tokens, at)
    piece.offset = ZONES.get(zone)
    last, sign = at, word_at(tokens, at + 1)
    if zone in ("utc", "gmt") and sign in ("+", "-", "−") and number_at(tokens, at + 2) >= 0:
        last = at + 2
        digits = tokens[last][0]
        hours = float(digits[:2]) if len(digits) > 2 else float(digits)
        piece.offset = hours if sign == "+" else -hours
    if last + 1 < len(tokens) and tokens[last + 1][0] == ")" and tokens[at - 1][0] == "(":
        last += 1
    piece.end = tokens[last][2]
    return last + 1


def _add_offset(tokens: list[Token], piece: Piece, at: int) -> int:
    """`+0200`, `-05:00` behind a time of day; the token behind what was read."""
    digits = word_at(tokens, at + 1)
    if len(digits) not in (2, 4) or not digits.isdecimal() or tokens[at + 1][1] != tokens[at][2]:
        return at
    minutes, last = digits[2:], at + 1
    if len(digits) == 2:
        if word_at(tokens, at + 2) != ":" or len(word_at(tokens, at + 3)) != 2:
            return at
        minutes, last = tokens[at + 3][0], at + 3
    if int(digits[:2]) > 14 or not minutes.isdecimal() or tokens[at][1] - piece.end > 1:
        return at
    hours = int(digits[:2]) + int(minutes) / 60
    piece.offset = hours if word_at(tokens, at) == "+" else -hours
    piece.end = tokens[last][2]
    return last + 1


def summer_time(day: date) -> int:
    """1 if North America has summer time on a day: second Sunday of March to first Sunday of November."""
    start = date(day.year, 3, 14 - date(day.year, 3, 1).weekday())
    end = date(day.year, 11, 7 - date(day.year, 11, 1).weekday())
    return int(start <= day < end)
