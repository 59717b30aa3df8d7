"""Each kind of source gives its pages, and the same ones however it is cut."""

import gzip
import io
import json
import os
import struct
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import brotli
import lz4.frame
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from feedgen.feed import FeedGenerator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.record import Form, Page, Reason, Unread
from onrecord.sources.limits import Limits
from onrecord.sources.looks import passed_over
from onrecord.sources.records import Saved
from onrecord.sources.shards import ShardKind, cut, items
from onrecord.sources.tables import Columns
from tests.sources.made_archives import DATE, add_response, address, offsets, story, wacz, warc

# warcio leaves its temporary files to the garbage collector
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

CAPTURED = datetime(2024, 3, 5, 8, 30, tzinfo=UTC)


def everything(*sources: Path | str, pages: int = 64, **told: object) -> list[Saved | Unread]:
    shards = cut([str(source) for source in sources], pages=pages, **told)  # type: ignore[arg-type]
    return [item for shard in shards for item in items(shard)]


def saved(*sources: Path | str, **told: object) -> list[Saved]:
    found = everything(*sources, **told)  # type: ignore[arg-type]
    assert all(isinstance(item, Saved) for item in found), found
    return [item for item in found if isinstance(item, Saved)]


def unread(*sources: Path | str, **told: object) -> list[Unread]:
    return [item for item in everything(*sources, **told) if isinstance(item, Unread)]  # type: ignore[arg-type]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("pages", [1, 3, 64])
def test_a_warc_gives_the_same_pages_however_it_is_cut(tmp_path: Path, packed: bool, pages: int) -> None:
    path = warc(tmp_path / "a.warc.gz", 7, packed=packed)
    found = saved(path, pages=pages)
    assert [item.data for item in found] == [story(n) for n in range(7)]
    assert [item.url for item in found] == [address(n) for n in range(7)]
    assert [item.name for item in found] == [f"{path}#{offset}" for offset in offsets(path)]
    assert {(item.saved, item.status) for item in found} == {(CAPTURED, 200)}
    shards = list(cut([str(path)], pages=pages))
    assert sum(shard.weight for shard in shards) == path.stat().st_size
    assert {shard.count for shard in shards[:-1]} <= {
        max(1, pages // 4)
    }  # its end is near from its beginning


def test_a_warc_is_cut_finer_where_it_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = warc(tmp_path / "a.warc.gz", 20)
    size = path.stat().st_size
    monkeypatch.setattr("onrecord.sources.shards._LAST", size // 2)
    counts = [shard.count for shard in cut([str(path)], pages=8)]
    assert counts[0] == 8
    assert counts[-2:] == [2, 2]
    assert sum(count or 0 for count in counts) == 20


@pytest.mark.parametrize("kind", ["arc", "jsonl.gz", "txt.zst", "parquet"])
def test_what_has_no_places_to_begin_at_uses_every_core_too(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a.{kind}"
    rows = [{"html": story(n).decode(), "url": address(n)} for n in range(50)]
    match kind:
        case "arc":
            path.write_bytes(arc(*((address(n), story(n)) for n in range(50))))
        case "jsonl.gz":
            path.write_bytes(gzip.compress("\n".join(map(json.dumps, rows)).encode()))
        case "txt.zst":
            text = "\n".join(f"The ferry sails {n} times a day." for n in range(50))
            path.write_bytes(zstandard.compress(text.encode()))
        case _:
            pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=30)
    shards = list(cut([str(path)], pages=16, one_a_line=True))
    assert sorted(shard.count or 0 for shard in shards)[-1] <= 16
    assert sum(shard.count or 0 for shard in shards) == 50
    assert [item for shard in shards for item in items(shard)] == everything(path, pages=999, one_a_line=True)
    assert len({item.name for shard in shards for item in items(shard)}) == 50


@pytest.mark.parametrize(
    "pack", [gzip.compress, zstandard.compress, lz4.frame.compress], ids=["gzip", "zstd", "lz4"]
)
def test_a_warc_packed_as_one_gives_the_same_pages(tmp_path: Path, pack: object) -> None:
    plain = warc(tmp_path / "a.warc", 7, packed=False).read_bytes()
    path = tmp_path / "b.warc.packed"
    path.write_bytes(pack(plain))  # type: ignore[operator]
    for pages in (2, 64):
        assert [item.data for item in saved(path, pages=pages)] == [story(n) for n in range(7)]


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("pages", [2, 64])
def test_a_warc_with_a_zstandard_dictionary_gives_its_pages(tmp_path: Path, packed: bool, pages: int) -> None:
    # as wget-at and Zeno write them: the dictionary in a frame of its own, then a frame for each record
    data = warc(tmp_path / "a.warc", 6, packed=False).read_bytes()
    places = [at for at in range(len(data)) if data.startswith(b"WARC/1.0\r\n", at)]
    records = [data[a:b] for a, b in zip(places, [*places[1:], len(data)], strict=True)]
    dictionary = zstandard.train_dictionary(2000, records * 20)
    packer = zstandard.ZstdCompressor(dict_data=dictionary)
    body = zstandard.compress(dictionary.as_bytes()) if packed else dictionary.as_bytes()
    path = tmp_path / "b.warc.zst"
    frames = [packer.compress(record) for record in records]
    path.write_bytes(b"".join([struct.pack("<II", 0x184D2A5D, len(body)), body, *frames]))
    assert [item.data for item in saved(path, pages=pages)] == [story(n) for n in range(6)]


def test_warc_1_1_and_lone_line_breaks_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False, warc_version="WARC/1.1")
        add_response(writer, address(1), story(1))
    assert saved(path)[0].data == story(1)


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("br", brotli.compress),
        ("zstd", zstandard.compress),
        ("deflate", __import__("zlib").compress),
        ("gzip", lambda body: body),
        ("unheard-of", lambda body: body),
    ],
)
def test_encoded_bodies_are_undone(tmp_path: Path, coding: str, pack: object) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        body = pack(story(1))  # type: ignore[operator]
        add_response(writer, address(1), body, extra=(("Content-Encoding", coding),))
        chunks = (
            b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:40], body[40:])) + b"0\r\n\r\n"
        )
        extra = (("Content-Encoding", coding), ("Transfer-Encoding", "chunked"))
        add_response(writer, address(2), chunks, extra=extra)
        add_response(writer, address(3), body, extra=extra)  # chunked it says and is not
    assert [item.data for item in saved(path)] == [story(1)] * 3


def test_other_records_of_a_warc(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        told = {"WARC-Date": DATE}
        writer.write_record(
            writer.create_warc_record(
                address(1),
                "resource",
                payload=io.BytesIO(story(1)),
                warc_content_type="text/html",
                warc_headers_dict=told,
            )
        )
        writer.write_record(
            writer.create_warc_record(
                address(2),
                "conversion",
                payload=io.BytesIO(b"Ferry returns\nThe ferry sails."),
                warc_content_type="text/plain",
                warc_headers_dict=told,
            )
        )
        writer.write_record(
            writer.create_revisit_record(
                address(3),
                "sha1:ABC",
                address(1),
                DATE,
                http_headers=StatusAndHeaders("200 OK", [], protocol="HTTP/1.1"),
            )
        )
    resource, conversion, revisit = everything(path)
    assert isinstance(resource, Saved)
    assert (resource.data, resource.headers) == (story(1), (("Content-Type", "text/html"),))
    assert isinstance(conversion, Saved)
    assert conversion.form is Form.FLAT
    assert isinstance(revisit, Unread)
    assert revisit.reason is Reason.PASSED_OVER


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("pages", [1, 64])
def test_damage_is_named_and_stepped_over(tmp_path: Path, packed: bool, pages: int) -> None:
    path = warc(tmp_path / "a.warc.gz", 6, packed=packed)
    data = bytearray(path.read_bytes())
    third = offsets(path)[2]
    data[third : third + 9] = b"*" * 9
    path.write_bytes(data)
    found = everything(path, pages=pages)
    bad = [item for item in found if isinstance(item, Unread)]
    assert [item.data for item in found if isinstance(item, Saved)] == [story(n) for n in (0, 1, 3, 4, 5)]
    assert [item.reason for item in bad] == [Reason.BAD_RECORD]
    assert bad[0].name == f"{path}#{third}"


def test_damage_in_the_middle_of_a_packed_record(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc.gz", 4)
    data = bytearray(path.read_bytes())
    second = offsets(path)[1]
    data[second + 150 : second + 170] = b"\xff" * 20
    path.write_bytes(data)
    found = everything(path)
    assert [item.data for item in found if isinstance(item, Saved)] == [story(n) for n in (0, 2, 3)]
    assert [item.name for item in found if isinstance(item, Unread)] == [f"{path}#{second}"]


def test_a_warc_cut_short_gives_what_is_whole(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc.gz", 3)
    path.write_bytes(path.read_bytes()[:-100])
    found = everything(path)
    assert [item.data for item in found if isinstance(item, Saved)] == [story(0), story(1)]
    assert [item.reason for item in found if isinstance(item, Unread)] == [Reason.BAD_RECORD]


def test_a_length_that_lies_swallows_nothing_but_itself(tmp_path: Path) -> None:
    path = warc(tmp_path / "a.warc", 3, packed=False)
    data = path.read_bytes()
    second = offsets(path)[1]
    lied = data[:second] + data[second:].replace(b"Content-Length: ", b"Content-Length: 99", 1)
    path.write_bytes(lied)
    found = everything(path)
    assert [item.data for item in found if isinstance(item, Saved)] == [story(0), story(2)]
    assert [item.reason for item in found if isinstance(item, Unread)] == [Reason.BAD_RECORD]


def test_a_record_larger_than_a_page_is_stepped_over_unread(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        add_response(writer, address(1), story(1))
        add_response(writer, address(2), b"a" * 300_000)
        add_response(writer, address(3), story(3))
    limits = Limits(page=100_000)
    (shard,) = cut([str(path)], limits=limits)
    found = list(items(shard, limits=limits))
    assert [type(item) for item in found] == [Saved, Unread, Saved]
    assert isinstance(found[1], Unread)
    assert found[1].reason is Reason.TOO_LARGE


def test_a_bomb_in_a_body_is_not_let_go_off(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        add_response(
            writer, address(1), gzip.compress(b"a" * (60 << 20)), extra=(("Content-Encoding", "gzip"),)
        )
        add_response(writer, address(2), story(2))
    bomb, page = everything(path)
    assert isinstance(bomb, Unread)
    assert bomb.reason is Reason.COMPRESSED
    assert isinstance(page, Saved)


def test_what_is_no_warc_under_its_name_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"This is not a WARC.\n" * 100)
    (told,) = unread(path)
    assert told.reason is Reason.BAD_RECORD


def arc(*records: tuple[str, bytes]) -> bytes:
    head = b"1 0 test\nURL IP-address Archive-date Content-type Archive-length\n\n"
    out = b"filedesc://a.arc 0.0.0.0 20240305083000 text/plain %d\n%s\n" % (len(head), head)
    for url, body in records:
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + body
        out += b"%s 192.0.2.1 20240305083000 text/html %d\n%s\n" % (url.encode(), len(block), block)
    return out


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_arc_files_are_read(tmp_path: Path, pack: object) -> None:
    path = tmp_path / "a.arc.gz"
    path.write_bytes(pack(arc((address(1), story(1)), ("https://news.example/a b", story(2)))))  # type: ignore[operator]
    found = saved(path)
    assert [item.data for item in found] == [story(1), story(2)]
    assert [item.url for item in found] == [address(1), "https://news.example/a b"]
    assert {item.saved for item in found} == {CAPTURED}


def test_damage_in_an_arc_is_named_and_stepped_over(tmp_path: Path) -> None:
    path = tmp_path / "a.arc"
    second = arc((address(2), story(2)))
    path.write_bytes(arc((address(1), story(1))) + b"not a record\n" + second[second.index(b"https:") :])
    found = everything(path)
    assert [type(item) for item in found] == [Saved, Unread, Saved]


@pytest.mark.parametrize("pages", [2, 64])
def test_a_wacz_gives_its_pages_and_doubts_the_rest(tmp_path: Path, pages: int) -> None:
    found = saved(wacz(tmp_path / "a.wacz", 5), pages=pages)
    assert [item.data for item in found] == [story(n) for n in range(5)]
    assert [passed_over(item) is None for item in found] == [True, False, True, False, True]
    found = saved(wacz(tmp_path / "b.wacz", 5, listed=False), pages=pages)
    assert [passed_over(item) for item in found] == [None] * 5


def test_a_zip_of_pages_gives_them_and_its_names_are_only_names(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../etc/ferry.html", story(1))
        archive.writestr("/b.html", story(2))
    found = saved(path)
    assert [(item.name, item.data) for item in found] == [
        (f"{path}!../../etc/ferry.html", story(1)),
        (f"{path}!/b.html", story(2)),
    ]
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["a.zip"]


def test_archives_in_archives_are_named_and_not_opened(tmp_path: Path) -> None:
    inner = warc(tmp_path / "inner.warc.gz", 2).read_bytes()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("deep.html", story(1))
    outer, web = tmp_path / "outer.zip", tmp_path / "outer.warc.gz"
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("inner.warc.gz", inner)
        archive.writestr("inner.zip", packed.getvalue())
        archive.writestr("thrice.html.gz", gzip.compress(gzip.compress(gzip.compress(story(2)))))
        archive.writestr("page.html", story(3))
    with web.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        add_response(writer, address(1), inner)
        add_response(writer, address(2), packed.getvalue())
    pages = [item.page() for item in saved(outer, web)]
    reasons = [page.reason if isinstance(page, Unread) else None for page in pages]
    no = Reason.NOT_A_PAGE
    assert reasons == [no, no, Reason.COMPRESSED, None, no, no]


def test_zips_that_lie_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"{number}.html", b"a" * (50 << 20) if number == 1 else story(number))
    assert [type(item) for item in everything(path)] == [Saved, Unread, Saved]
    good = path.read_bytes()
    at = good.index(b"PK\x01\x02")
    second = good.index(b"PK\x01\x02", at + 4)
    overlapping = bytearray(good)
    struct.pack_into("<L", overlapping, second + 42, 0)  # the second entry now lies in the first
    path.write_bytes(overlapping)
    assert [item.reason for item in unread(path)] == [Reason.BAD_ARCHIVE]
    many = bytearray(good)
    end = many.rindex(b"PK\x05\x06")
    struct.pack_into("<L", many, end + 12, 1 << 30)  # a list of a gigabyte
    path.write_bytes(many)
    assert [item.reason for item in unread(path)] == [Reason.BAD_ARCHIVE]
    path.write_bytes(good[: end - 5])
    assert [item.reason for item in unread(path)] == [Reason.BAD_ARCHIVE]


def feed() -> FeedGenerator:
    made = FeedGenerator()
    made.id("https://news.example/feed")
    made.title("News")
    made.link(href="https://news.example/")
    made.description("All the news")
    made.load_extension("dc")
    entry = made.add_entry(order="append")
    entry.id(address(1))
    entry.title("Ferry & harbour")
    entry.link(href=address(1))
    entry.author({"name": "Ann Field", "email": "ann@news.example"})
    entry.dc.dc_creator("Ann Field")
    entry.published("2024-03-05T08:30:00+01:00")
    entry.content("<p>The ferry sails – again.</p><p>It left &amp; came back.</p>", type="CDATA")
    entry.summary("The ferry sails.")
    teaser = made.add_entry(order="append")
    teaser.id(address(2))
    teaser.title("Bridge")
    teaser.link(href=address(2))
    teaser.summary("Read on our site.")
    return made


@pytest.mark.parametrize("form", ["rss", "atom"])
def test_feeds_give_their_entries_as_pages(tmp_path: Path, form: str) -> None:
    path = tmp_path / "feed.xml"
    made = feed()
    path.write_bytes(made.rss_str(pretty=True) if form == "rss" else made.atom_str(pretty=True))
    first, second = saved(path)
    assert isinstance(first.data, str)
    assert "<p>The ferry sails – again.</p><p>It left &amp; came back.</p>" in first.data
    assert "<h1>Ferry &amp; harbour</h1>" in first.data
    assert 'property="article:author" content="Ann Field"' in first.data
    assert 'property="article:published_time" content="2024-03-05T08:30:00+01:00"' in first.data
    assert (first.url, first.doubt) == (address(1), None)
    assert (second.url, second.doubt) == (address(2), "a feed's teaser without the story")
    assert isinstance(first.page(), Page)


def test_json_feeds_give_their_entries_as_pages(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    item = {
        "id": "1",
        "url": address(1),
        "title": "Ferry",
        "content_text": "One < two.\n\nThree.",
        "date_published": DATE,
    }
    path.write_text(
        json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": [item]})
    )
    (found,) = saved(path)
    assert isinstance(found.data, str)
    assert "<p>One &lt; two.</p>\n<p>Three.</p>" in found.data


def test_xhtml_in_atom_and_html_entities_in_rss_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>F</title><content type="xhtml">'
        '<div xmlns="http://www.w3.org/1999/xhtml"><p class="x">One <b>two</b> &lt;3</p></div>'
        "</content></entry></feed>"
    )
    (tmp_path / "b.rss").write_text(
        "<rss version='2.0'><channel><item><title>R&eacute;sum&eacute;</title>"
        "<description>&lt;p&gt;One&nbsp;two"
        + " words" * 200
        + "&lt;/p&gt;</description></item></channel></rss>"
    )
    atom, rss = saved(tmp_path)
    assert '<p class="x">One <b>two</b> &lt;3</p>' in str(atom.data)
    assert "<h1>Résumé</h1>" in str(rss.data)
    assert "<p>One\xa0two words" in str(rss.data)


@pytest.mark.parametrize(
    ("declared", "encoding", "title"),
    [
        ("Shift_JIS", "shift_jis", "橋の通行を再開"),
        ("GB18030", "gb18030", "大桥恢复通行"),
        ("windows-1251", "windows-1251", "Мост снова открыт"),
        ("UTF-7919", "utf-8", "Brücke wieder offen"),  # what nobody knows
        ("hex", "utf-8", "Brücke wieder offen"),  # a codec of Python's that is none of text
    ],
)
def test_feeds_in_any_encoding_are_read(tmp_path: Path, declared: str, encoding: str, title: str) -> None:
    path = tmp_path / "feed.rss"
    path.write_bytes(
        f"<?xml version='1.0' encoding='{declared}'?>\n<rss version='2.0'><channel><item>"
        f"<title>{title}</title><link>{address(1)}</link></item></channel></rss>".encode(encoding)
    )
    (found,) = saved(path)
    assert f"<h1>{title}</h1>" in str(found.data)


@pytest.mark.parametrize(
    "attack",
    [
        '<!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel><item><title>&a;</title></item>'
        "</channel></rss>",
        '<!DOCTYPE rss SYSTEM "file:///etc/passwd"><rss version="2.0"><channel><item/></channel></rss>',
        "<rss>" + "<a>" * 5000,
        '<rss version="2.0"><channel><item><title>unclosed',
    ],
)
def test_feeds_that_attack_are_refused(tmp_path: Path, attack: str) -> None:
    path = tmp_path / "feed.rss"
    path.write_text(attack)
    assert [item.reason for item in unread(path)] == [Reason.BAD_ARCHIVE]


@pytest.mark.parametrize("pack", [bytes, gzip.compress, zstandard.compress])
def test_json_lines_give_a_page_a_row(tmp_path: Path, pack: object) -> None:
    rows = [{"url": address(n), "html": story(n).decode(), "crawled": DATE} for n in range(5)]
    lines = "\n".join(json.dumps(row) for row in rows) + '\nnot json\n[1]\n{"url": "x"}\n'
    path = tmp_path / ("a.jsonl" + {bytes: "", gzip.compress: ".gz", zstandard.compress: ".zst"}[pack])  # type: ignore[index]
    path.write_bytes(pack(lines.encode()))  # type: ignore[operator]
    found = everything(path)
    pages = [item for item in found if isinstance(item, Saved)]
    assert [item.data for item in pages] == [story(n).decode() for n in range(5)]
    assert [(item.url, item.saved) for item in pages] == [(address(n), CAPTURED) for n in range(5)]
    assert [item.reason for item in found if isinstance(item, Unread)] == [Reason.BAD_RECORD] * 3


def test_json_lines_are_the_same_however_they_are_cut(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps({"text": f"Line {n} " * (n % 7 + 1)}) + "\n" for n in range(200)))
    whole = saved(path)
    assert len(whole) == 200
    for about in (1, 50, 999):
        monkeypatch.setattr("onrecord.sources.shards._LINES_AT_ONCE", about)
        assert saved(path) == whole


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"doc": "The ferry.", "where": address(1), "html": "<p>not this</p>"}) + "\n")
    (found,) = saved(path, columns=Columns(page="doc", url="where"))
    assert (found.data, found.url) == ("The ferry.", address(1))
    assert unread(path, columns=Columns(page="nothing"))[0].reason is Reason.BAD_RECORD


def test_parquet_gives_a_page_a_row(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    table = pa.table(
        {
            "url": [address(n) for n in range(40)],
            "html": [story(n) for n in range(40)],
            "saved": [CAPTURED] * 40,
        }
    )
    pq.write_table(table, path, row_group_size=16)
    assert len(list(cut([str(path)]))) == 3
    found = saved(path)
    assert [(item.url, item.data, item.saved) for item in found] == [
        (address(n), story(n), CAPTURED) for n in range(40)
    ]
    assert len({item.name for item in found}) == 40
    (told,) = cut([str(path)], columns=Columns(page="text"))
    assert told.count is None  # its rows are not counted one by one as pages that are missing
    (unpaged,) = unread(path, columns=Columns(page="text"))
    assert "url, html, saved" in unpaged.detail
    path.write_bytes(path.read_bytes()[:-200] + b"PAR1")
    assert [item.reason for item in unread(path)] == [Reason.BAD_ARCHIVE]


def test_a_corpus_gives_a_document_a_line(tmp_path: Path) -> None:
    path = tmp_path / "corpus.txt"
    path.write_text("First document.\n\nSecond one.\n")
    found = saved(path, one_a_line=True)
    assert [(item.data, item.form) for item in found] == [
        (b"First document.", Form.FLAT),
        (b"Second one.", Form.FLAT),
    ]
    assert len(saved(path)) == 1


def test_folders_and_patterns_give_their_files_in_order(tmp_path: Path) -> None:
    for name in (
        "b/2.html",
        "b/1.htm",
        "a.html",
        "c.txt",
        "d.md",
        "e.mhtml",
        "z.html.gz",
        ".hidden.html",
        "no-ending",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(story(1)) if name.endswith(".gz") else story(1))
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    os.mkfifo(tmp_path / "pipe.html")
    found = everything(tmp_path)
    names = [Path(str(item.name)).name for item in found if isinstance(item, Saved)]
    assert names == ["a.html", "c.txt", "d.md", "e.mhtml", "no-ending", "z.html.gz", "1.htm", "2.html"]
    assert [item.reason for item in found if isinstance(item, Unread)] == [Reason.PASSED_OVER]
    assert len(saved(tmp_path / "**" / "*.htm*")) == 4
    shards = list(cut([str(tmp_path)], pages=2))
    assert [len(shard.files) for shard in shards if shard.kind is ShardKind.FILES] == [2, 2, 1, 2, 1] or len(
        shards
    ) > 3


def test_sources_that_are_not_there_say_so(tmp_path: Path) -> None:
    told = unread(tmp_path / "nothing.html", str(tmp_path / "*.warc"), "https://news.example/")
    assert [item.reason for item in told] == [Reason.NOT_FOUND] * 3


def test_a_file_whose_name_is_no_text_is_told_of(tmp_path: Path) -> None:
    os.close(os.open(os.path.join(os.fsencode(tmp_path), b"ferry-\xff.html"), os.O_CREAT | os.O_WRONLY))
    (told,) = unread(tmp_path)
    assert told.reason is Reason.NOT_FOUND
    assert told.detail.endswith("ferry-?.html has a name that is no text.")


# What fuzzing found, kept.


def test_a_zip_cut_in_its_middle_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("0.html", story(0))
        archive.writestr("1.html", story(1))
    data = path.read_bytes()
    path.write_bytes(data[:50] + data[51:])
    assert [item.reason for item in unread(path)] == [Reason.BAD_ARCHIVE]


@pytest.mark.parametrize("pages", [1, 64])
def test_a_warc_packed_as_one_behind_damage_is_cut_where_it_can_be(tmp_path: Path, pages: int) -> None:
    path = tmp_path / "a.warc.gz"
    data = gzip.compress(warc(tmp_path / "b.warc", 3, packed=False).read_bytes())
    path.write_bytes(data[:4] + data)
    found = everything(path, pages=pages)
    assert [item.data for item in found if isinstance(item, Saved)] == [story(n) for n in range(3)]
    assert len({item.name for item in found}) == 4
