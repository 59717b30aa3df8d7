"""The fast setting: convolutions over the words of the text, run by NumPy."""

from functools import cache

import numpy as np

from ..models.fast import FastModel, load_fast
from ..record.encoded import Encoded
from .chains import Floats, Ints
from .forms import form_key
from .linking import Linker
from .spans import find_parts, join, tagged_names
from .words import Words, chunks

GAP = 2
"""Empty rows between paragraphs, as in training."""
_CHUNK = 6_000
_MOST_FORMS = 100_000


class FastReader:
    """Runs the fast model; keeps what each word it has met enters with."""

    def __init__(self, model: FastModel) -> None:
        self._model = model
        self._linker = Linker(model.linker, "relu")
        self._rows: dict[str, int] = {}
        self._entering: Floats = np.zeros((4096, model.width), np.float32)

    def read(self, words: Words) -> Encoded:
        """The parts of attributions that the network finds."""
        found = []
        for low, high in chunks(words.paragraphs, _CHUNK):
            some = words.cut(low, high)
            hidden, emissions = self.run(some)
            parts = find_parts(
                some, hidden, emissions, self._model.moves, self._linker, np.zeros(len(some), np.int64)
            )
            found.append(((), parts))
        return join("fast", found)

    def run(self, words: Words) -> tuple[Floats, Floats]:
        """What the network makes of each word, and the scores of its labels."""
        hidden = self._convolve(self._enter(words), words.paragraphs)
        emissions: Floats = hidden @ self._model.out + self._model.out_bias
        return hidden, emissions

    def _enter(self, words: Words) -> Floats:
        known = self._rows
        if len(known) > _MOST_FORMS:
            known.clear()
        try:
            rows = [known[form] for form in words.forms]
        except KeyError:
            self._learn([form for form in dict.fromkeys(words.forms) if form not in known], words)
            rows = [known[form] for form in words.forms]
        entering: Floats = self._entering[rows] + self._model.quoting[words.quoting]
        return entering

    def _learn(self, forms: list[str], words: Words) -> None:
        m = self._model
        shape = dict(zip(words.forms, words.shapes.tolist(), strict=True))
        keys = [form_key(form) for form in forms]
        x = np.concatenate(
            [
                m.word_vectors[[m.words.get(key, 0) for key in keys]],
                m.ending_vectors[[m.endings.get(key[-3:], 0) for key in keys]],
                m.beginning_vectors[[m.beginnings.get(key[:3], 0) for key in keys]],
                m.shape_vectors[[shape[form] for form in forms]],
            ],
            1,
        )
        new = x @ m.enter + m.enter_bias
        size = len(self._rows)
        while size + len(forms) > len(self._entering):
            self._entering = np.concatenate([self._entering, np.zeros_like(self._entering)])
        self._entering[size : size + len(forms)] = new
        self._rows.update(zip(forms, range(size, size + len(forms)), strict=True))

    def _convolve(self, entering: Floats, paragraphs: Ints) -> Floats:
        m = self._model
        breaks = np.cumsum(np.diff(paragraphs, prepend=paragraphs[0]) != 0)
        place = np.arange(len(entering)) + GAP * breaks
        size = int(place[-1]) + 1
        edge = max(m.dilations)
        x = np.zeros((size + 2 * edge, m.width), np.float32)
        x[place + edge] = entering
        gaps = np.ones(size, bool)
        gaps[place] = False
        gaps_at = np.flatnonzero(gaps)
        inside = x[edge : edge + size]
        for weights, bias, d in zip(m.convolutions, m.convolution_biases, m.dilations, strict=True):
            y = inside @ weights[1]
            y += x[edge - d : edge - d + size] @ weights[0]
            y += x[edge + d : edge + d + size] @ weights[2]
            y += bias
            np.maximum(y, 0, out=y)
            y[gaps_at] = 0
            inside += y
        result: Floats = inside[place]
        return result


@cache
def _reader() -> FastReader:
    return FastReader(load_fast())


def encode_words(words: Words) -> Encoded:
    """What the fast setting finds; the names are those of the names' own tagger."""
    return Encoded("fast", tagged_names(words), _reader().read(words).parts)
