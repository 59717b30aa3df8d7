"""Acts of saying in a story: who, by which word, what (PARC3 and PolNeAR). Spans are in the article's text."""

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span


class AttributionKind(StrEnum):
    """Whether the content stands in quotation marks wholly, not at all, or in part."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What sort of act it is."""

    SPEECH = "speech"
    WRITING = "writing"
    THOUGHT = "thought"
    EXPECTATION = "expectation"
    JUDGEMENT = "judgement"
    INTENTION = "intention"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One act of saying. Spans in several parts are discontinuous in the text.

    `source` and `cue` are None where the text has none. `speaker` is the name of the entity that the source
    resolves to and `entity` its id, both None where nothing gives grounds for it; `speaker_reason` says why.
    A group that says which one it is ("the Belarusian volunteers"), police of no town, and several people
    together speak under those words, with `entity` None.
    """

    source: tuple[Span, ...] | None
    cue: tuple[Span, ...] | None
    content: tuple[Span, ...]
    kind: AttributionKind
    act: Act
    speaker: str | None
    entity: int | None
    confidence: float
    reason: str
    speaker_confidence: float | None = None
    speaker_reason: str | None = None
