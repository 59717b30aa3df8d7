"""Contributor lines: whom they name, and from where."""

import re

from ..languages.editors_lines import contributors as lines
from ..record import Contributor, Part
from .agencies import agencies_in
from .bylines import is_name

_UPPER = "A-ZÀ-ÖØ-ÞŚŁŻŹĆŃČŠŽĐŘŤĎŇŮĚĞİŞ"
_PART = rf"(?:[{_UPPER}][\w’'.-]*[\w’']|[{_UPPER}]\.?)"
_NAME = re.compile(
    rf"{_PART}(?:\s+(?:(?:de|del|della|di|da|do|dos|das|du|la|le|van|von|der|den|ter|al|bin|ibn|el)\s+)*{_PART}){{1,4}}"
)
_PLACES = re.compile(
    rf"\s+(?:in|from|aus|à|en|de|da|di|w|v)\s+((?:[{_UPPER}][\w’'.-]*)(?:[ -][{_UPPER}][\w’'.-]*){{0,3}}(?:,\s+[{_UPPER}][\w’'.]*(?: [{_UPPER}][\w’'.]*)?(?=[,.;)]|\s+(?:and|contribut)))?)"
)
_TITLES = re.compile(lines.TITLES, re.I)
_VERBS = re.compile(
    rf"\b(?:additional |original |audio |video )?(?:{lines.WORK})\b(?:\s*\)|\s+(?:en español\b\s*)?(?:and|by|from|to|von|de la|de|des|d[’']|der|for|por|par|da|di|do)\b|\s+d[’'])*\s*:?",
    re.I,
)
_FROM_WHOM = re.compile(rf"\b(?:{lines.WORK})\s+(?:en español\s+)?(?:from|de|von|da|di|à|por)\b", re.I)
# `NBC News’ Mara Quill`, `CNN's Mara Quill`
_WHOSE = re.compile(rf"(?:[{_UPPER}][\w.&]*\s){{0,3}}[{_UPPER}][\w.&]*(?:[’']s|(?<=s)[’'])\s+(?=[{_UPPER}])")
_END = re.compile(lines.THIS_STORY, re.I)


def read_contributor(part: Part) -> Contributor:
    """The names and places in a contributor line; agencies are no names."""
    text = part.block.text
    names: list[str] = []
    places: list[str] = []
    rest = _END.sub("", text)
    rest = re.sub(
        r"\b(?:The )?Associated Press\b|\bAgence France-Presse\b|\bThomson Reuters\b|\bThe Canadian Press\b",
        "AP",
        rest,
    )
    rest = re.sub(r"\b[Bb]ei Rückfragen\b.*$", "", rest)
    rest = _WHOSE.sub(" ; ", re.sub(r"\b(?:de|du|von|der|di|da|do)\s+(?:l[’'])?(?:The )?AP\b", " ; ", rest))
    rest = re.sub(
        r"\b(?:reported|reports|contributed)((?: reporting| research)?) from\b", r"reported\1 in", rest
    )
    rest = _FROM_WHOM.sub(" ; ", rest)
    for match in _PLACES.finditer(rest):
        place = match[1].rstrip(",.")
        if not agencies_in(place) and not re.search(
            r"(?i)\b(?:" + "press|news|reuters|times|post" + r")\b", place
        ):
            places.append(place)
    without = _PLACES.sub(" ; ", rest)
    without = _TITLES.sub(" ; ", without)
    without = _VERBS.sub(" ; ", without)
    for match in _NAME.finditer(without):
        name = match[0].strip(" .,")
        name = re.sub(r"^(?:With|By|And|From|Mit|Von|Avec|Con|Com|The|Der|Die|In|At|Also)\s+", "", name)
        if re.match(r"(?:Le|La|Les|El|Il|Das|Die|The)\s", name):
            continue
        if is_name(name) and not agencies_in(name) and " " in name and name not in names:
            names.append(name)
    return Contributor(text, tuple(names), tuple(dict.fromkeys(places)), part.block.source)
