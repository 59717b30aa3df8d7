"""RSS, Atom and JSON feeds: each entry as the page it stands for.

An entry is no page, so one is made of it: its title, authors and dates as a page would declare them, then its
content as it is. XML is read without DTDs and without entities of its own: an attack needs them, a
feed does not.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from xml.parsers import expat

import msgspec

from ..markup import encodings
from ..record import Form, Reason, Unread
from .limits import Unreadable
from .records import Saved

DEEPEST = 200
"""Elements inside one another; XHTML in an entry reaches perhaps thirty."""

TEASER = 600
"""Characters without tags up to which an entry without a content element of its own is a teaser.

Publishers cut summaries at 100 to 500 characters."""

_ATOM = "http://www.w3.org/2005/Atom"
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DC = "http://purl.org/dc/elements/1.1/"
_PLAIN = frozenset({"", "http://purl.org/rss/1.0/", "http://backend.userland.com/rss2", _ATOM})
_ENTRIES = frozenset({"item", "entry"})
_TAG = re.compile(r"<[^<>]*>")
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{1,30});")


@dataclass(slots=True)
class Entry:
    """What a feed tells of one story; None is untold."""

    title: str | None = None
    url: str | None = None
    authors: list[str] = field(default_factory=list)
    published: str | None = None
    modified: str | None = None
    content: str | None = None
    summary: str | None = None
    content_is_text: bool = False


def entries_in(data: bytes, name: str) -> Iterator[Saved | Unread]:
    """Every entry of a feed, as a page."""
    try:
        entries = _json_entries(data, name) if data.lstrip()[:1] == b"{" else _xml_entries(data, name)
    except Unreadable as error:
        yield error.unread(name)
        return
    for number, entry in enumerate(entries, 1):
        yield _page_of(entry, f"{name}#entry-{number}")


def _page_of(entry: Entry, where: str) -> Saved:
    body = entry.content or entry.summary or ""
    if entry.content_is_text:
        body = "".join(f"<p>{html.escape(line)}</p>\n" for line in body.splitlines() if line.strip())
    elif not _TAG.search(body):
        body = f"<p>{body}</p>\n"
    head = ['<!doctype html>\n<html><head><meta charset="utf-8">\n']
    if entry.title:
        head.append(f"<title>{html.escape(entry.title)}</title>\n")
        head.append(_meta("og:title", entry.title))
    if entry.url:
        head.append(f'<link rel="canonical" href="{html.escape(entry.url)}">\n')
    head.append(_meta("og:type", "article"))
    head.extend(_meta("article:author", author) for author in entry.authors)
    if entry.published:
        head.append(_meta("article:published_time", _iso(entry.published)))
    if entry.modified:
        head.append(_meta("article:modified_time", _iso(entry.modified)))
    head.append("</head><body><article>\n")
    if entry.title:
        head.append(f"<h1>{html.escape(entry.title)}</h1>\n")
    if entry.authors:
        head.append(f'<p class="byline">By {html.escape(", ".join(entry.authors))}</p>\n')
    page = "".join(head) + body + "\n</article></body></html>\n"
    doubt = None
    if entry.content is None and len(_TAG.sub("", body).strip()) <= TEASER:
        doubt = "a feed's teaser without the story"
    return Saved(where, page, entry.url, form=Form.HTML, doubt=doubt)


def _meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{html.escape(value)}">\n'


def _iso(date: str) -> str:
    """RSS writes dates as e-mail does, pages as ISO 8601 does."""
    try:
        return parsedate_to_datetime(date).isoformat()
    except (ValueError, OverflowError, IndexError, TypeError):
        return date


def _json_entries(data: bytes, name: str) -> list[Entry]:
    try:
        feed = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError):
        raise Unreadable(Reason.BAD_ARCHIVE, f"{name} is JSON that cannot be read.") from None
    if not isinstance(feed, dict) or "jsonfeed.org" not in str(feed.get("version", "")):
        raise Unreadable(
            Reason.NOT_A_PAGE, f"{name} is JSON, but neither a JSON feed nor JSON lines of pages."
        )
    items = feed.get("items")
    found = []
    for item in items if isinstance(items, list) else []:
        if not isinstance(item, dict):
            continue
        authors = item.get("authors") or [item.get("author")]
        content = _text(item.get("content_html")) or _text(item.get("content_text"))
        found.append(
            Entry(
                title=_text(item.get("title")),
                url=_address(_text(item.get("url")) or _text(item.get("external_url"))),
                authors=[
                    one["name"]
                    for one in (authors if isinstance(authors, list) else [])
                    if isinstance(one, dict) and _text(one.get("name"))
                ],
                published=_text(item.get("date_published")),
                modified=_text(item.get("date_modified")),
                content=content,
                summary=_text(item.get("summary")),
                content_is_text=_text(item.get("content_html")) is None and content is not None,
            )
        )
    return found


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _xml_entries(data: bytes, name: str) -> list[Entry]:
    # expat leaves encodings that it does not know to Python, which has fewer names for them and raises for the
    # many-byte ones of Japan and China
    text, _ = encodings.decode(data)
    try:
        return _Feed(name).read(text)
    except expat.ExpatError as error:
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_UNDEFINED_ENTITY]:
            # names such as &nbsp; are HTML's, and feeds use them without saying so
            try:
                return _Feed(name).read(_NAMED.sub(_as_character, text))
            except expat.ExpatError as second:
                error = second
        words = expat.ErrorString(error.code)
        raise Unreadable(
            Reason.BAD_ARCHIVE, f"{name} is not well-formed XML: {words}, line {error.lineno}."
        ) from None


def _as_character(found: re.Match[str]) -> str:
    character = html.unescape(found[0])
    return f"&amp;{found[1]};" if character == found[0] else html.escape(character)


class _Feed:
    """The state of reading an XML feed."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.entries: list[Entry] = []
        self._entry: Entry | None = None
        self._depth = 0
        self._field: tuple[str, str] | None = None
        self._field_depth = 0
        self._pieces: list[str] = []
        self._attributes: dict[str, str] = {}
        self._author: list[str] | None = None

    def read(self, text: str) -> list[Entry]:
        parser = expat.ParserCreate("utf-8", namespace_separator=" ")  # whatever the text declares
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._words
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.Parse(text.encode(), True)
        return self.entries

    def _refuse(self, *_: object) -> None:
        raise Unreadable(
            Reason.BAD_ARCHIVE, f"{self.name} is a feed with a document type declaration, which is not read."
        )

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Unreadable(
                Reason.BAD_ARCHIVE, f"{self.name} has more than {DEEPEST} elements inside one another."
            )
        space, _, name = qualified.rpartition(" ")
        if self._entry is None:
            if name in _ENTRIES and space in _PLAIN:
                self._entry = Entry()
            return
        if self._field is not None:
            if self._field == (_ATOM, "author"):
                self._author = [] if name == "name" else None
            else:
                # XHTML inside an Atom entry: written out again as the mark-up it is
                told = "".join(
                    f' {key.rpartition(" ")[2]}="{html.escape(value)}"' for key, value in attributes.items()
                )
                self._pieces.append(f"<{name}{told}>")
            return
        self._field, self._field_depth = (space, name), self._depth
        self._pieces, self._attributes = [], attributes

    def _words(self, words: str) -> None:
        if self._field is None:
            return
        if self._field == (_ATOM, "author"):
            if self._author is not None:
                self._author.append(words)
            return
        inside = self._depth > self._field_depth
        self._pieces.append(html.escape(words, quote=False) if inside else words)

    def _end(self, qualified: str) -> None:
        name = qualified.rpartition(" ")[2]
        entry, depth = self._entry, self._depth
        self._depth -= 1
        if entry is None:
            return
        if self._field is None:
            if name in _ENTRIES:
                self.entries.append(entry)
                self._entry = None
            return
        if depth > self._field_depth:
            if self._field == (_ATOM, "author"):
                if name == "name" and self._author:
                    entry.authors.append("".join(self._author).strip())
                    self._author = None
            else:
                self._pieces.append(f"</{name}>")
            return
        value = "".join(self._pieces).strip()
        self._take(entry, self._field[0], self._field[1], value, self._attributes)
        self._field = None

    def _take(self, entry: Entry, space: str, name: str, value: str, attributes: dict[str, str]) -> None:
        plain = space in _PLAIN
        if name == "link" and plain:
            if space == _ATOM:
                if attributes.get("rel", "alternate") == "alternate":
                    entry.url = entry.url or _address(attributes.get("href"))
            else:
                entry.url = _address(value) or entry.url
        elif name == "guid" and plain and attributes.get("isPermaLink", "true") == "true":
            entry.url = entry.url or _address(value)
        elif name == "title" and plain:
            entry.title = entry.title or _unmarked(value) or None
        elif (name == "encoded" and space == _CONTENT) or (name == "content" and space == _ATOM):
            entry.content = value or entry.content
            entry.content_is_text = name == "content" and attributes.get("type", "text") == "text"
        elif name in ("description", "summary") and plain:
            entry.summary = value or entry.summary
        elif (name in ("pubDate", "published", "issued") and plain) or (name == "date" and space == _DC):
            entry.published = value or entry.published
        elif name in ("updated", "modified") and plain:
            entry.modified = value or entry.modified
        elif (name == "creator" and space == _DC) or (name == "author" and plain and space != _ATOM):
            author = _author_in(value)
            if author and author not in entry.authors:
                entry.authors.append(author)


def _unmarked(value: str) -> str:
    """A title without the mark-up that some feeds put in it."""
    return html.unescape(_TAG.sub("", value)).strip()


def _author_in(value: str) -> str | None:
    """RSS asks for an e-mail address with the name in brackets; most feeds give the name."""
    found = re.fullmatch(r"\S+@\S+\s+\((.+)\)", value)
    name = found[1] if found else value
    return None if "@" in name or not name.strip() else name.strip()


def _address(value: str | None) -> str | None:
    return value.strip() if value and re.match(r"\s*https?://\S+\s*\Z", value) else None
