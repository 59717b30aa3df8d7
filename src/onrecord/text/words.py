r"""The words of a text: its runs of letters, digits and underscores, as `\w+` finds them."""

import re

_WORD = re.compile(r"\w+")
_BLANKED = bytes(code if _WORD.match(chr(code)) and code < 128 else ord(" ") for code in range(256))
"""For each character of ASCII itself if it is a word's, else a blank."""
_FEW = 20

VOWEL_SIGNS = (
    "\u0300-\u036f\u05bf\u05c1-\u05c2\u05c4-\u05c5\u05c7\u064b-\u065f\u0900-\u0903\u093a-\u093c\u093e-\u094f"
    "\u0951-\u0957\u0962-\u0963\u0981-\u0983\u09bc\u09be-\u09c4\u09c7-\u09c8\u09cb-\u09cd\u09d7\u09e2-\u09e3"
    "\u09fe\u0a01-\u0a03\u0a3c\u0a3e-\u0a42\u0a47-\u0a48\u0a4b-\u0a4d\u0a51\u0a70-\u0a71\u0a75\u0a81-\u0a83"
    "\u0abc\u0abe-\u0ac5\u0ac7-\u0ac9\u0acb-\u0acd\u0ae2-\u0ae3\u0afa-\u0aff\u0b01-\u0b03\u0b3c\u0b3e-\u0b44"
    "\u0b47-\u0b48\u0b4b-\u0b4d\u0b55-\u0b57\u0b62-\u0b63\u0b82\u0bbe-\u0bc2\u0bc6-\u0bc8\u0bca-\u0bcd\u0bd7"
    "\u0c00-\u0c04\u0c3c\u0c3e-\u0c44\u0c46-\u0c48\u0c4a-\u0c4d\u0c55-\u0c56\u0c62-\u0c63\u0c81-\u0c83\u0cbc"
    "\u0cbe-\u0cc4\u0cc6-\u0cc8\u0cca-\u0ccd\u0cd5-\u0cd6\u0ce2-\u0ce3\u0d00-\u0d03\u0d3b-\u0d3c\u0d3e-\u0d44"
    "\u0d46-\u0d48\u0d4a-\u0d4d\u0d57\u0d62-\u0d63\u0d81-\u0d83\u0dca\u0dcf-\u0dd4\u0dd6\u0dd8-\u0ddf"
    "\u0df2-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u103e"
)
"""Marks above, under and beside letters, of India's and South East Asia's scripts above all, that `\\w` leaves out: for classes
of characters in patterns."""


def find_words(text: str) -> list[str]:
    """Get the words of a text, in order.

    All but the shortest texts of plain ASCII are parted at blanks once all else is made blank: that takes a third of the
    pattern's time. (A table for Western letters and curly marks saved hardly anything.)
    """
    if len(text) < _FEW or not text.isascii():
        return _WORD.findall(text)
    return text.encode("ascii").translate(_BLANKED).decode("ascii").split()
