"""Which shards are done, and in which batch they were kept, in a file of JSON lines that only ever grows."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import msgspec

from ..errors import CollectionDiffersError
from ..sources.shards import Shard
from .readers import encode_shard


def shard_id(shard: Shard) -> str:
    """A shard's name for good: its range, and the size and time of change of what it is a part of.

    A file that has changed gives other shards, and they are done anew.
    """
    known = hashlib.sha256(encode_shard(shard))
    for path in shard.files if shard.files and shard.size == 0 else (shard.path,):
        try:
            told = os.stat(path)
            known.update(f"{told.st_size} {told.st_mtime_ns}\n".encode())
        except OSError:
            known.update(b"gone\n")
    return known.hexdigest()[:20]


def batch_id(shards: Iterable[str]) -> str:
    """The name of a batch: that of its shards together."""
    return hashlib.sha256(" ".join(sorted(shards)).encode()).hexdigest()[:20]


class Manifest:
    """The list, open for adding to. A line cut short by a crash is as if it had not been written."""

    def __init__(self, path: Path, words: str, *, fresh: bool) -> None:
        self.path = path
        self.done: dict[str, dict[str, int]] = {}
        self.batches: set[str] = set()
        self._words = words
        self._file: BinaryIO | None = None
        if fresh:
            path.unlink(missing_ok=True)
        whole = self._load()
        if whole is not None and path.stat().st_size > whole:
            with path.open("r+b") as file:
                file.truncate(whole)

    def __enter__(self) -> "Manifest":
        begun = self.path.exists() and self.path.stat().st_size > 0
        self._file = self.path.open("ab")
        if not begun:
            self._write({"choices": self._words})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def add(self, batch: str, shards: dict[str, dict[str, int]]) -> None:
        """Write down that a batch of shards is done and kept, and be sure that it is on the disk."""
        self._write({"batch": batch, "shards": shards})
        self.batches.add(batch)
        self.done.update(shards)

    def _write(self, row: dict[str, object]) -> None:
        assert self._file is not None
        self._file.write(msgspec.json.encode(row) + b"\n")
        self._file.flush()
        os.fsync(self._file.fileno())

    def _load(self) -> int | None:
        """Read the list; how many bytes of it are whole lines, None where there is none."""
        if not self.path.exists():
            return None
        whole = 0
        with self.path.open("rb") as file:
            for line in file:
                if not line.endswith(b"\n"):
                    break
                try:
                    row = msgspec.json.decode(line)
                except msgspec.DecodeError:
                    break  # the disk kept other bytes than were written; what follows is done anew
                whole += len(line)
                if "choices" in row and row["choices"] != self._words:
                    raise CollectionDiffersError(str(self.path), row["choices"], self._words)
                if "batch" in row:
                    self.batches.add(row["batch"])
                    self.done.update(row["shards"])
        return whole
