"""`onrecord merge`: two people of an archive are one."""

from pathlib import Path

import click

from onrecord.archive import open_archive

from .terminal import counted, say


@click.command("merge")
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("person", type=int)
@click.argument("others", metavar="OTHER...", nargs=-1, type=int, required=True)
def command(archive: Path, person: int, others: tuple[int, ...]) -> None:
    """Say that OTHER is the same person as PERSON, whose name is kept.

    The numbers are those that `onrecord search --what people` shows. It is remembered when pages are read
    anew.
    """
    with open_archive(archive, create=False) as opened:
        kept = opened.person(opened.merge_people(person, others), limit=1)
    say(
        f"person {kept.id}, {kept.name}: {counted(kept.articles, 'article')}, "
        f"{counted(kept.statements, 'statement')}"
    )
