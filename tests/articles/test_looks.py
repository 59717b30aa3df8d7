"""What a page looks like as a whole is told in numbers, the same for every page."""

import pytest

from onrecord.articles.looks import FEATURES, see, weigh
from onrecord.blocks.html import split_html
from onrecord.record import Declaration, Declared

STORY = (
    "<h1>Harbour talks end</h1>"
    + "<p>The talks over the harbour ended without a deal in 2031, both sides said.</p>" * 5
)
SHOP = "<h1>Rope, 12 mm</h1>" + "<div><a href='/p/1'>Rope</a><span>€ 12.50</span></div>" * 9


def _look(body: str, kind: str, url: str | None) -> dict[str, float]:
    layout = split_html(f"<html><body>{body}</body></html>")
    declared = Declared((Declaration("kind", kind, f"json-ld {kind}.@type", None),))
    row = see(layout, declared, url)
    return dict(zip(FEATURES, row, strict=True))


def test_a_story_and_a_shop_look_different() -> None:
    story = _look(STORY, "NewsArticle", "https://post.example/2031/05/04/harbour-talks-end")
    shop = _look(SHOP, "Product", "https://ropes.example/products/rope?size=12&length=9")
    assert (story["type_news"], shop["type_news"]) == (1, 0)
    assert (story["type_product"], shop["type_product"]) == (0, 1)
    assert (story["day_in_path"], shop["day_in_path"]) == (1, 0)
    assert (story["query"], shop["query"]) == (0, 2)
    assert shop["prices"] == 9
    assert shop["linked_share"] > story["linked_share"]


@pytest.mark.parametrize("url", [None, "", "https://post.example", "nonsense"])
def test_any_address_is_looked_at(url: str | None) -> None:
    assert len(_look(STORY, "WebPage", url)) == len(FEATURES)


def test_the_model_and_the_looks_are_weighed_together() -> None:
    assert weigh(0.5, 0.0) == 0.5
    assert weigh(0.9, -3.0) < 0.5 < weigh(0.9, 0.0)
    assert weigh(0.1, 3.0) > 0.5 > weigh(0.1, 0.0)
    assert 0 < weigh(0.0, -9.0) < 0.001
    assert 0.999 < weigh(1.0, 9.0) < 1
