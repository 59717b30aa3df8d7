"""A worker process and who watches it: its time and memory are bounded, it is replaced when it breaks."""

import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from typing import IO

import msgspec

from . import frames
from .pieces import Bounds, Done, Loss, Lost, Task

LOOK_EVERY = 0.05
"""Seconds between looks at a worker, in which it can take some 100 MB; the looks cost next to nothing."""

SETTING_UP = 300.0
"""Seconds without a stir that a worker is given to come up: a cold disk may have to find all its packages."""

_FROM_OUTSIDE = (-signal.SIGKILL, -signal.SIGTERM)  # what no page does to a process: somebody else ended it

_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_TICK = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


class WorkerNeverStarted(Exception):
    """A worker could not be set up; the reason is in its last words."""


class Overseer:
    """Gets pieces done by one worker at a time."""

    def __init__(self, task: Task, bounds: Bounds) -> None:
        self._task = task
        self._bounds = bounds
        self._process: subprocess.Popen[bytes] | None = None
        self._inbox = frames.Inbox()
        self._said: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115  # lives as long as we do
        self._gone = False
        self._excusable = False
        self.replaced = 0

    def do(self, piece: bytes) -> Done:
        """The piece, done; whatever broke its bounds has a `Lost` in its place."""
        results: list[bytes | Lost] = []
        tried = -1
        while True:
            end = self._go_on(piece, results)
            if end is None:
                return Done(piece, tuple(results))
            if self._gone:
                return Done(piece, tuple(results))
            self._kill()
            self.replaced += 1
            if self._excusable and len(results) > tried:
                # ended by somebody else or while opening the piece: from there on once more, but only once
                tried = len(results)
                continue
            results.append(end)
            if end.rest:
                return Done(piece, tuple(results))

    def abandon(self) -> None:
        """Stop at once, from another thread; what was being done is of no use any more."""
        self._gone = True
        process = self._process
        if process is not None:
            process.kill()

    def close(self) -> None:
        """Let the worker go."""
        self._kill()
        self._said.close()

    def _go_on(self, piece: bytes, results: list[bytes | Lost]) -> Lost | None:
        """Work on the piece behind the results there are; None when it is done, a `Lost` if the worker is."""
        self._excusable = False
        if self._process is None:
            self._start()
        elif self._memory() > self._bounds.memory * 3 // 4:
            # grown over many pages: the next big one must not pay for it
            self._kill()
            self._start()
        try:
            self._send(frames.PIECE, frames.SKIP.pack(len(results)) + piece)
        except BrokenPipeError:
            return self._death(inside=False)
        inside = False
        spent = self._spent()
        stir = _Stir()
        while True:
            try:
                frame = self._receive(LOOK_EVERY)
            except EOFError:
                return self._death(inside)
            if frame is None:
                if lost := self._beyond(spent, stir, inside):
                    return lost
                continue
            kind, body = frame
            stir = _Stir()
            if kind == frames.BEGIN:
                inside = True
                (spent,) = frames.TIME.unpack(body)
            elif kind == frames.RESULT:
                inside = False
                spent = self._spent()
                results.append(body)
            elif kind == frames.LOST:
                inside = False
                results.append(frames.decode_lost(body))
            elif kind == frames.END:
                return None

    def _beyond(self, spent: float, stir: "_Stir", inside: bool) -> Lost | None:
        bounds = self._bounds
        if (memory := self._memory()) > bounds.memory:
            told = f"It took {memory >> 20:,} MiB of memory; {bounds.memory >> 20:,} MiB are allowed."
            return Lost(Loss.TOO_MUCH_MEMORY, told, rest=not inside)
        now = self._spent()
        if now - spent > bounds.seconds:
            told = f"It took more than {bounds.seconds:g} seconds of processor time."
            return Lost(Loss.TOO_SLOW, told, rest=not inside)
        if stir.still(now) > bounds.idle:
            told = f"It did nothing at all for {bounds.idle:g} seconds."
            return Lost(Loss.TOO_SLOW, told, rest=not inside)
        return None

    def _start(self) -> None:
        self._inbox = frames.Inbox()
        self._said.seek(0)
        self._said.truncate()
        # one thread each: the workers share the cores among themselves
        threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "onrecord.runners.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            bufsize=0,
            # Ctrl-C is for us: a worker that got it too would look as if a page had killed it
            start_new_session=True,
            env={**os.environ, **threads, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        )
        told = {"make": self._task.make, "arguments": dict(self._task.arguments), "path": sys.path}
        stir = _Stir()
        try:
            if self._gone:
                self._process.kill()
            self._send(frames.READY, msgspec.msgpack.encode(told))
            while stir.still(self._spent()) < SETTING_UP:
                frame = self._receive(LOOK_EVERY)
                if frame is not None and frame[0] == frames.READY:
                    return
        except (BrokenPipeError, EOFError):
            pass  # its last words say why
        words = self._last_words()
        self._kill()
        raise WorkerNeverStarted(f"A worker could not be set up with {self._task.make}:\n{words}")

    def _send(self, kind: bytes, body: bytes) -> None:
        assert self._process is not None
        assert self._process.stdin is not None
        view = memoryview(frames.HEAD.pack(kind, len(body)) + body)
        while view:
            view = view[self._process.stdin.write(view) or 0 :]

    def _receive(self, seconds: float) -> tuple[bytes, bytes] | None:
        """The next frame; None if none came in time. EOFError: none will come any more."""
        assert self._process is not None
        assert self._process.stdout is not None
        until = time.monotonic() + seconds
        while True:
            if frame := self._inbox.next():
                return frame
            left = until - time.monotonic()
            if left <= 0:
                return None
            ready, _, _ = select.select([self._process.stdout], [], [], left)
            if not ready:
                return None
            data = self._process.stdout.read(1 << 20)
            if not data:
                raise EOFError
            self._inbox.add(data)

    def _death(self, inside: bool) -> Lost:
        assert self._process is not None
        try:
            code = self._process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            self._process.kill()
            code = self._process.wait()
        self._excusable = not inside or code in _FROM_OUTSIDE
        told = f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
        return Lost(Loss.DIED, f"The worker ended with {told}.", self._last_words(), rest=not inside)

    def _last_words(self) -> str:
        size = self._said.seek(0, os.SEEK_END)
        self._said.seek(max(0, size - 8000))
        return self._said.read().decode("utf-8", "replace")

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def _memory(self) -> int:
        """The worker's resident memory; 0 where the system does not tell."""
        assert self._process is not None
        try:
            with open(f"/proc/{self._process.pid}/statm", "rb") as file:
                return int(file.read().split()[1]) * _PAGE
        except (OSError, IndexError, ValueError):
            return 0

    def _spent(self) -> float:
        """The worker's processor time; 0 where the system does not tell."""
        assert self._process is not None
        try:
            with open(f"/proc/{self._process.pid}/stat", "rb") as file:
                told = file.read().rpartition(b")")[2].split()
            return (int(told[11]) + int(told[12])) / _TICK
        except (OSError, IndexError, ValueError):
            return 0.0


class _Stir:
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
