"""Times of day: `9.30 Uhr`, `9:30 p.m.`, `오후 3시`."""

import re

from ...languages.calendars import (
    AFTERNOON,
    MORNING,
)
from .tokens import Piece, Token, number_at, word_at
from .zones import add_zone

CJK_TIME = re.compile(
    r"[\s（(]*(?:[月火水木金土日]曜日?|周[一二三四五六日]|星期[一二三四五六日]|[月火水木金土日一二三四五六월화수목금토일])?[）)]?[\s　]*"
    r"(上午|下午|午前|午後|오전|오후|凌晨|早上|晚上)?\s*(\d{1,2})\s*[:：时時시]\s*(?:(\d{1,2})\s*分?분?)?(?:[:：]\d{2})?"
)
_BEFORE_CLOCK = frozenset(("kl", "klo", "at", "um", "ore", "alle", ".", ",", "|", "-", "–", "/", "•", "·"))
AFTERNOON_BEFORE = frozenset(("오후", "下午", "午後", "晚上"))
BEFORE_HOUR = AFTERNOON_BEFORE | {"오전", "上午", "午前", "早上", "凌晨", "الساعة"}


def clock_at(text: str, tokens: list[Token], at: int) -> tuple[Piece | None, int]:
    """17:47, 5.30pm, 5 PM, 17h47, 17.47 Uhr, with the zone that follows."""
    hour = number_at(tokens, at)
    if not 0 <= hour <= 24 or len(tokens[at][0]) > 2:
        return None, 0
    half = word_at(tokens, at - 1) if at else ""
    if 0 < hour < 12 and half in AFTERNOON_BEFORE:
        hour += 12  # `오후 2:05`, `下午2:05`
    mark = word_at(tokens, at + 1)
    minute, used = 0, 0
    glued = at + 1 < len(tokens) and tokens[at + 1][1] - tokens[at][2] <= 1
    following = word_at(tokens, at + 2)
    if mark in (":", ".", "h", "：", "ʼ") and glued and following.isdecimal() and len(following) == 2:
        minute, used = int(following), 3
        if minute > 59:
            return None, 0
        if (
            word_at(tokens, at + 3) == ":"
            and len(word_at(tokens, at + 4)) == 2
            and word_at(tokens, at + 4).isdecimal()
        ):
            used = 5
    elif mark in AFTERNOON | MORNING and mark[:1] in "ap":
        used = 1
    elif (mark in ("h", "uhr", "uur", "hrs") and glued) or mark in ("uhr", "uur"):
        used = 2
    else:
        return None, 0
    sure = mark in (":", "h", "：", "uhr", "uur", "hrs")
    after = at + used
    end = tokens[after - 1][2]
    suffix = word_at(tokens, after).replace(" ", "")
    if suffix in AFTERNOON or suffix in MORNING:
        if hour < 12 and suffix in AFTERNOON:
            hour += 12
        elif hour == 12 and suffix in MORNING:
            hour = 0
        sure = True
        end = tokens[after][2]
        after += 1
    elif suffix in ("uhr", "uur", "h", "hrs", "ч", "hs", "น", "วัน"):
        sure = True
        end = tokens[after][2]
        after += 1
        if word_at(tokens, after) == "." and tokens[after][1] == end and suffix == "h":
            after += 1
    if not sure:
        before = word_at(tokens, at - 1) if at else ""
        after_year = mark == "." and len(before) == 4 and before.isdecimal()
        if before not in _BEFORE_CLOCK and at and not after_year:
            return None, 0
        if mark == "." and not (
            len(tokens[at][0]) == 2 or before in ("kl", "klo", "at", "um", "ore", "alle")
        ):
            return None, 0
    piece = Piece("time", tokens[at][1], end, clock=(hour % 24, minute))
    return piece, add_zone(text, tokens, piece, after, glued) - at
