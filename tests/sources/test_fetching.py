"""One page is fetched, politely and from public places only, and kept before it is read."""

import gzip
import socket
import threading
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import brotli
import httpx
import pytest

from onrecord.record import Page, Reason, Unread
from onrecord.sources.fetching import AGENT, fetch, keep, kept_name
from onrecord.sources.limits import Limits
from onrecord.sources.records import Saved
from onrecord.sources.shards import cut, items

URL = "https://news.example/ferry"
PAGE = "<!doctype html><title>Ferry</title><p>The ferry – at last – sails.</p>"
Answer = Callable[[httpx.Request], httpx.Response]


def public(host: str, port: int) -> list[str]:
    return ["93.184.215.14"]


class Sent(httpx.SyncByteStream):
    """A body as a server sends it: httpx has read and unpacked what it is given as content."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def __iter__(self) -> Iterator[bytes]:
        yield self.body


def get(answer: Answer, url: str = URL, **told: object) -> Saved | Unread:
    def sent(request: httpx.Request) -> httpx.Response:
        said = answer(request)
        body = said.stream if isinstance(said.stream, Sent) else Sent(said.content)
        return httpx.Response(said.status_code, headers=said.headers, stream=body)

    told.setdefault("look_up", public)
    return fetch(url, transport=httpx.MockTransport(sent), **told)  # type: ignore[arg-type]


def serve(pages: dict[str, httpx.Response], seen: list[httpx.Request] | None = None) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        if seen is not None:
            seen.append(request)
        return pages.get(request.url.path, httpx.Response(404))

    return answer


def page() -> httpx.Response:
    return httpx.Response(200, content=PAGE.encode(), headers={"Content-Type": "text/html; charset=utf-8"})


def test_a_page_is_fetched_by_the_address_that_was_checked() -> None:
    seen: list[httpx.Request] = []
    found = get(serve({"/ferry": page()}, seen))
    assert isinstance(found, Saved)
    assert found.data == PAGE.encode()
    assert found.url == URL
    assert found.status == 200
    assert [request.url.path for request in seen] == ["/robots.txt", "/ferry"]
    assert {request.url.host for request in seen} == {"93.184.215.14"}
    assert {request.headers["host"] for request in seen} == {"news.example"}
    assert {request.headers["user-agent"] for request in seen} == {AGENT}


def test_robots_are_asked_and_obeyed() -> None:
    robots = httpx.Response(200, text="User-agent: onrecord\nDisallow: /ferry\n")
    found = get(serve({"/robots.txt": robots, "/ferry": page()}))
    assert isinstance(found, Unread)
    assert found.reason is Reason.NO_PERMISSION
    assert isinstance(get(serve({"/robots.txt": robots, "/ferry": page()}), robots=False), Saved)
    assert isinstance(get(serve({"/robots.txt": httpx.Response(403), "/ferry": page()})), Unread)


def test_robots_are_understood_as_the_standard_says() -> None:
    def allowed(robots: str, path: str) -> bool:
        rules = httpx.Response(200, text=robots)
        return isinstance(
            get(serve({"/robots.txt": rules, path: page()}), "https://news.example" + path), Saved
        )

    # the longest rule counts, wherever it stands, and a star stands for anything
    mixed = "User-agent: *\nDisallow: /news\nAllow: /news/open/\nDisallow: /*/print$\n"
    assert allowed(mixed, "/news/open/ferry")
    assert not allowed(mixed, "/news/ferry")
    assert not allowed(mixed, "/ferry/print")
    assert allowed("User-agent: another\nDisallow: /\n", "/ferry")


def test_robots_elsewhere_are_followed_and_a_server_in_trouble_is_left_alone() -> None:
    moved = httpx.Response(301, headers={"Location": "/rules.txt"})
    rules = httpx.Response(200, text="User-agent: *\nDisallow: /\n")
    found = get(serve({"/robots.txt": moved, "/rules.txt": rules, "/ferry": page()}))
    assert isinstance(found, Unread)
    assert found.reason is Reason.NO_PERMISSION
    found = get(serve({"/robots.txt": httpx.Response(503), "/ferry": page()}))
    assert isinstance(found, Unread)
    assert "HTTP status 503" in found.detail


def test_redirects_are_followed_but_not_for_ever() -> None:
    moved = {"/ferry": httpx.Response(301, headers={"Location": "/boat"}), "/boat": page()}
    found = get(serve(moved))
    assert isinstance(found, Saved)
    assert found.url == "https://news.example/boat"
    round_and_round = {"/ferry": httpx.Response(302, headers={"Location": "/ferry"})}
    assert isinstance(get(serve(round_and_round)), Unread)


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1", "10.0.0.1", "192.168.1.1", "169.254.169.254", "172.16.0.1", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "::1", "fe80::1", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1",
    ],
)  # fmt: skip
def test_private_addresses_are_refused(ip: str) -> None:
    found = get(serve({"/ferry": page()}), look_up=lambda host, port: ["93.184.215.14", ip])
    assert isinstance(found, Unread)
    assert found.reason is Reason.NO_PERMISSION


def test_a_redirect_into_the_own_network_is_refused() -> None:
    def look_up(host: str, port: int) -> list[str]:
        return ["127.0.0.1"] if host == "inside.example" else ["93.184.215.14"]

    moved = {"/ferry": httpx.Response(301, headers={"Location": "https://inside.example/"})}
    found = get(serve(moved), look_up=look_up)
    assert isinstance(found, Unread)
    assert "inside.example is at 127.0.0.1" in found.detail


@pytest.mark.parametrize(
    "url", ["http://news.example/", "ftp://news.example/", "https://", "https://a:b@news.example/"]
)
def test_other_addresses_are_refused(url: str) -> None:
    assert isinstance(get(serve({"/": page()}), url), Unread)


def test_private_ones_can_be_allowed() -> None:
    found = get(
        serve({"/": page()}), "http://localhost/", private=True, look_up=lambda host, port: ["127.0.0.1"]
    )
    assert isinstance(found, Saved)


def test_too_much_and_nothing_are_told() -> None:
    found = get(serve({"/ferry": page()}), limits=Limits(page=10))
    assert isinstance(found, Unread)
    assert found.reason is Reason.TOO_LARGE
    assert isinstance(get(serve({})), Unread)

    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectTimeout("timed out")

    assert isinstance(get(fail, robots=False), Unread)


@pytest.mark.parametrize(
    ("coding", "pack"), [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)]
)
def test_what_is_packed_is_unpacked_within_the_caps(coding: str, pack: Callable[[bytes], bytes]) -> None:
    headers = {"Content-Type": "text/html", "Content-Encoding": coding}
    found = get(sends(pack(PAGE.encode()), headers))
    assert isinstance(found, Saved)
    assert found.data == PAGE.encode()
    assert "content-encoding" not in {key.lower() for key, _ in found.headers}
    bomb = get(sends(pack(b"a" * (40 << 20)), headers))
    assert isinstance(bomb, Unread)
    assert bomb.reason in (Reason.COMPRESSED, Reason.TOO_LARGE)


def sends(body: bytes, headers: dict[str, str]) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(200, stream=Sent(body), headers=headers)

    return answer


def test_a_server_that_drips_is_not_waited_for() -> None:
    over = threading.Event()

    def drip(server: socket.socket) -> None:
        with suppress(OSError):
            connection, _ = server.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 200 OK\r\n")
                while not over.wait(0.05):
                    connection.sendall(b"X-Drop: 1\r\n")

    with socket.create_server(("127.0.0.1", 0)) as server:
        thread = threading.Thread(target=drip, args=(server,))
        thread.start()
        url = f"http://127.0.0.1:{server.getsockname()[1]}/ferry"
        found = fetch(url, private=True, robots=False, seconds=1.5)
        over.set()
    thread.join()
    assert isinstance(found, Unread)
    assert "did not come within 1.5 seconds" in found.detail


def test_no_cookie_is_brought_along() -> None:
    seen: list[httpx.Request] = []
    moved = httpx.Response(301, headers={"Location": "/boat", "Set-Cookie": "who=you"})
    found = get(serve({"/ferry": moved, "/boat": page()}, seen))
    assert isinstance(found, Saved)
    assert not any("cookie" in request.headers for request in seen)
    assert "set-cookie" not in {key.lower() for key, _ in found.headers}


def test_what_was_fetched_is_kept_as_a_warc_that_gives_the_same_page(tmp_path: Path) -> None:
    found = get(serve({"/ferry": page()}))
    assert isinstance(found, Saved)
    path = tmp_path / kept_name(found)
    keep(found, str(path))
    (shard,) = cut([str(path)])
    (again,) = items(shard)
    assert isinstance(again, Saved)
    assert (again.data, again.url, again.status) == (found.data, found.url, 200)
    assert again.saved is not None
    whole, kept = found.page(), again.page()
    assert isinstance(whole, Page)
    assert isinstance(kept, Page)
    assert whole.source == kept.source


def test_nothing_but_fetching_opens_a_socket(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    (tmp_path / "a.html").write_text(f'<link rel="stylesheet" href="{URL}"><img src="{URL}">{PAGE}')
    (tmp_path / "b.rss").write_text(
        f"<?xml version='1.0'?><rss version='2.0'><channel><item><link>{URL}</link></item></channel></rss>"
    )
    found = [item for shard in cut([str(tmp_path), URL]) for item in items(shard)]
    assert len(found) == 3
    for item in found:
        if isinstance(item, Saved):
            item.page()
