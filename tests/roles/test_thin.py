"""The thin parts of a page get their roles from words and place."""

from onrecord.record import Block, Declared, Layout, Part, Role, Span
from onrecord.roles.thin import assign_thin_roles

STORY = [
    "OSTHAVEN, Norland (AP) — The talks over the harbour ended without a deal, both sides said.",
    "A spokeswoman for the dockers said they would meet again in the spring, with a mediator from abroad.",
    "The port's owner did not answer questions about the ships that have been waiting outside since March.",
    "The dockers want shorter nights and a say in where new cranes are put up, which the owner has refused.",
]


def roles(lines: list[tuple[Role, str]]) -> list[Role]:
    parts, at = [], 0
    for role, text in lines:
        parts.append(Part(Block(text, Span(at, at + len(text)), "line"), role, 0.8, "made for a test"))
        at += len(text) + 2
    layout = Layout(tuple(part.block for part in parts))
    return [part.role for part in assign_thin_roles(tuple(parts), layout, Declared())]


def test_names_the_lines_round_a_flat_story() -> None:
    found = roles(
        [
            (Role.HEADLINE, "Harbour talks end without a deal"),
            (Role.FURNITURE, "March 4, 2031, 9:30 AM"),
            (Role.PARAGRAPH, "A crane lifts a box at the harbour of Osthaven. (AP Photo/Mara Quill)"),
            *((Role.PARAGRAPH, text) for text in STORY),
            (Role.PARAGRAPH, "___"),
            (Role.PARAGRAPH, "Mara Quill in Lund, Sweden, contributed to this report."),
            (Role.FURNITURE, "Follow the AP's coverage of the harbour at https://apnews.example/hub"),
            (Role.FURNITURE, "Copyright 2031 The Associated Press. All rights reserved."),
        ]
    )
    assert found == [
        Role.HEADLINE,
        Role.TIMESTAMP,
        Role.CAPTION,
        *[Role.PARAGRAPH] * 4,
        Role.FURNITURE,
        Role.CONTRIBUTOR,
        Role.READER_SERVICE,
        Role.COPYRIGHT,
    ]


def test_takes_cards_after_a_flat_story_out_of_it() -> None:
    cards: list[tuple[Role, str]] = []
    for n in range(4):
        cards += [
            (Role.FURNITURE, f"Other news number {n} from the coast"),
            (Role.PARAGRAPH, "The line has named a captain who began as a deckhand there."),
            (Role.FURNITURE, f"{n + 1} days ago"),
        ]
    found = roles(
        [(Role.HEADLINE, "Harbour talks end"), *((Role.PARAGRAPH, text) for text in STORY * 2), *cards]
    )
    assert found[1:9] == [Role.PARAGRAPH] * 8
    assert set(found[9:]) == {Role.RELATED}


def test_a_page_without_a_story_keeps_its_roles() -> None:
    found = roles(
        [(Role.FURNITURE, "Home"), (Role.FURNITURE, "© 2031 The Harbour Post. All rights reserved.")]
    )
    assert found == [Role.FURNITURE, Role.COPYRIGHT]
