"""The lines that editors set under a story, as papers and agencies of many countries write them."""

from pathlib import Path

import pytest

from onrecord.articles.contributors import read_contributor
from onrecord.articles.notes import read_note
from onrecord.record import Block, Declared, Layout, Part, Role, Span
from onrecord.roles.thin import assign_thin_roles

TABLE = Path(__file__).parents[1] / "cases" / "editors_lines.txt"
STORY = (
    "The talks over the harbour ended without a deal, both sides said on Tuesday at dawn.",
    "A spokeswoman for the dockers said they would meet again in the spring, with a mediator from abroad.",
    "The port's owner did not answer questions about the ships that have been waiting outside since March.",
)


def _cases() -> list[tuple[str, str, str]]:
    found = []
    for case in TABLE.read_text("utf-8").splitlines():
        if not case.startswith("#"):
            role, _, rest = case.partition(" | ")
            line, _, told = rest.partition(" => ")
            found.append((role, line, told))
    return found


def _read(line: str) -> Part:
    """The line as it is named after a story that the model took it for a part of."""
    parts, at = [], 0
    for text in (*STORY, line):
        parts.append(
            Part(Block(text, Span(at, at + len(text)), "line"), Role.PARAGRAPH, 0.8, "made for a test")
        )
        at += len(text) + 2
    layout = Layout(tuple(part.block for part in parts))
    return assign_thin_roles(tuple(parts), layout, Declared())[-1]


@pytest.mark.parametrize(("role", "line", "told"), _cases())
def test_a_line_under_a_story_is_what_it_says(role: str, line: str, told: str) -> None:
    part = _read(line)
    assert part.role == role
    if role == "contributor" and told:
        names = [] if told == "-" else sorted(told.split(";"))
        assert sorted(read_contributor(part).names) == names
    if role in ("correction", "note") and told:
        assert str(read_note(part).kind) == told
