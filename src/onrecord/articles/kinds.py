"""What kind of page it is: story, live page, gallery, video, opinion, index, other; and why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..record import ARTICLE_KINDS, Declared, Kind

_LIVE = re.compile(
    r"(?:^|[/\s_|:–-])(?:live(?:[- ]?(?:blog|ticker|updates?|text|news|coverage|stream|page|reporting))?|liveblog|liveticker|ticker|newsblog|news-ticker|minute by minute|as it happened|en direct|direct|en directo|en vivo|minuto a minuto|ao vivo|diretta|in diretta|na żywo|relacja na żywo|živě|online přenos|онлайн|хроника|canlı)(?:$|[/\s_|:–.!?,-])",
    re.I,
)
_LIVE_SURE = re.compile(
    r"live-?(?:blog|ticker|updates?)|liveblog|liveticker|newsblog|news-ticker|minuto a minuto|as it happened|live updates|/live/|-live-",
    re.I,
)
_GALLERY = re.compile(
    r"(?:^|[/\s_|:.-])(?:(?:photo|bilder|foto|picture)[- ]?(?:galler\w+|galeri\w*|strecke\w*|s)|in pictures|in photos|galler(?:y|ies)|galería|galerie|galleria|fotos?trecke|bildergalerie|diaporama|slideshow|fotogaleria|photos)(?:$|[/\s_|:.-])",
    re.I,
)
_VIDEO = re.compile(r"(?:^|/)(?:videos?|watch|mediathek|play|tv)/", re.I)
_OPINION = re.compile(
    r"(?:^|[/\s_|:.-])(?:opinions?|commentary|op-?ed|editorials?|columnists?|columns?|kommentar\w*|meinung\w*|kolumnen?|opinión|opinion(?:es)?|tribuna|columnas?|editoriales?|débats?|tribunes?|chroniques?|édito\w*|commenti|opinioni|opinião|colunas?|colunistas|opinie|debatt|ledare|leder|kronik|mielipide|opinie|komentarz\w*|komentář\w*|názory|мнения|колонк\w*|görüş|yazarlar|社説|コラム|사설|칼럼|blogs?/opinion|comment-?is-?free|voices|perspectives?|viewpoint|letters-to-the-editor|letters)(?:$|[/\s_|:.-])",
    re.I,
)
_INDEX_TYPES = frozenset({"collectionpage", "searchresultspage", "itemlist", "profilepage", "website"})
_OTHER_TYPES = frozenset({"product", "faqpage", "contactpage", "aboutpage", "softwareapplication", "event", "localbusiness",
                          "checkoutpage", "realestatelisting", "course", "qapage", "discussionforumposting"})  # fmt: skip
_STORY_TYPES = re.compile(r"article|posting|reportage|report$|claimreview", re.I)


_CONSENT = re.compile(
    r"cookies?\b|consent|einwilligung|zustimm\w+|accept(?:er|ar|eer)? (?:all|alle|tout|todas?|tutt[io])|alle akzeptieren|personal data|"
    r"personenbezogen\w+|données personnelles|datos personales|dati personali|privacy|datenschutz|our (?:\d+ )?partners|unsere partner|"
    r"nos partenaires|nuestros socios|legitimate interests?|gdpr|dsgvo|advertising and content|werbung und inhalte|manage (?:options|preferences)",
    re.I,
)
_MOST_CONSENT_WORDS = 400


_FEW_BLOCKS = 20
"""A page with fewer, and without running text, lists nothing: it says that something is missing or wrong."""

_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def count_words(text: str) -> int:
    """How many words a text has, also in scripts that set no blanks: two characters a word in Japanese and
    Chinese, seven letters in Thai and the like."""
    ideographs = 0 if text.isascii() else len(_IDEOGRAPHS.findall(text))
    return max(len(text.split()), len(text) // 7, ideographs // 2)


def asks_for_consent(text: str, headline: str | None, words: int | None = None) -> bool:
    """Whether a text is a site's question for consent to cookies and not a story about one.

    Such a page is short, and says so in many ways: a word for it in every thirty or so, of four sorts or more.
    """
    if words is None:
        words = count_words(text)
    if not 15 <= words <= _MOST_CONSENT_WORDS:
        return False
    found = [m[0].casefold() for m in _CONSENT.finditer(f"{headline or ''} {text}")]
    return len(set(found)) >= 4 and len(found) * 32 >= words


@dataclass(frozen=True, slots=True)
class Verdict:
    """The kind of a page, the reason, and how sure we are."""

    kind: Kind
    reason: str
    confidence: float

    @property
    def is_article(self) -> bool:
        """Whether the page holds an article."""
        return self.kind in ARTICLE_KINDS


def find_kind(
    declared: Declared,
    url: str | None,
    headline: str | None,
    section: str | None,
    words: int,
    paragraphs: int,
    pictures: int,
    linked_share: float,
    likely: Mapping[str, float] | None = None,
    text: str = "",
    looks_a_story: float | None = None,
    blocks: int = 0,
) -> Verdict:
    """The kind of page, from what it declares, its address, its text, and the model's view of the whole page.

    `likely` gives the model's probability for each kind of page it knows; `article` is the one that holds stories.
    `looks_a_story` is how likely the page is a story's, all its signs weighed together: it outweighs the model's view.
    """
    types = [d.value for d in declared.all("kind")]
    schema = {
        name.lower()
        for d in declared.all("kind")
        if d.where.startswith("json-ld")
        for name in [d.value.lower()]
    }
    says_article = any(
        _STORY_TYPES.search(name) for name in types if name.lower() != "discussionforumposting"
    )
    share = looks_a_story if looks_a_story is not None else likely.get("article") if likely else None
    if any(d.where.startswith("field-") for d in declared.all("kind")):
        share = None  # a newspaper database holds nothing but articles
    path = re.sub(r"^[a-z]+://[^/]*", "", url.lower()) if url else ""
    if asks_for_consent(text, headline, words if text else 0):
        return Verdict(Kind.OTHER, "it asks for consent to cookies and holds no story", 0.85)
    if words < 30 and pictures < 3 and (share is None or share >= 0.5 or blocks < _FEW_BLOCKS):
        return Verdict(Kind.OTHER, "hardly any running text was found on the page", 0.8)
    if share is not None:
        other = max(
            ((name, value) for name, value in (likely or {}).items() if name != "article"),
            key=lambda kv: kv[1],
            default=("other", 0.0),
        )
        if share < 0.5:
            kind = Kind.INDEX if other[0] in ("listing", "collection", "index") else Kind.OTHER
            return Verdict(
                kind,
                f"the page as a whole looks like a page of the kind {other[0]}, not like a story",
                round(1 - share, 3),
            )
        sure = share
    else:
        if schema & _INDEX_TYPES and not says_article:
            return Verdict(Kind.INDEX, "it declares itself a page that lists others", 0.75)
        if schema & _OTHER_TYPES and not says_article:
            return Verdict(Kind.OTHER, "it declares itself something else than an article", 0.7)
        if linked_share > 0.6 and not says_article:
            return Verdict(Kind.INDEX, "most of its text is links to other pages", 0.7)
        sure = 0.85 if says_article else 0.6
    title = headline or ""
    if "liveblogposting" in schema or (
        _LIVE_SURE.search(path) or _LIVE_SURE.search(title) or re.match(r"(?i)live\b\s*[:|–-]", title)
    ):
        return Verdict(Kind.LIVE, "it declares itself or is headed as a live page", round(sure, 3))
    if re.search(r"(?i)\bticker\b", title) or re.search(r"(?i)ticker", path):
        return Verdict(Kind.LIVE, "it is headed as a ticker", round(sure * 0.9, 3))
    opinion = any(d.value.lower() in ("true", "yes", "1") for d in declared.all("opinion"))
    if (
        opinion
        or "opinionnewsarticle" in schema
        or _OPINION.search(path)
        or (section and _OPINION.search(section))
    ):
        if words > 120:
            return Verdict(Kind.OPINION, "its address, section or declaration says opinion", round(sure, 3))
    if (
        (schema & {"imagegallery", "mediagallery"} or _GALLERY.search(path))
        and pictures >= 4
        and words < 120 * pictures
    ):
        return Verdict(Kind.GALLERY, "pictures with captions make up most of it", round(sure, 3))
    if (("videoobject" in schema and not says_article) or _VIDEO.search(path)) and words < 250:
        return Verdict(Kind.VIDEO, "it is about one film and has little text", round(sure, 3))
    why = (
        "it declares itself an article and holds running text"
        if says_article
        else "it holds a story's running text"
    )
    return Verdict(Kind.STORY, why, round(sure, 3))
