"""Which section flat text was in: the short line beside its headline that other lines of the page call by the same name."""

import re

from ..languages.headings import RELATED
from ..record import BODY_ROLES, Role
from ..text.dates import find_age, find_dates
from .agencies import agencies_in
from .drafts import Draft
from .headlines import folded

_OTHERS = BODY_ROLES | {Role.BYLINE, Role.CAPTION, Role.CREDIT}
_OVER, _UNDER = 2, 6
_MOST_WORDS, _LONGEST = 3, 32
_MORE = re.compile(
    "(?:" + "|".join(map(re.escape, sorted(RELATED, key=len, reverse=True))) + r")[\s:]+", re.I
)
_NEVER = frozenset(
    """home startseite accueil inicio início menu menü suche search share teilen news print drucken email e-mail save listen facebook
    twitter whatsapp comments kommentare login anmelden abo subscribe premium plus live updated published video image photo foto bild
    by von follow copy link pocket linkedin publicidad publicité pubblicità anzeige anzeigen annonce reklama reklame advertisement ad
    contact contacto kontakt newsletter newsletters shop tweet post logo audio videos spenden unterstützen faq hilfe help events latest
    breakingnews logout followus suscríbete メニュー bookmark signin register donate skip back zurück previouspost nextpost iklan werbung""".split()
)


def find_printed_section(draft: Draft, publisher: str | None) -> str | None:
    """The section's name as printed, with the reason noted; None where no line by the headline is one.

    Over the headline stand topics, series and places as well; a section is what menus and headings of the page name too.
    """
    top = draft.headline_at
    if top < 0:
        return None
    site = folded(publisher or "")
    named, listed = _named_elsewhere(draft, range(max(0, top - _OVER), top + _UNDER + 1))
    for n in range(top - 1, max(-1, top - _OVER - 1), -1):
        part = draft.parts[n]
        if part.role is Role.FURNITURE and _may_be_section(part.block.text) and _stands_alone(draft, n):
            if site != folded(part.block.text) in named | listed:
                return _believe(draft, n, "over the headline, and named again in a line of its own")
            return None
    for n in range(top + 1, min(len(draft.parts), top + _UNDER + 1)):
        part = draft.parts[n]
        if part.role in BODY_ROLES:
            break
        if (
            part.role is Role.FURNITURE
            and folded(part.block.text) in listed
            and _may_be_section(part.block.text)
        ):
            return _believe(draft, n, "under the headline, and named again over a box of other stories")
    return None


def _believe(draft: Draft, n: int, why: str) -> str:
    block = draft.parts[n].block
    draft.note("section", block.text, "printed", block.source, True, why)
    return block.text


def _stands_alone(draft: Draft, n: int) -> bool:
    """Whether a line is no menu's last: the line over it is set otherwise, or longer."""
    block = draft.parts[n].block
    if n == 0:
        return True
    over = draft.parts[n - 1].block
    alike = over.tag == block.tag and over.indent == block.indent and len(over.text) < _LONGEST
    return block.tag != "item" and (not alike or block.gap > over.gap)


def _may_be_section(text: str) -> bool:
    if len(text) > _LONGEST or not 0 < len(text.split()) <= _MOST_WORDS or not text[0].isalpha():
        return False
    if (
        folded(text) in _NEVER
        or find_age(text)
        or find_dates(text)
        or agencies_in(text)
        or text[-1] in ".!?:…"
    ):
        return False
    return sum(map(str.isalpha, text)) > 2


def _named_elsewhere(draft: Draft, beside: range) -> tuple[set[str], set[str]]:
    """The names that lines farther from the headline are, and those that stand behind `More from` and the like."""
    named, listed = set(), set()
    for n, part in enumerate(draft.parts):
        text = part.block.text
        if n in beside or len(text) > 60 or part.role in _OTHERS:
            continue
        named.add(folded(text))
        if (rest := _MORE.sub("", text, count=1)) != text:
            listed.add(folded(rest))
    return named, listed
