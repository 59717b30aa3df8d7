"""An HTTP answer as web archives keep it: head and body in one, the body perhaps in chunks and compressed."""

import re
import zlib
from dataclasses import dataclass
from io import BytesIO

from ..record import Reason
from .kinds import SourceKind
from .limits import FAILURES, LIMITS, Limits, Readable, Unreadable, opened, read_capped

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_HEAD = re.compile(
    rb"[^\r\n]{1,400}\r?\n(?:[!-9;-~]{1,100}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+(?:\r?\n|\Z)"
)
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)?[ \t]+(\d{3})\b")
_CHUNK = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]*)?\r?\n")
_MOST_HEAD = 64 << 10
_MOST_HEADERS = 200
_CODINGS = {
    "gzip": SourceKind.GZIP,
    "x-gzip": SourceKind.GZIP,
    "br": SourceKind.BROTLI,
    "zstd": SourceKind.ZSTD,
}
_MAGICS = {SourceKind.GZIP: b"\x1f\x8b", SourceKind.ZSTD: b"\x28\xb5\x2f\xfd"}


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer: status (None where the first line is none), headers in order, the body as meant."""

    status: int | None
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first header of that name (in lower case); None if there is none."""
        return next((value for key, value in self.headers if key.lower() == name), None)


def answer_in(block: bytes, *, where: str, limits: Limits = LIMITS) -> Answer:
    """The answer in a record's block, its transfer and content encodings undone."""
    status = _STATUS.match(block)
    end = _HEAD_END.search(block, 0, _MOST_HEAD) if status else None
    # some servers call their protocol something else, and some crawlers leave out the line that ends the head
    end = end or _HEAD.match(block, 0, _MOST_HEAD)
    if not end:
        if not status:
            return Answer(None, (), block)
        raise Unreadable(Reason.BAD_RECORD, f"{where} holds an HTTP answer whose head does not end.")
    headers = _headers(block[: end.end()].rstrip())
    body = block[end.end() :]
    answer = Answer(int(status[1]) if status else None, headers, body)
    if "chunked" in (answer.header("transfer-encoding") or "").lower():
        body = _unchunked(body)
    body = uncoded(body, answer.header("content-encoding") or "", where=where, limits=limits)
    return Answer(answer.status, headers, body)


def uncoded(body: bytes, content_encoding: str, *, where: str, limits: Limits = LIMITS) -> bytes:
    """The body before the codings that its Content-Encoding lists, the last of which came last."""
    codings = [part.strip().lower() for part in content_encoding.split(",")]
    codings = [coding for coding in codings if coding not in ("", "identity", "none")]
    if len(codings) > limits.layers:
        raise Unreadable(Reason.COMPRESSED, f"{where} is packed more than {limits.layers} times over.")
    for coding in reversed(codings):
        body = _uncoded(body, coding, where, limits)
    return body


def _headers(head: bytes) -> tuple[tuple[str, str], ...]:
    lines = re.sub(rb"\r?\n[ \t]+", b" ", head).split(b"\n")[1 : _MOST_HEADERS + 1]
    pairs = []
    for line in lines:
        key, colon, value = line.partition(b":")
        if colon:
            pairs.append((key.strip().decode("latin-1"), value.strip().decode("utf-8", "replace")))
    return tuple(pairs)


def _unchunked(body: bytes) -> bytes:
    """The body without its chunk lines; as it is where it is not in chunks, which many archives leave so."""
    pieces: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        size = int(found[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(body[found.end() : found.end() + size])
        at = found.end() + size
        # each chunk is followed by a line break
        at += 2 if body[at : at + 2] == b"\r\n" else 1 if body[at : at + 1] == b"\n" else 0
    if at == 0:
        return body
    # cut short or damaged: what came before stands
    return b"".join(pieces) + (body[at:] if at < len(body) and not pieces else b"")


def _uncoded(body: bytes, coding: str, where: str, limits: Limits) -> bytes:
    if not body:
        return body
    kind = _CODINGS.get(coding)
    try:
        if coding == "deflate":
            stream: Readable = _Deflate(body)
        elif kind is None:
            return body
        elif kind in _MAGICS and not body.startswith(_MAGICS[kind]):
            # undone by the crawler, which left the header as it was
            return body
        else:
            stream = opened(BytesIO(body), kind, where=where)
        return read_capped(stream, where=where, packed=len(body), limits=limits, keep_start=True)
    except FAILURES:
        # what cannot be opened was most likely never packed; what it is shows when it is looked at
        return body


class _Deflate:
    """Deflate as browsers take it: with zlib's head as the standard says, or without as some servers send."""

    def __init__(self, data: bytes) -> None:
        self._rest = data
        head = len(data) >= 2 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0
        self._opener = zlib.decompressobj() if head else zlib.decompressobj(-zlib.MAX_WBITS)

    def read(self, size: int = -1, /) -> bytes:
        if self._opener.eof or not self._rest:
            return b""
        out = self._opener.decompress(self._rest, max(size, 1))
        self._rest = self._opener.unconsumed_tail
        return out
