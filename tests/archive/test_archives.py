"""What is put in comes back, once, and what is taken out is gone."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.archive import bodies, open_archive
from onrecord.errors import NoSuchError
from onrecord.record import Form, Origin, Page, Reason, Unread
from tests.made import STORY, origin, page, reading


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "news.onrecord") as opened:
        yield opened


def test_a_reading_comes_back_as_it_was_put_in(archive):
    saved = page(saved=datetime(2022, 5, 22, tzinfo=UTC))
    read = reading(saved)
    added = archive.add(saved, read)
    view = archive.article(added.article)
    assert view.reading == read
    assert archive.page(added.page_id).page == saved
    assert archive.page(added.page_id).bytes == saved.source.encode()


def test_adding_twice_is_adding_once(archive):
    saved = page()
    first = archive.add(saved, reading(saved))
    second = archive.add(saved, reading(saved))
    assert (first.state, second.state) == ("new", "known")
    assert archive.summary().articles == archive.search("grain").total == 1


def test_the_same_bytes_at_another_address_are_the_same_page_found_twice(archive):
    saved = page()
    elsewhere = replace(saved, origin=replace(saved.origin, url="https://other.example/x"))
    archive.add(saved, reading(saved))
    added = archive.add(elsewhere, reading(elsewhere))
    assert added.state == "known"
    assert [o.url for o in archive.page(added.page_id).origins] == [
        saved.origin.url,
        "https://other.example/x",
    ]


def test_a_page_whose_address_is_told_later_is_found_by_it(archive):
    saved = page()
    unplaced = replace(saved, origin=replace(saved.origin, url=None))
    added = archive.add(unplaced, reading(unplaced))
    assert archive.search("grain", site="gazette.example").total == 0
    archive.add(saved, reading(saved))
    for what in ("articles", "statements"):
        assert archive.search("grain", what=what, site="gazette.example").total >= 1
    assert archive.search("grain").hits[0].url == saved.origin.url
    assert archive.page(added.page_id).page.origin.url == saved.origin.url
    assert list(archive.verify()) == []


def test_an_article_is_of_the_site_that_its_page_declares_where_nobody_knows_it(archive):
    saved = page(url=None)
    read = reading(saved)
    archive.add(saved, replace(read, article=replace(read.article, url="https://www.gazette.example/port")))
    hit = archive.search("grain", site="gazette.example").hits[0]
    assert (hit.site, hit.url) == ("gazette.example", "https://www.gazette.example/port")


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    source=st.text(st.characters(codec=None, exclude_categories=()), max_size=200),
    encoding=st.sampled_from([None, "utf-8", "windows-1252", "shift_jis", "no-such-encoding"]),
)
def test_any_page_comes_back_whatever_its_characters(tmp_path_factory, source, encoding):
    saved = Page(source, replace(origin(source, form=Form.FLAT), encoding=encoding))
    with open_archive(tmp_path_factory.mktemp("a") / "x") as opened:
        added = opened.add(saved, Unread(Reason.NO_TEXT, "Nothing.", saved.origin))
        assert opened.page(added.page_id).page == saved
        assert list(opened.verify()) == []


@pytest.mark.parametrize("encoding", ["windows-1252", "utf-16", "gb18030"])
def test_the_bytes_are_kept_when_they_are_given(archive, encoding):
    import hashlib

    text = "<p>Größe £5 “so”</p>" if encoding != "gb18030" else "<p>北京市</p>"
    raw = text.encode(encoding)
    saved = Page(
        text, Origin("a.html", None, None, hashlib.sha256(raw).hexdigest(), encoding, Form.HTML, len(text))
    )
    added = archive.add(saved, Unread(Reason.NO_TEXT, "Nothing.", saved.origin), raw=raw)
    assert archive.page(added.page_id).bytes == raw
    assert archive.page(added.page_id).page == saved


def test_a_reading_that_is_no_more_than_its_page_leaves_its_words_to_the_page():
    saved = page()
    read = reading(saved)
    assert bodies.unpack_reading(bodies.pack_reading(read, saved.source), saved.source) == read
    own = replace(read, article=replace(read.article, text=read.article.text + "\n\nMore than the blocks."))
    assert bodies.unpack_reading(bodies.pack_reading(own, saved.source), saved.source) == own
    first, *others = read.article.blocks
    odd = replace(
        first, block=replace(first.block, text="<b>Not</b> what the source &amp; shows"), confidence=1 / 3
    )
    own = replace(read, article=replace(read.article, blocks=(odd, *others)))
    assert bodies.unpack_reading(bodies.pack_reading(own, saved.source), saved.source) == own


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(0, 1).map(lambda x: round(x, 3))
    | st.text(max_size=2),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=12,
)


@given(st.lists(_JSON, max_size=4))
def test_columns_give_the_rows_back(told):
    assert repr(bodies._rows(bodies._columns(told))) == repr(told)


def test_bytes_of_another_page_are_refused(archive):
    saved = page()
    with pytest.raises(ValueError, match="hash differs"):
        archive.add(saved, reading(saved), raw=b"something else")


def test_a_page_that_cannot_be_read_is_kept_with_its_reason(archive):
    saved = page(("x",))
    added = archive.add(saved, Unread(Reason.NO_TEXT, "There is no text.", saved.origin))
    again = archive.add(None, Unread(Reason.EMPTY, "The file is empty.", None, "empty.html"))
    archive.add(None, Unread(Reason.EMPTY, "The file is empty.", None, "empty.html"))
    rows = archive.unread()
    assert [(row.reason, row.name) for row in rows] == [("empty", "empty.html"), ("no_text", "page.html")]
    assert (added.state, again.state, again.page_id) == ("unread", "unread", None)


def test_rereading_puts_the_new_reading_in_place_of_the_old(archive):
    saved = page()
    added = archive.add(saved, Unread(Reason.BROKEN, "It broke.", saved.origin))
    archive.reread(added.page_id, lambda kept: reading(kept, readers="0.2.0"))
    assert archive.unread() == ()
    assert archive.article(added.page_id).reading.readers == "0.2.0"
    archive.reread(
        added.page_id, lambda kept: reading(kept, headline="Velmar port to open for grain", section="Trade")
    )
    assert archive.search(section="trade").total == 1
    assert archive.search(section="world").total == 0
    assert archive.search("grain", what="statements").total == 2
    assert list(archive.verify()) == []


def test_only_pages_that_another_version_has_read_are_to_be_reread(archive):
    for number, readers in enumerate(["0.1.0", "0.2.0"]):
        saved = page(extra=str(number))
        archive.add(saved, reading(saved, readers=readers))
    assert list(archive.pages(readers="0.2.0")) == [1]
    assert list(archive.pages()) == [1, 2]


def test_a_removed_page_leaves_no_word_in_the_file(tmp_path):
    path = tmp_path / "news.onrecord"
    secret = (
        "SORREL, Ostrania — The zymurgist Quillon Xanthopoulos said that marmalade is contraband.",
        "“Marmalade is contraband,” Xanthopoulos said.",
    )
    told = {
        "people": (("Quillon Xanthopoulos", 51, ("zymurgist",)),),
        "said": (("Quillon Xanthopoulos", "said", "that marmalade is contraband"),),
    }
    with open_archive(path) as opened:
        for number in range(30):
            saved = page(extra=str(number), headline=f"Page {number}")
            opened.add(saved, reading(saved, headline=f"Page {number}"))
        saved = page(
            secret, headline="Marmalade found", url="https://quince.example/marmalade", name="quince.html"
        )
        added = opened.add(saved, reading(saved, paragraphs=secret, headline="Marmalade found", **told))
        assert opened.search("contraband").total == 1
        assert opened.remove([added.article]) == 1
        assert opened.search("contraband").total == opened.search("xanthopoulos", what="people").total == 0
        assert opened.search("grain").total == 30
        assert list(opened.verify()) == []
        # With the archive still open, so that the write-ahead log is looked at too.
        left = b"".join(each.read_bytes() for each in tmp_path.iterdir())
    left = left.lower() + path.read_bytes().lower()
    for word in (
        b"xanthopoulos",
        b"marmalade",
        b"contraband",
        b"zymurgist",
        b"quince",
        saved.origin.sha256.encode(),
    ):
        assert word not in left
    assert b"prokopiev" in left


def test_removing_what_is_not_there_says_so_and_removes_nothing(archive):
    saved = page()
    archive.add(saved, reading(saved))
    with pytest.raises(NoSuchError, match="no article 99"):
        archive.remove([1, 99])
    assert archive.summary().articles == 1


def test_verify_finds_what_was_tampered_with(archive):
    saved = page()
    archive.add(saved, reading(saved))
    archive._at.run("UPDATE body SET text = 'Something else.'")
    assert {fault.what for fault in archive.verify()} == {"table"}


def test_verify_finds_spans_that_do_not_hold(archive):
    saved = page()
    read = reading(saved)
    part = read.article.blocks[1]
    moved = replace(part, block=replace(part.block, source=type(part.block.source)(0, 5)))
    archive.add(saved, replace(read, article=replace(read.article, blocks=(*read.article.blocks[:1], moved))))
    assert [fault.what for fault in archive.verify()] == ["block"]


def test_a_statement_has_a_lasting_name_and_leads_to_its_words_in_the_page(archive):
    saved = page()
    added = archive.add(saved, reading(saved))
    key = archive.statement_keys(added.article)[1]
    statement = archive.statement(key)
    assert statement.speaker == "Irena Prokopiev"
    assert statement.content == "“We have waited four months for this grain export to begin,”"
    assert statement.places[0].of(saved.source) == statement.content
    assert statement.passage.startswith(statement.content)
    archive.reread(added.page_id, lambda kept: reading(kept))
    assert archive.statement(key) == statement


@pytest.mark.parametrize(
    "key", ["", "x", "0123456789abcdef-1-2", "0123456789abcdef", "%' OR 1-1-1", "é" * 16 + "-1-2"]
)
def test_a_statement_that_is_not_there_is_said_not_to_be(archive, key):
    with pytest.raises(NoSuchError, match="no statement"):
        archive.statement(key)


def test_words_are_found_in_a_source_full_of_tags_and_entities(archive):
    shown = "Caf\u00e9 & bar, “open”"
    source = "<p>Caf&eacute;<b> &amp;</b>\n <!-- no -->bar, <i>&ldquo;open</i>&rdquo;</p>"
    saved = Page(source, origin(source))
    made = reading(page((shown,)), paragraphs=(shown,), people=(), said=())
    block = made.article.blocks[-1]
    block = replace(block, block=replace(block.block, source=type(block.block.source)(0, len(source))))
    archive.add(saved, replace(made, page=saved.origin, article=replace(made.article, blocks=(block,))))
    at = shown.index("bar")
    (place,) = archive.places(1, [type(block.span)(at, at + 3)])
    assert place.of(source) == "bar"
    (place,) = archive.places(1, [type(block.span)(0, 4)])
    assert place.of(source) == "Caf&eacute;"
    assert list(archive.verify()) == []


def test_an_article_names_its_people_and_where_else_it_was_printed(archive):
    saved = page()
    added = archive.add(saved, reading(saved))
    view = archive.article(added.article)
    assert [(p.name, p.statements) for p in view.people] == [("Irena Prokopiev", 2), ("Tomas Halloran", 2)]
    assert view.printings == ()
    assert view.site == "gazette.example"
    assert len(view.statements) == len(STORY)


def test_pages_of_one_site_are_kept_in_less_room_and_outlast_the_page_they_lean_on(tmp_path):
    import random

    draw = random.Random(3)
    template = "".join(f"<div class='c{draw.getrandbits(40):x}'>" for _ in range(900))
    path = tmp_path / "news.onrecord"
    with open_archive(path) as opened:
        kept = []
        for number in range(6):
            told = f"Story number {number} of six: {draw.getrandbits(400):x}"
            saved = page(
                (told,), headline=f"Story {number}", extra=template, url=f"https://gazette.example/{number}"
            )
            kept.append(saved)
            opened.add(
                saved, reading(saved, paragraphs=(told,), headline=f"Story {number}", people=(), said=())
            )
        sizes = [size for (size,) in opened._at.rows("SELECT length(body) FROM page ORDER BY id")]
        assert max(sizes[1:]) < sizes[0] / 5
        opened.remove([1])
        assert [opened.page(number).page for number in range(2, 7)] == kept[1:]
        assert list(opened.verify()) == []
        saved = page(("Another.",), headline="Another", extra=template, url="https://gazette.example/9")
        added = opened.add(
            saved, reading(saved, paragraphs=("Another.",), headline="Another", people=(), said=())
        )
        assert opened._at.one("SELECT length(body) FROM page WHERE id = ?", (added.page_id,)) < sizes[0] / 5
    with open_archive(path, write=False) as opened:
        assert [opened.page(number).page for number in range(2, 7)] == kept[1:]
