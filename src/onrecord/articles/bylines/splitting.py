"""The people that one byline names, each with role and outlet."""

import re

from ...languages.bylines import BETWEEN, OTHER_JOBS, WITH_WIRES
from ...record import Byline
from ..agencies import agencies_in, agency_of
from .jobs import is_role, without_job
from .leads import LEAD, LEAD_SHORT, WRITERS
from .names import CJK_NAME, is_name, tidy
from .outlets import Outlets, is_outlet, is_outlet_like, without_outlet

SPLIT = re.compile(BETWEEN)
ADDRESS = re.compile(r"(?:https?:)?//\S+|www\.\S+|\S+@\S+\.\w+|^@\w+$|\s@\w{2,}$")
LONGEST = 2_000
"""Letters of a byline: sixty writers of one story fill it. What runs on is no byline, and is dear to look through."""
_OTHER_JOBS = re.compile(OTHER_JOBS, re.I)
_WITH_WIRES = re.compile(WITH_WIRES, re.I)
_SEVERAL = re.compile(
    r",|&|\+|;|/|\s(?:and|und|et|y|och|og|en|with|mit|и|та|con|avec)\s|\s(?:AND|UND|ET|Y)\s|\S \S+ (?:e|i) \S+ \S"
)
_IN_BRACKETS = re.compile(r"\(([^()]{2,40})\)|\[([^\[\]]{2,40})\]")
_PLAIN = re.compile(r"(?i)(?:the )?[\w .’'-]{2,30}$")


def split_names(text: str, outlets: Outlets) -> list[Byline]:
    """The people that a byline names, each with role and outlet where it gives them."""
    if len(text) > LONGEST:
        return []
    text = " ".join(text.split()) if "\n" not in text else text
    text = _WITH_WIRES.sub("", _OTHER_JOBS.sub("", text))
    text = ADDRESS.sub("", text)
    text = WRITERS.sub("", LEAD.sub("", LEAD_SHORT.sub("", text))).strip(" ,.:;|·•-–—/")
    if not text:
        return []
    if outlets.names_itself(text):
        return []  # `Jobs & Hire`: to part it would make half of it a person
    text, told = _without_tail(text)
    if told:
        return [
            Byline(person.name, person.role, person.outlet or told) for person in split_names(text, outlets)
        ]
    name, job = without_job(text)
    if job:
        return [
            Byline(person.name, person.role or job, person.outlet) for person in split_names(name, outlets)
        ]
    text, outlet = without_outlet(text, outlets)
    if is_name(text) and not _SEVERAL.search(text):
        return [Byline(tidy(text), None, outlet)] if not outlets.holds(text) else []
    if brackets := _IN_BRACKETS.search(text):
        inside = brackets[1] or brackets[2]
        if outlets.holds(inside) or agencies_in(inside):
            outlet = inside
        text = (text[: brackets.start()] + ", " + text[brackets.end() :]).strip(" ,")
    found: list[Byline] = []
    for number, piece in enumerate(piece for piece in SPLIT.split(text) if piece and piece.strip()):
        if piece := LEAD.sub("", piece).strip(" ,.:;|·•-–—/()[]"):
            _take(found, piece, outlets, first=number == 0)
    if outlet:
        _fill(found, outlet=outlet)
    return found


def _take(found: list[Byline], piece: str, outlets: Outlets, *, first: bool) -> None:
    """Add the person that a piece of a byline names, or fill in what it says of those before it."""
    outlet_alone = bool(found) and is_outlet(piece)
    if is_name(piece) and not outlets.holds(piece) and not is_role(piece) and not outlet_alone:
        # one word behind others is a place more often than a person
        if " " in piece or first or (not piece.isascii() and CJK_NAME.match(piece)):
            found.append(Byline(tidy(piece)))
        return
    if not found:
        return
    last = found[-1]
    like_outlet = outlet_alone or outlets.holds(piece) or (_PLAIN.match(piece) and is_outlet_like(piece))
    if like_outlet and last.outlet is None:
        if outlet_alone or not is_role(piece) or outlets.names_itself(piece):
            _fill(found, outlet=piece)
            return
    if is_role(piece) and last.role is None:
        _fill(found, role=piece)


PARTED = re.compile(r"\s+[-–—~]+\s+")
_FOR = re.compile(
    r"\s*,?\s+(?:(?P<special>[Ss]pecial to )|for |vo[mn] |da |de )(?=(?:the |The )?[A-ZÀ-Þ])(?P<outlet>(?:the |The )?[\w .&’'-]{2,40})$"
)
_WITH = re.compile(r"\s*[,(]?\s*\b(?:with|avec|mit|con|com|met)\s+(?P<agency>[^()]{2,30}?)\)?\s*$")
_PLACES = re.compile(
    r"(?<=[^\W\d_.])\s+(?:in|en|à|aus|from|w|i)\s+(?-i:[A-ZÀ-Þ])[\w.’'-]*(?:[ -][A-ZÀ-Þ][\w.’'-]*){0,2}(?=$|\s*,|\s+(?:and|und|et|y|e|og|och|en)\s|\s*[|;&])"
)


def _without_tail(text: str) -> tuple[str, str | None]:
    """A byline without the places its people write from, and the outlet it says that they write for, if it does.

    `Mara Quill in Oslo and Ivo Lund in London`, `Mara Quill for Reuters`, `Mara Quill Special to the Post`.
    """
    if (match := _WITH.search(text)) and agencies_in(match["agency"]):
        text = text[: match.start()]
    if (match := _FOR.search(text)) and " " in text[: match.start()].strip():
        outlet = match["outlet"]
        if match["special"]:
            return text[: match.start()], match["special"].strip() + " " + outlet
        if agency_of(outlet) or match[0].lstrip(" ,").startswith("for "):
            return text[: match.start()], outlet
    shorter = _PLACES.sub("", text)
    return (shorter if " " in shorter.strip() else text), None


def _fill(found: list[Byline], role: str | None = None, outlet: str | None = None) -> None:
    """Give the last people of a byline what stands behind them: `A and B, Associated Press` speaks of both."""
    for n in range(len(found) - 1, -1, -1):
        name = found[n]
        if outlet is not None and name.outlet is None:
            found[n] = Byline(name.name, name.role, outlet)
        elif role is not None and name.role is None and n == len(found) - 1:
            found[n] = Byline(name.name, role, name.outlet)
            break
        else:
            break
