"""The query language: words, "phrases", -not, OR, prefix*, field:value, (groups). Read here, never by
SQLite."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta
from typing import Any

from onrecord.errors import QueryError
from onrecord.record import Act, AttributionKind, Kind

from .words import day_tags, key, phrase, tag

# Where the words of a query are looked for, by what is searched for.
ARTICLE_COLUMNS = ("headline", "deck", "text", "byline", "caption")
STATEMENT_COLUMNS = ("content", "speaker")
PERSON_COLUMNS = ("name", "role")

_TEXT_FIELDS: dict[str, dict[str, str]] = {
    "articles": {
        "headline": "headline",
        "deck": "deck",
        "text": "text",
        "by": "byline",
        "byline": "byline",
        "caption": "caption",
        "speaker": "speaker",
    },
    "statements": {"content": "content", "text": "content", "speaker": "speaker"},
    "people": {"name": "name", "speaker": "name", "role": "role"},
}
_TAG_FIELDS = {
    "site": "site",
    "agency": "agency",
    "publisher": "publisher",
    "section": "section",
    "language": "language",
    "kind": "kind",
    "act": "act",
    "page": "page_kind",
    "day": "day",
}
_DATE_FIELDS = {
    "since": "since",
    "from": "since",
    "after": "since",
    "until": "until",
    "to": "until",
    "before": "until",
}
_NUMBER_FIELDS = ("person", "story")
_CHOICES = {
    "kind": tuple(map(str, AttributionKind)),
    "act": tuple(map(str, Act)),
    "page_kind": tuple(map(str, Kind)),
}
"""Fields that have one of a few values: with any other nothing could be found, and the searcher would not know why."""

FIELDS = tuple(
    sorted(
        {
            *_TEXT_FIELDS["articles"],
            *_TEXT_FIELDS["statements"],
            *_TEXT_FIELDS["people"],
            *_TAG_FIELDS,
            *_DATE_FIELDS,
            *_NUMBER_FIELDS,
        }
    )
)
"""Every word that may stand before a colon."""

_TOKEN = re.compile(
    r"""\s*(?:(?P<open>\()|(?P<close>\))|(?P<not>-(?=[^\s)]))|(?P<field>[A-Za-z]+):(?=[^\s/])"""
    r"""|["“”„](?P<quoted>[^"“”„]*)(?P<end>["“”„])?(?P<starred>\*)?|(?P<word>[^\s()"“”„]+))"""
)
_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$")
_DEPTH = 20
_LENGTH = 2000


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a search, apart from its words. None does not narrow."""

    speaker: str | None = None
    person: int | None = None
    kind: str | None = None
    act: str | None = None
    site: str | None = None
    agency: str | None = None
    publisher: str | None = None
    section: str | None = None
    language: str | None = None
    page_kind: str | None = None
    day: str | None = None
    since: str | None = None
    until: str | None = None
    story: int | None = None

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Filters:
        """Filters by name. A name that there is none of is a mistake of the caller's."""
        known = {field.name for field in fields(cls)}
        for name in values:
            if name not in known:
                raise QueryError(
                    name, 0, f"there is no filter {name!r}; there are {', '.join(sorted(known))}"
                )
        return cls(**values)


@dataclass(frozen=True, slots=True)
class Query:
    """A query read: `match` is FTS5's expression for the words (None if there are none), `lit` the words and
    phrases to light up, `filters` what the fields at the outer level narrow by."""

    match: str | None
    lit: tuple[tuple[str, ...], ...]
    filters: Filters


def parse(query: str, filters: Filters, what: str) -> Query:
    """What a query asks for, or `QueryError` with the place and a sentence that says what is wrong."""
    if len(query) > _LENGTH:
        raise QueryError(query, _LENGTH, f"the search is too long: at most {_LENGTH:,} characters")
    return _Reader(query, filters, what).read()


class _Reader:
    """Reads one query from left to right."""

    def __init__(self, query: str, filters: Filters, what: str) -> None:
        self.query = query
        self.filters = filters
        self.what = what
        self.lit: list[tuple[str, ...]] = []
        self.tokens: list[re.Match[str]] = []
        place = 0
        while query[place:].strip():
            token = _TOKEN.match(query, place)
            if token is None:
                raise QueryError(query, place, f"cannot read {query[place:].strip()[:20]!r}")
            self.tokens.append(token)
            place = token.end()
        self.next = 0

    def read(self) -> Query:
        match = self._either(0)
        if self.next < len(self.tokens):
            raise self._wrong("a ')' stands without its '('")
        return Query(match, tuple(self.lit), self.filters)

    def _wrong(self, message: str, token: re.Match[str] | None = None) -> QueryError:
        if token is None:
            token = self.tokens[self.next] if self.next < len(self.tokens) else None
        at = token.start() + len(token[0]) - len(token[0].lstrip()) if token else len(self.query)
        return QueryError(self.query, at, message)

    def _is(self, word: str) -> bool:
        return self.next < len(self.tokens) and self.tokens[self.next]["word"] == word

    def _either(self, depth: int) -> str | None:
        if depth > _DEPTH:
            raise self._wrong("too many '(' inside one another")
        sides = [self._all(depth)]
        outer = self.filters
        while self._is("OR"):
            token = self.tokens[self.next]
            self.next += 1
            if sides[-1] is None:
                raise self._wrong("OR wants words on both sides", token)
            sides.append(self._all(depth))
            if sides[-1] is None:
                raise self._wrong("OR wants words on both sides", token)
            if self.filters != outer:
                raise self._wrong("a date, person or story cannot be a side of OR; put it outside", token)
        return sides[0] if len(sides) == 1 else "(" + " OR ".join(f"{side}" for side in sides) + ")"

    def _all(self, depth: int) -> str | None:
        wanted: list[str] = []
        unwanted: list[str] = []
        while self.next < len(self.tokens):
            token = self.tokens[self.next]
            if token["close"] or token["word"] == "OR":
                break
            if token["word"] == "AND":
                self.next += 1
                ahead = self.tokens[self.next] if self.next < len(self.tokens) else None
                last = ahead is None or ahead["close"] or ahead["word"] in ("OR", "AND")
                if last or (not wanted and not unwanted):
                    raise self._wrong("AND wants words on both sides", token)
                continue
            negated = bool(token["not"])
            if negated or token["word"] == "NOT":
                negated = True
                self.next += 1
                ahead = self.tokens[self.next] if self.next < len(self.tokens) else None
                if ahead is None or ahead["not"] or ahead["close"] or ahead["word"] in ("OR", "AND", "NOT"):
                    raise self._wrong("after NOT or - comes what is not wanted", token)
            found = self._one(depth, negated)
            if found is not None:
                (unwanted if negated else wanted).append(found)
        if not wanted and not unwanted:
            return None
        if not wanted and self.what == "people":
            raise QueryError(
                self.query, 0, "to search for people, give a name or a role and not only what is unwanted"
            )
        kept = " AND ".join(wanted) if wanted else ALL
        if unwanted:
            return f"(({kept}) NOT ({' OR '.join(unwanted)}))"
        return f"({kept})" if len(wanted) > 1 else kept

    def _one(self, depth: int, negated: bool) -> str | None:
        token = self.tokens[self.next]
        self.next += 1
        if token["open"]:
            before = self.filters
            inside = self._either(depth + 1)
            if self.next >= len(self.tokens) or not self.tokens[self.next]["close"]:
                raise self._wrong("a '(' is not closed", token)
            self.next += 1
            if inside is None and self.filters == before:
                raise self._wrong("there is nothing between '(' and ')'", token)
            if negated and self.filters != before:
                raise self._wrong("a date, person or story cannot be excluded with -", token)
            return inside
        if token["close"]:
            raise self._wrong("a ')' stands without its '('", token)
        if token["field"]:
            return self._field(token, negated)
        word = token["word"]
        if word and word.endswith(":") and word[:-1].lower() in FIELDS:
            raise self._wrong(f"after {word} comes a value, with no blank between", token)
        words = self._words(token)
        if not words:
            return None
        if not negated:
            self._light(words)
        columns = {"articles": ARTICLE_COLUMNS, "statements": STATEMENT_COLUMNS, "people": PERSON_COLUMNS}[
            self.what
        ]
        return expression(words, columns)

    def _field(self, name_token: re.Match[str], negated: bool) -> str | None:
        name = name_token["field"].lower()
        if self.next >= len(self.tokens):
            raise self._wrong(f"after {name}: comes a value", name_token)
        token = self.tokens[self.next]
        self.next += 1
        if name not in FIELDS:
            raise self._wrong(
                f"there is no field {name!r}; there are {', '.join(FIELDS)}. To search for the words, put "
                f"them in "
                f"quotation marks",
                name_token,
            )
        if token["open"] or token["close"] or token["field"] or token["not"]:
            raise self._wrong(f"after {name}: comes one word, or words in quotation marks", name_token)
        value = (token["quoted"] if token["quoted"] is not None else token["word"]).strip()
        if token["quoted"] is not None and not token["end"]:
            raise self._wrong("the quotation mark is not closed", token)
        texts = _TEXT_FIELDS[self.what]
        if name in texts:
            words = self._words(token)
            if not words:
                raise self._wrong(f"after {name}: comes a word", name_token)
            if not negated:
                self._light(words)
            return expression(words, (texts[name],))
        if name in _TAG_FIELDS:
            if self.what == "people":
                raise self._wrong(f"people cannot be searched by {name}:", name_token)
            field = _TAG_FIELDS[name]
            for each in value.split(",") if field in _CHOICES else ():
                if each.strip().casefold() not in _CHOICES[field]:
                    raise self._wrong(f"{name}: is one of {', '.join(_CHOICES[field])}, not {each!r}", token)
            if field == "day":
                self._day(value, token)
                return f"tags : {day_tags(_padded(value))[-1]}"
            return tag_expression(field, value)
        if name in _DATE_FIELDS or name in _NUMBER_FIELDS:
            if negated:
                raise self._wrong(f"{name}: cannot be excluded with -", name_token)
            if name in _DATE_FIELDS:
                self._day(value, token)
                if _DATE_FIELDS[name] == "since":
                    self.filters = replace(self.filters, since=value)
                else:
                    self.filters = replace(self.filters, until=value)
            elif value.isascii() and value.isdigit() and len(value) < 16:
                if name == "person":
                    self.filters = replace(self.filters, person=int(value))
                else:
                    self.filters = replace(self.filters, story=int(value))
            else:
                raise self._wrong(f"after {name}: comes a number", token)
            return None
        raise self._wrong(
            f"{self.what} cannot be searched by {name}:; there are "
            f"{', '.join(sorted({*texts, *_TAG_FIELDS, *_DATE_FIELDS}))}",
            name_token,
        )

    def _day(self, value: str, token: re.Match[str]) -> None:
        try:
            first_day(value)
        except ValueError:
            raise self._wrong(
                f"{value!r} is not a year, a month or a day, such as 2022, 2022-05 or 2022-05-21", token
            ) from None

    def _words(self, token: re.Match[str]) -> list[str]:
        if token["quoted"] is not None:
            if not token["end"]:
                raise self._wrong("the quotation mark is not closed", token)
            found = phrase(token["quoted"])
            starred = bool(token["starred"])
        else:
            word = token["word"]
            starred = word.endswith("*") and word != "*"
            if "*" in word.rstrip("*"):
                raise self._wrong("a * may stand at the end of a word only", token)
            found = phrase(word)
            if word == "*":
                raise self._wrong("a * wants the beginning of a word before it", token)
        if found and starred and not found[-1].endswith("*"):
            found[-1] += "*"
        return found

    def _light(self, words: list[str]) -> None:
        self.lit.append(tuple(words))


ALL = f"tags : {tag('all', '')}"
"""FTS5's expression for every row of an index."""


def expression(words: list[str], columns: tuple[str, ...]) -> str:
    """FTS5's expression for words that follow one another. Only letters and digits of ours get into it."""
    runs: list[list[str]] = [[]]
    for word in words:
        runs[-1].append(word.rstrip("*"))
        if word.endswith("*") and word is not words[-1]:
            runs.append([])  # FTS5 has a prefix at the end of a phrase only
    phrases = [f'"{" ".join(run)}"' for run in runs if run]
    if words[-1].endswith("*"):
        phrases[-1] += " *"
    where = columns[0] if len(columns) == 1 else "{" + " ".join(columns) + "}"
    found = [f"{where} : {each}" for each in phrases]
    return found[0] if len(found) == 1 else "(" + " AND ".join(found) + ")"


def tag_expression(field: str, value: str) -> str:
    """FTS5's expression for one value of a field to filter by; commas part several, any of which will do."""
    values = [each for each in value.split(",") if key(each)]
    tags = [f"tags : {tag(field, key(_bare(field, each)))}" for each in values]
    if not tags:
        raise QueryError(value, 0, f"{value!r} is not a {field}")
    return tags[0] if len(tags) == 1 else f"({' OR '.join(tags)})"


def tags_of(field: str, value: str | None) -> list[str]:
    """The tags that an article gets for a value: the value, and for an agency its initials."""
    if not value or not key(value):
        return []
    name = key(_bare(field, value))
    found = [tag(field, name)]
    if field in ("agency", "publisher") and " " in name:
        found.append(tag(field, "".join(word[0] for word in name.split())))
    return found


def _bare(field: str, value: str) -> str:
    """The value without what one writer puts before it and the next does not."""
    if field == "site":
        return re.sub(r"^(?:https?://)?(?:www\.)?", "", value.strip().casefold()).split("/")[0]
    if field in ("agency", "publisher"):
        return re.sub(r"^the ", "", value.strip(), flags=re.IGNORECASE)
    if field == "language":
        return value.strip()[:2]
    return value


def _padded(value: str) -> str:
    """`2022-5-1` as `2022-05-01`."""
    return "-".join(part.zfill(2) for part in value.split("-"))


def first_day(value: str) -> date:
    """The first day of a year, a month or a day as written. `ValueError` if it is none."""
    found = _DAY.match(value.strip())
    if not found:
        raise ValueError(value)
    return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))


def last_day(value: str) -> date:
    """The last day of a year, a month or a day as written. `ValueError` if it is none."""
    found = _DAY.match(value.strip())
    if not found:
        raise ValueError(value)
    year, month = int(found[1]), int(found[2] or 12)
    return date(year, month, int(found[3] or monthrange(year, month)[1]))


def days_expression(first: date, last: date) -> str | None:
    """FTS5's expression for the days from first to last: whole years, whole months, days. None if there
    are none."""
    found: list[str] = []
    day = first
    while day <= last:
        month_end = day.replace(day=monthrange(day.year, day.month)[1])
        if (day.month, day.day) == (1, 1) and date(day.year, 12, 31) <= last:
            found.append(f"tags : {tag('day', f'{day.year:04}')}")
            if day.year == 9999:
                break
            day = date(day.year + 1, 1, 1)
        elif day.day == 1 and month_end <= last:
            found.append(f"tags : {tag('day', f'{day:%Y-%m}')}")
            day = month_end + timedelta(days=1)
        else:
            found.append(f"tags : {tag('day', day.isoformat())}")
            day += timedelta(days=1)
    return f"({' OR '.join(found)})" if found else None
