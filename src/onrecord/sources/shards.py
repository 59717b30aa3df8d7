"""How sources are cut into shards, the pieces of work that travel, and what a shard holds.

A shard is a path and a range in it: small, plain, and the same thing is found in it wherever it is opened.
"""

import glob
import os
import stat
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from typing import BinaryIO, cast

from ..errors import MissingExtraError
from ..record import Reason, Unread
from . import feeds, tables, zips
from .arc import walk_arc
from .kinds import COMPRESSED, SourceKind, kind_of_bytes, kind_of_text
from .limits import FAILURES, LIMITS, Limits, Unreadable, opened, read_capped
from .records import Saved, Step
from .tables import Columns, Unpacked
from .zips import Window, bare


class ShardKind(StrEnum):
    """How a shard is opened."""

    FILES = "files"
    WARC = "warc"
    ARC = "arc"
    WACZ = "wacz"
    ZIP = "zip"
    FEED = "feed"
    JSON_LINES = "json_lines"
    TEXT_LINES = "text_lines"
    PARQUET = "parquet"
    UNREAD = "unread"


@dataclass(frozen=True, slots=True)
class Shard:
    """A piece of work: where it is and which part of it.

    `start` and `stop` are bytes (of a WARC, of JSON or text lines) or row groups (of Parquet). `skip` and
    `count` are items, counted from `start`; `count` None is all there are. `files` are single pages.
    `offset` and `size` are the stretch of a WACZ that its WARC takes up. `weight` is how many bytes of the
    source it stands for, by which progress is measured. `why` is why there is nothing to open.
    """

    kind: ShardKind
    path: str
    start: int = 0
    stop: int | None = None
    skip: int = 0
    count: int | None = None
    files: tuple[str, ...] = ()
    whole: bool = False
    offset: int = 0
    size: int = 0
    columns: Columns = field(default_factory=Columns)
    weight: int = 0
    why: Unread | None = None


_PACKINGS = (".gz", ".zst", ".br", ".lz4", ".bz2", ".xz")
_PAGE_ENDINGS = (
    ".html", ".htm", ".mhtml", ".mht", ".xhtml", ".xht", ".shtml", ".txt", ".md", ".php", ".asp", ".aspx",
)  # fmt: skip
_SOURCE_ENDINGS = (
    ".warc", ".wet", ".wat", ".arc", ".wacz", ".zip", ".jsonl", ".ndjson", ".json", ".parquet", ".rss",
    ".atom", ".xml",
)  # fmt: skip
_LINES_AT_ONCE = 1 << 20  # bytes of JSON or text lines in a shard: some 25 pages, or some 250 texts
_FILES_AT_ONCE = 16 << 20  # bytes of single pages in a shard
_LAST = 4 << 20  # so many bytes at the end of a web archive, some 100 pages, are cut finer
_FINER = 4  # by so much: 16 pages take four seconds, for which a worker may have to wait for the last one
_PARTS_OF_WHOLE = 16  # what can only be opened from its start is opened anew for each part, so there are few


def cut(
    sources: Iterable[str],
    *,
    columns: Columns | None = None,
    one_a_line: bool = False,
    pages: int = 64,
    limits: Limits = LIMITS,
) -> Iterator[Shard]:
    """Every source cut into shards of up to `pages` pages, in order; into smaller ones where its end is near, so
    that all workers have something to do until it comes.

    A source is a file, a folder (with all that is in it) or a pattern such as `news/**/*.html`.
    `one_a_line` takes text files for corpora with a document a line.
    """
    columns = columns or Columns()
    waiting: list[tuple[str, int]] = []
    for source in sources:
        for path in _paths(source):
            if isinstance(path, Shard):
                yield from _files(waiting)
                yield path
                continue
            size = os.stat(path).st_size
            kind = _kind_of_file(path, size, one_a_line)
            if kind is ShardKind.FILES:
                # the end of a folder is not seen coming
                if waiting and (
                    len(waiting) >= max(1, pages // _FINER)
                    or sum(s for _, s in waiting) + size > _FILES_AT_ONCE
                ):
                    yield from _files(waiting)
                waiting.append((path, size))
                continue
            yield from _files(waiting)
            if isinstance(kind, Unread):
                yield Shard(ShardKind.UNREAD, path, why=kind, weight=size)
            else:
                yield from _cut_file(path, kind, size, columns, pages, limits)
    yield from _files(waiting)


def items(shard: Shard, *, limits: Limits = LIMITS) -> Iterator[Saved | Unread]:
    """All that stands in a shard, in order: the same whenever and wherever it is opened."""
    found = _open(shard, limits)
    stop = None if shard.count is None else shard.skip + shard.count
    return islice(found, shard.skip, stop)


def total_weight(sources: Iterable[str]) -> int:
    """The bytes of all sources together, for telling how much is left."""
    found = (path for source in sources for path in _paths(source))
    return sum(os.stat(path).st_size for path in found if not isinstance(path, Shard))


def _paths(source: str) -> Iterator[str | Shard]:
    """The regular files that a source names, in a fixed order."""
    if source.startswith(("https://", "http://")):
        # `fetching` brings it; from there on it is a file like any other
        yield _nothing(source, Reason.NOT_FOUND, "is an address and not yet fetched")
        return
    if os.path.isdir(source):
        for folder, folders, names in os.walk(source):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                path = os.path.join(folder, name)
                if not name.startswith(".") and _is_file(path):
                    yield _named(path) if _may_be_source(name) else _passed(path)
        return
    if os.path.exists(source):
        known = _is_file(source)
        yield _named(source) if known else _nothing(source, Reason.NOT_A_PAGE, "is not a file or folder")
        return
    found = sorted(glob.glob(source, recursive=True)) if glob.has_magic(source) else []
    if not found:
        yield _nothing(source, Reason.NOT_FOUND, "is not there")
    for path in found:
        if _is_file(path):
            yield _named(path)


def _is_file(path: str) -> bool:
    """Whether it is a file with bytes in it, and not a pipe or device, which might never end."""
    try:
        return stat.S_ISREG(os.stat(path).st_mode)
    except OSError:
        return False


def _may_be_source(name: str) -> bool:
    plain = name.lower()
    for packing in _PACKINGS:
        plain = plain.removesuffix(packing)
    return "." not in plain or plain.endswith(_PAGE_ENDINGS + _SOURCE_ENDINGS)


def _named(path: str) -> str | Shard:
    """The path, if it can be told to anybody: a file system lets names be bytes that are no text."""
    return path if _shown(path) == path else _nothing(path, Reason.NOT_FOUND, "has a name that is no text")


def _shown(path: str) -> str:
    return path.encode("utf-8", "replace").decode()


def _passed(path: str) -> Shard:
    path = _shown(path)
    told = f"{path} is passed over: by its name not a page"
    return Shard(ShardKind.UNREAD, path, why=Unread(Reason.PASSED_OVER, f"{told}.", name=path))


def _nothing(source: str, reason: Reason, what: str) -> Shard:
    source = _shown(source)
    return Shard(ShardKind.UNREAD, source, why=Unread(reason, f"{source} {what}.", name=source))


def _files(waiting: list[tuple[str, int]]) -> Iterator[Shard]:
    if waiting:
        paths = tuple(path for path, _ in waiting)
        yield Shard(ShardKind.FILES, paths[0], files=paths, weight=sum(size for _, size in waiting))
        waiting.clear()


def _kind_of_file(path: str, size: int, one_a_line: bool) -> ShardKind | Unread:
    """What a file is, by its first bytes; by its name where those leave it open."""
    name = path.lower()
    try:
        with open(path, "rb") as file:
            head = file.read(64 << 10)
            kind, _ = kind_of_bytes(head, name=name)
            if kind in COMPRESSED and kind is not None:
                for packing in _PACKINGS:
                    name = name.removesuffix(packing)
                file.seek(0)
                head = _start_of(file, kind, path)
                kind, _ = kind_of_bytes(head, name=name)
    except PermissionError:
        return Unread(Reason.NO_PERMISSION, f"{path} may not be read by this user.", name=path)
    except OSError as error:
        return Unread(Reason.NOT_FOUND, f"{path} cannot be opened: {error.strerror}.", name=path)
    except Unreadable:
        return ShardKind.FILES  # where it is read, it is said what is wrong
    archives = {
        SourceKind.WARC: ShardKind.WARC,
        SourceKind.ARC: ShardKind.ARC,
        SourceKind.ZIP: ShardKind.ZIP,
        SourceKind.PARQUET: ShardKind.PARQUET,
    }
    if kind in archives:
        return archives[kind]
    if name.endswith((".warc", ".wet", ".wat")):
        return ShardKind.WARC  # damaged from its first byte on
    if kind is not None or not size:
        return ShardKind.FILES
    if name.endswith((".jsonl", ".ndjson")):
        return ShardKind.JSON_LINES
    text_kind = kind_of_text(head.decode("utf-8", "replace"), name=name)
    if text_kind is SourceKind.FEED:
        return ShardKind.FEED
    if name.endswith(".json") or text_kind is SourceKind.JSON:
        return ShardKind.FEED if b"jsonfeed.org" in head else ShardKind.JSON_LINES
    if one_a_line and text_kind is SourceKind.FLAT:
        return ShardKind.TEXT_LINES
    return ShardKind.FILES


def _start_of(file: BinaryIO, kind: SourceKind, path: str) -> bytes:
    try:
        return opened(file, kind, where=path).read(64 << 10)
    except FAILURES:
        return b""


def _cut_file(
    path: str, kind: ShardKind, size: int, columns: Columns, pages: int, limits: Limits
) -> Iterator[Shard]:
    match kind:
        case ShardKind.WARC:
            with open(path, "rb") as file:
                yield from _cut_warc(Shard(kind, path), file, size, pages, limits)
        case ShardKind.ZIP:
            yield from _cut_zip(path, size, pages, limits)
        case ShardKind.JSON_LINES | ShardKind.TEXT_LINES:
            with open(path, "rb") as file:
                if kind_of_bytes(file.read(16), name=path)[0] in COMPRESSED:
                    yield from _counted(Shard(kind, path, columns=columns, weight=size), pages, limits)
                    return
                starts = list(tables.line_starts(file, _LINES_AT_ONCE))
            for start, stop in zip(starts, [*starts[1:], size], strict=True):
                yield Shard(kind, path, start=start, stop=stop, columns=columns, weight=stop - start)
        case ShardKind.PARQUET:
            rows = tables.rows_in_groups(path, columns)
            for group, count in enumerate(rows):
                shard = Shard(kind, path, start=group, stop=group + 1, columns=columns)
                yield from _parts(replace(shard, weight=size * count // max(sum(rows), 1)), count, pages)
            if not rows:
                yield Shard(kind, path, columns=columns, weight=size)  # where it is opened, it is said why
        case ShardKind.ARC:
            yield from _counted(Shard(kind, path, weight=size), pages, limits)
        case _:
            yield Shard(kind, path, weight=size)


def _cut_warc(shard: Shard, file: BinaryIO, size: int, pages: int, limits: Limits) -> Iterator[Shard]:
    """A WARC by ranges of records. Every range but the first begins at a whole record, so that the walk from
    there on finds what the walk over the whole file finds."""
    packed_as_one, walk = _warc()
    if packed_as_one(file):
        shard = replace(shard, whole=True, weight=size)
        total = sum(1 for _ in walk(file, shard.path, whole=True, limits=limits))
        yield from _parts(shard, total, pages)
        return
    start, count = 0, 0
    for step in walk(file, shard.path, limits=limits):
        enough = pages if start < size - _LAST else max(1, pages // _FINER)
        if count >= enough and step.offset is not None:
            yield replace(shard, start=start, count=count, weight=step.offset - start)
            start, count = step.offset, 0
        count += 1
    if count:
        yield replace(shard, start=start, count=count, weight=size - start)


def _counted(shard: Shard, pages: int, limits: Limits) -> Iterator[Shard]:
    """What can only be opened from its start, in parts."""
    yield from _parts(shard, sum(1 for _ in _open(shard, limits)), pages)


def _parts(shard: Shard, total: int, pages: int) -> Iterator[Shard]:
    """A shard of which it is known how much it holds, in parts."""
    size = max(pages, -(-total // _PARTS_OF_WHOLE))
    for first in range(0, total, size):
        count = min(size, total - first)
        yield replace(shard, skip=first, count=count, weight=shard.weight * count // total)


def _warc() -> tuple[Callable[[BinaryIO], bool], Callable[..., Iterator[Step]]]:
    try:
        from .warc import packed_as_one, walk
    except ModuleNotFoundError:
        raise MissingExtraError("Reading web archives", "warc") from None
    return packed_as_one, walk


def _cut_zip(path: str, size: int, pages: int, limits: Limits) -> Iterator[Shard]:
    with open(path, "rb") as file:
        try:
            found = zips.entries(file, path, limits=limits)
        except Unreadable as error:
            yield Shard(ShardKind.UNREAD, path, why=error.unread(path), weight=size)
            return
        if not zips.is_wacz(found):
            for first in range(0, len(found), pages):
                part = found[first : first + pages]
                weight = sum(entry.packed for entry in part)
                yield Shard(ShardKind.ZIP, path, skip=first, count=len(part), weight=weight)
            return
        for entry in zips.archives_in(found):
            name = f"{path}!{entry.name}"
            if not entry.stored:
                told = f"{name} is packed a second time inside the WACZ, which the format does not allow."
                yield Shard(ShardKind.UNREAD, path, why=Unread(Reason.BAD_ARCHIVE, told, name=name))
                continue
            shard = Shard(ShardKind.WACZ, path, files=(entry.name,), offset=entry.offset, size=entry.packed)
            window = cast(BinaryIO, Window(file, entry.offset, entry.packed))
            yield from _cut_warc(shard, window, entry.packed, pages, limits)


def _open(shard: Shard, limits: Limits) -> Iterator[Saved | Unread]:
    match shard.kind:
        case ShardKind.FILES:
            return _read_files(shard.files, limits)
        case ShardKind.WARC | ShardKind.WACZ:
            return _read_warc(shard, limits)
        case ShardKind.UNREAD:
            return iter(() if shard.why is None else (shard.why,))
        case ShardKind.PARQUET:
            groups = range(shard.start, shard.start + 1 if shard.stop is None else shard.stop)
            return tables.rows_of_parquet(shard.path, shard.columns, groups=groups, limits=limits)
    return _read_stream(shard, limits)


def _read_files(paths: Iterable[str], limits: Limits) -> Iterator[Saved | Unread]:
    for path in paths:
        try:
            with open(path, "rb") as file:
                data = file.read(limits.page + 1)
        except PermissionError:
            yield Unread(Reason.NO_PERMISSION, f"{path} may not be read by this user.", name=path)
            continue
        except OSError as error:
            yield Unread(Reason.NOT_FOUND, f"{path} cannot be opened: {error.strerror}.", name=path)
            continue
        yield Saved(path, data)


def _read_warc(shard: Shard, limits: Limits) -> Iterator[Saved | Unread]:
    _, walk = _warc()
    with open(shard.path, "rb") as file:
        if shard.kind is ShardKind.WARC:
            for step in walk(file, shard.path, start=shard.start, whole=shard.whole, limits=limits):
                yield step.item
            return
        listed = _listed(shard.path, os.stat(shard.path).st_mtime_ns)
        window = cast(BinaryIO, Window(file, shard.offset, shard.size))
        name = f"{shard.path}!{shard.files[0]}"
        for step in walk(window, name, start=shard.start, whole=shard.whole, limits=limits):
            item = step.item
            if (
                isinstance(item, Saved)
                and listed is not None
                and (not item.url or bare(item.url) not in listed)
            ):
                item = replace(item, doubt="not among the pages that the WACZ lists")
            yield item


@lru_cache(maxsize=4)
def _listed(path: str, _changed: int) -> frozenset[str] | None:
    with open(path, "rb") as file:
        return zips.pages_listed(file, path, zips.entries(file, path))


@lru_cache(maxsize=2)
def _entries(path: str, _changed: int, limits: Limits) -> list[zips.Entry]:
    """A zip's list, read once for the many shards that its files are cut into."""
    with open(path, "rb") as file:
        return zips.entries(file, path, limits=limits)


def _read_stream(shard: Shard, limits: Limits) -> Iterator[Saved | Unread]:
    with open(shard.path, "rb") as file:
        if shard.kind is ShardKind.ARC:
            for step in walk_arc(file, shard.path, limits=limits):
                yield step.item
        elif shard.kind is ShardKind.ZIP:
            yield from _read_zip(file, shard, limits)
        else:
            yield from _read_text(shard, file, limits)


def _read_zip(file: BinaryIO, shard: Shard, limits: Limits) -> Iterator[Saved | Unread]:
    last = None if shard.count is None else shard.skip + shard.count
    for number, entry in enumerate(_entries(shard.path, os.stat(shard.path).st_mtime_ns, limits)[:last]):
        where = f"{shard.path}!{entry.name}"
        if number < shard.skip:
            yield Saved(where, b"")  # stepped over: it is in another shard, and is not unpacked for this one
            continue
        try:
            yield Saved(where, zips.read_entry(file, entry, where, limits))
        except Unreadable as error:
            yield error.unread(where)


def _read_text(shard: Shard, file: BinaryIO, limits: Limits) -> Iterator[Saved | Unread]:
    kind = kind_of_bytes(file.read(16), name=shard.path)[0]
    file.seek(0)
    try:
        stream = opened(file, kind, where=shard.path) if kind is not None and kind in COMPRESSED else file
        if shard.kind is ShardKind.FEED:
            packed = os.fstat(file.fileno()).st_size
            data = read_capped(
                stream, where=shard.path, packed=packed, limits=replace(limits, page=limits.feed)
            )
            yield from feeds.entries_in(data, shard.path)
            return
        lines = file if stream is file else Unpacked(stream)
        if shard.kind is ShardKind.JSON_LINES:
            rows = tables.rows_of_lines(
                lines, shard.path, shard.columns, start=shard.start, stop=shard.stop, limits=limits
            )
        else:
            rows = tables.texts_of_lines(lines, shard.path, start=shard.start, stop=shard.stop, limits=limits)
        yield from rows
    except Unreadable as error:
        yield error.unread(shard.path)
    except FAILURES as error:
        words = " ".join(str(error).split()).rstrip(".") or type(error).__name__
        yield Unread(Reason.COMPRESSED, f"{shard.path} cannot be unpacked further: {words}.", name=shard.path)
