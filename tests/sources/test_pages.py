"""Whatever is given is a page with its origin, or says in one sentence why it is none."""

import bz2
import gzip
import hashlib
import lzma
from datetime import UTC, datetime, timedelta, timezone

import brotli
import lz4.frame
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Form, Page, Reason, Unread
from onrecord.sources import page_from
from onrecord.sources.limits import Limits

HTML = "<!doctype html><title>Ferry returns</title><p>The ferry to Little Ness – the only one – sails again."
PACKERS = [
    gzip.compress,
    zstandard.compress,
    lz4.frame.compress,
    brotli.compress,
    bz2.compress,
    lzma.compress,
]


def page(source: str | bytes, **told: object) -> Page:
    found = page_from(source, **told)  # type: ignore[arg-type]
    assert isinstance(found, Page), found
    return found


def unread(source: str | bytes, **told: object) -> Unread:
    found = page_from(source, **told)  # type: ignore[arg-type]
    assert isinstance(found, Unread), found
    assert found.detail.endswith(".")
    return found


def test_a_page_keeps_its_source_and_tells_its_origin() -> None:
    data = HTML.encode()
    found = page(
        data, url="https://news.example/ferry", name="ferry.html", headers=(("Content-Type", "text/html"),)
    )
    assert found.source == HTML
    assert found.origin.sha256 == hashlib.sha256(data).hexdigest()
    assert (found.origin.encoding, found.origin.form, found.origin.length) == ("utf-8", Form.HTML, len(HTML))
    assert found.origin.headers == (("Content-Type", "text/html"),)


def test_text_is_kept_character_for_character() -> None:
    text = "\ufeffOSLO (AP) — A line.\r\n\r\nAnother\x00 one \ud800 here.\r\n"
    found = page(text)
    assert found.source == text.replace("\ud800", "\ufffd")
    assert found.origin.encoding is None
    assert found.origin.form is Form.FLAT


@pytest.mark.parametrize(
    ("pack", "name"),
    [
        (gzip.compress, "a.html.gz"),
        (zstandard.compress, "a.html.zst"),
        (lz4.frame.compress, "a.html.lz4"),
        (brotli.compress, "a.html.br"),
        (bz2.compress, "a.html.bz2"),
        (lzma.compress, "a.html.xz"),
        (lambda data: gzip.compress(data[:50]) + gzip.compress(data[50:]), "a.html.gz"),
    ],
)
def test_packed_pages_are_opened(pack: object, name: str) -> None:
    packed = pack(HTML.encode())  # type: ignore[operator]
    found = page(packed, name=name)
    assert found.source == HTML
    assert found.origin.name == name
    assert found.origin.sha256 == hashlib.sha256(packed).hexdigest()


@pytest.mark.parametrize("pack", PACKERS)
def test_what_is_cut_short_says_so(pack: object) -> None:
    packed = pack(HTML.encode() * 50)  # type: ignore[operator]
    name = "a.html.br" if pack is brotli.compress else "a.html"
    assert unread(packed[:-9], name=name).reason is Reason.COMPRESSED


@pytest.mark.parametrize("pack", PACKERS)
def test_bombs_are_not_let_go_off(pack: object) -> None:
    bomb = pack(b"a" * (40 << 20))  # type: ignore[operator]
    found = unread(bomb, name="bomb.br" if pack is brotli.compress else "bomb")
    assert found.reason in (Reason.COMPRESSED, Reason.TOO_LARGE)


def test_what_is_packed_over_and_over_is_not_opened_to_the_end() -> None:
    packed = HTML.encode()
    for _ in range(4):
        packed = gzip.compress(packed)
    assert unread(packed).reason is Reason.COMPRESSED


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", Reason.EMPTY),
        ("\ufeff \n\t\u00a0", Reason.EMPTY),
        (b"%PDF-1.7 ...", Reason.BINARY),
        (b"\x89PNG\r\n\x1a\n....", Reason.BINARY),
        (bytes(range(256)) * 8, Reason.BINARY),
        (b"PK\x03\x04....", Reason.NOT_A_PAGE),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", Reason.NOT_A_PAGE),
        ('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', Reason.NOT_A_PAGE),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', Reason.NOT_A_PAGE),
        ('<?xml version="1.0"?><!-- map --><urlset></urlset>', Reason.NOT_A_PAGE),
        ('<?xml version="1.0"?><nitf><head/></nitf>', Reason.NOT_A_PAGE),
        ('{"headline": "Ferry"}', Reason.NOT_A_PAGE),
        ('{"url": "a"}\n{"url": "b"}\n', Reason.NOT_A_PAGE),
        ("[" * 100_000, None),
    ],
)
def test_what_is_no_page_says_what_it_is(source: str | bytes, reason: Reason | None) -> None:
    found = page_from(source, name="thing")
    if reason is None:
        assert isinstance(found, Page | Unread)
    else:
        assert isinstance(found, Unread)
        assert found.reason is reason
        assert found.name == "thing"


@pytest.mark.parametrize(
    ("source", "told", "form"),
    [
        ("<p>One</p>", {}, Form.HTML),
        ("<!-- saved --><html>", {}, Form.HTML),
        ("<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p>x</p></html>", {}, Form.HTML),
        ("Just lines.\n\nOf text.", {}, Form.FLAT),
        ("Just lines.", {"name": "a.html"}, Form.FLAT),
        (
            "# Title\n\nText with <b>one</b> tag and much, much more text than tags. " * 20,
            {"name": "a.md"},
            Form.FLAT,
        ),
        (HTML, {"name": "a.txt"}, Form.HTML),
        (HTML, {"headers": (("content-type", "text/plain"),)}, Form.HTML),
        ("He wrote a < b and c > d, and <name> it.", {}, Form.FLAT),
        ("[AP] The bracket is no JSON.", {}, Form.FLAT),
        ("{Correction} nor is this.", {}, Form.FLAT),
        (HTML, {"form": Form.FLAT}, Form.FLAT),
        # flatteners leave what stands in noscript as it was written
        ('<img height="1" src="http://count.example/p">\n' + "A line of the page.\n" * 12, {}, Form.FLAT),
        (
            '<div><iframe src="//tags.example"></iframe></div>\n' + "A line of the page.\n" * 120,
            {},
            Form.FLAT,
        ),
        ("How to write <p>, <div> and <table> tags.\n" + "A line of the page.\n" * 12, {}, Form.FLAT),
        ("<p>" + "A line that somebody wrapped by hand,\n" * 12 + "<p>and more.", {}, Form.HTML),
        ('<img src="a.jpg">\n' + "One line of verse<br>\n" * 12, {}, Form.HTML),
    ],
)
def test_html_and_flat_text_are_told_apart(source: str, told: dict[str, object], form: Form) -> None:
    assert page(source, **told).origin.form is form


def test_too_much_is_too_large() -> None:
    limits = Limits(page=1000)
    assert unread(b"a" * 1001, limits=limits).reason is Reason.TOO_LARGE
    assert unread("a" * 1001, limits=limits).reason is Reason.TOO_LARGE


def test_the_charset_of_the_answer_is_used() -> None:
    headers = (("Content-Type", "text/html; charset=windows-1251"),)
    found = page("<p>Паром снова ходит".encode("cp1251"), headers=headers)
    assert (found.source, found.origin.encoding) == ("<p>Паром снова ходит", "windows-1251")


def test_a_single_file_page_tells_where_and_when() -> None:
    head = (
        "<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n"
        " url: https://news.example/ferry \n"
        " saved date: Tue Mar 05 2024 09:30:00 GMT+0100 (Central European Standard Time)\n-->"
        "<meta charset=utf-8>"
    )
    found = page((head + "<p>The ferry.").encode())
    assert found.origin.url == "https://news.example/ferry"
    assert found.origin.saved == datetime(2024, 3, 5, 9, 30, tzinfo=timezone(timedelta(hours=1)))
    assert page(head.encode(), url="https://other.example/").origin.url == "https://other.example/"


@pytest.mark.parametrize(
    ("comment", "url", "saved"),
    [
        ("<!-- saved from url=(0026)https://news.example/ferry -->", "https://news.example/ferry", None),
        (
            "<!-- Mirrored from news.example/ferry.html by HTTrack Website Copier/3.x [XR&CO'2014], "
            "Tue, 05 Mar 2024 08:30:00 GMT -->",
            None,
            datetime(2024, 3, 5, 8, 30, tzinfo=UTC),
        ),
        (
            "<!--\n FILE ARCHIVED ON 08:30:00 Mar 05, 2024 AND RETRIEVED FROM THE\n INTERNET ARCHIVE -->",
            None,
            datetime(2024, 3, 5, 8, 30, tzinfo=UTC),
        ),
    ],
)
def test_what_saving_tools_write_is_read(comment: str, url: str | None, saved: datetime | None) -> None:
    found = page(f"<html>{comment}<p>The ferry.</p></html>")
    assert (found.origin.url, found.origin.saved) == (url, saved)


CHROME = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://news.example/ferry\r\n"
    "Subject: =?utf-8?Q?Ferry=20returns?=\r\nDate: Tue, 5 Mar 2024 08:30:00 -0000\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n'
    '\tboundary="----MultipartBoundary--abc----"\r\n\r\n\r\n'
    "------MultipartBoundary--abc----\r\nContent-Type: text/html; charset=utf-8\r\n"
    "Content-ID: <frame-1@mhtml.blink>\r\n"
    "Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://news.example/ferry\r\n\r\n"
    "<!DOCTYPE html><html><head><title>Ferry</title></head><body>"
    "<p>The ferry =E2=80=93 at last =\r\nsails.</p></body></html>\r\n"
    "------MultipartBoundary--abc----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n"
    "Content-Location: https://news.example/a.png\r\n\r\niVBORw0KGgo=\r\n"
    "------MultipartBoundary--abc------\r\n"
)


def test_the_page_is_taken_out_of_mhtml() -> None:
    found = page(CHROME.encode(), name="ferry.mhtml")
    assert "<p>The ferry – at last sails.</p>" in found.source
    assert found.origin.form is Form.HTML
    assert found.origin.url == "https://news.example/ferry"
    assert found.origin.saved is not None
    assert found.origin.saved.day == 5


@pytest.mark.parametrize("source", [CHROME, "\ufeff\r\n" + CHROME, b"\xef\xbb\xbf" + CHROME.encode()])
def test_mhtml_is_known_as_text_and_after_a_mark_too(source: str | bytes) -> None:
    assert page(source).source == page(CHROME.encode()).source


def test_mhtml_cut_short_gives_what_there_is() -> None:
    assert "at last" in page(CHROME.split("iVBOR")[0].encode()).source
    assert unread(CHROME.split("\r\n\r\n")[0].encode() + b"\r\n\r\n").reason is Reason.NOT_A_PAGE


def test_nested_mhtml_does_not_exhaust_us() -> None:
    deep = b"".join(
        b"Content-Type: multipart/related; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
        for level in range(3000)
    )
    assert isinstance(page_from(deep), Page | Unread)


@given(st.binary(max_size=300), st.sampled_from([None, "a.html", "a.br", "a.txt", "a.mhtml"]))
def test_any_bytes_give_a_page_or_a_reason(data: bytes, name: str | None) -> None:
    found = page_from(data, name=name)
    assert isinstance(found, Page | Unread)
    if isinstance(found, Page):
        assert found.origin.length == len(found.source)


@given(st.text(max_size=300))
def test_any_text_gives_a_page_of_the_same_length_or_a_reason(text: str) -> None:
    found = page_from(text)
    if isinstance(found, Page):
        assert len(found.source) == len(text)
