"""Where outcomes go: into an archive, or into a folder of Parquet. Each shard is kept whole or not at all."""

from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Protocol

from ..errors import MissingExtraError

from ..record import Broken, Outcome as Result, Page, Reason, Unread  # isort: skip
from .outcomes import Outcome


class Keeper(Protocol):
    """What `collect` needs of a place to keep things in."""

    manifest: Path
    is_new: bool
    wants_source: bool

    def keep(self, identity: str, found: Sequence[Outcome]) -> None:
        """Keep what came of a shard; doing it twice is doing it once."""

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

    wants_source = True

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

    def __enter__(self) -> "ArchiveFile":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._archive.close()

    def keep(self, identity: str, found: Sequence[Outcome]) -> None:
        """In one transaction. What was passed over is counted, not kept: a crawl is mostly that."""
        pairs: list[tuple[Page | None, Result]] = []
        for outcome in found:
            result = outcome.result
            if isinstance(result, Broken):
                result = Unread(Reason.BROKEN, result.detail, name=result.name)
            if not isinstance(result, Unread) or result.reason is not Reason.PASSED_OVER:
                pairs.append((outcome.page, result))
        self._archive.add_many(pairs)
