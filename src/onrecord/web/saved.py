"""The saved page made harmless, with the words in question lit in it."""

import re
import secrets
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

import nh3
from markupsafe import Markup, escape

from onrecord.record import Span

# fmt: off
KEPT_TAGS = frozenset({
    "a", "abbr", "address", "article", "aside", "b", "bdi", "bdo", "blockquote", "br", "caption",
    "center", "cite", "code", "col", "colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt",
    "em", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "i", "img", "ins", "kbd", "li", "main", "nav", "ol", "p", "pre", "q", "rp", "rt", "ruby",
    "s", "samp", "section", "small", "span", "strike", "strong", "sub", "summary", "sup", "table",
    "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var", "wbr",
})
"""What a page may keep: words and their order. No styles, no forms, nothing that loads or runs."""

DROPPED_TAGS = frozenset({
    "script", "style", "noscript", "template", "title", "textarea", "select", "option", "iframe",
    "object", "embed", "applet", "svg", "math", "canvas", "audio", "video", "frameset", "noframes",
    "xmp", "noembed", "plaintext",
})
# fmt: on
"""Elements that go with everything inside them."""

_KEPT_ATTRIBUTES = {
    "*": {"dir", "lang"},
    "img": {"alt", "src"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
}

_INLINE_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|avif);base64,[A-Za-z0-9+/=\s]+\Z")
_ALT = re.compile(r' alt="([^"]*)"')
_EMPTY = re.compile(
    r"<(a|li|span|p|div|ul|ol|h[1-6]|section|aside|figure|nav)(?: [a-z]+=\"[^\"]*\")*>\s*</\1>"
)
_DEEPEST_EMPTY = 12
_TAG = re.compile(r"<[A-Za-z/!](?:[^>\"]|\"[^\"]*\")*>")


class Light(NamedTuple):
    """A place in the page's source to be lit, and what it is: `source`, `cue`, `content` or `part`.

    `here` is where the story begins: scrolled to, but not lit.
    """

    span: Span
    kind: str


def light_up(source: str, lights: Iterable[Light], *, html: bool, code: bool = False) -> Markup:
    """The page's words as safe HTML, the lit ones in `mark` elements of which the first has the id `lit`.

    `html` is whether the source is mark-up to be shown as a page; else it is shown as it stands, as `code` in
    a typewriter's letters.

    The lights are put into the source as words that nobody can guess, go through the sanitiser as text, and
    become elements only where they come out as text.
    """
    while (word := f"lit{secrets.token_hex(8)}") in source:
        continue
    kinds: list[str] = []
    pieces: list[str] = []
    at = 0
    for light in sorted(lights):
        if light.span.start < at or light.span.start >= light.span.end:
            continue
        pieces += (
            source[at : light.span.start],
            f"{word}o{len(kinds)}z",
            source[light.span.start : light.span.end],
            f"{word}cz",
        )
        kinds.append(light.kind)
        at = light.span.end
    pieces.append(source[at:])
    signed = "".join(pieces)
    opening = '<pre class="source">' if code else "<pre>"
    safe = _sanitised(signed) if html else f"{opening}{escape(signed)}</pre>"
    return Markup(_lit(safe, word, kinds))


def _sanitised(source: str) -> str:
    """The page without anything that could run, load, submit or lead away."""
    safe = nh3.clean(
        source,
        tags=set(KEPT_TAGS),
        clean_content_tags=set(DROPPED_TAGS),
        attributes=_KEPT_ATTRIBUTES,
        attribute_filter=_harmless,
        url_schemes={"data"},
        strip_comments=True,
        link_rel=None,
    )
    # Lists of icons, boxes for advertisements: what held no words is left as a ladder of empty elements.
    for _ in range(_DEEPEST_EMPTY):
        safe, gone = _EMPTY.subn(" ", safe)
        if not gone:
            break
    return safe


def _harmless(tag: str, attribute: str, value: str) -> str | None:
    """The attribute's value if it can stay: of addresses only those of pictures held in the page itself."""
    if attribute == "src":
        return value if _INLINE_PICTURE.match(value) else None
    return value


def _shown(tag: str) -> str:
    """A picture that is not in the page itself as its description; any other tag as it is."""
    if not tag.startswith("<img") or ' src="' in tag:
        return tag
    described = _ALT.search(tag)
    words = unescape(described[1]).strip() if described else ""
    return f'<span class="picture">{escape(words)}</span>' if words else ""


def _lit(safe: str, word: str, kinds: list[str]) -> str:
    """Our signs turned into elements where they are text, and taken out where they are part of a tag."""
    sign = re.compile(word + r"(?:o(\d+)z|cz)")
    first = True

    def element(match: re.Match[str]) -> str:
        nonlocal first
        if match[1] is None:
            return "</mark>"
        name, first = (' id="lit"' if first else ""), False
        return f'<mark{name} class="{kinds[int(match[1])]}">'

    pieces: list[str] = []
    at = 0
    for tag in _TAG.finditer(safe):
        pieces += (sign.sub(element, safe[at : tag.start()]), _shown(sign.sub("", tag[0])))
        at = tag.end()
    pieces.append(sign.sub(element, safe[at:]))
    return "".join(pieces)
