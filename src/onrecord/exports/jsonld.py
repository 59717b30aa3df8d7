"""The story as JSON-LD with schema.org's words: a NewsArticle, its pictures, who is named and who said
what."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from onrecord.record import EntityKind, Kind, Page, Reading

from . import Item
from .telling import absolute, filled, iso, page_uri, speaker, statement_key, words

_TYPES = {Kind.OPINION: "OpinionNewsArticle", Kind.LIVE: "LiveBlogPosting"}
_KINDS = {EntityKind.PERSON: "Person", EntityKind.ORGANISATION: "Organization", EntityKind.PLACE: "Place"}


def render(reading: Reading, page: Page | None = None) -> str:
    """The JSON-LD of one reading."""
    return json.dumps(article_of(Item(reading, reading.page.sha256)), ensure_ascii=False, indent=2) + "\n"


def write(items: Iterable[Item], target: Path) -> int:
    """One JSON-LD object a line."""
    count = 0
    with target.open("w", encoding="utf-8") as stream:
        for item in items:
            stream.write(json.dumps(article_of(item), ensure_ascii=False) + "\n")
            count += 1
    return count


def article_of(item: Item) -> dict[str, object]:
    """The reading as a NewsArticle. `hasPart` holds a Quotation for each attribution."""
    reading, article = item.reading, item.reading.article
    return {"@context": "https://schema.org"} | filled({
        "@type": _TYPES.get(article.kind, "NewsArticle"),
        "@id": page_uri(reading),
        "url": absolute(reading, reading.address),
        "headline": article.headline,
        "alternativeHeadline": article.deck,
        "articleBody": article.text,
        "articleSection": article.section,
        "inLanguage": article.language,
        "datePublished": iso(article.published),
        "dateModified": iso(article.modified),
        "dateline": article.dateline.text if article.dateline else None,
        "locationCreated": _place(article.dateline.place if article.dateline else None),
        "author": [_thing("Person", byline.name, jobTitle=byline.role) for byline in article.bylines],
        "contributor": [_thing("Person", name) for line in article.contributors for name in line.names],
        "publisher": _thing("Organization", article.publisher),
        "sourceOrganization": _thing("NewsMediaOrganization", article.agency),
        "copyrightNotice": article.copyright,
        "correction": [
            {"@type": "CorrectionComment", "text": note.text} for note in article.corrections
        ],
        "image": [
            {"@type": "ImageObject"} | filled({
                "contentUrl": absolute(reading, picture.url), "caption": picture.caption,
                "creditText": picture.credit,
                "alternateName": picture.alt,
            }) for picture in article.pictures
        ],
        "mentions": [
            _thing(_KINDS[entity.kind], entity.name, jobTitle=list(entity.roles) or None)
            for entity in reading.entities if entity.kind in _KINDS
        ],
        "hasPart": [
            {"@type": "Quotation", "@id": f"urn:onrecord:{statement_key(a, reading)}"} | filled({
                "text": words(a.content, article.text),
                "spokenByCharacter": _thing(_speaker_type(a.entity, reading), speaker(a, reading)),
            }) for a in reading.attributions
        ],
        "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": reading.page.sha256},
    })  # fmt: skip


def _thing(kind: str, name: str | None, **more: object) -> dict[str, object] | None:
    if not name:
        return None
    # Only a Person has a job.
    return {"@type": kind, "name": name} | (filled(more) if kind == "Person" else {})


def _place(name: str | None) -> dict[str, object] | None:
    return _thing("Place", name)


def _speaker_type(entity: int | None, reading: Reading) -> str:
    kinds = {e.id: e.kind for e in reading.entities}
    return "Organization" if entity is not None and kinds.get(entity) is EntityKind.ORGANISATION else "Person"
