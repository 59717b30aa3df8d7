"""Date lines and bylines between the headline and the story, and just round them."""

import re

from ..languages.addresses import AUTHOR_PAGE
from ..languages.signatures import JAPANESE, KOREAN
from ..record import BODY_ROLES, Block, Role
from ..text.dates import find_age, find_dates
from .box_words import AUTHOR_CLASS, CARD_WORDS, DATE_WORDS, RELATED_WORDS
from .decks import name_deck
from .drafts import Draft
from .marks import Mark
from .short_lines import BUTTON, LETTERS, SENTENCE, only_date

_KOREAN_SIGNATURE = re.compile(KOREAN)
_JAPANESE_SIGNATURE = re.compile(JAPANESE)


_SETTLED = frozenset(
    {
        Role.HEADLINE,
        Role.COMMENT,
        Role.COPYRIGHT,
        Role.RELATED,
        Role.SPONSORED,
        Role.CORRECTION,
        Role.CONTRIBUTOR,
    }
)


def name_head(draft: Draft) -> None:
    """Name them, and the deck."""
    start = max(0, (draft.headline if 0 <= draft.headline <= draft.first else draft.first) - 6)
    stop = min(len(draft.parts), max(draft.first + 4, draft.headline + 12))
    for n in [*range(start, stop), *range(draft.last + 1, min(len(draft.parts), draft.last + 8))]:
        part = draft.parts[n]
        text = part.block.text
        if part.role in _SETTLED:
            continue
        if part.role is Role.CAPTION and (len(text) > 60 or not only_date(text)):
            continue
        if len(text) > 260:
            continue
        marks = draft.marks[n]
        around = draft.words_round(n, 2) + " " + part.block.inner
        if part.role in BODY_ROLES and not (
            len(text) < 90
            and (part.confidence < 0.95 or only_date(text) or _opens_dated(text))
            and (Mark.DATE in marks or Mark.BYLINE in marks)
        ):
            continue
        dated = Mark.DATE in marks or Mark.AGE in marks or (not draft.containers and _is_dated(text))
        if dated and _is_date_line(text, around) and _tells_time(text):
            if part.role is not Role.BYLINE:
                role = Role.BYLINE if Mark.BYLINE in marks and n <= draft.first + 2 else Role.TIMESTAMP
                draft.name(n, role, 0.85, "a date line beside the headline or the story")
        elif (
            part.role is Role.FURNITURE
            and 4 < len(text) < 120
            and n <= draft.first + 5
            and (
                (draft.headline < n and AUTHOR_CLASS.search(draft.words_round(n, 1) + " " + part.block.inner))
                or _leads_to_author(part.block)
            )
            and not ({Mark.READER_SERVICE, Mark.RELATED, Mark.SPONSORED} & marks or BUTTON.match(text))
        ):
            draft.name(n, Role.BYLINE, 0.75, "the page calls it the author's, and it stands by the headline")
        elif (
            Mark.BYLINE in marks and part.role is not Role.BYLINE and len(text) < 140 and n <= draft.first + 2
        ):
            if not SENTENCE.search(text) or len(text) < 60:
                draft.name(n, Role.BYLINE, 0.8, "it begins as a byline does and stands by the headline")
    if not any(part.role is Role.BYLINE for part in draft.parts[start : draft.first + 5]):
        if not _signed_above(draft):
            _signed(draft)
    name_deck(draft)


def _opens_dated(text: str) -> bool:
    """Whether a line is `Published` with a day and a time of day behind it, or `Updated`, and no sentence."""
    if text.endswith("."):
        return False
    dates = find_dates(text)
    return bool(dates) and dates[0].label is not None and dates[0].clock is not None and dates[0].start <= 20


def is_signed_in_east_asian(text: str) -> bool:
    """Whether a line is a reporter's name alone, in Korean or Japanese."""
    if text.isascii() or len(text) > 60:
        return False
    return _KOREAN_SIGNATURE.fullmatch(text) is not None or _JAPANESE_SIGNATURE.fullmatch(text) is not None


def _signed_above(draft: Draft) -> bool:
    """Name a Korean or Japanese name alone between headline and story."""
    for n in range(max(draft.headline + 1, draft.first - 6), draft.first + 2) if draft.headline >= 0 else ():
        if n < len(draft.parts) and draft.parts[n].role in (Role.FURNITURE, *BODY_ROLES):
            if is_signed_in_east_asian(draft.parts[n].block.text):
                draft.name(
                    n, Role.BYLINE, 0.75, "a reporter's name alone, as Korean and Japanese papers sign"
                )
                return True
    return False


def _signed(draft: Draft) -> None:
    """A byline under the story, where none stands above it."""
    below = range(max(draft.first + 1, draft.last - 3), min(len(draft.parts), draft.last + 13))
    for n in below:
        part = draft.parts[n]
        text = part.block.text
        if part.role not in (Role.FURNITURE, *BODY_ROLES) or len(text) > 90:
            continue
        if Mark.BYLINE in draft.marks[n] and not SENTENCE.search(text):
            draft.name(n, Role.BYLINE, 0.75, "it begins as a byline does and signs the story")
            return
        if is_signed_in_east_asian(text):
            draft.name(n, Role.BYLINE, 0.75, "a reporter's name alone, as Korean and Japanese papers sign")
            return
    for n in below:
        part = draft.parts[n]
        if part.role is not Role.FURNITURE or not 4 < len(part.block.text) < 60:
            continue
        named = AUTHOR_CLASS.search(draft.words_round(n, 1) + " " + part.block.inner)
        if (named or _leads_to_author(part.block)) and _signs(draft, n):
            why = "the page calls it the author's, and it stands under the story"
            draft.name(n, Role.BYLINE, 0.7, why)
            return


def _signs(draft: Draft, n: int) -> bool:
    """Whether a line under the story may be a name: no sentence, no button, no other story's."""
    text = draft.parts[n].block.text
    if {Mark.READER_SERVICE, Mark.RELATED, Mark.SPONSORED, Mark.DATE, Mark.COMMENTS} & draft.marks[n]:
        return False
    around = draft.words_round(n, 4)
    if (
        BUTTON.match(text)
        or SENTENCE.search(text)
        or RELATED_WORDS.search(around)
        or CARD_WORDS.search(around)
    ):
        return False
    return not re.search(r"(?<![a-z])(?:comments?|kommentare?)(?![a-z])", around, re.I)


def _leads_to_author(block: Block) -> bool:
    """Whether most of a block is a link to a page about who wrote."""
    return any(
        2 * (link.span.end - link.span.start) >= len(block.text) - 4 and AUTHOR_PAGE.search(link.href)
        for link in block.links
    )


def _is_dated(text: str) -> bool:
    """In flat text: whether a short line tells a day that its marks do not show, such as `Published Jun 05, 2031`."""
    return len(text) < 60 and any(c.isdecimal() for c in text) and any(one.value for one in find_dates(text))


def _tells_time(text: str) -> bool:
    """Whether a date or an age can be read in a line; `10 percent in October` only looks like one."""
    return bool(find_dates(text)) or find_age(text) is not None


def _is_date_line(text: str, around: str) -> bool:
    """Whether a date is what the line is about: little else stands in it, or the container says so."""
    letters = sum(len(word) for word in LETTERS.findall(text))
    if letters <= 46 and len(text) < 110:
        return not (SENTENCE.search(text) and letters > 30 and text[-1] in "!?。")
    return bool(DATE_WORDS.search(around)) and len(text) < 220
