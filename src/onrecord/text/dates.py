"""Dates and times as pages print them, in any language, no more exact than the page."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from functools import lru_cache

from ..languages.calendars import (
    AFTERNOON,
    AGO_AFTER,
    AGO_BEFORE,
    CLOCK_WORDS,
    JOINERS,
    MONTHS,
    MORNING,
    PUBLISHED,
    PUBLISHED_SIGNS,
    SWITCHING_ZONES,
    TODAY,
    UNITS,
    UPDATED,
    UPDATED_SIGNS,
    WEEKDAYS,
    YEAR_MARKS,
    ZONES,
)

_TOKEN = re.compile(r"[ap]\.\s?m\b\.?|\d+|[^\W\d_]+(?:[’'ʼ][^\W\d_]+)*|[^\w\s]", re.I)
_CJK_DATE = re.compile(
    r"(?:(\d{4}|令和\d{1,2})\s*[年년/.-]\s*)?(\d{1,2})\s*[月월/]\s*(\d{1,2})\s*[日일号號]?"
)
_CJK_TIME = re.compile(
    r"[\s（(]*(?:[月火水木金土日]曜日?|周[一二三四五六日]|星期[一二三四五六日]|[月火水木金土日一二三四五六월화수목금토일])?[）)]?[\s　]*"
    r"(上午|下午|午前|午後|오전|오후|凌晨|早上|晚上)?\s*(\d{1,2})\s*[:：时時시]\s*(?:(\d{1,2})\s*分?분?)?(?:[:：]\d{2})?"
)
_CJK = re.compile(r"\d\s*[月월年년]")
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?)?"
)
_DIGITS = re.compile(r"\d")
_BEFORE_CLOCK = frozenset(("kl", "klo", "at", "um", "ore", "alle", ".", ",", "|", "-", "–", "/", "•", "·"))
_AFTER_WEEKDAY = frozenset(("", "feira", "-feira", "at", "um", "den"))
_AFTERNOON_BEFORE = frozenset(("오후", "下午", "午後", "晚上"))
_BEFORE_HOUR = _AFTERNOON_BEFORE | {"오전", "上午", "午前", "早上", "凌晨", "الساعة"}
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_SPACES_BETWEEN = 6


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed date: the words, where they stand in the block's text, and what they say.

    `value` is a `datetime` where a time of day is told, else a `date`; None where the year is not told (`month`,
    `day` and perhaps `clock` then say what is). `label` is `published`, `updated` or None. `whole` is the share
    of the block's letters and digits that the block's dates and their labels take.
    """

    text: str
    start: int
    end: int
    value: date | datetime | None
    label: str | None
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int] | None = None
    offset: float | None = None
    days_back: int | None = None


@dataclass(frozen=True, slots=True)
class Age:
    """A relative age such as "2 days ago": the words and how many seconds they speak of, at least."""

    text: str
    start: int
    end: int
    seconds: int


@dataclass(slots=True)
class _Piece:
    kind: str  # date, time, weekday, joiner
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    clock: tuple[int, int] | None = None
    offset: float | None = None
    zone: str | None = None
    days_back: int | None = None


def parse_declared(value: str) -> date | datetime | None:
    """The moment that a declared time means; None where it is no time, or one that nobody can have meant."""
    value = value.strip()
    match = _ISO.match(value)
    if match is None:
        if value.isdecimal() and len(value) in (10, 13):
            return datetime.fromtimestamp(int(value[:10]), UTC)
        if value.isdecimal() and len(value) == 14:
            value = f"{value[:4]}-{value[4:6]}-{value[6:8]} {value[8:10]}:{value[10:12]}:{value[12:]}"
        elif value.isdecimal() and len(value) == 8:
            value = f"{value[:4]}-{value[4:6]}-{value[6:8]}"
        elif re.match(r"\d{8}T\d{4,6}", value):
            value = f"{value[:4]}-{value[4:6]}-{value[6:8]} {value[9:11]}:{value[11:13]}"
        else:
            found = find_dates(value[:120])
            return found[0].value if found else None
        match = _ISO.match(value)
    return _from_iso(match) if match else None


def _from_iso(match: re.Match[str]) -> date | datetime | None:
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        if not _FIRST_YEAR <= int(year) <= _LAST_YEAR:
            return None
        if hour is None:
            return date(int(year), int(month), int(day))
        moment = datetime(int(year), int(month), int(day), int(hour) % 24, int(minute), int(second or 0) % 60)
        return moment.replace(tzinfo=_zone(_hours(zone))) if zone else moment
    except ValueError:
        return None


def _hours(zone: str) -> float:
    if zone[0] not in "+-":
        return 0.0
    digits = zone[1:].replace(":", "")
    hours = int(digits[:2]) + int(digits[2:4] or 0) / 60
    return -hours if zone[0] == "-" else hours


def _zone(hours: float) -> timezone:
    return timezone(timedelta(hours=hours)) if abs(hours) < 24 else UTC


def find_dates(text: str, *, day_first: bool | None = None, near: date | None = None) -> list[Printed]:
    """Every date printed in a short text, in order, each with the time of day that belongs to it.

    `day_first` says how 03/05/2024 is read where both ways are possible: as 3 May (True, and by default) or as
    March 5. `near` settles it better: the reading that lies within a week of it is taken.
    """
    if not _DIGITS.search(text):
        return []
    return list(_found(text, day_first, near))


@lru_cache(maxsize=64)  # several parts of an article are looked for in the same few lines
def _found(text: str, day_first: bool | None, near: date | None) -> tuple[Printed, ...]:
    pieces = _pieces(text, day_first, near)
    return tuple(_assembled(text, pieces)) if pieces else ()


def _pieces(text: str, day_first: bool | None, near: date | None) -> list[_Piece]:
    found: list[_Piece] = []
    if _CJK.search(text):
        position = 0
        for match in _CJK_DATE.finditer(text):
            if match.start() < position or not re.search("[月월]|[年년]", match[0]):
                continue
            year = match[1]
            if year and year.startswith("令和"):
                year = str(2018 + int(year[2:]))
            dated = _Piece(
                "date", match.start(), match.end(), int(year) if year else None, int(match[2]), int(match[3])
            )
            if not _possible(dated):
                continue
            if clock := _CJK_TIME.match(text, match.end()):
                hour = int(clock[2])
                if clock[1] in AFTERNOON and hour < 12:
                    hour += 12
                if hour < 25:
                    dated.clock = (hour % 24, int(clock[3] or 0))
                    dated.end = clock.end()
            found.append(dated)
            position = dated.end
        return found
    tokens = [(m.group().lower(), m.start(), m.end()) for m in _TOKEN.finditer(text[:400])]
    if "tháng" in text or "Tháng" in text:
        tokens = [t for t in tokens if t[0] not in ("tháng", "năm", "ngày", "lúc")]
        numeric_months = True
    else:
        numeric_months = False
    at = 0
    while at < len(tokens):
        word, start, end = tokens[at]
        piece: _Piece | None = None
        used = 0
        if word.isdecimal():
            piece, used = _numeric_date(text, tokens, at, day_first, near)
            if piece is None:
                piece, used = _day_and_month(tokens, at)
            if piece is None and numeric_months:
                piece, used = _spaced_numbers(tokens, at)
            if piece is None:
                piece, used = _clock(text, tokens, at)
        elif word in MONTHS:
            piece, used = _month_first(tokens, at)
        if piece is None:
            used = 1
            if word in WEEKDAYS:
                piece = _Piece("weekday", start, end)
            elif word in TODAY:
                piece = _Piece("date", start, end, days_back=TODAY[word])
            elif word in JOINERS or not word[0].isalnum() or word in CLOCK_WORDS or word in _BEFORE_HOUR:
                piece = _Piece("joiner", start, end)
            else:
                piece = _Piece("word", start, end)
        found.append(piece)
        at += used
    return found if any(p.kind in ("date", "time") for p in found) else []


_Token = tuple[str, int, int]


def _number(tokens: list[_Token], at: int) -> int:
    if at < len(tokens) and tokens[at][0].isdecimal() and len(tokens[at][0]) <= 4:
        return int(tokens[at][0])
    return -1


def _word(tokens: list[_Token], at: int) -> str:
    return tokens[at][0] if at < len(tokens) else ""


def _numeric_date(
    text: str, tokens: list[_Token], at: int, day_first: bool | None, near: date | None
) -> tuple[_Piece | None, int]:
    """2024-05-03, 2024.5.3, 03/05/2024, 3.5.24 and, before a named month's year, nothing."""
    first = tokens[at][0]
    mark = _word(tokens, at + 1)
    if mark not in ("-", "/", ".", "–") or _word(tokens, at + 3) != mark:
        return _short_numeric(text, tokens, at)
    if tokens[at + 1][1] - tokens[at][2] > 1 or _number(tokens, at + 2) < 0 or at + 4 >= len(tokens):
        return None, 0
    third = tokens[at + 4][0]
    if not third.isdecimal():
        return None, 0
    one, two, three = int(first[:4]), _number(tokens, at + 2), int(third[:4])
    start, end = tokens[at][1], tokens[at + 4][2]
    if len(first) == 4:
        piece = _Piece("date", start, end, one, two, three)
        # 2024-05-03T17:47:00Z
        if match := _ISO.match(text, start):
            value = _from_iso(match)
            if isinstance(value, datetime):
                piece.clock = (value.hour, value.minute)
                if value.tzinfo and (shift := value.utcoffset()) is not None:
                    piece.offset = shift.total_seconds() / 3600
                piece.end = match.end()
                used = sum(1 for token in tokens[at:] if token[1] < match.end())
                return (piece, used) if _possible(piece) else (None, 0)
        return (piece, 5) if _possible(piece) else (None, 0)
    if len(first) > 2 or len(third) not in (2, 4):
        return None, 0
    year = three if len(third) == 4 else 2000 + three
    readings = [_Piece("date", start, end, year, two, one), _Piece("date", start, end, year, one, two)]
    if day_first is False and mark == "/":
        readings.reverse()
    readings = [piece for piece in readings if _possible(piece)]
    if not readings:
        return None, 0
    if near and len(readings) > 1:
        readings.sort(key=lambda p: _days_from(p, near) > 7)
    return readings[0], 5


def _short_numeric(text: str, tokens: list[_Token], at: int) -> tuple[_Piece | None, int]:
    """Day and month alone, `16.05.`, where the full stop after the month tells it from a decimal number."""
    if (
        _word(tokens, at + 1) == "."
        and _word(tokens, at + 3) == "."
        and tokens[at + 1][1] == tokens[at][2]
        and tokens[at + 2][1] == tokens[at + 1][2]
        and tokens[at + 3][1] == tokens[at + 2][2]
        and len(_word(tokens, at + 2)) <= 2
    ):
        piece = _Piece(
            "date", tokens[at][1], tokens[at + 3][2], None, _number(tokens, at + 2), _number(tokens, at)
        )
        return (piece, 4) if _possible(piece) else (None, 0)
    return None, 0


def _days_from(piece: _Piece, day: date) -> int:
    return abs((date(piece.year or 1, piece.month or 1, piece.day or 1) - day).days)


def _possible(piece: _Piece) -> bool:
    if piece.year is not None and not _FIRST_YEAR <= piece.year <= _LAST_YEAR:
        return False
    try:
        date(piece.year or 2000, piece.month or 0, piece.day or 0)
    except ValueError:
        return False
    return True


def _year(tokens: list[_Token], at: int) -> tuple[int | None, int]:
    """A year after a day and month, with the marks between; how many tokens it takes."""
    used = 0
    while used < 3 and _word(tokens, at + used) in (
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
    word = _word(tokens, at + used)
    if word.isdecimal() and len(word) == 4 and _FIRST_YEAR <= int(word) <= _LAST_YEAR:
        # 16:30 is a time of day, not the year 1630
        if _word(tokens, at + used + 1) == ":" and _number(tokens, at + used + 2) >= 0:
            return None, 0
        used += 1
        if _word(tokens, at + used) in YEAR_MARKS and _word(tokens, at + used - 1).isdecimal():
            used += 1
            if _word(tokens, at + used) == "." and len(_word(tokens, at + used - 1)) == 1:
                used += 1
        return int(word), used
    if word.isdecimal() and len(word) == 2 and used and _word(tokens, at + used - 1) in ("'", "’", "-", "/"):
        return 2000 + int(word), used + 1
    return None, 0


def _day_and_month(tokens: list[_Token], at: int) -> tuple[_Piece | None, int]:
    """3 May 2024, 3rd of May, 3. Mai, 3 de mayo de 2024, 3-May-24."""
    day = _number(tokens, at)
    if not 1 <= day <= 31 or len(tokens[at][0]) > 2:
        return None, 0
    next_ = at + 1
    while next_ < at + 4 and _word(tokens, next_) in (
        ".", "de", "of", "do", "da", "di", "d", "st", "nd", "rd", "th", "er", "º", "ª", "-", "/", "den", "\u00b0",
    ):  # fmt: skip
        next_ += 1
    word = _word(tokens, next_)
    month = MONTHS.get(word) or MONTHS.get(word.split("’")[-1].split("'")[-1])
    if not month or (len(word) < 3 and not word.isalpha()):
        return None, 0
    after = next_ + 1
    end = tokens[next_][2]
    if _word(tokens, after) == "." and len(word) <= 5:
        end = tokens[after][2]
        after += 1
    year, used = _year(tokens, after)
    if used:
        after += used
        end = tokens[after - 1][2]
    piece = _Piece("date", tokens[at][1], end, year, month, day)
    return (piece, after - at) if _possible(piece) else (None, 0)


def _month_first(tokens: list[_Token], at: int) -> tuple[_Piece | None, int]:
    """May 3, 2024; Nov. 3rd; május 3.; and `2024. május 3.`, whose year stands before."""
    next_ = at + 1
    while next_ < at + 3 and _word(tokens, next_) in (".", "-", "/"):
        next_ += 1
    day = _number(tokens, next_)
    if not 1 <= day <= 31 or len(_word(tokens, next_)) > 2:
        return None, 0
    if _word(tokens, next_ + 1) == ":" or _word(tokens, next_ + 1) in AFTERNOON | MORNING:
        return None, 0
    end = tokens[next_][2]
    after = next_ + 1
    if _word(tokens, after) in ("st", "nd", "rd", "th"):
        end = tokens[after][2]
        after += 1
    year, used = _year(tokens, after)
    if used:
        after += used
        end = tokens[after - 1][2]
    start = tokens[at][1]
    if year is None:
        back = at - 1
        if back >= 0 and _word(tokens, back) in (".", ","):
            back -= 1
        if back >= 0 and len(tokens[back][0]) == 4 and _FIRST_YEAR <= _number(tokens, back) <= _LAST_YEAR:
            year, start = _number(tokens, back), tokens[back][1]
    piece = _Piece("date", start, end, year, MONTHS[tokens[at][0]], day)
    return (piece, after - at) if _possible(piece) else (None, 0)


def _spaced_numbers(tokens: list[_Token], at: int) -> tuple[_Piece | None, int]:
    """Vietnamese `ngày 3 tháng 5 năm 2024`, its words already taken out."""
    day, month = _number(tokens, at), _number(tokens, at + 1)
    next_ = at + 2
    if _word(tokens, next_) == ",":
        next_ += 1
    year = _number(tokens, next_)
    piece = _Piece("date", tokens[at][1], tokens[min(next_, len(tokens) - 1)][2], year, month, day)
    return (piece, next_ + 1 - at) if day > 0 and month > 0 and _possible(piece) else (None, 0)


def _clock(text: str, tokens: list[_Token], at: int) -> tuple[_Piece | None, int]:
    """17:47, 5.30pm, 5 PM, 17h47, 17.47 Uhr, with the zone that follows."""
    hour = _number(tokens, at)
    if not 0 <= hour <= 24 or len(tokens[at][0]) > 2:
        return None, 0
    half = _word(tokens, at - 1) if at else ""
    if 0 < hour < 12 and half in _AFTERNOON_BEFORE:
        hour += 12  # `오후 2:05`, `下午2:05`
    mark = _word(tokens, at + 1)
    minute, used = 0, 0
    glued = at + 1 < len(tokens) and tokens[at + 1][1] - tokens[at][2] <= 1
    following = _word(tokens, at + 2)
    if mark in (":", ".", "h", "：", "ʼ") and glued and following.isdecimal() and len(following) == 2:
        minute, used = int(following), 3
        if minute > 59:
            return None, 0
        if (
            _word(tokens, at + 3) == ":"
            and len(_word(tokens, at + 4)) == 2
            and _word(tokens, at + 4).isdecimal()
        ):
            used = 5
    elif mark in AFTERNOON | MORNING and mark[:1] in "ap":
        used = 1
    elif (mark in ("h", "uhr", "uur", "hrs") and glued) or mark in ("uhr", "uur"):
        used = 2
    else:
        return None, 0
    sure = mark in (":", "h", "：", "uhr", "uur", "hrs")
    after = at + used
    end = tokens[after - 1][2]
    suffix = _word(tokens, after).replace(" ", "")
    if suffix in AFTERNOON or suffix in MORNING:
        if hour < 12 and suffix in AFTERNOON:
            hour += 12
        elif hour == 12 and suffix in MORNING:
            hour = 0
        sure = True
        end = tokens[after][2]
        after += 1
    elif suffix in ("uhr", "uur", "h", "hrs", "ч", "hs", "น", "วัน"):
        sure = True
        end = tokens[after][2]
        after += 1
        if _word(tokens, after) == "." and tokens[after][1] == end and suffix == "h":
            after += 1
    if not sure:
        before = _word(tokens, at - 1) if at else ""
        after_year = mark == "." and len(before) == 4 and before.isdecimal()
        if before not in _BEFORE_CLOCK and at and not after_year:
            return None, 0
        if mark == "." and not (
            len(tokens[at][0]) == 2 or before in ("kl", "klo", "at", "um", "ore", "alle")
        ):
            return None, 0
    piece = _Piece("time", tokens[at][1], end, clock=(hour % 24, minute))
    return piece, _add_zone(text, tokens, piece, after, glued) - at


def _add_zone(text: str, tokens: list[_Token], piece: _Piece, after: int, glued: bool) -> int:
    """Give a time of day the zone that follows it, if one does; the token behind both."""
    skip = after
    if _word(tokens, skip) in ("(", ",") and skip + 1 < len(tokens):
        skip += 1
    zone = _word(tokens, skip)
    if zone in ZONES or zone in SWITCHING_ZONES:
        # a zone is written in capitals; "et" and "pt" in small letters are words
        if text[tokens[skip][1] : tokens[skip][2]].isupper():
            return _add_named_zone(tokens, piece, skip)
    elif zone in ("+", "-", "−") and skip == after and glued:
        return _add_offset(tokens, piece, skip)
    return after


def _add_named_zone(tokens: list[_Token], piece: _Piece, at: int) -> int:
    """`EST`, `(CET)`, `GMT+2`."""
    zone = piece.zone = _word(tokens, at)
    piece.offset = ZONES.get(zone)
    last, sign = at, _word(tokens, at + 1)
    if zone in ("utc", "gmt") and sign in ("+", "-", "−") and _number(tokens, at + 2) >= 0:
        last = at + 2
        digits = tokens[last][0]
        hours = float(digits[:2]) if len(digits) > 2 else float(digits)
        piece.offset = hours if sign == "+" else -hours
    if last + 1 < len(tokens) and tokens[last + 1][0] == ")" and tokens[at - 1][0] == "(":
        last += 1
    piece.end = tokens[last][2]
    return last + 1


def _add_offset(tokens: list[_Token], piece: _Piece, at: int) -> int:
    """`+0200`, `-05:00` behind a time of day; the token behind what was read."""
    digits = _word(tokens, at + 1)
    if len(digits) not in (2, 4) or not digits.isdecimal() or tokens[at + 1][1] != tokens[at][2]:
        return at
    minutes, last = digits[2:], at + 1
    if len(digits) == 2:
        if _word(tokens, at + 2) != ":" or len(_word(tokens, at + 3)) != 2:
            return at
        minutes, last = tokens[at + 3][0], at + 3
    if int(digits[:2]) > 14 or not minutes.isdecimal() or tokens[at][1] - piece.end > 1:
        return at
    hours = int(digits[:2]) + int(minutes) / 60
    piece.offset = hours if _word(tokens, at) == "+" else -hours
    piece.end = tokens[last][2]
    return last + 1


def _assembled(text: str, pieces: list[_Piece]) -> list[Printed]:
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


def _with_weekday(text: str, pieces: list[_Piece], index: int, reach: int) -> int:
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
    text: str, start: int, end: int, day: _Piece | None, clock: _Piece | None, label: str | None
) -> Printed:
    time = clock.clock if clock else None
    offset = clock.offset if clock else None
    value: date | datetime | None = None
    if day is not None and day.year and day.month and day.day:
        value = date(day.year, day.month, day.day)
        if clock is not None and clock.zone in SWITCHING_ZONES:
            offset = SWITCHING_ZONES[clock.zone] + _summer_time(value)
        if time is not None:
            moment = datetime(day.year, day.month, day.day, *time)
            value = moment.replace(tzinfo=_zone(offset)) if offset is not None else moment
    words = text[start:end].strip()
    return Printed(
        words, start, start + len(words), value, label,
        day.month if day else None, day.day if day else None, time, offset, day.days_back if day else None,
    )  # fmt: skip


def _summer_time(day: date) -> int:
    """1 if North America has summer time on a day: second Sunday of March to first Sunday of November."""
    start = date(day.year, 3, 14 - date(day.year, 3, 1).weekday())
    end = date(day.year, 11, 7 - date(day.year, 11, 1).weekday())
    return int(start <= day < end)


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


def find_age(text: str) -> Age | None:
    """The relative age ("2 days ago", "vor 3 Stunden", "3小时前", "5h") printed in a short text; None without one."""
    if len(text) > 200:
        return None
    lower = text.lower()
    if not lower.isascii() and (match := _CJK_AGE.search(lower)):
        seconds = int(match[1]) * _CJK_UNITS[match[2]]
        return Age(match[0], match.start(), match.end(), seconds)
    for match in _AGE.finditer(lower):
        number, unit = match["n"], match["u"]
        if unit not in UNITS:
            continue
        before = lower[: match.start()].split()
        after = re.findall(r"[^\W\d_]+", lower[match.end() : match.end() + 16])
        start, end = match.start(), match.end()
        if after and after[0] in AGO_AFTER:
            end = lower.index(after[0], match.end()) + len(after[0])
        elif len(before) >= 1 and before[-1].strip("(·|,") in AGO_BEFORE:
            start = lower.rindex(before[-1], 0, match.start())
            if before[-1] == "a" and len(before) > 1 and before[-2] == "y":
                start = lower.rindex(before[-2], 0, start)
        elif (len(before) >= 2 and before[-2:] == ["il", "y"]) or before[-3:-1] == ["il", "y"]:
            start = lower.rindex("il", 0, match.start())
        elif not (len(unit) <= 3 and lower.strip(" ·|•") == match[0].strip() and number.isdecimal()):
            continue
        count = int(number) if number.isdecimal() else 1
        return Age(text[start:end], start, end, count * UNITS[unit])
    return None


_AGE = re.compile(
    r"(?<!\w)(?P<n>\d{1,3}|an?|one|einer|einem|eine|une?|una|um|uma|en|ett|een|één|jednu?|bir)\s?(?P<u>[^\W\d_]{1,12})"
)
_CJK_AGE = re.compile(
    r"(\d{1,3})\s*(秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間|個月|个月|か月|ヶ月|年|초|분|시간|일|주|개월|년)\s*(?:前|전)"
)
_CJK_UNITS = {
    "秒": 1, "分钟": 60, "分鐘": 60, "分": 60, "小时": 3600, "小時": 3600, "時間": 3600, "天": 86400, "日": 86400,
    "周": 604800, "週間": 604800, "個月": 2592000, "个月": 2592000, "か月": 2592000, "ヶ月": 2592000, "年": 31536000,
    "초": 1, "분": 60, "시간": 3600, "일": 86400, "주": 604800, "개월": 2592000, "년": 31536000,
}  # fmt: skip
