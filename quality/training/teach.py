"""Let the encoder label more news, for the fast setting to learn from.

    python quality/training/teach.py --out quality/out/taught.jsonl [--words 400000]

Texts: news_cluster and the English articles of the extraction sets' train part, as in `shared/data`; none
that the speakers set scores. What the encoder finds is taken for gold.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import paths

from onrecord.encoding import encode


def texts() -> Iterator[str]:
    """News texts without gold for attributions, by turns from each collection."""
    paths.bench("extraction")
    import split

    speakers = [p.read_text(encoding="utf-8") for p in (paths.DATA / "speakers" / "texts").glob("*.txt")]
    scored = {" ".join(text.split())[200:260] for text in speakers}
    with tarfile.open(paths.DATA / "copies" / "news_cluster.tar.gz") as tar:
        for member in tar:
            if not member.name.endswith(".json"):
                continue
            try:
                row = json.load(tar.extractfile(member))  # type: ignore[arg-type]
            except ValueError:
                continue  # two files of the set are no JSON
            text = row.get("text") or ""
            level = " ".join(text.split())
            if len(level) > 1000 and not any(piece in level for piece in scored):
                yield text
    for name in ("fundus", "wcxb", "aeb"):
        with gzip.open(paths.DATA / "extraction" / name / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                english = (row.get("language") or "en").startswith("en")
                article = row.get("page_type") in (None, "article")
                if (
                    english
                    and article
                    and split.part(row["site"]) == "train"
                    and len(row.get("text") or "") > 1000
                ):
                    yield row["text"]


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", type=Path, default=paths.OUT / "taught.jsonl")
    ap.add_argument("--words", type=int, default=400_000)
    args = ap.parse_args()
    paths.need_data()
    words = 0
    with args.out.open("w", encoding="utf-8") as out:
        for text in texts():
            text = text[:8000]
            out.write(
                json.dumps({"text": text, "parts": encode(text, "best").parts}, ensure_ascii=False) + "\n"
            )
            words += len(text.split())
            if words > args.words:
                break
    print(words, "words")


if __name__ == "__main__":
    main()
