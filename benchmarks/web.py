"""How long the pages of an archive take, from the request to the answer's last byte, browser left out.

    python benchmarks/archive.py --sizes 100000 --into build/made
    python benchmarks/web.py build/made/100000.onrecord

Words, names and sites to search for are drawn from the archive itself. Printed are, for each kind of page,
the median and the 95th percentile of the wall clock and of this process's CPU time, in milliseconds.
"""

import argparse
import random
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from starlette.testclient import TestClient

from onrecord.archive import Archive, Statement, open_archive
from onrecord.web import make_app

PORT = 8123


def addresses(archive: Archive, dice: random.Random, count: int) -> dict[str, list[str]]:
    """Addresses of each kind of page, about things that are in the archive."""
    total = archive.summary().articles
    statements: list[Statement] = []
    while len(statements) < count:
        keys = archive.statement_keys(dice.randint(1, total))
        statements += [archive.statement(key) for key in keys[:1]]

    def words(hit: Statement, most: int) -> str:
        plain = [word for word in hit.content.split() if word.isalpha() and len(word) > 3]
        return " ".join(dice.sample(plain, min(most, len(plain)))) or "said"

    def each(make: Callable[[Statement], str]) -> list[str]:
        return [make(hit) for hit in statements]

    def month(hit: Statement) -> str:
        day = (hit.published or "2020-01")[:7]
        return f"/search?{urlencode({'from': day, 'to': day})}"

    return {
        "front page": ["/"] * count,
        "search, one word": each(lambda hit: f"/search?{urlencode({'q': words(hit, 1)})}"),
        "search, two words": each(lambda hit: f"/search?{urlencode({'q': words(hit, 2)})}"),
        "search, stories": each(lambda hit: f"/search?{urlencode({'q': words(hit, 2), 'find': 'articles'})}"),
        "search, a speaker": each(lambda hit: f"/search?{urlencode({'speaker': hit.speaker or 'a'})}"),
        "search, a site": each(
            lambda hit: f"/search?{urlencode({'q': words(hit, 1), 'site': hit.site or ''})}"
        ),
        "search, a month": each(month),
        "search, everything": ["/search"] * count,
        "statement": each(lambda hit: f"/statements/{hit.key}"),
        "story": each(lambda hit: f"/articles/{hit.article}"),
        "saved page, lit": each(lambda hit: f"/articles/{hit.article}/saved?said=0"),
        "person": each(lambda hit: f"/people/{hit.person}" if hit.person else "/people"),
        "people": ["/people"] * count,
    }


def main() -> int:
    """Time the pages and print a line for each kind."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("archive", type=Path)
    asked.add_argument("--count", type=int, default=40, help="pages of each kind")
    chosen = asked.parse_args()
    with open_archive(chosen.archive, write=False) as archive:
        kinds = addresses(archive, random.Random(5), chosen.count)
        print(f"{archive.summary().articles:,} articles, {archive.summary().statements:,} statements")
    client = TestClient(make_app(chosen.archive, port=PORT), base_url=f"http://127.0.0.1:{PORT}")
    client.get("/")
    print(f"{'':22} {'wall p50':>9} {'p95':>7} {'cpu p50':>9} {'p95':>7} {'kB':>5}")
    for kind, paths in kinds.items():
        walls, cpus, size = [], [], 0
        for path in paths:
            wall, cpu = time.perf_counter(), time.process_time()
            answer = client.get(path)
            walls.append((time.perf_counter() - wall) * 1000)
            cpus.append((time.process_time() - cpu) * 1000)
            if answer.status_code != 200:
                raise SystemExit(f"{path} gave {answer.status_code}")
            size = max(size, len(answer.content))
        print(
            f"{kind:22} {statistics.median(walls):9.1f} {_late(walls):7.1f} "
            f"{statistics.median(cpus):9.1f} {_late(cpus):7.1f} {size // 1024:5}"
        )
    return 0


def _late(times: list[float]) -> float:
    return sorted(times)[min(int(len(times) * 0.95), len(times) - 1)]


if __name__ == "__main__":
    raise SystemExit(main())
