"""How lines begin: the pieces that may begin with a line's first letter are the only ones that it is asked for."""

import re
import string

import pytest

from onrecord.languages.editors_lines import contributors, corrections, service
from onrecord.roles.phrases import Openings, first_letters

PIECES = (
    *contributors.BEGINS,
    *contributors.WORKED,
    *corrections.BEGINS,
    *corrections.EDITORS_BEGIN,
    *service.BEGINS,
)


@pytest.mark.parametrize(
    ("piece", "letters"),
    [
        ("note", "n"),
        ("note|word", "nw"),
        ("(?:a|the) note", "at"),
        ("(?:old )?note", "on"),
        ("s?note", "sn"),
        (r"(?:[|(] x|note) y", None),
        (r"\w+ note", None),
        (r"a[\]|(]|b\|c|d[]|]", "abd"),
        ("(?:ab)*c", None),
        ("a(?:b|c)|d[|)]", "ad"),
    ],
)
def test_first_letters(piece: str, letters: str | None) -> None:
    assert first_letters(piece) == letters


def test_a_line_matches_as_if_it_were_asked_for_all_pieces() -> None:
    every = re.compile(r"[\W_]{0,5}(?:" + "|".join(f"(?:{piece})" for piece in PIECES) + ")", re.I)
    openings = Openings(PIECES)
    heads = [piece[:14].replace("(?:", "").replace("?", "").split("|")[0] for piece in PIECES]
    lines = [
        f"{before}{head}{after}"
        for head in (*heads, *string.ascii_letters, "Ünder", "７", "İ", "ſ", "")
        for before in ("", "(", "*** ", "— — — — ", "_7 ")
        for after in ("", ": a line by Mara Quill", " by Mara Quill can be reached at quill@tide.example")
    ]
    lines += [
        "Mara Quill can be reached at quill@tide.example",
        "(Corrects spelling of the name)",
        "[Updates with quotes]",
    ]
    for line in lines * 20:  # a letter has a pattern of its own only once it has been asked for often
        assert (openings.match(line) is None) == (every.match(line) is None), line
    assert sum(every.match(line) is not None for line in lines) > 50
