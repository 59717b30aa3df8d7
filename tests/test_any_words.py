"""What `annotate` promises of any text: spans are true, nothing points outside, time grows as the text does."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.reading import default_models

FAST = default_models("fast")
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")

SCRAPS = (
    "“", "”", "\"", "‘", "’", "«", "»", "„", "—", "- ", ", ", ". ", ": ", "\n", "\n\n", " ", "'s ", "…", "(", ")",
    "Jane Doe", "DOE: ", "Q: ", "said", "says ", "told me", "he ", "She ", "I ", "one ", "the poll ", "Police ",
    "saying publicly that ", "calling him ", "dit-il", "sagte ", "dijo ", "selon ", "University of Texas",
    "on Monday", "in 2022", "a 50-year-old", "the mayor ", "NOBODY", "e\u0301", "\u200b", "\ufeff", "\u00ad", "\u202e",
    "日本", "🙂", "\x00", "was told ", "and Peter Olsen ", "— Jane Roe",
)  # fmt: skip
"""What the rules for quotations, turns, signatures, names and times look for, in any order."""


def told(text: str, language: str | None = None) -> onrecord.Annotations:
    return onrecord.annotate(text, language=language, models=FAST)


def check(text: str, found: onrecord.Annotations) -> None:
    ids = {entity.id for entity in found.entities}
    for entity in found.entities:
        assert entity.mentions
        for mention in entity.mentions:
            assert text[mention.span.start : mention.span.end] == mention.text != ""
    for timex in found.times:
        assert text[timex.span.start : timex.span.end] == timex.text != ""
    for a in found.attributions:
        assert a.content
        for span in (*(a.source or ()), *(a.cue or ()), *a.content):
            assert 0 <= span.start < span.end <= len(text)
            assert text[span.start : span.end].strip()
        assert list(a.content) == sorted(a.content)
        assert a.entity is None or a.entity in ids
        assert (a.speaker is None) == (a.speaker_confidence is None)
        assert 0 <= a.confidence <= 1


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SCRAPS), max_size=60), st.sampled_from(LANGUAGES))
def test_whatever_stands_in_a_text_its_spans_are_true(scraps: list[str], language: str) -> None:
    text = " ".join(scraps)
    check(text, told(text, language))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300), st.sampled_from(LANGUAGES))
def test_any_characters_give_true_spans(text: str, language: str) -> None:
    check(text, told(text, language))


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said the town was safe and that nobody would have to leave it again. ",
        "“One said he was told by Jane Doe, calling her a friend, that the poll of Reuters found it. ",
        "I think so.\n\nPeter Olsen\n\nDOE: The poll says so.\n\n",
        "nobody said that jane doe said that nobody said so and ",
        "« Oui, dit-il, ",
    ],
    ids=["plain", "unclosed", "letters and turns", "no sentence ends", "open marks"],
)
def test_twice_the_text_takes_about_twice_the_time(sentence: str) -> None:
    def spent(times: int) -> float:
        text = sentence * times
        began = time.process_time()
        check(text, told(text, "fr" if "dit-il" in sentence else "en"))
        return time.process_time() - began

    spent(20)
    short = min(spent(100) for _ in range(2))
    assert spent(800) < 8 * short * 3 + 0.5
