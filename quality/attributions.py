#!/usr/bin/env python3
"""Score attributions on PolNeAR dev (or the seed page), as the package finds them.

    python quality/attributions.py [--setting best|fast] [--seed] [--core] [--json out.json] [--pin]

Prints the exact F1 of contiguous spans first (each part of a source, cue or content by itself, as PolNeAR's
published figures count), then the table of `shared/bench/attribution/evaluate.py`. A figure under its floor ends
the script with 1; `--pin` raises the floors of dev to what was found.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

import floors
import paths

from onrecord.attributions import find_attributions
from onrecord.encoding import encode

PARTS = ("source", "cue", "content")


def extractor(setting: str):
    """A function from a text to attributions in the measuring scripts' form."""

    def extract(text: str) -> list[dict]:
        found = find_attributions(text, encode(text, setting), "en")
        return [
            {
                "source": list(map(tuple, a.source)) if a.source else None,
                "cue": list(map(tuple, a.cue)) if a.cue else None,
                "content": list(map(tuple, a.content)),
                "kind": a.kind.value,
                "speaker": a.speaker,
            }
            for a in found
        ]

    return extract


extract_best = extractor("best")
extract_fast = extractor("fast")


def contiguous(docs: list[dict], predictions: list[list[dict]]) -> dict[str, dict[str, float]]:
    """exact P, R and F1 of contiguous spans, as sets of words."""
    from spans import WordMap

    def runs(words: WordMap, attributions: list[dict], part: str) -> set[frozenset[int]]:
        out = set()
        for a in attributions:
            spans = a.get(part) or []
            indexes = sorted(words.words([spans] if spans and isinstance(spans[0], int) else spans))
            run: list[int] = []
            for i in indexes:
                if run and (i != run[-1] + 1 or "\n" in words_between(words, run[-1], i)):
                    out.add(frozenset(run))
                    run = []
                run.append(i)
            if run:
                out.add(frozenset(run))
        return out

    def words_between(words: WordMap, a: int, b: int) -> str:
        return words.text[words.ends[a] : words.starts[b]]  # type: ignore[attr-defined]

    table = {}
    maps = []
    for doc in docs:
        words = WordMap(doc["text"])
        words.text = doc["text"]  # type: ignore[attr-defined]
        maps.append(words)
    for part in PARTS:
        hit = n_gold = n_found = 0
        for doc, words, found in zip(docs, maps, predictions, strict=True):
            gold, guess = runs(words, doc["gold"], part), runs(words, found, part)
            hit, n_gold, n_found = hit + len(gold & guess), n_gold + len(gold), n_found + len(guess)
        p, r = hit / max(1, n_found), hit / max(1, n_gold)
        table[part] = {
            "P": round(100 * p, 1),
            "R": round(100 * r, 1),
            "F1": round(200 * hit / max(1, n_gold + n_found), 1),
        }
    return table


def main() -> int:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--setting", choices=("best", "fast"), default="best")
    ap.add_argument("--seed", action="store_true", help="score the seed article instead")
    ap.add_argument("--core", action="store_true", help="seed article: leave out what is marked core: false")
    ap.add_argument("--json", type=Path)
    ap.add_argument("--pin", action="store_true", help="raise the floors to what was found, never lower")
    args = ap.parse_args()
    paths.need_data()
    paths.bench("attribution")
    from evaluate import score, show
    from goldio import load_json, load_polnear

    docs = load_json() if args.seed else load_polnear("dev")
    if args.core:
        for doc in docs:
            doc["gold"] = [a for a in doc["gold"] if a["core"]]
    extract = extractor(args.setting)
    extract("“We are ready,” Jane Doe said on Friday.")
    began = time.process_time()
    predictions = [extract(doc["text"]) for doc in docs]
    spent = time.process_time() - began
    table = contiguous(docs, predictions)
    for part, row in table.items():
        print(f"contiguous {part:8} P {row['P']:5.1f}  R {row['R']:5.1f}  F1 {row['F1']:5.1f}")
    result = score(docs, predictions)
    show(result)
    print(f"{result['words'] / spent:.0f} words a CPU second")
    if args.json:
        args.json.write_text(
            json.dumps(
                {"contiguous": table, "words_per_cpu_second": result["words"] / spent, **result}, indent=1
            )
        )
    if args.seed:
        return 0
    found = {f"contiguous {part}": row["F1"] for part, row in table.items()}
    for kind in ("direct", "mixed", "indirect"):
        for how in ("exact", "overlap"):
            found[f"{kind} {how}"] = 100 * result["spans"][f"content/{kind}"][how]["F1"]
    found["source given content"] = 100 * result["attribution_given_content"]["source_overlap"]
    return floors.settle(f"who said what, {args.setting}", found, floors.gold("attribution"), args.pin)


if __name__ == "__main__":
    sys.exit(main())
