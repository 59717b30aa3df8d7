"""The readings as Parquet tables, a folder with one file for each kind of row; DuckDB and pandas read
them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord.errors import MissingExtraError

from . import Item
from .telling import hull, iso, speaker, statement_key, words

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ModuleNotFoundError as missing:
    raise MissingExtraError("The parquet format", "parquet") from missing

_ROWS = 5_000
"""Rows that are held before they are written."""

_TEXT, _INT, _FLOAT, _LIST = pa.string(), pa.int64(), pa.float64(), pa.list_(pa.string())

TABLES: dict[str, Any] = {
    "articles": pa.schema([
        ("article", _TEXT), ("kind", _TEXT), ("language", _TEXT), ("headline", _TEXT), ("deck", _TEXT),
        ("text", _TEXT),
        ("bylines", _LIST), ("agency", _TEXT), ("publisher", _TEXT), ("section", _TEXT), ("published", _TEXT),
        ("modified", _TEXT), ("url", _TEXT), ("name", _TEXT), ("saved", _TEXT), ("copyright", _TEXT),
        ("readers", _TEXT),
    ]),
    "attributions": pa.schema([
        ("statement", _TEXT), ("article", _TEXT), ("speaker", _TEXT), ("entity", _INT), ("person", _TEXT),
        ("source", _TEXT), ("cue", _TEXT), ("content", _TEXT), ("kind", _TEXT), ("act", _TEXT), ("start",
        _INT),
        ("end", _INT), ("confidence", _FLOAT),
    ]),
    "entities": pa.schema([
        ("article", _TEXT), ("entity", _INT), ("kind", _TEXT), ("name", _TEXT), ("person", _TEXT), ("age",
        _INT),
        ("roles", _LIST), ("affiliations", _LIST),
    ]),
    "mentions": pa.schema([
        ("article", _TEXT), ("entity", _INT), ("text", _TEXT), ("form", _TEXT), ("start", _INT), ("end",
        _INT),
    ]),
    "times": pa.schema([
        ("article", _TEXT), ("text", _TEXT), ("type", _TEXT), ("value", _TEXT), ("start", _INT), ("end",
        _INT),
    ]),
    "pictures": pa.schema([("article", _TEXT), ("url", _TEXT), ("caption", _TEXT), ("credit", _TEXT),
    ("alt", _TEXT)]),
    "cards": pa.schema([
        ("article", _TEXT), ("kind", _TEXT), ("headline", _TEXT), ("url", _TEXT), ("teaser", _TEXT),
        ("source", _TEXT),
        ("age", _TEXT),
    ]),
}  # fmt: skip
"""The tables and their columns. `article` is the page's sha256 in all of them; dates are ISO 8601 as the
page has them, since a day is no moment."""


def write(items: Iterable[Item], target: Path) -> int:
    """All tables, also those without a row; how many rows."""
    target.mkdir(parents=True, exist_ok=True)
    waiting: dict[str, list[dict[str, object]]] = {name: [] for name in TABLES}
    writers = {
        name: pq.ParquetWriter(target / f"{name}.parquet", schema, compression="zstd")
        for name, schema in TABLES.items()
    }
    count = 0
    try:
        for item in items:
            for name, row in _rows(item):
                waiting[name].append(row)
                count += 1
                if len(waiting[name]) >= _ROWS:
                    writers[name].write_table(pa.Table.from_pylist(waiting[name], TABLES[name]))
                    waiting[name].clear()
        for name, rows in waiting.items():
            writers[name].write_table(pa.Table.from_pylist(rows, TABLES[name]))
    finally:
        for writer in writers.values():
            writer.close()
    return count


def _rows(item: Item) -> Iterable[tuple[str, dict[str, object]]]:
    reading, a = item.reading, item.reading.article
    page = {"article": reading.page.sha256}
    yield "articles", page | {
        "kind": str(a.kind), "language": a.language, "headline": a.headline, "deck": a.deck, "text": a.text,
        "bylines": [b.name for b in a.bylines], "agency": a.agency, "publisher": a.publisher,
        "section": a.section,
        "published": iso(a.published), "modified": iso(a.modified), "url": reading.address,
        "name": reading.page.name,
        "saved": iso(reading.page.saved), "copyright": a.copyright, "readers": reading.readers,
    }  # fmt: skip
    for said in reading.attributions:
        span = hull(said.content)
        known = item.people.get(said.entity) if said.entity is not None else None
        yield "attributions", page | {
            "statement": statement_key(said, reading), "speaker": known[1] if known else speaker(said,
            reading),
            "entity": said.entity, "person": known[0] if known else None, "source": words(said.source,
            a.text),
            "cue": words(said.cue, a.text), "content": words(said.content, a.text), "kind": str(said.kind),
            "act": str(said.act), "start": span.start, "end": span.end, "confidence": said.confidence,
        }  # fmt: skip
    for entity in reading.entities:
        known = item.people.get(entity.id)
        yield "entities", page | {
            "entity": entity.id, "kind": str(entity.kind), "name": entity.name,
            "person": known[0] if known else None,
            "age": entity.age, "roles": list(entity.roles), "affiliations": list(entity.affiliations),
        }  # fmt: skip
        for mention in entity.mentions:
            yield "mentions", page | {
                "entity": entity.id, "text": mention.text, "form": str(mention.form),
                "start": mention.span.start,
                "end": mention.span.end,
            }  # fmt: skip
    for time in reading.times:
        yield "times", page | {
            "text": time.text, "type": str(time.type), "value": time.value, "start": time.span.start,
            "end": time.span.end,
        }  # fmt: skip
    for picture in a.pictures:
        yield "pictures", page | {
            "url": picture.url, "caption": picture.caption, "credit": picture.credit, "alt": picture.alt,
        }  # fmt: skip
    for kind, cards in (("related", a.related), ("sponsored", a.sponsored)):
        for card in cards:
            yield "cards", page | {
                "kind": kind, "headline": card.headline, "url": card.url, "teaser": card.teaser,
                "source": card.source,
                "age": card.age,
            }  # fmt: skip
