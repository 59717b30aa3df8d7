"""Splits flat text, from which somebody already stripped the mark-up, into blocks, by its lines.

Flatteners print a block a line (a browser's copy, resiliparse, inscriptis) or wrap it at some column (lynx,
html2text); the second shows in the lengths of the lines. Leading marks of lists and headings are left out of
a block's span, and the links and emphasis of Markdown are read through, so that the text is what a reader saw.
"""

import re
from itertools import pairwise

from ..record import Block, Image, Layout, Link, Span
from ..text.unseen import without_unseen
from .fields import fields_of

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_MARK = re.compile(r"\s*(#{1,6}(?=\s)|[*+•◦▪‣·–-](?=\s)|\d{1,3}[.)](?=\s)|>|\|)?\s*(?:#{1,6}\s+)?")
# long addresses are wrapped behind a hyphen, as words are
_ADDRESS = r"\(\s*<?([^)\s\[]{0,2000}+(?:(?<=-)\n[^)\s\[]{1,500}+){0,8})"
_MD_IMAGE = re.compile(rf"!\[([^\]]{{0,1000}})\]{_ADDRESS}[^)]{{0,300}}\)")
_MD_LINK = re.compile(
    rf"\[([^\[\]]{{0,2000}}+(?:\[[^\[\]]{{0,200}}+\](?!\()[^\[\]]{{0,500}}+){{0,4}})\]{_ADDRESS}(?:\s+\"[^\"]{{0,300}}\")?\s*\)"
)
_MD_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1", re.S)
_MD_SLANTED = re.compile(
    r"(?<![\w\\])_(?=[^\W_]|[\"'“„«‘(\[])([^_]{1,300}?)(?<=[^\s\\])_(?!\w)"
    r"|(?<![\w*\\])\*(?=[^\s*])([^*]{1,300}?)(?<=[^\s*\\])\*(?![\w*])"
)
# `B 248\.`, `\- so`, `\[sic\]`; not the arm of `¯\_(ツ)_/¯`
_MD_ESCAPE = re.compile(r"(?<=\w)\\(?=[.!](?:\s|$))|\\(?=[-+](?:\s|-)|[\[\]()*#]|_(?!\())")
_QUOTED_LINE = re.compile(r"\n[ \t]*>[ \t]?")
_LYNX_LINK = re.compile(r"\[\d{1,4}\](?=\S)")


def split_flat(source: str) -> Layout:
    """All blocks of a flat text in order: a line each, or a paragraph each where lines are wrapped."""
    lines = [m.span() for m in _LINE.finditer(source) if not m.group().isspace()]
    if not lines:
        return Layout(())
    width = _wrap_width(source, lines)
    fields = fields_of(source, lines)
    blocks: list[Block] = []
    images: list[Image] = []
    index = 0
    previous_end = 0
    while index < len(lines):
        start, end = lines[index]
        gap = source.count("\n", previous_end, start) - (1 if previous_end else 0)
        first = last = index
        if width:
            while last + 1 < len(lines) and _continues(source, lines[last], lines[last + 1], width):
                last += 1
            end = lines[last][1]
        previous_end = end
        index = last + 1
        mark = _MARK.match(source, start, end)
        indent = _indent(source[start:end])
        tag = "line"
        if mark is not None and (sign := mark.group(1)) and not _is_bare_number(source, lines, first, sign):
            tag = f"h{len(sign)}" if sign[0] == "#" else "quote" if sign == ">" else "item"
            if mark.end() < end:
                start = mark.end()
        if fields is not None and (named := fields.name(source, start, end)):
            tag, start = ("field-item" if named[0] == "field-body" and tag == "item" else named[0]), named[1]
        raw = source[start:end]
        start += len(raw) - len(raw.lstrip())
        end -= len(raw) - len(raw.rstrip())
        raw = source[start:end]
        for found in _MD_IMAGE.finditer(raw) if "![" in raw else ():
            place = Span(start + found.start(), start + found.end())
            images.append(
                Image(
                    found.group(2).removesuffix(">"),
                    " ".join(found.group(1).split()),
                    len(blocks),
                    -1,
                    -1,
                    place,
                )
            )
        text = render_flat(raw)
        if not text:
            continue
        links = []
        if "](" in raw:
            at = 0
            for found in _MD_LINK.finditer(_MD_IMAGE.sub(" ", raw) if "![" in raw else raw):
                words = render_flat(found.group(1))
                at = text.find(words, at)
                if at < 0:
                    break
                links.append(Link(found.group(2).removesuffix(">"), Span(at, at + len(words))))
                at += len(words)
        blocks.append(Block(text, Span(start, end), tag, -1, tuple(links), "", max(gap, 0), indent))
    return Layout(tuple(blocks), (), tuple(images))


def render_flat(raw: str) -> str:
    """The text that a block's source span yields: Markdown's marks gone, white space collapsed."""
    if "\n" in raw and ">" in raw:
        raw = _QUOTED_LINE.sub(" ", raw)
    if "](" in raw:
        raw = _MD_IMAGE.sub(" ", raw)
        raw = _MD_LINK.sub(r"\1", raw)
    if "**" in raw or "__" in raw:
        raw = _MD_BOLD.sub(r"\2", raw)
    if "_" in raw or "*" in raw:
        raw = _MD_SLANTED.sub(lambda found: found.group(1) or found.group(2), raw)
    if "[" in raw:
        raw = _LYNX_LINK.sub("", raw)
    if "\\" in raw:
        raw = _MD_ESCAPE.sub("", raw)
    return " ".join(without_unseen(raw).split())


def _is_bare_number(source: str, lines: list[tuple[int, int]], at: int, sign: str) -> bool:
    """Whether a number at a line's head is the line's own, as in `5. May 2031` or the heading `2. The ferry`: the lines
    round it are no items, and it is not indented as a list is."""
    if not sign[0].isdigit():
        return False
    around = [source[slice(*lines[n])] for n in (at - 1, at + 1) if 0 <= n < len(lines)]
    if any(mark.group(1) for line in around if (mark := _MARK.match(line))):
        return False
    return not around or any(_indent(line) == _indent(source[slice(*lines[at])]) for line in around)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _wrap_width(source: str, lines: list[tuple[int, int]]) -> int:
    """The column at which the text is wrapped; 0 if it is not."""
    plain = sorted(
        b - a for a, b in lines if source.find("](", a, b) < 0 and source.find("://", a, b) < 0
    )  # links are not broken, so their lines may be any length
    if len(plain) < 4:
        return 0
    longest = plain[int(len(plain) * 0.97)] if len(plain) >= 20 else plain[-1]
    beyond = sum(length > longest * 1.15 for length in plain)
    if not 40 <= longest <= 132 or beyond > 1 + len(plain) * 0.02:
        return 0
    full = joined = 0
    for (a, b), (c, _) in pairwise(lines):
        if b - a >= longest * 0.7:
            full += 1
            joined += source.count("\n", b, c) == 1
    return longest if joined >= 3 and joined >= 0.4 * full else 0


def _continues(source: str, line: tuple[int, int], following: tuple[int, int], width: int) -> bool:
    """Whether the next line goes on with this one's sentence: no blank between, and its first word did not fit."""
    if source.count("\n", line[1], following[0]) != 1:
        return False
    own, text = source[slice(*line)], source[slice(*following)]
    apart = abs(_indent(text) - _indent(own))
    mark = _MARK.match(text)
    if mark is not None and mark.group(1):
        # a quotation bears its mark on every line
        if mark.group(1) != ">" or not own.lstrip().startswith(">") or mark.end() == len(text):
            return False
        text = text[mark.end() :]
    first = text.split(maxsplit=1)[0]
    if first[0] == "©":
        return False
    return apart <= 4 and len(own) + 1 + len(first) >= width * 0.93


def flat_positions(raw: str, text: str) -> list[int]:
    """For each character of `text`, which `render_flat(raw)` gave, its offset in `raw`; [] if they part ways."""
    places = []
    at = 0
    for char in text:
        if char == " ":
            while at < len(raw) and not raw[at].isspace():
                at += 1
        else:
            while at < len(raw) and raw[at] != char:
                at += 1
        if at >= len(raw):
            return []
        places.append(at)
        at += 1
    return places
