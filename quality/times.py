"""Time expressions against the gold: TimeBank, AQUAINT, MEANTIME.

    python quality/times.py [--split train|dev|all] [--set SET] [--errors N] [--check] [--rules]

Prints span and value F1 of each set; `--check` ends in failure when a figure falls below its floor. `--rules`
prints what share of each rule's findings has the value the gold has: where the grammar's `SURE` comes from.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from types import ModuleType
from typing import Any

import paths

from onrecord.record.times import Timex
from onrecord.times import find_times

FLOORS = {"timebank": 83.0, "aquaint": 75.0, "meantime": 77.5}  # value F1, all documents


def read(text: str, day: str) -> tuple[Timex, ...]:
    """Our reading of a text."""
    try:
        anchor = date.fromisoformat(day[:10])
    except ValueError:
        anchor = None
    return find_times(text, anchor, "en")


def find(text: str, day: str) -> Iterator[tuple[int, int, str, str]]:
    """Our reading of a text, in the form the scorer takes."""
    for timex in read(text, day):
        yield *timex.span, str(timex.type), timex.value


def shares(documents: list[dict[str, Any]], scorer: ModuleType) -> dict[str, tuple[int, int]]:
    """For each rule, how many of its findings have the gold's value, and how many there are."""
    found: dict[str, tuple[int, int]] = {}
    for document in documents:
        ours = read(document["text"], document["dct"])
        gold = [expression for expression in document["gold"] if expression[1] > expression[0]]
        pairs = scorer.pair(gold, [timex.span for timex in ours])
        right = {
            our
            for their, our in pairs.items()
            if scorer.norm_value(gold[their][3]) == scorer.norm_value(ours[our].value)
        }
        for number, timex in enumerate(ours):
            if not any(
                timex.span.start < end and start < timex.span.end for start, end in document.get("ignore", ())
            ):
                good, every = found.get(timex.reason, (0, 0))
                found[timex.reason] = (good + (number in right), every + 1)
    return found


def main() -> None:
    plain = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=plain)
    parser.add_argument("--split", choices=("train", "dev", "all"), default="all")
    parser.add_argument("--set", choices=FLOORS, action="append")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rules", action="store_true")
    chosen = parser.parse_args()
    paths.need_data()
    paths.bench("times")
    import split
    import timex

    low, read_documents = [], []
    for name in chosen.set or FLOORS:
        every = timex.LOADERS[name](timex.DATA / f"{name}.tar.gz")
        documents = [d for d in every if split.wanted(d["id"], chosen.split)]
        read_documents += documents
        scores = timex.run(documents, find, chosen.errors)
        print(json.dumps({"set": name, "split": chosen.split, **scores}))
        if chosen.check and chosen.split == "all" and scores["value"]["F1"] < FLOORS[name]:
            low.append(f"{name}: value F1 {scores['value']['F1']} is below {FLOORS[name]}")
    if chosen.rules:
        for rule, (good, count) in sorted(
            shares(read_documents, timex).items(), key=lambda item: -item[1][1]
        ):
            print(f"{rule}: {good} of {count}, {good / count:.2f}")
    if low:
        sys.exit("\n".join(low))


if __name__ == "__main__":
    main()
