"""The deck under the headline, by the words of its box and by what the page declares."""

from ..record import BODY_ROLES, Role
from .box_words import DECK_WORDS, RELATED_WORDS
from .drafts import Draft
from .short_lines import folded


def name_deck(draft: Draft) -> None:
    """Find the deck, where the model named none."""
    if draft.has(Role.DECK):
        return
    descriptions = {folded(d.value)[:120] for d in draft.declared.all("description")}
    start = draft.headline + 1 if 0 <= draft.headline < draft.first else max(0, draft.first - 8)
    for n in range(start, min(draft.first + 1, start + 14)):
        part = draft.parts[n]
        text = part.block.text
        begins = n == draft.first and part.role in BODY_ROLES
        if not (begins or part.role in (Role.FURNITURE, Role.SUBHEAD)) or not 25 <= len(text) <= 500:
            continue
        beginning = folded(text)[:120]
        around = draft.words_round(n, 2)
        agrees = beginning in descriptions
        named = bool(DECK_WORDS.search(around)) and not RELATED_WORDS.search(around) and len(text.split()) > 5
        heading = part.block.tag in ("h2", "h3") and n <= draft.headline + 2 and len(text) > 40
        if named or heading or (agrees and not begins):  # a description is often the first paragraph
            why = (
                "the page declares it as its description"
                if agrees
                else "it stands under the headline as a deck does"
            )
            draft.name(n, Role.DECK, 0.85 if agrees else 0.7, why)
            return
