"""How processes of ours are started, and what the system tells of them while they run."""

import os
import subprocess
import sys
import time
from typing import IO

import msgspec

from .pieces import Task

LOOK_EVERY = 0.05
"""Seconds between looks at a worker, in which it can take some 100 MB; the looks cost next to nothing."""

SETTING_UP = 300.0
"""Seconds without a stir that a worker is given to come up: a cold disk may have to find all its packages."""

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class WorkerNeverStarted(Exception):
    """A worker could not be set up; the reason is in its last words."""

    def __init__(self, make: str, words: str) -> None:
        super().__init__(f"A worker could not be set up with {make}:\n{words}")


def start(module: str, said: IO[bytes], stdin: int, stdout: int) -> "subprocess.Popen[bytes]":
    """A process of ours; what it says on standard error goes to `said`, which is emptied first."""
    # one thread each: the workers share the cores among themselves
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    said.seek(0)
    said.truncate()
    return subprocess.Popen(
        [sys.executable, "-m", module],
        stdin=stdin,
        stdout=stdout,
        stderr=said,
        bufsize=0,
        # Ctrl-C is for us: a worker that got it too would look as if a page had killed it
        start_new_session=True,
        env={**os.environ, **threads, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )


def described(task: Task) -> bytes:
    """The task as it is told to a process that was just started."""
    told = {"make": task.make, "arguments": dict(task.arguments), "path": sys.path}
    return msgspec.msgpack.encode(told)


def last_words(said: IO[bytes]) -> str:
    """The end of what a process said."""
    size = said.seek(0, os.SEEK_END)
    said.seek(max(0, size - 8000))
    return said.read().decode("utf-8", "replace")


def memory(pid: int) -> int:
    """A process's resident memory; 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/statm", "rb") as file:
            return int(file.read().split()[1]) * _PAGE
    except (OSError, IndexError, ValueError):
        return 0


def spent(pid: int) -> float:
    """A process's processor time; 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/stat", "rb") as file:
            told = file.read().rpartition(b")")[2].split()
        return (int(told[11]) + int(told[12])) / _TICK
    except (OSError, IndexError, ValueError):
        return 0.0


class Stir:
    """For how long a worker has not stirred: neither said anything nor spent any processor time.

    A machine with too much to do may leave it waiting for minutes, and that is not its fault. Nor is it that
    nobody looked: time that passed between two looks counts for no more than a look is apart from the next,
    and ten times that, so that a machine that was halted for an hour finds its workers as it left them.
    """

    def __init__(self) -> None:
        self._looked = time.monotonic()
        self._still = 0.0
        self._spent = 0.0

    def still(self, spent: float) -> float:
        """Seconds without a stir, given the processor time spent until now."""
        now = time.monotonic()
        passed, self._looked = now - self._looked, now
        self._still += min(passed, 10 * LOOK_EVERY)
        if spent > self._spent:
            self._spent = spent
            self._still = 0.0
        return self._still
