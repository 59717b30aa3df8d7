"""What of a page's gold flat text can still give: a part whose words the flattener dropped is nobody's miss.

Flatteners that take the main content leave out the head and the foot of a page, most leave out pictures' descriptions,
and all leave out what is declared. A field of one value whose words are gone is not scored on that page; of a list,
what is gone is not asked for.
"""

from __future__ import annotations

import html
import re
import unicodedata
from datetime import date
from typing import Any

from onrecord.languages.calendars import MONTHS

_WORD = re.compile(r"\w+")
_NEAR = 24
_ONE = ("publisher", "agency", "copyright")
_TEXTS = ("contributors", "corrections", "related", "sponsored", "reader_service")


class FlatGold:
    """The words of one flat text, and which parts of gold stand in it."""

    def __init__(self, text: str) -> None:
        self._folded = unicodedata.normalize("NFKC", html.unescape(text)).casefold()
        self._words = " " + " ".join(_WORD.findall(self._folded)) + " "

    def has(self, words: str | None) -> bool:
        """Whether the words stand in the text, in this order and next to each other."""
        folded = unicodedata.normalize("NFKC", html.unescape(words or "")).casefold()
        found = " ".join(_WORD.findall(folded))
        return bool(found) and f" {found} " in self._words

    def has_most(self, words: str | None) -> bool:
        """Whether the text has the words or, where something stands between them, their first or their last half."""
        found = _WORD.findall(words or "")
        half = len(found) // 2
        return self.has(words) or (
            half >= 4 and (self.has(" ".join(found[:half])) or self.has(" ".join(found[-half:])))
        )

    def has_day(self, day: date) -> bool:
        """Whether the day is printed somewhere, in figures or with its month's name; not as an age, not as `today`."""
        year, month, number = day.year, day.month, day.day
        sep = r"\s?[-./年\s]\s?"
        forms = (
            rf"{year}{sep}0?{month}\s?[-./月]\s?0?{number}(?!\d)",
            rf"(?<!\d)0?{number}{sep}0?{month}{sep}(?:{year}|{year % 100:02d})(?!\d)",
            rf"(?<!\d)0?{month}/0?{number}/(?:{year}|{year % 100:02d})(?!\d)",
            rf"(?<!\d)0?{month}\s?[月월]\s?0?{number}\s?[日일]",
        )
        if any(re.search(form, self._folded) for form in forms):
            return True
        names = {name for name, n in MONTHS.items() if n == month}
        for found in re.finditer(rf"(?<!\d)0?{number}(?!\d)", self._folded):
            around = self._folded[max(0, found.start() - _NEAR) : found.end() + _NEAR]
            if not names.isdisjoint(re.findall(r"[^\W\d_]+", around)):
                return True
        return False

    def wire(self, gold: dict[str, Any]) -> dict[str, Any]:
        """The labels of a wire page as flat text can give them; what it cannot is called unsure: not scored."""
        left = dict(gold)
        unsure = set(gold.get("unsure") or [])
        for field in _ONE:
            values = [gold.get(field), *(gold.get(f"{field}_also") or [])]
            if gold.get(field) and not any(self.has(value) for value in values):
                unsure.add(field)
        if gold.get("dateline") and not self.has(gold["dateline"]["text"]):
            unsure.add("dateline")
        for field in ("published", "updated"):
            told = dict(gold.get(field) or {})
            if told.get("printed") and not self.has(told["printed"]):
                unsure.add(field)
            left[field] = told | {"declared": None}
        left["bylines"] = [b for b in gold.get("bylines") or [] if self.has(b["name"])]
        left["pictures"] = [
            p for p in gold.get("pictures") or [] if self.has_most(p["caption"] or p["credit"])
        ]
        for field in _TEXTS:
            items = gold.get(field) or []
            left[field] = [i for i in items if self.has_most(i["text"] if isinstance(i, dict) else i)]
        return left | {"unsure": sorted(unsure)}
