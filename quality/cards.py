"""How well related and sponsored items are told from menus, lists of the latest and other furniture.

    python quality/cards.py [--shipped] [--show] [--flat FLATTENER]

The labels are ours, made by hand on 41 pages of the handed-out sets, in `cards.json` beside this file: the headlines
of items shown with the story as related to it (in a box under such a heading or between its paragraphs), those of
sponsored items, and those that fair people would call either way, which are not scored. Lists of the latest, the
most read and the trending, other pages of the section, links to the issue before and after are furniture.
With `--flat` the pages are read as flat text and without their addresses; only items whose words the flattener left are
asked for. The labels of `shared/data/wire` were made in the same way; `quality/parts.py wire` scores them.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import pages
import paths
from extraction import fold_of, models_of
from flat_gold import FlatGold

from onrecord import read_article
from onrecord.record import Article, Unread

LABELS = Path(__file__).with_name("cards.json")
KINDS = ("related", "sponsored")


def labelled() -> list[tuple[Any, dict[str, Any]]]:
    """Each labelled page with its labels."""
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]

    labels = json.loads(LABELS.read_text(encoding="utf-8"))
    sets = sorted({label["set"] for label in labels.values()})
    return [(page, labels[page.id]) for page in gold.load(sets) if page.id in labels]


def compare(article: Article | Unread, label: dict[str, Any], kind: str) -> tuple[int, list[str], list[str]]:
    """How many headlines of a kind are right, which are wrong and which are missed."""
    paths.bench("wire")
    import score  # type: ignore[import-not-found]

    def alike(wanted: str, said: str) -> bool:
        return bool(score.same(score.loose(wanted), score.loose(said), 0.6))

    said = [] if isinstance(article, Unread) else [card.headline for card in getattr(article, kind)]
    wanted = label[kind]
    pairs = score.pair(wanted, said, alike)
    found, taken = {g for g, _ in pairs}, {s for _, s in pairs}
    wrong = [
        headline
        for n, headline in enumerate(said)
        if n not in taken and not any(alike(unsure, headline) for unsure in label["unsure"])
    ]
    return len(pairs), wrong, [headline for n, headline in enumerate(wanted) if n not in found]


def main() -> None:
    """Print precision, recall and F1 of each kind of card."""
    paths.need_data()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shipped", action="store_true", help="read with the shipped model")
    parser.add_argument("--flat", help="the flattener: resiliparse, inscriptis, main, html2text")
    parser.add_argument("--show", action="store_true", help="print what is wrong and what is missed")
    options = parser.parse_args()
    counts = {kind: [0, 0, 0] for kind in KINDS}
    for page, label in labelled():
        models = None if options.shipped else models_of(fold_of(page.site))
        source = page.html()
        if options.flat:
            source = pages.flatten(source, options.flat)
            held = FlatGold(source)
            label = label | {kind: [item for item in label[kind] if held.has_most(item)] for kind in KINDS}
        article = read_article(source, url=None if options.flat else page.url, models=models)
        for kind in KINDS:
            hits, extra, lost = compare(article, label, kind)
            for n, value in enumerate((hits, len(extra), len(lost))):
                counts[kind][n] += value
            if options.show and (extra or lost):
                print(f"{page.id} {kind}: {hits} right")
                for headline in extra:
                    print(f"   wrong  {headline[:90]}")
                for headline in lost:
                    print(f"   missed {headline[:90]}")
    for kind, (right, wrong, missed) in counts.items():
        print(
            f"{kind:10} precision {right / max(1, right + wrong):.3f}  recall {right / max(1, right + missed):.3f}"
            f"  F1 {2 * right / max(1, 2 * right + wrong + missed):.3f}"
            f"  ({right} right, {wrong} wrong, {missed} missed)"
        )


if __name__ == "__main__":
    main()
