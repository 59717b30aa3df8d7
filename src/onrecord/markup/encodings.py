"""What a page's bytes say as text: which encoding they are in, found as browsers find it.

The order is the HTML standard's: a byte-order mark, the HTTP header, the page's own declaration, then the
look of the bytes themselves. In two places we trust the bytes more than the declaration, since saved pages
are often served again with a header that is not theirs: bytes that are well-formed UTF-8 with several
characters beyond ASCII are UTF-8 whatever is declared, and bytes declared as UTF-8 that mostly are not are
looked at afresh.
"""

import codecs
import re
from functools import lru_cache

import turbohtml
from turbohtml.detect import Detection, detect

FEW = 3
"""From this many well-formed UTF-8 sequences on, chance is no explanation: even one is rare elsewhere."""

LOOK = 200_000
"""Bytes that the guess by character frequencies sees; more changes no answer and costs time."""

_LABEL = re.compile(r"[A-Za-z0-9:_.\-]{2,40}")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([^\s\"';,>]+)", re.I)
_META = re.compile(
    rb"<!--.*?(?:-->|\Z)|<meta\b[^>]{0,500}?\bcharset\s*=\s*[\"']?\s*([A-Za-z0-9:_.\-]{2,40})", re.I | re.S
)
_XML = re.compile(rb"\s*<\?xml\b[^>]{0,200}?\bencoding\s*=\s*[\"']([A-Za-z0-9:_.\-]{2,40})[\"']", re.S)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be"))
_REACH = 16_384  # browsers read the page anew for a declaration beyond the first kilobyte


def decode(data: bytes, *, declared: str | None = None, tld: str | None = None) -> tuple[str, str]:
    """The text of `data` and the name of the encoding it was read as; no bytes make it fail.

    `declared` is what the HTTP header says: a charset or a whole Content-Type. Malformed bytes become U+FFFD.
    A byte-order mark is not part of the text.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], name), name
    if (wide := _unmarked_utf16(data)) is not None:
        return _as(data, wide), wide
    label = _known(charset_in(declared)) or _declared_inside(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_quite_utf8(data, label, tld)
    plain = data.isascii() and label != "iso-2022-jp"  # which spells Japanese in ASCII
    if label is None or label == "utf-8" or plain or len(data) - len(text) >= FEW:
        return text, "utf-8"
    return _as(data, label), label


def charset_in(content_type: str | None) -> str | None:
    """The charset that a Content-Type names, or that a bare charset is; None if there is none."""
    if not content_type:
        return None
    found = _CHARSET.search(content_type)
    if found:
        return found[1]
    return None if "/" in content_type or ";" in content_type else content_type.strip()


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate, which UTF-8 cannot write, as U+FFFD; all else keeps its place."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return re.sub("[\ud800-\udfff]", "\ufffd", text)
    return text


def _declared_inside(data: bytes) -> str | None:
    """The encoding that the page's `meta` or XML declaration names, as the HTML standard reads it."""
    head = data[:_REACH]
    for found in _META.finditer(head):
        if found[1] and (name := _known(found[1].decode("ascii"))):
            # the bytes were readable as ASCII this far, so UTF-16 cannot be true (the standard says the same)
            return "utf-8" if name.startswith("utf-16") else name
    xml = _XML.match(head)
    name = _known(xml[1].decode("ascii")) if xml else None
    return "utf-8" if name and name.startswith("utf-16") else name


def _not_quite_utf8(data: bytes, label: str | None, tld: str | None) -> tuple[str, str]:
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    # each replaced byte became one character, so what is shorter in characters than in bytes was well-formed
    good = (len(data) - len(text)) // 2
    if good >= FEW and good > bad * (1 if label == "utf-8" else 9):
        return _as(data, "utf-8"), "utf-8"
    if label in (None, "utf-8"):
        label = _guess(data, tld)
    return _as(data, label), label


def _guess(data: bytes, tld: str | None) -> str:
    hint = tld.lower() if tld and re.fullmatch(r"[a-z0-9-]{2,60}", tld.lower()) else None
    match = detect(data[:LOOK], Detection(tld=hint, excluded=frozenset({"UTF-8", "utf-8"})))
    return _known(match.encoding) or "windows-1252"


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without a mark, as Windows tools save text: every second byte of plain letters is NUL."""
    head = data[:400]
    if len(head) < 8 or b"\x00" not in head:
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > half * 0.7 and even < half * 0.05:
        return "utf-16le"
    if even > half * 0.7 and odd < half * 0.05:
        return "utf-16be"
    return None


@lru_cache(maxsize=512)
def _known(label: str | None) -> str | None:
    """The standard's own name for a label, lower case; None for a label that the standard does not know."""
    if label is None or not _LABEL.fullmatch(label):
        return None
    try:
        name = turbohtml.parse(b"", encoding=label).encoding
    except LookupError:
        return None
    # the standard shows a lone U+FFFD for these, to guard live browsing; a saved page is better guessed at
    return None if name is None or name.lower() in ("replacement", "x-user-defined") else name.lower()


def _as(data: bytes, name: str) -> str:
    if name == "utf-8":
        return data.decode("utf-8", "replace")
    # turbohtml's codecs are the standard's tables, which differ from Python's of the same names
    return without_surrogates(data.decode(f"whatwg-{name}", "replace"))
