"""A story that stands only in a script."""

import json

from onrecord.blocks import split_blocks, yields
from onrecord.declared import find_declared
from onrecord.markup import parse
from onrecord.record import Form
from onrecord.sources.pages import page_from

PARAGRAPHS = [
    "The harbour board of Norvik voted on Monday to bring back the ferry that was sold nine years ago.",
    'Ada Vell, who keeps the island\'s only shop, called it "the best day since the old boat left".',
    "The first sailing is planned for May; what a ticket will cost is not decided, the board said.",
]


def _page(body: str, shown: str = "") -> str:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Ferry to sail",
        "articleBody": body,
    }
    return (
        f"<html><head><script type='application/ld+json'>{json.dumps(told)}</script></head>"
        f"<body><div id=app></div>{shown}</body></html>"
    )


def test_a_declared_body_that_is_not_shown_becomes_blocks_of_its_script() -> None:
    source = _page("\n\n".join(PARAGRAPHS))
    page = page_from(source)
    layout = split_blocks(page, find_declared(parse(source), source))
    assert [b.text for b in layout.blocks if b.tag == "json"] == PARAGRAPHS
    assert all(yields(b, source, Form.HTML) == b.text for b in layout.blocks)


def test_a_declared_body_that_is_shown_is_not_read_twice() -> None:
    source = _page("\n\n".join(PARAGRAPHS), "".join(f"<p>{p}</p>" for p in PARAGRAPHS))
    page = page_from(source)
    layout = split_blocks(page, find_declared(parse(source), source))
    assert [b.tag for b in layout.blocks] == ["p", "p", "p"]
