"""The pages as arrays with a role for each block, made from the gold; kept in quality/out between runs.

    python quality/training/role_data.py

The gold says which words are the story's, and for some sets which strings are headline, authors, captions,
credits and readers' comments. A block that the gold says nothing of has no label and is not trained on.
"""

from __future__ import annotations

import re
import sys
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pages
import paths

from onrecord.declared import find_declared
from onrecord.markup import parse
from onrecord.roles.features import Features, features

ROLES = ("body", "headline", "byline", "caption", "credit", "comment", "other")
"""What the model tells apart; the other roles follow from text marks and from where the block stands."""

NEWS = ("aeb", "fundus")
"""The sets whose golds people wrote or parsers made for news; few pages, and nearest to what we read."""

_PLAIN = re.compile(r"\w+")
_COMMENT = re.compile(r"\b(?:comments?|disqus|kommentare?|commentaires?|comentarios?)\b")


@dataclass
class Example:
    """One page: its arrays, the label of each block (-1: none), a weight for each, and who it is."""

    set: str
    id: str
    site: str
    kind: str
    features: Features
    labels: np.ndarray
    weights: np.ndarray


def plain(text: str) -> str:
    return " ".join(_PLAIN.findall(text or "")).casefold()


def example(page: pages.LabelledPage) -> Example:
    """The arrays and labels of a page."""
    source = page.source
    declared = find_declared(parse(source), source, None)
    seen = features(page.layout, declared)
    return Example(page.set, page.id, page.site, page.kind, seen, *block_roles(page))


def block_roles(page: pages.LabelledPage) -> tuple[np.ndarray, np.ndarray]:
    """A role for each block, -1 where the gold does not say, and how much each counts."""
    gold: Any = page.gold
    blocks = page.layout.blocks
    containers = page.layout.containers
    labels = np.full(len(blocks), -1, np.int64)
    title = plain(gold.title or "")
    authors = [plain(a) for a in gold.authors or [] if len(plain(a)) > 4]
    captions = [plain(i.get("caption") or "") for i in gold.images]
    credits = [
        plain(" ".join(i["credits"]) if isinstance(i.get("credits"), list) else i.get("credits") or "")
        for i in gold.images
    ]
    comments = [plain(c) for c in gold.row.get("comments") or []]
    headline, best = -1, 0
    for index, block in enumerate(blocks):
        text = plain(block.text)
        label = page.labels[index]
        if label == pages.BODY:
            labels[index] = 0
        elif (
            title
            and text == title
            and (score := 2 + (block.tag == "h1") * 2 - (index > len(blocks) / 2)) > best
        ):
            headline, best = index, score
        if label != pages.OTHER or not text:
            if label == pages.UNKNOWN and any(len(c) > 20 and c in text for c in comments):
                labels[index] = ROLES.index("comment")
            continue
        labels[index] = ROLES.index("other")
        around = _classes(containers, block.container)
        if page.set == "fundus" and block.tag in ("li", "td", "th") and _beside_story(page, index):
            labels[
                index
            ] = -1  # its parsers leave lists and tables out on some sites; other sets say what they are
            continue
        if block.tag == "figcaption" or any(
            len(c) > 12 and (text in c or c in text) and len(text) > 12 for c in captions
        ):
            labels[index] = ROLES.index("caption")
        if any(c and len(c) > 3 and text == c for c in credits):
            labels[index] = ROLES.index("credit")
        elif len(block.text) < 140 and any(a in text for a in authors):
            labels[index] = ROLES.index("byline")
        elif (
            _COMMENT.search(around)
            and len(block.text) > 60
            and not any(len(c) > 12 and text in c for c in captions)
        ):
            labels[index] = ROLES.index("comment")
    if headline >= 0:
        labels[headline] = ROLES.index("headline")
    sizes = np.array([len(_PLAIN.findall(b.text)) or len(b.text) / 5 for b in blocks])
    weights = np.sqrt(np.minimum(sizes, 150) + 2)
    told = labels >= 0
    total = weights[told].sum()
    if total > 30:  # a page counts by what is known of it, and none for more than thirty
        weights = weights / total * 30
    weights[~told] = 0
    if page.kind and page.kind != "article":
        weights = weights * 0.5
    if page.set in NEWS:
        weights = weights * 2
    return labels, weights.astype(np.float32)


def _beside_story(page: pages.LabelledPage, index: int) -> bool:
    """Whether the blocks next to this list or table on both sides belong to the story."""
    tags = {"li", "td", "th"}
    blocks, labels = page.layout.blocks, page.labels
    sides = []
    for step in (-1, 1):
        at = index
        while 0 <= at < len(blocks) and blocks[at].tag in tags and labels[at] != pages.BODY:
            at += step
        sides.append(0 <= at < len(blocks) and labels[at] == pages.BODY)
    return all(sides)


def _classes(containers: Any, index: int) -> str:
    words = []
    while index >= 0:
        words.append(containers[index].words)
        index = containers[index].parent
    return re.sub(r"[-_]", " ", " ".join(words)).lower()


def _some(sets: tuple[str, ...]) -> list[Example]:
    return [example(page) for page in pages.load(sets)]


def load(again: bool = False) -> list[Example]:
    """All examples; made anew when asked or when there are none kept."""
    import pickle  # a cache of our own making, never shipped and never read from elsewhere

    kept = paths.OUT / "roles.cache"
    if kept.exists() and not again:
        return pickle.loads(kept.read_bytes())
    with ProcessPoolExecutor(2) as pool:
        made = [
            e
            for some in pool.map(_some, [("wcxb",), ("aeb", "fundus", "trafilatura", "readability")])
            for e in some
        ]
    paths.OUT.mkdir(exist_ok=True)
    kept.write_bytes(pickle.dumps(made))
    return made


if __name__ == "__main__":
    every = load(again=True)
    counts = np.bincount(np.concatenate([e.labels for e in every]) + 1, minlength=len(ROLES) + 1)
    print(len(every), "pages;", dict(zip(("unlabelled", *ROLES), counts.tolist(), strict=True)))
