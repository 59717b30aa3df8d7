"""The nouns that everyone knows. Frozen, slotted dataclasses; standard library only."""

from .articles import (
    ARTICLE_KINDS,
    Article,
    Byline,
    Card,
    Claims,
    Contributor,
    Dateline,
    Evidence,
    Kind,
    Note,
    NoteKind,
    Picture,
)
from .attributions import Act, Attribution, AttributionKind
from .blocks import BODY_ROLES, Block, Container, Image, Layout, Link, Part, Role
from .declared import Declaration, Declared
from .entities import Entity, EntityKind, Fact, Mention, MentionForm
from .outcomes import Annotations, Broken, Outcome, Reading, Reason, Stage, Unread
from .pages import Form, Origin, Page, site_of
from .spans import Span
from .times import Timex, TimexType

__all__ = [
    "ARTICLE_KINDS",
    "BODY_ROLES",
    "Act",
    "Annotations",
    "Article",
    "Attribution",
    "AttributionKind",
    "Block",
    "Broken",
    "Byline",
    "Card",
    "Claims",
    "Container",
    "Contributor",
    "Dateline",
    "Declaration",
    "Declared",
    "Entity",
    "EntityKind",
    "Evidence",
    "Fact",
    "Form",
    "Image",
    "Kind",
    "Layout",
    "Link",
    "Mention",
    "MentionForm",
    "Note",
    "NoteKind",
    "Origin",
    "Outcome",
    "Page",
    "Part",
    "Picture",
    "Reading",
    "Reason",
    "Role",
    "Span",
    "Stage",
    "Timex",
    "TimexType",
    "Unread",
    "site_of",
]
