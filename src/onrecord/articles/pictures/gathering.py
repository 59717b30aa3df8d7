"""The story's pictures, gathered from figures, from captions alone and from images without words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...languages.editors_lines.rights import ALL_RIGHTS
from ...record import Image, Layout, Part, Picture, Role
from ..bylines.leads import LEAD
from ..headlines import folded
from .captions import clean_credit
from .films import tells_of_a_film
from .folding import fold
from .found import Found
from .images import best_of, figure_round, may_be_picture, nearest_to
from .marked import credit_in_attributes

_RIGHTS_ALONE = re.compile(rf"\W*(?:(?:copyright|©|\(c\))\W*)?(?:{ALL_RIGHTS})\W*$", re.I)
_FOR = re.compile(r"(?i)^\S+(?: \S+){1,3} for (?:the )?(.+)$")
"""`Mara Quill for the Harbour Post`: a credit, where that is the site's own name."""
_LONGEST_BYLINE = 80
_TELLING = frozenset({Role.CAPTION, Role.CREDIT})


@dataclass(frozen=True, slots=True)
class Known:
    """What a page's pictures are not called: its headline, its writers, its site (`sites` are folded names)."""

    headline: str | None = None
    writers: tuple[str, ...] = ()
    sites: frozenset[str] = frozenset()


def find_pictures(
    parts: Sequence[Part], layout: Layout, story: range, source: str, known: Known = Known()
) -> tuple[Picture, ...]:
    """The pictures that belong to the story: those with a caption or credit, and those that stand inside it.

    The words of a film are left out, and the name that a writer's portrait bears.
    """
    zone = range(story.start - 8, story.stop + 4)
    writers = {folded(name) for name in known.writers}
    lines = [
        n
        for n, part in enumerate(parts)
        if part.role in _TELLING
        and (n in zone or not story)
        and not _names_writer(part.block.text, writers)
        and not tells_of_a_film(n, parts, layout)
    ]
    gathered = _Gathered(parts, layout, source)
    gathered.take_figures(lines)
    gathered.take_lines(lines)
    gathered.take_images(story)
    for picture in gathered.found:
        _settle_words(picture, known, source)
    found = fold(sorted(gathered.found, key=lambda picture: picture.order))
    return tuple(Picture(p.url, p.caption, p.credit, p.alt, tuple(p.places)) for p in found)


_OTHER_ITEMS = frozenset({Role.RELATED, Role.SPONSORED, Role.COMMENT})


@dataclass(slots=True)
class _Gathered:
    """The pictures of a page as far as they are found, and which lines and images they have used."""

    parts: Sequence[Part]
    layout: Layout
    source: str
    found: list[Found] = field(default_factory=list)
    lines: set[int] = field(default_factory=set)
    images: set[int] = field(default_factory=set)

    def take_figures(self, lines: Sequence[int]) -> None:
        """A picture for each figure with one caption; with more captions than one, each has a picture of its own."""
        figures: dict[int, list[int]] = {}
        for number, image in enumerate(self.layout.images):
            if image.figure >= 0:
                figures.setdefault(image.figure, []).append(number)
        inside: dict[int, list[int]] = {}
        for n in lines:
            place = figure_round(self.parts[n].block.container, self.layout, figures)
            if place >= 0:
                inside.setdefault(place, []).append(n)
        for figure, its_lines in inside.items():
            images = [self.layout.images[i] for i in figures[figure]]
            captions = [n for n in its_lines if self.parts[n].role is Role.CAPTION]
            if len(captions) > 1 and len(images) >= len(captions):
                continue
            self.images.update(figures[figure])
            picture = Found(its_lines[0])
            picture.take_image(best_of(images))
            picture.places.extend(image.source for image in images)
            for n in its_lines:
                picture.take_words(self.parts[n], self.source)
            self.lines.update(its_lines)
            self.found.append(picture)

    def take_lines(self, lines: Sequence[int]) -> None:
        """A picture for each caption or credit that is left, with the image nearest to it."""
        previous: Found | None = None
        previous_line = -9
        for n in lines:
            if n in self.lines:
                continue
            part = self.parts[n]
            # a credit that follows its caption, or a caption that follows its credit
            if previous is not None and n - previous_line == 1 and previous.lacks(part):
                previous.take_words(part, self.source)
                previous_line = n
                continue
            picture = Found(n)
            near = nearest_to(n, self.layout, self.images)
            if near is not None:
                self._take_image(picture, near)
            picture.take_words(part, self.source)
            self.found.append(picture)
            previous, previous_line = picture, n

    def take_images(self, story: range) -> None:
        """A picture for each image that is left inside the story, without words."""
        for number, image in enumerate(self.layout.images):
            if number in self.images or image.before not in story or not may_be_picture(image):
                continue
            if image.figure < 0 and not (image.width and image.width >= 300) and story.start >= image.before:
                continue
            if image.figure < 0 and self._is_a_cards(image):
                continue
            picture = Found(image.before - 0.5)
            self._take_image(picture, number)
            self.found.append(picture)

    def _is_a_cards(self, image: Image) -> bool:
        """Whether an image shares its box with the line of another item, above or below it, and with none of the story."""
        at = image.container
        for _ in range(2):
            if at < 0:
                return False
            box = self.layout.containers[at]
            beside = [
                part
                for part in self.parts[max(0, image.before - 3) : image.before + 3]
                if box.source.holds(part.block.source)
            ]
            if any(part.span is not None for part in beside):
                return False
            if any(part.role in _OTHER_ITEMS for part in beside):
                return True
            at = box.parent
        return False

    def _take_image(self, picture: Found, number: int) -> None:
        self.images.add(number)
        picture.take_image(self.layout.images[number])
        picture.places.append(self.layout.images[number].source)


def _names_writer(text: str, writers: set[str]) -> bool:
    """Whether a line is a writer's name, or a byline with it, as it stands under a portrait."""
    if folded(text) in writers:
        return True
    byline = len(text) < _LONGEST_BYLINE and LEAD.match(text)
    return bool(byline) and any(writer in folded(text) for writer in writers if writer)


def _settle_words(picture: Found, known: Known, source: str) -> None:
    """Take away a caption that is none, and look for the credit in the mark-up."""
    if picture.caption and (
        _RIGHTS_ALONE.match(picture.caption) or folded(picture.caption) == folded(picture.credit or "")
    ):
        # the claim of rights or the photographer alone, printed where a caption would stand
        picture.caption = None
    words = folded(picture.caption or "")
    if picture.caption and words == folded(known.headline or ""):
        picture.caption = None
    for_whom = _FOR.search(picture.caption) if picture.caption else None
    if picture.caption and (words in known.sites or (for_whom and folded(for_whom[1]) in known.sites)):
        picture.credit, picture.caption = picture.credit or clean_credit(picture.caption), None
    if picture.caption and picture.credit is None and picture.image is not None:
        picture.credit = credit_in_attributes(picture.image, picture.caption, source)
