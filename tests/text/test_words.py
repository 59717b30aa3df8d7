r"""The words of a text are those that `\w+` finds, whatever the text is written in."""

import re

from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.words import find_words

WORD = re.compile(r"\w+")


def test_every_character_alone_and_in_a_word() -> None:
    for code in (*range(0x3000), *range(0xFF00, 0x10100)):
        for text in (chr(code), f"a{chr(code)}b c_1"):
            assert find_words(text) == WORD.findall(text), hex(code)


@given(st.text(st.characters(max_codepoint=0x2122)) | st.text())
def test_any_text(text: str) -> None:
    assert find_words(text) == WORD.findall(text)


def test_news() -> None:
    text = "“It’s 9:30,” said Zoë Müller—co-chair of the café_club. 1,200 signed…"
    assert find_words(text) == "It s 9 30 said Zoë Müller co chair of the café_club 1 200 signed".split()
