"""What kind of page it is: story, live page, gallery, video, opinion, index, other; and why."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..record import ARTICLE_KINDS, Declared, Kind

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
    r"nos partenaires|nuestros socios|legitimate interests?|gdpr|dsgvo|advertising and content|werbung und inhalte|manage (?:options|preferences)"
)
_MOST_CONSENT_WORDS = 400


_FEW_BLOCKS = 20
"""A page with fewer, and without running text, lists nothing: it says that something is missing or wrong."""
_NEWS = 0.6
"""How likely a page that declares itself news holds a story at least: all 44 of wcxb's that do, do; live pages and short
stories are unlike those that the models have seen."""
_HOLDS_A_STORY = "it holds a story's running text"

_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def count_words(text: str) -> int:
    """How many words a text has, also in scripts that set no blanks: two characters a word in Japanese and
    Chinese, seven letters in Thai and the like."""
    ideographs = 0 if text.isascii() else len(_IDEOGRAPHS.findall(text))
    return max(len(text.split()), len(text) // 7, ideographs // 2)


def _asks_for_consent(text: str, headline: str | None, words: int) -> bool:
    """Whether a text is a site's question for consent to cookies and not a story about one.

    Such a page is short, and says so in many ways: a word for it in every thirty or so, of four sorts or more.
    """
    if not 15 <= words <= _MOST_CONSENT_WORDS:
        return False
    found = [m[0] for m in _CONSENT.finditer(f"{headline or ''} {text}".lower())]
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


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known of a page when its kind is asked for.

    `labels` are the lines right over the headline and what the page's title says beside it.
    `likely` gives the role model's probability for each kind of page it knows; `article` is the one that holds stories.
    `looks_a_story` is how likely the page is a story's, all its signs weighed together: it outweighs the model's view.
    Both are None without the models.
    """

    declared: Declared
    url: str | None
    headline: str | None
    section: str | None
    labels: tuple[str, ...]
    text: str
    pictures: int
    blocks: int
    linked_share: float
    likely: Mapping[str, float] | None
    looks_a_story: float | None

    def types(self) -> list[str]:
        """What the page declares itself to be, in small letters."""
        return [d.value.lower() for d in self.declared.all("kind")]

    def schema(self) -> set[str]:
        """The same of its JSON-LD alone."""
        return {d.value.lower() for d in self.declared.all("kind") if d.where.startswith("json-ld")}

    def says_article(self) -> bool:
        """Whether it declares itself an article."""
        return any(_STORY_TYPES.search(name) for name in self.types() if name != "discussionforumposting")

    def says_news(self) -> bool:
        """Whether its own mark-up calls it news, and not a thread that somebody posted."""
        return any(name.endswith("newsarticle") or name == "liveblogposting" for name in self.schema())

    def is_film(self) -> bool:
        """Whether it declares itself the page of one film."""
        return not self.says_article() and any(
            kind.startswith("video.") or kind in ("video", "videoobject") for kind in self.types()
        )

    def story_share(self) -> float | None:
        """How likely it is a story's; None where no model says so, and of a newspaper database's, which holds nothing
        but articles."""
        if any(d.where.startswith("field-") for d in self.declared.all("kind")):
            return None
        if self.looks_a_story is not None:
            return self.looks_a_story
        return self.likely.get("article") if self.likely else None


def find_kind(seen: Seen) -> Verdict:
    """The kind of page, from what it declares, its address, its text, and the model's view of the whole page."""
    words = count_words(seen.text)
    share = seen.story_share()
    if _asks_for_consent(seen.text, seen.headline, words):
        return Verdict(Kind.OTHER, "it asks for consent to cookies and holds no story", 0.85)
    if words < 30 and seen.headline and seen.is_film():
        return Verdict(Kind.VIDEO, "it declares itself a film's page and has hardly any text", 0.7)
    if words < 30 and seen.pictures < 3 and (share is None or share >= 0.5 or seen.blocks < _FEW_BLOCKS):
        return Verdict(Kind.OTHER, "hardly any running text was found on the page", 0.8)
    if seen.says_news():
        share = max(share or 0.0, _NEWS)
    no_story = _by_declaration(seen) if share is None else _by_view(seen, share)
    if no_story is not None:
        return no_story
    sure = share if share is not None else 0.85 if seen.says_article() else 0.6
    return _kind_of_story(seen, words, sure)


def _by_view(seen: Seen, share: float) -> Verdict | None:
    """What the page is if the model's view says that it holds no story."""
    if share >= 0.5:
        return None
    others = {name: value for name, value in (seen.likely or {}).items() if name != "article"}
    name = max(others, key=others.__getitem__, default="other")
    kind = Kind.INDEX if name in ("listing", "collection", "index") else Kind.OTHER
    why = f"the page as a whole looks like a page of the kind {name}, not like a story"
    return Verdict(kind, why, round(1 - share, 3))


def _by_declaration(seen: Seen) -> Verdict | None:
    """What the page is if it declares itself something else than an article."""
    if seen.says_article():
        return None
    schema = seen.schema()
    if schema & _INDEX_TYPES:
        return Verdict(Kind.INDEX, "it declares itself a page that lists others", 0.75)
    if schema & _OTHER_TYPES:
        return Verdict(Kind.OTHER, "it declares itself something else than an article", 0.7)
    if seen.linked_share > 0.6:
        return Verdict(Kind.INDEX, "most of its text is links to other pages", 0.7)
    return None


def _kind_of_story(seen: Seen, words: int, sure: float) -> Verdict:
    """Which kind of story it is: live, opinion, gallery, video, or none of these."""
    schema, title = seen.schema(), seen.headline or ""
    path = re.sub(r"^[a-z]+://[^/]*", "", seen.url.lower()) if seen.url else ""
    if "liveblogposting" in schema or (
        _LIVE_SURE.search(path) or _LIVE_SURE.search(title) or re.match(r"(?i)live\b\s*[:|–-]", title)
    ):
        return Verdict(Kind.LIVE, "it declares itself or is headed as a live page", round(sure, 3))
    if re.search(r"(?i)\bticker\b", title) or re.search(r"(?i)ticker", path):
        return Verdict(Kind.LIVE, "it is headed as a ticker", round(sure * 0.9, 3))
    if words > 120 and _says_opinion(seen, path):
        return Verdict(
            Kind.OPINION, "its address, section, label or declaration says opinion", round(sure, 3)
        )
    gallery = schema & {"imagegallery", "mediagallery"} or _GALLERY.search(path)
    if gallery and seen.pictures >= 4 and words < 120 * seen.pictures:
        return Verdict(Kind.GALLERY, "pictures with captions make up most of it", round(sure, 3))
    says_article = seen.says_article()
    if (("videoobject" in schema and not says_article) or _VIDEO.search(path)) and words < 250:
        return Verdict(Kind.VIDEO, "it is about one film and has little text", round(sure, 3))
    why = "it declares itself an article and holds running text" if says_article else _HOLDS_A_STORY
    return Verdict(Kind.STORY, why, round(sure, 3))


def _says_opinion(seen: Seen, path: str) -> bool:
    return bool(
        any(d.value.lower() in ("true", "yes", "1") for d in seen.declared.all("opinion"))
        or "opinionnewsarticle" in seen.schema()
        or _OPINION.search(path)
        or (seen.section and _OPINION.search(seen.section))
        or any(_OPINION.fullmatch(label.strip(" :|")) for label in seen.labels)
    )
