"""What comes of reading a page: a reading, or why there is none. Both are values."""

from dataclasses import dataclass
from enum import StrEnum

from .articles import Article
from .attributions import Attribution
from .entities import Entity
from .pages import Origin
from .times import Timex


class Reason(StrEnum):
    """Why a page could not be read."""

    EMPTY = "empty"
    BINARY = "binary"
    COMPRESSED = "compressed"
    NOT_A_PAGE = "not_a_page"
    NO_TEXT = "no_text"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    BAD_ARCHIVE = "bad_archive"
    BAD_RECORD = "bad_record"
    PASSED_OVER = "passed_over"
    NOT_FOUND = "not_found"
    NO_PERMISSION = "no_permission"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Stage:
    """Whether a stage was run on this page, and if not, why not."""

    name: str
    run: bool
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from a page. `readers` is the version of onrecord that made it."""

    page: Origin
    article: Article
    entities: tuple[Entity, ...]
    times: tuple[Timex, ...]
    attributions: tuple[Attribution, ...]
    stages: tuple[Stage, ...]
    readers: str

    @property
    def address(self) -> str | None:
        """Where the story is on the web: what the article says, which earlier readings did not, or the page."""
        return self.article.url or self.page.url


@dataclass(frozen=True, slots=True)
class Annotations:
    """Who, what and when in a text given as it is: spans are into `text`."""

    text: str
    language: str | None
    entities: tuple[Entity, ...]
    times: tuple[Timex, ...]
    attributions: tuple[Attribution, ...]
    stages: tuple[Stage, ...]


@dataclass(frozen=True, slots=True)
class Unread:
    """A page that could not be read: the reason, and one sentence saying what is wrong and where."""

    reason: Reason
    detail: str
    page: Origin | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """A page on which a bug showed: the traceback is kept, the batch goes on, the command ends in failure."""

    detail: str
    traceback: str
    name: str | None = None


Outcome = Reading | Unread
"""What `read` gives back."""
