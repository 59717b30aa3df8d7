"""Corrections, clarifications, updates and editor's notes: what a line of the editors is."""

import re

from ..record import Note, NoteKind, Part, Role

_CLARIFIES = re.compile(r"clarif|klarstell|aclaraci|chiariment|précision|precis", re.I)
_UPDATES = re.compile(
    r"\b(?:has|have|had) been updated\b|\bwas updated\b|\bupdated (?:to|with|on|at)\b|^\W*updates?\b|aktualisiert|mis à jour|actualizad|aggiornat|atualizad|bijgewerkt",
    re.I,
)
_CORRECTS = re.compile(
    r"correct|misstat|misidentif|misspell|incorrect|erroneous|erratum|errata|wrong|korrig|korrektur|berichtig|richtigstell|rectif|correcci|correzion|correç|rättel|rettel|oikais|sprostow|oprav|düzelt|исправ|уточн|訂正|(?:earlier|previous) version|originally",
    re.I,
)


def read_note(part: Part) -> Note:
    """The note that a correction's or note's block is, with its kind."""
    text = part.block.text
    return Note(_kind(text, part.role), text, part.block.source)


def _kind(text: str, role: Role) -> NoteKind:
    head = text[:400]
    if re.match(r"^\W*clarification", head, re.I) or (_CLARIFIES.search(head[:60])):
        return NoteKind.CLARIFICATION
    if re.match(r"^\W*correct", head, re.I):
        return NoteKind.CORRECTION
    if _UPDATES.search(head) and not re.search(r"correct|incorrect|misstat|error", head, re.I):
        return (
            NoteKind.UPDATE
            if role is Role.CORRECTION
            or re.search(r"(?:story|article|report|post|version)\b.{0,30}updated", head, re.I)
            else NoteKind.NOTE
        )
    if _CORRECTS.search(head) and role is Role.CORRECTION:
        return NoteKind.CORRECTION
    return NoteKind.NOTE
