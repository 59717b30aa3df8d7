"""Who and what is in a story. All spans are in the article's text."""

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    OTHER = "other"


class MentionForm(StrEnum):
    """How a mention names its entity."""

    NAME = "name"
    SHORT = "short"
    PRONOUN = "pronoun"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the article's text that names an entity."""

    span: Span
    text: str
    form: MentionForm
    confidence: float


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the article states of a person, with the span that says so.

    `field` is `age`, `role` or `affiliation`.
    """

    field: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something the story names. `id` is its index among the reading's entities.

    A place's mention may lie within a body's: Texas in "University of Texas".
    """

    id: int
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    age: int | None = None
    roles: tuple[str, ...] = ()
    affiliations: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    confidence: float = 1.0
