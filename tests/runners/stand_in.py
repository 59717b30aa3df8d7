"""Work for the runners that does at a word what pages do by mischief."""

import ctypes
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path


class Words:
    """The things in a piece are its words; what is made of one is itself in capitals."""

    def things(self, piece: bytes) -> Iterator[bytes]:
        for word in piece.split():
            if word == b"unopenable":
                raise ValueError("the piece is damaged here")
            if word == b"undone":
                os._exit(7)
            yield word

    def read(self, word: bytes) -> bytes:
        match word:
            case b"break":
                raise KeyError("a bug")
            case b"hang":
                time.sleep(3600)
            case b"spin":
                while True:
                    pass
            case b"swell":
                swell()
            case b"crash":
                ctypes.string_at(0)
            case b"leave":
                os._exit(7)
            case b"killed":
                os.kill(os.getpid(), signal.SIGKILL)
            case _ if word.startswith(b"once:"):
                # killed from outside the first time somebody is at it
                mark = Path(word[5:].decode())
                if not mark.exists():
                    mark.touch()
                    os.kill(os.getpid(), signal.SIGKILL)
            case b"whose":
                return str(os.getppid()).encode()
            case _ if word.startswith(b"orphan:"):
                # the first time somebody is at it, whoever started this worker is killed
                mark = Path(word[7:].decode())
                if not mark.exists():
                    mark.touch()
                    os.kill(os.getppid(), signal.SIGKILL)
                    time.sleep(3600)
            case b"print":
                print("this must not get among the frames")
        return word.upper()


def swell() -> None:
    """Take 1 GiB and keep it: however fast the machine, that is what whoever looks will see."""
    held = [b"x" * (16 << 20) for _ in range(64)]
    while held:
        time.sleep(1)


def words() -> Words:
    return Words()


def words_and_a_thread() -> Words:
    """What loads so may hold a lock at any time, and a fork would hold it for ever."""
    threading.Thread(target=time.sleep, args=(3600,), daemon=True).start()
    return Words()
