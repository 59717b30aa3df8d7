"""The pieces of dates that stand in a text, in order."""

import re
from datetime import date

from ...languages.calendars import (
    AFTERNOON,
    CLOCK_WORDS,
    JOINERS,
    MONTHS,
    TODAY,
    WEEKDAYS,
)
from .clocks import BEFORE_HOUR, CJK_TIME, clock_at
from .days import CJK_DATE, day_and_month, is_possible, month_and_day, numeric_date, spaced_numbers
from .tokens import TOKEN, Piece

_CJK = re.compile(r"\d\s*[月월年년]")
DIGITS = re.compile(r"\d")


def read_pieces(text: str, day_first: bool | None, near: date | None) -> list[Piece]:
    found: list[Piece] = []
    if _CJK.search(text):
        position = 0
        for match in CJK_DATE.finditer(text):
            if match.start() < position or not re.search("[月월]|[年년]", match[0]):
                continue
            year = match[1]
            if year and year.startswith("令和"):
                year = str(2018 + int(year[2:]))
            dated = Piece(
                "date", match.start(), match.end(), int(year) if year else None, int(match[2]), int(match[3])
            )
            if not is_possible(dated):
                continue
            if clock := CJK_TIME.match(text, match.end()):
                hour = int(clock[2])
                if clock[1] in AFTERNOON and hour < 12:
                    hour += 12
                if hour < 25:
                    dated.clock = (hour % 24, int(clock[3] or 0))
                    dated.end = clock.end()
            found.append(dated)
            position = dated.end
        return found
    tokens = [(m.group().lower(), m.start(), m.end()) for m in TOKEN.finditer(text[:400])]
    if "tháng" in text or "Tháng" in text:
        tokens = [t for t in tokens if t[0] not in ("tháng", "năm", "ngày", "lúc")]
        numeric_months = True
    else:
        numeric_months = False
    at = 0
    while at < len(tokens):
        word, start, end = tokens[at]
        piece: Piece | None = None
        used = 0
        if word.isdecimal():
            piece, used = numeric_date(text, tokens, at, day_first, near)
            if piece is None:
                piece, used = day_and_month(tokens, at)
            if piece is None and numeric_months:
                piece, used = spaced_numbers(tokens, at)
            if piece is None:
                piece, used = clock_at(text, tokens, at)
        elif word in MONTHS:
            piece, used = month_and_day(tokens, at)
        if piece is None:
            used = 1
            if word in WEEKDAYS:
                piece = Piece("weekday", start, end)
            elif word in TODAY:
                piece = Piece("date", start, end, days_back=TODAY[word])
            elif word in JOINERS or not word[0].isalnum() or word in CLOCK_WORDS or word in BEFORE_HOUR:
                piece = Piece("joiner", start, end)
            else:
                piece = Piece("word", start, end)
        found.append(piece)
        at += used
    return found if any(p.kind in ("date", "time") for p in found) else []
