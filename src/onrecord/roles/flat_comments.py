"""Readers' comments in flat text that the model missed: under a heading of comments, prose below a line that says when.

Short threads and those of one comment look like any other lines; what marks them is the heading over them (`Kommentare (1)`,
`Two responses to “...”`) and the day over each.
"""

import re

from ..languages.headings import COMMENTS
from ..record import Role
from ..text.titles import heads_box, is_worded_as_headline
from .drafts import Draft
from .marks import Mark
from .short_lines import SENTENCE

_MOST_LINES = 60
_LONGEST_HEADING = 90
_LONGEST_WHEN = 60
_FEWEST_WORDS = 4
_POSSIBLE = 0.03
"""How likely the model must find such a line a comment: teasers of cards under a heading of comments are at less."""
_RESPONSES = re.compile(
    r"\W*(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten) (?:responses?|replies|thoughts|comments?|kommentare?|antworten|réponses?|commentaires?|respuestas?|comentarios?|commenti|reacties)\b",
    re.I,
)
_FORM = re.compile(r"captcha|privacy|cookie|datenschutz", re.I)
_ENDS = frozenset({Mark.COPYRIGHT, Mark.CONTRIBUTOR, Mark.SPONSORED})


def name_flat_comments(draft: Draft) -> None:
    """Name the comments under each such heading below the story."""
    stop = len(draft.parts)
    n = draft.last + 1
    while n < stop:
        part = draft.parts[n]
        heads = part.role is Role.FURNITURE and heads_comments(part.block.text)
        n = _name_thread(draft, n) if heads else n + 1


def heads_comments(text: str) -> bool:
    """Whether a line stands over readers' comments."""
    return len(text) < _LONGEST_HEADING and (heads_box(text, COMMENTS) or _RESPONSES.match(text) is not None)


def _name_thread(draft: Draft, heading: int) -> int:
    """Name the comments of one thread; where to look on."""
    told = False
    for n in range(heading + 1, min(len(draft.parts), heading + _MOST_LINES)):
        part = draft.parts[n]
        text = part.block.text
        marks = draft.marks[n]
        if heads_box(text) or not _ENDS.isdisjoint(marks) or part.role in (Role.COPYRIGHT, Role.RELATED):
            return n
        if not marks.isdisjoint({Mark.DATE, Mark.AGE}) and len(text) < _LONGEST_WHEN:
            if n - 1 > heading and is_worded_as_headline(draft.parts[n - 1].block.text):
                return n  # a card: over a comment's day stands its writer
            told = True
        elif part.role is Role.COMMENT:
            continue
        elif part.role is Role.FURNITURE and told and len(text.split()) >= _FEWEST_WORDS:
            likely = any(role is Role.COMMENT and share >= _POSSIBLE for role, share in part.rivals)
            if Mark.READER_SERVICE in marks or not SENTENCE.search(text) or not likely or _FORM.search(text):
                told = False
                continue
            draft.name(n, Role.COMMENT, 0.6, "prose under a day, under a heading of readers' comments")
    return min(len(draft.parts), heading + _MOST_LINES)


__all__ = ["heads_comments", "name_flat_comments"]
