"""Acts of saying as a whole: their parts, kinds and acts, in English and by rules elsewhere."""

import pytest

from onrecord.attributions import find_attributions
from onrecord.attributions.acts import act_of
from onrecord.record import Act, Attribution, AttributionKind, Span
from onrecord.record.encoded import Encoded, PartSpan


def part(text: str, words: str, kind: str, of: int | None = None, after: int = 0) -> PartSpan:
    start = text.index(words, after)
    return PartSpan(start, start + len(words), kind, 0.9, of, 0.9)  # type: ignore[arg-type]


def shown(text: str, a: Attribution) -> tuple[list[str], list[str], list[str]]:
    return (
        [s.of(text) for s in a.source or ()],
        [s.of(text) for s in a.cue or ()],
        [s.of(text) for s in a.content],
    )


def test_contents_of_one_cue_are_one_discontinuous_act() -> None:
    text = "“We came,” the mayor said, “and we saw.”"
    parts = (
        part(text, "We came", "content", 2),
        part(text, "the mayor", "source"),
        part(text, "said", "cue", 1),
        part(text, "and we saw", "content", 2),
    )
    (found,) = find_attributions(text, Encoded("best", (), parts))
    assert shown(text, found) == (["the mayor"], ["said"], ["“We came,”", "“and we saw.”"])
    assert found.kind is AttributionKind.DIRECT
    assert found.act is Act.SPEECH
    assert found.speaker is None


def test_some_words_in_marks_make_it_mixed_and_none_indirect() -> None:
    text = "Doe called the plan “a farce” on Monday. Experts fear delays."
    parts = (
        part(text, "Doe", "source"),
        part(text, "called", "cue", 0),
        part(text, "the plan “a farce", "content", 1),
        part(text, "Experts", "source"),
        part(text, "fear", "cue", 3),
        part(text, "delays", "content", 4),
    )
    first, second = find_attributions(text, Encoded("best", (), parts))
    assert (first.kind, first.act) == (AttributionKind.MIXED, Act.JUDGEMENT)
    assert first.content == (Span(text.index("the plan"), text.index(" on Monday")),)
    assert (second.kind, second.act) == (AttributionKind.INDIRECT, Act.THOUGHT)


def test_a_quotation_carried_on_has_neither_source_nor_cue() -> None:
    text = "“We came,” she said. “It was late.\n\n“And it was dark.”"
    parts = (
        part(text, "We came", "content", 2),
        part(text, "she", "source"),
        part(text, "said", "cue", 1),
        part(text, "It was late", "content", 2),
        part(text, "And it was dark", "content"),
    )
    _, found = find_attributions(text, Encoded("best", (), parts))
    assert shown(text, found) == ([], [], ["“And it was dark.”"])
    assert "carries on" in found.reason


def test_a_cue_without_a_source_has_none() -> None:
    text = "It is believed that the bridge will close."
    parts = (part(text, "is believed", "cue"), part(text, "that the bridge will close", "content", 0))
    (found,) = find_attributions(text, Encoded("best", (), parts))
    assert found.source is None
    assert found.act is Act.THOUGHT


@pytest.mark.parametrize(
    ("cue", "act"),
    [
        ("has said", Act.SPEECH),
        ("wrote in a letter", Act.WRITING),
        ("is expected", Act.EXPECTATION),
        ("called", Act.JUDGEMENT),
        ("plans", Act.INTENTION),
        ("worried", Act.THOUGHT),
        ("admitted", Act.SPEECH),
        ("zzz", Act.OTHER),
    ],
)
def test_a_cue_names_its_act(cue: str, act: Act) -> None:
    assert act_of(cue) is act


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "de",
            "„Wir sind da“, sagte Ministerin Petra Vogel heute.",
            ("Ministerin Petra Vogel", "sagte"),
        ),
        ("de", "Der Bürgermeister sagte: „Das reicht nicht.“", ("Der Bürgermeister", "sagte")),
        (
            "fr",
            "« Fini », a déclaré la ministre Claire Dubois.",
            ("la ministre Claire Dubois", "a déclaré"),
        ),
        ("es", "«Es grave», ha señalado él.", ("él", "ha señalado")),
        ("it", "La sindaca ha spiegato: «Niente è deciso».", ("La sindaca", "ha spiegato")),
        ("pt", "“Nada foi decidido”, disse o presidente João Alves.", ("o presidente João Alves", "disse")),
        ("nl", "“We zijn klaar”, zei minister Jan de Vries maandag.", ("minister Jan de Vries", "zei")),
    ],
)
def test_direct_quotations_of_other_languages_have_their_speaker(
    language: str, text: str, expected: tuple[str, str]
) -> None:
    (found,) = find_attributions(text, None, language)
    source, cue, content = shown(text, found)
    assert (source, cue) == ([expected[0]], [expected[1]])
    assert len(content) == 1
    assert found.kind is AttributionKind.DIRECT


def test_words_in_marks_that_nobody_says_are_left_alone() -> None:
    assert find_attributions("Die sogenannte „Ampel“ ist am Ende.", None, "de") == ()


def test_a_language_we_have_no_rules_for_gives_nothing() -> None:
    assert find_attributions("「はい」と彼は言った。", None, "ja") == ()
