"""Readers' comments in flat text that the model took for furniture."""

from dataclasses import replace

from onrecord.record import Block, Declared, Layout, Part, Role, Span
from onrecord.roles.thin import assign_thin_roles

from .test_flat_items import STORY


def under(lines: list[str]) -> list[Role]:
    parts, at = [], 0
    for role, text in [
        (Role.HEADLINE, "Harbour talks end without a deal"),
        *((Role.PARAGRAPH, text) for text in STORY),
        *((Role.FURNITURE, text) for text in lines),
    ]:
        part = Part(Block(text, Span(at, at + len(text)), "line"), role, 0.8, "made")
        parts.append(replace(part, rivals=((Role.COMMENT, 0.1),)) if role is Role.FURNITURE else part)
        at += len(text) + 2
    layout = Layout(tuple(part.block for part in parts))
    return [part.role for part in assign_thin_roles(tuple(parts), layout, Declared())][5:]


def test_prose_under_a_day_under_their_heading_is_a_comment() -> None:
    found = under(
        ["Kommentare (1)", "Hinnerk", "20.04.2031", "Endlich einer, der da oben aufpasst.", "Antworten"]
    )
    assert found[3] is Role.COMMENT
    assert found.count(Role.COMMENT) == 1


def test_a_card_under_the_number_of_comments_is_none() -> None:
    lines = [
        "3 comments",
        "Ferry to Osthaven cancelled for three weeks",
        "4 March 2031",
        "It had been late all year.",
    ]
    assert Role.COMMENT not in under(lines)


def test_without_a_heading_there_are_none() -> None:
    assert Role.COMMENT not in under(["Hinnerk", "20.04.2031", "Endlich einer, der da oben aufpasst."])
