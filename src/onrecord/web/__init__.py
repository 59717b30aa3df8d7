"""Pages over an archive, for the browser of the machine it lies on.

uvicorn.run(make_app(path, port=8123), host="127.0.0.1", port=8123)
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from onrecord.errors import OnrecordError

from .guards import Guards, new_token, own_hosts
from .pages import Pages, Reader
from .shelves import Shelf

__all__ = ["Reader", "make_app"]


def make_app(path: str | Path, *, port: int, reader: Reader | None = None) -> Starlette:
    """The web pages over the archive at `path`, as an ASGI application.

    It answers only requests for this machine at `port`. `reader` reads the files that are dropped into it;
    without one the archive can be looked at, and people joined or told apart, but nothing added.
    """
    shelf = Shelf(Path(path))
    with shelf.reading() as archive:
        archive.summary()
    pages = Pages(shelf, token=new_token(), reader=reader)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        shelf.close()

    return Starlette(
        routes=pages.routes(),
        middleware=[Middleware(Guards, hosts=own_hosts(port))],
        exception_handlers={
            OnrecordError: pages.mistake,
            HTTPException: pages.mistake,
            Exception: pages.broken,
        },
        lifespan=lifespan,
    )
