"""Pieces put together to printed dates, each with what it is said to be the date of."""

import re
from datetime import date, datetime

from ...languages.calendars import (
    PUBLISHED,
    PUBLISHED_SIGNS,
    SWITCHING_ZONES,
    UPDATED,
    UPDATED_SIGNS,
)
from .nouns import Printed
from .tokens import Piece
from .zones import summer_time, zone_of

_AFTER_WEEKDAY = frozenset(("", "feira", "-feira", "at", "um", "den"))
_SPACES_BETWEEN = 6


def assemble(text: str, pieces: list[Piece]) -> list[Printed]:
    """Pieces that stand together made into dates: a weekday, a day and a time in whatever order."""
    found: list[Printed] = []
    index = 0
    reach = 0  # end of the last date, where the words before the next begin
    while index < len(pieces):
        piece = pieces[index]
        if piece.kind not in ("date", "time"):
            index += 1
            continue
        day, clock = (piece, None) if piece.kind == "date" else (None, piece)
        if day is not None and day.clock is not None:
            clock = day
        start, end = _with_weekday(text, pieces, index, reach), piece.end
        weekday = start != piece.start
        last = index
        step = index + 1
        while step < len(pieces):
            other = pieces[step]
            if other.kind == "joiner":
                step += 1
                continue
            if other.start - end > 14:
                break
            between = text[end : other.start]
            if other.kind == "time" and clock is None and "(" not in between.strip("("):
                clock = other
            elif other.kind == "date" and day is None and other.days_back is None:
                day = other
            elif other.kind == "weekday" and not weekday:
                weekday = True
                end = other.end
                last = step
                step += 1
                continue
            else:
                break
            end = other.end
            last = step
            step += 1
        # a trailing weekday belongs to the date only in brackets or before nothing else
        if pieces[last].kind == "weekday":
            end = pieces[last].end
        if day is None and clock is not None and not weekday:
            label = _label(text[reach:start])
            if label:
                found.append(
                    Printed(text[start:end], start, end, None, label, clock=clock.clock, offset=clock.offset)
                )
                reach = end
            index = last + 1
            continue
        found.append(_printed(text, start, end, day, clock, _label(text[reach:start])))
        reach = end
        index = last + 1
    return found


def _with_weekday(text: str, pieces: list[Piece], index: int, reach: int) -> int:
    """Where a date or a time begins, with the weekday before it if one is said with it and ends behind `reach`."""
    start = pieces[index].start
    back = index - 1
    while back >= 0 and pieces[back].kind == "joiner" and start - pieces[back].end <= _SPACES_BETWEEN:
        back -= 1
    if back >= 0 and pieces[back].kind == "weekday" and pieces[back].start >= reach:
        if text[pieces[back].end : start].strip(" ,.-–|ึ") in _AFTER_WEEKDAY:
            return pieces[back].start
    return start


def _printed(
    text: str, start: int, end: int, day: Piece | None, clock: Piece | None, label: str | None
) -> Printed:
    time = clock.clock if clock else None
    offset = clock.offset if clock else None
    value: date | datetime | None = None
    if day is not None and day.year and day.month and day.day:
        value = date(day.year, day.month, day.day)
        if clock is not None and clock.zone in SWITCHING_ZONES:
            offset = SWITCHING_ZONES[clock.zone] + summer_time(value)
        if time is not None:
            moment = datetime(day.year, day.month, day.day, *time)
            value = moment.replace(tzinfo=zone_of(offset)) if offset is not None else moment
    words = text[start:end].strip()
    return Printed(
        words, start, start + len(words), value, label,
        day.month if day else None, day.day if day else None, time, offset, day.days_back if day else None,
    )  # fmt: skip


def _label(before: str) -> str | None:
    """What the words before a date make it; None if they say nothing."""
    before = before[-80:].lower()
    words = re.findall(r"[^\W\d_]+", before)
    label = None
    for word in words:
        if word in UPDATED:
            label = "updated"
        elif word in PUBLISHED and not (label == "updated" and word in ("mis", "created")):
            label = "published"
    if not before.isascii():
        if any(sign in before for sign in UPDATED_SIGNS):
            label = "updated"
        elif any(sign in before for sign in PUBLISHED_SIGNS):
            label = "published"
    return label
