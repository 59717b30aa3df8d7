"""How many of what: every page is counted once, and the counts add up."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from .. import __version__
from ..record import Broken, Reading, Reason
from .outcomes import Outcome

_MOST_KEPT = 1000
"""Bugs and quarantined pages that are named one by one; beyond, they are only counted."""


@dataclass(slots=True)
class Tally:
    """The counts of a collection, while it goes on and when it is done.

    `pages` = `read` + `unread` + `passed_over` + `broken`, always. `articles` are the readings of pages that
    are articles. `before` are pages of shards that an earlier run had done; they are not in the others.
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
    passed_over: Counter[str] = field(default_factory=Counter)
    broken: int = 0
    bugs: list[Broken] = field(default_factory=list)
    quarantined: list[str] = field(default_factory=list)

    def shard(self, found: Sequence[Outcome], weight: int) -> None:
        """Count a shard that is done and kept."""
        self.shards += 1
        self.weight_done += weight
        for outcome in found:
            self._one(outcome)

    def earlier(self, counts: dict[str, int], weight: int) -> None:
        """Count a shard that was done before."""
        self.shards_before += 1
        self.weight_done += weight
        self.before += sum(counts.values())

    def _one(self, outcome: Outcome) -> None:
        self.pages += 1
        result = outcome.result
        if isinstance(result, Reading):
            self.read += 1
            self.articles += result.article.is_article
            self.attributions += len(result.attributions)
        elif isinstance(result, Broken):
            self.broken += 1
            if len(self.bugs) < _MOST_KEPT:
                self.bugs.append(result)
        elif result.reason is Reason.PASSED_OVER:
            self.passed_over[outcome.why or "for another reason"] += 1
        else:
            self.unread[result.reason] += 1
        if outcome.quarantined and len(self.quarantined) < _MOST_KEPT:
            self.quarantined.append(str(result.name if not isinstance(result, Reading) else ""))

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
