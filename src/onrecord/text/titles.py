"""Whether a line is worded as a headline is, by its letters alone: for text in which no mark-up tells."""

import re

from ..languages.headings import LISTING, PAID, RELATED

_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힣฀-๿]")
_FIRST = re.compile(r"[^\W_]")
_ENDS = re.compile(r"(?:[.。．｡؛;,:،]|…|\.\.\.)[\"'”’»)\]]*$")
# `Mara Quill 16.07.2031 3 min`, `In News, Travel - 02 Feb 2031, 20:02`, `Posted on August 30, 2031`
_DAY = (
    r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}(?!\d)|(?<!\d)(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    r"|\b(?:\d{1,2}\.?(?: de)? [^\W\d_]{3,10}\.?(?: de)?|[^\W\d_]{3,10}\.? \d{1,2}),? (?:19|20)\d\d\b"
)
_DATED = re.compile(_DAY)
_DAY_TAIL = re.compile(rf"[\s,|–—•·-]+(?:{_DAY})$")
_GLUED = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
# `Mara Quill and Ivo Lund`, `Mara Quill, Ivo Lund`
_NAMES = re.compile(
    r"(?:[^\W\d_a-zß-ÿ][\w’'.-]+ ){1,2}[^\W\d_a-zß-ÿ][\w’'.-]+(?:,| and| und| et| y| e| en| og| och| i) (?:[^\W\d_a-zß-ÿ][\w’'.-]+ ){1,2}[^\W\d_a-zß-ÿ][\w’'.-]+(?:, \w+)?"
)
_NEIGHBOUR = re.compile(
    r"(?:previous|next|older|newer) (?:article|post|story)|(?:vorheriger?|nächster?) (?:artikel|beitrag)|article (?:précédent|suivant)|(?:artículo|entrada) (?:anterior|siguiente)",
    re.I,
)
_SKIPS = re.compile(r"(?:skip|jump) (?:to|past|over)\b|.* überspringen$", re.I)
# what headlines in capitals have and rows of topics have not
_JOINS = re.compile(
    r"[^\w\s.-]|\b(?i:an?|and|are|as|at|be|but|by|can|for|from|has|have|how|if|in|is|it|its|no|not|now|of|off|on|or|out|over"
    r"|than|that|the|this|to|up|was|what|when|who|why|will|with|you|your)\b|(?<!\S)[a-zß-öø-ÿ]"
)
_TOPICS = 5
"""Words from which on a line of nothing but capitalised words is a row of topics."""
_TURN = re.compile(r"[^\W\d_]{3}[.)] [^\W\d_a-zß-ÿ]")
_OFTEN_SENTENCES = 120
"""Letters from which on a line of two sentences is a teaser."""
_SHORTEST, _LONGEST = 16, 220
_UNSPACED_SHORTEST = 10
_LETTERS_SHARE = 0.6


def is_worded_as_headline(text: str) -> bool:
    """Whether a line has words enough for a headline, begins as one does and does not end as a sentence or a day does.

    A headline of three short words cannot be told from a topic and is none.
    """
    if not _UNSPACED_SHORTEST <= len(text) <= _LONGEST or _ENDS.search(text) or "@" in text or "://" in text:
        return False
    first = _FIRST.search(text[:12])
    if first is None or first.group().islower() or _DATED.search(text):
        return False
    if not text.isascii() and len(_UNSPACED.findall(text)) >= 6:
        return True
    words = text.split()
    if len(text) < _SHORTEST or len(words) < 3 or (len(words) == 3 and len(text) < 26):
        return False
    if sum(map(str.isalpha, text)) < _LETTERS_SHARE * len(text):
        return False
    if (
        (len(text) > _OFTEN_SENTENCES and _TURN.search(text))
        or _NAMES.fullmatch(text)
        or _NEIGHBOUR.match(text)
        or _SKIPS.match(text)
    ):
        return False
    if text.isascii() and len(words) >= _TOPICS and not _JOINS.search(text):
        return False
    return len(_GLUED.findall(text)) <= max(1, len(words) // 4)  # a row of links without blanks between them


def without_day(text: str) -> str:
    """A linked headline without the day behind it, where the link holds both."""
    return _DAY_TAIL.sub("", text)


HEADING_WORDS = 5
"""Words from which on a line that begins as a heading does may be a headline: `Latest poll puts the mayor ahead`."""


def heads_box(text: str, phrases: tuple[str, ...] = (*LISTING, *PAID, *RELATED)) -> bool:
    """Whether a line is the words of a heading over a box and hardly more: `Mehr zum Thema`, `More from Harbour Daily`."""
    rest = behind_heading(text, phrases)
    return rest is not None and len(rest.split()) < HEADING_WORDS


def behind_heading(text: str, phrases: tuple[str, ...]) -> str | None:
    """What follows a heading's words at a line's beginning; None if it does not begin so."""
    whole = text[:60].casefold()
    start = whole.lstrip(" \t-–—•·|:>»+*#[(")
    if not start.startswith(phrases):
        return None
    longest = max([phrase for phrase in phrases if start.startswith(phrase)], key=len)
    return text[len(whole) - len(start) + len(longest) :]
