"""A person's page: what they said, what is said of them, where and with whom."""

from typing import Any

from onrecord.archive import (
    PersonView,
)

from ..asking import Asked
from ..charts import Share, shares
from ..words import counted, day
from .lines import statement_line
from .narrowing import search_timeline


def person(view: PersonView) -> dict[str, Any]:
    """A person: what they said, what is said of them, where printed, who quotes them, with whom."""
    theirs = Asked(person=view.id)
    alike = [
        {"id": other.id, "name": other.name, "statements": counted(other.statements, "statement")}
        for other in view.possibly
    ]
    return {
        "p": view,
        "href": f"/people/{view.id}",
        "roles": [one.label for one in view.roles[:4]],
        "says": [statement_line(hit) for hit in view.said[:12]],
        "says_href": theirs.href,
        "says_more": view.statements > 12,
        "said_of": [statement_line(hit) for hit in view.said_of[:8]],
        "timeline": search_timeline(view.timeline, theirs, height=60) if len(view.timeline) > 1 else None,
        "stated": _stated(view),
        "names": [name for name in view.names if name != view.name],
        "sites": shares(
            [Share(one.label, theirs.but(site=one.value).href, one.count) for one in view.sites[:8]],
            label="Where printed",
        ),
        "quoted_by": [one for one in view.quoted_by if one.kind != "site"][:8],
        "together": shares(
            [Share(one.label, f"/people/{one.value}", one.count) for one in view.with_people[:8]],
            label="In the same stories",
        ),
        "stories_href": theirs.but(find="articles").href,
        "alike": alike,
    }


def _stated(view: PersonView) -> list[tuple[str, str]]:
    """Roles, affiliations and ages as the stories state them, with how often or when."""
    often = [(one.label, counted(one.count, "story", "stories")) for one in (*view.roles, *view.affiliations)]
    said: dict[int, str] = {}
    for age, when in view.ages:  # the newest first; of stories that state the same age one is enough
        said.setdefault(age, day(when) or "undated")
    return [*often[:8], *((f"{age} years old", when) for age, when in list(said.items())[:3])]
