"""Fits boosted trees to blocks and writes them as arrays; both decks of trees are made so. Needs `catboost`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from catboost import CatBoostClassifier, Pool

from onrecord.models.roles import RoleTrees, read_role_trees


def fit(
    seen: np.ndarray,
    story: np.ndarray,
    weights: np.ndarray,
    trees: int,
    seeds: Sequence[int],
    settings: dict[str, float],
) -> dict[str, np.ndarray]:
    """Trees of each seed fitted to what is seen of blocks and whether they are the story's, averaged, as arrays."""
    pool = Pool(seen, story.astype(int), weight=weights / weights.mean())
    fitted = []
    for seed in seeds:
        model = CatBoostClassifier(
            iterations=trees,
            learning_rate=0.05,
            border_count=48,
            bootstrap_type="Bernoulli",
            random_seed=seed,
            thread_count=1,
            verbose=0,
            allow_writing_files=False,
            **settings,
        )
        model.fit(pool)
        fitted.append(arrays_of(model))
    share = 1 / len(fitted)
    return {
        "columns": np.concatenate([f["columns"] for f in fitted]),
        "borders": np.concatenate([f["borders"] for f in fitted]),
        "leaves": np.concatenate([f["leaves"] for f in fitted]) * np.float32(share),
        "bias": np.array(sum(float(f["bias"]) for f in fitted) * share),
    }


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
