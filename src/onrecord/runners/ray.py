"""A Ray cluster, or Ray on this machine: an actor for each worker, which watches a worker process of its own.

So a page that breaks its bounds costs a process and not an actor, and the bounds hold without signals, which
Ray keeps for itself. On a cluster every node needs onrecord installed and sees the sources at the same paths.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import ClusterNotReachedError, MissingExtraError
from .overseers import Overseer
from .pieces import Bounds, Done, Loss, Lost, Task
from .processes import cores

TRIES = 3
"""So often is a piece given out whose actor is lost with its node."""


class _Worker:
    """Lives in an actor."""

    def __init__(self, task: Task, bounds: Bounds, path: list[str]) -> None:
        sys.path[:] = [*path, *(place for place in sys.path if place not in path)]
        self._overseer = Overseer(task, bounds)

    def do(self, piece: bytes) -> Done:
        return self._overseer.do(piece)


def ray(
    task: Task,
    pieces: Iterable[bytes],
    *,
    workers: int | None = None,
    bounds: Bounds | None = None,
    address: str | None = None,
) -> Iterator[Done]:
    """Every piece, done, in the order in which they get done.

    `address` is the cluster's ("auto" for the one this machine belongs to); None starts Ray here.
    """
    try:
        import ray as cluster
    except ImportError:
        raise MissingExtraError("Running on Ray", "ray") from None
    ours = not cluster.is_initialized()
    if ours:
        started: dict[str, Any] = (
            {"num_cpus": workers or cores()} if address is None else {"address": address}
        )
        # Ray reports its use to its makers unless told not to; nothing here uses the network for that
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
        try:
            cluster.init(log_to_driver=False, include_dashboard=False, **started)
        except Exception as error:  # Ray raises a dozen kinds, some of them only as RuntimeError
            words = " ".join(str(error).split())[:300] or type(error).__name__
            raise ClusterNotReachedError(address, words) from error
    resources: dict[str, float] = cluster.cluster_resources()  # type: ignore[no-untyped-call]
    count = workers or max(1, int(resources.get("CPU", 1)))
    path = [place for place in sys.path if place]
    actor: Any = cluster.remote(num_cpus=1, max_restarts=0)(_Worker)
    idle = [actor.remote(task, bounds or Bounds(), path) for _ in range(count)]
    busy: dict[Any, tuple[Any, bytes, int]] = {}
    source = iter(pieces)
    again: list[tuple[bytes, int]] = []
    try:
        while True:
            while idle:
                piece, tries = again.pop() if again else (next(source, None), 1)
                if piece is None:
                    break
                worker = idle.pop()
                busy[worker.do.remote(piece)] = (worker, piece, tries)
            if not busy:
                return
            ready, _ = cluster.wait(list(busy), num_returns=1)
            worker, piece, tries = busy.pop(ready[0])
            try:
                done: Done = cluster.get(ready[0])
            except cluster.exceptions.RayActorError as error:
                # the node is gone or was out of memory: another actor, and the piece once more
                idle.append(actor.remote(task, bounds or Bounds(), path))
                if tries < TRIES:
                    again.append((piece, tries + 1))
                    continue
                told = f"Its node was lost {TRIES} times: {' '.join(str(error).split())[:200]}"
                done = Done(piece, (Lost(Loss.DIED, told, rest=True),))
            else:
                idle.append(worker)
            yield done
    finally:
        for worker in [*idle, *(worker for worker, _, _ in busy.values())]:
            cluster.kill(worker)
        if ours:
            cluster.shutdown()
