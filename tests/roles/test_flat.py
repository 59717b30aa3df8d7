"""Headlines, captions and credits in flat text, where only words and their order are left."""

import pytest

from onrecord.record import Block, Declared, Layout, Part, Role, Span
from onrecord.roles.flat_headlines import find_flat_headline
from onrecord.roles.marks import find_marks
from onrecord.roles.thin import assign_thin_roles

STORY = [
    "The harbour of Osthaven was closed on Monday after a crane fell into its basin.",
    "Nobody was hurt, said Mara Lund, who leads the harbour's crane crews.",
    "The crane is to be lifted before the ferries sail again on Thursday.",
    "Ferries had sailed from there for a hundred years without such a fall.",
]


def parts_of(lines: list[tuple[Role, float, str]], headline: float = 0.0) -> tuple[Part, ...]:
    """A part a line; those that are no headline are `headline` likely to be one."""
    at, found = 0, []
    for role, sure, text in lines:
        rivals = ((Role.HEADLINE, headline),) if headline and role is Role.FURNITURE else ()
        found.append(
            Part(Block(text, Span(at, at + len(text)), "line", -1, (), "", 1, 0), role, sure, "", rivals)
        )
        at += len(text) + 2
    return tuple(found)


def named(lines: list[tuple[Role, float, str]]) -> list[Role]:
    parts = parts_of(lines)
    layout = Layout(tuple(part.block for part in parts))
    return [part.role for part in assign_thin_roles(parts, layout, Declared())]


def body(start: int = 0, stop: int = 4) -> list[tuple[Role, float, str]]:
    return [(Role.PARAGRAPH, 0.98, text) for text in STORY[start:stop]]


@pytest.mark.parametrize(
    "other",
    [
        "Rain is on its way to the northern hills",  # the story is not about it
        "HomeNewsCrane falls into Osthaven harbour",  # a path of sections that ends with the headline
    ],
)
def test_of_two_lines_the_one_that_the_story_is_about_is_the_headline(other: str) -> None:
    parts = parts_of(
        [
            (Role.FURNITURE, 0.6, other),
            (Role.FURNITURE, 0.6, "Crane falls into Osthaven harbour"),
            *body(),
        ],
        headline=0.3,
    )
    found = find_flat_headline(parts, [find_marks(part.block.text) for part in parts])
    assert found is not None
    assert found[0] == 1


def test_a_story_without_a_line_over_it_has_no_headline() -> None:
    parts = parts_of(body())
    assert find_flat_headline(parts, [find_marks(part.block.text) for part in parts]) is None


def test_a_line_that_ends_in_a_pictures_credit_is_its_caption() -> None:
    for tail in (
        "(AP Photo/Mara Quill)",
        "(Ivo Quill/Harbour Daily)",
        "| Ivo Quill/Getty Images",
        "Foto: Ivo Quill",
    ):
        line = (Role.PARAGRAPH, 0.8, f"A crane lies in the basin on Monday. {tail}")
        assert named([*body(0, 2), line, *body(2)])[2] is Role.CAPTION, tail


def test_an_agencys_sign_behind_the_last_paragraph_makes_no_caption_of_it() -> None:
    last = (Role.PARAGRAPH, 0.8, "The ferries are to sail on Thursday. (Ivo Quill/Harbour Daily)")
    assert named([*body(), last])[-1] is Role.PARAGRAPH


def test_a_line_over_a_credit_of_its_own_is_a_caption_and_the_credit_a_credit() -> None:
    caption = (Role.PARAGRAPH, 0.7, "A crane lies in the basin of the harbour")
    credit = (Role.FURNITURE, 0.7, "Mara Quill/Getty Images")
    assert named([*body(0, 2), caption, credit, *body(2)])[2:4] == [Role.CAPTION, Role.CREDIT]


def test_a_sure_paragraph_over_a_credit_stays_in_the_story() -> None:
    credit = (Role.FURNITURE, 0.7, "Mara Quill/Getty Images")
    assert named([*body(0, 2), credit, *body(2)])[1] is Role.PARAGRAPH


def test_a_pictures_description_and_its_caption_say_the_same_twice() -> None:
    words = "A crane lies in the basin of the harbour"
    lines = [(Role.FURNITURE, 0.7, words), (Role.CAPTION, 0.5, words + ", seen on Monday.")]
    assert named([*body(0, 2), *lines, *body(2)])[2:4] == [Role.CAPTION, Role.CAPTION]
