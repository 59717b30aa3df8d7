"""What the model says of the blocks of a page, looked at together: lists and tables, subheads, figures, short stories."""

import re

import numpy as np

from ..record import Container, Layout
from .network import Array

_CELLS = frozenset({"td", "th"})
_WHOLES = frozenset({"ul", "ol", "dl", "table"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST_SUBHEAD = 160
_UNLIKELY = 0.1
_LOOSE = 1 / 3
_LITTLE = 60
"""Characters: what is shorter is no story."""
_DOUBTED, _HEARD = 0.7, 0.2
"""How likely the story's a block may be, and a comment it must be, to be taken for one among comments."""
_OPENING = re.compile(
    r"[^\W\d_a-zß-öø-ÿ][^()]{1,50}\([^\W\d_a-zß-öø-ÿ][\w .,&/’'-]{1,30}\)\s*[—–-].{60,}[.!?][\"'”’»)\]]*",
    re.S,
)
"""`HARWICK, Maine (AP) — ` and a whole sentence behind it: in 8 of 8 such blocks that are doubtful it opens the story."""
_MAY_OPEN = 0.2
_FIGURE = re.compile(r"[0-2]?\d[.:][0-5]\d(?:\s?(?:uhr|am|pm|a\.m\.|p\.m\.))?|\d{1,3}\s?/\s?\d{1,3}", re.I)


def weigh_loosely(probabilities: Array) -> None:
    """On a page that is no article: move what is at least a third likely to be the page's own text over one half.

    Taking what is likelier than half of the best F1 that can be had makes the best F1 (Lipton, Elkan and Naryanaswamy
    2014). On articles that is near one half. Listings, products and threads have no one text that people agree on; .6 to
    .7 is what can be had there.
    """
    story = probabilities[:, 0]
    loose = np.where(story < _LOOSE, story * (0.5 / _LOOSE), 0.5 + (story - _LOOSE) * (0.5 / (1 - _LOOSE)))
    probabilities[:, 1:] *= ((1 - loose) / np.maximum(1 - story, 1e-6))[:, None]
    probabilities[:, 0] = loose


def settle_figures(layout: Layout, probabilities: Array) -> None:
    """Keep a time of day or a picture's number that stands alone out of the story; in a table they may be its figures."""
    for index, block in enumerate(layout.blocks):
        text = block.text
        if len(text) < 14 and text[0].isdecimal() and _FIGURE.fullmatch(text):
            if block.tag not in _CELLS and probabilities[index, 0] > 0.05:
                probabilities[index, 1:] *= 0.95 / max(float(1 - probabilities[index, 0]), 1e-6)
                probabilities[index, 0] = 0.05


def settle_subheads(layout: Layout, probabilities: Array) -> None:
    """Let headings inside the story that are set alike stand as one, where they are likelier than not the story's: on
    pages whose gold tells, of 136 so taken 103 are."""
    story = probabilities[:, 0]
    taken = np.flatnonzero(story >= 0.5)
    if len(taken) < 2:
        return
    alike: dict[tuple[str, str, str], list[int]] = {}
    for index in range(int(taken[0]), int(taken[-1]) + 1):
        block = layout.blocks[index]
        if block.tag in _HEADINGS and len(block.text) < _LONGEST_SUBHEAD:
            alike.setdefault((block.tag, *_words_of_boxes(block.container, layout.containers)), []).append(
                index
            )
    for group in alike.values():
        if len(group) > 1 and story[group].mean() >= 0.5:
            for index in group:
                if _UNLIKELY <= story[index] < 0.5:
                    probabilities[index, 1:] *= 0.5 / max(float(1 - story[index]), 1e-6)
                    probabilities[index, 0] = 0.5


def _words_of_boxes(at: int, containers: tuple[Container, ...]) -> tuple[str, str]:
    """The class words of a container and of the one round it."""
    if at < 0:
        return "", ""
    parent = containers[at].parent
    return containers[at].words, containers[parent].words if parent >= 0 else ""


def settle_lists(layout: Layout, probabilities: Array) -> None:
    """Let a list or a table stand or fall as one: its items take the side that most of its words take."""
    containers = layout.containers
    members: dict[int, list[int]] = {}
    wholes = _wholes(containers)
    for index, block in enumerate(layout.blocks):
        whole = wholes[block.container]
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


def _wholes(containers: tuple[Container, ...]) -> list[int]:
    """For each container the list or table that it is or stands in, three up at most, -1 for none; at the end one -1
    more, for blocks without a container."""
    wholes: list[int] = []
    far: list[int] = []  # how far up it is
    for at, container in enumerate(containers):
        up = container.parent
        if container.tag in _WHOLES:
            wholes.append(at)
            far.append(0)
        elif up >= 0 and wholes[up] >= 0 and far[up] < 3:
            wholes.append(wholes[up])
            far.append(far[up] + 1)
        else:
            wholes.append(-1)
            far.append(0)
    return [*wholes, -1]


def settle_little(layout: Layout, probabilities: Array, names: tuple[str, ...]) -> None:
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


def settle_openings(layout: Layout, probabilities: Array) -> None:
    """In text without mark-up: a paragraph that begins with a dateline and an agency opens the story, if it may be its own.

    A teaser that begins so is cut, or the model is sure that it is one.
    """
    story = probabilities[:, 0]
    for index in np.flatnonzero((story >= _MAY_OPEN) & (story < 0.5)):
        text = layout.blocks[index].text
        if "(" in text[:60] and _OPENING.fullmatch(text) and not text.endswith("..."):
            probabilities[index, 1:] *= 0.5 / max(float(1 - story[index]), 1e-6)
            probabilities[index, 0] = 0.5


def settle_replies(probabilities: Array, names: tuple[str, ...]) -> None:
    """In text without mark-up: a block that is hardly likelier than not the story's, among readers' comments, is one.

    A comment of many paragraphs reads like a story where nothing says who speaks.
    """
    comment = names.index("comment")
    best = probabilities.argmax(axis=1)
    story = probabilities[:, 0]
    for index in np.flatnonzero((story >= 0.5) & (story < _DOUBTED)):
        around = best[[n for n in (index - 1, index + 1) if 0 <= n < len(best)]]
        if len(around) and (around == comment).all() and probabilities[index, comment] >= _HEARD:
            probabilities[index, [0, comment]] = probabilities[index, [comment, 0]]
