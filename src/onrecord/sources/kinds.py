"""What kind of thing some bytes or a text are: a web page, flat text, a feed, an archive, something else.

The bytes decide, and the name and the declared type only where the bytes leave it open: saved files are
misnamed and pages are served under wrong types.
"""

import re
from enum import StrEnum

import msgspec


class SourceKind(StrEnum):
    """What we take something for. Only the first three are pages by themselves."""

    HTML = "HTML"
    FLAT = "flat text"
    MHTML = "an MHTML page"
    GZIP = "gzip"
    ZSTD = "Zstandard"
    BROTLI = "Brotli"
    LZ4 = "LZ4"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZIP = "a zip archive"
    WARC = "a WARC web archive"
    ARC = "an ARC web archive"
    PARQUET = "a Parquet table"
    FEED = "a feed"
    SITEMAP = "a sitemap"
    JSON = "JSON"
    XML = "XML that is not a web page"
    CODE = "a script or style sheet"
    BINARY = "binary data"


COMPRESSED = frozenset(
    {SourceKind.GZIP, SourceKind.ZSTD, SourceKind.BROTLI, SourceKind.LZ4, SourceKind.BZIP2, SourceKind.XZ}
)
"""One stream in compressed form; what it is shows when it is opened."""

_MAGIC: tuple[tuple[bytes, SourceKind, str], ...] = (
    (b"\x1f\x8b", SourceKind.GZIP, "gzip data"),
    (b"\x28\xb5\x2f\xfd", SourceKind.ZSTD, "Zstandard data"),
    (b"\x04\x22\x4d\x18", SourceKind.LZ4, "LZ4 data"),
    (b"BZh", SourceKind.BZIP2, "bzip2 data"),
    (b"\xfd7zXZ\x00", SourceKind.XZ, "xz data"),
    (b"PK\x03\x04", SourceKind.ZIP, "a zip archive"),
    (b"PK\x05\x06", SourceKind.ZIP, "an empty zip archive"),
    (b"WARC/", SourceKind.WARC, "a WARC web archive"),
    # the frame that a .warc.zst begins with if it has a dictionary
    (b"\x5d\x2a\x4d\x18", SourceKind.WARC, "a WARC web archive"),
    (b"filedesc:", SourceKind.ARC, "an ARC web archive"),
    (b"PAR1", SourceKind.PARQUET, "a Parquet table"),
    (b"%PDF-", SourceKind.BINARY, "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", SourceKind.BINARY, "a PNG picture"),
    (b"\xff\xd8\xff", SourceKind.BINARY, "a JPEG picture"),
    (b"GIF87a", SourceKind.BINARY, "a GIF picture"),
    (b"GIF89a", SourceKind.BINARY, "a GIF picture"),
    (b"RIFF", SourceKind.BINARY, "a RIFF picture, sound or film"),
    (b"\x00\x00\x01\x00", SourceKind.BINARY, "an icon"),
    (b"\x7fELF", SourceKind.BINARY, "a program"),
    (b"MZ\x90\x00", SourceKind.BINARY, "a program"),
    (b"\xcf\xfa\xed\xfe", SourceKind.BINARY, "a program"),
    (b"\x00asm", SourceKind.BINARY, "a WebAssembly program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", SourceKind.BINARY, "an old Office document"),
    (b"{\\rtf", SourceKind.BINARY, "an RTF document"),
    (b"SQLite format 3\x00", SourceKind.BINARY, "an SQLite database"),
    (b"OggS", SourceKind.BINARY, "an Ogg sound or film"),
    (b"ID3", SourceKind.BINARY, "an MP3 sound"),
    (b"fLaC", SourceKind.BINARY, "a FLAC sound"),
    (b"wOFF", SourceKind.BINARY, "a font"),
    (b"wOF2", SourceKind.BINARY, "a font"),
    (b"\x1a\x45\xdf\xa3", SourceKind.BINARY, "a Matroska film"),
    (b"7z\xbc\xaf\x27\x1c", SourceKind.BINARY, "a 7z archive"),
    (b"Rar!\x1a\x07", SourceKind.BINARY, "a RAR archive"),
    (b"bplist00", SourceKind.BINARY, "a binary property list"),
)

_MHTML_HEAD = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)*?content-type:\s*multipart/related\b",
    re.I,
)
_PROLOGUE = re.compile(
    r"(?:\s+|\ufeff|<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!doctype[^>\[]*(?:\[.*?\]\s*)?>)", re.I | re.S
)
_ELEMENT = re.compile(r"<([A-Za-z_][\w.:-]*)")
_DOCTYPE_HTML = re.compile(r"<!doctype\s+html\b", re.I)
_TAGS = re.compile(
    r"</?(html|head|body|title|meta|link|script|style|div|span|p|br|hr|h[1-6]|a|img|ul|ol|li|table|tr|td|th|"
    r"article|section|header|footer|nav|main|aside|figure|figcaption|blockquote|em|strong|b|i|form|iframe|"
    r"picture|video|time|center|font|noscript|svg|frameset|frame)(?=[\s/>])[^<>]*>",
    re.I,
)
_INLINE = frozenset({"a", "b", "i", "em", "strong", "span", "font", "img", "time", "br"})
_HTML_WORDS = (
    "html head body title meta link base style script noscript div p span a article section header footer "
    "nav main aside h1 h2 h3 h4 h5 h6 ul ol li dl table form img br hr figure blockquote center font iframe "
    "frameset template pre b i em strong"
)
_HTML_ROOTS = frozenset(_HTML_WORDS.split())
_WRAPPERS = frozenset("html head body title div p article section main table center pre h1 h2 h3".split())
_LINES_OF_A_PARAGRAPH = 20
"""Mark-up that somebody wrapped by hand has fewer lines to a tag."""
_FEED_ROOTS = frozenset({"rss", "feed", "rdf:rdf", "atom:feed"})
_SITEMAP_ROOTS = frozenset({"urlset", "sitemapindex"})
_CODE_TYPES = re.compile(r"(?:text|application)/(?:x-)?(?:css|javascript|ecmascript)\b|.*\bwasm\b", re.I)
_HTML_NAMES = (".html", ".htm", ".xhtml", ".xht", ".shtml")
_FLAT_NAMES = (".txt", ".text", ".md", ".markdown")
# what never stands in text: the control characters that the MIME Sniffing standard calls binary data bytes
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def kind_of_bytes(data: bytes, *, name: str | None = None) -> tuple[SourceKind | None, str]:
    """The kind that the first bytes show, and what to call it; None for text (`kind_of_text` says more)."""
    for magic, kind, words in _MAGIC:
        if data.startswith(magic):
            return kind, words
    if data[4:8] == b"ftyp":
        return SourceKind.BINARY, "an MP4 film or picture"
    if name and name.lower().endswith(".br"):
        return SourceKind.BROTLI, "Brotli data"
    if _MHTML_HEAD.match(data[:8192]):
        return SourceKind.MHTML, "an MHTML page"
    return None, ""


def looks_binary(data: bytes, text: str) -> bool:
    """Whether bytes that were read as text are none: many control characters and no mark-up."""
    head = data[:4096]
    if not head or _TAGS.search(text[:8192]):
        return False
    start = text[:2048]
    # UTF-16 has NUL bytes and good text, so the text is asked, not the bytes
    controls = len(_CONTROLS.findall(start.encode("utf-8", "replace")))
    return controls + start.count("\ufffd") > max(2, len(start) * 0.05)


def kind_of_text(text: str, *, name: str | None = None, media: str | None = None) -> SourceKind:
    """What kind of text this is; `name` and `media` (the declared type) break ties."""
    start = _after_prologue(text)
    opening = text[: max(start, 200)]
    root = _ELEMENT.match(text, start)
    tag = root[1].lower() if root else ""
    if tag in _FEED_ROOTS:
        return SourceKind.FEED
    if tag in _SITEMAP_ROOTS:
        return SourceKind.SITEMAP
    if tag == "html" or _DOCTYPE_HTML.search(opening):
        return SourceKind.HTML
    if "<?xml" in opening[:200].lower() and tag and tag not in _HTML_ROOTS:
        return SourceKind.XML
    if tag == "svg":
        return SourceKind.XML
    if text[start : start + 1] in ("{", "[") and _is_json(text[start:]):
        return SourceKind.JSON
    if media and _CODE_TYPES.match(media):
        return SourceKind.CODE
    return _html_or_flat(text, tag, name=(name or "").lower(), media=(media or "").lower())


def _html_or_flat(text: str, tag: str, *, name: str, media: str) -> SourceKind:
    head = text[:100_000]
    tags = [found[1].lower() for found in _TAGS.finditer(head)]
    if not tags:
        # however it was served, its lines are the only shape it has
        return SourceKind.FLAT
    blocks = sum(one not in _INLINE for one in tags)
    bare = sum(1 for line in head.splitlines() if line.strip() and not _TAGS.search(line))
    if tag in _HTML_ROOTS and not name.endswith(_FLAT_NAMES) and not media.startswith("text/plain"):
        # what a page shows where scripts do not run comes out of a flattener as it was written, often before all else
        most = _LINES_OF_A_PARAGRAPH if tag in _WRAPPERS else 4
        return SourceKind.FLAT if bare >= 10 and bare > most * len(tags) else SourceKind.HTML
    if name.endswith(_HTML_NAMES) or "html" in media:
        return SourceKind.HTML
    if name.endswith(_FLAT_NAMES) or media.startswith("text/plain"):
        # Markdown holds a tag here and there; a page saved under the wrong name is full of them
        return SourceKind.HTML if blocks * 200 > len(head) and bare <= 2 * len(tags) else SourceKind.FLAT
    return (
        SourceKind.HTML
        if blocks >= 3 and blocks * 1000 > len(head) and bare <= 2 * len(tags)
        else SourceKind.FLAT
    )


def _after_prologue(text: str) -> int:
    at = 0
    for _ in range(200):
        found = _PROLOGUE.match(text, at)
        if not found or found.end() == at:
            break
        at = found.end()
    return at


def _is_json(text: str) -> bool:
    try:
        msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        # one object a line is JSON too: the first line must be whole by itself
        return "trailing characters" in str(error) and _first_line_is_json(text)
    except RecursionError:
        return True
    return True


def _first_line_is_json(text: str) -> bool:
    line = text.split("\n", 1)[0]
    try:
        return isinstance(msgspec.json.decode(line), dict)
    except (msgspec.DecodeError, RecursionError):
        return False
