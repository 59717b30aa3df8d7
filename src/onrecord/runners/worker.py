"""The process in which pieces are worked on: `python -m onrecord.runners.worker`.

Whatever a page does to it, its overseer notices, puts another in its place and goes on with the next page.
"""

import ctypes
import faulthandler
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import BinaryIO, NoReturn

import msgspec

from . import frames
from .pieces import Loss, Lost, Task, Work
from .serial import broke

_DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG


def main() -> None:
    """Take pieces from standard input until there are no more, and answer on standard output."""
    faulthandler.enable()
    end_with_whoever_started_us()
    inbound, outbound = ends()
    first = frames.read(inbound)
    if first is None:
        return
    told = msgspec.msgpack.decode(first[1])
    sys.path[:] = told["path"]
    serve(Task(told["make"], told["arguments"]).work(), inbound, outbound)


def ends() -> tuple[BinaryIO, BinaryIO]:
    """Where frames come in and go out: what were standard input and output."""
    inbound = os.fdopen(os.dup(0), "rb")
    outbound = os.fdopen(os.dup(1), "wb")
    # what a library prints must not get among the frames
    os.dup2(2, 1)
    return inbound, outbound


def serve(work: Work, inbound: BinaryIO, outbound: BinaryIO) -> None:
    """Work on whatever comes in, until nothing does any more."""
    frames.write(outbound, frames.READY)
    while (frame := frames.read(inbound)) is not None:
        (skip,) = frames.SKIP.unpack_from(frame[1])
        _piece(work, frame[1][frames.SKIP.size :], skip, outbound)


def end_with_whoever_started_us() -> None:
    """A worker whose driver was killed while a page had hold of it would never notice: the kernel does.

    That is for Linux. Elsewhere such a worker ends with its page, if that ever ends. Between two pages it
    notices by itself, since there is nobody left at the other end of the pipe.
    """
    if sys.platform == "linux":
        # the kernel means the thread that started us; an overseer starts its workers and does all else in one
        ctypes.CDLL(None).prctl(_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)


def _piece(work: Work, piece: bytes, skip: int, outbound: BinaryIO) -> None:
    try:
        for number, thing in enumerate(work.things(piece)):
            if number >= skip:
                _thing(work, thing, outbound)
    except BrokenPipeError:
        raise
    except Exception as error:
        frames.write(outbound, frames.LOST, frames.encode_lost(broke(error, rest=True)))
    frames.write(outbound, frames.END)


def _thing(work: Work, thing: object, outbound: BinaryIO) -> None:
    frames.write(outbound, frames.BEGIN, frames.TIME.pack(time.process_time()))
    try:
        result = work.read(thing)
    except MemoryError:
        lost = Lost(Loss.TOO_MUCH_MEMORY, "There was no memory left.")
        frames.write(outbound, frames.LOST, frames.encode_lost(lost))
    except Exception as error:
        frames.write(outbound, frames.LOST, frames.encode_lost(broke(error, rest=False)))
    else:
        frames.write(outbound, frames.RESULT, result)


def run(life: Callable[[], None]) -> NoReturn:
    """Live it, and end this process however it ends."""
    try:
        life()
    except (BrokenPipeError, KeyboardInterrupt):
        os._exit(1)  # whoever gave the work is gone; there is nobody left to tell
    except BaseException:
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    run(main)
