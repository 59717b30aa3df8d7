"""One saved document, given as bytes or text, as a page: its source decoded, its origin written down."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlsplit

from ..markup import encodings
from ..record import Form, Origin, Page, Reason, Unread
from .kinds import COMPRESSED, SourceKind, kind_of_bytes, kind_of_text, looks_binary
from .limits import LIMITS, MIB, Limits, Unreadable, unpack
from .mhtml import page_in
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
    where = name or url or "what was given"
    try:
        if isinstance(source, str):
            return _from_text(source, where, url, saved, name, tuple(headers), form, limits)
        return _from_bytes(source, where, url, saved, name, tuple(headers), form, limits)
    except Unreadable as error:
        return error.unread(name or url)


def _from_text(
    text: str,
    where: str,
    url: str | None,
    saved: datetime | None,
    name: str | None,
    headers: tuple[tuple[str, str], ...],
    form: Form | None,
    limits: Limits,
) -> Page:
    if len(text) > limits.page:
        raise _too_large(where, len(text), limits)
    # one character for one, so that spans still point into what the caller gave
    text = encodings.without_surrogates(text)
    if looks_binary(text[:4096].encode(), text):
        raise Unreadable(Reason.BINARY, f"{where} is binary data, not text.")
    digest = hashlib.sha256(text.encode()).hexdigest()
    return _page(text, digest, None, where, url, saved, name, headers, form)


def _from_bytes(
    data: bytes,
    where: str,
    url: str | None,
    saved: datetime | None,
    name: str | None,
    headers: tuple[tuple[str, str], ...],
    form: Form | None,
    limits: Limits,
) -> Page:
    if len(data) > limits.page:
        raise _too_large(where, len(data), limits)
    digest = hashlib.sha256(data).hexdigest()
    inner_name = name
    content_type = header(headers, "content-type")
    for _ in range(limits.layers + 1):
        kind, words = kind_of_bytes(data, name=inner_name)
        if kind in COMPRESSED:
            data = unpack(data, kind, where=where, limits=limits)
            inner_name = _without_ending(inner_name)
            continue
        break
    else:
        raise Unreadable(Reason.COMPRESSED, f"{where} is packed more than {limits.layers} times over.")
    if kind is SourceKind.MHTML:
        inner = page_in(data, where=where)
        data, content_type, inner_name = inner.data, inner.content_type, None
        url, saved = url or inner.url, saved or inner.saved
    elif kind is SourceKind.BINARY:
        raise Unreadable(Reason.BINARY, f"{where} is {words}, not a page.")
    elif kind is not None:
        raise Unreadable(Reason.NOT_A_PAGE, f"{where} {_NOT_PAGES[kind]}.")
    text, encoding = encodings.decode(data, declared=content_type, tld=_tld(url))
    if looks_binary(data, text):
        raise Unreadable(Reason.BINARY, f"{where} is binary data, not text.")
    return _page(text, digest, encoding, where, url, saved, inner_name, headers, form, content_type, name)


def _page(
    text: str,
    digest: str,
    encoding: str | None,
    where: str,
    url: str | None,
    saved: datetime | None,
    name: str | None,
    headers: tuple[tuple[str, str], ...],
    form: Form | None,
    content_type: str | None = None,
    outer_name: str | None = None,
) -> Page:
    if not text.strip("\ufeff\x00 \t\r\n\f\v\u00a0\u2028\u2029"):
        raise Unreadable(Reason.EMPTY, f"{where} is empty.")
    if form is None:
        media = content_type or header(headers, "content-type")
        kind = kind_of_text(text, name=name, media=media)
        if kind in _NOT_PAGES:
            raise Unreadable(Reason.NOT_A_PAGE, f"{where} {_NOT_PAGES[kind]}.")
        form = Form.HTML if kind is SourceKind.HTML else Form.FLAT
    if form is Form.HTML:
        stamp = stamp_of(text)
        url, saved = url or stamp.url, saved or stamp.saved
    origin = Origin(outer_name or name, url, saved, digest, encoding, form, len(text), headers)
    return Page(text, origin)


def header(headers: Sequence[tuple[str, str]], name: str) -> str | None:
    """The first header of that name, whatever its case; None if there is none."""
    for key, value in headers:
        if key.lower() == name:
            return value
    return None


def _too_large(where: str, size: int, limits: Limits) -> Unreadable:
    return Unreadable(
        Reason.TOO_LARGE,
        f"{where} is {size / MIB:.1f} MiB long, more than the {limits.page // MIB} MiB that a page may have.",
    )


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
