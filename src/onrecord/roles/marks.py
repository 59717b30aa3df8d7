"""What a block's words alone say of it: marks of bylines, dates, credits, corrections, copyright lines and so on.

A mark is evidence, never a verdict: the same words stand in stories too. Made for every block of a page, so each
test is a look at the words that are there before any pattern is tried.
"""

import re
from enum import StrEnum
from functools import lru_cache

from ..languages.calendars import AGO_AFTER, AGO_BEFORE, MONTHS, TODAY, UNITS, WEEKDAYS
from ..languages.marks import (
    BEGINNINGS,
    CREDIT_AT_END,
    CREDIT_WORDS,
    FIRST_WORDS,
    HELD,
    RIGHTS_UNSPACED,
)
from ..text.words import find_words


class Mark(StrEnum):
    """One sort of evidence in a block's words."""

    BYLINE = "byline"
    DATE = "date"
    AGE = "age"
    CREDIT = "credit"
    CREDIT_TAIL = "credit_tail"
    CONTRIBUTOR = "contributor"
    CORRECTION = "correction"
    NOTE = "note"
    READER_SERVICE = "reader_service"
    COPYRIGHT = "copyright"
    RELATED = "related"
    SPONSORED = "sponsored"
    DATELINE = "dateline"
    RULE = "rule"
    CUT = "cut"
    COMMENTS = "comments"
    """No line bears it: `flat_comments.py` knows the headings. The trained models keep a column for it."""


_NONE: frozenset[Mark] = frozenset()
_NO_MARKS: tuple[Mark, ...] = ()

_STARTS: dict[str, tuple[Mark, ...]] = {}
for _sort, _words in FIRST_WORDS.items():
    for _first in dict.fromkeys(_word.strip("[(*:/,©") or _word for _word in _words.split()):
        _STARTS[_first] = (*_STARTS.get(_first, ()), Mark(_sort))

_PATTERNS = {Mark(sort): re.compile(pattern, re.I) for sort, pattern in BEGINNINGS.items()}
# tried on text in small letters, as they are written
_TRIGGERS = {
    Mark(sort): (frozenset(held.split()), re.compile(pattern)) for sort, (held, pattern) in HELD.items()
}
_ALL_TRIGGERS = frozenset().union(*(triggers for triggers, _ in _TRIGGERS.values()))
_CJK_RIGHTS = re.compile(RIGHTS_UNSPACED)
_CREDIT_TAIL = re.compile(CREDIT_AT_END, re.I)
_TAIL_WORDS = frozenset(CREDIT_WORDS.split())
_DATELINE = re.compile(
    r"^(?:[^\W\d_a-zß-öø-ÿ][^()—–:]{1,50})?\([A-Za-z][\w .,&/’'-]{1,40}\)\s*(?:—|–|-+|:)?\s*\S|^[A-Z][A-Z .'’-]{3,30}(?:, [A-Z][\w. ]{1,20})?\s*(?:—|–|--)"
)
_AGE = re.compile(
    r"(?<!\w)\d{1,3}\s?([^\W\d_]{1,10})|\b(?:an?|one|eine[rm]?|une?|una?)\s([^\W\d_]{3,8})", re.I
)
_CJK_DATE = re.compile(r"\d{4}\s*[年년]\s*\d{1,2}\s*[月월]|\d{1,2}月\d{1,2}日")
_CJK_AGE = re.compile(
    r"\d\s*(?:秒|分|小时|小時|時間|天|日|周|週間|か月|ヶ月|個月|个月|年|초|시간|일|주|개월)[钟鐘間]?\s*[前전]"
)
_NUMERIC_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?!\d)"
)
_DAY_NUMBER = re.compile(r"(?<!\d)(?:[12]?\d|3[01])(?!\d)")
_DIGIT = re.compile(r"\d")
_RULE = re.compile(r"^[\s_*=~•·.\-–—#|]{2,80}$")
_REMEMBERED = 120
_EDGE = 260
_SHORT = 160


def find_marks(text: str) -> frozenset[Mark]:
    """Every mark that a block's words bear; mostly none.

    Short lines (menus, buttons, labels) come back on page after page and are remembered; long ones are the page's
    own and would only fill the memory.
    """
    return _remembered(text) if len(text) < _REMEMBERED else _marks_of(text)


def _marks_of(text: str) -> frozenset[Mark]:
    found: list[Mark] = []
    length = len(text)
    lower = text[:_EDGE].lower()
    words = find_words(lower)
    for mark in _STARTS.get(words[0], _NO_MARKS) if words else _NO_MARKS:
        if (mark is not Mark.BYLINE or length < _EDGE) and _PATTERNS[mark].match(text):
            found.append(mark)
    seen = _ALL_TRIGGERS.intersection(words)
    if length > _EDGE:
        tail = text[-_EDGE:].lower()
        seen |= _ALL_TRIGGERS.intersection(find_words(tail))
    else:
        tail = lower
    if seen and length < 700:
        for mark, (triggers, pattern) in _TRIGGERS.items():
            if triggers & seen and mark not in found and (mark is not Mark.READER_SERVICE or length < 420):
                if pattern.search(lower) or (tail is not lower and pattern.search(tail)):
                    found.append(mark)
    if "©" in text and length < 700 and Mark.COPYRIGHT not in found:
        found.append(Mark.COPYRIGHT)
    if not words:
        return frozenset({Mark.RULE}) if _RULE.match(text) else frozenset(found)
    if length < _SHORT:
        if _DIGIT.search(lower):
            if _is_date(words, lower):
                found.append(Mark.DATE)
            if _is_age(words, lower):
                found.append(Mark.AGE)
        elif lower[0] == "_" and _RULE.match(text):
            found.append(Mark.RULE)
        if not lower.isascii() and _CJK_RIGHTS.search(lower):
            found.append(Mark.COPYRIGHT)
    if text.endswith(("...", "…", "[…]", "[...]")):
        found.append(Mark.CUT)
    if (
        length > 12
        and length < 900
        and ("©" in tail[-70:] or not _TAIL_WORDS.isdisjoint(find_words(tail[-70:])))
        and _CREDIT_TAIL.search(text[-130:])
    ):
        found.append(Mark.CREDIT_TAIL)
    if (text[0].isupper() or text[0] == "(") and length > 60 and _DATELINE.match(text[:90]):
        found.append(Mark.DATELINE)
    return frozenset(found) if found else _NONE


def _is_date(words: list[str], lower: str) -> bool:
    """Whether a short block prints a day: a month's name beside a number, or numbers in a date's form."""
    if _NUMERIC_DATE.search(lower):
        return True
    if not MONTHS.keys().isdisjoint(words):
        return bool(_DAY_NUMBER.search(lower))
    if not lower.isascii() and _CJK_DATE.search(lower):
        return True
    return len(words) <= 6 and (words[0] in WEEKDAYS or words[0] in TODAY) and ":" in lower


def _is_age(words: list[str], lower: str) -> bool:
    """Whether a short block tells a relative age: `2 days ago`, `vor 3 Stunden`, `5h`."""
    if not lower.isascii() and _CJK_AGE.search(lower):
        return True
    if UNITS.keys().isdisjoint(words) and len(lower) > 6:
        return False
    match = _AGE.search(lower)
    if not match:
        return False
    unit = match[1] or match[2]
    if unit not in UNITS:
        return False
    return (
        not AGO_AFTER.isdisjoint(words)
        or not AGO_BEFORE.isdisjoint(words)
        or ("il y a" in lower)
        or (len(words) <= 2 and len(lower) <= 6)
    )


_remembered = lru_cache(maxsize=8192)(_marks_of)
