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
