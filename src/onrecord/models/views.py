"""What is known of a page as a whole: the kinds that the role model sees in it, and how its words speak for a story.

The words are weighed by linear models (one data-only file of NumPy arrays): a weight for each hash of a word, added up
over the different words of a page.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class PageView:
    """How likely a page is of each kind that the role model knows, and how much its words and its class words speak for
    a story: log odds, 0 for nothing known."""

    kinds: Mapping[str, float] = field(default_factory=dict)
    words: float = 0.0
    class_words: float = 0.0


@dataclass(frozen=True, slots=True)
class WordWeights:
    """A linear model over the different words of a page: hashes in rising order, the weight of each, and the bias."""

    ids: Ids
    weights: NDArray[np.float32]
    bias: float

    def score(self, found: Ids) -> float:
        """The log odds that a page with these words is a story's; a word said twice counts once."""
        if not len(found) or not len(self.ids):
            return self.bias
        one = np.unique(found)
        at = np.minimum(np.searchsorted(self.ids, one), len(self.ids) - 1)
        return self.bias + float(self.weights[at[self.ids[at] == one]].sum(dtype=np.float64))


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The two models: of the words that a page's blocks begin and end with, and of the class words of its boxes."""

    words: WordWeights
    class_words: WordWeights


def read_story_words(data: str | Path | IO[bytes]) -> StoryWords:
    """Both from a `.npz` file; half precision is widened."""
    with np.load(data, allow_pickle=False) as kept:
        words, class_words = (
            WordWeights(
                kept[f"{name}:ids"].astype(np.int32),
                kept[f"{name}:weights"].astype(np.float32),
                float(kept[f"{name}:bias"]),
            )
            for name in ("words", "class_words")
        )
    return StoryWords(words, class_words)
