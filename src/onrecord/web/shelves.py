"""Open archives for the server's threads: some for reading, one at a time for writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Empty, LifoQueue
from threading import Lock

from onrecord.archive import Archive, open_archive

READERS = 6
"""Read-only archives kept open; a thread that finds none free opens one more for itself."""

SECONDS = 5.0
"""What a search may take before it is broken off."""

PATIENCE = 10.0
"""Seconds to wait for another program that is writing."""


class Shelf:
    """One archive file, opened as often as there are threads that read it at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._free: LifoQueue[Archive] = LifoQueue(READERS)
        self._writing = Lock()

    @contextmanager
    def reading(self) -> Iterator[Archive]:
        """The archive, read-only, for one request."""
        try:
            archive = self._free.get_nowait()
        except Empty:
            archive = open_archive(self.path, write=False, create=False, limit=SECONDS)
        try:
            yield archive
        finally:
            if self._free.full():
                archive.close()
            else:
                self._free.put(archive)

    @contextmanager
    def writing(self) -> Iterator[Archive]:
        """The archive to write to, one request after the other."""
        with self._writing, open_archive(self.path, create=False, wait=PATIENCE) as archive:
            yield archive

    def close(self) -> None:
        """Close all that is open and not in use."""
        while True:
            try:
                self._free.get_nowait().close()
            except Empty:
                return
