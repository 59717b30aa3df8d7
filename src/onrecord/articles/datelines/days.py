"""Days as datelines print them: `Jan. 5`, `4 Ene.`, `12 MAR`, `3.10.2031`."""

import re

from ...languages.calendars import MONTHS, WEEKDAYS

_LETTER = r"[^\W\d_]"
_MONTH_AND_DAY = rf"(?:{_LETTER}{{3,12}}\.?,?\s+)?(?:{_LETTER}{{3,12}}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])|\d{{1,2}}(?:\.|st|nd|rd|th|º|er)?\s+{_LETTER}{{3,12}}\.?(?:\s+{_LETTER}{{3,8}}(?=\s*[(/]))?)(?:,?\s+(?:de\s+)?\d{{4}})?"
DAY = re.compile(
    rf"\d{{4}}\.\s+{_LETTER}{{3,12}}\s+\d{{1,2}}\.,?(?:\s+{_LETTER}{{4,12}})?|{_MONTH_AND_DAY}|\d{{1,2}}[./]\d{{1,2}}\.?(?:\d{{4}})?(?!\d)"
)


def is_day(text: str) -> bool:
    """Whether these words are a day and nothing else."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    if any(word in MONTHS for word in words) and re.search(r"\d", text):
        return all(
            word in MONTHS or word in WEEKDAYS or word in ("de", "st", "nd", "rd", "th", "er")
            for word in words
        )
    return bool(re.fullmatch(r"\d{1,2}[./]\d{1,2}\.?(?:\s*\d{4})?", text.strip()))
