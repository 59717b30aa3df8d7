"""Which images may be the story's, and which are one."""

import re

from ...record import Image, Layout

_SIZE = re.compile(r"[-_](?:\d{2,4}x\d{2,4}|scaled|w\d{2,4}|h\d{2,4}|\d{3,4}w|(?:e\d{10,}))(?=[-_.]|$)")
_SMALL = 120


def figure_round(container: int, layout: Layout, figures: dict[int, list[int]]) -> int:
    at, steps = container, 0
    while at >= 0 and steps < 8:
        if at in figures:
            return at
        at, steps = layout.containers[at].parent, steps + 1
    return -1


def best_of(images: list[Image]) -> Image:
    return max(images, key=lambda image: (bool(image.url), image.width or 0))


def nearest_to(line: int, layout: Layout, used: set[int]) -> int | None:
    """The picture just before a caption without a figure round both, or just after it."""
    best: tuple[int, int] | None = None
    for number, image in enumerate(layout.images):
        if number in used or not may_be_picture(image):
            continue
        distance = line - image.before
        if 0 <= distance <= 4:
            rank = distance
        elif -2 <= distance < 0:
            rank = 6 - distance
        else:
            continue
        if best is None or rank <= best[0]:
            best = (rank, number)
    return best[1] if best else None


def may_be_picture(image: Image) -> bool:
    """Whether an image may be the story's rather than an icon, a logo or a counter."""
    if (image.width is not None and image.width < _SMALL) or (image.height is not None and image.height < 80):
        return False
    url = (image.url or "").lower()
    if not url or (url.startswith("data:") and len(url) < 3000):
        return False
    return not re.search(
        r"logo|icon|avatar|sprite|pixel|spacer|blank\.|badge|button|emoji|gravatar|\.svg|tracking|/ads?/|placeholder|author|profile",
        url,
    )


def image_key(url: str) -> str:
    """What two renditions of one picture have in common: the file's name without size."""
    path = re.split(r"[?#]", url)[0].rstrip("/")
    name = path.rsplit("/", 1)[-1].casefold()
    stem = re.sub(r"\.(?:jpe?g|png|webp|gif|avif)(?:\.\w+)?$", "", name)
    return _SIZE.sub("", stem)
