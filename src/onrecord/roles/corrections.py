"""Whether a line says what was put right, or is the editors' word to the reader."""

import re

from ..languages.editors_lines import CORRECTED, EDITORS_WORD, REGRETS
from .phrases import Findings, Openings

_OPENS = Openings(CORRECTED)
_REGRETS = Findings((REGRETS,))
_WORD = Openings(EDITORS_WORD)
# `This story was originally published by Harbour Today`: put right is nothing
_ELSEWHERE = re.compile(
    r"\b(?:originally|first|previously) (?:published|appeared|ran|posted|aired|reported|written|produced)\b(?!.*(?:correct|updat|misstat|version))",
    re.I,
)
# the editors name themselves: their word wherever in the story it stands, where a bare "Note:" may be the writer's
BY_EDITORS = re.compile(
    r"(?i)^\W{0,3}(?:editors?['’]?s?['’]? note\b|note (?:from|to|by) (?:the |our )?(?:editors?|readers?)\b|(?:anmerkung|hinweis) der redaktion\b"
    r"|note de la rédaction\b|n\.?d\.?l\.?r\b|nota (?:de la redacción|del editor|da redação|della redazione|do editor)\b)"
)
_CORRECTED = re.compile(
    r"(?:correct(?:ed|ion|s|ing)?|clarif\w+|updated?|revised|amended|changed|misstat\w+|misidentif\w+|misspell\w+|incorrect\w*|erroneous\w*|wrong\w*|earlier version|previous version|originally|korrig\w+|bericht\w+|falsch|corrig\w+|rectif\w+|errat\w+|rättel\w+|rettel\w+|oikais\w+|sprosto\w+|oprav\w+|düzelt\w+|исправ\w+|уточн\w+|訂正)",
    re.I,
)


def opens_as_correction(text: str) -> bool:
    """Whether a line begins as a correction does in one of many languages, or says that the paper regrets it."""
    if _ELSEWHERE.search(text):
        return False
    return _OPENS.match(text) is not None or (len(text) < 200 and _REGRETS.search(text))


def opens_as_editors_word(text: str) -> bool:
    """Whether a line begins as the editors' own word to the reader does in one of many languages."""
    return _WORD.match(text) is not None


def is_correction(text: str) -> bool:
    """Whether a line that begins like a correction goes on like one; `Update:` heads news as often."""
    if _ELSEWHERE.search(text):
        return False
    lower = text[:160].lower()
    if lower.lstrip("(*[—- ").startswith(("update", "this ", "note", "an ", "a ")):
        return bool(
            re.search(
                r"this (?:story|article|report|post|version|item|column|piece|headline|list|page).{0,60}(?:has been|was|is|originally|corrects|incorrectly|initially|previously)|(?:earlier|previous) version",
                lower,
            )
        ) and bool(_CORRECTED.search(text))
    return bool(_CORRECTED.search(text))
