"""How subheads and the deck are told in text without mark-up."""

from onrecord.blocks.flat import split_flat
from onrecord.record import Declared, Part, Role
from onrecord.roles.drafts import Draft
from onrecord.roles.flat_decks import name_flat_deck
from onrecord.roles.flat_subheads import name_flat_subheads
from onrecord.roles.marks import find_marks

PROSE = (
    "The harbour board of Norvik said on Tuesday that the ferry will sail twice a day from the first of May.",
    "It had been tied up for nine years, since its engine was sold to a brewery on the mainland by mistake.",
    "Ada Vell, who keeps the only shop on the outer island, said she would close it to be on the first boat.",
)


def draft_of(lines: list[str], story_from: int = 0, apart: str = "\n\n") -> Draft:
    """A page of these lines, those from one on taken for the story, the first of the others for the headline."""
    layout = split_flat(apart.join(lines))
    parts = [
        Part(b, Role.PARAGRAPH if n >= story_from else Role.FURNITURE if n else Role.HEADLINE, 0.9, "said so")
        for n, b in enumerate(layout.blocks)
    ]
    draft = Draft(parts, layout, Declared(()), [find_marks(b.text) for b in layout.blocks])
    draft.headline = 0 if story_from else -1
    return draft


def subheads_of(lines: list[str], apart: str = "\n\n") -> list[str]:
    draft = draft_of(lines, apart=apart)
    name_flat_subheads(draft)
    return [part.block.text for part in draft.parts if part.role is Role.SUBHEAD]


def test_a_short_line_between_paragraphs_is_a_subhead() -> None:
    assert subheads_of([PROSE[0], "Nine years ashore", PROSE[1], "Who pays?", PROSE[2]]) == [
        "Nine years ashore",
        "Who pays?",
    ]


def test_where_no_blank_lines_part_paragraphs_none_is_asked_for() -> None:
    assert subheads_of([PROSE[0], "Nine Years Ashore", PROSE[1], PROSE[2]], apart="\n") == [
        "Nine Years Ashore"
    ]


def test_short_sentences_and_lead_ins_are_none() -> None:
    lines = [PROSE[0], "She was right.", PROSE[1], "and then it sank", "The board’s reasons:", PROSE[2]]
    assert subheads_of(lines) == []


def test_a_run_of_short_lines_is_none() -> None:
    assert subheads_of([PROSE[0], "Norvik 3", "Sandholm 1", "Vell 2", "Aker 0", PROSE[1]]) == []


def test_a_line_at_the_margin_among_indented_paragraphs_is_a_subhead() -> None:
    text = f"   {PROSE[0]}\n\nwhat it will cost\n\n   {PROSE[1]}"
    draft = draft_of([text])
    name_flat_subheads(draft)
    assert [part.role for part in draft.parts] == [Role.PARAGRAPH, Role.SUBHEAD, Role.PARAGRAPH]


def deck_of(lines: list[str], story_from: int) -> str | None:
    draft = draft_of(lines, story_from)
    for part, role in {"By Mara Quill": Role.BYLINE, "May 2, 2031": Role.TIMESTAMP}.items():
        for n, one in enumerate(draft.parts):
            if one.block.text == part:
                draft.name(n, role, 0.9, "said so")
    draft.find_story()
    name_flat_deck(draft)
    return next((part.block.text for part in draft.parts if part.role is Role.DECK), None)


HEADLINE = "Ferry to sail again after nine years"
DECK = "The boat to the outer islands was sold for its engine and bought back by its cook"


def test_the_line_between_headline_and_byline_is_the_deck() -> None:
    assert deck_of([HEADLINE, DECK, "By Mara Quill", *PROSE], story_from=3) == DECK
    assert deck_of([HEADLINE, DECK, "May 2, 2031", *PROSE], story_from=1) == DECK


def test_a_deck_taken_for_the_story_stays_in_its_text() -> None:
    draft = draft_of([HEADLINE, DECK, "May 2, 2031", *PROSE], story_from=1)
    draft.name(2, Role.TIMESTAMP, 0.9, "said so")
    name_flat_deck(draft)
    assert draft.parts[1].rivals[0] == (Role.PARAGRAPH, 0.9)


def test_a_paragraph_under_the_byline_is_no_deck() -> None:
    assert deck_of([HEADLINE, "By Mara Quill", *PROSE], story_from=2) is None


def test_the_headline_again_and_a_button_are_no_deck() -> None:
    assert deck_of([HEADLINE, f"{HEADLINE} - Norvik Tide", "By Mara Quill", *PROSE], story_from=3) is None
    assert (
        deck_of([HEADLINE, "Sign up for our daily newsletter", "May 2, 2031", *PROSE], story_from=3) is None
    )
