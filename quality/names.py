"""How well names are found and people put together, and whether that is as good as it was.

    python quality/names.py                 # the fast tagger
    python quality/names.py --keep DIR      # keep the taggers of the folds there, or use those that are there

CoNLL-2003's testa is not trained on. GUM and MEANTIME are scored in four folds over their documents, each
document by a tagger that was trained without it. Ends in failure when a figure falls below its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import name_gold
import numpy as np
import paths

from onrecord.entities import find_entities
from onrecord.models.names import NameTagger, load_names, unpack
from onrecord.record import EntityKind, MentionForm

FLOORS = {
    "conll testa strict": 89.6,
    "gum news head": 67.0,
    "gum head": 71.8,
    "meantime head": 74.3,
    "gum people": 74.9,
    "meantime people": 73.9,
}
FOLDS = 4
LABELS = {EntityKind.PERSON: "PER", EntityKind.ORGANISATION: "ORG", EntityKind.PLACE: "LOC"}


def names_of(tagger: NameTagger) -> Callable[[str], list[tuple[int, int, str]]]:
    """The names of people, bodies and places in a text, as entities have them."""

    def find(text: str) -> list[tuple[int, int, str]]:
        return [
            (*m.span, LABELS[e.kind])
            for e in find_entities(text, tagger.find(text))
            if e.kind in LABELS
            for m in e.mentions
            if m.form in (MentionForm.NAME, MentionForm.SHORT)
        ]

    return find


def raw_of(tagger: NameTagger) -> Callable[[str], list[tuple[int, int, str]]]:
    """The names as the tagger alone finds them."""
    return lambda text: [(n.start, n.end, n.label) for n in tagger.find(text) if n.label != "MISC"]


def chains_of(tagger: NameTagger) -> Callable[[str], list[list[tuple[int, int]]]]:
    """The mentions of each person."""
    return lambda text: [
        [tuple(m.span) for m in e.mentions]
        for e in find_entities(text, tagger.find(text))
        if e.kind is EntityKind.PERSON
    ]


def fold_taggers(keep: Path | None) -> list[NameTagger]:
    """A tagger for each fold, trained without the fold's documents of GUM and MEANTIME."""
    out = []
    for fold in range(FOLDS):
        kept = keep / f"names-fold{fold}.npz" if keep else None
        if kept is not None and kept.is_file():
            with np.load(kept, allow_pickle=False) as data:
                out.append(NameTagger(unpack(data)))
            continue
        import torch
        from training import name_tagger

        torch.set_num_threads(1)
        documents = name_gold.conll("train")
        for copies, more in ((2, name_gold.gum("all")), (1, name_gold.meantime("all"))):
            documents += copies * [d for i, d in enumerate(more) if i % FOLDS != fold]
        packed = name_tagger.pack(name_tagger.fit(documents))
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            np.savez_compressed(kept, **packed)
        out.append(NameTagger(unpack(packed)))
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--keep", type=Path)
    a = ap.parse_args()
    paths.need_data()
    score = name_gold.scorer()
    figures: dict[str, float] = {}

    def tell(name: str, value: float, more: object = "") -> None:
        figures[name] = value
        print(f"{name:24}{value:6.1f}   floor {FLOORS.get(name, 0):.1f}   {more}", flush=True)

    shipped = load_names()
    result = score.score_ner(list(score.load_conll("dev")), raw_of(shipped))
    tell(
        "conll testa strict",
        result["all_strict"]["F1"],
        {k: result[k]["strict_F1"] for k in ("PER", "ORG", "LOC")},
    )

    taggers = fold_taggers(a.keep)
    gum = list(score.load_gum("all", ("news", "interview", "bio")))
    meantime = list(score.load_meantime("all"))
    owner = {d["text"]: taggers[i % FOLDS] for docs in (gum, meantime) for i, d in enumerate(docs)}
    news = [d for d in gum if "_news_" in d["id"]]
    for name, docs in (("gum news", news), ("gum", gum), ("meantime", meantime)):
        for kind, make in (("head", names_of), ("raw head", raw_of)):
            result = score.score_ner(docs, lambda text, make=make: make(owner[text])(text))
            tell(
                f"{name} {kind}",
                result["all_head"]["F1"],
                {k: result[k]["head"]["F1"] for k in ("PER", "ORG", "LOC")},
            )
    for name, docs in (("gum", gum), ("meantime", meantime)):
        result = score.score_coref(docs, lambda text: chains_of(owner[text])(text))
        tell(f"{name} people", result["avg_F1"], f"mentions {result['mentions']['F1']}")

    low = [name for name, floor in FLOORS.items() if figures[name] < floor]
    if low:
        print("below the floor: " + ", ".join(low), file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
