"""`onrecord people`: who is in the story, and what it says of them."""

import csv
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.text import Text

from onrecord.record import EntityKind, Reading

from .pages import Batch, pages_of
from .terminal import counted, results, write

COLUMNS = ("page", "name", "kind", "age", "roles", "affiliations", "mentions", "statements", "also")
"""The columns of `--csv` and keys of `--json`: one row a person. `also` is how else the story names them."""


@click.command("people")
@pages_of
@click.option("--json", "as_json", is_flag=True, help="One object a line for each person.")
@click.option("--csv", "as_csv", is_flag=True, help="One row for each person.")
@click.option("--all", "everybody", is_flag=True, help="Organisations, places and other names too.")
def command(batch: Batch, as_json: bool, as_csv: bool, everybody: bool) -> None:
    """List the people in saved pages with age, role and affiliation as the story states them."""
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other")
    console = results()
    rows = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    if as_csv:
        rows.writeheader()
    for _, _, outcome in batch.outcomes():
        if not isinstance(outcome, Reading):
            continue
        found = [row for row in named(outcome) if everybody or row["kind"] == EntityKind.PERSON]
        for row in found:
            if as_json:
                sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
            elif as_csv:
                rows.writerow({key: "; ".join(v) if isinstance(v, list) else v for key, v in row.items()})
        if not (as_json or as_csv):
            show(outcome, found, console)


def named(reading: Reading) -> Iterator[dict[str, Any]]:
    """Each entity as one row of `COLUMNS`, in the order of the story."""
    said = Counter(found.entity for found in reading.attributions)
    for entity in reading.entities:
        forms = dict.fromkeys(mention.text for mention in entity.mentions if mention.form != "pronoun")
        yield {
            "page": reading.address or reading.page.name,
            "name": entity.name,
            "kind": entity.kind.value,
            "age": entity.age,
            "roles": list(entity.roles),
            "affiliations": list(entity.affiliations),
            "mentions": len(entity.mentions),
            "statements": said[entity.id],
            "also": [form for form in forms if form != entity.name],
        }


def show(reading: Reading, found: list[dict[str, Any]], console: Console) -> None:
    """A name a line, with what the story says of it."""
    console.print()
    write(console, Text(reading.article.headline or str(reading.page.name), style="bold"))
    if not found:
        unrun = [stage for stage in reading.stages if not stage.run]
        why = f": {unrun[0].why}" if unrun and unrun[0].why else ""
        write(console, Text(f"Nobody is found to be named here{why}", style="dim"))
    for row in found:
        age = [str(row["age"])] if row["age"] is not None else []
        kind = [row["kind"]] if row["kind"] != EntityKind.PERSON else []
        told = ", ".join([*kind, *age, *row["roles"], *row["affiliations"]])
        counts = [counted(row["mentions"], "mention")]
        counts += [counted(row["statements"], "statement")] if row["statements"] else []
        write(console, Text.assemble((row["name"], "bold cyan"), f"  {told}" if told else ""))
        write(console, Text(", ".join(counts), style="dim"), left=2)
    console.print()
