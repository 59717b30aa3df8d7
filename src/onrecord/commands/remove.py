"""`onrecord remove`: pages out of an archive for good."""

from pathlib import Path

import click

from onrecord.archive import open_archive

from .terminal import counted, say


@click.command("remove")
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("articles", metavar="ARTICLE...", nargs=-1, type=int, required=True)
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(archive: Path, articles: tuple[int, ...], yes: bool) -> None:
    """Delete pages from ARCHIVE with all that came from them.

    ARTICLE is the number that `onrecord search` shows. Afterwards the words are no longer in the file's
    bytes: the file is written anew, which needs room for a second copy of it and takes a while if it is
    large.
    """
    with open_archive(archive, create=False) as opened:
        for number in articles:
            view = opened.article(number)
            told = view.reading.article
            where = view.site or told.publisher or "no site"
            say(f"article {number}: {told.headline or '(no headline)'} ({where})")
        if not yes:
            click.confirm(f"Delete {counted(len(articles), 'page')} for good?", abort=True, err=True)
        count = opened.remove(articles)
    say(f"{counted(count, 'page')} removed")
