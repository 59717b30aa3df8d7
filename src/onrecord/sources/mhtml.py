"""MHTML: a page saved by a browser as one file of MIME parts, of which one is the page.

A small reader of our own: Python's `email` reads nested parts by recursion, which a hostile file can exhaust.
"""

import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from ..record import Reason
from .limits import Unreadable

PARTS = 5_000
"""More parts than any page has pictures; the page itself stands near the head."""

_HEADER = re.compile(rb"([!-9;-~]{1,100}):[ \t]*([^\r\n]*(?:\r?\n[ \t][^\r\n]*)*)\r?\n")
_BLANK = re.compile(rb"(?:\xef\xbb\xbf)?\s*")
_PARAMETER = re.compile(r";\s*([A-Za-z0-9_.-]+)\s*=\s*(?:\"([^\"]*)\"|([^\s;]+))")


@dataclass(frozen=True, slots=True)
class SavedPage:
    """The page inside: its bytes, its Content-Type, and what the file says of address and time."""

    data: bytes
    content_type: str
    url: str | None
    saved: datetime | None


def page_in(data: bytes, *, where: str) -> SavedPage:
    """The page that an MHTML file holds."""
    blank = _BLANK.match(data)
    headers, start = _headers(data, blank.end() if blank else 0)
    kind = headers.get("content-type", "")
    boundary = _parameter(kind, "boundary")
    if boundary is None:
        raise Unreadable(Reason.NOT_A_PAGE, f"{where} begins as MHTML but does not say what parts its parts.")
    wanted = _parameter(kind, "start")
    first: SavedPage | None = None
    saved = _date(headers.get("date"))
    whole = headers.get("snapshot-content-location")
    for part, body in _parts(data, start, boundary.encode("utf-8", "replace"), layers=3):
        content_type = part.get("content-type", "").strip()
        if not re.match(r"(?:text/html|application/xhtml\+xml|text/plain)\b", content_type, re.I):
            continue
        page = SavedPage(
            _decoded(body, part.get("content-transfer-encoding", "")),
            content_type,
            _address(whole) or _address(part.get("content-location")),
            saved,
        )
        if wanted is None or part.get("content-id", "").strip() == wanted.strip():
            return page
        first = first or page
    if first is None:
        raise Unreadable(Reason.NOT_A_PAGE, f"{where} is MHTML without a part that is a page.")
    return first


def _parts(data: bytes, start: int, boundary: bytes, layers: int) -> Iterator[tuple[dict[str, str], bytes]]:
    line = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?:\r?\n|\Z)")
    begin: int | None = None
    for count, found in enumerate(line.finditer(data, max(0, start - 2))):
        if begin is not None:
            headers, body = _headers(data, begin)
            content = headers.get("content-type", "")
            inner = _parameter(content, "boundary")
            if content.lower().lstrip().startswith("multipart/") and inner and layers:
                yield from _parts(data[body : found.start()], 0, inner.encode("utf-8", "replace"), layers - 1)
            else:
                yield headers, data[body : found.start()]
        # the line break that ends this boundary may begin the next
        begin = found.end()
        if found[1] or count >= PARTS:
            return
    if begin is not None:
        headers, body = _headers(data, begin)
        yield headers, data[body:]


def _headers(data: bytes, at: int) -> tuple[dict[str, str], int]:
    headers: dict[str, str] = {}
    while found := _HEADER.match(data, at):
        value = re.sub(r"\r?\n[ \t]+", " ", found[2].decode("utf-8", "replace"))
        headers.setdefault(found[1].decode("ascii").lower(), value.strip())
        at = found.end()
        if len(headers) > 200:
            break
    blank = re.compile(rb"\r?\n").match(data, at)
    return headers, blank.end() if blank else at


def _parameter(header: str, name: str) -> str | None:
    for key, quoted, plain in _PARAMETER.findall(header):
        if key.lower() == name:
            return (quoted or plain) or None
    return None


def _decoded(body: bytes, encoding: str) -> bytes:
    match encoding.strip().lower():
        case "base64":
            try:
                return binascii.a2b_base64(body)
            except binascii.Error:
                # cut short: what is whole is kept
                clean = re.sub(rb"[^A-Za-z0-9+/]", b"", body)
                return binascii.a2b_base64(clean[: len(clean) // 4 * 4])
        case "quoted-printable":
            return binascii.a2b_qp(body)
    return body


def _address(value: str | None) -> str | None:
    return value if value and re.match(r"https?://\S+\Z", value) else None


def _date(value: str | None) -> datetime | None:
    if not value:
        return None
    try:
        return parsedate_to_datetime(value)
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
