"""The archive: readings and their saved pages in one SQLite file, and search over them.

    with open_archive("news.onrecord") as archive:
        archive.add(page, outcome)
        for hit in archive.search("grain export", what="statements", speaker="prokopiev").hits: ...

The tables and the views that others may query are in `migrations/` and explained in `docs/archive.md`.
"""

from pathlib import Path

from .archives import Archive
from .results import (
    Added,
    ArticleHit,
    ArticleView,
    Count,
    Facets,
    Fault,
    Hit,
    KeptPage,
    PersonHit,
    PersonIn,
    PersonView,
    Printing,
    Quoting,
    Results,
    Snippet,
    Statement,
    StatementHit,
    Summary,
    UnreadRow,
)

__all__ = [
    "Added",
    "Archive",
    "ArticleHit",
    "ArticleView",
    "Count",
    "Facets",
    "Fault",
    "Hit",
    "KeptPage",
    "PersonHit",
    "PersonIn",
    "PersonView",
    "Printing",
    "Quoting",
    "Results",
    "Snippet",
    "Statement",
    "StatementHit",
    "Summary",
    "UnreadRow",
    "open_archive",
]


def open_archive(
    path: str | Path,
    *,
    write: bool = True,
    create: bool = True,
    wait: float = 30.0,
    limit: float | None = None,
) -> Archive:
    """The archive in the file at `path`, made if it is not there (and `write` and `create`).

    With `write=False` the file is opened read-only and nothing about it changes; `limit` then is the
    number of seconds a search may take. `wait` is how long to wait for another writer. Every mistake is
    one of the errors in `onrecord.errors` whose names begin with `Archive`, `NoArchive`, `NotAnArchive`,
    `NewerArchive`.
    """
    return Archive(Path(path), write=write, create=create, wait=wait, limit=limit)
