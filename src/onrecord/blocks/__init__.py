"""Page -> blocks: by mark-up (`html.py`), by lines (`flat.py`), or out of a script (`scripts.py`)."""

from dataclasses import replace

from ..record import Block, Declared, Form, Layout, Page, Span
from .flat import flat_positions, render_flat, split_flat
from .html import html_positions, render, split_html
from .scripts import render_script, split_scripts

_LITTLE = 600
"""Letters in long blocks below which no story is shown: a teaser, a question for consent and a claim of rights."""


def split_blocks(page: Page, declared: Declared | None = None) -> Layout:
    """Every block of the page in reading order; nothing of what a reader sees is left out.

    A story that the page declares and does not show comes last, as blocks of its script (tag `json`).
    """
    if page.origin.form is Form.FLAT:
        return split_flat(page.source)
    layout = split_html(page.source)
    if declared is not None and declared.first("body"):
        hidden = split_scripts(page.source, declared, layout.blocks)
        if hidden:
            return replace(layout, blocks=layout.blocks + tuple(hidden))
    return layout


def shows_little(layout: Layout) -> bool:
    """Whether a page shows hardly any running text: its story may stand in a script, for a program to show."""
    return sum(len(block.text) for block in layout.blocks if len(block.text) >= 80) < _LITTLE


def yields(block: Block, source: str, form: Form) -> str:
    """The text that the block's source span yields today; equal to `block.text` if nothing has changed."""
    raw = block.source.of(source)
    if form is Form.FLAT:
        return render_flat(raw)
    return render_script(raw) if block.tag == "json" else render(raw, block.tag)


def locate(block: Block, span: Span, source: str, form: Form) -> Span:
    """Where in the source a span of the block's text stands; the whole block's span if it cannot be told."""
    raw = block.source.of(source)
    if form is Form.FLAT:
        places = flat_positions(raw, block.text)
    else:
        places = html_positions(raw, block.tag) if block.tag != "json" else []
    if len(places) != len(block.text) or not 0 <= span.start < span.end <= len(places):
        return block.source
    start = places[span.start]
    end = places[span.end] if span.end < len(places) else len(raw)
    last = places[span.end - 1]
    if raw[last] != "&" and last < end:
        end = last + 1
    return Span(block.source.start + start, block.source.start + max(end, start + 1))


__all__ = ["locate", "shows_little", "split_blocks", "yields"]
