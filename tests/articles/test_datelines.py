"""Datelines are told from sentences that begin like them."""

from pathlib import Path

import pytest

from onrecord.articles.datelines import find_dateline

TABLE = Path(__file__).parents[1] / "cases" / "agency_datelines.txt"
BRACKETS = "()[]（）［］【】 .-—/"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "OSTHAVEN, Norland (AP) — The talks ended.",
            ("OSTHAVEN, Norland (AP)", "OSTHAVEN, Norland", "AP", None),
        ),
        (
            "BERLIN, May 3 (Reuters) - The talks ended.",
            ("BERLIN, May 3 (Reuters)", "BERLIN", "Reuters", "May 3"),
        ),
        ("(CNN) The talks ended.", ("(CNN)", None, "CNN", None)),
        ("Berlin (dpa) - Die Gespräche sind beendet.", ("Berlin (dpa)", "Berlin", "dpa", None)),
        (
            "MEXICO CITY, Mexico — The talks ended.",
            ("MEXICO CITY, Mexico", "MEXICO CITY, Mexico", None, None),
        ),
        ("Oslo, Norway: The talks ended.", ("Oslo, Norway", "Oslo, Norway", None, None)),
        ("PUTRAJAYA, Nov 22 — The talks ended.", ("PUTRAJAYA, Nov 22", "PUTRAJAYA", None, "Nov 22")),
        ("新华社北京5月3日电 谈判结束。", ("新华社北京5月3日电", "北京", "新华社", "5月3日")),
        ("本报北浦3月13日讯 谈判结束。", ("本报北浦3月13日讯", "北浦", None, "3月13日")),
        (
            "ОСТХАВЕН, 3 марта. /ТАСС/. Переговоры.",
            ("ОСТХАВЕН, 3 марта. /ТАСС/", "ОСТХАВЕН", "ТАСС", "3 марта"),
        ),
        (
            "ОСТХАВЕН, 3 мар – РИА Новости. Переговоры завершились.",
            ("ОСТХАВЕН, 3 мар – РИА Новости", "ОСТХАВЕН", "РИА Новости", "3 мар"),
        ),
        ("【東京】協議は終わった。", ("東京", "東京", None, None)),
    ],
)
def test_reads_datelines(text: str, expected: tuple[str | None, ...]) -> None:
    head = find_dateline(text, loose=True)
    assert head is not None
    assert (head.text, head.place, head.agency, head.day) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dear Abby: My husband never calls.",
        "Apple — the company that makes phones — said so.",
        "By JOHN DOE — the story of a life",
        "Verdict: The jury was out for two days.",
        "The company (NYSE: ABC) - long in trouble - said so.",
        "The Associated Press (AP) reported on Monday that the talks had ended.",
        "NATO — the alliance — said that the talks had ended.",
        "Monday, Jan. 5 — The harbour opens again.",
        "March 5 — The harbour opens.",
        "Bayern (dpa) sagt nichts dazu.",
        "Sen. Mara Quill, R-Ohio — The senator said so.",
        "(Photo: Mara Quill) — The harbour.",
        "(Sponsored) — The harbour has opened.",
        "NEW: The harbour has opened.",
        "Dr. Mara Quill (left) - who runs the harbour - said so.",
        "OSSO HQ 2.0: Let there be light.",
        "11.39 Uhr: Der Hafen ist wieder offen.",
        "(5) 5 reviews with an average rating of 4.8 stars",
    ],
)
def test_finds_none_in_other_sentences(text: str) -> None:
    assert find_dateline(text, loose=True) is None


def _printed() -> list[tuple[str, ...]]:
    lines = TABLE.read_text("utf-8").splitlines()
    return [tuple(part.strip() for part in line.rsplit("|", 3)) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("text", "place", "agency", "day"), _printed())
def test_reads_what_agencies_and_papers_print(text: str, place: str, agency: str, day: str) -> None:
    whole = text.partition("¦")[0]
    head = find_dateline(f"{text.replace('¦', '')} talks on the harbour ended at dawn.", loose=True)
    assert head is not None
    assert head.text.strip(BRACKETS) == whole.strip(BRACKETS)
    assert (head.place or "", head.agency or "", (head.day or "").strip(".")) == (
        place,
        agency,
        day.strip("."),
    )
