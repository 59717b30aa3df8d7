"""A saved page: its decoded source and where it came from."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit


class Form(StrEnum):
    """What kind of text a page's source is."""

    HTML = "html"
    FLAT = "flat"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page came from, and what proves that it is the same page.

    `name` is the file or record it was read from; `saved` is when it was captured, None where nothing says
    so; `sha256` is of the bytes as saved (of the UTF-8 text when text was given); `encoding` is what the
    bytes were decoded as, None when text was given; `length` is the source's, in code points.
    """

    name: str | None
    url: str | None
    saved: datetime | None
    sha256: str
    encoding: str | None
    form: Form
    length: int
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One saved document. Source spans point into `source`, which is never rewritten."""

    source: str
    origin: Origin


def site_of(url: str | None) -> str | None:
    """The site of an address: its host without `www.`; None where there is none."""
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
