"""Lines that say themselves what they are: contributors, corrections, notes, reader service, copyright."""

from dataclasses import dataclass

from ..languages.editors_lines import contributors, corrections, service
from ..record import BODY_ROLES, Role
from .contributors import is_contributor, names_source_agency, opens_as_contributor
from .corrections import is_correction, opens_as_correction, opens_as_editors_word
from .drafts import Draft
from .marks import Mark
from .phrases import Openings
from .rights import is_copyright, is_sign, may_claim
from .service import ADDRESS, asks_plainly, serves_reader

_OPENINGS = Openings(
    (
        *contributors.BEGINS,
        *contributors.WORKED,
        *contributors.USED,
        *corrections.BEGINS,
        *corrections.EDITORS_BEGIN,
        *service.BEGINS,
    )
)
"""How any of these lines begins: nearly every line of a page begins otherwise, and is asked nothing further."""
_BEFORE, _AFTER = 14, 40
_LONG, _LONGEST = 300, 700
_SAID_OTHERWISE = frozenset({Role.HEADLINE, Role.CAPTION, Role.CREDIT, Role.COMMENT})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MENU_LINES = 3
"""Line breaks from which a block that begins like a note is a menu."""
_SHORTEST = 12


@dataclass(slots=True)
class _Line:
    """A line that may say itself what it is, and what all that look at it ask."""

    draft: Draft
    n: int
    text: str
    marks: frozenset[Mark]
    inside: bool
    """Whether it is taken for the story's own."""
    at_edge: bool
    """Whether it stands by the story's head or end; in a short story every line does."""
    opens: bool
    """Whether it begins as any of these lines does."""

    @property
    def size(self) -> int:
        """How many letters it has."""
        return len(self.text)

    @property
    def is_enough(self) -> bool:
        """Whether it is long enough to say something; other scripts than Latin need fewer letters."""
        return (25 if self.text.isascii() else _SHORTEST) < self.size < _LONGEST


def name_lines(draft: Draft) -> None:
    """Name them, in and round the story."""
    start = draft.headline if 0 <= draft.headline < draft.first else max(0, draft.first - _BEFORE)
    stop = min(len(draft.parts), draft.last + _AFTER)
    for n in range(start, stop):
        line = _line_at(draft, n)
        if line is None:
            continue
        for says, role, confidence, reason in _KINDS:
            if says(line):
                draft.name(n, role, confidence, reason)
                break
    _name_rights_far_away(draft, stop)


def _line_at(draft: Draft, n: int) -> _Line | None:
    """A line as those that look at it see it; None where it is plain that it says nothing of the kind."""
    part = draft.parts[n]
    text = part.block.text
    if part.role in _SAID_OTHERWISE and not (part.role is Role.CREDIT and _signs(draft, n, text)):
        return None
    inside = part.role in BODY_ROLES
    few = draft.last - draft.first + 1 < 8
    at_edge = n >= draft.last - 6 or n <= draft.first + 2 or few
    if inside and not at_edge and len(text) > _LONG:
        return None  # a long paragraph in the middle of the story is the story
    opens = len(text) < _LONGEST and _OPENINGS.match(text) is not None
    return _Line(draft, n, text, draft.marks[n], inside, at_edge, opens)


def _signs(draft: Draft, n: int, text: str) -> bool:
    """Whether what looks like a picture's credit is none: `(mit dpa/AFP)` in brackets, `© AFP` under the story."""
    return (
        (n > draft.first and opens_as_contributor(text, n >= draft.last - 2))
        or (n > draft.last and draft.parts[n - 1].role is not Role.CAPTION and is_sign(text))
        or _says_whence(draft, n)
    )


def _contributes(line: _Line) -> bool:
    first, last = line.draft.first, line.draft.last
    if (
        Mark.CONTRIBUTOR in line.marks
        and line.size < 420
        and line.n > first - 3
        and (line.at_edge or line.size < 200)
        and is_contributor(line.text, line.inside)
        and not (line.n < first and Mark.BYLINE in line.marks)
    ):
        return True
    if line.n <= first or not (line.at_edge or not line.inside or line.size < 120):
        return False
    return opens_as_contributor(line.text, line.n >= last - 2, line.opens) or _says_whence(line.draft, line.n)


def _corrects(line: _Line) -> bool:
    if Mark.CORRECTION not in line.marks or line.size <= 25 or not (line.at_edge or line.size < 500):
        return False
    return is_correction(line.text)


def _begins_as_correction(line: _Line) -> bool:
    return line.is_enough and opens_as_correction(line.text, line.opens)


def _is_editors_word(line: _Line) -> bool:
    listed = line.text.count("\n") >= _MENU_LINES
    if (
        Mark.NOTE in line.marks
        and 25 < line.size < _LONGEST
        and (line.at_edge or not line.inside)
        and not listed
    ):
        return True
    return line.opens and line.is_enough and opens_as_editors_word(line.text)


def _claims_rights(line: _Line) -> bool:
    if line.n < line.draft.last - 3 or line.n <= line.draft.first or line.size >= 400:
        return False
    block = line.draft.parts[line.n].block
    if block.tag in _HEADINGS and "©" not in line.text:
        return False  # a heading of a story about rights
    return (Mark.COPYRIGHT in line.marks or may_claim(line.text)) and is_copyright(line.text)


def _parts(line: _Line) -> bool:
    return Mark.RULE in line.marks and line.inside


def _asks(line: _Line) -> bool:
    if line.n <= line.draft.headline:
        return False
    plain = line.opens and line.size < 500 and asks_plainly(line.text)
    marked = Mark.READER_SERVICE in line.marks or (not line.marks and ADDRESS.match(line.text))
    if not plain and not (line.size < _LONG and marked):
        return False
    return serves_reader(line.draft, line.n, line.text, line.inside)


_KINDS = (
    (_contributes, Role.CONTRIBUTOR, 0.9, "it says who else took part in the reporting"),
    (_corrects, Role.CORRECTION, 0.9, "it says what was put right or brought up to date"),
    (_begins_as_correction, Role.CORRECTION, 0.85, "it begins as a correction does"),
    (_is_editors_word, Role.NOTE, 0.85, "it is the editors' own word to the reader"),
    (_claims_rights, Role.COPYRIGHT, 0.9, "it says whose the rights are"),
    (_parts, Role.FURNITURE, 0.95, "a line that parts, without words"),
    (_asks, Role.READER_SERVICE, 0.8, "it asks the reader for something or leads elsewhere"),
)
"""What a line may say it is, in the order in which it is asked."""


def _name_rights_far_away(draft: Draft, stop: int) -> None:
    """The site's own claim of rights at the foot of the page; failing any, one above the story."""
    for n in range(stop, len(draft.parts)):
        text = draft.parts[n].block.text
        if draft.parts[n].role is Role.FURNITURE and len(text) < 300 and may_claim(text):
            if is_copyright(text):
                draft.name(n, Role.COPYRIGHT, 0.85, "it says whose the rights are")
    if draft.has(Role.COPYRIGHT):
        return
    for n in range(draft.first):
        text = draft.parts[n].block.text
        if draft.parts[n].role is Role.FURNITURE and len(text) < 200 and Mark.COPYRIGHT in draft.marks[n]:
            if is_copyright(text):
                draft.name(n, Role.COPYRIGHT, 0.6, "it says whose the rights are, above the story")


def _says_whence(draft: Draft, n: int) -> bool:
    """Whether a line at the story's end names the agencies that the news is from, and not a picture's."""
    if n < draft.last or not names_source_agency(draft.parts[n].block.text):
        return False
    if draft.parts[n - 1].role is Role.CAPTION:
        return False
    at = draft.parts[n].block.container
    while at >= 0:
        if draft.containers[at].tag == "figure":
            return False
        at = draft.containers[at].parent
    return True
