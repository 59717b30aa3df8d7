"""The story as ninjs 3.0, IPTC's news in JSON (https://www.iptc.org/std/ninjs/)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord.record import EntityKind, Kind, Page, Reading
from onrecord.text.counting import count_words

from . import Item
from .telling import absolute, filled, moment, page_uri

SCHEMA = "https://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"
_GENRES = {Kind.OPINION: "Opinion", Kind.LIVE: "Live coverage", Kind.GALLERY: "Gallery"}


def render(reading: Reading, page: Page | None = None) -> str:
    """The ninjs object of one reading."""
    return json.dumps(item_of(reading), ensure_ascii=False, indent=2) + "\n"


def write(items: Iterable[Item], target: Path) -> int:
    """One ninjs object a line."""
    count = 0
    with target.open("w", encoding="utf-8") as stream:
        for item in items:
            stream.write(json.dumps(item_of(item.reading), ensure_ascii=False) + "\n")
            count += 1
    return count


def item_of(reading: Reading) -> dict[str, object]:
    """The reading as a ninjs object. A day without a time is left out: ninjs has moments alone."""
    article = reading.article
    quoted = {a.entity for a in reading.attributions}
    named: dict[EntityKind, list[dict[str, str]]] = {kind: [] for kind in EntityKind}
    for entity in reading.entities:
        told = {"name": entity.name, "rel": "quoted" if entity.id in quoted else "mentioned"}
        if told not in named[entity.kind]:
            named[entity.kind].append(told)
    sources = [{"name": name, "role": role} for name, role in _sources(reading)]
    notes = "\n".join(
        f"{note.kind.value.capitalize()}: {note.text}" for note in (*article.corrections, *article.notes)
    )
    return filled({
        "uri": page_uri(reading),
        "standard": {"name": "ninjs", "version": "3.0", "schema": SCHEMA},
        "type": "text",
        "representationType": "full",
        "firstCreated": moment(article.published),
        "versionCreated": moment(article.modified) or moment(article.published),
        "language": article.language,
        "headlines": _texts(("main", article.headline)),
        "descriptions": _texts(("deck", article.deck), ("note", notes)),
        "bodies": [
            {"role": "main", "contentType": "text/plain", "charCount": len(article.text),
             "wordCount": count_words(article.text), "value": article.text}
        ],
        "by": ", ".join(byline.name for byline in article.bylines),
        "located": article.dateline.place if article.dateline else None,
        "copyrightNotice": article.copyright,
        "people": named[EntityKind.PERSON],
        "organisations": named[EntityKind.ORGANISATION],
        "places": named[EntityKind.PLACE],
        "subjects": [{"name": article.section, "rel": "section"}] if article.section else None,
        "genres": [{"name": _GENRES[article.kind]}] if article.kind in _GENRES else None,
        "infoSources": sources,
        "associations": _pictures(reading),
        "altIds": [{"role": "sha256", "value": reading.page.sha256}],
    })  # fmt: skip


def _texts(*pairs: tuple[str, str | None]) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": value} for role, value in pairs if value]


def _sources(reading: Reading) -> Iterable[tuple[str, str]]:
    article = reading.article
    if article.agency:
        yield article.agency, "agency"
    if article.publisher:
        yield article.publisher, "publisher"
    for line in article.contributors:
        for name in line.names:
            yield name, "contributor"


def _pictures(reading: Reading) -> list[dict[str, Any]]:
    """The pictures as associated objects; one whose address cannot be made absolute is named by its
    number."""
    found: list[dict[str, Any]] = []
    for number, picture in enumerate(reading.article.pictures, 1):
        address = absolute(reading, picture.url)
        found.append(filled({
            "name": f"picture {number}",
            "uri": address or f"urn:sha256:{reading.page.sha256}#picture-{number}",
            "type": "picture",
            "descriptions": _texts(("caption", picture.caption), ("alternative", picture.alt)),
            "by": picture.credit,
            "renditions": [{"name": "main", "href": address}] if address else None,
        }))  # fmt: skip
    return found
