"""The story as Markdown: a note with its facts in front, the text, and who said what; for note-taking
programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from itertools import groupby, pairwise
from pathlib import Path

from onrecord.record import Page, Part, Reading, Role

from . import Item
from .telling import filled, iso, speaker, words

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~])")
_LINE_START = re.compile(r"^(\d*)([#>+.)=-])")
_ROW = re.compile(r"<tr\b", re.I)
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f]+')


def render(reading: Reading, page: Page | None = None) -> str:
    """The note of one reading. Only with its page are the cells of a table put in rows again."""
    return _note(Item(reading, reading.page.sha256, page))


def write(items: Iterable[Item], target: Path) -> int:
    """A folder with a note for each reading and one for each person who says something; how many notes."""
    target.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    names: dict[str, str] = {}
    lines: dict[str, list[str]] = {}
    count = 0
    for item in items:
        article = item.reading.article
        day = article.published.isoformat()[:10] + " " if article.published else ""
        name = _free(f"{day}{article.headline or item.reading.page.name or 'Untitled'}", taken)
        links: dict[int, str] = {}
        speakers = {a.entity for a in item.reading.attributions}
        for entity, (number, person) in item.people.items():
            if entity not in speakers:
                continue
            if number not in names:
                names[number] = _free(person, taken)
                lines[number] = [f"# {_plain(person)}", ""]
            links[entity] = names[number]
        (target / f"{name}.md").write_text(_note(item, links), encoding="utf-8")
        for a in item.reading.attributions:
            if a.entity in item.people:
                said = _plain(words(a.content, article.text) or "")
                lines[item.people[a.entity][0]].append(f"- {said} ([[{name}]])")
        count += 1
    for number, told in lines.items():
        (target / f"{names[number]}.md").write_text("\n".join(told) + "\n", encoding="utf-8")
    return count + len(lines)


def _note(item: Item, links: dict[int, str] | None = None) -> str:
    reading, article = item.reading, item.reading.article
    facts = filled({
        "title": article.headline, "authors": [b.name for b in article.bylines], "agency": article.agency,
        "publisher": article.publisher, "section": article.section, "published": iso(article.published),
        "modified": iso(article.modified), "language": article.language, "url": reading.address,
        "sha256": reading.page.sha256,
    })  # fmt: skip
    # JSON's strings and lists are YAML's too, whatever stands in them.
    out = [
        "---",
        *(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in facts.items()),
        "---",
        "",
    ]
    if article.headline:
        out += [f"# {_plain(article.headline)}", ""]
    if article.deck:
        out += [f"*{_plain(article.deck)}*", ""]
    # a deck that counts as text stands there once
    out += _body(
        [part for part in article.blocks if part.block.text != article.deck], article.text, item.page
    )
    for picture in article.pictures:
        told = " ".join(
            _plain(part) for part in (picture.caption, picture.credit and f"({picture.credit})") if part
        )
        if told:
            out += [f"> {told}", ""]
    for note in (*article.corrections, *article.notes):
        out += [f"> **{note.kind.value.capitalize()}:** {_plain(note.text)}", ""]
    if reading.attributions:
        out += ["## Who said what", ""]
        for a in reading.attributions:
            who = links.get(a.entity) if links and a.entity is not None else None
            name = f"[[{who}]]" if who else _plain(speaker(a, reading) or "Somebody")
            out.append(f"- **{name}** ({a.kind}): {_plain(words(a.content, article.text) or '')}")
        out.append("")
    return "\n".join(out)


def _body(parts: Iterable[Part], text: str, page: Page | None) -> list[str]:
    out: list[str] = []
    shown = [part for part in parts if part.span is not None]
    if not shown:
        return [line for paragraph in text.split("\n\n") if paragraph for line in (_plain(paragraph), "")]
    for role, run in groupby(shown, key=lambda part: part.role):
        same = list(run)
        if role is Role.CELL and page is not None:
            out += [*_table(same, page.source), ""]
        elif role is Role.LIST_ITEM:
            out += [*(f"- {_plain(part.block.text)}" for part in same), ""]
        else:
            before = {Role.SUBHEAD: "## ", Role.BLOCKQUOTE: "> "}.get(role, "")
            for part in same:
                out += [f"{before}{_plain(part.block.text)}", ""]
    return out


def _table(cells: list[Part], source: str) -> list[str]:
    """The cells as rows: a new one where a row begins in the source between two cells."""
    rows = [[cells[0]]]
    for before, cell in pairwise(cells):
        if _ROW.search(source, before.block.source.end, cell.block.source.start):
            rows.append([])
        rows[-1].append(cell)
    width = max(len(row) for row in rows)
    lines = [[_plain(cell.block.text) for cell in row] + [""] * (width - len(row)) for row in rows]
    lines.insert(1, ["---"] * width)
    return [f"| {' | '.join(line)} |" for line in lines]


def _plain(text: str) -> str:
    """The text with what Markdown would take for markup escaped, on one line."""
    flat = " ".join(_SPECIAL.sub(r"\\\1", text).split())
    return _LINE_START.sub(r"\1\\\2", flat)


def _free(name: str, taken: set[str]) -> str:
    """A file name that no other note has, also on systems that do not tell case apart."""
    stem = " ".join(_NOT_IN_NAMES.sub(" ", name).split()).strip(". ")[:80].strip(". ") or "Untitled"
    found, number = stem, 1
    while found.casefold() in taken:
        number += 1
        found = f"{stem} {number}"
    taken.add(found.casefold())
    return found
