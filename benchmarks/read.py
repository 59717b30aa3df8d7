"""How fast a page is read, beside other tools, in one run: CPU seconds of one process, and ratios.

python benchmarks/read.py                everything
python benchmarks/read.py speed          read_article against trafilatura, resiliparse, readability-lxml
python benchmarks/read.py size           cost against page size, up to 50 MB
python benchmarks/read.py hostile        nested tags, attributes, a single line
python benchmarks/read.py memory         the process's memory after 10,000 pages
python benchmarks/read.py import         what `import onrecord` costs

Speed and memory need the pages of article-extraction-benchmark in `../shared/data`; without them these two
say so and are left out. Other work on the machine changes CPU seconds little and ratios hardly.
"""

import gzip
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(threads, "1")  # before NumPy is loaded: one process on one core

from onrecord import Article, Unread, read_article  # noqa: E402
from onrecord.sources import page_from  # noqa: E402
from onrecord.sources.limits import MIB, Limits  # noqa: E402

PROJECT = Path(__file__).resolve().parents[1]
AEB = PROJECT.parent / "shared" / "data" / "extraction" / "aeb" / "html"
ROUNDS = int(os.environ.get("ROUNDS", "3"))
GENEROUS = Limits(page=64 * MIB)
"""Larger than what reading allows by default, to see how cost grows beyond it."""


def pages() -> list[str]:
    """The saved pages, decoded."""
    return [
        gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        for path in sorted(AEB.glob("*.html.gz"))
    ]


def tools() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Each tool that is installed, behind one call."""
    yield "onrecord, all parts", read_article
    try:
        import trafilatura

        yield (
            "trafilatura, text and metadata",
            lambda html: trafilatura.bare_extraction(html, with_metadata=True),
        )
        yield "trafilatura, text", lambda html: trafilatura.extract(html, include_comments=False)
    except ImportError:
        print("trafilatura is not installed: sh bin/setup bench")
    try:
        from resiliparse.extract.html2text import extract_plain_text

        yield "resiliparse, main text", lambda html: extract_plain_text(html, main_content=True)
    except ImportError:
        print("resiliparse is not installed: sh bin/setup bench")
    try:
        from readability import Document

        yield "readability-lxml, main HTML", lambda html: Document(html).summary()
    except ImportError:
        print("readability-lxml is not installed: sh bin/setup bench")


def speed() -> None:
    """Pages a second of each tool, the median of rounds that take turns."""
    if not AEB.is_dir():
        print(f"Speed is not measured: {AEB} is not there.")
        return
    saved = pages()
    named = dict(tools())
    for call in named.values():  # models and caches are loaded outside the clock
        call(saved[0])
    taken: dict[str, list[float]] = {name: [] for name in named}
    for _ in range(ROUNDS):
        for name, call in named.items():
            start = time.process_time()
            for html in saved:
                quietly(call, html)
            taken[name].append(time.process_time() - start)
    ours = statistics.median(taken["onrecord, all parts"])
    size = sum(map(len, saved)) / 1e6
    print(f"\n## Speed: {len(saved)} pages of article-extraction-benchmark, {size:.1f} million characters\n")
    print("| tool | CPU s | pages/s | onrecord is |\n|---|---|---|---|")
    for name, rounds in taken.items():
        seconds = statistics.median(rounds)
        print(f"| {name} | {seconds:.2f} | {len(saved) / seconds:.0f} | {seconds / ours:.2f} × as fast |")


def quietly(call: Callable[[str], object], html: str) -> None:
    """Call a tool; a page that it cannot take costs what it costs."""
    try:
        call(html)
    except Exception as error:
        print(f"  a tool failed on a page: {type(error).__name__}", file=sys.stderr)


def story(characters: int, break_lines: bool = True) -> str:
    """A page with a story of about that size."""
    end = "\n" if break_lines else ""
    head = (
        "<html><head><title>A long day</title></head><body><nav><a href=/>Home</a></nav><h1>A long day</h1>"
    )
    some = (
        '<p class="t">The harbor commission met for the <b>{}</b>th time and <a href="/h">heard</a> '
        "from people who said that the horn was “like a cow in the next room”.</p>"
    )
    paragraphs, length = [], 0
    while length < characters:
        paragraphs.append(some.format(len(paragraphs)) + end)
        length += len(paragraphs[-1])
    return head + "".join(paragraphs) + "<footer>© Ellery Tide</footer></body></html>"


def clocked(text: str) -> tuple[float, str]:
    """CPU seconds, and what came of it."""
    start = time.process_time()
    page = page_from(text, limits=GENEROUS)
    outcome = page if isinstance(page, Unread) else read_article(page)
    taken = time.process_time() - start
    if isinstance(outcome, Article):
        return (
            taken,
            f"{outcome.kind}, {len(outcome.blocks):,} blocks, {len(outcome.text):,} characters of text",
        )
    assert isinstance(outcome, Unread)
    return taken, f"unread: {outcome.reason}"


def size() -> None:
    """Cost against page size: linear if the last column stays."""
    read_article(story(10_000))
    print("\n## Cost against page size\n\n| page | CPU s | s/MB | outcome |\n|---|---|---|---|")
    for megabytes in (0.1, 0.5, 1, 5, 10, 25, 50):
        taken, outcome = clocked(story(int(megabytes * 1e6)))
        print(f"| {megabytes} MB | {taken:.2f} | {taken / megabytes:.3f} | {outcome} |", flush=True)


def hostile() -> None:
    """Pages made to be dear."""
    print("\n## Hostile pages\n\n| page | CPU s | outcome |\n|---|---|---|")
    shapes = {
        "100,000 nested tags": "<div>" * 100_000 + "deep" + "</div>" * 100_000,
        "100,000 nested tags, never closed": "<div><b>" * 50_000 + "deep",
        "1,000,000 attributes": "<p " + " ".join(f"a{i}=1" for i in range(1_000_000)) + ">one paragraph</p>",
        "10 MB of HTML in a single line": story(10_000_000, break_lines=False),
        "10 MB of text in a single line": "The horn is loud and the fog is long, said the mayor. " * 190_000,
        "10 MB of text without a blank": "x" * 10_000_000,
        "1,000,000 empty lines": "\n" * 1_000_000 + "the end",
        "1,000,000 short lines": "one line\n" * 1_000_000,
        "1,000,000 less-than signs": "<p>" + "<" * 1_000_000,
        "1,000,000 unclosed entities": "<p>" + "&amp" * 1_000_000,
        "a script of 10 MB": "<script>" + "{" * 10_000_000 + "</script><p>one paragraph</p>",
        "JSON-LD nested 100,000 deep": '<script type="application/ld+json">'
        + "[" * 100_000
        + "</script><p>text</p>",
    }
    for name, text in shapes.items():
        taken, outcome = clocked(text)
        print(f"| {name} | {taken:.2f} | {outcome} |", flush=True)


def memory() -> None:
    """The most memory the process had, after so many pages."""
    if not AEB.is_dir():
        print(f"Memory is not measured: {AEB} is not there.")
        return
    saved = [path.read_bytes() for path in sorted(AEB.glob("*.html.gz"))]
    print("\n## Memory\n\n| pages read | now MB | most MB |\n|---|---|---|")
    for number in range(1, 10_001):
        html = gzip.decompress(saved[number % len(saved)]).decode("utf-8", "replace")
        read_article(html.replace("</title>", f" {number}</title>", 1))
        if number in (1, 100, 1_000, 2_000, 5_000, 10_000):
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"| {number:,} | {resident():.0f} | {most:.0f} |", flush=True)


def resident() -> float:
    """MB of memory that the process holds now."""
    held = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    return held / 2**20


def imports() -> None:
    """What `import onrecord` costs, over an empty Python."""
    code = "import time; t = time.process_time(); import onrecord; print((time.process_time() - t) * 1000)"
    taken = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)
        for _ in range(9)
    ]
    print(
        f"\n## Import\n\n`import onrecord`: {statistics.median(taken):.1f} ms of CPU, median of {len(taken)}"
    )


PARTS = {"speed": speed, "size": size, "hostile": hostile, "memory": memory, "import": imports}


def main(wanted: list[str]) -> None:
    """Measure the parts named; several each run in a process of their own, to tell memory apart."""
    if len(wanted) == 1:
        PARTS[wanted[0]]()
        return
    print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {platform.machine()}", flush=True)
    for part in wanted or PARTS:
        subprocess.run([sys.executable, __file__, part], check=False)


if __name__ == "__main__":
    main(sys.argv[1:])
