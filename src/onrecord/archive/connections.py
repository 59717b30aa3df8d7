"""The connection to an archive's file: how it is opened, brought up to date, locked, and what its
mistakes mean."""

from __future__ import annotations

import os
import time
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import quote

from onrecord.errors import (
    ArchiveBusyError,
    ArchiveDamagedError,
    ArchiveFullError,
    ArchiveReadOnlyError,
    MissingExtraError,
    NewerArchiveError,
    NoArchiveError,
    NotAnArchiveError,
    OnrecordError,
    SlowQueryError,
)

try:
    import apsw
except ModuleNotFoundError as missing:
    raise MissingExtraError("An archive", "archive") from missing

APPLICATION = 0x6F6E7263
"""SQLite's application_id of our files: "onrc"."""

_STEPS = 2_000
"""Virtual machine steps between two looks at the clock: well under a millisecond."""


def layouts() -> list[str]:
    """The SQL of every layout in order; the first makes an archive, each further one brings it up to date."""
    folder = files(__package__) / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(folder / name).read_text(encoding="utf-8") for name in names]


class Connection:
    """One SQLite connection to an archive. `rows` and `row` ask, `run` changes, `writing` makes changes
    atomic."""

    def __init__(self, path: Path, *, write: bool, create: bool, wait: float, limit: float | None) -> None:
        self.path = path
        self.write = write
        self.wait = wait
        self.limit = limit
        self._deadline: float | None = None
        self.held: OrderedDict[int, bytes] = OrderedDict()
        """Pages that others are compressed with, as `sites` holds them."""
        new = not path.exists() or (path.is_file() and path.stat().st_size == 0)
        if new and not (write and create):
            raise NoArchiveError(str(path))
        if path.is_dir():
            raise NotAnArchiveError(str(path))
        with self.told():
            self._apsw = self._open(new)
        try:
            with self.told():
                self._prepare()
        except BaseException:
            self._apsw.close()
            raise

    def state(self) -> tuple[int, int]:
        """Two numbers that differ from before if something was changed in the file, by others or by us."""
        return int(self.one("PRAGMA data_version")), int(self._apsw.total_changes())

    def _open(self, new: bool) -> Any:
        if self.write:
            if new and not os.access(self.path.absolute().parent, os.W_OK):
                raise ArchiveReadOnlyError(str(self.path))
            if not new and not os.access(self.path, os.W_OK):
                raise ArchiveReadOnlyError(str(self.path))
            return apsw.Connection(str(self.path), flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
        # A reader of a WAL file wants to write its index beside it. Where it may not, nobody else can be
        # writing either, and SQLite can be told that nothing changes.
        still = not os.access(self.path.absolute().parent, os.W_OK) and not Path(f"{self.path}-wal").exists()
        uri = f"file:{quote(str(self.path.absolute()))}?mode=ro" + ("&immutable=1" if still else "")
        return apsw.Connection(uri, flags=apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)

    def _prepare(self) -> None:
        self._apsw.set_busy_timeout(int(self.wait * 1000))
        version = self.one("PRAGMA user_version")
        ours = self.one("PRAGMA application_id") == APPLICATION
        empty = not ours and version == 0 and self.one("SELECT count(*) FROM sqlite_master") == 0
        if not ours and not (empty and self.write):
            raise NotAnArchiveError(str(self.path))
        known = layouts()
        if version > len(known):
            raise NewerArchiveError(str(self.path), version, len(known))
        if not self.write and version < len(known):
            # Laid out by an earlier onrecord: it is brought up to date once, by a writer.
            Connection(self.path, write=True, create=False, wait=self.wait, limit=None).close()
        self.run("PRAGMA foreign_keys = ON")
        self.run("PRAGMA cache_size = -65536")
        self.run("PRAGMA mmap_size = 1073741824")
        if self.write:
            self.run("PRAGMA journal_mode = WAL")
            self.run("PRAGMA synchronous = NORMAL")
            self.run("PRAGMA journal_size_limit = 67108864")
            if version < len(known):
                self._migrate(known)
        # The words of the indexes, to look up how many begin in one way.
        self.run("PRAGMA temp_store = MEMORY")
        for index in ("article", "statement"):
            self.run(
                f"CREATE VIRTUAL TABLE temp.{index}_vocabulary USING fts5vocab(main, {index}_words, row)"
            )
        if not self.write:
            self.run("PRAGMA query_only = ON")
        if self.limit is not None:
            self._apsw.set_progress_handler(self._late, _STEPS)

    def _migrate(self, known: list[str]) -> None:
        with self.writing():
            version = self.one("PRAGMA user_version")  # another writer may have been first
            for layout in known[version:]:
                self._apsw.execute(layout)
            self.run(f"PRAGMA application_id = {APPLICATION}")
            self.run(f"PRAGMA user_version = {len(known)}")

    def _late(self) -> bool:
        return self._deadline is not None and time.monotonic() > self._deadline

    def close(self) -> None:
        """Let go of the file; the last to do so folds the write-ahead log in."""
        with self.told():
            if self.write and self._apsw.in_transaction:
                self._apsw.execute("ROLLBACK")
            self._apsw.close()

    def rows(self, sql: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """All rows."""
        with self.told():
            found: list[tuple[Any, ...]] = self._apsw.execute(sql, values).fetchall()
            return found

    def each(self, sql: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        """Row by row."""
        with self.told():
            yield from self._apsw.execute(sql, values)

    def row(self, sql: str, values: tuple[Any, ...] = ()) -> tuple[Any, ...] | None:
        """The first row; None if there is none."""
        found = self.rows(sql, values)
        return found[0] if found else None

    def one(self, sql: str, values: tuple[Any, ...] = ()) -> Any:
        """The first value of the first row; None if there is none."""
        found = self.row(sql, values)
        return found[0] if found else None

    def run(self, sql: str, values: tuple[Any, ...] | dict[str, Any] = ()) -> None:
        """Do it."""
        with self.told():
            self._apsw.execute(sql, values).fetchall()

    def run_many(self, sql: str, values: list[tuple[Any, ...]]) -> None:
        """Do it for each of the rows."""
        if values:
            with self.told():
                self._apsw.executemany(sql, values).fetchall()

    def last_id(self) -> int:
        """The id of the row inserted last."""
        number: int = self._apsw.last_insert_rowid()
        return number

    @contextmanager
    def writing(self) -> Iterator[None]:
        """All changes inside, or none of them. Inside another, it is part of it."""
        if not self.write:
            raise ArchiveReadOnlyError(str(self.path))
        if self._apsw.in_transaction:
            yield
            return
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            self.held.clear()  # ids of what is rolled back are given anew
            if self._apsw.in_transaction:  # SQLite itself has rolled back after a full disk
                self._apsw.execute("ROLLBACK")
            raise

    @contextmanager
    def in_time(self) -> Iterator[None]:
        """What is asked inside must be answered before the limit, if there is one."""
        if self.limit is None or self._deadline is not None:
            yield
            return
        self._deadline = time.monotonic() + self.limit
        try:
            yield
        finally:
            self._deadline = None

    @contextmanager
    def told(self) -> Iterator[None]:
        """SQLite's mistakes become ours, each with a sentence that a person can act on."""
        path = str(self.path)
        try:
            yield
        except OnrecordError:
            raise
        except apsw.BusyError as error:
            raise ArchiveBusyError(path, self.wait) from error
        except apsw.LockedError as error:
            raise ArchiveBusyError(path, self.wait) from error
        except apsw.FullError as error:
            raise ArchiveFullError(path) from error
        except apsw.IOError as error:
            # A write that fails for want of room shows as an I/O error where SQLite could not extend the
            # file.
            raise ArchiveFullError(path) from error
        except (apsw.ReadOnlyError, apsw.CantOpenError, apsw.PermissionsError) as error:
            raise ArchiveReadOnlyError(path) from error
        except apsw.NotADBError as error:
            raise NotAnArchiveError(path) from error
        except apsw.CorruptError as error:
            raise ArchiveDamagedError(path, str(error)) from error
        except apsw.InterruptError as error:
            raise SlowQueryError(self.limit or 0.0) from error


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def marks(values: Sequence[object]) -> str:
    """As many question marks as there are values, for `IN (…)`."""
    return ",".join("?" * len(values))
