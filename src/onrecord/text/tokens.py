"""Tokens: the words, clitics, numbers and marks of a text, each as a span of it.

A token never holds blanks, and blanks are all that lies between tokens (with the characters
nobody sees: zero-width ones, soft hyphens, stray combining marks). The encoder and the fast setting
were trained on exactly these tokens, so a change here asks for training both again.
"""

import re

# Combining marks and joiners belong to the word they stand in.
_JOINED = "\u0300-\u036f\u200b-\u200d\u2060\ufeff\u00ad"
_CLITIC = "(?:s|S|re|RE|ve|VE|ll|LL|d|D|m|M)"

TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}"  # U.S.  a.m.
    rf"|\d+(?:[.,:]\d+)+\w*"  # 1,200.50  9:30am
    rf"|\w[\w{_JOINED}]*(?:['’](?!{_CLITIC}\b)\w[\w{_JOINED}]*)*"  # words, O’Brien, don’t
    rf"|(?<=\w)['’]{_CLITIC}\b"  # ’s  ’re
    rf"|''|``"
    rf"|[^\s{_JOINED}\u200e\u200f]"
)
DOUBLED = frozenset(("''", "``"))
"""Two single marks as databases and wires without a double one set them: a double mark to whoever reads on."""


def find_tokens(text: str) -> list[tuple[int, int]]:
    """Get the span of each token of the text, in order."""
    return [match.span() for match in TOKEN.finditer(text)]


def find_forms(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """Get the tokens as the models know them: as written, but a double mark where two single ones stand for it."""
    forms = [text[start:end] for start, end in spans]
    if any(mark in text for mark in DOUBLED):
        return ['"' if form in DOUBLED else form for form in forms]
    return forms
