"""Bytes become text as in a browser, and no bytes make it fail."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.markup.encodings import charset_in, decode, without_surrogates

RUSSIAN = "Министерство обороны сообщило, что переговоры продолжатся в среду. Об этом заявил представитель."
GERMAN = "Die Füße der Brücke – sagte der Bürgermeister – müßten größer werden."


@pytest.mark.parametrize(
    ("data", "declared", "encoding", "text"),
    [
        (codecs.BOM_UTF8 + GERMAN.encode(), "iso-8859-1", "utf-8", GERMAN),
        (codecs.BOM_UTF16_LE + GERMAN.encode("utf-16-le"), None, "utf-16le", GERMAN),
        (codecs.BOM_UTF16_BE + GERMAN.encode("utf-16-be"), "utf-8", "utf-16be", GERMAN),
        (GERMAN.encode("utf-16-le"), None, "utf-16le", GERMAN),
        (RUSSIAN.encode("cp1251"), "text/html; charset=windows-1251", "windows-1251", RUSSIAN),
        (RUSSIAN.encode("cp1251"), None, "windows-1251", RUSSIAN),
        (RUSSIAN.encode("koi8-r"), "charset=KOI8-R", "koi8-r", RUSSIAN),
        (GERMAN.encode(), None, "utf-8", GERMAN),
        (b"plain", "windows-1251", "utf-8", "plain"),
        (b"", None, "utf-8", ""),
        ("日本語の記事".encode("iso-2022-jp"), "iso-2022-jp", "iso-2022-jp", "日本語の記事"),
    ],
)
def test_the_encoding_is_found(data: bytes, declared: str | None, encoding: str, text: str) -> None:
    assert decode(data, declared=declared) == (text, encoding)


@pytest.mark.parametrize(
    "where", ["<meta charset='windows-1251'>", '<?xml version="1.0" encoding="windows-1251"?>']
)
def test_what_the_page_itself_declares_is_used(where: str) -> None:
    assert decode((where + RUSSIAN[:20]).encode("cp1251"))[0].endswith(RUSSIAN[:20])


def test_a_declaration_inside_a_comment_is_none() -> None:
    page = "<!-- <meta charset=koi8-r> --><meta charset=windows-1251>" + RUSSIAN[:20]
    assert decode(page.encode("cp1251"))[1] == "windows-1251"


def test_the_header_outranks_the_page() -> None:
    data = ("<meta charset=koi8-r>" + RUSSIAN).encode("cp1251")
    assert decode(data, declared="text/html; charset=windows-1251")[0].endswith(RUSSIAN)


def test_utf8_served_under_another_name_is_utf8() -> None:
    assert decode(GERMAN.encode(), declared="text/html; charset=iso-8859-1") == (GERMAN, "utf-8")


def test_what_is_declared_utf8_and_is_not_is_looked_at_afresh() -> None:
    assert decode(RUSSIAN.encode("cp1251"), declared="utf-8") == (RUSSIAN, "windows-1251")


PAGES = {
    "windows-1251": "<p>Мост через реку Тихую открыли для машин после двух лет ремонта, сообщила мэр города.</p>",
    "koi8-r": "<p>Мост через реку Тихую открыли для машин после двух лет ремонта, сообщила мэр города.</p>",
    "iso-8859-7": "<p>Η γέφυρα άνοιξε ξανά για τα αυτοκίνητα μετά από δύο χρόνια, είπε η δήμαρχος της πόλης.</p>",
    "shift_jis": "<p>北浜町の古い灯台が十四日夜、十年ぶりに点灯した。町民およそ二百人が港に集まり、見守った。</p>",
    "euc-jp": "<p>北浜町の古い灯台が十四日夜、十年ぶりに点灯した。町民およそ二百人が港に集まり、見守った。</p>",
    "iso-2022-jp": "<p>北浜町の古い灯台が十四日夜、十年ぶりに点灯した。町民およそ二百人が港に集まった。</p>",
    "euc-kr": "<p>북포마을의 오래된 등대가 14일 밤 십 년 만에 다시 불을 밝혔다. 주민 이백여 명이 항구에 모였다.</p>",
    "gb18030": "<p>北浦镇的老灯塔十四日晚时隔十年再度点亮，约二百名居民聚集在港口观看。</p>",
    "big5": "<p>北浦鎮的老燈塔十四日晚時隔十年再度點亮，約二百名居民聚集在港口觀看。</p>",
}


@pytest.mark.parametrize("claim", ["utf-8", "iso-8859-1", "windows-1252"])
@pytest.mark.parametrize("encoding", PAGES)
def test_a_page_under_a_false_declaration_is_read_all_the_same(encoding: str, claim: str) -> None:
    page = f"<html><head><meta charset='{claim}'></head><body>{PAGES[encoding]}</body></html>"
    assert decode(page.encode(encoding))[0] == page


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        (
            "iso-8859-1",
            "Façade préférée, été à la plage: «Où êtes-vous?» Größe, Maßstab, ÄÖÜ, ÅÆØ, ñandú, ação.",
        ),
        ("windows-1252", "“Œuvre” – dit-il… ‘ça’ — “é”, “à”, “ÉTÉ ÀÉÈ”, 5 € et l’œil"),
        (
            "windows-1252",
            "R\u00e9sum\u00e9\u00a0\u00a0\u00a0\u00a0: na\u00efve caf\u00e9 d\u00e9j\u00e0 vu, \u00e0 la carte",
        ),
    ],
)
def test_latin_scripts_keep_what_they_declare(encoding: str, text: str) -> None:
    page = f"<meta charset={encoding}>{text}"
    assert decode(page.encode(encoding)) == (page, "windows-1252")


def test_a_few_bad_bytes_do_not_make_utf8_something_else() -> None:
    data = GERMAN.encode() * 3 + b"\xff"
    assert decode(data, declared="utf-8") == (GERMAN * 3 + "\ufffd", "utf-8")


def test_labels_that_nobody_knows_are_ignored() -> None:
    assert decode(GERMAN.encode(), declared="text/html; charset=utf-9000")[1] == "utf-8"
    assert decode(b"<meta charset='../../etc/passwd'>" + GERMAN.encode())[1] == "utf-8"


def test_a_charset_is_found_in_a_content_type() -> None:
    assert charset_in('text/html; charset="utf-8"') == "utf-8"
    assert charset_in("text/html") is None
    assert charset_in("koi8-r") == "koi8-r"


def test_lone_surrogates_become_one_character_each() -> None:
    assert without_surrogates("a\ud800b\udfffc") == "a\ufffdb\ufffdc"


@given(st.binary(max_size=400), st.one_of(st.none(), st.text(max_size=30)))
def test_any_bytes_give_text_that_can_be_written_down(data: bytes, declared: str | None) -> None:
    text, encoding = decode(data, declared=declared)
    text.encode("utf-8")
    assert encoding == encoding.lower()


@given(st.text(max_size=100), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_text_comes_back_from_the_encodings_that_hold_all_of_it(text: str, encoding: str) -> None:
    text = without_surrogates(text).removeprefix("\ufeff")
    if "\x00" not in text:
        assert decode(text.encode(encoding), declared="utf-8")[0] == text
