"""Bylines give people, with role and outlet, and never an agency, the site or a menu word."""

import pytest

from onrecord.articles.bylines import Outlets, read_printed, split_names
from onrecord.record import Byline

OUTLETS = Outlets(frozenset({"harbourpost", "theharbourpost"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Mara Quill", [Byline("Mara Quill")]),
        (
            "By MARA QUILL and IVO LUND, Associated Press",
            [Byline("MARA QUILL", None, "Associated Press"), Byline("IVO LUND", None, "Associated Press")],
        ),
        (
            "Von Mara Quill und Ivo Lund, dpa",
            [Byline("Mara Quill", None, "dpa"), Byline("Ivo Lund", None, "dpa")],
        ),
        ("Mara Quill, Staff writer", [Byline("Mara Quill", "Staff writer")]),
        ("Mara Quill Associated Press", [Byline("Mara Quill", None, "Associated Press")]),
        ("Reuters", []),
        ("The Harbour Post", []),
        ("https://harbour.example/mara", []),
    ],
)
def test_parts_a_byline(text: str, expected: list[Byline]) -> None:
    assert split_names(text, OUTLETS) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Mara Quill | March 4, 2031 at 2:26 PM - Updated March 5", ["Mara Quill"]),
        ("Mara Quill Mara Quill", ["Mara Quill"]),
        ("Mara Quill Follow", ["Mara Quill"]),
        ("Share", []),
        ("4 min read", []),
    ],
)
def test_reads_a_printed_line(text: str, names: list[str]) -> None:
    assert [byline.name for byline in read_printed(text, OUTLETS)] == names
