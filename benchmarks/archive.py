"""How fast an archive is and how large, from a thousand articles to a hundred thousand.

    python benchmarks/archive.py                                           # to 20,000, in a temporary folder
    python benchmarks/archive.py --sizes 1000,10000,100000 --into made     # and keep the file
    python benchmarks/archive.py --light --sizes 4000 --copies 25          # 100,000 for searching, in minutes

One archive grows to each of the sizes and is measured there.

The articles are made up, but in the sizes of saved news pages: some 45 kB of compressed HTML a page, of
which a fifth is the site's own frame, 800 words of text (Zipf's law over 90,000 words), 180 blocks, a dozen
attributions, two dozen entities; people and sites recur as names in the news do. All is drawn from one seed.

Printed are: CPU time to add an article, the file against its pages and texts, and the CPU times of 240
searches of the kinds that people make.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from onrecord.archive import Archive, indexes, open_archive
from onrecord.archive.queries import tags_of
from onrecord.archive.words import day_tags
from onrecord.record import (
    Act,
    Attribution,
    AttributionKind,
    Block,
    Byline,
    Card,
    Claims,
    Entity,
    EntityKind,
    Evidence,
    Link,
    Mention,
    MentionForm,
    Page,
    Part,
    Picture,
    Reading,
    Role,
    Span,
    Stage,
)
from tests import made

WORDS = 90_000
COMMON = (
    "the of and to in a said that for on was is he with as at by it from his an be have has were are who "
    "had not they but their which this she will more after been or about would when her people one its "
    "also new year two government president police last first state city told minister country before "
    "over up officials could"
).split()
SYLLABLES = (
    "ba be bo ca co da de di do el en er fa fi ga go ha hi in is ka ke la le li lo ma me mi mo na ne ni "
    "no pa pe po ra re ri ro sa se si so ta te ti to tra un va ve vi wa we ya zo ster ling ment tion ber "
    "gan ford"
).split()


class Newsroom:
    """Makes pages and their readings."""

    def __init__(self, seed: int = 11, *, light: bool = False) -> None:
        self.light = light
        self.draw = random.Random(seed)
        self.numbers = np.random.default_rng(seed)
        self.words = self._words()
        ranks = np.arange(1, WORDS + 1)
        weights = 1 / (ranks + 2.7) ** 1.03
        self.steps = np.cumsum(weights / weights.sum())
        self.people = [f"{self._name()} {self._name()}" for _ in range(60_000)]
        self.places = [self._name() for _ in range(3_000)]
        self.groups = [f"{self._name()} {self._name()}" for _ in range(8_000)]
        self.sites = [f"{self._name().lower()}{i}.example" for i in range(300)]
        self.agencies = [f"{self._name()} Press" for _ in range(9)]
        self.sections = (
            "World Politics Business Sport Culture Science Health Opinion Local Technology".split()
        )
        self.frames = {site: self._frame() for site in self.sites}

    def _words(self) -> list[str]:
        made = dict.fromkeys(COMMON)
        while len(made) < WORDS:
            made["".join(self.draw.choices(SYLLABLES, k=self.draw.choice((1, 2, 2, 3, 3, 4))))] = None
            if len(made) > 2_000:
                made["".join(self.draw.choices(SYLLABLES, k=self.draw.choice((3, 4, 4, 5))))] = None
        return list(made)[:WORDS]

    def _name(self) -> str:
        return "".join(self.draw.choices(SYLLABLES, k=self.draw.choice((2, 2, 3)))).capitalize()

    def _frame(self) -> str:
        """What all pages of a site have in common: scripts, menus, style."""
        parts = []
        for _ in range(420):
            parts.append(f'<div class="c-{self.draw.getrandbits(44):x} m-{self.draw.getrandbits(20):x}">')
            parts.append(f'<a href="/{self.words[self.draw.randrange(3000)]}">{self._name()}</a></div>')
        return "".join(parts)

    def _drawn(self, count: int) -> list[str]:
        """So many words, by Zipf's law."""
        ranks = np.minimum(np.searchsorted(self.steps, self.numbers.random(count)), WORDS - 1)
        return [self.words[rank] for rank in ranks]

    def _popular(self, of: list[str], count: int) -> list[str]:
        """Some names; few are named often, most seldom."""
        places = (len(of) * self.numbers.random(count) ** 2.6).astype(int)
        return list(dict.fromkeys(of[i] for i in places))

    def articles(self, count: int) -> Iterator[tuple[Page, Reading]]:
        """So many pages with their readings."""
        for number in range(count):
            yield self._article(number)

    def _article(self, number: int) -> tuple[Page, Reading]:
        draw = self.draw
        length = int(min(4_000, max(120, self.numbers.lognormal(6.6, 0.55))))
        stream = iter(self._drawn(length))
        people, places = self._popular(self.people, 9), self._popular(self.places, 7)
        groups = self._popular(self.groups, 8)
        site = draw.choice(self.sites)
        day = datetime(2014, 1, 1, tzinfo=UTC) + timedelta(
            minutes=int(self.numbers.integers(0, 12 * 365 * 1440))
        )
        paragraphs: list[str] = []
        said: list[
            tuple[int, int, int, int, int, bool]
        ] = []  # paragraph, person, places in the paragraph, direct
        while words := list(itertools.islice(stream, draw.randint(25, 60))):
            sentence = " ".join(words).capitalize()
            who = draw.randrange(len(people))
            sort = draw.random()
            if sort < 0.35:
                quoted = f"“{sentence},”"
                paragraphs.append(f"{quoted} said {people[who]} in {draw.choice(places)}.")
                said.append((len(paragraphs) - 1, who, 0, len(quoted), len(quoted) + 1, True))
            elif sort < 0.65:
                head = f"{people[who]} said "
                paragraphs.append(f"{head}{sentence}, at the {draw.choice(groups)}.")
                said.append(
                    (
                        len(paragraphs) - 1,
                        who,
                        len(head),
                        len(head) + len(sentence),
                        len(people[who]) + 1,
                        False,
                    )
                )
            else:
                paragraphs.append(f"{sentence} near {draw.choice(places)}, {draw.choice(groups)}.")
        headline = " ".join(self._drawn(9)).capitalize()
        return self._read(number, site, day, headline, paragraphs, people, places + groups, said)

    def _read(
        self,
        number: int,
        site: str,
        day: datetime,
        headline: str,
        paragraphs: list[str],
        people: list[str],
        others: list[str],
        said: list[tuple[int, int, int, int, int, bool]],
    ) -> tuple[Page, Reading]:
        draw = self.draw
        frame = "" if self.light else self.frames[site]
        out: list[str] = [f"<html><head><title>{headline}</title></head><body>", frame]
        size = sum(map(len, out))
        parts: list[Part] = []

        def put(html: str, text: str, role: Role, span: Span | None = None) -> None:
            nonlocal size
            start = size + html.index(text)
            out.append(html)
            size += len(html)
            links = (
                (Link(f"/{draw.getrandbits(60):x}", Span(0, len(text))),) if role is Role.FURNITURE else ()
            )
            block = Block(text, Span(start, start + len(text)), "p", draw.randrange(400), links)
            rivals = (
                (Role.RELATED, round(draw.random() / 9, 4)),
                (Role.CAPTION, round(draw.random() / 9, 4)),
            )
            parts.append(Part(block, role, round(0.8 + draw.random() / 5, 4), "the model", rivals, span))

        put(f"<h1>{headline}</h1>", headline, Role.HEADLINE)
        starts, place = [], 0
        for paragraph in paragraphs:
            starts.append(place)
            put(
                f'<p class="p{draw.getrandbits(32):x}">{paragraph}</p>',
                paragraph,
                Role.PARAGRAPH,
                Span(place, place + len(paragraph)),
            )
            place += len(paragraph) + 2
        cards = []
        for _ in range(14):
            title = " ".join(self._drawn(8)).capitalize()
            address = f"https://{site}/{draw.getrandbits(64):x}"
            put(f'<a href="{address}">{title}</a>', title, Role.RELATED)
            cards.append(Card(title, address, None, None, None, None, parts[-1].block.source))
        for _ in range(0 if self.light else 140):
            text = " ".join(draw.choices(self.words[:4000], k=draw.randint(1, 5)))
            put(f'<li><a href="/{draw.getrandbits(60):x}">{text}</a></li>', text, Role.FURNITURE)
        # Scripts, tracking and addresses that no other page has.
        if not self.light:
            out.append(f"<script>{draw.randbytes(27_000).hex()}</script></body></html>")
        source = "".join(out)
        text = "\n\n".join(paragraphs)
        url = f"https://{site}/{day:%Y/%m/%d}/{number}"
        origin = made.origin(source, url=url, name=f"{number}.html", saved=day)
        entities = self._entities(text, people, others)
        attributions = []
        for paragraph, who, start, end, cue, direct in said:
            base = starts[paragraph]
            name = base + paragraphs[paragraph].index(people[who])
            attributions.append(
                Attribution(
                    (Span(name, name + len(people[who])),),
                    (Span(base + cue, base + cue + 4),),
                    (Span(base + start, base + end),),
                    AttributionKind.DIRECT if direct else AttributionKind.INDIRECT,
                    Act.SPEECH,
                    people[who],
                    who,
                    round(0.5 + draw.random() / 2, 4),
                    "a verb of saying",
                    round(draw.random(), 4),
                    "named beside it",
                )
            )
        article = made.article(
            text,
            headline=headline,
            bylines=(Byline(draw.choice(self.people[:4_000])),),
            agency=draw.choice(self.agencies) if draw.random() < 0.4 else None,
            publisher=site.split(".")[0].title(),
            section=draw.choice(self.sections),
            published=day,
            declared=Claims(headline=headline),
            printed=Claims(headline=headline),
            related=tuple(cards),
            pictures=tuple(
                Picture(f"https://{site}/{draw.getrandbits(50):x}.jpg", headline, "Staff") for _ in range(2)
            ),
            blocks=tuple(parts),
            evidence=(
                Evidence("headline", headline, "h1", parts[0].block.source, True, "printed and declared"),
            ),
        )
        stages = tuple(Stage(name, True) for name in ("entities", "times", "attributions"))
        return Page(source, origin), Reading(
            origin, article, entities, (), tuple(attributions), stages, "0.1.0"
        )

    def _entities(self, text: str, people: list[str], others: list[str]) -> tuple[Entity, ...]:
        kinds = (EntityKind.PLACE, EntityKind.ORGANISATION)
        found = []
        for name in [*people, *others]:
            is_person = len(found) < len(people)
            mentions = []
            at = text.find(name)
            while at >= 0:
                mentions.append(
                    Mention(Span(at, at + len(name)), name, MentionForm.NAME, round(self.draw.random(), 4))
                )
                at = text.find(name, at + 1)
            kind = EntityKind.PERSON if is_person else kinds[" " in name]
            roles = (
                (f"{self.words[self.draw.randrange(200)]} minister",)
                if is_person and self.draw.random() < 0.4
                else ()
            )
            found.append(Entity(len(found), name, kind, tuple(mentions), roles=roles))
        return tuple(found)

    def searches(self, count: int) -> list[dict[str, object]]:
        """What people ask for: mostly a few words of middling rank, often narrowed, now and then common."""
        found: list[dict[str, object]] = []
        for i in range(count):
            middling = [
                self.words[int(20 + 4_000 * self.draw.random() ** 2)]
                for _ in range(self.draw.choice((1, 2, 2, 3)))
            ]
            common = self.draw.choice(COMMON)
            name = self._popular(self.people, 1)[0].split()[-1]
            year = 2014 + self.draw.randrange(12)
            found.append(
                [
                    {"query": " ".join(middling)},
                    {"query": " ".join(middling), "what": "statements"},
                    {"query": " ".join(middling), "since": f"{year}", "until": f"{year}-06"},
                    {"query": f'"{middling[0]} {common}"'},
                    {"query": middling[0], "what": "statements", "speaker": name},
                    {"query": "", "what": "statements", "speaker": name},
                    {"query": f"{middling[0][:4]}* -{common}"},
                    {"query": middling[0], "site": self.draw.choice(self.sites)},
                    {"query": name, "what": "people"},
                    {"query": f"{common} {middling[0]}", "agency": self.draw.choice(self.agencies)},
                    {"query": f"{middling[0]} OR {middling[-1]}", "sort": "newest"},
                    {"query": common, "what": self.draw.choice(("articles", "statements"))},
                ][i % 12]
            )
        return found


def measure(archive: Archive, searches: list[dict[str, object]], **more: object) -> list[float]:
    """Milliseconds of each search, the better of two: the second finds the file in memory."""
    found = []
    for asked in searches:
        spent = []
        for _ in range(2):
            start = time.process_time()
            archive.search(**{**asked, **more})  # type: ignore[arg-type]
            spent.append((time.process_time() - start) * 1000)
        found.append(min(spent))
    return found


def grow(sizes: list[int], path: Path, batch: int = 64, *, light: bool = False, copies: int = 1) -> None:
    """Make an archive that grows to each of the sizes, and measure it there."""
    room = Newsroom(light=light)
    articles = room.articles(max(sizes))
    adding = 0.0
    sampled = zipped = text = count = 0
    with open_archive(path) as archive:
        for size in sorted(sizes):
            before, since = adding, count
            while count < size:
                waiting = list(itertools.islice(articles, min(batch, size - count)))
                count += len(waiting)
                raw = waiting[0][0].source.encode()
                sampled += 1
                zipped += len(gzip.compress(raw, 6))
                text += sum(len(reading.article.text.encode()) for _, reading in waiting)
                start = time.process_time()
                archive.add_many(waiting)
                adding += time.process_time() - start
            told = {"articles": size, "add_cpu_ms": round((adding - before) / (size - since) * 1000, 2)}
            told |= room_taken(archive, path, size, zipped / sampled, text) | times(path, size)
            print(json.dumps(told), flush=True)
        if copies > 1:
            multiply(archive, path, copies)


def multiply(archive: Archive, path: Path, copies: int) -> None:
    """Copy every article of an archive, so that there are so many of each, and measure it.

    Copies have days, sites and addresses of their own; their words, and the people in them, are those of the
    first. What a search goes through, the lists of the indexes and the tables, is as long as if as many articles
    had been added one by one.
    """
    at = archive._at
    size = at.one("SELECT max(id) FROM article")
    sites = [site for (site,) in at.rows("SELECT DISTINCT site FROM article ORDER BY site")]
    told = dict(at.rows("SELECT site, min(publisher) FROM article GROUP BY site"))
    where = {
        id_: (site, date.fromisoformat(day))
        for id_, site, day in at.rows("SELECT id, site, day FROM article")
    }
    forms: dict[int, Any] = {id_: indexes._forms(at, id_) for id_ in where}
    start = time.process_time()
    for copy in range(1, copies):
        with at.writing():
            for table, columns in _COPIED.items():
                names = [row[1] for row in at.rows(f"PRAGMA table_info({table})")]
                shifted = ", ".join(columns.get(name, name) for name in names)
                at.run(
                    f"INSERT INTO {table} SELECT {shifted} FROM {table} WHERE {columns['']}",
                    _named(f"{shifted} {columns['']}", shift=copy * size, most=size, copy=copy),
                )
            moved, whole, said = [], [], []
            for id_, (site, day) in where.items():
                to = sites[(sites.index(site) + copy * 7) % len(sites)]
                new = date(2014, 1, 1) + timedelta(days=((day - date(2014, 1, 1)).days + copy * 397) % 4380)
                moved.append(
                    (to, told[to], new.isoformat(), new.isoformat() + "T09:00:00+00:00", id_ + copy * size)
                )
                before, after = (_tags(*each) for each in ((site, told[site], day), (to, told[to], new)))
                article, statements = forms[id_]
                whole.append((id_ + copy * size, *article[1:-1], article[-1].replace(before, after)))
                said += [
                    (number + (copy * size << 20), content, speaker, tags.replace(before, after))
                    for number, content, speaker, tags in statements
                ]
            at.run_many(
                "UPDATE article SET site = ?, publisher = ?, day = ?, published = ? WHERE id = ?", moved
            )
            at.run_many(
                f"INSERT INTO article_words (rowid, {indexes._ARTICLE}) VALUES (?,?,?,?,?,?,?,?)", whole
            )
            at.run_many(f"INSERT INTO statement_words (rowid, {indexes._STATEMENT}) VALUES (?,?,?,?)", said)
        print(f"copy {copy}: {time.process_time() - start:.0f} s", file=sys.stderr, flush=True)
    at.run("UPDATE person SET articles = articles * ?, statements = statements * ?", (copies, copies))
    at.run("PRAGMA wal_checkpoint(TRUNCATE)")
    print(json.dumps({"articles": size * copies, "made": f"{copies} copies"} | times(path, size * copies)))


def _tags(site: str, publisher: str, day: date) -> str:
    tags = [*day_tags(day.isoformat()), *tags_of("site", site), *tags_of("publisher", publisher)]
    return " ".join(tags)


_OWN = "id <= :most"
_COPIED = {
    "page": {
        "": _OWN,
        "id": "id + :shift",
        "base": "base + :shift",
        "sha256": "lower(hex(randomblob(32)))",
    },
    "article": {"": _OWN, "id": "id + :shift", "url": "url || '-' || :copy", "story": "NULL"},
    "attribution": {"": "id < (:most + 1) << 20", "id": "id + (:shift << 20)"},
    **{
        table: {"": f"{key} <= :most", key: f"{key} + :shift"}
        for table, key in (
            ("body", "article_id"),
            ("entity", "article_id"),
            ("origin", "page_id"),
        )
    },
}
"""The tables that `multiply` copies: which rows, and how a column of the copy is told from the first's."""


def _named(sql: str, **values: int) -> dict[str, int]:
    return {name: value for name, value in values.items() if f":{name}" in sql}


def room_taken(archive: Archive, path: Path, size: int, page: float, text: int) -> dict[str, object]:
    """The file against what it holds: pages as gzip would hold them one by one, and texts."""
    archive._at.run("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = path.stat().st_size
    kept = archive._at.one("SELECT sum(length(body)) FROM page")
    return {
        "file_mb": round(whole / 1e6, 1),
        "kb_an_article": round(whole / size / 1e3, 1),
        "page_gzip_kb": round(page / 1e3, 1),
        "page_kept_kb": round(kept / size / 1e3, 1),
        "text_kb": round(text / size / 1e3, 1),
        "file_to_gzip_pages_and_text": round(whole / (page * size + text), 3),
    }


def times(path: Path, size: int) -> dict[str, object]:
    """CPU milliseconds of searches, of searches with facets, and of opening an article."""
    room = Newsroom()
    searches = room.searches(240)
    with open_archive(path, write=False) as archive:
        spent = measure(archive, searches)
        faceted = measure(archive, [s for s in searches if s.get("what") != "people"], facets=True)
        views = []
        for number in range(1, size, max(1, size // 50)):
            start = time.process_time()
            archive.article(number)
            views.append((time.process_time() - start) * 1000)
    slowest = max(zip(spent, searches, strict=True), key=lambda pair: pair[0])
    return {
        "search_ms_median": round(statistics.median(spent), 2),
        "search_ms_p95": round(float(np.percentile(spent, 95)), 2),
        "search_ms_worst": [round(slowest[0], 1), slowest[1]],
        "faceted_ms_median": round(statistics.median(faceted), 2),
        "faceted_ms_p95": round(float(np.percentile(faceted, 95)), 2),
        "article_ms_median": round(statistics.median(views), 2),
    }


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--sizes", default="1000,5000,20000")
    asked.add_argument(
        "--light",
        action="store_true",
        help="pages without menus and scripts: searches cost the same, making the archive a third, and what is "
        "told of sizes and of adding means nothing",
    )
    asked.add_argument("--into", type=Path, help="a folder to leave the archive in")
    asked.add_argument(
        "--copies", type=int, default=1, help="then copy each article so many times, and measure again"
    )
    asked.add_argument("--measure", type=Path, help="only search this archive, which was made before")
    options = asked.parse_args()
    if options.measure:
        with open_archive(options.measure, write=False) as archive:
            size = archive.summary().articles
        print(json.dumps({"articles": size} | times(options.measure, size)))
        return 0
    sizes = [int(size) for size in options.sizes.split(",")]
    if options.into:
        options.into.mkdir(parents=True, exist_ok=True)
        grow(sizes, options.into / "made.onrecord", light=options.light, copies=options.copies)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        grow(sizes, Path(folder) / "made.onrecord", light=options.light, copies=options.copies)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
