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
from tempfile import TemporaryDirectory

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import paths
from catboost import CatBoostClassifier, Pool
from extraction import averaged, digest
from role_data import Example, load
from roles import fold_of

from onrecord.models.roles import RoleTrees, read_role_trees
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
    fitted = [_fit(seen, story, weights, trees, seed) for seed in SEEDS]
    share = 1 / len(fitted)
    return {
        "columns": np.concatenate([f["columns"] for f in fitted]),
        "borders": np.concatenate([f["borders"] for f in fitted]),
        "leaves": np.concatenate([f["leaves"] for f in fitted]) * np.float32(share),
        "bias": np.array(sum(float(f["bias"]) for f in fitted) * share),
    }


def _fit(
    seen: np.ndarray, story: np.ndarray, weights: np.ndarray, trees: int, seed: int
) -> dict[str, np.ndarray]:
    model = CatBoostClassifier(
        iterations=trees,
        depth=6,
        learning_rate=0.05,
        l2_leaf_reg=6,
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
    return arrays_of(model)


def arrays_of(model: CatBoostClassifier) -> dict[str, np.ndarray]:
    """A fitted model's trees as arrays."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        return arrays(json.loads(path.read_text()))


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
