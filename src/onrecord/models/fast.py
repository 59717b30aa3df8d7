"""The fast setting's weights: one data-only file (NumPy arrays, no objects), read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import IO

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class FastModel:
    """The network's arrays, and the words, endings and beginnings it has vectors for."""

    words: dict[str, int]
    endings: dict[str, int]
    beginnings: dict[str, int]
    word_vectors: Floats
    ending_vectors: Floats
    beginning_vectors: Floats
    shape_vectors: Floats
    enter: Floats
    enter_bias: Floats
    quoting: Floats
    convolutions: tuple[Floats, ...]
    convolution_biases: tuple[Floats, ...]
    dilations: tuple[int, ...]
    out: Floats
    out_bias: Floats
    moves: Floats
    linker: Mapping[str, Floats]

    @property
    def width(self) -> int:
        """How many numbers the network has for a word."""
        return int(self.enter.shape[1])


def read_fast(data: IO[bytes]) -> FastModel:
    """A model from an open `.npz` file; half precision is widened."""
    with np.load(data, allow_pickle=False) as kept:
        a = {
            name: np.ascontiguousarray(kept[name], dtype=np.float32)
            for name in kept.files
            if kept[name].dtype.kind == "f"
        }
        lists = {
            name: bytes(kept[name]).decode("utf-8").split("\n") for name in ("words", "endings", "beginnings")
        }
        dilations = tuple(int(d) for d in kept["dilations"])
    numbers = {name: {word: i + 1 for i, word in enumerate(listed)} for name, listed in lists.items()}
    return FastModel(
        words=numbers["words"],
        endings=numbers["endings"],
        beginnings=numbers["beginnings"],
        word_vectors=a["word_vectors"],
        ending_vectors=a["ending_vectors"],
        beginning_vectors=a["beginning_vectors"],
        shape_vectors=a["shape_vectors"],
        enter=a["enter"],
        enter_bias=a["enter_bias"],
        quoting=a["quoting"],
        convolutions=tuple(a[f"convolution.{n}"] for n in range(len(dilations))),
        convolution_biases=tuple(a[f"convolution_bias.{n}"] for n in range(len(dilations))),
        dilations=dilations,
        out=a["out"],
        out_bias=a["out_bias"],
        moves=a["moves"],
        linker={
            name.removeprefix("linker."): value for name, value in a.items() if name.startswith("linker.")
        },
    )


@cache
def load_fast() -> FastModel:
    """The model as shipped; loaded once."""
    with (files(__package__) / "data" / "fast" / "fast.npz").open("rb") as file:
        return read_fast(file)
