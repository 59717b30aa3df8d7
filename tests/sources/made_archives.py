"""Web archives made for the tests, by the tools that people make them with."""

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

DATE = "2024-03-05T08:30:00Z"


def story(number: int) -> bytes:
    """A page that can be news."""
    words = f"The ferry to Little Ness sailed {number} times on Tuesday, the harbour office said. " * 8
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>Ferry {number}</title></head>'
        f"<body><h1>Ferry {number}</h1><p>{words}</p></body></html>"
    ).encode()


def address(number: int) -> str:
    return f"https://news.example/2024/03/05/ferry-{number}.html"


def add_response(
    writer: WARCWriter,
    url: str,
    body: bytes,
    *,
    status: str = "200 OK",
    media: str = "text/html; charset=utf-8",
    extra: tuple[tuple[str, str], ...] = (),
) -> None:
    """A response record with a request before it, as crawlers write them."""
    asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "news.example")], is_http_request=True)
    writer.write_record(
        writer.create_warc_record(url, "request", http_headers=asked, warc_headers_dict={"WARC-Date": DATE})
    )
    headers = StatusAndHeaders(status, [("Content-Type", media), *extra], protocol="HTTP/1.1")
    record = writer.create_warc_record(
        url, "response", payload=io.BytesIO(body), http_headers=headers, warc_headers_dict={"WARC-Date": DATE}
    )
    writer.write_record(record)


def warc(path: Path, count: int, *, packed: bool = True) -> Path:
    """A WARC of `count` stories."""
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for number in range(count):
            add_response(writer, address(number), story(number))
    return path


def offsets(path: Path) -> list[int]:
    """Where each response begins, as warcio tells it."""
    found = []
    with path.open("rb") as file:
        records = ArchiveIterator(file)
        for record in records:
            if record.rec_type == "response":
                found.append(records.get_record_offset())
    return found


def wacz(path: Path, count: int, *, listed: bool = True) -> Path:
    """A WACZ 1.1 as ArchiveWeb.page writes them: of its records, every second one is a page."""
    warc_path = path.with_suffix(".warc.gz")
    warc(warc_path, count)
    data = warc_path.read_bytes()
    files = {"archive/data.warc.gz": data, "indexes/index.cdx.gz": gzip.compress(b"")}
    if listed:
        rows = [{"format": "json-pages-1.0", "id": "pages", "title": "All Pages"}]
        rows += [{"url": address(n) + "#top", "ts": DATE, "title": f"Ferry {n}"} for n in range(0, count, 2)]
        files["pages/pages.jsonl"] = "\n".join(json.dumps(row) for row in rows).encode() + b"\n"
    package = {
        "profile": "data-package",
        "wacz_version": "1.1.1",
        "resources": [
            {
                "name": name.rsplit("/")[-1],
                "path": name,
                "bytes": len(body),
                "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
            }
            for name, body in files.items()
        ],
    }
    files["datapackage.json"] = json.dumps(package).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in files.items():
            archive.writestr(name, body, zipfile.ZIP_STORED if name.endswith(".gz") else zipfile.ZIP_DEFLATED)
    return path
