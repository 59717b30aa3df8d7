"""Trains the two choosers: which of a page's wordings is the headline, and whether the page is a story; and with the
second how the page's words speak for a story.

    python quality/training/choosers.py            cross-validate by site; leaves the trees of each fold in quality/out
    python quality/training/choosers.py --ship     and train on everything and write them into the package
    ... --again                                    read the pages anew instead of what was kept of the last reading

Every page is read by the role model of its fold (`roles.py --folds 5` comes first), so that the choosers learn from
what a model says of sites it has not seen; and once more by the first of its networks alone, so that they lean less on
what one set of networks happens to say. They are scored on the readings of the whole model. A wording is right if it is
the gold's title; a page is a story if wcxb calls it an article.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import lightgbm
import numpy as np
import paths
import story_words
from extraction import FOLDS, digest, fold_of, models_of

from onrecord.articles import looks, wordings
from onrecord.articles.assemble import signs_of
from onrecord.blocks import split_blocks
from onrecord.declared import find_declared
from onrecord.markup import parse
from onrecord.models.trees import Trees, read_trees
from onrecord.models.views import StoryWords
from onrecord.record import Form, Unread
from onrecord.roles import assign_roles
from onrecord.roles.features import features
from onrecord.sources.pages import page_from

SETS = ("fundus", "trafilatura", "wcxb")
SHIPPED = paths.PROJECT / "src" / "onrecord" / "models" / "data"


@dataclass
class Seen:
    """One gold page: its wordings' features and which are right, its looks and whether it is a story.

    wcxb alone says what kind of page it is. `ruled` is whether rules alone would be right,
    `share` how likely the role model holds a story for, `alone` whether one of its networks read the page by itself.
    """

    set: str
    id: str
    site: str
    rows: Sequence[list[float]]
    right: list[bool]
    ruled: bool
    looks: list[float]
    story: bool | None
    share: float
    alone: bool
    words: np.ndarray
    class_words: np.ndarray

    def bags(self) -> story_words.PageWords:
        """The page as the models of words take it."""
        weight = NEWS_WEIGHT if self.story is None else 1.0
        return story_words.PageWords(self.words, self.class_words, self.story is not False, weight, self.site)


def see_pages() -> list[Seen]:
    """Every page with a title or a kind, read by its fold's role model."""
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]
    import metrics  # type: ignore[import-not-found]

    found = []
    for page in gold.load(SETS):
        opened = page_from(page.html(), url=None, saved=None, name=None)
        if isinstance(opened, Unread) or opened.origin.form is Form.FLAT:
            continue
        declared = find_declared(parse(opened.source), opened.source, None)
        layout = split_blocks(opened, declared)
        if not layout.blocks:
            continue
        title = metrics.plain(page.title or "")
        story = page.page_type == "article" if page.dataset == "wcxb" else None
        whole = replace(models_of(fold_of(page.site)).html, story_words=None)  # it is fitted here
        seen = features(layout, declared)
        words, class_words = np.unique(seen.word_ids), np.unique(seen.class_ids)
        for alone, model in ((False, whole), (True, replace(whole, members=whole.members[:1]))):
            roles = assign_roles(layout, declared, model)
            signs = signs_of(roles.parts, layout, declared, opened, roles.view)
            right = [metrics.plain(w.text) == title for w in signs.wordings] if title else []
            ruled = any("ruled" in w.said and ok for w, ok in zip(signs.wordings, right, strict=False))
            share = roles.view.kinds["article"]
            found.append(
                Seen(
                    page.dataset,
                    page.id,
                    page.site,
                    signs.rows,
                    right,
                    ruled,
                    signs.looks,
                    story,
                    share,
                    alone,
                    words,
                    class_words,
                )
            )
    return found


HEADLINES = {"trees": 60, "num_leaves": 8, "learning_rate": 0.12, "min_data_in_leaf": 20, "lambda_l2": 10}
STORIES = {"trees": 200, "num_leaves": 8, "learning_rate": 0.04, "min_data_in_leaf": 15, "lambda_l2": 5}
"""Small on purpose: more and deeper trees read unseen sites no better."""
SPEAKS_FOR = set(
    "kind_article words class_words story_sure headline_sure type_news published byline_near time_near og_article "
    "paragraph_size".split()
)
SPEAKS_AGAINST = {
    f"kind_{name}" for name in ("forum", "listing", "product", "collection", "service", "documentation")
}
"""More of these may never make a page less, or more, like a story. It costs nothing, and keeps the trees from learning
oddities where they know few pages (small ones, languages that wcxb has few of)."""


def fit(
    x: np.ndarray,
    y: np.ndarray,
    plan: dict[str, Any],
    features: Sequence[str],
    weights: np.ndarray | None = None,
) -> dict[str, Any]:
    """Boosted trees as `onrecord.models.trees` keeps them."""
    plan = dict(plan)
    rounds = plan.pop("trees")
    settings = {
        **plan, "objective": "binary", "feature_fraction": 0.6, "bagging_fraction": 0.8, "bagging_freq": 1, "seed": 1,
        "num_threads": 1, "verbose": -1, "deterministic": True,
    }  # fmt: skip
    made = lightgbm.train(settings, lightgbm.Dataset(x, y, weight=weights), rounds).dump_model()
    return {
        "features": list(features),
        "base": 0.0,
        "trees": [_flat(t["tree_structure"]) for t in made["tree_info"]],
    }


def _flat(root: dict[str, Any]) -> dict[str, list[float]]:
    tree: dict[str, list[float]] = {"feature": [], "bound": [], "under": [], "over": [], "leaves": []}

    def place(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            tree["leaves"].append(round(node["leaf_value"], 5))
            return -len(tree["leaves"])
        at = len(tree["feature"])
        tree["feature"].append(node["split_feature"])
        tree["bound"].append(float(f"{node['threshold']:.6g}"))
        tree["under"].append(0)
        tree["over"].append(0)
        tree["under"][at] = place(node["left_child"])
        tree["over"][at] = place(node["right_child"])
        return at

    place(root)
    return tree


PUBLISHERS_WEIGHT = 2.0
"""What a page of fundus counts for headlines. It alone is news throughout, and the set is a tenth of the others. Where
og:title alone differs from the print its gold takes the one as often as the other, so more weight teaches it little and
costs the others: five times gives it three pages of 138 and takes seven of trafilatura's 463."""


def fit_headlines(pages: Sequence[Seen]) -> dict[str, Any]:
    """The chooser of headlines from pages with a title."""
    some = [p for p in pages if p.rows and any(p.right)]
    x = np.concatenate([np.array(p.rows) for p in some])
    y = np.concatenate([np.array(p.right, float) for p in some])
    weights = np.concatenate(
        [np.full(len(p.right), PUBLISHERS_WEIGHT if p.set == "fundus" else 1.0) for p in some]
    )
    return fit(x, y, HEADLINES, wordings.FEATURES, weights)


NEWS_WEIGHT = 0.6
"""What a page of fundus or trafilatura counts as a story. Without them small plain news pages look like nothing that
wcxb calls an article; counting them whole costs wcxb .005."""


def fit_stories(pages: Sequence[Seen]) -> tuple[dict[str, Any], StoryWords]:
    """The chooser of stories and the models of words whose scores are its last columns.

    wcxb says what each page is; the pages of the other sets are stories.

    The trees learn from scores by models of words that saw no page of the same fifth of the sites.
    """
    said = {}
    for fold in {fold_of(p.site) for p in pages}:
        rest = story_words.fit([p.bags() for p in pages if not p.alone and fold_of(p.site) != fold])
        said |= {(p.set, p.id): _said(rest, p) for p in pages if fold_of(p.site) == fold}
    x = np.array([[*p.looks[:-2], *said[p.set, p.id]] for p in pages])
    y = np.array([p.story is not False for p in pages], float)
    weights = np.array([NEWS_WEIGHT if p.story is None else 1.0 for p in pages])
    whole = story_words.fit([p.bags() for p in pages if not p.alone])
    signs = [(name in SPEAKS_FOR) - (name in SPEAKS_AGAINST) for name in looks.FEATURES]
    return fit(x, y, {**STORIES, "monotone_constraints": signs}, looks.FEATURES, weights), whole


def _said(made: StoryWords, page: Seen) -> tuple[float, float]:
    """How the words of a page speak for a story."""
    return made.words.score(page.words), made.class_words.score(page.class_words)


def choose(trees: Trees, page: Seen) -> bool:
    """Whether the wording that the trees choose is right."""
    if not page.rows:
        return bool(page.right and page.right[0])
    return page.right[max(range(len(page.rows)), key=lambda n: trees.score(page.rows[n]))]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--ship", action="store_true", help="write the choosers into the package")
    parser.add_argument("--only", choices=("headlines", "stories"), help="ship this one alone")
    parser.add_argument("--again", action="store_true", help="read the pages anew")
    options = parser.parse_args()
    paths.need_data()
    started = time.process_time()
    pages = _kept(options.again)
    scores: dict[str, float] = {}
    chosen: dict[str, list[bool]] = {}
    ruled: dict[str, list[bool]] = {}
    told: list[bool] = []
    before: list[bool] = []
    for fold in range(FOLDS):
        rest = [p for p in pages if fold_of(p.site) != fold]
        told_by, by_words = fit_stories(rest)
        story_words.write(by_words, paths.OUT / f"story-words.fold{fold}.npz")
        made = {"headlines": fit_headlines(rest), "story-trees": told_by}
        for name, kept in made.items():
            (paths.OUT / f"{name}.fold{fold}.json").write_text(json.dumps(kept), encoding="utf-8")
        headlines, stories = read_trees(made["headlines"]), read_trees(made["story-trees"])
        for page in pages:
            if page.alone or fold_of(page.site) != fold:
                continue
            if page.right:
                chosen.setdefault(page.set, []).append(choose(headlines, page))
                ruled.setdefault(page.set, []).append(page.ruled)
            if page.story is not None:
                row = [*page.looks[:-2], *_said(by_words, page)]
                told.append((looks.likelihood(stories.score(row)) >= 0.5) == page.story)
                before.append((page.share >= 0.5) == page.story)
    for name, right in sorted(chosen.items()):
        scores[f"{name} title"] = round(sum(right) / len(right), 4)
        print(
            f"{name:12} title {scores[f'{name} title']}  by rules {sum(ruled[name]) / len(right):.4f}  of {len(right)}"
        )
    scores["story or not"] = round(sum(told) / len(told), 4)
    print(
        f"story or not {scores['story or not']}  by the role model {sum(before) / len(before):.4f}  of {len(told)}"
    )
    if not options.ship:
        return
    told_by, by_words = fit_stories(pages)
    for name, kept in (("headlines", fit_headlines(pages)), ("stories", told_by)):
        card = {
            "model": name,
            "what": {
                "headlines": "which of the wordings that a page has is its headline",
                "stories": "whether a page is a story, by its looks as a whole, the roles of its blocks and how its "
                "words speak for one (story-words.npz, made with it)",
            }[name],
            "script": "quality/training/choosers.py --ship",
            "data": "titles and kinds of page of fundus (MIT), trafilatura (Apache-2.0), wcxb (CC-BY-4.0)",
            "gold digest": digest(),
            "readings": len(pages),
            "CPU seconds": round(time.process_time() - started),
            "scores, by models that saw no page of the site": {
                k: v for k, v in scores.items() if ("title" in k) == (name == "headlines")
            },
        }  # fmt: skip
        if options.only in (None, name):
            (SHIPPED / f"{name}.json").write_text(json.dumps(card | kept) + "\n", encoding="utf-8")
            print(f"wrote {name}.json")
            if name == "stories":
                story_words.write(by_words, SHIPPED / "story-words.npz")


def _kept(again: bool) -> list[Seen]:
    """What was kept of the last reading, or a reading made now."""
    import pickle  # of our own making, never shipped

    file = paths.OUT / "choosers.cache"
    if file.exists() and not again:
        return [Seen(*row) for row in pickle.loads(file.read_bytes())]
    pages = see_pages()
    rows = [
        (
            p.set,
            p.id,
            p.site,
            p.rows,
            p.right,
            p.ruled,
            p.looks,
            p.story,
            p.share,
            p.alone,
            p.words,
            p.class_words,
        )
        for p in pages
    ]
    file.write_bytes(pickle.dumps(rows))
    return pages


if __name__ == "__main__":
    main()
