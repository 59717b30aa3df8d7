"""What a page says of itself in markup: JSON-LD, microdata, meta tags, and a story that lives in a script."""

from ..markup import Element, Tree
from ..record import Declaration, Declared, Span
from .fields import find_fields
from .json_ld import Graph, address_key, read_node, type_names
from .loose_json import read_json
from .metas import read_metas
from .microdata import read_microdata
from .states import read_state
from .words import plain

_MOST_TIMES = 12
_SCRIPTS = 'script[type*="ld+json" i]'


def find_declared(tree: Tree, source: str, url: str | None = None) -> Declared:
    """All that the page declares of its article, most trusted first: JSON-LD, microdata, meta, the rest."""
    found: list[Declaration] = []
    seen: set[tuple[str, str, str]] = set()

    def add(field: str, value: str, where: str, element: Element | None) -> None:
        key = (field, value, where)
        if value and key not in seen:
            seen.add(key)
            found.append(Declaration(field, value, where, _span(element) if element is not None else None))

    scripts: list[Element] = []
    metas: list[Element] = []
    times: list[Element] = []
    title: Element | None = None
    canonical: Element | None = None
    for element in tree.select(f"{_SCRIPTS}, meta, title, link[rel~=canonical i], time[datetime]"):
        tag = element.tag
        if tag == "meta":
            metas.append(element)
        elif tag == "time":
            times.append(element)
        elif tag == "script":
            scripts.append(element)
        elif tag == "title":
            title = title or element
        else:
            canonical = canonical or element
    from_metas = list(read_metas(metas))
    addresses = {address_key(url)} if url else set()
    if canonical is not None and (href := canonical.attr("href")):
        addresses.add(address_key(href))
    addresses.update(address_key(value) for _, field, value, _, _ in from_metas if field == "url")
    titles = [value for _, field, value, _, _ in from_metas if field == "headline"]
    if title is not None and (text := plain(title.text)):
        titles.append(text)

    graph = Graph()
    for number, script in enumerate(scripts):
        for value in read_json(script.text):
            graph.add(value, number)
    if main := graph.main(frozenset(addresses), tuple(titles)):
        node, number = main
        for field, value, where in read_node(node, graph):
            add(field, value, where, scripts[number])
    for node, number, aside in graph.nodes:
        if main and node is main[0]:
            continue
        for field, value, where in _of_others(node, aside, graph):
            add(field, value, where, scripts[number])
    if "itemprop" in source:
        for field, value, where, element in read_microdata(tree.select("[itemprop]")):
            add(field, value, where, element)
    for _, field, value, where, element in sorted(from_metas, key=lambda f: f[0]):
        add(field, value, where, element)
    if title is not None:
        add("title", plain(title.text), "title", title)
    if canonical is not None:
        add("url", (canonical.attr("href") or "").strip(), "link canonical", canonical)
    root = tree.select_one("html")
    if root is not None and (language := root.attr("lang") or root.attr("xml:lang")):
        add("language", language.strip(), "html lang", root)
    for element in times[:_MOST_TIMES]:
        add("time", (element.attr("datetime") or "").strip(), "time datetime", element)
    return Declared(tuple(found))


def find_script_story(tree: Tree, declared: Declared) -> tuple[Declaration, ...]:
    """The story that stands only in a program's data (`__NEXT_DATA__` and the like) and what stands beside it there.

    Empty without one, and on a page that declares itself a product's. For pages that show no story: it reads every
    large script, which costs more than the rest together.
    """
    if any("product" in told.value.lower() for told in declared.all("kind")):
        return ()
    titles = [told.value for field in ("headline", "title") for told in declared.all(field)]
    for element in tree.select("script, [data-page], [data-props]"):
        if element.tag == "script":
            if "ld+json" in (element.attr("type") or "").lower():
                continue
            text = element.text
            where = f"script {element.attr('id') or element.attr('type') or ''}".strip()
        else:
            text = element.attr("data-page") or element.attr("data-props") or ""
            where = f"{element.tag} data"
        if len(text) > 400 and (story := read_state(text, titles)):
            span = _span(element)
            return tuple(
                Declaration(field, value, where, span) for field, values in story.items() for value in values
            )
    return ()


def _of_others(node: dict[str, object], aside: bool, graph: Graph) -> list[tuple[str, str, str]]:
    """What the nodes beside the article tell of it: the site's name, the page's dates."""
    kinds = {name.lower() for name in type_names(node)}
    if aside:
        return []
    if "webpage" in kinds or "itempage" in kinds:
        wanted = ("published", "modified", "headline", "description", "language")
        return [item for item in read_node(node, graph) if item[0] in wanted]
    if kinds & {"website", "organization", "newsmediaorganization"}:
        return [
            ("site_name", value, where)
            for field, value, where in read_node(node, graph)
            if field == "headline"
        ]
    return []


def _span(element: Element) -> Span | None:
    location = element.source_location
    if location is None:
        return None
    end = location.end_tag or location.start_tag
    return Span(location.start_tag.start_offset, end.end_offset)


__all__ = ["find_declared", "find_fields", "find_script_story"]
