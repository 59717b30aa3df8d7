"""When a story was published and changed, and between which times its page was saved."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from ..record import Declaration, Part, Role
from ..text.dates import find_dates
from .drafts import Draft, head_end
from .times import (
    GLUED_YEAR,
    Moment,
    Told,
    choose_published,
    completed,
    day_of,
    declared_times,
    in_its_element,
    printed_times,
    reconcile,
)

_YEAR = re.compile(r"(?:19|20)\d\d|\d[./]\d\d(?!\d)")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?:[/-](0?[1-9]|[12]\d|3[01]))?(?=[/_-]|$)")
_MONTH_FIRST_LANGUAGES = ("en-us", "en-ph", "en-ca")
_FAR = 15
_TELLS_NO_DAY = frozenset(
    {Role.CAPTION, Role.COMMENT, Role.RELATED, Role.SPONSORED, Role.COPYRIGHT, Role.HEADLINE}
)
_TELLS_OF_ITS_DAY = frozenset({Role.TIMESTAMP, Role.COMMENT})
_BOUNDS = frozenset({Role.CAPTION, Role.RELATED, Role.SPONSORED, *_TELLS_OF_ITS_DAY})


@dataclass(frozen=True, slots=True)
class Moments:
    """The believed times and the words in which print tells them; None where the page does not."""

    published: date | datetime | None
    modified: date | datetime | None
    printed_published: str | None
    printed_modified: str | None


def find_moments(draft: Draft, declared_language: str | None) -> Moments:
    """When the story was published and changed; the declared language says whether the month is printed first."""
    published = declared_times(draft.declared, "published")
    modified = declared_times(draft.declared, "modified")
    anchors = published or modified or declared_times(draft.declared, "time")
    near = day_of(anchors[0][1]) if anchors else None
    day_first = (declared_language or "").lower().replace("_", "-") not in _MONTH_FIRST_LANGUAGES
    told, distances = _told(draft, near, day_first)
    shown, shown_update = choose_published(told, near, distances)
    base = near or next((t.printed.value for t in told if t.printed and t.printed.value), None)
    if base is None and draft.flat and any(one.printed for one in told):
        base = _latest_day(draft)
    value = completed(shown, base) if shown else None
    update = completed(shown_update, value or base) if shown_update else None
    beside = shown is not None and distances.get(shown.part.block.source.start, 99) <= 8
    moment = reconcile(published, shown, value, beside) or _published_otherwise(draft)
    changed = reconcile(modified, shown_update, update)
    elements = declared_times(draft.declared, "time")
    moment = in_its_element(moment, shown, elements, draft.page.source)
    changed = in_its_element(changed, shown_update, elements, draft.page.source)
    for field, believed in (("published", moment), ("modified", changed)):
        if believed is not None:
            draft.note(field, str(believed.value), believed.where, believed.source, True, believed.reason)
    _note_declared(draft, "published", published, moment)
    _note_declared(draft, "modified", modified, changed)
    for one in told:
        field, chosen = ("modified", changed) if one is shown_update else ("published", moment)
        if chosen is None or chosen.source != one.part.block.source:
            draft.note(field, one.text, "printed", one.part.block.source, False, "printed as well")
    return Moments(
        moment.value if moment else None,
        changed.value if changed else None,
        shown.text if shown else None,
        shown_update.text if shown_update else None,
    )


def _told(draft: Draft, near: date | None, day_first: bool) -> tuple[list[Told], dict[int, int]]:
    """The dates in print, those by the headline first, and how many blocks each block that was looked at stands from
    the headline, by the start of its source."""
    parts, first = draft.parts, draft.first
    top = draft.headline_at if 0 <= draft.headline_at < first else max(0, first - 8)
    places = draft.places(Role.TIMESTAMP, Role.BYLINE)
    places.sort(key=lambda n: (0 if top - 4 <= n <= first + 3 else 1, n))
    told = printed_times(parts, places, near, day_first)
    if not told and near is None:
        # no line is a date line; a line above the story may still begin or end with one, its first paragraph begin
        above = range(max(0, top - 4), min(len(parts), first))
        places = [n for n in above if _dated_at_an_end(parts[n].block.text)]
        if first < len(parts):
            text = parts[first].block.text
            if _dated_at_an_end(text, head=text.rstrip().endswith(".")):
                places.append(first)
        told = printed_times(parts, places, near, day_first)
    if draft.flat and not any(one.printed and (one.printed.value or one.printed.month) for one in told):
        places = _farther(draft, top)
        told = [*told, *printed_times(parts, places, near, day_first)]
    return told, {parts[n].block.source.start: abs(n - top) for n in places}


def _latest_day(draft: Draft) -> date | None:
    """The latest day that any short line of the page tells in full: what a day without its year is near."""
    short = [
        part.block.text
        for part in draft.parts
        if len(part.block.text) < 120 and _YEAR.search(part.block.text)
    ]
    days = [day_of(one.value) for text in short for one in find_dates(text) if one.value]
    return max(days, default=None)


def _farther(draft: Draft, top: int) -> list[int]:
    """In flat text: the line nearest to the headline that tells a day, farther over the story than its head goes or in
    it; failing those, the first one under the story with a time of day."""
    parts = draft.parts
    over = range(max(0, top - _FAR), min(len(parts), head_end(draft, top) + 1))
    under = range(draft.last + 1, min(len(parts), draft.last + _FAR))
    for n in [*sorted(over, key=lambda n: abs(n - top)), *under]:
        text = GLUED_YEAR.sub(" ", parts[n].block.text)
        if parts[n].role in _TELLS_NO_DAY or len(text) > 120 or not _dated_at_an_end(text):
            continue
        if n <= draft.last or any(one.value and one.clock for one in find_dates(text)):
            return [n]
    return []


def _dated_at_an_end(text: str, head: bool = False) -> bool:
    """Whether a date stands at the very head or end of a line, or at its head alone: a sentence may end with any day."""
    if len(text) > 400 or not any(c.isdecimal() for c in text):
        return False
    return any(
        one.value and (one.start <= 3 or (not head and one.end >= len(text) - 24)) for one in find_dates(text)
    )


def _published_otherwise(draft: Draft) -> Moment | None:
    """A time that is not said to be the story's: when the page was made, the day in its address."""
    for field in ("created", "time"):
        if found := declared_times(draft.declared, field):
            declaration, value = found[0]
            why = "no better time is declared or printed"
            return Moment(value, declaration.where, declaration.source, why)
    if draft.url and (match := _URL_DATE.search(draft.url)) and match[3]:
        try:
            day = date(int(match[1]), int(match[2]), int(match[3]))
        except ValueError:
            return None
        return Moment(day, "address", None, "the page's address holds a day")
    return None


def _note_declared(
    draft: Draft,
    field: str,
    told: Sequence[tuple[Declaration, date | datetime]],
    believed: Moment | None,
) -> None:
    """Keep the declared times beside the believed one."""
    for declaration, value in told:
        same = believed is not None and value == believed.value
        if believed is None or not same or declaration.where != believed.where:
            draft.note(
                field, declaration.value, declaration.where, declaration.source, same, "declared as well"
            )


def saved_bounds(draft: Draft, latest: date | datetime | None) -> tuple[datetime | None, datetime | None]:
    """Not before the latest day that the page prints as past, not after it was saved.

    An age on a card says that the item is older than the page: what the item is dated bounds the page. The age
    itself is not added: ages are rounded, and the day's time zone is not told.
    """
    days: list[tuple[date | datetime, Part | None]] = []
    if latest is not None:
        days.append((latest, None))
    near = day_of(latest) if latest else None
    for part in draft.parts:
        text = part.block.text
        if part.role not in _BOUNDS or len(text) >= 400 or not _YEAR.search(text):
            continue
        for printed in find_dates(text, near=near):
            if printed.value is None or (near and abs((day_of(printed.value) - near).days) >= 4000):
                continue
            if part.role in _TELLS_OF_ITS_DAY or _past(text, printed.start):
                days.append((printed.value, part))
    saved = draft.page.origin.saved
    if not days:
        return None, saved
    value, holder = max(days, key=lambda pair: day_of(pair[0]))
    bound = value if isinstance(value, datetime) else datetime.combine(value, time())
    where, source = ("printed", holder.block.source) if holder else ("published", None)
    why = "the latest day that the page tells of as past"
    draft.note("saved_not_before", str(bound), where, source, True, why)
    return bound, saved


def _past(text: str, at: int) -> bool:
    """Whether a caption's date speaks of when the picture was taken: a weekday or `on` before it."""
    return bool(re.search(r"(?i)(?:day,?|on|am|le|el|den|\w+tag,?)\s*$", text[:at])) or bool(
        re.match(r"(?i)\w+day,?", text[at:])
    )
