"""A worker process and who watches it: its time and memory are bounded, it is replaced when it breaks."""

import select
import signal
import subprocess
import tempfile
import time
from typing import IO

from . import frames
from .nurseries import Forked, Nursery
from .pieces import Bounds, Done, Loss, Lost, Task
from .starting import (
    LOOK_EVERY,
    SETTING_UP,
    Stir,
    WorkerNeverStarted,
    described,
    last_words,
    memory,
    spent,
    start,
)

_FROM_OUTSIDE = (-signal.SIGKILL, -signal.SIGTERM)  # what no page does to a process: somebody else ended it


class Overseer:
    """Gets pieces done by one worker at a time."""

    def __init__(self, task: Task, bounds: Bounds, nursery: Nursery | None = None) -> None:
        self._task = task
        self._bounds = bounds
        self._nursery = nursery
        self._process: subprocess.Popen[bytes] | Forked | None = None
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
        stir = Stir()
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
            stir = Stir()
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

    def _beyond(self, spent: float, stir: "Stir", inside: bool) -> Lost | None:
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
        forked = self._nursery.fork(self._said) if self._nursery else None
        if forked is not None:
            if self._comes_up(forked, None):
                return
            self._kill()  # what it was forked from has ended, and it with that, before it could say it is there
        apart = start("onrecord.runners.worker", self._said, subprocess.PIPE, subprocess.PIPE)
        if not self._comes_up(apart, described(self._task)):
            words = last_words(self._said)
            self._kill()
            raise WorkerNeverStarted(self._task.make, words)

    def _comes_up(self, process: "subprocess.Popen[bytes] | Forked", told: bytes | None) -> bool:
        """Whether a process that was just started, and is told its task if it has none yet, says that it is there."""
        self._process = process
        self._inbox = frames.Inbox()
        stir = Stir()
        try:
            if self._gone:
                process.kill()
            if told is not None:
                self._send(frames.READY, told)
            while stir.still(self._spent()) < SETTING_UP:
                frame = self._receive(LOOK_EVERY)
                if frame is not None and frame[0] == frames.READY:
                    return True
        except (BrokenPipeError, EOFError):
            pass  # its last words say why
        return False

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
        return Lost(Loss.DIED, f"The worker ended with {told}.", last_words(self._said), rest=not inside)

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
        assert self._process is not None
        return memory(self._process.pid)

    def _spent(self) -> float:
        assert self._process is not None
        return spent(self._process.pid)
