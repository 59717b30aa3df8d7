"""What was asked for, as the address has it: words, limits, which page of the results."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any, Literal
from urllib.parse import urlencode

What = Literal["articles", "statements", "people"]

FINDS: tuple[What, ...] = ("statements", "articles", "people")
PER_PAGE = 20
DEEPEST = 10_000
"""Pages of results that can be leafed to."""

LONGEST = 1_000
"""Characters that a question may have."""

LIMITS = ("site", "agency", "section", "speaker", "kind", "language")
"""What a search can be narrowed by, besides days and a person."""

_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?\Z")


@dataclass(frozen=True, slots=True)
class Asked:
    """A search. None means that it is not narrowed by that."""

    find: What = "statements"
    q: str = ""
    site: str | None = None
    agency: str | None = None
    section: str | None = None
    speaker: str | None = None
    kind: str | None = None
    language: str | None = None
    person: int | None = None
    story: int | None = None
    since: str | None = None
    until: str | None = None
    page: int = 1

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "Asked":
        """The search an address asks for; what makes no sense in it is left out."""
        find = params.get("find", "")
        limits = {name: params[name][:LONGEST] for name in LIMITS if params.get(name, "").strip()}
        return cls(
            find=find if find in FINDS else "statements",
            q=" ".join(params.get("q", "")[:LONGEST].split()),
            person=_number(params.get("person")),
            story=_number(params.get("story")),
            since=_day(params.get("from")),
            until=_day(params.get("to")),
            page=min(max(_number(params.get("page")) or 1, 1), DEEPEST),
            **limits,
        )

    def but(self, **changes: Any) -> "Asked":
        """The same with something changed, from its first page again."""
        return replace(self, **({"page": 1} | changes))

    @property
    def href(self) -> str:
        """Its address."""
        pairs = self.pairs()
        return f"/search?{urlencode(pairs)}" if pairs else "/search"

    def pairs(self) -> list[tuple[str, str]]:
        """What its address says, leaving out what goes without saying."""
        said = {field.name: getattr(self, field.name) for field in fields(self)}
        plain = {field.name: field.default for field in fields(self)}
        names = {"since": "from", "until": "to"}
        return [(names.get(name, name), str(value)) for name, value in said.items() if value != plain[name]]

    @property
    def filters(self) -> dict[str, Any]:
        """The limits as the archive's `search` and `every` take them."""
        names = (*LIMITS, "person", "story", "since", "until")
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None}

    @property
    def chosen(self) -> list[tuple[str, "Asked"]]:
        """Each limit in words, with the search without it."""
        found = [
            (f"{name}: {getattr(self, name)}", self.but(**{name: None}))
            for name in LIMITS
            if getattr(self, name) is not None
        ]
        if self.person is not None:
            found.append((f"person {self.person}", self.but(person=None)))
        if self.story is not None:
            found.append(("printings of one story", self.but(story=None)))
        if self.since or self.until:
            days = " to ".join(dict.fromkeys(day for day in (self.since, self.until) if day))
            words = days if self.since and self.until else f"{'from' if self.since else 'until'} {days}"
            found.append((words, self.but(since=None, until=None)))
        return found

    @property
    def without_limits(self) -> "Asked":
        """Only the words and what is looked for."""
        return Asked(find=self.find, q=self.q)

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day asked for."""
        return first_day(self.since), last_day(self.until)


def _number(written: str | None) -> int | None:
    """A number if it is one that an archive can have."""
    written = written or ""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 16 else None


def _day(written: str | None) -> str | None:
    """A year, month or day if it is one."""
    written = (written or "").strip()
    return written if _DAY.match(written) and first_day(written) is not None else None


def first_day(written: str | None) -> date | None:
    """The first day of a year, a month or a day as ISO 8601 writes it; None for anything else."""
    if not written:
        return None
    try:
        return date.fromisoformat((written + "-01-01")[:10] if len(written) < 10 else written[:10])
    except ValueError:
        return None


def last_day(written: str | None) -> date | None:
    """The last day of a year, a month or a day; None for anything else."""
    first = first_day(written)
    if first is None or written is None or len(written) >= 10:
        return first
    if len(written) == 4:
        return first.replace(month=12, day=31)
    return (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
