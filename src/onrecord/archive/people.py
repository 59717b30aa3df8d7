"""People across articles: who is the same, who is not, and what a user decided about it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from onrecord.errors import NoSuchError, RulingError
from onrecord.record import Entity, EntityKind, Reading

from . import indexes
from .connections import Connection, marks, now
from .hits import counts, person_hits, statement_hits
from .queries import Filters, expression
from .results import Count, PersonHit, PersonView, Quoting
from .words import fold, key, phrase

_WORD = re.compile(r"\w+")
_YEARS_APART = 2
"""Ages are printed a year off now and then, and a birthday may lie between; two years apart are two
people."""
_LOOKED_AT = 12
"""How many of a person's latest articles are looked at to tell whether a new one is about the same person."""

_FIELDS: dict[str, str] = {
    word: field
    for field, words in {
        "state": "president premier minister chancellor senator congressman congresswoman representative "
        "governor mayor "
        "lawmaker legislator mp ambassador diplomat politician candidate councillor councilman "
        "councilwoman secretary "
        "king queen prince princess vice-president deputy parliamentarian commissioner envoy premier",
        "sport": "goalkeeper striker midfielder defender forward coach quarterback pitcher batsman bowler "
        "footballer "
        "player sprinter swimmer cyclist skier boxer golfer wrestler gymnast runner outfielder shortstop "
        "linebacker "
        "receiver winger athlete captain jockey driver skipper",
        "arts": "actor actress singer musician rapper guitarist drummer painter sculptor novelist poet "
        "playwright "
        "filmmaker composer dancer comedian conductor pianist violinist screenwriter",
        "law": "lawyer attorney judge prosecutor solicitor barrister justice magistrate",
        "order": "police officer detective sheriff constable sergeant lieutenant inspector firefighter",
        "war": "general colonel admiral soldier commander brigadier marine corporal rebel",
        "health": "doctor physician nurse surgeon epidemiologist psychiatrist paediatrician pediatrician "
        "dentist",
        "science": "scientist physicist biologist chemist astronomer geologist professor researcher "
        "historian economist "
        "climatologist anthropologist archaeologist sociologist",
        "faith": "pope bishop archbishop cardinal priest imam rabbi pastor monk nun reverend",
        "trade": "farmer miller baker teacher plumber builder fisherman shopkeeper waiter driver "
        "pensioner student pupil "
        "schoolteacher miner",
        "business": "chief-executive ceo founder banker investor entrepreneur analyst trader chairwoman "
        "chairman",
    }.items()
    for word in words.split()
}
"""The walk of life a role's word belongs to. Two people of one name in different walks of life, with
nothing else in common, are kept apart; a word that is not here says nothing."""


def resolve(at: Connection, page_id: int, reading: Reading, known: dict[str, int]) -> dict[int, int]:
    """The person across articles for each entity of a reading that is a person: entity id -> person id.

    A user's ruling on this page comes first, then who the name was on this page before, then a person of the
    same name that nothing speaks against; else it is somebody new.
    """
    sha256 = at.one("SELECT sha256 FROM page WHERE id = ?", (page_id,))
    ruled = dict(at.rows("SELECT key, person_id FROM ruling WHERE sha256 = ?", (sha256,)))
    published = reading.article.published
    found: dict[int, int] = {}
    given: dict[str, int] = {}
    around = {key(e.name) for e in reading.entities}
    for entity in reading.entities:
        if entity.kind is not EntityKind.PERSON:
            continue
        name = key(entity.name)
        if not name:
            continue
        person = ruled.get(name) or known.get(name) or given.get(name)
        if person is None:
            person = _same(at, entity, name, published.year if published else None, around - {name})
        if person is None:
            at.run("INSERT INTO person (name, key) VALUES (?, ?)", (entity.name, name))
            person = at.last_id()
        found[entity.id] = given[name] = kept(at, person)
    return found


def _same(at: Connection, entity: Entity, name: str, year: int | None, around: set[str]) -> int | None:
    """The person of the same name whom this entity may well be: with the most articles, nothing against
    it."""
    candidates = at.rows(
        "SELECT DISTINCT coalesce(merged_into, id) AS one FROM person WHERE key = ? ORDER BY articles "
        "DESC, id",
        (name,),
    )
    for (person,) in candidates:
        shared, apart = _compare(at, person, entity, year, around)
        if apart:
            continue
        # A bare surname is shared by many: it takes more than nothing against it.
        if " " in name or shared:
            return int(person)
    return None


def _compare(
    at: Connection, person: int, entity: Entity, year: int | None, around: set[str]
) -> tuple[bool, bool]:
    """Whether the entity shares something with the person, and whether something speaks against their
    being one."""
    rows = at.rows(
        "SELECT e.article_id, e.age, e.roles, e.affiliations, a.published FROM entity e JOIN article a ON "
        "a.id = e.article_id WHERE e.person_id = ? ORDER BY e.article_id DESC LIMIT ?",
        (person, _LOOKED_AT),
    )
    if not rows:
        return True, False
    fields = walks(entity.roles)
    words = _words((*entity.roles, *entity.affiliations))
    theirs: set[str] = set()
    their_words: set[str] = set()
    for _, age, roles, affiliations, published in rows:
        if age is not None and entity.age is not None:
            between = (year - int(published[:4])) if year is not None and published else None
            if between is None:
                # Without days two ages may be of different years; only a lifetime tells them apart.
                if abs(entity.age - age) > 30:
                    return False, True
            elif abs((entity.age - age) - between) > _YEARS_APART:
                return False, True
        told = tuple(msgspec.json.decode(roles)) if roles else ()
        theirs |= walks(told)
        their_words |= _words((*told, *(msgspec.json.decode(affiliations) if affiliations else ())))
    if words & their_words:
        return True, False
    others = {
        key(other)
        for (other,) in at.rows(
            f"SELECT DISTINCT name FROM entity WHERE article_id IN ({marks(rows)}) AND kind IN ('person', "
            f"'organisation') "
            "AND person_id IS NOT ?",
            (*(row[0] for row in rows), person),
        )
    }
    shared = bool(others & around)
    return shared, bool(fields and theirs and not fields & theirs and not shared)


def walks(roles: Iterable[str]) -> set[str]:
    """The walks of life that roles speak of."""
    return {_FIELDS[word] for role in roles for word in _WORD.findall(role.lower()) if word in _FIELDS}


def _words(texts: Iterable[str]) -> set[str]:
    return {fold(word) for text in texts for word in _WORD.findall(text) if len(word) > 3}


def known_on(at: Connection, page_id: int) -> dict[str, int]:
    """Who the names on a page are taken for now: folded name -> person id."""
    rows = at.rows(
        "SELECT name, person_id FROM entity WHERE article_id = ? AND person_id IS NOT NULL", (page_id,)
    )
    return {key(name): person for name, person in rows}


def kept(at: Connection, person: int) -> int:
    """The person that this one was merged into; itself if it was not."""
    merged = at.one("SELECT merged_into FROM person WHERE id = ?", (person,))
    return int(merged) if merged is not None else person


def recount(at: Connection, persons: Iterable[int]) -> None:
    """Count anew what these people have in the archive; those that nothing speaks of any more are deleted."""
    for person in persons:
        articles, statements = at.rows(
            "SELECT (SELECT count(DISTINCT article_id) FROM entity WHERE person_id = ?), "
            "(SELECT count(*) FROM attribution WHERE person_id = ?)",
            (person, person),
        )[0]
        if not articles and not statements:
            needed = at.one(
                "SELECT EXISTS (SELECT 1 FROM ruling WHERE person_id = ?) OR EXISTS "
                "(SELECT 1 FROM person WHERE merged_into = ?) OR EXISTS "
                "(SELECT 1 FROM person WHERE id = ? AND merged_into IS NOT NULL)",
                (person, person, person),
            )
            indexes.take_out_person(at, person)
            if needed:
                at.run("UPDATE person SET articles = 0, statements = 0 WHERE id = ?", (person,))
            else:
                at.run("DELETE FROM person WHERE id = ?", (person,))
            continue
        at.run("UPDATE person SET articles = ?, statements = ? WHERE id = ?", (articles, statements, person))
        _index(at, person, articles)


def _index(at: Connection, person: int, articles: int) -> None:
    # What a person of a thousand articles is called does not change with the next one, and looking would
    # take long.
    if articles > 50 and articles % 50:
        return
    rows = at.rows(
        "SELECT DISTINCT name, roles, affiliations FROM entity WHERE person_id = ? LIMIT 200", (person,)
    )
    names = dict.fromkeys(
        [at.one("SELECT name FROM person WHERE id = ?", (person,)), *(row[0] for row in rows)]
    )
    roles = dict.fromkeys(
        each for row in rows for told in row[1:] if told for each in msgspec.json.decode(told)
    )
    indexes.put_person(at, person, " | ".join(names), " | ".join(list(roles)[:20]))


def merge(at: Connection, keep: int, others: Sequence[int]) -> int:
    """These are one person: what the others have goes to the one kept, now and for what is added later."""
    with at.writing():
        one = kept(at, _must(at, keep))
        gone = [kept(at, _must(at, other)) for other in others]
        if not gone or one in gone:
            raise RulingError(str(at.path), f"person {one} cannot be merged with itself: name two people")
        for other in gone:
            _rule(at, other, one)
            at.run("UPDATE entity SET person_id = ? WHERE person_id = ?", (one, other))
            at.run("UPDATE attribution SET person_id = ? WHERE person_id = ?", (one, other))
            at.run("UPDATE ruling SET person_id = ? WHERE person_id = ?", (one, other))
            at.run("UPDATE person SET merged_into = ? WHERE id = ? OR merged_into = ?", (one, other, other))
        recount(at, gone)
        recount(at, [one])
        return one


def split(at: Connection, person: int, articles: Sequence[int]) -> int:
    """In these articles it is somebody else: a new person, who has what the articles tell of the name."""
    with at.writing():
        old = kept(at, _must(at, person))
        all_of = {
            row[0] for row in at.rows("SELECT DISTINCT article_id FROM entity WHERE person_id = ?", (old,))
        }
        chosen = sorted(set(articles))
        for article in chosen:
            if article not in all_of:
                raise RulingError(str(at.path), f"person {old} is not in article {article}")
        if not chosen or set(chosen) == all_of:
            raise RulingError(str(at.path), "to split a person, name some of their articles, but not all")
        name = at.one("SELECT name FROM entity WHERE person_id = ? AND article_id = ?", (old, chosen[0]))
        # The others stay, also after they are read anew: both sides of the split are remembered.
        _rule(at, old, old)
        at.run("INSERT INTO person (name, key) VALUES (?, ?)", (name, key(name)))
        new = at.last_id()
        for article in chosen:
            at.run(
                "UPDATE attribution SET person_id = ? WHERE person_id = ? AND id BETWEEN ? AND ?",
                (new, old, article << 20, ((article + 1) << 20) - 1),
            )
            at.run(
                "UPDATE entity SET person_id = ? WHERE person_id = ? AND article_id = ?", (new, old, article)
            )
        _rule(at, new, new)
        recount(at, [old, new])
        return new


def _rule(at: Connection, person: int, to: int) -> None:
    """Remember that on the pages where this person now is, the name is that person's."""
    rows = at.rows(
        "SELECT p.sha256, e.name FROM entity e JOIN page p ON p.id = e.article_id WHERE e.person_id = ?",
        (person,),
    )
    at.run_many(
        "INSERT INTO ruling (made, sha256, key, person_id) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (sha256, key) DO UPDATE SET person_id = excluded.person_id, made = excluded.made",
        [(now(), sha256, key(name), to) for sha256, name in rows],
    )


def _must(at: Connection, person: int) -> int:
    if at.row("SELECT 1 FROM person WHERE id = ?", (person,)) is None:
        raise NoSuchError(str(at.path), "person", person)
    return person


def suggest(at: Connection, start: str, *, limit: int) -> tuple[PersonHit, ...]:
    """People one of whose names has words that begin so, those most named first."""
    words = phrase(start)
    if not words:
        return ()
    expressions = [expression([word.rstrip("*") + "*"], ("name",)) for word in words]
    with at.in_time():
        rows = at.rows(
            "SELECT p.id FROM person_words w JOIN person p ON p.id = w.rowid WHERE person_words MATCH ? "
            "AND p.merged_into IS NULL ORDER BY p.articles DESC, p.id LIMIT ?",
            (" AND ".join(expressions), limit),
        )
        return person_hits(at, [row[0] for row in rows])


def person(at: Connection, person: int, *, limit: int) -> PersonView:
    """A person with what they said, when and where, and what is said of them."""
    with at.in_time():
        one = kept(at, _must(at, person))
        name, folded, articles, statements = at.rows(
            "SELECT name, key, articles, statements FROM person WHERE id = ?", (one,)
        )[0]
        told = at.rows(
            "SELECT e.name, e.roles, e.affiliations, e.age, a.day, e.article_id FROM entity e "
            "JOIN article a ON a.id = e.article_id WHERE e.person_id = ? ORDER BY a.day DESC LIMIT 2000",
            (one,),
        )
        days = [t[4] for t in told if t[4]]
        said = at.rows(
            "SELECT t.id, a.day, a.site, a.agency, a.bylines FROM attribution t JOIN article a ON a.id = "
            "t.id >> 20 "
            "WHERE t.person_id = ? ORDER BY a.day DESC, t.id DESC LIMIT 5000",
            (one,),
        )
        return PersonView(
            id=one,
            name=name,
            names=tuple(n for n, _ in Counter(t[0] for t in told).most_common()),
            roles=counts((t[1] for t in told), 20),
            affiliations=counts((t[2] for t in told), 20),
            ages=tuple((t[3], t[4]) for t in told if t[3] is not None),
            articles=articles,
            statements=statements,
            first=min(days, default=None),
            last=max(days, default=None),
            said=statement_hits(at, [s[0] for s in said[:limit]]),
            said_of=statement_hits(at, _said_of(at, one, limit)),
            timeline=tuple(
                Count(day, day, count) for day, count in sorted(Counter(s[1] for s in said if s[1]).items())
            ),
            sites=tuple(
                Count(s, s, count) for s, count in Counter(s[2] for s in said if s[2]).most_common(50)
            ),
            quoted_by=_quoting(said),
            with_people=_with(at, one, [t[5] for t in told[:200]]),
            merged=tuple(
                row[0] for row in at.rows("SELECT id FROM person WHERE merged_into = ? ORDER BY id", (one,))
            ),
            possibly=person_hits(at, _of_the_same_name(at, one, folded)),
        )


def _quoting(said: Iterable[tuple[Any, ...]]) -> tuple[Quoting, ...]:
    """Which sites, agencies and writers quote somebody, by what was said: its number, day, site, agency, bylines."""
    found: Counter[tuple[str, str]] = Counter()
    for _, _, site, agency, bylines in said:
        if site:
            found[site, "site"] += 1
        if agency:
            found[agency, "agency"] += 1
        for writer in msgspec.json.decode(bylines) if bylines else ():
            found[writer, "writer"] += 1
    return tuple(Quoting(who, kind, count) for (who, kind), count in found.most_common(50))


def _of_the_same_name(at: Connection, person: int, folded: str) -> list[int]:
    """Others of the same name who are not joined with them."""
    rows = at.rows(
        "SELECT id FROM person WHERE key = ? AND id <> ? AND merged_into IS NULL AND articles > 0 LIMIT 10",
        (folded, person),
    )
    return [row[0] for row in rows]


def _said_of(at: Connection, person: int, limit: int) -> list[int]:
    """Statements of others whose content mentions the person, newest first."""
    rows = at.rows(
        "SELECT DISTINCT t.id FROM entity e JOIN article a ON a.id = e.article_id "
        "JOIN json_each(e.mentions) s ON s.key % 3 = 0 JOIN json_each(e.mentions) m ON m.key = s.key + 1 "
        "JOIN attribution t ON t.id BETWEEN e.article_id << 20 AND ((e.article_id + 1) << 20) - 1 "
        "AND t.content_start <= s.value AND m.value <= t.content_end "
        "WHERE e.person_id = ? AND t.person_id IS NOT ? ORDER BY a.day DESC, t.id LIMIT ?",
        (person, person, limit),
    )
    return [row[0] for row in rows]


def _with(at: Connection, person: int, articles: Sequence[int]) -> tuple[Count, ...]:
    """Other people in the same articles; `value` is the person's id."""
    if not articles:
        return ()
    rows = at.rows(
        f"SELECT p.id, p.name, count(DISTINCT e.article_id) AS times FROM entity e JOIN person p ON p.id "
        f"= e.person_id "
        f"WHERE e.article_id IN ({marks(articles)}) AND p.id <> ? GROUP BY p.id "
        "ORDER BY times DESC, p.name LIMIT 20",
        (*articles, person),
    )
    return tuple(Count(str(number), name, count) for number, name, count in rows)


def names_like(at: Connection, name: str) -> list[str]:
    """All names of people who were merged and one of whose names has these words: what else to search for."""
    words = phrase(name)
    if not words or at.row("SELECT 1 FROM person WHERE merged_into IS NOT NULL LIMIT 1") is None:
        return []
    match = " AND ".join(expression([word], ("name",)) for word in words)
    rows = at.rows(
        "SELECT DISTINCT e.name FROM person_words w JOIN person p ON p.merged_into = w.rowid "
        "JOIN entity e ON e.person_id = w.rowid WHERE person_words MATCH ? LIMIT 50",
        (match,),
    )
    return [row[0] for row in rows]


def by_filters(filters: Filters) -> bool:
    """Whether something narrows people by their articles."""
    return any(
        (
            filters.site,
            filters.agency,
            filters.section,
            filters.language,
            filters.since,
            filters.until,
            filters.page_kind,
            filters.publisher,
            filters.day,
            filters.kind,
            filters.act,
        )
    )
