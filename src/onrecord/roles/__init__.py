"""Blocks -> parts: what each block of a page is for, why, and how sure we are.

features.py network.py trees.py     the model of marked-up pages: what it looks at, and how it decides
flat_features.py flat_network.py flat_trees.py
    the same for text without mark-up; flat_headlines.py, flat_decks.py, flat_subheads.py, flat_captions.py, flat_items.py
    and flat_asides.py find its headline, deck, subheads, captions, related and sponsored items, and what stands amid the story
settling.py                         the model's answers of a page looked at together
marks.py                            what a line's own words say it is, in many languages
thin.py                             the parts too rare to learn, in the order in which they are named:
    headings.py runs.py captions.py lines.py heads.py decks.py boxes.py signups.py
    with what they know of words: contributors.py corrections.py rights.py service.py phrases.py short_lines.py
    box_words.py
"""

from dataclasses import dataclass

import numpy as np

from ..models.roles import RoleModel
from ..models.views import PageView
from ..record import Block, Container, Declared, Layout, Part, Role
from .features import features
from .flat_features import flat_features
from .flat_network import run_flat
from .flat_trees import hear_page
from .marks import find_marks
from .network import run
from .settling import (
    settle_figures,
    settle_lists,
    settle_little,
    settle_openings,
    settle_replies,
    settle_subheads,
    weigh_loosely,
)
from .thin import assign_thin_roles
from .trees import reconsider

_LISTS = frozenset({"li", "dd", "dt", "item"})
_CELLS = frozenset({"td", "th"})
_SUBHEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_FIELD_ROLES = {
    "label": Role.FURNITURE,
    "field-headline": Role.HEADLINE,
    "field-byline": Role.BYLINE,
    "field-day": Role.TIMESTAMP,
    "field-time": Role.TIMESTAMP,
    "field-copyright": Role.COPYRIGHT,
    "field-body": Role.PARAGRAPH,
    "field-item": Role.LIST_ITEM,
    "field-deck": Role.DECK,
    "field-caption": Role.CAPTION,
    "field-correction": Role.CORRECTION,
}
_BY_MODEL = "likeliest by its words, its place and what stands round it"
_MODEL_ROLE = {
    "headline": Role.HEADLINE,
    "byline": Role.BYLINE,
    "caption": Role.CAPTION,
    "credit": Role.CREDIT,
    "comment": Role.COMMENT,
    "other": Role.FURNITURE,
}


@dataclass(frozen=True, slots=True)
class Roles:
    """The parts of a page, and what is seen of the page as a whole."""

    parts: tuple[Part, ...]
    view: PageView


def assign_roles(layout: Layout, declared: Declared, model: RoleModel, flat: bool = False) -> Roles:
    """A role for every block of the page, none left out."""
    marks = [find_marks(block.text) for block in layout.blocks]
    said = (0.0, 0.0)
    if flat:
        lines = flat_features(layout, marks)
        probabilities, kinds = run_flat(model, lines)
        if model.trees is not None:
            probabilities = hear_page(model.trees, lines, probabilities, kinds)
        settle_replies(probabilities, model.roles)
        settle_openings(layout, probabilities)
        if kinds[model.kinds.index("article")] >= 0.5:
            settle_little(layout, probabilities, model.roles)
    else:
        seen = features(layout, declared, marks=marks)
        probabilities, kinds = run(model, seen)
        article = float(kinds[model.kinds.index("article")])
        if model.story_words is not None:
            said = (
                model.story_words.words.score(seen.word_ids),
                model.story_words.class_words.score(seen.class_ids),
            )
        if model.trees is not None:
            probabilities = reconsider(model.trees, seen, probabilities, kinds)
        if article < 0.5:
            weigh_loosely(probabilities)
        settle_figures(layout, probabilities)
        settle_lists(layout, probabilities)
        settle_subheads(layout, probabilities)
    best = np.argsort(-probabilities, axis=1)[:, :3].tolist()
    parts = tuple(
        [
            _part(block, row, order, layout.containers, model.roles)
            for block, row, order in zip(layout.blocks, probabilities.tolist(), best, strict=True)
        ]
    )
    parts = assign_thin_roles(parts, layout, declared, marks)
    return Roles(parts, PageView(dict(zip(model.kinds, kinds.tolist(), strict=True)), *said))


def _part(
    block: Block,
    row: list[float],
    order: list[int],
    containers: tuple[Container, ...],
    names: tuple[str, ...],
) -> Part:
    """The block with its likeliest role; the story's own needs half of the likelihood."""
    if block.tag == "json":
        return Part(
            block, Role.PARAGRAPH, 0.9, "the page declares it as the story's text and shows it nowhere"
        )
    if block.tag in _FIELD_ROLES or block.tag.startswith("field-"):
        role = _FIELD_ROLES.get(block.tag, Role.FURNITURE)
        return Part(block, role, 0.95, "the field of the database's text that it stands in says so")
    story = row[0] >= 0.5
    chosen = 0 if story else order[0] or order[1]
    role = body_role(block, containers) if story else _MODEL_ROLE[names[chosen]]
    rivals: tuple[tuple[Role, float], ...] = ()
    if row[chosen] < 0.98:
        rivals = tuple(
            [
                (body_role(block, containers) if n == 0 else _MODEL_ROLE[names[n]], round(row[n], 4))
                for n in order
                if n != chosen and row[n] >= 0.02
            ]
        )
    return Part(block, role, round(row[chosen], 4), _BY_MODEL, rivals)


def body_role(block: Block, containers: tuple[Container, ...]) -> Role:
    """Which of the story's own roles a block has, by its mark-up."""
    tag = block.tag
    if tag in _SUBHEADS:
        return Role.SUBHEAD
    if tag in _CELLS:
        return Role.CELL
    if tag == "quote":
        return Role.BLOCKQUOTE
    at = block.container
    for _ in range(5):
        if at < 0:
            break
        around = containers[at].tag
        if around == "blockquote":
            return Role.BLOCKQUOTE
        if around in _LISTS:
            return Role.LIST_ITEM
        if around in _CELLS:
            return Role.CELL
        at = containers[at].parent
    return Role.LIST_ITEM if tag in _LISTS else Role.PARAGRAPH


__all__ = ["Roles", "assign_roles", "body_role"]
