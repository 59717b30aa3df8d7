"""Dates are read as pages print them, with what they say and no more."""

from datetime import UTC, date, datetime, timedelta

import pytest

from onrecord.text.dates import find_age, find_dates, parse_declared


@pytest.mark.parametrize(
    ("text", "printed", "value", "label"),
    [
        ("March 4, 2031, 12:53 PM", "March 4, 2031, 12:53 PM", datetime(2031, 3, 4, 12, 53), None),
        ("Stand: 03.05.2031, 17:47 Uhr", "03.05.2031, 17:47 Uhr", datetime(2031, 5, 3, 17, 47), "updated"),
        ("Mis à jour le 3 mai 2031 à 15h47", "3 mai 2031 à 15h47", datetime(2031, 5, 3, 15, 47), "updated"),
        (
            "Publicado el 3 de mayo de 2031 - 14:30",
            "3 de mayo de 2031 - 14:30",
            datetime(2031, 5, 3, 14, 30),
            "published",
        ),
        ("2031年5月3日 下午3:20", "2031年5月3日 下午3:20", datetime(2031, 5, 3, 15, 20), None),
        ("입력 2031-04-28 19:20", "2031-04-28 19:20", datetime(2031, 4, 28, 19, 20), "published"),
        ("3 мая 2031, 14:30", "3 мая 2031, 14:30", datetime(2031, 5, 3, 14, 30), None),
        ("2031. május 3. 14:20", "2031. május 3. 14:20", datetime(2031, 5, 3, 14, 20), None),
        ("3. toukokuuta 2031 klo 14.30", "3. toukokuuta 2031 klo 14.30", datetime(2031, 5, 3, 14, 30), None),
        ("Ngày 3 tháng 5 năm 2031", "3 tháng 5 năm 2031", date(2031, 5, 3), None),
        ("19 NOV 2031", "19 NOV 2031", date(2031, 11, 19), None),
        ("입력 : 2031.03.04. 오후 2:05", "2031.03.04. 오후 2:05", datetime(2031, 3, 4, 14, 5), "published"),
        ("2031/03/04 午後2:05", "2031/03/04 午後2:05", datetime(2031, 3, 4, 14, 5), None),
        ("2031.03.04 오전 9:05", "2031.03.04 오전 9:05", datetime(2031, 3, 4, 9, 5), None),
        (
            "Publicado em 4 de março de 2031 às 14h05",
            "4 de março de 2031 às 14h05",
            datetime(2031, 3, 4, 14, 5),
            "published",
        ),
    ],
)
def test_reads_printed_dates(text: str, printed: str, value: date, label: str | None) -> None:
    (found,) = find_dates(text)
    assert (found.text, found.value, found.label) == (printed, value, label)
    assert text[found.start : found.end] == printed


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("5:36 PM CST on Nov 18, 2031", -6),
        ("Nov 9, 2031 11:01 AM ET", -5),
        ("July 9, 2031 11:01 AM ET", -4),
        ("22 Nov 2031 4:55 PM MYT", 8),
        ("19 Nov 2031 05:44 GMT", 0),
    ],
)
def test_keeps_the_offset_that_is_told(text: str, hours: int) -> None:
    value = find_dates(text)[0].value
    assert isinstance(value, datetime)
    assert value.utcoffset() == timedelta(hours=hours)


def test_reads_two_dates_of_one_line() -> None:
    found = find_dates("May 21, 2031, 12:53 PM | Updated: May 22, 2031, 11:57 am")
    assert [(f.value, f.label) for f in found] == [
        (datetime(2031, 5, 21, 12, 53), None),
        (datetime(2031, 5, 22, 11, 57), "updated"),
    ]


def test_says_no_more_than_a_day_without_its_year() -> None:
    (found,) = find_dates("November 18 at 4:46 PM")
    assert found.value is None
    assert (found.month, found.day, found.clock) == (11, 18, (16, 46))


def test_reads_an_ambiguous_day_as_the_page_does() -> None:
    assert find_dates("03/05/2031")[0].value == date(2031, 5, 3)
    assert find_dates("03/05/2031", day_first=False)[0].value == date(2031, 3, 5)
    assert find_dates("03/05/2031", near=date(2031, 3, 6))[0].value == date(2031, 3, 5)


@pytest.mark.parametrize(
    "text", ["10 percent in October", "Room 12, floor 3", "The score was 3-2", "v1.2.3", "❶ ❷ ❸"]
)
def test_finds_no_date_where_there_is_none(text: str) -> None:
    assert not [found for found in find_dates(text) if found.value]


@pytest.mark.parametrize(
    ("text", "words", "seconds"),
    [
        ("2 days ago", "2 days ago", 172_800),
        ("vor 3 Stunden", "vor 3 Stunden", 10_800),
        ("il y a 2 heures", "il y a 2 heures", 7_200),
        ("hace 3 horas", "hace 3 horas", 10_800),
        ("3 часа назад", "3 часа назад", 10_800),
        ("3小时前", "3小时前", 10_800),
        ("an hour ago", "an hour ago", 3_600),
        ("5h", "5h", 18_000),
    ],
)
def test_reads_relative_ages(text: str, words: str, seconds: int) -> None:
    age = find_age(text)
    assert age is not None
    assert (age.text, age.seconds) == (words, seconds)


def test_a_number_of_days_is_no_age() -> None:
    assert find_age("The strike lasted 3 days and cost much") is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2031-03-04T09:30:00Z", datetime(2031, 3, 4, 9, 30, tzinfo=UTC)),
        ("2031-03-04 09:30", datetime(2031, 3, 4, 9, 30)),
        ("20310304", date(2031, 3, 4)),
        ("0001-01-01T00:00:00Z", None),
        ("soon", None),
    ],
)
def test_reads_declared_times(text: str, value: date | None) -> None:
    assert parse_declared(text) == value
