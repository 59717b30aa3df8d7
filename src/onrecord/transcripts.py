"""A reading written down as JSON and read back: the same keys as the nouns, absent is null.

This is the one JSON form: `onrecord read --json` prints it, the archive keeps it, `schema()` describes it.
It lies below the edges, since two of them (the archive and the exports) write it and neither may know the
other.
"""

from dataclasses import asdict, fields, make_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, get_type_hints

import msgspec

from .record import Article, Broken, Outcome, Reading, Unread

_DATES = ("published", "modified")
"""Fields that are a day or a moment. In JSON both are strings, which msgspec tells apart only with our
help."""


def _twin(of: type, **changed: Any) -> type:
    """A dataclass with the fields of `of`, some with another type."""
    hints = get_type_hints(of)
    return make_dataclass(
        of.__name__,
        [(field.name, changed.get(field.name, hints[field.name])) for field in fields(of)],
        frozen=True,
        slots=True,
        namespace={"__doc__": of.__doc__},
    )


_ArticleForm = _twin(Article, **dict.fromkeys(_DATES, str | None))
_ReadingForm = _twin(Reading, article=_ArticleForm)

_encoder = msgspec.json.Encoder()


@cache
def _decoder(form: type) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(form)


def to_json(outcome: Outcome | Broken) -> bytes:
    """The outcome of reading a page as one line of JSON, in UTF-8."""
    return _encoder.encode(outcome)


def from_json(line: bytes | str) -> Outcome:
    """The outcome that `to_json` wrote. `msgspec.DecodeError` or `ValueError` where the line is no such thing."""
    if "reason" in _decoder(dict[str, msgspec.Raw]).decode(line):
        unread: Unread = _decoder(Unread).decode(line)
        return unread
    form = _decoder(_ReadingForm).decode(line)
    told = {field.name: getattr(form.article, field.name) for field in fields(Article)}
    for name in _DATES:
        told[name] = None if told[name] is None else _moment(told[name])
    read = {field.name: getattr(form, field.name) for field in fields(Reading)}
    return Reading(**{**read, "article": Article(**told)})


def _moment(written: str) -> date | datetime:
    """A day if only a day is written, else a moment."""
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)


def schema() -> dict[str, Any]:
    """JSON Schema of one line: a reading, or why there is none."""
    (reading, unread), components = msgspec.json.schema_components((_ReadingForm, Unread))
    for name in _DATES:
        components["Article"]["properties"][name]["description"] = "ISO 8601: a day, or a moment with offset"
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "What onrecord read prints, one object a line",
        "anyOf": [reading, unread],
        "$defs": _local(components),
    } | {"anyOf": _local([reading, unread])}


def _local(part: Any) -> Any:
    """The same schema with references as JSON Schema's `$defs`."""
    if isinstance(part, dict):
        return {
            key: f"#/$defs/{value.rsplit('/', 1)[-1]}" if key == "$ref" else _local(value)
            for key, value in part.items()
        }
    return [_local(item) for item in part] if isinstance(part, list) else part


def plain(noun: Any) -> dict[str, Any]:
    """A noun as dictionaries and lists with JSON's own types."""
    built: dict[str, Any] = msgspec.to_builtins(asdict(noun))
    return built
