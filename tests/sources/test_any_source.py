"""Archives damaged in any way give their whole records and a reason for the rest, and never a traceback."""

import gzip
import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.record import Page, Unread
from onrecord.sources import page_from
from onrecord.sources.http import answer_in
from onrecord.sources.limits import Unreadable
from onrecord.sources.records import Saved
from onrecord.sources.shards import cut, items

from .made_archives import story, wacz, warc
from .test_pages import CHROME
from .test_shards import arc, feed

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
JSON_FEED = (
    b'{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "https://news.example/1", '
    b'"title": "Ferry", "authors": [{"name": "Ann"}], "content_html": "<p>It sails.</p>"}]}'
)
ROWS = b'{"url": "https://news.example/1", "html": "<p>It sails.</p>", "saved": "2024-03-05"}\n' * 5


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one good source of each kind."""
    folder = tmp_path_factory.mktemp("made")
    pages = io.BytesIO()
    with zipfile.ZipFile(pages, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.html", story(number))
    plain = warc(folder / "a.warc", 4, packed=False).read_bytes()
    sources = {
        "a.warc": plain,
        "a.warc.gz": warc(folder / "b.warc.gz", 4).read_bytes(),
        "whole.warc.gz": gzip.compress(plain),
        "a.wacz": wacz(folder / "a.wacz", 3).read_bytes(),
        "a.zip": pages.getvalue(),
        "a.arc": arc(*((f"https://news.example/{n}", story(n)) for n in range(3))),
        "a.rss": feed().rss_str(),
        "a.atom": feed().atom_str(),
        "feed.json": JSON_FEED,
        "a.jsonl": ROWS,
        "a.mhtml": CHROME.encode(),
        "a.html.gz": gzip.compress(story(1)),
    }
    good = folder / "good"
    good.mkdir()
    for name, data in sources.items():
        (good / name).write_bytes(data)
    return good


NAMES = (
    "a.warc", "a.warc.gz", "whole.warc.gz", "a.wacz", "a.zip", "a.arc", "a.rss", "a.atom", "feed.json",
    "a.jsonl", "a.mhtml", "a.html.gz",
)  # fmt: skip

CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["cut", "double", "overwrite", "number", "end"]),
        st.floats(0, 1),
        st.integers(1, 300),
        st.binary(min_size=1, max_size=20),
    ),
    min_size=1,
    max_size=5,
)


def damaged(data: bytes, changes: list[tuple[str, float, int, bytes]]) -> bytes:
    """The bytes with parts of them cut out, doubled, overwritten, or with other numbers in them."""
    out = bytearray(data)
    for what, where, length, noise in changes:
        at = int(where * len(out))
        if what == "cut":
            del out[at : at + length]
        elif what == "double":
            out[at:at] = out[at : at + length]
        elif what == "overwrite":
            out[at : at + len(noise)] = noise
        elif what == "number":
            digits = [n for n in range(at, min(at + 2000, len(out))) if 48 <= out[n] <= 57]
            if digits:
                out[digits[0] : digits[0] + 1] = b"%d" % (length * 7919)
        else:
            del out[at:]
    return bytes(out)


def holds(path: Path) -> None:
    """The promise: every item is something or says why not, and cutting the source changes none of them."""
    whole = [item for shard in cut([str(path)], pages=1000) for item in items(shard)]
    parts = [item for shard in cut([str(path)], pages=1) for item in items(shard)]
    assert parts == whole
    for item in whole:
        assert isinstance(item, Saved | Unread)
        told = item.page() if isinstance(item, Saved) else item
        assert isinstance(told, Page | Unread)
        if isinstance(told, Unread):
            assert told.detail.endswith(".")
            assert "\n" not in told.detail


@pytest.mark.parametrize("name", NAMES)
@given(changes=CHANGES)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_sources_give_items_or_reasons(
    name: str, changes: list[tuple[str, float, int, bytes]], made: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(damaged((made / name).read_bytes(), changes))
    holds(path)


@pytest.mark.fuzz
@pytest.mark.parametrize("name", NAMES)
@given(changes=CHANGES)
@settings(max_examples=3_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_thousands_of_damaged_sources_give_items_or_reasons(
    name: str, changes: list[tuple[str, float, int, bytes]], made: Path, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_bytes(damaged((made / name).read_bytes(), changes))
    holds(path)


@given(st.binary(max_size=500), st.sampled_from(NAMES))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_under_any_name_give_items_or_reasons(tmp_path: Path, data: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    holds(path)


@given(st.binary(max_size=400))
def test_any_block_gives_an_answer_or_a_reason(data: bytes) -> None:
    for head in (b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"):
        with suppress(Unreadable):
            assert isinstance(answer_in(head + data, where="it").body, bytes)


PARTS = [
    "MIME-Version: 1.0\r\n", "Content-Type: multipart/related; boundary=b\r\n", "\r\n", "--b\r\n", "--b",
    "Content-Type: text/html; charset=utf-8\r\n", "Content-Transfer-Encoding: base64\r\n", "PGh0bWw+\r\n",
    "Content-Type: multipart/alternative; boundary=b\r\n", "Date: x\r\n", " folded\r\n", "--b--\r\n",
    "<p>text</p>\r\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
def test_any_parts_of_mhtml_give_a_page_or_a_reason(text: str) -> None:
    data = ("Content-Type: multipart/related; boundary=b\r\n" + text).encode()
    assert isinstance(page_from(data, name="a.mhtml"), Page | Unread)
