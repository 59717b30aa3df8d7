"""How many words a text has, also in scripts that set no blanks between them."""

import re

_PAIRED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]")
_RUNNING = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")
_LETTERS = 7
"""Of a word in Thai, Lao, Burmese or Khmer, its vowel signs counted."""


def count_words(text: str) -> int:
    """What stands between blanks is a word; two characters are one in Chinese and Japanese, seven letters in Thai
    and its like."""
    words = 0
    for run in text.split():
        paired, running = len(_PAIRED.findall(run)), len(_RUNNING.findall(run))
        words += max(1, (paired + 1) // 2 + -(-running // _LETTERS))
    return words
