"""What the language models say of a text, before anybody makes sense of it. Spans are in the text."""

from dataclasses import dataclass
from typing import Literal, NamedTuple


class NameSpan(NamedTuple):
    """A name: [start, end), `PER`, `ORG`, `LOC` or `MISC`, and how sure the model is."""

    start: int
    end: int
    label: str
    confidence: float


class PartSpan(NamedTuple):
    """A part of an attribution: [start, end), what it is, how sure the model is, and what it belongs to.

    A cue belongs to a source, a content to a cue: `of` is the index of that part, None where
    there is none; `of_confidence` is how sure that link is. Marks at the edges are not in the span.
    """

    start: int
    end: int
    kind: Literal["source", "cue", "content"]
    confidence: float
    of: int | None
    of_confidence: float


@dataclass(frozen=True, slots=True)
class Encoded:
    """All that the models of one setting (`best` or `fast`) found in a text, in the order of the text."""

    setting: str
    names: tuple[NameSpan, ...]
    parts: tuple[PartSpan, ...]
