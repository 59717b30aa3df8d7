"""Repeats of one picture made one."""

from ..headlines import folded
from .found import Found
from .images import image_key


def fold(found: list[Found]) -> list[Found]:
    """Repeats made one: the same words, words cut short with dots, the same file in other sizes."""
    kept: list[Found] = []
    by_words: dict[str, Found] = {}
    for picture in found:
        words = folded(picture.caption or "")
        cut = _is_cut(picture)
        twin = by_words.get(words) if words and not cut else None
        if twin is None and cut:
            twin = _in_full(picture, words, found)
            if twin is not None and twin not in kept:
                # the full words come later: they take the place of the short ones
                twin.order = min(twin.order, picture.order)
                twin.places = [*picture.places, *twin.places]
                twin.url = twin.url or picture.url
                continue
        if twin is None:
            twin = _same_file(picture, kept)
        if twin is not None and not _differ(twin, picture):
            twin.places.extend(picture.places)
            twin.url = twin.url or picture.url
            twin.caption = twin.caption or picture.caption
            twin.credit = twin.credit or picture.credit
            twin.alt = twin.alt or picture.alt
            continue
        kept.append(picture)
        if words:
            by_words.setdefault(words, picture)
    return kept


def _is_cut(picture: Found) -> bool:
    return picture.caption is not None and picture.caption.rstrip().endswith(("...", "…"))


def _in_full(picture: Found, words: str, found: list[Found]) -> Found | None:
    """The picture whose caption goes on where this one's is cut short."""
    if len(words) <= 15:
        return None
    return next(
        (
            other
            for other in found
            if other is not picture
            and other.caption
            and folded(other.caption).startswith(words)
            and not other.caption.endswith(("...", "…"))
        ),
        None,
    )


def _same_file(picture: Found, kept: list[Found]) -> Found | None:
    """The picture of the same file, perhaps in another size, if one of both has no caption."""
    key = image_key(picture.url) if picture.url else ""
    if len(key) <= 5:
        return None
    return next(
        (
            other
            for other in kept
            if other.url and image_key(other.url) == key and not (other.caption and picture.caption)
        ),
        None,
    )


def _differ(one: Found, other: Found) -> bool:
    """Whether two pictures have both another credit and another file."""
    return bool(
        one.credit
        and other.credit
        and folded(one.credit) != folded(other.credit)
        and one.url
        and other.url
        and image_key(one.url) != image_key(other.url)
    )
