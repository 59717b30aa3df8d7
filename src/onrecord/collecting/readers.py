"""The work that is done on a shard, in whatever process: open it, look, read, and tell what came of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from traceback import format_exception
from typing import Any

import msgspec

from ..record import Broken, Origin, Page, Reading, Reason, Unread
from ..sources.looks import passed_over, unread
from ..sources.records import Saved
from ..sources.shards import Shard, items
from ..transcripts import to_json
from .rows import Row, rows_of
from .tallies import Counted, counted

encode_shard = msgspec.msgpack.Encoder().encode
_decode_shard = msgspec.msgpack.Decoder(Shard)
_FIRST = "<h1>Ferry sails</h1><p>The ferry sails again, the mayor said on Monday.</p>"


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one thing, as it travels: what is counted, and its rows where tables are kept.

    Where pages are kept it is the outcome as JSON instead, with the page's text and origin if there is one.
    """

    counted: Counted
    rows: dict[str, list[Row]] = field(default_factory=dict)
    outcome: bytes = b""
    source: str | None = None
    origin: Origin | None = None


encode_told = msgspec.msgpack.Encoder().encode
decode_told = msgspec.msgpack.Decoder(Told).decode


def decode_shard(piece: bytes) -> Shard:
    """The shard that `encode_shard` wrote."""
    return _decode_shard.decode(piece)


def reader(reader: str, setting: str | None, everything: bool, form: str) -> "Reader":
    """The work, set up. Models are loaded here, and not at the cost of the first page's time."""
    module, _, name = reader.partition(":")
    read: Callable[..., Any] = getattr(import_module(module), name)
    models: dict[str, Any] = {}
    if reader == "onrecord.reading:read":
        from ..reading import default_models

        models["models"] = default_models(setting)
        read(_FIRST, **models)
    return Reader(lambda page: read(page, **models), everything, form)


class Reader:
    """Opens shards and reads what is in them."""

    def __init__(self, read: Callable[[Page], Reading | Unread], everything: bool, form: str) -> None:
        self._read = read
        self._everything = everything
        self._form = form

    def things(self, piece: bytes) -> Iterator[Saved | Unread]:
        """All that stands in a shard."""
        return items(decode_shard(piece))

    def read(self, thing: Saved | Unread) -> bytes:
        """What came of it. Here alone is everything caught: a bug is kept with its traceback."""
        if isinstance(thing, Unread):
            return self._told(thing, why=_why(thing))
        if not self._everything and (why := passed_over(thing)):
            return self._told(unread(thing, why), why=why)
        try:
            page = thing.page()
            if isinstance(page, Unread):
                return self._told(page)
            return self._told(self._read(page), page)
        except MemoryError:
            raise
        except Exception as error:
            words = f"{type(error).__name__}: {error}"
            return self._told(Broken(words, "".join(format_exception(error)), thing.name))

    def _told(
        self, result: Reading | Unread | Broken, page: Page | None = None, why: str | None = None
    ) -> bytes:
        known = counted(result, why)
        if self._form == "tables":
            return encode_told(Told(known, rows_of(result, why)))
        outcome = b"" if isinstance(result, Broken) else to_json(result)
        if page is None:
            return encode_told(Told(known, outcome=outcome))
        return encode_told(Told(known, outcome=outcome, source=page.source, origin=page.origin))


def _why(thing: Unread) -> str | None:
    """In words that can be counted, why a source itself passes something over: the end of its sentence."""
    if thing.reason is not Reason.PASSED_OVER:
        return None
    return thing.detail.rpartition(": ")[2].rstrip(".")
