"""A page's wordings for its headline are gathered once each, with who says them, and described for choosing."""

from onrecord.articles.headlines import Title
from onrecord.articles.wordings import FEATURES, Facts, describe, find_wordings

DECLARED = [
    Title("Harbour talks end", "json-ld NewsArticle.headline"),
    Title("Harbour talks end", "meta og:title"),
    Title("Talks over Osthaven's harbour collapse", "meta twitter:title"),
    Title("Harbour talks end", "title"),
]
WHOLE = [
    "Harbour talks end",
    "“Harbour talks end”",
    "Talks over Osthaven's harbour collapse",
    "Harbour talks end | The Post",
]
FACTS = Facts(
    frozenset({"thepost"}),
    "https://post.example/2031/harbour-talks-end",
    ["NewsArticle"],
    0.9,
    True,
    1,
)


def test_each_wording_stands_once_with_all_who_say_it() -> None:
    found = find_wordings(Title("Harbour  Talks end", "printed"), [], DECLARED, WHOLE, "Harbour talks end")
    by_text = {wording.text: wording.said for wording in found}
    assert set(by_text) == {
        "Harbour talks end",
        "“Harbour talks end”",
        "Talks over Osthaven's harbour collapse",
        "Harbour talks end | The Post",
        "The Post",
    }
    first = by_text["Harbour talks end"]
    assert {"ruled", "printed_short", "data_whole", "og_short", "title_short", "title_first"} <= first
    assert by_text["The Post"] == {"title_last"}


def test_every_wording_has_every_feature() -> None:
    found = find_wordings(
        Title("Harbour talks end", "printed"), ["Ahoy"], DECLARED, WHOLE, "Harbour talks end"
    )
    rows = [dict(zip(FEATURES, row, strict=True)) for row in describe(found, FACTS)]
    told = dict(zip([wording.text for wording in found], rows, strict=True))
    assert told["Harbour talks end"]["ruled"] == 1
    assert told["Harbour talks end"]["in_slug"] == 1
    assert told["The Post"]["site"] == 1
    assert told["Talks over Osthaven's harbour collapse"]["twitter_short"] == 1
    assert {row["data_is_article"] for row in rows} == {1}


def test_a_page_that_declares_nothing_has_its_printed_wording_alone() -> None:
    found = find_wordings(Title("Harbour talks end", "printed"), [], [], [], "Harbour talks end")
    assert [wording.text for wording in found] == ["Harbour talks end"]
    assert len(describe(found, FACTS)[0]) == len(FEATURES)
