"""The pages as flat text, with what the gold and the page's mark-up say of each block; kept in quality/out.

    python quality/training/flat_data.py

Each page is made flat by four tools (`FLATTENERS`) and by two of our own that write as a browser's copy and as
lynx do. A block of the flat text is tied to the block of the marked-up page that its words come from, so that
what the model of HTML says of the one can be taught to the model of flat text for the other.
"""

from __future__ import annotations

import sys
import textwrap
import zlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pages
import paths
from rapidfuzz.distance import LCSseq
from role_data import block_roles

from onrecord.blocks.flat import split_flat
from onrecord.blocks.html import split_html
from onrecord.record import Layout

FLATTENERS = ("resiliparse", "inscriptis", "main", "html2text", "browser", "lynx")
SETS = ("aeb", "fundus", "trafilatura", "readability", "wcxb")
_MOST_WORDS = 40_000


@dataclass
class Flattened:
    """One page as one flattener leaves it: its text, the gold's label and weight of each block, and where each
    block's words stand in the marked-up page (`html`: the block there, -1 for none)."""

    flattener: str
    packed: bytes
    labels: np.ndarray
    weights: np.ndarray
    html: np.ndarray

    @property
    def source(self) -> str:
        return zlib.decompress(self.packed).decode("utf-8", "surrogatepass")


@dataclass
class FlatPage:
    """One page in all its flattenings; `caption` tells the blocks of HTML that the mark-up calls captions."""

    set: str
    id: str
    site: str
    kind: str
    caption: np.ndarray
    forms: list[Flattened] = field(default_factory=list)


def browser(layout: Layout, seed: int) -> str:
    """The page as it is pasted from a browser: a line a block, a blank line round paragraphs and headings."""
    lines: list[str] = []
    tight = seed % 3 == 0  # some browsers and mail programs leave the blank lines out
    for block in layout.blocks:
        if _hidden(layout, block.container) or block.tag == "json":
            continue
        text = " ".join(block.text.split())
        if block.tag in ("td", "th") and lines and lines[-1]:
            lines[-1] += "\t" + text
            continue
        apart = block.tag in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote") and not tight
        if apart and lines and lines[-1]:
            lines.append("")
        lines.append(("•\t" if block.tag == "li" and seed % 2 else "") + text)
        if apart:
            lines.append("")
    return "\n".join(lines)


def lynx(layout: Layout, seed: int) -> str:
    """The page as lynx prints it: wrapped, indented, links numbered, pictures by their alt text in brackets."""
    lines: list[str] = []
    number = 0
    width = (72, 79, 80, 100)[seed % 4]
    numbered = seed % 3 > 0
    pictures: dict[int, list[str]] = {}
    for image in layout.images:
        pictures.setdefault(image.before, []).append(image.alt)
    for index, block in enumerate(layout.blocks):
        if block.tag == "json":
            continue
        for alt in pictures.get(index, ()) if seed % 2 else ():
            lines += [f"   [{' '.join(alt.split())}]" if alt else "   [IMG]", ""]
        text = block.text
        if numbered:
            for link in reversed(block.links):
                text = text[: link.span.start] + f"[{number + 1}]" + text[link.span.start :]
                number += 1
        mark = "     * " if block.tag in ("li", "dt", "dd") else "   "
        follow = " " * len(mark)
        lines += textwrap.wrap(
            " ".join(text.split()), width, initial_indent=mark, subsequent_indent=follow, break_long_words=False,
            break_on_hyphens=False,
        )  # fmt: skip
        if block.tag not in ("li", "dt", "dd", "td", "th"):
            lines.append("")
    return "\n".join(lines)


def _hidden(layout: Layout, at: int) -> bool:
    while at >= 0:
        if "is-hidden" in layout.containers[at].words:
            return True
        at = layout.containers[at].parent
    return False


def _captions(layout: Layout) -> np.ndarray:
    """Which blocks the mark-up calls captions: those of a `figcaption`."""
    said = np.zeros(len(layout.blocks), bool)
    for index, block in enumerate(layout.blocks):
        at = block.container
        said[index] = block.tag == "figcaption"
        while at >= 0 and not said[index]:
            said[index] = layout.containers[at].tag == "figcaption"
            at = layout.containers[at].parent
    return said


def tied(flat: Layout, html: Layout) -> np.ndarray:
    """For each block of the flat text the block of the marked-up page that most of its words come from."""
    words, owner = _words(flat)
    theirs, their_owner = _words(html)
    votes: list[dict[int, int]] = [{} for _ in flat.blocks]
    for op in LCSseq.opcodes(words, theirs):
        if op.tag == "equal":
            for a, b in zip(range(op.src_start, op.src_end), range(op.dest_start, op.dest_end), strict=True):
                one = votes[owner[a]]
                one[their_owner[b]] = one.get(their_owner[b], 0) + 1
    sizes = np.bincount(owner, minlength=len(flat.blocks)) if owner else np.zeros(len(flat.blocks))
    where: dict[str, list[int]] = {}
    for n, block in enumerate(html.blocks):
        where.setdefault(" ".join(pages.WORD.findall(block.text.casefold())), []).append(n)
    out = np.full(len(flat.blocks), -1, np.int32)
    for n, vote in enumerate(votes):
        if vote:
            best = max(vote, key=lambda k: vote[k])
            if vote[best] * 2 >= sizes[n]:
                out[n] = best
                continue
        same = where.get(" ".join(pages.WORD.findall(flat.blocks[n].text.casefold())))
        if same:  # its place in the order differs: the copy nearest to where we are
            share = n / len(flat.blocks) * len(html.blocks)
            out[n] = min(same, key=lambda k: abs(k - share))
    return out


def _words(layout: Layout) -> tuple[list[str], list[int]]:
    words: list[str] = []
    owner: list[int] = []
    for index, block in enumerate(layout.blocks):
        found = pages.WORD.findall(block.text.casefold())
        words += found
        owner += [index] * len(found)
        if len(words) > _MOST_WORDS:
            break
    return words, owner


def flattened(page: Any, html: Layout, flattener: str, source: str) -> Flattened:
    """The page as the flattener leaves it, labelled."""
    layout = split_flat(source)
    labels, shares = pages.label(page, layout)
    told = pages.LabelledPage(
        page.dataset, page.id, page.site, page.page_type or "", source, layout, labels, shares, page
    )
    roles, weights = block_roles(told)
    return Flattened(
        flattener,
        zlib.compress(source.encode("utf-8", "surrogatepass"), 6),
        roles.astype(np.int8),
        weights,
        tied(layout, html),
    )


def load(again: bool = False, sets: tuple[str, ...] = SETS) -> list[FlatPage]:
    """All pages; made anew when asked or when there are none kept."""
    import pickle  # a cache of our own making, never shipped and never read from elsewhere

    kept = paths.OUT / "flat-pages.cache"
    if kept.exists() and not again:
        return pickle.loads(kept.read_bytes())
    paths.need_data()
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]

    made = []
    for page in gold.load(sets):
        source = page.html()
        layout = split_html(source)
        one = FlatPage(page.dataset, page.id, page.site, page.page_type or "", _captions(layout))
        seed = zlib.crc32(page.id.encode())
        for flattener in FLATTENERS:
            try:
                text = (
                    browser(layout, seed)
                    if flattener == "browser"
                    else lynx(layout, seed)
                    if flattener == "lynx"
                    else pages.flatten(source, flattener)
                )
            except Exception as error:  # a flattener's crash is not ours; the page is left out and named
                print(f"{flattener} failed on {page.dataset} {page.id}: {error}", file=sys.stderr)
                continue
            one.forms.append(flattened(page, layout, flattener, text))
        made.append(one)
        if len(made) % 200 == 0:
            print(len(made), flush=True)
    paths.OUT.mkdir(exist_ok=True)
    kept.write_bytes(pickle.dumps(made))
    return made


if __name__ == "__main__":
    import flat_data  # so that what is kept names this module and not the script

    every = flat_data.load(again=True)
    print(len(every), "pages in", sum(len(p.forms) for p in every), "forms")
