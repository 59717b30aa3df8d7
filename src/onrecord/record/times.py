"""Time expressions in a story (TimeML's TIMEX3)."""

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span


class TimexType(StrEnum):
    """TIMEX3's four types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True)
class Timex:
    """One time expression; `value` as TIMEX3 writes it (`2022-05-21`, `P3D`, `PRESENT_REF`).

    The value is no more exact than the text. `span` is in the article's text.
    """

    text: str
    span: Span
    type: TimexType
    value: str
    confidence: float = 1.0
    reason: str = ""
