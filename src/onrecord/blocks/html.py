"""Splits a page of HTML into blocks, by its mark-up.

A block ends where a block-level element starts or ends, or at two line breaks in a row. Its source span runs
from its first to its last visible character, and `render` of that span gives its text again: the same loop
makes both, so that a span cannot drift from what it shows.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

from ..markup import Token, tokenize
from ..record import Block, Container, Image, Layout, Link, Span

_TEXT, _START, _END = 0, 1, 2

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search "
    "section select summary table tbody td tfoot th thead tr ul video audio object canvas template "
    "plaintext".split()
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr amp-img".split())
_RAW = frozenset("script style noscript iframe textarea title noembed noframes xmp".split())
_CLOSES_P = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul".split()
)
_SCOPES = frozenset("html body td th table caption button template object".split())
_IMPLIED = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
}
_SVG_EXITS = frozenset(
    "div p ul ol li h1 h2 h3 h4 h5 h6 table section article body main header footer nav".split()
)
_JOINTS = frozenset("a span time button label abbr".split())
_IMAGE_KEYS = ("src", "data-src", "data-lazy-src", "data-original", "data-lazyload", "data-url", "data-image")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_NOSCRIPT_IMAGE = re.compile(r"<(?:amp-)?img\b", re.I)
_NOSCRIPT_TEXT = 400  # shorter ones ask for JavaScript to be switched on
_FAR = 200  # how far up an end tag looks for its start; deeper pages are made to be slow
_MAX_DEPTH = 2000
_MAX_LINKS = 64


# an element whose contents cannot be told from others without its start tag: mark-up is text in it
_OPENED = {"plaintext": "<plaintext>"}


def split_html(source: str) -> Layout:
    """All blocks of a page of HTML in source order, with their containers and the images between them."""
    tokens, offsets = tokenize(source)
    splitter = _Splitter(source)
    splitter.run(tokens, offsets)
    return splitter.layout()


def render(source: str, tag: str = "p") -> str:
    """The text that a block's source span yields: tags gone, entities decoded, white space collapsed."""
    tokens, offsets = tokenize(_OPENED.get(tag, "") + source)
    splitter = _Splitter(source, whole=True)
    if tag == "pre":
        splitter.pre = 1
    splitter.run(tokens, offsets)
    return splitter.layout().blocks[0].text if splitter.blocks else ""


class _Splitter:
    """The state of one walk over a page's tokens."""

    def __init__(self, source: str, whole: bool = False) -> None:
        self.source = source
        self.whole = whole
        self.blocks: list[Block] = []
        self.images: list[Image] = []
        self.containers: list[list[Any]] = []
        self.open: list[list[Any]] = []  # [tag, words, itemprop, start, container or -1]
        self.pieces: list[str] = []
        self.start = -1
        self.end = -1
        self.links: list[tuple[str, int, int]] = []
        self.link: tuple[str, int, int] | None = None  # href, length of the pieces so far, depth
        self.inner: list[str] = []
        self.length = 0
        self.breaks = 0
        self.pre = 0
        self.paragraphs = 0  # how many p elements are open

    def run(self, tokens: Iterable[Token], offsets: list[int]) -> None:
        source = self.source
        pieces = self.pieces
        skip = 0  # inside svg or math
        raw = ""
        joint = False  # an inline element has just ended and nothing else has come
        for index, token in enumerate(tokens):
            kind = token.type
            if kind == _TEXT:
                if raw:
                    if raw == "noscript" and not self.whole:
                        self.noscript(offsets[index], offsets[index + 1])
                    continue
                if skip:
                    continue
                data = token.data or ""
                if data.isspace():
                    if self.start < 0:
                        continue
                else:
                    at, to = offsets[index], offsets[index + 1]
                    written = source[at:to]
                    stripped = written.lstrip()
                    if self.start < 0:
                        self.start = to - len(stripped)
                    self.end = at + len(written.rstrip())
                    self.breaks = 0
                    joint = False
                if self.pre and (self.whole or self.open[-1][0] == "pre"):
                    # in an element inside of it, its span alone does not tell that lines are kept
                    data = data.replace("\n", "\x01")
                pieces.append(data)
                self.length += len(data)
            elif kind == _START:
                name = token.tag or ""
                raw = name if name in _RAW else ""
                if skip:
                    if name in ("svg", "math"):
                        if not token.self_closing:
                            skip += 1
                        continue
                    if name not in _SVG_EXITS:
                        continue
                    skip = 0
                if name in _BLOCK_TAGS or ("-" in name and name != "amp-img"):
                    joint = False
                    if self.whole:
                        if name == "button":
                            pieces.append(" ")
                        continue
                    if self.start >= 0 or pieces or self.inner:
                        self.flush()
                    self.enter(name, token, offsets[index])
                elif name == "br":
                    self.line_break()
                elif name == "a":
                    if joint:
                        pieces.append(" ")
                        self.length += 1
                        joint = False
                    if not self.whole:
                        self.end_link()
                        href = token.attr("href")
                        if href:
                            self.link = (href, self.length, len(self.open))
                        self.note_inner(token)
                elif name == "img" or name == "amp-img" or name == "source":
                    if not self.whole:
                        self.image(token, offsets[index], offsets[index + 1])
                elif name == "hr":
                    if not self.whole:
                        self.flush()
                elif name in ("svg", "math"):
                    if not token.self_closing:
                        skip = 1
                elif name == "option":
                    pieces.append(" ")
                    self.length += 1
                elif not raw:
                    if joint and name in _JOINTS:
                        pieces.append(" ")
                        self.length += 1
                    joint = False
                    if not self.whole and (token.attrs):
                        self.note_inner(token)
            elif kind == _END:
                name = token.tag or ""
                raw = ""
                if skip:
                    if name in ("svg", "math"):
                        skip -= 1
                    continue
                if name in _BLOCK_TAGS or "-" in name:
                    joint = False
                    if self.whole:
                        continue
                    self.leave(name, offsets[index + 1])
                elif name == "a":
                    joint = True
                    self.end_link()
                elif name == "br":
                    self.line_break()
                elif name in _JOINTS:
                    joint = True
            # comments, doctypes and processing instructions say nothing to a reader
        self.flush()

    def note_inner(self, token: Token) -> None:
        if len(self.inner) < 8:
            for key, value in token.attrs or ():
                if (key == "class" or key == "itemprop" or key == "rel") and value:
                    self.inner.append(value)
            if token.tag in ("time", "cite", "strong", "b", "em", "i", "small", "sup"):
                self.inner.append("in-" + token.tag)

    def line_break(self) -> None:
        if self.start < 0:
            return
        self.breaks += 1
        if self.breaks >= 2 and not self.whole:
            self.flush()
        else:
            self.pieces.append("\x01")
            self.length += 1

    def end_link(self) -> None:
        link = self.link
        if link is not None:
            if self.length > link[1] and len(self.links) < _MAX_LINKS:
                self.links.append((link[0], link[1], self.length))
            self.link = None

    def enter(self, name: str, token: Token, at: int) -> None:
        stack = self.open
        if self.paragraphs and name in _CLOSES_P:
            for n in range(len(stack) - 1, max(-1, len(stack) - _FAR), -1):
                open_tag = stack[n][0]
                if open_tag == "p":
                    self.pop(n, at)
                    break
                if open_tag in _SCOPES:
                    break
        implied = _IMPLIED.get(name)
        if implied:
            closes, stops = implied
            for n in range(len(stack) - 1, max(-1, len(stack) - _FAR), -1):
                open_tag = stack[n][0]
                if open_tag in stops:
                    break
                if open_tag in closes:
                    self.pop(n, at)
                    if name != "tr":
                        break
        if (
            name[0] == "h"
            and len(name) == 2
            and stack
            and stack[-1][0] in ("h1", "h2", "h3", "h4", "h5", "h6")
        ):
            self.pop(len(stack) - 1, at)
        if token.self_closing and "-" in name:
            return
        if len(stack) < _MAX_DEPTH:
            words = ""
            itemprop = ""
            attrs = token.attrs
            if attrs:
                words, itemprop = _words(attrs)
            stack.append([name, words, itemprop, at, -1])
            if name == "p":
                self.paragraphs += 1
            elif name == "pre":
                self.pre += 1

    def leave(self, name: str, to: int) -> None:
        stack = self.open
        for n in range(len(stack) - 1, max(-1, len(stack) - _FAR), -1):
            open_tag = stack[n][0]
            if open_tag == name:
                if self.start >= 0 or self.pieces or self.inner:
                    self.flush()
                self.pop(n, to)
                return
            if open_tag in ("td", "th", "table") and name not in ("table", "tr", "tbody", "thead", "tfoot"):
                break
        self.flush()

    def pop(self, depth: int, at: int) -> None:
        """Close the elements from `depth` on."""
        for entry in self.open[depth:]:
            if entry[4] >= 0:
                self.containers[entry[4]][4] = at
            if entry[0] == "p":
                self.paragraphs -= 1
            elif entry[0] == "pre":
                self.pre -= 1
        del self.open[depth:]
        if self.link is not None and self.link[2] > depth:
            self.link = None

    def container(self) -> int:
        """The index of the innermost open element as a container; made when first needed."""
        stack = self.open
        if not stack:
            return -1
        n = len(stack) - 1
        while n >= 0 and stack[n][4] < 0:
            n -= 1
        parent = stack[n][4] if n >= 0 else -1
        for entry in stack[n + 1 :]:
            self.containers.append([entry[0], entry[1], parent, entry[3], len(self.source), entry[2]])
            parent = entry[4] = len(self.containers) - 1
        return parent

    def flush(self) -> None:
        """End the block that is being gathered, if there is one."""
        pieces = self.pieces
        if self.start < 0:
            if pieces:
                pieces.clear()
                self.length = 0
                self.inner.clear()
                self.links.clear()
                if self.link is not None:
                    self.link = (self.link[0], 0, self.link[2])
            return
        link = self.link
        self.end_link()
        raw = "".join(pieces)
        text = _collapse(raw)
        if text:
            links: tuple[Link, ...] = ()
            if self.links:
                links = tuple(
                    [
                        Link(href, span)
                        for href, a, b in self.links
                        if (span := _collapsed_span(raw, a, b, len(text))).end > span.start
                    ]
                )
            tag = self.open[-1][0] if self.open else "body"
            self.blocks.append(
                Block(text, Span(self.start, self.end), tag, self.container(), links, " ".join(self.inner))
            )
        pieces.clear()
        self.links.clear()
        self.inner.clear()
        self.length = 0
        self.start = -1
        self.breaks = 0
        if link is not None:
            self.link = (link[0], 0, link[2])

    def noscript(self, at: int, to: int) -> None:
        """What a page shows where scripts do not run: its pictures, and its text if there is much of it.

        Lazy pictures often stand there alone; some forums and apps print the whole page there.
        """
        inside = self.source[at:to]
        if "<" not in inside:
            return
        tokens, offsets = tokenize(inside)
        said = sum(len(t.data or "") for t in tokens if t.type == _TEXT and not (t.data or "").isspace())
        if said >= _NOSCRIPT_TEXT:
            self.flush()
            depth = len(self.open)
            self.open.append(["noscript", "noscript", "", at, -1])
            self.run(tokens, [at + o for o in offsets])
            self.pop(depth, to)
        elif _NOSCRIPT_IMAGE.search(inside):
            for token in tokens:
                if token.type == _START and token.tag in ("img", "amp-img"):
                    self.image(token, at, to)

    def image(self, token: Token, at: int, to: int) -> None:
        values = dict(token.attrs or ())
        url = None
        for key in _IMAGE_KEYS:
            value = (values.get(key) or "").strip()
            if value and not value.startswith("data:"):
                url = value
                break
        best = _largest(values.get("srcset") or values.get("data-srcset") or "")
        if url is None or (token.tag == "source" and best):
            url = best or url
        if token.tag == "source" and (url is None or not (values.get("type") or "image").startswith("image")):
            return
        container = self.container()
        figure = container
        for _ in range(8):
            if figure < 0 or self.containers[figure][0] == "figure":
                break
            figure = self.containers[figure][2]
        else:
            figure = -1
        self.images.append(
            Image(
                url,
                " ".join((values.get("alt") or values.get("data-caption") or "").split()),
                len(self.blocks) + (1 if self.start >= 0 else 0),
                container,
                figure,
                Span(at, to),
                _pixels(values.get("width")),
                _pixels(values.get("height")),
            )
        )

    def layout(self) -> Layout:
        containers = tuple([Container(c[0], c[1], c[2], Span(c[3], c[4]), c[5]) for c in self.containers])
        return Layout(tuple(self.blocks), containers, tuple(self.images))


def _collapse(raw: str) -> str:
    if "\x01" not in raw:
        return " ".join(raw.split())
    lines = [" ".join(line.split()) for line in raw.split("\x01")]
    return "\n".join([line for line in lines if line])


def _collapsed_span(raw: str, start: int, end: int, length: int) -> Span:
    """Where `raw[start:end]` lies once white space is collapsed."""
    before = _collapse(raw[:start])
    inside = _collapse(raw[start:end])
    at = len(before)
    if at and inside and (raw[start - 1].isspace() or raw[start].isspace() or raw[start - 1] == "\x01"):
        at += 1
    return Span(min(at, length), min(at + len(inside), length))


def _words(attrs: list[tuple[str, str]]) -> tuple[str, str]:
    """What an element's attributes say of its use, and its itemprop."""
    words = []
    itemprop = ""
    for key, value in attrs:
        if key == "class" or key == "id" or key == "role":
            if value:
                words.append(value if len(value) < 200 else value[:200])
        elif key == "itemprop":
            itemprop = value or ""
        elif key == "hidden" or (key == "aria-hidden" and value == "true"):
            words.append("is-hidden")
        elif key == "style":
            if value and "none" in value and "display" in value:
                words.append("is-hidden")
        elif (
            key in ("data-testid", "data-component", "data-module", "data-type", "aria-label", "data-qa")
            and value
        ):
            words.append(value[:60])
    return " ".join(words), itemprop


def _pixels(value: str | None) -> int | None:
    digits = (value or "").strip().removesuffix("px")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 6 else None


def _largest(srcset: str) -> str | None:
    """The address of the widest rendition that a srcset lists."""
    best, size = None, -1.0
    for entry in re.split(r",\s+|,(?=https?:)", srcset.strip()):
        fields = entry.split()
        if not fields or fields[0].startswith("data:"):
            continue
        try:
            width = float(fields[1][:-1]) if len(fields) > 1 else 0.0
        except ValueError:
            width = 0.0
        if width > size:
            best, size = fields[0], width
    return best


def html_positions(source: str, tag: str = "p") -> list[int]:
    """For each character of `render(source, tag)` the offset in `source` where it is written."""
    opened = _OPENED.get(tag, "")
    source = opened + source
    tokens, offsets = tokenize(source)
    chars: list[str] = []
    places: list[int] = []
    splitter = _Splitter(source, whole=True)
    splitter.pre = 1 if tag == "pre" else 0

    class _Pieces(list[str]):
        def append(self, piece: str) -> None:  # each piece as it comes, with its place
            at = spot[0]
            written = source[at : spot[1]]
            if written == piece:
                chars.extend(piece)
                places.extend(range(at, at + len(piece)))
            else:
                for char, place in _aligned(piece, written):
                    chars.append(char)
                    places.append(at + place)
            super().append(piece)

    spot = [0, 0]

    def watched() -> Iterator[Token]:
        for index, token in enumerate(tokens):
            spot[:] = offsets[index], offsets[index + 1]
            yield token

    splitter.pieces = _Pieces()
    splitter.run(watched(), offsets)
    out: list[int] = []
    text: list[str] = []
    pending: tuple[str, int] | None = None
    for char, place in zip(chars, places, strict=True):
        if char == "\x01" or char.isspace():
            if text and (pending is None or char == "\x01"):
                pending = ("\n" if char == "\x01" else " ", place)
            continue
        if pending is not None:
            text.append(pending[0])
            out.append(pending[1])
            pending = None
        text.append(char)
        out.append(place)
    return [place - len(opened) for place in out] if opened else out


def _aligned(piece: str, written: str) -> list[tuple[str, int]]:
    """Each character of decoded text with its place in the text as written (character references, CR LF)."""
    out: list[tuple[str, int]] = []
    at = 0
    references = [m.span() for m in _REFERENCE.finditer(written)]
    n = 0
    while n < len(piece):
        char = piece[n]
        if at < len(written) and written[at] == "&" and references:
            while references and references[0][0] < at:
                references.pop(0)
            if references and references[0][0] == at:
                to = references[0][1]
                decoded = unescape(written[at:to])
                if decoded and piece.startswith(decoded, n) and decoded != written[at:to]:
                    out.extend((c, at) for c in decoded)
                    n += len(decoded)
                    at = to
                    continue
        if at + 1 < len(written) and written[at] == "\r" and written[at + 1] == "\n" and char in "\n\x01":
            at += 1
        out.append((char, min(at, max(len(written) - 1, 0))))
        at += 1
        n += 1
    return out
