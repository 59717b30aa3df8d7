"""`onrecord collect`: web archives, feeds, tables and folders, read on all cores or a cluster."""

import sys
import time
from pathlib import Path

import click
import msgspec
from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from onrecord.collecting import Choices, Tally, collect
from onrecord.runners import RUNNERS, Bounds
from onrecord.sources.tables import Columns

from . import ALL_READ, BROKEN, SOME_UNREAD
from .terminal import counted, say


@click.command("collect")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--into", required=True, metavar="PATH", help="An archive, or a folder that ends in .parquet.")
@click.option(
    "--runner", type=click.Choice(RUNNERS), default="processes", show_default=True, help="Who does the work."
)
@click.option(
    "--workers", type=click.IntRange(1), help="How many at once; as many as there are cores if not said."
)
@click.option("--address", help="With --runner ray: the cluster's address, or auto.")
@click.option("--all", "everything", is_flag=True, help="Read in full what a first look would pass over.")
@click.option("--fast", "setting", flag_value="fast", help="The fast language models.")
@click.option(
    "--no-language", "setting", flag_value="none", help="The story and its parts, not who said what."
)
@click.option(
    "--columns", default="", metavar="page=NAME,url=NAME,saved=NAME", help="Where tables hold pages."
)
@click.option("--one-a-line", is_flag=True, help="Text files hold a document a line.")
@click.option(
    "--seconds",
    type=float,
    default=Bounds().seconds,
    show_default=True,
    help="Processor time a page may take.",
)
@click.option(
    "--memory", type=int, default=Bounds().memory >> 20, show_default=True, help="MiB a worker may take."
)
@click.option("--allow-private", is_flag=True, help="Fetch from addresses in your own network too.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="Write the counts there, as JSON."
)
@click.option("--quiet", is_flag=True, help="No progress and no summary.")
def command(
    sources: tuple[str, ...],
    into: str,
    runner: str,
    workers: int | None,
    address: str | None,
    everything: bool,
    setting: str | None,
    columns: str,
    one_a_line: bool,
    seconds: float,
    memory: int,
    allow_private: bool,
    report: Path | None,
    quiet: bool,
) -> None:
    """Read all pages of many sources into an archive or a folder of Parquet.

    SOURCE is a file, a folder, a pattern ('news/**/*.html') or an https address: pages, WARC and ARC web
    archives, WACZ, RSS, Atom and JSON feeds, JSON lines and Parquet of pages. Stopped and started again, it
    goes on where it was.
    """
    choices = Choices(
        setting=None if setting == "none" else setting or "best",
        everything=everything,
        columns=_columns(columns),
        one_a_line=one_a_line,
    )
    local, unfetched = _fetched(sources, Path(into), allow_private)
    with _View(shown=not quiet) as view:
        tally = collect(
            local,
            into,
            runner=runner,
            workers=workers,
            address=address,
            bounds=Bounds(seconds=seconds, memory=memory << 20),
            choices=choices,
            watch=view.show,
        )
    for bug in tally.bugs:
        print(f"{bug.name}\n{bug.traceback}", file=sys.stderr)
    if report:
        report.write_bytes(msgspec.json.format(msgspec.json.encode(tally.report())) + b"\n")
    if not quiet:
        _summary(tally)
    if tally.broken:
        sys.exit(BROKEN)
    sys.exit(SOME_UNREAD if tally.unread or unfetched else ALL_READ)


def _columns(told: str) -> Columns:
    named = dict(part.partition("=")[::2] for part in told.split(",") if part.strip())
    unknown = set(named) - {"page", "url", "saved"}
    if unknown or not all(named.values()):
        raise click.UsageError("--columns is written page=NAME,url=NAME,saved=NAME, each if need be")
    return Columns(**named)


def _fetched(sources: tuple[str, ...], into: Path, private: bool) -> tuple[list[str], int]:
    """The sources, and for each address the WARC in which its page was kept before anything reads it."""
    local: list[str] = []
    missing = 0
    for source in sources:
        if not source.startswith(("https://", "http://")):
            local.append(source)
            continue
        from onrecord.record import Unread
        from onrecord.sources.fetching import fetch, keep, kept_name

        page = fetch(source, private=private)
        if isinstance(page, Unread):
            say(page.detail)
            missing += 1
            continue
        folder = into.with_name(into.name + ".fetched")
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / kept_name(page)
        keep(page, str(path))
        local.append(str(path))
    return local, missing


class _View:
    """The counts while they grow, on stderr if that is a terminal."""

    def __init__(self, *, shown: bool) -> None:
        console = Console(stderr=True)
        self._live = (
            Live(console=console, refresh_per_second=4, transient=True)
            if shown and console.is_terminal
            else None
        )

    def __enter__(self) -> "_View":
        if self._live:
            self._live.start()
        return self

    def __exit__(self, *_: object) -> None:
        if self._live:
            self._live.stop()

    def show(self, tally: Tally) -> None:
        """Draw the counts as they are now."""
        if self._live:
            self._live.update(_drawn(tally))


def _drawn(tally: Tally) -> Group:
    spent = time.time() - tally.started
    rate = tally.pages / spent if spent else 0.0
    left = (tally.weight - tally.weight_done) / (tally.weight_done / spent) if tally.weight_done else None
    head = Table.grid(padding=(0, 2))
    head.add_row(
        ProgressBar(total=max(tally.weight, 1), completed=min(tally.weight_done, tally.weight), width=30),
        f"{rate:,.1f} pages/s",
        f"{_duration(left)} left" if left is not None else "",
    )
    counts = Table.grid(padding=(0, 2))
    for number, words in _rows(tally):
        counts.add_row(Text(f"{number:,}", justify="right"), words)
    return Group(head, counts)


def _rows(tally: Tally) -> list[tuple[int, str]]:
    rows = [(tally.pages, "pages"), (tally.read, "read"), (tally.articles, "articles")]
    rows += [(tally.attributions, "statements")] if tally.attributions else []
    rows += [(number, f"unread: {reason.replace('_', ' ')}") for reason, number in tally.unread.most_common()]
    rows += [(number, f"passed over: {why}") for why, number in tally.passed_over.most_common(8)]
    rows += [(tally.broken, "showed a bug in onrecord")] if tally.broken else []
    rows += [(tally.before, "done in an earlier run")] if tally.before else []
    return rows


def _summary(tally: Tally) -> None:
    say(f"{counted(tally.pages, 'page')} in {_duration(tally.seconds)}")
    for number, words in _rows(tally)[1:]:
        print(f"{number:>12,}  {words}", file=sys.stderr)
    for reason, _ in tally.unread.most_common():
        if told := tally.examples.get(reason):
            say(f"for example: {told}")


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min {rest} s" if minutes else f"{rest} s"
