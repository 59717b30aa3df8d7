"""Small cases that anybody can read and add to: `tests/cases/`, an input, `---`, what is expected, `===`."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from onrecord.articles.bylines import Outlets, read_printed
from onrecord.articles.contributors import read_contributor
from onrecord.articles.datelines import find_dateline
from onrecord.attributions import find_attributions
from onrecord.entities import find_entities, resolve_speakers
from onrecord.record import AttributionKind, Block, EntityKind, Part, Role, Span
from onrecord.times import find_times

CASES = Path(__file__).parent / "cases"


def _dateline(text: str, asked: str) -> str:
    found = find_dateline(text)
    if found is None:
        return "none"
    keys = [line.partition(":")[0] for line in asked.splitlines() if ":" in line] or ["text"]
    told = {key: getattr(found, key) for key in ("text", "place", "agency", "day")}
    # a key that a case leaves out must be absent, but for the whole text
    keys += [key for key in ("place", "agency", "day") if key not in keys and told[key] is not None]
    return "\n".join(f"{key}: {told[key]}" for key in keys)


def _bylines(text: str, asked: str) -> str:
    found = read_printed(text, Outlets(frozenset()))
    # a case that gives no role leaves it open
    roles = " | " in asked
    return "\n".join(b.name + (f" | {b.role}" if roles and b.role else "") for b in found) or "none"


def _contributor(text: str, asked: str) -> str:
    found = read_contributor(Part(Block(text, Span(0, len(text)), "p"), Role.CONTRIBUTOR, 1.0, "a case"))
    return f"names: {'; '.join(found.names)}\nplaces: {'; '.join(found.places)}".rstrip()


def _abroad(text: str, asked: str) -> str:
    """People with how often they are meant, times in a story of 21 May 2022, and who says what."""
    language, _, text = text.partition("\n")
    entities = find_entities(text, None, language)
    people = [f"{e.name} ({len(e.mentions)})" for e in entities if e.kind is EntityKind.PERSON]
    out = ["people: " + ("; ".join(people) or "none")]
    out += [f"when: {x.text} = {x.value}" for x in find_times(text, date(2022, 5, 21), language)]

    def words(spans: tuple[Span, ...] | None) -> str:
        return " … ".join(span.of(text) for span in spans or ()) or "-"

    for a in resolve_speakers(text, find_attributions(text, None, language), entities, language):
        assert a.kind is AttributionKind.DIRECT
        out.append(f"said: {words(a.source)} | {words(a.cue)} | {words(a.content)} | {a.speaker or '-'}")
    return "\n".join(out)


READERS: dict[str, Callable[[str, str], str]] = {
    "datelines": _dateline,
    "bylines": _bylines,
    "contributors": _contributor,
    "abroad": _abroad,
}


def _cases() -> list[tuple[str, str, str]]:
    found = []
    for name in READERS:
        for case in (CASES / f"{name}.txt").read_text("utf-8").split("\n===\n"):
            given, _, expected = case.partition("\n---\n")
            found.append((name, given.strip("\n"), expected.strip()))
    return found


@pytest.mark.parametrize(
    ("name", "given", "expected"), _cases(), ids=lambda part: part[:40].replace("\n", " ")
)
def test_a_case_gives_what_it_says(name: str, given: str, expected: str) -> None:
    assert READERS[name](given, expected) == expected
