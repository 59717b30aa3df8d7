"""What a page's JSON-LD says of the article: the node that is the page's own, read field by field."""

import re
from collections.abc import Iterator
from typing import Any

from .words import paragraphs, plain

Found = tuple[str, str, str]
"""Field, value, place."""

ARTICLES = frozenset(
    "article newsarticle reportagenewsarticle analysisnewsarticle askpublicnewsarticle "
    "backgroundnewsarticle opinionnewsarticle reviewnewsarticle advertisercontentarticle "
    "satiricalarticle scholarlyarticle techarticle blogposting liveblogposting socialmediaposting "
    "discussionforumposting report medicalscholarlyarticle medicalwebpage review claimreview "
    "criticreview recipe".split()
)
_OTHERS = frozenset(
    "webpage itempage aboutpage faqpage qapage videoobject audioobject podcastepisode imagegallery "
    "mediagallery collectionpage creativework howto event profilepage contactpage product "
    "searchresultspage website realestatelisting checkoutpage course softwareapplication".split()
)
_ASIDE = frozenset(
    "itemlistelement haspart ispartof relatedlink comment itemreviewed review associatedmedia citation "
    "isbasedon isrelatedto significantlink breadcrumb subjectof workexample mentions about publisher "
    "author image video logo liveblogupdate blogpost potentialaction".split()
)
_FIELDS = {
    "headline": "headline",
    "alternativeHeadline": "alternative",
    "alternateName": "alternative",
    "description": "description",
    "datePublished": "published",
    "dateModified": "modified",
    "dateCreated": "created",
    "uploadDate": "published",
    "articleSection": "section",
    "inLanguage": "language",
    "dateline": "dateline",
    "isAccessibleForFree": "access",
    "copyrightNotice": "copyright",
    "keywords": "topics",
}
_MOST_NODES = 20_000
_MOST_TOPICS = 40


def type_names(node: dict[str, Any]) -> list[str]:
    """A node's schema.org types without their prefix."""
    kinds = node.get("@type") or node.get("type") or ()
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return [re.split(r"[/#:]", kind)[-1] for kind in kinds if isinstance(kind, str)]


class Graph:
    """All the JSON-LD of a page: its nodes in order, and each by its `@id`."""

    def __init__(self) -> None:
        self.nodes: list[tuple[dict[str, Any], int, bool]] = []
        self.by_id: dict[str, dict[str, Any]] = {}

    def add(self, value: Any, script: int) -> None:
        """Take in one script's value; what stands inside lists of other things is marked as an aside."""
        waiting: list[tuple[Any, bool]] = [(value, False)]
        while waiting and len(self.nodes) < _MOST_NODES:
            value, aside = waiting.pop()
            if isinstance(value, list):
                waiting.extend((inner, aside) for inner in reversed(value))
            elif isinstance(value, dict):
                if "@type" in value or "type" in value or "headline" in value:
                    self.nodes.append((value, script, aside))
                name = value.get("@id")
                if isinstance(name, str) and len(value) > 1:
                    known = self.by_id.get(name)
                    if known is None or len(known) < len(value):
                        self.by_id[name] = value
                inner_values = [(inner, aside or key.lower() in _ASIDE) for key, inner in value.items()
                                if isinstance(inner, (dict, list))]  # fmt: skip
                waiting.extend(reversed(inner_values))

    def resolved(self, value: Any) -> Any:
        """The node that a bare reference (`{"@id": ...}`) means."""
        if isinstance(value, dict) and len(value) <= 2 and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value

    def main(self, addresses: frozenset[str], titles: tuple[str, ...]) -> tuple[dict[str, Any], int] | None:
        """The node that is the page's own article, with the number of its script; None if there is none.

        A page that lists other stories declares them with the same types: the page's own is told by its
        address, by its headline, by standing outside any list, and by having more to say.
        """
        best: tuple[float, dict[str, Any], int] | None = None
        rivals = 0
        for place, (node, script, aside) in enumerate(self.nodes):
            kinds = [name.lower() for name in type_names(node)]
            if any(kind in ARTICLES for kind in kinds):
                score = 10.0
            elif any(kind in _OTHERS for kind in kinds):
                score = 3.0 - 4.0 * ("website" in kinds)
            else:
                continue
            if aside:
                score -= 6.0
            own = addresses & {address_key(address) for address in _addresses(node)}
            named = _headline(node)
            agrees = bool(named) and any(are_alike(named, title) for title in titles)
            score += 5.0 * bool(own) + 4.0 * agrees
            score += (
                ("datePublished" in node)
                + 0.5 * ("author" in node)
                + 0.5 * ("articleBody" in node)
                - place * 1e-4
            )
            if "review" in kinds or "claimreview" in kinds or "discussionforumposting" in kinds:
                score -= 1.5
            if score >= 9.0:
                rivals += 1
            if best is None or score > best[0]:
                best = (score, node, script)
        if best is None or best[0] < 2.0 or (rivals > 3 and best[0] < 13.5):
            return None
        return best[1], best[2]


def read_node(node: dict[str, Any], graph: Graph) -> Iterator[Found]:
    """Every field that the node gives, with its place as `json-ld TYPE.property`."""
    kinds = type_names(node)
    kind = kinds[-1] if kinds else "?"
    at = f"json-ld {kind}."
    for name in kinds:
        yield "kind", name, at + "@type"
    for key, field in _FIELDS.items():
        value = node.get(key)
        if value is None:
            continue
        texts = _texts(value)
        if texts:
            yield field, ", ".join(texts[:_MOST_TOPICS]) if field == "topics" else texts[0], at + key
    if "headline" not in node:
        for text in _texts(node.get("name"))[:1]:
            yield "headline", text, at + "name"
    elif isinstance(node.get("name"), str):
        yield "alternative", plain(node["name"]), at + "name"
    for key in ("author", "creator"):
        found = False
        for name, kind_of, job in _people(node.get(key), graph):
            found = True
            yield "author", name, f"{at}{key}" + (f" {kind_of}" if kind_of else "")
            if job:
                yield "job", f"{name}\t{job}", f"{at}{key}.jobTitle"
        if found:
            break
    for key, field in (("publisher", "publisher"), ("sourceOrganization", "agency"), ("provider", "agency"),
                       ("copyrightHolder", "holder")):  # fmt: skip
        for name, _, _ in _people(node.get(key), graph):
            yield field, name, f"{at}{key}"
            break
    for address in _image_addresses(graph.resolved(node.get("image")), graph):
        yield "image", address, at + "image"
    for address in _addresses(node)[:1]:
        yield "url", address, at + "url"
    body = node.get("articleBody") or node.get("reviewBody")
    if isinstance(body, list):
        body = "\n".join(text for text in body if isinstance(text, str))
    if isinstance(body, str) and len(body) > 60:
        text = paragraphs(body)
        if text:
            yield "body", text, at + "articleBody"


def _texts(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    found = []
    for inner in values:
        if isinstance(inner, dict):
            inner = inner.get("@value") or inner.get("name") or inner.get("alternateName")
        if isinstance(inner, bool):
            inner = str(inner).lower()
        if isinstance(inner, (int, float)):
            inner = str(inner)
        if isinstance(inner, str) and (text := plain(inner)):
            found.append(text)
    return found


def _people(value: Any, graph: Graph, depth: int = 0) -> Iterator[tuple[str, str, str | None]]:
    """Names with their type and job, from a string, a node, a reference or a list of these."""
    value = graph.resolved(value)
    if isinstance(value, str):
        if text := plain(value):
            yield text, "", None
    elif isinstance(value, list) and depth < 3:
        for inner in value[:60]:
            yield from _people(inner, graph, depth + 1)
    elif isinstance(value, dict):
        kinds = type_names(value)
        name = value.get("name")
        if name is None and isinstance(value.get("givenName"), str):
            name = f"{value['givenName']} {value.get('familyName') or ''}"
        jobs = _texts(value.get("jobTitle"))
        for text in _texts(name):
            yield text, kinds[-1] if kinds else "", jobs[0] if jobs else None


def _headline(node: dict[str, Any]) -> str:
    texts = _texts(node.get("headline")) or _texts(node.get("name"))
    return texts[0] if texts else ""


def are_alike(one: str, other: str) -> bool:
    """Whether two headlines are one: the same words, or the one cut short or with the site's name."""
    one, other = one.casefold(), other.casefold()
    short, long = sorted((one, other), key=len)
    return len(short) > 8 and (short in long or short[:40] == long[:40])


def _addresses(node: dict[str, Any]) -> list[str]:
    found = []
    for key in ("url", "mainEntityOfPage", "@id"):
        value = node.get(key)
        if isinstance(value, list) and value:
            value = value[0]
        if isinstance(value, dict):
            value = value.get("@id") or value.get("url")
        if isinstance(value, str) and value.strip():
            found.append(value.strip())
    return found


def address_key(address: str) -> str:
    """An address without what differs between writings of the same one."""
    address = re.sub(r"^[a-z]+:", "", address.strip().casefold())
    address = re.split(r"[?#]", address)[0]
    return address.removeprefix("//").removeprefix("www.").rstrip("/")


def _image_addresses(value: Any, graph: Graph) -> list[str]:
    values = value if isinstance(value, list) else [value]
    found = []
    for inner in values[:20]:
        inner = graph.resolved(inner)
        if isinstance(inner, dict):
            inner = inner.get("url") or inner.get("contentUrl") or inner.get("@id")
            if isinstance(inner, list):
                inner = inner[0] if inner else None
        if isinstance(inner, str) and "/" in inner:
            found.append(inner.strip())
    return found
