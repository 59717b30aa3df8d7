"""Bylines of the Chinese, Japanese and Korean press."""

import re

from ...record import Byline
from .names import JAPANESE_PHRASE

# East Asia: `作者：林晓舟` in any line, `김서연 기자` alone, `（高瀬直人）` behind the story's last sentence
LABELLED_WRITER = re.compile(
    r"(?:作者|撰文|撰稿|记者|記者|取材)\s*[:：／/]\s*([\u3040-\u30ff\u4e00-\u9fff·]{2,8}(?:\s*[、，, ]\s*[\u3040-\u30ff\u4e00-\u9fff·]{2,4})*)(?![\u3040-\u30ff\u4e00-\u9fff])"
)
_KOREAN_WRITER = re.compile(
    r"^(?:[\[(（][^\])）]{1,20}[\])）]\s?)?\W{0,2}([\uac00-\ud7a3]{2,4})\s?((?:선임|인턴|객원|수석|전문)?기자|특파원|논설위원|통신원)(?=$|[^\uac00-\ud7a3])"
)
_CLOSING_WRITER = re.compile(
    r"[。」][（(]([\u4e00-\u9fff]{2,4}[ \u3000]?[\u3040-\u30ff\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{3,5})[）)]$"
)


def read_east_asian(text: str) -> list[Byline]:
    """The writers that a Chinese, Japanese or Korean line names in the way of its press."""
    if match := LABELLED_WRITER.search(text):
        return [Byline(name) for name in re.split(r"\s*[、，, ]\s*", match[1])]
    if len(text) < 80 and (match := _KOREAN_WRITER.match(text)):
        return [Byline(match[1], match[2])]
    if (match := _CLOSING_WRITER.search(text[-20:])) and not JAPANESE_PHRASE.search(match[1]):
        return [Byline(match[1])]
    return []


def closes_with_a_writer(text: str) -> bool:
    """Whether the story's last paragraph ends with the writer's name in brackets, as in Japan's papers."""
    return not text.isascii() and bool(_CLOSING_WRITER.search(text[-20:])) and bool(read_east_asian(text))
