"""Related and sponsored items in flat text: the lines of a box whose edges only its heading and its lines' shape tell.

A heading from the list of those over boxes (`Related`, `Mehr zum Thema`, `À lire aussi`), then lines that are worded as
headlines, each with what belongs to it: its topic, its day, its writer, its teaser. Where a box ends shows in the next
heading, in lines farther out than the items, in the story going on, in lines that are no item's.
"""

import re
from dataclasses import dataclass

from ..languages.headings import LISTING, PAID, RELATED
from ..record import BODY_ROLES, Block, Role
from ..text.titles import HEADING_WORDS, behind_heading, heads_box, is_worded_as_headline, without_day
from .boxes import opening
from .drafts import Draft
from .flat_comments import heads_comments
from .items import is_legal
from .marks import Mark, find_marks
from .short_lines import BUTTON, SENTENCE, folded, is_story_link, only_date

_REASONS = {
    Role.RELATED: "worded as a headline, under a heading of other stories",
    Role.SPONSORED: "worded as a headline, under a heading of paid items",
}
_BESIDE = {
    Role.RELATED: "beside another story's headline",
    Role.SPONSORED: "beside a paid item's headline",
}
_LONGEST_HEADING = 60
_MOST_ITEMS, _MOST_LINES = 12, 48
"""Of boxes that people labelled, the longest has eleven items; what goes on and on is a list of the whole site."""
_GO_ON = ("…", "...")
_LONGEST_TEASER = 420
_LABEL_WORDS = 5
_SURE = 0.9
"""How sure the model may be that an item of a list under such a heading is the story's: such items are at .55 to .88."""
_DOUBTED = 0.75
_NEAR = 120
_ENDS = frozenset({Mark.COPYRIGHT, Mark.CONTRIBUTOR, Mark.CORRECTION, Mark.NOTE, Mark.RULE})
_NO_TITLE = frozenset({Mark.CREDIT, Mark.CREDIT_TAIL, Mark.DATELINE, Mark.READER_SERVICE, *_ENDS})
_OPEN = frozenset(
    {
        Role.FURNITURE,
        Role.TIMESTAMP,
        Role.BYLINE,
        Role.CAPTION,
        Role.CREDIT,
        Role.COMMENT,
        Role.READER_SERVICE,
    }
)
_MAY_HEAD = frozenset({Role.FURNITURE, Role.RELATED, Role.SPONSORED, Role.SUBHEAD, Role.READER_SERVICE})
_HEADING = re.compile(r"h[1-6]")
# `Read more: ...`, `RELATED | ...`, `Lesen Sie auch » ...`
_PARTED = re.compile(r"\s*(?:[:：|»›>]|[–—-]\s)\s*")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line over a box, and what it promises; None for what the house lists anyway."""

    at: int
    role: Role | None


def name_flat_items(draft: Draft) -> None:
    """Name what stands in boxes of related and of sponsored items, from the headline on."""
    _Items(draft).name()


class _Items:
    """The items of one page."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.parts = draft.parts
        self.start = draft.headline + 1 if 0 <= draft.headline < draft.first else max(0, draft.first - 20)
        self.stop = min(len(draft.parts), draft.last + _NEAR)
        self.title = folded(draft.parts[draft.headline].block.text) if draft.headline >= 0 else ""

    def name(self) -> None:
        """Box after box; what one has taken is not looked at again."""
        n = self.start
        while n < self.stop:
            heading = self._heading(n)
            if heading is None or heading.role is None:
                self._name_labelled(n)
                n += 1
                continue
            n = self._name_box(heading)
        self.draft.find_story()

    def _heading(self, n: int) -> _Heading | None:
        """What a line says that stands over a box; None if it does not stand over one."""
        part = self.parts[n]
        text = part.block.text
        if (
            len(text) > _LONGEST_HEADING
            or is_story_link(part.block)
            or (SENTENCE.search(text) and not text.endswith(_GO_ON))
        ):
            return None
        if part.role not in _MAY_HEAD:
            return None
        marks = self.draft.marks[n]
        if heads_box(text, LISTING):
            return _Heading(n, None)
        if heads_box(text, PAID):
            return _Heading(n, Role.SPONSORED)
        if heads_comments(text) or (len(text.split()) < HEADING_WORDS and Mark.SPONSORED in marks):
            return _Heading(n, None)  # `Advertisement` alone announces no item
        told = Mark.RELATED in marks and len(text.split()) <= HEADING_WORDS and ":" not in text[:-1]
        return _Heading(n, Role.RELATED) if told or heads_box(text, RELATED) else None

    def _name_box(self, heading: _Heading) -> int:
        """Name the lines of the box under a heading; where to look on."""
        role = heading.role
        assert role is not None
        titles, beside = self._lines_of(heading)
        for n in titles:
            self._call(n, role, 0.7, _REASONS[role])
        last = titles[-1] if titles else heading.at
        for n in beside:
            self._call(n, role, 0.65, _BESIDE[role])
            last = max(last, n)
        return last + 1

    def _call(self, n: int, role: Role, confidence: float, reason: str) -> None:
        if self.parts[n].role is not role:
            self.draft.name(n, role, confidence, reason)

    def _lines_of(self, heading: _Heading) -> tuple[list[int], list[int]]:
        """The lines under a heading that are items' headlines, and those that stand with them."""
        parts, marks = self.parts, self.draft.marks
        top = parts[heading.at].block
        titles: list[int] = []
        beside: list[int] = []
        waiting: list[int] = []
        said: set[str] = set()
        inner = 0
        labelled = False
        for n in range(heading.at + 1, min(self.stop, heading.at + _MOST_LINES)):
            part = parts[n]
            block, text = part.block, part.block.text
            if titles and inner and block.indent < inner:
                break
            within = block.indent > top.indent
            if self._ends(n, heading, within):
                break
            if titles and not inner and block.gap > 2 and block.gap > parts[titles[0]].block.gap + 1:
                break
            key = folded(text)
            if key and key in said:
                waiting.append(n)
                continue
            if not marks[n].isdisjoint({Mark.AGE, Mark.DATE}) and (only_date(text) or len(text) < 45):
                waiting.append(n)
                continue
            if self._is_title(n, within):
                if len(titles) == _MOST_ITEMS:
                    break
                if not titles:
                    if block.tag != "item" and any(
                        parts[m].block.tag == "item" and parts[m].block.text[:1].isalpha() for m in waiting
                    ):
                        break  # a list of topics, then something else
                    labelled = any(_is_label(parts[m].block) for m in waiting)
                    low = min(parts[m].block.indent for m in (*waiting, n))
                    inner = low if low > top.indent else 0
                elif parts[titles[0]].block.tag == "item" != block.tag and not inner:
                    break
                elif len(titles) == 1:
                    labelled = labelled or any(_is_label(parts[m].block) for m in waiting)
                titles.append(n)
                said.add(key)
                beside += waiting
                waiting = []
                continue
            if Mark.CUT in marks[n]:
                waiting.append(n)
                continue
            if SENTENCE.search(text):
                if (
                    not titles
                    or len(text) > _LONGEST_TEASER
                    or (part.role in BODY_ROLES and not inner and not self._is_teaser(n))
                ):
                    break
                waiting.append(n)
                continue
            if _is_label(block) or part.role in (Role.CREDIT, Role.CAPTION) or Mark.CREDIT_TAIL in marks[n]:
                if len(titles) > 1 and not labelled and not inner:
                    break
                if sum(_is_label(parts[m].block) for m in waiting) > 1 + bool(titles):
                    break
                waiting.append(n)
                continue
            break
        if titles:
            beside += self._trailing(titles[-1], waiting, bool(inner))
        return titles, beside

    def _trailing(self, last: int, waiting: list[int], bounded: bool) -> list[int]:
        """What follows the last headline and is its own: in a box that is set in all, else its day and its teaser."""
        own = []
        for n in waiting:
            text = self.parts[n].block.text
            dated = not self.draft.marks[n].isdisjoint({Mark.AGE, Mark.DATE})
            again = folded(text) == folded(self.parts[last].block.text)
            if not (bounded or dated or again or (SENTENCE.search(text) and n == last + 1)):
                break
            own.append(n)
        return own

    def _ends(self, n: int, heading: _Heading, within: bool) -> bool:
        """Whether a line is none of a box's: another heading, a claim of rights, the story going on."""
        part = self.parts[n]
        marks = self.draft.marks[n]
        if not _ENDS.isdisjoint(marks) or part.role in (Role.HEADLINE, Role.COPYRIGHT, Role.DECK):
            return True
        if (
            _HEADING.fullmatch(part.block.tag)
            and part.block.tag <= self.parts[heading.at].block.tag != "line"
        ):
            return True
        if self._heading(n) is not None:
            return True
        if Mark.READER_SERVICE in marks and not self._is_title(n, within):
            return True
        if self.title and folded(part.block.text) == self.title:
            return True
        if part.role in BODY_ROLES:
            return not (within or self._is_title(n, within) or self._is_teaser(n))
        return False

    def _is_teaser(self, n: int) -> bool:
        """Whether what the model takes for the story's, not surely, is set between an item's headline and its other lines."""
        part, after = self.parts[n], self.parts[n + 1] if n + 1 < len(self.parts) else None
        if part.confidence >= _DOUBTED or after is None or after.role in BODY_ROLES:
            return False
        return self._is_title(n - 1, False) and bool(SENTENCE.search(part.block.text))

    def _is_title(self, n: int, within: bool) -> bool:
        """Whether a line may be another story's headline."""
        part = self.parts[n]
        text = part.block.text
        told = without_day(text) if part.block.links else text
        if not is_worded_as_headline(told) or not _NO_TITLE.isdisjoint(self.draft.marks[n]):
            return False
        if BUTTON.match(text) or is_legal(text):
            return False
        if part.role in BODY_ROLES:
            listed = part.block.tag == "item" and part.confidence < _SURE
            return listed or is_story_link(part.block) or within
        if Mark.BYLINE in self.draft.marks[n] and len(text) < 40:
            return False
        return part.role in _OPEN or part.role in (Role.RELATED, Role.SPONSORED)

    def _name_labelled(self, n: int) -> None:
        """A line that says itself what it is: `Read more: ...`, or a heading and its link run together."""
        part = self.parts[n]
        text = part.block.text
        if part.role not in (*_OPEN, *BODY_ROLES) or len(text) > 260 or part.role is Role.CREDIT:
            return
        rest = behind_heading(text, RELATED)
        role = Role.RELATED
        if rest is None:
            rest, role = behind_heading(text, PAID), Role.SPONSORED
        if rest is not None:
            parted = _PARTED.match(rest)
            told = rest[parted.end() :] if parted else ""
            if parted and is_worded_as_headline(told) and not is_legal(told):
                self._call(n, role, 0.7, "it begins as a link to another story does")
                return
        if part.block.links:
            first = part.block.links[0]
            before, words = text[: first.span.start], text[first.span.start : first.span.end]
            if before.strip() and first.span.end > len(text) - 4 and is_worded_as_headline(words):
                start = opening(before)
                if len(before) < 40 and start.startswith(RELATED):
                    self._call(n, Role.RELATED, 0.7, "a link behind the heading of other stories")
                elif len(before) < 20 and (
                    start.startswith(PAID) or Mark.SPONSORED in find_marks(before.strip())
                ):
                    self._call(n, Role.SPONSORED, 0.7, "a link behind the heading of paid items")


def _is_label(block: Block) -> bool:
    """Whether a line is too short for a headline and may be an item's topic, writer or source."""
    text = block.text
    return len(text) < 50 and len(text.split()) <= _LABEL_WORDS and not SENTENCE.search(text)


__all__ = ["name_flat_items"]
