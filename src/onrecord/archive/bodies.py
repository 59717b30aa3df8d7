"""Saved pages and readings as they lie in the file: compressed with zstd."""

import codecs
import hashlib
from functools import lru_cache
from itertools import accumulate
from typing import Any

import msgspec

from onrecord.errors import MissingExtraError
from onrecord.record import Outcome, Page, Reading
from onrecord.transcripts import from_json, to_json

try:
    import zstandard
except ModuleNotFoundError as missing:
    raise MissingExtraError("An archive", "archive") from missing

_LEVEL = 9
"""Of 3 to 12, the level after which saved news pages hardly shrink (9 is 6 % smaller than 3, 12 another 1
%)."""
_READING_LEVEL = 6
_MOST = 1 << 30
"""A body that claims to be larger than this is not one of ours."""


def pack(data: bytes, base: bytes | None = None) -> bytes:
    """Compressed; with `base`, a page of the same site, what both have in common costs next to nothing."""
    if base is None:
        return zstandard.ZstdCompressor(level=_LEVEL).compress(data)
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=_dictionary(base)).compress(data)


def unpack(data: bytes, base: bytes | None = None) -> bytes:
    """As it was."""
    if base is None:
        return zstandard.ZstdDecompressor().decompress(data, max_output_size=_MOST)
    return zstandard.ZstdDecompressor(dict_data=_dictionary(base)).decompress(data, max_output_size=_MOST)


@lru_cache(maxsize=16)
def _dictionary(raw: bytes) -> zstandard.ZstdCompressionDict:
    # zstd takes dictionaries of eight bytes and more.
    made = zstandard.ZstdCompressionDict(raw.ljust(8), dict_type=zstandard.DICT_TYPE_RAWCONTENT)
    made.precompute_compress(level=_LEVEL)
    return made


def pack_reading(reading: Reading, source: str) -> bytes:
    """The reading's JSON, turned into columns and compressed with the page's source as dictionary.

    Its texts stand in the page too, so they cost almost nothing; places grow from item to item, so it is the
    steps between them that are kept, like beside like. All of it is a quarter smaller than the plain JSON.
    """
    told = msgspec.json.decode(to_json(reading))
    for entity in told["entities"]:
        for mention in entity["mentions"]:
            start, end = mention["span"]
            if told["article"]["text"][start:end] == mention["text"]:
                mention["text"] = None
    packed = msgspec.json.encode(_columns(told))
    return zstandard.ZstdCompressor(level=_READING_LEVEL, dict_data=_raw(source)).compress(packed)


def unpack_reading(data: bytes, source: str) -> Outcome:
    """The reading as it was."""
    plain = zstandard.ZstdDecompressor(dict_data=_raw(source)).decompress(data, max_output_size=_MOST)
    told = _rows(msgspec.json.decode(plain))
    for entity in told["entities"]:
        for mention in entity["mentions"]:
            if mention["text"] is None:
                start, end = mention["span"]
                mention["text"] = told["article"]["text"][start:end]
    return from_json(msgspec.json.encode(told))


def _raw(source: str) -> zstandard.ZstdCompressionDict:
    raw = source.encode("utf-8", "surrogatepass").ljust(8)
    return zstandard.ZstdCompressionDict(raw, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


_NESTED = {dict, list}
_TABLE, _SPANS = "|t", "|s"
"""Keys that no noun has: a list of like objects as columns, and a list of places as steps and lengths."""


def _columns(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: _columns(value) if type(value) in _NESTED else value for key, value in told.items()}
    kinds = set(map(type, told))
    if not kinds & _NESTED:
        return told
    first = told[0]
    if kinds == {dict} and all(each.keys() == first.keys() for each in told):
        return {_TABLE: {key: _columns([each[key] for each in told]) for key in first}}
    if kinds == {list} and set(map(len, told)) == {2}:
        starts, ends = ([each[place] for each in told] for place in (0, 1))
        if set(map(type, starts)) | set(map(type, ends)) == {int}:
            steps = [b - a for a, b in zip([0, *starts], starts, strict=False)]
            return {_SPANS: [steps, [end - start for start, end in told]]}
    return [_columns(each) if type(each) in _NESTED else each for each in told]


def _rows(told: Any) -> Any:
    if isinstance(told, list):
        return [_rows(each) if type(each) in _NESTED else each for each in told]
    if not isinstance(told, dict):
        return told
    if _TABLE in told:
        columns = {key: _rows(value) for key, value in told[_TABLE].items()}
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    if _SPANS in told:
        steps, lengths = told[_SPANS]
        return [[start, start + length] for start, length in zip(accumulate(steps), lengths, strict=True)]
    return {key: _rows(value) for key, value in told.items()}


def as_saved(page: Page) -> bytes | None:
    """The page's bytes, if its text in its encoding hashes to what the page's bytes hash to; else None."""
    for encoding in (page.origin.encoding or "utf-8", "utf-8"):
        try:
            data = page.source.encode(
                encoding, "surrogatepass" if encoding.lower() in ("utf-8", "utf8") else "strict"
            )
        except (LookupError, UnicodeError):
            continue
        for mark in (b"", codecs.BOM_UTF8):
            if hashlib.sha256(mark + data).hexdigest() == page.origin.sha256:
                return mark + data
    return None


def decoded(data: bytes, encoding: str | None) -> str | None:
    """The source that the bytes give in this encoding; None if they give none without doubt."""
    try:
        if data.startswith(codecs.BOM_UTF8):
            return data[3:].decode("utf-8")
        return data.decode(
            encoding or "utf-8", "surrogatepass" if (encoding or "utf-8").lower() == "utf-8" else "strict"
        )
    except (LookupError, UnicodeError):
        return None
