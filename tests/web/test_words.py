"""How days, numbers, lit words, voices and differences are written."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from onrecord.record import Act, Attribution, AttributionKind, Span
from onrecord.web.diffs import laid_over
from onrecord.web.voices import colours, painted, stretches
from onrecord.web.words import counted, day, lit, moment, sentence, short_day


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        ("2022", "2022"),
        ("2022-05", "May 2022"),
        ("2022-05-21", "21 May 2022"),
        ("2022-05-21T12:53:00+02:00", "21 May 2022"),
        (date(2022, 5, 1), "1 May 2022"),
        ("last week", "last week"),
    ],
)
def test_a_day_is_written_no_more_exact_than_it_is(value: str | date | None, written: str) -> None:
    assert day(value) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (datetime(2022, 5, 21, 12, 53), "21 May 2022, 12:53"),
        (datetime(2022, 5, 21, 12, 53, tzinfo=UTC), "21 May 2022, 12:53 UTC"),
        (datetime(2022, 5, 21, 12, 53, tzinfo=timezone(timedelta(hours=-7))), "21 May 2022, 12:53 -07:00"),
        ("2022-05-21T12:53:00", "21 May 2022, 12:53"),
        ("2022-05-21", "21 May 2022"),
        ("2022-05-21 about noon", "2022-05-21 about noon"),
        (None, ""),
    ],
)
def test_a_moment_has_its_offset_where_it_is_known(value: str | datetime | None, written: str) -> None:
    assert moment(value) == written


def test_a_day_in_a_list_has_its_month_in_three_letters() -> None:
    written = [short_day(value) for value in ("2022-09-21", "2022-09", "2022", None, "last week")]
    assert written == ["21 Sep 2022", "Sep 2022", "2022", "", "last week"]


def test_a_message_is_shown_as_a_sentence() -> None:
    assert sentence("the quotation mark is not closed") == "The quotation mark is not closed."
    assert sentence("What is that?") == "What is that?"


def test_numbers_agree_with_their_nouns() -> None:
    assert counted(1, "story", "stories") == "1 story"
    assert counted(2000, "story", "stories") == "2,000 stories"
    assert counted(0, "page") == "0 pages"


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-5, 50), st.integers(-5, 50)), max_size=6))
def test_lit_words_are_escaped_and_none_is_lost(text: str, spans: list[tuple[int, int]]) -> None:
    shown = str(lit(text, [Span(max(a, 0), b) for a, b in spans]))
    assert shown.replace("<mark>", "").replace("</mark>", "") == str(escape(text))
    assert shown.count("<mark>") == shown.count("</mark>")


def act(content: Span, source: Span | None = None, speaker: str | None = None) -> Attribution:
    return Attribution(
        source=(source,) if source else None,
        cue=None,
        content=(content,),
        kind=AttributionKind.INDIRECT,
        act=Act.SPEECH,
        speaker=speaker,
        entity=None,
        confidence=1,
        reason="",
    )


def test_those_who_say_most_have_a_colour_of_their_own() -> None:
    acts = [act(Span(0, 1), speaker=name) for name in "aabbbc"] + [act(Span(0, 1))]
    assert colours(acts) == {"b": 1, "a": 2, "c": 3}


def test_what_is_said_within_what_is_said_is_painted_on_top() -> None:
    text = "He said she told him it was late."
    acts = [act(Span(8, 33), Span(0, 2), "he"), act(Span(21, 32), Span(8, 11), "she")]
    shown = painted(text, Span(0, len(text)), stretches(acts), acts, colours(acts), lambda n: f"/{n}")
    assert '<span class="said source voice-2">she</span>' in shown
    assert 'data-said="1" title="she says">it was late</a>' in shown
    assert shown.count('data-said="0"') == 2
    assert shown.count('tabindex="-1"') == 1


def test_what_is_hardly_sure_is_lit_faintly() -> None:
    text = "He may think it was late."
    sure = act(Span(13, 24), Span(0, 2), "he")
    for confidence, classes in ((0.9, "said content voice-1"), (0.1, "said content voice-1 faint")):
        acts = [replace(sure, confidence=confidence)]
        shown = painted(text, Span(0, len(text)), stretches(acts), acts, colours(acts), None)
        assert f'<span class="{classes}">it was late</span>' in shown


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5))
def test_painting_loses_no_letter(text: str, spans: list[tuple[int, int]]) -> None:
    acts = [act(Span(*sorted(span)), speaker="<b>") for span in spans]
    shown = str(painted(text, Span(0, len(text)), stretches(acts), acts, colours(acts), None))
    bare = shown
    for tag in ('<span class="said content voice-1">', "</span>"):
        bare = bare.replace(tag, "")
    assert bare == str(escape(text))


def test_a_changed_word_is_struck_out_and_marked() -> None:
    one, other = "The ferry sails on Monday.\n\nRain.", "The ferry sails on Tuesday.\n\nRain.\n\nWind <b>."
    shown = [str(paragraph) for paragraph in laid_over(one, other)]
    assert shown == [
        'The ferry sails on <del>Monday</del><ins class="instead">Tuesday</ins>.',
        "Rain.",
        "<ins>Wind &lt;b&gt;.</ins>",
    ]


def test_a_paragraph_put_in_sets_none_that_follow_against_the_wrong_one() -> None:
    plain = [
        "The ferry sails on Monday at noon.",
        "It takes an hour to the island.",
        "Tickets are dear this year.",
    ]
    shown = laid_over(
        "\n\n".join(plain), "\n\n".join(["Rain fell on the quay all night.", *plain[:2], "Gone."])
    )
    assert [str(paragraph) for paragraph in shown] == [
        "<ins>Rain fell on the quay all night.</ins>",
        *plain[:2],
        "<del>Tickets are dear this year.</del>",
        "<ins>Gone.</ins>",
    ]


def test_words_changed_here_and_there_are_one_change_and_not_a_salad() -> None:
    one = "The ferry and all who were in her sails on a Monday from the old port."
    other = "The ferry and all who were in her left on every Sunday from the old port."
    assert [str(paragraph) for paragraph in laid_over(one, other)] == [
        "The ferry and all who were in her <del>sails on a Monday</del>"
        '<ins class="instead">left on every Sunday</ins> from the old port.'
    ]


@given(st.text(alphabet="ab \n<", max_size=40), st.text(alphabet="ab \n<", max_size=40))
def test_the_second_printing_can_be_read_whole_from_the_difference(one: str, other: str) -> None:
    import re

    shown = "".join(str(paragraph) for paragraph in laid_over(one, other))
    kept = re.sub(r"<del>.*?</del>|</?ins[^>]*>", "", shown, flags=re.S)
    assert kept == str(escape("".join(other.split("\n\n"))))
