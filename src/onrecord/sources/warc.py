"""WARC web archives: the pages in a file, from any record on, with damaged records named and stepped over.

`fastwarc` reads the records. It stops at the first one that is damaged; here the next one is looked for, and
the damage is told with its place. The same walk, with the same result, is what a worker does that was given
only a range of records, so that one large file uses every core.
"""

import os
import re
import zlib
from collections.abc import Iterator
from io import RawIOBase
from typing import BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from ..record import Form, Reason, Unread
from .http import answer_in
from .limits import LIMITS, MIB, Limits, Unreadable
from .records import Saved, Step
from .zips import Window

RECOVERIES = 10_000
"""So often is the next record looked for in one file; one that needs more is a trap."""

_HEAD = 64 << 10  # by so much a record may be longer than its page: the HTTP head
_KINDS = (
    WarcRecordType.response,
    WarcRecordType.resource,
    WarcRecordType.conversion,
    WarcRecordType.revisit,
)
_PLAIN = re.compile(rb"(?:\A|(?<=\n))WARC/\d\.\d+\r?\n")
_MAGICS = {
    "gzip": re.compile(re.escape(b"\x1f\x8b\x08")),
    "zstd": re.compile(re.escape(b"\x28\xb5\x2f\xfd")),
    "lz4": re.compile(re.escape(b"\x04\x22\x4d\x18")),
    "plain": _PLAIN,
}
_LENGTH = re.compile(rb"\ncontent-length:[ \t]*(\d{1,18})[ \t]*\r?\n", re.I)
_PIECE = 1 << 20
_DICTIONARY = b"\x5d\x2a\x4d\x18"  # the frame in which a .warc.zst has the dictionary of all its records
_LONGEST_DICTIONARY = 16 << 20


def walk(
    file: BinaryIO, name: str, *, start: int = 0, whole: bool = False, limits: Limits = LIMITS
) -> Iterator[Step]:
    """Every record from byte `start` on that holds or stands for a page, and every damage, in order.

    `whole` says that the file is packed as one (see `packed_as_one`): then it has no places to begin at.
    """
    packing = _packing(file)
    size = file.seek(0, 2)
    number = 0
    position = start
    for _ in range(RECOVERIES):
        at: int | None = None  # where the last record that was read begins
        failed = position  # where the one begins that is being read
        why = ""
        inside = 0  # how many records before it were packed together with it
        try:
            led, shift = _led(file, position)
            for record in ArchiveIterator(led, parse_http=False):
                number += 1
                begins = record.stream_pos + shift
                inside = inside + 1 if at == begins else 0
                at = failed = 0 if whole else begins
                if record.record_type not in _KINDS:
                    continue
                # behind damage, a file may turn out to be packed as one from there on
                offset = None if whole or inside or not _begins_at(file, packing, at) else at
                called = f"{name}#record-{number}" if whole else f"{name}#{at}" + f"+{inside}" * bool(inside)
                if record.content_length > limits.page + _HEAD:
                    yield Step(offset, _oversize(record, called, limits))
                    if not whole:
                        # to step over it would be to unpack it all; the next one can be found without
                        break
                    if record.content_length > 64 * limits.page:
                        return
                    continue
                body = record.reader.read(record.content_length) if record.content_length else b""
                if len(body) < record.content_length:
                    why = f"it says {record.content_length:,} bytes and holds {len(body):,}"
                    break
                yield Step(offset, _saved(record, body, called, limits))
            else:
                return
        except OSError as error:
            why = " ".join(str(error).split()).rstrip(".")
            if whole:
                where = f"{name}#record-{number + 1}"
                yield Step(None, Unread(Reason.BAD_RECORD, _damage(where, why), name=where))
                return
            if at is not None:
                # the one at `at` was whole, or the reading of it would have said so
                failed = _end_of(file, packing, at) or at
        resume = _next_start(file, packing, at, failed)
        if why and not _only_blanks(file, failed, resume if resume is not None else size):
            where = f"{name}#{failed}"
            yield Step(None, Unread(Reason.BAD_RECORD, _damage(where, why), name=where))
        if resume is None:
            return
        position = resume
    where = f"{name}#{position}"
    yield Step(
        None, Unread(Reason.BAD_ARCHIVE, f"{where} follows more damage than is looked through.", name=where)
    )


def packed_as_one(file: BinaryIO) -> bool:
    """Whether the file is compressed as a whole, so that one cannot begin in its middle."""
    packing = _packing(file)
    if packing == "plain":
        return False
    file.seek(0)
    try:
        for count, record in enumerate(ArchiveIterator(file, parse_http=False)):
            if count:
                file.seek(record.stream_pos)
                return not _MAGICS[packing].match(file.read(16))
    except OSError:
        pass
    return False


def _saved(record: WarcRecord, body: bytes, called: str, limits: Limits) -> Saved | Unread:
    url = _address(record.headers.get("WARC-Target-URI"))
    captured = record.record_date
    kind = record.record_type
    if kind == WarcRecordType.revisit:
        return Unread(
            Reason.PASSED_OVER,
            f"{called} ({url}) is passed over: the same as at an earlier visit.",
            name=called,
        )
    if kind == WarcRecordType.conversion:
        return Saved(called, body, url, captured, form=Form.FLAT)
    content_type = record.headers.get("Content-Type") or ""
    if not body.startswith(b"HTTP/") and "application/http" not in content_type:
        headers = (("Content-Type", content_type),) if content_type else ()
        return Saved(called, body, url, captured, headers)
    try:
        answer = answer_in(body, where=called, limits=limits)
    except Unreadable as error:
        return error.unread(called)
    return Saved(called, answer.body, url, captured, answer.headers, answer.status)


def _address(value: str | None) -> str | None:
    # wget once wrote the address in angle brackets
    return value.strip().removeprefix("<").removesuffix(">") or None if value else None


def _oversize(record: WarcRecord, called: str, limits: Limits) -> Unread:
    return Unread(
        Reason.TOO_LARGE,
        f"{called} is said to be {record.content_length / MIB:,.0f} MiB long, more than the "
        f"{limits.page // MIB} MiB that a page may have.",
        name=called,
    )


def _damage(where: str, why: str) -> str:
    return f"{where} is not a whole WARC record: {why}."


def _packing(file: BinaryIO) -> str:
    file.seek(0)
    head = file.read(16)
    for packing in ("gzip", "zstd", "lz4"):
        if _MAGICS[packing].match(head):
            return packing
    # a .warc.zst may begin with a frame that is stepped over and holds its dictionary
    return "zstd" if head[1:4] == b"\x2a\x4d\x18" and 0x50 <= (head[0] if head else 0) <= 0x5F else "plain"


def _led(file: BinaryIO, position: int) -> tuple[BinaryIO, int]:
    """The file from a place on, and by how much its places are too low.

    If it begins with a dictionary for all its records, that comes first: `fastwarc` looks for it at the head.
    """
    file.seek(0)
    head = file.read(8)
    if position and head.startswith(_DICTIONARY) and len(head) == 8:
        length = 8 + int.from_bytes(head[4:], "little")
        if length <= min(position, _LONGEST_DICTIONARY):
            return cast(BinaryIO, _Led(file, length, position)), position - length
    file.seek(position)
    return file, 0


class _Led(RawIOBase):
    """A file's first bytes and then what begins at a place."""

    def __init__(self, file: BinaryIO, length: int, position: int) -> None:
        super().__init__()
        file.seek(0)
        self._head = file.read(length)
        self._file = file
        self._shift = position - length
        self._at = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        if self._at < len(self._head):
            data = self._head[self._at : None if size < 0 else self._at + size]
        else:
            self._file.seek(self._at + self._shift)
            data = self._file.read(size)
        self._at += len(data)
        return data

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)


def _begins_at(file: BinaryIO, packing: str, place: int) -> bool:
    """Whether something packed begins there; asked without moving the file, which is being read."""
    if packing == "plain" or not hasattr(os, "pread"):
        return True
    if isinstance(file, Window):
        return bool(_MAGICS[packing].match(file.peek(place, 16)))
    return bool(_MAGICS[packing].match(os.pread(file.fileno(), 16, place)))


def _next_start(file: BinaryIO, packing: str, at: int | None, failed: int) -> int | None:
    """Where the next record begins: beyond `at` and not at `failed`; None if there is none.

    A record whose length is a few bytes off leaves the next one beginning a little before where it should.
    """
    begin = failed + 1 if at is None or at == failed else max(at + 1, failed - 16)
    magic = _MAGICS[packing]
    overlap = 64
    while True:
        file.seek(max(begin - 1, 0))
        piece = file.read(_PIECE + overlap)
        shift = max(begin - 1, 0)
        for found in magic.finditer(piece, begin - shift):
            place = shift + found.start()
            if found.start() >= _PIECE:
                break
            if place != failed and _is_start(file, packing, place):
                return place
        if len(piece) <= _PIECE:
            return None
        begin = shift + _PIECE


def _is_start(file: BinaryIO, packing: str, place: int) -> bool:
    """Whether a packed record begins there: three magic bytes also come about by chance."""
    if packing != "gzip":
        return True
    file.seek(place)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(file.read(512), 5) == b"WARC/"
    except zlib.error:
        return False


def _end_of(file: BinaryIO, packing: str, at: int) -> int | None:
    """Where the record that begins at `at` ends; None where its packing does not tell."""
    file.seek(at)
    if packing == "plain":
        head = file.read(_HEAD)
        end = re.search(rb"\r?\n\r?\n", head)
        length = _LENGTH.search(head[: end.end()]) if end else None
        if not end or not length:
            return None
        place = file.seek(at + end.end() + int(length[1]))
        blanks = file.read(4)
        return place + len(blanks) - len(blanks.lstrip(b"\r\n"))
    if packing != "gzip":
        return None
    opener = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        while piece := file.read(64 << 10):
            while piece:
                opener.decompress(piece, 1 << 20)
                piece = opener.unconsumed_tail
            if opener.eof:
                return file.tell() - len(opener.unused_data)
    except zlib.error:
        pass
    return None


def _only_blanks(file: BinaryIO, begin: int, end: int) -> bool:
    """Whether nothing but line breaks stands between; then nothing is lost."""
    if end - begin > 64:
        return False
    file.seek(begin)
    return not file.read(max(0, end - begin)).strip()
