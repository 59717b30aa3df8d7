"""Saved pages and readings as they lie in the file: compressed with zstd."""

import codecs
import hashlib
import html
import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, islice
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
_LONG = 6
"""The shortest repetition that is looked for in a page full of noise: keys, hashes, pictures in base 64. By
chance three or four of such letters stand elsewhere too, and pointing there takes more room than they do."""
_MOST = 1 << 30
"""A body that claims to be larger than this is not one of ours."""


def pack(data: bytes, base: bytes | None = None) -> bytes:
    """Compressed; with `base`, a page of the same site, what both have in common costs next to nothing.

    Once as words want it and once as noise does; the shorter of the two is kept. A page of tracking keys is a
    twentieth smaller for it, and both together take 5 ms.
    """
    known = None if base is None else _dictionary(base)
    size = 0 if base is None else len(base)
    short, long = (
        zstandard.ZstdCompressor(
            compression_params=zstandard.ZstdCompressionParameters.from_level(
                _LEVEL, source_size=len(data), dict_size=size, **more
            ),
            dict_data=known,
        ).compress(data)
        for more in ({}, {"min_match": _LONG})
    )
    return min(short, long, key=len)


def unpack(data: bytes, base: bytes | None = None) -> bytes:
    """As it was."""
    if base is None:
        return zstandard.ZstdDecompressor().decompress(data, max_output_size=_MOST)
    return zstandard.ZstdDecompressor(dict_data=_dictionary(base)).decompress(data, max_output_size=_MOST)


@lru_cache(maxsize=16)
def _dictionary(raw: bytes) -> zstandard.ZstdCompressionDict:
    # zstd takes dictionaries of eight bytes and more.
    return zstandard.ZstdCompressionDict(raw.ljust(8), dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def pack_reading(reading: Reading, source: str) -> bytes:
    """The reading's JSON without what can be told from the page, turned into columns and compressed with the
    page's source as dictionary.

    A block's text is what its stretch of the source shows, the article's text its blocks one after the other.
    Places grow from item to item, so it is the steps between them that are kept, like beside like. Of real
    readings that leaves 6.2 kB where the JSON compressed with the page takes 11.
    """
    told = msgspec.json.decode(to_json(reading))
    article = told["article"]
    text: str = article["text"]
    for entity in told["entities"]:
        for mention in entity["mentions"]:
            start, end = mention["span"]
            if text[start:end] == mention["text"]:
                mention["text"] = None
    if _joined(article["blocks"]) == text:
        article["text"] = None
    for part in article["blocks"]:
        block = part["block"]
        start, end = block["source"]
        if source[start:end] == block["text"]:
            block["text"] = None
        elif _shown(source[start:end]) == block["text"]:
            block["text"] = True
    packed = msgspec.json.encode(_columns(told))
    return zstandard.ZstdCompressor(level=_LEVEL, dict_data=_raw(source)).compress(packed)


def unpack_reading(data: bytes, source: str) -> Outcome:
    """The reading as it was."""
    plain = zstandard.ZstdDecompressor(dict_data=_raw(source)).decompress(data, max_output_size=_MOST)
    told = _rows(msgspec.json.decode(plain))
    article = told["article"]
    for part in article["blocks"]:
        block = part["block"]
        if not isinstance(block["text"], str):
            start, end = block["source"]
            block["text"] = source[start:end] if block["text"] is None else _shown(source[start:end])
    if article["text"] is None:
        article["text"] = _joined(article["blocks"])
    text: str = article["text"]
    for entity in told["entities"]:
        for mention in entity["mentions"]:
            if mention["text"] is None:
                start, end = mention["span"]
                mention["text"] = text[start:end]
    return from_json(msgspec.json.encode(told))


_TAG = re.compile("<[^>]*>")


def _shown(source: str) -> str:
    """What a stretch of the source shows, in the simplest way of telling; where the reading has it otherwise
    it keeps its own words."""
    return " ".join(html.unescape(_TAG.sub("", source)).split())


def _joined(parts: list[dict[str, Any]]) -> str:
    """The article's text if it is no more than its blocks."""
    return "\n\n".join(part["block"]["text"] for part in parts if part["span"] is not None)


def _raw(source: str) -> zstandard.ZstdCompressionDict:
    raw = source.encode("utf-8", "surrogatepass").ljust(8)
    return zstandard.ZstdCompressionDict(raw, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


_NESTED = {dict, list}
_TABLE, _SPANS, _FLAT, _PAIRS, _SPARSE, _SHARES = "|t", "|s", "|f", "|p", "|o", "|d"
"""Keys that no noun has: like objects as columns; places as steps and lengths; lists laid end to end with
their lengths; pairs as two columns; what is there among nothings; shares of one in ten-thousandths."""


def _columns(told: Any) -> Any:
    if isinstance(told, dict):
        return {key: _columns(value) if type(value) in _NESTED else value for key, value in told.items()}
    kinds = set(map(type, told))
    if kinds == {float}:
        shares = [round(value * 10_000) for value in told]
        return {_SHARES: shares} if [share / 10_000 for share in shares] == told else told
    if not kinds & _NESTED:
        return told
    first = told[0]
    if kinds == {dict} and first and all(each.keys() == first.keys() for each in told):
        return {_TABLE: {key: _columns([each[key] for each in told]) for key in first}}
    if kinds == {list, type(None)}:
        there = [each for each in told if each is not None]
        return {_SPARSE: [[int(each is not None) for each in told], _columns(there)]}
    if kinds == {list} and set(map(len, told)) == {2}:
        starts, ends = ([each[place] for each in told] for place in (0, 1))
        if set(map(type, starts)) | set(map(type, ends)) == {int}:
            steps = [b - a for a, b in zip([0, *starts], starts, strict=False)]
            return {_SPANS: [steps, [end - start for start, end in told]]}
        return {_PAIRS: [_columns(starts), _columns(ends)]}
    if kinds == {list}:
        return {_FLAT: [list(map(len, told)), _columns([each for some in told for each in some])]}
    return [_columns(each) if type(each) in _NESTED else each for each in told]


def _rows(told: Any) -> Any:
    if isinstance(told, list):
        return [_rows(each) if type(each) in _NESTED else each for each in told]
    if not isinstance(told, dict):
        return told
    if len(told) == 1:
        ((kind, value),) = told.items()
        if kind in _BACK:
            return _BACK[kind](value)
    return {key: _rows(value) for key, value in told.items()}


def _from_table(value: Any) -> list[Any]:
    columns = {key: _rows(column) for key, column in value.items()}
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _from_spans(value: Any) -> list[Any]:
    steps, lengths = value
    return [[start, start + length] for start, length in zip(accumulate(steps), lengths, strict=True)]


def _from_flat(value: Any) -> list[Any]:
    every = iter(_rows(value[1]))
    return [list(islice(every, length)) for length in value[0]]


def _from_pairs(value: Any) -> list[Any]:
    return [list(pair) for pair in zip(_rows(value[0]), _rows(value[1]), strict=True)]


def _from_sparse(value: Any) -> list[Any]:
    there = iter(_rows(value[1]))
    return [next(there) if is_there else None for is_there in value[0]]


def _from_shares(value: Any) -> list[Any]:
    return [share / 10_000 for share in value]


_BACK: dict[str, Callable[[Any], list[Any]]] = {
    _TABLE: _from_table,
    _SPANS: _from_spans,
    _FLAT: _from_flat,
    _PAIRS: _from_pairs,
    _SPARSE: _from_sparse,
    _SHARES: _from_shares,
}


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
