"""Whose page it is: the publisher's name, and who claims the rights."""

import re

from ..languages.editors_lines.rights import RIGHTS
from ..record import Role
from .drafts import Draft
from .headlines import folded, without_site

_TITLE_PIECES = re.compile(r"\s*(?:\||｜|_|::|»|«)\s*|\s+[-–—·•:]\s+|\s[-–—]|[-–—]\s")
_RIGHTS = re.compile(RIGHTS, re.I)
_FRONT_PAGES = frozenset({"/", "./", "/index.html", "index.html", "/index.php"})


def find_publisher(draft: Draft) -> tuple[str | None, str | None]:
    """The site's name, declared or at the end of the page's title; and the declared one."""
    told = [*draft.declared.all("site_name"), *draft.declared.all("publisher")]
    told = [d for d in told if "://" not in d.value and 1 < len(d.value) < 80]
    if not told:
        return _publisher_in_title(draft), None
    ranked = sorted(told, key=lambda d: _publisher_rank(d.where, d.value))
    chosen = ranked[0]
    for one in ranked[:6]:
        same = one.value == chosen.value
        why = "declared as well" if same else "another name for the site is believed"
        why = "the site's own name" if one is chosen else why
        draft.note("publisher", one.value, one.where, one.source, same, why)
    return chosen.value, chosen.value


def _publisher_in_title(draft: Draft) -> str | None:
    """The site's name as it stands at the end of the page's title, where it is the host's name too."""
    for title in draft.declared.all("title"):
        short = without_site(title.value, draft.sites)
        rest = title.value[len(short) :].strip(" |-–—·•:»«›‹/()") if title.value.startswith(short) else ""
        if rest and folded(rest) in draft.sites:
            why = "the title ends with the host's name"
            draft.note("publisher", rest, "title", title.source, True, why)
            return rest
    for title in draft.declared.all("title"):
        pieces = _TITLE_PIECES.split(title.value)
        last = pieces[-1].strip()
        if len(pieces) > 1 and 2 < len(last) < 40 and (own := _own_name(draft, last)):
            draft.note("publisher", last, "title", title.source, True, own)
            return last
    return None


def _own_name(draft: Draft, name: str) -> str | None:
    """Why a name is the site's own: its front page is linked by it, or it claims the rights."""
    key = folded(name)
    for part in draft.parts:
        text = part.block.text
        for link in part.block.links:
            if link.href in _FRONT_PAGES and folded(link.span.of(text)) == key:
                return "the title ends with the name that the site links its front page by"
        if part.role is Role.COPYRIGHT and len(text) < 300 and key in folded(text):
            return "the title ends with the name that claims the rights"
    return None


def _publisher_rank(where: str, value: str) -> int:
    """How little a declared name says of the site: its own og:site_name says most, an app's name least."""
    rank = 0 if "og:site_name" in where else 1 if ".publisher" in where else 2 if "WebSite" in where else 3
    if (
        re.search(r"\.(?:com|net|org|de|fr|it|es|co\.\w+)$", value.lower())
        or len(value) > 40
        or value.islower()
    ):
        rank += 2
    return rank


def find_copyright(draft: Draft) -> str | None:
    """The fullest claim of rights under the story; failing those there, at the foot of the page."""
    lines = [(n, draft.parts[n]) for n in draft.places(Role.COPYRIGHT)]
    if not lines:
        return None
    near = [(n, part) for n, part in lines if draft.last - 3 <= n <= draft.last + 25]
    best = max(near or lines, key=lambda pair: (_copyright_score(pair[1].block.text), -pair[0]))[1]
    text = _rights(best.block.text)
    why = "under the story" if near else "at the foot of the page"
    draft.note("copyright", text, "printed", best.block.source, True, why)
    return text


def _rights(text: str) -> str:
    """The claim alone, where menu words stand before it or other lines round it."""
    if "\n" in text:
        lines = [line.strip() for line in text.split("\n")]
        text = next((line for line in lines if _copyright_score(line) > 1), text)
    match = re.search(r"(?i)©|\bcopyright\b|\(c\)", text)
    if (
        match
        and match.start() > 20
        and match.start() > 0.4 * len(text)
        and not re.search(r"[.!?]\s*$", text[: match.start()])
    ):
        return text[match.start() :]
    return text


def _copyright_score(text: str) -> int:
    return (
        ("©" in text)
        + bool(re.search(r"(?i)copyright", text))
        + bool(re.search(r"\d{4}", text))
        + bool(_RIGHTS.search(text))
    )
