"""The tokens of a page's source, each with the place where it starts."""

import re
from collections.abc import Iterator

from turbohtml import Token, TokenType
from turbohtml import tokenize as _tokenize

_LINE_END = re.compile(r"\r\n?|\n")
_LINE_FEED = re.compile(r"\n")  # nearly every page has nothing else, and one letter is found faster


def tokenize(source: str) -> tuple[Iterator[Token], list[int]]:
    """The tokens of WHATWG tokenization, and the offset in `source` where each line starts, the first line being 1.

    A token starts at `lines[token.line] + token.col` and ends where the next one starts; most tokens are never asked
    for their place, so it is not worked out here. Contents of script, style, noscript, iframe, textarea and title come
    as one text token. Tokens are made as they are asked for: two thousand at once would only keep the memory busy.
    """
    ends = (_LINE_END if "\r" in source else _LINE_FEED).finditer(source)
    return _tokenize(source), [0, 0, *[end.end() for end in ends]]


__all__ = ["Token", "TokenType", "tokenize"]
