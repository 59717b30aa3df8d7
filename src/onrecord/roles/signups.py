"""Boxes that ask the reader to sign up for something, told by their class words: a newsletter's name and what it promises.

The lines that ask in so many words are named by `lines.py`; here is what stands with them.
"""

from ..record import Role
from .box_words import ANSWER_WORDS, SIGNUP_WORDS
from .drafts import Draft
from .short_lines import BUTTON, is_story_link

_AFTER = 12
_FEWEST_WORDS = 4
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LABELS = frozenset({"button", "label", "option", "legend"})
_FEWEST_IN_FORM = 8
"""A form's shorter lines are the labels of what is to be filled in."""
_MOST_WORDS = 60
_MOST_STEPS = 8


def name_signups(draft: Draft) -> None:
    """Name the lines of boxes for signing up, from the headline to a little below the story."""
    start = draft.headline if 0 <= draft.headline < draft.first else draft.first
    for n in range(start + 1, min(len(draft.parts), draft.last + _AFTER)):
        part = draft.parts[n]
        if part.role is not Role.FURNITURE or part.block.tag in _LABELS or is_story_link(part.block):
            continue
        in_form = part.block.container >= 0 and draft.containers[part.block.container].tag == "form"
        fewest = _FEWEST_IN_FORM if in_form else _FEWEST_WORDS - (part.block.tag in _HEADINGS)
        words = sum(any(map(str.isalpha, word)) for word in part.block.text.split())
        if not fewest <= words <= _MOST_WORDS or BUTTON.match(part.block.text):
            continue
        if _is_signup(draft, part.block.container):
            draft.name(n, Role.READER_SERVICE, 0.75, "in a box for signing up")


def _is_signup(draft: Draft, at: int) -> bool:
    """Whether a container, or one not far round it that does not hold the story, is for signing up by its class words."""
    story = draft.parts[draft.last].block.source
    for _ in range(_MOST_STEPS):
        if at < 0:
            break
        box = draft.containers[at]
        # what a form answers stands in the page too, hidden until it is sent
        if box.source.holds(story) or ANSWER_WORDS.search(box.words):
            break
        if SIGNUP_WORDS.search(box.words):
            return True
        at = box.parent
    return False
