"""Which block is the headline, where the model named none or took another line for it."""

from ..record import Role
from .drafts import Draft
from .flat_headlines import find_flat_headline, story_start

_STRAY = 0.25
"""The share of the story that may stand over its headline, apart from the rest, and be none of it."""


def find_headline(draft: Draft) -> int:
    """The index of the headline's block: the model's, else the heading that agrees with what is declared."""
    if not draft.containers:
        return _name_flat_headline(draft)
    best, sure = -1, 0.0
    headline = Role.HEADLINE
    for n, part in enumerate(draft.parts):
        if part.role is headline and part.confidence > sure:
            best, sure = n, part.confidence
    if best >= 0:
        return best
    titles = [d.value.casefold() for d in (*draft.declared.all("headline"), *draft.declared.all("title"))]
    for n in range(max(0, draft.first - 60), min(len(draft.parts), draft.first + 3)):
        block = draft.parts[n].block
        if (
            len(block.text) < 12
            or len(block.text) > 300
            or draft.parts[n].role in (Role.CAPTION, Role.COMMENT)
        ):
            continue
        text = block.text.casefold()
        agrees = any(text == title or (len(text) > 20 and text in title) for title in titles)
        score = 2.0 * (block.tag == "h1") + 3.0 * agrees + (block.tag == "h2") * 0.5
        if score > sure:
            best, sure = n, score
    if best >= 0 and sure >= 2.0:
        draft.name(best, Role.HEADLINE, 0.8, "a heading before the story, as the page declares it")
        return best
    return -1


def _name_flat_headline(draft: Draft) -> int:
    """In flat text: the likeliest line over the story; other lines taken for it are its deck or none of the story's."""
    fields = [n for n, part in enumerate(draft.parts) if part.block.tag == "field-headline"]
    found = find_flat_headline(draft.parts, draft.marks)
    if fields or found is None:
        return fields[0] if fields else -1
    best, share = found
    for n, part in enumerate(draft.parts):
        if part.role is Role.HEADLINE and n != best:
            under = best < n <= best + 2 and len(part.block.text.split()) > 5
            role = Role.DECK if under else Role.FURNITURE
            draft.name(
                n, role, 0.6, "under the headline" if under else "another line is likelier the headline"
            )
    above = [n for n in draft.story if n < best]
    if above and best < story_start(draft.parts):
        whole = sum([len(draft.parts[n].block.text) for n in draft.story])
        if sum([len(draft.parts[n].block.text) for n in above]) < _STRAY * whole:
            for n in above:
                draft.name(n, Role.FURNITURE, 0.6, "over the headline, apart from the story")
            draft.find_story()
    if draft.parts[best].role is not Role.HEADLINE:
        draft.name(best, Role.HEADLINE, round(max(0.5, share), 4), "likeliest of the lines over the story")
    return best
