"""One piece after another, here and now: the runner to debug with, and the measure of the others.

There are no bounds here, since nothing can stop a thing that runs in one's own process.
"""

import traceback
from collections.abc import Iterable, Iterator

from .pieces import Done, Loss, Lost, Task, Work


def serial(task: Task, pieces: Iterable[bytes]) -> Iterator[Done]:
    """Every piece, done."""
    work = task.work()
    for piece in pieces:
        yield Done(piece, tuple(_results(work, piece)))


def _results(work: Work, piece: bytes) -> Iterator[bytes | Lost]:
    try:
        for thing in work.things(piece):
            try:
                yield work.read(thing)
            except MemoryError:
                yield Lost(Loss.TOO_MUCH_MEMORY, "There was no memory left.")
            except Exception as error:
                yield broke(error, rest=False)
    except Exception as error:
        yield broke(error, rest=True)


def broke(error: Exception, *, rest: bool) -> Lost:
    """A bug, with its traceback."""
    words = f"{type(error).__name__}: {error}"
    return Lost(Loss.BROKE, words, "".join(traceback.format_exception(error)), rest=rest)
