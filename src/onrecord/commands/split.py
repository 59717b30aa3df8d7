"""`onrecord split`: one person of an archive is two."""

from pathlib import Path

import click

from onrecord.archive import open_archive

from .terminal import counted, say


@click.command("split")
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("person", type=int)
@click.argument("articles", metavar="ARTICLE...", nargs=-1, type=int, required=True)
def command(archive: Path, person: int, articles: tuple[int, ...]) -> None:
    """Say that in these ARTICLEs PERSON is somebody else of the same name.

    The numbers are those that `onrecord search` shows. It is remembered when pages are read anew.
    """
    with open_archive(archive, create=False) as opened:
        new = opened.person(opened.split_person(person, articles), limit=1)
    say(f"person {new.id}, {new.name}, is new: {counted(new.articles, 'article')}")
