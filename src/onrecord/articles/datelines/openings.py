"""The dateline that opens a story, looked for in its first paragraphs."""

from dataclasses import dataclass

from ...record import Dateline, Role, Span
from ..drafts import Draft
from . import Head, find_dateline


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline as it was read, and the place of its block among the parts."""

    head: Head
    at: int


def find_opening(draft: Draft) -> Opening | None:
    """The dateline of the first paragraph; one of the next two counts only with an agency in it."""
    looked = 0
    for n in draft.story:
        part = draft.parts[n]
        if part.role not in (Role.PARAGRAPH, Role.LIST_ITEM, Role.CELL):
            continue
        if len(part.block.text) < 30:
            if not looked and (head := _alone(part.block.text)):
                return Opening(head, n)
            continue
        looked += 1
        if head := find_dateline(part.block.text, loose=looked == 1):
            if looked == 1 or head.agency:
                return Opening(head, n)
        if looked >= 3:
            break
    return None


def _alone(text: str) -> Head | None:
    """The dateline, with an agency in it, that is all of a paragraph: `NEW YORK (AP) —`."""
    head = find_dateline(f"{text.rstrip()} The", loose=True)
    return head if head and head.agency and head.end >= len(text.rstrip()) else None


def dateline_of(draft: Draft, opening: Opening | None) -> Dateline | None:
    """The same with its span in the story's text."""
    if opening is None:
        return None
    found, part = opening.head, draft.parts[opening.at]
    if part.span is None:
        return None
    why = "it opens the story as a dateline does"
    draft.note("dateline", found.text, "printed", part.block.source, True, why)
    start = part.span.start + found.start
    return Dateline(found.text, found.place, found.agency, found.day, Span(start, start + len(found.text)))
