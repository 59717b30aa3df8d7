"""The tokens of a page's source, each with the place where it starts."""

import re
from itertools import accumulate

from turbohtml import Token, TokenType
from turbohtml import tokenize as _tokenize

_LINE_END = re.compile(r"\r\n?|\n")


def tokenize(source: str) -> tuple[list[Token], list[int]]:
    """The tokens of WHATWG tokenization, and for each the offset in `source` where it starts.

    A token ends where the next starts; a last offset, the length of the source, closes the list. Contents of
    script, style, noscript, iframe, textarea and title come as one text token.
    """
    if "\r" in source:
        starts = [0, *(m.end() for m in _LINE_END.finditer(source))]
    else:
        starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]
    tokens = list(_tokenize(source))
    offsets = [starts[t.line - 1] + t.col for t in tokens]
    offsets.append(len(source))
    return tokens, offsets


__all__ = ["Token", "TokenType", "tokenize"]
