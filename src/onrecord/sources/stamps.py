"""What the tool that saved a page wrote at its head: the page's address and when it was saved.

SingleFile, the browsers' own "Save page as", HTTrack and the Wayback Machine each leave a comment.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone

_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n]{10,80}))?")
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_MIRRORED = re.compile(r"<!--\s*Mirrored from (\S+) by HTTrack Website Copier[^,>]*,\s*([^>]{10,60}?)\s*-->")
_WAYBACK = re.compile(r"FILE ARCHIVED ON (\d\d:\d\d:\d\d \w{3} \d\d, \d{4}) AND RETRIEVED FROM")
_CLOCK = re.compile(
    r"(?:\w{3},? )?(?:(?P<mon>\w{3}) (?P<day>\d{1,2})|(?P<day2>\d{1,2}) (?P<mon2>\w{3})),? (?P<year>\d{4}) "
    r"(?P<h>\d{1,2}):(?P<m>\d\d):(?P<s>\d\d)(?: GMT(?P<off>[+-]\d{4})?)?"
)
_MONTHS = {
    name: n
    for n, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """The address and the time of saving; None where the comment has none."""

    url: str | None = None
    saved: datetime | None = None


def stamp_of(source: str) -> Stamp:
    """What the saving tool says of the page."""
    head = source[:4096]
    if found := _SINGLE_FILE.search(head):
        return Stamp(_address(found[1]), _clock(found[2] or ""))
    if found := _SAVED_FROM.search(head):
        return Stamp(_address(found[1]))
    if found := _MIRRORED.search(head):
        # HTTrack leaves the scheme out, and then the address is a guess that we do not make
        return Stamp(_address(found[1]), _clock(found[2]))
    # the Wayback Machine writes its comment at the foot
    if found := _WAYBACK.search(source[-8192:]):
        return Stamp(None, _wayback(found[1]))
    return Stamp()


def _address(value: str) -> str | None:
    return value if re.match(r"https?://", value) else None


def _clock(value: str) -> datetime | None:
    found = _CLOCK.match(value.strip())
    if not found:
        return None
    month = _MONTHS.get((found["mon"] or found["mon2"]).lower())
    if month is None:
        return None
    zone = UTC
    if offset := found["off"]:
        minutes = int(offset[1:3]) * 60 + int(offset[3:5])
        if minutes >= 24 * 60:
            return None
        zone = timezone(timedelta(minutes=-minutes if offset[0] == "-" else minutes)) if minutes else UTC
    elif "GMT" not in found[0]:
        return None
    try:
        return datetime(
            int(found["year"]), month, int(found["day"] or found["day2"]),
            int(found["h"]), int(found["m"]), int(found["s"]), tzinfo=zone,
        )  # fmt: skip
    except ValueError:
        return None


def _wayback(value: str) -> datetime | None:
    try:
        hour, minute, second = (int(part) for part in value[:8].split(":"))
        month = _MONTHS[value[9:12].lower()]
        return datetime(int(value[17:21]), month, int(value[13:15]), hour, minute, second, tzinfo=UTC)
    except (ValueError, KeyError):
        return None
