"""Boxes of links to other stories, told by the heading over them, by their class words, by their place in the story.

First the headline of each item is named, then what stands with it in its own box: teaser, source, age.
"""

import re
from dataclasses import dataclass

from ..languages.headings import LISTING, PAID, RELATED
from ..record import BODY_ROLES, Block, Role
from ..record.frozen import frozen
from .box_words import CARD_WORDS, FOOT_WORDS, LISTING_WORDS, RELATED_WORDS, SPONSORED_WORDS
from .drafts import Draft
from .items import is_item
from .marks import Mark
from .short_lines import BUTTON, is_story_link

_REASONS = {
    Role.RELATED: "in a box of links to other stories",
    Role.SPONSORED: "in a box of paid items",
}
# `post-237679 post category-halle tag-mdr`: what a post is filed under, not what its box is for
_FILED_UNDER = re.compile(r"(?<![\w-])(?:tag|category|topic)-[\w-]+")
_LONGEST_LIST = 6
"""Links in a list amid a story that no heading announces; a longer one is a menu."""
_MAY_STAND_WITH = frozenset({Role.FURNITURE, Role.TIMESTAMP, Role.BYLINE})


@frozen
class _Place:
    """What the elements round a block say of it, up to the one that holds the story too."""

    words: str
    foot: bool
    with_story: bool


@dataclass(slots=True)
class _Heading:
    """What a heading over a box promises: other stories, paid items, or None for what the house lists anyway."""

    role: Role | None
    where: int
    tag: str
    last: int
    """The last block that it was found to speak for."""


def name_boxes(draft: Draft) -> None:
    """Name what stands in boxes of related and of sponsored items."""
    _Boxes(draft).name()


class _Boxes:
    """The boxes of one page."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.start = max(0, draft.first - 20)
        self.stop = min(len(draft.parts), draft.last + 120)
        self._places: dict[int, _Place] = {-1: _Place("", False, False)}
        self._headings: set[int] = set()
        self._known: dict[int, bool] = {}
        self._items = [n for n in range(self.start, self.stop) if self._is_item(n)]
        self._known_items = frozenset(self._items)
        self._story = self._story_box()

    def _is_item(self, n: int) -> bool:
        known = self._known.get(n)
        if known is None:
            known = self._known[n] = self._heads_card(self.draft.parts[n].block)
        return known

    def _heads_card(self, block: Block) -> bool:
        if not is_item(block, self.draft.containers[block.container].words if block.container >= 0 else ""):
            return False
        # `More from Mara Quill` leads to a list
        return len(block.text) > 50 or ":" in block.text or not opening(block.text).startswith(RELATED)

    def _story_box(self) -> int:
        """The innermost container that holds the whole story."""
        first, last = (self.draft.parts[n].block for n in (self.draft.first, self.draft.last))
        at = first.container
        while at >= 0 and not self.draft.containers[at].source.holds(last.source):
            at = self.draft.containers[at].parent
        return at

    def name(self) -> None:
        """First the items, then what stands with each."""
        named = self._name_items()
        for n in named:
            self._name_beside(n)

    def _name_items(self) -> list[int]:
        draft = self.draft
        items = set(self._items)
        heading: _Heading | None = None
        named = []
        furniture, timestamp = Role.FURNITURE, Role.TIMESTAMP
        for n in range(self.start, self.stop):
            part = draft.parts[n]
            if part.role is not furniture and not (part.role is timestamp and n in items):
                if part.role in BODY_ROLES:
                    heading = None
                continue
            if n not in items:
                heading = self._heading(n, part.block, heading)
                continue
            role = self._role(n, part.block, heading)
            if role is not None:
                draft.name(n, role, 0.7, _REASONS[role])
                named.append(n)
        return named

    def _heading(self, n: int, block: Block, before: _Heading | None) -> _Heading | None:
        """The heading that holds after a block that is no item."""
        text = block.text
        if len(text) >= 90 or is_story_link(block):
            return before
        start = opening(text)
        marks = self.draft.marks[n]
        if start.startswith(LISTING):
            role = None
        elif start.startswith(PAID):
            role = Role.SPONSORED
        elif Mark.SPONSORED in marks:
            role = None  # `Advertisement` alone announces no card
        elif Mark.RELATED in marks or start.startswith(RELATED):
            role = Role.RELATED
        elif before is not None and before.tag[:1] == "h" and block.tag == before.tag:
            return None  # another heading of the same rank, over something else
        else:
            return before
        self._headings.add(n)
        return _Heading(role, self._scope(n, block), block.tag, n)

    def _role(self, n: int, block: Block, heading: _Heading | None) -> Role | None:
        draft = self.draft
        place = self._place(block.container)
        if place.foot:
            return None
        listed = LISTING_WORDS.search(place.words)
        if heading is not None and self._within(n, heading):
            return None if heading.role is Role.RELATED and self._is_tag(block) else heading.role
        if n <= draft.first:
            return None
        if SPONSORED_WORDS.search(place.words):
            return None if listed else Role.SPONSORED
        if listed:
            return None
        if RELATED_WORDS.search(place.words):
            return Role.RELATED
        if Mark.RELATED in draft.marks[n] and ":" in block.text[:25] and n < draft.last + 8:
            return Role.RELATED
        if n < draft.last and (is_story_link(block) or self._lists_links(block.container)):
            return Role.RELATED
        if place.with_story and CARD_WORDS.search(place.words):
            return Role.RELATED
        return None

    def _lists_links(self, at: int) -> bool:
        """Whether a block stands in a list of two links or more to other pages and of nothing else."""
        for _ in range(3):
            if at < 0:
                return False
            box = self.draft.containers[at]
            if box.tag in ("ul", "ol"):
                inside = [
                    n
                    for n in range(self.start, self.stop)
                    if box.source.holds(self.draft.parts[n].block.source)
                ]
                return 1 < len(inside) <= _LONGEST_LIST and all(n in self._known_items for n in inside)
            at = box.parent
        return False

    def _is_tag(self, block: Block) -> bool:
        at = block.container
        return at >= 0 and LISTING_WORDS.search(self.draft.containers[at].words)

    def _place(self, at: int) -> _Place:
        known = self._places.get(at)
        if known is not None:
            return known
        container = self.draft.containers[at]
        if container.source.holds(self.draft.parts[self.draft.last].block.source):
            near = container.tag == "article" or (
                at == self._story and container.tag not in ("body", "html", "main")
            )
            found = _Place("", False, near)
        else:
            outer = self._place(container.parent)
            foot = container.tag in ("nav", "footer") or FOOT_WORDS.search(container.words)
            words = _FILED_UNDER.sub("", container.words)
            found = _Place(f"{words} {outer.words}".strip(), foot or outer.foot, outer.with_story)
        self._places[at] = found
        return found

    def _scope(self, n: int, block: Block) -> int:
        """The container that a heading speaks for: the innermost that holds it and the next item too."""
        after = next((item for item in self._items if n < item <= n + 8), None)
        at, steps = block.container, 0
        while after is not None and at >= 0 and steps < 8:
            container = self.draft.containers[at]
            if container.source.holds(self.draft.parts[after].block.source):
                return at
            at, steps = container.parent, steps + 1
        return block.container

    def _within(self, n: int, heading: _Heading) -> bool:
        """Whether a heading speaks for an item.

        Where nothing but the story's own box holds them both, it does for those that follow it closely.
        """
        if heading.where < 0:
            return False
        container = self.draft.containers[heading.where]
        if container.source.holds(self.draft.parts[self.draft.last].block.source):
            close = n - heading.last <= 3
            held = close and (n < self.draft.last or is_story_link(self.draft.parts[n].block))
        else:
            held = container.source.holds(self.draft.parts[n].block.source)
        if held:
            heading.last = n
        return held

    def _name_beside(self, n: int) -> None:
        """The blocks that share an item's own box: the largest that holds no other item, no heading, no story."""
        draft = self.draft
        item = draft.parts[n]
        href = item.block.links[0].href
        box: list[int] = []
        at, steps = item.block.container, 0
        while at >= 0 and steps < 6:
            members = self._members(at, n, href)
            if members is None:
                break
            box = members
            at, steps = draft.containers[at].parent, steps + 1
        for other in box:
            part = draft.parts[other]
            above = part.role is not Role.FURNITURE and other <= draft.first
            if (
                other != n
                and not above
                and part.role in _MAY_STAND_WITH
                and not BUTTON.match(part.block.text)
            ):
                draft.name(other, item.role, 0.7, _REASONS[item.role])

    def _members(self, at: int, n: int, href: str) -> list[int] | None:
        """The blocks in a container round an item; None if it holds what is not this item's."""
        draft = self.draft
        source = draft.containers[at].source
        members = [n]
        for step in (-1, 1):
            other = n + step
            while 0 <= other < len(draft.parts) and source.holds(draft.parts[other].block.source):
                part = draft.parts[other]
                if other in self._headings or part.role in BODY_ROLES or part.role is Role.HEADLINE:
                    return None
                if self._is_item(other) and part.block.links[0].href != href:
                    return None
                members.append(other)
                if len(members) > 10:
                    return None
                other += step
        return members


def opening(text: str) -> str:
    """A line's beginning as the headings are written: small, without marks before it."""
    return text[:60].casefold().lstrip(" \t-–—•·|:>»+*#[(")


__all__ = ["name_boxes", "opening"]
