"""The tokens of a page's source, each with the place where it starts."""

import re
from collections.abc import Iterator
from itertools import accumulate, count
from operator import add

from turbohtml import Token, TokenType
from turbohtml import tokenize as _tokenize

_LINE_END = re.compile(r"\r\n?|\n")


def tokenize(source: str) -> tuple[Iterator[Token], list[int]]:
    """The tokens of WHATWG tokenization, and the offset in `source` where each line starts, the first line being 1.

    A token starts at `lines[token.line] + token.col` and ends where the next one starts; most tokens are never asked
    for their place, so it is not worked out here. Contents of script, style, noscript, iframe, textarea and title come
    as one text token. Tokens are made as they are asked for: two thousand at once would only keep the memory busy.
    """
    if "\r" in source:
        starts = [0, *(m.end() for m in _LINE_END.finditer(source))]
    else:
        starts = list(map(add, accumulate(map(len, source.split("\n")), initial=0), count()))
    return _tokenize(source), [0, *starts]


__all__ = ["Token", "TokenType", "tokenize"]
