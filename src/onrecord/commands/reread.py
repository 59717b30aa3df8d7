"""`onrecord reread`: an archive's kept pages, read anew after an upgrade."""

from collections import Counter
from pathlib import Path

import click

from onrecord.keeping import open_archive, reread
from onrecord.reading import default_models

from .pages import setting_of, with_setting
from .terminal import counted, progress, say


@click.command("reread")
@click.argument("archive", type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="Also pages that this version has read already.")
@with_setting
@click.option("-q", "--quiet", is_flag=True, help="No progress and no summary.")
def command(archive: Path, every: bool, setting: str, quiet: bool) -> None:
    """Read the pages kept in ARCHIVE anew and put the new readings in place of the old.

    Pages that this version of onrecord has read are left as they are. What you decided about people stays.
    Stopped half-way, the same command goes on where it was.
    """
    from onrecord import __version__

    with open_archive(archive, create=False) as opened:
        count = sum(1 for _ in opened.pages(readers=None if every else __version__))
        states: Counter[str] = Counter()
        models = default_models(setting_of(setting))
        with progress("Rereading", count, quiet) as step:
            for added in reread(opened, every=every, models=models):
                states[added.state] += 1
                step()
    if not quiet:
        unread = f", {states['unread']:,} could not be read" if states["unread"] else ""
        say(f"{counted(states['reread'], 'page')} read anew{unread}")
