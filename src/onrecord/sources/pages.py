"""One saved document, given as bytes or text, as a page: its source decoded, its origin written down."""

import hashlib
import re
import zlib
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from ..markup import encodings
from ..record import Form, Origin, Page, Reason, Unread
from .kinds import COMPRESSED, SourceKind, kind_of_bytes, kind_of_text, looks_binary
from .limits import LIMITS, MIB, Limits, Unreadable, unpack
from .mhtml import page_in
from .singlefile import packed_in
from .stamps import stamp_of

_NOT_PAGES = {
    SourceKind.FEED: "is a feed, not a page; `onrecord collect` reads the pages in it",
    SourceKind.SITEMAP: "is a sitemap, a list of addresses and not a page",
    SourceKind.JSON: "is JSON, not a page; `onrecord collect` reads JSON lines of pages and JSON feeds",
    SourceKind.XML: "is XML that is not a web page",
    SourceKind.CODE: "is a script or style sheet, not a page",
    SourceKind.ZIP: "is a zip archive, not a page; `onrecord collect` reads the pages in a WACZ",
    SourceKind.WARC: "is a WARC web archive, not a page; `onrecord collect` reads the pages in it",
    SourceKind.ARC: "is an ARC web archive, not a page; `onrecord collect` reads the pages in it",
    SourceKind.PARQUET: "is a Parquet table, not a page; `onrecord collect` reads the pages in it",
}


@dataclass(frozen=True, slots=True)
class _Given:
    """What is known of a document beside its bytes: by the caller first, then by what the document says of itself."""

    where: str
    url: str | None
    saved: datetime | None
    name: str | None
    headers: tuple[tuple[str, str], ...]
    form: Form | None
    limits: Limits

    def filled(self, url: str | None, saved: datetime | None) -> "_Given":
        """The same with an address and a time where none was known."""
        return replace(self, url=self.url or url, saved=self.saved or saved)


def page_from(
    source: str | bytes,
    *,
    url: str | None = None,
    saved: datetime | None = None,
    name: str | None = None,
    headers: Sequence[tuple[str, str]] = (),
    form: Form | None = None,
    limits: Limits = LIMITS,
) -> Page | Unread:
    """The page that `source` is, or why it is none.

    `headers` are those of the HTTP answer it came in; their charset and type are used. `form` says what the
    text is where the caller knows. What the file says of itself (MHTML, SingleFile) stands in for a `url` or
    `saved` that is not given.
    """
    # a file's name may have bytes that are no text, which neither JSON nor a database can hold
    name = name and encodings.without_surrogates(name)
    given = _Given(name or url or "what was given", url, saved, name, tuple(headers), form, limits)
    try:
        return _from_text(source, given) if isinstance(source, str) else _from_bytes(source, given)
    except Unreadable as error:
        return error.unread(name or url)


def unopened(name: str, error: OSError) -> Unread:
    """Why a file could not be opened, as a result."""
    name = encodings.without_surrogates(name)
    reason, detail = Reason.NOT_FOUND, f"{name} cannot be opened: {error.strerror or error}."
    if re.match(r"https?://", name):
        detail = (
            f"{name} is an address, not a file: save the page first, or fetch it with `onrecord collect`."
        )
    elif not name:
        detail = "A page with an empty name was asked for; there is none."
    elif isinstance(error, FileNotFoundError):
        detail = f"{name} does not exist."
    elif isinstance(error, PermissionError):
        reason, detail = Reason.NO_PERMISSION, f"{name} may not be read: permission denied."
    return Unread(reason, detail, name=name)


def _from_text(text: str, given: _Given) -> Page:
    _check_size(len(text), given)
    # one character for one, so that spans still point into what the caller gave
    try:
        data = text.encode()
    except UnicodeEncodeError:
        text = encodings.without_surrogates(text)
        data = text.encode()
    if looks_binary(text[:4096].encode(), text):
        raise Unreadable(Reason.BINARY, f"{given.where} is binary data, not text.")
    if kind_of_bytes(data)[0] is SourceKind.MHTML:
        return _from_bytes(data, given)
    return _page(text, hashlib.sha256(data).hexdigest(), None, given, given.name)


def _from_bytes(data: bytes, given: _Given) -> Page:
    _check_size(len(data), given)
    where, limits = given.where, given.limits
    digest = hashlib.sha256(data).hexdigest()
    data, inner_name, kind, words = _unpacked(data, given)
    content_type = header(given.headers, "content-type")
    if kind is SourceKind.MHTML:
        inner = page_in(data, where=where)
        data, content_type, inner_name = inner.data, inner.content_type, None
        given = given.filled(inner.url, inner.saved)
    elif kind is SourceKind.BINARY:
        raise Unreadable(Reason.BINARY, f"{where} is {words}, not a page.")
    elif kind is not None:
        raise Unreadable(Reason.NOT_A_PAGE, f"{where} {_NOT_PAGES[kind]}.")
    elif packed := packed_in(data, where=where, limits=limits):
        given = given.filled(packed.stamp.url, packed.stamp.saved)
        data, content_type = packed.data, "text/html; charset=utf-8"
    tld = _tld(given.url)
    text, encoding = encodings.decode(data, declared=content_type, tld=tld)
    if looks_binary(data, text):
        unmarked = _unmarked(data, limits)
        if unmarked is not None:
            text, encoding = encodings.decode(unmarked, declared=content_type, tld=tld)
        if unmarked is None or looks_binary(unmarked, text):
            raise Unreadable(Reason.BINARY, f"{where} is binary data, not text.")
    return _page(text, digest, encoding, given, inner_name, content_type)


def _unpacked(data: bytes, given: _Given) -> tuple[bytes, str | None, SourceKind | None, str]:
    """What compression holds, layer after layer: its bytes, its name without the endings, and what it is."""
    name = given.name
    for _ in range(given.limits.layers + 1):
        kind, words = kind_of_bytes(data, name=name)
        if kind not in COMPRESSED:
            return data, name, kind, words
        data = unpack(data, kind, where=given.where, limits=given.limits)
        name = _without_ending(name)
    raise Unreadable(
        Reason.COMPRESSED, f"{given.where} is packed more than {given.limits.layers} times over."
    )


def _page(
    text: str,
    digest: str,
    encoding: str | None,
    given: _Given,
    inner_name: str | None,
    content_type: str | None = None,
) -> Page:
    """The page of a text that is decoded; `inner_name` and `content_type` help to tell what it is."""
    if not text.strip("\ufeff\x00 \t\r\n\f\v\u00a0\u2028\u2029"):
        raise Unreadable(Reason.EMPTY, f"{given.where} is empty.")
    form = given.form
    if form is None:
        media = content_type or header(given.headers, "content-type")
        kind = kind_of_text(text, name=inner_name, media=media)
        if kind in _NOT_PAGES:
            raise Unreadable(Reason.NOT_A_PAGE, f"{given.where} {_NOT_PAGES[kind]}.")
        form = Form.HTML if kind is SourceKind.HTML else Form.FLAT
    if form is Form.HTML:
        stamp = stamp_of(text)
        given = given.filled(stamp.url, stamp.saved)
    origin = Origin(given.name, given.url, given.saved, digest, encoding, form, len(text), given.headers)
    return Page(text, origin)


def header(headers: Sequence[tuple[str, str]], name: str) -> str | None:
    """The first header of that name, whatever its case; None if there is none."""
    for key, value in headers:
        if key.lower() == name:
            return value
    return None


def _check_size(size: int, given: _Given) -> None:
    most = given.limits.page
    if size > most:
        raise Unreadable(
            Reason.TOO_LARGE,
            f"{given.where} is {size / MIB:.1f} MiB long, more than the {most // MIB} MiB that a page may have.",
        )


def _unmarked(data: bytes, limits: Limits) -> bytes | None:
    """What a stream holds that has no mark of its own at its head: an HTTP answer saved as it was sent.

    That is `Content-Encoding: br` (Brotli) or `deflate` (zlib); None if it is neither.
    """
    if data[:1] == b"\x78" and int.from_bytes(data[:2]) % 31 == 0:
        with suppress(zlib.error):
            found = zlib.decompressobj().decompress(data, limits.page + 1)
            return found if len(found) <= limits.page else None
    with suppress(Unreadable):
        return unpack(data, SourceKind.BROTLI, where="it", limits=limits)
    return None


def _without_ending(name: str | None) -> str | None:
    return name.rsplit(".", 1)[0] if name and "." in name else name


def _tld(url: str | None) -> str | None:
    """The last label of the page's host, which tells a guess at the encoding what is likely there."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return None
    last = host.rsplit(".", 1)[-1]
    return last if last.isascii() and last.isalnum() and not last.isdigit() else None
