"""Hours and parts of the day, with the day they belong to."""

from onrecord.times.days import DAY, any_day, near_weekday
from onrecord.times.expressions import POSITION, TIME, Expression, Rule, Worth
from onrecord.times.settings import later_day

HOUR = "(?:(?:C|[DNI])[kl]{1,2}z?|CL?z?|nz?|(?<=@)(?:[DNI](?:[lL]|(?=o?P))|I))"
OPEN_DAY = "XXXX-XX-XX"


def clock(found: Expression) -> Worth:
    """10 p.m. Wednesday; noon; 16:00 UTC today."""
    part = found.part(f"q?{HOUR}")
    if part is None or (not part.meanings("klnz") and found.before() not in tuple("pbq@")):
        return None
    if found.meanings("L") and found.word("L") != "H":
        return None
    when, half_day = part.meanings("CDNIn")[0], part.word("k")
    if isinstance(when, str):
        hours, colon, minutes = when.partition(":")
        if not colon and found.before() != "@":
            return None  # 11h may be how long
        hour, minute = int(hours), int(minutes or 0)
    elif isinstance(when, float) and found.setting.words.lowered[found.start][-3:-2] != ".":
        return None  # 8,4 is no hour; 18.30 is
    else:
        hour, minute = int(when), round(when % 1 * 100)
    if half_day and hour <= 12:
        hour = hour % 12 + 12 * (half_day == "pm")
    if hour > 24 or minute > 59:
        return None
    shown = f"T{hour:02}:{minute:02}" + "Z" * (part.word("z") == "Z")
    rest = Expression(found.setting, part.end, found.end)
    worth = any_day(rest) if rest.end > rest.start else None
    if worth is None:
        day = found.setting.day or found.setting.anchor
        return TIME, (day.isoformat() if day else OPEN_DAY) + shown
    return TIME, day_part(worth[1]) + shown


def day_part(value: str) -> str:
    """The day of a value, or an open one."""
    return OPEN_DAY if value.endswith("REF") else value[:10]


def part_of_day(found: Expression) -> Worth:
    """Friday evening; last night; this morning; mid-afternoon."""
    setting, part = found.setting, found.word("P")
    if found.meanings("XMwWT"):
        worth = any_day(found)
        return (TIME, f"{day_part(worth[1])}T{part}") if worth else None
    if found.before() == "i":
        return None
    relative, anchor = found.relative(), setting.anchor
    if anchor is None:
        return TIME, f"{OPEN_DAY}T{part}"
    if relative is None or relative == "same":
        return TIME, f"{(setting.day or anchor).isoformat()}T{part}"
    step = found.step()
    if step is None:
        return None
    # "The next morning" is the one after the day spoken of last.
    told = "t" in found.letters or relative in ("before", "after")
    day = later_day((setting.day or anchor) if told else anchor, step)
    return (TIME, f"{day.isoformat()}T{part}") if day else None


def weekday_with_part(found: Expression) -> Worth:
    """Dienstagabend."""
    number, _, part = found.word("Q").partition(" ")
    anchor = found.setting.anchor
    if anchor is None:
        return TIME, f"XXXX-WXX-{number}T{part}"
    day = near_weekday(found, anchor, int(number))
    return (TIME, f"{day.isoformat()}T{part}") if day else None


def day_with_part(found: Expression) -> Worth:
    """Tonight; overnight; gestern Abend."""
    by, _, part = found.word("Z").partition(" ")
    if found.setting.anchor is None:
        return TIME, f"{OPEN_DAY}T{part}"
    day = later_day(found.setting.anchor, int(by))
    return (TIME, f"{day.isoformat()}T{part}") if day else None


CLOCK = Rule("clock", f"q?{HOUR}(?:(?:,(?=[MwWgDT])|p?t?(?:P[op]?)?){DAY})?", clock)
PART_OF_DAY = Rule("part of day", f"(?:{POSITION})?(?:{DAY},?P|t?[Ru]P|t?P(?:o{DAY}|T)|tP)|m-?P", part_of_day)
WEEKDAY_WITH_PART = Rule("weekday with part", "(?:tR|RR?|u|t)?Q", weekday_with_part)
DAY_WITH_PART = Rule("day with part", "Z", day_with_part)
