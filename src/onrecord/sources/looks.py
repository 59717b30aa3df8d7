"""A first look at something saved: whether it can be news at all, before it is read in full.

Most of what a crawl keeps is no story: pictures, scripts, redirects, lists. Each is passed over with one of a
few reasons that can be counted. The look errs on the side of reading: a page is passed over for its address
only if it does not call itself an article.
"""

import re
from urllib.parse import urlsplit

from ..record import Reason, Unread
from .pages import header
from .records import Saved

SMALLEST = 400
"""Bytes of HTML below which there is no room for a story: a head alone takes as much."""

_HEAD = 65_536  # bytes in which a page says what it is; of 2,066 pages seen, three say it later
_ARTICLE = re.compile(
    rb"\"@type\"\s*:\s*\[?\s*\"(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|ReportageNewsArticle|"
    rb"OpinionNewsArticle|AnalysisNewsArticle|ReviewNewsArticle)\"|"
    rb"og:type[\"']?\s+content=[\"']?article|content=[\"']?article[\"']?\s+property=[\"']?og:type|"
    rb"article:published_time|itemtype=[\"']https?://schema\.org/(?:\w*Article|BlogPosting)",
    re.I,
)
_MEDIA = re.compile(
    r"\s*(?:text/html|application/xhtml\+xml|text/plain|text/markdown|multipart/related|"
    r"application/(?:xml|octet-stream)|text/xml|message/rfc822|unknown/unknown|\*/\*)",
    re.I,
)
_NOT_PAGES = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|ico|css|m?js|json|woff2?|ttf|eot|otf|mp[34]|m4[av]|webm|ogg|wav|mov|avi|"
    r"pdf|docx?|xlsx?|pptx?|zip|gz|rar|7z|exe|apk|dmg|rss|atom|swf)\Z",
    re.I,
)
_LISTS = re.compile(
    r"(?:\A/(?:index\.\w+)?\Z|"
    r"/(?:tags?|topics?|category|categories|authors?|users?|profile)(?:/[^/]*)?/?\Z|"
    r"/(?:search|login|signin|register|account|subscribe|cart|checkout|archives?|feeds?|sitemaps?|wp-admin|"
    r"wp-login\.php|privacy(?:-policy)?|terms(?:-of-\w+)?|cookies|contact(?:-us)?|about(?:-us)?|imprint|"
    r"impressum|datenschutz|newsletters?|page/\d+)/?\Z)",
    re.I,
)


def passed_over(saved: Saved) -> str | None:
    """Why this is not worth reading in full, in a few words that can be counted; None if it may be news."""
    if saved.doubt:
        return saved.doubt
    if saved.status is not None and saved.status != 200:
        return f"answered with HTTP status {saved.status // 100}xx"
    media = header(saved.headers, "content-type")
    if media and media.strip() and not _MEDIA.match(media):
        return "by its content type not a page"
    if saved.url and not re.match(r"(?:https?|file|ftp)://", saved.url, re.I):
        return "a record of the crawler's own"
    if not saved.data and saved.status is not None:
        return "without a body"
    path = _path(saved.url)
    if path is not None and _NOT_PAGES.search(path):
        return "by its address not a page"
    head = saved.data[:_HEAD]
    raw = head.encode("utf-8", "replace") if isinstance(head, str) else head
    if _ARTICLE.search(raw):
        return None
    if path is not None and _LISTS.search(path) and not _numbered(saved.url or ""):
        return "by its address a list or a service page"
    if len(saved.data) < SMALLEST and b"<html" in raw.lower():
        return "too short for a story"
    return None


def unread(saved: Saved, why: str) -> Unread:
    """What stands for it among the outcomes."""
    told = f"{saved.name} ({saved.url})" if saved.url else saved.name
    return Unread(Reason.PASSED_OVER, f"{told} is passed over: {why}.", name=saved.name)


def _numbered(url: str) -> bool:
    """Whether the query names a story by number, as `/?p=2895` does."""
    return bool(re.search(r"[?&]\w{1,20}=\d{2,}", url))


def _path(url: str | None) -> str | None:
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return parts.path or "/"
