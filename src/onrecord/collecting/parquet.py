"""A folder of Parquet: what was read as tables, for DuckDB and the like.

    news.parquet/
        manifest.jsonl
        articles/       one row a page that was read, with its text and the whole reading as JSON
        attributions/   one row an act of saying: who, by which word, what
        entities/       one row a person, organisation or place in an article
        times/          one row a time expression (TIMEX3)
        unread/         one row a page that was not read, and why

Rows belong together by `page`, the SHA-256 of the page's bytes, and `name`, the place it was read from. A file
holds what many shards gave, since whoever analyses a million readings should not have to open as many files.
"""

import os
import re
from collections.abc import Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any

from ..errors import MissingExtraError
from .outcomes import Outcome
from .rows import TABLES, Row

FULL = 64 << 20
"""Bytes of rows, as they lie in memory, that make a file: some hundreds to thousands of pages."""

_OURS = re.compile(r"[0-9a-f]{20}\.parquet\Z|\..*\.partial\Z")


class ParquetFolder:
    """The folder. A file is written under another name and then given its own, so that none is ever half."""

    form = "tables"

    def __init__(self, path: Path) -> None:
        try:
            import pyarrow
            import pyarrow.parquet
        except ImportError:
            raise MissingExtraError("Writing Parquet", "parquet") from None
        self._arrow: Any = pyarrow
        self._parquet: Any = pyarrow.parquet
        self._path = path
        self._schemas = {table: self._schema(table) for table in TABLES}
        self._waiting: dict[str, list[Any]] = {table: [] for table in TABLES}
        self._size = 0
        self.manifest = path / "manifest.jsonl"
        self.is_new = not self.manifest.exists()
        for table in TABLES:
            (path / table).mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> "ParquetFolder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        return None

    @property
    def full(self) -> bool:
        """Whether what waits is enough for a file."""
        return self._size >= FULL

    def settle(self, batches: Collection[str]) -> None:
        """Take away files that were written and not yet written down when an earlier run was stopped."""
        if self.is_new:
            return
        for table in TABLES:
            for path in (self._path / table).iterdir():
                if _OURS.match(path.name) and path.stem not in batches:
                    path.unlink()

    def add(self, found: Sequence[Outcome]) -> None:
        """Take what came of a shard, as columns: they need a fraction of the memory that rows do."""
        rows: dict[str, list[Row]] = {}
        for outcome in found:
            for table, some in outcome.rows.items():
                rows.setdefault(table, []).extend(some)
        for table, some in rows.items():
            columns = self._arrow.Table.from_pylist(some, schema=self._schemas[table])
            self._waiting[table].append(columns)
            self._size += columns.nbytes

    def write(self, batch: str) -> None:
        """A file in each table that has rows, under the batch's name."""
        for table, waiting in self._waiting.items():
            if not waiting:
                continue
            target = self._path / table / f"{batch}.parquet"
            partial = target.with_name(f".{batch}.{os.getpid()}.partial")
            self._parquet.write_table(self._arrow.concat_tables(waiting), partial, compression="zstd")
            with partial.open("rb") as file:
                os.fsync(file.fileno())
            partial.replace(target)
            waiting.clear()
        self._size = 0

    def _schema(self, table: str) -> Any:
        arrow = self._arrow
        return arrow.schema(
            [
                (name, arrow.list_(arrow.string()) if kind == "strings" else getattr(arrow, kind)())
                for name, kind in TABLES[table].items()
            ]
        )
