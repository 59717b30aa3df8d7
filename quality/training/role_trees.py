"""Trains the boosted trees that judge again what the role network is not sure of.

    python quality/training/role_trees.py --folds 5 [--only N]   cross-validate by site, as `roles.py` does
    python quality/training/role_trees.py --ship                 train on everything, write into the package

Needs `catboost`, and the networks that `roles.py --folds 5` leaves in quality/out: the trees learn from what a network
says of pages of sites that it has not seen, as it will where they are used. No tree sees a label of the sites it is
scored on; the networks whose answers it learns from are those of the other four folds. Seeded; the examples are those
of role_data.py.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import paths
from extraction import averaged, digest
from role_data import Example, load
from roles import fold_of
from trees import fit, write

from onrecord.roles.network import run
from onrecord.roles.trees import doubtful, judge, seen_of

FOLDS = 5
SEEDS = (1, 2)
"""Trees of both are summed at half their weight: they differ in which columns and rows each tree may see."""


@dataclass(frozen=True, slots=True)
class Told:
    """A page with what a network that has seen no page of its site says of it."""

    example: Example
    roles: np.ndarray
    kinds: np.ndarray


def told_of(examples: list[Example]) -> list[Told]:
    """Each page as the networks of its fold read it, averaged as they are where they are used."""
    networks = [averaged(sorted(paths.OUT.glob(f"roles-html.fold{fold}.*.npz"))) for fold in range(FOLDS)]
    if None in networks:
        raise SystemExit("Train the fold models first: python quality/training/roles.py --folds 5")
    return [Told(e, *run(networks[fold_of(e.site, FOLDS)], e.features)) for e in examples if len(e.labels)]


def rows_of(pages: list[Told]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the trees see of the labelled blocks in doubt, whether each is the story's, and how much it counts."""
    seen, story, weights = [], [], []
    for page in pages:
        e = page.example
        rows = doubtful(page.roles)
        rows = rows[e.labels[rows] >= 0]
        if len(rows):
            seen.append(seen_of(e.features, rows, page.roles, page.kinds))
            story.append(e.labels[rows] == 0)
            weights.append(e.weights[rows])
    return np.concatenate(seen), np.concatenate(story), np.concatenate(weights)


def train(pages: list[Told], trees: int) -> dict[str, np.ndarray]:
    """Trees fitted to the doubtful blocks of the pages, as arrays."""
    seen, story, weights = rows_of(pages)
    settings = {"depth": 6, "l2_leaf_reg": 6, "rsm": 0.25, "subsample": 0.7}
    return fit(seen, story, weights, trees, SEEDS, settings)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, help="this fold alone")
    parser.add_argument("--ship", action="store_true")
    parser.add_argument("--trees", type=int, default=400)
    args = parser.parse_args()
    started = time.process_time()
    every = told_of(load())
    shares = []
    for fold in range(args.folds) if args.only is None else (args.only,):
        rest = [t for t in every if fold_of(t.example.site, FOLDS) != fold]
        trees = write(train(rest, args.trees), paths.OUT / f"trees-html.fold{fold}.npz")
        seen, story, weights = rows_of([t for t in every if fold_of(t.example.site, FOLDS) == fold])
        right = (judge(trees, seen) >= 0.5) == story
        shares.append(round(float((right * weights).sum() / weights.sum()), 4))
        print(f"fold {fold}: {shares[-1]} of the doubtful weight told right", flush=True)
    if args.ship:
        home = paths.PROJECT / "src/onrecord/models/data"
        write(train(every, args.trees), home / "trees-html.npz")
        card = {
            "what": f"{args.trees * len(SEEDS)} symmetric boosted trees of depth 6 that judge again the blocks of "
            "which the role network is not sure",
            "made by": "python quality/training/role_trees.py --folds 5 --ship",
            "data": "as roles-html",
            "gold digest": digest(),
            "seeds": list(SEEDS),
            "CPU seconds": round(time.process_time() - started),
            "share of the doubtful weight told right, by fold, by trees that saw no page of the site": shares,
        }
        (home / "trees-html.json").write_text(json.dumps(card, indent=1) + "\n")
    print(f"{time.process_time() - started:.0f} CPU seconds")


if __name__ == "__main__":
    main()
