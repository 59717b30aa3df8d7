"""SingleFile's self-extracting pages: a page that holds a zip archive, in which stands the page that was saved.

A browser sees a script that opens the archive; the plain kind, without an archive, is a page like any other.
"""

from dataclasses import dataclass
from io import BytesIO

from .limits import Limits, Unreadable
from .stamps import Stamp, stamp_of
from .zips import entries, read_entry

_HEAD = 4096
_MARK = b"Page saved with SingleFile"
_END = b"PK\x05\x06"
_END_WITHIN = 66_000  # so far from its end a zip archive's list may be


@dataclass(frozen=True, slots=True)
class Packed:
    """The page inside, and what the page outside says of its address and time."""

    data: bytes
    stamp: Stamp


def packed_in(data: bytes, *, where: str, limits: Limits) -> Packed | None:
    """The page that a self-extracting page holds; None for every other page."""
    head = data[:_HEAD]
    if _MARK not in head or _END not in data[-_END_WITHIN:]:
        return None
    file = BytesIO(data)
    try:
        found = entries(file, where, limits=limits)
        page = next(entry for entry in found if entry.name == "index.html")
        inside = read_entry(file, page, f"{where}!index.html", limits)
    except (Unreadable, StopIteration):
        return None  # a page that only says so, or a damaged one: what a reader without scripts sees is read
    return Packed(inside, stamp_of(head.decode("latin-1")))
