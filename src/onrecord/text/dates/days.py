"""Days in numbers and words, in whatever order: `3. Mai 2024`, `May 3`, `3/5/24`."""

import re
from datetime import date, datetime

from ...languages.calendars import (
    AFTERNOON,
    MONTHS,
    MORNING,
    YEAR_MARKS,
)
from .iso import FIRST_YEAR, ISO, LAST_YEAR, from_iso
from .tokens import Piece, Token, number_at, word_at

CJK_DATE = re.compile(r"(?:(\d{4}|令和\d{1,2})\s*[年년/.-]\s*)?(\d{1,2})\s*[月월/]\s*(\d{1,2})\s*[日일号號]?")


def numeric_date(
    text: str, tokens: list[Token], at: int, day_first: bool | None, near: date | None
) -> tuple[Piece | None, int]:
    """2024-05-03, 2024.5.3, 03/05/2024, 3.5.24 and, before a named month's year, nothing."""
    first = tokens[at][0]
    mark = word_at(tokens, at + 1)
    if mark not in ("-", "/", ".", "–") or word_at(tokens, at + 3) != mark:
        return _short_numeric(text, tokens, at)
    if tokens[at + 1][1] - tokens[at][2] > 1 or number_at(tokens, at + 2) < 0 or at + 4 >= len(tokens):
        return None, 0
    third = tokens[at + 4][0]
    if not third.isdecimal():
        return None, 0
    one, two, three = int(first[:4]), number_at(tokens, at + 2), int(third[:4])
    start, end = tokens[at][1], tokens[at + 4][2]
    if len(first) == 4:
        piece = Piece("date", start, end, one, two, three)
        # 2024-05-03T17:47:00Z
        if match := ISO.match(text, start):
            value = from_iso(match)
            if isinstance(value, datetime):
                piece.clock = (value.hour, value.minute)
                if value.tzinfo and (shift := value.utcoffset()) is not None:
                    piece.offset = shift.total_seconds() / 3600
                piece.end = match.end()
                used = sum(1 for token in tokens[at:] if token[1] < match.end())
                return (piece, used) if is_possible(piece) else (None, 0)
        return (piece, 5) if is_possible(piece) else (None, 0)
    if len(first) > 2 or len(third) not in (2, 4):
        return None, 0
    year = three if len(third) == 4 else 2000 + three
    readings = [Piece("date", start, end, year, two, one), Piece("date", start, end, year, one, two)]
    if day_first is False and mark == "/":
        readings.reverse()
    readings = [piece for piece in readings if is_possible(piece)]
    if not readings:
        return None, 0
    if near and len(readings) > 1:
        readings.sort(key=lambda p: _days_from(p, near) > 7)
    return readings[0], 5


def _short_numeric(text: str, tokens: list[Token], at: int) -> tuple[Piece | None, int]:
    """Day and month alone, `16.05.`, where the full stop after the month tells it from a decimal number."""
    if (
        word_at(tokens, at + 1) == "."
        and word_at(tokens, at + 3) == "."
        and tokens[at + 1][1] == tokens[at][2]
        and tokens[at + 2][1] == tokens[at + 1][2]
        and tokens[at + 3][1] == tokens[at + 2][2]
        and len(word_at(tokens, at + 2)) <= 2
    ):
        piece = Piece(
            "date", tokens[at][1], tokens[at + 3][2], None, number_at(tokens, at + 2), number_at(tokens, at)
        )
        return (piece, 4) if is_possible(piece) else (None, 0)
    return None, 0


def _days_from(piece: Piece, day: date) -> int:
    return abs((date(piece.year or 1, piece.month or 1, piece.day or 1) - day).days)


def is_possible(piece: Piece) -> bool:
    if piece.year is not None and not FIRST_YEAR <= piece.year <= LAST_YEAR:
        return False
    try:
        date(piece.year or 2000, piece.month or 0, piece.day or 0)
    except ValueError:
        return False
    return True


def _year(tokens: list[Token], at: int) -> tuple[int | None, int]:
    """A year after a day and month, with the marks between; how many tokens it takes."""
    used = 0
    while used < 3 and word_at(tokens, at + used) in (
        ",",
        ".",
        "de",
        "del",
        "of",
        "-",
        "/",
        "'",
        "’",
        "d",
        "do",
    ):
        used += 1
    word = word_at(tokens, at + used)
    if word.isdecimal() and len(word) == 4 and FIRST_YEAR <= int(word) <= LAST_YEAR:
        # 16:30 is a time of day, not the year 1630
        if word_at(tokens, at + used + 1) == ":" and number_at(tokens, at + used + 2) >= 0:
            return None, 0
        used += 1
        if word_at(tokens, at + used) in YEAR_MARKS and word_at(tokens, at + used - 1).isdecimal():
            used += 1
            if word_at(tokens, at + used) == "." and len(word_at(tokens, at + used - 1)) == 1:
                used += 1
        return int(word), used
    if (
        word.isdecimal()
        and len(word) == 2
        and used
        and word_at(tokens, at + used - 1) in ("'", "’", "-", "/")
    ):
        return 2000 + int(word), used + 1
    return None, 0


def day_and_month(tokens: list[Token], at: int) -> tuple[Piece | None, int]:
    """3 May 2024, 3rd of May, 3. Mai, 3 de mayo de 2024, 3-May-24."""
    day = number_at(tokens, at)
    if not 1 <= day <= 31 or len(tokens[at][0]) > 2:
        return None, 0
    next_ = at + 1
    while next_ < at + 4 and word_at(tokens, next_) in (
        ".", "de", "of", "do", "da", "di", "d", "st", "nd", "rd", "th", "er", "º", "ª", "-", "/", "den", "\u00b0",
    ):  # fmt: skip
        next_ += 1
    word = word_at(tokens, next_)
    month = MONTHS.get(word) or MONTHS.get(word.split("’")[-1].split("'")[-1])
    if not month or (len(word) < 3 and not word.isalpha()):
        return None, 0
    after = next_ + 1
    end = tokens[next_][2]
    if word_at(tokens, after) == "." and len(word) <= 5:
        end = tokens[after][2]
        after += 1
    year, used = _year(tokens, after)
    if used:
        after += used
        end = tokens[after - 1][2]
    piece = Piece("date", tokens[at][1], end, year, month, day)
    return (piece, after - at) if is_possible(piece) else (None, 0)


def month_and_day(tokens: list[Token], at: int) -> tuple[Piece | None, int]:
    """May 3, 2024; Nov. 3rd; május 3.; and `2024. május 3.`, whose year stands before."""
    next_ = at + 1
    while next_ < at + 3 and word_at(tokens, next_) in (".", "-", "/"):
        next_ += 1
    day = number_at(tokens, next_)
    if not 1 <= day <= 31 or len(word_at(tokens, next_)) > 2:
        return None, 0
    if word_at(tokens, next_ + 1) == ":" or word_at(tokens, next_ + 1) in AFTERNOON | MORNING:
        return None, 0
    end = tokens[next_][2]
    after = next_ + 1
    if word_at(tokens, after) in ("st", "nd", "rd", "th"):
        end = tokens[after][2]
        after += 1
    year, used = _year(tokens, after)
    if used:
        after += used
        end = tokens[after - 1][2]
    start = tokens[at][1]
    if year is None:
        back = at - 1
        if back >= 0 and word_at(tokens, back) in (".", ","):
            back -= 1
        if back >= 0 and len(tokens[back][0]) == 4 and FIRST_YEAR <= number_at(tokens, back) <= LAST_YEAR:
            year, start = number_at(tokens, back), tokens[back][1]
    piece = Piece("date", start, end, year, MONTHS[tokens[at][0]], day)
    return (piece, after - at) if is_possible(piece) else (None, 0)


def spaced_numbers(tokens: list[Token], at: int) -> tuple[Piece | None, int]:
    """Vietnamese `ngày 3 tháng 5 năm 2024`, its words already taken out."""
    day, month = number_at(tokens, at), number_at(tokens, at + 1)
    next_ = at + 2
    if word_at(tokens, next_) == ",":
        next_ += 1
    year = number_at(tokens, next_)
    piece = Piece("date", tokens[at][1], tokens[min(next_, len(tokens) - 1)][2], year, month, day)
    return (piece, next_ + 1 - at) if day > 0 and month > 0 and is_possible(piece) else (None, 0)
