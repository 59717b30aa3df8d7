"""Whether a line asks the reader for something or leads elsewhere."""

import re

from ..languages.editors_lines import service as lines
from .drafts import Draft
from .phrases import Findings, Openings

_PLAIN = Openings(lines.BEGINS)
_MENU = re.compile(r"(?<![a-z])(?:nav|menu|footer|cookie|consent|share|social)(?![a-z])", re.I)

ADDRESS = re.compile(
    r"(?i)^\S+@\S+\.\w+$|^(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram|threads)\.(?:com|net)/\S+$"
)
_VERBS = Openings(lines.VERBS)
_LEADS = Findings((lines.LEADS,))
_BUTTONS = Openings((lines.BUTTONS,))


def asks_plainly(text: str) -> bool:
    """Whether a line begins as one to the reader of the site does in one of many languages, and goes on like one."""
    return _PLAIN.match(text) is not None


def serves_reader(draft: Draft, n: int, text: str, inside: bool) -> bool:
    """Whether a line in the story (`inside`) or just round it speaks to the reader of the site and not of the news."""
    if n >= draft.last - 3 and ADDRESS.match(text):
        return True
    plain = asks_plainly(text)
    if plain and not inside and n <= draft.last + 8 and (len(text.split()) > 3 or not text.isascii()):
        return not _MENU.search(draft.words_round(n))
    if (
        (len(text.split()) < 4 and not (plain and ("http" in text or "@" in text)))
        or n > draft.last + 8
        or _BUTTONS.match(text)
    ):
        return False
    if inside:
        # the story itself may begin a sentence with such a word: a link, an address or the last lines must speak too
        links = draft.parts[n].block.links
        if plain and n >= draft.last - 5:
            return True
        telling = _LEADS.search(text)
        if plain and telling and len(text) < 200:
            return True
        sure_of_story = draft.parts[n].confidence >= 0.6
        if sure_of_story and not _VERBS.match(text):
            return False
        return telling and (n >= draft.last - 4 or bool(links)) and len(text) < 260
    return not _MENU.search(draft.words_round(n))
