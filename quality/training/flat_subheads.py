"""Fits the weights by which subheads of flat text are told from its other short lines (`roles/flat_subheads.py`).

    python quality/training/flat_subheads.py [--every 1]

Reads the pages of aeb, fundus and wcxb that are articles, as HTML and made flat by each tool, with the fold models that
`flat_roles.py --folds` leaves in quality/out. A line that the mark-up calls a heading within the story is a subhead;
one that is bold as a whole is left out. Prints the weights, and how well they tell lines of sites that they were not
fitted on.
"""

from __future__ import annotations

import argparse
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pages
import paths
from extraction import FOLDS, fold_of, models_of
from flat_body import FLATTENERS, gold_pages, key_of, marked
from numpy.typing import NDArray

import onrecord.roles.thin as thin
from onrecord import read_article
from onrecord.record import Article
from onrecord.roles.drafts import Draft
from onrecord.roles.flat_subheads import SIGNS, candidates_of

_STEPS, _RATE, _SHRINK = 600, 0.05, 0.001
_BLOGS = 0.25
"""What a line of wcxb counts: most of its pages are guides and posts with many subheads, and they are most pages."""

Line = tuple[int, float, list[float], bool]
"""A line's fold, what it counts, its signs, and whether it is a subhead."""


def lines_of(job: tuple[str, str]) -> list[Line]:
    """The lines of one page that may be a subhead, as every tool makes it flat."""
    page = gold_pages()[job]
    source, fold = page.html(), fold_of(page.site)
    article = read_article(source, models=models_of(fold))
    if not isinstance(article, Article) or not article.is_article or not article.text:
        return []
    told, _ = marked(source, article)
    found: list[Line] = []

    def keep(draft: Draft) -> None:
        for one in candidates_of(draft):
            says = told.get(key_of(draft.parts[one.at].block.text), "other")
            if says != "bold":
                found.append((fold, _BLOGS if job[0] == "wcxb" else 1.0, one.signs, says == "subhead"))

    with mock.patch.object(thin, "name_flat_subheads", keep):
        for flattener in FLATTENERS:
            read_article(pages.flatten(source, flattener), models=models_of(fold))
    return found


def fit(
    signs: NDArray[np.float64], right: NDArray[np.float64], counts: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The weights, the bias last, under which the answers are likeliest: steps up the slope, as Adam takes them."""
    rows = np.concatenate([signs, np.ones((len(signs), 1))], axis=1)
    weights, first, second = np.zeros(rows.shape[1]), np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    for step in range(1, _STEPS + 1):
        told = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ ((right - told) * counts) / counts.sum() - _SHRINK * weights
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        weights = weights + _RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return weights


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--every", type=int, default=1, help="read every so many pages")
    options = parser.parse_args()
    paths.need_data()
    with ProcessPoolExecutor(2) as pool:
        lines = [
            line
            for some in pool.map(lines_of, list(gold_pages())[:: options.every], chunksize=8)
            for line in some
        ]
    fold = np.array([line[0] for line in lines])
    counts = np.array([line[1] for line in lines])
    signs = np.array([line[2] for line in lines])
    right = np.array([line[3] for line in lines], float)
    told = np.zeros(len(lines))
    for n in range(FOLDS):
        weights = fit(signs[fold != n], right[fold != n], counts[fold != n])
        told[fold == n] = signs[fold == n] @ weights[:-1] + weights[-1]
    for name, some in (("news", counts == 1), ("guides and posts", counts < 1)):
        said = (told > 0) & some
        hits = float((right[said]).sum())
        print(
            f"{name}: {int(some.sum())} lines, {int(right[some].sum())} subheads; of sites not fitted on: "
            f"precision {hits / max(1, said.sum()):.3f}, recall {hits / max(1.0, right[some].sum()):.3f}"
        )
    weights = fit(signs, right, counts)
    for name, weight in zip((*SIGNS, "bias"), weights, strict=True):
        print(f"{name:14} {weight:6.2f}")
    print(", ".join(f"{weight:.2f}" for weight in weights))


if __name__ == "__main__":
    main()
