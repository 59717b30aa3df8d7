"""Lines to the reader in flat text that only their neighbours or their form tell: what a newsletter is, what who signs up
agrees to; and headings over boxes, which ask for nothing."""

import re

from ..languages.editors_lines.inboxes import AGREED, BY_MAIL, PROMISED
from ..languages.headings import RELATED
from ..record import Role
from ..text.titles import heads_box
from .drafts import Draft
from .phrases import Findings, Openings
from .short_lines import SENTENCE

_PROMISED = Findings((*PROMISED, *BY_MAIL))
_AGREED = Openings(AGREED)
_SKIPS = re.compile(r"\W*(?:skip|jump) (?:past|over|to) [^.!?]{2,50}$", re.I)
_PRIVACY = re.compile(
    r"\W*(?:privacy|datenschutz|confidentialité|privacidad|privacidade)\w*(?: \w+)?\s?:", re.I
)
_ADDRESS = re.compile(r"://|www\.|@|\.com\b")
_AFTER = 4
_FEWEST_WORDS, _MOST_WORDS = 6, 60


def name_flat_services(draft: Draft) -> None:
    """Name them, from the headline to just under the story."""
    start = draft.headline if 0 <= draft.headline < draft.first else draft.first
    for n in range(start + 1, min(len(draft.parts), draft.last + _AFTER)):
        part = draft.parts[n]
        text = part.block.text
        if part.role is Role.READER_SERVICE:
            if heads_box(text, RELATED) and not _ADDRESS.search(text):
                draft.name(n, Role.FURNITURE, 0.7, "a heading over a box of links")
            elif _SKIPS.match(text) or _PRIVACY.match(text):
                draft.name(n, Role.FURNITURE, 0.7, "it asks for nothing and leads nowhere")
        elif part.role is Role.FURNITURE and _FEWEST_WORDS <= len(text.split()) <= _MOST_WORDS:
            over = draft.parts[n - 1]
            promises = over.role is Role.READER_SERVICE and _PROMISED.search(text)
            if promises or (SENTENCE.search(text) and _AGREED.match(text)):
                why = "what the newsletter over it brings" if promises else "what who signs up agrees to"
                draft.name(n, Role.READER_SERVICE, 0.7, why)
