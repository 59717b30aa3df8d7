"""What a person sees in a terminal: results on stdout, everything else on stderr."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from onrecord.exports.telling import day_and_time

__all__ = ["counted", "day_and_time", "facts", "harmless", "listed", "progress", "results", "say", "write"]

_WIDEST = 96
"""Lines longer than this are hard to read, however wide the terminal."""


_ORDERS = {
    code: "\ufffd"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A))
    if chr(code) not in "\n\t"
}
"""Characters that a terminal takes for orders (ESC and its like) or that turn the line round."""


def harmless(text: str) -> str:
    """The text as it may be shown in a terminal: what a saved page wrote there gives it no orders.

    One character stands for one, so that places in the text stay true.
    """
    return text.translate(_ORDERS)


class _Results(Console):
    """stdout. A reader who has gone away (`| head`) is told of as by any other writing to stdout."""

    def print(self, *objects: Any, **how: Any) -> None:
        for each in objects:
            if isinstance(each, Text):
                each.plain = harmless(each.plain)
        super().print(*objects, **how)

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


def results() -> Console:
    """Where results go: stdout, as wide as is good to read, coloured only in a terminal that wants it."""
    console = _Results(highlight=False, soft_wrap=False, emoji=False, markup=False)
    if console.width > _WIDEST:
        console.width = _WIDEST
    return console


def say(message: str) -> None:
    """One line on stderr."""
    print(f"onrecord: {' '.join(harmless(message).splitlines()).removesuffix('.')}", file=sys.stderr)


@contextmanager
def progress(what: str, total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """Shows how far long work is, on stderr if that is a terminal; gives what to call at each step."""
    if quiet or total < 3 or not sys.stderr.isatty():
        yield lambda: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 page`, `2 pages`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def facts(console: Console, rows: Iterable[tuple[str, str | None]]) -> None:
    """Print names and values in two columns; what is absent is left out."""
    told = [(name, value) for name, value in rows if value]
    width = max((len(name) for name, _ in told), default=0) + 2
    for name, value in told:
        write(console, value, left=width, head=Text(name, style="dim"))


def write(
    console: Console, text: Text | str, *, left: int = 0, after: int = 0, head: Text | str | None = None
) -> None:
    """Print a text wrapped and indented, without the blanks at line ends that rich's padding leaves.

    `head` stands before the first line, in the margin that `left` leaves.
    """
    words = text if isinstance(text, Text) else Text(text)
    start = Text() if head is None else head if isinstance(head, Text) else Text(head)
    start.pad_right(max(0, left - start.cell_len))
    for number, line in enumerate(words.wrap(console, max(20, console.width - left))):
        line.rstrip()
        if number == 0 and head is not None:
            line = start + line
        else:
            line.pad_left(left)
        console.print(line)
    for _ in range(after):
        console.print()
