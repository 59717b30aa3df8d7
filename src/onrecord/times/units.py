"""Years, months, weeks and days as seen from another: last year, the weekend, two weeks ago."""

from datetime import date, datetime, timedelta

from onrecord.times.amounts import COUNT, amount, period
from onrecord.times.expressions import (
    DATE,
    DURATION,
    FUTURE,
    PAST,
    POSITION,
    PRESENT,
    TIME,
    Expression,
    Rule,
    Worth,
)
from onrecord.times.quarters import quarter, year_before
from onrecord.times.settings import later_day, shifted, week_of


def relative_unit(found: Expression) -> Worth:
    """Last year; next week; the end of this month; the following year; that day."""
    setting, unit, relative, step = found.setting, found.word("U"), found.relative(), found.step()
    if unit in "HMS":
        return None
    if relative == "recent":
        return DATE, PAST
    if relative == "future":
        return DATE, FUTURE
    if unit == "Q":
        return quarter(found)
    if relative == "same":
        return spoken_of(found, unit)
    if step is None:
        return None
    if relative == "past" and found.part("tRU"):
        return DURATION, period(1, unit)
    base = setting.anchor
    if (relative == "next" and "t" in found.letters) or relative in ("before", "after"):
        # Counted from what was spoken of last, not from the article's day.
        base = date(setting.year, 1, 1) if unit == "Y" and setting.year else setting.day or base
    if base is None:
        return DATE, PRESENT if step == 0 else PAST if step < 0 else FUTURE
    value = shifted(base, unit, step)
    if value and unit == "Y":
        setting.year = int(value)
    return (DATE, value) if value else None


def spoken_of(found: Expression, unit: str) -> Worth:
    """That day, the same year: the one spoken of last."""
    setting = found.setting
    if unit == "Y" and setting.year:
        return DATE, f"{setting.year:04}"
    value = shifted(setting.day, unit, 0) if setting.day and unit in "DWN" else None
    return (DATE, value) if value else None


def relative_units(found: Expression) -> Worth:
    """Recent years; coming months."""
    relative, unit = found.relative(), found.word("L")
    if relative == "recent" or relative == "future" or found.step() in (-1, 1):
        if relative == "future" or found.step() == 1:
            return DATE, FUTURE
        return (DATE, PAST) if unit == "Y" else (DURATION, period(None, unit))
    return DURATION, period(None, unit)


def the_unit(found: Expression) -> Worth:
    """The quarter; the end of the month; the fiscal year; the day."""
    setting, unit = found.setting, found.word("U")
    placed = "m" in found.letters or "a" in found.letters
    if unit == "Q":
        return quarter(found)
    if not placed and found.after() == "p" and setting.words.meanings[found.end] != 0:
        return None  # the day before
    if unit == "Y" and (found.after() == "c" or (found.meanings("y") and not placed)):
        return DURATION, "P1Y"
    if not placed and found.number("t") != 1:
        return None
    if unit in "YNW" and setting.anchor:
        value = shifted(setting.anchor, unit, 0)
        return (DATE, value) if value else None
    day = setting.day or setting.anchor
    if unit == "D" and day and found.before() != "p":
        return DATE, day.isoformat()
    return None


def weekend(found: Expression) -> Worth:
    """The weekend; last weekend; this weekend."""
    anchor, step = found.setting.anchor, found.step()
    if anchor is None:
        return DATE, "XXXX-WXX-WE"
    weeks = step or 0
    if step is None and anchor.isoweekday() <= 4 and not found.ahead():
        weeks = -1
    day = later_day(anchor, 7 * weeks)
    return (DATE, f"{week_of(day)}-WE") if day else None


def ago(found: Expression) -> Worth:
    """Two weeks ago; a year earlier; il y a deux jours."""
    setting, unit, earlier = found.setting, str(found.meanings("UL")[0]), "a" in found.letters
    part = found.part(f"{COUNT}j?-?[UL]")
    count = amount(part) if part else 1.0
    if unit == "Y" and count == 1:
        return year_before(found)
    if earlier:
        return DURATION, period(count, unit)
    if count is not None and unit in "HM" and setting.moment:
        return hours_ago(setting.moment, count, unit)
    if count is None or unit in "HMS" or setting.anchor is None:
        return DATE, PAST
    times = {"E": 10, "C": 100, "V": 25}.get(unit, 1)
    value = shifted(setting.anchor, "Y" if times > 1 else unit, -int(count * times))
    return (DATE, value) if value else None


def hours_ago(moment: datetime, count: float, unit: str) -> Worth:
    """Two hours, or 20 minutes, before the text was published."""
    try:
        then = moment - timedelta(hours=count) if unit == "H" else moment - timedelta(minutes=count)
    except OverflowError:
        return None
    return TIME, then.isoformat(timespec="hours" if unit == "H" else "minutes")[: 13 if unit == "H" else 16]


RELATIVE_UNIT = Rule(
    "relative unit", f"(?:{POSITION})?(?:t?R|u)y?j?U(?!-)|(?:{POSITION})?t?UR(?![ULDNI])", relative_unit
)
RELATIVE_UNITS = Rule("relative units", f"(?:{POSITION})?tRL|u?RL|tLR", relative_units)
THE_UNIT = Rule("the unit", f"(?:{POSITION})y?U(?!-)|ty?U(?!-)", the_unit)
WEEKEND = Rule("weekend", f"(?:{POSITION})?(?:tR|[Ru]|t)?ER?", weekend)
AGO = Rule("ago", f"q?u?{COUNT}j?-?[UL](?:rN|&i?H)?j?A|q?ij?Ua|b{COUNT}j?[UL]|UA", ago)
