"""When a story was published and changed: what is declared and what is printed, and which to believe."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from ..record import Declaration, Declared, Part, Role, Span
from ..text.dates import Age, Printed, find_age, find_dates, parse_declared

_EARLIEST = 1985
_CLOCK = re.compile(
    r"^\W{0,3}\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?|uhr|h|hrs)?(?:\s*[A-Z]{2,4})?\W{0,2}$", re.I
)

# `Apr 28 20312:23 PM`, `4 March 20313 years`: flat text where looks alone set the year apart
GLUED_YEAR = re.compile(r"(?<=\D(?:19|20)\d\d)(?=\d{1,2}(?:[:.]\d|\s))")


@dataclass(frozen=True, slots=True)
class Told:
    """One printed date or age with the block that holds it and its place in the page's source."""

    part: Part
    printed: Printed | None
    age: Age | None
    label: str | None

    @property
    def text(self) -> str:
        """The words as printed."""
        return self.printed.text if self.printed else self.age.text if self.age else ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A believed time: the value, where it comes from and why."""

    value: date | datetime
    where: str
    source: Span | None
    reason: str


def day_of(value: date | datetime) -> date:
    """The day of a time, as it stands there."""
    return value.date() if isinstance(value, datetime) else value


def declared_times(declared: Declared, field: str) -> list[tuple[Declaration, date | datetime]]:
    """Every declared time of a field that can be meant, most trusted first."""
    found = []
    for declaration in declared.all(field):
        value = parse_declared(declaration.value)
        if value is not None and _EARLIEST <= value.year <= 2100:
            found.append((declaration, value))
    return found


def printed_times(
    parts: Sequence[Part], places: Sequence[int], near: date | None, day_first: bool
) -> list[Told]:
    """The dates and ages that the given blocks print, in reading order."""
    found: list[Told] = []
    for n in places:
        part = parts[n]
        text = part.block.text
        if len(text) > 400:
            continue
        if part.block.container < 0:
            text = GLUED_YEAR.sub(" ", text)
        dates = find_dates(text, day_first=day_first, near=near)
        if (
            len(dates) == 1
            and dates[0].clock is None
            and n + 1 < len(parts)
            and _CLOCK.match(parts[n + 1].block.text)
        ):
            # the time of day stands in an element of its own
            dates = find_dates(f"{text} {parts[n + 1].block.text}", day_first=day_first, near=near) or dates
        for printed in dates:
            found.append(Told(part, printed, None, printed.label))
        if not dates and part.role in (Role.TIMESTAMP, Role.BYLINE) and (age := find_age(text)):
            lower = text.lower()
            updated = any(word in lower for word in ("updated", "aktualisiert", "mis à jour", "actualizado"))
            found.append(Told(part, None, age, "updated" if updated else None))
    return found


def completed(told: Told, near: date | datetime | None) -> date | datetime | None:
    """The time that a printed date means, a missing day or year filled in from the page's other times."""
    printed = told.printed
    if printed is None:
        return None
    if printed.value is not None or near is None:
        return printed.value
    day: date | None = None
    base = day_of(near)
    if printed.month and printed.day:
        days = []
        for year in (base.year - 1, base.year, base.year + 1):
            try:
                days.append(date(year, printed.month, printed.day))
            except ValueError:
                continue
        day = min(days, key=lambda d: abs((d - base).days)) if days else None
    elif printed.clock is not None:
        day = base
    if day is None:
        return None
    if printed.clock is None:
        return day
    moment = datetime(day.year, day.month, day.day, *printed.clock)
    if printed.offset is not None and abs(printed.offset) < 24:
        moment = moment.replace(tzinfo=timezone(timedelta(hours=printed.offset)))
    return moment


def choose_published(
    told: Sequence[Told], near: date | None, places: dict[int, int]
) -> tuple[Told | None, Told | None]:
    """Which printed times say when the story was published and when it was updated.

    `places` says how far each block (by the start of its source) stands from the headline. A label decides; then
    a day that is declared too, a time of day, a whole date rather than an age, and nearness.
    """

    def worth(one: Told) -> float:
        score = -0.05 * places.get(one.part.block.source.start, 40)
        if one.label == "published":
            score += 3
        printed = one.printed
        if printed is None:
            return score - 1.5
        if printed.clock is not None:
            score += 0.7
        value = completed(one, near)
        if value is not None and near is not None:
            distance = abs((day_of(value) - near).days)
            score += 2 if distance <= 1 else 0 if distance <= 10 else -2
        return score + (printed.value is not None)

    updates = [one for one in told if one.label == "updated"]
    others = [one for one in told if one.label != "updated"]
    published = max(others, key=worth, default=None)
    updated = max(updates, key=lambda one: worth(one) - (one.printed is None), default=None)
    if (
        published is not None
        and published.printed is None
        and published.label is None
        and updated is not None
    ):
        published = None
    return published, updated


def reconcile(
    declared: list[tuple[Declaration, date | datetime]],
    printed: Told | None,
    printed_value: date | datetime | None,
    beside: bool = False,
) -> Moment | None:
    """The believed time out of the declared and the printed ones.

    What is declared is more exact and carries its offset, so it is believed where the page prints the same day or
    none; where the printed day is another, a declaration of that day is looked for first. A day printed `beside`
    the headline that is earlier than the declared one is believed: systems declare the day they sent the page out
    anew, while the printed line keeps the first.
    """
    if declared:
        first, value = declared[0]
        if printed is None or printed_value is None:
            return Moment(value, first.where, first.source, "declared; nothing is printed that tells it")
        if (local := _in_printed_zone(value, printed_value)) is not None:
            return Moment(
                local, first.where, first.source, "declared; in the zone in which the page prints it"
            )
        shown = day_of(printed_value)
        for declaration, other in declared:
            if abs((day_of(other) - shown).days) <= 1:
                if isinstance(other, datetime) or not isinstance(printed_value, datetime):
                    return Moment(
                        other, declaration.where, declaration.source, "declared, and printed as the same day"
                    )
                return Moment(
                    printed_value, "printed", printed.part.block.source, "printed, more exact than declared"
                )
        if beside and (day_of(value) - shown).days > 1:
            reason = "printed beside the headline; the later declared time may be of a new issue of the page"
            return Moment(printed_value, "printed", printed.part.block.source, reason)
        return Moment(
            value, first.where, first.source, "declared; what is printed there may speak of another day"
        )
    if printed is not None and printed_value is not None:
        return Moment(printed_value, "printed", printed.part.block.source, "printed; nothing is declared")
    return None


def in_its_element(
    moment: Moment | None,
    printed: Told | None,
    times: Sequence[tuple[Declaration, date | datetime]],
    source: str,
) -> Moment | None:
    """A believed printed time as the `time` element that holds its words tells it: with its offset, to the second.

    The element is believed only where it tells the same day, and the same moment where print has a time of day.
    """
    if moment is None or printed is None or moment.where != "printed":
        return moment
    for declaration, value in times:
        span = declaration.source
        if span is None or not isinstance(value, datetime) or not span.meets(printed.part.block.source):
            continue
        if printed.text not in " ".join(span.of(source).split()):
            continue
        told = value
        if isinstance(moment.value, datetime):
            local = _in_printed_zone(value, moment.value)
            if local is None and value.replace(second=0, microsecond=0) != moment.value:
                continue
            told = local or value
        elif value.date() != moment.value:
            continue
        return Moment(
            told, declaration.where, span, "the mark-up of the printed time tells it, with more to it"
        )
    return moment


def _in_printed_zone(declared: date | datetime, printed: date | datetime) -> datetime | None:
    """A declared instant by the page's own clock, where it prints the same moment in local time."""
    if not isinstance(declared, datetime) or not isinstance(printed, datetime) or declared.tzinfo is None:
        return None
    if printed.tzinfo is not None:
        same = abs((declared - printed).total_seconds()) < 90
        return declared.astimezone(printed.tzinfo) if same else None
    shift = (printed - declared.astimezone(UTC).replace(tzinfo=None)).total_seconds() / 60
    quarters = round(shift / 15)
    # seconds are cut off in print, so the clock may lag by up to a minute
    if abs(shift - 15 * quarters) > 1.01 or not -48 <= quarters <= 56:
        return None
    return declared.astimezone(timezone(timedelta(minutes=15 * quarters)))
