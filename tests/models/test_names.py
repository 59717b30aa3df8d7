"""The fast name tagger on made-up sentences."""

import pytest

from onrecord.models.names import load_names, shape


def names(text: str) -> list[tuple[str, str]]:
    return [(text[n.start : n.end], n.label) for n in load_names().find(text)]


def test_people_bodies_and_places_are_told_apart() -> None:
    found = names("Susan Carter told Reuters in London that the United Nations had agreed.")
    assert found == [
        ("Susan Carter", "PER"),
        ("Reuters", "ORG"),
        ("London", "LOC"),
        ("United Nations", "ORG"),
    ]


def test_a_text_without_capitals_has_no_names() -> None:
    assert names("nothing here is anybody's name, and 12 of them are numbers.") == []


@pytest.mark.parametrize("text", ["", " ", "\u200b", "A" * 5000, "Ab " * 2000, "É\u0301 \U0001f600 Ω"])
def test_odd_texts_are_read(text: str) -> None:
    for name in load_names().find(text):
        assert 0 <= name.start < name.end <= len(text)
        assert 0 < name.confidence <= 1


def test_what_was_read_before_changes_nothing() -> None:
    text = "Susan Carter met Peter Novak in Geneva."
    first = names(text)
    names("Other words altogether, and Zanzibar Quux too.")
    assert names(text) == first


def test_a_shape_is_the_outline_of_a_word() -> None:
    assert [shape(w) for w in ("Obama", "U.S.", "2022", "iPhone")] == ["Xxx", "X.X.", "dd", "xXxx"]
