"""Trains the boosted trees that judge a flat page's blocks again, given what the network said of the whole page.

    python quality/training/flat_trees.py --folds [--only N]   cross-validate by site, after `flat_roles.py --folds`
    python quality/training/flat_trees.py --ship               train on everything, write into the package

What the network said of a page comes from the fold's network, which saw no page of its site: so the trees learn from
its mistakes as they will meet them. Needs `catboost`. Seeded.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import paths
from extraction import digest
from flat_roles import FOLDS, SCORED, FlatExample, examples, fold_model, scores, weights_of
from flat_roles import Form as Form  # the cache of the pages names it as this script's
from roles import fold_of
from trees import fit, write

from onrecord.models.roles import RoleModel
from onrecord.roles.flat_network import run_flat
from onrecord.roles.flat_trees import second_look
from onrecord.roles.trees import doubtful

SEEDS = (1, 2, 3)
"""Trees of all are averaged: they differ in which columns and rows each tree may see, and by themselves by some
thousandths on aeb's 95 pages."""
Rows = tuple[np.ndarray, np.ndarray, np.ndarray]


def rows_of(e: FlatExample, model: RoleModel) -> list[Rows]:
    """What the trees see of the blocks in doubt in each form of the page, whether they are the story's, and how much
    each counts."""
    rows = []
    for form in e.forms:
        if len(form.labels) and (form.labels >= 0).any():
            told, kinds = run_flat(model, form.features)
            rows_here = doubtful(told)
            seen = second_look(form.features, told, kinds)[rows_here]
            weights = weights_of(form)
            rows.append((seen, form.labels[rows_here] == 0, weights[rows_here] / weights.sum()))
    return rows


def train(rows: list[Rows], trees: int) -> dict[str, np.ndarray]:
    """Trees fitted to the blocks, as arrays; those of several seeds are averaged."""
    seen = np.concatenate([r[0] for r in rows])
    story = np.concatenate([r[1] for r in rows])
    weights = np.concatenate([r[2] for r in rows])
    settings = {"depth": 5, "l2_leaf_reg": 8, "rsm": 0.15, "subsample": 0.6}
    return fit(seen, story, weights, trees, SEEDS, settings)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--only", type=int, help="this fold alone")
    parser.add_argument("--ship", action="store_true")
    parser.add_argument("--trees", type=int, default=200)
    args = parser.parse_args()
    started = time.process_time()
    own = [e for e in examples() if e.set in SCORED]
    models = [fold_model(n) for n in range(FOLDS)]
    rows: list[list[Rows]] = [[] for _ in range(FOLDS)]
    for e in own:
        fold = fold_of(e.site, FOLDS)
        rows[fold] += rows_of(e, models[fold])
    if args.folds:
        for fold in range(FOLDS) if args.only is None else (args.only,):
            rest = [r for n, some in enumerate(rows) if n != fold for r in some]
            trees = write(train(rest, args.trees), paths.OUT / f"trees-flat.fold{fold}.npz")
            scores([e for e in own if fold_of(e.site, FOLDS) == fold], models[fold], trees)
    if args.ship:
        home = paths.PROJECT / "src/onrecord/models/data"
        every = [r for some in rows for r in some]
        write(train(every, args.trees), home / "trees-flat.npz")
        card = {
            "what": f"{args.trees * len(SEEDS)} symmetric boosted trees that judge again the blocks of which the "
            "network of flat text is not sure",
            "made by": f"python quality/training/flat_trees.py --folds --ship --trees {args.trees}",
            "data": "aeb and fundus, as roles-flat; each page with what the network says of it that saw no page of its "
            "site",
            "gold digest": digest(),
            "blocks in doubt": sum(len(r[0]) for r in every),
            "seeds": list(SEEDS),
            "CPU seconds": round(time.process_time() - started),
        }
        (home / "trees-flat.json").write_text(json.dumps(card, indent=1) + "\n")
    print(f"{time.process_time() - started:.0f} CPU seconds")


if __name__ == "__main__":
    main()
