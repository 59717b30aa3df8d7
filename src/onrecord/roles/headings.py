"""Which block is the headline, where the model named none or took another line for it."""

from ..record import Role
from .drafts import Draft
from .short_lines import SENTENCE


def find_headline(draft: Draft) -> int:
    """The index of the headline's block: the model's, else the heading that agrees with what is declared."""
    best, sure = -1, 0.0
    for n, part in enumerate(draft.parts):
        if part.role is Role.HEADLINE and part.confidence > sure:
            best, sure = n, part.confidence
    if best >= 0:
        return best if draft.containers else _past_topic(draft, best)
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
    if not draft.containers:
        return _first_line(draft)
    return -1


def _past_topic(draft: Draft, n: int) -> int:
    """In flat text: the headline itself, where the model took the topic printed over it (`OPINION`)."""
    if len(draft.parts[n].block.text.split()) > 2:
        return n
    for after in range(n + 1, min(n + 3, len(draft.parts))):
        part = draft.parts[after]
        text = part.block.text
        if part.role in (Role.CAPTION, Role.CREDIT, Role.BYLINE) or not 4 <= len(text.split()) <= 25:
            continue
        if not SENTENCE.search(text) and not draft.marks[after]:
            draft.name(n, Role.FURNITURE, 0.6, "the topic printed over the headline")
            draft.name(after, Role.HEADLINE, 0.8, "the first line under its topic")
            return after
    return n


def _first_line(draft: Draft) -> int:
    """In flat text without another clue: the first line above the story that reads as a headline."""
    for n in range(draft.first):
        text = draft.parts[n].block.text
        if 20 <= len(text) <= 200 and not SENTENCE.search(text) and len(text.split()) >= 4:
            if not draft.marks[n] and draft.parts[n].role in (Role.FURNITURE, Role.HEADLINE):
                draft.name(n, Role.HEADLINE, 0.6, "the first line that reads as a headline")
                return n
    return -1
