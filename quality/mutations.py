"""Ten thousand real pages, each damaged at random: no crash, no hang, no reading whose spans are false.

    python quality/mutations.py                    10,000 pages; ends with 1 if one of them shows a fault
    python quality/mutations.py --one 4711         what comes of one of them, with the traceback
    python quality/mutations.py --one 4711 --write page.html

A number and the seed make the same page again. Every 20th is read with the best language models, every fourth
with the fast ones, the others without. They are read as `onrecord collect` reads them: by workers with bounds.
What this finds is kept as a case, cut down to what shows it, in `tests/test_any_input.py`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import re
import sys
import time
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import paths

from onrecord.proving import find_mismatches
from onrecord.reading import default_models, read
from onrecord.record import Page, Reading, Unread
from onrecord.runners import Bounds, Lost, Task, processes
from onrecord.sources import page_from
from onrecord.transcripts import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SETS = ("aeb", "fundus", "trafilatura", "wcxb", "readability", "newspaper4k")
AT_ONCE = 25
BOUNDS = Bounds(seconds=30, idle=300, memory=1 << 30)

TAG = re.compile(rb"<[^<>]{1,2000}>")
LINKED = re.compile(rb"(<script[^>]*ld\+json[^>]*>)(.*?)(</script>)", re.I | re.S)
NAMES = (
    b"div p span a ul li table tr td article section aside nav figure figcaption blockquote pre h1 h2 h3 b br "
    b"script style template noscript svg math textarea title plaintext iframe select option form frameset"
).split()
OPENERS = (
    b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?", b"</", b"<", b"&#", b"&#x110000;", b"&#xD800;", b"&nbsp",
    b"<plaintext>", b"<svg><style><!--", b"<math><mi><table>", b"<template><td>", b"</body></html>", b"\x00",
)  # fmt: skip
ODD = (
    "\u200b", "\u00ad", "\u202e", "\ufeff", "\u2028", "\u0301", "\U0001f1fa", "\U000e0001", "“", "”", "«", "’",
    "\u3000", "\x0b", "\x0c", "\r", "\u0130", "ﬁ", "ß", "𝒜",
)  # fmt: skip
CHARSETS = ("utf-16", "utf-16-be", "utf-8-sig", "windows-1252", "iso-8859-2", "shift_jis", "gb18030", "utf-7")


@cache
def rows() -> tuple[tuple[str | None, Path], ...]:
    """Address and file of every page there is."""
    found = []
    for name in SETS:
        folder = paths.DATA / "extraction" / name
        with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as file:
            for line in file:
                row = json.loads(line)
                found.append((row["url"], folder / row["file"]))
    return tuple(found)


def a_page(dice: random.Random) -> tuple[str | None, bytes]:
    url, path = dice.choice(rows())
    return url, gzip.decompress(path.read_bytes())


def damaged(seed: int, number: int) -> tuple[str | None, bytes]:
    """The page of that number, damaged in one to six ways: the same whenever it is asked for."""
    dice = random.Random(f"{seed} {number}")
    url, data = a_page(dice)
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        data = dice.choice(DAMAGES)(data, dice)
    return (url if dice.random() < 0.8 else None), data


def stretch(data: bytes, dice: random.Random, most: int) -> tuple[int, int]:
    start = dice.randrange(len(data) + 1)
    return start, min(len(data), start + dice.randint(1, most))


def cut(data: bytes, dice: random.Random) -> bytes:
    start, end = stretch(data, dice, dice.choice((10, 400, 20_000)))
    return data[:start] + data[end:]


def double(data: bytes, dice: random.Random) -> bytes:
    start, end = stretch(data, dice, dice.choice((40, 2_000, 60_000)))
    return data[:end] + data[start:end] * dice.choice((1, 1, 2, 20)) + data[end:]


def move(data: bytes, dice: random.Random) -> bytes:
    start, end = stretch(data, dice, dice.choice((40, 2_000, 60_000)))
    rest = data[:start] + data[end:]
    at = dice.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def overwrite(data: bytes, dice: random.Random) -> bytes:
    start, end = stretch(data, dice, 200)
    return data[:start] + dice.randbytes(end - start) + data[end:]


def cut_short(data: bytes, dice: random.Random) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def without_head(data: bytes, dice: random.Random) -> bytes:
    return data[dice.randrange(len(data) + 1) :]


def sprinkle(data: bytes, dice: random.Random) -> bytes:
    pieces, at = [], 0
    for place in sorted(dice.randrange(len(data) + 1) for _ in range(dice.choice((1, 5, 60)))):
        pieces += [data[at:place], dice.choice(OPENERS)]
        at = place
    return b"".join([*pieces, data[at:]])


def odd_characters(data: bytes, dice: random.Random) -> bytes:
    pieces, at = [], 0
    for place in sorted(dice.randrange(len(data) + 1) for _ in range(dice.choice((5, 100, 1000)))):
        pieces += [data[at:place], dice.choice(ODD).encode()]
        at = place
    return b"".join([*pieces, data[at:]])


def lose_tags(data: bytes, dice: random.Random) -> bytes:
    share, closing = dice.choice((0.01, 0.2, 0.9)), dice.random() < 0.5
    return TAG.sub(
        lambda found: (
            b"" if dice.random() < share and (not closing or found[0].startswith(b"</")) else found[0]
        ),
        data,
    )


def rename_tags(data: bytes, dice: random.Random) -> bytes:
    share = dice.choice((0.01, 0.1, 0.5))

    def renamed(found: re.Match[bytes]) -> bytes:
        if dice.random() >= share:
            return found[0]
        return re.sub(rb"\A(</?)[A-Za-z0-9]+", lambda head: head[1] + dice.choice(NAMES), found[0])

    return TAG.sub(renamed, data)


def shuffle_tags(data: bytes, dice: random.Random) -> bytes:
    tags = TAG.findall(data)
    dice.shuffle(tags)
    rest = iter(tags)
    return TAG.sub(lambda found: next(rest), data)


def break_quotes(data: bytes, dice: random.Random) -> bytes:
    share = dice.choice((0.002, 0.05))
    return re.sub(rb"[\"'=]", lambda found: b"" if dice.random() < share else found[0], data)


def nest(data: bytes, dice: random.Random) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + (b"<" + dice.choice(NAMES) + b">") * dice.choice((50, 600, 5_000)) + data[at:]


def mix(data: bytes, dice: random.Random) -> bytes:
    _, other = a_page(dice)
    start, end = stretch(other, dice, 60_000)
    at = dice.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at:]


def another_charset(data: bytes, dice: random.Random) -> bytes:
    return data.decode("utf-8", "replace").encode(dice.choice(CHARSETS), "replace")


def flat(data: bytes, dice: random.Random) -> bytes:
    """The text alone, its lines broken anywhere."""
    text = re.sub(rb"<(script|style).*?</\1>", b"", data, flags=re.I | re.S)
    text = TAG.sub(lambda _: dice.choice((b"", b" ", b"\n", b"\n\n")), text)
    return re.sub(rb" ", lambda _: b"\n" if dice.random() < 0.02 else b" ", text)


def one_line(data: bytes, dice: random.Random) -> bytes:
    return re.sub(rb"\s+", dice.choice((b"", b" ", b"\t")), data)


def declare_nonsense(data: bytes, dice: random.Random) -> bytes:
    """What the page says of itself in JSON, with something else in it."""
    values: tuple[Callable[[], bytes], ...] = (
        lambda: b"null", lambda: b"-1e999", lambda: b"[" * 300, lambda: b'{"@type":' * 50, lambda: b'"\\ud800"',
        lambda: b'"2024-13-45T99:00"', lambda: b'""', lambda: b"[[]]", lambda: b"9" * 5_000, lambda: b"NaN",
        lambda: b'"0001-01-01T00:00:00+23:59"', lambda: b'"9999-12-31T23:59:59-23:59"',
    )  # fmt: skip

    def spoilt(found: re.Match[bytes]) -> bytes:
        body = found[2]
        for _ in range(dice.randint(1, 6)):
            spots = [spot.span() for spot in re.finditer(rb'"[^"\\]{0,300}"(?!\s*:)|\b\d+\b', body)]
            if spots:
                start, end = dice.choice(spots)
                body = body[:start] + dice.choice(values)() + body[end:]
        return found[1] + body + found[3]

    return LINKED.sub(spoilt, data)


DAMAGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    cut, double, move, overwrite, cut_short, without_head, sprinkle, odd_characters, lose_tags, rename_tags,
    shuffle_tags, break_quotes, nest, mix, another_charset, flat, one_line, declare_nonsense,
)  # fmt: skip


def setting_of(number: int) -> str | None:
    return "best" if number % 20 == 0 else "fast" if number % 4 == 0 else None


class Verdict(msgspec.Struct):
    """What came of a page: a word for it, its faults, and its processor time."""

    what: str
    faults: list[str]
    seconds: float


def judge(seed: int, number: int) -> Verdict:
    url, data = damaged(seed, number)
    began = time.process_time()
    page = page_from(data, url=url, name=f"mutation {number}")
    outcome = page if isinstance(page, Unread) else read(page, models=default_models(setting_of(number)))
    spent = time.process_time() - began
    faults = []
    if isinstance(page, Page) and isinstance(outcome, Reading):
        faults += [str(mismatch) for mismatch in find_mismatches(outcome, page)]
        for part in outcome.article.blocks:
            if not 0 <= part.block.source.start < part.block.source.end <= len(page.source):
                faults.append(f"a block is outside the page: {part.block.source}")
    if from_json(to_json(outcome)) != outcome:
        faults.append("written down and read again it is another")
    what = f"unread: {outcome.reason}" if isinstance(outcome, Unread) else "read"
    return Verdict(what, faults, spent)


class Judge:
    """The work of a worker: a piece is a number, and the pages are it and those behind it."""

    def __init__(self, seed: int) -> None:
        self._seed = seed
        for setting in ("best", "fast"):
            # the models are loaded before the time of any page is taken
            read("<p>The mayor said it was fine.</p>" * 9, models=default_models(setting))

    def things(self, piece: bytes) -> Iterator[int]:
        start, count = map(int, piece.split())
        return iter(range(start, start + count))

    def read(self, number: int) -> bytes:
        return msgspec.json.encode(judge(self._seed, number))


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int)
    parser.add_argument("--one", type=int)
    parser.add_argument("--write", type=Path)
    told = parser.parse_args()
    paths.need_data()
    if told.one is not None:
        if told.write:
            told.write.write_bytes(damaged(told.seed, told.one)[1])
        print(judge(told.seed, told.one))
        return 0
    stop = told.first + told.pages
    pieces = [b"%d %d" % (at, min(AT_ONCE, stop - at)) for at in range(told.first, stop, AT_ONCE)]
    counts: Counter[str] = Counter()
    slow: list[tuple[float, int]] = []
    faults = 0
    began = time.monotonic()
    for done in processes(
        Task("mutations:Judge", {"seed": told.seed}), pieces, workers=told.workers, bounds=BOUNDS
    ):
        start = int(done.piece.split()[0])
        if sys.stderr.isatty():
            print(f"\r{len(slow):,} pages, {faults} faults", end="", file=sys.stderr, flush=True)
        for number, result in enumerate(done.results, start):
            if isinstance(result, Lost):
                faults += 1
                counts[f"FAULT: {result.why}"] += 1
                print(f"{number}: {result.why} {result.detail}\n{result.traceback[-1500:]}", flush=True)
                continue
            verdict = msgspec.json.decode(result, type=Verdict)
            counts[verdict.what] += 1
            slow.append((verdict.seconds, number))
            if verdict.faults:
                faults += 1
                counts["FAULT: false"] += 1
                print(f"{number}: {len(verdict.faults)} faults, such as {verdict.faults[0]}", flush=True)
    for what, count in counts.most_common():
        print(f"{count:7,}  {what}")
    slow.sort(reverse=True)
    print("slowest, processor seconds: " + ", ".join(f"{spent:.1f} (page {n})" for spent, n in slow[:5]))
    total = sum(spent for spent, _ in slow)
    print(
        f"{len(slow):,} pages, {faults} faults; {total:.0f} processor seconds, "
        f"{time.monotonic() - began:.0f} by the clock"
    )
    return 1 if faults or len(slow) < told.pages else 0


if __name__ == "__main__":
    sys.exit(main())
