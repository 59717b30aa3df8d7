"""What cannot be news is passed over with a reason; what calls itself an article never is."""

import pytest

from onrecord.sources.looks import passed_over, unread
from onrecord.sources.records import Saved

BODY = (
    b"<html><head><title>Ferry</title></head><body><p>"
    + b"The ferry sails again. " * 30
    + b"</p></body></html>"
)
ARTICLE = b'<html><meta property="og:type" content="article">' + BODY


def look(url: str | None = "https://news.example/a-story", data: bytes = BODY, **told: object) -> str | None:
    return passed_over(Saved("name", data, url, **told))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url",
    [
        "https://news.example/2024/03/05/ferry.html",
        "https://news.example/?p=2895",
        "https://news.example/newsletters/the-ferry-is-back",
        "https://news.example/about-the-ferry",
        "file:///home/ann/ferry.html",
        None,
    ],
)
def test_what_may_be_a_story_is_read(url: str | None) -> None:
    assert look(url) is None


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://news.example/", "by its address a list or a service page"),
        ("https://news.example/tag/ferries", "by its address a list or a service page"),
        ("https://news.example/author/ann-field/", "by its address a list or a service page"),
        ("https://news.example/world/page/7", "by its address a list or a service page"),
        ("https://news.example/login", "by its address a list or a service page"),
        ("https://news.example/logo.svg", "by its address not a page"),
        ("https://news.example/app.js?v=3", "by its address not a page"),
        ("urn:X-wpull:log", "a record of the crawler's own"),
    ],
)
def test_addresses_of_other_things_are_passed_over(url: str, why: str) -> None:
    assert look(url) == why


@pytest.mark.parametrize("url", ["https://news.example/", "https://news.example/tag/ferries"])
def test_an_article_is_read_whatever_its_address(url: str) -> None:
    assert look(url, ARTICLE) is None


def test_types_and_answers_are_looked_at() -> None:
    assert look(status=301) == "answered with HTTP status 3xx"
    assert look(status=404) == "answered with HTTP status 4xx"
    assert look(status=200) is None
    assert look(headers=(("content-type", "image/png"),)) == "by its content type not a page"
    assert look(headers=(("content-type", "text/html; charset=utf-8"),)) is None
    assert look(data=b"", status=200) == "without a body"
    assert look(data=b"<html><title>Moved</title></html>") == "too short for a story"
    assert look(doubt="a feed's teaser without the story") == "a feed's teaser without the story"


def test_an_address_that_is_none_does_no_harm() -> None:
    assert look("http://[::1") is None


def test_what_is_passed_over_says_where_and_why() -> None:
    told = unread(Saved("a.warc#7", b"", "https://news.example/"), "without a body")
    assert told.detail == "a.warc#7 (https://news.example/) is passed over: without a body."
