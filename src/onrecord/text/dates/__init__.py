"""Dates and times as pages print them, in any language, no more exact than the page.

finding.py      the dates that stand in a text
    tokens.py pieces.py   its words and numbers, and the pieces of dates among them
    days.py clocks.py iso.py zones.py   what a piece may be
    assembling.py         pieces put together, with what each is said to be the date of
ages.py         how long ago
declared.py     dates as pages declare them in mark-up
nouns.py        what is found
"""

from .ages import find_age
from .declared import parse_declared
from .finding import find_dates
from .nouns import Age, Printed

__all__ = ["Age", "Printed", "find_age", "find_dates", "parse_declared"]
