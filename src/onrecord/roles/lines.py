"""Lines that say themselves what they are: contributors, corrections, notes, reader service, copyright."""

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
_LONG = 300
_SAID_OTHERWISE = frozenset({Role.HEADLINE, Role.CAPTION, Role.CREDIT, Role.COMMENT})
_SHORTEST = 12


def name_lines(draft: Draft) -> None:
    """Name them, in and round the story."""
    start = draft.headline if 0 <= draft.headline < draft.first else max(0, draft.first - _BEFORE)
    stop = min(len(draft.parts), draft.last + _AFTER)
    size = draft.last - draft.first + 1
    for n in range(start, stop):
        part = draft.parts[n]
        role = part.role
        text = part.block.text
        if role in _SAID_OTHERWISE:
            # `(mit dpa/AFP)` in brackets and `© AFP` under the story look like a picture's credit
            signs = role is Role.CREDIT and (
                (n > draft.first and opens_as_contributor(text, n >= draft.last - 2))
                or (n > draft.last and draft.parts[n - 1].role is not Role.CAPTION and is_sign(text))
                or _says_whence(draft, n)
            )
            if not signs:
                continue
        inside = role in BODY_ROLES
        at_edge = n >= draft.last - 6 or n <= draft.first + 2 or size < 8
        if inside and not at_edge and len(text) > _LONG:
            continue  # a long paragraph in the middle of the story is the story
        marks = draft.marks[n]
        opens = len(text) < 700 and _OPENINGS.match(text) is not None
        if (
            Mark.CONTRIBUTOR in marks
            and len(text) < 420
            and n > draft.first - 3
            and (at_edge or len(text) < 200)
            and is_contributor(text, inside)
            and not (n < draft.first and Mark.BYLINE in marks)
        ) or (
            n > draft.first
            and (at_edge or not inside or len(text) < 120)
            and (opens_as_contributor(text, n >= draft.last - 2, opens) or _says_whence(draft, n))
        ):
            draft.name(n, Role.CONTRIBUTOR, 0.9, "it says who else took part in the reporting")
            continue
        if (
            Mark.CORRECTION in marks
            and len(text) > 25
            and (at_edge or len(text) < 500)
            and is_correction(text)
        ):
            draft.name(n, Role.CORRECTION, 0.9, "it says what was put right or brought up to date")
            continue
        enough = len(text) > (25 if text.isascii() else _SHORTEST)
        if enough and len(text) < 700 and opens_as_correction(text, opens):
            draft.name(n, Role.CORRECTION, 0.85, "it begins as a correction does")
            continue
        if Mark.NOTE in marks and 25 < len(text) < 700 and (at_edge or not inside):
            draft.name(n, Role.NOTE, 0.85, "it is the editors' own word to the reader")
            continue
        if opens and enough and len(text) < 700 and opens_as_editors_word(text):
            draft.name(n, Role.NOTE, 0.85, "it is the editors' own word to the reader")
            continue
        if n >= draft.last - 3 and n > draft.first and len(text) < 400:
            if (Mark.COPYRIGHT in marks or may_claim(text)) and is_copyright(text):
                draft.name(n, Role.COPYRIGHT, 0.9, "it says whose the rights are")
                continue
        if Mark.RULE in marks and inside:
            draft.name(n, Role.FURNITURE, 0.95, "a line that parts, without words")
            continue
        plain = opens and len(text) < 500 and asks_plainly(text)
        asking = len(text) < _LONG and (Mark.READER_SERVICE in marks or (not marks and ADDRESS.match(text)))
        if n > draft.headline and (plain or asking):
            if serves_reader(draft, n, text, inside):
                draft.name(n, Role.READER_SERVICE, 0.8, "it asks the reader for something or leads elsewhere")
    # the site's own line stands at the foot of the page
    for n in range(stop, len(draft.parts)):
        part = draft.parts[n]
        if part.role is Role.FURNITURE and len(part.block.text) < 300 and may_claim(part.block.text):
            if is_copyright(part.block.text):
                draft.name(n, Role.COPYRIGHT, 0.85, "it says whose the rights are")

    if not draft.has(Role.COPYRIGHT):
        for n in range(draft.first):
            part = draft.parts[n]
            if (
                part.role is Role.FURNITURE
                and len(part.block.text) < 200
                and Mark.COPYRIGHT in draft.marks[n]
            ):
                if is_copyright(part.block.text):
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
