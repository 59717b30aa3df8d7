"""The headline without the site's name, and which of the declared and the printed one to believe."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from ..text.words import find_words

SEPARATOR = re.compile(r"\s+[|·•‹›«»>]+\s+|\s+[-–—―~:]+\s+|\s*\|\s*|\s*[｜|]\s*|(?<=\S):: | :: ")
_TAIL_DATE = re.compile(r"\s+[-–—|]\s+\d{1,2}[./]\d{1,2}[./]\d{2,4}$|\s*\(\d{1,2}[./]\d{1,2}[./]\d{2,4}\)$")
_CJK_SITE = re.compile(r"\s*[-_—–|]{1,2}\s*[\u4e00-\u9fff]{1,6}(?:网|網|网站|新闻网|日报)$")
# by the site's own name alone: a stroke, brackets and a colon part much else in headlines
_SIGNED_BEHIND = re.compile(r"\s+(?:/{1,2}\s+|\()(?P<site>[^/()]{3,40})\)?$")
_SIGNED_BEFORE = re.compile(r"(?P<site>[^\s:]+(?: [^\s:]+){1,4}):\s+")
_LONGEST = 1000
_GENERIC = frozenset("news online home homepage nachrichten noticias actualités aktuell com net org".split())


@dataclass(frozen=True, slots=True)
class Title:
    """One value for the headline: the text as it stands, without the site's name, and where it stands."""

    text: str
    where: str


@lru_cache(maxsize=256)  # the wordings of a headline are held against each other many times
def folded(text: str) -> str:
    """Letters and digits alone, case aside: for comparing."""
    return "".join(find_words(text.casefold())).replace("_", "")


def site_keys(names: Iterable[str], url: str | None) -> frozenset[str]:
    """What a site may call itself in a title: its declared names, its host name, folded."""
    keys = {folded(name) for name in names if name}
    keys |= {key.removeprefix("the") for key in keys if len(key) > 6}
    keys |= {re.sub(r"(?:com|net|org|de|couk|online|news)$", "", key) for key in keys if len(key) > 7}
    if url:
        host = re.sub(r"^[a-z]+://", "", url.lower()).split("/")[0].split(":")[0].removeprefix("www.")
        labels = host.split(".")
        keys.add(folded(host))
        for label in labels[:-1]:
            if len(label) > 3 or label == labels[0]:
                keys.add(folded(label))
    return frozenset(key for key in keys if len(key) > 1)


def without_site(title: str, sites: frozenset[str], others: Iterable[str] = ()) -> str:
    """The title without the site's name at either end.

    A piece goes if it is a name the site has, or if another of the page's titles stands without it. What is longer than
    a title can be, such as a whole page behind a `<title>` that nothing ends, stays as it is.
    """
    if len(title) > _LONGEST:
        return " ".join(title.split())
    title = _CJK_SITE.sub("", " ".join(title.split()))
    shorter = {folded(other) for other in others if other}
    for _ in range(3):
        cut = _cut(title, sites, shorter)
        if cut is None:
            break
        title = cut
    return title


def _cut(title: str, sites: frozenset[str], shorter: set[str]) -> str | None:
    dated = _TAIL_DATE.sub("", title)
    if dated != title and len(dated) > 12:
        return dated
    for signed in (_SIGNED_BEHIND.search(title), _SIGNED_BEFORE.match(title)):
        if (
            signed
            and folded(signed["site"]) in sites
            and len(rest := title.replace(signed[0], "").strip()) > 12
        ):
            return rest
    places = list(SEPARATOR.finditer(title))
    if not places:
        return None
    for place in reversed(places):
        before, after = title[: place.start()].strip(), title[place.end() :].strip()
        if not before or not after or len(folded(before)) < 4:
            continue
        if _is_site(after, sites) or (folded(before) in shorter and len(before) > len(after) * 0.5):
            return before
    place = places[0]
    before, after = title[: place.start()].strip(), title[place.end() :].strip()
    if (
        before
        and after
        and len(folded(after)) > 10
        and (_is_site(before, sites) or (folded(after) in shorter and len(after) > len(before)))
    ):
        return after
    return None


def _is_site(piece: str, sites: frozenset[str]) -> bool:
    key = folded(piece)
    if not key:
        return True
    if key in sites or key.removeprefix("the") in sites:
        return True
    words = [word for word in find_words(piece.casefold()) if word not in _GENERIC]
    if not words:
        return len(piece) < 20
    if len(words) > 6:
        return False
    bare = "".join(words)
    if bare in sites:
        return True
    return any(
        len(site) > 4 and (key.startswith(site) or key.endswith(site)) and len(key) <= len(site) + 22
        for site in sites
    )


def choose_headline(
    declared: list[Title], printed: Title | None, sure: bool = False
) -> tuple[str | None, int, str]:
    """The headline, its place among `declared` (-1 for the printed one), and why it is believed.

    `sure` says that the printed one surely is the story's heading: then it is believed even where what is declared
    speaks of something else, as a title that names only the site's section does.
    """
    if printed is not None:
        key = folded(printed.text)
        if printed.text.rstrip().endswith(("...", "…")):
            for number, title in enumerate(declared):
                if folded(title.text).startswith(key) and len(title.text) > len(printed.text):
                    return title.text, number, "declared; what is printed is cut short"
        for number, title in enumerate(declared):
            if _is_glued(printed.text, title.text) or (
                title.where.endswith("og:title") and _is_kicker(printed.text, title.text)
            ):
                return title.text, number, "declared; what is printed has a kicker before it"
        for number, title in enumerate(declared):
            if folded(title.text) == key:
                if "".join(title.text.split()) == "".join(printed.text.split()) or _lost_colon(
                    printed.text, title.text
                ):
                    # the same letters: mark-up inside the heading may have put a space before a colon
                    return title.text, number, "printed over the story and declared alike"
                return printed.text, -1, "printed over the story and declared alike"
        for title in declared:
            other = folded(title.text)
            if len(key) > 12 and (key in other or other in key):
                return printed.text, -1, "printed over the story; what is declared says the same in part"
        if declared and len(key) >= 8:
            near = max(_shared(printed.text, title.text) for title in declared)
            if near >= 0.3 or sure:
                return printed.text, -1, "printed over the story; what is declared is worded otherwise"
        if not declared:
            return printed.text, -1, "printed over the story; nothing is declared"
    if declared:
        return (
            declared[0].text,
            0,
            "declared; no headline was found in print"
            if printed is None
            else "declared; the heading in print says something else",
        )
    return None, -1, "neither declared nor printed"


def _is_kicker(printed: str, declared: str) -> bool:
    """Whether a heading is the declared headline with a short topic before it, parted by a colon."""
    long, short = printed.casefold().strip(), declared.casefold().strip()
    if len(short) < 16 or not long.endswith(short) or len(long) == len(short):
        return False
    kicker = long[: -len(short)].rstrip()
    return kicker.endswith((":", "|", "–", "-")) and len(kicker) < max(30, len(short))


def _is_glued(printed: str, declared: str) -> bool:
    """Whether a heading is the declared headline with a topic before it that only its looks set apart."""
    long, short = printed.casefold().strip(), declared.casefold().strip()
    if len(short) < 20 or not long.endswith(" " + short):
        return False
    topic = long[: -len(short)].strip()
    names_something = any(len(word) >= 4 and word.isalpha() for word in topic.split())
    return names_something and len(topic.split()) <= 4 and len(topic) < 40 and topic[-1:].isalnum()


def _lost_colon(printed: str, declared: str) -> bool:
    """Whether the same words have a colon where they are declared and none in print, where a line break stood."""
    return ":" in declared and ":" not in printed


def _shared(one: str, other: str) -> float:
    left, right = set(find_words(one.casefold())), set(find_words(other.casefold()))
    return len(left & right) / max(1, min(len(left), len(right)))
