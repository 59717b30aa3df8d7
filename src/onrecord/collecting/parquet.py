"""A folder of Parquet: what was read as tables, a file for each shard, for DuckDB and the like.

    news.parquet/
        manifest.jsonl
        articles/       one row a page that was read, with its text and the whole reading as JSON
        attributions/   one row an act of saying: who, by which word, what
        entities/       one row a person, organisation or place in an article
        times/          one row a time expression (TIMEX3)
        unread/         one row a page that was not read, and why

Rows belong together by `page`, the SHA-256 of the page's bytes, and `name`, the place it was read from.
"""

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import urlsplit

from ..errors import MissingExtraError
from ..record import Broken, Reading, Reason, Span, Unread
from ..transcripts import to_json
from .outcomes import Outcome

Row = dict[str, Any]

_TABLES: dict[str, dict[str, str]] = {
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


class ParquetFolder:
    """The folder. A file is written under another name and then given its own, so that none is ever half."""

    wants_source = False

    def __init__(self, path: Path) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError:
            raise MissingExtraError("Writing Parquet", "parquet") from None
        self._arrow: Any = pyarrow
        self._parquet: Any = pyarrow.parquet
        self._path = path
        self.manifest = path / "manifest.jsonl"
        self.is_new = not self.manifest.exists()
        for table in _TABLES:
            (path / table).mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> "ParquetFolder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    def keep(self, identity: str, found: Sequence[Outcome]) -> None:
        """A file in each table that has rows, by the shard's name: doing it twice is doing it once."""
        for table, rows in _rows(found).items():
            if not rows:
                continue
            target = self._path / table / f"{identity}.parquet"
            partial = target.with_name(f".{identity}.{os.getpid()}.partial")
            data = self._arrow.Table.from_pylist(rows, schema=self._schema(table))
            self._parquet.write_table(data, partial, compression="zstd")
            with partial.open("rb") as file:
                os.fsync(file.fileno())
            partial.replace(target)

    def _schema(self, table: str) -> Any:
        arrow = self._arrow
        return arrow.schema(
            [
                (name, arrow.list_(arrow.string()) if kind == "strings" else getattr(arrow, kind)())
                for name, kind in _TABLES[table].items()
            ]
        )


def _rows(found: Iterable[Outcome]) -> dict[str, list[Row]]:
    tables: dict[str, list[Row]] = {table: [] for table in _TABLES}
    for outcome in found:
        result = outcome.result
        if isinstance(result, Reading):
            _reading_rows(result, tables)
        elif isinstance(result, Broken):
            tables["unread"].append(
                {"name": result.name, "reason": str(Reason.BROKEN), "detail": result.detail}
            )
        else:
            tables["unread"].append(_unread_row(result, outcome.why))
    return tables


def _unread_row(unread: Unread, why: str | None) -> Row:
    page = unread.page.sha256 if unread.page else None
    return {
        "page": page,
        "name": unread.name,
        "reason": str(unread.reason),
        "detail": unread.detail,
        "why": why,
    }


def _reading_rows(reading: Reading, tables: dict[str, list[Row]]) -> None:
    article, origin = reading.article, reading.page
    key = {"page": origin.sha256, "name": origin.name}
    published = article.published.isoformat() if article.published else None
    told = {"site": _site(origin.url), "published": published, "headline": article.headline}
    tables["articles"].append(
        {
            **key,
            **told,
            "url": origin.url,
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
    )
    for number, said in enumerate(reading.attributions):
        tables["attributions"].append(
            {
                **key,
                **told,
                "number": number,
                "speaker": said.speaker,
                "source": _words(said.source, article.text),
                "cue": _words(said.cue, article.text),
                "content": _words(said.content, article.text),
                "kind": str(said.kind),
                "act": str(said.act),
                "start": said.content[0].start if said.content else None,
                "end": said.content[-1].end if said.content else None,
                "confidence": said.confidence,
            }
        )
    for entity in reading.entities:
        tables["entities"].append(
            {
                **key,
                "number": entity.id,
                "entity": entity.name,
                "kind": str(entity.kind),
                "mentions": len(entity.mentions),
                "age": entity.age,
                "roles": list(entity.roles),
                "affiliations": list(entity.affiliations),
            }
        )
    for timex in reading.times:
        tables["times"].append(
            {
                **key,
                "text": timex.text,
                "type": str(timex.type),
                "value": timex.value,
                "start": timex.span.start,
                "end": timex.span.end,
            }
        )


def _words(spans: tuple[Span, ...] | None, text: str) -> str | None:
    return " … ".join(span.of(text) for span in spans) if spans else None


def _site(url: str | None) -> str | None:
    if not url:
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
