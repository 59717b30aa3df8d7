"""Months, seasons, years and decades."""

from datetime import date

from onrecord.times.days import nearness
from onrecord.times.expressions import (
    DATE,
    OF_YEAR,
    POSITION,
    WRITTEN_YEAR,
    Expression,
    Rule,
    Worth,
    year_of,
    year_written,
)


def month(found: Expression) -> Worth:
    """In March; last April; January this year; February 1947."""
    setting, number = found.setting, found.number("Mw")
    if number is None or (found.letters == "w" and (not found.dated() or found.after() == "-")):
        return None
    year = year_of(found)
    if year is None:
        if found.part(f"{WRITTEN_YEAR}$") or (found.letters == "tw" and found.number("t") == 0):
            return None
        if setting.anchor is None:
            return DATE, f"XXXX-{number:02}"
        year = near_year(found, setting.anchor, number)
    else:
        setting.year = year
    return DATE, f"{year:04}-{number:02}"


def near_year(found: Expression, anchor: date, number: int) -> int:
    """The year of a month that stands without one."""
    step, back = found.step(), (anchor.month - number) % 12
    if step == -1:
        return anchor.year - (number >= anchor.month)
    if step == 1:
        return anchor.year + (number <= anchor.month)
    if step == 0 or back == 0:
        return anchor.year
    if found.ahead(nearness(back, 12 - back)):
        return anchor.year + (number < anchor.month)
    return anchor.year - (number > anchor.month)


_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def season(found: Expression) -> Worth:
    """Last fall; the summer; the winter of 1994."""
    anchor, name, year = found.setting.anchor, found.word("S"), year_of(found)
    if year is None:
        if found.letters == "S" and not found.dated():
            return None
        if anchor is None:
            return DATE, f"XXXX-{name}"
        step, first, year = found.step(), _FIRST_MONTH[name], anchor.year
        if step == -1:
            year -= anchor.month < first + 3 or name == "WI"
        elif step == 1:
            year += anchor.month >= first
        elif step is None and anchor.month < first and not found.ahead(1.0):
            year -= 1
    return DATE, f"{year:04}-{name}"


def year(found: Expression) -> Worth:
    """1994; late 2006; fiscal 1989; nineteen ninety-six; the year two thousand."""
    number, unit = year_written(found), found.word("U")
    if number is None or unit not in ("", "Y"):
        return None
    if found.letters == "'D" and found.before() not in tuple("pbo"):
        return None  # an opening quotation mark
    if found.letters in ("Y", "qY"):
        if number < 1400 or found.before() == "$" or found.after() == "#":
            return None
        if found.before() == "-" and found.before(2) != "Y":
            return None
        if found.after() == "-" and found.after(2)[1:] not in tuple("YD"):
            return None
    found.setting.year = number
    return DATE, f"{number:04}"


def decade(found: Expression) -> Worth:
    """The 1990s; the late seventies; the 80s; les années 90."""
    number = found.number("K")
    if number is None:
        number = found.number("YDN") or 0
        if number % 10 or number < 20 or found.word("UL") != ("E" if "U" in found.letters else "Y"):
            return None
        number //= 10
    if number < 100:
        short = "'" in found.letters or found.before() in tuple("o&")
        if found.meanings("K") and not short and not found.number("t"):
            return None  # a person in her 70s
        number += 190 if number > 2 else 200
    return DATE, str(number)


def year_end(found: Expression) -> Worth:
    """Year end."""
    anchor = found.setting.anchor
    number = found.number("Y") or (anchor.year if anchor else None)
    return DATE, "XXXX" if number is None else f"{number:04}"


MONTH = Rule("month", f"(?:{POSITION}-?)?(?:tR|[Ru]|t)?[Mw](?:{OF_YEAR}|R(?!U))?", month)
SEASON = Rule("season", f"(?:{POSITION}-?)?(?:tR|[Ru]|t)?S(?:{OF_YEAR}|R(?!U))?", season)
YEAR = Rule("year", f"(?:{POSITION}-?)?(?:q|t?Uo?(?=[YN]))?y?{WRITTEN_YEAR}", year)
DECADE = Rule("decade", f"t?-?(?:{POSITION}-?)?(?:'?K(?:-?L)?|Lo?(?:[DKN]|Y(?![r&,–]Y))|Uo[YK]|UK)", decade)
YEAR_END = Rule("year end", "q?t?x(?:,?Y)?", year_end)
