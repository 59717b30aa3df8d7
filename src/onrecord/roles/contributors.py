"""Whether a line says who else took part in the reporting."""

import re

from ..languages.agencies import ANY_NAME
from ..languages.editors_lines import contributors as lines
from .phrases import Findings, Openings

_BEGINS = Openings(lines.BEGINS)
_WORKED = Openings(lines.WORKED)
_USED = Openings(lines.USED)
_SAID = re.compile("|".join(lines.SAID), re.I)
_GAVE_MONEY = Findings((lines.GAVE_MONEY,))
_PART_TAKEN = Findings((lines.PART_TAKEN,))
_EDITED = re.compile(lines.EDITED, re.I)
_REPORTED_FROM = re.compile(lines.REPORTED_FROM)
_CONTRIBUTED = re.compile(lines.CONTRIBUTED)
# `mit dpa`, `avec l’AFP et Reuters`, `Le Courrier avec AFP`: nothing but the agencies behind the word
_WITH_AGENCIES = re.compile(
    rf"(?:[\W_]{{0,4}}|[^.!?\n]{{2,40}}\s)(?i:{'|'.join(lines.WITH)})(?:\s(?:{lines.ARTICLES})|\sl[’'])?\s?"
    rf"(?:(?:{ANY_NAME}|(?i:{lines.AGENCY_WORDS}))(?:\s?[,/&+]\s?|\s(?:{lines.ANDS})\s|\s|$|[)\].])+)+\W*$"
)
# `Quelle: dpa`, `Fuentes: EFE / AFP`
_SOURCE_IS_AGENCY = re.compile(
    rf"[\W_]{{0,4}}(?i:{lines.SOURCES})\s?[:：]\s?(?:{ANY_NAME})(?:(?:\s?[,/&+、]\s?|\s(?:{lines.ANDS})\s|-)(?:{ANY_NAME}))*\W*"
)
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(_WORDS.findall(" ".join(lines.BEGINS + lines.WORKED).lower())) | frozenset(
    lines.SMALL_WORDS.split()
)


def opens_as_contributor(text: str, at_end: bool, opens: bool = True) -> bool:
    """Whether a line begins, or is as a whole, what a contributor line is in one of many languages.

    `opens` is whether it begins as any editors' line does, where that is known. Elsewhere than `at_end` of the story a single `Edited by` may speak of a book.
    """
    if len(text) > 420:
        return False
    if opens and (
        _BEGINS.match(text)
        or (
            _WORKED.match(text)
            and (text[0] in "([" or (at_end and _EDITED.search(text[:12])) or len(_EDITED.findall(text)) > 1)
        )
    ):
        words = _WORDS.findall(text)
        strays = len([word for word in words if word.islower() and word not in _SMALL])
        return strays <= 1 + len(words) // 8
    if len(text) < 90 and _WITH_AGENCIES.match(text):
        return True
    if "reported from" in text and len(text) < 300 and _REPORTED_FROM.match(text):
        return True
    if "ontribut" in text[-60:] and len(text) < 260 and _CONTRIBUTED.match(text):
        return True
    return opens and _USED.match(text) is not None


def names_source_agency(text: str) -> bool:
    """Whether a line says from which agencies the news is, and nothing else; a picture's credit may say the same."""
    return len(text) < 80 and (":" in text or "：" in text) and _SOURCE_IS_AGENCY.fullmatch(text) is not None


def is_contributor(text: str, inside: bool) -> bool:
    """Whether a line that bears a mark of it says who else took part; `inside` the story it must say so plainly."""
    match = _SAID.search(text)
    if not match or _GAVE_MONEY.search(text):
        return False
    if not inside:
        return True
    if "contribut" in match[0].lower():
        return _PART_TAKEN.search(text) and len(text) < 300
    return match.start() < 40 or text[:1] in "(["
