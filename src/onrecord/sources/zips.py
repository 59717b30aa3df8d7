"""Zip archives, WACZ among them: their entries as bounded stretches of bytes, never as paths.

Nothing is unpacked to the disk under a name from inside. The list of entries is measured before it is
loaded, entries may not overlap, and what comes out of one is counted while it comes.
"""

import os
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from io import SEEK_CUR, SEEK_END, SEEK_SET, RawIOBase
from typing import BinaryIO, cast

import msgspec

from ..record import Reason
from .limits import LIMITS, MIB, Limits, Readable, Unreadable, read_capped

_END = struct.Struct("<4s4H2LH")
_END64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_MOST_LIST = 64 * MIB
_ARCHIVE = re.compile(r"(?:.*/)?archive/[^/]+\.(?:warc|arc)(?:\.gz|\.zst|\.lz4)?\Z", re.I)
_PAGE_LIST = re.compile(r"pages/[^/]+\.jsonl\Z", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One file inside: its name, where its bytes begin in the zip, how many they are, whether packed."""

    name: str
    offset: int
    size: int
    packed: int
    stored: bool


def entries(file: BinaryIO, name: str, *, limits: Limits = LIMITS) -> list[Entry]:
    """The files inside, in the order they stand there; an archive that lies about them is not read."""
    _measure(file, name, limits)
    try:
        with zipfile.ZipFile(file) as archive:
            listed = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error, EOFError) as error:
        raise Unreadable(Reason.BAD_ARCHIVE, f"{name} is not a whole zip archive: {_words(error)}.") from None
    listed.sort(key=lambda info: info.header_offset)
    found = []
    before = 0
    for info in listed:
        if info.flag_bits & 1:
            raise Unreadable(Reason.BAD_ARCHIVE, f"{name} is locked with a password.")
        offset = _data_offset(file, info)
        if offset is None or info.header_offset < before:
            raise Unreadable(Reason.BAD_ARCHIVE, f"{name} has entries that overlap or are cut off.")
        before = offset + info.compress_size
        stored = info.compress_type == zipfile.ZIP_STORED
        found.append(Entry(info.filename, offset, info.file_size, info.compress_size, stored))
    return found


def is_wacz(found: list[Entry]) -> bool:
    """Whether these are the entries of a web archive collection."""
    return any(_ARCHIVE.match(entry.name) for entry in found)


def archives_in(found: list[Entry]) -> list[Entry]:
    """The WARC files of a WACZ."""
    return [entry for entry in found if _ARCHIVE.match(entry.name)]


def pages_listed(
    file: BinaryIO, name: str, found: list[Entry], limits: Limits = LIMITS
) -> frozenset[str] | None:
    """The addresses that a WACZ names as its pages; None where it has no such list."""
    lists = [entry for entry in found if _PAGE_LIST.match(entry.name)]
    addresses = set()
    for entry in lists:
        try:
            lines = read_entry(file, entry, f"{name}!{entry.name}", limits).splitlines()
        except Unreadable:
            continue
        for line in lines:
            try:
                row = msgspec.json.decode(line)
            except (msgspec.DecodeError, RecursionError):
                continue
            if isinstance(row, dict) and isinstance(row.get("url"), str):
                addresses.add(bare(row["url"]))
    return frozenset(addresses) if addresses else None


def bare(url: str) -> str:
    """The address without its fragment, which no server is ever told."""
    return url.partition("#")[0]


def read_entry(file: BinaryIO, entry: Entry, where: str, limits: Limits = LIMITS) -> bytes:
    """The bytes of one entry, within the caps whatever its size is said to be."""
    window = Window(file, entry.offset, entry.packed)
    stream: Readable = window if entry.stored else _Inflated(window)
    try:
        return read_capped(stream, where=where, packed=max(entry.packed, 1), limits=limits)
    except (zlib.error, OSError) as error:
        raise Unreadable(Reason.BAD_RECORD, f"{where} cannot be unpacked: {_words(error)}.") from None


class Window(RawIOBase):
    """A stretch of a file as a file of its own."""

    def __init__(self, file: BinaryIO, offset: int, size: int) -> None:
        super().__init__()
        self._file = file
        self._offset = offset
        self._size = size
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = SEEK_SET) -> int:
        start = {SEEK_SET: 0, SEEK_CUR: self._at, SEEK_END: self._size}[whence]
        self._at = max(0, start + offset)
        return self._at

    def read(self, size: int = -1) -> bytes:
        left = max(0, self._size - self._at)
        self._file.seek(self._offset + self._at)
        data = self._file.read(left if size is None or size < 0 else min(size, left))
        self._at += len(data)
        return data

    def peek(self, place: int, size: int) -> bytes:
        """Some bytes from a place, without moving there."""
        return os.pread(self._file.fileno(), max(0, min(size, self._size - place)), self._offset + place)

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)


class _Inflated:
    """A deflated stretch as it was."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._opener = zlib.decompressobj(-zlib.MAX_WBITS)

    def read(self, size: int = -1, /) -> bytes:
        while not self._opener.eof:
            packed = self._opener.unconsumed_tail or self._window.read(64 << 10)
            out = self._opener.decompress(packed, max(size, 1))
            if out:
                return out
            if not packed:
                raise OSError("it ends in the middle")
        return b""


def _measure(file: BinaryIO, name: str, limits: Limits) -> None:
    """Refuse a list of entries that is longer than any archive's before it is loaded."""
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - 66_000))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < _END.size:
        raise Unreadable(
            Reason.BAD_ARCHIVE, f"{name} is not a whole zip archive: its list of entries is missing."
        )
    _, _, _, _, count, length, _, _ = _END.unpack_from(tail, at)
    if at >= _LOCATOR.size and (count == 0xFFFF or length == 0xFFFFFFFF):
        magic, _, place, _ = _LOCATOR.unpack_from(tail, at - _LOCATOR.size)
        if magic == b"PK\x06\x07":
            file.seek(min(place, size))
            record = file.read(_END64.size)
            if len(record) == _END64.size:
                _, _, _, _, _, _, _, count, length, _ = _END64.unpack(record)
    if count > limits.entries or length > _MOST_LIST:
        raise Unreadable(Reason.BAD_ARCHIVE, f"{name} lists {count:,} entries, more than {limits.entries:,}.")


def _data_offset(file: BinaryIO, info: zipfile.ZipInfo) -> int | None:
    """Where the bytes begin: behind a head whose length the list does not tell."""
    if info.header_offset < 0:
        # zipfile counts from the end, so that a clipped archive has places before its start
        return None
    file.seek(info.header_offset)
    head = file.read(30)
    if len(head) < 30 or not head.startswith(b"PK\x03\x04"):
        return None
    name_length, extra_length = struct.unpack_from("<2H", head, 26)
    return info.header_offset + 30 + int(name_length) + int(extra_length)


def _words(error: BaseException) -> str:
    return " ".join(str(error).split())[:200].rstrip(".") or type(error).__name__
