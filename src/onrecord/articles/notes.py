"""Corrections, clarifications, updates and editor's notes: what a line of the editors is."""

import re

from ..languages.editors_lines import CLARIFIES, CORRECTS, UPDATES
from ..record import Note, NoteKind, Part, Role

_CLARIFIES = re.compile(CLARIFIES, re.I)
_UPDATES = re.compile(UPDATES, re.I)
_CORRECTS = re.compile(CORRECTS, re.I)
_STORY_UPDATED = re.compile(
    r"(?:story|article|report|post|version|historia|artículo|nota|article|artikel|text|articolo|reportagem)\b.{0,40}(?:updated|actualiz|mis à jour|aktualisiert|ergänzt|aggiornat|atualizad)",
    re.I,
)


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
    if role is not Role.CORRECTION and not re.search(
        r"version|story|article|headline|report\b|post\b|list\b|historia|artículo|artikel|text\b|fassung|texto|articolo|reportagem|文|記事",
        head,
        re.I,
    ):
        return NoteKind.NOTE
    corrects = _CORRECTS.search(head)
    if _UPDATES.search(head) and not corrects:
        return NoteKind.UPDATE if role is Role.CORRECTION or _STORY_UPDATED.search(head) else NoteKind.NOTE
    if role is Role.CORRECTION and corrects:
        return NoteKind.CORRECTION
    told = corrects and re.search(
        r"(?:earlier|previous|prior) version|misstat|misspel|incorrectly|to correct|korrigiert|früheren version|versión anterior|version précédente",
        head,
        re.I,
    )
    return NoteKind.CORRECTION if told else NoteKind.NOTE
