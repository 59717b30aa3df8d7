"""Who said what as a table: one row an attribution, for spreadsheets."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.record import Page, Reading

from . import Item
from .telling import hull, iso, speaker, statement_key, words

HEAD = (
    "statement", "headline", "site_or_publisher", "agency", "bylines", "section", "language", "published",
    "url",
    "speaker", "person", "source", "cue", "content", "kind", "act", "start", "end", "confidence", "sha256",
)  # fmt: skip
"""The columns. `start` and `end` are places in the article's text, `sha256` is of the page."""


def render(reading: Reading, page: Page | None = None) -> str:
    """The table of one reading."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(HEAD)
    table.writerows(_rows(Item(reading, reading.page.sha256)))
    return out.getvalue()


def write(items: Iterable[Item], target: Path) -> int:
    """The table of all; how many rows."""
    count = 0
    # With a byte order mark, or spreadsheets take it for another encoding.
    with target.open("w", encoding="utf-8-sig", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(HEAD)
        for item in items:
            for row in _rows(item):
                table.writerow(row)
                count += 1
    return count


def _rows(item: Item) -> Iterator[list[object]]:
    reading, article = item.reading, item.reading.article
    for a in reading.attributions:
        person = item.people.get(a.entity) if a.entity is not None else None
        span = hull(a.content)
        row = (
            statement_key(a, reading), article.headline, article.publisher, article.agency,
            "; ".join(b.name for b in article.bylines), article.section, article.language,
            iso(article.published),
            reading.address, person[1] if person else speaker(a, reading), person[0] if person else None,
            words(a.source, article.text), words(a.cue, article.text), words(a.content, article.text),
            str(a.kind),
            str(a.act), span.start, span.end, a.confidence, reading.page.sha256,
        )  # fmt: skip
        yield [cell(value) for value in row]


def cell(value: object) -> object:
    """A value as a spreadsheet shows it, several parted by semicolons.

    It takes a cell that begins with some marks for a formula; an apostrophe tells it not to.
    """
    if isinstance(value, tuple):
        value = "; ".join(map(str, value))
    return f"'{value}" if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r") else value
