"""What a page looks like as a whole is told in numbers, the same for every page."""

import pytest

from onrecord.articles.looks import FEATURES, see
from onrecord.blocks.html import split_html
from onrecord.record import Declaration, Declared, Part, Role

STORY = (
    "<h1>Harbour talks end</h1>"
    + "<p>The talks over the harbour ended without a deal in 2031, both sides said.</p>" * 5
)
SHOP = "<h1>Rope, 12 mm</h1>" + "<div><a href='/p/1'>Rope</a><span>€ 12.50</span></div>" * 9


def _look(body: str, kind: str, url: str | None) -> dict[str, float]:
    layout = split_html(f"<html><body>{body}</body></html>")
    roles = {"h1": Role.HEADLINE, "p": Role.PARAGRAPH}
    parts = [Part(b, roles.get(b.tag, Role.FURNITURE), 0.9, "made for a test") for b in layout.blocks]
    text = "\n\n".join(p.block.text for p in parts if p.role is Role.PARAGRAPH)
    declared = Declared((Declaration("kind", kind, f"json-ld {kind}.@type", None),))
    row = see(parts, layout, declared, url, {"article": 0.5}, text)
    return dict(zip(FEATURES, row, strict=True))


def test_a_story_and_a_shop_look_different() -> None:
    story = _look(STORY, "NewsArticle", "https://post.example/2031/05/04/harbour-talks-end")
    shop = _look(SHOP, "Product", "https://ropes.example/products/rope?size=12&length=9")
    assert (story["type_news"], shop["type_news"]) == (1, 0)
    assert (story["type_product"], shop["type_product"]) == (0, 1)
    assert (story["day_in_path"], shop["day_in_path"]) == (1, 0)
    assert (story["query"], shop["query"]) == (0, 2)
    assert story["words_a_paragraph"] > 60
    assert shop["prices"] == 9
    assert shop["linked_share"] > story["linked_share"]


@pytest.mark.parametrize("url", [None, "", "https://post.example", "nonsense"])
def test_any_address_is_looked_at(url: str | None) -> None:
    assert len(_look(STORY, "WebPage", url)) == len(FEATURES)
