"""Words are counted in scripts with and without blanks."""

import pytest

from onrecord.text.counting import count_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("The port is open, she said.", 6),
        ("Die Donaudampfschifffahrtsgesellschaft schweigt.", 3),
        ("港口今天重新开放", 4),
        ("港は今日また開いた。", 5),
        ("ท่าเรือเปิดอีกครั้งในวันนี้", 4),
        ("항구가 다시 열렸다", 3),
    ],
)
def test_words_are_counted_with_and_without_blanks(text, words):
    assert count_words(text) == words
