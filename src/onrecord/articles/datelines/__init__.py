"""Datelines: the place, the agency and sometimes the day at the head of a story's first paragraph.

A dateline is a few pieces in whatever order its house writes them, then a mark: `PLACE, Day (AGENCY) —`,
`(AGENCY) - PLACE, DAY -`, `PLACE, Day. /AGENCY/.`, `Day, Place /AGENCY/.`. East Asia, Arabic and Hindi have their own.

heads.py       the dateline as it stands in its paragraph
pieces.py      what the beginning of a paragraph is made of; days.py places.py know two sorts of piece
judging.py     whether such pieces make a dateline
scripts.py     datelines of the scripts that write them otherwise
openings.py    which of a story's first paragraphs bears it
"""

from .heads import Head
from .judging import judge
from .pieces import read_pieces
from .scripts import find_in_other_scripts

_LONGEST = 150


def find_dateline(text: str, *, loose: bool = False) -> Head | None:
    """The dateline that a paragraph begins with; None if it begins with none.

    With an agency in brackets a dateline is plain. `PLACE —` alone is taken where the place is in capitals, or
    with `loose` (for a story's first paragraph) also `Place —`, and `Place:` only for a place that is known or
    in capitals.
    """
    head = text[:_LONGEST]
    if not head:
        return None
    if found := find_in_other_scripts(head):
        return found
    start = len(head) - len(head.lstrip(" \t\n\"“„«'‘*_")) if not head[0].isalnum() else 0
    if start > 2:
        return None
    pieces, at = read_pieces(head, start)
    return judge(head, pieces, at, loose) if pieces else None


__all__ = ["Head", "find_dateline"]
