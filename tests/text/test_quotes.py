"""Quotations in the styles of several countries, balanced and not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotes import find_quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We are ready,” she said.", ["“We are ready,”"]),
        ('"Go," he said. "Now."', ['"Go,"', '"Now."']),
        ("„Ja“, sagte er. »Nein«, sie.", ["„Ja“", "»Nein«"]),
        ("« Oui », dit-il.", ["« Oui »"]),
        ("'It's fine,' he said. The workers' day.", ["'It's fine,'"]),
        ("The dogs’ bones and ‘90s songs", []),
        ("5'10\" tall", []),
        ("''We are ready,'' she said. ''Now.''", ["''We are ready,''", "''Now.''"]),
        ("``We are ready,'' she said.", ["``We are ready,''"]),
        ("'They call it 'home'' and don''t ask; 5'11'' tall.", ["'They call it 'home'"]),
    ],
)
def test_quotations_of_each_style_are_found_and_apostrophes_are_not(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text) if q.depth == 0] == quoted


def test_a_quotation_within_one_is_one_deeper() -> None:
    text = "“He said ‘no’ to me,” she said."
    assert [(text[q.start : q.end], q.depth) for q in find_quotations(text)] == [
        ("“He said ‘no’ to me,”", 0),
        ("‘no’", 1),
    ]


def test_two_single_marks_set_as_one_are_a_double_mark() -> None:
    text = "''He said 'no' to me,'' she said."
    outer, inner = find_quotations(text)
    assert (outer.single, outer.depth, text[slice(*outer.inner)]) == (False, 0, "He said 'no' to me,")
    assert (inner.single, inner.depth, text[inner.start : inner.end]) == (True, 1, "'no'")


def test_a_quotation_that_the_next_paragraph_takes_up_is_running() -> None:
    first, second = find_quotations("“One.\n\n“Two.”")
    assert (first.closed, first.running) == (False, True)
    assert (second.closed, second.running) == (True, False)


def test_a_mark_without_its_partner_ends_with_the_paragraph() -> None:
    text = "He “never came back.\n\nNobody asked."
    (only,) = find_quotations(text)
    assert text[only.start : only.end] == "“never came back."
    assert not only.running


@given(st.text(alphabet="ab .,\n“”„«»\"'`‘’‚‹›", max_size=120))
def test_quotations_lie_in_the_text_and_never_cross_a_paragraph(text: str) -> None:
    for q in find_quotations(text):
        assert 0 <= q.start < q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
        assert q.inner[0] <= q.inner[1]
