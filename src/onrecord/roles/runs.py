"""In flat text: a run of cards after the story, told by ages and cut-off captions that keep coming back."""

from itertools import pairwise

from ..languages.headings import LISTING
from ..record import BODY_ROLES, Role
from .boxes import opening
from .drafts import Draft
from .flat_comments import heads_comments
from .marks import Mark
from .short_lines import SENTENCE, folded

_NEAR = 8
_UNDER_HEADING, _WITHOUT_HEADING = 0.75, 0.5
"""How sure a run of cards is what it is called: without a heading it may be the house's latest as well."""


def name_runs(draft: Draft) -> None:
    """Name the blocks of such a run.

    The cards' teasers read like a story, so the model may have taken some of them for it.
    """
    signs = [
        n
        for n in range(draft.first + 1, len(draft.parts))
        if len(draft.parts[n].block.text) < 200
        and {Mark.AGE, Mark.CUT} & draft.marks[n]
        and draft.parts[n].role is not Role.CAPTION
    ]
    start = _steady_from(signs)
    if start is None:
        return
    begin, end = signs[start], signs[-1]
    total = sum(len(draft.parts[n].block.text) for n in draft.story)
    after = [n for n in draft.story if n >= begin]
    size = sum(len(draft.parts[n].block.text) for n in range(begin, end + 1))
    if sum(len(draft.parts[n].block.text) for n in after) > 0.5 * total or size > 600 * (
        len(signs) - start + 1
    ):
        return
    roles = [draft.parts[n].role for n in range(begin, end + 1)]
    if roles.count(Role.COMMENT) > len(roles) / 3:
        return
    if any(
        heads_comments(draft.parts[n].block.text) for n in range(max(draft.last, begin - _NEAR), begin + 1)
    ):
        return  # readers' comments have ages too
    if Mark.AGE in draft.marks[begin] and Mark.CUT not in draft.marks[begin]:
        # an age closes its card: the lines before it are the first card's, as many as the others have
        gaps = sorted(b - a for a, b in pairwise(signs[start:]))
        begin = max(draft.first + 1, begin - gaps[len(gaps) // 2] + 1)
    # the short lines before the first card are its head: an outlet's name, a heading
    while begin > draft.first + 1:
        part = draft.parts[begin - 1]
        text = part.block.text
        if (part.role in BODY_ROLES and len(text) > 60) or SENTENCE.search(text) or len(text) > 200:
            break
        if {Mark.COPYRIGHT, Mark.CONTRIBUTOR, Mark.READER_SERVICE, Mark.RULE} & draft.marks[begin - 1]:
            break
        begin -= 1
    last_is_cut = Mark.CUT in draft.marks[end]
    title = folded(draft.parts[draft.headline].block.text) if draft.headline >= 0 else ""
    role = Role.RELATED
    sure = _WITHOUT_HEADING
    for n in range(begin, min(len(draft.parts), end + (3 if last_is_cut else 1))):
        part = draft.parts[n]
        if title and folded(part.block.text) == title:
            break
        if len(part.block.text) < 60 and Mark.SPONSORED in draft.marks[n]:
            role, sure = Role.SPONSORED, _UNDER_HEADING
        elif len(part.block.text) < 40 and opening(part.block.text).startswith(LISTING):
            role, sure = Role.FURNITURE, _UNDER_HEADING
        elif len(part.block.text) < 40 and Mark.RELATED in draft.marks[n]:
            role, sure = Role.RELATED, _UNDER_HEADING
        draft.name(n, role, sure, "in a run of cards after the story")
    draft.find_story()


def _steady_from(signs: list[int]) -> int | None:
    """From which of the signs on they come at short and steady distances to the last; None if they never do."""
    if len(signs) < 3:
        return None
    start = len(signs) - 1
    while start > 0 and signs[start] - signs[start - 1] <= 7:
        start -= 1
    return start if len(signs) - start >= 3 else None
