"""The work that is done on a shard, in whatever process: open it, look, read, and tell what came of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from traceback import format_exception
from typing import Any

import msgspec

from ..record import Broken, Origin, Page, Reading, Reason, Unread
from ..sources.looks import passed_over, unread
from ..sources.records import Saved
from ..sources.shards import Shard, items
from ..transcripts import to_json

encode_shard = msgspec.msgpack.Encoder().encode
_decode_shard = msgspec.msgpack.Decoder(Shard)


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one thing, as it travels: the outcome as JSON, and what is kept beside it.

    `broken` is there instead of an outcome if a bug showed. `source` is the page's text where the keeper
    wants it, `origin` the page's where there is one. `why` is the first look's reason.
    """

    outcome: bytes = b""
    broken: Broken | None = None
    source: str | None = None
    origin: Origin | None = None
    why: str | None = None


encode_told = msgspec.msgpack.Encoder().encode
decode_told = msgspec.msgpack.Decoder(Told).decode


def decode_shard(piece: bytes) -> Shard:
    """The shard that `encode_shard` wrote."""
    return _decode_shard.decode(piece)


def reader(reader: str, setting: str | None, everything: bool, with_source: bool) -> "Reader":
    """The work, set up; models are loaded here."""
    module, _, name = reader.partition(":")
    read: Callable[..., Any] = getattr(import_module(module), name)
    models: dict[str, Any] = {}
    if reader == "onrecord.reading:read":
        from ..reading import default_models

        models["models"] = default_models(setting)
    return Reader(lambda page: read(page, **models), everything, with_source)


class Reader:
    """Opens shards and reads what is in them."""

    def __init__(self, read: Callable[[Page], Reading | Unread], everything: bool, with_source: bool) -> None:
        self._read = read
        self._everything = everything
        self._with_source = with_source

    def things(self, piece: bytes) -> Iterator[Saved | Unread]:
        """All that stands in a shard."""
        return items(decode_shard(piece))

    def read(self, thing: Saved | Unread) -> bytes:
        """What came of it. Here alone is everything caught: a bug is kept with its traceback."""
        if isinstance(thing, Unread):
            why = _why(thing)
            return encode_told(Told(to_json(thing), why=why))
        if not self._everything and (why := passed_over(thing)):
            return encode_told(Told(to_json(unread(thing, why)), why=why))
        try:
            page = thing.page()
            if isinstance(page, Unread):
                return encode_told(Told(to_json(page)))
            outcome = self._read(page)
            source = page.source if self._with_source else None
            return encode_told(Told(to_json(outcome), source=source, origin=page.origin))
        except MemoryError:
            raise
        except Exception as error:
            words = f"{type(error).__name__}: {error}"
            return encode_told(Told(broken=Broken(words, "".join(format_exception(error)), thing.name)))


def _why(thing: Unread) -> str | None:
    """In words that can be counted, why a source itself passes something over: the end of its sentence."""
    if thing.reason is not Reason.PASSED_OVER:
        return None
    return thing.detail.rpartition(": ")[2].rstrip(".")
