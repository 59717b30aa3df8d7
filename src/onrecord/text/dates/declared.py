"""Dates as pages declare them in mark-up."""

import re
from datetime import UTC, date, datetime

from .finding import find_dates
from .iso import ISO, from_iso


def parse_declared(value: str) -> date | datetime | None:
    """The moment that a declared time means; None where it is no time, or one that nobody can have meant."""
    value = value.strip()
    match = ISO.match(value)
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
        match = ISO.match(value)
    return from_iso(match) if match else None
