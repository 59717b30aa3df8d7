"""What results can be narrowed by: links and charts."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from onrecord.archive import (
    Count,
    Facets,
)

from ..asking import Asked, first_day
from ..charts import Period, Share, periods, shares, timeline
from .lines import NAMES, Link

CHARTS = (("speaker", "By speaker"), ("site", "By site"))
FACETS = (
    ("agency", "Agency"),
    ("section", "Section"),
    ("kind", "Kind of quotation"),
    ("language", "Language"),
)


def by_day(counts: Iterable[Count]) -> dict[date, int]:
    """The days of a timeline facet with their numbers."""
    found: dict[date, int] = {}
    for one in counts:
        first = first_day(one.value)
        if first is not None:
            found[first] = found.get(first, 0) + one.count
    return found


def search_timeline(counts: Iterable[Count], asked: Asked, *, height: int = 84) -> Markup:
    """The results over time; each bar narrows the search to its days."""

    def narrowed(bar: Period) -> str:
        return asked.but(since=str(bar.first), until=str(bar.last)).href

    return timeline(
        periods(by_day(counts)), narrowed, noun=NAMES[asked.find][0], chosen=asked.days, height=height
    )


def facets(found: Facets, asked: Asked) -> list[dict[str, Any]]:
    """What the results can be narrowed by, each as links; the chosen one leads back out."""
    shown = []
    for name, title in FACETS:
        rows: Sequence[Count] = getattr(found, name)
        chosen = getattr(asked, name)
        if not rows or (len(rows) == 1 and chosen is None):
            continue
        links = [
            Link(
                row.label,
                asked.but(**{name: None if row.value == chosen else row.value}).href,
                row.count,
                row.value == chosen,
            )
            for row in rows
        ]
        shown.append({"name": title, "rows": links})
    return shown


def charts(found: Facets, asked: Asked) -> list[dict[str, Any]]:
    """The results by speaker and by site; each bar narrows the search, or widens it again."""
    shown = []
    for name, title in CHARTS:
        rows: Sequence[Count] = getattr(found, name)
        chosen = getattr(asked, name)
        lines = [
            Share(row.label, asked.but(**{name: None if row.value == chosen else row.value}).href, row.count)
            for row in rows[:12]
        ]
        if lines:
            shown.append({"name": title, "chart": shares(lines, label=title)})
    return shown
