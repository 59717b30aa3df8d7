"""Times are found where they stand and resolved against the article's day."""

from datetime import date, datetime

import pytest

from onrecord.times import LANGUAGES, find_times

SATURDAY = date(2022, 5, 21)


def values(text: str, anchor: date | None = SATURDAY, language: str = "en") -> list[str]:
    return [timex.value for timex in find_times(text, anchor, language)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The council met on Saturday.", "2022-05-21"),
        ("The council met on Tuesday.", "2022-05-17"),
        ("The council will meet on Tuesday.", "2022-05-24"),
        ("The vote is scheduled for Sunday.", "2022-05-22"),
        ("She arrived last Friday.", "2022-05-20"),
        ("She leaves next Friday.", "2022-05-27"),
        ("She arrived late Tuesday.", "2022-05-17"),
        ("She arrived two days ago.", "2022-05-19"),
        ("She arrived six weeks ago.", "2022-W14"),
        ("She arrived 30 years ago.", "1992"),
        ("She arrived several years ago.", "PAST_REF"),
        ("She arrived yesterday.", "2022-05-20"),
        ("She arrived on 21/4/2022.", "2022-04-21"),
        ("She was born on 2001-02-03.", "2001-02-03"),
        ("She arrived Wednesday, May 18.", "2022-05-18"),
        ("She arrived on Nov. 9.", "2021-11-09"),
        ("The bridge will open on Jan. 3.", "2023-01-03"),
        ("The bridge opened on May 3, 1921.", "1921-05-03"),
        ("The bridge opened on 3 May 1921.", "1921-05-03"),
        ("The bridge opened on the 4th of July.", "2021-07-04"),
        ("The bridge closed in March.", "2022-03"),
        ("The bridge closed in mid-November.", "2021-11"),
        ("The bridge will close in March.", "2023-03"),
        ("The bridge closed in June last year.", "2021-06"),
        ("The bridge closed in February 1947.", "1947-02"),
        ("The bridge closed last week.", "2022-W19"),
        ("The bridge closed over the weekend.", "2022-W20-WE"),
        ("The bridge closed earlier this month.", "2022-05"),
        ("The bridge closed last fall.", "2021-FA"),
        ("The bridge closed in nineteen ninety-seven.", "1997"),
        ("The bridge closed on Thanksgiving.", "2021-11-25"),
        ("The bridge closed after 9/11.", "2001-09-11"),
        ("The bridge will close by the end of the year.", "2022"),
        ("He moved there in the late 1990s.", "199"),
        ("He moved there in the 80s.", "198"),
        ("He moved there in the late '70s.", "197"),
        ("He moved there in the fall of '68.", "1968-FA"),
        ("He moved there in '68.", "1968"),
        ("Sales fell in the second half of the year.", "2022-H2"),
        ("He left a quarter-century ago.", "1997"),
        ("It was the largest fire of the 20th century.", "19"),
        ("He left at 10 p.m. Wednesday.", "2022-05-18T22:00"),
        ("He left at noon.", "2022-05-21T12:00"),
        ("It struck at 16:08 UTC.", "2022-05-21T16:08Z"),
        ("He left Friday night.", "2022-05-20TNI"),
        ("He left last night.", "2022-05-20TNI"),
        ("He leaves tonight.", "2022-05-21TNI"),
        ("He waited for two weeks.", "P2W"),
        ("He waited for more than 2 1/2 years.", "P2Y6M"),
        ("He waited for an hour and a half.", "PT1H30M"),
        ("He waited for a few days.", "PXD"),
        ("He waited for decades.", "PXE"),
        ("It was a ten-year loan.", "P10Y"),
        ("Sales fell over the past three months.", "P3M"),
        ("It costs $300 a month.", "P1M"),
        ("The bus runs every Monday.", "XXXX-WXX-1"),
        ("The bus runs every two hours.", "PT2H"),
        ("The bus runs daily.", "P1D"),
        ("Profit rose in the first quarter.", "2022-Q1"),
        ("Profit rose in the third quarter.", "2021-Q3"),
        ("He now lives in Oslo.", "PRESENT_REF"),
        ("He recently moved.", "PAST_REF"),
        ("He hopes for peace in the near future.", "FUTURE_REF"),
    ],
)
def test_an_expression_is_worth_what_timeml_writes(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "He may march on.",
        "The 6-year-old boy and his father, 37 years old, were rescued.",
        "It cost $1990.",
        "About 2000 people came.",
        "She is in her 70s.",
        "Three-quarters of the wheat was lost.",
        "He was released soon after the trial.",
        'She spoke on "60 Minutes" and "This Week".',
        "He finished second.",
        "He woke in the middle of the night.",
        "She reads USA Today and the Daily Telegraph.",
        "The radio station is at 990 AM.",
        "He lives at Mar-a-Lago.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council met on Tuesday and that day it voted.", ["2022-05-17", "2022-05-17"]),
        (
            "Net rose in the third quarter. A year earlier, it lost money.",
            ["2021-Q3", "2020-Q3"],
        ),
        ("He was elected in 1995. The following year he resigned.", ["1995", "1996"]),
        ("She left the day before Thanksgiving.", ["2021-11-24"]),
        ("Shots fell on May 3. The next morning all was quiet.", ["2022-05-03", "2022-05-04TMO"]),
    ],
)
def test_what_refers_back_is_counted_from_what_was_spoken_of(text: str, found: list[str]) -> None:
    assert values(text) == found


def test_without_a_day_to_start_from_values_stay_open() -> None:
    text = "She spoke yesterday and will speak on Tuesday, in March, on May 3, at 10 p.m. and next year."
    assert values(text, None) == [
        "PAST_REF",
        "XXXX-WXX-2",
        "XXXX-03",
        "XXXX-05-03",
        "XXXX-XX-XXT22:00",
        "FUTURE_REF",
    ]


def test_hours_ago_are_counted_from_the_moment_where_it_is_known() -> None:
    moment = datetime(2022, 5, 21, 1, 50)
    assert values("It rained two hours ago, and 20 minutes ago.", moment) == [
        "2022-05-20T23",
        "2022-05-21T01:30",
    ]
    assert values("It rained two hours ago.") == ["PAST_REF"]


def test_a_moment_serves_as_the_day() -> None:
    assert values("It rained today.", datetime(2022, 5, 21, 23, 50)) == ["2022-05-21"]


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("de", "Am Dienstag wartete er seit drei Wochen.", ["2022-05-17", "P3W"]),
        ("de", "Die Wahl soll am Dienstag stattfinden.", ["2022-05-24"]),
        ("de", "Am Samstag, dem 21. Mai 2022, um 18.30 Uhr", ["2022-05-21", "2022-05-21T18:30"]),
        ("de", "vor zwei Jahren, letzte Woche, in den 1990er Jahren", ["2020", "2022-W19", "199"]),
        ("de", "gestern, Dienstagabend, Ende 2021", ["2022-05-20", "2022-05-17TEV", "2021"]),
        (
            "fr",
            "Il y a deux jours, mardi soir, la semaine dernière",
            ["2022-05-19", "2022-05-17TEV", "2022-W19"],
        ),
        ("fr", "Elle sera élue dimanche.", ["2022-05-22"]),
        ("fr", "le 1er mai 2021, en mars, l'an dernier", ["2021-05-01", "2022-03", "2021"]),
        ("fr", "à 14 heures, aujourd’hui ; dans les années 1990", ["2022-05-21T14:00", "199"]),
        ("es", "El martes, hace dos días, la semana pasada", ["2022-05-17", "2022-05-19", "2022-W19"]),
        ("es", "La elección será el martes.", ["2022-05-24"]),
        ("es", "el 21 de mayo de 2022, ayer por la tarde", ["2022-05-21", "2022-05-20TAF"]),
        ("it", "Martedì, due giorni fa, la settimana scorsa", ["2022-05-17", "2022-05-19", "2022-W19"]),
        ("it", "il 21 maggio 2022, ieri, negli anni Novanta", ["2022-05-21", "2022-05-20", "199"]),
        ("pt", "Na terça-feira, há dois dias, na semana passada", ["2022-05-17", "2022-05-19", "2022-W19"]),
        ("pt", "21 de maio de 2022, ontem, às 18h30", ["2022-05-21", "2022-05-20", "2022-05-20T18:30"]),
        ("nl", "Dinsdag, twee dagen geleden, vorige week", ["2022-05-17", "2022-05-19", "2022-W19"]),
        ("nl", "21 mei 2022, gisteren, in de jaren tachtig", ["2022-05-21", "2022-05-20", "198"]),
    ],
)
def test_other_languages_are_read_from_their_data(language: str, text: str, found: list[str]) -> None:
    assert values(text, language=language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Il passe de 4 à 6 personnes et de 7 à 8,4 milliards, avec 11h d'autonomie."),
        ("fr", "Un homme de 45 ans est mort."),
        ("es", "A las tres niñas, de diez años de edad."),
        ("it", "Si è rivolto alle 1.500 persone."),
    ],
)
def test_numbers_of_other_things_are_left_alone(language: str, text: str) -> None:
    assert values(text, language=language) == []


def test_a_language_we_do_not_read_gives_nothing() -> None:
    assert "sv" not in LANGUAGES
    assert find_times("Hon kom i tisdags.", SATURDAY, "sv") == ()


def test_a_region_after_the_language_does_not_matter() -> None:
    assert values("He left on Tuesday.", language="en-GB") == ["2022-05-17"]


def test_every_finding_says_which_rule_found_it() -> None:
    (timex,) = find_times("He left on Tuesday.", SATURDAY, "en")
    assert (timex.text, timex.span, str(timex.type), timex.reason) == ("Tuesday", (11, 18), "DATE", "weekday")
