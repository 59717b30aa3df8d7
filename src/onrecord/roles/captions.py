"""Captions and credits that the model took for something else, by their words and their boxes."""

import re

from ..record import BODY_ROLES, Block, Container, Image, Role
from .box_words import (
    AUTHOR_CLASS,
    CAPTION_CLASS,
    CARD_WORDS,
    CREDIT_CLASS,
    LISTING_WORDS,
    PICTURE_WORDS,
    RELATED_WORDS,
)
from .drafts import Draft
from .marks import Mark
from .short_lines import BUTTON, SENTENCE, folded, only_date

_TAIL = 30
"""Letters that a credit or the site's name may add to a picture's words."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_LONG_HEADING = 60
_WIDE = 400
"""Pixels from which on a picture is as wide as a column of text: adverts and authors' portraits are narrower."""
_MAY_BE_CAPTION = frozenset(
    {Role.CAPTION, Role.FURNITURE, Role.PARAGRAPH, Role.LIST_ITEM, Role.CELL, Role.BYLINE}
)
# (AP Photo/Mara Quill), (Foto: dpa), [Mara Quill/Getty Images]: a credit in brackets at the end
_CREDITED = re.compile(
    r"[(\[](?:(?:ap|afp|epa|reuters|file|handout|pool|staff)\s+)?(?:photos?|fotos?|images?|pictures?|bild|photograph|credit|kuva|zdj)\b\s?(?:/|:|by\b|courtesy|via|credit)[^()\[\]]{2,80}[)\]]\.?$"
    r"|[(\[][^()\[\]]{2,60}(?:/|via )\s?(?:getty images|afp|reuters|ap|epa|bloomberg|dpa)(?:[ /][\w ]{2,30})?[)\]]\.?$",
    re.I,
)
# a film's length before its title: "2:34 Dockers march in Lund"
_PLAYED = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s|$)")
# `陈默 摄`, `（高瀬直人撮影）`: taken by, lent by
_TAKEN = re.compile(r"(?:摄|攝|撮影|供图|供圖|提供)[）)]?$")
_NO_PICTURE_WORDS = frozenset({Mark.AGE, Mark.BYLINE, Mark.READER_SERVICE, Mark.RELATED, Mark.SPONSORED})
_NO_CAPTIONS = frozenset({Mark.BYLINE, Mark.READER_SERVICE, Mark.RELATED})


class Captions:
    """The pictures of one page, and which of its blocks go with them."""

    def __init__(self, draft: Draft, images: tuple[Image, ...]) -> None:
        self.draft = draft
        self._pictures = images
        self._figures = {image.figure for image in images if image.figure >= 0}
        self._images = {image.before for image in images if image.url and (image.width or 200) >= 120}
        self._alts: set[str] | None = None
        self._boxed: dict[int, int] = {}

    def name(self) -> None:
        """Name them, from the headline to just under the story."""
        top = self.draft.headline if 0 <= self.draft.headline < self.draft.first else self.draft.first - 10
        if self.draft.containers:
            self._boxed = self._in_picture_boxes(max(0, min(top, self.draft.first - 10)))
        for n in range(
            max(0, min(top, self.draft.first - 10)), min(len(self.draft.parts), self.draft.last + 4)
        ):
            part = self.draft.parts[n]
            text = part.block.text
            if part.role not in _MAY_BE_CAPTION or not text:
                continue
            if len(text) > 10 and text[-1] in ")]." and _CREDITED.search(text[-160:]):
                alone = text[0] in "([" and not text[1:-2].count(")") and len(text) < 90
                if alone or part.role is not Role.CAPTION:
                    role = Role.CREDIT if alone else Role.CAPTION
                    self.draft.name(n, role, 0.9, "it ends with a picture's credit")
                continue
            if text.endswith(("...", "…")) and len(text) < 200 and self._begins_a_caption(n):
                self.draft.name(n, Role.CAPTION, 0.9, "a caption cut short; the whole one follows")
                continue
            if part.role is not Role.CAPTION and self._repeats_a_caption(n):
                self.draft.name(n, Role.CAPTION, 0.9, "it says again what the caption before it says")
                continue
            if part.role is Role.CAPTION or part.role is Role.CREDIT:
                if part.role is Role.CAPTION and self._is_credit(n):
                    self.draft.name(n, Role.CREDIT, 0.85, "the page marks it as a credit")
                continue
            if self.draft.containers:
                if self._captions(n):
                    if (
                        len(text) < 90
                        and (self._is_credit(n) or Mark.CREDIT in self.draft.marks[n] or self._ends_a_box(n))
                        and Mark.DATE not in self.draft.marks[n]
                    ):
                        self.draft.name(n, Role.CREDIT, 0.8, "it stands with a picture and says whose it is")
                    else:
                        self.draft.name(n, Role.CAPTION, 0.8, "it stands with a picture as its caption does")
                elif (
                    part.role is Role.FURNITURE
                    and 6 < len(text) <= 120
                    and Mark.CREDIT in self.draft.marks[n]
                ):
                    if Mark.DATE not in self.draft.marks[n] and PICTURE_WORDS.search(
                        self.draft.words_round(n, 3)
                    ):
                        self.draft.name(n, Role.CREDIT, 0.75, "it begins as a picture's credit does")
            elif part.role is Role.FURNITURE and 6 < len(text) <= 120 and Mark.CREDIT in self.draft.marks[n]:
                if Mark.DATE not in self.draft.marks[n]:
                    self.draft.name(n, Role.CREDIT, 0.75, "it begins as a picture's credit does")

    def name_over_credits(self) -> None:
        """What shares a picture's box with its credit and stands right over it is its caption.

        So is a long line by a picture that is set as a heading and has a credit under it.
        """
        if not self.draft.has(Role.CREDIT):
            return
        for n, part in enumerate(self.draft.parts[1:], 1):
            if part.role is not Role.CREDIT:
                continue
            over = self.draft.parts[n - 1]
            if (
                over.role is Role.SUBHEAD
                and over.confidence < 0.9
                and len(over.block.text) > _LONG_HEADING
                and self._near_image(n - 1, 1)
            ):
                self.draft.name(n - 1, Role.CAPTION, 0.7, "it stands over a picture's credit")
            if (
                over.role is Role.FURNITURE
                and n in self._boxed
                and self._boxed.get(n - 1) == self._boxed[n]
                and 14 < len(over.block.text) < 300
                and not over.block.links
                and _NO_PICTURE_WORDS.isdisjoint(self.draft.marks[n - 1])
                and not BUTTON.match(over.block.text)
            ):
                self.draft.name(
                    n - 1, Role.CAPTION, 0.8, "it stands over a picture's credit, in one box with it"
                )

    def _in_picture_boxes(self, start: int) -> dict[int, int]:
        """The blocks that share a box with a picture and hardly anything else, each with its picture's number.

        Sites without `figure` set a picture and its words into a box of their own all the same, whatever they call it.
        Where a page sets every paragraph into a box with a picture, the boxes are how it is built and say nothing.
        """
        found: dict[int, int] = {}
        for number, image in enumerate(self._pictures):
            if not start <= image.before <= self.draft.last + 2:
                continue
            if not image.url or (image.width or 200) < 120 or (image.height or 200) < 80:
                continue
            at, steps = image.container, 0
            while at >= 0 and steps < 7:
                container = self.draft.containers[at]
                if container.tag in ("article", "main", "body", "html", "ul", "ol", "table", "a"):
                    break
                members = self._members(container, image.before)
                if members is None:
                    break
                if members:
                    found.update(dict.fromkeys(members, number))
                    if any(len(self.draft.parts[n].block.text) > 40 for n in members):
                        break
                at, steps = container.parent, steps + 1
        taken = sum(
            len(self.draft.parts[n].block.text) for n in found if self.draft.parts[n].role in BODY_ROLES
        )
        whole = sum(len(self.draft.parts[n].block.text) for n in self.draft.story)
        return found if taken < 0.25 * whole else {}

    def _members(self, container: Container, near: int) -> list[int] | None:
        """The blocks of a small box round a place; None if the box holds more than a picture's words."""
        members: list[int] = []
        size = 0
        for step, first in ((-1, near - 1), (1, near)):
            n = first
            while 0 <= n < len(self.draft.parts) and container.source.holds(self.draft.parts[n].block.source):
                members.append(n)
                size += len(self.draft.parts[n].block.text)
                if len(members) > 3 or size > 500 or self._is_card(n):
                    return None
                n += step
        return sorted(members)

    def _is_card(self, n: int) -> bool:
        """Whether a block is the heading, the link or the age of another story's card, or a button."""
        block = self.draft.parts[n].block
        text = block.text
        if (block.tag in _HEADINGS or block.tag in ("button", "label", "li")) and not self._is_alt(text):
            return True
        if block.links and sum(link.span.end - link.span.start for link in block.links) > 0.5 * len(text):
            return True
        if _PLAYED.match(text):
            return True
        return len(text) < 100 and not _NO_PICTURE_WORDS.isdisjoint(self.draft.marks[n])

    def _is_boxed_caption(self, n: int) -> bool:
        """Whether a block that shares a box with a picture is its caption or credit.

        What the model took for furniture must look like one in some other way too: players, games and
        newsletters have a picture and a few words as well, and cards a heading in the words of their picture.
        """
        part = self.draft.parts[n]
        text = part.block.text
        if part.role in BODY_ROLES:
            if part.confidence > 0.985 or len(text) > 400:
                return False
        elif not (
            (self._is_alt(text) and part.block.tag not in _HEADINGS)
            or Mark.CREDIT in self.draft.marks[n]
            or Mark.CREDIT_TAIL in self.draft.marks[n]
            or _TAKEN.search(text)
            or any(role in (Role.CAPTION, Role.CREDIT) and share >= 0.03 for role, share in part.rivals)
            or self._follows_a_credit(n)
            or self._stands_under_a_wide_picture(n)
        ):
            return False
        around = self.draft.words_round(n, 3)
        if any(words.search(around) for words in (RELATED_WORDS, CARD_WORDS, AUTHOR_CLASS, LISTING_WORDS)):
            return False
        return self._says_no_other(n, text)

    def _follows_a_credit(self, n: int) -> bool:
        """Whether the block before says whose the picture is that both share a box with."""
        return (
            n - 1 in self._boxed
            and self._boxed[n - 1] == self._boxed[n]
            and Mark.CREDIT in self.draft.marks[n - 1]
        )

    def _stands_under_a_wide_picture(self, n: int) -> bool:
        """Whether a line inside the story shares a box with a picture as wide as the text and one line more at most."""
        part = self.draft.parts[n]
        return (
            self.draft.first < n < self.draft.last
            and (self._pictures[self._boxed[n]].width or 0) >= _WIDE
            and list(self._boxed.values()).count(self._boxed[n]) <= 2
            and part.confidence < 0.9
            and len(part.block.text) > 14
            and not part.block.links
        )

    def _ends_a_box(self, n: int) -> bool:
        """Whether a few words without a full stop follow a caption in the box of one picture: a name, a source."""
        text = self.draft.parts[n].block.text
        return (
            n - 1 in self._boxed
            and self._boxed.get(n) == self._boxed[n - 1]
            and self.draft.parts[n - 1].role is Role.CAPTION
            and len(text) < 60
            and len(text.split()) <= 7
            and not SENTENCE.search(text)
            and len(self.draft.parts[n - 1].block.text) > len(text)
        )

    def _captions(self, n: int) -> bool:
        """Whether a block stands as a caption does: in a picture's figure, in an element called a caption, or in
        the words that describe a picture beside it."""
        part = self.draft.parts[n]
        block = part.block
        text = block.text
        if not 3 <= len(text) <= 700 or block.tag in ("button", "label"):
            return False
        if n in self._boxed and self._is_boxed_caption(n):
            return True
        beside = self._near_image(n, 1)
        if part.role is Role.SUBHEAD or (
            part.role in BODY_ROLES and part.confidence > 0.97 and block.tag != "figcaption"
        ):
            return beside and len(text) > 11 and self._is_alt(text)
        called = self._called_caption(n)
        if not called and not beside and not self._near_image(n, 3):
            return False
        if block.links and sum(link.span.end - link.span.start for link in block.links) > 0.6 * len(text):
            return False
        if called:
            return self._says_no_other(n, text)
        if (len(text) > 11 and self._is_alt(text)) or self._describes_a_picture_beside(n):
            # a heading in the words of its picture is a card's, an address the writer's
            return block.tag not in _HEADINGS and block.tag != "address" and self._says_no_other(n, text)
        if not beside or part.role in BODY_ROLES or Mark.CREDIT_TAIL not in self.draft.marks[n]:
            return False
        return self._says_no_other(n, text)

    def _called_caption(self, n: int) -> bool:
        """Whether the elements round a block are a picture's figure or are called a caption."""
        part = self.draft.parts[n]
        at, steps = part.block.container, 0
        while at >= 0 and steps < 5:
            container = self.draft.containers[at]
            if container.tag in ("article", "main", "section", "body"):
                break
            if container.tag == "figcaption" or (at in self._figures and steps < 4):
                return part.role is not Role.BYLINE
            if steps < 3 and container.words and CAPTION_CLASS.search(container.words):
                return self._near_image(n, 6)
            at, steps = container.parent, steps + 1
        inner = part.block.inner
        return bool(inner) and bool(CAPTION_CLASS.search(inner)) and self._near_image(n, 4)

    def _says_no_other(self, n: int, text: str) -> bool:
        """Whether a block's words do not make it a byline, a date, a button or a call to the reader."""
        marks = self.draft.marks[n]
        if _NO_CAPTIONS & marks or (Mark.DATE in marks and only_date(text)):
            return False
        return not BUTTON.match(text) and not _PLAYED.match(text)

    def _is_alt(self, text: str) -> bool:
        """Whether a block has the very words that describe one of the page's pictures."""
        if self._alts is None:
            self._alts = {folded(image.alt) for image in self._pictures if len(image.alt) > 11}
        return bool(self._alts) and folded(text) in self._alts

    def _describes_a_picture_beside(self, n: int) -> bool:
        """Whether a block has the words of the picture right before it, all but a credit or the site's name."""
        text = folded(self.draft.parts[n].block.text)
        for image in self._pictures:
            if image.before == n and len(text) > 5:
                alt = folded(image.alt)
                short, long = sorted((alt, text), key=len)
                if len(short) > 5 and long.startswith(short) and len(long) - len(short) <= _TAIL:
                    return True
        return False

    def _near_image(self, n: int, reach: int) -> bool:
        return not self._images.isdisjoint(range(n - reach, n + 2))

    def _is_credit(self, n: int) -> bool:
        block = self.draft.parts[n].block
        return len(block.text) < 120 and (block.tag == "cite" or self._in_credit(block))

    def _in_credit(self, block: Block) -> bool:
        at = block.container
        return at >= 0 and bool(
            CREDIT_CLASS.search(self.draft.containers[at].words + " " + self.draft.containers[at].itemprop)
        )

    def _repeats_a_caption(self, n: int) -> bool:
        """Whether a block has the words that the caption right before it begins with, as for a larger view."""
        text = self.draft.parts[n].block.text
        before = self.draft.parts[n - 1] if n else None
        return (
            before is not None
            and before.role is Role.CAPTION
            and len(text) > 20
            and before.block.text.startswith(text)
        )

    def _begins_a_caption(self, n: int) -> bool:
        start = self.draft.parts[n].block.text.rstrip(".… ")
        following = self.draft.parts[n + 1 : n + 4]
        return len(start) > 15 and any(
            p.block.text.startswith(start)
            and (p.role is Role.CAPTION or _CREDITED.search(p.block.text[-160:]))
            for p in following
        )
