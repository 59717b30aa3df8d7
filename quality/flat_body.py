"""How well flat text's subheads and decks are read: by what the same pages' mark-up says of the same lines.

    python quality/flat_body.py [--flat resiliparse inscriptis main] [--sets aeb fundus wcxb] [--show subheads|decks]

Every page is read twice by models that saw no page of its site: as HTML, where `h2` to `h6` in the story and the deck's
box tell what a line is, and as flat text. A line counts where both have it. A line that the page prints bold or
underlined as a whole is a subhead for some and not for others: whether flat text calls it one is not counted. Pages
that are no article, or whose HTML reading takes nothing for the story, are left out.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import pages
import paths
from extraction import fold_of, models_of

from onrecord import read_article
from onrecord.record import BODY_ROLES, Article, Role, Span

SETS = ("aeb", "fundus", "wcxb")
FLATTENERS = ("resiliparse", "inscriptis", "main")
_BOLD_BEGINS = re.compile(r"<(?:b|strong|u|em|i|mark)\b[^<>]*>\s*(?:<(?:a|span)\b[^<>]*>\s*)*$", re.I)
_BOLD_ENDS = re.compile(
    r"\W{0,2}\s*(?:</(?:a|span)>\s*)*</(?:b|strong|u|em|i|mark)\s*>\W{0,3}<(?:/|br)", re.I
)
_LETTERS = re.compile(r"\w+")


def key_of(text: str) -> str:
    """A line as it is looked up in the other form."""
    return " ".join(_LETTERS.findall(text.casefold()))


@cache
def gold_pages() -> dict[tuple[str, str], Any]:
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]

    return {(page.dataset, page.id): page for page in gold.load(SETS) if page.page_type in (None, "article")}


def marked(source: str, article: Article) -> tuple[dict[str, str], str | None]:
    """What the mark-up says of the story's lines (`subhead`, `bold` or `other`), and the deck."""
    lines: dict[str, str] = {}
    for part in article.blocks:
        if part.role is Role.SUBHEAD and part.span is not None:
            told = "subhead"
        elif part.role in BODY_ROLES and _is_bold(source, part.block.source):
            told = "bold"
        else:
            told = "other"
        key = key_of(part.block.text)
        if told == "subhead" or lines.get(key) in (None, "other"):
            lines[key] = told
    return lines, article.deck


def _is_bold(source: str, place: Span) -> bool:
    return bool(
        _BOLD_BEGINS.search(source, max(0, place.start - 200), place.start)
        and _BOLD_ENDS.match(source, place.end)
    )


def read_one(job: tuple[str, str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """A page's counts, a row for each flattener; none for a page without a story."""
    name, key, flatteners = job
    page = gold_pages()[name, key]
    source = page.html()
    models = models_of(fold_of(page.site))
    article = read_article(source, models=models)
    if not isinstance(article, Article) or not article.is_article or not article.text:
        return []
    lines, deck = marked(source, article)
    rows = []
    for flattener in flatteners:
        flat = read_article(pages.flatten(source, flattener), models=models)
        if isinstance(flat, Article):
            rows.append({"flat": flattener, "set": name, "id": key, **compare(lines, deck, flat)})
    return rows


def compare(lines: dict[str, str], deck: str | None, flat: Article) -> dict[str, Any]:
    """Subheads right, given, asked and out of the story; the same of the deck; and the lines that are wrong."""
    found: Counter[str] = Counter()
    wrong: list[tuple[str, str]] = []
    shown: set[str] = set()
    for part in flat.blocks:
        key = key_of(part.block.text)
        told = lines.get(key, "other")
        if not key or (told == "subhead" and key in shown and part.role is not Role.SUBHEAD):
            continue
        called = part.role is Role.SUBHEAD
        if told == "subhead":
            shown.add(key)
            found["asked"] += 1
            found["right"] += called
            found["body"] += part.role in BODY_ROLES
            if not called:
                wrong.append((f"missed subhead, taken for {part.role}", part.block.text))
        if called and told != "bold":
            found["given"] += 1
            if told != "subhead":
                wrong.append((f"no subhead, {'in' if key in lines else 'not in'} HTML", part.block.text))
        found["bold called"] += called and told == "bold"
        found["bold"] += told == "bold"
    wanted = key_of(deck or "")
    if wanted and any(key_of(part.block.text) == wanted for part in flat.blocks):
        found["deck asked"] += 1
    else:
        wanted = ""
    if flat.deck:
        found["deck given"] += 1
        found["deck right"] += key_of(flat.deck) == wanted
    if (wanted or flat.deck) and key_of(flat.deck or "") != wanted:
        wrong.append((f"deck given: {flat.deck!r}", f"asked: {deck if wanted else None!r}"))
    return {"found": dict(found), "wrong": wrong}


def _figures(right: int, given: int, asked: int) -> str:
    both = 2 * right / max(1, given + asked)
    precision, recall = right / max(1, given), right / max(1, asked)
    return f"precision {precision:.3f} ({right} of {given}), recall {recall:.3f} (of {asked}), F1 {both:.3f}"


def main() -> None:
    """Score what is asked for, all by default."""
    paths.need_data()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--flat", nargs="+", default=list(FLATTENERS))
    parser.add_argument("--sets", nargs="+", default=list(SETS), choices=SETS)
    parser.add_argument("--fold", type=int, nargs="+", help="the pages of these folds alone")
    parser.add_argument("--show", choices=("subheads", "decks"), help="print the lines that are wrong")
    options = parser.parse_args()
    jobs = [
        (name, key, tuple(options.flat))
        for (name, key), page in gold_pages().items()
        if name in options.sets and (options.fold is None or fold_of(page.site) in options.fold)
    ]
    with ProcessPoolExecutor(2) as pool:
        rows = [row for found in pool.map(read_one, jobs, chunksize=8) for row in found]
    for row in rows:
        for what, line in row["wrong"]:
            if options.show and what.startswith("deck") == (options.show == "decks"):
                print(f"{row['flat']} {row['set']} {row['id']}: {what}\n    {line}")
    for flattener in options.flat:
        for name in (*options.sets, "all"):
            some = [r for r in rows if r["flat"] == flattener and name in ("all", r["set"])]
            total: Counter[str] = Counter()
            for row in some:
                total.update(row["found"])
            print(f"{flattener} {name}: {len(some)} pages")
            print(f"   subheads: {_figures(total['right'], total['given'], total['asked'])};", end=" ")
            print(f"in the story {total['body'] / max(1, total['asked']):.3f};", end=" ")
            print(f"bold lines called one {total['bold called']} of {total['bold']}")
            told = _figures(total["deck right"], total["deck given"], total["deck asked"])
            print(f"   decks: {told}")


if __name__ == "__main__":
    main()
