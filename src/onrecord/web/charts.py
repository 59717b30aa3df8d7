"""Charts drawn on the server as SVG. Every bar is a link and has words; no inline style, no script."""

from calendar import month_abbr, monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from math import ceil, log10
from typing import NamedTuple

from markupsafe import Markup, escape

WIDTH = 960
"""Units that the line of moments is wide; it is scaled to the page."""

MOST_BARS = 130
"""Bars that can still be told apart; with more days than this weeks are drawn, then months, years, ..."""


_NO_STOP = ' tabindex="-1" aria-hidden="true"'
"""A bar without height is no stop for the keyboard, and is not read aloud."""


class Period(NamedTuple):
    """A bar of the timeline: first and last day, what to call it, how many fall in it."""

    first: date
    last: date
    label: str
    number: int


def periods(days: Mapping[date, int]) -> tuple[Period, ...]:
    """Days gathered into days, weeks, months, years, ...: the finest of them that can still be seen."""
    if not days:
        return ()
    first, last = min(days), max(days)
    for step in (_day, _week, _month, _year, _decade, _century):
        edges = [step(first)]
        while edges[-1][1] < last and len(edges) <= MOST_BARS:
            edges.append(step(edges[-1][1] + timedelta(days=1)))
        if len(edges) <= MOST_BARS:
            break
    counts = [0] * len(edges)
    at = 0
    for day in sorted(days):
        while at < len(edges) - 1 and day > edges[at][1]:
            at += 1
        counts[at] += days[day]
    return tuple(Period(*edge, count) for edge, count in zip(edges, counts, strict=True))


def _day(day: date) -> tuple[date, date, str]:
    return day, day, long_day(day)


def _week(day: date) -> tuple[date, date, str]:
    monday = day - timedelta(days=day.weekday()) if day.toordinal() > 7 else day
    return monday, monday + timedelta(days=6), f"week of {long_day(monday)}"


def _month(day: date) -> tuple[date, date, str]:
    last = monthrange(day.year, day.month)[1]
    return day.replace(day=1), day.replace(day=last), f"{month_abbr[day.month]} {day.year}"


def _year(day: date) -> tuple[date, date, str]:
    return day.replace(month=1, day=1), day.replace(month=12, day=31), str(day.year)


def _decade(day: date) -> tuple[date, date, str]:
    first = max(day.year // 10 * 10, 1)
    return date(first, 1, 1), date(min(day.year // 10 * 10 + 9, 9999), 12, 31), f"{first}s"


def _century(day: date) -> tuple[date, date, str]:
    first = max(day.year // 100 * 100, 1)
    last = day.year // 100 * 100 + 99
    return date(first, 1, 1), date(last, 12, 31), f"{first}–{last}"


def long_day(day: date) -> str:
    """A day as it is written here: 21 May 2022."""
    return f"{day.day} {month_abbr[day.month]} {day.year}"


def timeline(
    bars: Sequence[Period],
    link: Callable[[Period], str],
    *,
    noun: str,
    chosen: tuple[date | None, date | None] = (None, None),
    height: int = 84,
) -> Markup:
    """Bars over time. Each leads to its own days; a script, where there is one, lets a range be brushed."""
    if not bars:
        return Markup("")
    # Widths in per cent, heights in pixels: the bars fill any page and the dates under them keep their size.
    step = 100 / len(bars)
    wide = step * 0.84
    top = max(bar.number for bar in bars) or 1
    since, until = chosen
    pieces = [
        f'<svg class="timeline" width="100%" height="{height + 22}" role="group" '
        f'aria-label="{escape(noun)} over time" data-brush="">'
    ]
    for number, bar in enumerate(bars):
        tall = max(round(bar.number / top * height, 2), 2.5) if bar.number else 0
        out = (since is not None and bar.last < since) or (until is not None and bar.first > until)
        pieces.append(
            f'<a href="{escape(link(bar))}" class="bar{" out" if out else ""}" '
            f'data-first="{bar.first}" data-last="{bar.last}"'
            f"{'' if bar.number else _NO_STOP}>"
            f"<title>{escape(bar.label)}: {bar.number:,}</title>"
            f'<rect class="hit" x="{number * step:.3f}%" y="0" width="{step:.3f}%" height="{height}"/>'
            f'<rect class="ink" x="{number * step:.3f}%" y="{height - tall:.2f}" width="{wide:.3f}%" '
            f'height="{tall:.2f}"/></a>'
        )
    pieces.append(f'<line class="axis" x1="0" x2="100%" y1="{height}" y2="{height}"/>')
    pieces += _ticks(bars, step, height)
    pieces.append("</svg>")
    return Markup("".join(pieces))


def _ticks(bars: Sequence[Period], step: float, height: int) -> list[str]:
    """Dates under the axis, as many as there is room for."""
    every = max(ceil(len(bars) / 7), 1)
    marks = []
    for place, number in enumerate(range(0, len(bars), every)):
        x = number * step
        if x > 91 and number:
            break
        words = bars[number].label.removeprefix("week of ")
        name = "tick" if place % 3 == 0 and x < 72 else "tick fine"  # a small screen has room for few
        marks.append(f'<text class="{name}" x="{x:.3f}%" y="{height + 16}">{escape(words)}</text>')
    return marks


class Share(NamedTuple):
    """A line of a bar chart: what it counts, where it leads, how many."""

    name: str
    href: str
    number: int


def shares(rows: Sequence[Share], *, label: str) -> Markup:
    """Names with a bar behind each count, longest first, as a list that reads well aloud."""
    if not rows:
        return Markup("")
    top = max(row.number for row in rows) or 1
    lines = [
        f'<li><a href="{escape(row.href)}"><bdi>{escape(row.name)}</bdi></a>'
        f'<svg viewBox="0 0 100 3" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="ink" width="{max(row.number / top * 100, 0.8):.2f}" height="3"/></svg>'
        f'<span class="count">{row.number:,}</span></li>'
        for row in rows
    ]
    return Markup(f'<ol class="shares" aria-label="{escape(label)}">{"".join(lines)}</ol>')


class Moment(NamedTuple):
    """A day or a stretch of days that a story speaks of, with its words and where they stand."""

    first: date
    last: date
    words: str
    href: str


def moments(times: Iterable[Moment], published: date | None) -> Markup:
    """The days a story speaks of, on a line, with the day it was published marked."""
    stops = sorted(set(times))
    if not stops:
        return Markup("")
    days = [stop.first for stop in stops] + [stop.last for stop in stops]
    if published is not None:
        days.append(published)
    first, last = min(days), max(days)
    whole = max((last - first).days, 1)

    def place(day: date) -> float:
        # Stories speak most of the days just before them, so the distance from the last day is its logarithm.
        ago = (last - day).days
        return 20 + (WIDTH - 40) * (1 - log10(1 + ago) / log10(1 + whole))

    rows: list[float] = []
    pieces: list[str] = []
    listed: list[str] = []  # what a small screen shows in its place
    for stop in sorted(stops, key=lambda stop: place(stop.first)):
        x, x2 = place(stop.first), place(stop.last)
        words = stop.words if len(stop.words) <= 28 else stop.words[:27] + "…"
        wide = len(words) * 8.6 + 14
        left = min(x, WIDTH - wide)
        row = next((number for number, end in enumerate(rows) if end <= left), len(rows))
        if row == len(rows):
            rows.append(0)
        rows[row] = left + wide
        y = 28 + row * 23
        when = long_day(stop.first) + ("" if stop.first == stop.last else f" to {long_day(stop.last)}")
        listed.append(
            f'<li><a href="{escape(stop.href)}" target="saved">{escape(stop.words)}</a>'
            f'<span class="soft">{when}</span></li>'
        )
        pieces.append(
            f'<a href="{escape(stop.href)}" class="moment" target="saved"><title>{escape(stop.words)}: {when}'
            f'</title><line class="stem" x1="{x:.1f}" x2="{x:.1f}" y1="8" y2="{y - 8}"/>'
            f'<line class="ink" x1="{x:.1f}" x2="{max(x2, x + 4):.1f}" y1="8" y2="8"/>'
            f'<text x="{left:.1f}" y="{y + 4}">{escape(words)}</text></a>'
        )
    tall = 42 + len(rows) * 23
    if published is not None:
        x = place(published)
        pieces.append(
            f'<path class="day" d="M{x - 5:.1f} 0h10l-5 8z">'
            f"<title>Published {long_day(published)}</title></path>"
        )
    pieces.append(f'<text class="tick" x="0" y="{tall - 4}">{long_day(first)}</text>')
    if last != first:
        pieces.append(
            f'<text class="tick" x="{WIDTH}" y="{tall - 4}" text-anchor="end">{long_day(last)}</text>'
        )
    return Markup(
        f'<svg class="moments" viewBox="0 0 {WIDTH} {tall}" role="group" '
        f'aria-label="Days the story speaks of">'
        f'<line class="axis" x1="0" x2="{WIDTH}" y1="8" y2="8"/>{"".join(pieces)}</svg>'
        f'<ol class="moment-list">{"".join(listed)}</ol>'
    )
