"""Small boosted trees: one data-only file (JSON), read once, asked without any library."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

Tree = tuple[tuple[int, ...], tuple[float, ...], tuple[int, ...], tuple[int, ...], tuple[float, ...]]
"""Of each fork the feature, the bound, and where to go at or under it and over it; and the leaves' values.

A place below nought is a leaf: -1 the first.
"""


@dataclass(frozen=True, slots=True)
class Trees:
    """Trees whose leaves are added up, and the names of the features that their forks ask for."""

    features: tuple[str, ...]
    trees: tuple[Tree, ...]
    base: float = 0.0

    def score(self, values: Sequence[float]) -> float:
        """The sum of what the trees say of one row of features."""
        total = self.base
        for feature, bound, under, over, leaves in self.trees:
            at = 0 if feature else -1
            while at >= 0:
                at = under[at] if values[feature[at]] <= bound[at] else over[at]
            total += leaves[-1 - at]
        return total


def read_trees(kept: dict[str, Any]) -> Trees:
    """Trees from what their file holds."""
    trees = tuple(
        (tuple(t["feature"]), tuple(t["bound"]), tuple(t["under"]), tuple(t["over"]), tuple(t["leaves"]))
        for t in kept["trees"]
    )
    return Trees(tuple(kept["features"]), trees, kept["base"])


@cache
def load_trees(name: str) -> Trees:
    """The shipped trees of a name; loaded once."""
    return read_trees(json.loads((files(__package__) / "data" / f"{name}.json").read_text(encoding="utf-8")))


@dataclass(frozen=True, slots=True)
class Choosers:
    """The trees that choose among a headline's wordings, and those that tell a story from other pages; None without."""

    headlines: Trees | None = None
    stories: Trees | None = None


NO_CHOOSERS = Choosers()


@cache
def load_choosers() -> Choosers:
    """The shipped choosers."""
    return Choosers(load_trees("headlines"), load_trees("stories"))
