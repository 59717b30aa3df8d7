"""Readings as JSON, one a line, with the keys of the nouns (`docs/json.md`)."""

from collections.abc import Iterable
from pathlib import Path

from onrecord.transcripts import to_json

from . import Item


def write(items: Iterable[Item], target: Path) -> int:
    """One line a reading."""
    count = 0
    with target.open("wb") as stream:
        for item in items:
            stream.write(to_json(item.reading) + b"\n")
            count += 1
    return count
