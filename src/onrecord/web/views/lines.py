"""Statements, stories and people as a list shows them, and the pages of a list."""

from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from onrecord.archive import (
    Added,
    ArticleHit,
    ArticleView,
    Hit,
    PersonHit,
    Results,
    StatementHit,
)
from onrecord.record import (
    Outcome,
    Unread,
)

from ..asking import Asked, What
from ..words import lit
from .addresses import article_href, person_href, statement_href

NAMES: dict[What, tuple[str, str, str]] = {
    "statements": ("Statements", "statement", "statements"),
    "articles": ("Stories", "story", "stories"),
    "people": ("People", "person", "people"),
}
UNSURE = 0.5
"""A statement that is more likely not quite so than so says in a list how sure it is."""


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
