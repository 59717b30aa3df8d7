"""Keeps what is read: the archive with the readers behind it. Adds, rereads and folds, page by page."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from time import monotonic

from . import archive as archives
from . import stories
from .archive import Added, Archive
from .archive.stories import Fold, Match, Text
from .reading import Models, default_models, read
from .record import Outcome, Page, Unread
from .sources.pages import page_from

Pair = tuple[Page | None, Outcome]
"""A page and what came of reading it; None for a page whose source could not be had."""

_AT_ONCE = 64
"""Pages to a transaction: each is kept whole or not at all, and a kill loses at most so many, which the next
`add` reads again. One at a time the index would be written 64 times."""
_SECONDS = 2.0
"""And at most so much reading."""


def open_archive(
    path: str | Path,
    *,
    write: bool = True,
    create: bool = True,
    wait: float = 30.0,
    limit: float | None = None,
    setting: str | None = "best",
) -> Archive:
    """The archive in the file at `path`, made if it is not there, ready to read what is added to it.

    `archive.add(html, url=...)` reads the page first; `setting` is the language models' (`best`, `fast` or None). With
    `write=False` nothing about the file changes, and a search may take `limit` seconds. Another writer is waited for
    `wait` seconds. With `create=False`, or `write=False`, a file that is not there is `errors.NoArchiveError`; one that
    is no archive, damaged or of a newer onrecord is another `errors.ArchiveError`.
    """
    opened = archives.open_archive(path, write=write, create=create, wait=wait, limit=limit)

    def reader(source: Page | str | bytes, url: str | None, name: str | None) -> Pair:
        return read_pair(source, url=url, name=name, models=default_models(setting))

    opened.reader = reader
    return opened


def read_pair(
    source: Page | str | bytes,
    *,
    url: str | None = None,
    name: str | None = None,
    models: Models | None = None,
) -> Pair:
    """The page that a source is and what came of reading it."""
    page = source if isinstance(source, Page) else page_from(source, url=url, name=name)
    if isinstance(page, Unread):
        return None, page
    return page, read(page, models=models)


def add_all(archive: Archive, pairs: Iterable[Pair]) -> Iterator[Added]:
    """Keep all of them, some at a time; what became of each, in order. Copies are told at the end."""
    waiting: list[Pair] = []
    since = monotonic()
    for pair in pairs:
        waiting.append(pair)
        if len(waiting) >= _AT_ONCE or monotonic() - since > _SECONDS:
            yield from archive.add_many(waiting)
            waiting.clear()
            since = monotonic()
    if waiting:
        yield from archive.add_many(waiting)
    fold_stories(archive)


def reread(archive: Archive, *, every: bool = False, models: Models | None = None) -> Iterator[Added]:
    """Read the kept pages anew that another version has read, or `every` one; what became of each."""
    from . import __version__

    chosen = models or default_models()

    def again(page: Page) -> Outcome:
        return read(page, models=chosen)

    for page_id in archive.pages(readers=None if every else __version__):
        yield archive.reread(page_id, again)
    fold_stories(archive)


def fold_stories(archive: Archive) -> int:
    """Tell copies and versions among what was added since the last time; how many were told."""
    return archive.fold_stories(Fold(stories.signature, stories.candidates, _compare, stories.SURE))


def _compare(new: Text, old: Text) -> Match | None:
    relation = stories.compare(_story_text(new), _story_text(old))
    return Match(new.id, old.id, relation.kind, relation.shared) if relation else None


def _story_text(text: Text) -> stories.Printed:
    return stories.Printed(text.text, text.headline, text.site, text.url, text.published)
