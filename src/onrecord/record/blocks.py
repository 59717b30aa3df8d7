"""Blocks of a page, the containers and images around them, and blocks that have been given a role."""

from dataclasses import dataclass
from enum import StrEnum

from .frozen import frozen
from .spans import Span


class Role(StrEnum):
    """What a block is for."""

    HEADLINE = "headline"
    DECK = "deck"
    BYLINE = "byline"
    TIMESTAMP = "timestamp"
    PARAGRAPH = "paragraph"
    SUBHEAD = "subhead"
    LIST_ITEM = "list_item"
    BLOCKQUOTE = "blockquote"
    CELL = "cell"
    CAPTION = "caption"
    CREDIT = "credit"
    CONTRIBUTOR = "contributor"
    CORRECTION = "correction"
    NOTE = "note"
    READER_SERVICE = "reader_service"
    COPYRIGHT = "copyright"
    RELATED = "related"
    SPONSORED = "sponsored"
    COMMENT = "comment"
    FURNITURE = "furniture"


BODY_ROLES = frozenset({Role.PARAGRAPH, Role.SUBHEAD, Role.LIST_ITEM, Role.BLOCKQUOTE, Role.CELL})
"""The roles whose blocks make up the article's text."""


@frozen
class Link:
    """A link inside a block: the address as written and the span of its words in the block's text."""

    href: str
    span: Span


@frozen
class Container:
    """An element that holds blocks: its tag, class and id words, and the index of the container round it.

    `parent` is -1 for the outermost. `source` spans from its start tag to its end tag.
    """

    tag: str
    words: str
    parent: int
    source: Span
    itemprop: str = ""


@frozen
class Block:
    """A run of text that stands by itself: a paragraph, a heading, a caption, a card's title.

    `text` has entities decoded, white space collapsed and no mark-up; `source` is the span of the page's
    source that yields it. `tag` is the block-level element it stands in (`p`, `h2`, `li`, `td`,
    `figcaption`, ... ; for flat text `line`), `container` the index of the innermost container in its
    `Layout`, `links` the links inside it, `inner` the class words of inline elements inside it. `gap` is the
    number of blank lines before it and `indent` the blanks at its head, both 0 for HTML.
    """

    text: str
    source: Span
    tag: str
    container: int = -1
    links: tuple[Link, ...] = ()
    inner: str = ""
    gap: int = 0
    indent: int = 0


@frozen
class Image:
    """A picture element: address as written (best rendition), alt text, the index of the block it precedes.

    `figure` is the index of the container of the `figure` (or the like) round it, -1 without one.
    """

    url: str | None
    alt: str
    before: int
    container: int
    figure: int
    source: Span
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """All blocks of a page in reading order, with their containers and the images between them.

    A container is followed by all that it holds, before the next one outside of it.
    """

    blocks: tuple[Block, ...]
    containers: tuple[Container, ...] = ()
    images: tuple[Image, ...] = ()


@frozen
class Part:
    """A block that has a role, with the reason and how sure we are (0 to 1).

    `rivals` are the next likeliest roles with their probabilities. `span` is where its text lies in the
    article's text, None for a block that is not part of the story's text.
    """

    block: Block
    role: Role
    confidence: float
    reason: str
    rivals: tuple[tuple[Role, float], ...] = ()
    span: Span | None = None

    @property
    def text(self) -> str:
        """The block's text."""
        return self.block.text

    @property
    def source(self) -> Span:
        """Where the block stands in the page's source."""
        return self.block.source
