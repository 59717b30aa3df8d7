"""How well the parts of a page are read: the labels of `wire`, and titles, authors, days and pictures.

    python quality/parts.py [wire] [metadata] [pictures] [--sets fundus] [--show FIELD] [--check]
    python quality/parts.py [...] --flat resiliparse

Every page is read by a model that saw no page of its site: the fold models that
`python quality/training/roles.py --folds 5` leaves in quality/out. `--shipped` reads with the shipped model.
`--flat FLATTENER` reads the pages as flat text (resiliparse, inscriptis, main, html2text) and without their addresses,
by the models of `flat_roles.py --folds`; only gold whose words the flattener left in the text is asked for
(`flat_gold.py`).
`--check` compares with the floors below and fails if a figure has fallen, or if the gold is not the one they
were measured on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))

import pages
import paths
from extraction import FOLDS, fold_of, models_of
from flat_gold import FlatGold

from onrecord import read_article
from onrecord.articles.times import Told, completed
from onrecord.record import Article, NoteKind, Unread
from onrecord.text.dates import find_dates

SETS = ("fundus", "trafilatura", "wcxb")
Reader = Callable[[str, str | None], "Article | Unread"]
Flattener = Callable[[str], str]


def as_wire(article: Article | Unread) -> dict[str, Any]:
    """A reading as `bench/wire/score.py` asks for it."""
    if isinstance(article, Unread):
        return {"kind": "other"}
    kinds = {NoteKind.NOTE: "editors_note"}
    return {
        "language": article.language,
        "kind": str(article.kind),
        "publisher": article.publisher,
        "agency": article.agency,
        "dateline": {
            "text": article.dateline.text,
            "place": article.dateline.place,
            "agency": article.dateline.agency,
            "day": article.dateline.day,
        }
        if article.dateline
        else None,
        "bylines": [{"name": b.name, "role": b.role, "outlet": b.outlet} for b in article.bylines],
        "published": _times(article.printed.published, article.declared.published, article.published),
        "updated": _times(article.printed.modified, article.declared.modified, article.published),
        "contributors": [
            {"text": c.text, "names": list(c.names), "places": list(c.places)} for c in article.contributors
        ],
        "corrections": [
            {"kind": kinds.get(n.kind, str(n.kind)), "text": n.text}
            for n in (*article.corrections, *article.notes)
        ],
        "copyright": article.copyright,
        "pictures": [
            {"caption": p.caption, "credit": p.credit} for p in article.pictures if p.caption or p.credit
        ],
        "reader_service": list(article.reader_service),
        "related": [card.headline for card in article.related],
        "sponsored": [card.headline for card in article.sponsored],
    }


def _times(printed: str | None, declared: str | None, near: date | datetime | None) -> dict[str, str | None]:
    """A time as printed, what the printed words mean (a missing year filled in), and as declared."""
    iso = None
    if printed and (found := find_dates(printed)):
        value = completed(Told(None, found[0], None, None), near)  # type: ignore[arg-type]
        iso = value.isoformat() if value else None
    return {"printed": printed, "iso": iso, "declared": declared}


def as_extraction(article: Article | Unread) -> dict[str, Any]:
    """A reading as `bench/extraction` asks for it.

    The gold's authors are the markup's, organisations among them, and its date is that of an update where the
    page tells no other.
    """
    if isinstance(article, Unread):
        return {}
    day = article.published or article.modified
    return {
        "text": article.text,
        "title": article.headline,
        "authors": [b.name for b in article.bylines] or list(article.declared.bylines),
        "date": day.isoformat() if day else None,
    }


def score_wire(read: Reader, show: str | None = None, flatten: Flattener | None = None) -> dict[str, float]:
    """F1 of each part over the wire pages."""
    paths.bench("wire")
    import score  # type: ignore[import-not-found]

    counts = score.Counts()
    folder = paths.DATA / "wire"
    for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        html = score.page_html(gold, folder / "pages", {})
        if flatten:
            html = flatten(html)
            gold = FlatGold(html).wire(gold)
        said = as_wire(read(html, gold.get("url")))
        before = {field: dict(c) for field, c in counts.items()}
        score.score_page(counts, gold, said)
        if show:
            for field, c in counts.items():
                old = before.get(field, {})
                wrong = c["wrong"] + c["missed"] - old.get("wrong", 0) - old.get("missed", 0)
                if field.split(".")[0] == show.split(".")[0] and field.startswith(show) and wrong:
                    name = show.split(".")[0]
                    print(f"{gold['id']} {field}\n   gold {gold.get(name)}\n   said {said.get(name)}")
    if flatten:  # flat text declares nothing
        counts.pop("published.declared", None)
        counts.pop("updated.declared", None)
    print(score.table(counts, set(as_wire_keys())))
    result = {}
    for field, c in counts.items():
        total = 2 * c["right"] + c["wrong"] + c["missed"]
        if total:
            result[f"wire {field}"] = 2 * c["right"] / total
    return result


def as_wire_keys() -> list[str]:
    """The fields that a reading gives."""
    return (
        "language kind publisher agency dateline bylines published updated contributors corrections copyright "
        "pictures reader_service related sponsored"
    ).split()


def score_metadata(
    read: Reader,
    show: str | None = None,
    sets: Sequence[str] = SETS,
    flatten: Flattener | None = None,
) -> dict[str, float]:
    """Headline, authors and day of the sets that have gold for them."""
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]
    import metrics  # type: ignore[import-not-found]

    result = {}
    for name in sets:
        values: dict[str, list[float]] = defaultdict(list)
        for page in gold.load([name]):
            source = page.html()
            title, authors, day = page.title, page.authors, page.date
            if flatten:
                source = flatten(source)
                held = FlatGold(source)
                title = title if held.has(title) else None
                authors = [author for author in authors or () if held.has(author)]
                day = day if _day_of(day) and held.has_day(_day_of(day)) else None
            article = read(source, page.url)
            out = as_extraction(article)
            if title:
                right = metrics.plain(title) == metrics.plain(out.get("title") or "")
                values["headline"].append(right)
                if not flatten:
                    declared = None if isinstance(article, Unread) else article.declared.headline
                    values["headline or the declared one"].append(
                        right or metrics.plain(title) == metrics.plain(declared or "")
                    )
                _show(show, "headline", right, page.id, title, out.get("title"))
            if authors:
                value = metrics.set_f1(metrics.names(authors), metrics.names(out.get("authors")))
                values["authors"].append(value)
                people = [] if isinstance(article, Unread) else [b.name for b in article.bylines]
                if not flatten:
                    values["authors, people alone"].append(
                        metrics.set_f1(metrics.names(authors), metrics.names(people))
                    )
                _show(show, "authors", value == 1, page.id, authors, out.get("authors"))
            if day:
                right = bool(metrics.days(day) & metrics.days(out.get("date")))
                values["day"].append(right)
                _show(show, "day", right, page.id, day, out.get("date"))
        for field, scores in values.items():
            result[f"{name} {field}"] = sum(scores) / len(scores)
            print(f"{name:12} {field:30} {result[f'{name} {field}']:.4f}  of {len(scores)}")
    return result


def _day_of(value: str | None) -> date | None:
    """The day of the gold's date as written; None without one."""
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def _show(show: str | None, field: str, right: bool, name: str, gold: object, said: object) -> None:
    if show == field and not right:
        print(f"{name}\n   gold {gold!r}\n   said {said!r}")


def score_pictures(
    read: Reader, show: str | None = None, flatten: Flattener | None = None
) -> dict[str, float]:
    """Captions paired with their pictures, and their credits, on the pages whose gold has pictures.

    A caption is right if the same words stand with one of the picture's files. A credit is compared for each
    gold picture that has a caption and a credit. The gold lists many pictures without the caption that the
    page prints; the second figure leaves those pages out. Captions that the gold's text has not and ours has
    have leaked.
    """
    paths.bench("extraction")
    paths.bench("wire")
    import gold
    import metrics
    import score

    right = said_count = gold_count = credit_right = credit_said = credit_gold = 0
    whole_right = whole_said = whole_gold = leaked = leaks_asked = 0
    for page in gold.load(["fundus"]):
        wanted = [image for image in page.images if image["caption"]]
        if not page.images:
            continue
        source = page.html()
        complete = len(wanted) == len(page.images)
        if flatten:
            source = flatten(source)
            held = FlatGold(source)
            wanted = [
                image | {"credits": [credit for credit in image["credits"] if held.has(credit)]}
                for image in wanted
                if held.has_most(image["caption"])
            ]
        article = read(source, page.url)
        text = "" if isinstance(article, Unread) else article.text
        captions = [image["caption"] for image in wanted]
        said_again, asked = metrics.leaked_captions(captions, page.text, text)
        leaked, leaks_asked = leaked + said_again, leaks_asked + asked
        if said_again and show == "leaks":
            print(page.id, [c for c in captions if metrics.leaked_captions([c], page.text, text)[0]])
        pictures = [] if isinstance(article, Unread) else [p for p in article.pictures if p.caption]
        gold_count += len(wanted)
        said_count += len(pictures)
        left = list(pictures)
        before = right
        for image in wanted:
            names = {metrics.image_key(url) for url in image["urls"]}
            caption = score.loose(image["caption"])
            credits = [score.credit(credit) for credit in image["credits"]]
            hit = next(
                (p for p in left if score.alike(caption, score.loose(p.caption))
                 and (not p.url or metrics.image_key(p.url) in names or _same_file(p.url, image["urls"]))),
                None,
            )  # fmt: skip
            credit_gold += bool(credits)
            if hit is None:
                if show == "captions":
                    print(
                        f"{page.id}\n   gold {image['caption']!r}\n   said",
                        [(p.caption, p.url) for p in pictures],
                    )
                continue
            left.remove(hit)
            right += 1
            credit_said += bool(hit.credit)
            same = bool(credits) and bool(hit.credit) and _same_credit(score.credit(hit.credit), credits)
            credit_right += same
            if not same and (credits or hit.credit) and show == "credits":
                print(
                    f"{page.id}\n   gold {image['credits']!r}\n   said {hit.credit!r}\n   of {hit.caption!r}"
                )
        if complete:
            whole_right, whole_said, whole_gold = (
                whole_right + right - before,
                whole_said + len(pictures),
                whole_gold + len(wanted),
            )
        if left and show == "extra":
            print(page.id, [p.caption for p in left])
    result = {
        "fundus captions paired": 2 * right / (said_count + gold_count),
        "fundus captions paired, pages whose gold leaves none out": 2
        * whole_right
        / max(1, whole_said + whole_gold),
        "fundus credits": 2 * credit_right / (credit_said + credit_gold),
        "fundus captions in the text": leaked / max(1, leaks_asked),
    }
    print(f"captions paired: {right} right, {said_count} said, {gold_count} gold")
    print(f"captions in the text: {leaked} of {leaks_asked}")
    print(f"credits: {credit_right} right, {credit_said} said, {credit_gold} gold")
    for field, value in result.items():
        print(f"{field:40} {value:.4f}")
    return result


def _same_file(url: str, urls: list[str]) -> bool:
    """Whether an address is another rendition of a gold picture: it shares a long name or number with it."""
    runs = re.findall(r"[^\W_]{8,}", re.sub(r"^https?://[^/]+", "", url))
    telling = [run for run in runs if any(c.isdigit() for c in run)]
    return any(run in other for run in telling for other in urls)


def _same_credit(said: str, credits: list[str]) -> bool:
    """Whether a credit says what the gold's pieces say together, marks between them aside."""
    words = re.findall(r"\w+", said)
    wanted = [word for credit in credits for word in re.findall(r"\w+", credit)]
    return sorted(words) == sorted(wanted) or (
        " ".join(wanted) in " ".join(words) and len(words) <= len(wanted) * 1.5
    )


def digest() -> str:
    """The digest of the gold that the floors were measured on."""
    seen = hashlib.sha256()
    for file in (
        "wire/gold.jsonl",
        *(f"extraction/{s}/gold.jsonl.gz" for s in ("fundus", "trafilatura", "wcxb")),
    ):
        seen.update((paths.DATA / file).read_bytes())
    return seen.hexdigest()[:16]


FLOORS: dict[str, float] = {
    "wire agency": 0.95,
    "wire dateline": 0.95,
    "wire bylines": 0.95,
    "wire publisher": 0.93,
    "wire published.printed": 0.95,
    "wire updated.printed": 0.95,
    "wire contributors": 0.95,
    "wire corrections": 0.95,
    "wire copyright": 0.95,
    "wire pictures": 0.93,
    "wire pictures.credit": 0.9,
    "wire kind": 0.95,
    "wire language": 0.98,
    "wire reader_service": 0.72,
    "wire related": 0.75,
    "wire sponsored": 0.7,
    "fundus headline": 0.836,
    "fundus headline or the declared one": 0.9,
    "fundus authors": 0.927,
    "fundus day": 0.985,
    "fundus captions paired": 0.855,
    "fundus captions paired, pages whose gold leaves none out": 0.95,
    "fundus credits": 0.92,
}
"""Figures that may not fall, measured on the gold with the digest below."""
GOLD = "825ad33233c50805"


def check(figures: dict[str, float]) -> int:
    """0 if no figure lies below its floor."""
    if GOLD and digest() != GOLD:
        print(
            f"The gold is not the one the floors were measured on: {digest()}, not {GOLD}.", file=sys.stderr
        )
        return 1
    fallen = {
        name: floor for name, floor in FLOORS.items() if name in figures and figures[name] < floor - 1e-9
    }
    for name, floor in fallen.items():
        print(f"{name} has fallen to {figures[name]:.4f}, below {floor:.4f}", file=sys.stderr)
    return 1 if fallen else 0


def _site(url: str | None) -> str:
    """The site that a page's fold goes by: as the gold names it, else the host's own name."""
    if url in _sites():
        return _sites()[url]
    labels = (urlsplit(url or "").hostname or "").split(".")
    return (
        labels[-3]
        if len(labels) > 2 and labels[-2] in ("co", "com", "org", "net")
        else labels[-2 % len(labels)]
    )


@cache
def _sites() -> dict[str | None, str]:
    paths.bench("extraction")
    import gold

    return {page.url: page.site for page in gold.load(["aeb", "fundus", "trafilatura", "wcxb"]) if page.url}


def main() -> None:
    """Score what is asked for, all by default."""
    paths.need_data()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", nargs="*", default=["wire", "metadata", "pictures"])
    parser.add_argument("--sets", nargs="+", default=list(SETS), choices=SETS, help="the sets for metadata")
    parser.add_argument("--shipped", action="store_true", help="read with the shipped model")
    parser.add_argument("--flat", help="the flattener: resiliparse, inscriptis, main, html2text")
    parser.add_argument("--show", help="print the pages that are wrong in this field")
    parser.add_argument("--check", action="store_true", help="fail if a figure lies below its floor")
    options = parser.parse_args()
    if options.flat and options.check:
        parser.error("the floors are of marked-up pages")
    if options.flat and not options.shipped:
        if not all(any(paths.OUT.glob(f"roles-flat.fold{n}.*.npz")) for n in range(FOLDS)):
            raise SystemExit("Train the fold models first: python quality/training/flat_roles.py --folds")

    def read(source: str, url: str | None) -> Article | Unread:
        models = None if options.shipped else models_of(fold_of(_site(url)))
        return read_article(source, url=None if options.flat else url, models=models)

    flatten = partial(pages.flatten, flattener=options.flat) if options.flat else None
    figures: dict[str, float] = {}
    if "wire" in options.what:
        figures |= score_wire(read, options.show, flatten)
    if "metadata" in options.what:
        figures |= score_metadata(read, options.show, options.sets, flatten)
    if "pictures" in options.what:
        figures |= score_pictures(read, options.show, flatten)
    if options.check:
        raise SystemExit(check(figures))


if __name__ == "__main__":
    main()
