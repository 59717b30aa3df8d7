"""The role model's weights: one data-only file (NumPy arrays, no objects), read once."""

from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class RoleModel:
    """One network or several whose answers are averaged: the arrays of each by name, and what they share.

    `words` and `classes` are the hashes of the words they know, `roles` and `kinds` what they tell apart.
    """

    members: tuple[dict[str, Array], ...]
    words: NDArray[np.int32]
    classes: NDArray[np.int32]
    roles: tuple[str, ...]
    kinds: tuple[str, ...]


def read_role_model(data: str | Path | IO[bytes]) -> RoleModel:
    """A model from a `.npz` file; half precision is widened. Arrays are named `member:name`."""
    members: dict[str, dict[str, Array]] = {}
    with np.load(data, allow_pickle=False) as kept:
        for key in kept.files:
            member, parted, name = key.partition(":")
            if parted:
                members.setdefault(member, {})[name] = np.ascontiguousarray(kept[key], dtype=np.float32)
        return RoleModel(
            tuple(members.values()),
            kept["words"].astype(np.int32),
            kept["classes"].astype(np.int32),
            tuple(kept["roles"].tolist()),
            tuple(kept["kinds"].tolist()),
        )


@cache
def load_role_model(name: str = "html") -> RoleModel:
    """The shipped model: `html` for pages with mark-up, `flat` for text without."""
    with resources.as_file(resources.files("onrecord.models") / "data" / f"roles-{name}.npz") as path:
        return read_role_model(path)
