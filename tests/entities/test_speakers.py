"""Sources of statements taken to the people and bodies of made-up stories."""

import pytest

from onrecord.entities import find_entities, resolve_speakers
from onrecord.record import Act, Attribution, AttributionKind, Span


def attribution(text: str, source: str | None, content: str, after: int = 0) -> Attribution:
    def span(words: str) -> tuple[Span, ...]:
        at = text.index(words, after)
        return (Span(at, at + len(words)),)

    return Attribution(
        span(source) if source else None,
        None,
        span(content),
        AttributionKind.DIRECT,
        Act.SPEECH,
        None,
        None,
        1.0,
        "",
    )


TEXT = (
    "Maria Delgado, a 52-year-old senator from Ohio, said the bridge was unsafe. The Transport Ministry denied it.\n\n"
    "“Nobody checked it,” she said. Officials said they were surprised.\n\n"
    "The 52-year-old said repairs were due. The ministry said work had begun. Delgado said she was glad."
)


@pytest.mark.parametrize(
    ("source", "content", "speaker"),
    [
        ("Maria Delgado, a 52-year-old senator from Ohio,", "the bridge was unsafe", "Maria Delgado"),
        ("she", "“Nobody checked it,”", "Maria Delgado"),
        ("The 52-year-old", "repairs were due", "Maria Delgado"),
        ("The ministry", "work had begun", "Transport Ministry"),
        ("Delgado", "she was glad", "Maria Delgado"),
        ("Officials", "they were surprised", None),
    ],
)
def test_a_source_is_taken_to_whom_it_means(source: str, content: str, speaker: str | None) -> None:
    entities = find_entities(TEXT)
    asked = attribution(TEXT, source, content, 0 if source != "Delgado" else TEXT.rindex("Delgado"))
    (got,) = resolve_speakers(TEXT, [asked], entities)
    assert got.speaker == speaker
    assert got.speaker_reason
    assert (got.entity is None) == (speaker is None) == (got.speaker_confidence is None)


def test_a_quotation_that_goes_on_keeps_its_speaker() -> None:
    text = "“First part,” said Maria Delgado. “Then this.\n\n“And that.”"
    asked = [
        attribution(text, "Maria Delgado", "“First part,”"),
        attribution(text, None, "“Then this."),
        attribution(text, None, "“And that.”"),
    ]
    got = resolve_speakers(text, asked, find_entities(text))
    assert [a.speaker for a in got] == ["Maria Delgado"] * 3


def test_nothing_else_of_an_attribution_changes() -> None:
    asked = attribution(TEXT, "Officials", "they were surprised")
    (got,) = resolve_speakers(TEXT, [asked], find_entities(TEXT))
    assert (got.source, got.cue, got.content, got.kind, got.act) == (
        asked.source,
        asked.cue,
        asked.content,
        asked.kind,
        asked.act,
    )


def speaker_of(text: str, source: str, content: str) -> Attribution:
    (got,) = resolve_speakers(text, [attribution(text, source, content)], find_entities(text))
    return got


def test_a_group_that_says_which_it_is_speaks_under_its_own_words() -> None:
    text = "The Belarusian volunteers believe the war will be long. Some volunteers are tired."
    got = speaker_of(text, "The Belarusian volunteers", "the war will be long")
    assert (got.speaker, got.entity) == ("The Belarusian volunteers", None)
    assert got.speaker_confidence is not None
    assert speaker_of(text, "Some volunteers", "are tired").speaker is None


def test_police_without_a_town_speak_as_police() -> None:
    text = "A man fell from the bridge on Monday. Police said nobody pushed him."
    assert speaker_of(text, "Police", "nobody pushed him").speaker == "Police"


def test_two_people_together_are_both_named() -> None:
    text = "Maria Delgado and Peter Olsen run the mill. Delgado and Olsen said it will close."
    asked = attribution(text, "Delgado and Olsen", "it will close")
    (got,) = resolve_speakers(text, [asked], find_entities(text))
    assert (got.speaker, got.entity) == ("Maria Delgado and Peter Olsen", None)


def test_i_in_a_signed_letter_is_who_signed_it() -> None:
    text = (
        "I think the bridge is ugly. My street has never been so loud.\n\nMaria Delgado\n\n"
        "The bridge is fine. I cross it daily and I hope it stays.\n\nPeter Olsen"
    )
    assert speaker_of(text, "I", "the bridge is ugly").speaker == "Maria Delgado"
    second = attribution(text, "I", "it stays", text.index("The bridge is fine"))
    (got,) = resolve_speakers(text, [second], find_entities(text))
    assert got.speaker == "Peter Olsen"


def test_the_poll_is_whose_was_named_before() -> None:
    text = (
        "A Reuters poll put the mayor ahead on Friday. The mayor was pleased.\n\n"
        "The poll found that half of the town has not decided."
    )
    assert speaker_of(text, "The poll", "half of the town has not decided").speaker == "Reuters"


def test_who_is_described_first_is_found_by_what_is_told_again() -> None:
    text = (
        "One is certain his sister was drowned by smugglers. Another lost his boat.\n\n"
        "The harbour was quiet on Sunday. Nobody wanted to talk about the ferry or the storm of last winter.\n\n"
        "Pavel Orlow said his sister was found dead in a creek. Orlow is certain smugglers drowned her.\n\n"
        "Maria Delgado sold ice. “Nobody buys it,” Delgado said."
    )
    asked = [
        attribution(text, "One", "his sister was drowned by smugglers"),
        attribution(text, "Pavel Orlow", "his sister was found dead in a creek"),
        attribution(text, "Delgado", "“Nobody buys it,”", text.index("“Nobody")),
    ]
    got = resolve_speakers(text, asked, find_entities(text))
    assert got[0].speaker == "Pavel Orlow"
    assert "told below" in (got[0].speaker_reason or "")
    assert (got[0].speaker_confidence or 1) < 0.6
