"""Trains the boosted trees that judge again what the role network is not sure of.

    python quality/training/role_trees.py --folds 5 [--only N]   cross-validate by site, as `roles.py` does
    python quality/training/role_trees.py --ship                 train on everything, write into the package

Needs `catboost`. Seeded; the examples are those of role_data.py.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import paths
from catboost import CatBoostClassifier, Pool
from role_data import Example, load
from roles import fold_of

from onrecord.models.roles import RoleTrees, read_role_trees
from onrecord.roles.trees import judge, seen_of


def rows_of(examples: list[Example]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """What the trees see of every labelled block, whether it is the story's, and how much it counts."""
    seen, story, weights = [], [], []
    for e in examples:
        told = np.flatnonzero(e.labels >= 0)
        if len(told):
            seen.append(seen_of(e.features, told))
            story.append(e.labels[told] == 0)
            weights.append(e.weights[told])
    return np.concatenate(seen), np.concatenate(story), np.concatenate(weights)


def train(examples: list[Example], trees: int, seed: int) -> dict[str, np.ndarray]:
    """Trees fitted to the labelled blocks of the examples, as arrays."""
    seen, story, weights = rows_of(examples)
    model = CatBoostClassifier(
        iterations=trees,
        depth=6,
        learning_rate=0.09,
        l2_leaf_reg=4,
        rsm=0.25,
        border_count=48,
        bootstrap_type="Bernoulli",
        subsample=0.7,
        random_seed=seed,
        thread_count=1,
        verbose=100,
        allow_writing_files=False,
    )
    model.fit(Pool(seen, story.astype(int), weight=weights / weights.mean()))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        told = json.loads(path.read_text())
    return arrays(told)


def arrays(told: dict) -> dict[str, np.ndarray]:
    """CatBoost's JSON as arrays: for each tree the columns and borders it asks about and its leaves' values."""
    depth = max(len(tree["splits"] or ()) for tree in told["oblivious_trees"])
    many = len(told["oblivious_trees"])
    place = {f["feature_index"]: f["flat_feature_index"] for f in told["features_info"]["float_features"]}
    columns = np.zeros((many, depth), np.int16)
    borders = np.full((many, depth), np.inf, np.float32)
    leaves = np.zeros((many, 2**depth), np.float32)
    for n, tree in enumerate(told["oblivious_trees"]):
        for at, split in enumerate(tree["splits"] or ()):
            columns[n, at] = place[split["float_feature_index"]]
            borders[n, at] = split["border"]
        leaves[n, : len(tree["leaf_values"])] = tree["leaf_values"]
    scale, (bias,) = told["scale_and_bias"]
    return {"columns": columns, "borders": borders, "leaves": leaves * scale, "bias": np.array(bias)}


def write(found: dict[str, np.ndarray], path: Path) -> RoleTrees:
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, **found)
    return read_role_trees(path)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, help="this fold alone")
    parser.add_argument("--ship", action="store_true")
    parser.add_argument("--trees", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    every = [e for e in load() if len(e.labels)]
    started = time.process_time()
    if args.folds:
        for fold in range(args.folds) if args.only is None else (args.only,):
            found = train([e for e in every if fold_of(e.site, args.folds) != fold], args.trees, args.seed)
            trees = write(found, paths.OUT / f"trees-html.fold{fold}.npz")
            seen, story, weights = rows_of([e for e in every if fold_of(e.site, args.folds) == fold])
            right = (judge(trees, seen) >= 0.5) == story
            print(
                f"fold {fold}: {float((right * weights).sum() / weights.sum()):.4f} of the weight told right"
            )
    if args.ship:
        write(train(every, args.trees, args.seed), paths.PROJECT / "src/onrecord/models/data/trees-html.npz")
    print(f"{time.process_time() - started:.0f} CPU seconds")


if __name__ == "__main__":
    main()
