"""`onrecord export`: an archive, or what a search finds in it, in another format."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from onrecord.archive import Archive, open_archive
from onrecord.exports import FOLDERS, MANY, Item, write

from .narrowing import narrowed
from .terminal import counted, progress, say


@click.command("export")
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("query", nargs=-1)
@click.option(
    "--format", "form", type=click.Choice(list(MANY)), default="jsonl", show_default=True, help="Format."
)
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="The file to write (stdout without it), or the folder for " + " and ".join(sorted(FOLDERS)) + ".",
)
@narrowed
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def command(
    archive: Path, query: tuple[str, ...], form: str, into: Path | None, filters: dict[str, Any], quiet: bool
) -> None:
    """Hand on ARCHIVE, or the articles in it that match QUERY and the options, in another format.

    QUERY and the options are those of `onrecord search`.
    """
    if into is None and form in FOLDERS:
        raise click.UsageError(f"{form} is a folder of files: name one with --into FOLDER")
    with open_archive(archive, write=False) as opened:
        chosen = list(opened.every(" ".join(query), **filters))
        with progress("Exporting", len(chosen), quiet) as step:
            items = _items(opened, chosen, step)
            if into is not None:
                count = write(items, form, into)
            else:
                with tempfile.TemporaryDirectory() as folder:
                    made = Path(folder) / "export"
                    count = write(items, form, made)
                    with made.open("rb") as stream:
                        while piece := stream.read(1 << 20):
                            sys.stdout.buffer.write(piece)
                    sys.stdout.buffer.flush()
    if not quiet:
        say(
            f"{counted(len(chosen), 'article')} exported"
            + (f", {count:,} rows" if count != len(chosen) else "")
        )


def _items(archive: Archive, chosen: list[int], step: Any) -> Iterator[Item]:
    for number in chosen:
        view = archive.article(number)
        people = {p.entity.id: (str(p.person), p.name) for p in view.people if p.person is not None}
        yield Item(view.reading, view.reading.page.sha256, archive.page(view.page_id).page, people)
        step()
