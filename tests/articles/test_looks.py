"""What a page looks like as a whole is told in numbers, the same for every page."""

import pytest

from onrecord.articles.looks import FEATURES, likelihood, see
from onrecord.blocks.html import split_html
from onrecord.models.views import PageView
from onrecord.record import Declaration, Declared, Part, Role

STORY = (
    "<h1>Harbour talks end</h1>"
    + "<p>The talks over the harbour ended without a deal in 2031, both sides said.</p>" * 5
)
SHOP = "<h1>Rope, 12 mm</h1>" + "<div><a href='/p/1'>Rope</a><span>€ 12.50</span></div>" * 9


def _look(body: str, kind: str, url: str | None, role: Role = Role.PARAGRAPH) -> dict[str, float]:
    layout = split_html(f"<html><body>{body}</body></html>")
    declared = Declared((Declaration("kind", kind, f"json-ld {kind}.@type", None),))
    parts = [
        Part(block, Role.HEADLINE if block.tag == "h1" else role, 0.9, "made for a test")
        for block in layout.blocks
    ]
    row = see(layout, declared, url, parts, PageView({"article": 0.7, "product": 0.2}))
    return dict(zip(FEATURES, row, strict=True))


def test_a_story_and_a_shop_look_different() -> None:
    story = _look(STORY, "NewsArticle", "https://post.example/2031/05/04/harbour-talks-end")
    shop = _look(SHOP, "Product", "https://ropes.example/products/rope?size=12&length=9", Role.FURNITURE)
    assert (story["type_news"], shop["type_news"]) == (1, 0)
    assert (story["type_product"], shop["type_product"]) == (0, 1)
    assert (story["day_in_path"], shop["day_in_path"]) == (1, 0)
    assert (story["query"], shop["query"]) == (0, 2)
    assert shop["prices"] == 9
    assert shop["linked_share"] > story["linked_share"]
    assert (story["story_blocks"], shop["story_blocks"]) == (5, 0)
    assert (story["sentences"], story["numbers"], shop["sentences"]) == (1, 1, 0)
    assert story["kind_article"] > 0 > story["kind_product"] > story["kind_forum"]


@pytest.mark.parametrize("url", [None, "", "https://post.example", "nonsense"])
def test_any_address_is_looked_at(url: str | None) -> None:
    assert len(_look(STORY, "WebPage", url)) == len(FEATURES)


def test_a_score_of_nought_is_even_odds() -> None:
    assert likelihood(0.0) == 0.5
    assert 0 < likelihood(-900.0) < 0.001
    assert 0.999 < likelihood(900.0) < 1


def test_a_page_without_blocks_is_looked_at() -> None:
    assert len(see(split_html("<html></html>"), Declared(), None, [], PageView())) == len(FEATURES)
