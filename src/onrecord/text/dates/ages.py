"""How long ago, as pages print it: `2 days ago`, `vor 3 Stunden`."""

import re

from ...languages.calendars import (
    AGO_AFTER,
    AGO_BEFORE,
    UNITS,
)
from .nouns import Age


def find_age(text: str) -> Age | None:
    """The relative age ("2 days ago", "vor 3 Stunden", "3小时前", "5h") printed in a short text; None without one."""
    if len(text) > 200:
        return None
    lower = text.lower()
    if not lower.isascii() and (match := _CJK_AGE.search(lower)):
        seconds = int(match[1]) * _CJK_UNITS[match[2]]
        return Age(match[0], match.start(), match.end(), seconds)
    for match in _AGE.finditer(lower):
        number, unit = match["n"], match["u"]
        if unit not in UNITS:
            continue
        before = lower[: match.start()].split()
        after = re.findall(r"[^\W\d_]+", lower[match.end() : match.end() + 16])
        start, end = match.start(), match.end()
        if after and after[0] in AGO_AFTER:
            end = lower.index(after[0], match.end()) + len(after[0])
        elif len(before) >= 1 and before[-1].strip("(·|,") in AGO_BEFORE:
            start = lower.rindex(before[-1], 0, match.start())
            if before[-1] == "a" and len(before) > 1 and before[-2] == "y":
                start = lower.rindex(before[-2], 0, start)
        elif (len(before) >= 2 and before[-2:] == ["il", "y"]) or before[-3:-1] == ["il", "y"]:
            start = lower.rindex("il", 0, match.start())
        elif not (len(unit) <= 3 and lower.strip(" ·|•") == match[0].strip() and number.isdecimal()):
            continue
        count = int(number) if number.isdecimal() else 1
        return Age(text[start:end], start, end, count * UNITS[unit])
    return None


_AGE = re.compile(
    r"(?<!\w)(?P<n>\d{1,3}|an?|one|einer|einem|eine|une?|una|um|uma|en|ett|een|één|jednu?|bir)\s?(?P<u>[^\W\d_]{1,12})"
)
_CJK_AGE = re.compile(
    r"(\d{1,3})\s*(秒|分钟|分鐘|分|小时|小時|時間|天|日|周|週間|個月|个月|か月|ヶ月|年|초|분|시간|일|주|개월|년)\s*(?:前|전)"
)
_CJK_UNITS = {
    "秒": 1, "分钟": 60, "分鐘": 60, "分": 60, "小时": 3600, "小時": 3600, "時間": 3600, "天": 86400, "日": 86400,
    "周": 604800, "週間": 604800, "個月": 2592000, "个月": 2592000, "か月": 2592000, "ヶ月": 2592000, "年": 31536000,
    "초": 1, "분": 60, "시간": 3600, "일": 86400, "주": 604800, "개월": 2592000, "년": 31536000,
}  # fmt: skip
