"""Whether a line of the page names who wrote."""

import re

from ...text.dates import find_dates
from .east_asian import LABELLED_WRITER
from .leads import LEAD, WRITERS, WRITTEN_BY
from .names import is_signature

_WRITER_CLASS = re.compile(r"(?<![a-z])(?:author|by-?line|vcard|fn|autor|writer)(?![a-z])", re.I)


def names_a_writer(text: str, words: str) -> bool:
    """Whether a date line names who wrote: it begins as a byline does, or the page calls a part of it the author."""
    if LEAD.match(text) or WRITTEN_BY.search(text) or _WRITER_CLASS.search(words):
        return True
    return not text.isascii() and bool(LABELLED_WRITER.search(text))


def labels_a_writer(text: str) -> bool:
    """Whether a line is a list's entry for who wrote: `Autorin Mara Quill`."""
    return bool(WRITERS.match(text)) and len(text) < 80


def opens_with_a_name(text: str) -> bool:
    """Whether a date line begins with somebody's full name, parted from the date by a mark: `Mara Quill | 4.3.2031`."""
    dates = find_dates(text)
    if not dates or len(text) > 120:
        return False
    before = text[: dates[0].start].rstrip()
    return before[-1:] in tuple("|·•/–—") and is_signature(before.rstrip(" |·•/–—"))
