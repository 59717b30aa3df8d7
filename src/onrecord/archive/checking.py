"""Proof: every kept page against its hash, every span against what it points into, every table against
its reading."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator

import zstandard

from onrecord.errors import OnrecordError
from onrecord.record import Page, Reading, Span

from . import views
from .adding import mentions_of
from .connections import Connection
from .places import align
from .results import Fault

Proof = Callable[[Reading, Page], Iterable[object]]
"""What in a reading its page does not bear out, each as something whose `str` says it."""


def verify(at: Connection, prove: Proof | None = None) -> Iterator[Fault]:
    """What does not prove, page by page."""
    for (broken,) in at.rows("PRAGMA quick_check"):
        if broken != "ok":
            yield Fault(None, None, "file", broken)
    for table, row, parent, _ in at.rows("PRAGMA foreign_key_check"):
        yield Fault(None, None, "reference", f"{table} row {row} points to a {parent} that is not there")
    for page_id, sha256, kept in at.rows("SELECT id, sha256, kept FROM page ORDER BY id"):
        try:
            page = views.page(at, page_id)
        except (OnrecordError, zstandard.ZstdError, UnicodeError) as error:
            yield Fault(page_id, None, "page", f"cannot be unpacked: {error}")
            continue
        name = page.page.origin.name or page.page.origin.url
        if kept == "bytes" and hashlib.sha256(page.bytes or b"").hexdigest() != sha256:
            yield Fault(page_id, name, "hash", "the bytes kept are not those that were added")
        if len(page.page.source) != page.page.origin.length:
            yield Fault(
                page_id,
                name,
                "length",
                f"the source has {len(page.page.source)} code points, not {page.page.origin.length}",
            )
        if at.row("SELECT 1 FROM article WHERE id = ?", (page_id,)) is None:
            if at.row("SELECT 1 FROM unread_page WHERE page_id = ?", (page_id,)) is None:
                yield Fault(page_id, name, "reading", "there is neither a reading nor a reason why not")
            continue
        try:
            reading = views.reading(at, page_id, page.page.source)
        except (OnrecordError, zstandard.ZstdError, ValueError) as error:
            yield Fault(page_id, name, "reading", f"cannot be unpacked: {error}")
            continue
        if prove is None:
            for what, detail in faults(page.page, reading):
                yield Fault(page_id, name, what, detail)
        else:
            for mismatch in prove(reading, page.page):
                yield Fault(page_id, name, "span", str(mismatch))
        for what, detail in _tables(at, page_id, reading):
            yield Fault(page_id, name, what, detail)


def faults(page: Page, reading: Reading) -> Iterator[tuple[str, str]]:
    """What in a reading its page and its text do not bear out."""
    article, text = reading.article, reading.article.text
    for i, part in enumerate(article.blocks):
        block = part.block
        if not _inside(block.source, page.source):
            yield "block", f"block {i} lies outside the source"
        elif align(block, page.source, page.origin.form) is None:
            yield "block", f"the source at {block.source.start} does not yield block {i}: {block.text[:40]!r}"
        if part.span is not None and part.span.of(text) != block.text:
            yield (
                "text",
                f"block {i} is not what stands at {part.span.start} of the text: {block.text[:40]!r}",
            )
    if article.dateline and article.dateline.span.of(text) != article.dateline.text:
        yield "dateline", f"{article.dateline.text!r} is not what stands at its place"
    for entity in reading.entities:
        for mention in entity.mentions:
            if mention.span.of(text) != mention.text:
                yield "mention", f"{mention.text!r} is not what stands at {mention.span.start} of the text"
    for time in reading.times:
        if time.span.of(text) != time.text:
            yield "time", f"{time.text!r} is not what stands at {time.span.start} of the text"
    for i, attribution in enumerate(reading.attributions):
        for spans in (attribution.source, attribution.cue, attribution.content):
            for span in spans or ():
                if not _inside(span, text):
                    yield "attribution", f"attribution {i} lies outside the text"


def _inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _tables(at: Connection, article: int, reading: Reading) -> Iterator[tuple[str, str]]:
    """Where the tables do not say what the reading says."""
    if at.one("SELECT text FROM body WHERE article_id = ?", (article,)) != reading.article.text:
        yield "table", "the text in the table is not the reading's"
    said = at.rows(
        "SELECT kind, content_start, content_end FROM attribution WHERE id BETWEEN ? AND ? ORDER BY id",
        (article << 20, ((article + 1) << 20) - 1),
    )
    told = [
        (str(a.kind), min(s.start for s in a.content), max(s.end for s in a.content))
        for a in reading.attributions
    ]
    if said != told:
        yield "table", "the attributions in the table are not the reading's"
    named = at.rows("SELECT number, name FROM entity WHERE article_id = ? ORDER BY number", (article,))
    if named != sorted((e.id, e.name) for e in reading.entities):
        yield "table", "the entities in the table are not the reading's"
    mentioned = at.rows(
        "SELECT number, mentions FROM entity WHERE article_id = ? ORDER BY number", (article,)
    )
    if mentioned != sorted((e.id, mentions_of(e)) for e in reading.entities):
        yield "table", "the mentions in the table are not the reading's"
