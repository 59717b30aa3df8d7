"""Whether `onrecord collect` gives exactly the readings that reading the pages one by one gives.

    OPENBLAS_NUM_THREADS=1 python quality/collected.py      the sample archives, and 200 pages in a WARC made for it
    OPENBLAS_NUM_THREADS=1 python quality/collected.py --pages 1500 --runner ray

With one thread for NumPy, as the workers and the command line have it: with more, products of matrices are summed in
another order, and a likelihood differs in its fourth digit now and then.

The sample archives of `../shared/data/warc` are read record by record with warcio, and each record that it gives
by `onrecord.read`: an opinion that shares no code with ours. The pages of `../shared/data/extraction` are read
from their files, and from a WARC that warcio writes of them. Ends with 1 if any reading differs.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import paths
import pyarrow.parquet as pq
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.collecting import Choices, collect
from onrecord.reading import default_models, read
from onrecord.record import Form, Outcome, Page, Reading
from onrecord.sources import page_from
from onrecord.transcripts import to_json

SETS = ("aeb", "fundus", "trafilatura", "wcxb", "readability", "newspaper4k")
SAVED = datetime(2024, 3, 5, 8, 30, tzinfo=UTC)
EXPLAINED = {
    "missing-status-text.warc#0": "all its lines end in two carriage returns, so that no head of an answer ends",
    "clipped.warc.gz#0": "the file ends inside of its only record, which is named as damaged and not read in part",
    "example-wrong-chunks.warc.gz#0": "warcio gives nothing where the chunks lie; the page is there, and is read",
}
"""Records of the samples that warcio has otherwise, and why ours is meant."""
KINDS = ("response", "resource", "conversion")


def comparable(outcome: Outcome) -> str:
    """A reading or a reason as JSON, without the name of the place it was read from."""
    if isinstance(outcome, Reading):
        return to_json(replace(outcome, page=replace(outcome.page, name=None))).decode()
    return f"unread: {outcome.reason}"


def alone(data: bytes, setting: str | None, **told: object) -> str:
    """What reading one page by itself gives."""
    page = page_from(data, **told)  # type: ignore[arg-type]
    return comparable(read(page, models=default_models(setting)) if isinstance(page, Page) else page)


def collected(
    sources: list[str], setting: str | None, runner: str, workers: int
) -> list[tuple[str | None, str | None, str]]:
    """Name, address and comparable outcome of all that a collection gives."""
    choices = Choices(setting=setting, everything=True, pages=8)
    found = []
    with tempfile.TemporaryDirectory() as folder:
        into = Path(folder, "a.parquet")
        tally = collect(sources, str(into), runner=runner, workers=workers, choices=choices)
        for path in (into / "articles").glob("*.parquet"):
            for row in pq.read_table(path, columns=["name", "url", "reading"]).to_pylist():
                reading = json.loads(row["reading"])
                reading["page"]["name"] = None
                found.append((row["name"], row["url"], json.dumps(reading, sort_keys=True)))
        for path in (into / "unread").glob("*.parquet"):
            for row in pq.read_table(path, columns=["name", "reason"]).to_pylist():
                found.append((row["name"], None, f"unread: {row['reason']}"))
        assert tally.pages == len(found), (tally.pages, len(found))
    return found


def normal(told: str) -> str:
    return told if told.startswith("unread") else json.dumps(json.loads(told), sort_keys=True)


def samples(setting: str | None, runner: str, workers: int) -> int:
    """How many records of the sample archives come out differently."""
    wrong = records = 0
    files = [
        path
        for path in sorted((paths.DATA / "warc").rglob("*"))
        if path.is_file() and ".arc" not in path.name
    ]
    whole = collected([str(path) for path in files], setting, runner, workers)
    for path in files:
        ours = {name: told for name, _, told in whole if name and name.partition("#")[0] == str(path)}
        if path.name.endswith(".lz4"):
            continue  # warcio does not open those
        given = 0
        with path.open("rb") as file, io.BytesIO(file.read()) as stream:
            try:
                walk = ArchiveIterator(stream)
                for record in walk:
                    body = record.content_stream().read()
                    place = walk.get_record_offset()
                    if record.rec_type not in KINDS:
                        continue
                    given += 1
                    told = _as_warcio_has_it(record, body, setting)
                    mine = ours.get(f"{path}#{place}")
                    known = EXPLAINED.get(f"{path.name}#{place}")
                    if known:
                        print(f"  {path.name}#{place} is different: {known}")
                    elif mine is None or normal(mine) != normal(told):
                        wrong += 1
                        print(f"DIFFERENT {path.name}#{place}: {(mine or 'nothing')[:150]} / {told[:150]}")
            except Exception as error:  # what warcio cannot read further, it cannot judge
                print(f"  {path.name}: warcio ends with {type(error).__name__}: {error}")
        records += given
        print(f"{path.parent.name}/{path.name}: {given} records by warcio, {len(ours)} things by onrecord")
    print(f"{records} records of sample archives, {wrong} different")
    return wrong


def _as_warcio_has_it(record: object, body: bytes, setting: str | None) -> str:
    head = record.rec_headers  # type: ignore[attr-defined]
    http = record.http_headers  # type: ignore[attr-defined]
    url = (head.get_header("WARC-Target-URI") or "").strip("<> ") or None
    kind = head.get_header("Content-Type") or ""
    headers = tuple(http.headers) if http else ((("Content-Type", kind),) if kind else ())
    form = Form.FLAT if record.rec_type == "conversion" else None  # type: ignore[attr-defined]
    saved = datetime.fromisoformat(head.get_header("WARC-Date"))
    if form is Form.FLAT:
        headers = ()
    return alone(body, setting, url=url, saved=saved, headers=headers, form=form)


def written(how_many: int, setting: str | None, runner: str, workers: int) -> int:
    """How many pages come out differently from a WARC that warcio wrote of them."""
    rows = []
    for name in SETS:
        folder = paths.DATA / "extraction" / name
        with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        rows += [
            (place / len(lines), name, row["url"], folder / row["file"]) for place, row in enumerate(lines)
        ]
    rows.sort(key=lambda row: row[0])
    expected: dict[str, str] = {}
    headers = [("Content-Type", "text/html"), ("X-Seen", "yes")]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "pages.warc.gz")
        with path.open("wb") as file:
            writer = WARCWriter(file, gzip=True)
            for number, (_, name, url, page) in enumerate(rows[:how_many]):
                address = (
                    url if url and url.isascii() and " " not in url else f"https://{name}.example/{number}"
                )
                body = gzip.decompress(page.read_bytes())
                at = file.tell()
                told = StatusAndHeaders("200 OK", headers, protocol="HTTP/1.1")
                dated = {"WARC-Date": SAVED.strftime("%Y-%m-%dT%H:%M:%SZ")}
                record = writer.create_warc_record(
                    address, "response", payload=io.BytesIO(body), http_headers=told, warc_headers_dict=dated
                )
                writer.write_record(record)
                expected[f"{path}#{at}"] = alone(
                    body, setting, url=address, saved=SAVED, headers=tuple(headers)
                )
        ours = {name: told for name, _, told in collected([str(path)], setting, runner, workers)}
    wrong = [
        name
        for name in expected.keys() | ours.keys()
        if normal(expected.get(name, "unread: nothing")) != normal(ours.get(name, "unread: nothing"))
    ]
    for name in wrong[:5]:
        print(f"DIFFERENT {name}")
    print(f"{len(expected)} pages in a WARC by warcio, setting {setting}, {runner}: {len(wrong)} different")
    return len(wrong)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pages", type=int, default=200)
    parser.add_argument("--setting", choices=["best", "fast", "none"], default="best")
    parser.add_argument("--runner", choices=["serial", "processes", "ray"], default="processes")
    parser.add_argument("--workers", type=int, default=2)
    told = parser.parse_args()
    paths.need_data()
    setting = None if told.setting == "none" else told.setting
    wrong = samples(setting, told.runner, told.workers)
    wrong += written(told.pages, setting, told.runner, told.workers)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
