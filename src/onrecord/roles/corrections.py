"""Whether a line says what was put right, or is the editors' word to the reader."""

from ..languages.editors_lines import corrections as lines
from .phrases import Findings, Openings

_BEGINS = Openings(lines.BEGINS)
_REGRETS = Findings((lines.REGRETS,))
_EXCUSES = ("regret", "polog", "beklag", "bitten", "haben", "wurde", "お詫び", "特此", "바로잡")
"""One of these stands in every line that _REGRETS finds."""
_EDITORS_BEGIN = Openings(lines.EDITORS_BEGIN)
_ELSEWHERE = Findings((lines.ELSEWHERE,))
_OF_THIS_STORY = Findings((lines.OF_THIS_STORY,))
_PUT_RIGHT = Findings((lines.CORRECTS, lines.CLARIFIES, lines.UPDATES))
# `“Correction!” is what he calls his new show`: the word is spoken of
_QUOTES = "\"'“”„‟‘‚«»"


def opens_as_correction(text: str, opens: bool = True) -> bool:
    """Whether a line begins as a correction does in one of many languages, or says that the paper regrets it.

    `opens` is whether it begins as any editors' line does, where that is known.
    """
    found = (opens and _BEGINS.match(text) is not None) or (len(text) < 200 and _says_regrets(text))
    return found and not _ELSEWHERE.search(text)


def _says_regrets(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _EXCUSES) and _REGRETS.search(text)


def opens_as_editors_word(text: str) -> bool:
    """Whether a line begins as the editors' own word to the reader does in one of many languages."""
    return _EDITORS_BEGIN.match(text) is not None


def is_correction(text: str) -> bool:
    """Whether a line that begins like a correction goes on like one; `Update:` heads news as often."""
    if text[0] in _QUOTES or _ELSEWHERE.search(text) or not _PUT_RIGHT.search(text):
        return False
    head = text[:160]
    if head.lower().lstrip("(*[—- ").startswith(("update", "this ", "note", "an ", "a ")):
        return _OF_THIS_STORY.search(head)
    return True
