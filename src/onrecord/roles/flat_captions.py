"""Captions and credits in flat text, where neither a picture nor a box round them is left.

What is left: a credit at a line's end, a credit in a line of its own under or over the caption, and the same words twice
in a row, once from the picture's description and once from its caption.
"""

import re

from ..record import BODY_ROLES, Part, Role
from .drafts import Draft
from .marks import Mark
from .short_lines import BUTTON, folded, only_date

_SERVICES = (
    r"(?:the )?(?:ap|afp|epa|efe|dpa|apa|ansa|tt|ntb|ritzau|reuters|bloomberg|keystone|imago\S*|getty(?: images)?|gettyimages|istock\S*|"
    r"shutterstock\S*|alamy(?: stock photo)?|adobe ?stock|picture[ -]alliance|associated press|canadian press|press association|"
    r"pa(?: images| wire| media)?|sipa|zuma\w*|nurphoto|anadolu|xinhua|scanpix|lehtikuva|anp|belga|lapresse|pixabay|unsplash|wikimedia\w*|"
    r"instagram|screenshots?|epd|kna|afp via getty images|ap photo)"
)
_NAMES = r"[^\W\d_][\w.’'-]*(?: [\w.’'-]+){0,4}"
# `Mara Quill/Getty Images`, `AP`, `Imago/Blaulicht`, `AP Photo/Mara Quill, File`, `Screenshots Instagram/TikTok`
_CREDIT_ALONE = re.compile(
    rf"(?!.*[^\W\d_]{{3}}[.!?] )[(\[]?(?:{_NAMES}\s*(?:[/|,(]| via | for )\s*)?(?-i:(?=[A-Z]|dpa|epd|imago|picture|apa)){_SERVICES}(?:\s*[/|,(]\s*[\w .’'&/-]{{2,50}})?[)\]]?\.?",
    re.I,
)
# at the end of a line, behind a full stop, a bracket or a mark that parts
_CREDIT_TAIL = re.compile(
    rf"(?:[(\[](?:{_NAMES}\s*(?:[/|,]| via | for )\s*{_SERVICES}|{_SERVICES}\s*[/|,][^()\[\]]{{2,60}}|(?:photo|foto|image|bild|credit|courtesy|file)\b[^()\[\]]{{2,80}}|{_SERVICES} (?:photo|file)[^()\[\]]{{0,60}})[)\]]"
    rf"|[(\[](?-i:[^\W\d_a-zß-ÿ])[^\W\d_]+ {_NAMES}\s?/\s?(?-i:[^\W\d_a-zß-ÿ])[\w .’'-]{{1,40}}[)\]]"
    rf"|[|–—•]\s*(?:{_NAMES}\s*(?:/| via )\s*)?{_SERVICES}(?:\s*(?:/| via )\s*[\w .-]{{2,40}})?"
    rf"|(?-i:(?:AP|EPA|AFP|Reuters|REUTERS) ?(?:Photo|Foto)?)/{_NAMES}(?:, (?:File|Pool|Datei))?"
    rf"|(?<=[.!?”\"»])\s*(?:{_NAMES}\s*/\s*)?(?-i:(?=[A-Z]|dpa|imago|picture)){_SERVICES}(?:\s*/\s*[\w .-]{{2,40}})?"
    rf"|(?:(?<=[\s.!?»”\"])|^)(?:photo|foto|fotos|image|bild|credit|crédit(?: photo)?|picture|imagen|imagem|ảnh|фото|kuva|fot\.|zdj\.|isithombe|צילום)s?(?: by| credit)?\s?[:©]\s?[^.:]{{2,60}}|©\s?(?![\s\d]|copyright)[^.©]{{2,50}})\.?$",
    re.I,
)
# "... the rocket's launch site. Mara Quill for Harbour Daily": names behind the last full stop, and none behind them
_NAMED_TAIL = re.compile(
    r"[^\WA-ZÀ-Þ]{3}[.!?”\"»)] (?:[^\W\d_a-zß-ÿ][\w’'-]+)(?: (?:for|of|via|de|von|van|[^\W\d_a-zß-ÿ][\w’'-]+)){0,6}$"
)
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright)\W*(?:19|20)\d\d|rights reserved", re.I)
_MAY_BE = frozenset({*BODY_ROLES, Role.FURNITURE, Role.CAPTION, Role.CREDIT, Role.BYLINE, Role.DECK})
_NO_WORDS = frozenset(
    {
        Mark.READER_SERVICE,
        Mark.RELATED,
        Mark.SPONSORED,
        Mark.AGE,
        Mark.COMMENTS,
        Mark.CONTRIBUTOR,
        Mark.CORRECTION,
        Mark.NOTE,
        Mark.DATELINE,
    }
)
_SURE = 0.93
"""How sure the model may be of a paragraph that stands by a credit: its captions are at .9 and less, paragraphs over it."""
_LONGEST_OVER = 300
"""Letters that a line over a credit may have to be its caption: beyond, paragraphs stand over their writer's portrait."""
_SHORTEST = 12
"""Letters that a caption has before its credit."""
_DOUBTFUL = 0.12
"""How likely the model must find one of two lines of the same words a caption."""


def name_flat_captions(draft: Draft) -> None:
    """Name them, from the headline to just under the story."""
    top = draft.headline if 0 <= draft.headline < draft.first else draft.first - 10
    zone = range(max(0, top + 1), min(len(draft.parts), draft.last + 4))
    for n in zone:
        _name_tail(draft, n)
    for n in zone[:-1]:
        _name_twins(draft, n)
    for n in zone:
        _name_credit(draft, n)


def _name_tail(draft: Draft, n: int) -> None:
    """A line that ends in a picture's credit is its caption."""
    part = draft.parts[n]
    text = part.block.text
    if part.role not in _MAY_BE or not 20 < len(text) < 700 or _CREDIT_ALONE.fullmatch(text):
        return
    story = part.role in BODY_ROLES
    if part.role is Role.CAPTION or not _tells(draft, n) or (story and n >= draft.last):
        return  # a story's last paragraph may bear an agency's sign
    tail = _CREDIT_TAIL.search(text, max(0, len(text) - 110))
    if tail:
        if tail.start() > _SHORTEST:
            draft.name(n, Role.CAPTION, 0.85, "it ends with a picture's credit")
    elif story and part.confidence < _SURE and len(text) < 250 and _NAMED_TAIL.search(text):
        draft.name(n, Role.CAPTION, 0.7, "names without a full stop stand behind its last sentence")


def _name_twins(draft: Draft, n: int) -> None:
    """The same words twice in a row are a picture's description and its caption."""
    one, two = draft.parts[n], draft.parts[n + 1]
    if one.role not in _MAY_BE or two.role not in _MAY_BE or not 25 < len(one.block.text) < 700:
        return
    if max(_chance(one), _chance(two)) < _DOUBTFUL:
        return  # a card's picture is described by its heading
    left, right = sorted((folded(one.block.text), folded(two.block.text)), key=len)
    if len(left) > 20 and right.startswith(left) and len(left) > 0.5 * len(right):
        if _tells(draft, n) and _tells(draft, n + 1) and not _says_the_headline(draft, left):
            for at in (n, n + 1):
                if draft.parts[at].role is not Role.CAPTION:
                    draft.name(
                        at,
                        Role.CAPTION,
                        0.8,
                        "the same words stand twice, as a picture's description and caption do",
                    )


def _name_credit(draft: Draft, n: int) -> None:
    """A credit in a line of its own; the line over or under it that may be a caption is one."""
    part = draft.parts[n]
    text = part.block.text
    labelled = Mark.CREDIT in draft.marks[n] and len(text) < 90 and Mark.DATE not in draft.marks[n]
    labelled = labelled and not _RIGHTS.search(text)
    if part.role not in _MAY_BE or not (labelled or (len(text) < 90 and _CREDIT_ALONE.fullmatch(text))):
        return
    if n >= draft.last and draft.parts[n - 1].role is not Role.CAPTION:
        return  # under a story such a line says whose the story is
    around = (
        [n - 1, n + 1] if labelled or "/" in text else [n - 1]
    )  # an agency's name over a caption may sign the story
    beside = any(
        draft.parts[m].role is Role.CAPTION and not _is_credit(draft, m)
        for m in around
        if 0 <= m < len(draft.parts) and m != draft.headline
    )
    if not beside and n > draft.headline + 1 and (labelled or "/" in text) and _may_be_caption(draft, n - 1):
        draft.name(n - 1, Role.CAPTION, 0.7, "it stands over a picture's credit")
        beside = True
    if (beside or labelled or part.role is Role.CAPTION) and part.role is not Role.CREDIT:
        draft.name(n, Role.CREDIT, 0.8, "it says whose a picture is")


def _chance(part: Part) -> float:
    """How likely the model finds a part a caption."""
    if part.role is Role.CAPTION:
        return part.confidence
    return next((share for role, share in part.rivals if role is Role.CAPTION), 0.0)


def _is_credit(draft: Draft, n: int) -> bool:
    text = draft.parts[n].block.text
    return len(text) < 90 and (Mark.CREDIT in draft.marks[n] or bool(_CREDIT_ALONE.fullmatch(text)))


def _may_be_caption(draft: Draft, n: int) -> bool:
    part = draft.parts[n]
    if part.role in BODY_ROLES:
        if part.role is Role.LIST_ITEM or part.confidence > _SURE or n >= draft.last:
            return False
    elif part.role is not Role.FURNITURE:
        return False
    return 20 < len(part.block.text) < _LONGEST_OVER and len(part.block.text.split()) > 3 and _tells(draft, n)


def _tells(draft: Draft, n: int) -> bool:
    """Whether a line's words do not make it a date, a button or a call to the reader."""
    text = draft.parts[n].block.text
    return _NO_WORDS.isdisjoint(draft.marks[n]) and not BUTTON.match(text) and not only_date(text)


def _says_the_headline(draft: Draft, words: str) -> bool:
    return draft.headline >= 0 and words in folded(draft.parts[draft.headline].block.text)
