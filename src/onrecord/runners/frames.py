"""How a worker and its overseer talk: frames over a pipe, each a letter, a length and so many bytes."""

import struct
from typing import BinaryIO

import msgspec

from .pieces import Lost

HEAD = struct.Struct("<cI")

READY = b"r"
"""The worker is set up."""
PIECE = b"p"
"""A piece to work on: how many things to step over first (4 bytes), then the piece."""
BEGIN = b"b"
"""The worker begins a thing: its processor time until now."""
RESULT = b"s"
"""What was made of the thing."""
LOST = b"l"
"""Nothing was made of it, and why."""
END = b"e"
"""There is nothing more in the piece."""

TIME = struct.Struct("<d")
SKIP = struct.Struct("<I")

encode_lost = msgspec.msgpack.Encoder().encode
decode_lost = msgspec.msgpack.Decoder(Lost).decode


def write(stream: BinaryIO, kind: bytes, body: bytes = b"") -> None:
    """Send a frame."""
    stream.write(HEAD.pack(kind, len(body)) + body)
    stream.flush()


def read(stream: BinaryIO) -> tuple[bytes, bytes] | None:
    """The next frame; None where the stream has ended."""
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    body = stream.read(length)
    return (kind, body) if len(body) == length else None


class Inbox:
    """Bytes as they come in, frames as they become whole."""

    def __init__(self) -> None:
        self._bytes = bytearray()

    def add(self, data: bytes) -> None:
        """Some more bytes."""
        self._bytes += data

    def next(self) -> tuple[bytes, bytes] | None:
        """The next whole frame; None until there is one."""
        if len(self._bytes) < HEAD.size:
            return None
        kind, length = HEAD.unpack_from(self._bytes)
        end = HEAD.size + length
        if len(self._bytes) < end:
            return None
        body = bytes(self._bytes[HEAD.size : end])
        del self._bytes[:end]
        return kind, body
