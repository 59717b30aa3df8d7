"""Renews what the tests compare with; what it writes is reviewed as a diff.

python -m tests.renew docs       what in the docs is written by the program
python -m tests.renew short      where readings fall short of what a person finds: each page's `short.json`
python -m tests.renew NAME...    these pages' `expected.json`: what is read now is what is right
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from onrecord.record import BODY_ROLES, Card, EntityKind, Reading, Unread
from onrecord.samples import SAMPLE

PROJECT = Path(__file__).resolve().parents[1]
PAGES = PROJECT / "tests" / "pages"
DOCS = PROJECT / "docs"


def page_of(name: str) -> Path:
    """The saved page of a test page's folder; the sample's own lies where the package ships it."""
    return next((PAGES / name).glob("page.*"), SAMPLE)


def names() -> list[str]:
    """The names of all test pages."""
    return sorted(folder.name for folder in PAGES.iterdir() if (folder / "expected.json").exists())


def summary(outcome: Reading | Unread) -> dict[str, Any]:
    """A reading as a person would write it down: the form of `expected.json`."""
    if isinstance(outcome, Unread):
        return {"unread": outcome.reason.value}
    article = outcome.article
    dateline = article.dateline
    return {
        "kind": article.kind.value,
        "is_article": article.is_article,
        "language": article.language,
        "headline": article.headline,
        "deck": article.deck,
        "bylines": [{"name": b.name, "role": b.role, "outlet": b.outlet} for b in article.bylines],
        "agency": article.agency,
        "publisher": article.publisher,
        "section": article.section,
        "published": article.published.isoformat() if article.published else None,
        "modified": article.modified.isoformat() if article.modified else None,
        "dateline": {
            "text": dateline.text,
            "place": dateline.place,
            "agency": dateline.agency,
            "day": dateline.day,
        }
        if dateline
        else None,
        "body": [f"{part.role}: {part.block.text}" for part in article.blocks if part.role in BODY_ROLES],
        "text": article.text,
        "pictures": [{"caption": p.caption, "credit": p.credit} for p in article.pictures],
        "contributors": [
            {"text": c.text, "names": list(c.names), "places": list(c.places)} for c in article.contributors
        ],
        "corrections": [note.text for note in article.corrections],
        "notes": [note.text for note in article.notes],
        "reader_service": list(article.reader_service),
        "copyright": article.copyright,
        "related": [_card(card) for card in article.related],
        "sponsored": [_card(card) for card in article.sponsored],
        "comments": list(article.comments),
        "people": [
            ", ".join([e.name, *([str(e.age)] if e.age is not None else []), *e.roles, *e.affiliations])
            for e in outcome.entities
            if e.kind is EntityKind.PERSON
        ],
        "said": list(_said(outcome)),
    }


def _card(card: Card) -> dict[str, Any]:
    return {"headline": card.headline, "teaser": card.teaser, "source": card.source, "age": card.age}


def _said(reading: Reading) -> Iterator[str]:
    for found in reading.attributions:
        words = " … ".join(span.of(reading.article.text) for span in found.content)
        yield f"{found.speaker or '?'} ({found.kind}): {words}"


def renew_page(name: str) -> None:
    """Write what is read now into a page's `expected.json`, under the keys it has (all, if it is new)."""
    from onrecord.reading import read_file

    file = PAGES / name / "expected.json"
    keys = json.loads(file.read_text("utf-8")) if file.exists() else None
    found = {
        key: value for key, value in summary(read_file(page_of(name))).items() if keys is None or key in keys
    }
    file.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")


def renew_short(name: str) -> None:
    """Write down which fields of a page are read otherwise than `expected.json` has them, and how."""
    from onrecord.reading import read_file

    expected = json.loads((PAGES / name / "expected.json").read_text("utf-8"))
    found = summary(read_file(page_of(name)))
    wrong = {key: found[key] for key in expected if found[key] != expected[key]}
    file = PAGES / name / "short.json"
    if wrong:
        file.write_text(json.dumps(wrong, indent=2, ensure_ascii=False) + "\n", "utf-8")
    else:
        file.unlink(missing_ok=True)


def commands_page() -> str:
    """`docs/commands.md`: every command's own help."""
    from onrecord.commands import COMMANDS, main

    lines = [
        "# Commands",
        "",
        "As `onrecord COMMAND --help` prints them; written by `python -m tests.renew docs`.",
        "",
    ]
    with click.Context(main, info_name="onrecord", terminal_width=100) as top:
        lines += ["```", main.get_help(top), "```", ""]
        for entry in COMMANDS:
            command = main.get_command(top, entry.name)
            if command is None:
                continue
            lines += [f"## {entry.name}", "", "```"]
            lines += _help(command, top, entry.name)
            lines += ["```", ""]
    return "\n".join(line.rstrip() for line in "\n".join(lines).splitlines()) + "\n"


def _help(command: click.Command, parent: click.Context, name: str) -> Iterator[str]:
    with click.Context(command, parent=parent, info_name=name, terminal_width=100) as context:
        yield command.get_help(context)
        if isinstance(command, click.Group):
            for inner in command.list_commands(context):
                found = command.get_command(context, inner)
                if found is not None:
                    yield ""
                    yield from _help(found, context, inner)


def renew_docs() -> None:
    """Write the parts of the docs that the program knows best."""
    from onrecord.transcripts import schema

    (DOCS / "commands.md").write_text(commands_page(), "utf-8")
    (DOCS / "reading.schema.json").write_text(json.dumps(schema(), indent=1) + "\n", "utf-8")


def main(wanted: list[str]) -> None:
    """Renew what is named."""
    if not wanted:
        raise SystemExit(__doc__)
    for name in wanted:
        if name == "docs":
            renew_docs()
        elif name == "short":
            for page in names():
                renew_short(page)
        else:
            renew_page(name)


if __name__ == "__main__":
    main(sys.argv[1:])
