"""What came of each thing in a shard, nothing left out: also of those that broke the worker."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from ..record import Broken, Page, Reading, Reason, Unread
from ..runners import Done, Loss, Lost
from ..sources.shards import Shard, items
from ..transcripts import from_json
from .readers import decode_told

_REASONS = {Loss.TOO_SLOW: Reason.TOO_SLOW, Loss.TOO_MUCH_MEMORY: Reason.TOO_MUCH_MEMORY}


@dataclass(frozen=True, slots=True)
class Outcome:
    """A result, with the page if it is to be kept, and the first look's reason if it was passed over."""

    result: Reading | Unread | Broken
    page: Page | None = None
    why: str | None = None
    quarantined: bool = False


def outcomes_of(shard: Shard, done: Done) -> Iterator[Outcome]:
    """The outcome of each thing, in order; as many as the shard was said to hold, if that was said."""
    count = 0
    for count, result in enumerate(done.results, 1):
        if isinstance(result, Lost):
            yield _lost(shard, count - 1, result)
        else:
            yield _told(result)
    # what a worker could not come to any more is missing from its results, and not from the count
    for place in range(count, shard.count or 0):
        told = f"{_name(shard, place)} was not come to: the worker broke before it."
        yield Outcome(Unread(Reason.BAD_ARCHIVE, told, name=_name(shard, place)))


def _told(result: bytes) -> Outcome:
    told = decode_told(result)
    if told.broken is not None:
        return Outcome(told.broken)
    outcome = from_json(told.outcome)
    page = None
    if told.source is not None and told.origin is not None:
        page = Page(told.source, told.origin)
    return Outcome(outcome, page, told.why)


def _lost(shard: Shard, place: int, lost: Lost) -> Outcome:
    name = _name(shard, place)
    reason = _REASONS.get(lost.why)
    if reason is None:
        return Outcome(Broken(lost.detail, lost.traceback, name), quarantined=True)
    return Outcome(Unread(reason, f"{name} was given up: {_lower(lost.detail)}", name=name), quarantined=True)


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
