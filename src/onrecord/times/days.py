"""Days: of the calendar, of the week, feasts, and those counted from today."""

from datetime import date
from math import log2

from onrecord.times.expressions import (
    DATE,
    FUTURE,
    OF_YEAR,
    PAST,
    POSITION,
    PRESENT,
    TIME,
    Expression,
    Rule,
    Worth,
    year_of,
)
from onrecord.times.holidays import holiday
from onrecord.times.settings import later_day, week_of

MONTH = "[Mw]"
CALENDAR = f"(?:(?:[tR]?{MONTH}t?[DO]|t?R?(?:D!?|O)o?{MONTH}){OF_YEAR}?|X)"
OF_WEEK = "(?:tR|u?RR?|u|t)?WR?"
DAY = f"(?:(?:{OF_WEEK}|g),?t?,?{CALENDAR}|{CALENDAR}|{OF_WEEK}|T)"


def calendar_day(found: Expression) -> Worth:
    """March 5; Friday, Oct. 13; 21 May 2022."""
    setting = found.setting
    written = found.word("X")
    if written:
        try:
            setting.day = date.fromisoformat(written[:10])
        except ValueError:
            return None
        setting.year = setting.day.year
        return (TIME if "T" in written else DATE), written
    month, day = found.number("Mw"), found.number("DO")
    if month is None or day is None or not 1 <= day <= 31:
        return None
    year = year_of(found)
    if year is None:
        if setting.anchor is None:
            return DATE, f"XXXX-{month:02}-{day:02}"
        near = near_day(found, setting.anchor, month, day)
        if near is None:
            return None
        setting.day = near
    else:
        try:
            setting.day = date(year, month, day)
        except ValueError:
            return None
        setting.year = year
    return DATE, setting.day.isoformat()


def near_day(found: Expression, anchor: date, month: int, day: int) -> date | None:
    """The day of a month without a year that the text must mean."""
    days: list[date] = []
    for year in range(max(1, anchor.year - 1), min(9999, anchor.year + 1) + 1):
        try:
            days.append(date(year, month, day))
        except ValueError:
            continue
    if anchor in days:
        return anchor
    behind = max((d for d in days if d < anchor), default=None)
    ahead = min((d for d in days if d > anchor), default=None)
    if behind is None or ahead is None:
        return behind or ahead
    return ahead if found.ahead(nearness((anchor - behind).days, (ahead - anchor).days)) else behind


def nearness(behind: int, ahead: int) -> float:
    """How much speaks for the later of two times because it is the nearer.

    At three times as near ("the convention in July", in April) it needs no sign; "will" and "opened" outweigh
    it. Of weights from .5 to 1.1 this one had most times on the right side on dev.
    """
    return min(2.0, max(-1.3, 0.7 * log2(behind / ahead)))


def weekday(found: Expression) -> Worth:
    """Friday; last Friday; early Tuesday."""
    setting, number = found.setting, found.number("W")
    if number is None:
        return None
    if setting.anchor is None:
        return DATE, f"XXXX-WXX-{number}"
    day = near_weekday(found, setting.anchor, number)
    if day is None:
        return None
    setting.day = day
    return DATE, day.isoformat()


def near_weekday(found: Expression, anchor: date, number: int) -> date | None:
    """The day of that weekday the text means."""
    back = (anchor.isoweekday() - number) % 7
    step = found.step()
    if step == -1:
        return later_day(anchor, -(back or 7))
    if step == 1:
        return later_day(anchor, 7 - back)
    if step == 0:
        return later_day(anchor, number - anchor.isoweekday())
    if back == 0:
        return anchor
    return later_day(anchor, 7 - back if found.ahead() else -back)


def day_word(found: Expression) -> Worth:
    """Today, yesterday, tomorrow."""
    setting, by = found.setting, found.number("T") or 0
    if setting.anchor is None:
        return DATE, PRESENT if by == 0 else PAST if by < 0 else FUTURE
    day = later_day(setting.anchor, by)
    if day is None:
        return None
    setting.day = day
    return DATE, day.isoformat()


def any_day(found: Expression) -> Worth:
    """The day that one of the above writes."""
    if found.meanings("XMw"):
        return calendar_day(found)
    return weekday(found) if found.meanings("W") else day_word(found) if found.meanings("T") else None


def week_with_day(found: Expression) -> Worth:
    """The week of March 6; Easter week."""
    if found.word("U") != "W":
        return None
    worth = feast(found) if found.meanings("h") else calendar_day(found)
    if worth is None or "X" in worth[1]:
        return None
    return DATE, week_of(date.fromisoformat(worth[1][:10]))


def day_beside(found: Expression) -> Worth:
    """The day before Thanksgiving; the day after last Tuesday."""
    by, anchor = found.number("p"), found.setting.anchor
    if not by or anchor is None or found.word("U") != "D":
        return None
    worth = feast(found) if found.meanings("h") else any_day(found)
    if worth is None or worth[0] != DATE:
        return None
    day = later_day(date.fromisoformat(worth[1]), by)
    return (DATE, day.isoformat()) if day else None


def feast(found: Expression) -> Worth:
    """Christmas; Thanksgiving Day 2019."""
    anchor, name = found.setting.anchor, found.word("h")
    year = found.number("Y")
    if year is not None:
        day = holiday(name, year)
        return (DATE, day.isoformat()) if day else None
    if name[:4].isdecimal():
        return DATE, name
    if anchor is None:
        return (DATE, f"XXXX-{name}") if name[:2].isdecimal() else None
    days = [day for by in (-1, 0, 1) if (day := holiday(name, anchor.year + by))]
    behind = max((d for d in days if d <= anchor), default=None)
    ahead = min((d for d in days if d > anchor), default=None)
    if behind is None or ahead is None:
        return None
    step = found.step()
    if step == -1 or behind == anchor:
        return DATE, behind.isoformat()
    lean = 2 * nearness((anchor - behind).days, (ahead - anchor).days)
    return DATE, (ahead if step == 1 or found.ahead(lean) else behind).isoformat()


WEEK_WITH_DAY = Rule("week with day", f"t?Uo{CALENDAR}|hU", week_with_day)
DAY_BESIDE = Rule("day beside", f"t?Up(?:{CALENDAR}|{OF_WEEK}|T|h)", day_beside)
CALENDAR_DAY = Rule("calendar day", f"q?(?:{POSITION})?(?:(?:{OF_WEEK}|g),?t?,?)?{CALENDAR}", calendar_day)
WEEKDAY = Rule("weekday", f"(?:{POSITION})?{OF_WEEK}", weekday)
DAY_WORD = Rule("day word", f"(?:{POSITION})?T", day_word)
FEAST = Rule("feast", "[Ru]?h(?:,?Y)?", feast)
