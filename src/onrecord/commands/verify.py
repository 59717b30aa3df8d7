"""`onrecord verify`: proof that stored readings are still true of their pages."""

from collections.abc import Iterator
from pathlib import Path

import click
import msgspec

from onrecord.errors import NotReadingsError
from onrecord.record import Reading, Unread

from . import ALL_READ, SOME_UNREAD, Refusal
from .pages import find_pages, open_page
from .terminal import counted, harmless, say

_SQLITE = b"SQLite format 3\x00"


@click.command("verify")
@click.argument("kept", type=click.Path(allow_dash=True, readable=False))
@click.argument("paths", metavar="[PAGE]...", nargs=-1, type=click.Path(readable=False))
@click.option("-q", "--quiet", is_flag=True, help="No summary; what does not match is still named.")
def command(kept: str, paths: tuple[str, ...], quiet: bool) -> None:
    """Check stored readings against the pages they were made from, span by span, and name each that no
    longer matches.

    KEPT is an archive, or a file of readings as `onrecord read --json` prints them (- for standard input).
    An archive holds its pages. For a file of readings the pages are looked for at the places where they were
    read, or among the PAGEs given (files or folders, told by their sha256).
    """
    archive = kept != "-" and Path(kept).is_file() and _starts_as_archive(Path(kept))
    if archive and paths:
        raise click.UsageError("an archive holds its pages: name none")
    checked, wrong = _verify_archive(kept) if archive else _verify_readings(kept, paths)
    if not quiet:
        what = "the archive" if archive else counted(checked, "reading")
        say(
            f"{what} checked: "
            + (counted(wrong, "mismatch", "mismatches") if wrong else "everything matches")
        )
    click.get_current_context().exit(SOME_UNREAD if wrong else ALL_READ)


def _verify_archive(path: str) -> tuple[int, int]:
    from onrecord.archive import open_archive
    from onrecord.proving import find_mismatches

    wrong = 0
    with open_archive(path, write=False) as archive:
        for fault in archive.verify(find_mismatches):
            wrong += 1
            click.echo(harmless(f"{fault.name or 'the archive'}: {fault.what}: {fault.detail}"))
    return 1, wrong


def _verify_readings(kept: str, paths: tuple[str, ...]) -> tuple[int, int]:
    from onrecord.proving import find_mismatches

    given = {}
    for name in find_pages(paths):
        page = open_page(name)
        if not isinstance(page, Unread):
            given[page.origin.sha256] = page
    checked = wrong = 0
    for reading in _readings(kept):
        checked += 1
        origin = reading.page
        found = given.get(origin.sha256) or open_page(origin.name or "", origin.url)
        if isinstance(found, Unread):
            wrong += 1
            click.echo(harmless(f"{origin.name}: the page is not there to check against: {found.detail}"))
            continue
        for mismatch in find_mismatches(reading, found):
            wrong += 1
            click.echo(harmless(f"{origin.name}: {mismatch}"))
    return checked, wrong


def _readings(kept: str) -> Iterator[Reading]:
    """The readings in a file of them; lines that say why a page was not read are passed over."""
    from onrecord.transcripts import from_json

    try:
        with open(0 if kept == "-" else kept, "rb", closefd=kept != "-") as stream:
            lines = stream.read().splitlines()
    except OSError as error:
        why = f"cannot be opened: {error.strerror}" if Path(kept).exists() else "does not exist"
        raise Refusal(f"{kept} {why}") from error
    if not any(line.strip() for line in lines):
        raise NotReadingsError("standard input" if kept == "-" else kept, None, "it is empty")
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            outcome = from_json(line)
        except (msgspec.DecodeError, ValueError) as error:
            raise NotReadingsError(kept, number, str(error)) from error
        if isinstance(outcome, Reading):
            yield outcome


def _starts_as_archive(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE
