"""`onrecord serve`: an archive in the browser of this machine."""

import socket
import webbrowser
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import click

from onrecord.errors import PortTakenError
from onrecord.record import Outcome, Page

if TYPE_CHECKING:
    from onrecord.archive import Archive

PORT = 8123
"""Where the archive is served unless it is told otherwise; another free port if this one is taken."""


@click.command("serve")
@click.argument("archive", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(1, 65535), help=f"The port to serve at (else {PORT} or a free one)."
)
@click.option("--read-only", is_flag=True, help="Nothing can be added or changed from the browser.")
@click.option("--no-browser", is_flag=True, help="Print the address, but do not open a browser.")
def command(archive: Path, port: int | None, read_only: bool, no_browser: bool) -> None:
    """Open ARCHIVE in the browser.

    The pages are served to this machine alone, and nothing is fetched from the network. Stop with Ctrl-C.
    """
    import uvicorn

    from onrecord.web import make_app

    with _bound(port) as bound:
        port = bound.getsockname()[1]
        app = make_app(archive, port=port, reader=None if read_only else Keeping())
        address = f"http://127.0.0.1:{port}/"
        click.echo(f"{archive} is open at {address} (Ctrl-C to stop)")
        if not no_browser:
            opening = Timer(0.6, webbrowser.open, [address])
            opening.daemon = True
            opening.start()
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[bound])


class Keeping:
    """Reads what is dropped into the browser, as `onrecord add` would."""

    def read(self, name: str, data: bytes) -> tuple[Page | None, Outcome]:
        """The page that a file is, and what came of reading it."""
        from onrecord.keeping import read_pair

        return read_pair(data, name=name)

    def fold(self, archive: "Archive") -> int:
        """Tell copies and versions among what was added; how many were told."""
        from onrecord.keeping import fold_stories

        return fold_stories(archive)


def _bound(port: int | None) -> socket.socket:
    """A socket at this port of this machine only; at any free one if none was asked for and ours is taken."""
    for wanted in (port,) if port is not None else (PORT, 0):
        taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            taken.bind(("127.0.0.1", wanted))
            taken.listen(128)  # a browser that is quicker than the server waits instead of being refused
        except OSError:
            taken.close()
            continue
        return taken
    raise PortTakenError(port or PORT)
