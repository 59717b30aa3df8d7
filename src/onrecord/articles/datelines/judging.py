"""Whether pieces, with the mark behind them, make a dateline."""

import re
from dataclasses import dataclass, replace

from ...languages.places import CITIES
from ..agencies import agency_of
from .days import is_day
from .heads import Head
from .pieces import ENDS, STOP, UPPER, Piece, Sort
from .places import in_capitals, is_short, may_be_desk, may_be_owner, may_be_place

_SENTENCE = re.compile(rf"\.\s+[{UPPER}]")
_STROKE = re.compile(r"\s*/\s+")


@dataclass(frozen=True, slots=True)
class _Told:
    """What the pieces tell; `bracketed`: the agency stands in brackets or between strokes."""

    place: str | None
    day: str | None
    agency: str | None
    bracketed: bool


@dataclass(frozen=True, slots=True)
class _Behind:
    """What stands behind the pieces: a mark or none, where the story goes on, and its first letter."""

    head: str
    at: int
    mark: str
    after: int
    opens: str

    @property
    def starts_sentence(self) -> bool:
        """Whether no word goes on in small letters."""
        return not self.opens.islower()

    @property
    def stopped(self) -> bool:
        """Whether a mark, a full stop or a comma parts the pieces from the story."""
        return bool(self.mark or STOP.match(self.head, self.at))

    @property
    def blank_before(self) -> bool:
        """Whether the mark does not touch the pieces."""
        return self.head[self.at : self.at + 1] in " ."


def judge(head: str, pieces: list[Piece], at: int, loose: bool) -> Head | None:
    """The dateline that the pieces make, if they make one."""
    told, behind = _told(pieces), _behind(head, at)
    if told.agency is None and told.place and behind.mark and (parted := _agency_closing(told.place)):
        told = replace(told, place=parted[0], agency=parted[1])
        if told.place is None and not (behind.opens.isupper() and not behind.mark.strip("-—–")):
            return None
    if told.bracketed and told.place is None and told.agency and _is_city(told.agency):
        # `(Leipzig) - Von ...`, as German press offices write
        told = replace(told, place=told.agency, agency=None)
        loose = loose and bool(behind.mark)
    if not (_by_agency(told, behind, loose) if told.agency else _by_place(told, behind, pieces[0], loose)):
        return None
    start, end = pieces[0].start, pieces[-1].end
    day = told.day.strip(" ,.") if told.day else None
    return Head(head[start:end].strip(), told.place, told.agency, day, start, max(behind.after, end))


def _behind(head: str, at: int) -> _Behind:
    ends = ENDS.match(head, at) or (_STROKE.match(head, at) if "/" in head[:at] else None)
    after = ends.end() if ends else at
    return _Behind(head, at, ends[0].strip(" .।") if ends else "", after, head[after:].lstrip()[:1])


def _is_city(agency: str) -> bool:
    return agency.split(",")[0].casefold() in CITIES


def _by_agency(told: _Told, behind: _Behind, loose: bool) -> bool:
    """Whether pieces with an agency, or what may be one, make a dateline."""
    place, agency = told.place, told.agency or ""
    if _known(agency):
        if not told.bracketed:
            if behind.stopped:
                return True
        else:
            # `The Associated Press (AP) said` names the agency, and begins no story of its
            named = bool(place or told.day or behind.at < 16)
            return bool(behind.mark) or (
                behind.starts_sentence and named and not (place and agency_of(place))
            )
    if not place:
        plain = behind.mark in ("—", "–", "-", "--") and behind.opens.isupper()
        return loose and plain and may_be_owner(agency)
    if not may_be_place(place) or not (behind.mark or (told.day and behind.stopped)):
        return False
    if may_be_desk(agency) and (loose or told.day or in_capitals(place)):
        return True
    return bool(told.day) and not re.search(r"\s", agency)


def _by_place(told: _Told, behind: _Behind, first: Piece, loose: bool) -> bool:
    """Whether a place, with a day or alone, makes a dateline."""
    place = told.place
    if not place or not may_be_place(place) or "\n" in behind.head[first.start : behind.after]:
        return False
    if told.day:
        named = any(c.isalpha() for c in told.day)
        return bool(behind.mark) and named and first.sort is Sort.PLACE
    if first.sort is Sort.BRACKETS:
        return loose
    if behind.mark and not behind.mark.strip("-—–―") and _before_dash(place, behind, loose):
        return True
    if behind.mark == ":" and behind.head[behind.after - 1] == " " and _before_colon(place, behind, loose):
        return True
    # German papers: `Berlin. Der Bundestag ...`; only a single word is safe
    single = " " not in place and "," not in place and len(place) > 2
    return loose and single and is_short(place) and bool(_SENTENCE.match(behind.head, behind.at))


def _before_dash(place: str, behind: _Behind, loose: bool) -> bool:
    """`OSLO —`, and with `loose` also `Oslo —`."""
    wide = any(dash in behind.mark for dash in ("—", "–", "--")) or behind.blank_before
    spaced = behind.starts_sentence and behind.opens != "" and wide
    set_off = behind.mark != "-" or behind.head[behind.after - 1] == " " or behind.blank_before
    capitals = in_capitals(place)
    return set_off and behind.starts_sentence and (capitals or (loose and spaced and is_short(place)))


def _before_colon(place: str, behind: _Behind, loose: bool) -> bool:
    """`Oslo, Norway:` is a place before a colon, `Verdict:` is not."""
    towns = [town.strip() for town in place.split(",")]
    with_country = len(towns) > 1 and len(place) < 40 and all(town[:1].isupper() for town in towns)
    known = loose and (in_capitals(place) or place.casefold() in CITIES)
    return known or (with_country and behind.opens.isupper())


def _told(pieces: list[Piece]) -> _Told:
    """Place, day and agency of the pieces.

    Brackets behind a place that are not the last say where it lies: `Halle (Saale) (dpa)`.
    """
    day = next((piece.text for piece in pieces if piece.sort is Sort.DAY), None)
    named = [n for n, piece in enumerate(pieces) if piece.sort is Sort.PLACE]
    agencies = [n for n, piece in enumerate(pieces) if piece.sort in (Sort.AGENCY, Sort.BRACKETS)]
    place = None
    if named:
        first = pieces[named[0]]
        place = first.text
        aside = named[0] + 1
        if aside in agencies and pieces[aside].sort is Sort.BRACKETS and agencies[-1] != aside:
            place = f"{first.text} {_bracketed(pieces[aside])}"
    if not agencies:
        return _Told(place, day, None, False)
    chosen = pieces[agencies[-1]]
    agency = re.sub(r"^[Кк]орр\.\s*", "", chosen.text)
    if (parted := re.fullmatch(r"(.{3,30}?) - (.+)", agency)) and is_day(parted[2]):
        agency, day = parted[1], parted[2]
    return _Told(place, day, agency, chosen.sort is Sort.BRACKETS)


def _bracketed(piece: Piece) -> str:
    return f"[{piece.text}]" if piece.mark == "[" else f"({piece.text})"


def _agency_closing(place: str) -> tuple[str | None, str] | None:
    """`Hong Kong CNN` parted into town and agency, `CNN` alone into none and the agency."""
    words = place.split(" ")
    for count in (3, 2, 1):
        if count <= len(words) and "," not in (name := " ".join(words[-count:])) and agency_of(name):
            before = " ".join(words[:-count]).strip(" ,")
            return (before or None), name
    return None


def _known(agency: str) -> bool:
    """Whether brackets hold an agency's name, alone, with its partner (`dpa/lno`) or with its desk (`CNN Business`)."""
    if agency_of(agency):
        return True
    parts = re.split(r"[/,]| via ", agency)
    return len(parts) > 1 and agency_of(parts[0]) is not None
