"""How well pages are read: the bench's scores, every page read by a model that saw no page of its site.

    python quality/extraction.py                       all sets, from HTML
    python quality/extraction.py --flat inscriptis     the same pages as flat text
    python quality/extraction.py --errors 20           and the pages that lost most

Needs the fold models that `roles.py --folds 5`, `role_trees.py --folds 5`, `choosers.py` and, for flat text,
`flat_roles.py --folds` (all in quality/training) leave in quality/out.
Floors are pinned in floors.json with a digest of the gold; a score under its floor ends the script with 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import paths

from onrecord.models.roles import RoleModel, load_role_model, read_role_model, read_role_trees
from onrecord.models.trees import Choosers, Trees, read_trees
from onrecord.models.views import read_story_words
from onrecord.reading import Models, read_article
from onrecord.record import Article, Role

FOLDS = 5
SETS = ("aeb", "fundus", "trafilatura", "wcxb", "readability")
FLOORS = Path(__file__).with_name("floors.json")


def fold_of(site: str) -> int:
    return int.from_bytes(hashlib.sha256(f"fold: {site}".encode()).digest()[:4], "big") % FOLDS


@cache
def models_of(fold: int) -> Models:
    """The models trained without the sites of this fold."""
    html, flat = (
        averaged(sorted(paths.OUT.glob(f"roles-{name}.fold{fold}*.npz"))) for name in ("html", "flat")
    )
    if html is None:
        raise SystemExit("Train the fold models first: python quality/training/roles.py --folds 5")
    flat = flat or load_role_model("flat")
    html, flat = (
        replace(model, trees=read_role_trees(trees))
        if (trees := paths.OUT / f"trees-{name}.fold{fold}.npz").exists()
        else model
        for name, model in (("html", html), ("flat", flat))
    )
    words = paths.OUT / f"story-words.fold{fold}.npz"
    html = replace(html, story_words=read_story_words(words) if words.exists() else None)
    choosers = Choosers(_trees("headlines", fold), _trees("story-trees", fold))
    return Models(html, flat, None, choosers)


def _trees(name: str, fold: int) -> Trees | None:
    """The chooser trained without the sites of this fold; None before it is trained."""
    file = paths.OUT / f"{name}.fold{fold}.json"
    return read_trees(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else None


def averaged(files: list[Path]) -> RoleModel | None:
    """The networks of several seeds as one model: trained on the same pages, they know the same words."""
    models = [read_role_model(path) for path in files]
    if not models:
        return None
    return replace(models[0], members=tuple(member for model in models for member in model.members))


def answer(article: Article) -> dict[str, Any]:
    """What the bench asks of an extractor."""
    return {
        "text": article.text,
        "title": article.headline,
        "authors": [b.name for b in article.bylines],
        "date": article.published.isoformat() if article.published else None,
        "image": next((p.url for p in article.pictures if p.url), None),
    }


def read_one(job: tuple[str, str, str | None]) -> dict[str, Any]:
    """The scores of one page."""
    import metrics  # type: ignore[import-not-found]
    import pages

    name, key, flattener = job
    page = _gold()[name, key]
    source = page.html()
    if flattener:
        source = pages.flatten(source, flattener)
    started = time.process_time()
    try:
        article = read_article(source, models=models_of(fold_of(page.site)))
    except Exception as error:  # a crash is a result here, and named
        print(f"{name} {key}: {type(error).__name__}: {error}", file=sys.stderr)
        article = None
    took = time.process_time() - started
    out = answer(article) if isinstance(article, Article) else {}
    row = metrics.score(page, out)
    row |= {"set": name, "id": key, "kind": page.page_type or "", "took": took, "out": out}
    if isinstance(article, Article):
        row["is_article"] = article.is_article
        row["pictures"] = _pictures(page, article)
        row["roles"] = {r.value: sum(p.role is r for p in article.blocks) for r in Role}
    return row


def _pictures(page: Any, article: Article) -> tuple[int, int, int, int, int]:
    """Captions right, asked, given; credits right, asked (fundus alone has them)."""
    import metrics

    if page.dataset != "fundus":
        return (0, 0, 0, 0, 0)
    wanted: dict[str, tuple[set[str], str | None]] = {}
    for image in page.images:
        if image["caption"]:
            credit = image["credits"]
            credit = ", ".join(credit) if isinstance(credit, list) else credit
            keys, _ = wanted.get(metrics.plain(image["caption"]), (set(), None))
            wanted[metrics.plain(image["caption"])] = (
                keys | {metrics.image_key(u) for u in image["urls"]},
                credit,
            )
    given = [p for p in article.pictures if p.caption]
    right = credits = asked = 0
    for caption, (_, credit) in wanted.items():
        found = next((p for p in given if _alike(caption, metrics.plain(p.caption or ""))), None)
        right += found is not None
        if credit:
            asked += 1
            said = metrics.plain((found.credit if found else None) or "")
            credits += bool(said) and _alike(metrics.plain(credit), said)
    return right, len(wanted), len(given), credits, asked


def _alike(a: str, b: str) -> bool:
    short, long = sorted((a.strip(" ."), b.strip(" .")), key=len)
    return bool(short) and short in long and len(short) >= 0.6 * len(long)


@cache
def _gold() -> dict[tuple[str, str], Any]:
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]

    return {(p.dataset, p.id): p for p in gold.load(SETS)}


def summary(rows: list[dict[str, Any]]) -> dict[str, float]:
    """The figures of the issue's table."""
    import metrics

    out: dict[str, float] = {}
    for name in SETS:
        some = [r for r in rows if r["set"] == name]
        if not some:
            continue
        s = metrics.summary(some)
        for key in (
            "f1",
            "rouge_f1",
            "seg_f1",
            "word_f1",
            "title",
            "authors",
            "date",
            "image",
            "caption_leak",
            "with",
            "without",
        ):
            if key in s:
                out[f"{name} {key}"] = round(s[key], 4)
        kinds = sorted({r["kind"] for r in some} - {""})
        for kind in kinds:
            part = metrics.summary([r for r in some if r["kind"] == kind])
            out[f"{name} {kind} word_f1"] = round(part.get("word_f1", 0.0), 4)
        counts = [sum(r["pictures"][n] for r in some if "pictures" in r) for n in range(5)]
        if counts[1]:
            out[f"{name} captions f1"] = round(2 * counts[0] / (counts[1] + counts[2]), 4)
            out[f"{name} captions recall"] = round(counts[0] / counts[1], 4)
            out[f"{name} credits"] = round(counts[3] / max(counts[4], 1), 4)
    told = [
        (r["kind"] == "article", r["is_article"]) for r in rows if r["set"] == "wcxb" and "is_article" in r
    ]
    if told:
        out["story or not"] = round(sum(a == b for a, b in told) / len(told), 4)
    out["pages a second"] = round(len(rows) / sum(r["took"] for r in rows), 1)
    return out


def digest() -> str:
    """A digest of the gold that the figures stand on."""
    whole = hashlib.sha256()
    for name in SETS:
        whole.update((paths.DATA / "extraction" / name / "gold.jsonl.gz").read_bytes())
    return whole.hexdigest()[:16]


def check(found: dict[str, float], part: str) -> int:
    """Compare with the floors of this part; 1 if one is missed."""
    kept = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    pinned = kept.get(part)
    if not pinned:
        return 0
    if pinned["gold"] != digest():
        print(f"The gold has changed since the floors of {part} were pinned; they are not compared.")
        return 0
    missed = 0
    for name, floor in pinned["floors"].items():
        if name in found and (found[name] > floor if "leak" in name else found[name] < floor):
            print(f"UNDER ITS FLOOR: {name} is {found[name]}, the floor {floor}")
            missed = 1
    return missed


def pin(found: dict[str, float], part: str) -> None:
    """Raise the floors of this part to a little under what was found; a floor is never lowered."""
    kept = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    before = kept.get(part, {}).get("floors", {}) if kept.get(part, {}).get("gold") == digest() else {}
    floors = {}
    for name, value in found.items():
        if name == "pages a second":
            continue
        if "leak" in name:
            floors[name] = min(round(value + 0.004, 4), before.get(name, 1.0))
        else:
            floors[name] = max(round(value - 0.004, 4), before.get(name, 0.0))
    kept[part] = {"gold": digest(), "found": found, "floors": floors}
    FLOORS.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sets", nargs="+", default=list(SETS))
    parser.add_argument(
        "--flat", help="the flattener whose text is read: resiliparse, inscriptis, main, html2text"
    )
    parser.add_argument("--fold", type=int, nargs="+", help="the pages of these folds alone")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--pin", action="store_true", help="raise the floors to what was found, never lower")
    args = parser.parse_args()
    paths.need_data()
    if args.flat and not all(
        list(paths.OUT.glob(f"roles-flat.fold{n}.*.npz")) for n in args.fold or range(FOLDS)
    ):
        raise SystemExit("Train the fold models first: python quality/training/flat_roles.py --folds")
    jobs = [(name, key, args.flat) for name, key in _gold() if name in args.sets]
    if args.fold is not None:
        jobs = [job for job in jobs if fold_of(_gold()[job[:2]].site) in args.fold]
    with ProcessPoolExecutor(2) as pool:
        rows = list(pool.map(read_one, jobs, chunksize=8))
    found = summary(rows)
    for key, value in found.items():
        print(f"{key:28} {value}")
    if args.errors:
        rows.sort(key=lambda r: r["shingles"][0] if "shingles" in r else 9)
        for r in rows[: args.errors]:
            print(r["set"], r["id"], r["kind"], [round(x, 3) for x in r.get("shingles", ())])
    if args.out:
        args.out.write_text(json.dumps(rows, ensure_ascii=False, default=str))
    if args.pin:
        pin(found, f"flat {args.flat}" if args.flat else "html")
    return check(found, f"flat {args.flat}" if args.flat else "html")


if __name__ == "__main__":
    raise SystemExit(main())
