"""A story's page: its parts, who speaks in it, when, and where it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from markupsafe import Markup

from onrecord.archive import (
    ArticleView,
)
from onrecord.record import (
    BODY_ROLES,
    Article,
    Card,
    EntityKind,
    Part,
    Role,
    Timex,
    TimexType,
)

from ..asking import first_day, last_day
from ..charts import Moment, moments
from ..taking import SINGLE
from ..voices import colours, painted, stretches
from ..words import moment
from .addresses import person_href, saved_href
from .lines import ArticleLine, Link

LABELS = {
    Role.HEADLINE: "headline",
    Role.DECK: "deck",
    Role.BYLINE: "byline",
    Role.TIMESTAMP: "printed time",
    Role.SUBHEAD: "subhead",
    Role.LIST_ITEM: "list",
    Role.BLOCKQUOTE: "block quotation",
    Role.CELL: "table",
    Role.CONTRIBUTOR: "contributors",
    Role.CORRECTION: "correction",
    Role.NOTE: "editor’s note",
    Role.READER_SERVICE: "for readers",
    Role.COPYRIGHT: "copyright",
}
"""What a part of a story is called in the margin. A paragraph needs no name."""
HEAD = (Role.HEADLINE, Role.DECK, Role.BYLINE, Role.TIMESTAMP)
TAIL = (Role.CONTRIBUTOR, Role.CORRECTION, Role.NOTE, Role.READER_SERVICE, Role.COPYRIGHT)


@dataclass(frozen=True, slots=True)
class PartLine:
    """A part of a story: its name in the margin, its words, where it is lit in the saved page."""

    number: int
    role: str
    label: str | None
    words: Markup | str
    href: str | None
    voices: tuple["Voice", ...] = ()


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in a paragraph; `note` says who it is, the first time."""

    number: int
    name: str
    href: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class CastLine:
    """Somebody in the story: the number of their colour, what is stated of them, how often they speak."""

    number: int
    name: str
    href: str | None
    age: int | None
    lines: tuple[str, ...]
    statements: int


def article(view: ArticleView, said: str | None) -> dict[str, Any]:
    """A story with its parts named, who speaks in it lit, and its saved page beside it."""
    reading = view.reading
    story = reading.article
    now = view.statements.index(said) if said in view.statements else None
    return {
        "a": story,
        "language": story.language,
        "head": _head(view.id, story),
        "body": _body(view, now),
        "tail": [_part(view.id, n, p, p.block.text) for n, p in enumerate(story.blocks) if p.role in TAIL],
        "cast": _cast(view),
        "times": _times(view),
        "pictures": [
            {
                "caption": picture.caption,
                "alt": picture.alt,
                "credit": picture.credit,
                "href": saved_href(view.id, at=f"{picture.source[0].start}-{picture.source[0].end}")
                if picture.source
                else None,
            }
            for picture in story.pictures
        ],
        "related": [_card(view.id, card) for card in story.related],
        "sponsored": [_card(view.id, card) for card in story.sponsored],
        "record": _record(view),
        "takeaways": [
            Link(name, f"/export?{urlencode({'format': form, 'article': view.id})}")
            for form, (name, _) in SINGLE.items()
        ],
        "others": _others(view),
        "saved_src": saved_href(view.id, said=now) if now is not None else _begins(view),
        "source_href": f"/articles/{view.id}/saved?as=source"
        + (f"&said={now}#lit" if now is not None else ""),
        "saved_plain": None,
    }


def _others(view: ArticleView) -> list[ArticleLine]:
    """The other printings of the story, each leading to both side by side."""
    first = not any(other.relation == "first" for other in view.printings)
    return [
        ArticleLine(
            id=other.article,
            href=f"/articles/{view.id}/beside/{other.article}",
            title=other.headline or "A story without a headline",
            snippet=None,
            language=None,
            site=other.site,
            agency="a later or earlier version" if other.relation == "version" else "printed here too",
            section=f"{other.shared:.0%} the same" if first or other.relation == "first" else None,
            day=other.published,
        )
        for other in view.printings
    ]


def _begins(view: ArticleView) -> str:
    """The saved page at the place where the story begins."""
    blocks = view.reading.article.blocks
    for role in (Role.HEADLINE, *BODY_ROLES):
        for number, part in enumerate(blocks):
            if part.role is role:
                return saved_href(view.id, start=number)
    return saved_href(view.id)


def _head(article: int, story: Article) -> list[PartLine]:
    """Headline, deck, byline, time: as assembled, each leading to where it is printed."""
    at: dict[Role, int] = {}
    for number, part in enumerate(story.blocks):
        if part.role in HEAD and part.role not in at:
            at[part.role] = number
    byline = ", ".join(
        " ".join(bit for bit in (by.name, f"({by.role})" if by.role else "") if bit)
        + (f" for {by.outlet}" if by.outlet else "")
        for by in story.bylines
    )
    when = moment(story.published)
    if story.modified:
        when += f"{'; ' if when else ''}changed {moment(story.modified)}"
    shown = [
        (Role.HEADLINE, story.headline or "A story without a headline"),
        (Role.DECK, story.deck),
        (Role.BYLINE, byline),
        (Role.TIMESTAMP, when),
    ]
    return [
        PartLine(
            number=at.get(role, -1),
            role=role.value,
            label="published" if role is Role.TIMESTAMP else LABELS[role],
            words=words,
            href=saved_href(article, part=at[role]) if role in at else None,
        )
        for role, words in shown
        if words
    ]


def _part(article: int, number: int, part: Part, words: Markup | str) -> PartLine:
    """A part outside the story's text."""
    return PartLine(number, part.role.value, LABELS.get(part.role), words, saved_href(article, part=number))


def _body(view: ArticleView, now: int | None) -> list[PartLine]:
    """The story's text, block by block, with who speaks in it."""
    story, said = view.reading.article, view.reading.attributions
    tints = colours(said)
    lits = stretches(said)
    met: set[str] = set()
    stops: set[int] = set()
    shown = []
    for number, part in enumerate(story.blocks):
        if part.span is None:
            continue
        here = [stretch for stretch in lits if stretch.span.meets(part.span)]
        words = painted(
            story.text,
            part.span,
            here,
            said,
            tints,
            lambda act: saved_href(view.id, said=act),
            now=now,
            first=stops,
        )
        if (line := story.dateline) is not None and part.span.start == line.span.start == 0:
            words = _with_dateline(words, line.text)
        shown.append(
            PartLine(
                number,
                part.role.value,
                LABELS.get(part.role),
                words,
                saved_href(view.id, part=number),
                _voices(view, {stretch.number for stretch in here}, tints, met),
            )
        )
    return shown


def _voices(view: ArticleView, acts: set[int], tints: dict[str, int], met: set[str]) -> tuple[Voice, ...]:
    """Who speaks in a paragraph; who they are is told of those not `met` before."""
    people = {person.entity.id: person for person in view.people} if acts else {}
    voices: list[Voice] = []
    for number in sorted(acts):
        act = view.reading.attributions[number]
        name = act.speaker
        if name is None or any(voice.name == name for voice in voices):
            continue
        who = people.get(act.entity) if act.entity is not None else None
        note = who_in_brief(who.entity.age, who.entity.roles) if who is not None and name not in met else None
        met.add(name)
        voices.append(Voice(tints.get(name, 0), name, person_href(who.person) if who else None, note))
    return tuple(voices)


def _with_dateline(words: Markup, dateline: str) -> Markup:
    """A paragraph's words with the dateline that they begin with set off."""
    if not words.startswith(dateline):
        return words
    return Markup('<span class="dateline">{}</span>').format(dateline) + words[len(dateline) :]


def who_in_brief(age: int | None, roles: Sequence[str]) -> str | None:
    """Who somebody is, in a few words: "harbour master, 52"."""
    return ", ".join([*roles[:1], *([str(age)] if age is not None else [])]) or None


def _cast(view: ArticleView) -> list[CastLine]:
    """The people of the story, those who speak first."""
    tints = colours(view.reading.attributions)
    people = [person for person in view.people if person.entity.kind is EntityKind.PERSON]
    people.sort(key=lambda person: (-person.statements, -len(person.entity.mentions)))
    return [
        CastLine(
            number=tints.get(person.entity.name, 0),
            name=person.entity.name,
            href=person_href(person.person),
            age=person.entity.age,
            lines=tuple(dict.fromkeys((*person.entity.roles, *person.entity.affiliations)))[:4],
            statements=person.statements,
        )
        for person in people
    ]


def _times(view: ArticleView) -> Markup:
    """The days the story speaks of, on a line."""
    published = view.reading.article.published
    stops = (_stop(view.id, time) for time in view.reading.times)
    when = published.date() if isinstance(published, datetime) else published
    return moments((stop for stop in stops if stop is not None), when)


def _stop(article: int, time: Timex) -> Moment | None:
    """A time expression that names a day, a month or a year; None for any other."""
    if time.type not in (TimexType.DATE, TimexType.TIME):
        return None
    first, last = first_day(time.value[:10]), last_day(time.value[:10])
    if first is None or last is None:
        return None
    return Moment(first, last, time.text, saved_href(article, text=f"{time.span.start}-{time.span.end}"))


def _card(article: int, card: Card) -> dict[str, Any]:
    """A card that was set aside, leading to its place in the saved page, never to its own address."""
    return {
        "headline": card.headline,
        "source": card.source,
        "age": card.age,
        "href": saved_href(article, at=f"{card.span.start}-{card.span.end}"),
    }


def _record(view: ArticleView) -> list[tuple[str, str | None]]:
    """Where the page comes from and what proves that it is the same."""
    story, origin = view.reading.article, view.reading.page
    dateline = story.dateline
    return [
        ("kind", f"{story.kind.value}, {story.kind_confidence:.0%} sure: {story.kind_reason}"),
        ("printed by", story.publisher or view.site),
        ("agency", story.agency),
        ("section", story.section),
        ("dateline", dateline.text if dateline else None),
        ("contributors", ", ".join(name for one in story.contributors for name in one.names)),
        ("address", view.reading.address or origin.url),
        ("file", origin.name),
        ("saved", moment(origin.saved)),
        ("sha256", origin.sha256),
        ("read by", f"onrecord {view.reading.readers}"),
    ]
