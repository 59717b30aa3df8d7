"""The site's name and section as flat text prints them."""

import pytest

from onrecord import read_article
from onrecord.record import Article

STORY = """
Harbour talks end without a deal

By Mara Quill
March 4, 2031

The talks over the harbour of Osthaven ended without a deal on Monday, both sides said after eleven hours.

A spokeswoman for the dockers said they would meet again in the spring, with a mediator from abroad.

The port's owner did not answer questions about the ships that have been waiting outside since last March.
"""


def read(over: str, under: str) -> Article:
    article = read_article(over + STORY + "\n" + under)
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("over", "under", "publisher"),
    [
        ("", "© 2031 Osthaven Courier. All rights reserved.", "Osthaven Courier"),
        ("Osthaven Courier\n\nNews\nSport\n", "© 2031 Osthaven Courier Media Group Inc.", "Osthaven Courier"),
        (
            "",
            "About The Osthaven Courier\nThe Osthaven Courier on Facebook\nCookies\n",
            "The Osthaven Courier",
        ),
        ("Harbour talks end without a deal | Osthaven Courier\n\n", "", "Osthaven Courier"),
        ("", "© 2031 Lund & Quill Communications, Inc.", None),
        ("", "© 2031 The Associated Press. All rights reserved.", None),
        ("", "About Mara Quill\nFollow Mara Quill on Twitter", None),
        ("News\nSport\nMagazine\n", "News\nSport\nMagazine\nFitness newsletter", None),
    ],
)
def test_a_name_printed_as_the_sites_own_in_more_than_one_way_is_the_publisher(
    over: str, under: str, publisher: str | None
) -> None:
    article = read(over, under)
    assert article.publisher == publisher
    assert article.printed.publisher == publisher
    assert article.declared.publisher is None


def test_why_a_name_is_believed_is_said() -> None:
    evidence = [
        one
        for one in read("", "© 2031 Osthaven Courier. All rights reserved.").evidence
        if one.field == "publisher"
    ]
    assert [(one.value, one.believed) for one in evidence] == [("Osthaven Courier", True)]
    assert "claim" in evidence[0].reason


@pytest.mark.parametrize(
    ("over", "under", "section"),
    [
        ("  * Shipping\n  * Weather\n  * Tides\n\nSHIPPING\n", "Contact", "SHIPPING"),
        ("SHIPPING\n", "Contact", None),
        ("News\nShipping\nWeather\n", "News\nShipping\nWeather", None),
    ],
)
def test_a_section_stands_over_the_headline_and_is_named_again(
    over: str, under: str, section: str | None
) -> None:
    assert read(over, under).section == section
