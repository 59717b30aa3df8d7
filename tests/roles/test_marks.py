"""Marks are the evidence in a block's own words."""

import pytest

from onrecord.roles.marks import Mark, find_marks


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("By Mara Quill", Mark.BYLINE),
        ("Von Mara Quill", Mark.BYLINE),
        ("March 4, 2031 at 9:30 am", Mark.DATE),
        ("2 days ago", Mark.AGE),
        ("vor 3 Stunden", Mark.AGE),
        ("Photo: Mara Quill", Mark.CREDIT),
        ("A crane lifts a box. (AP Photo/Mara Quill)", Mark.CREDIT_TAIL),
        ("Mara Quill in Lund, Sweden, contributed to this report.", Mark.CONTRIBUTOR),
        ("(Reporting by Mara Quill; editing by Ivo Lund)", Mark.CONTRIBUTOR),
        ("Correction: An earlier version misstated the day.", Mark.CORRECTION),
        ("Editor's note: The writer is a member of the union.", Mark.NOTE),
        ("Follow the AP's coverage at https://apnews.example/hub", Mark.READER_SERVICE),
        ("© 2031 The Harbour Post", Mark.COPYRIGHT),
        ("Alle Rechte vorbehalten.", Mark.COPYRIGHT),
        ("Read more: Ferry line names a captain", Mark.RELATED),
        ("Lesen Sie auch", Mark.RELATED),
        ("Sponsored content", Mark.SPONSORED),
        ("Anzeige", Mark.SPONSORED),
        ("___", Mark.RULE),
        ("The lighthouse at n...", Mark.CUT),
        ("OSTHAVEN, Norland (AP) — The talks over the harbour ended at dawn without a deal.", Mark.DATELINE),
    ],
)
def test_bears_its_mark(text: str, mark: Mark) -> None:
    assert mark in find_marks(text)


@pytest.mark.parametrize(
    "text",
    [
        "The talks over the harbour ended at dawn without an agreement, both sides said.",
        "Harbour",
        "",
        "He had lived there for years, and nobody had ever asked him why he stayed.",
    ],
)
def test_a_plain_sentence_bears_none(text: str) -> None:
    assert find_marks(text) == frozenset()
