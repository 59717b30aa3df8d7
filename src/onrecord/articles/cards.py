"""Cards: related and sponsored items, each with its headline, teaser, source, age and link."""

import re
from collections.abc import Sequence

from ..languages.addresses import LISTING_PAGE
from ..record import Block, Card, Layout, Part, Role, Span
from ..text.dates import find_age, find_dates
from ..text.titles import heads_box, is_worded_as_headline, without_day
from .agencies import agencies_in
from .flat_cards import CUT, group_flat_lines

_LABEL = re.compile(
    r"^\W*(?:related|sponsored|promoted|paid|recommended|more (?:on|from|stories|news|about)|read (?:more|also|next)|also read|see also|you may|mehr (?:zum|zu|aus)|zum thema|lesen sie|weitere|à lire|lire aussi|te puede|lea también|leia|leggi anche|lees ook|läs|les også|læs også|from the web|partner content|advert|anzeige|ap$|reuters$)",
    re.I,
)
_PREFIX = re.compile(
    r"^(?:related|read more|read next|read also|also read|more|see also|read|watch|listen|mehr zum thema|lesen sie auch|à lire aussi|lire aussi|lea también|leia também|leggi anche|lees ook)\s*[:：|]\s*",
    re.I,
)
_UNSPACED = re.compile(r"[぀-ヿ㐀-鿿가-힣฀-๿]")
# "Mara Quill 16.07.2031 3 min": who wrote, when, and how long it takes to read
_ENDS_WITH_DAY = re.compile(r"\d{4}(?:,?\s+\d{1,2}\s*\w{1,4}\.?)?$|\bissue$", re.I)
_NAMES = re.compile(r"(?<![a-z])(?:authors?|by-?lines?|autor(?:en|es)?|auteur)(?![a-z])", re.I)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")


def find_cards(parts: Sequence[Part], layout: Layout, role: Role) -> tuple[Card, ...]:
    """The cards made of the blocks of one role, in order, each item once."""
    lines = [n for n, part in enumerate(parts) if part.role is role]
    if not lines:
        return ()
    groups = _by_markup(lines, parts, layout) if layout.containers else group_flat_lines(lines, parts)
    cards: list[Card] = []
    seen: set[str] = set()
    made: list[Card | None] = []
    for group in groups:
        members = [parts[n] for n in group]
        made.extend(_run_together(members) or (_card(members, layout),))
    for card in made:
        if card is None:
            continue
        key = re.sub(r"\W", "", card.headline.casefold())
        if key in seen:
            continue
        seen.add(key)
        cards.append(card)
    return tuple(cards)


def _by_markup(lines: list[int], parts: Sequence[Part], layout: Layout) -> list[list[int]]:
    """A card for each linked headline, with the lines that share more of their boxes with it than with another."""
    heads = [n for n in lines if _is_headline(parts[n].block, layout)]
    groups: list[list[int]] = []
    of_head: dict[int, list[int]] = {}
    for n in heads:
        if groups and n - groups[-1][-1] <= 3 and _address(parts[n]) == _address(parts[groups[-1][-1]]):
            groups[-1].append(n)
        else:
            groups.append([n])
        of_head[n] = groups[-1]
    for n in lines:
        if n in of_head:
            continue
        before = max((head for head in heads if head < n), default=None)
        after = min((head for head in heads if head > n), default=None)
        near = [
            (steps, head)
            for head in (before, after)
            if head is not None and (steps := _steps_to(n, head, parts, layout)) is not None
        ]
        if near:
            of_head[min(near)[1]].append(n)
    return [sorted(group) for group in groups]


def _is_headline(block: Block, layout: Layout) -> bool:
    """Whether a block is a link with words enough for a headline, and more than a day and names."""
    text = block.text
    linked = sum(link.span.end - link.span.start for link in block.links)
    if linked <= 0.6 * len(text) or LISTING_PAGE.search(block.links[0].href):
        return False
    if block.container >= 0 and _NAMES.search(layout.containers[block.container].words):
        return False
    if len(text) < 45 and ":" not in text and _LABEL.match(text):
        return False
    letters = len(re.sub(r"[\W\d_]", "", text))
    if len(_UNSPACED.findall(text)) < 6 and (len(text.split()) < 3 or letters < 12):
        return False
    return not (len(text) < 110 and _ENDS_WITH_DAY.search(text) and find_dates(text))


def _address(part: Part) -> str:
    return part.block.links[0].href


def _steps_to(n: int, head: int, parts: Sequence[Part], layout: Layout) -> int | None:
    """How many containers out from a line its headline stands; None if only the story's own would hold both."""
    at, steps = parts[n].block.container, 0
    while at >= 0 and steps < 8:
        if layout.containers[at].source.holds(parts[head].block.source):
            return steps
        at, steps = layout.containers[at].parent, steps + 1
    return None


_SOURCE = 40
"""Letters of the name that a card has under its headline, at most."""


def _run_together(group: list[Part]) -> list[Card]:
    """The cards of a block that is several links one after the other, without a box for each; none of any other."""
    if len(group) != 1:
        return []
    block = group[0].block
    links = [link for link in block.links if len(link.span.of(block.text).strip()) > 11]
    if len({link.href for link in links}) < 2 or len(links) != len(block.links):
        return []
    ends = [*(link.span.start for link in links[1:]), len(block.text)]
    between = [
        block.text[link.span.end : end].strip(" ·|•-–—\n") for link, end in zip(links, ends, strict=True)
    ]
    if links[0].span.start > _SOURCE or any(
        len(words) > _SOURCE or _SENTENCE.search(words) for words in between
    ):
        return []
    if sum(map(len, between)) > 0.5 * len(block.text):
        return []
    return [
        Card(link.span.of(block.text).strip(), link.href, None, words or None, None, None, block.source)
        for link, words in zip(links, between, strict=True)
    ]


def _card(group: list[Part], layout: Layout) -> Card | None:
    age, source, caption, candidates = _sorted_lines(group)
    if not layout.containers:
        candidates = _from_headline(candidates, len(group))
    if not candidates:
        return None
    best, headed = _headline_among(candidates, layout)
    headline = _headline_words(best.block, headed)
    if not layout.containers:
        headline, day = _without_rest(best.block, headline)
        age = age or day
    if len(headline) < 4 or (not best.block.links and len(headline) > 250):
        return None
    teaser = None
    said = [part.block.text for part in candidates]
    for part in candidates:
        text = part.block.text
        if part is best or said.count(text) > 1:  # said twice in one card: a button's words
            continue
        after = part.block.source.start > best.block.source.start
        if teaser is None and len(text) > 20 and after:
            teaser = text
        elif source is None and len(text) < 40:
            source = text
    url = next((part.block.links[0].href for part in (best, *group) if part.block.links), None)
    start = min(part.block.source.start for part in group)
    end = max(part.block.source.end for part in group)
    return Card(headline, url, teaser, source, age, caption, Span(start, end))


def _sorted_lines(group: list[Part]) -> tuple[str | None, str | None, str | None, list[Part]]:
    """A card's age, its source and a caption that is cut short, by their words; and the lines that are left."""
    age = source = caption = None
    candidates: list[Part] = []
    for part in group:
        text = part.block.text
        found_age = find_age(text) if len(text) < 60 else None
        if found_age and len(text) - len(found_age.text) < 25:
            age = found_age.text
        elif _is_day(text):
            age = age or text
        elif len(text) <= 40 and agencies_in(text) and (len(text) > 4 or candidates or caption or source):
            source = source or text
        elif text.endswith(CUT) and not candidates and len(group) > 1 and not part.block.links:
            caption = caption or text
        elif not _is_label(part, len(group)):
            candidates.append(part)
    return age, source, caption, candidates


def _is_day(text: str) -> bool:
    """Whether a line is a date with hardly a letter beside it."""
    return (
        len(text) < 40
        and any(c.isdecimal() for c in text)
        and bool(find_dates(text))
        and len(re.sub(r"\W|\d", "", text)) < 14
    )


def _is_label(part: Part, lines: int) -> bool:
    """Whether a line of several says what the card is, or next to nothing."""
    text = part.block.text
    labels = bool(_LABEL.match(text)) and len(text) < 45 and not part.block.links
    return lines > 1 and (labels or len(text) <= 4)


def _headline_among(candidates: list[Part], layout: Layout) -> tuple[Part, bool]:
    """The line that is the card's headline, and whether it is a heading."""
    headings = [p for p in candidates if p.block.tag in _HEADINGS]
    headed = next((p for p in headings if _is_headline(p.block, layout)), None)
    if headed is None and not any(_is_headline(p.block, layout) for p in candidates):
        headed = next(iter(headings), None)
    if headed is not None:
        return headed, True
    linked = [p for p in candidates if _is_headline(p.block, layout)] or [
        p for p in candidates if p.block.links and len(p.block.text) > 12
    ]
    if linked:
        return _longer(linked[:2]), False
    return next((p for p in candidates if len(p.block.text) > 12), candidates[0]), False


def _headline_words(block: Block, headed: bool) -> str:
    """The headline's words: those of its link where they are most of the line."""
    headline = block.text
    if block.links and not headed:
        link = max(block.links, key=lambda link: link.span.end - link.span.start)
        words = link.span.of(headline).strip()
        if len(words) > 12 and len(words) >= 0.4 * len(headline):
            headline = words
    return _PREFIX.sub("", headline).strip()


def _from_headline(candidates: list[Part], lines: int) -> list[Part]:
    """In flat text: the lines of a card with its headline first; none if it has no line that may be one."""
    candidates = [part for part in candidates if not heads_box(part.block.text)]
    for n, part in enumerate(candidates):
        if is_worded_as_headline(part.block.text) or part.block.links:
            after = candidates[n + 1 :]
            if after and after[0].block.gap > part.block.gap and is_worded_as_headline(after[0].block.text):
                return [*after, *candidates[: n + 1]]  # a picture's description stands over the headline
            return [part, *candidates[n + 1 :], *candidates[:n]]
    if not candidates or lines < 3:
        return []
    first = candidates[0].block.text
    return candidates if len(first.split()) > 2 and not _SENTENCE.search(first.rstrip(")")) else []


def _without_rest(block: Block, headline: str) -> tuple[str, str | None]:
    """In flat text: the headline without the day that its link holds too, and the day; once, where a picture's description
    says the same and both have run together."""
    day = None
    if block.links and (bare := without_day(headline)) != headline:
        headline, day = bare, headline[len(bare) :].strip(" ,|–—•·-")
    half = len(headline) // 2
    if half > 12 and headline[:half].strip() == headline[-half:].strip():
        headline = headline[:half].strip()
    return headline, day


def _longer(linked: list[Part]) -> Part:
    """Of a kicker and a headline the headline: the longer, unless it is a sentence that follows the headline."""
    first, last = linked[0], linked[-1]
    longer = len(last.block.text) > len(first.block.text) and not _SENTENCE.search(last.block.text)
    return last if longer and len(first.block.text) < 40 else first
