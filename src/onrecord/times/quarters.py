"""Quarters, and the same time a year before: what business news counts in."""

from onrecord.times.amounts import NUMBER, amount, period
from onrecord.times.expressions import DATE, DURATION, PAST, POSITION, Expression, Rule, Worth
from onrecord.times.settings import later_quarter, quarter_of

# For how many words "a year ago" still speaks of a quarter that was named.
QUARTER_HOLDS = 250


def quarter(found: Expression) -> Worth:
    """The third quarter; last year's fourth quarter; the 1988 quarter; the latest quarter."""
    setting, anchor = found.setting, found.setting.anchor
    units = found.meanings("U")
    if units and "Q" not in units:
        return century(found)
    order = found.number("OD")
    if order is not None and not 1 <= order <= 4:
        return None
    year = found.number("Y")
    if year is None and "Y" in units and anchor:
        step = -1 if found.part("iU[Aa]$") else found.step()
        year = None if step is None else anchor.year + step
    if year is not None:
        order = order or (setting.quarter[1] if setting.quarter else None)
        return DATE, f"{year:04}-Q{order or 'X'}"
    if anchor is None:
        return DATE, f"XXXX-Q{order or 'X'}"
    now = quarter_of(anchor)
    if order is None:
        step = found.step()
        if step is None or found.relative() == "latest":
            meant = setting.quarter or later_quarter(now, -1)
        else:
            meant = later_quarter(now, step)
    else:
        meant = (anchor.year, order)
        if meant > now and not found.ahead(-1.0):
            meant = (anchor.year - 1, order)
        elif meant < now and found.ahead(-2.0):
            meant = (anchor.year + 1, order)
        setting.quarter, setting.quarter_at = meant, found.end
    return DATE, f"{meant[0]:04}-Q{meant[1]}"


def half_year(found: Expression) -> Worth:
    """The first half of 2012; the second half of the year."""
    setting, order, year = found.setting, found.number("O"), found.number("Y")
    if order not in (1, 2) or found.number("H") is not None or found.word("U") not in ("", "Y"):
        return None
    if year is None:
        if setting.anchor is None:
            return None
        year = setting.anchor.year + (found.step() or 0)
    return DATE, f"{year:04}-H{order}"


def century(found: Expression) -> Worth:
    """The 20th century."""
    order = found.number("OD")
    if found.word("U") != "C" or order is None or not 1 <= order <= 22:
        return None
    return DATE, f"{order - 1:02}"


def year_before(found: Expression) -> Worth:
    """A year ago: of the quarter spoken of just before, or of the year."""
    setting = found.setting
    if setting.quarter and found.start - setting.quarter_at < QUARTER_HOLDS:
        return DATE, f"{setting.quarter[0] - 1:04}-Q{setting.quarter[1]}"
    return DATE, f"{setting.anchor.year - 1:04}" if setting.anchor else PAST


def year_ago(found: Expression) -> Worth:
    """The year-ago quarter; year-earlier."""
    setting = found.setting
    if found.meanings("U")[0] != "Y":
        return None
    count = found.part(f"{NUMBER}L$")
    if count:
        return DURATION, period(amount(count), count.word("L"))
    order = found.number("O")
    if order and 1 <= order <= 4 and setting.anchor:
        return DATE, f"{(setting.quarter[0] if setting.quarter else setting.anchor.year) - 1:04}-Q{order}"
    return year_before(found)


def same_period(found: Expression) -> Worth:
    """The corresponding period last year; the same period a year earlier."""
    year, quarter_meant = found.number("Y"), found.setting.quarter
    if year is None:
        return year_before(found)
    return DATE, f"{year:04}-Q{quarter_meant[1]}" if quarter_meant else f"{year:04}"


def the_period(found: Expression) -> Worth:
    """The latest period; the 1988 period."""
    if found.number("Y") is not None:
        return same_period(found)
    return quarter(found) if found.relative() == "latest" else None


QUARTER = Rule(
    "quarter",
    f"(?:{POSITION})?t?(?:[Ru]Us|[Ru]|Ys?)?(?:y-?)?-?(?:O|D!)-?U(?:o?(?:Y|t?[Ru]U|t?UR|iU[Aa]))?"
    "|t?YU|tUiU[Aa]|[Ru]UsU",
    quarter,
)
HALF_YEAR = Rule("half year", "t?O-?Ho(?:Y|tU|t?[Ru]U)", half_year)
YEAR_AGO = Rule("year ago", f"[ti]?R?U-[Aa](?:y?-?O?-?U|d|{NUMBER}L)?", year_ago)
SAME_PERIOD = Rule("same period", "(?:tR|R|u)[Ud]o?(?:t?RU|t?UR|iU[Aa]|Y)", same_period)
THE_PERIOD = Rule("the period", "t?[RY]d", the_period)
