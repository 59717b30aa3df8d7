"""Credits that the mark-up tells: in an element of their own, or in a picture's attributes."""

import html
import re

from ...languages.captions import LABELS
from ...markup.inlines import inline_pieces
from ...record import Image, Part, Role
from ..agencies import agency_of, is_picture_service
from ..headlines import folded
from .captions import BRACKETED, clean_credit, is_credit, is_credit_like, split_caption


def part_words(words: str) -> str:
    """Class words with a mark where a capital or an underscore parts them."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", "-", words)


_SAID = re.compile(
    r"\s(title|alt|data-(?:[\w-]*-)?(?:credits?|source|copyright|photographer|author|rights))\s*=\s*(?:\"([^\"<>]{2,600})\"|'([^'<>]{2,600})')",
    re.I,
)


def credit_in_attributes(image: Image, printed: str, source: str) -> str | None:
    """The credit that a picture's own attributes tell where nothing is printed: `data-credit`, or the end of its title."""
    said = {
        m[1].lower(): html.unescape(m[2] or m[3]).strip()
        for m in _SAID.finditer(image.source.of(source)[:6000])
    }
    for name, value in said.items():
        if name.startswith("data-") and len(value) < 90 and "/" not in value[:1] and "://" not in value:
            if (
                (" " in value and any(c.isalpha() for c in value))
                or agency_of(value)
                or is_picture_service(value)
            ):
                return clean_credit(value)
    caption = folded(printed)
    for name in ("title", "alt"):
        value = " ".join(said.get(name, "").split())
        if not value:
            continue
        rest = _behind(value, printed)
        if rest and len(rest) < 90 and (is_credit_like(rest) or is_credit(rest)):
            return clean_credit(rest)
        _, credit = split_caption(value)
        if credit and folded(credit) not in caption and BRACKETED.search(value) and len(credit) < 90:
            return credit
    return None


def _behind(value: str, caption: str) -> str | None:
    """What stands behind the caption's words, and a mark that parts, in a longer text."""
    short = caption.rstrip(" .")
    if len(short) < 12 or not value.startswith(short):
        return None
    match = re.match(r"\s*[.]?\s*[|/–—(\[]\s*(\S.*)$", value[len(short) :])
    return match[1].rstrip(")] ") if match else None


_CREDIT_CLASS = re.compile(
    r"(?<![a-z])(?:credits?|copyright(?:holder)?|photographer|photo-?(?:by|author)|image-?(?:source|author)|source|agency|rights|provider|"
    r"by-?line|author|aut(?:or|eur)\w*|rechte|urheber|fotograf\w*|quelle|foto-?(?:credit|quelle)|figcredits?|attribution|cite|small)(?![a-z])",
    re.I,
)


def credit_in_element(part: Part, source: str) -> str | None:
    """The words of a caption that stand in an element of their own called a credit."""
    block = part.block
    if not block.inner or not _CREDIT_CLASS.search(part_words(block.inner)):
        return None
    pieces = inline_pieces(block.source.of(source))
    found = [text for text, words in pieces if _CREDIT_CLASS.search(part_words(words))]
    if not found or (len(found) == len(pieces) and part.role is not Role.CREDIT):
        return None
    joined = " ".join(found)
    return joined if len(joined) < 200 else None


def without(text: str, words: str) -> str | None:
    """A caption with its marked credit taken out, from its end or its head."""
    for piece in (words, words.replace(" ", "")):
        at = text.rfind(piece)
        if at >= 0:
            rest = f"{text[:at].rstrip()} {text[at + len(piece) :].lstrip()}".strip(" |–—-/,\u2003")
            # the brackets that stood round the credit; those of another one stay
            rest = re.sub(r"[(\[]\s*[)\]]?$", "", rest).rstrip()
            return re.sub(rf"\s*(?:{LABELS})?\s*[:©(|]?\s*$", "", rest, flags=re.I) or None
    return text
