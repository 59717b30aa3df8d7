"""A saved thing as a source hands it out, before anybody has looked into it."""

from dataclasses import dataclass
from datetime import datetime

from ..record import Form, Page, Unread
from .limits import LIMITS, Limits
from .pages import page_from


@dataclass(frozen=True, slots=True)
class Saved:
    """Bytes or text that may be a page, with all that its source tells of it.

    `name` says where it stands, so that it can be found again: a path, or a path and a place in it. `status`
    is the HTTP status it was answered with. `headers` are those of the HTTP answer. `doubt` is why the source
    itself says that this is no page to read, in words that finish "passed over: ...". None means untold.
    """

    name: str
    data: bytes | str
    url: str | None = None
    saved: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()
    status: int | None = None
    form: Form | None = None
    doubt: str | None = None

    def page(self, limits: Limits = LIMITS) -> Page | Unread:
        """The page that this is, or why it is none."""
        return page_from(
            self.data,
            url=self.url,
            saved=self.saved,
            name=self.name,
            headers=self.headers,
            form=self.form,
            limits=limits,
        )


@dataclass(frozen=True, slots=True)
class Step:
    """What stands at one place: something saved, or why there is nothing to read there.

    `offset` is where a walk may begin to come to it; None in a file packed as one and at damage.
    """

    offset: int | None
    item: Saved | Unread
