"""When: the time expressions of a text, as TimeML's TIMEX3, resolved against the text's own day."""

from datetime import date, datetime

from onrecord.record.spans import Span
from onrecord.record.times import Timex, TimexType
from onrecord.times.grammar import SURE, find_expressions
from onrecord.times.settings import Setting
from onrecord.times.words import JOINED, LANGUAGES, lexicon, read_words

__all__ = ["LANGUAGES", "find_times"]


def find_times(text: str, anchor: date | datetime | None, language: str) -> tuple[Timex, ...]:
    """Get the time expressions of a text, in order.

    `anchor` is the day, or moment, the text was published: "on Tuesday" is a Tuesday near it. Without one,
    what is relative stays open (`PRESENT_REF`, `XXXX-WXX-2`). Nothing for a language not in `LANGUAGES`.
    """
    language = language.lower()[:2]
    if language not in LANGUAGES:
        return ()
    words = read_words(text, language)
    moment = anchor if isinstance(anchor, datetime) else None
    setting = Setting(moment.date() if moment else anchor, moment, words, lexicon(language))
    found = []
    for rule, first, end, kind, value in find_expressions(setting):
        if words.letters[first] == "t" and words.meanings[first] == JOINED:
            first += 1
        span = Span(words.starts[first], words.ends[end - 1])
        found.append(Timex(span.of(text), span, TimexType(kind), value, SURE.get(rule, 0.6), rule))
    return tuple(found)
