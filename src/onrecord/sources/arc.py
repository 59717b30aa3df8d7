"""ARC files, the web archives from before WARC: a line that describes each record, then the record.

No library that is kept up reads them, and they are simple. They are read from the start: the format is old,
the files are small.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import BinaryIO

from ..record import Reason, Unread
from .http import answer_in
from .kinds import SourceKind
from .limits import FAILURES, LIMITS, MIB, Limits, Readable, Unreadable, opened
from .records import Saved, Step

_LONGEST_LINE = 16 << 10
_MOST_JUNK = 100_000  # lines looked through for the next record after damage


def walk_arc(file: BinaryIO, name: str, *, limits: Limits = LIMITS) -> Iterator[Step]:
    """Every record that holds a page, and every damage, in order; names count the records from 1."""
    file.seek(0)
    packed = file.read(2) == b"\x1f\x8b"
    file.seek(0)
    lines = _Lines(opened(file, SourceKind.GZIP, where=name) if packed else file)
    number = 0
    try:
        while (line := lines.next()) is not None:
            if not line.strip():
                continue
            number += 1
            where = f"{name}#record-{number}"
            described = _described(line)
            if described is None:
                yield _bad(where, "its first line does not describe a record")
                if (line := _after_junk(lines)) is None:
                    return
                lines.put_back(line)
                continue
            url, date, media, length = described
            if length > limits.page:
                yield Step(
                    None,
                    Unread(
                        Reason.TOO_LARGE,
                        f"{where} is {length / MIB:,.0f} MiB long, too much for a page.",
                        name=where,
                    ),
                )
                lines.skip(length)
                continue
            body = lines.read(length)
            if len(body) < length:
                yield _bad(where, f"it says {length:,} bytes and holds {len(body):,}")
                return
            if url.startswith("filedesc:"):
                continue
            yield Step(None, _saved(where, url, date, media, body, limits))
    except FAILURES as error:
        yield _bad(f"{name}#record-{number + 1}", " ".join(str(error).split()).rstrip(".") or "it is damaged")


def _saved(where: str, url: str, date: str, media: str, body: bytes, limits: Limits) -> Saved | Unread:
    captured = _moment(date)
    if not body.startswith(b"HTTP/"):
        return Saved(where, body, url, captured, (("Content-Type", media),))
    try:
        answer = answer_in(body, where=where, limits=limits)
    except Unreadable as error:
        return error.unread(where)
    return Saved(where, answer.body, url, captured, answer.headers, answer.status)


def _described(line: bytes) -> tuple[str, str, str, int] | None:
    """Address, date, type and length; the address may hold blanks, so the others are counted from the end."""
    words = line.decode("utf-8", "replace").split()
    for after in (4, 9):  # version 1; version 2 has five more
        if len(words) <= after:
            continue
        address, ip_to_length = " ".join(words[:-after]), words[-after:]
        date, media, length = ip_to_length[1], ip_to_length[2], ip_to_length[-1]
        if re.fullmatch(r"\d{8,17}", date) and re.fullmatch(r"\d{1,15}", length) and ":" in address:
            return address, date, media, int(length)
    return None


def _after_junk(lines: "_Lines") -> bytes | None:
    for _ in range(_MOST_JUNK):
        line = lines.next()
        if line is None or _described(line):
            return line
    return None


def _moment(date: str) -> datetime | None:
    try:
        return datetime.strptime(date[:14].ljust(14, "0"), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    except ValueError:
        return None


def _bad(where: str, why: str) -> Step:
    return Step(None, Unread(Reason.BAD_RECORD, f"{where} is not a whole ARC record: {why}.", name=where))


class _Lines:
    """Lines and stretches of bytes from one stream, neither ever longer than asked for."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._rest = b""
        self._back: bytes | None = None

    def next(self) -> bytes | None:
        if self._back is not None:
            line, self._back = self._back, None
            return line
        while b"\n" not in self._rest and len(self._rest) < _LONGEST_LINE:
            piece = self._stream.read(64 << 10)
            if not piece:
                break
            self._rest += piece
        if not self._rest:
            return None
        end = self._rest.find(b"\n", 0, _LONGEST_LINE)
        end = end + 1 if end >= 0 else min(len(self._rest), _LONGEST_LINE)
        line, self._rest = self._rest[:end], self._rest[end:]
        return line

    def put_back(self, line: bytes) -> None:
        self._back = line

    def read(self, size: int) -> bytes:
        pieces = [self._rest[:size]]
        have = len(pieces[0])
        self._rest = self._rest[size:]
        while have < size:
            piece = self._stream.read(min(size - have, 256 << 10))
            if not piece:
                break
            pieces.append(piece)
            have += len(piece)
        return b"".join(pieces)

    def skip(self, size: int) -> None:
        while size > 0:
            piece = self.read(min(size, 1 << 20))
            if not piece:
                return
            size -= len(piece)
