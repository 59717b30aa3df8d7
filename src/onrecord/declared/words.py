"""Strings of markup made readable: entities decoded, tags and odd spaces gone."""

import html
import re

from ..text.unseen import without_unseen

# the second halves stop where a new one of the same kind begins: each unclosed one would look on to the end
_TAG = re.compile(r"<(?:/?[a-zA-Z][^<>]*|!--(?:[^<]|<(?!!--))*?--)>")
_BREAK = re.compile(
    r"<(?:/?(?:p|div|li|ul|ol|h[1-6]|blockquote|figure|section|tr|table)\b[^<>]*|br\s*/?)>", re.I
)
_UNSEEN = re.compile(r"<(script|style|iframe|noscript|svg)\b(?:[^<]|<(?!\1\b|/\1\b))*</\1\s*>", re.I)
_LONGEST = 1_000_000


def plain(value: str) -> str:
    """One line of text: entities decoded (twice where they were encoded twice), tags taken out."""
    if "&" in value:
        value = html.unescape(value)
        if "&" in value:
            value = html.unescape(value)
    if "<" in value:
        value = _TAG.sub(" " if _BREAK.search(value) else "", value)
    return " ".join(without_unseen(value).split())


def paragraphs(value: str) -> str:
    """A body's text: paragraphs parted by a blank line, whether it came as HTML or as plain lines."""
    value = value[:_LONGEST]
    if "&lt;" in value or "&amp;lt;" in value or ("&" in value and "<" not in value):
        value = html.unescape(value)
        if "&lt;" in value and "<" not in value:
            value = html.unescape(value)
    if "<" in value:
        value = _UNSEEN.sub("", value)
        value = _BREAK.sub("\n", value)
        value = _TAG.sub("", value)
    if "&" in value:
        value = html.unescape(value)
    lines = (" ".join(line.split()) for line in without_unseen(value).split("\n"))
    return "\n\n".join(line for line in lines if line)
