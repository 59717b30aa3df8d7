"""What the class and id words of a box say of what is in it, in the words that sites' makers use."""

import re

from .remembered import Remembered

DATE_WORDS = Remembered(
    r"(?<![a-z])(?:date|datum|fecha|time|timestamp|datetime|publi[sc]h(?:ed)?|pubdate|posted|updated?|modified|dateline|stand)(?![a-z])",
    re.I,
)
AUTHOR_CLASS = Remembered(
    r"(?<![a-z])(?:author(?:s|-?name)?|by-?lines?|writer|autor(?:en|es)?|auteur|firma|skribent)(?![a-z])",
    re.I,
)
DECK_WORDS = Remembered(
    r"(?<![a-z])(?:deck|dek|standfirst|subtitle|sub-?title|sub-?headline|subhead|sub-?heading|kicker-?text|summary|excerpt|bajada|copete|entradilla|chapo|chapeau|sommario|occhiello|intro|lead|lede|teaser|vorspann|abstract|description|ingress|zajawka|perex)(?![a-z])",
    re.I,
)
RELATED_WORDS = Remembered(
    r"(?<![a-z])(?:related|recirc\w*|recommend\w*|read-?more|readmore|more-?(?:on|from|stories|news|links)|see-?also|also-?read|read-?also|further|suggest\w*|you-?may|up-?next|next-?article|siblings|similar|inline-?link|internal-?link|relacionad\w*|verwandt\w*|mehr-?zum|lire-?aussi|correlati|crosslinks?)(?![a-z])",
    re.I,
)
SPONSORED_WORDS = Remembered(
    r"(?<![a-z])(?:taboola|outbrain|sponsor\w*|promoted|native-?ad\w*|paid-?(?:content|post)|advertorial|partner-?content|revcontent|mgid|zergnet|dianomi|plista)(?![a-z])",
    re.I,
)
LISTING_WORDS = Remembered(
    r"(?<![a-z])(?:most-?(?:read|popular|viewed|shared|recent|commented)|trending|popular|latest|newest|headlines|ticker|top-?stories|meist\w*|breaking|menu|navigation|nav|navbar|breadcrumbs?|footer|social|share|sharing|tags?|topics?|comments?|cookie|consent|newsletter|subscribe|login|search)(?![a-z])",
    re.I,
)
CARD_WORDS = Remembered(
    r"(?<![a-z])(?:teasers?|promo|cards?|story-?card|storylist|linkbox|linklist)(?![a-z])", re.I
)
SIGNUP_WORDS = Remembered(
    r"(?<![a-z])(?:newsletters?|sign-?up|signup-?\w*|subscribe|subscription|mailing-?list|e-?mail-?(?:capture|sign-?up|form))(?![a-z])",
    re.I,
)
ANSWER_WORDS = Remembered(
    r"(?<![a-z])(?:success\w*|errors?|fail\w*|invalid|thanks?|thank-?you|confirm\w*|done|is-hidden|recaptcha)(?![a-z])",
    re.I,
)
FOOT_WORDS = Remembered(
    r"(?<![a-z])(?:footer|nav|navbar|navigation|menu|breadcrumbs?|share|sharing|social|share-dialog)(?![a-z])",
    re.I,
)
CREDIT_CLASS = Remembered(
    r"(?<![a-z])(?:credits?|copyright(?:holder)?|photographer|image-?(?:source|author)|agency|rights|fotograf\w*|quelle|figcredits?|attribution)(?![a-z])",
    re.I,
)
CAPTION_CLASS = Remembered(
    r"(?:caption|bildunterschrift|bildtext|legende|legend(?![a-z])|pie-?(?:de-?)?foto|didascalia|img[-_]*(?:desc\w*|info)|image[-_]*(?:desc\w*|info|text|footer)"
    r"|(?:picture|photo|media|bild|foto)[-_]*(?:desc\w*|text|info\w*)|bild__info|billedtekst|bildetekst|kuvateksti)",
    re.I,
)
PICTURE_WORDS = Remembered(
    r"caption|figure|image|img|photo|media|credit|picture|bild|foto|gallery|copyright", re.I
)
