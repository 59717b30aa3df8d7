"""A page while its article is made: its parts, what it declares, where the story lies, and the evidence so far."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ..models.views import PageView
from ..record import BODY_ROLES, Declared, Evidence, Layout, Page, Part, Role, Span
from .addresses import find_address
from .bylines import Outlets
from .doubles import find_doubles
from .headlines import site_keys


class Draft:
    """The parts of one page and what is known of it before its fields are settled, one by one.

    `view` is what the role model sees of the page as a whole; None without one.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        layout: Layout,
        declared: Declared,
        page: Page,
        view: PageView | None,
    ) -> None:
        self.layout = layout
        self.declared = declared
        self.page = page
        self.view = view
        self.likely = view.kinds if view else None
        self.address, evidence = find_address(page.origin.url, declared)
        self.evidence: list[Evidence] = list(evidence)
        self.url = self.address or declared.first("url")
        names = [d.value for field in ("site_name", "publisher") for d in declared.all(field)]
        self.sites = site_keys(names, self.url)
        self.outlets = Outlets(self.sites)
        self.parts, self.text = _join_story(parts, self.likely)
        self.story = [n for n, part in enumerate(self.parts) if part.span is not None]
        self.first = self.story[0] if self.story else len(self.parts)
        self.last = self.story[-1] if self.story else -1
        self.headline_at = _surest_headline(self.parts)
        self.flat = not layout.containers
        self._by_role: dict[Role, list[int]] = {}

    def places(self, *roles: Role) -> list[int]:
        """Where the parts of some roles stand, in reading order."""
        if not self._by_role:
            for n, part in enumerate(self.parts):
                self._by_role.setdefault(part.role, []).append(n)
        return sorted(n for role in roles for n in self._by_role.get(role, ()))

    def of(self, role: Role) -> list[Part]:
        """The parts of a role, in reading order."""
        return [self.parts[n] for n in self.places(role)]

    def note(
        self, field: str, value: str, where: str, source: Span | None, believed: bool, reason: str
    ) -> None:
        """Keep a value that was in the running for a field, and why it is believed or not."""
        self.evidence.append(Evidence(field, value, where, source, believed, reason))


def head_end(draft: Draft, top: int) -> int:
    """The last block that may tell who wrote and when, over the story or just under its beginning.

    In flat text the deck is often taken for the story's first paragraph, and pictures stand under it.
    """
    end = max(draft.first, top) + 4
    if draft.flat and len(draft.story) > 2:
        return max(end, min(draft.story[2], top + 14))
    return end


def _surest_headline(parts: Sequence[Part]) -> int:
    """The place of the likeliest headline among the parts; -1 without one."""
    best, sure = -1, 0.0
    headline = Role.HEADLINE
    for n, part in enumerate(parts):
        if part.role is headline and part.confidence > sure:
            best, sure = n, part.confidence
    return best


def _join_story(parts: Sequence[Part], likely: Mapping[str, float] | None) -> tuple[list[Part], str]:
    """The parts, each of the story's with its place in the text (a repeat gets none), and the text: the story's blocks
    joined by a blank line."""
    placed = list(parts)
    pieces: list[str] = []
    seen: set[str] = set()
    copies = Counter(p.block.text for p in parts if p.role in BODY_ROLES)
    story = not likely or likely.get("article", 1.0) >= 0.5  # a thread repeats signatures and quotations
    doubles = find_doubles(parts)
    at = 0
    deck = Role.DECK
    for n, part in enumerate(parts):
        if part.role not in BODY_ROLES and not (part.role is deck and _was_story(part)):
            if part.span is not None:
                placed[n] = replace(part, span=None)
            continue
        text = part.block.text
        if len(text) > 60:
            if n in doubles or (text in seen and (copies[text] == 2 or not story)):
                placed[n] = _set_aside(part)
                continue
            seen.add(text)
        if pieces:
            at += 2
        span = Span(at, at + len(text))
        placed[n] = Part(part.block, part.role, part.confidence, part.reason, part.rivals, span)
        pieces.append(text)
        at += len(text)
    return placed, "\n\n".join(pieces)


def _set_aside(part: Part) -> Part:
    """A repeat of the story's words: what it was taken for is its first rival."""
    rivals = ((part.role, part.confidence), *part.rivals)[:3]
    why = "the same words stand in other blocks of the story"
    return replace(part, role=Role.FURNITURE, span=None, rivals=rivals, reason=why)


def _was_story(deck: Part) -> bool:
    """Whether a deck is what the story begins with: the model took it for the story's own text."""
    return any(role in BODY_ROLES and share >= 0.5 for role, share in deck.rivals)
