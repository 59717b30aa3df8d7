"""Blocks of a story that stands only in a script: a JSON-LD body, or the state of an app.

Each paragraph is a piece of a JSON string literal, so its source span lies inside the script, and decoding that
piece gives its text: escapes undone, tags gone, white space collapsed.
"""

import html
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress

import msgspec

from ..record import Block, Declared, Span
from ..text.unseen import without_unseen

_LITERAL = re.compile(r'"((?:[^"\\]|\\.){40,})(?:"|\Z)', re.S)
_LOOSE_LITERAL = re.compile(
    r'[:,=(\[]\s*"((?:[^"\\]|\\.|"(?!\s*(?:[:}\]]|,\s*["{\[\d}\]]|\Z))){40,})(?:"|\Z)', re.S
)
"""With quotation marks of its own that nobody escaped: it ends at one behind which a value can end."""
_ENTITY_LITERAL = re.compile(r"&quot;((?:(?!&quot;)[^\\]|\\(?:&quot;|.)){40,})(?:&quot;|\Z)", re.S)
_PARTING = re.compile(
    r"(?:\\+[nr]|\n|(?:<|\\+u003[cC]|&(?:amp;)*lt;)\\?/?(?:p|div|h[1-6]|li|ul|ol|br|blockquote|figure|section)\b"
    r"(?:[^<>\\&]|&(?!(?:amp;)*gt;)|\\+[^u\\]|\\+u(?!003[eE]))*?(?:>|\\+u003[eE]|&(?:amp;)*gt;))+",
    re.I | re.S,
)
_BARE = re.compile(r'(?<!\\)"')
_ESCAPE = re.compile(r"\\(?:[\"/nrt]|u[0-9a-fA-F]{4})")
_PIECE = re.compile(r"\n+|(?<=[.!?。]) ")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")
_SHOWN = 0.3  # a body less of whose paragraphs than this can be seen on the page is a script's alone
_ENOUGH = 200


def split_scripts(source: str, declared: Declared, shown: Sequence[Block]) -> list[Block]:
    """The paragraphs of a declared body that no block of the page shows; nothing if the page shows it."""
    for told in declared.all("body"):
        if told.source is None or len(told.value) < _ENOUGH:
            continue
        pieces = _PIECE.split(told.value)
        page = " ".join([b.text for b in shown])
        # as good as every page shows what it declares, letter for letter; a look at the words alone is dearer
        letter_for_letter = sum(piece in page and len(_plain(piece)) > 20 for piece in pieces)
        if letter_for_letter and letter_for_letter >= _SHOWN * len(pieces):
            return []
        wanted = _plain(told.value)
        seen = _plain(page)
        chunks = [c for c in map(_plain, pieces) if len(c) > 20]
        if chunks and sum(c in seen for c in chunks) >= _SHOWN * len(chunks):
            return []
        blocks: list[Block] = []
        taken: set[str] = set()
        start, end = told.source.start, source.rfind("</", told.source.start, told.source.end)
        end = end if end >= 0 else told.source.end
        for literal in _literals(source, start, end):
            blocks.extend(_paragraphs(source, literal.start(1), literal.end(1), wanted, taken))
        if blocks:
            return blocks
    return []


def _literals(source: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The long strings in a script, in the way that it writes them."""
    script = source[start:end]
    if script.count("&quot;") > script.count('"'):
        return _ENTITY_LITERAL.finditer(source, start, end)
    data = script[script.find(">") + 1 :].strip()
    try:
        msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        return _LOOSE_LITERAL.finditer(source, start, end)
    return _LITERAL.finditer(source, start, end)


def render_script(raw: str) -> str:
    """The text that a piece of a JSON string literal yields."""
    try:
        text = json.loads(f'"{raw}"', strict=False)
    except ValueError:
        # quotation marks that nobody escaped, or a script whose own are entities
        bare = html.unescape(raw) if "&quot;" in raw else _BARE.sub('\\"', raw)
        try:
            text = json.loads(f'"{bare}"', strict=False)
        except ValueError:
            text = raw
    if "\\" in text and _ESCAPE.search(text):
        # JSON in a string of JSON
        with suppress(ValueError):
            text = json.loads(f'"{text}"', strict=False)
    if "&" in text:
        text = html.unescape(text)
        if "&" in text:
            text = html.unescape(text)
    return " ".join(without_unseen(_TAG.sub("", text)).split())


def _paragraphs(source: str, start: int, end: int, wanted: str, taken: set[str]) -> list[Block]:
    blocks = []
    at = start
    for cut in [*(m.span() for m in _PARTING.finditer(source, start, end)), (end, end)]:
        raw = source[at : cut[0]]
        text = render_script(raw)
        plain = _plain(text)
        if plain and plain in wanted and plain not in taken:
            taken.add(plain)
            blocks.append(Block(text, Span(at, cut[0]), "json"))
        at = cut[1]
    return blocks


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()
