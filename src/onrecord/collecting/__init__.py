"""Reads many sources with any runner; keeps and counts every outcome.

    tally = collect(["crawl/*.warc.gz", "saved/"], "news.onrecord", runner="processes")

Work is handed out in shards. What came of some shards is kept as a batch, whole or not at all, and then they are
written down as done: after a crash the same call goes on where it was, and nothing is lost or kept twice.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from .. import __version__
from ..errors import UnknownRunnerError
from ..runners import RUNNERS, Bounds, Done, Task, processes, serial
from ..sources.shards import Shard, cut, total_weight
from ..sources.tables import Columns
from .keeping import Keeper, keeper_for
from .manifests import Manifest, batch_id, shard_id
from .outcomes import outcomes_of
from .readers import decode_shard, encode_shard
from .tallies import Counted, State, Tally

__all__ = ["Choices", "Tally", "collect"]

Runner = Callable[[Task, Iterable[bytes]], Iterator[Done]]
"""Anything that looks like map: the runners with their settings filled in."""


@dataclass(frozen=True, slots=True)
class Choices:
    """How sources are read.

    `setting` is the language models' (`best`, `fast`, None for none). `everything` reads in full what the
    first look would pass over. `columns` says where tables hold pages, `one_a_line` takes text files for
    corpora. `reader` names the function that reads a page. `pages` is how many pages make a shard: so few that
    the last ones to be done keep no worker waiting long, so many that opening a source costs nothing. Single
    files and the ends of web archives are cut into a quarter of that.
    """

    setting: str | None = "best"
    everything: bool = False
    columns: Columns = field(default_factory=Columns)
    one_a_line: bool = False
    reader: str = "onrecord.reading:read"
    pages: int = 16

    def words(self) -> str:
        """What of this decides what comes out, for telling whether an earlier run did the same."""
        return (
            f"{__version__} {self.setting} {self.everything} {self.reader} {self.one_a_line} {self.columns}"
        )


def collect(
    sources: Sequence[str],
    into: str,
    *,
    runner: str | Runner = "processes",
    workers: int | None = None,
    address: str | None = None,
    bounds: Bounds | None = None,
    choices: Choices | None = None,
    write_every: float = 60.0,
    watch: Callable[[Tally], None] | None = None,
) -> Tally:
    """Everything that `sources` hold, read and kept in `into`; the tally of what came of it.

    `into` is an archive, or a folder of Parquet where the name ends in `.parquet`. `runner` is a name of
    `RUNNERS` or any function that looks like one; `errors.UnknownRunnerError` for another name. A named one starts
    `workers` processes (one a core if not said), each within `bounds`; `address` is the Ray cluster's. What has
    been read is written when there is enough for a file, and at the latest after `write_every` seconds by the
    clock: so much is done again if all stops. `watch` is called after each shard.
    """
    choices = choices or Choices()
    run = _runner(runner, workers, bounds, address) if isinstance(runner, str) else runner
    tally = Tally(started=time.time(), weight=total_weight(sources))
    with keeper_for(into) as keeper:
        manifest = Manifest(keeper.manifest, choices.words(), fresh=keeper.is_new)
        keeper.settle(manifest.batches)
        task = Task(
            "onrecord.collecting.readers:reader",
            {
                "reader": choices.reader,
                "setting": choices.setting,
                "everything": choices.everything,
                "form": keeper.form,
            },
        )
        shards = cut(sources, columns=choices.columns, one_a_line=choices.one_a_line, pages=choices.pages)
        waiting: dict[str, dict[str, int]] = {}
        written = time.monotonic()
        with manifest:
            try:
                for done in run(task, _to_do(shards, manifest, tally, watch)):
                    shard = decode_shard(done.piece)
                    found = list(outcomes_of(shard, done, keeper.form))
                    keeper.add(found)
                    told = [outcome.counted for outcome in found]
                    waiting[shard_id(shard)] = _counts(told)
                    tally.shard(told, shard.weight)
                    if keeper.full or time.monotonic() - written >= write_every:
                        _write(keeper, manifest, waiting)
                        written = time.monotonic()
                    if watch:
                        watch(tally)
            except KeyboardInterrupt:
                # whoever stops it does not want to pay again for what is read and only not yet written
                _write(keeper, manifest, waiting)
                raise
            _write(keeper, manifest, waiting)
    tally.seconds = time.time() - tally.started
    return tally


def _to_do(
    shards: Iterable[Shard], manifest: Manifest, tally: Tally, watch: Callable[[Tally], None] | None
) -> Iterator[bytes]:
    for shard in shards:
        before = manifest.done.get(shard_id(shard))
        if before is None:
            yield encode_shard(shard)
            continue
        tally.earlier(before, shard.weight)
        if watch:
            watch(tally)


def _write(keeper: Keeper, manifest: Manifest, waiting: dict[str, dict[str, int]]) -> None:
    """Keep what waits, then write down that it is kept."""
    if waiting:
        batch = batch_id(waiting)
        keeper.write(batch)
        manifest.add(batch, dict(waiting))
        waiting.clear()


def _counts(found: Sequence[Counted]) -> dict[str, int]:
    """What is written down of a shard that is done: enough to count it when a later run steps over it."""
    counts = {str(state): 0 for state in State}
    for outcome in found:
        counts[outcome.state] += 1
    return counts


def _runner(name: str, workers: int | None, bounds: Bounds | None, address: str | None) -> Runner:
    if name not in RUNNERS:
        raise UnknownRunnerError(name, RUNNERS)
    if name == "serial":
        return serial
    if name == "processes":
        return lambda task, pieces: processes(task, pieces, workers=workers, bounds=bounds)
    from ..runners.ray import ray

    return lambda task, pieces: ray(task, pieces, workers=workers, bounds=bounds, address=address)
