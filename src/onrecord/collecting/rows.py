"""What came of a page as the rows of tables: made where the page was read, so that whoever writes has little to do."""

from typing import Any

from ..record import Attribution, Broken, Reading, Reason, Span, Unread, site_of
from ..transcripts import to_json
from .tallies import name_of

Row = dict[str, Any]

TABLES: dict[str, dict[str, str]] = {
    "articles": {
        "page": "string", "name": "string", "url": "string", "site": "string", "saved": "string",
        "kind": "string", "is_article": "bool_", "language": "string", "headline": "string", "deck": "string",
        "text": "string", "bylines": "strings", "agency": "string", "publisher": "string",
        "section": "string", "published": "string", "modified": "string", "reading": "string",
    },
    "attributions": {
        "page": "string", "name": "string", "number": "int32", "site": "string", "published": "string",
        "headline": "string", "speaker": "string", "source": "string", "cue": "string", "content": "string",
        "kind": "string", "act": "string", "start": "int32", "end": "int32", "confidence": "float32",
    },
    "entities": {
        "page": "string", "name": "string", "number": "int32", "entity": "string", "kind": "string",
        "mentions": "int32", "age": "int32", "roles": "strings", "affiliations": "strings",
    },
    "times": {
        "page": "string", "name": "string", "text": "string", "type": "string", "value": "string",
        "start": "int32", "end": "int32",
    },
    "unread": {"page": "string", "name": "string", "reason": "string", "detail": "string", "why": "string"},
}  # fmt: skip


def rows_of(result: Reading | Unread | Broken, why: str | None = None) -> dict[str, list[Row]]:
    """The rows in each table that has any; `why` is the first look's reason for passing over it."""
    if isinstance(result, Reading):
        return {table: rows for table, rows in _reading_rows(result).items() if rows}
    if isinstance(result, Broken):
        return {"unread": [{"name": result.name, "reason": str(Reason.BROKEN), "detail": result.detail}]}
    return {"unread": [_unread_row(result, why)]}


def _unread_row(unread: Unread, why: str | None) -> Row:
    page = unread.page.sha256 if unread.page else None
    return {
        "page": page,
        "name": name_of(unread),
        "reason": str(unread.reason),
        "detail": unread.detail,
        "why": why,
    }


def _reading_rows(reading: Reading) -> dict[str, list[Row]]:
    article, origin = reading.article, reading.page
    key: Row = {"page": origin.sha256, "name": origin.name}
    published = article.published.isoformat() if article.published else None
    told = key | {"site": site_of(reading.address), "published": published, "headline": article.headline}
    tables: dict[str, list[Row]] = {table: [] for table in TABLES}
    tables["articles"] = [told | _article_row(reading)]
    tables["attributions"] = [
        told | {"number": number} | _attribution_row(said, article.text)
        for number, said in enumerate(reading.attributions)
    ]
    tables["entities"] = [
        key
        | {
            "number": entity.id,
            "entity": entity.name,
            "kind": str(entity.kind),
            "mentions": len(entity.mentions),
            "age": entity.age,
            "roles": list(entity.roles),
            "affiliations": list(entity.affiliations),
        }
        for entity in reading.entities
    ]
    tables["times"] = [
        key
        | {
            "text": timex.text,
            "type": str(timex.type),
            "value": timex.value,
            "start": timex.span.start,
            "end": timex.span.end,
        }
        for timex in reading.times
    ]
    return tables


def _article_row(reading: Reading) -> Row:
    article, origin = reading.article, reading.page
    return {
        "url": reading.address,
        "saved": origin.saved.isoformat() if origin.saved else None,
        "kind": str(article.kind),
        "is_article": article.is_article,
        "language": article.language,
        "deck": article.deck,
        "text": article.text,
        "bylines": [byline.name for byline in article.bylines],
        "agency": article.agency,
        "publisher": article.publisher,
        "section": article.section,
        "modified": article.modified.isoformat() if article.modified else None,
        "reading": to_json(reading).decode(),
    }


def _attribution_row(said: Attribution, text: str) -> Row:
    return {
        "speaker": said.speaker,
        "source": _words(said.source, text),
        "cue": _words(said.cue, text),
        "content": _words(said.content, text),
        "kind": str(said.kind),
        "act": str(said.act),
        "start": said.content[0].start if said.content else None,
        "end": said.content[-1].end if said.content else None,
        "confidence": said.confidence,
    }


def _words(spans: tuple[Span, ...] | None, text: str) -> str | None:
    return " … ".join(span.of(text) for span in spans) if spans else None
