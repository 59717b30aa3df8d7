"""What no source may exceed, and how compressed data is opened without being at its mercy."""

import zlib
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from io import BytesIO
from typing import BinaryIO, Protocol, cast

from ..record import Reason, Unread
from .kinds import SourceKind

MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """The caps. Each was set at several times the largest honest page or archive we have seen.

    `page` is for the bytes of one page: SingleFile pages carry their pictures in themselves and reach 20 MiB.
    `ratio` holds once more than `ratio_from` bytes have come out: HTML shrinks 4 to 20 times, a bomb 1,000.
    `layers` is how often one thing may be packed inside another, `entries` how many a zip may list.
    """

    page: int = 32 * MIB
    ratio: int = 250
    ratio_from: int = 4 * MIB
    layers: int = 2
    entries: int = 200_000
    unpacked: int = 64 << 30
    feed: int = 64 * MIB
    line: int = 32 * MIB


LIMITS = Limits()


class Unreadable(Exception):
    """Travels from where something cannot be read to the one place that makes an `Unread` of it."""

    def __init__(self, reason: Reason, detail: str) -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(detail)

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[Reason, str]]:
        return Unreadable, (self.reason, self.detail)

    def unread(self, name: str | None) -> Unread:
        """The same as a value."""
        return Unread(self.reason, self.detail, name=name)


class Readable(Protocol):
    """Anything that gives bytes a piece at a time."""

    def read(self, size: int = -1, /) -> bytes: ...


def _failures() -> tuple[type[Exception], ...]:
    """What the openers raise on damaged data; those of packages that are not installed cannot be raised."""
    # LZ4's are RuntimeErrors
    kinds: list[type[Exception]] = [OSError, EOFError, ValueError, RuntimeError, zlib.error]
    for module, name in (("zstandard", "ZstdError"), ("brotli", "error")):
        try:
            kinds.append(getattr(import_module(module), name))
        except ImportError:
            continue
    return tuple(kinds)


FAILURES = _failures()


def unpack(data: bytes, kind: SourceKind, *, where: str, limits: Limits = LIMITS) -> bytes:
    """What one compressed stream holds, read a piece at a time and never beyond the caps."""
    try:
        stream = opened(BytesIO(data), kind, where=where)
        return read_capped(stream, where=where, packed=len(data), limits=limits)
    except FAILURES as error:
        raise Unreadable(
            Reason.COMPRESSED, f"{where} is {kind.value} data that cannot be opened: {_words(error)}."
        ) from None


def read_capped(
    stream: Readable, *, where: str, packed: int, limits: Limits = LIMITS, keep_start: bool = False
) -> bytes:
    """All of a stream that was `packed` bytes long when compressed, if it keeps within the caps.

    With `keep_start`, what came out before damage showed is given back, as browsers show a page cut short.
    """
    pieces: list[bytes] = []
    total = 0
    while True:
        try:
            piece = stream.read(256 << 10)
        except FAILURES:
            if keep_start and pieces:
                break
            raise
        if not piece:
            break
        total += len(piece)
        if total > limits.page:
            raise Unreadable(
                Reason.TOO_LARGE,
                f"{where} unpacks to more than the {limits.page // MIB} MiB that a page may have.",
            )
        if total > limits.ratio_from and total > packed * limits.ratio:
            raise Unreadable(
                Reason.COMPRESSED, f"{where} unpacks to more than {limits.ratio} times its size, as bombs do."
            )
        pieces.append(piece)
    return b"".join(pieces)


def opened(stream: Readable, kind: SourceKind, *, where: str) -> Readable:
    """The stream as it is before compression."""
    maker = _OPENERS.get(kind)
    if maker is None:
        raise Unreadable(Reason.COMPRESSED, f"{where} is {kind.value} data, which is not opened here.")
    try:
        return maker(stream)
    except ImportError:
        raise Unreadable(
            Reason.COMPRESSED, f"{where} is {kind.value} data; to open it: pip install 'onrecord[warc]'."
        ) from None


def _gzip(stream: Readable) -> Readable:
    return _Gzip(stream)


def _zstd(stream: Readable) -> Readable:
    return _Zstd(stream)


def _lz4(stream: Readable) -> Readable:
    import lz4.frame

    return lz4.frame.LZ4FrameFile(stream)  # type: ignore[no-any-return]


def _bzip2(stream: Readable) -> Readable:
    import bz2

    return cast(Readable, bz2.BZ2File(cast(BinaryIO, stream)))


def _xz(stream: Readable) -> Readable:
    return _Xz(stream)


def _brotli(stream: Readable) -> Readable:
    return _Brotli(stream)


_OPENERS: dict[SourceKind, Callable[[Readable], Readable]] = {
    SourceKind.GZIP: _gzip,
    SourceKind.ZSTD: _zstd,
    SourceKind.LZ4: _lz4,
    SourceKind.BZIP2: _bzip2,
    SourceKind.XZ: _xz,
    SourceKind.BROTLI: _brotli,
}


class _Gzip:
    """gzip that gives what there is before it says that it ends in the middle, as browsers show such pages.

    The standard library's file object says so at once. What follows the last part and is no gzip is left.
    """

    def __init__(self, stream: Readable) -> None:
        self._stream = stream
        self._opener = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._packed = b""
        self._begun = False
        self._over = False

    def read(self, size: int = -1, /) -> bytes:
        while not self._over:
            if self._opener.eof:
                self._next()
                continue
            packed = self._packed or self._stream.read(64 << 10)
            if not packed:
                self._over = True
                if self._begun:
                    raise EOFError("it ends in the middle")
                break
            self._begun = True
            out = self._opener.decompress(packed, max(size, 1))
            self._packed = self._opener.unconsumed_tail
            if out:
                return out
        return b""

    def _next(self) -> None:
        """Go on to the next part, if there is one: blocks of a tape may be filled up with zeros before it."""
        rest = self._opener.unused_data.lstrip(b"\x00")
        while len(rest) < 2 and (more := self._stream.read(64 << 10)):
            rest = (rest + more).lstrip(b"\x00")
        if rest.startswith(b"\x1f\x8b"):
            self._opener, self._packed, self._begun = zlib.decompressobj(zlib.MAX_WBITS | 16), rest, False
        else:
            self._over = True


class _Zstd:
    """Zstandard that says where it ends; the package's file object takes a clipped file for a whole one."""

    def __init__(self, stream: Readable) -> None:
        import zstandard

        self._stream = stream
        # the window is the memory that a frame may ask for; `zstd --ultra` asks for no more than 128 MiB
        self._maker = zstandard.ZstdDecompressor(max_window_size=128 * MIB)
        self._opener = self._maker.decompressobj()
        self._begun = False
        self._packed = b""
        self._rest = b""

    def read(self, size: int = -1, /) -> bytes:
        while not self._rest:
            if self._opener.eof:
                self._packed = self._opener.unused_data + self._packed
                self._opener, self._begun = self._maker.decompressobj(), False
            # a block of three bytes can become 128 KiB, so few bytes go in at a time
            if not self._packed:
                self._packed = self._stream.read(64 << 10)
            piece, self._packed = self._packed[:512], self._packed[512:]
            if not piece:
                if self._begun:
                    raise EOFError("it ends in the middle")
                return b""
            self._rest = self._opener.decompress(piece)
            self._begun = True
        out, self._rest = self._rest[:size], self._rest[size:]
        return out


class _Xz:
    """xz with a limit on the memory that a file may ask for; the standard library's file object has none."""

    def __init__(self, stream: Readable) -> None:
        import lzma

        self._stream = stream
        self._opener = lzma.LZMADecompressor(memlimit=256 * MIB)
        self._wrong = lzma.LZMAError

    def read(self, size: int = -1, /) -> bytes:
        while not self._opener.eof:
            packed = self._stream.read(64 << 10) if self._opener.needs_input else b""
            if self._opener.needs_input and not packed:
                raise EOFError("it ends in the middle")
            try:
                out = self._opener.decompress(packed, max(size, 1))
            except self._wrong as error:
                raise OSError(str(error)) from None
            if out:
                return out
        return b""


class _Brotli:
    """Brotli has no file object of its own; this one keeps what comes out within what was asked for."""

    def __init__(self, stream: Readable) -> None:
        import brotli

        self._stream = stream
        self._opener = brotli.Decompressor()
        self._rest = b""

    def read(self, size: int = -1, /) -> bytes:
        if self._rest:
            piece, self._rest = self._rest[:size], self._rest[size:]
            return piece
        while not self._opener.is_finished():
            packed = b""
            if self._opener.can_accept_more_data():
                packed = self._stream.read(16 << 10)
                if not packed:
                    raise EOFError("it ends before its end mark")
            out = bytes(self._opener.process(packed, output_buffer_limit=max(size, 1)))
            if out:
                # the limit is met to within a block, so what is over waits for the next call
                piece, self._rest = out[:size], out[size:]
                return piece
        return b""


def _words(error: BaseException) -> str:
    words = " ".join(str(error).split())[:200].rstrip(".")
    return words or type(error).__name__
