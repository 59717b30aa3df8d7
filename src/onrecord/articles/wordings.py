"""The wordings that a page has for its headline, and what speaks for each: for choosing among them.

A page prints a heading, declares another for search engines, a third for those who share it, and puts the site's
name behind one of them. Which of them is the headline depends on the kind of page and on who agrees with whom.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..text.words import find_words
from .headlines import SEPARATOR, Title, folded

_SAME = str.maketrans(
    dict.fromkeys("‘’‚‛`´′", "'") | dict.fromkeys("“”„‟″«»", '"') | dict.fromkeys("‐‑‒–—―", "-")
)
_ARTICLE = re.compile(r"article|posting|report", re.I)

SOURCES = ("printed", "heading", "data", "name", "other", "og", "twitter", "meta", "title")
"""Who may say it: the heading found in print, another h1, JSON-LD or microdata (headline, name, a second headline),
og:title, twitter:title, another meta tag, the title element."""
_FORMS = ("whole", "short", "first", "last")
"""As it stands, without the site's name, the piece before the first mark that parts, the piece behind it."""

_PLACES = tuple(f"{source}_{form}" for source in SOURCES for form in _FORMS)
FEATURES = (
    *_PLACES,
    *(
        "ruled words chars parted digits cut question quoted colon capital site in_others holds_others"
    ).split(),
    *(f"like_{source}" for source in SOURCES),
    *(
        "in_slug of_slug sources rivals printed_sure printed_is_h1 headings data_is_article og_is_printed"
    ).split(),
    *(
        "title_is_printed title_is_og data_is_printed data_is_og og_like_printed words_more_than_printed"
    ).split(),
)


@dataclass(slots=True)
class Wording:
    """One wording with the sources that have it, and in which form; `number` is its place among the declared ones."""

    text: str
    number: int
    said: set[str] = field(default_factory=set)


def source_of(where: str) -> str:
    """Which of SOURCES a declaration's place is."""
    if where == "title":
        return "title"
    if where.startswith("meta"):
        return "og" if where == "meta og:title" else "twitter" if "twitter" in where else "meta"
    last = where.rsplit(".", 1)[-1]
    return "data" if last == "headline" else "name" if last == "name" else "other"


def leveled(text: str) -> str:
    """A text with quotes, dashes, case and white space made alike."""
    return " ".join(unicodedata.normalize("NFKC", text).translate(_SAME).split()).casefold()


def find_wordings(
    printed: Title | None,
    headings: Sequence[str],
    declared: Sequence[Title],
    whole: Sequence[str],
    ruled: str,
) -> list[Wording]:
    """Every wording once; `whole` are the declared ones with the site's name, `ruled` what the rules would take."""
    found: dict[str, Wording] = {}

    def add(text: str, said: str, number: int) -> None:
        text = text.strip()
        key = leveled(text)
        if len(key) < 2:
            return
        wording = found.get(key)
        if wording is None:
            wording = found[key] = Wording(text, number)
        wording.said.add(said)

    if ruled:
        add(ruled, "ruled", -1)
    if printed is not None:
        _add_forms(add, "printed", printed.text, printed.text, -1)
    for text in headings:
        _add_forms(add, "heading", text, text, -1)
    for number, (title, raw) in enumerate(zip(declared, whole, strict=True)):
        _add_forms(add, source_of(title.where), title.text, raw, number)
    return list(found.values())


def _add_forms(add: object, source: str, short: str, whole: str, number: int) -> None:
    assert callable(add)
    add(short, f"{source}_short", number)
    add(whole, f"{source}_whole", number)
    places = list(SEPARATOR.finditer(whole))
    if places:
        add(whole[: places[0].start()], f"{source}_first", number)
        add(whole[places[0].end() :], f"{source}_last", number)


def is_contested(wordings: Sequence[Wording]) -> bool:
    """Whether any of those who matter says something else than what is printed, the site's name aside.

    Most pages agree with themselves, and are spared the work.
    """
    said: dict[str, str] = {}
    for wording in wordings:
        for place in ("printed_short", "data_short", "og_short", "title_short"):
            if place in wording.said:
                said.setdefault(place, folded(wording.text))
    return len(wordings) > 1 and ("printed_short" not in said or len(set(said.values())) > 1)


@dataclass(frozen=True, slots=True)
class Facts:
    """What of the page matters for the choice."""

    sites: frozenset[str]
    url: str | None
    types: Sequence[str]
    printed_sure: float
    printed_is_h1: bool
    headings: int


def describe(wordings: Sequence[Wording], facts: Facts) -> list[list[float]]:
    """The FEATURES of each wording."""
    words = [_words(w.text) for w in wordings]
    keys = [folded(w.text) for w in wordings]
    of: dict[str, int] = {}
    for form in ("short", "whole"):
        for index, wording in enumerate(wordings):
            for said in wording.said:
                source, _, how = said.partition("_")
                if how == form:
                    of.setdefault(source, index)
    path = re.sub(r"^[a-z]+://[^/]*", "", (facts.url or "").lower())
    slug = max((_words(part) for part in path.split("/")), key=len, default=set())
    slug = slug if len(slug) > 2 else set()
    article = float(any(_ARTICLE.search(kind) for kind in facts.types))

    def same(one: str, other: str) -> float:
        if one not in of or other not in of:
            return -1.0
        return float(keys[of[one]] == keys[of[other]])

    agreement = [
        same("og", "printed"), same("title", "printed"), same("title", "og"), same("data", "printed"), same("data", "og"),
        _like(words[of["og"]], words[of["printed"]]) if "og" in of and "printed" in of else -1.0,
    ]  # fmt: skip
    rows = []
    for index, wording in enumerate(wordings):
        text, own, key = wording.text, words[index], keys[index]
        places = [float(place in wording.said) for place in _PLACES]
        others = [other for n, other in enumerate(keys) if n != index and len(other) > 3]
        rows.append(
            [
                *places,
                float("ruled" in wording.said), len(own), len(text), float(bool(SEPARATOR.search(text))),
                sum(c.isdecimal() for c in text), float(text.endswith(("…", "..."))), float(text.endswith("?")),
                float(text[:1] in "\"'“„«‘"), float(":" in text), float(text[:1].isupper()),
                float(key in facts.sites), sum(key in other for other in others), sum(other in key for other in others),
                *(_like(own, words[of[source]]) if source in of else -1.0 for source in SOURCES),
                len(own & slug) / max(1, len(own)) if slug else -1.0,
                len(own & slug) / len(slug) if slug else -1.0,
                float(len({s.partition("_")[0] for s in wording.said} - {"ruled"})), float(len(wordings)),
                facts.printed_sure, float(facts.printed_is_h1), float(facts.headings), article,
                *agreement,
                len(own) - len(words[of["printed"]]) if "printed" in of else 0.0,
            ]
        )  # fmt: skip
    return rows


def _words(text: str) -> set[str]:
    return set(find_words(text.casefold().replace("_", " ")))


def _like(one: set[str], other: set[str]) -> float:
    return len(one & other) / max(1, len(one | other))
