"""What the word indexes hold of an article, of its statements and of a person; put in and taken out.

The indexes keep no text of their own, so what is taken out must be what was put in: both are made here
from the tables alone.
"""

from __future__ import annotations

import msgspec

from .connections import Connection
from .hits import content_of
from .queries import tags_of
from .words import day_tags, index_form, tag

_ARTICLE = "headline, deck, text, byline, caption, speaker, tags"
_STATEMENT = "content, speaker, tags"


def put_in(at: Connection, article: int) -> None:
    """Make an article and its statements findable."""
    whole, statements = _forms(at, article)
    at.run(f"INSERT INTO article_words (rowid, {_ARTICLE}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", whole)
    at.run_many(f"INSERT INTO statement_words (rowid, {_STATEMENT}) VALUES (?, ?, ?, ?)", statements)


def take_out(at: Connection, article: int) -> None:
    """Make an article and its statements unfindable; to be called while the tables still hold them."""
    if not at.one("SELECT is_article FROM article WHERE id = ?", (article,)):
        return
    whole, statements = _forms(at, article)
    at.run(
        f"INSERT INTO article_words (article_words, rowid, {_ARTICLE}) VALUES ('delete', ?, ?, ?, ?, ?, "
        f"?, ?, ?)",
        whole,
    )
    at.run_many(
        f"INSERT INTO statement_words (statement_words, rowid, {_STATEMENT}) VALUES ('delete', ?, ?, ?, ?)",
        statements,
    )


def _forms(at: Connection, article: int) -> tuple[tuple[object, ...], list[tuple[object, ...]]]:
    row = at.row(
        "SELECT a.headline, a.deck, b.text, a.bylines, a.kind, a.language, a.day, a.site, a.publisher, "
        "a.agency, "
        "a.section FROM article a JOIN body b ON b.article_id = a.id WHERE a.id = ?",
        (article,),
    )
    assert row is not None
    headline, deck, text, bylines, page_kind, language, day, site, publisher, agency, section = row
    captions = at.rows("SELECT caption, credit FROM picture WHERE article_id = ? ORDER BY number", (article,))
    said = at.rows(
        "SELECT t.id, t.kind, t.act, coalesce(e.name, t.speaker), t.source_start, t.source_end, "
        "t.content_start, "
        "t.content_end, t.pieces FROM attribution t "
        "LEFT JOIN entity e ON e.article_id = ? AND e.number = t.entity "
        "WHERE t.id BETWEEN ? AND ?",
        (article, article << 20, (article << 20) + (1 << 20) - 1),
    )
    shared = [tag("all", "")]
    if day:
        shared += day_tags(day)
    for field, value in (
        ("site", site),
        ("publisher", publisher),
        ("agency", agency),
        ("section", section),
        ("language", language),
        ("page_kind", page_kind),
    ):
        shared += tags_of(field, value)
    statements: list[tuple[object, ...]] = []
    speakers: dict[str, None] = {}
    kinds: dict[str, None] = {}
    for number, kind, act, speaker, start, end, content_start, content_end, pieces in said:
        own = [*tags_of("kind", kind), *tags_of("act", act)]
        kinds |= dict.fromkeys(own)
        source = "" if start is None else text[start:end]
        if speaker and speaker not in source:
            source = f"{speaker} | {source}"
        if speaker:
            speakers[speaker] = None
        statements.append(
            (
                number,
                index_form(" | ".join(content_of(text, content_start, content_end, pieces))),
                index_form(source),
                " ".join([*shared, *own]),
            )
        )
    whole = (
        article,
        index_form(headline),
        index_form(deck),
        index_form(text),
        index_form(" | ".join(msgspec.json.decode(bylines)) if bylines else None),
        index_form(" | ".join(part for pair in captions for part in pair if part)),
        index_form(" | ".join(speakers)),
        " ".join([*shared, *kinds]),
    )
    return whole, statements


def put_person(at: Connection, person: int, name: str, role: str) -> None:
    """Make a person findable by these names and roles, in place of what they were findable by before."""
    forms = (index_form(name), index_form(role))
    before = at.row("SELECT name, role FROM person_indexed WHERE person_id = ?", (person,))
    if before == forms:
        return
    take_out_person(at, person)
    at.run("INSERT INTO person_words (rowid, name, role) VALUES (?, ?, ?)", (person, *forms))
    at.run("INSERT INTO person_indexed VALUES (?, ?, ?)", (person, *forms))


def take_out_person(at: Connection, person: int) -> None:
    """Make a person unfindable."""
    before = at.row("SELECT name, role FROM person_indexed WHERE person_id = ?", (person,))
    if before is not None:
        at.run(
            "INSERT INTO person_words (person_words, rowid, name, role) VALUES ('delete', ?, ?, ?)",
            (person, *before),
        )
        at.run("DELETE FROM person_indexed WHERE person_id = ?", (person,))


def purge(at: Connection) -> None:
    """Write the indexes anew, so that nothing taken out is left in their bytes."""
    for index in ("article_words", "statement_words", "person_words"):
        at.run(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
