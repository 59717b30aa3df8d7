#!/usr/bin/env python3
"""Say of each wrong attribution in some PolNeAR dev articles what kind of error it is, and show it.

    python quality/attribution_errors.py [--setting best|fast] [--articles 20] [--show]

The articles are drawn by a hash of their names. With --show each error is printed with its words, to be read
by eye: gold as `[...]`, ours as `{...}`.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import Counter

import paths
from attributions import extractor


def kind_of_error(gold: dict, found: dict, all_gold: list[dict], all_found: list[dict]) -> str:
    """What is wrong with an attribution that was found, against the gold it is paired with."""
    ours, theirs = found["content"], gold["content"]
    if ours != theirs:
        others = [g for g in all_gold if g is not gold and len(g["content"] & ours) * 2 > len(g["content"])]
        if others:
            return "content: two of the gold joined in one"
        shared = [
            f for f in all_found if f is not found and len(f["content"] & theirs) * 2 > len(f["content"])
        ]
        if shared:
            return "content: one of the gold parted in two"
        if ours < theirs:
            return "content: too little"
        if ours > theirs:
            return "content: too much"
        return "content: other words"
    if found["source"] != gold["source"]:
        if not found["source"]:
            return "source: not found"
        if not gold["source"]:
            return "source: none in the gold"
        return "source: other edges" if found["source"] & gold["source"] else "source: somebody else"
    return "cue: not found" if not found["cue"] else "cue: other words"


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--setting", choices=("best", "fast"), default="best")
    ap.add_argument("--articles", type=int, default=20)
    ap.add_argument("--show", action="store_true")
    args = ap.parse_args()
    paths.need_data()
    paths.bench("attribution")
    from evaluate import align, as_spans
    from goldio import load_polnear
    from spans import WordMap

    docs = sorted(load_polnear("dev"), key=lambda d: hashlib.sha256(d["id"].encode()).hexdigest())
    extract = extractor(args.setting)
    counts: Counter[str] = Counter()
    for doc in docs[: args.articles]:
        words = WordMap(doc["text"])

        def parts(a: dict, words: WordMap = words) -> dict:
            return {k: words.words(as_spans(a.get(k))) for k in ("source", "cue", "content")}

        gold, found = [parts(a) for a in doc["gold"]], [parts(a) for a in extract(doc["text"])]
        pairs = align([a["content"] for a in gold], [a["content"] for a in found])
        paired = set(pairs.values())
        errors = [("missed", gold[i], None) for i in range(len(gold)) if i not in pairs]
        errors += [("not in the gold", None, found[j]) for j in range(len(found)) if j not in paired]
        for i, j in pairs.items():
            if gold[i] == found[j]:
                counts["right in every word"] += 1
            else:
                errors.append((kind_of_error(gold[i], found[j], gold, found), gold[i], found[j]))
        for kind, g, f in errors:
            counts[kind] += 1
            if args.show:
                print(f"{kind:42} {shown(doc['text'], words, g, f)}")
    total = sum(n for kind, n in counts.items() if kind != "not in the gold")
    print(f"{args.articles} articles, {total} attributions in the gold")
    for kind, n in counts.most_common():
        print(f"{n:5}  {kind}")


def shown(text: str, words, gold: dict | None, found: dict | None) -> str:
    """The stretch of text round an error, gold words in [ ], ours in { }."""
    mine = found["content"] | found["source"] | found["cue"] if found else set()
    theirs = gold["content"] | gold["source"] | gold["cue"] if gold else set()
    low, high = min(mine | theirs), max(mine | theirs)
    out = []
    for w in range(max(0, low - 3), min(len(words.starts), high + 4)):
        word = text[words.starts[w] : words.ends[w]]
        marks = {(True, True): "=", (True, False): "[-]", (False, True): "{+}"}.get(
            (w in theirs, w in mine), ""
        )
        role = next((k[:2].upper() for a in (gold, found) if a for k in ("source", "cue") if w in a[k]), "")
        out.append(
            {"=": word, "[-]": f"[{word}]", "{+}": f"{{{word}}}"}.get(marks, f"·{word}")
            + (f"/{role}" if role else "")
        )
    return " ".join(out)


if __name__ == "__main__":
    main()
