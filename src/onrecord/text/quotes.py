"""Quotation marks: what stands between them, in any of the styles that newspapers use.

A quotation ends at its closing mark or with its paragraph. News style opens every further paragraph of
a running quotation anew and closes only the last, so a quotation that a paragraph cuts off and the next
paragraph takes up is marked as running.
"""

import re
from dataclasses import dataclass, replace

# What each opening mark may be closed by. Straight marks close themselves. Two single marks set as one are a double
# one: newspaper databases write so, and TeX.
_CLOSERS = {
    "“": ("”", "“"),
    "„": ("“", "”", '"'),
    "«": ("»",),
    "»": ("«",),
    "”": ("”",),
    '"': ('"', "”"),
    "‘": ("’", "'"),
    "‚": ("‘", "’"),
    "'": ("'", "’"),
    "‹": ("›",),
    "›": ("‹",),
    "''": ("''",),
    "``": ("''",),
}
_SINGLE = "‘‚'‹›"
_MARK = re.compile("''|``|[“”„«»\"‘‚’'‹›\n]")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks: [start, end) with the marks."""

    start: int
    end: int
    closed: bool
    """Whether its closing mark is there; if not, it ends with its paragraph."""
    depth: int
    """0 for a quotation, 1 for a quotation within one."""
    single: bool
    """Whether its marks are single ones."""
    running: bool = False
    """Whether the next paragraph takes it up again."""
    width: int = 1
    """How many characters each of its marks has."""

    @property
    def inner(self) -> tuple[int, int]:
        """The span between the marks."""
        return self.start + self.width, self.end - self.width * self.closed


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Get the quotations of the text, in the order in which they begin."""
    found: list[Quotation] = []
    open_: list[tuple[int, str]] = []
    single_ends = _single_ends(text)

    def close(end: int, closed: bool) -> None:
        start, mark = open_.pop()
        if end - start > len(mark) * (1 + closed):
            found.append(Quotation(start, end, closed, len(open_), mark in _SINGLE, width=len(mark)))

    def take(at: int, mark: str) -> bool:
        """Close or open a quotation by a mark, if it can do either."""
        if open_ and mark in _CLOSERS[open_[-1][1]] and (mark not in "’'" or _may_close_single(text, at)):
            close(at + len(mark), True)
        elif len(open_) == 2 and mark in _CLOSERS[open_[0][1]] and open_[0][1] not in _SINGLE:
            close(at, False)
            close(at + len(mark), True)
        elif len(open_) < 2 and _may_open(text, at, mark, open_, single_ends):
            open_.append((at, mark))
        else:
            return False
        return True

    for match in _MARK.finditer(text):
        at, mark = match.start(), match.group()
        if mark == "\n":
            while open_:
                close(at, False)
        elif not take(at, mark) and mark == "''" and open_ and open_[-1][1] in _SINGLE:
            take(at, "'")  # it closes a single one, and whatever the other belongs to
    while open_:
        close(len(text), False)
    found.sort(key=lambda quotation: (quotation.start, -quotation.end))
    return tuple(_mark_running(text, found))


def _may_open(
    text: str, at: int, mark: str, open_: list[tuple[int, str]], single_ends: dict[int, int]
) -> bool:
    """Whether a mark can begin a quotation where it stands."""
    before = text[at - 1] if at else "\n"
    after = text[at + len(mark)] if at + len(mark) < len(text) else "\n"
    if mark == "’":
        return False
    if mark in "'‘":
        # An apostrophe looks the same; it opens nothing unless something closes it in its paragraph.
        if before.isalnum() or after.isspace() or not (after.isalnum() or after in '“"[($.…'):
            return False
        return at in single_ends and (not open_ or open_[-1][1] not in _SINGLE)
    if open_ and (mark in _SINGLE) == (open_[-1][1] in _SINGLE) and mark != "„":
        return False
    if len(mark) > 1:
        return not (before.isalnum() or after.isspace())
    if mark == '"':
        return not (before.isdigit() and not after.isalnum())  # 5'10"
    if mark in "”»›":
        return not before.isalnum() and not after.isspace()
    return True


def _may_close_single(text: str, at: int) -> bool:
    """Whether ’ or ' can end a quotation where it stands: after something, not before a letter."""
    after = text[at + 1] if at + 1 < len(text) else "\n"
    return not text[at - 1].isspace() and not after.isalnum()


def _single_ends(text: str) -> dict[int, int]:
    """Where each ' or ‘ would find a mark to close it in its own paragraph."""
    ends: dict[int, int] = {}
    closer = None
    for match in reversed(list(re.finditer("[‘’'\n]", text))):
        at, mark = match.start(), match.group()
        if mark == "\n":
            closer = None
            continue
        if closer is not None and mark != "’":
            ends[at] = closer
        if mark in "’'" and at and _may_close_single(text, at):
            closer = at
    return ends


def _mark_running(text: str, found: list[Quotation]) -> list[Quotation]:
    """Mark the quotations that end with their paragraph and go on in the next."""
    starts = {quotation.start for quotation in found}
    out = []
    for quotation in found:
        if not quotation.closed and quotation.depth == 0:
            at = quotation.end
            while at < len(text) and text[at].isspace():
                at += 1
            if at in starts:
                quotation = replace(quotation, running=True)
        out.append(quotation)
    return out
