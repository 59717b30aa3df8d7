"""When a story was published, as flat text tells it."""

from datetime import date, datetime

from onrecord import read_article
from onrecord.record import Article

STORY = "\n\n".join(
    [
        "The harbour of Osthaven was closed on Monday after a crane fell into its basin and sank a ferry.",
        "Nobody was hurt, said Mara Lund, who leads the harbour's crane crews and saw the crane fall.",
        "The crane is to be lifted before the ferries sail again on Thursday, the harbour's office said.",
        "Ferries had sailed from there for a hundred years without such a fall, the office's papers show.",
    ]
)


def published(head: str) -> date | datetime | None:
    article = read_article(f"Crane falls into Osthaven harbour\n\n{head}\n\n{STORY}\n")
    assert isinstance(article, Article)
    return article.published


def test_a_year_that_runs_into_the_time_of_day_is_read() -> None:
    assert published("Published Fri, Apr 28 20312:23 PM") == datetime(2031, 4, 28, 14, 23)


def test_a_day_with_a_nought_before_it_is_a_day() -> None:
    assert published("By Mara Quill\nPublished Jun 05, 2031\n6 minute read") == date(2031, 6, 5)
