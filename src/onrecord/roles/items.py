"""Whether a block is the headline of another story's card: a link with a headline's words that leads to a page."""

import re

from ..languages.addresses import AUTHOR_PAGE, LISTING_PAGE
from ..record import Block
from .box_words import AUTHOR_CLASS
from .short_lines import LETTERS

_NO_STORY = re.compile(
    r"^(?:#|javascript:|mailto:|tel:|whatsapp:|sms:|/cdn-cgi/l/email-protection)"
    r"|(?:facebook\.com/(?:sharer|dialog)|twitter\.com/(?:intent|share)|[/.]x\.com/(?:intent|share)|linkedin\.com/share|api\.whatsapp|wa\.me/|play\.google\.|apps\.apple\.|t\.me/share|pinterest\.[a-z.]+/pin/create)"
)
_LEGAL = re.compile(
    r"(?i)\b(?:privacy|policy|policies|terms|conditions|cookies?|impressum|datenschutz|imprint|contact|about us|advertis\w+|subscri\w+|newsletters?|app|apps|careers|jobs|login|sign in|register|public file|accessibility|licens\w+|faq|help)\b"
)
_FEWEST = 12
"""Letters of the shortest headline."""
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힣฀-๿]")


def is_item(block: Block, own_words: str = "") -> bool:
    """Whether most of a block is a link to another page, with words enough for a short headline.

    `own_words` are the class words of the element it stands in: some say that it is a name.
    """
    text = block.text
    if not block.links or len(text) > 320:
        return False
    # most links of a page are a menu's, of a word or two: told first, as it costs least
    words = text.split()
    spaced = text.isascii() or len(_UNSPACED.findall(text)) < 6
    if spaced and (len(words) < 3 or len(text) < _FEWEST or sum(map(len, LETTERS.findall(text))) < _FEWEST):
        return False
    if sum([link.span.end - link.span.start for link in block.links]) <= 0.6 * len(text):
        return False
    if AUTHOR_CLASS.search(own_words):
        return False
    href = block.links[0].href
    if _NO_STORY.search(href.lower()) or LISTING_PAGE.search(href) or AUTHOR_PAGE.search(href):
        return False
    return not spaced or not is_legal(text)


def is_legal(text: str) -> bool:
    """Whether a short line is of the site's own pages: terms, contact, newsletters, help."""
    return len(text.split()) <= 5 and _LEGAL.search(text) is not None
