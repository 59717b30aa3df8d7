"""What many pages cost: runners beside each other, web archives, growth, memory, a soak with wicked pages.

python benchmarks/scale.py runners   serial, processes and ray over the same pages: time and CPU seconds
python benchmarks/scale.py warc      how much of the whole is reading the WARC
python benchmarks/scale.py growth    the cost of a page in a small and in a large WARC
python benchmarks/scale.py memory    the memory of a worker, page after page
python benchmarks/scale.py soak      many pages of which one in a hundred is wicked: do the counts add up?
python benchmarks/scale.py month     on paper: a month of Common Crawl News, from the figures above

`--pages N` says how many, `--lightest N` takes the N smallest pages only, `--setting best|fast|none` which language
models, `--workers N` how many at once. The pages are those of ../shared/data/extraction, repeated with changes, in a
WARC made for the run; without them it says so and ends. CPU seconds are those of all processes together and change
little when the machine has other work; where time by the clock is shown, nothing else should run.
"""

import argparse
import gzip
import io
import json
import os
import resource
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")  # before NumPy is loaded: serial has one core, as each worker has

from onrecord.collecting import Choices, Tally, collect  # noqa: E402
from onrecord.record import Outcome, Page  # noqa: E402
from onrecord.runners import Bounds  # noqa: E402
from onrecord.sources import page_from  # noqa: E402
from onrecord.sources.records import Saved  # noqa: E402
from onrecord.sources.shards import cut, items  # noqa: E402

DATA = Path(__file__).resolve().parents[2] / "shared" / "data" / "extraction"
SETS = ("aeb", "fundus", "trafilatura", "wcxb")

WICKED_KILL = b"wicked-page-that-kills-its-reader"
WICKED_HANG = b"wicked-page-that-hangs-its-reader"


def read(page: Page) -> Outcome:
    """The reader of the soak: as ever, but two sorts of page do to it what no page is known to do."""
    from onrecord.reading import default_models
    from onrecord.reading import read as real

    if WICKED_KILL.decode() in page.source:
        os._exit(9)
    if WICKED_HANG.decode() in page.source:
        while True:
            pass
    setting = os.environ.get("SCALE_SETTING", "best")
    return real(page, models=default_models(None if setting == "none" else setting))


if __name__ == "scale":
    # in the process that workers are forked from: they should not have to load models, each for itself
    page = page_from("<h1>Ferry sails</h1><p>The ferry sails again, the mayor said on Monday.</p>")
    assert isinstance(page, Page)
    read(page)


def saved_pages(most: int, lightest: int | None = None) -> list[tuple[str, bytes]]:
    """Address and bytes of up to `most` pages, the sets mixed so that any stretch is like another.

    `lightest` takes so many of those whose files are smallest, for runs of more pages than there is time for.
    """
    sets = []
    for name in SETS:
        rows = []
        with gzip.open(DATA / name / "gold.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                if row.get("page_type") in (None, "article"):
                    rows.append(
                        (row["url"] or f"https://{name}.example/{row['id']}", DATA / name / row["file"])
                    )
        sets.append(rows)
    if lightest is not None:
        sizes = sorted(path.stat().st_size for rows in sets for _, path in rows)
        limit = sizes[min(lightest, len(sizes)) - 1]
        sets = [[row for row in rows if row[1].stat().st_size <= limit] for rows in sets]
    shares = [(place / len(rows), url, path) for rows in sets for place, (url, path) in enumerate(rows)]
    return [(url, gzip.decompress(path.read_bytes())) for _, url, path in sorted(shares)[:most]]


def changed(page: bytes, number: int) -> bytes:
    """The page again, but not the same: another mark, another sentence at the end."""
    words = f'<p class="copy">This is printing number {number} of the page, kept by the county library.</p>'
    at = page.lower().rfind(b"</body")
    at = len(page) if at < 0 else at
    return page[:at] + words.encode() + page[at:]


def wicked(number: int) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    """A page made to do harm, of eight sorts in turn, and the headers it comes with."""
    filler = b"<p>" + b"The ferry sailed again on Tuesday. " * 40
    match number % 8:
        case 0:
            return b"<html>" + b"<div>" * 60_000 + filler, ()
        case 1:
            return gzip.compress(b"a" * (40 << 20)), (("Content-Encoding", "gzip"),)
        case 2:
            return b"<html>" + filler + WICKED_KILL, ()
        case 3:
            return bytes(range(256)) * 200, ()
        case 4:
            return b"<html><p>" + b"&#" * 100_000, ()
        case 5:
            return (
                b'<html><script type="application/ld+json">' + b'{"a":[' * 50_000 + b"</script>" + filler,
                (),
            )
        case 6:
            return b"<html>" + filler + WICKED_HANG if number % 64 == 6 else b"<html><b><i>" * 20_000, ()
        case _:
            return b"\xff\xfe\x00<html>" + filler[:500], ()


def write_warc(path: Path, how_many: int, pages: list[tuple[str, bytes]], wicked_every: int = 0) -> None:
    """A WARC of so many pages."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)
        for number in range(how_many):
            url, body = pages[number % len(pages)]
            headers: tuple[tuple[str, str], ...] = ()
            if wicked_every and number % wicked_every == wicked_every - 1:
                body, headers = wicked(number // wicked_every)
                url = f"https://wicked.example/{number}"
            elif number >= len(pages):
                body = changed(body, number // len(pages))
            told = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(url, "response", payload=io.BytesIO(body), http_headers=told)
            )


def cpu() -> float:
    """CPU seconds of this process and of its children that have ended."""
    spent = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in spent)


def run(
    path: Path, into: Path, told: argparse.Namespace, runner: str, **more: object
) -> tuple[Tally, float, float]:
    """A collection, with its time by the clock and its CPU seconds."""
    setting = None if told.setting == "none" else told.setting
    choices = Choices(setting=setting, everything=True, **more)  # type: ignore[arg-type]
    clock, spent = time.perf_counter(), cpu()
    tally = collect([str(path)], str(into), runner=runner, workers=told.workers, choices=choices)
    return tally, time.perf_counter() - clock, cpu() - spent


def runners(told: argparse.Namespace, folder: Path) -> None:
    """Serial, processes and ray over the same pages."""
    path = folder / "pages.warc.gz"
    write_warc(path, told.pages, saved_pages(told.pages))
    found: dict[str, tuple[float, float]] = {}
    for runner in ("serial", "processes"):
        tally, clock, spent = run(path, folder / f"{runner}.parquet", told, runner)
        found[runner] = clock, spent
        print(f"{runner:10} {tally.pages} pages in {clock:.1f} s, {spent:.1f} CPU s")
    ratio = found["serial"][0] / found["processes"][0]
    print(f"processes / serial by the clock, {told.workers} workers: {ratio:.2f} x")
    overhead = found["processes"][1] / found["serial"][1]
    print(
        f"the same by CPU seconds, that is on cores with nothing else to do: {told.workers / overhead:.2f} x "
        f"(processes spend {overhead:.3f} of what serial spends)"
    )
    if told.ray:
        # its processor time is not ours to count: Ray's processes are not our children
        few = folder / "few.warc.gz"
        write_warc(few, 2, saved_pages(2, 2))
        _, starting, _ = run(few, folder / "few.parquet", told, "ray")
        _, clock, _ = run(path, folder / "ray.parquet", told, "ray")
        alone = found["processes"][0]
        print(f"ray        {clock:.1f} s, {alone / clock:.2f} x processes by the clock")
        print(
            f"           {starting:.1f} s of it to start and end; {alone / (clock - starting):.2f} x without"
        )


def warc(told: argparse.Namespace, folder: Path) -> None:
    """What reading the WARC costs of the whole."""
    path = folder / "pages.warc.gz"
    write_warc(path, told.pages, saved_pages(told.pages))
    spent = cpu()
    pieces = list(cut([str(path)]))
    cutting = cpu() - spent
    spent = cpu()
    found = [item for shard in pieces for item in items(shard)]
    opening = cpu() - spent
    spent = cpu()
    decoded = [item.page() for item in found if isinstance(item, Saved)]
    decoding = cpu() - spent
    _, _, whole = run(path, folder / "a.parquet", told, "serial")
    print(f"{len(decoded)} pages; milliseconds of CPU a page:")
    print(f"  cutting the WARC into shards   {1000 * cutting / told.pages:8.2f}")
    print(f"  opening the shards' records    {1000 * opening / told.pages:8.2f}")
    print(f"  bytes to text                  {1000 * decoding / told.pages:8.2f}")
    print(f"  all, with reading and keeping  {1000 * whole / told.pages:8.2f}")
    print(f"reading the WARC is {(cutting + opening) / whole:.1%} of the whole")


def growth(told: argparse.Namespace, folder: Path) -> None:
    """The cost of a page in a WARC of a twentieth of the pages, and of all."""
    pages = saved_pages(max(1, told.pages // 20), told.lightest)
    costs = []
    for how_many in (max(1, told.pages // 20), told.pages):
        if not costs:
            # models are loaded once, whatever the number of pages: before anything is measured
            warm = folder / "warm.warc.gz"
            write_warc(warm, 2, pages)
            run(warm, folder / "warm.parquet", told, "serial")
        path = folder / f"{how_many}.warc.gz"
        # the same pages in both, so that only their number differs
        write_warc(path, how_many, pages)
        _, _, spent = run(path, folder / f"{how_many}.parquet", told, "serial")
        costs.append(spent / how_many)
        print(f"{how_many:7,} pages: {1000 * spent / how_many:.1f} ms of CPU a page")
    print(f"the many cost {costs[1] / costs[0]:.3f} of the few")


class Watch:
    """Looks at the memory of the workers while they go on."""

    def __init__(self) -> None:
        self._seen: list[int] = []
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(0.5):
            if sizes := list(_workers()):
                self._seen.append(max(sizes))

    def tenths(self) -> str:
        """The largest worker's megabytes in each tenth of the time."""
        edges = [int(len(self._seen) * part / 10) for part in range(11)]
        return "  ".join(f"{max(self._seen[a:b], default=0) >> 20}" for a, b in pairwise(edges))


def memory(told: argparse.Namespace, folder: Path) -> None:
    """The memory of the workers while they go on."""
    path = folder / "pages.warc.gz"
    write_warc(path, told.pages, saved_pages(told.pages, told.lightest))
    with Watch() as watch:
        tally, _, _ = run(path, folder / "a.parquet", told, "processes")
    print(f"{tally.pages} pages; the largest of {told.workers} workers in MB, by tenths of the time:")
    print("  " + watch.tenths())
    print(f"the driver's: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10} MB at most")


def _workers() -> Iterator[int]:
    """The resident memory of each worker of ours, forked or not; what they share is counted for each of them."""
    found: dict[int, tuple[int, bytes]] = {}
    for place in Path("/proc").iterdir():
        try:
            parent = int((place / "stat").read_text().rpartition(")")[2].split()[1])
            command = (place / "cmdline").read_bytes()
        except (OSError, IndexError, ValueError):
            continue
        if b"onrecord.runners." in command:
            found[int(place.name)] = parent, command
    ours = os.getpid()
    for pid, (parent, command) in found.items():
        if b"worker" in command if parent == ours else found.get(parent, (0, b""))[0] == ours:
            try:
                yield int(Path(f"/proc/{pid}/statm").read_text().split()[1]) * resource.getpagesize()
            except (OSError, IndexError, ValueError):
                continue


def soak(told: argparse.Namespace, folder: Path) -> None:
    """Many pages, one in a hundred wicked: every one is accounted for, by name."""
    os.environ["SCALE_SETTING"] = told.setting
    path = folder / "pages.warc.gz"
    write_warc(path, told.pages, saved_pages(told.pages, told.lightest), wicked_every=100)
    expected = Counter(item.name for shard in cut([str(path)]) for item in items(shard))
    into = folder / "soak.parquet"
    choices = Choices(reader="scale:read", everything=True)
    bounds = Bounds(seconds=20, idle=60, memory=1 << 30)
    clock, spent = time.perf_counter(), cpu()
    with Watch() as watch:
        tally = collect([str(path)], str(into), workers=told.workers, choices=choices, bounds=bounds)
    spent = cpu() - spent
    import pyarrow.parquet as pq

    named: Counter[str | None] = Counter()
    for table in ("articles", "unread"):
        for part in (into / table).glob("*.parquet"):
            named.update(pq.read_table(part, columns=["name"]).column("name").to_pylist())
    total = tally.read + sum(tally.unread.values()) + sum(tally.passed_over.values()) + tally.broken
    print(
        json.dumps(
            {**tally.report(), "bugs": len(tally.bugs), "quarantined": len(tally.quarantined)}, indent=1
        )
    )
    print(f"the largest worker in MB, by tenths of the time: {watch.tenths()}")
    print(f"{time.perf_counter() - clock:.0f} s by the clock, {1000 * spent / total:.1f} ms of CPU a page")
    print(f"{len(expected)} records went in, {total} were counted")
    print(
        "nothing lost, nothing twice"
        if named == expected
        else f"DIFFERENT: {(expected - named) + (named - expected)}"
    )
    if named != expected or total != len(expected):
        sys.exit(1)


def month(told: argparse.Namespace, folder: Path) -> None:
    """A month of Common Crawl News on paper, from the cost and the packed size of a page here.

    How many files a month has and how large they are stands in the crawl's own listing: `--files` of 1 GB.
    """
    path = folder / "pages.warc.gz"
    write_warc(path, told.pages, saved_pages(told.pages))
    tally, _, spent = run(path, folder / "a.parquet", told, "serial")
    kept = sum(part.stat().st_size for part in (folder / "a.parquet").rglob("*.parquet")) / tally.pages
    packed = path.stat().st_size / tally.pages
    cost = spent / tally.pages
    pages = told.files * 1e9 / packed
    print(
        f"a page: {packed / 1000:.0f} kB of WARC, {kept / 1000:.1f} kB of Parquet, {1000 * cost:.0f} CPU ms"
    )
    print(f"{told.files} files of 1 GB: {pages / 1e6:.1f} million pages if all were news")
    print(f"core-hours: {pages * cost / 3600:,.0f}; Parquet: {pages * kept / 1e9:,.0f} GB")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["runners", "warc", "growth", "memory", "soak", "month"])
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument(
        "--lightest", type=int, help="soak, growth, memory: only so many of the smallest pages"
    )
    parser.add_argument("--setting", choices=["best", "fast", "none"], default="best")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--files", type=int, default=450, help="of a month of Common Crawl News")
    parser.add_argument("--no-ray", dest="ray", action="store_false")
    told = parser.parse_args()
    if not DATA.exists():
        sys.exit(f"The pages to measure with are not there: {DATA}")
    with tempfile.TemporaryDirectory() as folder:
        globals()[told.what](told, Path(folder))


if __name__ == "__main__":
    main()
