"""Workers that are forked from a process in which everything is loaded already, where the system can do that."""

import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from contextlib import suppress
from typing import IO, BinaryIO

from .nursery import FORK, NUMBER, READY, REAP, UNFIT
from .pieces import Task
from .starting import LOOK_EVERY, SETTING_UP, Stir, WorkerNeverStarted, described, last_words, spent, start


class Nursery:
    """Gives workers to any number of overseers. What a worker loads is loaded once, when the first is asked for.

    For Linux alone: elsewhere some of what is loaded does not live through a fork. Nor does what has threads of
    its own, which is looked for. There it gives none, and overseers start workers that load for themselves.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._lock = threading.Lock()
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as we do
        self._process: subprocess.Popen[bytes] | None = None
        self._link: socket.socket | None = None
        self._gone = False
        self._barren = sys.platform != "linux" or not hasattr(os, "pidfd_open")

    def fork(self, said: IO[bytes]) -> "Forked | None":
        """A worker, ready for its first piece; None if it has to be started in another way.

        What it says goes to `said`, which is emptied first.
        """
        with self._lock:
            if self._link is None and not self._barren:
                self._set_up()
            if self._link is None:
                return None
            said.seek(0)
            said.truncate()
            theirs_in, ours_in = os.pipe()
            ours_out, theirs_out = os.pipe()
            try:
                socket.send_fds(self._link, [FORK], [theirs_in, theirs_out, said.fileno()])
                worker = os.pidfd_open(pid := self._number())
            except OSError:
                # it is gone, or there is no memory or number for one more process
                self._close()
                os.close(ours_in)
                os.close(ours_out)
                return None
            finally:
                os.close(theirs_in)
                os.close(theirs_out)
        return Forked(self, pid, worker, os.fdopen(ours_in, "wb", 0), os.fdopen(ours_out, "rb", 0))

    def reap(self, pid: int) -> int:
        """How a worker that has ended did so."""
        with self._lock:
            try:
                if self._link is None:
                    raise ConnectionError
                self._link.sendall(REAP + NUMBER.pack(pid))
                return self._number()
            except OSError:
                return -signal.SIGKILL  # which the kernel sends to all that were forked from what is gone

    def abandon(self) -> None:
        """Set nothing up any more, from another thread: nobody waits for it."""
        self._gone = True

    def close(self) -> None:
        """No more workers; those there are end."""
        with self._lock:
            self._close()
            self._said.close()

    def _close(self) -> None:
        self._barren = True
        link, process = self._link, self._process
        self._link = self._process = None
        if link is not None:
            link.close()
        if process is not None:
            process.kill()
            process.wait()

    def _set_up(self) -> None:
        self._link, theirs = socket.socketpair()
        with theirs:
            self._process = start("onrecord.runners.nursery", self._said, theirs.fileno(), subprocess.DEVNULL)
        told = described(self._task)
        stir = Stir()
        answer: bytes | None = None
        with suppress(ConnectionError):  # its last words say why
            self._link.sendall(NUMBER.pack(len(told)) + told)
            while (answer := self._answer()) is None and not self._gone:
                if stir.still(spent(self._process.pid)) > SETTING_UP:
                    break
        if answer == READY:
            return
        words = last_words(self._said)
        self._close()
        if answer != UNFIT and not self._gone:
            raise WorkerNeverStarted(self._task.make, words)

    def _answer(self) -> bytes | None:
        """What it says to being set up; None if it is not yet there, nothing if it has ended."""
        assert self._link is not None
        ready, _, _ = select.select([self._link], [], [], LOOK_EVERY)
        return self._link.recv(1) if ready else None

    def _number(self) -> int:
        assert self._link is not None
        found = b""
        while len(found) < NUMBER.size:
            part = self._link.recv(NUMBER.size - len(found))
            if not part:
                raise ConnectionError
            found += part
        (number,) = NUMBER.unpack(found)
        return int(number)


class Forked:
    """A worker of a nursery, with as much of `subprocess.Popen` as an overseer needs."""

    def __init__(self, nursery: Nursery, pid: int, handle: int, stdin: BinaryIO, stdout: BinaryIO) -> None:
        self.pid = pid
        self.stdin = stdin
        self.stdout = stdout
        self._nursery = nursery
        self._handle = handle  # means this process for good, which a number does not
        self._code: int | None = None

    def kill(self) -> None:
        """End it at once."""
        with suppress(ProcessLookupError, OSError):
            signal.pidfd_send_signal(self._handle, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """How it ended, when it has."""
        if self._code is None:
            ready, _, _ = select.select([self._handle], [], [], timeout)
            if not ready:
                raise subprocess.TimeoutExpired("worker", timeout or 0.0)
            self._code = self._nursery.reap(self.pid)
            handle, self._handle = self._handle, -1
            os.close(handle)
        return self._code
