"""How flat text falls into blocks."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.blocks import locate, yields
from onrecord.blocks.flat import render_flat, split_flat
from onrecord.record import Form, Span

WRAPPED = """\
   The ferry between Norvik and the islands will sail twice a day from
   the first of May, the harbour board said on Tuesday after a meeting
   that went on for six hours and ended in applause.

   "We have waited nine years for this," said Ada Vell, who keeps the
   only shop on the outer island and has counted the days on its wall
   ever since the last boat was sold.

   The board's chair, Tom Aker, would not say what the tickets are to
   cost.
"""


def test_a_line_is_a_block_where_nothing_is_wrapped() -> None:
    source = (
        "Ferry to sail again\n\nMay 2, 2031\n\n" + "The ferry will sail twice a day, the board said. " * 4
    )
    assert [b.text for b in split_flat(source).blocks][:2] == ["Ferry to sail again", "May 2, 2031"]
    assert len(split_flat(source).blocks) == 3


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    blocks = split_flat(WRAPPED).blocks
    assert len(blocks) == 3
    assert blocks[0].text.endswith("six hours and ended in applause.")
    assert blocks[2].text.endswith("what the tickets are to cost.")


def test_marks_of_lists_and_headings_are_left_out_and_remembered() -> None:
    blocks = split_flat("## Under the headline\n\n* one thing\n* another\n\n1. a step\n").blocks
    assert [(b.tag, b.text) for b in blocks] == [
        ("h2", "Under the headline"),
        ("item", "one thing"),
        ("item", "another"),
        ("item", "a step"),
    ]


def test_links_and_pictures_of_markdown_are_read_through() -> None:
    source = "See [the plan](https://harbour.example/plan) and **listen**.\n\n![A boat at sea](/boat.jpg)\n"
    layout = split_flat(source)
    assert layout.blocks[0].text == "See the plan and listen."
    assert [(link.href, link.span.of(layout.blocks[0].text)) for link in layout.blocks[0].links] == [
        ("https://harbour.example/plan", "the plan")
    ]
    assert [(image.url, image.alt) for image in layout.images] == [("/boat.jpg", "A boat at sea")]


def test_escapes_and_slanted_words_of_markdown_are_read_through() -> None:
    source = "The B 248\\. is _closed_, the *Tide* wrote \\[sic\\]: 5*3*2 f***, snake_case ¯\\_(ツ)_/¯\n"
    block = split_flat(source).blocks[0]
    assert block.text == "The B 248. is closed, the Tide wrote [sic]: 5*3*2 f***, snake_case ¯\\_(ツ)_/¯"
    assert yields(block, source, Form.FLAT) == block.text


def test_a_number_that_no_list_is_round_stays_in_the_line() -> None:
    source = (
        "5. May 2031\n\nThe ferry will sail, the board said.\n\n2. What it costs\n\nNothing, it said.\n\n"
    )
    source += " 1. one\n 2. two\n"
    assert [(b.tag, b.text) for b in split_flat(source).blocks] == [
        ("line", "5. May 2031"),
        ("line", "The ferry will sail, the board said."),
        ("line", "2. What it costs"),
        ("line", "Nothing, it said."),
        ("item", "one"),
        ("item", "two"),
    ]


def test_the_lines_of_a_quotation_are_joined() -> None:
    source = WRAPPED.replace("   ", "") + (
        "\n> A ferry is a bridge that goes home at night, and we are the only\n"
        "> town on this coast that has ever sold its bridge to a brewery and\n> bought it back.\n"
    )
    block = split_flat(source).blocks[-1]
    assert (block.tag, block.text[:8], block.text[-15:]) == ("quote", "A ferry ", "bought it back.")
    assert "> town" not in block.text
    assert yields(block, source, Form.FLAT) == block.text


@given(st.text(alphabet="ab .\n\r\t*#-[]()!_>1\\\u2028é", max_size=200))
def test_every_span_yields_its_text(source: str) -> None:
    for block in split_flat(source).blocks:
        assert yields(block, source, Form.FLAT) == block.text
        whole = locate(block, Span(0, len(block.text)), source, Form.FLAT)
        assert block.source.holds(whole)


FACTIVA = """SE NEWS
HD Ferry to sail again
BY By Ada Vell
WC 31 words
PD 2 May 2031
ET 07:30
SN The Norvik Tide
LA English
CY (c) 2031 Norvik Tide Ltd

LP
NORVIK, May 2 (Reuters) - The ferry will sail again, the harbour board said on Friday.

TD
"We waited nine years," said Tom Aker, who chairs it.

CO norvik : Norvik Ferries
AN Document NORV000020310502
"""

NEXIS = """Page 1 of 1

Ferry to sail again

The Norvik Tide

May 2, 2031 Friday

Copyright 2031 The Norvik Tide All Rights Reserved

Section: NEWS; Pg. 1

Length: 31 words

Byline: Ada Vell, Staff Writer

Body

The ferry will sail again, the harbour board said on Friday.

Classification

Language: ENGLISH

Load-Date: May 3, 2031

End of Document
"""


def _tags(source: str) -> list[tuple[str, str]]:
    return [
        (b.tag, b.text)
        for b in split_flat(source).blocks
        if b.tag.startswith("field-") and b.tag != "field-other"
    ]


def test_the_fields_of_a_factiva_download_are_read_by_their_codes() -> None:
    tags = _tags(FACTIVA)
    assert ("field-headline", "Ferry to sail again") in tags
    assert ("field-byline", "By Ada Vell") in tags
    assert [text for tag, text in tags if tag == "field-body"] == [
        "NORVIK, May 2 (Reuters) - The ferry will sail again, the harbour board said on Friday.",
        '"We waited nine years," said Tom Aker, who chairs it.',
    ]


def test_the_fields_of_a_nexis_download_are_read_by_their_labels() -> None:
    assert _tags(NEXIS) == [
        ("field-headline", "Ferry to sail again"),
        ("field-source", "The Norvik Tide"),
        ("field-day", "May 2, 2031 Friday"),
        ("field-copyright", "Copyright 2031 The Norvik Tide All Rights Reserved"),
        ("field-section", "NEWS; Pg. 1"),
        ("field-byline", "Ada Vell, Staff Writer"),
        ("field-body", "The ferry will sail again, the harbour board said on Friday."),
        ("field-language", "ENGLISH"),
    ]


def test_a_story_that_begins_lines_with_such_words_is_left_alone() -> None:
    source = "IN the harbour of Norvik\n\nBY the sea\n\nBody\n\nThe ferry will sail again.\n"
    assert _tags(source) == []


def test_links_with_pictures_headings_and_wrapped_addresses_are_read_through() -> None:
    source = (
        "  * #### [The ferry sails again](/ferry)\n\n"
        "[![A ferry](/ferry.jpg)Dockers vote to go back](https://harbour.example/news/dockers)\n\n"
        "[Mayor answers [with video]](/mayor)\n"
    )
    blocks = split_flat(source).blocks
    assert [b.text for b in blocks] == [
        "The ferry sails again",
        "Dockers vote to go back",
        "Mayor answers [with video]",
    ]
    assert [[link.href for link in b.links] for b in blocks] == [
        ["/ferry"],
        ["https://harbour.example/news/dockers"],
        ["/mayor"],
    ]
    assert render_flat("[Ferry news](https://harbour.example/world-\neurope-7)") == "Ferry news"


def test_the_items_of_a_list_in_a_databases_body_are_items() -> None:
    source = FACTIVA.replace(
        "\n\nCO norvik", "\n\nThe board promised:\n\n* a bell;\n\n* a cook.\n\nCO norvik"
    )
    assert [(b.tag, b.text) for b in split_flat(source).blocks][-5:-2] == [
        ("field-body", "The board promised:"),
        ("field-item", "a bell;"),
        ("field-item", "a cook."),
    ]
