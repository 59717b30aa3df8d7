"""Characters that nobody sees: where a word may be broken, where it may not, and marks of byte order."""

import re

UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphen, zero-width space, word joiner, byte-order mark. Joiners stay: Persian and emoji are written with them."""


def without_unseen(text: str) -> str:
    """The text as it is read: `Ver\u00adordnung` is one word, and is found as one."""
    return text if text.isascii() else UNSEEN.sub("", text)
