"""From names to entities: cleaned, completed, put together."""

from __future__ import annotations

from collections.abc import Iterable

from ..models.names import load_names
from ..record import Entity, EntityKind, Mention, MentionForm, Span
from .abroad import people_abroad
from .facts import About, Facts
from .linking import Somebody, link, plain
from .naming import NameSpan, clean
from .overlooked import complete
from .pronouns import Ranker, resolve
from .within import add_places_within
from .words import Words, read_words

LANGUAGES = ("en", "de", "es", "fr", "it", "nl", "pt")
"""Languages in which names are found; facts and pronouns are read in English alone."""

KINDS = {
    "PER": EntityKind.PERSON,
    "ORG": EntityKind.ORGANISATION,
    "LOC": EntityKind.PLACE,
    "MISC": EntityKind.OTHER,
}


def find_entities(
    text: str,
    names: Iterable[NameSpan] | None = None,
    language: str | None = "en",
    *,
    ranker: Ranker | None = None,
) -> tuple[Entity, ...]:
    """Get the people, bodies, places and other things that a text names, in the order of their first mention.

    `names` are the name spans that a tagger found; without them the fast tagger finds them. A text in a
    language that is not among LANGUAGES has no entities; with None it is taken for English.
    `ranker` chooses whom pronouns stand for; without it the one that is shipped.
    """
    language = (language or "en").split("-")[0]
    if language not in LANGUAGES:
        return ()
    words = read_words(text)
    if names is None:
        names = load_names().find(text, words.spans)
    if language != "en":
        names = people_abroad(words, names, language)
    found = link(words, complete(words, clean(words, names)))
    if language != "en":
        alone = [somebody for somebody in found if somebody.label == "PER"]
        return tuple(_entity(words, k, somebody, [], About()) for k, somebody in enumerate(alone))
    people = [s for s in found if s.label == "PER"]
    facts = Facts(words, found)
    about = {id(p): facts.read(p) for p in people}
    described = {i for a in about.values() for first, end in a.parts for i in range(first, end)}
    pronouns: dict[int, list[Mention]] = {}
    for i, person, sure in resolve(words, people, described, ranker):
        mention = Mention(Span(*words.spans[i]), words.forms[i], MentionForm.PRONOUN, round(sure, 3))
        pronouns.setdefault(id(people[person]), []).append(mention)
    found = add_places_within(words, found)
    return tuple(
        _entity(words, k, s, pronouns.get(id(s), []), about.get(id(s)) or About())
        for k, s in enumerate(found)
    )


def _entity(words: Words, number: int, somebody: Somebody, pronouns: list[Mention], about: About) -> Entity:
    best = somebody.fullest()
    size = len(plain(best.words))
    mentions = [
        Mention(
            Span(n.start, n.end),
            words.text[n.start : n.end],
            MentionForm.NAME if len(plain(n.words)) >= size else MentionForm.SHORT,
            round(n.confidence, 3),
        )
        for n in somebody.namings
    ]
    return Entity(
        number,
        words.text[best.start : best.end],
        KINDS[somebody.label],
        tuple(sorted(mentions + pronouns, key=lambda m: m.span)),
        about.age,
        tuple(about.roles),
        tuple(about.affiliations),
        tuple(about.facts),
        round(max(n.confidence for n in somebody.namings), 3),
    )
