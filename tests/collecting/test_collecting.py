"""Every page is read or counted with a reason, once, whatever runs, breaks or is killed."""

import gzip
import io
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from onrecord.archive import open_archive
from onrecord.collecting import Choices, Tally, collect
from onrecord.errors import ClusterNotReachedError, CollectionDiffersError, UnknownRunnerError
from onrecord.record import Page
from onrecord.runners import Bounds
from tests.sources.made_archives import story, warc

# warcio leaves its temporary files to the garbage collector
pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
HERE = Path(__file__).parent
CHOICES = Choices(reader="stand_in_reader:read", pages=16)  # four a shard, as small as these sources are


@pytest.fixture(autouse=True)
def reader_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(HERE))
    yield
    sys.modules.pop("stand_in_reader", None)


@pytest.fixture
def sources(tmp_path: Path) -> list[str]:
    """A folder, a WARC and some things that cannot be read: 8 + 9 pages to read, 4 that are not read."""
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.html").write_bytes(story(100 + number))
    (folder / "empty.html").write_bytes(b"")
    (folder / "broken.html.gz").write_bytes(gzip.compress(story(1))[:-20])
    (folder / "picture.png").write_bytes(b"\x89PNG")
    return [str(folder), str(warc(tmp_path / "a.warc.gz", 9)), str(tmp_path / "missing.html")]


def rows(folder: Path, table: str) -> list[tuple[object, ...]]:
    found = []
    for path in (folder / table).glob("*.parquet"):
        found += [tuple(map(str, row.values())) for row in pq.read_table(path).to_pylist()]
    return sorted(found)


def everything(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    return {table: rows(folder, table) for table in ("articles", "attributions", "unread")}


def adds_up(tally: Tally) -> None:
    told = tally.read + sum(tally.unread.values()) + sum(tally.passed_over.values()) + tally.broken
    assert told == tally.pages


# Ray leaves sockets and processes to the garbage collector when it shuts down
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("runner", ["processes", "ray"])
def test_every_runner_gives_the_same_as_serial(tmp_path: Path, sources: list[str], runner: str) -> None:
    if runner == "ray":
        pytest.importorskip("ray")
    one = collect(sources, str(tmp_path / "serial.parquet"), runner="serial", choices=CHOICES).report()
    try:
        tally = collect(
            sources, str(tmp_path / "other.parquet"), runner=runner, workers=2, choices=CHOICES, write_every=0
        )
    except ClusterNotReachedError as error:
        pytest.skip(f"Ray may be too slow to start on this machine: {error}")
    adds_up(tally)
    # byte for byte, but for the order
    assert everything(tmp_path / "serial.parquet") == everything(tmp_path / "other.parquet")
    other = tally.report()
    for report in (one, other):
        report.pop("seconds")
    assert one == other
    assert (one["read"], one["unread"]) == (17, {"empty": 1, "compressed": 1, "not_found": 1})
    assert one["passed_over"] == {"by its name not a page": 1}


def test_reading_a_warc_gives_what_reading_its_pages_one_by_one_gives(tmp_path: Path) -> None:
    from stand_in_reader import read

    from onrecord.sources.records import Saved
    from onrecord.sources.shards import cut, items
    from onrecord.transcripts import to_json

    path = warc(tmp_path / "a.warc.gz", 9)
    collect([str(path)], str(tmp_path / "a.parquet"), runner="processes", workers=2, choices=CHOICES)
    kept = sorted(row["reading"] for row in _table(tmp_path / "a.parquet", "articles"))
    alone = []
    for shard in cut([str(path)]):
        for item in items(shard):
            assert isinstance(item, Saved)
            page = item.page()
            assert isinstance(page, Page)
            alone.append(to_json(read(page)).decode())
    assert kept == sorted(alone)


def _table(folder: Path, table: str) -> list[dict[str, str]]:
    return [row for path in (folder / table).glob("*.parquet") for row in pq.read_table(path).to_pylist()]


def test_an_archive_gets_the_pages_and_the_reasons(tmp_path: Path, sources: list[str]) -> None:
    into = tmp_path / "a.onrecord"
    tally = collect(sources, str(into), runner="serial", choices=CHOICES)
    adds_up(tally)
    with open_archive(into, write=False) as archive:
        pages = list(archive.pages())
        assert len(pages) == 17
        assert archive.page(pages[0]).page.source.startswith("<!doctype html>")
    # what was passed over is counted only
    again = collect(sources, str(into), runner="serial", choices=CHOICES)
    assert (again.pages, again.before) == (0, tally.pages)


def wicked_folder(tmp_path: Path, wicked: dict[int, str]) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(16):
        word = wicked.get(number, "")
        (folder / f"{number:02}.html").write_bytes(story(number) + word.encode())
    return folder


def names_in(into: Path) -> list[str]:
    """The name of every page in the tables, without its folders."""
    named = [row["name"] for table in ("articles", "unread") for row in _table(into, table)]
    return sorted(Path(name).name for name in named)


def test_a_page_that_was_opened_and_has_no_text_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "bare.html").write_bytes(b"<html><p><br></p>" + b"<!-- -->" * 100)
    into = tmp_path / "a.parquet"
    tally = collect([str(folder)], str(into), runner="serial", choices=CHOICES)
    assert dict(tally.unread) == {"no_text": 1}
    assert names_in(into) == ["bare.html"]


def test_wicked_pages_cost_nobody_else_anything(tmp_path: Path) -> None:
    folder = wicked_folder(tmp_path, {3: "HANG", 4: "CRASH", 10: "BUG", 15: "CRASH"})
    into = tmp_path / "a.parquet"
    bounds = Bounds(seconds=5, idle=600, memory=16 << 30)
    tally = collect([str(folder)], str(into), runner="processes", workers=2, choices=CHOICES, bounds=bounds)
    adds_up(tally)
    assert (tally.pages, tally.read, tally.broken) == (16, 12, 3)
    assert dict(tally.unread) == {"too_slow": 1}
    assert sorted(Path(name).name for name in tally.quarantined) == ["03.html", "04.html", "15.html"]
    bug = next(bug for bug in tally.bugs if bug.name and bug.name.endswith("10.html"))
    assert "KeyError" in bug.traceback
    # every page is in the tables once
    assert names_in(into) == [f"{number:02}.html" for number in range(16)]


def test_a_page_that_takes_all_memory_costs_nobody_else_anything(tmp_path: Path) -> None:
    folder = wicked_folder(tmp_path, {3: "SWELL", 4: "SWELL", 9: "SWELL"})
    into = tmp_path / "a.parquet"
    # the page stops at 1 GiB, and waits there: only the memory can be what it is stopped for
    bounds = Bounds(seconds=600, idle=600, memory=600 << 20)
    tally = collect([str(folder)], str(into), runner="processes", workers=2, choices=CHOICES, bounds=bounds)
    adds_up(tally)
    assert (tally.pages, tally.read, dict(tally.unread)) == (16, 13, {"too_much_memory": 3})
    assert sorted(Path(name).name for name in tally.quarantined) == ["03.html", "04.html", "09.html"]
    assert names_in(into) == [f"{number:02}.html" for number in range(16)]


def test_a_changed_file_is_read_anew_and_the_others_are_not(tmp_path: Path) -> None:
    paths = [warc(tmp_path / f"{n}.warc.gz", 3) for n in range(3)]
    into = str(tmp_path / "a.onrecord")
    collect([str(path) for path in paths], into, runner="serial", choices=CHOICES)
    warc(paths[1], 4)
    os.utime(paths[1], (1, 1))
    tally = collect([str(path) for path in paths], into, runner="serial", choices=CHOICES)
    assert (tally.shards, tally.pages, tally.before) == (1, 4, 6)


def test_other_choices_are_not_mixed_into_what_was_begun(tmp_path: Path, sources: list[str]) -> None:
    into = str(tmp_path / "a.parquet")
    collect(sources, into, runner="serial", choices=CHOICES)
    with pytest.raises(CollectionDiffersError):
        collect(
            sources,
            into,
            runner="serial",
            choices=Choices(reader="stand_in_reader:read", everything=True, pages=4),
        )


def test_a_line_cut_short_in_the_manifest_is_as_if_not_written(tmp_path: Path, sources: list[str]) -> None:
    into = tmp_path / "a.parquet"
    first = collect(sources, str(into), runner="serial", choices=CHOICES, write_every=0)
    manifest = into / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:-20])
    before = everything(into)
    again = collect(sources, str(into), runner="serial", choices=CHOICES)
    assert again.shards == 1
    assert again.before + again.pages == first.pages
    assert everything(into) == before


def test_what_many_shards_gave_is_one_file_and_what_was_not_written_down_is_done_again(
    tmp_path: Path, sources: list[str]
) -> None:
    into = tmp_path / "a.parquet"
    first = collect(sources, str(into), runner="serial", choices=CHOICES)
    assert first.shards > 3
    assert len(list((into / "articles").iterdir())) == 1
    before = everything(into)
    manifest = into / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes().splitlines(keepends=True)[0])
    (into / "articles" / ".half.1.partial").write_bytes(b"PAR1")
    (into / "articles" / "mine.parquet").write_bytes(b"not ours to take away")
    again = collect(sources, str(into), runner="serial", choices=CHOICES, write_every=0)
    assert (again.pages, again.before) == (first.pages, 0)
    (into / "articles" / "mine.parquet").unlink()
    assert everything(into) == before
    assert not list(into.rglob("*.partial"))


def test_what_is_read_when_somebody_stops_it_is_kept(tmp_path: Path, sources: list[str]) -> None:
    into = tmp_path / "a.parquet"

    def stop(tally: Tally) -> None:
        if tally.pages >= 8:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        collect(sources, str(into), runner="serial", choices=CHOICES, watch=stop)
    again = collect(sources, str(into), runner="serial", choices=CHOICES)
    assert again.before >= 8
    assert again.before + again.pages == 21


def test_an_archive_that_is_gone_is_made_anew(tmp_path: Path, sources: list[str]) -> None:
    into = tmp_path / "a.onrecord"
    first = collect(sources, str(into), runner="serial", choices=CHOICES)
    for path in tmp_path.glob("a.onrecord*"):
        if not path.name.endswith(".jsonl"):
            path.unlink()
    assert collect(sources, str(into), runner="serial", choices=CHOICES).pages == first.pages


def test_runners_that_do_not_exist_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownRunnerError, match="there are serial, processes, ray"):
        collect([], str(tmp_path / "a.parquet"), runner="threads")


SCRIPT = """
import sys
from onrecord.collecting import Choices, collect
collect(sys.argv[2:], sys.argv[1], runner="processes", workers=2,
        choices=Choices(reader="gated_reader:read", pages=8), write_every=0)
"""

# A worker stops for good after eight pages unless the gate is open, so that no run ends before it is killed.
GATED = """
import time
from pathlib import Path
from stand_in_reader import read as quick
begun = 0
def read(page):
    global begun
    begun += 1
    while begun > 8 and not Path({gate!r}).exists():
        time.sleep(0.01)
    time.sleep(0.01)
    return quick(page)
"""


def command_for(tmp_path: Path, into: Path, source: Path) -> tuple[list[str], dict[str, str]]:
    path = os.pathsep.join([str(tmp_path), str(HERE), *filter(None, sys.path)])
    return [sys.executable, "-c", SCRIPT, str(into), str(source)], {**os.environ, "PYTHONPATH": path}


@pytest.mark.parametrize("kind", ["parquet", "onrecord"])
def test_killing_the_driver_at_any_moment_loses_and_doubles_nothing(tmp_path: Path, kind: str) -> None:
    gate = tmp_path / "gate"
    (tmp_path / "gated_reader.py").write_text(GATED.format(gate=str(gate)))
    into = tmp_path / f"a.{kind}"
    command, env = command_for(tmp_path, into, warc(tmp_path / "a.warc.gz", 80))
    manifest = into / "manifest.jsonl" if kind == "parquet" else into.with_name(into.name + ".manifest.jsonl")

    def written() -> int:
        return manifest.read_bytes().count(b"\n") if manifest.exists() else 0

    dice = random.Random(5)
    for turn in range(4):
        before = written()
        running = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL, start_new_session=True)
        # the first is killed at whatever it is at, the others when something has been kept
        while turn and written() <= before:
            assert running.poll() is None
            time.sleep(0.005)
        time.sleep(dice.uniform(0, 0.2))
        assert running.poll() is None
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
    assert 2 < written() - 1 < 40
    gate.touch()
    subprocess.run(command, env=env, check=True)
    if kind == "parquet":
        names = [row["name"] for row in _table(into, "articles")]
    else:
        with open_archive(into, write=False) as archive:
            names = [str(archive.page(page).page.origin.name) for page in archive.pages()]
    assert len(names) == len(set(names)) == 80
    # what had been written down as done was not done again
    batches = [json.loads(line) for line in manifest.read_bytes().splitlines()[1:]]
    shards = [shard for batch in batches for shard in batch["shards"]]
    assert len(shards) == len(set(shards)) == 40


def test_killing_workers_loses_and_doubles_nothing(tmp_path: Path) -> None:
    # at three of the pages a worker waits to be killed; who takes its place goes on from there
    (tmp_path / "gated_reader.py").write_text(
        "import os, time\nfrom pathlib import Path\nfrom stand_in_reader import read as quick\n"
        "def read(page):\n"
        f"    folder = Path({str(tmp_path)!r})\n"
        "    for number in (5, 6, 41):\n"
        "        if page.origin.url.endswith(f'ferry-{number}.html') and not list(folder.glob(f'at-{number}-*')):\n"
        "            (folder / f'at-{number}-{os.getpid()}').touch()\n"
        "            time.sleep(3600)\n"
        "    return quick(page)\n"
    )
    into = tmp_path / "a.parquet"
    command, env = command_for(tmp_path, into, warc(tmp_path / "a.warc.gz", 60))
    running = subprocess.Popen(command, env=env)
    killed: set[int] = set()
    while len(killed) < 3:
        assert running.poll() is None
        time.sleep(0.02)
        for mark in tmp_path.glob("at-*"):
            pid = int(mark.name.rpartition("-")[2])
            if pid not in killed:
                killed.add(pid)
                os.kill(pid, signal.SIGKILL)
    assert running.wait() == 0
    names = [row["name"] for row in _table(into, "articles")]
    assert len(names) == len(set(names)) == 60
    assert _table(into, "unread") == []


def test_the_command_counts_reports_and_ends_in_what_happened(
    tmp_path: Path, sources: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.commands import collect as module
    from onrecord.commands import main

    monkeypatch.setattr(
        module, "Choices", lambda **told: Choices(**{**told, "reader": "stand_in_reader:read"})
    )
    report = tmp_path / "report.json"
    told = [
        "collect",
        *sources,
        "--into",
        str(tmp_path / "a.parquet"),
        "--runner",
        "serial",
        "--report",
        str(report),
    ]
    result = CliRunner().invoke(main, told)
    assert result.exit_code == 1, result.output
    assert "17  read" in result.stderr
    assert f"for example: {sources[2]} is not there\n" in result.stderr
    counts = json.loads(report.read_bytes())
    assert counts["pages"] == 21
    assert counts["unread"] == {"empty": 1, "compressed": 1, "not_found": 1}


def test_the_view_tells_counts_speed_and_the_time_left() -> None:
    from rich.console import Console

    from onrecord.commands.collect import _drawn

    tally = Tally(started=time.time() - 100, weight=1000, weight_done=250, pages=50, read=40, articles=30)
    tally.unread["too_slow"] = 4
    tally.passed_over["too short for a story"] = 6
    shown = io.StringIO()
    Console(file=shown, width=100).print(_drawn(tally))
    told = shown.getvalue()
    assert "0.5 pages/s" in told
    assert "5 min 0 s left" in told
    for words in ("50 pages", "30 articles", "4 unread: too slow", "6 passed over: too short for a story"):
        assert words in " ".join(told.split())


def test_columns_that_are_miswritten_are_a_mistake_of_the_caller(tmp_path: Path) -> None:
    from onrecord.commands import main

    result = CliRunner().invoke(
        main, ["collect", "x", "--into", str(tmp_path / "a.parquet"), "--columns", "text=body"]
    )
    assert result.exit_code == 2


def test_an_address_is_fetched_and_kept_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord.commands import collect as module
    from onrecord.commands import main
    from onrecord.sources import fetching
    from onrecord.sources.records import Saved

    url = "https://news.example/ferry"
    headers = (("Content-Type", "text/html"),)
    monkeypatch.setattr(fetching, "fetch", lambda url, private: Saved(url, story(1), url, None, headers, 200))
    monkeypatch.setattr(
        module, "Choices", lambda **told: Choices(**{**told, "reader": "stand_in_reader:read"})
    )
    into = tmp_path / "a.parquet"
    result = CliRunner().invoke(main, ["collect", url, "--into", str(into), "--runner", "serial"])
    assert result.exit_code == 0, result.output
    (kept,) = (tmp_path / "a.parquet.fetched").iterdir()
    (row,) = _table(into, "articles")
    assert (row["url"], row["name"]) == (url, f"{kept}#0")
