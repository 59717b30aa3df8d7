"""Cards: related and sponsored items, each with its headline, teaser, source, age and link."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ..record import Card, Layout, Part, Role, Span
from ..text.dates import find_age, find_dates
from .agencies import agencies_in

_LABEL = re.compile(
    r"^\W*(?:related|sponsored|promoted|paid|recommended|more (?:on|from|stories|news|about)|read (?:more|also|next)|also read|see also|you may|mehr (?:zum|zu|aus)|zum thema|lesen sie|weitere|à lire|lire aussi|te puede|lea también|leia|leggi anche|lees ook|läs|les også|læs også|from the web|partner content|advert|anzeige|ap$|reuters$)",
    re.I,
)
_PREFIX = re.compile(
    r"^(?:related|read more|read also|also read|more|see also|read|watch|listen|mehr zum thema|lesen sie auch|à lire aussi|lire aussi|lea también|leia também|leggi anche|lees ook)\s*[:：|]\s*",
    re.I,
)
_CUT = ("...", "…")
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")


def find_cards(parts: Sequence[Part], layout: Layout, role: Role) -> tuple[Card, ...]:
    """The cards made of the blocks of one role, in order, each item once."""
    lines = [n for n, part in enumerate(parts) if part.role is role]
    if not lines:
        return ()
    groups = _by_markup(lines, parts, layout) if layout.containers else _by_pattern(lines, parts)
    cards: list[Card] = []
    seen: set[str] = set()
    for group in groups:
        card = _card([parts[n] for n in group], layout)
        if card is None:
            continue
        key = re.sub(r"\W", "", card.headline.casefold())
        if key in seen:
            continue
        seen.add(key)
        cards.append(card)
    return tuple(cards)


def _by_markup(lines: list[int], parts: Sequence[Part], layout: Layout) -> list[list[int]]:
    """Blocks that share a link, or the nearest list item or article round them, make one card."""
    groups: list[list[int]] = []
    keys: list[tuple[str, int]] = []
    for n in lines:
        block = parts[n].block
        href = block.links[0].href if block.links else ""
        box = _box(block.container, layout)
        if groups and n - groups[-1][-1] <= 3:
            last_href, last_box = keys[-1]
            same_link = bool(href) and href == last_href
            same_box = (
                box >= 0
                and box == last_box
                and (not href or not last_href or same_link or len(block.text) < 20)
            )
            if same_link or same_box:
                groups[-1].append(n)
                keys[-1] = (last_href or href, last_box if last_box >= 0 else box)
                continue
        groups.append([n])
        keys.append((href, box))
    return groups


def _box(container: int, layout: Layout) -> int:
    at, steps = container, 0
    while at >= 0 and steps < 6:
        found = layout.containers[at]
        if found.tag in ("li", "article") or re.search(
            r"(?<![a-z])(?:card|item|teaser|story|entry|post|promo)(?![a-z])", found.words, re.I
        ):
            return at
        at, steps = found.parent, steps + 1
    return -1


def _by_pattern(lines: list[int], parts: Sequence[Part]) -> list[list[int]]:
    """In flat text: a line that comes back card after card tells where each begins or ends."""
    texts = [parts[n].block.text for n in lines]
    # an age closes a card; failing that, a picture's cut-off words open one
    ages = [
        i
        for i, text in enumerate(texts)
        if len(text) < 40 and (find_age(text) or (len(text) < 30 and find_dates(text)))
    ]
    cuts = [i for i, text in enumerate(texts) if text.endswith(_CUT) and len(text) < 160]
    groups: list[list[int]] = []
    if len(ages) >= 2 and len(ages) >= len(cuts) * 0.5:
        start = 0
        for end in ages:
            groups.append(lines[start : end + 1])
            start = end + 1
        if start < len(lines):
            groups.append(lines[start:])
    elif len(cuts) >= 2:
        starts = [*cuts, len(lines)]
        groups = [lines[a:b] for a, b in pairwise(starts)]
    else:
        groups = [[n] for n in lines]
    return groups


def _card(group: list[Part], layout: Layout) -> Card | None:
    texts = [(part, part.block.text) for part in group]
    age = source = caption = teaser = url = None
    candidates: list[Part] = []
    for part, text in texts:
        found_age = find_age(text) if len(text) < 60 else None
        if found_age and len(text) - len(found_age.text) < 25:
            age = found_age.text
            continue
        if (
            len(text) < 40
            and any(c.isdecimal() for c in text)
            and find_dates(text)
            and len(re.sub(r"\W|\d", "", text)) < 14
        ):
            age = age or text
            continue
        if len(text) <= 40 and agencies_in(text) and (len(text) > 4 or candidates or caption or source):
            source = source or text
            continue
        if text.endswith(_CUT) and not candidates and len(group) > 1 and not part.block.links:
            caption = caption or text
            continue
        if _LABEL.match(text) and len(text) < 45 and not part.block.links and len(group) > 1:
            continue
        if len(text) <= 4 and len(group) > 1:
            continue
        candidates.append(part)
    if not candidates:
        return None
    headed = next((p for p in candidates if p.block.tag in ("h1", "h2", "h3", "h4", "h5", "h6")), None)
    linked = [p for p in candidates if p.block.links and len(p.block.text) > 12]
    best = headed or (
        linked[0] if linked else next((p for p in candidates if len(p.block.text) > 12), candidates[0])
    )
    headline = best.block.text
    if best.block.links and not headed:
        link = max(best.block.links, key=lambda link: link.span.end - link.span.start)
        words = link.span.of(headline).strip()
        if len(words) > 12 and len(words) >= 0.4 * len(headline):
            headline = words
    headline = _PREFIX.sub("", headline).strip()
    if len(headline) < 4 or (not best.block.links and len(headline) > 250):
        return None
    for part in candidates:
        if part is best:
            continue
        text = part.block.text
        after = part.block.source.start > best.block.source.start
        if teaser is None and len(text) > 20 and after:
            teaser = text
        elif source is None and len(text) < 40:
            source = text
    for part in (best, *group):
        if part.block.links:
            url = part.block.links[0].href
            break
    start = min(part.block.source.start for part in group)
    end = max(part.block.source.end for part in group)
    return Card(headline, url, teaser, source, age, caption, Span(start, end))
