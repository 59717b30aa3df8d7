"""Readings made by hand from the nouns, over pages written for the tests. All names are fictional."""

import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from onrecord.record import (
    Act,
    Article,
    Attribution,
    AttributionKind,
    Block,
    Byline,
    Card,
    Claims,
    Contributor,
    Dateline,
    Entity,
    EntityKind,
    Evidence,
    Fact,
    Form,
    Kind,
    Mention,
    MentionForm,
    Note,
    NoteKind,
    Origin,
    Page,
    Part,
    Picture,
    Reading,
    Role,
    Span,
    Stage,
    Timex,
    TimexType,
)

STORY = (
    "VELMAR, Ostrania (NWA) — The port of Velmar will open its grain terminal on Monday, said Irena "
    "Prokopiev, "
    "the deputy minister for trade.",
    "“We have waited four months for this grain export to begin,” Prokopiev, 47, told reporters.",
    "Tomas Halloran, who runs a mill in Café Łódka street, said that the price of flour would fall.",
    "“It is not enough,” he added.",
)


def origin(
    source: str,
    *,
    url: str | None = None,
    name: str | None = "page.html",
    saved: datetime | None = None,
    form: Form = Form.HTML,
) -> Origin:
    """The origin of a page whose bytes are the UTF-8 of `source`."""
    return Origin(
        name=name,
        url=url,
        saved=saved,
        sha256=hashlib.sha256(source.encode("utf-8", "surrogatepass")).hexdigest(),
        encoding="utf-8",
        form=form,
        length=len(source),
    )


def page(
    paragraphs: tuple[str, ...] = STORY,
    *,
    headline: str = "Velmar port to open for grain",
    url: str | None = "https://gazette.example/velmar",
    extra: str = "",
    **told: object,
) -> Page:
    """A small saved page."""
    body = "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    source = (
        f"<html><head><title>{headline}</title></head><body><nav>Home News</nav>\n<h1>{headline}</h1>\n"
        f"<div class='byline'>By Ana Ruiz</div>\n{body}\n<footer>© Gazette {extra}</footer></body></html>"
    )
    return Page(source, origin(source, url=url, **told))  # type: ignore[arg-type]


def article(text: str, **known: Any) -> Article:
    """A story of which nothing is known but its text and what else is given, by the names of `Article`."""
    bare = Article(
        kind=Kind.STORY, is_article=True, kind_reason="by hand", kind_confidence=0.9, language="en", headline=None,
        deck=None, text=text, bylines=(), agency=None, publisher=None, section=None, published=None, modified=None,
        declared=Claims(), printed=Claims(), dateline=None, pictures=(), contributors=(), corrections=(), notes=(),
        reader_service=(), copyright=None, related=(), sponsored=(), comments=(), saved_not_before=None,
        saved_not_after=None, blocks=(), evidence=(),
    )  # fmt: skip
    return replace(bare, **known)


def at(text: str, words: str, after: int = 0) -> Span:
    """Where the words stand in the text."""
    start = text.index(words, after)
    return Span(start, start + len(words))


def reading(
    of: Page,
    *,
    paragraphs: tuple[str, ...] = STORY,
    headline: str = "Velmar port to open for grain",
    agency: str | None = "NWA",
    publisher: str | None = "The Gazette",
    section: str | None = "World",
    published: datetime | None = datetime(2022, 5, 21, 9, 30, tzinfo=UTC),
    language: str | None = "en",
    people: tuple[tuple[str, int | None, tuple[str, ...]], ...] = (
        ("Irena Prokopiev", 47, ("deputy minister for trade",)),
        ("Tomas Halloran", None, ("miller",)),
    ),
    organisations: tuple[str, ...] = (),
    said: tuple[tuple[str, str, str], ...] = (
        ("Irena Prokopiev", "said", "The port of Velmar will open its grain terminal on Monday"),
        ("Irena Prokopiev", "told", "“We have waited four months for this grain export to begin,”"),
        ("Tomas Halloran", "said", "that the price of flour would fall"),
        ("Tomas Halloran", "added", "“It is not enough,”"),
    ),
    readers: str = "0.1.0",
) -> Reading:
    """What a reading of a page made by `page` looks like."""
    text = "\n\n".join(paragraphs)
    parts, place = [], 0
    for words, role in [
        ("Home News", Role.FURNITURE),
        (headline, Role.HEADLINE),
        ("By Ana Ruiz", Role.BYLINE),
    ]:
        after = of.source.index("<body>")
        start = of.source.index(words, after)
        parts.append(Part(Block(words, Span(start, start + len(words)), "p"), role, 0.9, "by hand"))
    for paragraph in paragraphs:
        start = of.source.index("<p>" + paragraph) + 3
        parts.append(
            Part(
                Block(paragraph, Span(start, start + len(paragraph)), "p"),
                Role.PARAGRAPH,
                0.98765,
                "by hand",
                ((Role.DECK, 0.01),),
                Span(place, place + len(paragraph)),
            )
        )
        place += len(paragraph) + 2
    entities, attributions = [], []
    for name, age, roles in people:
        places = [
            Mention(Span(m.start(), m.end()), m.group(), MentionForm.NAME, 0.9)
            for m in re.finditer(re.escape(name), text)
        ]
        entities.append(
            Entity(
                len(entities),
                name,
                EntityKind.PERSON,
                tuple(places),
                age,
                roles,
                (),
                (Fact("role", roles[0], places[0].span),) if roles and places else (),
            )
        )
    for name in organisations:
        places = [
            Mention(Span(m.start(), m.end()), m.group(), MentionForm.NAME, 0.9)
            for m in re.finditer(re.escape(name), text)
        ]
        entities.append(Entity(len(entities), name, EntityKind.ORGANISATION, tuple(places)))
    names = {entity.name: entity for entity in entities}
    for who, cue, content in said:
        span = at(text, content)
        entity = names.get(who)
        source = entity.mentions[0].span if entity and entity.mentions else None
        attributions.append(
            Attribution(
                (source,) if source else None,
                (at(text, cue),),
                (span,),
                AttributionKind.DIRECT if content.startswith(("“", '"')) else AttributionKind.INDIRECT,
                Act.SPEECH,
                who,
                entity.id if entity else None,
                0.8,
                "by hand",
                0.7,
                "by hand",
            )
        )
    head = text.find(" — ")
    story = article(
        text,
        language=language,
        headline=headline,
        bylines=(Byline("Ana Ruiz"),),
        agency=agency,
        publisher=publisher,
        section=section,
        published=published,
        declared=Claims(headline=headline),
        dateline=Dateline(text[:head], "Velmar, Ostrania", "NWA", None, Span(0, head)) if head > 0 else None,
        pictures=(Picture("https://gazette.example/a.jpg", "The port of Velmar", "Eva Lind/NWA"),),
        contributors=(Contributor("Jo Park in Sorrel contributed.", ("Jo Park",), ("Sorrel",), Span(0, 4)),),
        corrections=(Note(NoteKind.CORRECTION, "The date was wrong.", Span(0, 4)),),
        copyright="© Gazette",
        related=(Card("Flour is dear", "/flour", None, None, "1 day ago", None, Span(0, 4)),),
        blocks=tuple(parts),
        evidence=(Evidence("headline", headline, "h1", parts[1].block.source, True, "the only one"),),
    )
    times = tuple(
        Timex("Monday", at(text, "Monday"), TimexType.DATE, "2022-05-23") for _ in [0] if "Monday" in text
    )
    return Reading(
        of.origin, story, tuple(entities), times, tuple(attributions), (Stage("entities", True),), readers
    )
