"""What the tools that people use have made of one page gives that page's story, with its address and time."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.reading import read_article
from onrecord.record import Article, Page
from onrecord.samples import SAMPLE
from onrecord.sources.looks import passed_over
from onrecord.sources.records import Saved
from onrecord.sources.shards import cut, items

FILES = Path(__file__).parent / "files"
ADDRESS = "http://127.0.0.1:8765/story.html"


def told(article: Article) -> tuple[object, ...]:
    return (
        article.headline, article.text, article.bylines, article.agency, article.published, article.dateline,
        [picture.caption for picture in article.pictures], [line.text for line in article.contributors],
    )  # fmt: skip


@pytest.fixture(scope="module")
def story() -> tuple[object, ...]:
    article = read_article(SAMPLE.read_bytes())
    assert isinstance(article, Article)
    assert article.text.count("\n\n") > 8
    return told(article)


def day(page: Page) -> datetime | None:
    saved = page.origin.saved
    return saved and saved.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


@pytest.mark.parametrize(
    ("name", "url", "dated"),
    [
        ("chromium.mhtml", ADDRESS, True),
        ("singlefile.html", ADDRESS, True),
        ("singlefile-packed.html", ADDRESS, True),
        ("wget.warc.gz", ADDRESS, True),
        ("py-wacz.wacz", ADDRESS, True),
        ("story.html.zst", None, False),
        ("story.html.lz4", None, False),
        ("story.html.gz", None, False),
    ],
)
def test_every_tools_file_gives_the_story(
    name: str, url: str | None, dated: bool, story: tuple[object, ...]
) -> None:
    found = [item for shard in cut([str(FILES / name)]) for item in items(shard)]
    may_be_news = [item for item in found if isinstance(item, Saved) and not passed_over(item)]
    (saved,) = may_be_news
    page = saved.page()
    assert isinstance(page, Page)
    assert page.origin.url == url
    assert day(page) == (datetime(2026, 11, 25, tzinfo=UTC) if dated else None)
    article = read_article(page)
    assert isinstance(article, Article)
    assert told(article) == story
