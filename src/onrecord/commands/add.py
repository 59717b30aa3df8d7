"""`onrecord add`: read pages into an archive."""

import shlex
import sys
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from onrecord.archive import Archive
from onrecord.keeping import Pair, add_all, open_archive, read_pair
from onrecord.reading import default_models
from onrecord.record import Reason, Unread

from .pages import Batch, find_pages, open_page, pages_of
from .terminal import counted, progress, say


@click.command("add")
@click.argument("archive", type=click.Path(path_type=Path))
@pages_of
def command(batch: Batch, archive: Path) -> None:
    """Read pages and keep them in ARCHIVE, one file, which is made if it is not there.

    PAGE is a file, a folder, or - for standard input. The same page twice is kept once; a page that cannot be
    read is kept with the reason. Stopped half-way, the same command goes on where it was.
    """
    states: Counter[str] = Counter()
    with open_archive(archive, setting=batch.setting) as opened:
        for added in add_all(opened, _pairs(opened, batch, states)):
            states[added.state] += 1
    batch.read, batch.unread = states["new"] + states["known"], states["unread"]
    if not batch.quiet:
        said = [counted(states["new"], "page") + " added"]
        said += [f"{states['known']:,} known already"] if states["known"] else []
        said += [f"{states['unread']:,} could not be read, kept with the reason"] if states["unread"] else []
        say(f"{', '.join(said)}; to look at them: onrecord serve {shlex.quote(str(archive))}")


def _pairs(archive: Archive, batch: Batch, states: Counter[str]) -> Iterator[Pair]:
    """Each page that is not kept yet, and what comes of reading it."""
    batch.names = list(find_pages(batch.paths))
    models = default_models(batch.setting)
    with progress("Adding", len(batch.names), batch.quiet) as step:
        for name in batch.names:
            page = open_page(name, batch.url)
            if isinstance(page, Unread):
                say(page.detail)
                yield None, page
            elif archive.known(page.origin):
                states["known"] += 1
            else:
                try:
                    _, outcome = read_pair(page, models=models)
                except Exception as bug:
                    # One page's bug must not lose the others; it is shown, kept, and the command ends in
                    # failure.
                    traceback.print_exc(file=sys.stderr)
                    detail = f"{name} showed a bug in onrecord: {type(bug).__name__}: {bug}"
                    outcome = Unread(Reason.BROKEN, detail, page.origin, name)
                    batch.broken += 1
                if isinstance(outcome, Unread):
                    say(outcome.detail)
                yield page, outcome
            step()
