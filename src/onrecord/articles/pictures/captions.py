"""A caption's words and its credit, parted in the many ways that papers print them."""

import re

from ...languages.captions import BUTTONS_BEHIND, CREDIT_WORDS, LABELS, LABELS_BEFORE
from ...languages.editors_lines.rights import ALL_RIGHTS
from ..agencies import agencies_in, agency_of, is_picture_service

_LABEL_HEAD = re.compile(
    rf"^[\s\[(]*(?:(?!(?:ap|afp|reuters|epa) \w+\s?/){LABELS}\s*(?:\(s\)\s*)?(?:[:：©/|=]|(?:by|via|from|courtesy of|courtesy|credit|of|von|de|par|di|av|door)\b\s*:?(?!\s*(?-i:[a-zß-ÿ]))|\.{{3}})"
    rf"|©\s*(?:copyright)?|copyright\s*(?:©|\(c\)|:)?|\(c\)\s|tous droits réservés\s+(?=\S)|all rights reserved\s+(?=\S))\s*",
    re.I,
)
_UNSEEN = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
# "Mara Quill/Copyright 2031 The AP. All rights reserved."
_ALL_RIGHTS = re.compile(
    rf"(?<=\S)\s*[/|,.–-]?\s*(?:(?:copyright|©|\(c\))[^/|]{{0,40}}?)?\W{{0,2}}(?:{ALL_RIGHTS})\W*$", re.I
)
_COPYRIGHT_WORD = re.compile(r"^(?:copyright\s+|©\s*)+", re.I)
# a credit in brackets at the end: (AP Photo/Mara Quill), [Foto: dpa], (Reuters)
BRACKETED = re.compile(
    r"\s*(?:\(([^()]{2,140}(?:\([^()]{0,40}\)[^()]{0,60})?)\)|\(((?:AP|AFP|Reuters|Getty|Photo|Foto)\b[^()]{2,80})|\[([^\[\]]{2,140})\]|（([^（）]{1,40})）)\s*\.?\s*$"
)
_CREDIT_WORD = re.compile(CREDIT_WORDS, re.I)
# a label inside: "... on Friday. Photo: Mara Quill/Agency"
_LABEL_INSIDE = re.compile(
    rf"(?:(?<=[.!?…»”\"'’)])|(?<=\s)[-–—|•·/]|(?<=\s)|[\n|]|,)\s*(?=(?:{LABELS}\s*(?:\(s\)\s*)?(?:\s?[:：©]|(?<=사진)=|\s(?:by|courtesy of|von)\s(?-i:(?=[^\W\d_a-zß-ÿ])))|©\s?|\(c\)\s|(?-i:[Ff]ot\.\s(?=[A-ZŁŚŻ])|PHOTO\s(?=[A-ZÀ-Ý]{{2}})|Beeld\s(?=[A-Z]))))",
    re.I,
)
_UPPER = r"A-ZÀ-ÖØ-ÞŚŁŻŹĆŃČŠŽĐŘŤĎŇŮĚĞİŞ\u0410-\u042F"
# an agency after the last sentence, with a name before or behind it: "... in Oslo. Mara Quill/AFP", "REUTERS/Mara Quill"
_TAIL = re.compile(
    rf"(?:(?<=[.!?…»«”“\"'’)])\s*|\s+[|–—•·-]+\s*|\s{{2,}})((?:picture(?=[ -]alliance)|(?:dpa|imago)\b|[{_UPPER}][\w.’'-]*|de|van|von|der|del|da|di|la|le|el|al|bin|of|for|the|and|via|/|&|-|–|\|)(?:(?:\s*[/|,]\s*|\s+)(?:[{_UPPER}0-9][\w.’'-]*|de|van|von|der|del|da|di|la|le|el|al|bin|of|for|the|and|via|dpa|epd|imago|picture|alliance|stock|pic|pix|photo|dpa-\w+|[/&|–-])){{0,12}})\.?$"
)
# "... entering the country AP Photo/Mara Quill": nothing parts them but the agency's own way of writing
_AGENCY_TAIL = re.compile(
    r"\s((?:AP|AFP|EPA|EFE|dpa|REUTERS|Reuters|Getty|Imago|IMAGO)\s?(?:Photo|Images?|Foto)?\s?/\s?[^/|()]{3,40}(?:/[^/|()]{2,30})?)$"
)
_INITIAL = re.compile(rf"(?:^|\s)[{_UPPER}]\.\s*$")
_JAPANESE_TAIL = re.compile(
    r"(?:＝|=)([^＝=。]{0,20}?(?:撮影|提供|共同|時事|ロイター|AP|ＡＰ|AFP|ＡＦＰ|ゲッティ)[^＝=。]{0,10})$"
    r"|[（(]([^（）()]{1,24}?)(?:撮影|提供)[）)]$|[（(][CcＣｃ][）)]\s*([^（）。]{2,30})$"
)
# "市民在港口观看灯塔点亮。陈默 摄": who took it, and that it was taken
_CHINESE_TAIL = re.compile(
    r"(?:^|[。！？」”）)\s])\s*((?:[\u4e00-\u9fff]{2,6}(?:记者|記者)\s*)?[\u4e00-\u9fff·]{2,5}(?:[/／][\u4e00-\u9fffA-Z]{2,8})?|[\u4e00-\u9fffA-Za-z/]{2,12}(?=\s*[供发]))\s*(?:摄|攝|供图|供圖|发)$"
)
_MORE = re.compile(rf"\s*(?:{BUTTONS_BEHIND})\s*\.{{0,3}}$", re.I)
_IMAGE_LABEL = re.compile(rf"^(?:{LABELS_BEFORE})\s*[,:]?\s+", re.I)
SENTENCE_END = re.compile(r"[.!?…]\s+\S")
# "... in La Soledat / Mara Quill": a name alone behind a slash
_AFTER_SLASH = re.compile(
    rf"\s+[/|]\s+((?:[{_UPPER}][\w.’'-]*\s?|(?:de|van|von|der|del|da|di|la|le|y|e)\s){{2,5}})\.?$"
)
_BY_NAME_BEFORE = re.compile(rf"(?<=[.!?…»”\"])\s+((?:[{_UPPER}][{_UPPER}.’'-]*\s?){{2,4}})$")
_PHOTO_OF = re.compile(
    r"(?i:photo|foto|beeld|fot\.)\s+(?=[A-ZÀ-Ý][\w’'-]+(?:\s+[A-ZÀ-Ý]|$))(?!Illustration|Courtesy|Credit)"
)
# `Mara Quill for the Harbour Post`
_FOR_WHOM = re.compile(
    rf"(?:[{_UPPER}][\w.’'-]*\s){{2,4}}(?:for|special to) (?:the |The )?[{_UPPER}][\w.’'& -]{{2,40}}$"
)
_OTHER_SCRIPT = re.compile(r"(?:\s[-–—|/]+|[-–—|]\s)\s*([^\x00-\x7f][^–—|]{1,50})$")
_SHORT_CAPTION = 30
Parted = tuple[str | None, str | None]
"""A caption's words and its credit."""
_NAMES = re.compile(
    rf"^(?:[{_UPPER}][\w.’'-]+|de|van|von|der|del|da|di|la|le|y|e|and|und)(?:[ /,|]+(?:[{_UPPER}][\w.’'-]*|de|van|von|der|del|da|di|la|le|y|e|and|und|&|for)){{1,6}}$"
)


def split_caption(text: str, *, alone: bool = False) -> tuple[str | None, str | None]:
    """A caption's words and its credit, each None where there is none.

    `alone` says that nothing but a credit is expected: then words without a label are one.
    """
    text = _MORE.sub("", _IMAGE_LABEL.sub("", text.strip())).strip()
    if not text:
        return None, None
    if "\n" in text and not alone:
        return _by_lines(text)
    if alone:
        return None, clean_credit(text)
    for way in _WAYS:
        if (parted := way(text)) is not None:
            return parted
    return text, None


def _labelled(text: str) -> Parted | None:
    """`Photo: X` whole, unless a sentence follows it."""
    if match := _LABEL_HEAD.match(text):
        rest = text[match.end() :]
        if len(rest) < 110 and not SENTENCE_END.search(rest) and len(rest.split()) <= 14:
            return None, clean_credit(text)
    return None


def _in_brackets(text: str) -> Parted | None:
    """`... at dawn. (AP Photo/Mara Quill)`, and what else stands before the brackets of it."""
    match = BRACKETED.search(text)
    if match is None:
        return None
    inside = next(group for group in match.groups() if group)
    before = text[: match.start()].rstrip()
    if agency_of(inside) and (signed := _BY_NAME_BEFORE.search(before)):
        # `... ante el puerto. MARA QUILL (EFE)`
        return before[: signed.start()].rstrip(), f"{signed[1]} ({inside})"
    named = bool(_NAMES.match(inside.strip())) and ("/" in inside or before[-1:] in '.!?”"»')
    if not is_credit_like(inside) and not named and not _is_foreign_agency(inside):
        return None
    if not before:
        return None, clean_credit(inside)
    caption, more = split_caption(before)
    if more and caption and is_credit_like(more) and len(more) < 60 and "(" not in inside:
        return caption, clean_credit(inside) if _LABEL_HEAD.match(inside) else f"{more} ({inside})"
    return before.rstrip(" -–—|,;"), clean_credit(inside)


def _japanese(text: str) -> Parted | None:
    match = None if text.isascii() else _JAPANESE_TAIL.search(text)
    if match is None:
        return None
    return text[: match.start()].strip() or None, (match[1] or match[2] or match[3]).strip()


def _chinese(text: str) -> Parted | None:
    match = None if text.isascii() else _CHINESE_TAIL.search(text)
    if match is None:
        return None
    before = text[: match.start() + 1].strip()
    if len(before) < 8 and before[-1:] not in "。！？":
        return None, text.rstrip("摄攝供图圖发 ")
    return before or None, match[1]


def _labelled_inside(text: str) -> Parted | None:
    """`... on Friday. Photo: Mara Quill/Agency`."""
    if match := _last_label(text):
        before, after = text[: match.start()].strip(" -–—|•·/,"), text[match.end() :]
        if len(after) < 130 and before:
            return before, clean_credit(after)
    return None


def _agency_behind(text: str) -> Parted | None:
    """`... entering the country AP Photo/Mara Quill`."""
    if (match := _AGENCY_TAIL.search(text)) and match.start() > 3:
        return text[: match.start()].strip(" -–—|/,("), clean_credit(match[1])
    return None


def _names_behind(text: str) -> Parted | None:
    """`... in Oslo. Mara Quill/AFP`: an agency behind the last sentence, with a name before or behind it."""
    match = _TAIL.search(text)
    while match and _INITIAL.search(text[: match.start()]):
        # an initial's full stop ends no sentence: `David M. Quill/AFP`
        match = _TAIL.search(text, match.start() + 1)
    if match is None or match.start() == 0:
        return None
    before, tail = text[: match.start()].strip(" -–—|/"), match[1].strip(" -–—|/,.")
    if _FOR_WHOM.match(tail) and len(before) < _SHORT_CAPTION:
        return text, None  # a title: `Visual Abstract. Influenza Vaccination for the Elderly`
    names = re.split(r"\s*[/|,]\s*|\s+(?:via|for|–|-)\s+|\s+", tail)
    if not tail or not (
        is_credit_like(tail) or any(agency_of(n) for n in names if n) or is_picture_service(tail)
    ):
        return None
    if _NAMES.match(before) and len(before) < 40 and before[-1] not in ".!?":
        return None, clean_credit(text)
    return before, clean_credit(tail)


def _behind_a_slash(text: str) -> Parted | None:
    if match := _AFTER_SLASH.search(text):
        return text[: match.start()].strip(), clean_credit(match[1])
    return None


def _other_script_behind(text: str) -> Parted | None:
    """An agency's name in letters that know no capitals: `... عند الرصيف - رويترز`."""
    match = None if text.isascii() else _OTHER_SCRIPT.search(text)
    if match is None or not match.start() or not _is_foreign_agency(match[1]):
        return None
    return text[: match.start()].rstrip(" -–—|/,،"), match[1].strip()


def _is_foreign_agency(name: str) -> bool:
    return not name.isascii() and (bool(agencies_in(name)) or is_picture_service(name))


def _credit_alone(text: str) -> Parted | None:
    return (None, clean_credit(text)) if is_credit(text) else None


_WAYS = (
    _labelled,
    _in_brackets,
    _japanese,
    _chinese,
    _labelled_inside,
    _agency_behind,
    _names_behind,
    _other_script_behind,
    _behind_a_slash,
    _credit_alone,
)
"""The ways in which a caption and its credit are set, in the order in which they are tried."""


def _by_lines(text: str) -> tuple[str | None, str | None]:
    """A caption of several lines: one that is only a credit gives it, the others are the caption."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    credit: str | None = None
    kept: list[str] = []
    longest = max(map(len, lines), default=0)
    for place, line in enumerate(lines):
        caption, found = split_caption(line)
        outer = (
            place in (0, len(lines) - 1)
            and len(line) < 40
            and longest > 2 * len(line)
            and line[-1] not in ".!?"
        )
        if credit is None and found:
            credit = found
            if caption:
                kept.append(caption)
        elif credit is None and outer and len(lines) > 1 and len(line.split()) > 1:
            credit = clean_credit(line)
        else:
            kept.append(line)
    return " ".join(kept) or None, credit


def _last_label(text: str) -> re.Match[str] | None:
    """The last place in a caption where a credit's label begins."""
    last = None
    for match in _LABEL_INSIDE.finditer(text, max(0, len(text) - 170)):
        if text[: match.start()].strip(" (").casefold() in ("file", "handout", "archive", "mandatory"):
            continue  # `FILE PHOTO: ...` begins a caption
        last = match
        break
    return last


def is_credit_like(text: str) -> bool:
    if _LABEL_HEAD.match(text) or _FOR_WHOM.match(text):
        return True
    return bool(_CREDIT_WORD.search(text)) and len(text) < 120


def is_credit(text: str) -> bool:
    """Whether a line without a label is a credit all the same: `AP Photo/Mara Quill`, `Mara Quill/Getty Images`."""
    if len(text) > 90 or (text[-1] in ".!?" and not text.endswith("Inc.")):
        return False
    parts = [part for part in re.split(r"\s*[/|]\s*|\s+via\s+", text) if part]
    if len(parts) > 1 and any(
        is_picture_service(part) or agency_of(part) or _CREDIT_WORD.search(part) for part in parts
    ):
        return len(text.split()) <= 10
    return is_picture_service(text) or (
        bool(re.match(r"(?i)^(?:ap|afp|epa|reuters|file) (?:photo|image)s?\b", text))
        and len(text.split()) <= 8
    )


def clean_credit(text: str) -> str | None:
    """A credit without its label, its brackets, and the claim of rights that some sites put behind every name."""
    text = _UNSEEN.sub("", text).strip().strip("[]").strip()
    text = _ALL_RIGHTS.sub("", text)
    if text.startswith("(") and text.endswith(")") and text.count("(") == 1:
        text = text[1:-1].strip()
    text = _PHOTO_OF.sub("", text, count=1) if _PHOTO_OF.match(text) else text
    for _ in range(2):
        text = _COPYRIGHT_WORD.sub("", _LABEL_HEAD.sub("", text)).strip(" \t:|–—-,;")
    if text.endswith(")") and "(" not in text:
        text = text[:-1]
    if text.startswith("(") and ")" not in text:
        text = text[1:]
    return text.strip(" .|") or None
