"""What microdata says of the article: `itemprop` in a scope of an article's type, or in none."""

from collections.abc import Iterator

from ..markup import Element
from .json_ld import ARTICLES
from .words import plain

Found = tuple[str, str, str, Element]
"""Field, value, place, element."""

_FIELDS = {
    "headline": "headline",
    "alternativeheadline": "alternative",
    "description": "description",
    "datepublished": "published",
    "datemodified": "modified",
    "datecreated": "created",
    "uploaddate": "published",
    "author": "author",
    "creator": "author",
    "publisher": "publisher",
    "articlesection": "section",
    "inlanguage": "language",
    "dateline": "dateline",
    "image": "image",
}
_SINGLE = frozenset(
    {"headline", "description", "published", "modified", "created", "publisher", "section", "dateline"}
)
_KINDS = ARTICLES | {"webpage", "creativework", "videoobject"}
_PEOPLE = frozenset({"author", "creator", "publisher"})
_MOST = 400


def read_microdata(elements: list[Element]) -> Iterator[Found]:
    """The fields of the page's first article scope, then those that stand in no scope at all."""
    scopes: dict[int, str] = {}
    main: int | None = None
    loose: list[Found] = []
    given: set[str] = set()
    for element in elements[:_MOST]:
        names = (element.attr("itemprop") or "").lower().split()
        wanted = [name for name in names if name in _FIELDS]
        if not wanted:
            continue
        scope = _scope(element)
        if scope is None:
            kind, key = "", 0
        else:
            key = id(scope)
            location = scope.source_location
            if location is not None:
                key = location.start_tag.start_offset + 1
            if key not in scopes:
                scopes[key] = _kind(scope)
            kind = scopes[key]
        if kind and kind.lower() not in _KINDS:
            continue
        for name in wanted:
            field = _FIELDS[name]
            value = _person(element) if name in _PEOPLE else _value(element, field)
            if not value:
                continue
            found = (field, value, f"microdata {kind or '?'}.{names[0]}", element)
            if not kind:
                loose.append(found)
                continue
            if main is None and kind.lower() in ARTICLES:
                main = key
            if key != main:
                loose.append(found)
                continue
            if field in _SINGLE and field in given:
                continue
            given.add(field)
            yield found
    for found in loose:
        field = found[0]
        if main is not None and field in given:
            continue
        if field in _SINGLE:
            if field in given:
                continue
            given.add(field)
        yield found


def _scope(element: Element) -> Element | None:
    parent = element.parent
    if not isinstance(parent, Element):
        return None
    return parent.closest("[itemscope]")


def _kind(scope: Element) -> str:
    return (scope.attr("itemtype") or "").rstrip("/").rsplit("/", 1)[-1].rsplit("#", 1)[-1]


def _value(element: Element, field: str) -> str:
    value = element.attr("content")
    if value is None and field in ("published", "modified", "created"):
        value = element.attr("datetime")
    if value is None and field == "image":
        value = element.attr("src") or element.attr("href")
    if value is None:
        value = element.text if field != "image" else ""
    return plain(value) if len(value) < 4000 else ""


def _person(element: Element) -> str:
    """The name inside an author's or publisher's scope; the element's own words if it has no such part."""
    named = element.select_one('[itemprop~="name" i]')
    target = named if named is not None else element
    value = target.attr("content")
    if value is None:
        value = target.text
    value = plain(value)
    return value if len(value) < 200 and not value.startswith(("http:", "https:", "//")) else ""
