"""The command line: which commands there are. Each is one module and is loaded only when it is called."""

import difflib
import errno
import io
import os
import sys
import traceback
from importlib import import_module
from typing import Any, NamedTuple

import click
from click.shell_completion import CompletionItem

from onrecord import __version__
from onrecord.errors import MissingExtraError, OnrecordError

# NumPy looks at these once, when it is loaded. Workers have one thread each; with more here a product of matrices is
# summed in another order, and a likelihood's last digit would depend on who read the page
for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")

ALL_READ = 0
"""Exit code: done, and every page was read (or everything matched)."""
SOME_UNREAD = 1
"""Exit code: done, but some page could not be read, or something did not match."""
USAGE = 2
"""Exit code: the command line is wrong; nothing was done."""
BROKEN = 3
"""Exit code: a bug in onrecord showed; the traceback is printed."""
CANNOT = 4
"""Exit code: something the command needs is missing or cannot be used: an extra, an archive, a disk."""
INTERRUPTED = 130
"""Exit code: stopped by the user."""
PIPE_CLOSED = 141
"""Exit code: whoever read the output went away (`onrecord read … | head`)."""


class Entry(NamedTuple):
    """A command: its name, its module here, its line in `--help`, the extra it cannot do without."""

    name: str
    module: str
    line: str
    extra: str | None = None


COMMANDS: tuple[Entry, ...] = (
    Entry("read", "read", "Read pages: every part of the story named."),
    Entry("quotes", "quotes", "List who said what, by speaker."),
    Entry("people", "people", "List who is in the story: role, age, affiliation."),
    Entry("explain", "explain", "Show every block of a page, its role and why."),
    Entry("verify", "verify", "Check a stored reading or an archive against its pages."),
    Entry("add", "add", "Read pages into an archive.", "archive"),
    Entry("search", "search", "Search an archive.", "archive"),
    Entry("serve", "serve", "Open an archive in the browser.", "web"),
    Entry("export", "export", "Hand an archive on, in another format.", "archive"),
    Entry("reread", "reread", "Read an archive's kept pages anew.", "archive"),
    Entry("remove", "remove", "Delete a page from an archive for good.", "archive"),
    Entry("collect", "collect", "Read web archives, feeds and folders, on all cores or a cluster.", "warc"),
    Entry("merge", "merge", "Say that two people of an archive are one.", "archive"),
    Entry("split", "split", "Say that one person of an archive is two.", "archive"),
    Entry("mcp", "mcp", "Serve an archive to a language model, read-only.", "mcp"),
    Entry("completion", "completion", "Print the completion script for your shell."),
)
"""Every command, in the order `--help` lists them."""

_ENTRIES = {entry.name: entry for entry in COMMANDS}


class Refusal(click.ClickException):
    """A mistake that onrecord names, as a message on stderr and an exit code."""

    exit_code = CANNOT

    def show(self, file: Any = None) -> None:
        """Print the sentence, with the program's name before it as Unix tools do."""
        click.echo(f"onrecord: {self.format_message()}", file=file or sys.stderr)


class Commands(click.Group):
    """A click group that knows its commands by name and loads the one that is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the list."""
        return [entry.name for entry in COMMANDS]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name; None if there is none."""
        entry = _ENTRIES.get(name)
        if entry is None:
            return None
        try:
            module = import_module(f"onrecord.commands.{entry.module}")
        except ModuleNotFoundError as missing:
            if not _is_foreign(missing, entry):
                raise
            return _without_extra(entry)
        except MissingExtraError:
            return _without_extra(entry)
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list in `--help`, written without loading any command."""
        with formatter.section("Commands"):
            formatter.write_dl([(entry.name, entry.line) for entry in COMMANDS])

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Names to complete, found without loading any command."""
        names = [CompletionItem(e.name, help=e.line) for e in COMMANDS if e.name.startswith(incomplete)]
        return names + click.Command.shell_complete(self, ctx, incomplete)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with; for an unknown one, an error that says what may be meant."""
        name = args[0]
        if name not in _ENTRIES and not name.startswith("-"):
            raise click.UsageError(_unknown(name), ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; mistakes that onrecord names become one sentence on stderr."""
        _open_streams()
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
            return result
        except OnrecordError as mistake:
            raise Refusal(str(mistake)) from mistake
        except ModuleNotFoundError as missing:
            entry = _ENTRIES.get(ctx.invoked_subcommand or "")
            if entry is None or not _is_foreign(missing, entry):
                return _report_bug(ctx)
            raise Refusal(str(MissingExtraError(f"onrecord {entry.name}", entry.extra or "all"))) from missing
        except BrokenPipeError:
            _abandon_stdout()
            ctx.exit(PIPE_CLOSED)
        except KeyboardInterrupt:
            click.echo("onrecord: stopped", err=True)
            ctx.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except OSError as full:
            if full.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
                return _report_bug(ctx)
            _abandon_stdout()
            raise Refusal(f"the output cannot be written: {full.strerror}") from full
        except Exception:
            return _report_bug(ctx)


def _open_streams() -> None:
    """Sees to it that there is something to read from and write to, whatever we were started with.

    A stream that the caller closed (`>&-`) is None in Python, and one that is not UTF-8 cannot hold all that
    a page says: what it cannot hold is shown as a question mark.
    """
    sys.stdin = sys.stdin or open(os.devnull)  # noqa: SIM115 - open as long as the program runs
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, open(os.devnull, "w"))  # noqa: SIM115
        elif isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="replace")


def _abandon_stdout() -> None:
    """Python flushes stdout once more at exit; where nobody takes it, that would print a second error."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report_bug(ctx: click.Context) -> None:
    """Print the traceback and end in failure: a script must be able to tell a bug from an unread page."""
    traceback.print_exc()
    click.echo("onrecord: this is a bug in onrecord, not in your page; please report the above", err=True)
    ctx.exit(BROKEN)


def _is_foreign(missing: ModuleNotFoundError, entry: Entry) -> bool:
    """Whether what is missing is another package's module that the command's extra brings, and not ours."""
    return entry.extra is not None and (missing.name or "onrecord").partition(".")[0] != "onrecord"


def _unknown(name: str) -> str:
    """The message for a command that does not exist."""
    near = difflib.get_close_matches(name, _ENTRIES, n=1, cutoff=0.6)
    if near:
        return f"there is no command {name!r}; did you mean {near[0]!r}?"
    if os.path.exists(name):
        return f"there is no command {name!r}; to read that page: onrecord read {name}"
    return f"there is no command {name!r}; 'onrecord --help' lists them all"


def _without_extra(entry: Entry) -> click.Command:
    """A command that stands in for one whose packages are not installed, and says which extra brings them."""

    @click.command(
        entry.name,
        help=entry.line,
        context_settings={"ignore_unknown_options": True, "allow_extra_args": True, "help_option_names": []},
    )
    @click.argument("anything", nargs=-1, type=click.UNPROCESSED)
    def command(anything: tuple[str, ...]) -> None:
        raise MissingExtraError(f"onrecord {entry.name}", entry.extra or "all")

    return command


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Try it on the page that ships with it: onrecord read --sample",
)
@click.version_option(__version__, prog_name="onrecord", message="%(prog)s %(version)s")
def main() -> None:
    """Put the news on record: read saved news pages and say what each part is, who said what, and where in
    the page it stands."""
