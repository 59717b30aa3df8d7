"""One https page, fetched politely and kept before anything reads it. Nothing else uses the network.

Polite: it says who it is, asks robots.txt (RFC 9309), waits no longer and takes no more than it should. Careful:
it connects only to public addresses, and to the very address that was checked, so that a name which changes its
answer in between gains nothing; and what comes is unpacked here, within the caps of every other source.
"""

import hashlib
import ipaddress
import re
import socket
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from .. import __version__
from ..errors import MissingExtraError
from ..record import Reason, Unread
from .http import uncoded
from .limits import LIMITS, MIB, Limits, Unreadable
from .records import Saved

if TYPE_CHECKING:
    import httpx

AGENT = f"onrecord/{__version__} (reads one page at a person's request)"
REDIRECTS = 5
SECONDS = 20.0  # for each answer of the network
WHOLE = 120.0  # for all of it: a server may answer with a byte now and then, and never be late
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")

Addresses = Callable[[str, int], list[str]]
"""What looks up a name: host and port in, addresses out."""


class FetchRefused(Exception):
    """Why an address is not fetched; becomes an `Unread`."""

    def __init__(self, reason: Reason, detail: str) -> None:
        self.reason = reason
        self.detail = detail
        super().__init__(detail)


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def place(self) -> str | None:
        """Where it leads on to; None if it does not."""
        if not 300 <= self.status < 400:
            return None
        return next((value for key, value in self.headers if key.lower() == "location" and value), None)


def fetch(
    url: str,
    *,
    private: bool = False,
    robots: bool = True,
    limits: Limits = LIMITS,
    seconds: float = WHOLE,
    look_up: Addresses | None = None,
    transport: "httpx.BaseTransport | None" = None,
) -> Saved | Unread:
    """The page at an address, as answered, or why it was not fetched.

    `private` allows plain http and addresses inside one's own network. `look_up` and `transport` stand in for
    the network in tests.
    """
    try:
        import httpx
        import protego  # noqa: F401  # needed further down; said here, before anything is asked for
    except ImportError:
        raise MissingExtraError("Fetching a page", "fetch") from None
    found: Future[Saved | Unread] = Future()

    def work() -> None:
        try:
            found.set_result(_fetched(httpx, url, private, robots, limits, look_up or _look_up, transport))
        except BaseException as error:  # told to the caller, in whose thread it belongs
            found.set_exception(error)

    # nothing else bounds the time for which a server can drip; a thread left behind waits for that server only
    Thread(target=work, daemon=True).start()
    try:
        return found.result(seconds)
    except TimeoutError:
        return Unread(Reason.NOT_FOUND, f"{url} did not come within {seconds:g} seconds.", name=url)


def _fetched(
    httpx: Any,
    url: str,
    private: bool,
    robots: bool,
    limits: Limits,
    look_up: Addresses,
    transport: "httpx.BaseTransport | None",
) -> Saved | Unread:
    try:
        with httpx.Client(
            transport=transport,
            timeout=SECONDS,
            follow_redirects=False,
            trust_env=False,
            headers={
                "User-Agent": AGENT,
                "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
                "Accept-Encoding": "gzip, deflate",
            },
        ) as client:
            return _follow(client, url, private, robots, limits, look_up)
    except FetchRefused as error:
        return Unread(error.reason, error.detail, name=url)
    except Unreadable as error:
        return error.unread(url)
    except httpx.HTTPError as error:
        words = " ".join(str(error).split()) or type(error).__name__
        return Unread(Reason.NOT_FOUND, f"{url} could not be fetched: {words.rstrip('.')}.", name=url)


def _follow(
    client: "httpx.Client", url: str, private: bool, robots: bool, limits: Limits, look_up: Addresses
) -> Saved | Unread:
    at = url
    for _ in range(REDIRECTS + 1):
        if robots and not _allowed(client, at, private, limits, look_up):
            raise FetchRefused(
                Reason.NO_PERMISSION, f"{at} is not to be fetched by programs, says its robots.txt."
            )
        answer = _get(client, at, private, limits, look_up)
        if answer.place is not None:
            at = urljoin(at, answer.place)
            continue
        if answer.status != 200:
            raise FetchRefused(Reason.NOT_FOUND, f"{at} was answered with HTTP status {answer.status}.")
        return Saved(at, answer.body, at, datetime.now(UTC), answer.headers, answer.status)
    raise FetchRefused(Reason.NOT_FOUND, f"{url} leads on more than {REDIRECTS} times.")


def _allowed(client: "httpx.Client", url: str, private: bool, limits: Limits, look_up: Addresses) -> bool:
    from protego import Protego

    parts = urlsplit(url)
    at = f"{parts.scheme}://{parts.netloc}/robots.txt"
    for _ in range(REDIRECTS + 1):
        try:
            answer = _get(client, at, private, replace(limits, page=MIB // 2), look_up)
        except FetchRefused as error:
            if error.reason is Reason.TOO_LARGE:
                return True
            raise
        if answer.place is None:
            break
        at = urljoin(at, answer.place)
    if answer.status >= 500:
        raise FetchRefused(
            Reason.NO_PERMISSION,
            f"{url} is not fetched: its server cannot say whether programs may (HTTP status {answer.status}).",
        )
    if answer.status in (401, 403):
        return False
    if answer.status != 200:
        return True
    return bool(Protego.parse(answer.body.decode("utf-8", "replace")).can_fetch(url, "onrecord"))


def _get(client: "httpx.Client", url: str, private: bool, limits: Limits, look_up: Addresses) -> _Answer:
    address, host = _checked(url, private, look_up)
    # what the last server wanted kept is nothing for the next, which may well have the same address
    client.cookies.clear()
    with client.stream(
        "GET", address, headers={"Host": host}, extensions={"sni_hostname": urlsplit(url).hostname or ""}
    ) as response:
        pieces: list[bytes] = []
        total = 0
        # as sent: the client's own unpacking has no caps
        for piece in response.iter_raw(64 << 10):
            total += len(piece)
            if total > limits.page:
                raise FetchRefused(Reason.TOO_LARGE, f"{url} is longer than {limits.page / MIB:g} MiB.")
            pieces.append(piece)
        body = uncoded(
            b"".join(pieces), response.headers.get("content-encoding", ""), where=url, limits=limits
        )
        # the body is here as meant, so its codings must not be undone again
        headers = tuple(
            (key, value)
            for key, value in response.headers.multi_items()
            if key.lower() not in ("content-encoding", "transfer-encoding", "set-cookie")
        )
        return _Answer(response.status_code, headers, body)


def _checked(url: str, private: bool, look_up: Addresses) -> tuple[str, str]:
    """The address with the checked IP in place of the name, and what the Host header must say."""
    try:
        parts = urlsplit(url)
        port = parts.port or (443 if parts.scheme == "https" else 80)
    except ValueError:
        raise FetchRefused(Reason.NOT_FOUND, f"{url} is not a web address.") from None
    host = parts.hostname
    if parts.scheme not in (("https", "http") if private else ("https",)) or not host:
        raise FetchRefused(
            Reason.NO_PERMISSION, f"{url} is not an https address, and only those are fetched."
        )
    if parts.username is not None:
        raise FetchRefused(Reason.NO_PERMISSION, f"{url} holds a user name, which is not sent.")
    try:
        found = look_up(host, port)
    except OSError:
        found = []
    if not found:
        raise FetchRefused(Reason.NOT_FOUND, f"There is no host called {host}.")
    if not private:
        for ip in found:
            if not _is_public(ip):
                raise FetchRefused(Reason.NO_PERMISSION, f"{host} is at {ip}, inside a private network.")
    ip = found[0]
    shown = f"[{ip}]" if ":" in ip else ip
    place = parts._replace(netloc=f"{shown}:{port}", fragment="").geturl()
    return place, host if parts.port is None else f"{host}:{port}"


def _is_public(ip: str) -> bool:
    address = ipaddress.ip_address(re.sub(r"%.*", "", ip))
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast and address.is_global
    return address.is_global and not address.is_multicast


def _look_up(host: str, port: int) -> list[str]:
    found = []
    for _, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        with suppress(ValueError):
            ipaddress.ip_address(re.sub(r"%.*", "", str(place[0])))
            found.append(str(place[0]))
    return list(dict.fromkeys(found))


def kept_name(saved: Saved) -> str:
    """A file name for a fetched page: its host, the time and part of its hash; the page chooses nothing."""
    body = saved.data.encode() if isinstance(saved.data, str) else saved.data
    host = re.sub(r"[^a-z0-9.-]", "", (urlsplit(saved.url or "").hostname or "page").lower()) or "page"
    moment = saved.saved.strftime("%Y%m%d%H%M%S") if saved.saved else "undated"
    return f"{host[:80].lstrip('.')}-{moment}-{hashlib.sha256(body).hexdigest()[:12]}.warc.gz"


def keep(saved: Saved, path: str) -> None:
    """Write a fetched page down as a WARC with one record, before anything reads it."""
    from io import BytesIO

    from fastwarc.stream_io import GzipWriter
    from fastwarc.warc import WarcRecord, WarcRecordType

    record = WarcRecord()
    record.init_headers(WarcRecordType.response)
    if saved.url:
        record.headers["WARC-Target-URI"] = saved.url
    if saved.saved:
        record.headers["WARC-Date"] = saved.saved.strftime("%Y-%m-%dT%H:%M:%SZ")
    record.headers["Content-Type"] = "application/http; msgtype=response"
    head = "".join(f"{key}: {value}\r\n" for key, value in saved.headers)
    body = saved.data.encode() if isinstance(saved.data, str) else saved.data
    record.set_bytes_content(f"HTTP/1.1 {saved.status or 200} OK\r\n{head}\r\n".encode() + body)
    out = BytesIO()
    with GzipWriter(out) as writer:
        record.write(writer)
        writer.finish()
        data = out.getvalue()
    with open(path, "wb") as file:
        file.write(data)
