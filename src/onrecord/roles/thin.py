"""The thin parts: date lines, corrections, contributor and copyright lines, cards. Too rare to learn from few
pages, and plain to tell by what they say together with where they stand.

The model has said which blocks are the story; here the blocks round and inside it get their finer names.
"""

from collections.abc import Sequence

from ..record import Declared, Layout, Part, Role
from .boxes import name_boxes
from .captions import Captions
from .drafts import Draft
from .flat_asides import name_asides, name_skipped
from .flat_captions import name_flat_captions
from .flat_comments import name_flat_comments
from .flat_decks import name_flat_deck
from .flat_items import name_flat_items
from .flat_services import name_flat_services
from .flat_subheads import name_flat_subheads
from .headings import find_headline
from .heads import name_head
from .lines import name_lines
from .marks import Mark, find_marks
from .runs import name_runs
from .signups import name_signups


def assign_thin_roles(
    parts: tuple[Part, ...],
    layout: Layout,
    declared: Declared,
    marks: Sequence[frozenset[Mark]] | None = None,
) -> tuple[Part, ...]:
    """The same parts with finer roles where a block's words and place give them; the rest unchanged.

    `marks` are those that `find_marks` gives for each part's block, looked for here if they are not at hand.
    """
    if marks is None:
        marks = [find_marks(part.block.text) for part in parts]
    draft = Draft(parts, layout, declared, marks)
    if draft.story:
        _name_round_story(draft, layout)
    if not draft.story:
        _name_without_story(draft)
    return tuple(draft.parts)


def _name_round_story(draft: Draft, layout: Layout) -> None:
    """Each pass in its order; stops where one has left no story."""
    draft.headline = find_headline(draft)
    if not layout.containers:
        name_runs(draft)
        if not draft.story:
            return
    captions = Captions(draft, layout.images)
    captions.name()
    if layout.containers:
        captions.name_over_credits()
    else:
        name_flat_captions(draft)
    draft.find_story()
    if not draft.story:
        return
    if not layout.containers:
        name_skipped(draft)
    name_lines(draft)
    name_head(draft)
    if layout.containers:
        name_boxes(draft)
        name_signups(draft)
    else:
        name_asides(draft)
        name_flat_deck(draft)
        name_flat_items(draft)
        name_flat_services(draft)
        name_flat_comments(draft)
        name_flat_subheads(draft)


def _name_without_story(draft: Draft) -> None:
    """Where no story was found, only what is plain anywhere: copyright lines."""
    for n, part in enumerate(draft.parts):
        if part.role is Role.FURNITURE and Mark.COPYRIGHT in draft.marks[n] and len(part.block.text) < 300:
            draft.name(n, Role.COPYRIGHT, 0.8, "it says whose the rights are")
