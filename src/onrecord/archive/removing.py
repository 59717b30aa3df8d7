"""Pages go out of the file for good: nothing of their words is left in its bytes."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.errors import NoSuchError

from . import adding, indexes, people, sites
from .connections import Connection


def remove(at: Connection, articles: Sequence[int], pages: Sequence[int]) -> int:
    """Delete pages with all that came from them; how many. Then the file is written anew without them."""
    chosen = sorted({*articles, *pages})
    for page_id in chosen:
        if at.row("SELECT 1 FROM page WHERE id = ?", (page_id,)) is None:
            raise NoSuchError(str(at.path), "article" if page_id in articles else "page", page_id)
    if not chosen:
        return 0
    with at.writing():
        for page_id in chosen:
            sha256 = at.one("SELECT sha256 FROM page WHERE id = ?", (page_id,))
            at.run("DELETE FROM ruling WHERE sha256 = ?", (sha256,))
            people.recount(at, adding.forget(at, page_id))
            at.run("DELETE FROM unread_page WHERE sha256 = ?", (sha256,))
            sites.release(at, page_id)
            at.run("DELETE FROM page WHERE id = ?", (page_id,))
        indexes.purge(at)
    # Deleted rows stay legible in free pages and in the write-ahead log until both are written anew.
    at.run("VACUUM")
    at.run("PRAGMA wal_checkpoint(TRUNCATE)")
    return len(chosen)
