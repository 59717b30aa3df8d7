"""Charts count right, lead to their days, and hold nothing that was not escaped."""

from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.charts import MOST_BARS, Moment, Share, moments, periods, shares, timeline

MAY = date(2022, 5, 21)


@given(st.dictionaries(st.dates(), st.integers(1, 1000), max_size=40))
def test_periods_hold_every_day_once(days: dict[date, int]) -> None:
    bars = periods(days)
    assert sum(bar.number for bar in bars) == sum(days.values())
    assert all(one.last < two.first for one, two in pairwise(bars))
    for day, number in days.items():
        assert sum(bar.number for bar in bars if bar.first <= day <= bar.last) >= number


def test_few_days_are_drawn_as_days_and_many_as_weeks_months_years() -> None:
    def first(length: int) -> str:
        return periods({MAY: 1, MAY + timedelta(days=length): 2})[0].label

    assert first(20) == "21 May 2022"
    assert first(400) == "week of 16 May 2022"
    assert first(2000) == "May 2022"
    assert first(9000) == "2022"


def test_the_whole_calendar_still_fits() -> None:
    bars = periods({date(1820, 1, 1): 1, MAY: 2})
    assert (bars[0].label, bars[-1].label, bars[-1].number) == ("1820s", "2020s", 2)
    assert len(periods({date.min: 1, date.max: 1})) <= MOST_BARS


def test_no_days_give_no_chart() -> None:
    assert timeline(periods({}), lambda bar: "/", noun="Statements") == ""
    assert shares([], label="x") == ""
    assert moments([], MAY) == ""


def test_a_timeline_is_well_formed_and_each_bar_leads_to_its_days() -> None:
    days = {MAY + timedelta(days=n): n % 4 for n in range(60)}
    svg = timeline(periods(days), lambda bar: f"/search?q=a&from={bar.first}&to={bar.last}", noun='a"<b>&')
    tree = ElementTree.fromstring(str(svg))
    bars = list(tree.iter("a"))
    assert len(bars) == 60
    assert bars[1].get("href") == "/search?q=a&from=2022-05-22&to=2022-05-22"
    assert bars[1].findtext("title") == "22 May 2022: 1"
    assert tree.get("aria-label") == 'a"<b>& over time'


def test_days_outside_the_chosen_ones_are_drawn_pale() -> None:
    bars = periods({MAY + timedelta(days=n): 1 for n in range(9)})
    svg = timeline(bars, lambda bar: "/", noun="x", chosen=(MAY + timedelta(days=3), None))
    assert str(svg).count("bar out") == 3


def test_names_in_bars_are_escaped() -> None:
    assert "<script>" not in shares([Share("<script>alert(1)</script>", "/?a=1&b=2", 3)], label="x")


def test_moments_are_drawn_once_each_with_their_days() -> None:
    stops = [
        Moment(MAY, MAY, "on <Saturday>", "/a"),
        Moment(date(2019, 1, 1), date(2019, 12, 31), "in 2019", "/b"),
    ]
    svg = moments([*stops, stops[0]], MAY)
    assert str(svg).count('class="moment"') == 2
    assert "on &lt;Saturday&gt;: 21 May 2022" in svg
    assert "in 2019: 1 Jan 2019 to 31 Dec 2019" in svg


@given(st.lists(st.tuples(st.dates(), st.integers(0, 4000), st.text(max_size=50)), max_size=12), st.dates())
def test_any_moments_can_be_drawn(stops: list[tuple[date, int, str]], published: date) -> None:
    found = [
        Moment(day, day + timedelta(days=min(length, (date.max - day).days)), words, "/")
        for day, length, words in stops
    ]
    assert str(moments(found, published)).count('class="moment"') == len(set(found))
