"""Whether a line says what was put right, or is the editors' word to the reader."""

import re

# the editors name themselves: their word wherever in the story it stands, where a bare "Note:" may be the writer's
BY_EDITORS = re.compile(
    r"(?i)^\W{0,3}(?:editors?['’]?s?['’]? note\b|note (?:from|to|by) (?:the |our )?(?:editors?|readers?)\b|(?:anmerkung|hinweis) der redaktion\b"
    r"|note de la rédaction\b|n\.?d\.?l\.?r\b|nota (?:de la redacción|del editor|da redação|della redazione|do editor)\b)"
)
_CORRECTED = re.compile(
    r"(?:correct(?:ed|ion|s|ing)?|clarif\w+|updated?|revised|amended|changed|misstat\w+|misidentif\w+|misspell\w+|incorrect\w*|erroneous\w*|wrong\w*|earlier version|previous version|originally|korrig\w+|bericht\w+|falsch|corrig\w+|rectif\w+|errat\w+|rättel\w+|rettel\w+|oikais\w+|sprosto\w+|oprav\w+|düzelt\w+|исправ\w+|уточн\w+|訂正)",
    re.I,
)


def is_correction(text: str) -> bool:
    """Whether a line that begins like a correction goes on like one; `Update:` heads news as often."""
    lower = text[:160].lower()
    if lower.lstrip("(*[—- ").startswith(("update", "this ", "note", "an ", "a ")):
        return bool(
            re.search(
                r"this (?:story|article|report|post|version|item|column|piece|headline|list|page).{0,60}(?:has been|was|is|originally|corrects|incorrectly|initially|previously)|(?:earlier|previous) version",
                lower,
            )
        ) and bool(_CORRECTED.search(text))
    return bool(_CORRECTED.search(text))
