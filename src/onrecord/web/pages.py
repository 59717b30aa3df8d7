"""Which address shows which page. Reading needs nothing; writing needs the server's token."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import quote

import jinja2
from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from onrecord import __version__
from onrecord.archive import Archive
from onrecord.errors import ArchiveBusyError, NoSuchError, QueryError, SlowQueryError
from onrecord.record import Outcome, Page

from . import views
from .asking import PER_PAGE, Asked
from .bounds import can_be_shown
from .diffs import laid_over
from .guards import SAVED_PAGE, same_token
from .lights import lights
from .saved import light_up
from .shelves import Shelf
from .taking import LISTS, READINGS, SINGLE, take_list, take_one, take_readings
from .words import counted, day, sentence, short_day

HERE = Path(__file__).parent
READ_ONLY = "This archive is served for reading only."
MOST_FILES = 500
"""Files that one drop may hold."""

EXAMPLES = (
    ("grain export", "both words, anywhere"),
    ("“grain export”", "the words as they stand"),
    ("grain -export", "the first word without the second"),
    ("grain OR flour", "one of them, or both"),
    ("export*", "words that begin so"),
    ("speaker:solano", "what somebody said"),
    ("site:ellerycourier.example", "what one site printed"),
    ("agency:AP", "what came from a wire agency"),
    ("kind:direct", "only what stands in quotation marks; also indirect, mixed"),
    ("since:2022-05 until:2022-06", "days, months or years, both included"),
    ("headline:grain", "stories with the word in the headline; also deck, text, by, caption"),
    ("(grain OR flour) export", "groups"),
)


def disposition(name: str) -> str:
    """The header that makes a browser save what it gets under a name."""
    return f"attachment; filename*=utf-8''{quote(name)}"


class Reader(Protocol):
    """What reads the files that are dropped in. The web pages know no stage: they are given one."""

    def read(self, name: str, data: bytes) -> tuple[Page | None, Outcome]:
        """The page that a file is, and what came of reading it."""

    def fold(self, archive: Archive) -> int:
        """Tell copies and versions among what was added; how many were told."""


class Pages:
    """The pages over one archive."""

    def __init__(self, shelf: Shelf, *, token: str, reader: Reader | None) -> None:
        self.shelf = shelf
        self.token = token
        self.reader = reader
        self.templates = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE / "templates"),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self.templates.filters |= {"day": day, "short_day": short_day, "counted": counted}

    def routes(self) -> list[BaseRoute]:
        """Every address there is."""
        return [
            Route("/", self.page(self.front)),
            Route("/search", self.page(self.search)),
            Route("/articles/{id:int}", self.page(self.article)),
            Route("/articles/{id:int}/saved", self.page(self.saved)),
            Route("/articles/{id:int}/beside/{other:int}", self.page(self.beside)),
            Route("/statements/{key}", self.page(self.statement)),
            Route("/people", self.page(self.people)),
            Route("/people/{id:int}", self.page(self.person)),
            Route("/people/{id:int}/merge", self.change(self.merge), methods=["POST"]),
            Route("/people/{id:int}/split", self.change(self.split), methods=["POST"]),
            Route("/unread", self.page(self.unread)),
            Route("/add", self.page(self.add_box), methods=["GET"]),
            Route("/add", self.change(self.add), methods=["POST"]),
            Route("/export", self.page(self.export)),
            Route("/help", self.page(self.help)),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ]

    # How a page is made

    def page(self, make: Callable[[Request, Archive], Response]) -> Callable[[Request], Response]:
        """An address that only reads. Starlette runs it in a thread, so a slow search holds up nobody."""

        def answer(request: Request) -> Response:
            with self.shelf.reading() as archive:
                return make(request, archive)

        return answer

    def change(
        self, make: Callable[[Request, FormData], Response]
    ) -> Callable[[Request], Awaitable[Response]]:
        """An address that writes: the form must have brought the token."""

        async def answer(request: Request) -> Response:
            async with request.form(max_files=MOST_FILES, max_fields=MOST_FILES) as form:
                if not same_token(form.get("token"), self.token):
                    raise HTTPException(403, "This form is not from this server; open the page anew.")
                return await run_in_threadpool(make, request, form)

        return answer

    def show(self, request: Request, template: str, status: int = 200, **shown: Any) -> Response:
        """A page from its template."""
        path = self.shelf.path
        return HTMLResponse(
            self.templates.get_template(template).render(
                archive_name=path.stem,
                archive_file=path.name,
                version=__version__,
                path=request.url.path,
                **shown,
            ),
            status,
        )

    # The pages

    def front(self, request: Request, archive: Archive) -> Response:
        """What the archive holds."""
        return self.show(request, "front.html", **views.front(archive))

    def search(self, request: Request, archive: Archive) -> Response:
        """Results, or why there can be none."""
        asked = Asked.of(request.query_params)
        shown: dict[str, Any] = {
            "query": asked.q,
            "kept": [pair for pair in asked.but().pairs() if pair[0] != "q"],
            "kept_but_days": asked.but(q="", since=None, until=None).pairs(),
            "since": asked.days[0],
            "until": asked.days[1],
            "chosen": [views.Link(name, there.href) for name, there in asked.chosen],
            "without_limits": asked.without_limits.href,
            "find_macro": {"statements": "statement", "articles": "article", "people": "person"}[asked.find],
            "complaint": None,
            "wrong": None,
        }
        try:
            found = views.search(archive, asked)
        except (QueryError, SlowQueryError) as mistake:
            found = views.no_results(asked)
            shown["complaint"] = sentence(str(mistake))
            if isinstance(mistake, QueryError) and mistake.query == asked.q:
                shown["wrong"] = (asked.q[: mistake.at], asked.q[mistake.at :])
        return self.show(request, "search.html", **shown, **found)

    def article(self, request: Request, archive: Archive) -> Response:
        """A story and its saved page."""
        view = archive.article(request.path_params["id"])
        return self.show(request, "article.html", **views.article(view, request.query_params.get("said")))

    def saved(self, request: Request, archive: Archive) -> Response:
        """A saved page, harmless, with the words in question lit; or its source as it stands."""
        view = archive.article(request.path_params["id"])
        page = archive.page(view.page_id).page
        html = page.origin.form.value == "html"
        code = request.query_params.get("as") == "source"
        lost = None
        if html and not code and not can_be_shown(page.source):
            code, lost = True, "This page is built so that it cannot be shown as a page; here is its source."
        found = lights(archive, view, page, request.query_params, html=html and not code)
        if not found and any(name in request.query_params for name in ("said", "part", "text", "at")):
            lost = "These words cannot be lit: the page holds them in a form that is not shown."
        response = self.show(
            request,
            "saved.html",
            title=view.reading.article.headline or "A saved page",
            language=view.reading.article.language,
            words=light_up(page.source, found, html=html and not code, code=code),
            lost=lost,
        )
        response.headers["content-security-policy"] = SAVED_PAGE
        return response

    def beside(self, request: Request, archive: Archive) -> Response:
        """Two printings of a story, and where they differ."""
        one = archive.article(request.path_params["id"])
        other = archive.article(request.path_params["other"])
        return self.show(
            request,
            "beside.html",
            printings=[("first", views.printing_line(one)), ("second", views.printing_line(other))],
            paragraphs=laid_over(one.reading.article.text, other.reading.article.text),
        )

    def statement(self, request: Request, archive: Archive) -> Response:
        """A statement with its evidence."""
        found = archive.statement(request.path_params["key"])
        return self.show(request, "statement.html", **views.statement(found, archive.article(found.article)))

    def people(self, request: Request, archive: Archive) -> Response:
        """People by name, those with most to say first."""
        asked = Asked.of(request.query_params).but(find="people", page=Asked.of(request.query_params).page)
        return self.show(
            request, "people.html", query=asked.q, complaint=None, **views.people(archive, asked)
        )

    def person(self, request: Request, archive: Archive) -> Response:
        """A person across stories. One that was joined to another leads there."""
        view = archive.person(request.path_params["id"])
        if view.id != request.path_params["id"]:
            return RedirectResponse(f"/people/{view.id}", 308)
        stories = archive.search("", what="articles", person=view.id, sort="newest", limit=8)
        return self.show(
            request,
            "person.html",
            token=self.token,
            stories=[views.line(hit) for hit in stories.hits],
            **views.person(view),
        )

    def unread(self, request: Request, archive: Archive) -> Response:
        """Pages that could not be read."""
        asked = Asked.of(request.query_params)
        rows = archive.unread(limit=PER_PAGE, offset=(asked.page - 1) * PER_PAGE)
        total = archive.summary().unread
        return self.show(request, "unread.html", **views.unread(rows, total, asked.page))

    def help(self, request: Request, archive: Archive) -> Response:
        """How to search."""
        return self.show(request, "help.html", examples=EXAMPLES)

    def export(self, request: Request, archive: Archive) -> Response:
        """What was found, in a form to take away."""
        form = request.query_params.get("format", "")
        article = request.query_params.get("article", "")
        asked = Asked.of(request.query_params)
        name = self.shelf.path.stem
        if article.isdecimal() and form in SINGLE:
            words = take_one(archive, int(article), form)
            told = {"content-disposition": disposition(f"{name} {article}.{SINGLE[form][1]}")}
            return PlainTextResponse(words, headers=told)
        if form in LISTS:
            file, ending = take_list(archive, asked, form), LISTS[form][1]
        elif form in READINGS:
            file, ending = (
                take_readings(archive, archive.every(asked.q, **asked.filters), form),
                READINGS[form][1],
            )
        else:
            raise HTTPException(404)
        return FileResponse(
            file,
            media_type="text/plain; charset=utf-8",
            filename=f"{name} {asked.find}.{ending}",
            background=BackgroundTask(file.unlink),
        )

    # Writing

    def add_box(self, request: Request, archive: Archive) -> Response:
        """Where files are dropped."""
        return self._added(request, [])

    def add(self, request: Request, form: FormData) -> Response:
        """Read the dropped files and keep them."""
        if self.reader is None:
            raise HTTPException(403, READ_ONLY)
        outcomes = []
        with self.shelf.writing() as archive:
            for upload in form.getlist("pages"):
                if isinstance(upload, UploadFile) and upload.filename:
                    name, data = Path(upload.filename.replace("\\", "/")).name, upload.file.read()
                    page, outcome = self.reader.read(name, data)
                    added = archive.add(page, outcome, raw=data)
                    outcomes.append(views.outcome_line(name, outcome, added))
            self.reader.fold(archive)
        return self._added(request, outcomes)

    def _added(self, request: Request, outcomes: list[dict[str, Any]]) -> Response:
        return self.show(
            request,
            "add.html",
            token=self.token,
            may_write=self.reader is not None,
            why_not=READ_ONLY,
            outcomes=outcomes,
        )

    def merge(self, request: Request, form: FormData) -> Response:
        """Say that two people are one."""
        keep, other = request.path_params["id"], str(form.get("other", ""))
        if not other.isdecimal():
            raise HTTPException(400, "Say who it is the same as.")
        self._may_write()
        with self.shelf.writing() as archive:
            kept = archive.merge_people(keep, [int(other)])
        return RedirectResponse(f"/people/{kept}", 303)

    def split(self, request: Request, form: FormData) -> Response:
        """Say that in some stories it is somebody else."""
        stories = [int(str(one)) for one in form.getlist("article") if str(one).isdecimal()]
        if not stories:
            raise HTTPException(400, "Choose the stories that it is somebody else in.")
        self._may_write()
        with self.shelf.writing() as archive:
            other = archive.split_person(request.path_params["id"], stories)
        return RedirectResponse(f"/people/{other}", 303)

    def _may_write(self) -> None:
        if self.reader is None:
            raise HTTPException(403, READ_ONLY)

    # Mistakes

    def broken(self, request: Request, error: Exception) -> Response:
        """A bug: the page says so, the terminal shows where."""
        return self.show(
            request, "mistake.html", 500, title="Something broke.", detail="This is a bug in onrecord; the "
            "terminal that serves the archive shows where. Nothing in the archive was harmed.",
        )  # fmt: skip

    def mistake(self, request: Request, error: Exception) -> Response:
        """One clear sentence for what went wrong."""
        if isinstance(error, HTTPException):
            title = "There is nothing here." if error.status_code == 404 else "That cannot be done."
            detail = (
                error.detail if error.status_code != 404 else "The address leads to nothing in this archive."
            )
            return self.show(request, "mistake.html", error.status_code, title=title, detail=detail)
        status, title = 500, "That cannot be done."
        if isinstance(error, NoSuchError):
            status, title = 404, "There is nothing here."
        elif isinstance(error, ArchiveBusyError | SlowQueryError):
            status = 503
        elif isinstance(error, QueryError):
            status = 400
        return self.show(request, "mistake.html", status, title=title, detail=str(error))
