"""The times that pages print in one line, in many languages, where nothing is declared."""

from pathlib import Path

import pytest

import onrecord
from onrecord.record import Article

TABLE = Path(__file__).parents[1] / "cases" / "printed_times.txt"
STORY = "The talks over the harbour ended without a deal, both sides said at dawn, and they will meet again soon. "


def _printed() -> list[tuple[str, str, str]]:
    found = []
    for line in TABLE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, _, told = line.partition(" => ")
            published, _, modified = told.partition(" ;")
            found.append((text, published.strip(), modified.strip()))
    return found


@pytest.mark.parametrize(("text", "published", "modified"), _printed())
def test_a_date_line_tells_both_times(text: str, published: str, modified: str) -> None:
    paragraphs = "".join(f"<p>{STORY * 3}{n}</p>" for n in range(4))
    head = f"<h1>Harbour talks end without a deal</h1><time>{text}</time>"
    page = f"<html><body><article>{head}{paragraphs}</article></body></html>"
    article = onrecord.read_article(page)
    assert isinstance(article, Article)
    told = [time.isoformat()[:16] if time else "" for time in (article.published, article.modified)]
    assert told == [published, modified]


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        (
            '<time datetime="2031-03-04T08:15:20+01:00">March 4, 2031, 8:15 am</time>',
            "2031-03-04T08:15:20+01:00",
            None,
        ),
        (
            '<time datetime="2031-03-04T07:15:00Z">4 March 2031, 08:15</time>',
            "2031-03-04T08:15:00+01:00",
            None,
        ),
        (
            '<time datetime="2031-03-04T08:15:00-05:00">March 4, 2031</time>',
            "2031-03-04T08:15:00-05:00",
            None,
        ),
        (
            'Published <time datetime="2031-03-04T08:15:00+01:00">March 4, 2031 8:15 am</time>, '
            'updated <time datetime="2031-03-04T09:30:00+01:00">March 4, 2031 9:30 am</time>',
            "2031-03-04T08:15:00+01:00",
            "2031-03-04T09:30:00+01:00",
        ),
        # of another day: the mark-up of some pages tells when they were sent
        ('<time datetime="2031-06-09T08:15:00Z">4 March 2031, 08:15</time>', "2031-03-04T08:15:00", None),
        # in an element of its own, which is not the printed one
        (
            '4 March 2031, 08:15 <time datetime="2031-03-04T07:15:00Z">12 hours ago</time>',
            "2031-03-04T08:15:00",
            None,
        ),
    ],
)
def test_a_printed_time_has_the_offset_of_its_own_element(
    line: str, published: str, modified: str | None
) -> None:
    paragraphs = "".join(f"<p>{STORY * 3}{n}</p>" for n in range(4))
    head = f"<h1>Harbour talks end without a deal</h1><p>By Mara Quill</p><div>{line}</div>"
    article = onrecord.read_article(f"<html><body><article>{head}{paragraphs}</article></body></html>")
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.published.isoformat() == published
    assert (article.modified.isoformat() if article.modified else None) == modified


def test_a_day_at_the_end_of_the_first_sentence_is_not_the_story_s() -> None:
    lead = "<p>The last boat of the harbour company left for good on November 5, 2029.</p>"
    head = "<h1>Harbour talks end without a deal</h1>"
    page = f"<html><body><article>{head}{lead}<p>{STORY * 3}</p></article></body></html>"
    article = onrecord.read_article(page)
    assert isinstance(article, Article)
    assert article.published is None
