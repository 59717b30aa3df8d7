"""What a page looks like as a whole: the signs by which a story is told from a shop, a list, a thread or a home page."""

import re
from collections import Counter
from math import exp, log

from ..record import Declared, Layout

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
_MONEY = ("$", "€", "£", "¥", "kr", "zł", "USD", "EUR")
_NUMBER = re.compile(r"\d+")

FEATURES = (
    *(f"type_{name}" for name in _TYPES),
    *(f"path_{name}" for name in _PATHS),
    *"og_article og_website og_product published modified author section body".split(),
    *"no_path depth slug_words digits_in_path day_in_path query host_parts".split(),
    *"linked_share blocks h1 h2 images prices years questions short_blocks".split(),
)


def see(layout: Layout, declared: Declared, url: str | None) -> list[float]:
    """The FEATURES of a page: what it declares, how its address is made, what its blocks hold.

    The blocks' roles are left out: the role model has its own view of the page, and the two are weighed together.
    """
    types = [d.value.lower() for d in declared.all("kind")]
    og = {d.value.lower() for d in declared.all("kind") if d.where == "meta og:type"}
    address = re.sub(r"^[a-z]+://", "", (url or "").lower())
    host, _, rest = address.partition("/")
    path, _, query = f"/{rest}".partition("?")
    tags = Counter([block.tag for block in layout.blocks])
    sizes = [len(block.text) for block in layout.blocks]
    linked = sum(
        [link.span.end - link.span.start for block in layout.blocks if block.links for link in block.links]
    )
    near = " ".join([block.text for block in layout.blocks[:400] if len(block.text) < 200])
    prices = len(_PRICE.findall(near)) if any(sign in near for sign in _MONEY) else 0
    years = sum([len(one) == 4 and one.startswith(("19", "20")) for one in _NUMBER.findall(near)])
    return [
        *(float(any(pattern.search(name) for name in types)) for pattern in _TYPES.values()),
        *(float(bool(pattern.search(path))) for pattern in _PATHS.values()),
        float("article" in og), float("website" in og), float(any("product" in name for name in og)),
        *(float(declared.first(field) is not None) for field in ("published", "modified", "author", "section", "body")),
        float(path == "/") if url else -1.0, path.rstrip("/").count("/"),
        max(len(re.findall(r"[^\W_]+", piece)) for piece in path.split("/")), sum(c.isdecimal() for c in path),
        float(bool(_DAY.search(path))), query.count("=") if query else 0.0, host.count("."),
        linked / max(1, sum(sizes)), len(sizes), tags["h1"], tags["h2"] + tags["h3"], len(layout.images),
        prices, years, near.count("?"),
        sum([size < 40 for size in sizes]) / max(1, len(sizes)),
    ]  # fmt: skip


def weigh(share: float, score: float) -> float:
    """How likely a page is a story's: the role model's share for it, and the score that its looks have.

    The model counts half: it is sure of itself too often. On 806 pages of wcxb half and three quarters are right on .908, the whole on .906.
    """
    share = min(max(share, 1e-4), 1 - 1e-4)
    return 1 / (1 + exp(-(0.5 * log(share / (1 - share)) + score)))
