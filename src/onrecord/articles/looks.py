"""What a page looks like as a whole: the signs by which a story is told from a shop, a list, a thread or a home page."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from ..record import BODY_ROLES, Declared, Layout, Part, Role

KINDS = ("article", "documentation", "service", "forum", "listing", "collection", "product")
_TYPES = {
    "news": re.compile(r"newsarticle|reportage|liveblog|claimreview"),
    "post": re.compile(r"blogposting|^blog$"),
    "article": re.compile(r"^article$|scholarly|techarticle|^report$"),
    "product": re.compile(r"product|offer"),
    "thread": re.compile(r"discussion|qapage|question"),
    "list": re.compile(r"collection|itemlist|searchresults|category|archive"),
    "site": re.compile(r"^website$"),
    "page": re.compile(r"^webpage$|itempage"),
    "trade": re.compile(
        r"organization|localbusiness|service|faqpage|aboutpage|contactpage|software|event|course"
    ),
}
_PATHS = {
    "news": re.compile(
        r"news|article|story|stories|artikel|noticia|actualit|nyheter|opinion|politic|politik|sport"
    ),
    "blog": re.compile(r"blog|posts?(?:/|$)|magazin|guide|insight|resources|learn|how-to"),
    "shop": re.compile(r"/(?:p|dp|pd|pr|ip|shop|store|buy|products?|produkte?|item)(?:/|$)|sku|price"),
    "list": re.compile(
        r"/(?:c|category|categories|collections?|tags?|topics?|archives?|search|browse|directory|jobs|events|t|w|all|best)(?:/|$)"
    ),
    "thread": re.compile(r"forum|thread|topic|discussion|questions?/|viewtopic|/t/|community|comments|board"),
    "docs": re.compile(r"docs?(?:/|\.|$)|wiki|manual|reference|api|tutorial|handbook|help|support|faq|learn"),
    "trade": re.compile(r"services?|solutions|about|contact|pricing|features|platform|company|home"),
}
_DAY = re.compile(r"/(?:19|20)\d\d[/-]?(?:[01]?\d)(?:[/-]|$)")
_PRICE = re.compile(r"[$€£¥]\s?\d|\d\s?(?:€|£|kr|zł|USD|EUR)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

FEATURES = (
    *(f"kind_{kind}" for kind in KINDS),
    *(f"type_{name}" for name in _TYPES),
    *(f"path_{name}" for name in _PATHS),
    *"og_article og_website og_product published modified author section body".split(),
    *"no_path depth slug_words digits_in_path day_in_path query host_parts".split(),
    *"words paragraphs subheads items cells quotes words_a_paragraph longest story_share linked_share blocks".split(),
    *"headline h1 h2 pictures images comments bylines dates cards prices years questions short_blocks decks".split(),
)


def see(
    parts: Sequence[Part],
    layout: Layout,
    declared: Declared,
    url: str | None,
    likely: Mapping[str, float],
    text: str,
) -> list[float]:
    """The FEATURES of a page whose blocks have their roles."""
    types = [d.value.lower() for d in declared.all("kind")]
    og = {d.value.lower() for d in declared.all("kind") if d.where == "meta og:type"}
    address = re.sub(r"^[a-z]+://", "", (url or "").lower())
    host, _, rest = address.partition("/")
    path, _, query = f"/{rest}".partition("?")
    roles = Counter(part.role for part in parts)
    tags = Counter(part.block.tag for part in parts)
    sizes = [len(part.block.text) for part in parts]
    total = max(1, sum(sizes))
    linked = sum(link.span.end - link.span.start for part in parts for link in part.block.links)
    story = [part for part in parts if part.role in BODY_ROLES]
    prose = [len(part.block.text) for part in story if part.role is Role.PARAGRAPH]
    near = " ".join(part.block.text for part in parts[:400] if len(part.block.text) < 200)
    return [
        *(likely.get(kind, 0.0) for kind in KINDS),
        *(float(any(pattern.search(name) for name in types)) for pattern in _TYPES.values()),
        *(float(bool(pattern.search(path))) for pattern in _PATHS.values()),
        float("article" in og), float("website" in og), float(any("product" in name for name in og)),
        *(float(declared.first(field) is not None) for field in ("published", "modified", "author", "section", "body")),
        float(path == "/") if url else -1.0, path.rstrip("/").count("/"),
        max(len(re.findall(r"[^\W_]+", piece)) for piece in path.split("/")), sum(c.isdecimal() for c in path),
        float(bool(_DAY.search(path))), query.count("=") if query else 0.0, host.count("."),
        len(text.split()), len(prose), roles[Role.SUBHEAD], roles[Role.LIST_ITEM], roles[Role.CELL], roles[Role.BLOCKQUOTE],
        sum(prose) / max(1, len(prose)), max(prose, default=0), len(text) / total, linked / total, len(parts),
        roles[Role.HEADLINE], tags["h1"], tags["h2"] + tags["h3"], roles[Role.CAPTION], len(layout.images), roles[Role.COMMENT],
        roles[Role.BYLINE], roles[Role.TIMESTAMP], roles[Role.RELATED], len(_PRICE.findall(near)), len(_YEAR.findall(near)),
        near.count("?"), sum(size < 40 for size in sizes) / max(1, len(sizes)), roles[Role.DECK],
    ]  # fmt: skip
