"""What was found, in a form to take away: the list itself, or the readings of the stories in it."""

import csv
import tempfile
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import msgspec

from onrecord import exports
from onrecord.archive import Archive, ArticleHit, Hit, PersonHit, Snippet, StatementHit
from onrecord.exports.csv import cell

from .asking import Asked, What

LISTS = {"list-csv": ("The list as CSV", "csv"), "list-jsonl": ("The list as JSON lines", "jsonl")}
"""Forms of the results themselves: what to call them, how a file of them ends."""

READINGS = {
    "jsonl": ("Whole readings, JSON lines", "jsonl"),
    "csv": ("Whole readings, CSV", "csv"),
    "w3c-annotations": ("W3C annotations", "json"),
    "ninjs": ("ninjs", "json"),
}
"""Forms of the readings of all stories in the results, as `onrecord export` writes them."""

SINGLE = {
    "json": ("JSON", "json"),
    "markdown": ("Markdown", "md"),
    "csv": ("CSV", "csv"),
    "ninjs": ("ninjs", "json"),
    "jsonld": ("JSON-LD", "json"),
    "w3c-annotations": ("W3C annotations", "json"),
}
"""Forms of one story's reading."""

MOST_ROWS = 100_000
"""Rows of a list that are taken away at once; the command line has no such bound."""

_AT_ONCE = 1000
_ROWS: dict[What, type[Hit]] = {"articles": ArticleHit, "statements": StatementHit, "people": PersonHit}


def take_list(archive: Archive, asked: Asked, form: str) -> Path:
    """The results as a table or as JSON lines, in a new file."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", delete=False) as file:
        if form == "list-jsonl":
            for hit in _hits(archive, asked):
                file.write(msgspec.json.encode(hit).decode() + "\n")
        else:
            names = [field.name for field in fields(_ROWS[asked.find])]
            rows = csv.writer(file)
            rows.writerow(names)
            rows.writerows([_cell(hit, name) for name in names] for hit in _hits(archive, asked))
    return Path(file.name)


def take_readings(archive: Archive, articles: Iterator[int], form: str) -> Path:
    """The readings of these articles in one of the forms of `onrecord export`, in a new file."""
    with tempfile.NamedTemporaryFile(delete=False) as file:
        path = Path(file.name)
    exports.write(_items(archive, articles), form, path)
    return path


def take_one(archive: Archive, article: int, form: str) -> str:
    """One story's reading in a form of `SINGLE`."""
    view = archive.article(article)
    return exports.render(view.reading, form, archive.page(view.page_id).page)


def _hits(archive: Archive, asked: Asked) -> Iterator[Hit]:
    for offset in range(0, MOST_ROWS, _AT_ONCE):
        found = archive.search(
            asked.q,
            what=asked.find,
            sort="best" if asked.q else "newest",
            limit=_AT_ONCE,
            offset=offset,
            **asked.filters,
        )
        yield from found.hits
        if len(found.hits) < _AT_ONCE:
            return


def _items(archive: Archive, articles: Iterator[int]) -> Iterator[exports.Item]:
    for number in articles:
        view = archive.article(number)
        people = {p.entity.id: (str(p.person), p.name) for p in view.people if p.person is not None}
        yield exports.Item(view.reading, view.reading.page.sha256, archive.page(view.page_id).page, people)


def _cell(hit: Hit, name: str) -> object:
    value = getattr(hit, name)
    return cell(value.text if isinstance(value, Snippet) else value)
