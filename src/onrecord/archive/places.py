"""Where in a saved page's source the words of the article's text stand.

A block tells which stretch of the source yields its text; here the two are laid side by side, character by
character, so that a few words can be lit in the page. Tags between the words are passed over, entities and
runs of white space count as the one character they stand for.
"""

import html
import json
import re
from collections.abc import Sequence

from onrecord.record import Block, Form, Part, Span

_PASSED = re.compile(r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<[/!?a-zA-Z][^>]*>", re.DOTALL | re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")
_ESCAPE = re.compile(
    r'\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|["\\/bfnrt])'
)
_LOOK_AHEAD = 400
"""How far the source may hold characters that the text does not (hidden words between two letters)."""


def align(block: Block, source: str, form: Form) -> list[Span] | None:
    """For each character of a block's text its place in the source; None if the source does not yield it."""
    pieces = _pieces(block, source, form)
    places: list[Span] = []
    at = 0
    for character in block.text:
        if character.isspace():
            # White space may stem from a tag or from nothing at all: it stands where the last character ends.
            end = places[-1].end if places else block.source.start
            places.append(Span(end, end))
            continue
        for ahead in range(at, min(at + _LOOK_AHEAD, len(pieces))):
            if pieces[ahead][0] == character:
                places.append(pieces[ahead][1])
                at = ahead + 1
                break
        else:
            return None
    return places


def _pieces(block: Block, source: str, form: Form) -> list[tuple[str, Span]]:
    """The characters that a block's stretch of the source shows, each with its place; no white space."""
    start, end = block.source
    text = source[start:end]
    pieces = [(c, Span(i, i + 1)) for i, c in enumerate(text, start)]
    if form is Form.FLAT:
        return [piece for piece in pieces if not piece[0].isspace()]
    if block.tag == "json":
        # The block was told in a script: what JSON escapes is one character.
        pieces = _without_escapes(text, start)
        text = "".join(c for c, _ in pieces)
    found: list[tuple[str, Span]] = []
    i = 0
    while i < len(text):
        if text[i] == "<":
            passed = _PASSED.match(text, i)
            if passed:
                i = passed.end()
                continue
        elif text[i] == "&":
            entity = _ENTITY.match(text, i)
            shown = html.unescape(entity[0]) if entity else ""
            if entity and shown != entity[0]:
                # An entity without its semicolon may end before what the pattern took (`&ampx`).
                taken = len(entity[0])
                while taken > 2 and html.unescape(text[i : i + taken - 1]) + text[i + taken - 1] == shown:
                    taken -= 1
                    shown = shown[:-1]
                place = Span(pieces[i][1].start, pieces[i + taken - 1][1].end)
                found.extend((s, place) for s in shown if not s.isspace())
                i += taken
                continue
        if not text[i].isspace():
            found.append(pieces[i])
        i += 1
    return found


def _without_escapes(text: str, start: int) -> list[tuple[str, Span]]:
    found: list[tuple[str, Span]] = []
    i = 0
    while i < len(text):
        escape = _ESCAPE.match(text, i) if text[i] == "\\" else None
        if escape is None:
            found.append((text[i], Span(start + i, start + i + 1)))
            i += 1
            continue
        for shown in json.loads(f'"{escape[0]}"'):
            found.append((shown, Span(start + i, start + escape.end())))
        i = escape.end()
    return found


def to_source(spans: Sequence[Span], parts: Sequence[Part], source: str, form: Form) -> tuple[Span, ...]:
    """The stretches of the source that yield these spans of the article's text; one for each block met."""
    found: list[Span] = []
    for span in spans:
        for part in parts:
            if part.span is None or not part.span.meets(span):
                continue
            begin = max(span.start, part.span.start) - part.span.start
            finish = min(span.end, part.span.end) - part.span.start
            places = align(part.block, source, form)
            if places is None or finish > len(places):
                found.append(part.block.source)
            else:
                found.append(Span(places[begin].start, places[finish - 1].end))
    return tuple(found)
