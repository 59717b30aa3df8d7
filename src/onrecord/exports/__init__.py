"""Readings in the forms that others use: one module per format.

Every module that can render a single reading has the same function::

    render(reading: Reading, page: Page | None = None) -> str

`page` is the saved page the reading is of; only formats that show or hash the source want it (`html`).
So `exports.render(reading, "markdown")` and `exports.markdown.render(reading)` are the same.

Every module that can hand on many has::

    write(items: Iterable[Item], target: Path) -> int

which gives the number of rows (or files) written. `target` is a file, or a folder for the formats in
`FOLDERS`. The modules are loaded when they are asked for: each may want a package that is not installed.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from onrecord.errors import UnknownFormatError
from onrecord.record import Page, Reading

SINGLE: dict[str, str] = {
    "json": "json",
    "text": "text",
    "markdown": "markdown",
    "html": "html",
    "ninjs": "ninjs",
    "jsonld": "jsonld",
    "w3c-annotations": "annotations",
    "csv": "csv",
}
"""Formats of a single reading, with the module that renders each."""

MANY: dict[str, str] = {
    "jsonl": "jsonl",
    "csv": "csv",
    "parquet": "parquet",
    "markdown": "markdown",
    "ninjs": "ninjs",
    "jsonld": "jsonld",
    "w3c-annotations": "annotations",
    "followthemoney": "ftm",
}
"""Formats of many readings, with the module that writes each."""

FOLDERS = frozenset({"parquet", "markdown"})
"""Formats that are a folder of files."""


@dataclass(frozen=True, slots=True)
class Item:
    """One kept reading on its way out.

    `id` names it for good (the archive's `page/…`); `people` gives, for entities that the archive knows as a
    person across articles, that person's lasting name and number: entity id -> (number, name). `page` is the
    saved page, None where the format did not ask for it.
    """

    reading: Reading
    id: str
    page: Page | None = None
    people: dict[int, tuple[str, str]] = field(default_factory=dict)


def render(reading: Reading, format: str, page: Page | None = None) -> str:
    """A single reading in a format of `SINGLE`; `errors.UnknownFormatError` for any other.

    `page` is the saved page, for the formats that show it.
    """
    if format not in SINGLE:
        raise UnknownFormatError(format, tuple(SINGLE))
    text: str = _module(SINGLE[format]).render(reading, page)
    return text


def write(items: Iterable[Item], format: str, target: Path) -> int:
    """Many readings in a format of `MANY`, into a file or folder; how many rows or files were written.

    `errors.UnknownFormatError` for any other format.
    """
    if format not in MANY:
        raise UnknownFormatError(format, tuple(MANY))
    count: int = _module(MANY[format]).write(items, target)
    return count


def _module(name: str) -> Any:
    return import_module(f".{name}", __name__)
