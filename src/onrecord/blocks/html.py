"""Splits a page of HTML into blocks, by its mark-up.

A block ends where a block-level element starts or ends, or at two line breaks in a row. Its source span runs
from its first to its last visible character, and `render` of that span gives its text again: the same loop
makes both, so that a span cannot drift from what it shows.
"""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from html import unescape
from itertools import chain, pairwise

from ..markup import Token, TokenType, tokenize
from ..record import Block, Container, Image, Layout, Link, Span
from ..text.unseen import UNSEEN, without_unseen

_TEXT, _START, _END = TokenType.TEXT, TokenType.START_TAG, TokenType.END_TAG

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup html legend li main menu nav ol p pre search "
    "section select summary table tbody td tfoot th thead tr ul video audio object canvas template "
    "plaintext".split()
)
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
_CLOSING = frozenset(".,;:!?)]}’'…%")
"""What never has a blank before it, also where it stands in an element of its own."""
_INITIALS = frozenset("BCDFGHJKLMNPQRSTVX")
_IMAGE_KEYS = ("src", "data-src", "data-lazy-src", "data-original", "data-lazyload", "data-url", "data-image")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")
_NOSCRIPT_IMAGE = re.compile(r"<(?:amp-)?img\b", re.I)
_SHOWN = re.compile(r"[^\s\x01]")
_span = partial(
    tuple.__new__, Span
)  # a page has a thousand spans, and `Span(a, b)` is a function of Python's own
_NOSCRIPT_TEXT = 400  # shorter ones ask for JavaScript to be switched on
_FAR = 200  # how far up an end tag looks for its start; deeper pages are made to be slow
_MAX_DEPTH = 2000
_MAX_LINKS = 64
_MOST_INNER = 8
_LABELS = frozenset("data-testid data-component data-module data-type aria-label data-qa".split())
_TOLD_BY = frozenset({"class", "id", "role", "itemprop", "hidden", "aria-hidden", "style", *_LABELS})
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_ENDS_NONE = _BLOCK_TAGS - _IMPLIED.keys() - _HEADINGS - {"p", "pre", "plaintext"}
"""Tags whose elements end no other where no paragraph is open, as most are."""
_TELLING = frozenset("time cite strong b em i small sup".split())

# what a tag is to a block; every page has some two thousand, so each is looked up once
_BLOCK, _INLINE, _JOINT, _LINK, _PICTURE, _BREAK, _RULE, _DRAWING, _OPTION, _RAW_TEXT, _RUBY = range(11)
_USES = {
    **dict.fromkeys(_JOINTS, _JOINT),
    **dict.fromkeys(_RAW, _RAW_TEXT),
    **dict.fromkeys(_BLOCK_TAGS, _BLOCK),
    "a": _LINK,
    "br": _BREAK,
    "hr": _RULE,
    "option": _OPTION,
    "svg": _DRAWING,
    "math": _DRAWING,
    **dict.fromkeys(("ruby", "rt", "rp"), _RUBY),
    **dict.fromkeys(("img", "amp-img", "source"), _PICTURE),
}


# an element whose contents cannot be told from others without its start tag: mark-up is text in it
_OPENED = {"plaintext": "<plaintext>"}


def split_html(source: str) -> Layout:
    """All blocks of a page of HTML in source order, with their containers and the images between them."""
    tokens, lines = tokenize(source)
    splitter = _Splitter(source)
    splitter.run(tokens, lines, len(source))
    return splitter.layout()


def render(source: str, tag: str = "p") -> str:
    """The text that a block's source span yields: tags gone, entities decoded, white space collapsed."""
    source = _OPENED.get(tag, "") + source
    tokens, lines = tokenize(source)
    splitter = _Splitter(source, whole=True)
    if tag == "pre":
        splitter.pre = 1
    splitter.run(tokens, lines, len(source))
    return splitter.layout().blocks[0].text if splitter.blocks else ""


class _Open:
    """An element whose end has not come yet; its class words are looked at only if it turns out to hold a block."""

    __slots__ = ("container", "end", "itemprop", "parent", "start", "tag", "token", "words")

    # told when it is made a container
    words: str
    itemprop: str
    parent: int
    end: int

    def __init__(self, tag: str, token: Token | None, start: int) -> None:
        self.tag = tag
        self.token = token
        self.start = start
        self.container = -1


class _Splitter:
    """The state of one walk over a page's tokens."""

    def __init__(self, source: str, whole: bool = False) -> None:
        self.source = source
        self.whole = whole
        self.blocks: list[Block] = []
        self.images: list[Image] = []
        self.containers: list[_Open] = []
        self.open: list[_Open] = []
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
        self.unscripted = (
            False  # inside noscript; one in another is left, or a page could nest them without end
        )

    def run(self, tokens: Iterable[Token], lines: list[int], stop: int) -> None:
        """Walk over a page's tokens; `lines` tells where each line starts, `stop` where the last token ends."""
        source = self.source
        pieces = self.pieces
        stack = self.open
        whole = self.whole
        uses = _USES
        skip = 0  # inside svg or math
        raw = ""
        joint = False  # an inline element has just ended and nothing else has come
        gap = False  # and another has begun: a blank is due, as looks would set them apart
        aside = False  # inside of how a word is read, which ruby sets above it ...
        bracketed = (
            -2
        )  # ... and which is part of the text that starts there, where brackets for it have been opened
        # a token ends where the next one starts; only the last has none after it
        nothing: list[Token] = [None]  # type: ignore[list-item]  # as just said
        after: Token | None
        for token, after in pairwise(chain(tokens, nothing)):
            kind = token.type
            if kind is _TEXT:
                if raw:
                    if raw == "noscript" and not whole and not self.unscripted:
                        to = stop if after is None else _start(after, lines)
                        self.noscript(_start(token, lines), to)
                    continue
                if skip or aside:
                    continue
                data = token.data or ""
                said = data if data.isascii() else without_unseen(data)
                if not said or said.isspace():
                    if self.start < 0:
                        continue
                else:
                    at = lines[token.line] + token.col
                    if "&" not in data and source.startswith(data, at):
                        written = data  # as nearly all text is: no reference, no line end but LF
                    else:
                        written = source[at : stop if after is None else _start(after, lines)]
                    if self.start < 0:
                        self.start = at + len(written) - len(written.lstrip())
                    self.end = at + len(written.rstrip())
                    self.breaks = 0
                    joint = False
                    if gap:
                        gap = False
                        if said[0] not in _CLOSING and not (said[0].islower() and _is_initial(pieces)):
                            pieces.append(" ")
                            self.length += 1
                if self.pre and (whole or self.open[-1].tag == "pre"):
                    # in an element inside of it, its span alone does not tell that lines are kept
                    said = said.replace("\n", "\x01")
                pieces.append(said)
                self.length += len(said)
            elif kind is _START:
                name = token.tag or ""
                use = uses.get(name)
                if use is None:
                    use = _BLOCK if "-" in name else _INLINE
                raw = name if use is _RAW_TEXT else ""
                if skip:
                    if use is _DRAWING:
                        if not token.self_closing:
                            skip += 1
                        continue
                    if name not in _SVG_EXITS:
                        continue
                    skip = 0
                if use is _BLOCK:
                    joint = gap = aside = False
                    if whole:
                        if name == "button":
                            pieces.append(" ")
                        continue
                    if self.start >= 0 or pieces:
                        self.flush()
                    at = lines[token.line] + token.col
                    if name not in _ENDS_NONE or self.paragraphs or len(stack) >= _MAX_DEPTH:
                        self.enter(name, token, at)
                    else:
                        stack.append(_Open(name, token, at))
                elif use is _INLINE or use is _JOINT:
                    if joint and use is _JOINT:
                        gap = True
                    joint = False
                    if not whole and len(self.inner) < _MOST_INNER and (attrs := token.attrs):
                        self.note_inner(name, attrs)
                elif use is _LINK:
                    if joint:
                        gap = True
                        joint = False
                    if not whole:
                        if self.link is not None:
                            self.end_link()
                        href = token.attr("href")
                        if href:
                            self.link = (href, self.length, len(self.open))
                        if len(self.inner) < _MOST_INNER and (attrs := token.attrs):
                            if len(attrs) > 1 or not href:
                                self.note_inner(name, attrs)
                elif use is _PICTURE:
                    if not whole:
                        to = stop if after is None else _start(after, lines)
                        self.image(token, lines[token.line] + token.col, to)
                elif use is _BREAK:
                    self.line_break()
                elif use is _RULE:
                    if not whole:
                        self.flush()
                elif use is _DRAWING:
                    if not token.self_closing:
                        skip = 1
                elif use is _OPTION:
                    pieces.append(" ")
                    self.length += 1
                elif use is _RUBY:
                    start = self.start
                    aside = name == "rt" and (start < 0 or bracketed != start)
                    if name != "rt":
                        bracketed = start if name == "rp" and bracketed != start else -2
            elif kind is _END:
                name = token.tag or ""
                raw = ""
                use = uses.get(name)
                if use is None:
                    use = _BLOCK if "-" in name else _INLINE
                if skip:
                    if use is _DRAWING:
                        skip -= 1
                    continue
                if use is _BLOCK:
                    joint = False
                    if whole:
                        continue
                    if not stack or stack[-1].tag != name:
                        self.leave(name, stop if after is None else _start(after, lines))
                        continue
                    if self.start >= 0 or pieces:
                        self.flush()
                    entry = stack.pop()
                    if entry.container >= 0:
                        entry.end = stop if after is None else _start(after, lines)
                    if name == "p":
                        self.paragraphs -= 1
                    elif name == "pre":
                        self.pre -= 1
                    if self.link is not None and self.link[2] > len(stack):
                        self.link = None
                elif use is _LINK:
                    joint = True
                    if self.link is not None:
                        self.end_link()
                elif use is _JOINT:
                    joint = True
                elif use is _BREAK:
                    self.line_break()
                elif use is _RUBY:
                    aside = False
                elif name == "amp-img":
                    joint = False
                    if not whole:
                        self.leave(name, stop if after is None else _start(after, lines))
            # comments, doctypes and processing instructions say nothing to a reader
        self.flush()

    def note_inner(self, name: str, attrs: list[tuple[str, str]]) -> None:
        for key, value in attrs:
            if (key == "class" or key == "itemprop" or key == "rel") and value:
                self.inner.append(value)
        if name in _TELLING:
            self.inner.append("in-" + name)

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
                open_tag = stack[n].tag
                if open_tag == "p":
                    self.pop(n, at)
                    break
                if open_tag in _SCOPES:
                    break
        implied = _IMPLIED.get(name)
        if implied:
            closes, stops = implied
            for n in range(len(stack) - 1, max(-1, len(stack) - _FAR), -1):
                open_tag = stack[n].tag
                if open_tag in stops:
                    break
                if open_tag in closes:
                    self.pop(n, at)
                    if name != "tr":
                        break
        if name in _HEADINGS and stack and stack[-1].tag in _HEADINGS:
            self.pop(len(stack) - 1, at)
        if "-" in name and token.self_closing:
            return
        if len(stack) < _MAX_DEPTH or name in _OPENED:
            stack.append(_Open(name, token, at))
            if name == "p":
                self.paragraphs += 1
            elif name == "pre":
                self.pre += 1

    def leave(self, name: str, to: int) -> None:
        stack = self.open
        for n in range(len(stack) - 1, max(-1, len(stack) - _FAR), -1):
            open_tag = stack[n].tag
            if open_tag == name:
                if self.start >= 0 or self.pieces:
                    self.flush()
                self.pop(n, to)
                return
            if open_tag in ("td", "th", "table") and name not in ("table", "tr", "tbody", "thead", "tfoot"):
                break
        self.flush()

    def pop(self, depth: int, at: int) -> None:
        """Close the elements from `depth` on."""
        stack = self.open
        while len(stack) > depth:
            entry = stack.pop()
            if entry.container >= 0:
                entry.end = at
            if entry.tag == "p":
                self.paragraphs -= 1
            elif entry.tag == "pre":
                self.pre -= 1
        if self.link is not None and self.link[2] > depth:
            self.link = None

    def container(self) -> int:
        """The index of the innermost open element as a container; made when first needed."""
        stack = self.open
        if not stack:
            return -1
        parent = stack[-1].container
        if parent >= 0:
            return parent
        n = len(stack) - 1
        while n >= 0 and stack[n].container < 0:
            n -= 1
        parent = stack[n].container if n >= 0 else -1
        containers = self.containers
        end = len(self.source)
        for entry in stack[n + 1 :]:
            entry.parent = parent
            entry.end = end
            if entry.token is None:
                entry.words, entry.itemprop = entry.tag, ""
            elif attrs := entry.token.attrs:
                entry.words, entry.itemprop = _words(attrs)
            else:
                entry.words = entry.itemprop = ""
            parent = entry.container = len(containers)
            containers.append(entry)
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
        if link is not None:
            self.end_link()
        raw = pieces[0] if len(pieces) == 1 else "".join(pieces)
        text = _collapse(raw)
        if text:
            links: tuple[Link, ...] = ()
            if self.links:
                links = tuple(
                    [
                        Link(href, span)
                        for href, a, b in self.links
                        if (span := _collapsed_span(raw, a, b, len(text)))[1] > span[0]
                    ]
                )
            tag = self.open[-1].tag if self.open else "body"
            inner = self.inner
            self.blocks.append(
                Block(
                    text,
                    _span((self.start, self.end)),
                    tag,
                    self.container(),
                    links,
                    " ".join(inner) if inner else "",
                )
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
        found, lines = tokenize(inside)
        tokens = list(found)
        lines = [at + line for line in lines]
        said = sum(len(t.data or "") for t in tokens if t.type is _TEXT and not (t.data or "").isspace())
        if said >= _NOSCRIPT_TEXT:
            self.flush()
            # what stands inside may end elements outside of it: those stay open all the same, and none of its own
            outer, paragraphs, pre = self.open, self.paragraphs, self.pre
            self.open = [*outer, _Open("noscript", None, at)]
            self.unscripted = True
            self.run(tokens, lines, to)
            self.unscripted = False
            same = 0
            while same < min(len(outer), len(self.open)) and self.open[same] is outer[same]:
                same += 1
            self.pop(same, to)
            self.open, self.paragraphs, self.pre = outer, paragraphs, pre
        elif _NOSCRIPT_IMAGE.search(inside):
            for token in tokens:
                if token.type is _START and token.tag in ("img", "amp-img"):
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
            if figure < 0 or self.containers[figure].tag == "figure":
                break
            figure = self.containers[figure].parent
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
        containers = tuple(
            [
                Container(c.tag, c.words, c.parent, _span((c.start, c.end)), c.itemprop)
                for c in self.containers
            ]
        )
        return Layout(tuple(self.blocks), containers, tuple(self.images))


def _collapse(raw: str) -> str:
    if "\x01" not in raw:
        return " ".join(raw.split())
    lines = [" ".join(line.split()) for line in raw.split("\x01")]
    return "\n".join([line for line in lines if line])


def _is_initial(pieces: list[str]) -> bool:
    """Whether a block so far is the large first letter of its first word; letters that are words are left out."""
    return len(pieces) < 5 and "".join(pieces).strip() in _INITIALS


def _start(token: Token, lines: list[int]) -> int:
    return lines[token.line] + token.col


def _collapsed_span(raw: str, start: int, end: int, length: int) -> Span:
    """Where `raw[start:end]` lies once white space is collapsed."""
    if (not start or not _SHOWN.search(raw, 0, start)) and (end == len(raw) or not _SHOWN.search(raw, end)):
        return _span((0, length))  # the link is all there is, as in a menu
    before = _collapse(raw[:start])
    inside = _collapse(raw[start:end])
    at = len(before)
    if at and inside and (raw[start - 1].isspace() or raw[start].isspace() or raw[start - 1] == "\x01"):
        at += 1
    return _span((min(at, length), min(at + len(inside), length)))


def _words(attrs: list[tuple[str, str]]) -> tuple[str, str]:
    """What an element's attributes say of its use, and its itemprop."""
    if len(attrs) == 1 and attrs[0][0] == "class":  # as most have
        return (attrs[0][1] or "")[:200], ""
    words: list[str] = []
    itemprop = ""
    for key, value in attrs:
        if key not in _TOLD_BY:  # most are addresses and data
            continue
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
        elif value and key in _LABELS:
            words.append(value[:60])
    return words[0] if len(words) == 1 else " ".join(words), itemprop


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
    found, lines = tokenize(source)
    tokens = list(found)
    offsets = [*(_start(token, lines) for token in tokens), len(source)]
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
            # the walk asks for one token more than it has come to
            spot[:] = offsets[max(index - 1, 0)], offsets[max(index, 1)]
            yield token
        spot[:] = offsets[-2:]

    splitter.pieces = _Pieces()
    splitter.run(watched(), lines, len(source))
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
                if UNSEEN.match(decoded) and char != decoded:
                    at = to
                    continue
                if decoded and piece.startswith(decoded, n) and decoded != written[at:to]:
                    out.extend((c, at) for c in decoded)
                    n += len(decoded)
                    at = to
                    continue
        if at < len(written) and UNSEEN.match(written[at]) and char != written[at]:
            at += 1
            continue
        if at + 1 < len(written) and written[at] == "\r" and written[at + 1] == "\n" and char in "\n\x01":
            at += 1
        out.append((char, min(at, max(len(written) - 1, 0))))
        at += 1
        n += 1
    return out
