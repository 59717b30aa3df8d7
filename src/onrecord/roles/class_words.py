"""What the class and id words of an element say it is for, as a set of bits.

Sites name their boxes in a few languages and in many spellings, and a word's meaning is the same on all of them. The bits are
features of the role model: it learns what each is worth.
"""

import re

_MOST = 50_000

_WORDS = {
    "body": r"(?:article|story|post|entry|news|content|page|main)[-_]*(?:body|content|text|copy|main|inner)|body[-_]*(?:copy|text|content)"
    r"|rich-?text|wysiwyg|prose|artikel-?text|texto|cuerpo|corpo|field-?name-?body",
    "story": r"article|story|post(?!er|al)|entry|artikel|noticia|news|single|hentry",
    "comment": r"comment|kommentar|disqus|respond|discussion|repl(?:y|ies)|livefyre|coral-?talk|forum",
    "related": r"related|recirc|recommend|read-?more|more-?(?:on|from|stories|news|links)|see-?also|also-?read|further|suggest|up-?next"
    r"|next-?(?:article|post)|prev(?:ious)?-?post|similar|inline-?link|internal-?link|relacionad|verwandt|mehr-?zum|lire-?aussi|correlat|crosslink",
    "card": r"teaser|cards?(?![a-z])|tile|carousel|slider|swiper|slick|grid-?item|list-?item|linkbox|storylist|promo|feed|river|stream",
    "listing": r"most-?(?:read|popular|viewed|shared|recent)|trending|popular|latest|newest|ticker|top-?stories|meist|headlines|archive",
    "ad": r"(?<![a-z])(?:ads?|advert\w*|adv|dfp|gpt|banner|anzeige|werbung|publicidad|publicite|pubblicita|reklam\w*)(?![a-z])"
    r"|sponsor|taboola|outbrain|promoted|native-?ad|affiliate|commercial|partner-?content|paid-?content",
    "share": r"share|sharing|social|follow|facebook|twitter|whatsapp|addthis|addtoany|shariff",
    "nav": r"(?<![a-z])nav|menu|breadcrumb|navigation|toolbar|top-?bar|sitemap|pagination|pager|skip-?link|toc(?![a-z])|table-of-contents",
    "header": r"header|masthead|branding|logo|hero|site-?head",
    "footer": r"foot(?:er)?(?![a-z])|bottom|copyright|legal|disclaimer|imprint|colophon|credits",
    "author": r"author|byline|(?<![a-z])bio(?![a-z])|biograph|profile|about|contributor|writer|autor|redakt",
    "service": r"newsletter|subscri|sign-?up|paywall|regist|log-?in|cookie|consent|gdpr|modal|popup|overlay|notice|alert|donat|membership|abo(?![a-z])"
    r"|premium|gate|call-?to-?action|(?<![a-z])cta(?![a-z])",
    "caption": r"caption|bildunterschrift|bildtext|legend|pie-?de|didascalia|image-?desc|photo-?desc|figure|wp-?image",
    "credit": r"credit|photographer|image-?source|fotograf|quelle|attribution",
    "deck": r"deck|(?<![a-z])dek(?![a-z])|standfirst|sub-?title|sub-?headline|subhead|sub-?heading|summary|excerpt|bajada|copete|entradilla"
    r"|chapo|sommario|occhiello|intro|lead(?![a-z])|lede|vorspann|abstract|description|ingress",
    "date": r"(?<![a-z])(?:date|datum|fecha|time|timestamp|datetime|published|pubdate|posted|updated?|modified)(?![a-z])|meta(?![a-z])",
    "tags": r"(?<![a-z])tags?(?![a-z])|topics?(?![a-z])|keyword|categor|label|taxonomy",
    "side": r"side-?bar|aside|(?<![a-z])rail|widget|secondary|complementary|right-?col|col-?right|sidebox",
    "hidden": r"hidden|sr-only|screen-?reader|print-?only|invisible|d-none|display-?none|collapse|accordion|dropdown|drawer",
    "quote": r"quote|tweet|twitter|embed|instagram|zitat|citation",
    "facts": r"fact-?box|fakta|info-?box|highlights|key-?(?:points|facts)|takeaway|box(?![a-z])|table|specs?(?![a-z])",
    "picture": r"image|img|photo|picture|gallery|galerie|slideshow|media|video|player|foto|bild",
    "search": r"search|filter|sort|facet|form(?![a-z])",
    "shop": r"price|product|cart|basket|shop|buy|review|rating|stars",
}
NAMES = tuple(_WORDS)
# small letters alone: patterns that ignore case take three times as long
_PATTERNS = tuple((1 << n, re.compile(pattern)) for n, pattern in enumerate(_WORDS.values()))

_known: dict[str, int] = {}
_names: dict[str, int] = {}


def bits_of(words: str) -> int:
    """The bits of an element's class and id words, in the order of NAMES; what was seen before is not looked at again."""
    found = _known.get(words)
    if found is None:
        if len(_known) >= _MOST:
            _known.clear()
        found = 0
        for name in words.split():
            found |= _bits_of_name(name)
        _known[words] = found
    return found


def _bits_of_name(name: str) -> int:
    found = _names.get(name)
    if found is None:
        if len(_names) >= _MOST:
            _names.clear()
        found = 0
        lower = name.lower()
        for bit, pattern in _PATTERNS:
            if pattern.search(lower):
                found |= bit
        _names[name] = found
    return found
