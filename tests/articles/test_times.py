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
