"""What the letters of a short line tell: a sentence, a button, a date, another story's headline."""

import re

from ..record import Block

SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")
BUTTON = re.compile(
    r"(?i)^\W*(?:share|close|save|next|previous|prev|\d+ ?(?:/|of) ?\d+|enlarge|expand|zoom|view|open|play|watch|loading|advert\w*|menu|image|photo|video|bild|foto|audio|view \d+ images?|powered by|gallery|show|hide|download|tweet|pin|copy|email|print|more|read more|credits?)\W*$"
)
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힣]")
LETTERS = re.compile(r"[^\W\d_]+")


def folded(text: str) -> str:
    """The letters of a text alone, in small: two that fold alike say the same."""
    return "".join(LETTERS.findall(text.casefold()))


def only_date(text: str) -> bool:
    """Whether hardly a letter stands beside the numbers of a date."""
    letters = sum(len(word) for word in LETTERS.findall(text))
    # a Chinese or Japanese letter says what two of an alphabet's do, and more
    return letters <= 24 and (text.isascii() or letters + len(_UNSPACED.findall(text)) <= 24)


def is_story_link(block: Block) -> bool:
    """Whether a block is, all but a few letters, one link with words enough for a headline."""
    if not block.links:
        return False
    covered = sum(link.span.end - link.span.start for link in block.links)
    return covered > 0.75 * len(block.text) and len(block.text) > 22 and len(block.text.split()) > 3
