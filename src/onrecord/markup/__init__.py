"""Mark-up to a tree and to tokens. The only package that knows the HTML parser (turbohtml)."""

from turbohtml import Document, Element, Node, Text
from turbohtml import parse as _parse

from .tokens import Token, TokenType, tokenize

Tree = Document
"""A parsed page, as browsers build it (WHATWG HTML): select(css), find, find_all, descendants, ..."""


def parse(source: str) -> Tree:
    """The tree of a page's decoded source; any text gives a tree."""
    return _parse(source, source_locations=True)


__all__ = ["Element", "Node", "Text", "Token", "TokenType", "Tree", "parse", "tokenize"]
