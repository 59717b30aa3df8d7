"""Entities of made-up stories: who is who, what is said of them."""

import pytest

from onrecord.entities import LANGUAGES, find_entities
from onrecord.record import Entity, EntityKind, MentionForm

STORY = (
    "Harbour plan divides town\n\n"
    "MELBOURNE, Australia (AP) — Australian Transport Minister Helen Ferris said on Monday the harbour would be "
    "dredged.\n\n"
    "“We cannot wait,” Ferris said. She added that the work would begin in June.\n\n"
    "Martin Okoye, a 47-year-old fisherman and director of the Coastal Trust, said he would fight the plan. "
    "“They never asked us,” he said.\n\n"
    "Okoye’s brother works at the port."
)


def person(name: str, entities: tuple[Entity, ...]) -> Entity:
    return next(e for e in entities if e.name == name)


@pytest.fixture(scope="module")
def entities() -> tuple[Entity, ...]:
    return find_entities(STORY)


def test_full_and_short_names_are_one_person(entities: tuple[Entity, ...]) -> None:
    texts = [m.text for m in person("Helen Ferris", entities).mentions if m.form is not MentionForm.PRONOUN]
    assert texts == ["Helen Ferris", "Ferris"]


def test_a_possessive_is_no_part_of_a_name(entities: tuple[Entity, ...]) -> None:
    assert person("Martin Okoye", entities).mentions[-1].text == "Okoye"


def test_pronouns_go_to_the_person_they_stand_for(entities: tuple[Entity, ...]) -> None:
    assert [m.text for m in person("Helen Ferris", entities).mentions if m.form is MentionForm.PRONOUN] == [
        "She"
    ]
    assert [m.text for m in person("Martin Okoye", entities).mentions if m.form is MentionForm.PRONOUN] == [
        "he",
        "he",
    ]


def test_age_role_and_affiliation_come_with_the_words_that_say_so(entities: tuple[Entity, ...]) -> None:
    okoye = person("Martin Okoye", entities)
    assert okoye.age == 47
    assert "Coastal Trust" in okoye.affiliations
    assert any("director" in role for role in okoye.roles)
    for fact in okoye.facts:
        assert fact.value in fact.span.of(STORY) or fact.field == "age"
    assert person("Helen Ferris", entities).roles == ("Australian Transport Minister",)


def test_every_span_shows_what_the_mention_says(entities: tuple[Entity, ...]) -> None:
    assert all(m.span.of(STORY) == m.text for e in entities for m in e.mentions)
    assert [e.id for e in entities] == list(range(len(entities)))


def test_places_are_places(entities: tuple[Entity, ...]) -> None:
    assert person("Australia", entities).kind is EntityKind.PLACE


def test_a_language_we_do_not_read_has_no_entities() -> None:
    assert "ja" not in LANGUAGES
    assert find_entities(STORY, language="ja") == ()


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Word",
        "“",
        "\u200b\u0301\ufeff",
        "HE SAID NO. " * 50,
        "(" * 300,
        "Mr. ",
        "she said he said",
        "\n\n\n",
    ],
)
def test_odd_texts_leave_spans_true(text: str) -> None:
    assert all(m.span.of(text) == m.text for e in find_entities(text) for m in e.mentions)


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        (
            "de",
            "Nach Angaben der Regierung kommt Bundeskanzlerin Jutta Brandt am Montag. „Nein“, sagte Brandt.",
            2,
        ),
        ("fr", "Selon la mairie, Hélène Dupont viendra lundi. « Non », a dit Dupont à Paris.", 2),
        ("es", "Según el gobierno, la ministra Lucía Ferrer vendrá el lunes. «No», dijo Ferrer.", 2),
    ],
)
def test_other_languages_give_people_and_nothing_else(language: str, text: str, people: int) -> None:
    (found,) = find_entities(text, language=language)
    assert found.kind is EntityKind.PERSON
    assert len(found.mentions) == people


def test_a_place_in_the_name_of_a_body_is_mentioned_too() -> None:
    text = "The University of Texas opened a hall. Manchester United lost in Texas."
    entities = find_entities(text)
    texas = next(e for e in entities if e.name == "Texas")
    assert [m.span.start for m in texas.mentions] == [text.index("Texas"), text.rindex("Texas")]
    assert "Manchester" not in [e.name for e in entities]


def test_a_known_place_is_a_place_though_no_tagger_saw_it() -> None:
    entities = find_entities("they went to Nova Scotia and then, tired, to Isfahan.", ())
    assert [(e.name, e.kind.value) for e in entities] == [("Nova Scotia", "place"), ("Isfahan", "place")]


@pytest.mark.parametrize(
    "school", ["Ellery Elementary", "Mara Quill Middle", "Ridge High", "Lund Preparatory"]
)
def test_a_school_is_nobody(school: str) -> None:
    found = find_entities(
        f"Half was raised by the fourth graders of {school}, who sold jars of fog on Monday."
    )
    assert [e.name for e in found if e.kind is EntityKind.PERSON] == []
