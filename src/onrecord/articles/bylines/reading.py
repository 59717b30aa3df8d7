"""The people of bylines: as the page declares them, as it prints them, as names alone."""

import re
from collections.abc import Iterable

from ...languages.bylines import READING_TIME
from ...record import Byline
from ...text.dates import find_dates
from ..agencies import agencies_in, agency_of
from ..headlines import folded
from .east_asian import read_east_asian
from .jobs import is_role
from .leads import LEAD, LEAD_SHORT, WRITTEN_BY
from .names import CJK_NAME, NOT_NAMES, is_cjk_signature, is_name, is_signature, tidy
from .outlets import Outlets, names_outlet, without_outlet
from .splitting import ADDRESS, LONGEST, PARTED, SPLIT, split_names

_OUTLET_ADDRESS = re.compile(r"\((?:https?:|www\.)[^()]*\)\s*$")
"""`Deutsche Welle (www.dw.com)`: an outlet signs with its address, a person does not."""
_READING_TIME = re.compile(READING_TIME, re.I)
_HANDLE = re.compile(r"[^\W_](?:[\w.-]{0,28}[^\W_])?")


def read_declared(values: Iterable[str], outlets: Outlets) -> list[Byline]:
    """The people of declared author values, in order and once each."""
    found: list[Byline] = []
    for value in values:
        if len(value) > LONGEST:
            continue
        if ADDRESS.fullmatch(value.strip()) or _OUTLET_ADDRESS.search(value):
            continue
        for byline in split_names(value, outlets):
            found = _joined(found, byline)
    return found


def read_signature(value: str, outlets: Outlets, own_site: bool) -> list[Byline]:
    """The writer that a page declares to be a person where nobody else is named: of a site of the same name, or by a handle.

    A writer's own site bears the writer's name, and people in forums sign with a word of their own. `own_site` says that
    the page is no news outlet's, which may declare itself a person too.
    """
    if len(value) > LONGEST:
        return []
    name = tidy(value)
    words = name.replace("_", " ").replace(".", " ").replace("-", " ")
    if agencies_in(name) or NOT_NAMES.search(words) or is_role(words):
        return []
    if is_name(name) and " " in name:
        return [Byline(name)] if own_site or not outlets.holds(name) else []
    if (
        _HANDLE.fullmatch(name)
        and len(name) > 2
        and not outlets.holds(name)
        and any(c.isalpha() for c in name)
    ):
        return [Byline(name)] if not re.search(r"\.[a-z]{2,4}$", name) else []
    return []


def _joined(found: list[Byline], new: Byline) -> list[Byline]:
    for n, old in enumerate(found):
        if folded(old.name) == folded(new.name):
            found[n] = Byline(old.name, old.role or new.role, old.outlet or new.outlet)
            return found
    return [*found, new]


def read_printed(text: str, outlets: Outlets) -> list[Byline]:
    """The people of a printed byline: what stands before its date, without the words of buttons.

    A single word is a name only behind `By`: alone it is more often a button or a section. A whole paragraph is
    no byline, but somebody's portrait.
    """
    if not text.isascii() and (signed := read_east_asian(text)):
        return signed
    if len(text) > 220:
        return []
    dates = find_dates(text) if any(c.isdecimal() for c in text) else []
    if dates:
        before, after = text[: dates[0].start], text[dates[-1].end :]
        text = after if dates[0].start <= 3 or WRITTEN_BY.match(after.strip(" |·•,-–—")) else before
    text = re.sub(
        r"(?i)\b(?:follow|folgen|seguir|suivre|seguire|volg|updated|published|posted|last updated|aktualisiert|veröffentlicht|stand|publié|publicado|am|on|at)\b\s*:?\s*$",
        "",
        text.strip(" |·•,-–—/"),
    )
    text = re.sub(
        r"(?i)\s+(?:follow|folgen|seguir|share|email|contact|bio|twitter|facebook|profile)\b.*$", "", text
    )
    text = re.sub(r"(?<=[a-zß-ÿ])(?:Twitter|Facebook|Instagram|LinkedIn|Email|Follow)\b.*$", "", text)
    if not LEAD.match(text):
        text = re.sub(r"(?i)(?<=[a-zß-ÿ])\s+(?=by [A-Z])", ", ", text)
    text = _READING_TIME.sub("", text)
    text = re.sub(r"(?:\s+\d{1,4})+\s*$", "", text)
    words = text.split()
    half = len(words) // 2
    if half and len(words) % 2 == 0 and words[:half] == words[half:]:
        # a name that stands beside a picture described with it
        text = " ".join(words[:half])
    topic = re.search(r"\s+(?:in|on)\s+[a-z]", text)
    if topic and is_name(LEAD.sub("", text[: topic.start()])):
        text = text[: topic.start()]
    led = bool(LEAD.match(text) or LEAD_SHORT.match(text))
    if len(parted := PARTED.split(text)) == 2 and is_signature(LEAD.sub("", parted[0]).strip()):
        # `By Mara Quill — Harbour Post`, `Mara Quill — São Paulo`
        text = ", ".join(parted) if outlets.holds(parted[1]) or names_outlet(parted[1]) else parted[0]
    return [
        byline
        for byline in split_names(text, outlets)
        if " " in byline.name or led or (not byline.name.isascii() and CJK_NAME.match(byline.name))
    ]


_HOW_LONG = re.compile(
    r"(?i)[|·•,\s-]*(?:published|updated|posted|publicado|publié|veröffentlicht|aktualisiert|stand)?[:\s]*\d.*$|\s*@\w+.*$"
)
_PORTRAIT_OF = re.compile(
    r"(?i)^(?:headshot|bilde?|foto|photo|picture|image|portrait|porträt|email) (?:of|av|von|de|di|by)\s+"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]{2,40}\)\s*$")
_TWICE = re.compile(r"(.{5,60}?)\s*\1$")


def read_signed(text: str, outlets: Outlets) -> list[Byline]:
    """The people of a line that is nothing but full names, before a time if it tells one.

    So flat text keeps what a page sets apart by its looks: `Mara Quill, Ivo Lund`, `Mara Quill5 hours ago`.
    """
    bare = _PORTRAIT_OF.sub("", _IN_BRACKETS.sub("", _HOW_LONG.sub("", text))).strip(" |·•,-–—")
    if twice := _TWICE.fullmatch(bare):
        bare = twice[1].strip()
    if not 3 <= len(bare) <= 120 or LEAD.match(bare):
        return []
    names = [piece.strip() for piece in SPLIT.split(bare) if piece.strip()]
    if not names or len(names) > 5 or not all(is_signature(name) or is_cjk_signature(name) for name in names):
        return []
    if any(
        outlets.holds(name) or without_outlet(name, outlets)[1] or agency_of(name.split()[0])
        for name in names
    ):
        return []
    return [Byline(tidy(name)) for name in names]
