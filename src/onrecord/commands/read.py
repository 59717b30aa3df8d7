"""`onrecord read`: the story with every part named."""

import sys
from collections import Counter
from itertools import zip_longest
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from onrecord.errors import NotWritableError
from onrecord.record import Article, Card, Page, Reading, Role

from .pages import Batch, pages_of
from .terminal import counted, day_and_time, facts, harmless, listed, results, write

FORMATS = {"text": ".txt", "markdown": ".md", "html": ".html", "jsonld": ".json", "ninjs": ".json"}
"""The formats of a single reading, with the ending of a file that holds one."""

_SET_ASIDE = {
    Role.RELATED: "related",
    Role.SPONSORED: "sponsored",
    Role.COMMENT: "readers’ comments",
    Role.FURNITURE: "furniture",
}
"""Roles that are no part of the story, as they are counted at the end."""

_CLOSE = frozenset({Role.LIST_ITEM, Role.CELL, Role.BLOCKQUOTE})


@click.command("read")
@pages_of
@click.option("--json", "as_json", is_flag=True, help="Everything, one object a line (docs/json.md).")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="Another form of the story.")
@click.option(
    "--into",
    type=click.Path(file_okay=False, path_type=Path),
    help="With --format: a folder that gets one file a page.",
)
def command(batch: Batch, as_json: bool, form: str | None, into: Path | None) -> None:
    """Read saved news pages and show every part of the story.

    PAGE is a file (HTML, MHTML, or text that some tool has already stripped), a folder of such files, or -
    for standard input. A page that cannot be read says why, and the rest are read.
    """
    if as_json and form:
        raise click.UsageError("--json and --format exclude each other")
    if into and not form:
        raise click.UsageError("--into needs --format")
    if form == "html" and not into and len(batch.paths) > 1:
        raise click.UsageError("--format html shows one page; for more, add --into FOLDER")
    console = results()
    shown = 0
    for name, page, outcome in batch.outcomes():
        if as_json:
            from onrecord.transcripts import to_json

            sys.stdout.buffer.write(to_json(outcome) + b"\n")
            sys.stdout.buffer.flush()
        elif isinstance(outcome, Reading):
            if form:
                _write(name, outcome, form, page, into, first=not shown)
            else:
                if shown:
                    console.rule(style="dim")
                show(outcome, console)
            shown += 1


def _write(name: str, reading: Reading, form: str, page: Page | None, into: Path | None, first: bool) -> None:
    from onrecord.exports import render

    text = render(reading, form, page)
    if into is None:
        if sys.stdout.isatty():
            text = harmless(text)
        sys.stdout.write(("" if first or form in ("jsonld", "ninjs") else "\n") + text)
        if not text.endswith("\n"):
            sys.stdout.write("\n")
        return
    stem = "standard-input" if name == "-" else Path(name).stem
    target, number = into / f"{stem}{FORMATS[form]}", 1
    try:
        into.mkdir(parents=True, exist_ok=True)
        while target.exists():
            number += 1
            target = into / f"{stem}-{number}{FORMATS[form]}"
        target.write_text(text, encoding="utf-8")
    except OSError as error:
        raise NotWritableError(str(target), error.strerror or str(error)) from error


def show(reading: Reading, console: Console) -> None:
    """The reading as a person wants to see it: headline, facts, body, what goes with it and what does not."""
    article = reading.article
    console.print()
    write(console, Text(article.headline or "(no headline)", style="bold"))
    if article.deck:
        write(console, Text(article.deck, style="italic"))
    console.print()
    if not article.is_article:
        write(console, Text(f"Not an article but {_a(article.kind)}: {article.kind_reason}"))
    facts(console, _facts(reading))
    console.print()
    # a deck may count as text, and then it has been shown
    body = [part for part in article.blocks if part.span is not None and part.block.text != article.deck]
    for part, after in zip_longest(body, body[1:]):
        # what belongs together, the items of a list or the cells of a table, stands without blank lines
        together = after is not None and part.role is after.role and part.role in _CLOSE
        _body(part.role, part.block.text, console, 0 if together else 1)
    _tail(article, console)
    _said(reading, console)
    aside = _aside(article)
    if aside:
        write(console, Text(f"Set aside: {aside}.", style="dim"))
    console.print(
        Text(f"Read from {counted(len(article.blocks), 'block')} of {reading.page.name}.", style="dim")
    )
    console.print()


def _a(kind: str) -> str:
    return {"index": "an index of stories", "other": "another kind of page"}.get(kind, f"a {kind} page")


def _facts(reading: Reading) -> list[tuple[str, str | None]]:
    article = reading.article
    bylines = listed(
        byline.name
        + (f" ({', '.join(more)})" if (more := [w for w in (byline.role, byline.outlet) if w]) else "")
        for byline in article.bylines
    )
    return [
        ("Kind", article.kind.value if article.is_article else None),
        ("By", bylines),
        ("Agency", article.agency),
        ("Publisher", article.publisher),
        ("Section", article.section),
        ("Published", day_and_time(article.published) if article.published else None),
        ("Updated", day_and_time(article.modified) if article.modified else None),
        ("Dateline", article.dateline.text if article.dateline else None),
        ("Language", article.language),
        ("Address", reading.address),
    ]


def _body(role: Role, words: str, console: Console, after: int) -> None:
    if role is Role.SUBHEAD:
        write(console, Text(words, style="bold"), after=after)
    elif role is Role.LIST_ITEM:
        write(console, words, left=4, head="  • ", after=after)
    elif role is Role.BLOCKQUOTE:
        write(console, Text(words, style="italic"), left=4, after=after)
    elif role is Role.CELL:
        write(console, words, left=4, head="  | ", after=after)
    else:
        write(console, words, after=after)


def _tail(article: Article, console: Console) -> None:
    """What goes with the story and is not its text."""

    def section(title: str, lines: list[Text]) -> None:
        if lines:
            write(console, Text(title, style="bold cyan"))
            for line in lines:
                write(console, line, left=2)
            console.print()

    pictures = [
        Text.assemble(words, (f"  {p.credit}" if p.credit and words != p.credit else "", "dim"))
        for p in article.pictures
        if (words := p.caption or p.alt or p.credit)
    ]
    if mute := len(article.pictures) - len(pictures):
        pictures.append(Text(f"{counted(mute, 'picture')} without words", style="dim"))
    section("Pictures", pictures)
    section("Contributors", [Text(c.text) for c in article.contributors])
    section("Corrections", [Text(n.text) for n in article.corrections])
    section("Notes", [Text(n.text) for n in article.notes])
    section("For the reader", [Text(line) for line in article.reader_service])
    section("Copyright", [Text(article.copyright)] if article.copyright else [])
    section("Related", [_card(card) for card in article.related])
    section("Sponsored", [_card(card) for card in article.sponsored])


def _card(card: Card) -> Text:
    more = " · ".join(word for word in (card.source, card.age) if word)
    return Text.assemble(card.headline, (f"  {more}" if more else "", "dim"))


def _said(reading: Reading, console: Console) -> None:
    speakers = Counter(a.speaker for a in reading.attributions if a.speaker)
    if not reading.attributions:
        stage = next((stage for stage in reading.stages if stage.name == "attributions"), None)
        if reading.article.is_article and stage and not stage.run:
            write(console, Text(f"Who said what was not looked for: {stage.why}.", style="dim"), after=1)
        return
    line = counted(len(reading.attributions), "statement")
    if speakers:
        names = [name for name, _ in speakers.most_common(4)]
        rest = len(speakers) - len(names)
        line += ": " + listed([*names, *([counted(rest, "other")] if rest > 0 else [])])
    write(console, Text("Who said what", style="bold cyan"))
    write(console, Text.assemble(line, ("  (onrecord quotes shows them)", "dim")), left=2, after=1)


def _aside(article: Article) -> str:
    roles = Counter(part.role for part in article.blocks)
    return listed(f"{roles[role]:,} {name}" for role, name in _SET_ASIDE.items() if roles[role])
