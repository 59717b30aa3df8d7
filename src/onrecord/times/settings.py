"""From which day a text speaks, and of which it spoke last: what "last week" is counted from."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from onrecord.times.words import Lexicon, Words

# How far before an expression a sign of the future is looked for, in words; half as far behind it.
REACH = 14


@dataclass(slots=True)
class Setting:
    """The article's day and moment (None: not known), its words, and the times last spoken of."""

    anchor: date | None
    moment: datetime | None
    words: Words
    lexicon: Lexicon
    day: date | None = None
    year: int | None = None
    quarter: tuple[int, int] | None = None
    quarter_at: int = 0

    def ahead(self, start: int, end: int, lean: float = 0.0) -> bool:
        """Whether words [start, end) speak of what is to come, going by the signs round them.

        News tells what has been, so the past needs no sign; `lean` is what else speaks for the future.
        """
        lowered, signs = self.words.lowered, self.lexicon.tense_signs
        score = lean - 1.0
        before = range(start - 1, max(-1, start - REACH), -1)
        after = range(end, min(end + REACH // 2, len(lowered)))
        for weight, indices in ((1.0, before), (0.5, after)):
            for distance, index in enumerate(indices):
                word = lowered[index]
                if word in _STOPS:
                    break
                sign = signs.get(word)
                if sign is not None and index + 1 < len(lowered):
                    sign += signs.get(f"{word} {lowered[index + 1]}", 0.0)
                if sign is None:
                    if len(word) < 5 or not word.endswith(self.lexicon.past_endings):
                        continue
                    sign = -1.2
                score += weight * sign / (1 + 0.2 * distance)
        return score > 0


_STOPS = frozenset((".", "!", "?", ";", "\n", "“", "”", "``", "''", "—", "_"))


def week_of(day: date) -> str:
    """`2022-W20`."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def month_of(day: date) -> str:
    """`2022-05`."""
    return f"{day.year:04}-{day.month:02}"


def quarter_of(day: date) -> tuple[int, int]:
    """Year and number of the quarter a day is in."""
    return day.year, (day.month - 1) // 3 + 1


def later_quarter(quarter: tuple[int, int], by: int) -> tuple[int, int]:
    """The quarter so many quarters on."""
    count = quarter[0] * 4 + quarter[1] - 1 + by
    return count // 4, count % 4 + 1


def later_month(day: date, by: int) -> date:
    """The first of the month so many months on."""
    count = day.year * 12 + day.month - 1 + by
    return date(min(max(count // 12, 1), 9999), count % 12 + 1, 1)


def later_day(day: date, by: int) -> date | None:
    """The day so many days on, or None where the calendar ends."""
    try:
        return day + timedelta(days=by)
    except OverflowError:
        return None


def shifted(day: date, unit: str, by: int) -> str | None:
    """The day, week, month, quarter, year, decade or century so many on from the one `day` is in."""
    if abs(by) > 9000:
        return None
    if unit in "DWF":
        found = later_day(day, by * {"D": 1, "W": 7, "F": 14}[unit])
        if found is None:
            return None
        return found.isoformat() if unit == "D" else week_of(found)
    if unit == "N":
        return month_of(later_month(day, by))
    if unit == "Q":
        year, number = later_quarter(quarter_of(day), by)
        return f"{year:04}-Q{number}"
    years = {"Y": 1, "E": 10, "C": 100, "L": 1000}.get(unit)
    if years is None:
        return None
    year = day.year + by * years
    if not 1 <= year <= 9999:
        return None
    return f"{year:04}"[: {"Y": 4, "E": 3, "C": 2, "L": 1}[unit]]
