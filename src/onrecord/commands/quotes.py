"""`onrecord quotes`: who said what, by speaker."""

import csv
import re
import sys
from collections.abc import Iterator
from typing import Any

import click
import msgspec
from rich.console import Console
from rich.text import Text

from onrecord.record import Attribution, Reading, Span

from .pages import Batch, pages_of
from .terminal import counted, day_and_time, results, write

COLUMNS = ("page", "headline", "published", "speaker", "role", "source", "cue", "content", "kind", "act",
           "time", "confidence", "start", "end", "paragraph")  # fmt: skip
"""The columns of `--csv` and keys of `--json`: one row for each statement. `start` and `end` are where the
content begins and ends in the article's text."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BESIDE = 40
"""How far from the cue a time may stand; "told a packed meeting at the hall on Monday" needs 35."""
_STOP = re.compile(r"[.!?;:“”\"\n]")


@click.command("quotes")
@pages_of
@click.option("--json", "as_json", is_flag=True, help="One object a line for each statement.")
@click.option("--csv", "as_csv", is_flag=True, help="One row for each statement.")
@click.option("--speaker", help="Only of speakers whose name has these letters in it.")
@click.option("--kind", type=click.Choice(["direct", "indirect", "mixed"]), help="Only of this kind.")
def command(batch: Batch, as_json: bool, as_csv: bool, speaker: str | None, kind: str | None) -> None:
    """List who said what in saved pages, by speaker: role, kind, time, and the words in their paragraph."""
    if as_json and as_csv:
        raise click.UsageError("--json and --csv exclude each other")
    console = results()
    rows = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    if as_csv:
        rows.writeheader()
    for _, _, outcome in batch.outcomes():
        if not isinstance(outcome, Reading):
            continue
        found = [
            row
            for row in statements(outcome)
            if (kind is None or row["kind"] == kind)
            and (speaker is None or speaker.casefold() in (row["speaker"] or "").casefold())
        ]
        for row in found:
            if as_json:
                sys.stdout.write(msgspec.json.encode(row).decode() + "\n")
            elif as_csv:
                rows.writerow(row)
        if not (as_json or as_csv):
            show(outcome, found, console)


def statements(reading: Reading) -> Iterator[dict[str, Any]]:
    """Each attribution as one row of `COLUMNS`."""
    text = reading.article.text
    for found in reading.attributions:
        start, end = found.content[0].start, found.content[-1].end
        paragraph = _paragraph(text, start, end)
        yield {
            "page": reading.address or reading.page.name,
            "headline": reading.article.headline,
            "published": reading.article.published and reading.article.published.isoformat(),
            "speaker": found.speaker,
            "role": _role(reading, found),
            "source": _words(found.source, text),
            "cue": _words(found.cue, text),
            "content": _words(found.content, text),
            "kind": found.kind.value,
            "act": found.act.value,
            "time": _time(reading, found),
            "confidence": round(found.confidence, 3),
            "start": start,
            "end": end,
            "paragraph": paragraph.of(text),
        }


def show(reading: Reading, found: list[dict[str, Any]], console: Console) -> None:
    """The statements under the names of those who made them, in the order they first speak."""
    article = reading.article
    console.print()
    write(console, Text(article.headline or str(reading.page.name), style="bold"))
    when = f", {day_and_time(article.published)}" if article.published else ""
    speakers = {row["speaker"] for row in found if row["speaker"]}
    if not found:
        unrun = [stage for stage in reading.stages if not stage.run]
        why = f": {unrun[0].why}" if unrun and unrun[0].why else ""
        write(console, Text(f"Nobody is found to say anything here{why}", style="dim"))
        console.print()
        return
    count = f"{counted(len(found), 'statement')} by {counted(len(speakers), 'named speaker')}{when}"
    write(console, Text(count, style="dim"))
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in found:
        groups.setdefault(row["speaker"] or row["source"] or "(no source)", []).append(row)
    for name, rows in groups.items():
        role = next((row["role"] for row in rows if row["role"]), None)
        console.print()
        write(console, Text.assemble((name, "bold cyan"), (f"  {role}" if role else "", "dim")))
        for row in rows:
            _show_row(row, console)
    console.print()


def _show_row(row: dict[str, Any], console: Console) -> None:
    """One statement: the words lit up in their paragraph."""
    marks = [
        row["kind"],
        *([row["act"]] if row["act"] != "speech" else []),
        *([row["time"]] if row["time"] else []),
    ]
    lit = Text()
    rest = row["paragraph"]
    # Where nothing can be lit up the words stand between asterisks.
    mark = "" if console.color_system else "*"
    for words in row["content"].split(" … "):
        before, found, rest_after = rest.partition(words)
        if found:
            lit.append(before, "dim").append(f"{mark}{words}{mark}", "bold")
            rest = rest_after
    lit.append(rest, "dim")
    write(console, Text.assemble((" · ".join(marks), "green")), left=2)
    write(console, lit, left=4)


def _paragraph(text: str, start: int, end: int) -> Span:
    """The paragraph, or the run of paragraphs, that holds the words."""
    first = text.rfind("\n\n", 0, start)
    last = text.find("\n\n", end)
    return Span(first + 2 if first >= 0 else 0, last if last >= 0 else len(text))


def _role(reading: Reading, found: Attribution) -> str | None:
    """What the story says the speaker is."""
    if found.entity is None:
        return None
    entity = next((entity for entity in reading.entities if entity.id == found.entity), None)
    if entity is None:
        return None
    return ", ".join([*entity.roles[:1], *entity.affiliations[:1]]) or None


def _time(reading: Reading, found: Attribution) -> str | None:
    """The day or moment of the saying, as TIMEX3 writes it: one beside the cue ("said on Friday").

    A time further off, in another sentence or in what is said, is as likely to be of something else.
    """
    if not found.cue:
        return None
    text, cue = reading.article.text, found.cue[0]
    best: tuple[int, str] | None = None
    for timex in reading.times:
        if not _DAY.match(timex.value) or any(part.meets(timex.span) for part in found.content):
            continue
        between = text[min(cue.end, timex.span.end) : max(cue.start, timex.span.start)]
        if len(between) <= _BESIDE and not _STOP.search(between):
            best = min(best or (len(between), timex.value), (len(between), timex.value))
    return best[1] if best else None


def _words(spans: tuple[Span, ...] | None, text: str) -> str | None:
    return " … ".join(span.of(text) for span in spans) if spans else None
