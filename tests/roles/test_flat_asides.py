"""What stands amid a flat story and is none of it."""

import pytest

from onrecord.record import Role
from onrecord.roles.flat_asides import name_asides, name_skipped

from .test_flat_subheads import PROSE, draft_of

HEADLINE = "Ferry to sail again after nine years"


def roles_of(lines: list[str]) -> list[Role]:
    draft = draft_of([HEADLINE, *lines], story_from=1)
    name_asides(draft)
    return [part.role for part in draft.parts[1:]]


def test_what_comes_to_the_readers_inbox_is_said_to_the_reader_and_so_is_its_name() -> None:
    call = "The week on the islands, in your inbox before the first boat leaves."
    assert roles_of([PROSE[0], "The Norvik Tide", call, PROSE[1]]) == [
        Role.PARAGRAPH,
        Role.READER_SERVICE,
        Role.READER_SERVICE,
        Role.PARAGRAPH,
    ]


def test_an_offer_that_was_not_taken_for_the_story_is_said_to_the_reader_too() -> None:
    lines = [
        PROSE[0],
        "Der Küstenbrief",
        "Das Wichtigste, jeden Freitag in Ihrem Postfach.",
        "Anmelden",
        PROSE[1],
    ]
    draft = draft_of([HEADLINE, *lines], story_from=1)
    for n in (2, 3, 4):
        draft.name(n, Role.FURNITURE, 0.9, "said so")
    name_asides(draft)
    assert [part.role for part in draft.parts[2:5]] == [
        Role.READER_SERVICE,
        Role.READER_SERVICE,
        Role.FURNITURE,
    ]


@pytest.mark.parametrize(
    "line",
    [
        "“There was a letter about the ferry in your inbox,” Vell told the board’s chair.",
        "The board said the tickets would be sent by mail, and that nobody need queue for them.",
    ],
)
def test_a_sentence_of_the_story_on_mail_stays(line: str) -> None:
    assert roles_of([PROSE[0], "What it says", line, PROSE[1]])[2] is Role.PARAGRAPH


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Read more: Storm drives the ferry back to Norvik", Role.RELATED),
        ("> Lesen Sie auch: Sturm treibt die Fähre zurück", Role.RELATED),
        ("On norviktide.com: Storm drives the ferry back", Role.RELATED),
        ("Related: the board also sold the harbour’s clock, it said on Tuesday.", Role.PARAGRAPH),
        ("On Tuesday: a day that Norvik will not forget", Role.PARAGRAPH),
    ],
)
def test_a_reference_to_another_story_is_related(line: str, role: Role) -> None:
    assert roles_of([PROSE[0], line, PROSE[1]])[1] is role


def test_the_last_lines_on_who_wrote_are_none_of_the_story() -> None:
    last = "Mara Quill keeps goats near Norvik and sat on its harbour board for nine years."
    draft = draft_of([HEADLINE, "By Mara Quill", *PROSE, last], story_from=2)
    draft.name(1, Role.BYLINE, 0.9, "said so")
    name_asides(draft)
    assert draft.parts[-1].role is Role.FURNITURE
    assert draft.parts[-2].role is Role.PARAGRAPH


def test_the_story_goes_on_behind_what_may_be_skipped() -> None:
    lines = [
        *PROSE[:2],
        "skip past newsletter promotion",
        "Sign up to The Tide",
        "after newsletter promotion",
        PROSE[2],
        "Share",
    ]
    draft = draft_of([HEADLINE, *lines], story_from=1)
    for n in (3, 5, 6, 7):
        draft.name(n, Role.FURNITURE, 0.9, "said so")
    draft.find_story()
    name_skipped(draft)
    assert [part.block.text for part in draft.parts if part.role is Role.PARAGRAPH] == list(PROSE)
