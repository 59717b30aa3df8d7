"""Numbers in words and figures, and how long a time lasts: `P3D`, `PT30M`, `PXY`."""

from onrecord.times.expressions import DURATION, SET, Expression, Rule, Worth

NUMBER = "(?:(?:i?N(?:-?N|&N){0,6}|[DIY])(?:-?F|-?&-?(?:[iN]-?)?H|&F)?|F)"
COUNT = f"(?:{NUMBER}(?:[-–r]{NUMBER})?|i?f|i?H|i)"


def amount(found: Expression) -> float | None:
    """The number the words write; None for one left open ("a few"). The first, of "two or three"."""
    words = found.setting.words
    total, group, seen, before = 0.0, 0.0, False, ""
    for i in range(found.start, found.end):
        letter, meaning = words.letters[i], words.meanings[i]
        if letter == "f" and isinstance(meaning, str):
            return None
        if letter in "r–" and seen:
            break
        if isinstance(meaning, str) or letter not in "NDIYfiFH":
            before = letter
            continue
        if letter in "DIY" and seen and before != "&":
            break
        if meaning in (100, 1000) and letter == "N":
            group = (group or 1) * meaning
            if meaning == 1000:
                total, group = total + group, 0.0
        elif letter != "i" or words.letters[i + 1 : i + 2] not in tuple("NfH"):
            group += meaning
        seen, before = True, letter
    return total + group if seen else None


# How a unit is written in a length, and how many of those it holds.
_LENGTHS = {
    "S": ("S", 1), "M": ("M", 1), "H": ("H", 1), "D": ("D", 1), "W": ("W", 1), "F": ("W", 2), "N": ("M", 1),
    "Q": ("M", 3), "Y": ("Y", 1), "E": ("Y", 10), "C": ("Y", 100), "L": ("Y", 1000), "V": ("Y", 25),
}  # fmt: skip
_OPEN = {"N": "M", "F": "W"}
_SMALLER = {"Y": ("M", 12), "H": ("M", 60), "M": ("S", 60)}


def period(count: float | None, unit: str) -> str:
    """A count of a unit as TIMEX3 writes it; X for a count left open."""
    start = "PT" if unit in "SMH" else "P"
    if count is None:
        return f"{start}X{_OPEN.get(unit, unit)}"
    letter, times = _LENGTHS[unit]
    value = count * times
    if value == int(value):
        return f"{start}{int(value)}{letter}"
    if unit != "N" and letter in _SMALLER:
        smaller, parts = _SMALLER[letter]
        rest = (value - int(value)) * parts
        if rest == int(rest):
            return f"{start}{f'{int(value)}{letter}' * (value >= 1)}{int(rest)}{smaller}"
    return f"{start}{value:g}{letter}"


def counted(found: Expression) -> Worth:
    """Two weeks; the past few months; a 30-day; 2 1/2 years."""
    part = found.part(f"{COUNT}(?:RL|j?-?j?[UL])")
    if part is None or found.aged():
        return None
    if (
        found.before() == "o"
        and found.setting.lexicon.day_first
        and found.letters == "DL"
        and part.word("L") == "Y"
    ):
        return None  # "un homme de 45 ans"
    unit = part.word("UL") if len(part.meanings("UL")) == 1 else str(part.meanings("UL")[-1])
    count = amount(part)
    if found.part("[UL]&i?H") and count is not None:
        count += 0.5
    if unit == "Q" and (count == 1 or (count == 3 and "-" in found.letters)):
        return None  # a fourth part of something; three parts of four
    if unit == "N" and count in (6, 9):
        found.setting.quarter = None
    value = period(count, unit)
    each = "e" in found.letters and found.number("e") != 0
    if each or (found.letters == "iU" and found.before() not in tuple("pboqtaLUR,!|")):
        return SET, value
    return DURATION, value


def bare_units(found: Expression) -> Worth:
    """Years; weeks or months."""
    unit = found.word("L")
    if found.number("t") in (0, 2) and found.number("O") is None:
        return None  # "our days are counted"
    if found.before() == "o":
        return None  # "the number of days"
    if unit in "SQ" or found.aged() or (found.before() in tuple("-NDIYCt") and found.letters[0] == "L"):
        return None
    return DURATION, period(None, unit)


def every(found: Expression) -> Worth:
    """Every month; each Thursday; every two weeks."""
    part = found.word("P")
    day, month, season = found.number("W"), found.number("M"), found.word("S")
    if day:
        return SET, f"XXXX-WXX-{day}" + f"T{part}" * bool(part)
    if month:
        return SET, f"XXXX-{month:02}"
    if season:
        return SET, f"XXXX-{season}"
    if part:
        return SET, f"XXXX-XX-XXT{part}"
    if found.meanings("E"):
        return SET, "XXXX-WXX-WE"
    count = found.part(NUMBER)
    return SET, period(amount(count) if count else found.number("e") or 1, str(found.meanings("UL")[0]))


def weekdays(found: Expression) -> Worth:
    """Mondays; Friday nights."""
    part = found.word("P")
    return SET, f"XXXX-WXX-{found.number('GW')}" + f"T{part}" * bool(part)


def each_time(found: Expression) -> Worth:
    """Daily, weekly; not the Daily News."""
    if found.start in found.setting.words.capitals:
        return None
    return SET, found.word("J")


def stretch(found: Expression) -> Worth:
    """A while."""
    return DURATION, found.word("v")


EVERY = Rule("every", f"e(?:{NUMBER}|R|O)?(?:WP|[ULMWPSE])", every)
WEEKDAYS = Rule("weekdays", "GP?", weekdays)
EACH_TIME = Rule("each time", "J", each_time)
COUNTED = Rule("counted", f"e?q?(?:t?[RO]|[tu])?j?q?{COUNT}(?:RL|j?-?j?[UL](?:&i?H)?)j?", counted)
STRETCH = Rule("stretch", "v", stretch)
BARE_UNITS = Rule("bare units", "t?O?L(?:[r&]L)?", bare_units)
