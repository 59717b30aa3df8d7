"""What came of each thing in a shard, nothing left out: also of those that broke the worker."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice

from ..record import Broken, Page, Reading, Reason, Unread
from ..runners import Done, Loss, Lost
from ..sources.shards import Shard, items
from ..transcripts import from_json
from .readers import decode_told
from .rows import Row, rows_of
from .tallies import Counted, counted

_REASONS = {Loss.TOO_SLOW: Reason.TOO_SLOW, Loss.TOO_MUCH_MEMORY: Reason.TOO_MUCH_MEMORY}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one thing: what is counted of it, and what is kept.

    `result` and `page` are there where pages are kept, `rows` where tables are.
    """

    counted: Counted
    result: Reading | Unread | Broken | None = None
    page: Page | None = None
    rows: Mapping[str, list[Row]] = field(default_factory=dict)


def outcomes_of(shard: Shard, done: Done, form: str) -> Iterator[Outcome]:
    """The outcome of each thing, in order; as many as the shard was said to hold, if that was said."""
    count = 0
    for count, result in enumerate(done.results, 1):
        if isinstance(result, Lost):
            yield _lost(shard, count - 1, result, form)
            continue
        told = decode_told(result)
        outcome: Reading | Unread | Broken | None = told.counted.broken
        if told.outcome:
            outcome = from_json(told.outcome)
        page = None
        if told.source is not None and told.origin is not None:
            page = Page(told.source, told.origin)
        yield Outcome(told.counted, outcome, page, told.rows)
    # what a worker could not come to any more is missing from its results, and not from the count
    for place in range(count, shard.count or 0):
        told_of = f"{_name(shard, place)} was not come to: what stands before it could not be read."
        yield _made(Unread(Reason.BAD_ARCHIVE, told_of, name=_name(shard, place)), form)


def _made(result: Unread | Broken, form: str, *, quarantined: bool = False) -> Outcome:
    return Outcome(
        counted(result, quarantined=quarantined), result, rows=rows_of(result) if form == "tables" else {}
    )


def _lost(shard: Shard, place: int, lost: Lost, form: str) -> Outcome:
    name = _name(shard, place)
    reason = _REASONS.get(lost.why)
    if reason is None:
        return _made(Broken(lost.detail, lost.traceback, name), form, quarantined=True)
    told = f"{name} was given up: {_lower(lost.detail)}"
    return _made(Unread(reason, told, name=name), form, quarantined=True)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _name(shard: Shard, place: int) -> str:
    """The name of a thing in a shard, found by opening the shard once more up to it."""
    if shard.files:
        return shard.files[place] if place < len(shard.files) else shard.path
    with suppress(Exception):  # what it is called is not worth a second failure
        for item in islice(items(shard), place, place + 1):
            return item.name or shard.path
    return f"{shard.path}#{shard.start}+{place}"
