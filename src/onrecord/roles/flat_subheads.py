"""Which lines of flat text are subheads: short ones between the story's paragraphs, told by how they are written and set.

Flatteners drop the mark-up of headings, and a line of four words between two paragraphs may as well be a picture's name, a
question that the story asks or the last words of a quotation. Each sign speaks a little for or against; the weights
were fitted on lines that the same pages' mark-up calls headings or not (`quality/training/flat_subheads.py`).
"""

import re
from dataclasses import dataclass
from math import exp
from statistics import median_low

from ..record import BODY_ROLES, Part, Role
from .drafts import Draft
from .short_lines import SENTENCE

_LONGEST = 150
_TAGS = ("line", "field-body")
_PROSE = 80
"""Letters from which a block is a paragraph rather than another short line."""
_RUN = 3
"""So many short lines in a row are no subheads; in news 70 of such were called one, 29 rightly."""
_SET_APART = 0.4
_OUTDENT = 3
"""Blanks that lynx sets before a paragraph and not before a heading."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LABEL = re.compile(r"[^.!?:]{1,28}:\s")
_ASKS = re.compile(r"[?？؟][\"'”’»)\]]*$")
_CALLS = re.compile(r"[!！][\"'”’»)\]]*$")

SIGNS = (
    "long longer apart_before apart_after prose_before short_before prose_after item_after short_after "
    "colon cut asks calls lower capitals upper label odd marked last"
).split()
WEIGHTS = dict(zip(SIGNS, (
    -0.92, -1.17, 2.03, 2.07, -0.59, -1.46, -0.36, 0.67, -1.68,
    -1.82, -0.6, 0.55, -1.06, -1.54, 1.2, -0.9, -0.94, -1.01, -0.98, -0.7,
), strict=True))  # fmt: skip
BIAS = -2.06
"""Of 1,098 such lines of fundus's texts, each judged by weights that saw no page of its site, 783 are headings by mark-up;
of the 862 that are called subheads 742 are, and most of the others are set as subheads without being marked up as one. Signs that
changed nothing: how likely the line is the story's, quotation marks before it, whether the page prints it again.
"""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a subhead, and what speaks for or against it."""

    at: int
    signs: list[float]

    @property
    def likelihood(self) -> float:
        """How likely it is a subhead."""
        score = BIAS + sum([WEIGHTS[name] * value for name, value in zip(SIGNS, self.signs, strict=True)])
        return 1 / (1 + exp(-score))


def name_flat_subheads(draft: Draft) -> None:
    """Name them, among the lines that are taken for the story."""
    candidates = candidates_of(draft)
    places = {one.at for one in candidates}
    for one in candidates:
        if any(places.issuperset(range(n, n + _RUN)) for n in range(one.at - _RUN + 1, one.at + 1)):
            continue  # a list or a table without its marks
        if one.likelihood >= 0.5 or _is_outdented(draft.parts, one.at):
            why = "a short line set apart between paragraphs, as a subhead is"
            draft.name(one.at, Role.SUBHEAD, round(max(one.likelihood, 0.5), 4), why)


def is_set_apart(draft: Draft, n: int) -> bool:
    """Whether a line among the story's is written and set as a subhead is."""
    return any(one.at == n and one.likelihood >= _SET_APART for one in candidates_of(draft))


def candidates_of(draft: Draft) -> list[Candidate]:
    """The story's lines that may be a subhead."""
    if draft.first < 0:
        return []
    parts = draft.parts
    usual = _usual_gap(draft)
    found = []
    for n in draft.story:
        if n <= draft.headline or not draft.first <= n <= draft.last or not _may_be(parts[n]):
            continue
        part = parts[n]
        text = part.block.text
        before = parts[n - 1].block if n else None
        after = parts[n + 1].block if n + 1 < len(parts) else None
        words = _WORD.findall(text)
        count = len(text.split())
        found.append(Candidate(n, [float(sign) for sign in (
            count > 9,
            count > 14,
            part.block.gap >= usual,
            after is not None and after.gap >= usual,
            before is not None and len(before.text) >= _PROSE,
            before is not None and len(before.text) < _PROSE,
            after is not None and len(after.text) >= _PROSE,
            after is not None and after.tag in ("item", "field-item"),
            after is not None and len(after.text) < _PROSE,
            text[-1] in ":：",
            text[-1] in ",;–—-…",
            bool(_ASKS.search(text)),
            bool(_CALLS.search(text)),
            text[0].islower(),
            sum(word[0].isupper() for word in words) / max(1, len(words)),
            text.isupper(),
            bool(_LABEL.match(text)),
            text[0] in "([–—-•*",
            bool(draft.marks[n]),
            n == draft.last,
        )]))  # fmt: skip
    return found


def _may_be(part: Part) -> bool:
    text = part.block.text
    if part.role is not Role.PARAGRAPH or part.block.tag not in _TAGS or len(text) > _LONGEST:
        return False
    if SENTENCE.search(text) and not (_ASKS.search(text) or _CALLS.search(text)):
        return False
    return any(char.isalpha() for char in text)


def _usual_gap(draft: Draft) -> int:
    """How many blank lines part the story's paragraphs, no more than one: some flatteners set none."""
    gaps = [
        draft.parts[n].block.gap
        for n in draft.story
        if n and len(draft.parts[n].block.text) >= _PROSE and draft.parts[n - 1].role in BODY_ROLES
    ]
    return min(1, median_low(gaps)) if gaps else 1


def _is_outdented(parts: list[Part], n: int) -> bool:
    """Whether a line begins at the margin and the paragraphs round it do not, as lynx prints headings."""
    if not 0 < n < len(parts) - 1 or parts[n].block.indent or parts[n].block.text[-1] in ":,;":
        return False
    around = (parts[n - 1].block, parts[n + 1].block)
    return all(block.indent == _OUTDENT and len(block.text) >= _PROSE for block in around)
