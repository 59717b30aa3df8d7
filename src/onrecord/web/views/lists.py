"""The pages that list: the first page, results, people, pages that could not be read."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from onrecord.archive import (
    Archive,
    Facets,
    Results,
    StatementHit,
    Summary,
    UnreadRow,
)
from onrecord.errors import QueryError, SlowQueryError

from ..asking import FINDS, PER_PAGE, Asked, What
from ..charts import Share, shares
from ..taking import LISTS, READINGS
from .addresses import export_href
from .lines import NAMES, Leaf, Link, leaf, line
from .narrowing import charts, facets, search_timeline

PEOPLE_PER_PAGE = 60


def front(archive: Archive) -> dict[str, Any]:
    """The first page: how much there is, statements over time, who is quoted, where printed, what is new."""
    summary = archive.summary()
    # What is lately said is shown in the speakers' own words; the charts count everything.
    found = archive.search("", what="statements", sort="newest", limit=1, facets=True).facets or Facets()
    newest = archive.search("", what="statements", sort="newest", limit=120).hits
    latest = _lately([hit for hit in newest if isinstance(hit, StatementHit)])
    everything = Asked()
    return {
        "counts": summary,
        "span": _years(summary),
        "latest": [line(hit) for hit in latest],
        "timeline": search_timeline(found.timeline, everything, height=84),
        "timeline_title": _over_time(found, everything.find),
        "speakers": shares(
            [
                Share(one.label, everything.but(speaker=one.value).href, one.count)
                for one in found.speaker[:9]
            ],
            label="Most quoted",
        ),
        "sites": shares(
            [Share(one.label, everything.but(site=one.value).href, one.count) for one in found.site[:9]],
            label="Where printed",
        ),
    }


def _over_time(found: Facets, what: What) -> str:
    """What a chart over time shows."""
    sample = "" if found.sample is None else f", the newest {found.sample:,}"
    return f"{NAMES[what][0]} over time{sample}"


def _lately(newest: Sequence[StatementHit], most: int = 5) -> list[StatementHit]:
    """Of the newest statements some to begin with: direct speech first, one of each story first."""
    direct = sorted(newest, key=lambda hit: hit.kind != "direct")
    of_story: dict[int, StatementHit] = {}
    for hit in direct:
        of_story.setdefault(hit.article, hit)
    first = list(of_story.values())
    return [*first, *(hit for hit in direct if hit not in first)][:most]


def _years(summary: Summary) -> str | None:
    """From when to when, in years."""
    if not summary.first or not summary.last:
        return None
    first, last = summary.first[:4], summary.last[:4]
    return first if first == last else f"{first}–{last}"


def search(archive: Archive, asked: Asked) -> dict[str, Any]:
    """A page of results with what they can be narrowed by."""
    results = archive.search(
        asked.q,
        what=asked.find,
        sort="best" if asked.q else "newest",
        limit=PER_PAGE,
        offset=(asked.page - 1) * PER_PAGE,
        facets=True,
        fold=asked.find == "articles" and asked.story is None,
        **asked.filters,
    )
    found = results.facets or Facets()
    return {
        "hits": [line(hit) for hit in results.hits],
        "page": leaf(results, asked),
        "total": results.total,
        "tabs": tabs(archive, asked, results),
        "facets": facets(found, asked),
        "charts": charts(found, asked),
        "timeline": search_timeline(found.timeline, asked),
        "timeline_title": _over_time(found, asked.find),
        "takeaways": [
            Link(name, export_href(asked, form))
            for form, (name, _) in [*LISTS.items(), *(READINGS.items() if asked.find != "people" else ())]
        ],
    }


def no_results(asked: Asked) -> dict[str, Any]:
    """The same page when the question could not be understood or took too long."""
    return {
        "hits": [],
        "page": None,
        "total": 0,
        "tabs": [
            {
                "name": NAMES[find][0],
                "href": asked.but(find=find).href,
                "current": find == asked.find,
                "count": "",
                "number": 0,
                "one": "",
                "many": "",
            }
            for find in FINDS
        ],
        "facets": [],
        "charts": [],
        "timeline": None,
        "timeline_title": "",
        "takeaways": [],
    }


def people(archive: Archive, asked: Asked) -> dict[str, Any]:
    """People by name; all of them for an empty question."""
    first = (asked.page - 1) * PEOPLE_PER_PAGE
    results = archive.search(asked.q, what="people", limit=PEOPLE_PER_PAGE, offset=first, **asked.filters)
    page = leaf(results, asked)
    return {
        "hits": [line(hit) for hit in results.hits],
        "page": replace(
            page,
            back=page.back and page.back.replace("/search?", "/people?", 1),
            next=page.next and page.next.replace("/search?", "/people?", 1),
        ),
    }


def unread(rows: Sequence[UnreadRow], total: int, page: int) -> dict[str, Any]:
    """Pages that could not be read, with the reasons."""
    first = (page - 1) * PER_PAGE
    return {
        "total": total,
        "rows": [
            {"name": row.name or row.url or "a page without a name", "reason": row.reason.replace("_", " "),
             "detail": row.detail, "added": row.added}
            for row in rows
        ],
        "page": Leaf(
            first + 1, first + len(rows), total, True,
            f"/unread?page={page - 1}" if page > 1 else None,
            f"/unread?page={page + 1}" if first + len(rows) < total else None,
        ),
    }  # fmt: skip


def tabs(archive: Archive, asked: Asked, results: Results) -> list[dict[str, Any]]:
    """What else could be looked for with the same words, with how many there are of each."""
    shown = []
    for find in FINDS:
        there = asked.but(find=find)
        of: Results | None = results
        if find != asked.find:
            try:
                of = archive.search(asked.q, what=find, limit=1, **there.filters)
            except (QueryError, SlowQueryError):
                of = None  # people have no headline and no kind: what is asked of one may not fit another
        title, one, many = NAMES[find]
        shown.append(
            {
                "name": title,
                "href": there.href,
                "current": find == asked.find,
                "number": of.total if of else 0,
                "count": f"{of.total:,}{'' if of.exact else '+'}" if of else "",
                "one": one,
                "many": many,
            }
        )
    return shown
