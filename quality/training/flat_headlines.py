"""Fits the weights by which the headline of flat text is chosen among its lines (`roles/flat_headlines.py`).

    python quality/training/flat_headlines.py [--every 2]

Reads every second page that has a title in the gold, made flat by each tool, with the fold models that
`flat_roles.py --folds` leaves in quality/out, and prints the weights, and how many titles they find on sites that they
were not fitted on.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pages
import paths
from extraction import FOLDS, fold_of, models_of
from flat_gold import FlatGold
from numpy.typing import NDArray

import onrecord.roles as roles
from onrecord.blocks.flat import split_flat
from onrecord.declared import find_fields
from onrecord.roles.flat_headlines import SIGNS, candidates_of
from onrecord.roles.marks import find_marks

SETS = ("fundus", "trafilatura", "wcxb")
FLATTENERS = ("resiliparse", "inscriptis", "main", "html2text")
_LONGEST = 150_000
_STEPS, _RATE, _SHRINK = 150, 0.05, 0.3

Page = tuple[int, NDArray[np.float64], NDArray[np.bool_]]
"""A page's fold, its lines' signs, and which of them say the title."""


def read_pages(every: int) -> Iterator[Page]:
    """The pages with a title, each as every tool makes it flat."""
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]
    import metrics  # type: ignore[import-not-found]

    for number, page in enumerate(gold.load(SETS)):
        if number % every or not page.title or page.page_type not in (None, "", "article"):
            continue
        fold, title = fold_of(page.site), metrics.plain(page.title)
        for flattener in FLATTENERS:
            text = pages.flatten(page.html(), flattener)
            layout = split_flat(text)
            if len(text) > _LONGEST or not layout.blocks or not FlatGold(text).has(page.title):
                continue
            with mock.patch.object(roles, "assign_thin_roles", lambda parts, *_: parts):
                parts = roles.assign_roles(layout, find_fields(layout), models_of(fold).flat, True).parts
            lines = candidates_of(parts, [find_marks(block.text) for block in layout.blocks])
            right = [metrics.plain(layout.blocks[line.at].text) == title for line in lines]
            signs = np.array([line.signs for line in lines]).reshape(len(lines), len(SIGNS))
            yield fold, signs, np.array(right, bool)


def fit(some: list[Page]) -> NDArray[np.float64]:
    """The weights under which the right lines are likeliest: steps up the slope, as Adam takes them."""
    some = [page for page in some if page[2].any()]
    weights, first, second = np.eye(len(SIGNS))[0], np.zeros(len(SIGNS)), np.zeros(len(SIGNS))
    for step in range(1, _STEPS + 1):
        slope = -_SHRINK * weights
        for _, signs, right in some:
            score = signs @ weights
            share = np.exp(score - score.max())
            share /= share.sum()
            wanted = share * right
            slope += signs.T @ (wanted / max(wanted.sum(), 1e-12) - share)
        slope /= len(some)
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights = weights + _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def found(some: list[Page], weights: NDArray[np.float64]) -> int:
    """On how many pages the weights choose a line that says the title."""
    return sum(bool(len(right) and right[int((signs @ weights).argmax())]) for _, signs, right in some)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=2, help="read every so many pages")
    options = parser.parse_args()
    paths.need_data()
    every = list(read_pages(options.every))
    unseen = 0
    for fold in range(FOLDS):
        weights = fit([page for page in every if page[0] != fold])
        unseen += found([page for page in every if page[0] == fold], weights)
    alone = found(every, np.eye(len(SIGNS))[0])
    possible = sum(bool(right.any()) for *_, right in every)
    print(
        f"{len(every)} texts; a line says the title in {possible}; found {unseen}, by the model alone {alone}"
    )
    for name, weight in zip(SIGNS, fit(every), strict=True):
        print(f"{name:14} {weight:6.2f}")


if __name__ == "__main__":
    main()
