"""Reads a text once with the language models: names, and the parts of attributions with their links.

Two settings give the same kind of answer: `best` is a small transformer with a head for each task, `fast`
are convolutions that NumPy runs (its names come from the names' own tagger).
"""

from ..models.encoder import encoder_is_here
from ..record.encoded import Encoded
from .words import read_words

LANGUAGES = ("en",)
"""Languages that the models have learned."""


def encode(text: str, setting: str = "best") -> Encoded:
    """Get what the models of a setting find in an English text; `best` or `fast`.

    Where the encoder cannot run (`onnxruntime` is not installed), `best` gives what `fast` does, and says so
    in the answer's `setting`.
    """
    best = setting == "best" and encoder_is_here()
    words = read_words(text)
    if not len(words):
        return Encoded("best" if best else "fast", (), ())
    if best:
        from .best import encode_words
    else:
        from .fast import encode_words
    return encode_words(words)
