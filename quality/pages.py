"""The gold pages with their blocks, and which block belongs to the story.

Labels of blocks are made by aligning the page's words with the gold's (longest common subsequence): a block
is story if most of its words take part. Sets that give only segments (`trafilatura`) label only the blocks that
hold one. The caller gets values; nothing is written here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import paths
from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterator

from onrecord.blocks.html import split_html
from onrecord.record import Layout

WORD = re.compile(r"\w+")
UNKNOWN, OTHER, BODY = -1, 0, 1


@dataclass
class LabelledPage:
    """A gold page: its source, its blocks, and for each BODY, OTHER or UNKNOWN with the share matched."""

    set: str
    id: str
    site: str
    kind: str
    source: str
    layout: Layout
    labels: list[int]
    shares: list[float]
    gold: object
    roles: list[str] = field(default_factory=list)


def load(
    sets: tuple[str, ...] = ("aeb", "fundus", "trafilatura", "wcxb", "readability"),
) -> Iterator[LabelledPage]:
    """Every page of the sets, labelled."""
    paths.need_data()
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]

    for page in gold.load(sets):
        source = page.html()
        layout = split_html(source)
        labels, shares = label(page, layout)
        yield LabelledPage(
            page.dataset, page.id, page.site, page.page_type or "", source, layout, labels, shares, page
        )


def flatten(source: str, flattener: str) -> str:
    """The page's text as a flattener gives it: the bench's three, or `html2text`."""
    if flattener == "html2text":
        import html2text

        maker = html2text.HTML2Text()
        maker.ignore_images = False
        return maker.handle(source)
    paths.bench("extraction")
    import flat  # type: ignore[import-not-found]

    return flat.FLATTENERS[flattener](source)


def label(page: object, layout: Layout) -> tuple[list[int], list[float]]:
    """BODY, OTHER or UNKNOWN for each block, and the share of its words that the gold has."""
    text = page.text  # type: ignore[attr-defined]
    if text:
        shares = aligned_shares([b.text for b in layout.blocks], text)
        return [BODY if s >= 0.5 else OTHER for s in shares], shares
    must = [_flat(s) for s in page.must_have]  # type: ignore[attr-defined]
    must_not = [_flat(s) for s in page.must_not_have]  # type: ignore[attr-defined]
    labels, shares = [], []
    for block in layout.blocks:
        words = _flat(block.text)
        held = any(s in words for s in must) or (len(words) > 30 and any(words in s for s in must))
        barred = any(s in words for s in must_not) or (len(words) > 30 and any(words in s for s in must_not))
        labels.append(BODY if held and not barred else OTHER if barred and not held else UNKNOWN)
        shares.append(1.0 if held else 0.0)
    return labels, shares


def aligned_shares(blocks: list[str], gold: str) -> list[float]:
    """For each block the share of its words that a longest common subsequence with the gold uses.

    A word that takes part alone, with neither neighbour in the block taking part, is chance and not counted.
    """
    words: list[str] = []
    owner: list[int] = []
    for index, text in enumerate(blocks):
        for word in WORD.findall(text.casefold()):
            words.append(word)
            owner.append(index)
    wanted = WORD.findall(gold.casefold())
    if not words or not wanted:
        return [0.0] * len(blocks)
    taken = bytearray(len(words))
    for op in LCSseq.opcodes(words, wanted):
        if op.tag == "equal":
            for n in range(op.src_start, op.src_end):
                taken[n] = 1
    sizes = [0] * len(blocks)
    hits = [0] * len(blocks)
    for n, block in enumerate(owner):
        sizes[block] += 1
        if taken[n]:
            left = n and owner[n - 1] == block
            right = n + 1 < len(owner) and owner[n + 1] == block
            if (left and taken[n - 1]) or (right and taken[n + 1]) or not (left or right):
                hits[block] += 1
    return [h / s if s else 0.0 for h, s in zip(hits, sizes, strict=True)]


def _flat(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text or "").split())
