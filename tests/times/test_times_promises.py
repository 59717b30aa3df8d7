"""Whatever the text, spans are true, in order and apart, and values are TIMEX3's."""

import re
import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.languages import en
from onrecord.times import LANGUAGES, find_times
from onrecord.times.holidays import holiday
from onrecord.times.words import LETTERS, lexicon

WORDS = sorted(
    {word for words in en.TIME_WORDS.values() for word in words}
    | set(en.MONTHS)
    | {word.capitalize() for word in en.WEEKDAYS}
    | {"1", "12", "31", "1990", "2", "10:30", "7/8/07", "3rd", "1990s", "$", "half", "\n\n", "\u200b", "July"}
)
VALUE = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF|PT?(\d+(\.\d+)?|X)[A-Z](\d+[A-Z])?|PXX"
    r"|(\d{2,4}|XXXX)(-\d\d|-XX|-W\d\d|-WXX|-Q[1-4X]|-H[12]|-[A-Z]{2})?(-\d\d|-XX|-\d|-WE)?(T[A-Z]{2}|T\d\d(:\d\d){0,3}Z?)?"
)

anchors = st.none() | st.dates() | st.datetimes()
texts = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join) | st.text(max_size=60)


@settings(max_examples=400, deadline=None)
@given(texts, anchors, st.sampled_from(LANGUAGES))
def test_spans_are_true_and_values_well_formed(text: str, anchor: date | None, language: str) -> None:
    end = 0
    for timex in find_times(text, anchor, language):
        assert end <= timex.span.start < timex.span.end <= len(text)
        assert timex.span.of(text) == timex.text
        assert VALUE.fullmatch(timex.value), timex.value
        end = timex.span.end


@given(st.dates(), st.integers(1, 7))
def test_a_bare_weekday_is_never_a_week_off(anchor: date, number: int) -> None:
    name = list(en.WEEKDAYS)[number - 1].capitalize()
    if not date(1, 1, 8) <= anchor <= date(9999, 12, 20):
        return
    (timex,) = find_times(f"She spoke on {name}.", anchor, "en")
    found = date.fromisoformat(timex.value)
    assert found.isoweekday() == number
    assert 0 <= (anchor - found).days < 7


@pytest.mark.parametrize(
    "piece", ["one ", "the last ", "May ", "1-", "year-", "late ", "10 p.m. on the ", "1,"]
)
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(times: int) -> float:
        start = time.process_time()
        find_times(piece * times, date(2022, 5, 21), "en")
        return time.process_time() - start

    seconds(100)
    assert seconds(16000) < 0.1 + 16 * 4 * seconds(1000)


def test_a_long_text_without_blanks_is_read() -> None:
    assert find_times("x" * 500_000, date(2022, 5, 21), "en") == ()


def test_characters_nobody_sees_do_not_hide_a_time() -> None:
    (day,) = find_times("She spoke on Tues\u00adday.", date(2022, 5, 21), "en")
    assert (day.text, day.value) == ("Tues\u00adday", "2022-05-17")
    (month,) = find_times("en fe\u0301vrier 2021", date(2022, 5, 21), "fr")
    assert (month.text, month.value) == ("fe\u0301vrier 2021", "2021-02")


def test_capitals_are_read_too() -> None:
    found = find_times("PRESIDENT TO SPEAK ON TUESDAY, MARCH 8", date(2022, 3, 5), "en")
    assert [timex.value for timex in found] == ["2022-03-08"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_uses_only_kinds_of_words_the_grammar_knows(language: str) -> None:
    known = lexicon(language)
    assert {letter for letter, _ in known.words.values()} <= set(LETTERS.values())
    for _, meaning in [entry for entry in known.words.values() if entry[0] == "h"]:
        assert holiday(str(meaning), 2022) is not None
