"""A page while its parts are named: what each block is taken for by now, and where the story lies."""

from collections.abc import Sequence

from ..record import BODY_ROLES, Declared, Layout, Part, Role
from .marks import Mark


class Draft:
    """The parts of one page, and the story's first and last among them; each pass names some of the parts anew."""

    def __init__(
        self,
        parts: Sequence[Part],
        layout: Layout,
        declared: Declared,
        marks: Sequence[frozenset[Mark]],
    ) -> None:
        self.parts = list(parts)
        self.containers = layout.containers
        self.declared = declared
        self.marks = marks
        self.headline = -1
        self.first = self.last = -1
        self.story: list[int] = []
        self.find_story()
        self._words: dict[tuple[int, int], str] = {}

    def name(self, n: int, role: Role, confidence: float, reason: str) -> None:
        """Give a part another role; the one it had becomes the first of its rivals."""
        part = self.parts[n]
        rivals = tuple(
            rival for rival in ((part.role, part.confidence), *part.rivals) if rival[0] is not role
        )
        self.parts[n] = Part(part.block, role, confidence, reason, rivals[:3], part.span)

    def has(self, role: Role) -> bool:
        """Whether any part has the role by now."""
        return role in [part.role for part in self.parts]

    def find_story(self) -> None:
        """Look where the story begins and ends, now that other parts have got their names."""
        self.story = [n for n, part in enumerate(self.parts) if part.role in BODY_ROLES]
        if self.story:
            self.first, self.last = self._main_run(self.story)

    def _main_run(self, story: list[int]) -> tuple[int, int]:
        """First and last block of the story; a stray block far above or below does not stretch it."""
        if len(story) < 3:
            return story[0], story[-1]
        first, last = 0, len(story) - 1
        sizes = [len(self.parts[n].block.text) for n in story]
        while first < last and story[first + 1] - story[first] > 30 and sizes[first] < sum(sizes) * 0.1:
            first += 1
        while last > first and story[last] - story[last - 1] > 30 and sizes[last] < sum(sizes) * 0.1:
            last -= 1
        return story[first], story[last]

    def words_round(self, n: int, depth: int = 5) -> str:
        """Class and id words of the containers round a block, innermost first, of `depth` containers at most."""
        at = self.parts[n].block.container
        known = self._words.get((at, depth))
        if known is None:
            pieces = []
            step, place = 0, at
            while place >= 0 and step < depth:
                container = self.containers[place]
                if container.tag in ("body", "html", "main", "article"):
                    break
                if container.words:
                    pieces.append(container.words)
                place, step = container.parent, step + 1
            known = self._words[at, depth] = " ".join(pieces)
        return known
