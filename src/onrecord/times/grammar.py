"""All kinds of time expression, and where a text has them.

A rule is a pattern over the letters of `words.py` and a function that says what the words are worth. At each
place the first rule that fits is taken, so the longer patterns stand first.
"""

import re
from collections.abc import Iterator

from onrecord.times import amounts, days, hours, quarters, units, vague, years
from onrecord.times.expressions import Expression, Rule
from onrecord.times.settings import Setting

RULES: tuple[Rule, ...] = (
    hours.CLOCK,
    hours.PART_OF_DAY,
    days.WEEK_WITH_DAY,
    days.DAY_BESIDE,
    days.CALENDAR_DAY,
    amounts.WEEKDAYS,
    days.WEEKDAY,
    days.DAY_WORD,
    hours.DAY_WITH_PART,
    hours.WEEKDAY_WITH_PART,
    quarters.YEAR_AGO,
    units.AGO,
    quarters.SAME_PERIOD,
    amounts.EVERY,
    quarters.HALF_YEAR,
    quarters.QUARTER,
    quarters.THE_PERIOD,
    years.MONTH,
    years.SEASON,
    years.DECADE,
    amounts.COUNTED,
    years.YEAR,
    units.RELATIVE_UNIT,
    units.RELATIVE_UNITS,
    units.WEEKEND,
    units.THE_UNIT,
    days.FEAST,
    years.YEAR_END,
    amounts.EACH_TIME,
    amounts.STRETCH,
    vague.VAGUE,
    vague.VAGUE_RELATIVE,
    amounts.BARE_UNITS,
)

# What share of a rule's findings had the gold's value on the training part (`quality/times.py --rules`);
# .6 for the rules that found fewer than ten.
SURE = {
    "weekday": 0.91, "counted": 0.81, "relative unit": 0.72, "calendar day": 0.96, "year": 0.85, "vague": 0.7,
    "month": 0.94, "day word": 0.93, "quarter": 0.94, "ago": 0.59, "the unit": 0.64, "vague relative": 0.55,
    "part of day": 0.49, "bare units": 0.41, "year ago": 0.85, "clock": 0.68, "each time": 0.44,
    "relative units": 0.59, "season": 0.82, "decade": 0.6, "weekend": 0.6,
}  # fmt: skip

ANY = re.compile("|".join(f"({rule.pattern})" for rule in RULES))


def find_expressions(setting: Setting) -> Iterator[tuple[str, int, int, str, str]]:
    """The rule, first word, end word, type and value of each time expression, in order."""
    letters, at = setting.words.letters, 0
    while match := ANY.search(letters, at):
        rule = RULES[(match.lastindex or 1) - 1]
        found = Expression(setting, match.start(), match.end())
        worth = None if found.titled() else rule.worth(found)
        if worth is not None:
            yield rule.name, match.start(), match.end(), *worth
        at = match.end() if worth or found.titled() else match.start() + 1
