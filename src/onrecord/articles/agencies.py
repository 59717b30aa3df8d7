"""News agencies: their names and short names, in datelines, bylines, credits and signs at a story's end."""

import re
from functools import lru_cache

from ..languages.agencies import AGENCIES, INITIALS, PICTURE_SERVICES

_BY_NAME: dict[str, str] = {}
for _short, _names in AGENCIES.items():
    _BY_NAME.setdefault(_short.casefold(), _short)
    for _name in _names.split("|"):
        _BY_NAME.setdefault(_name.casefold(), _short)


@lru_cache(maxsize=1024)  # a page asks for the same few names again and again
def agency_of(name: str) -> str | None:
    """The short name of the agency that a string names, and nothing else; None if it is no agency's name."""
    name = name.strip(" \t()[].,:;–—-|/*")
    if not name or len(name) > 60:
        return None
    folded = name.casefold()
    found = _BY_NAME.get(folded)
    if found is None:
        trimmed = re.sub(
            r"(?i)^(?:by|from|source|quelle|via|von|the|by the|with|fuente|fonte|агентство|nach)\s*:?\s+|"
            r"\s+(?:news agency|news wire|newswire|wire|wire services?|staff|news|newsroom|agency|writers?|reports?|reporters?)$",
            "",
            folded,
        ).strip()
        found = _BY_NAME.get(trimmed)
        if found is None or trimmed == folded:
            return found
        return found if len(trimmed) > 3 or trimmed.upper() in name else None
    if folded in INITIALS and not name.isupper():
        return None
    return found


_JOINT = re.compile(r"\s*(?:[/,;+&|]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bmit\b|\bwith\b)\s*")


def agencies_in(name: str) -> tuple[str, ...]:
    """The agencies that a joined name lists (`dpa/AFP`, `AP and Reuters`); empty if any part is none."""
    whole = agency_of(name)
    if whole:
        return (whole,)
    known: dict[str, None] = {}
    at = 0
    for start, end in (*(joint.span() for joint in _JOINT.finditer(name)), (len(name), len(name))):
        if at < start:
            agency = agency_of(name[at:start])
            if not agency:
                return ()
            known[agency] = None
        at = end
    return tuple(known)


def is_picture_service(name: str) -> bool:
    """Whether a string is a picture agency or a place pictures come from, rather than a person."""
    return name.strip(" .()").casefold() in PICTURE_SERVICES or agency_of(name) is not None
