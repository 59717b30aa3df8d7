"""Tokens are true spans, and nothing that a reader sees is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.tokens import find_tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It’s O’Brien’s, don’t ask.", ["It", "’s", "O’Brien", "’s", ",", "don’t", "ask", "."]),
        ("The U.S.-led force", ["The", "U.S.", "-", "led", "force"]),
        ("1,200.50 at 9:30am", ["1,200.50", "at", "9:30am"]),
        ("e\u0301tude na\u200bve", ["e\u0301tude", "na\u200bve"]),
        ("“Yes,” she", ["“", "Yes", ",", "”", "she"]),
        ("''Yes,'' she", ["''", "Yes", ",", "''", "she"]),
    ],
)
def test_words_clitics_numbers_and_marks_are_apart(text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in find_tokens(text)] == words


@given(st.text(max_size=200))
def test_tokens_are_in_order_and_only_unseen_characters_lie_between(text: str) -> None:
    at = 0
    for start, end in find_tokens(text):
        assert at <= start < end
        assert not any(c.isalnum() for c in text[at:start])
        at = end
    assert not any(c.isalnum() for c in text[at:])
