"""Tables of pages: JSON lines and Parquet with a page a row, and text corpora with a document a line."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, BinaryIO, Protocol, cast

import msgspec

from ..errors import MissingExtraError
from ..record import Form, Reason, Unread
from .limits import LIMITS, MIB, Limits, Readable
from .records import Saved


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns hold what; None: the first there is of the names that such tables use."""

    page: str | None = None
    url: str | None = None
    saved: str | None = None


_PAGE_NAMES = ("html", "raw_html", "page", "source_html", "content", "text", "plain_text", "maintext", "body")
_URL_NAMES = ("url", "link", "uri", "requested_url", "source_url", "WARC-Target-URI")
_SAVED_NAMES = (
    "saved", "crawled", "crawl_date", "fetched", "fetch_time", "date_download", "timestamp", "WARC-Date",
)  # fmt: skip


class Lines(Protocol):
    """Anything that gives lines."""

    def readline(self, size: int = -1, /) -> bytes: ...


def rows_of_lines(
    file: BinaryIO | Lines,
    name: str,
    columns: Columns,
    *,
    start: int = 0,
    stop: int | None = None,
    limits: Limits = LIMITS,
) -> Iterator[Saved | Unread]:
    """A page for each line of JSON that begins in `[start, stop)`; names give the byte the line begins at."""
    for place, line in _lines(file, start, stop, limits):
        where = f"{name}#{place}"
        if line is None:
            yield _too_long(where, limits)
            continue
        if not line.strip():
            continue
        try:
            row = msgspec.json.decode(line)
        except (msgspec.DecodeError, RecursionError) as error:
            yield Unread(Reason.BAD_RECORD, f"{where} is not a line of JSON: {error}.", name=where)
            continue
        yield _of_row(row, where, columns)


def texts_of_lines(
    file: BinaryIO | Lines, name: str, *, start: int = 0, stop: int | None = None, limits: Limits = LIMITS
) -> Iterator[Saved | Unread]:
    """A flat page for each line of text that begins in `[start, stop)`."""
    for place, line in _lines(file, start, stop, limits):
        where = f"{name}#{place}"
        if line is None:
            yield _too_long(where, limits)
        elif line.strip():
            yield Saved(where, line.rstrip(b"\r\n"), form=Form.FLAT)


def line_starts(file: BinaryIO, about: int) -> Iterator[int]:
    """Places at which lines begin, some `about` bytes apart, from 0 on."""
    size = file.seek(0, 2)
    place = 0
    while place < size:
        yield place
        file.seek(place + about)
        while (piece := file.read(64 << 10)) and b"\n" not in piece:
            pass
        if not piece:
            return
        place = file.tell() - len(piece) + piece.index(b"\n") + 1


def rows_of_parquet(
    path: str, columns: Columns, *, groups: range, limits: Limits = LIMITS
) -> Iterator[Saved | Unread]:
    """A page for each row of some row groups of a Parquet file; names give the row's number in the file."""
    parquet = _parquet()
    try:
        with parquet.ParquetFile(path, memory_map=False) as table:
            names = table.schema_arrow.names
            wanted = [_column(names, given, known) for given, known in _wanted(columns)]
            if wanted[0] is None:
                yield Unread(
                    Reason.NOT_A_PAGE,
                    f"{path} has no column of pages; its columns are {', '.join(names[:12])}: name one with "
                    "--columns page=NAME.",
                    name=path,
                )
                return
            before = sum(table.metadata.row_group(group).num_rows for group in range(groups.start))
            present = [column for column in wanted if column is not None]
            number = before
            for batch in table.iter_batches(batch_size=16, row_groups=list(groups), columns=present):
                for row in batch.to_pylist():
                    yield _of_row(row, f"{path}#row-{number}", Columns(*wanted))
                    number += 1
    except (OSError, ValueError, RuntimeError, KeyError, NotImplementedError) as error:
        # pyarrow's own errors are of these kinds
        words = " ".join(str(error).split())[:200].rstrip(".")
        yield Unread(
            Reason.BAD_ARCHIVE, f"{path} is not a Parquet table that can be read: {words}.", name=path
        )


def rows_in_groups(path: str, columns: Columns) -> list[int]:
    """How many rows each row group of a Parquet file has; nothing for one that cannot be read or has no pages."""
    parquet = _parquet()
    try:
        table = parquet.ParquetFile(path)
        if _column(table.schema_arrow.names, columns.page, _PAGE_NAMES) is None:
            return []
        told = table.metadata
        return [told.row_group(group).num_rows for group in range(told.num_row_groups)]
    except (OSError, ValueError, RuntimeError):
        return []


def _parquet() -> Any:
    try:
        import pyarrow.parquet
    except ImportError:
        raise MissingExtraError("Reading Parquet", "parquet") from None
    return pyarrow.parquet


def _wanted(columns: Columns) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
    return (columns.page, _PAGE_NAMES), (columns.url, _URL_NAMES), (columns.saved, _SAVED_NAMES)


def _column(names: Mapping[str, object] | list[str], given: str | None, known: tuple[str, ...]) -> str | None:
    if given is not None:
        return given if given in names else None
    return next((name for name in known if name in names), None)


def _of_row(row: object, where: str, columns: Columns) -> Saved | Unread:
    if not isinstance(row, dict):
        return Unread(Reason.BAD_RECORD, f"{where} is JSON, but not an object with named fields.", name=where)
    page, url, saved = (_column(row, given, known) for given, known in _wanted(columns))
    data = row.get(page) if page else None
    if not isinstance(data, (str, bytes)):
        told = f"field {columns.page}" if columns.page else "field that holds a page"
        named = ", ".join(str(name)[:40] for name in list(row)[:12]) or "none"
        return Unread(
            Reason.BAD_RECORD,
            f"{where} has no {told}; its fields are {named}: name one with --columns page=NAME.",
            name=where,
        )
    address = row.get(url) if url else None
    return Saved(
        where,
        data,
        address if isinstance(address, str) and address else None,
        _moment(row.get(saved)) if saved else None,
    )


def _moment(value: object) -> datetime | None:
    """A time as tables hold them: a datetime, ISO 8601, the 14 digits of web archives, seconds since 1970."""
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    try:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            seconds = value / 1000 if value > 1e11 else value
            return datetime.fromtimestamp(seconds, UTC)
        if isinstance(value, str):
            if value.isdigit() and len(value) == 14:
                return datetime.strptime(value, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
            return datetime.fromisoformat(value)
    except (ValueError, OverflowError, OSError):
        pass
    return None


def _lines(
    file: BinaryIO | Lines, start: int, stop: int | None, limits: Limits
) -> Iterator[tuple[int, bytes | None]]:
    """Lines with the byte each begins at; None in place of one that is longer than a line may be."""
    if start and not isinstance(file, Unpacked):
        cast(BinaryIO, file).seek(start)
    place = start
    while stop is None or place < stop:
        line = file.readline(limits.line)
        if not line:
            return
        begin, place = place, place + len(line)
        if len(line) < limits.line or line.endswith(b"\n"):
            yield begin, line
            continue
        while (rest := file.readline(1 << 20)) and not rest.endswith(b"\n"):
            place += len(rest)
        place += len(rest)
        yield begin, None


def _too_long(where: str, limits: Limits) -> Unread:
    return Unread(Reason.TOO_LARGE, f"{where} is a line of more than {limits.line // MIB} MiB.", name=where)


class Unpacked:
    """A compressed stream as a file that gives lines; it can only be read on."""

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._rest = bytearray()

    def readline(self, size: int = -1, /) -> bytes:
        """A line, or as much of it as `size` allows."""
        seen = 0
        while True:
            end = self._rest.find(b"\n", seen)
            if end >= 0 or 0 <= size <= len(self._rest):
                break
            seen = len(self._rest)
            piece = self._stream.read(256 << 10)
            if not piece:
                break
            self._rest += piece
        end = end + 1 if end >= 0 else len(self._rest)
        end = min(end, size) if size >= 0 else end
        line = bytes(self._rest[:end])
        del self._rest[:end]
        return line
