"""On which day a feast falls in a year."""

from datetime import date, timedelta

_NTH_WEEKDAY = {  # month, weekday, which
    "thanksgiving": (11, 4, 4),
    "labor day": (9, 1, 1),
    "mlk day": (1, 1, 3),
    "presidents day": (2, 1, 3),
    "columbus day": (10, 1, 2),
}


def holiday(name: str, year: int) -> date | None:
    """The day of a feast: `12-25`, `easter+1`, a name, or one day of history; None outside the calendar."""
    if not 1583 <= year <= 9998:
        return None
    if len(name) == 10 and name[:4].isdecimal():
        return date.fromisoformat(name)
    if name[:2].isdecimal():
        return date(year, int(name[:2]), int(name[3:]))
    if name.startswith("easter"):
        return easter(year) + timedelta(days=int(name[6:] or 0))
    if name == "memorial day":
        last = date(year, 5, 31)
        return last - timedelta(days=last.weekday())
    if name == "election day":
        return _nth(year, 11, 1, 1) + timedelta(days=1)
    name, _, later = name.partition("+")
    month, weekday, which = _NTH_WEEKDAY[name]
    return _nth(year, month, weekday, which) + timedelta(days=int(later or 0))


def _nth(year: int, month: int, weekday: int, which: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian reckoning)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    q = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * q) // 451
    month, day = divmod(h + q - 7 * m + 114, 31)
    return date(year, month, day + 1)
