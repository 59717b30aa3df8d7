"""Boxes of links to other stories, told by the heading over them, by their class words, by their links."""

import re

from ..record import BODY_ROLES, Block, Container, Role
from .box_words import LISTING_WORDS, RELATED_WORDS, SPONSORED_WORDS
from .drafts import Draft
from .marks import Mark
from .short_lines import is_story_link

_LISTING = re.compile(
    r"^\W{0,3}(?:most (?:read|popular|viewed|shared|commented|recent)|trending|latest|top (?:stories|news|headlines)|popular|meistgelesen|am meisten|neueste|aktuell|lo más|más leíd|les plus lus|i più letti|mais lidas|mest lest|mest læst|mest läst|meest gelezen|najczęściej|nejčtenější|самое читаемое|popüler)",
    re.I,
)
_PAID = re.compile(
    r"(?i)^\W{0,3}(?:sponsored (?:content|post|stor\w+|articles?|links?|by)|promoted (?:content|post|stor\w+|by|links?)|paid (?:content|post|for by)"
    r"|partner (?:content|offers?)|from our (?:partners?|sponsors?|advertisers?)|contenido patrocinado|contenus? sponsoris\w+|gesponserte?\b|from the web)"
)
_LEGAL = re.compile(
    r"(?i)\b(?:privacy|policy|policies|terms|conditions|cookies?|impressum|datenschutz|imprint|contact|about us|advertis\w+|subscri\w+|newsletters?|app|apps|careers|jobs|login|sign in|register|public file|accessibility|licens\w+|faq|help)\b"
)


def name_boxes(draft: Draft) -> None:
    """Name what stands in boxes of related and of sponsored items."""
    start = max(0, draft.first - 20)
    stop = min(len(draft.parts), draft.last + 120)
    heading: Role | None = None
    where: int | None = None
    for n in range(start, stop):
        part = draft.parts[n]
        block = part.block
        if part.role is not Role.FURNITURE:
            if part.role in BODY_ROLES:
                heading = None
            continue
        text = block.text
        marks = draft.marks[n] if len(text) < 100 else frozenset[Mark]()
        around = draft.words_round(n, 6)
        if len(text) < 90 and (Mark.SPONSORED in marks or Mark.RELATED in marks) and not is_story_link(block):
            if Mark.SPONSORED in marks:
                # `Advertisement` alone announces no card, and the foot of the page has links of that name
                heading = Role.SPONSORED if _PAID.match(text) and n < draft.last + 60 else None
            else:
                heading = None if _LISTING.match(text) else Role.RELATED
            where = _parent(draft, block)
            continue
        role: Role | None = None
        if SPONSORED_WORDS.search(around) and n > draft.first:
            role = Role.SPONSORED
        elif heading is not None and where is not None and _within(draft, block, where):
            role = heading
        elif (draft.first < n and RELATED_WORDS.search(around) and not LISTING_WORDS.search(around)) or (
            draft.first < n < draft.last and is_story_link(block) and not LISTING_WORDS.search(around)
        ):
            role = Role.RELATED
        if role is not None and _LEGAL.search(text):
            role = None
        if role is not None and (is_story_link(block) or len(text) > 15 or Mark.AGE in marks):
            reason = "in a box of " + ("paid items" if role is Role.SPONSORED else "links to other stories")
            draft.name(n, role, 0.7, reason)


def _parent(draft: Draft, block: Block) -> int:
    """The container that a heading speaks for: the one round it, or the next one out if it stands alone there."""
    at = block.container
    steps = 0
    while at >= 0 and steps < 2:
        container = draft.containers[at]
        if container.tag in ("section", "aside", "ul", "ol", "nav"):
            return at
        at, steps = container.parent, steps + 1
    return at if at >= 0 else block.container


def _within(draft: Draft, block: Block, where: int) -> bool:
    container: Container = draft.containers[where]
    if container.tag in ("body", "html", "main", "article") or container.source.holds(
        draft.parts[draft.last].block.source
    ):
        return False
    return container.source.holds(block.source)
