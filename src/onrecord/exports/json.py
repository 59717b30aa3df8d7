"""The reading as JSON, one line: the same keys as the nouns. The form itself lives in
`onrecord.transcripts`."""

from onrecord.record import Page, Reading
from onrecord.transcripts import from_json, schema, to_json

__all__ = ["from_json", "render", "schema", "to_json"]


def render(reading: Reading, page: Page | None = None) -> str:
    """One line of JSON."""
    return to_json(reading).decode() + "\n"
