"""A story that stands only in a script."""

import html
import json

import pytest

from onrecord import read_article
from onrecord.blocks import split_blocks, yields
from onrecord.declared import find_declared
from onrecord.markup import parse
from onrecord.record import Article, Form
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


STORY = {
    "title": "Ferry to sail",
    "byline": "Mara Quill",
    "publishedAt": "2031-03-04T08:15:00+01:00",
    "body": "".join(
        f"<p>{p}</p>"
        for p in [*PARAGRAPHS, *(p.replace("Norvik", "Osthaven") + " " * 2 for p in PARAGRAPHS)][:4]
    )
    + "<p>Nobody on the island remembers a winter without a boat, and few want to see one more.</p>",
}
APP = {"page": {"settings": {"a": 1}, "article": STORY}}
TEXT = json.dumps(APP)
TOLD = json.dumps({"@type": "NewsArticle", "headline": "Ferry to sail", "articleBody": STORY["body"]})
LD = "<script type='application/ld+json'>{}</script>"


@pytest.mark.parametrize(
    "script",
    [
        f"<script id='__NEXT_DATA__' type='application/json'>{TEXT}</script>",
        f"<script>var a = {{b: 1}}; window.__STATE__ = {TEXT}; start(a)</script>",
        f"<script>window.__STATE__ = JSON.parse({json.dumps(TEXT)});</script>",
        f"<script>self.__rows.push([1, {json.dumps('5:' + TEXT)}])</script>",
        f"<script>Site.content={{article: {json.dumps(STORY)}, b: undefined}};</script>",
        f'<div id="app" data-page="{html.escape(TEXT)}"></div>',
        LD.format(html.escape(TOLD)),
        LD.format(html.escape(TOLD, quote=False).replace("&amp;lt;", "&lt;")),
        LD.format(TOLD[:-1] + ",}"),
        LD.format(TOLD[:-2]),
        LD.format(TOLD.replace('\\"', '"')),
    ],
    ids="whole named parse rows bare attribute entities tags comma cut marks".split(),
)
def test_a_story_in_any_form_of_script_is_read_with_its_places(script: str) -> None:
    source = f"<html><head><title>Ferry to sail</title></head><body><p>Please enable scripts.</p>{script}</body></html>"
    article = read_article(source)
    assert isinstance(article, Article)
    lines = article.text.split("\n\n")
    assert lines[:3] == PARAGRAPHS
    assert len(lines) == 5
    assert article.is_article or "NewsArticle" not in script
    assert article.headline == "Ferry to sail"
    for part in article.blocks:
        assert yields(part.block, source, Form.HTML) == part.block.text
    if "byline" in script:
        assert [byline.name for byline in article.bylines] == ["Mara Quill"]
        assert str(article.published) == "2031-03-04 08:15:00+01:00"


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ('<script type="application/ld+json">{"@type": "Product", "name": "Rope"}</script>', TEXT),
        ("", json.dumps({"product": {**STORY, "variants": [], "sku": "R12"}})),
    ],
    ids=["declared", "beside"],
)
def test_what_a_shop_keeps_in_its_data_is_no_story(kind: str, data: str) -> None:
    article = read_article(
        f"<html><head><title>Ferry to sail</title>{kind}</head><body><p>Rope, 12 mm.</p>"
        f"<script id='__NEXT_DATA__' type='application/json'>{data}</script></body></html>"
    )
    assert isinstance(article, Article)
    assert PARAGRAPHS[0] not in article.text
