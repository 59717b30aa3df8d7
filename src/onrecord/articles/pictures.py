"""The story's pictures: each with its caption and its credit, repeats folded into one."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..markup.inlines import inline_pieces
from ..record import Image, Layout, Part, Picture, Role, Span
from .agencies import agency_of, is_picture_service
from .headlines import folded

_LABELS = (
    r"(?:(?:file |handout |stock |undated |ap |afp |reuters |cover |lead |featured |header |mandatory )?"
    r"(?:photo(?:graph(?:s|y|er)?)?s?|pictures?|pics?|images?|illustrations?|graphics?|credits?|courtesy|"
    r"foto(?:s|grafie|grafía|grafia|graf)?|fotó|bild(?:er|quelle|nachweis|rechte)?|(?:symbol|archiv|vor)(?:bild|foto)|quelle|grafik|"
    r"crédits?(?:\s+photos?)?|créditos?|imagen|imagem|kuva|zdj(?:ęcie)?\.?|fot\.?|obrázek|video|screenshot|"
    r"fuente|fonte|source|sumber|фото|ảnh|사진|写真|画像|تصوير|صورة|צילום|תמונה|图片|圖片|图|圖|isithombe|dok(?:umentasi)?\.?)(?:\s*(?:credit|courtesy))?)"
)
_LABEL_HEAD = re.compile(
    rf"^[\s\[(]*(?:(?!(?:ap|afp|reuters|epa) \w+\s?/){_LABELS}\s*(?:\(s\)\s*)?(?:[:：©/|=]|(?:by|via|from|courtesy of|courtesy|credit|of|von|de|par|di|av|door)\b\s*:?(?!\s*(?-i:[a-zß-ÿ]))|\.{{3}})"
    rf"|©\s*(?:copyright)?|copyright\s*(?:©|\(c\)|:)?|\(c\)\s|tous droits réservés\s+(?=\S)|all rights reserved\s+(?=\S))\s*",
    re.I,
)
_UNSEEN = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
# "Mara Quill/Copyright 2031 The AP. All rights reserved."
_ALL_RIGHTS = re.compile(
    r"(?<=\S)\s*[/|,.–-]?\s*(?:(?:copyright|©|\(c\))[^/|]{0,40}?)?\W{0,2}(?:all rights reserved|alle rechte vorbehalten|tous droits réservés"
    r"|todos los derechos reservados|tutti i diritti riservati|todos os direitos reservados)\W*$",
    re.I,
)
_RIGHTS_ALONE = re.compile(
    r"\W*(?:(?:copyright|©|\(c\))\W*)?(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados"
    r"|tutti i diritti riservati|todos os direitos reservados)\W*$",
    re.I,
)
_COPYRIGHT_WORD = re.compile(r"^(?:copyright\s+|©\s*)+", re.I)
# a credit in brackets at the end: (AP Photo/Mara Quill), [Foto: dpa], (Reuters)
_BRACKETED = re.compile(
    r"\s*(?:\(([^()]{2,140}(?:\([^()]{0,40}\)[^()]{0,60})?)\)|\(((?:AP|AFP|Reuters|Getty|Photo|Foto)\b[^()]{2,80})|\[([^\[\]]{2,140})\]|（([^（）]{1,40})）)\s*\.?\s*$"
)
_CREDIT_WORD = re.compile(
    r"\b(?:ap|afp|epa|efe|dpa|upi|reuters|getty|shutterstock|istock|alamy|imago|picture.alliance|photo|foto|fotos|image|images|file|archiv|"
    r"courtesy|handout|pool|via|provided|credit|bild|screenshot|screengrab|instagram|facebook|twitter|youtube|keystone|scanpix|ritzau|ntb|tt|anp|belga|"
    r"lehtikuva|apa|ansa|lapresse|zuma|sipa|nurphoto|bloomberg|nasa|noaa|unsplash|pexels|wikimedia|cc by|press|tass|xinhua|anadolu|npr|bbc|cnn|cbc|fox news|usa today|(?-i:[KW][A-Z]{2,3})|@)\b|©|撮影|提供|共同|時事|ロイター|연합뉴스|뉴시스|뉴스1|로이터|자료사진|新华社|新華社|视觉中国|رويترز|أ ف ب|الأناضول|ТАСС|РИА Новости",
    re.I,
)
# a label inside: "... on Friday. Photo: Mara Quill/Agency"
_LABEL_INSIDE = re.compile(
    rf"(?:(?<=[.!?…»”\"'’)])|(?<=\s)[-–—|•·/]|(?<=\s)|[\n|]|,)\s*(?=(?:{_LABELS}\s*(?:\(s\)\s*)?(?:\s?[:：©]|(?<=사진)=|\s(?:by|courtesy of|von)\s(?-i:(?=[^\W\d_a-zß-ÿ])))|©\s?|\(c\)\s|(?-i:[Ff]ot\.\s(?=[A-ZŁŚŻ])|PHOTO\s(?=[A-ZÀ-Ý]{{2}})|Beeld\s(?=[A-Z]))))",
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
_MORE = re.compile(
    r"\s*(?:vis mer|visa mer|mostra di più|voir plus|expand|enlarge|vergrößern|zoom|open image modal|caption|hide caption|toggle caption|read more|see more|show more|mehr anzeigen|ver más)\s*\.{0,3}$",
    re.I,
)
_IMAGE_LABEL = re.compile(
    r"^(?:image (?:caption|source|copyright)|media caption|caption|bildunterschrift|légende|leyenda|imagem|hide caption|photo caption)\s*[,:]?\s+",
    re.I,
)
_SIZE = re.compile(r"[-_](?:\d{2,4}x\d{2,4}|scaled|w\d{2,4}|h\d{2,4}|\d{3,4}w|(?:e\d{10,}))(?=[-_.]|$)")
_SENTENCE_END = re.compile(r"[.!?…]\s+\S")
_SMALL = 120
# a gallery numbers its pictures: "3/12", "3 of 12"
_COUNTER = re.compile(r"^\W*\d{1,3}\s*(?:/|of|von|de|di|sur|av|van|из)\s*\d{1,3}\W*$", re.I)


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
_SHORT_CAPTION = 30
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
    if match := _LABEL_HEAD.match(text):
        # `Photo: X` whole, unless a sentence follows it
        rest = text[match.end() :]
        if len(rest) < 110 and not _SENTENCE_END.search(rest) and len(rest.split()) <= 14:
            return None, clean_credit(text)
    if match := _BRACKETED.search(text):
        inside = next(group for group in match.groups() if group)
        before = text[: match.start()].rstrip()
        if agency_of(inside) and (signed := _BY_NAME_BEFORE.search(before)):
            # `... ante el puerto. MARA QUILL (EFE)`
            return before[: signed.start()].rstrip(), f"{signed[1]} ({inside})"
        named = bool(_NAMES.match(inside.strip())) and ("/" in inside or before[-1:] in '.!?”"»')
        if _credit_like(inside) or named:
            if not before:
                return None, clean_credit(inside)
            caption, more = split_caption(before)
            if more and caption and _credit_like(more) and len(more) < 60 and "(" not in inside:
                return caption, f"{more} ({inside})" if not _LABEL_HEAD.match(inside) else clean_credit(
                    inside
                )
            return before.rstrip(" -–—|,;"), clean_credit(inside)
    if not text.isascii() and (match := _JAPANESE_TAIL.search(text)):
        return text[: match.start()].strip() or None, (match[1] or match[2] or match[3]).strip()
    if not text.isascii() and (match := _CHINESE_TAIL.search(text)):
        before = text[: match.start() + 1].strip()
        if len(before) < 8 and before[-1:] not in "。！？":
            return None, text.rstrip("摄攝供图圖发 ")
        return before or None, match[1]
    if match := _last_label(text):
        before, after = text[: match.start()].strip(" -–—|•·/,"), text[match.end() :]
        if len(after) < 130 and before:
            return before, clean_credit(after)
    if (match := _AGENCY_TAIL.search(text)) and match.start() > 3:
        return text[: match.start()].strip(" -–—|/,("), clean_credit(match[1])
    match = _TAIL.search(text)
    while match and _INITIAL.search(text[: match.start()]):
        # an initial's full stop ends no sentence: `David M. Quill/AFP`
        match = _TAIL.search(text, match.start() + 1)
    if match and match.start() > 0:
        before, tail = text[: match.start()].strip(" -–—|/"), match[1].strip(" -–—|/,.")
        names = re.split(r"\s*[/|,]\s*|\s+(?:via|for|–|-)\s+|\s+", tail)
        if _FOR_WHOM.match(tail) and len(before) < _SHORT_CAPTION:
            return text, None  # a title: `Visual Abstract. Influenza Vaccination for the Elderly`
        if tail and (_credit_like(tail) or any(agency_of(n) for n in names if n) or is_picture_service(tail)):
            if _NAMES.match(before) and len(before) < 40 and before[-1] not in ".!?":
                return None, clean_credit(text)
            return before, clean_credit(tail)
    if match := _AFTER_SLASH.search(text):
        return text[: match.start()].strip(), clean_credit(match[1])
    if _whole_credit(text):
        return None, clean_credit(text)
    return text, None


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


def _credit_like(text: str) -> bool:
    if _LABEL_HEAD.match(text) or _FOR_WHOM.match(text):
        return True
    return bool(_CREDIT_WORD.search(text)) and len(text) < 120


def _whole_credit(text: str) -> bool:
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


class _Found:
    """One picture while its parts come together."""

    __slots__ = ("alt", "caption", "credit", "image", "order", "places", "url")

    def __init__(self, order: float) -> None:
        self.order = order
        self.url: str | None = None
        self.alt: str | None = None
        self.caption: str | None = None
        self.credit: str | None = None
        self.image: Image | None = None
        self.places: list[Span] = []


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
    texts = [
        n
        for n, part in enumerate(parts)
        if part.role in (Role.CAPTION, Role.CREDIT)
        and (n in zone or not story)
        and folded(part.block.text) not in writers
        and not _tells_of_a_film(n, parts, layout)
    ]
    found: list[_Found] = []
    taken: set[int] = set()
    figures: dict[int, list[int]] = {}
    for number, image in enumerate(layout.images):
        if image.figure >= 0:
            figures.setdefault(image.figure, []).append(number)
    inside: dict[int, list[int]] = {}
    for n in texts:
        place = _figure_of(parts[n].block.container, layout, figures)
        if place >= 0:
            inside.setdefault(place, []).append(n)
    used_images: set[int] = set()
    for figure, lines in inside.items():
        images = [layout.images[i] for i in figures[figure]]
        captions = [n for n in lines if parts[n].role is Role.CAPTION]
        if len(captions) > 1 and len(images) >= len(captions):
            continue
        used_images.update(figures[figure])
        picture = _Found(lines[0])
        _take_image(picture, _best(images))
        picture.places.extend(image.source for image in images)
        for n in lines:
            _take_words(picture, parts[n], source)
            taken.add(n)
        found.append(picture)
    previous: _Found | None = None
    previous_line = -9
    for n in texts:
        if n in taken:
            continue
        part = parts[n]
        # a credit that follows its caption, or a caption that follows its credit
        if previous is not None and n - previous_line == 1 and _belongs(previous, part):
            _take_words(previous, part, source)
            previous_line = n
            continue
        picture = _Found(n)
        near = _nearest(n, layout, used_images)
        if near is not None:
            used_images.add(near)
            _take_image(picture, layout.images[near])
            picture.places.append(layout.images[near].source)
        _take_words(picture, part, source)
        found.append(picture)
        previous, previous_line = picture, n
    for number, image in enumerate(layout.images):
        if number in used_images or image.before not in story or not _is_picture(image):
            continue
        if image.figure < 0 and not (image.width and image.width >= 300) and story.start >= image.before:
            continue
        picture = _Found(image.before - 0.5)
        _take_image(picture, image)
        picture.places.append(image.source)
        found.append(picture)
    for picture in found:
        if picture.caption and (
            _RIGHTS_ALONE.match(picture.caption) or folded(picture.caption) == folded(picture.credit or "")
        ):
            # the claim of rights or the photographer alone, printed where a caption would stand
            picture.caption = None
        words = folded(picture.caption or "")
        if picture.caption and words == folded(known.headline or ""):
            picture.caption = None
        if picture.caption and words in known.sites:
            picture.credit, picture.caption = picture.credit or clean_credit(picture.caption), None
        if picture.caption and picture.credit is None:
            picture.credit = _credit_in_markup(picture, source)
    found.sort(key=lambda picture: picture.order)
    return tuple(Picture(p.url, p.caption, p.credit, p.alt, tuple(p.places)) for p in _folded_together(found))


_FILM_BOX = re.compile(
    r"(?<!\S)(?:(?:inline-?|jw-?)?videos?(?![a-z])|video-?(?:js|player|embed)|jw-?player|media-?player)|(?<![a-z])video-?player",
    re.I,
)
_FILM_LENGTH = re.compile(
    r"(?i)^\W*(?:(?:video|watch|duration|dauer|durée|duración|durata|länge)\W*)*\d{1,2}:[0-5]\d(?:\W+\d{1,2}:[0-5]\d)*\W*$"
)


def _tells_of_a_film(n: int, parts: Sequence[Part], layout: Layout) -> bool:
    """Whether a caption is a film's: in a player's box, or right behind the film's length."""
    if n and _FILM_LENGTH.match(parts[n - 1].block.text):
        return True
    at, steps = parts[n].block.container, 0
    while at >= 0 and steps < 4:
        container = layout.containers[at]
        if container.tag in ("article", "main", "section", "body"):
            return False
        if _FILM_BOX.search(_parted(container.words)):
            return True
        at, steps = container.parent, steps + 1
    return False


def _parted(words: str) -> str:
    """Class words with a mark where a capital or an underscore parts them."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", "-", words)


def _figure_of(container: int, layout: Layout, figures: dict[int, list[int]]) -> int:
    at, steps = container, 0
    while at >= 0 and steps < 8:
        if at in figures:
            return at
        at, steps = layout.containers[at].parent, steps + 1
    return -1


def _best(images: list[Image]) -> Image:
    return max(images, key=lambda image: (bool(image.url), image.width or 0))


def _take_image(picture: _Found, image: Image) -> None:
    picture.url = image.url
    picture.alt = image.alt or None
    picture.image = image


_SAID = re.compile(
    r"\s(title|alt|data-(?:[\w-]*-)?(?:credits?|source|copyright|photographer|author|rights))\s*=\s*(?:\"([^\"<>]{2,600})\"|'([^'<>]{2,600})')",
    re.I,
)


def _credit_in_markup(picture: _Found, source: str) -> str | None:
    """The credit that a picture's own attributes tell where nothing is printed: `data-credit`, or the end of its title."""
    image = picture.image
    if image is None:
        return None
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
    caption = folded(picture.caption or "")
    for name in ("title", "alt"):
        value = " ".join(said.get(name, "").split())
        if not value:
            continue
        rest = _behind(value, picture.caption or "")
        if rest and len(rest) < 90 and (_credit_like(rest) or _whole_credit(rest)):
            return clean_credit(rest)
        _, credit = split_caption(value)
        if credit and folded(credit) not in caption and _BRACKETED.search(value) and len(credit) < 90:
            return credit
    return None


def _behind(value: str, caption: str) -> str | None:
    """What stands behind the caption's words, and a mark that parts, in a longer text."""
    short = caption.rstrip(" .")
    if len(short) < 12 or not value.startswith(short):
        return None
    match = re.match(r"\s*[.]?\s*[|/–—(\[]\s*(\S.*)$", value[len(short) :])
    return match[1].rstrip(")] ") if match else None


def _take_words(picture: _Found, part: Part, source: str) -> None:
    text = part.block.text
    picture.places.append(part.block.source)
    if _COUNTER.match(text):
        return
    marked = _marked_credit(part, source)
    if marked:
        caption, credit = _without(text, marked), clean_credit(marked)
        if caption:
            caption, more = split_caption(caption)
            credit = credit or more
    else:
        caption, credit = split_caption(
            text, alone=part.role is Role.CREDIT and not _SENTENCE_END.search(text)
        )
    if caption and part.role is Role.CREDIT and picture.caption:
        caption, credit = None, clean_credit(text)
    if caption and credit is None and (is_picture_service(caption) or caption.casefold() in _NO_CAPTION):
        credit = None if caption.casefold() in _NO_CAPTION else clean_credit(caption)
        caption = None
    if caption:
        if picture.caption is None:
            picture.caption = caption
        elif folded(caption) != folded(picture.caption):
            if picture.credit is None and credit is None and len(caption) < 80:
                picture.credit = clean_credit(caption)
            elif folded(caption).startswith(folded(picture.caption.rstrip(".…"))):
                picture.caption = caption
    if credit and picture.credit is None:
        picture.credit = credit


_CREDIT_CLASS = re.compile(
    r"(?<![a-z])(?:credits?|copyright(?:holder)?|photographer|photo-?(?:by|author)|image-?(?:source|author)|source|agency|rights|provider|"
    r"by-?line|author|aut(?:or|eur)\w*|rechte|urheber|fotograf\w*|quelle|foto-?(?:credit|quelle)|figcredits?|attribution|cite|small)(?![a-z])",
    re.I,
)


def _marked_credit(part: Part, source: str) -> str | None:
    """The words of a caption that stand in an element of their own called a credit."""
    block = part.block
    if not block.inner or not _CREDIT_CLASS.search(_parted(block.inner)):
        return None
    pieces = inline_pieces(block.source.of(source))
    found = [text for text, words in pieces if _CREDIT_CLASS.search(_parted(words))]
    if not found or (len(found) == len(pieces) and part.role is not Role.CREDIT):
        return None
    joined = " ".join(found)
    return joined if len(joined) < 200 else None


def _without(text: str, words: str) -> str | None:
    """A caption with its marked credit taken out, from its end or its head."""
    for piece in (words, words.replace(" ", "")):
        at = text.rfind(piece)
        if at >= 0:
            rest = f"{text[:at].rstrip()} {text[at + len(piece) :].lstrip()}".strip(" |–—-/,\u2003")
            # the brackets that stood round the credit; those of another one stay
            rest = re.sub(r"[(\[]\s*[)\]]?$", "", rest).rstrip()
            return re.sub(rf"\s*(?:{_LABELS})?\s*[:©(|]?\s*$", "", rest, flags=re.I) or None
    return text


_NO_CAPTION = frozenset("bild image photo foto video audio picture powered by loading close".split()) | {
    "powered by"
}


def _belongs(picture: _Found, part: Part) -> bool:
    if part.role is Role.CREDIT:
        return picture.credit is None or folded(picture.credit) == folded(clean_credit(part.block.text) or "")
    return picture.caption is None


def _nearest(line: int, layout: Layout, used: set[int]) -> int | None:
    """The picture just before a caption without a figure round both, or just after it."""
    best: tuple[int, int] | None = None
    for number, image in enumerate(layout.images):
        if number in used or not _is_picture(image):
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


def _is_picture(image: Image) -> bool:
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


def _folded_together(found: list[_Found]) -> list[_Found]:
    """Repeats made one: the same words, words cut short with dots, the same file in other sizes."""
    kept: list[_Found] = []
    by_words: dict[str, _Found] = {}
    for picture in found:
        words = folded(picture.caption) if picture.caption else ""
        twin = None
        cut = (
            bool(picture.caption)
            and picture.caption is not None
            and picture.caption.rstrip().endswith(("...", "…"))
        )
        if words and not cut:
            twin = by_words.get(words)
        if twin is None and cut:
            twin = next((p for p in found if p is not picture and p.caption and len(words) > 15
                         and folded(p.caption).startswith(words) and not p.caption.endswith(("...", "…"))), None)  # fmt: skip
            if twin is not None and twin not in kept:
                # the full words come later: they take the place of the short ones
                twin.order = min(twin.order, picture.order)
                twin.places = [*picture.places, *twin.places]
                twin.url = twin.url or picture.url
                continue
        if twin is None and picture.url and len(image_key(picture.url)) > 5:
            key = image_key(picture.url)
            twin = next(
                (
                    p
                    for p in kept
                    if p.url and image_key(p.url) == key and not (p.caption and picture.caption)
                ),
                None,
            )
        if twin is not None and not (twin.credit and picture.credit and folded(twin.credit) != folded(picture.credit)
                                     and twin.url and picture.url and image_key(twin.url) != image_key(picture.url)):  # fmt: skip
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


__all__ = ["Known", "clean_credit", "find_pictures", "image_key", "split_caption"]
