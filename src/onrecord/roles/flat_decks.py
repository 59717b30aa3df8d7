"""The deck of flat text: the line between the headline and who wrote it or when.

No box says that a line is the deck. Its place does: right under the headline, over a byline or a date that comes before the
story goes on. A line under the byline may be a deck or the first paragraph, and stays what it was taken for.
"""

from ..record import BODY_ROLES, Role
from .drafts import Draft
from .marks import Mark
from .short_lines import SENTENCE, folded

_FARTHEST = 3
"""Lines under the headline within which the deck stands: a topic or a picture's name may come between."""
_REACH = 8
"""Lines under the deck within which the byline or the date stands."""
_SHORTEST, _LONGEST, _WORDS = 30, 500, 5
_PROSE = 60
_HEAD = frozenset({Role.BYLINE, Role.TIMESTAMP})
_MAY_BE = frozenset({*BODY_ROLES, Role.FURNITURE, Role.DECK})
_OTHERS = frozenset(Mark) - {Mark.DATE, Mark.RULE}


def name_flat_deck(draft: Draft) -> None:
    """Find it under the headline, where no line has been named the deck that says more than the headline does."""
    if not 0 <= draft.headline < draft.first:
        return
    title = folded(draft.parts[draft.headline].block.text)
    if any(part.role is Role.DECK and folded(part.block.text) != title for part in draft.parts):
        return
    for n in range(draft.headline + 1, min(draft.headline + 1 + _FARTHEST, draft.first + 1)):
        part = draft.parts[n]
        if part.role in _HEAD and sum([part.block.text == one.block.text for one in draft.parts]) == 1:
            return  # `This article is more than a month old` stands twice, over and under the headline
        if _may_be(draft, n, title):
            if _stands_over_writer(draft, n):
                draft.name(n, Role.DECK, 0.75, "between the headline and who wrote it or when")
                return
            if n == draft.headline + 1 and part.role is Role.FURNITURE and SENTENCE.search(part.block.text):
                draft.name(n, Role.DECK, 0.6, "a sentence under the headline, apart from the story")
                return


def _may_be(draft: Draft, n: int, title: str) -> bool:
    part = draft.parts[n]
    text = part.block.text
    if part.role not in _MAY_BE or part.block.tag != "line" or not _OTHERS.isdisjoint(draft.marks[n]):
        return False
    if not _SHORTEST <= len(text) <= _LONGEST or (text.isascii() and len(text.split()) < _WORDS):
        return False
    words = folded(text)
    if words in title or title in words:
        return False
    # a picture's description stands over its caption in the same words
    return n + 1 == len(draft.parts) or not folded(draft.parts[n + 1].block.text).startswith(words[:40])


def _stands_over_writer(draft: Draft, n: int) -> bool:
    """Whether a byline or a date follows before the story goes on."""
    for m in range(n + 1, min(n + 1 + _REACH, len(draft.parts))):
        part = draft.parts[m]
        if part.role in _HEAD or Mark.BYLINE in draft.marks[m]:
            return True
        if part.role in BODY_ROLES and len(part.block.text) >= _PROSE:
            return False
    return False
