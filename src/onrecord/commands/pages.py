"""The pages that a command is given, read one after the other; one that cannot be read stops no other."""

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Any

import click

from onrecord.errors import MissingExtraError
from onrecord.record import Broken, Page, Reading, Reason, Unread

from . import ALL_READ, BROKEN, SOME_UNREAD
from .terminal import counted, progress, say

ENDINGS = (".html", ".htm", ".xhtml", ".xht", ".mhtml", ".mht", ".txt", ".md")
"""What is read of a folder, also compressed (`.gz`, `.zst`, `.br`). A file that is named is always read."""

_PACKED = (".gz", ".zst", ".br")


@dataclass(slots=True)
class Batch:
    """Pages to read and what has become of them so far."""

    paths: tuple[str, ...]
    setting: str | None = None
    url: str | None = None
    quiet: bool = False
    what: str = "Reading"
    read: int = 0
    unread: int = 0
    broken: int = 0
    names: list[str] = field(default_factory=list)

    def outcomes(self) -> Iterator[tuple[str, Page | None, Reading | Unread]]:
        """Each page's name, the page if it could be opened, and its reading or why there is none.

        Why a page could not be read is said on stderr at once.
        """
        from onrecord.models.encoder import encoder_is_here
        from onrecord.reading import default_models

        self.names = list(find_pages(self.paths))
        models = default_models(self.setting)
        if self.setting == "best" and not self.quiet and not encoder_is_here():
            say(
                f"who said what is found by the fast setting: {MissingExtraError('the best one', 'language')}"
            )
        with progress(self.what, len(self.names), self.quiet) as step:
            for name in self.names:
                page, outcome = _read_one(name, self.url, models)
                if isinstance(outcome, Broken):
                    self.broken += 1
                    print(outcome.traceback, file=sys.stderr, end="")
                    outcome = Unread(Reason.BROKEN, outcome.detail, page.origin if page else None, name)
                elif isinstance(outcome, Unread):
                    self.unread += 1
                else:
                    self.read += 1
                if isinstance(outcome, Unread):
                    say(outcome.detail)
                yield name, page, outcome
                step()
        if not self.quiet and len(self.names) > 1:
            say(self.summary())

    def summary(self) -> str:
        """How many were read and how many not."""
        parts = [counted(self.read, "page") + " read"]
        parts += [f"{self.unread:,} could not be read"] if self.unread else []
        parts += [f"{self.broken:,} showed a bug in onrecord"] if self.broken else []
        return ", ".join(parts)

    @property
    def exit_code(self) -> int:
        """What the command ends with."""
        if self.broken:
            return BROKEN
        return SOME_UNREAD if self.unread else ALL_READ


def find_pages(paths: Sequence[str]) -> Iterator[str]:
    """The names of all pages: files as given, of folders those inside that look like pages, `-` as it is.

    A folder that holds none, or may not be looked into, gives its own name: `open_page` then says why.
    """
    for path in paths:
        # an empty name is a variable that a script forgot to set, and no wish for the folder we stand in
        if path in ("", "-") or not os.path.isdir(path):
            yield path
            continue
        yield from sorted(_inside(path), key=lambda name: Path(name).parts) or [path]


def _inside(path: str) -> list[str]:
    """What in a folder looks like a page, and the folders in it that may not be looked into."""
    pages: list[str] = []
    closed: list[OSError] = []
    for folder, inner, files in os.walk(path, onerror=closed.append):
        inner[:] = [name for name in inner if not name.startswith(".")]
        whole = [os.path.join(folder, file) for file in files if _looks_like_a_page(file)]
        pages += filter(os.path.isfile, whole)  # pipes and devices are left alone
    return [*pages, *(str(error.filename) for error in closed)]


def open_page(name: str, url: str | None = None) -> Page | Unread:
    """The page of that name (`-` is standard input), or why it cannot be opened."""
    from onrecord.sources import page_from, unopened

    if name == "-":
        if sys.stdin.isatty():
            say("reading from the terminal; paste the page and end with Ctrl-D")
        return page_from(sys.stdin.buffer.read(), url=url, name="standard input")
    try:
        if not name:
            raise FileNotFoundError
        data = Path(name).read_bytes()
    except IsADirectoryError as error:
        if not os.access(name, os.R_OK | os.X_OK):
            return unopened(name, PermissionError(error.errno, "permission denied"))
        told = f"{name} holds no pages: of a folder, files that end in {' '.join(ENDINGS)} are read."
        return Unread(Reason.NOT_FOUND, told, name=name)
    except OSError as error:
        return unopened(name, error)
    return page_from(data, url=url, name=name)


def _read_one(name: str, url: str | None, models: Any) -> tuple[Page | None, Reading | Unread | Broken]:
    from onrecord.reading import read

    page = None
    try:
        opened = open_page(name, url)
        if isinstance(opened, Unread):
            return None, opened
        page = opened
        return page, read(page, models=models)
    except Exception as bug:
        # One page's bug must not lose the others; its traceback is shown and the command ends in failure.
        detail = f"{name} showed a bug in onrecord: {type(bug).__name__}: {bug}"
        return page, Broken(detail, traceback.format_exc(), name)


def _looks_like_a_page(file: str) -> bool:
    bare, ending = os.path.splitext(file.lower())
    return not file.startswith(".") and (bare if ending in _PACKED else file.lower()).endswith(ENDINGS)


with_setting = click.option(
    "--setting",
    type=click.Choice(["best", "fast", "none"]),
    default="best",
    show_default=True,
    help="How to find who said what: best; fast, some ten times quicker; or not at all.",
)


def setting_of(said: str) -> str | None:
    """The language models' setting as `--setting` says it: `best`, `fast`, or None for `none`."""
    return None if said == "none" else said


def pages_of(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command its PAGE arguments and the options that go with them, as one `Batch`."""

    @click.argument("paths", metavar="[PAGE]...", nargs=-1, type=click.Path(allow_dash=True, readable=False))
    @click.option("--sample", is_flag=True, help="Read the page that ships with onrecord.")
    @click.option("--url", help="The page's address, where the page itself does not tell it.")
    @with_setting
    @click.option("-q", "--quiet", is_flag=True, help="No progress and no summary; reasons are still given.")
    @wraps(command)
    def with_pages(
        paths: tuple[str, ...], sample: bool, url: str | None, setting: str, quiet: bool, **rest: Any
    ) -> None:
        if sample:
            from onrecord.samples import SAMPLE

            paths = (*paths, str(SAMPLE))
        if not paths:
            raise click.UsageError(
                "no page given; name a file or a folder, - for standard input, or use --sample"
            )
        batch = Batch(paths, setting_of(setting), url, quiet)
        command(batch=batch, **rest)
        click.get_current_context().exit(batch.exit_code)

    return with_pages
