"""Which lines are worded as a headline is."""

import pytest

from onrecord.text.titles import is_worded_as_headline


@pytest.mark.parametrize(
    "text",
    [
        "Ferry to Osthaven cancelled for three weeks",
        "3 killed as crane tips over in Osthaven",
        "“We were told on a Friday”: dockers speak out",
        "Kran kippt um: Hafen bleibt gesperrt",
        "オストハーフェンの港、交渉決裂で閉鎖続く",
        "The Only Way Out Is Through the Harbour",
        "Why was the lighthouse painted yellow?",
    ],
)
def test_a_headline_is(text: str) -> None:
    assert is_worded_as_headline(text)


@pytest.mark.parametrize(
    "text",
    [
        "More stories",
        "Harbour Daily",
        "Norland Water Works",
        "The ferry was cancelled on Monday.",
        "and then the ferry was cancelled",
        "Mara Quill 16.07.2031 3 min",
        "In News, Travel - 02 Feb 2031, 20:02",
        "Posted on August 30, 2031",
        "HomeAboutContactNewsletterShopLogin today",
        "Write to desk@harbour.example for more",
        "Mara Quill and Ivo Lund",
        "Harbours Ferries Norland Osthaven Mara Quill",
        "Den nächsten Abschnitt Top-Thema überspringen",
        "12 / 34 / 56 / 78 % a b",
    ],
)
def test_a_topic_a_sentence_and_a_day_are_none(text: str) -> None:
    assert not is_worded_as_headline(text)
