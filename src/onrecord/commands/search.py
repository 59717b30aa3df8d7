"""`onrecord search`: articles, statements or people of an archive."""

import csv
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import msgspec
from rich.text import Text

from onrecord.archive import ArticleHit, Hit, PersonHit, Results, Snippet, StatementHit, open_archive
from onrecord.exports.csv import cell

from . import ALL_READ, SOME_UNREAD
from .narrowing import narrowed
from .terminal import counted, results, say, write


@click.command("search")
@click.argument("archive", type=click.Path(path_type=Path))
@click.argument("query", nargs=-1)
@click.option(
    "--what",
    type=click.Choice(["articles", "statements", "people"]),
    help="What to look for; articles, or with --speaker, --person or --kind statements.",
)
@narrowed
@click.option(
    "--sort",
    type=click.Choice(["best", "newest", "oldest"]),
    default="best",
    show_default=True,
    help="Order.",
)
@click.option("--fold", is_flag=True, help="Of articles of one story, list the best alone.")
@click.option(
    "--limit", type=click.IntRange(1, 1000), default=20, show_default=True, help="How many to list."
)
@click.option("--offset", type=click.IntRange(0), default=0, help="How many to pass over first.")
@click.option("--json", "as_json", is_flag=True, help="One object a line.")
@click.option("--csv", "as_csv", is_flag=True, help="A table with a head line.")
def command(
    archive: Path,
    query: tuple[str, ...],
    what: str | None,
    filters: dict[str, Any],
    sort: Any,
    fold: bool,
    limit: int,
    offset: int,
    as_json: bool,
    as_csv: bool,
) -> None:
    """Search ARCHIVE.

    QUERY takes words, "phrases", -unwanted, OR, begin*, (groups) and field:value; put it in single quotes.
    Without one, everything that the options leave is listed. Fields: headline, text, by, caption, speaker,
    site, agency, section, language, kind, since, until, day (docs/search.md).
    """
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other")
    chosen: Any = what or ("statements" if filters.keys() & {"speaker", "person", "kind"} else "articles")
    with open_archive(archive, write=False) as opened:
        found = opened.search(
            " ".join(query), what=chosen, sort=sort, limit=limit, offset=offset, fold=fold, **filters
        )
    if as_json:
        for hit in found.hits:
            sys.stdout.buffer.write(msgspec.json.encode(hit) + b"\n")
        sys.stdout.buffer.flush()
    elif as_csv:
        _table(found)
    else:
        _show(found)
    click.get_current_context().exit(ALL_READ if found.hits else SOME_UNREAD)


def _table(found: Results) -> None:
    kinds: dict[str, type[Hit]] = {"articles": ArticleHit, "statements": StatementHit, "people": PersonHit}
    names = [field.name for field in fields(kinds[found.what])]
    rows = csv.writer(sys.stdout)
    rows.writerow(names)
    for hit in found.hits:
        rows.writerow([_cell(hit, name) for name in names])


def _cell(hit: Hit, name: str) -> object:
    value = getattr(hit, name)
    return cell(value.text if isinstance(value, Snippet) else value)


def _show(found: Results) -> None:
    console = results()
    for hit in found.hits:
        if isinstance(hit, StatementHit):
            said = Text.assemble((hit.speaker or "Somebody", "bold"), f" ({hit.kind}): ", _lit(hit.snippet))
            write(console, said)
            where = [hit.headline, hit.site or hit.publisher, _day(hit.published), hit.key]
        elif isinstance(hit, ArticleHit):
            write(console, Text(hit.headline or "(no headline)", "bold"))
            write(console, _lit(hit.snippet), left=2)
            printed = counted(hit.printings, "printing") if hit.printings > 1 else None
            where = [hit.site or hit.publisher, hit.agency, _day(hit.published), printed, f"article {hit.id}"]
        else:
            write(console, Text.assemble((hit.name, "bold"), f"  {', '.join(hit.roles[:2])}"))
            counts = f"{counted(hit.articles, 'article')}, {counted(hit.statements, 'statement')}"
            where = [
                counts,
                " to ".join(dict.fromkeys(d for d in (hit.first, hit.last) if d)),
                f"person {hit.id}",
            ]
        write(console, Text(" · ".join(part for part in where if part), "dim"), left=2, after=1)
    one = {"articles": "article", "statements": "statement", "people": "person"}[found.what]
    total = counted(found.total, one, found.what) + ("" if found.exact else " and more")
    shown = (
        f", {found.offset + 1} to {found.offset + len(found.hits)} shown"
        if len(found.hits) < found.total
        else ""
    )
    say(f"{total}{shown}" if found.hits else f"no {found.what} found")


def _lit(snippet: Snippet) -> Text:
    text = Text(("… " if snippet.before else "") + snippet.text + (" …" if snippet.after else ""))
    shift = 2 if snippet.before else 0
    for span in snippet.lit:
        text.stylize("bold yellow", span.start + shift, span.end + shift)
    # A paragraph's end is no end of the line in a list.
    text.plain = text.plain.replace("\n", " ")
    return text


def _day(published: str | None) -> str | None:
    return published[:10] if published else None
