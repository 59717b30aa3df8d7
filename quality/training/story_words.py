"""Fits the linear models of how a page's words and class words speak for a story; `choosers.py` calls it.

Trees over a page's looks learn little from words, of which there are too many; a linear model over all of them, whose
score is then one of the trees' columns, does (Wolpert 1992, stacked generalization).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from onrecord.models.views import StoryWords, WordWeights

FEWEST_SITES = 4
"""A word of fewer sites tells a site and not a kind of page."""
STRENGTHS = {"words": 0.02, "class_words": 0.1}
"""The inverse of the ridge penalty; a fifth or five times of either makes no difference over .003."""


@dataclass(frozen=True)
class PageWords:
    """The different hashes of one page, whether it is a story, what it counts, and its site."""

    words: np.ndarray
    class_words: np.ndarray
    story: bool
    weight: float
    site: str


def fit(pages: Sequence[PageWords]) -> StoryWords:
    """Both models from pages."""
    return StoryWords(_fit(pages, "words"), _fit(pages, "class_words"))


def _fit(pages: Sequence[PageWords], which: str) -> WordWeights:
    bags = [getattr(page, which) for page in pages]
    _, site = np.unique([page.site for page in pages], return_inverse=True)
    pairs = np.stack([np.concatenate(bags), np.repeat(site, [len(bag) for bag in bags])])
    words, known_on = np.unique(np.unique(pairs, axis=1)[0], return_counts=True)
    ids = words[known_on >= FEWEST_SITES].astype(np.int32)
    said = np.concatenate(bags)
    columns = np.minimum(np.searchsorted(ids, said), len(ids) - 1)
    known = ids[columns] == said
    rows = np.repeat(np.arange(len(bags)), [len(bag) for bag in bags])
    seen = csr_matrix((np.ones(known.sum()), (rows[known], columns[known])), (len(pages), len(ids)))
    model = LogisticRegression(C=STRENGTHS[which], max_iter=500)
    model.fit(seen, [page.story for page in pages], sample_weight=[page.weight for page in pages])
    return WordWeights(ids, model.coef_[0].astype(np.float16).astype(np.float32), float(model.intercept_[0]))


def write(made: StoryWords, path: Path) -> None:
    """The file that `onrecord.models.views.read_story_words` reads."""
    arrays = {}
    for name in ("words", "class_words"):
        one = getattr(made, name)
        arrays |= {
            f"{name}:ids": one.ids,
            f"{name}:weights": one.weights.astype(np.float16),
            f"{name}:bias": np.array(one.bias),
        }
    np.savez_compressed(path, **arrays)
