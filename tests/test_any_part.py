"""Whatever stands in a JSON-LD script or where a date should be, it is read or left alone; nothing breaks."""

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.declared import find_declared
from onrecord.markup import parse
from onrecord.text.dates import find_age, find_dates, parse_declared
from onrecord.times import find_times

KEYS = st.sampled_from(
    ["@type", "@id", "@graph", "@context", "headline", "author", "name", "datePublished", "image",
     "publisher", "articleBody", "mainEntity", "isPartOf", "itemListElement", "url", "sameAs", "about"]
)  # fmt: skip
VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20),
        st.sampled_from(["NewsArticle", "Person", "2024-03-05T08:30:00Z", "#a", "https://news.example/"]),
    ),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(KEYS, inner, max_size=5)),
    max_leaves=20,
)  # fmt: skip
CUTS = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 5), st.text(max_size=3)), max_size=4)
DATES = st.lists(
    st.one_of(
        st.sampled_from(
            ["2024", "-03-", "05", "T", "08:30", ":61", "Z", "+25:99", " am", " p.m. ", "March ", "5, ",
             "yesterday ", "noon ", "Updated ", "Published ", " ET", " GMT+", "٣", "三月", "1d ", "hours ago",
             "/", ".", "99999999"]
        ),
        st.text(max_size=4),
        st.integers(-5, 10**12).map(str),
    ),
    max_size=12,
).map("".join)  # fmt: skip


def _declares(value: object, cuts: list[tuple[int, int, str]]) -> None:
    text = json.dumps(value)
    for at, length, instead in cuts:
        text = text[:at] + instead + text[at + length :]
    page = f'<html><script type="application/ld+json">{text}</script><p>Some text.</p></html>'
    for declaration in find_declared(parse(page), page, "https://news.example/").declarations:
        assert declaration.value.strip()
        if declaration.source is not None:
            assert 0 <= declaration.source.start < declaration.source.end <= len(page)


def _reads(text: str) -> None:
    found = parse_declared(text)
    assert found is None or isinstance(found, date)
    for printed in find_dates(text):
        assert 0 <= printed.span.start < printed.span.end <= len(text)
    find_age(text)
    for near in (None, date(2024, 3, 5), datetime(2024, 3, 5, 8, 30, tzinfo=UTC)):
        for timex in find_times(text, near, "en"):
            assert timex.span.of(text) == timex.text


@given(VALUES, CUTS)
def test_any_json_ld_is_read_or_left_alone(value: object, cuts: list[tuple[int, int, str]]) -> None:
    _declares(value, cuts)


@given(DATES)
def test_any_date_is_read_or_left_alone(text: str) -> None:
    _reads(text)


@pytest.mark.fuzz
@given(VALUES, CUTS)
@settings(max_examples=20_000, deadline=None)
def test_twenty_thousand_scripts_of_json_ld(value: object, cuts: list[tuple[int, int, str]]) -> None:
    _declares(value, cuts)


@pytest.mark.fuzz
@given(DATES)
@settings(max_examples=20_000, deadline=None)
def test_twenty_thousand_dates(text: str) -> None:
    _reads(text)
