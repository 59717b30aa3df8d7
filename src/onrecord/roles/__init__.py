"""Blocks -> parts: what each block of a page is for, why, and how sure we are.

features.py network.py trees.py     the model of marked-up pages: what it looks at, and how it decides
flat_features.py flat_network.py    the same for text without mark-up
marks.py                            what a line's own words say it is, in many languages
thin.py                             the parts too rare to learn, in the order in which they are named:
    headings.py runs.py captions.py lines.py heads.py decks.py boxes.py
    with what they know of words: contributors.py corrections.py rights.py service.py short_lines.py box_words.py
"""

import re
from dataclasses import dataclass

import numpy as np

from ..models.roles import RoleModel
from ..record import Block, Container, Declared, Layout, Part, Role
from .features import features
from .flat_features import flat_features
from .flat_network import run_flat
from .flat_trees import hear_page
from .marks import find_marks
from .network import Array, run
from .thin import assign_thin_roles
from .trees import reconsider

_LISTS = frozenset({"li", "dd", "dt", "item"})
_CELLS = frozenset({"td", "th"})
_WHOLES = frozenset({"ul", "ol", "dl", "table"})
_SUBHEADS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LOOSE = 1 / 3
_LITTLE = 60
"""Characters: what is shorter is no story."""
_FIELD_ROLES = {
    "label": Role.FURNITURE,
    "field-headline": Role.HEADLINE,
    "field-byline": Role.BYLINE,
    "field-day": Role.TIMESTAMP,
    "field-time": Role.TIMESTAMP,
    "field-copyright": Role.COPYRIGHT,
    "field-body": Role.PARAGRAPH,
    "field-deck": Role.DECK,
    "field-caption": Role.CAPTION,
    "field-correction": Role.CORRECTION,
}
_FIGURE = re.compile(r"[0-2]?\d[.:][0-5]\d(?:\s?(?:uhr|am|pm|a\.m\.|p\.m\.))?|\d{1,3}\s?/\s?\d{1,3}", re.I)
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
    """The parts of a page, and how likely the page is of each kind that the model knows."""

    parts: tuple[Part, ...]
    kinds: dict[str, float]


def assign_roles(layout: Layout, declared: Declared, model: RoleModel, flat: bool = False) -> Roles:
    """A role for every block of the page, none left out."""
    marks = [find_marks(block.text) for block in layout.blocks]
    if flat:
        lines = flat_features(layout, marks)
        probabilities, kinds = run_flat(model, lines)
        if model.trees is not None:
            probabilities = hear_page(model.trees, lines, probabilities, kinds)
        _settle_headline(probabilities, model.roles)
        if kinds[model.kinds.index("article")] >= 0.5:
            _settle_little(layout, probabilities, model.roles)
    else:
        seen = features(layout, declared, marks=marks)
        probabilities, kinds = run(model, seen)
        article = float(kinds[model.kinds.index("article")])
        if model.trees is not None:
            probabilities = reconsider(model.trees, seen, probabilities, kinds)
        if article < 0.5:
            _weigh_loosely(probabilities)
        _settle_figures(layout, probabilities)
        _settle_lists(layout, probabilities)
    best = np.argsort(-probabilities, axis=1)[:, :3].tolist()
    parts = tuple(
        [
            _part(block, row, order, layout.containers, model.roles)
            for block, row, order in zip(layout.blocks, probabilities.tolist(), best, strict=True)
        ]
    )
    parts = assign_thin_roles(parts, layout, declared, marks)
    return Roles(parts, dict(zip(model.kinds, kinds.tolist(), strict=True)))


def _weigh_loosely(probabilities: Array) -> None:
    """On a page that is no article: move what is at least a third likely to be the page's own text over one half.

    Taking what is likelier than half of the best F1 that can be had makes the best F1 (Lipton, Elkan and Naryanaswamy
    2014). On articles that is near one half. Listings, products and threads have no one text that people agree on; .6 to
    .7 is what can be had there.
    """
    story = probabilities[:, 0]
    loose = np.where(story < _LOOSE, story * (0.5 / _LOOSE), 0.5 + (story - _LOOSE) * (0.5 / (1 - _LOOSE)))
    probabilities[:, 1:] *= ((1 - loose) / np.maximum(1 - story, 1e-6))[:, None]
    probabilities[:, 0] = loose


def _settle_figures(layout: Layout, probabilities: Array) -> None:
    """Keep a time of day or a picture's number that stands alone out of the story; in a table they may be its figures."""
    for index, block in enumerate(layout.blocks):
        if len(block.text) < 14 and block.tag not in _CELLS and probabilities[index, 0] > 0.05:
            if _FIGURE.fullmatch(block.text):
                probabilities[index, 1:] *= 0.95 / max(float(1 - probabilities[index, 0]), 1e-6)
                probabilities[index, 0] = 0.05


def _settle_lists(layout: Layout, probabilities: Array) -> None:
    """Let a list or a table stand or fall as one: its items take the side that most of its words take."""
    containers = layout.containers
    members: dict[int, list[int]] = {}
    wholes: dict[int, int] = {-1: -1}
    for index, block in enumerate(layout.blocks):
        at = block.container
        whole = wholes.get(at)
        if whole is None:
            whole = wholes[at] = _whole_round(at, containers)
        if whole >= 0:
            members.setdefault(whole, []).append(index)
    story = probabilities[:, 0].tolist()  # lists are short: plain numbers are quicker than arrays
    for inside in members.values():
        if len(inside) > 1:
            sizes = [len(layout.blocks[n].text) for n in inside]
            if sum([story[n] * size for n, size in zip(inside, sizes, strict=True)]) >= 0.5 * sum(sizes):
                for n in inside:
                    if story[n] > 0.1:
                        story[n] = max(story[n], 0.5)
            else:
                for n in inside:
                    story[n] = min(story[n], 0.49)
    probabilities[:, 0] = story


def _whole_round(at: int, containers: tuple[Container, ...]) -> int:
    """The list or table that a container is or stands in, not far up; -1 for none."""
    for _ in range(4):
        if at < 0:
            break
        if containers[at].tag in _WHOLES:
            return at
        at = containers[at].parent
    return -1


def _settle_headline(probabilities: Array, names: tuple[str, ...]) -> None:
    """In text without mark-up and without a story: where no block is likeliest a headline, the likeliest is taken for it."""
    column = names.index("headline")
    if (probabilities[:, 0] >= 0.5).any() or (probabilities.argmax(1) == column).any():
        return
    if len(probabilities) and probabilities[:, column].max() >= 0.03:
        probabilities[int(probabilities[:, column].argmax()), column] = 1.0


def _settle_little(layout: Layout, probabilities: Array, names: tuple[str, ...]) -> None:
    """In text without mark-up, under a likely headline: where hardly a block is likelier than not the story's, take those
    whose taking makes the best F1 that can be expected (Lipton, Elkan and Naryanaswamy 2014).

    A story of one paragraph among many teasers is never likely by itself; that there is none is less so.
    """
    story = probabilities[:, 0]
    sizes = np.array([len(block.text) for block in layout.blocks], np.float32)
    if sizes[story >= 0.5].sum() >= _LITTLE or not len(story):
        return
    column = probabilities[:, names.index("headline")]
    below = np.arange(len(story)) > int(column.argmax())
    if column.max() < 0.5 or not below.any():
        return
    likely = story * sizes * below
    order = np.argsort(-np.where(below, story, -1))[: int(below.sum())]
    expected = 2 * np.cumsum(likely[order]) / (np.cumsum(sizes[order]) + likely.sum())
    taken = order[: int(expected.argmax()) + 1]
    taken = taken[story[taken] < 0.5]
    probabilities[taken, 1:] *= (0.5 / np.maximum(1 - story[taken], 1e-6))[:, None]
    probabilities[taken, 0] = 0.5


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
