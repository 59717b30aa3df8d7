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


def test_a_quotation_carried_on_over_paragraphs_is_one_act() -> None:
    text = "“We came,” she said. “It was late.\n\n“And it was dark.”"
    parts = (
        part(text, "We came", "content", 2),
        part(text, "she", "source"),
        part(text, "said", "cue", 1),
        part(text, "It was late", "content", 2),
        part(text, "And it was dark", "content"),
    )
    (found,) = find_attributions(text, Encoded("best", (), parts))
    assert shown(text, found)[2] == ["“We came,”", "“It was late.", "“And it was dark.”"]
    assert "carried on" in found.reason


def test_a_quotation_with_a_paragraph_of_its_own_after_other_words_stands_alone() -> None:
    text = "“We came,” she said.\n\nThe hall was dark.\n\n“Nobody was there at all.”"
    parts = (
        part(text, "We came", "content", 2),
        part(text, "she", "source"),
        part(text, "said", "cue", 1),
        part(text, "Nobody was there at all", "content"),
    )
    assert len(find_attributions(text, Encoded("best", (), parts))) == 2


def test_a_turn_of_a_transcript_is_said_by_its_label() -> None:
    text = "“DOE: Where were you?\n\n“ROE: At home. All day.\n\n“DOE: Alone?"
    parts = (part(text, "DOE: Where were you", "content"),)
    found = find_attributions(text, Encoded("best", (), parts))
    assert [shown(text, a)[0] for a in found] == [["DOE"], ["ROE"], ["DOE"]]
    assert [shown(text, a)[2] for a in found] == [["Where were you"], ["At home. All day"], ["Alone"]]


def test_a_name_after_a_dash_signs_the_quotation_before_it() -> None:
    text = "“He never answers anybody.” ― Jane Roe\n“He scares me.” - John Doe, teacher"
    found = find_attributions(text, Encoded("best", (), ()))
    assert [shown(text, a) for a in found] == [
        (["Jane Roe"], [], ["“He never answers anybody.”"]),
        (["John Doe"], [], ["“He scares me.”"]),
    ]


def test_a_sentence_that_a_clause_interrupts_has_one_cue() -> None:
    text = "“Every time you say that,” Doe said, referring to the excuse, “you help the banks.”"
    parts = (
        part(text, "Every time you say that", "content", 2),
        part(text, "Doe", "source"),
        part(text, "said", "cue", 1),
        part(text, "referring to", "cue", 1),
        part(text, "the excuse, “you help the banks", "content", 3),
    )
    (found,) = find_attributions(text, Encoded("best", (), parts))
    assert shown(text, found)[2] == ["“Every time you say that,”", "“you help the banks.”"]


def test_a_clause_that_only_stands_beside_a_quotation_is_not_said() -> None:
    text = "“It amazed me how they rushed it all,” Mr. Doe recalled of the proceedings."
    parts = (
        part(text, "It amazed me how they rushed it all", "content", 2),
        part(text, "Mr. Doe", "source"),
        part(text, "recalled", "cue", 1),
        part(text, "the proceedings", "content", 2),
    )
    (found,) = find_attributions(text, Encoded("best", (), parts))
    assert found.kind is AttributionKind.DIRECT


def test_a_clause_that_a_quotation_bears_out_is_said_with_it() -> None:
    text = "Doe blamed the rain. “It never stopped for a day.”"
    parts = (
        part(text, "Doe", "source"),
        part(text, "blamed", "cue", 0),
        part(text, "the rain", "content", 1),
        part(text, "It never stopped for a day", "content", 1),
    )
    (found,) = find_attributions(text, Encoded("best", (), parts))
    assert shown(text, found)[2] == ["the rain", "“It never stopped for a day.”"]


def test_a_quotation_within_a_quotation_has_its_own_speaker() -> None:
    text = "“The judge told me, ‘You may go home now,’ and I went,” Doe said."
    parts = (
        part(text, "The judge told me, ‘You may go home now,’ and I went", "content", 2),
        part(text, "Doe", "source"),
        part(text, "said", "cue", 1),
    )
    outer, inner = find_attributions(text, Encoded("best", (), parts))
    assert shown(text, outer)[0] == ["Doe"]
    assert shown(text, inner)[1:] == (["told"], ["‘You may go home now,’"])
    assert "within another statement" in inner.reason


def test_what_somebody_is_said_to_have_said_is_a_statement_too() -> None:
    text = "A rumor spread that she would be fined for saying publicly that the mill was unsafe."
    parts = (
        part(text, "A rumor spread", "cue"),
        part(text, "that she would be fined for saying publicly that the mill was unsafe", "content", 0),
    )
    found = find_attributions(text, Encoded("best", (), parts))
    assert (["she"], ["saying publicly"], ["the mill was unsafe"]) in [shown(text, a) for a in found]


def test_the_subject_of_a_sentence_speaks_by_its_participle() -> None:
    text = "Roe has long stood by Jane Doe, calling her a true friend of the town."
    parts = (
        part(text, "Jane Doe", "source"),
        part(text, "calling", "cue", 0),
        part(text, "her a true friend of the town", "content", 1),
    )
    (found,) = find_attributions(text, Encoded("best", (), parts))
    assert shown(text, found)[0] == ["Roe"]


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
