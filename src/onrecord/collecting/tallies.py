"""How many of what: every page is counted once, and the counts add up."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .. import __version__
from ..record import Broken, Reading, Reason, Unread

_MOST_KEPT = 1000
"""Bugs and quarantined pages that are named one by one; beyond, they are only counted."""


class State(StrEnum):
    """What every page is counted as, once."""

    READ = "read"
    UNREAD = "unread"
    PASSED_OVER = "passed_over"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted of one page. `reason` is why it was not read, `why` the first look's words for it, `detail`
    a sentence that says it of this very page."""

    state: State
    name: str | None = None
    reason: str | None = None
    why: str | None = None
    detail: str | None = None
    is_article: bool = False
    attributions: int = 0
    broken: Broken | None = None
    quarantined: bool = False


def counted(
    result: Reading | Unread | Broken, why: str | None = None, *, quarantined: bool = False
) -> Counted:
    """What is counted of a result."""
    if isinstance(result, Reading):
        article, said = result.article.is_article, len(result.attributions)
        return Counted(State.READ, result.page.name, is_article=article, attributions=said)
    if isinstance(result, Broken):
        return Counted(State.BROKEN, result.name, broken=result, quarantined=quarantined)
    state = State.PASSED_OVER if result.reason is Reason.PASSED_OVER else State.UNREAD
    return Counted(state, name_of(result), str(result.reason), why, result.detail, quarantined=quarantined)


def name_of(unread: Unread) -> str | None:
    """The place it was to be read from: a page that was opened and holds no text tells it with its origin."""
    return unread.name or (unread.page.name if unread.page else None)


@dataclass(slots=True)
class Tally:
    """The counts of a collection, while it goes on and when it is done.

    `pages` = `read` + `unread` + `passed_over` + `broken`, always. `articles` are the readings of pages that
    are articles. `examples` has for each reason what was said of the first page. `before` are pages of shards
    that an earlier run had done; they are not in the others.
    """

    started: float = 0.0
    seconds: float = 0.0
    weight: int = 0
    weight_done: int = 0
    shards: int = 0
    shards_before: int = 0
    before: int = 0
    pages: int = 0
    read: int = 0
    articles: int = 0
    attributions: int = 0
    unread: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    passed_over: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    bugs: list[Broken] = field(default_factory=list)
    quarantined: list[str] = field(default_factory=list)

    def shard(self, found: Sequence[Counted], weight: int) -> None:
        """Count a shard that is done."""
        self.shards += 1
        self.weight_done += weight
        for outcome in found:
            self._one(outcome)

    def earlier(self, counts: dict[str, int], weight: int) -> None:
        """Count a shard that was done before."""
        self.shards_before += 1
        self.weight_done += weight
        self.before += sum(counts.values())

    def _one(self, outcome: Counted) -> None:
        self.pages += 1
        if outcome.state is State.READ:
            self.read += 1
            self.articles += outcome.is_article
            self.attributions += outcome.attributions
        elif outcome.state is State.BROKEN:
            self.broken += 1
            if outcome.broken is not None and len(self.bugs) < _MOST_KEPT:
                self.bugs.append(outcome.broken)
        elif outcome.state is State.PASSED_OVER:
            self.passed_over[outcome.why or "for another reason"] += 1
        else:
            reason = outcome.reason or "unknown"
            self.unread[reason] += 1
            if outcome.detail:
                self.examples.setdefault(reason, outcome.detail)
        if outcome.quarantined and len(self.quarantined) < _MOST_KEPT:
            self.quarantined.append(outcome.name or "")

    def report(self) -> dict[str, Any]:
        """The same as plain data, for a file of JSON."""
        return {
            "onrecord": __version__,
            "seconds": round(self.seconds, 3),
            "pages": self.pages,
            "read": self.read,
            "articles": self.articles,
            "attributions": self.attributions,
            "unread": dict(self.unread.most_common()),
            "examples": self.examples,
            "passed_over": dict(self.passed_over.most_common()),
            "broken": self.broken,
            "bugs": [
                {"name": bug.name, "detail": bug.detail, "traceback": bug.traceback} for bug in self.bugs
            ],
            "quarantined": self.quarantined,
            "shards": self.shards,
            "done_before": {"shards": self.shards_before, "pages": self.before},
            "bytes": self.weight_done,
        }
