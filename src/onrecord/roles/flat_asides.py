"""What stands amid a flat story and is none of it: a newsletter's box, a reference to another story, who wrote.

On a page a frame keeps them apart. Flattened they are lines between two paragraphs, and read like the story.
"""

import re

from ..languages.editors_lines.inboxes import PROMISED
from ..languages.headings import RELATED
from ..record import BODY_ROLES, Role
from .drafts import Draft
from .flat_subheads import is_set_apart
from .marks import Mark
from .phrases import Findings
from .short_lines import BUTTON, SENTENCE

_PROMISED = Findings(PROMISED)
_QUOTES = re.compile(r"[\"“”„«»「」]")
_LONGEST_CALL = 220
_LONGEST_REFERENCE = 220
# `Read more: Storm drives ferry back`, `> Related: ...`; and `On harbourdaily.example: ...`
_REFERS = re.compile(
    rf"\W{{0,4}}(?:(?:{'|'.join(map(re.escape, RELATED))})[^.!?:]{{0,30}}:\s|(?:also )?on [\w-]{{2,30}}\.(?:com|org|net|co\.\w\w|\w\w)\b\s?:?\s)(?=\W?[\w])",
    re.I,
)
# for those who hear the page: `Skip past newsletter promotion` and, behind it, `after newsletter promotion`
_SKIPS = re.compile(r"\W*skip (?:past |over |to the end of )?(?:the )?(\w.{2,60})", re.I)
_SKIPPED = re.compile(r"\W*(?:after|end of)(?: the)? (\w.{2,60})", re.I)
_FARTHEST = 15
_PROSE = 60
_MAKES_LITTLE = 5
_LONGEST_NAME = 6


def name_skipped(draft: Draft) -> None:
    """Between a line that lets the reader skip something and the one that says it is over stands nothing of the story;
    behind it the story goes on."""
    for n in range(draft.first + 1, min(len(draft.parts), draft.last + 2)):
        found = _SKIPS.fullmatch(draft.parts[n].block.text)
        end = _end_of(draft, n, found[1]) if found else -1
        if end < 0:
            continue
        for m in range(n, end + 1):
            if draft.parts[m].role in BODY_ROLES:
                draft.name(m, Role.FURNITURE, 0.8, "in what the page lets its readers skip")
        for m in range(end + 1, len(draft.parts)):
            part = draft.parts[m]
            text = part.block.text
            if part.role in BODY_ROLES:
                continue
            if part.role not in (Role.FURNITURE, Role.COMMENT) or len(text) < _PROSE or draft.marks[m]:
                break
            if not SENTENCE.search(text):
                break
            draft.name(m, Role.PARAGRAPH, 0.6, "the story goes on behind what may be skipped")
        draft.find_story()


def _end_of(draft: Draft, n: int, what: str) -> int:
    """Where what begins at a line that lets skip it is over; -1 if no line says so."""
    for m in range(n + 1, min(len(draft.parts), n + _FARTHEST)):
        over = _SKIPPED.fullmatch(draft.parts[m].block.text)
        if over and over[1].casefold() == what.casefold():
            return m
    return -1


def name_asides(draft: Draft) -> None:
    """Name calls to sign up, references to other stories and the lines on who wrote, where they were taken for the story."""
    for n in range(draft.first, draft.last + 1):
        text = draft.parts[n].block.text
        if draft.parts[n].role is Role.FURNITURE and _is_offer(text):
            _name_offer(draft, n)
        if draft.parts[n].role not in BODY_ROLES:
            continue
        if _is_call(draft, n):
            _name_offer(draft, n)
        elif len(text) < _LONGEST_REFERENCE and _REFERS.match(text) and not SENTENCE.search(text):
            draft.name(n, Role.RELATED, 0.75, "it refers to another story and is no sentence of this one")
    draft.find_story()
    if draft.story and _is_on_writer(draft, draft.last):
        draft.name(draft.last, Role.FURNITURE, 0.7, "it says who the writer is")
        draft.find_story()


def _name_offer(draft: Draft, n: int) -> None:
    """Name a line that promises mail, and what over it is the name of what comes."""
    draft.name(n, Role.READER_SERVICE, 0.75, "it promises something to the reader's inbox")
    above = draft.parts[n - 1]
    named = above.role in BODY_ROLES and is_set_apart(draft, n - 1)
    named = named or (above.role is Role.FURNITURE and _is_name(above.block.text))
    if n - 1 > draft.first and named and not draft.marks[n - 1]:
        draft.name(n - 1, Role.READER_SERVICE, 0.65, "the name of what comes to the reader's inbox")


def _is_name(text: str) -> bool:
    return 1 < len(text.split()) <= _LONGEST_NAME and not SENTENCE.search(text) and not BUTTON.match(text)


def _is_offer(text: str) -> bool:
    """Whether a line promises mail to the reader, in words of its own."""
    return len(text) < _LONGEST_CALL and not _QUOTES.search(text) and _PROMISED.search(text)


def _is_call(draft: Draft, n: int) -> bool:
    """Whether a line promises mail to the reader, and stands apart: under a name, or by a button."""
    if not _is_offer(draft.parts[n].block.text):
        return False
    around = [draft.parts[m] for m in (n - 1, n + 1) if 0 <= m < len(draft.parts)]
    return any(part.role in (Role.FURNITURE, Role.READER_SERVICE) for part in around) or (
        n - 1 > draft.first and is_set_apart(draft, n - 1)
    )


def _is_on_writer(draft: Draft, n: int) -> bool:
    """Whether the story's last paragraph begins with the name that its byline bears."""
    words = draft.parts[n].block.text.split()
    if len(words) < _MAKES_LITTLE or n - draft.first < 2 or Mark.BYLINE in draft.marks[n]:
        return False
    name = " ".join(words[:2])
    if not all(word[0].isupper() for word in words[:2]):
        return False
    return any(
        part.role is Role.BYLINE and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", part.block.text)
        for part in draft.parts[: draft.first + 1]
    )
