"""All cores of this machine: some worker processes, each with somebody who watches it."""

import os
import queue
import threading
from collections.abc import Iterable, Iterator

from .nurseries import Nursery
from .overseers import Overseer
from .pieces import Bounds, Done, Task


def processes(
    task: Task, pieces: Iterable[bytes], *, workers: int | None = None, bounds: Bounds | None = None
) -> Iterator[Done]:
    """Every piece, done, in the order in which they get done.

    Pieces are taken only as workers get free, and no more than two per worker wait to be taken away, so that
    memory does not grow with the number of pieces.
    """
    count = workers or cores()
    source = iter(pieces)
    turn = threading.Lock()
    stop = threading.Event()
    out: queue.Queue[Done | BaseException | None] = queue.Queue(maxsize=count)

    def hand_over(item: Done | BaseException | None) -> None:
        while not stop.is_set():
            try:
                out.put(item, timeout=0.2)
            except queue.Full:
                continue
            return

    nursery = Nursery(task)
    overseers = [Overseer(task, bounds or Bounds(), nursery) for _ in range(count)]

    def watch(overseer: Overseer) -> None:
        try:
            while not stop.is_set():
                with turn:
                    piece = next(source, None)
                if piece is None:
                    break
                hand_over(overseer.do(piece))
        except BaseException as error:  # told to the caller, in whose thread it belongs
            hand_over(error)
        finally:
            overseer.close()
            hand_over(None)

    threads = [threading.Thread(target=watch, args=(one,), daemon=True) for one in overseers]
    for thread in threads:
        thread.start()
    left = count
    try:
        while left:
            item = out.get()
            if item is None:
                left -= 1
            elif isinstance(item, Done):
                yield item
            else:
                raise item
    finally:
        stop.set()
        nursery.abandon()
        for overseer in overseers:
            overseer.abandon()
        for thread in threads:
            thread.join()
        nursery.close()


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0)) or 1
    return os.cpu_count() or 1
