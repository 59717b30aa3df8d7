"""Whether a line is worded as a headline is, by its letters alone: for text in which no mark-up tells."""

import re

_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힣฀-๿]")
_FIRST = re.compile(r"[^\W_]")
_ENDS = re.compile(r"(?:[.。．｡؛;,:،]|…|\.\.\.)[\"'”’»)\]]*$")
# `Mara Quill 16.07.2031 3 min`, `In News, Travel - 02 Feb 2031, 20:02`, `Posted on August 30, 2031`
_DATED = re.compile(
    r"(?<!\d)\d{1,2}([./-])\d{1,2}\1(?:\d\d){1,2}(?!\d)|(?<!\d)(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}"
    r"|\b(?:\d{1,2}\.?(?: de)? [^\W\d_]{3,10}\.?(?: de)?|[^\W\d_]{3,10}\.? \d{1,2}),? (?:19|20)\d\d\b"
)
_GLUED = re.compile(r"[a-zß-öø-ÿ][A-ZÀ-ÖØ-Þ]")
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
    return len(_GLUED.findall(text)) <= max(1, len(words) // 4)  # a row of links without blanks between them
