"""The best setting: a small transformer over pieces of words, run by onnxruntime."""

from functools import cache

import numpy as np
import numpy.typing as npt

from ..models.encoder import EncoderModel, load_encoder
from ..record.encoded import Encoded
from .agreeing import agree
from .chains import Floats, Ints
from .labels import PARTS, label_set
from .linking import Linker
from .pieces import Pieces
from .spans import find_names, find_parts, join, tagged_names
from .windows import cut_windows
from .words import SHAPES, Words, chunks

MOST = 224
"""Pieces in a window: what the encoder saw in training, give or take."""
_BATCH = 1024
"""Pieces in a batch: small enough to stay in the processor's caches, measured."""
_CHUNK = 4_000
"""Words whose vectors are held at once."""
_READINESS = 0.3
"""Added to what may begin a part: evens out what is missed and what is found too much (chosen on dev)."""
_NO_SHAPE = len(SHAPES)  # a piece that begins no word


class BestReader:
    """Runs the encoder over the words of a text."""

    def __init__(self, model: EncoderModel) -> None:
        self._session = model.session
        self._pieces = Pieces(model.pieces)
        self._names_moves = model.moves["names"]
        self._parts_moves = model.moves["parts"].copy()
        beginning = [i for i, label in enumerate(label_set(PARTS)) if label[0] in "BS"]
        self._parts_moves[:, beginning] += _READINESS
        self._linker = Linker(model.linker, "gelu")

    def read(self, words: Words) -> Encoded:
        """What the encoder finds."""
        found = []
        for low, high in chunks(words.paragraphs, _CHUNK):
            some = words.cut(low, high)
            hidden, parts, names, windows = self.run(some)
            found.append(
                (
                    find_names(some, names, self._names_moves),
                    find_parts(some, hidden, parts, self._parts_moves, self._linker, windows),
                )
            )
        return join("best", found)

    def run(self, words: Words) -> tuple[Floats, Floats, Floats, Ints]:
        """Each word's vector, what the heads for parts and for names say of it, and its window."""
        split = [self._pieces.of(form) for form in words.forms]
        windows = cut_windows(words.forms, words.paragraphs.tolist(), [len(s) for s in split], MOST)
        sizes = [1 + sum(len(split[i]) for a, b in w for i in range(a, b)) + len(w) for w in windows]
        n = len(words)
        hidden: Floats | None = None
        parts = np.empty((n, 1 + 4 * len(PARTS)), np.float32)
        names: Floats | None = None
        for batch in _batches(sizes):
            at, inputs = self._inputs(words, split, [windows[k] for k in batch], max(sizes[k] for k in batch))
            got_hidden, parts[at], got_names = self._session.run(["hidden", "parts", "names"], inputs)
            if hidden is None or names is None:
                hidden = np.empty((n, got_hidden.shape[1]), np.float32)
                names = np.empty((n, got_names.shape[1]), np.float32)
            hidden[at], names[at] = got_hidden, got_names
        window_of = np.zeros(n, np.int64)
        for k, window in enumerate(windows):
            window_of[window[0][0] : window[-1][1]] = k
        assert hidden is not None
        assert names is not None
        return hidden, parts, names, window_of

    def _inputs(
        self, words: Words, split: list[tuple[int, ...]], windows: list[list[tuple[int, int]]], longest: int
    ) -> tuple[Ints, dict[str, npt.NDArray[np.int32]]]:
        """The words of some windows in their order there, and the graph's inputs."""
        shape = (len(windows), longest)
        pieces = np.zeros(shape, np.int32)
        shapes = np.zeros(shape, np.int32)
        quoting = np.zeros(shape, np.int32)
        mask = np.zeros(shape, np.int32)
        order: list[int] = []
        first: list[int] = []
        for row, window in enumerate(windows):
            numbers = [self._pieces.first]
            looks, standing = [0], [0]
            for start, end in window:
                for i in range(start, end):
                    order.append(i)
                    first.append(row * longest + len(numbers))
                    own = split[i]
                    numbers.extend(own)
                    looks.append(int(words.shapes[i]))
                    looks.extend([_NO_SHAPE] * (len(own) - 1))
                    standing.extend([int(words.quoting[i])] * len(own))
                numbers.append(self._pieces.between)
                looks.append(0)
                standing.append(0)
            size = len(numbers)
            pieces[row, :size] = numbers
            shapes[row, :size] = looks
            quoting[row, :size] = standing
            mask[row, :size] = 1
        inputs = {
            "pieces": pieces,
            "shapes": shapes,
            "quoting": quoting,
            "mask": mask,
            "positions": np.arange(longest, dtype=np.int32),
            "at": np.array(first, np.int32),
        }
        return np.array(order, np.int64), inputs


def _batches(sizes: list[int]) -> list[list[int]]:
    """Windows of like size together, so that little is padded."""
    out: list[list[int]] = []
    batch: list[int] = []
    for k in sorted(range(len(sizes)), key=lambda k: sizes[k]):
        if batch and sizes[k] * (len(batch) + 1) > _BATCH:
            out.append(batch)
            batch = []
        batch.append(k)
    if batch:
        out.append(batch)
    return out


@cache
def _reader() -> BestReader:
    return BestReader(load_encoder())


def encode_words(words: Words) -> Encoded:
    """What the best setting finds; the names' own tagger has a vote on what is a name and of whom."""
    encoded = _reader().read(words)
    return Encoded(encoded.setting, agree(words.text, encoded.names, tagged_names(words)), encoded.parts)
