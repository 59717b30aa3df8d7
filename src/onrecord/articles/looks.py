"""What a page looks like as a whole: the signs by which a story is told from a shop, a list, a thread or a home page."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from itertools import repeat
from math import exp, log

from ..models.views import PageView
from ..record import BODY_ROLES, Declared, Layout, Part, Role

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
_LISTED = frozenset({Role.LIST_ITEM, Role.CELL})
_ENDS = tuple('.!?。”"')

_KINDS = ("article", "collection", "documentation", "forum", "listing", "product", "service")
FEATURES = (
    *(f"type_{name}" for name in _TYPES),
    *(f"path_{name}" for name in _PATHS),
    *"og_article og_website og_product published modified author section body".split(),
    *"no_path depth slug_words digits_in_path day_in_path query host_parts".split(),
    *"linked_share blocks h1 h2 images prices years questions short_blocks".split(),
    *(f"kind_{name}" for name in _KINDS),
    *"story_size story_share story_blocks paragraph_size longest listed_share subheads story_links".split(),
    *"headline_sure headline_h1 headlines byline_near time_near bylines times comments related captions".split(),
    *"deck_near story_sure story_spread sentences numbers first words class_words".split(),
)


def see(
    layout: Layout, declared: Declared, url: str | None, parts: Sequence[Part], view: PageView
) -> list[float]:
    """The FEATURES of a page: what it declares, how its address is made, what its blocks hold, what the role model
    sees of the page as a whole, what roles it gave, and how the words speak for a story."""
    return [
        *_looks(layout, declared, url),
        *(_odds(view.kinds.get(kind, 0.0)) for kind in _KINDS),
        *_roles(parts),
        view.words,
        view.class_words,
    ]


def _odds(share: float) -> float:
    share = min(max(share, 1e-4), 1 - 1e-4)
    return log(share / (1 - share))


def _roles(parts: Sequence[Part]) -> list[float]:
    """What the story's blocks are like, and which others stand by them."""
    story = [(n, part) for n, part in enumerate(parts) if part.role in BODY_ROLES]
    count = Counter([part.role for part in parts])
    sizes = [len(part.block.text) for _, part in story]
    whole, size, blocks = sum([len(part.block.text) for part in parts]), sum(sizes), max(1, len(story))
    first, last = (story[0][0], story[-1][0]) if story else (len(parts), -1)
    headline, paragraph = Role.HEADLINE, Role.PARAGRAPH
    headlines = [n for n, part in enumerate(parts) if part.role is headline]
    at = headlines[0] if headlines else -1
    top = min(at if at >= 0 else first, first)
    near = {part.role for part in parts[max(0, top - 8) : max(first, at) + 5]}
    paragraphs = [len(part.block.text) for _, part in story if part.role is paragraph]
    listed = sum([len(part.block.text) for _, part in story if part.role in _LISTED])
    linked = sum([link.span.end - link.span.start for _, part in story for link in part.block.links])
    return [
        log(1 + size), size / max(1, whole), len(story), sum(paragraphs) / max(1, len(paragraphs)), max(sizes, default=0),
        listed / max(1, size), count[Role.SUBHEAD], linked / max(1, size),
        max((parts[n].confidence for n in headlines), default=0.0), float(at >= 0 and parts[at].block.tag == "h1"),
        len(headlines), float(Role.BYLINE in near), float(Role.TIMESTAMP in near), count[Role.BYLINE],
        count[Role.TIMESTAMP], count[Role.COMMENT], count[Role.RELATED], count[Role.CAPTION] + count[Role.CREDIT],
        float(Role.DECK in near), sum(len(part.block.text) * part.confidence for _, part in story) / max(1, size),
        (last - first + 1) / blocks, sum(part.block.text.endswith(_ENDS) for _, part in story) / blocks,
        sum(bool(_NUMBER.search(part.block.text)) for _, part in story) / blocks, first / max(1, len(parts)),
    ]  # fmt: skip


@lru_cache(maxsize=1024)  # few are in use, and a page names the same one several times
def _types_said(name: str) -> tuple[bool, ...]:
    """For each of _TYPES whether a declared kind of page is of it."""
    return tuple(pattern.search(name) is not None for pattern in _TYPES.values())


def _looks(layout: Layout, declared: Declared, url: str | None) -> list[float]:
    types = [_types_said(d.value.lower()) for d in declared.all("kind")]
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
        *(float(any(said)) for said in (zip(*types, strict=True) if types else repeat((), len(_TYPES)))),
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


def likelihood(score: float) -> float:
    """How likely a page is a story's, of the score that its FEATURES have.

    The role model's view is one of them: left beside the trees and weighed by half, as before, it was right on .900 of
    wcxb's pages where the trees that see it and the roles are right on .918.
    """
    return 1 / (1 + exp(-max(min(score, 30.0), -30.0)))
