"""What each page shows, made from what the archive gives. Values in, values out; no request, no template."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import quote, urlencode

from markupsafe import Markup

from onrecord.archive import (
    Added,
    Archive,
    ArticleHit,
    ArticleView,
    Count,
    Facets,
    Hit,
    PersonHit,
    PersonView,
    Results,
    Statement,
    StatementHit,
    Summary,
    UnreadRow,
)
from onrecord.errors import QueryError, SlowQueryError
from onrecord.record import (
    BODY_ROLES,
    Article,
    Attribution,
    Card,
    EntityKind,
    Outcome,
    Part,
    Role,
    Span,
    Timex,
    TimexType,
    Unread,
)

from .asking import FINDS, PER_PAGE, Asked, What, first_day, last_day
from .charts import Moment, Period, Share, moments, periods, shares, timeline
from .taking import LISTS, READINGS, SINGLE
from .voices import colours, painted, stretches
from .words import counted, day, lit, moment

CHARTS = (("speaker", "By speaker"), ("site", "By site"))
FACETS = (
    ("agency", "Agency"),
    ("section", "Section"),
    ("kind", "Kind of quotation"),
    ("language", "Language"),
)

NAMES: dict[What, tuple[str, str, str]] = {
    "statements": ("Statements", "statement", "statements"),
    "articles": ("Stories", "story", "stories"),
    "people": ("People", "person", "people"),
}

PEOPLE_PER_PAGE = 60

UNSURE = 0.5
"""A statement that is more likely not quite so than so says in a list how sure it is."""

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
class StatementLine:
    """A statement in a list."""

    href: str
    words: Markup
    day: str | None
    site: str | None
    language: str | None
    speaker: str | None
    person_href: str | None
    article_href: str
    headline: str | None
    unsure: str | None = None


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """A story in a list."""

    id: int
    href: str
    title: str
    snippet: Markup | None
    language: str | None
    site: str | None
    agency: str | None
    section: str | None
    day: str | None
    printings: int = 1
    story_href: str | None = None


@dataclass(frozen=True, slots=True)
class PersonLine:
    """A person in a list."""

    id: int
    href: str
    name: str
    roles: tuple[str, ...]
    statements: int
    articles: int


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere, with a number beside them; `chosen` if one is there already."""

    name: str
    href: str
    number: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page of a list: what it holds of how many, and where the pages beside it are."""

    first: int
    end: int
    total: int
    exact: bool
    back: str | None
    next: str | None


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


# Lists


def line(hit: Hit) -> StatementLine | ArticleLine | PersonLine:
    """A result as it is shown in a list."""
    if isinstance(hit, StatementHit):
        return statement_line(hit)
    if isinstance(hit, ArticleHit):
        return article_line(hit)
    return person_line(hit)


def statement_line(hit: StatementHit) -> StatementLine:
    """A statement as it is shown in a list."""
    found = hit.snippet
    words = lit(found.text, found.lit, before=found.before, after=found.after) if found.text else hit.content
    return StatementLine(
        href=statement_href(hit.key),
        words=Markup(words) if isinstance(words, Markup) else Markup.escape(words),
        day=hit.published,
        site=hit.publisher or hit.site,
        language=None,
        speaker=hit.speaker or hit.source,
        person_href=person_href(hit.person),
        article_href=article_href(hit.article, hit.key),
        headline=hit.headline,
        unsure=f"{hit.confidence:.0%} sure" if hit.confidence < UNSURE else None,
    )


def article_line(hit: ArticleHit) -> ArticleLine:
    """A story as it is shown in a list."""
    found = hit.snippet
    return ArticleLine(
        id=hit.id,
        href=article_href(hit.id),
        title=hit.headline or "A story without a headline",
        snippet=lit(found.text, found.lit, before=found.before, after=found.after) if found.text else None,
        language=hit.language,
        site=hit.publisher or hit.site,
        agency=hit.agency,
        section=hit.section,
        day=hit.published,
        printings=hit.printings,
        story_href=None if hit.story is None else Asked(find="articles", story=hit.story).href,
    )


def person_line(hit: PersonHit) -> PersonLine:
    """A person as they are shown in a list."""
    return PersonLine(hit.id, f"/people/{hit.id}", hit.name, hit.roles[:3], hit.statements, hit.articles)


def leaf(results: Results, asked: Asked) -> Leaf:
    """Which results of how many, and the pages beside."""
    first = results.offset + 1
    end = results.offset + len(results.hits)
    more = end < results.total or (not results.exact and len(results.hits) == results.limit)
    return Leaf(
        first=first,
        end=end,
        total=results.total,
        exact=results.exact,
        back=asked.but(page=asked.page - 1).href if asked.page > 1 else None,
        next=asked.but(page=asked.page + 1).href if more else None,
    )


# Addresses


def article_href(article: int, statement: str | None = None) -> str:
    """A story's page, with a statement lit in it if one is named."""
    return f"/articles/{article}" + (f"?said={quote(statement)}" if statement else "")


def statement_href(key: str) -> str:
    """A statement's page: its permanent link."""
    return f"/statements/{quote(key)}"


def person_href(person: int | None) -> str | None:
    """A person's page, if the archive knows them across stories."""
    return None if person is None else f"/people/{person}"


def saved_href(article: int, **lights: object) -> str:
    """The saved page with something lit in it."""
    return f"/articles/{article}/saved" + (f"?{urlencode(lights)}#lit" if lights else "")


# Charts


def by_day(counts: Iterable[Count]) -> dict[date, int]:
    """The days of a timeline facet with their numbers."""
    found: dict[date, int] = {}
    for one in counts:
        first = first_day(one.value)
        if first is not None:
            found[first] = found.get(first, 0) + one.count
    return found


def search_timeline(counts: Iterable[Count], asked: Asked, *, height: int = 84) -> Markup:
    """The results over time; each bar narrows the search to its days."""

    def narrowed(bar: Period) -> str:
        return asked.but(since=str(bar.first), until=str(bar.last)).href

    return timeline(
        periods(by_day(counts)), narrowed, noun=NAMES[asked.find][0], chosen=asked.days, height=height
    )


def facets(found: Facets, asked: Asked) -> list[dict[str, Any]]:
    """What the results can be narrowed by, each as links; the chosen one leads back out."""
    shown = []
    for name, title in FACETS:
        rows: Sequence[Count] = getattr(found, name)
        chosen = getattr(asked, name)
        if not rows or (len(rows) == 1 and chosen is None):
            continue
        links = [
            Link(
                row.label,
                asked.but(**{name: None if row.value == chosen else row.value}).href,
                row.count,
                row.value == chosen,
            )
            for row in rows
        ]
        shown.append({"name": title, "rows": links})
    return shown


def charts(found: Facets, asked: Asked) -> list[dict[str, Any]]:
    """The results by speaker and by site; each bar narrows the search, or widens it again."""
    shown = []
    for name, title in CHARTS:
        rows: Sequence[Count] = getattr(found, name)
        chosen = getattr(asked, name)
        lines = [
            Share(row.label, asked.but(**{name: None if row.value == chosen else row.value}).href, row.count)
            for row in rows[:12]
        ]
        if lines:
            shown.append({"name": title, "chart": shares(lines, label=title)})
    return shown


# Pages


def front(archive: Archive) -> dict[str, Any]:
    """The first page: how much there is, statements over time, who is quoted, where printed, what is new."""
    summary = archive.summary()
    # What is lately said is shown in the speakers' own words; the charts count everything.
    found = archive.search("", what="statements", sort="newest", limit=1, facets=True).facets or Facets()
    newest = archive.search("", what="statements", sort="newest", limit=120).hits
    latest = _lately([hit for hit in newest if isinstance(hit, StatementHit)])
    everything = Asked()
    return {
        "counts": summary,
        "span": _years(summary),
        "latest": [line(hit) for hit in latest],
        "timeline": search_timeline(found.timeline, everything, height=84),
        "timeline_title": _over_time(found, everything.find),
        "speakers": shares(
            [
                Share(one.label, everything.but(speaker=one.value).href, one.count)
                for one in found.speaker[:9]
            ],
            label="Most quoted",
        ),
        "sites": shares(
            [Share(one.label, everything.but(site=one.value).href, one.count) for one in found.site[:9]],
            label="Where printed",
        ),
    }


def _over_time(found: Facets, what: What) -> str:
    """What a chart over time shows."""
    sample = "" if found.sample is None else f", the newest {found.sample:,}"
    return f"{NAMES[what][0]} over time{sample}"


def _lately(newest: Sequence[StatementHit], most: int = 5) -> list[StatementHit]:
    """Of the newest statements some to begin with: direct speech first, one of each story first."""
    direct = sorted(newest, key=lambda hit: hit.kind != "direct")
    of_story: dict[int, StatementHit] = {}
    for hit in direct:
        of_story.setdefault(hit.article, hit)
    first = list(of_story.values())
    return [*first, *(hit for hit in direct if hit not in first)][:most]


def _years(summary: Summary) -> str | None:
    """From when to when, in years."""
    if not summary.first or not summary.last:
        return None
    first, last = summary.first[:4], summary.last[:4]
    return first if first == last else f"{first}–{last}"


def search(archive: Archive, asked: Asked) -> dict[str, Any]:
    """A page of results with what they can be narrowed by."""
    results = archive.search(
        asked.q,
        what=asked.find,
        sort="best" if asked.q else "newest",
        limit=PER_PAGE,
        offset=(asked.page - 1) * PER_PAGE,
        facets=True,
        fold=asked.find == "articles" and asked.story is None,
        **asked.filters,
    )
    found = results.facets or Facets()
    return {
        "hits": [line(hit) for hit in results.hits],
        "page": leaf(results, asked),
        "total": results.total,
        "tabs": tabs(archive, asked, results),
        "facets": facets(found, asked),
        "charts": charts(found, asked),
        "timeline": search_timeline(found.timeline, asked),
        "timeline_title": _over_time(found, asked.find),
        "takeaways": [
            Link(name, export_href(asked, form))
            for form, (name, _) in [*LISTS.items(), *(READINGS.items() if asked.find != "people" else ())]
        ],
    }


def no_results(asked: Asked) -> dict[str, Any]:
    """The same page when the question could not be understood or took too long."""
    return {
        "hits": [],
        "page": None,
        "total": 0,
        "tabs": [
            {
                "name": NAMES[find][0],
                "href": asked.but(find=find).href,
                "current": find == asked.find,
                "count": "",
                "number": 0,
                "one": "",
                "many": "",
            }
            for find in FINDS
        ],
        "facets": [],
        "charts": [],
        "timeline": None,
        "timeline_title": "",
        "takeaways": [],
    }


def people(archive: Archive, asked: Asked) -> dict[str, Any]:
    """People by name; all of them for an empty question."""
    first = (asked.page - 1) * PEOPLE_PER_PAGE
    results = archive.search(asked.q, what="people", limit=PEOPLE_PER_PAGE, offset=first, **asked.filters)
    page = leaf(results, asked)
    return {
        "hits": [line(hit) for hit in results.hits],
        "page": replace(
            page,
            back=page.back and page.back.replace("/search?", "/people?", 1),
            next=page.next and page.next.replace("/search?", "/people?", 1),
        ),
    }


def unread(rows: Sequence[UnreadRow], total: int, page: int) -> dict[str, Any]:
    """Pages that could not be read, with the reasons."""
    first = (page - 1) * PER_PAGE
    return {
        "total": total,
        "rows": [
            {"name": row.name or row.url or "a page without a name", "reason": row.reason.replace("_", " "),
             "detail": row.detail, "added": row.added}
            for row in rows
        ],
        "page": Leaf(
            first + 1, first + len(rows), total, True,
            f"/unread?page={page - 1}" if page > 1 else None,
            f"/unread?page={page + 1}" if first + len(rows) < total else None,
        ),
    }  # fmt: skip


def printing_line(view: ArticleView) -> ArticleLine:
    """One of several printings of a story."""
    story = view.reading.article
    return ArticleLine(
        id=view.id, href=article_href(view.id), title=story.headline or "A story without a headline",
        snippet=None, language=story.language, site=story.publisher or view.site, agency=story.agency,
        section=story.section,
        day=story.published.isoformat() if story.published else None,
    )  # fmt: skip


def outcome_line(name: str, outcome: Outcome, added: Added) -> dict[str, Any]:
    """What became of a page that was added, in words."""
    if isinstance(outcome, Unread):
        return {"name": name, "words": f"Could not be read: {outcome.detail}", "href": None}
    title = outcome.article.headline or "A story without a headline"
    words = f"{title} (it was here already)" if added.state == "known" else title
    return {
        "name": name,
        "words": words,
        "href": None if added.article is None else article_href(added.article),
    }


def tabs(archive: Archive, asked: Asked, results: Results) -> list[dict[str, Any]]:
    """What else could be looked for with the same words, with how many there are of each."""
    shown = []
    for find in FINDS:
        there = asked.but(find=find)
        of: Results | None = results
        if find != asked.find:
            try:
                of = archive.search(asked.q, what=find, limit=1, **there.filters)
            except (QueryError, SlowQueryError):
                of = None  # people have no headline and no kind: what is asked of one may not fit another
        title, one, many = NAMES[find]
        shown.append(
            {
                "name": title,
                "href": there.href,
                "current": find == asked.find,
                "number": of.total if of else 0,
                "count": f"{of.total:,}{'' if of.exact else '+'}" if of else "",
                "one": one,
                "many": many,
            }
        )
    return shown


def export_href(asked: Asked, form: str) -> str:
    """Where the results can be had in another form."""
    return f"/export?{urlencode([('format', form), *asked.but().pairs()])}"


def article(view: ArticleView, said: str | None) -> dict[str, Any]:
    """A story with its parts named, who speaks in it lit, and its saved page beside it."""
    reading = view.reading
    story = reading.article
    now = view.statements.index(said) if said in view.statements else None
    first = not any(other.relation == "first" for other in view.printings)
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
        "others": [
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
        ],
        "saved_src": saved_href(view.id, said=now) if now is not None else _begins(view),
        "source_href": f"/articles/{view.id}/saved?as=source"
        + (f"&said={now}#lit" if now is not None else ""),
        "saved_plain": None,
    }


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
    people = {person.entity.id: person for person in view.people}
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
        voices: list[Voice] = []
        for act in sorted({stretch.number for stretch in here}):
            name = said[act].speaker
            if name is None or any(voice.name == name for voice in voices):
                continue
            entity = said[act].entity
            who = people.get(entity) if entity is not None else None
            note = _note(who.entity.age, who.entity.roles) if who is not None and name not in met else None
            met.add(name)
            voices.append(Voice(tints.get(name, 0), name, person_href(who.person) if who else None, note))
        line_of = story.dateline
        if (
            line_of is not None
            and part.span.start == line_of.span.start == 0
            and words.startswith(line_of.text)
        ):
            rest = words[len(line_of.text) :]
            words = Markup('<span class="dateline">{}</span>').format(line_of.text) + rest
        shown.append(
            PartLine(
                number,
                part.role.value,
                LABELS.get(part.role),
                words,
                saved_href(view.id, part=number),
                tuple(voices),
            )
        )
    return shown


def _note(age: int | None, roles: Sequence[str]) -> str | None:
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


def statement(found: Statement, view: ArticleView) -> dict[str, Any]:
    """One statement: its words in their passage, its evidence, how to cite it."""
    act = found.attribution
    whole = Span(found.start, found.start + len(found.passage))
    text = " " * found.start + found.passage
    speaker = found.speaker or found.source
    who = next((p for p in view.people if act.entity is not None and p.entity.id == act.entity), None)
    keys = view.statements
    return {
        "s": {
            "number": found.number + 1,
            "speaker": speaker,
            "person_href": person_href(found.person),
            "article_href": article_href(found.article, found.key),
            "headline": found.headline,
            "href": statement_href(found.key),
            "content": found.content,
        },
        "language": view.reading.article.language,
        "passage": painted(text, whole, stretches([act]), [act], {}, None),
        "passage_long": len(found.passage) > 280,
        "speaker_note": _note(who.entity.age, who.entity.roles) if who is not None else None,
        "facts": _facts(found, act),
        "citations": _citations(found, speaker),
        "before": statement_href(keys[found.number - 1]) if found.number > 0 else None,
        "after": statement_href(keys[found.number + 1]) if found.number + 1 < len(keys) else None,
        "takeaways": [],
        "saved_src": saved_href(found.article, said=found.number),
        "source_href": f"/articles/{found.article}/saved?as=source&said={found.number}#lit",
        "saved_plain": saved_href(found.article, said=found.number),
    }


def _facts(found: Statement, act: Attribution) -> list[tuple[str, str | None]]:
    """What is known of a statement and why it is believed."""
    sure = f"{act.confidence:.0%} sure: {act.reason}" if act.reason else f"{act.confidence:.0%} sure"
    who = None
    if found.speaker is not None and act.speaker_confidence is not None:
        who = f"{found.speaker}, {act.speaker_confidence:.0%} sure"
        who += f": {act.speaker_reason}" if act.speaker_reason else ""
    at = ", ".join(f"{span.start}–{span.end}" for span in act.content)
    return [
        ("source", found.source or "none is named"),
        ("by the word", found.cue),
        ("kind", f"{act.kind.value}, {act.act.value}"),
        ("statement", sure),
        ("speaker", who),
        ("printed by", found.publisher or found.site),
        ("agency", found.agency),
        ("published", moment(found.published)),
        ("saved", moment(found.saved)),
        ("address", found.url),
        ("file", found.name),
        ("in the text", f"characters {at}"),
        ("in the page", ", ".join(f"{span.start}–{span.end}" for span in found.places)),
        ("sha256", found.sha256),
    ]


def _citations(found: Statement, speaker: str | None) -> list[dict[str, Any]]:
    """The statement as a footnote, and as a note with its proof."""
    byline = " and ".join(found.bylines)
    words = found.content if found.attribution.kind.value == "direct" else f"[{found.content}]"
    title = f"“{found.headline}”" if found.headline else None
    where = ", ".join(
        bit
        for bit in (byline, title, found.publisher or found.site, found.agency, day(found.published))
        if bit
    )
    note = f"{speaker or 'No source named'}: {words}\nIn: {where}."
    if found.url:
        note += f"\n{found.url}" + (f" (saved {day(found.saved)})" if found.saved else "")
    proof = (
        f"{note}\nPage sha256 {found.sha256}, characters "
        + ", ".join(f"{span.start}–{span.end}" for span in found.places)
        + f" of the saved page; statement {found.key}."
    )
    return [
        {"name": "as a note", "words": note, "rows": _rows(note)},
        {"name": "with its proof", "words": proof, "rows": _rows(proof)},
    ]


def _rows(words: str) -> int:
    """Rows a text field needs to show all."""
    return sum(1 + len(line) // 72 for line in words.split("\n"))


def person(view: PersonView) -> dict[str, Any]:
    """A person: what they said, what is said of them, where printed, who quotes them, with whom."""
    theirs = Asked(person=view.id)
    alike = [
        {"id": other.id, "name": other.name, "statements": counted(other.statements, "statement")}
        for other in view.possibly
    ]
    return {
        "p": view,
        "href": f"/people/{view.id}",
        "roles": [one.label for one in view.roles[:4]],
        "says": [statement_line(hit) for hit in view.said[:12]],
        "says_href": theirs.href,
        "says_more": view.statements > 12,
        "said_of": [statement_line(hit) for hit in view.said_of[:8]],
        "timeline": search_timeline(view.timeline, theirs, height=60) if len(view.timeline) > 1 else None,
        "stated": _stated(view),
        "names": [name for name in view.names if name != view.name],
        "sites": shares(
            [Share(one.label, theirs.but(site=one.value).href, one.count) for one in view.sites[:8]],
            label="Where printed",
        ),
        "quoted_by": [one for one in view.quoted_by if one.kind != "site"][:8],
        "together": shares(
            [Share(one.label, f"/people/{one.value}", one.count) for one in view.with_people[:8]],
            label="In the same stories",
        ),
        "stories_href": theirs.but(find="articles").href,
        "alike": alike,
    }


def _stated(view: PersonView) -> list[tuple[str, str]]:
    """Roles, affiliations and ages as the stories state them, with how often or when."""
    often = [(one.label, counted(one.count, "story", "stories")) for one in (*view.roles, *view.affiliations)]
    said: dict[int, str] = {}
    for age, when in view.ages:  # the newest first; of stories that state the same age one is enough
        said.setdefault(age, day(when) or "undated")
    return [*often[:8], *((f"{age} years old", when) for age, when in list(said.items())[:3])]
