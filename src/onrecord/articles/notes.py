"""Corrections, clarifications, updates and editor's notes: what a line of the editors is."""

import re

from ..languages.editors_lines import corrections as lines
from ..record import Note, NoteKind, Part, Role

_CLARIFIES = re.compile(lines.CLARIFIES, re.I)
_UPDATES = re.compile(lines.UPDATES, re.I)
_CORRECTS = re.compile(lines.CORRECTS, re.I)
_STORY = re.compile(lines.STORY, re.I)
_STORY_UPDATED = re.compile(lines.STORY_UPDATED, re.I)
_WAS_WRONG = re.compile(lines.WAS_WRONG, re.I)


def read_note(part: Part) -> Note:
    """The note that a correction's or note's block is, with its kind."""
    text = part.block.text
    return Note(_kind(text, part.role), text, part.block.source)


def _kind(text: str, role: Role) -> NoteKind:
    head = text[:400]
    if re.match(r"^\W*correct", head, re.I):
        return NoteKind.CORRECTION
    if re.match(r"^\W*clarification", head, re.I) or _CLARIFIES.search(head[:60]):
        return NoteKind.CLARIFICATION
    if role is not Role.CORRECTION and not _STORY.search(head):
        return NoteKind.NOTE
    corrects = _CORRECTS.search(head)
    if _UPDATES.search(head) and not corrects:
        return NoteKind.UPDATE if role is Role.CORRECTION or _STORY_UPDATED.search(head) else NoteKind.NOTE
    if role is Role.CORRECTION and corrects:
        return NoteKind.CORRECTION
    told = corrects and _WAS_WRONG.search(head)
    return NoteKind.CORRECTION if told else NoteKind.NOTE
