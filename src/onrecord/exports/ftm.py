"""The readings as FollowTheMoney entities: articles, the people and organisations in them, and what they
said.

Written as JSON lines that `ftm` and Aleph take (https://followthemoney.tech). Nothing but JSON is needed to
write them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.record import Entity, EntityKind, Page, Reading

from . import Item
from .telling import filled, iso, statement_key, words

_LANGUAGES = dict(
    pair.split(":")
    for pair in (
        "af:afr ar:ara az:aze be:bel bg:bul bs:bos ca:cat cs:ces da:dan de:deu el:ell en:eng es:spa et:est fa:fas "
        "fi:fin fr:fra he:heb hi:hin hr:hrv hu:hun hy:hye id:ind is:isl it:ita ja:jpn ka:kat kk:kaz km:khm kn:kan "
        "ko:kor ky:kir lb:ltz lt:lit lv:lav mk:mkd mn:mon ms:msa mt:mlt my:mya nb:nor ne:nep nl:nld nn:nor no:nor "
        "pl:pol pt:por ro:ron ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa tg:tgk tk:tuk tl:fil tr:tur uk:ukr "
        "ur:urd uz:uzb zh:zho"
    ).split()
)
"""FollowTheMoney tells languages by three letters (ISO 639-3)."""
_SCHEMATA = {EntityKind.PERSON: "Person", EntityKind.ORGANISATION: "Organization"}


def render(reading: Reading, page: Page | None = None) -> str:
    """The entities of one reading, one a line."""
    return "".join(_line(entity) for entity in _entities(Item(reading, reading.page.sha256), set()))


def write(items: Iterable[Item], target: Path) -> int:
    """One entity a line; how many. A person of several articles comes once for each, with the same id: such
    fragments are what `ftm aggregate` puts together."""
    count = 0
    written: set[str] = set()
    with target.open("w", encoding="utf-8") as stream:
        for item in items:
            for entity in _entities(item, written):
                stream.write(_line(entity))
                count += 1
    return count


def _line(entity: dict[str, object]) -> str:
    return json.dumps(entity, ensure_ascii=False) + "\n"


def _entities(item: Item, written: set[str]) -> Iterator[dict[str, object]]:
    reading, article = item.reading, item.reading.article
    document = _id("article", reading.page.sha256)
    ids = {e.id: _entity_id(e, item) for e in reading.entities if e.kind in _SCHEMATA}
    yield _made(document, "Article", {
        "title": [article.headline], "summary": [article.deck], "author": [b.name for b in article.bylines],
        "publisher": [article.publisher, article.agency], "publishedAt": [_day(iso(article.published))],
        "modifiedAt": [_day(iso(article.modified))], "retrievedAt": [_day(iso(reading.page.saved))],
        "sourceUrl": [_web(reading.address)], "language": [_LANGUAGES.get((article.language or "")[:2])],
        "bodyText": [article.text],
        "fileName": [reading.page.name],
        "mimeType": ["text/html" if reading.page.form == "html" else "text/plain"],
        "peopleMentioned": [e.name for e in reading.entities if e.kind is EntityKind.PERSON],
        "companiesMentioned": [e.name for e in reading.entities if e.kind is EntityKind.ORGANISATION],
        "processingAgent": [f"onrecord {reading.readers}"], "notes": [f"sha256 {reading.page.sha256}"],
    })  # fmt: skip
    for entity in reading.entities:
        if entity.id not in ids:
            continue
        known = item.people.get(entity.id)
        yield _made(ids[entity.id], _SCHEMATA[entity.kind], {
            "name": [known[1] if known else entity.name], "alias": [entity.name if known else None],
            "position": list(entity.roles) if entity.kind is EntityKind.PERSON else [],
            "proof": [document],
        })  # fmt: skip
        link = _id("named", document, ids[entity.id])
        if link not in written:
            written.add(link)
            yield _made(
                link, "Documentation", {"document": [document], "entity": [ids[entity.id]], "role": ["named"]}
            )
    for a in reading.attributions:
        note = _id("statement", statement_key(a, reading))
        yield _made(note, "Note", {
            "name": [f"Statement by {a.speaker}" if a.speaker else "Statement"],
            "description": [words(a.content, article.text)],
            "entity": [ids.get(a.entity) if a.entity is not None else None],
            "proof": [document], "sourceUrl": [_web(reading.address)], "keywords": [str(a.kind), str(a.act)],
        })  # fmt: skip


def _made(id: str, schema: str, properties: dict[str, list[str | None]]) -> dict[str, object]:
    told = {name: list(dict.fromkeys(v for v in values if v)) for name, values in properties.items()}
    return {"id": id, "schema": schema, "properties": filled(dict(told))}


def _entity_id(entity: Entity, item: Item) -> str:
    """The same for a person in every article that the archive knows them in; else of this article alone."""
    known = item.people.get(entity.id)
    return (
        _id("person", known[0], known[1])
        if known
        else _id("entity", item.reading.page.sha256, str(entity.id))
    )


def _id(*parts: str) -> str:
    return "onrecord-" + hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _day(moment: str | None) -> str | None:
    """FollowTheMoney's dates have no offset: the day and the time as the page tells them."""
    return moment[:19] if moment else None


def _web(url: str | None) -> str | None:
    return url if url and url.startswith(("http://", "https://")) else None
