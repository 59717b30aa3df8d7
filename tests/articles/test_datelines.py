"""Datelines are told from sentences that begin like them."""

import pytest

from onrecord.articles.datelines import find_dateline


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
    ],
)
def test_finds_none_in_other_sentences(text: str) -> None:
    assert find_dateline(text, loose=True) is None
