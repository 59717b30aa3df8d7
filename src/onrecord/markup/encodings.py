"""What a page's bytes say as text: which encoding they are in, found as browsers find it.

The order is the HTML standard's: a byte-order mark, the HTTP header, the page's own declaration, then the
look of the bytes themselves. In three places we trust the bytes more than the declaration, since saved pages
are often served again with a header that is not theirs: bytes that are well-formed UTF-8 with several
characters beyond ASCII are UTF-8 whatever is declared; bytes declared as UTF-8 that mostly are not are looked
at afresh; and so are bytes declared as Latin-1, which servers say of anything, that cannot be a Latin script.
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
_SHIFTED = re.compile(rb"\x1b\$[@B][!-~]{2}")
_DECLARATION = re.compile(rb"(?i)\b(?:charset|encoding)(?=\s*=)")
_BEYOND_ASCII = re.compile(rb"[\x80-\x9f\xa1-\xff]+")  # A0 is the blank that pages use to fill space
_STREAK = 3
"""Latin scripts seldom have three such letters or marks in a row; Cyrillic, Greek, Arabic, Thai and Chinese have
little else. Four would miss Big5, whose second bytes may be ASCII."""


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
    plain = data.isascii()
    if plain and (label == "iso-2022-jp" or _SHIFTED.search(data)):  # which spells Japanese in ASCII
        return _as(data, "iso-2022-jp"), "iso-2022-jp"
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
    if label in (None, "utf-8") or (label == "windows-1252" and not _could_be_latin(data)):
        label = _guess(data, tld)
    return _as(data, label), label


def _could_be_latin(data: bytes) -> bool:
    """Whether the bytes beyond ASCII stand as accented letters do, mostly one or two at a time."""
    streaks = [len(streak) for streak in _BEYOND_ASCII.findall(data[:LOOK])]
    return 2 * sum(length for length in streaks if length >= _STREAK) <= sum(streaks)


def _guess(data: bytes, tld: str | None) -> str:
    hint = tld.lower() if tld and re.fullmatch(r"[a-z0-9-]{2,60}", tld.lower()) else None
    # what the page declares has been weighed, and would be all the answer
    unsaid = _DECLARATION.sub(b"-", data[:LOOK])
    match = detect(unsaid, Detection(tld=hint, excluded=frozenset({"UTF-8", "utf-8"})))
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
