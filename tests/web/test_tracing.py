"""What is lit is text: no run holds a tag or anything that a reader does not see."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.web.tracing import text_runs


def runs(source: str, *, html: bool = True) -> list[str]:
    return [run.of(source) for run in text_runs(source, Span(0, len(source)), html=html)]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>He said no.</p>", ["He said no."]),
        ("<p>He <b>said</b> no.</p>", ["He", "said", "no."]),
        ("<p>Salt &amp; wind</p>", ["Salt &amp; wind"]),
        ("<p>\n a\n   b </p>", ["a\n   b"]),
        ("<p>one<!-- two -->three</p>", ["one", "three"]),
        ("<p>x<script>he said</script> he said</p>", ["x", "he said"]),
        ("<p title='he > said'>Then</p>", ["Then"]),
        ("<p>a < b and 3 <4</p>", ["a < b and 3 <4"]),
        ("<style>p{}</style>", []),
        ("<p>unclosed <script>x", ["unclosed"]),
        ("<p>قالت <i>فيرا</i></p>", ["قالت", "فيرا"]),
    ],
)
def test_runs_are_the_words_between_the_tags(source: str, found: list[str]) -> None:
    assert runs(source) == found


def test_flat_text_is_one_run() -> None:
    assert runs(" a <b> c \n", html=False) == ["a <b> c"]


def test_a_run_may_begin_inside_a_paragraph() -> None:
    source = "<p>He <b>said</b> no.</p>"
    assert [run.of(source) for run in text_runs(source, Span(4, 15), html=True)] == ["e", "said"]


@given(st.text(alphabet="<>/!-ab \"'=scriptyle", max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_runs_lie_in_order_inside_the_span(source: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(source)), min(end, len(source))))
    found = list(text_runs(source, Span(start, end), html=True))
    assert all(start <= run.start < run.end <= end for run in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert all(run.of(source) == run.of(source).strip() for run in found)
