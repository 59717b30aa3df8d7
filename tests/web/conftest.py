"""An archive of fictional stories, served on this machine, and a real browser to look at it."""

import os
import shutil
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from onrecord.archive import Archive, open_archive
from onrecord.record import Outcome, Page, Reason, Unread
from onrecord.web import make_app
from tests.web.newsroom import Told, coast, oddities, tell

DROPPED = tell(
    "A page that was dropped in",
    ("<q>“Here I am,”</q> <c>said</c> <s>nobody</s>.",),
)


class Reads:
    """What the add box of the test server makes of a file: our one page, or nothing."""

    def read(self, name: str, data: bytes) -> tuple[Page | None, Outcome]:
        if data == DROPPED.raw:
            return DROPPED.page, DROPPED.reading
        return None, Unread(Reason.NOT_A_PAGE, f"{name} is not a page", name=name)

    def fold(self, archive: Archive) -> int:
        return 0


def filled(path: Path, stories: list[Told]) -> Path:
    """An archive of these stories, and two pages that could not be read."""
    with open_archive(path) as archive:
        archive.add_many([(told.page, told.reading) for told in stories])
        archive.add(None, Unread(Reason.EMPTY, "empty.html holds no bytes", name="empty.html"))
        archive.add(None, Unread(Reason.BINARY, "scan.pdf is a PDF, not a page", name="scan.pdf"))
    return path


class Served:
    """A server in a thread of its own, at a port of its own."""

    def __init__(self, path: Path, *, writes: bool = True) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        app = make_app(path, port=self.port, reader=Reads() if writes else None)
        self.server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.socket]})
        self.thread.start()

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join()
        self.socket.close()


@pytest.fixture(scope="session")
def stories() -> list[Told]:
    return [*oddities(), *coast(40)]


@pytest.fixture(scope="session")
def archive_path(tmp_path_factory: pytest.TempPathFactory, stories: list[Told]) -> Path:
    return filled(tmp_path_factory.mktemp("web") / "The Ellery Files.onrecord", stories)


@pytest.fixture(scope="session")
def served(archive_path: Path) -> Iterator[Served]:
    server = Served(archive_path)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    path = tmp_path_factory.mktemp("empty") / "Nothing yet.onrecord"
    open_archive(path).close()
    server = Served(path)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium; the tests that need one are skipped where there is none."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the browser tests need playwright")
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("the browser tests need Chromium (apt-get install chromium)")
    with playwright.sync_playwright() as running:
        # the first start on a cold machine takes longer than Playwright waits of itself
        browser = running.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--headless"], timeout=300_000
        )
        yield browser
        browser.close()


class Window:
    """A page in the browser that notes every request and every complaint."""

    def __init__(self, page: Any, url: str) -> None:
        page.set_default_timeout(180_000)
        self.page = page
        self.url = url
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def open(self, path: str) -> Any:
        """The page at a path, loaded."""
        self.page.goto(self.url + path)
        self.page.wait_for_load_state("load")
        return self.page

    def strangers(self) -> list[str]:
        """Requests to anywhere but the server."""
        return [url for url in self.requests if not url.startswith((self.url, "data:", "blob:", "about:"))]


@pytest.fixture
def window(chromium: Any, served: Served) -> Iterator[Window]:
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    yield Window(context.new_page(), served.url)
    context.close()


@pytest.fixture
def bare(chromium: Any, served: Served) -> Iterator[Window]:
    """A window without JavaScript."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    yield Window(context.new_page(), served.url)
    context.close()


@pytest.fixture
def small(chromium: Any, served: Served) -> Iterator[Window]:
    """A window of a telephone's size, in the dark."""
    context = chromium.new_context(viewport={"width": 375, "height": 720}, color_scheme="dark")
    yield Window(context.new_page(), served.url)
    context.close()
