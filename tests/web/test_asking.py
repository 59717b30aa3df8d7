"""An address says what is asked for, and what is asked for makes an address."""

from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.asking import Asked, first_day, last_day

WORDS = st.text(min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(bool)


@given(
    st.builds(
        Asked,
        find=st.sampled_from(["statements", "articles", "people"]),
        q=WORDS,
        site=st.none() | WORDS,
        speaker=st.none() | WORDS,
        person=st.none() | st.integers(0, 10**9),
        since=st.none() | st.dates(min_value=date(1000, 1, 1)).map(str),
        page=st.integers(1, 10_000),
    )
)
def test_an_address_asks_for_what_it_was_made_from(asked: Asked) -> None:
    assert Asked.of(dict(parse_qsl(urlsplit(asked.href).query))) == asked


def test_a_plain_search_has_a_plain_address() -> None:
    assert Asked().href == "/search"
    assert Asked(q="grain export").href == "/search?q=grain+export"


@pytest.mark.parametrize(
    "params",
    [
        {"page": "-1"},
        {"page": "x"},
        {"page": "٣"},
        {"page": "9" * 40},
        {"person": "1; drop"},
        {"find": "secrets"},
        {"from": "yesterday"},
        {"to": "2022-13"},
        {"site": "  "},
    ],
)
def test_what_makes_no_sense_is_left_out(params: dict[str, str]) -> None:
    assert Asked.of(params).but() == Asked()


def test_a_change_goes_back_to_the_first_page() -> None:
    assert Asked(page=7).but(site="x").page == 1
    assert Asked(page=7).but(page=8).page == 8


def test_each_limit_can_be_taken_back() -> None:
    asked = Asked(q="x", site="a", since="2022", until="2023-02")
    assert [name for name, _ in asked.chosen] == ["site: a", "2022 to 2023-02"]
    assert [there.href for _, there in asked.chosen] == [
        "/search?q=x&from=2022&to=2023-02",
        "/search?q=x&site=a",
    ]


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-12", date(2022, 12, 1), date(2022, 12, 31)),
        ("2022-05-21", date(2022, 5, 21), date(2022, 5, 21)),
        ("2022-02-30", None, None),
        ("", None, None),
        (None, None, None),
    ],
)
def test_years_and_months_have_a_first_and_a_last_day(
    written: str | None, first: date | None, last: date | None
) -> None:
    assert (first_day(written), last_day(written)) == (first, last)
