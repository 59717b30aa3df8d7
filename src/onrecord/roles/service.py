"""Whether a line asks the reader for something or leads elsewhere."""

import re

from .drafts import Draft

ADDRESS = re.compile(
    r"(?i)^\S+@\S+\.\w+$|^(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram|threads)\.(?:com|net)/\S+$"
)
_ASKS = re.compile(
    r"\W{0,3}(?:follow|subscribe|sign up|click|download|listen|join|donate|support|contact|reach|email|e-mail|tweet|catch up|"
    r"get (?:our|the|more)|read more|more (?:at|on|from)|find|see (?:more|also)|visit|watch|abonnier|folge|melden|newsletter|abonnez|"
    r"suivez|inscriv|suscr|sígu|sigue|seguici|iscriv|assine|siga|abonneer|volg|you can|to (?:receive|subscribe|sign|get|read))",
    re.I,
)


def serves_reader(draft: Draft, n: int, text: str, inside: bool) -> bool:
    """Whether a line in the story (`inside`) or just round it speaks to the reader of the site and not of the news."""
    if n >= draft.last - 3 and ADDRESS.match(text):
        return True
    if len(text.split()) < 4 or n > draft.last + 8 or re.match(r"(?i)\W*(?:share|email) ", text):
        return False
    if inside:
        # the story itself may begin a sentence with such a word: a link, an address or the last lines must speak too
        links = draft.parts[n].block.links
        telling = bool(
            re.search(
                r"https?://|www\.|@\w|newsletter|subscribe|sign up|click(?:ing)? here|twitter|facebook|instagram|podcast",
                text,
                re.I,
            )
        )
        sure_of_story = draft.parts[n].confidence >= 0.6
        if sure_of_story and not _ASKS.match(text):
            return False
        return telling and (n >= draft.last - 4 or bool(links)) and len(text) < 260
    around = draft.words_round(n)
    return not re.search(r"(?<![a-z])(?:nav|menu|footer|cookie|consent|share|social)(?![a-z])", around, re.I)
