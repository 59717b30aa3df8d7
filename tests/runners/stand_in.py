"""Work for the runners that does at a word what pages do by mischief."""

import ctypes
import os
import time
from collections.abc import Iterator


class Words:
    """The things in a piece are its words; what is made of one is itself in capitals."""

    def things(self, piece: bytes) -> Iterator[bytes]:
        for word in piece.split():
            if word == b"unopenable":
                raise ValueError("the piece is damaged here")
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
                held = []
                while True:
                    held.append(b"x" * (16 << 20))
            case b"crash":
                ctypes.string_at(0)
            case b"leave":
                os._exit(7)
            case b"print":
                print("this must not get among the frames")
        return word.upper()


def words() -> Words:
    return Words()
