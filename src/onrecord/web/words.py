"""How days, numbers and lit words are written on a page."""

import re
from calendar import month_abbr, month_name
from collections.abc import Iterable
from datetime import date, datetime

from markupsafe import Markup, escape

from onrecord.record import Span

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


_SHORT = dict(zip(month_name, month_abbr, strict=True))


def day(value: str | date | None) -> str:
    """21 May 2022; no more exact than what is given; nothing for None."""
    if value is None:
        return ""
    found = _ISO.match(value if isinstance(value, str) else value.isoformat())
    if found is None:
        return str(value)
    year, month, number = found.groups()
    if month is None or not 1 <= int(month) <= 12:
        return year.lstrip("0")
    if number is None:
        return f"{month_name[int(month)]} {year.lstrip('0')}"
    return f"{int(number)} {month_name[int(month)]} {year.lstrip('0')}"


def short_day(value: str | date | None) -> str:
    """21 May 2022, with the month in three letters: for lists, where days stand below one another."""
    return " ".join(_SHORT.get(word, word) for word in day(value).split(" "))


def moment(value: str | date | datetime | None) -> str:
    """21 May 2022, 12:53, with the offset where it is known."""
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value) if len(value) > 10 else value
        except ValueError:
            return str(value)
    if not isinstance(value, datetime):
        return day(value)
    offset = value.strftime("%z")
    zone = "" if not offset else " UTC" if offset == "+0000" else f" {offset[:3]}:{offset[3:5]}"
    return f"{day(value)}, {value:%H:%M}{zone}"


def sentence(words: str) -> str:
    """What a message says, as a sentence."""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")


def counted(number: int, one: str, many: str | None = None) -> str:
    """1 story, 2,000 stories."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def lit(text: str, spans: Iterable[Span], *, before: bool = False, after: bool = False) -> Markup:
    """Text with the words at these spans marked; an ellipsis where there is more before or after."""
    pieces = ["… " if before else ""]
    at = 0
    for span in sorted(spans):
        start, end = max(span.start, at), min(span.end, len(text))
        if start < end:
            pieces += (str(escape(text[at:start])), "<mark>", str(escape(text[start:end])), "</mark>")
            at = end
    pieces += (str(escape(text[at:])), " …" if after else "")
    return Markup("".join(pieces))
