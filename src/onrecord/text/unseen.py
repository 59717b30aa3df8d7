"""Characters that nobody sees: where a word may be broken, where it may not, and marks of byte order."""

import re

_ALL = "\u00ad\u200b\u2060\ufeff"
UNSEEN = re.compile(f"[{_ALL}]")
"""Soft hyphen, zero-width space, word joiner, byte-order mark. Joiners stay: Persian and emoji are written with them."""


def without_unseen(text: str) -> str:
    """The text as it is read: `Ver\u00adordnung` is one word, and is found as one."""
    if not text.isascii():
        for one in _ALL:  # nearly no text has any, and to look for each is a tenth of the pattern's time
            if one in text:
                return UNSEEN.sub("", text)
    return text
