"""`onrecord explain`: every block of a page with its role and why, every rival value, all grounds."""

import click
from rich.console import Console
from rich.text import Text

from onrecord.record import Article, Part, Reading, Role, Span

from .pages import Batch, pages_of
from .terminal import counted, results, write

_STYLES = {Role.HEADLINE: "bold green", Role.FURNITURE: "dim", Role.RELATED: "dim", Role.SPONSORED: "dim"}


@click.command("explain")
@pages_of
@click.option(
    "--role", "roles", metavar="ROLE", multiple=True, type=click.Choice([role.value for role in Role]),
    help="Only blocks of this role, e.g. byline; may be given several times (docs/vocabulary.md lists them).",
)  # fmt: skip
def command(batch: Batch, roles: tuple[str, ...]) -> None:
    """Show every block of a page with its role, the reason and the confidence; then every value that was in
    the running for a field, which one is believed and why; then the grounds of each attribution.

    The first thing to run when a reading is wrong.
    """
    console = results()
    for _, _, outcome in batch.outcomes():
        if isinstance(outcome, Reading):
            explain(outcome, console, frozenset(roles))


def explain(reading: Reading, console: Console, roles: frozenset[str] = frozenset()) -> None:
    """All grounds of a reading, block by block."""
    article = reading.article
    origin = reading.page
    console.print()
    write(console, Text(str(origin.name), style="bold"))
    console.print(
        Text(
            f"{origin.form.value}, {counted(origin.length, 'character')}, {origin.encoding or 'text'}",
            style="dim",
        )
    )
    kind = f"{article.kind.value} ({article.kind_confidence:.2f}): {article.kind_reason}"
    write(console, Text.assemble(("Kind of page  ", "dim"), kind))
    _title("Blocks", console)
    for number, part in enumerate(article.blocks):
        if not roles or part.role.value in roles:
            _block(number, part, console)
    _rivals(article, console)
    _attributions(reading, console)
    for stage in reading.stages:
        if not stage.run:
            write(console, Text(f"{stage.name} not run: {stage.why or 'no reason told'}", style="yellow"))
    console.print()


def _title(words: str, console: Console) -> None:
    console.print()
    write(console, Text(words, style="bold cyan"))


def _block(number: int, part: Part, console: Console) -> None:
    block = part.block
    head = Text.assemble(
        (f"{number:>4} ", "dim"),
        (f"{part.role.value:<14}", _STYLES.get(part.role, "green")),
        f"{part.confidence:.2f}  ",
        (f"{block.tag} {_place(block.source)}", "dim"),
    )
    write(console, head)
    write(console, Text(block.text), left=5)
    rivals = "".join(f"; else {role.value} {chance:.2f}" for role, chance in part.rivals)
    write(console, Text(f"because {part.reason}{rivals}", style="dim"), left=5)


def _rivals(article: Article, console: Console) -> None:
    if not article.evidence:
        return
    _title("Values in the running", console)
    width = max(len(evidence.field) for evidence in article.evidence) + 6
    for evidence in article.evidence:
        place = f" at {_place(evidence.source)}" if evidence.source else ""
        mark = ("✓", "green") if evidence.believed else ("✗", "red")
        write(
            console,
            Text.assemble(evidence.value, (f"  from {evidence.where}{place}", "dim")),
            left=width,
            head=Text.assemble("  ", mark, " ", (evidence.field, "bold")),
        )
        write(console, Text(f"because {evidence.reason}", style="dim"), left=width)


def _attributions(reading: Reading, console: Console) -> None:
    if not reading.attributions:
        return
    _title("Attributions", console)
    for number, found in enumerate(reading.attributions):
        content = _words(found.content, reading.article.text)
        console.print(
            Text.assemble(
                (f"{number:>4} ", "dim"),
                (f"{found.kind.value} {found.act.value}", "green"),
                f"  {found.confidence:.2f}",
            )
        )
        rows = (
            ("content", content, None),
            ("cue", _words(found.cue, reading.article.text), None),
            ("source", _words(found.source, reading.article.text), None),
            ("speaker", found.speaker, found.speaker_confidence),
        )
        for name, words, sure in rows:
            value = (words or "none") + (f"  {sure:.2f}" if sure is not None else "")
            write(console, Text.assemble((f"{name:<9}", "dim"), value), left=5)
        reasons = [found.reason, *([found.speaker_reason] if found.speaker_reason else [])]
        write(console, Text("because " + "; ".join(reasons), style="dim"), left=5)


def _words(spans: tuple[Span, ...] | None, text: str) -> str | None:
    return " … ".join(span.of(text) for span in spans) if spans else None


def _place(span: Span) -> str:
    return f"[{span.start}:{span.end}]"
