"""The dates that stand in a text."""

from datetime import date
from functools import lru_cache

from .assembling import assemble
from .nouns import Printed
from .pieces import DIGITS, read_pieces


def find_dates(text: str, *, day_first: bool | None = None, near: date | None = None) -> list[Printed]:
    """Every date printed in a short text, in order, each with the time of day that belongs to it.

    `day_first` says how 03/05/2024 is read where both ways are possible: as 3 May (True, and by default) or as
    March 5. `near` settles it better: the reading that lies within a week of it is taken.
    """
    if not DIGITS.search(text):
        return []
    return list(_found(text, day_first, near))


@lru_cache(maxsize=64)  # several parts of an article are looked for in the same few lines
def _found(text: str, day_first: bool | None, near: date | None) -> tuple[Printed, ...]:
    pieces = read_pieces(text, day_first, near)
    return tuple(assemble(text, pieces)) if pieces else ()
