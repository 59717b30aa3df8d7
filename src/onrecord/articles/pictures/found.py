"""One picture while its parts come together: its image, its caption, its credit."""

import re
from dataclasses import dataclass, field

from ...record import Image, Part, Role, Span
from ..agencies import is_picture_service
from ..headlines import folded
from .captions import SENTENCE_END, clean_credit, split_caption
from .marked import credit_in_element, without

# a gallery numbers its pictures: "3/12", "3 of 12"
_COUNTER = re.compile(r"^\W*\d{1,3}\s*(?:/|of|von|de|di|sur|av|van|из)\s*\d{1,3}\W*$", re.I)
_NO_CAPTION = frozenset("bild image photo foto video audio picture powered by loading close".split()) | {
    "powered by"
}


@dataclass(slots=True, eq=False)
class Found:
    """One picture while its parts come together; `order` is its place among the blocks."""

    order: float
    image: Image | None = None
    url: str | None = None
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    places: list[Span] = field(default_factory=list)

    def take_image(self, image: Image) -> None:
        """Let it be this image."""
        self.url = image.url
        self.alt = image.alt or None
        self.image = image

    def take_words(self, part: Part, source: str) -> None:
        """Take the caption, the credit or both from a part."""
        text = part.block.text
        self.places.append(part.block.source)
        if _COUNTER.match(text):
            return
        marked = credit_in_element(part, source)
        if marked:
            caption, credit = without(text, marked), clean_credit(marked)
            if caption:
                caption, more = split_caption(caption)
                credit = credit or more
        else:
            caption, credit = split_caption(
                text, alone=part.role is Role.CREDIT and not SENTENCE_END.search(text)
            )
        if caption and part.role is Role.CREDIT and self.caption:
            caption, credit = None, clean_credit(text)
        if caption and credit is None and (is_picture_service(caption) or caption.casefold() in _NO_CAPTION):
            credit = None if caption.casefold() in _NO_CAPTION else clean_credit(caption)
            caption = None
        if caption:
            if self.caption is None:
                self.caption = caption
            elif folded(caption) != folded(self.caption):
                if self.credit is None and credit is None and len(caption) < 80:
                    self.credit = clean_credit(caption)
                elif folded(caption).startswith(folded(self.caption.rstrip(".…"))):
                    self.caption = caption
        if credit and self.credit is None:
            self.credit = credit

    def lacks(self, part: Part) -> bool:
        """Whether a part may be what it has not yet, its caption or its credit."""
        if part.role is Role.CREDIT:
            return self.credit is None or folded(self.credit) == folded(clean_credit(part.block.text) or "")
        return self.caption is None
