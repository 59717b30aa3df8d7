"""Where outcomes go: into an archive, or into a folder of Parquet. Each batch is kept whole or not at all."""

from collections.abc import Collection, Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol

from ..errors import MissingExtraError

from ..record import Broken, Outcome as Result, Page, Reason, Unread  # isort: skip
from .outcomes import Outcome
from .tallies import State


class Keeper(Protocol):
    """What `collect` needs of a place to keep things in.

    `form` is what it wants of an outcome: `pages` (the outcome itself, with its page) or `tables` (rows). What
    was added waits until it is written as a batch; when it is `full`, it should be.
    """

    manifest: Path
    is_new: bool
    form: str

    @property
    def full(self) -> bool:
        """Whether there is enough for a file."""

    def settle(self, batches: Collection[str]) -> None:
        """Put in order what an earlier run left, of which these batches are written down as kept."""

    def add(self, found: Sequence[Outcome]) -> None:
        """Take what came of a shard."""

    def write(self, batch: str) -> None:
        """Keep all that was added since."""

    def __enter__(self) -> "Keeper": ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def keeper_for(into: str) -> Keeper:
    """The keeper that a name asks for: a folder of Parquet if it ends so, else an archive."""
    if into.rstrip("/").endswith(".parquet"):
        from .parquet import ParquetFolder

        return ParquetFolder(Path(into))
    return ArchiveFile(Path(into))


class ArchiveFile:
    """An archive. Which shards are in it stands in a file beside it, of use only until all are."""

    form = "pages"
    full = True  # a shard is written as soon as it is there: one transaction, and it can be searched

    def __init__(self, path: Path) -> None:
        try:
            from ..archive import open_archive
        except ModuleNotFoundError as missing:
            if (missing.name or "onrecord").startswith("onrecord"):
                raise
            raise MissingExtraError("Collecting into an archive", "archive") from None
        self.is_new = not path.exists()
        self.manifest = path.with_name(path.name + ".manifest.jsonl")
        self._archive = open_archive(path)
        self._pairs: list[tuple[Page | None, Result]] = []

    def __enter__(self) -> "ArchiveFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def settle(self, batches: Collection[str]) -> None:
        """There is nothing to put in order: the archive knows a page that it has."""

    def add(self, found: Sequence[Outcome]) -> None:
        """What was passed over is counted, not kept: a crawl is mostly that."""
        for outcome in found:
            result = outcome.result
            if isinstance(result, Broken):
                result = Unread(Reason.BROKEN, result.detail, name=result.name)
            if result is not None and outcome.counted.state is not State.PASSED_OVER:
                self._pairs.append((outcome.page, result))

    def write(self, batch: str) -> None:
        """In one transaction."""
        self._archive.add_many(self._pairs)
        self._pairs = []
