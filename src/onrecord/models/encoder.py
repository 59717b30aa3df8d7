"""The encoder of the best setting: an int8 ONNX graph, its vocabulary and its linker, read once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = NDArray[np.float32]
_FOLDER = files(__package__) / "data" / "encoder"


@dataclass(frozen=True, slots=True)
class EncoderModel:
    """The graph as a session, the pieces it knows, the chains' moves and the linker's weights."""

    session: InferenceSession
    pieces: tuple[str, ...]
    moves: Mapping[str, Floats]
    linker: Mapping[str, Floats]


def encoder_is_here() -> bool:
    """Whether the encoder can run: its file is shipped and `onnxruntime` is installed."""
    return find_spec("onnxruntime") is not None and (_FOLDER / "encoder.onnx").is_file()


def read_encoder(graph: bytes, pieces: str, heads: Mapping[str, NDArray[np.generic]]) -> EncoderModel:
    """A model from what its files hold."""
    # From 1.29 on its wheels report to their makers over the network, from a thread of their own and by a number
    # that they leave in the home folder. It has to be told not to before it is loaded.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread: whoever reads many pages runs many processes, and one page takes a moment.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    arrays = {name: np.ascontiguousarray(value, dtype=np.float32) for name, value in heads.items()}
    return EncoderModel(
        session,
        tuple(pieces.split("\n")),
        {name.removeprefix("moves."): value for name, value in arrays.items() if name.startswith("moves.")},
        {name.removeprefix("linker."): value for name, value in arrays.items() if name.startswith("linker.")},
    )


@cache
def load_encoder() -> EncoderModel:
    """The model as shipped; loaded once."""
    with (_FOLDER / "heads.npz").open("rb") as file, np.load(file, allow_pickle=False) as heads:
        return read_encoder(
            (_FOLDER / "encoder.onnx").read_bytes(),
            (_FOLDER / "pieces.txt").read_text(encoding="utf-8"),
            {name: heads[name] for name in heads.files},
        )
