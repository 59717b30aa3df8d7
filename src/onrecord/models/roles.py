"""The role model's weights: one data-only file (NumPy arrays, no objects), read once."""

from dataclasses import dataclass, replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from .views import StoryWords, read_story_words

Array = NDArray[np.float32]

_EDGE_WORDS = 4


@dataclass(frozen=True, slots=True)
class RoleTrees:
    """Symmetric boosted trees: what each asks at each depth (a column, a border), its leaves, what all start from."""

    columns: NDArray[np.int64]  # trees x depth
    borders: Array  # trees x depth
    leaves: Array  # trees x 2 ** depth
    bias: float


@dataclass(frozen=True, slots=True)
class RoleModel:
    """One network or several whose answers are averaged: the arrays of each by name, and what they share.

    `words`, `bag` and `classes` are the hashes of the words they know (at a block's edges, in all of it, in the class
    words round it), `roles` and `kinds` what they tell apart.
    """

    members: tuple[dict[str, Array], ...]
    words: NDArray[np.int32]
    bag: NDArray[np.int32]
    classes: NDArray[np.int32]
    roles: tuple[str, ...]
    kinds: tuple[str, ...]
    trees: RoleTrees | None = None  # they judge again what the networks are not sure of
    story_words: StoryWords | None = None  # what words speak for a story's page


def read_role_trees(data: str | Path | IO[bytes]) -> RoleTrees:
    """Trees from a `.npz` file."""
    with np.load(data, allow_pickle=False) as kept:
        return RoleTrees(
            kept["columns"].astype(np.int64),
            kept["borders"].astype(np.float32),
            kept["leaves"].astype(np.float32),
            float(kept["bias"]),
        )


def read_role_model(data: str | Path | IO[bytes]) -> RoleModel:
    """A model from a `.npz` file; half precision is widened. Arrays are named `member:name`."""
    members: dict[str, dict[str, Array]] = {}
    with np.load(data, allow_pickle=False) as kept:
        for key in kept.files:
            member, parted, name = key.partition(":")
            if parted:
                members.setdefault(member, {})[name] = np.ascontiguousarray(kept[key], dtype=np.float32)
        return RoleModel(
            tuple(
                [{**arrays, **_ready(arrays)} if "klass" in arrays else arrays for arrays in members.values()]
            ),
            kept["words"].astype(np.int32),
            kept["bag"].astype(np.int32) if "bag" in kept.files else np.zeros(1, np.int32),
            kept["classes"].astype(np.int32),
            tuple(kept["roles"].tolist()),
            tuple(kept["kinds"].tolist()),
        )


def _ready(a: dict[str, Array]) -> dict[str, Array]:
    """The same weights in the shapes that reading multiplies by, worked out once instead of page by page.

    `enter.seen` and `enter.base` take numbers as they are, where `enter.w` takes them less `mean` and over `std`, and
    the four words at each edge of a block side by side instead of their mean. `wide` is parted into the weights of a
    row's innermost container, which nearly always is the row alone (`own`, with what goes by rows among them, and
    `apart` for the container's part of them), of the two further out (`out0`, `out1`) and of the `page`. `mean.w` makes
    the mean of a row.
    """
    numbers, words = len(a["mean"]), a["word"].shape[1]
    enter = a["enter.w"].astype(np.float64)
    scaled = enter[:numbers] / a["std"][:, None]
    at = numbers + a["tag"].shape[1]
    edges = [
        np.tile(enter[start : start + words] / _EDGE_WORDS, (_EDGE_WORDS, 1)) for start in (at, at + words)
    ]
    ready = {
        "enter.seen": np.concatenate([scaled, enter[numbers:at], *edges, enter[at + 2 * words :]]),
        "enter.base": a["enter.b"] - a["mean"] @ scaled,
    }
    width = len(a["enter.b"])
    ready["mean.w"] = np.full((width, 1), 1 / width)
    told = a["tell0.w"].shape[1]
    for n in range(3):
        size = width + (told if n else 0)
        own, first, second, page, more = np.split(a[f"wide{n}.w"], [k * size for k in range(1, 5)])
        ready[f"wide{n}.apart"] = own
        ready[f"wide{n}.out0"], ready[f"wide{n}.out1"] = first, second
        ready[f"wide{n}.page"] = page
        if n:
            more = more.copy()
            more[:told] += own[width:]
            own = np.concatenate([own[:width], more])
        ready[f"wide{n}.own"] = own
    return {name: np.ascontiguousarray(array, dtype=np.float32) for name, array in ready.items()}


@cache
def load_role_model(name: str = "html") -> RoleModel:
    """The shipped model: `html` for pages with mark-up, `flat` for text without."""
    home = resources.files("onrecord.models") / "data"
    with resources.as_file(home / f"roles-{name}.npz") as path:
        model = read_role_model(path)
    with resources.as_file(home / f"trees-{name}.npz") as path:
        model = replace(model, trees=read_role_trees(path))
    if name == "flat":
        return model
    with resources.as_file(home / "story-words.npz") as path:
        return replace(model, story_words=read_story_words(path))
