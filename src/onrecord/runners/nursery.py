"""The process that workers are forked from, with the work set up in it: `python -m onrecord.runners.nursery`.

What is loaded here is loaded once and shared: a worker comes up in a hundredth of a second and has to itself only
the memory that it writes to. A page is never read here, so it lives as long as its driver wants it to.
"""

import faulthandler
import gc
import os
import socket
import struct
import sys

import msgspec

from . import worker
from .pieces import Task, Work

FORK = b"f"
"""Fork a worker; three files come along: where it reads pieces, where it answers, where it says its last words."""
REAP = b"w"
"""Tell how a worker that has ended did so: its number comes along."""
READY = b"r"
"""The work is set up and workers can be had."""
UNFIT = b"u"
"""There are threads here beside the first: what they hold a fork would hold for ever."""

NUMBER = struct.Struct("<q")


def main() -> None:
    """Set up the work, then fork workers for as long as somebody is there to ask for them."""
    faulthandler.enable()
    link = socket.socket(fileno=os.dup(0))
    # what a library prints must not get among the answers
    os.dup2(2, 1)
    (length,) = NUMBER.unpack(_exactly(link, NUMBER.size))
    told = msgspec.msgpack.decode(_exactly(link, length))
    sys.path[:] = told["path"]
    work = Task(told["make"], told["arguments"]).work()
    if len(os.listdir("/proc/self/task")) > 1:
        link.sendall(UNFIT)
        return
    gc.collect()
    gc.freeze()  # a collection would write to every object, and so have every worker copy all of them
    link.sendall(READY)
    while True:
        asked, files, _, _ = socket.recv_fds(link, 1, 3)
        if asked == FORK:
            link.sendall(NUMBER.pack(_fork(work, files, link)))
        elif asked == REAP:
            (pid,) = NUMBER.unpack(_exactly(link, NUMBER.size))
            _, status = os.waitpid(pid, 0)
            link.sendall(NUMBER.pack(os.waitstatus_to_exitcode(status)))
        else:
            return


def _fork(work: Work, files: list[int], link: socket.socket) -> int:
    parent = os.getpid()
    pid = os.fork()
    if not pid:
        worker.run(lambda: _grow_up(work, files, link, parent))
    for file in files:
        os.close(file)
    return pid


def _grow_up(work: Work, files: list[int], link: socket.socket, parent: int) -> None:
    link.close()
    worker.end_with_whoever_started_us()
    if os.getppid() != parent:
        return  # it was gone before the kernel knew whom we mean
    for standard, file in enumerate(files):
        os.dup2(file, standard)
        os.close(file)
    worker.serve(work, *worker.ends())


def _exactly(link: socket.socket, size: int) -> bytes:
    found = b""
    while len(found) < size:
        part = link.recv(size - len(found))
        if not part:
            os._exit(1)
        found += part
    return found


if __name__ == "__main__":
    main()
