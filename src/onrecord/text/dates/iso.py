"""Days and times in the form that machines write: `2024-05-03T09:30:00+02:00`."""

import re
from datetime import date, datetime

from .zones import hours_of, zone_of

FIRST_YEAR = 1800
LAST_YEAR = 2100
"""Dates before and after are slips: nobody can have meant them."""
ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+|,\s*)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2}\b)?)?"
)


def from_iso(match: re.Match[str]) -> date | datetime | None:
    """The moment that a match of ISO tells; None where there is none such."""
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        if not FIRST_YEAR <= int(year) <= LAST_YEAR:
            return None
        if hour is None:
            return date(int(year), int(month), int(day))
        moment = datetime(int(year), int(month), int(day), int(hour) % 24, int(minute), int(second or 0) % 60)
        return moment.replace(tzinfo=zone_of(hours_of(zone))) if zone else moment
    except ValueError:
        return None
