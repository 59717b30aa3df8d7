"""Whether a caption is a film's."""

import re
from collections.abc import Sequence

from ...record import Layout, Part
from .marked import part_words

_FILM_BOX = re.compile(
    r"(?<!\S)(?:(?:inline-?|jw-?)?videos?(?![a-z])|video-?(?:js|player|embed)|jw-?player|media-?player)|(?<![a-z])video-?player",
    re.I,
)
_FILM_LENGTH = re.compile(
    r"(?i)^\W*(?:(?:video|watch|duration|dauer|durée|duración|durata|länge)\W*)*\d{1,2}:[0-5]\d(?:\W+\d{1,2}:[0-5]\d)*\W*$"
)


def tells_of_a_film(n: int, parts: Sequence[Part], layout: Layout) -> bool:
    """Whether a caption is a film's: in a player's box, or right behind the film's length."""
    if n and _FILM_LENGTH.match(parts[n - 1].block.text):
        return True
    at, steps = parts[n].block.container, 0
    while at >= 0 and steps < 4:
        container = layout.containers[at]
        if container.tag in ("article", "main", "section", "body"):
            return False
        if _FILM_BOX.search(part_words(container.words)):
            return True
        at, steps = container.parent, steps + 1
    return False
