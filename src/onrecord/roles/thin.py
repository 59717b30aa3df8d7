"""The thin parts: date lines, corrections, contributor and copyright lines, cards. Too rare to learn from few
pages, and plain to tell by what they say together with where they stand.

The model has said which blocks are the story; here the blocks round and inside it get their finer names.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from ..languages.addresses import AUTHOR_PAGE
from ..record import BODY_ROLES, Block, Container, Declared, Layout, Part, Role
from ..text.dates import find_age, find_dates
from .marks import Mark, find_marks
from .remembered import Remembered

_BEFORE, _AFTER = 14, 40
_LONG = 300
_DATE_WORDS = Remembered(
    r"(?<![a-z])(?:date|datum|fecha|time|timestamp|datetime|publi[sc]h(?:ed)?|pubdate|posted|updated?|modified|dateline|stand)(?![a-z])",
    re.I,
)
_AUTHOR_CLASS = re.compile(
    r"(?<![a-z])(?:author(?:s|-?name)?|by-?lines?|writer|autor(?:en|es)?|auteur|firma|skribent)(?![a-z])",
    re.I,
)
_DECK_WORDS = Remembered(
    r"(?<![a-z])(?:deck|dek|standfirst|subtitle|sub-?title|sub-?headline|subhead|sub-?heading|kicker-?text|summary|excerpt|bajada|copete|entradilla|chapo|chapeau|sommario|occhiello|intro|lead|lede|teaser|vorspann|abstract|description|ingress|zajawka|perex)(?![a-z])",
    re.I,
)
_RELATED_WORDS = Remembered(
    r"(?<![a-z])(?:related|recirc\w*|recommend\w*|read-?more|readmore|more-?(?:on|from|stories|news|links)|see-?also|also-?read|further|suggest\w*|you-?may|up-?next|next-?article|siblings|similar|inline-?link|internal-?link|relacionad\w*|verwandt\w*|mehr-?zum|lire-?aussi|correlati|crosslinks?|teasers?|promo|cards?|story-?card|storylist|linkbox|linklist)(?![a-z])",
    re.I,
)
_SPONSORED_WORDS = Remembered(
    r"(?<![a-z])(?:taboola|outbrain|sponsor\w*|promoted|native-?ad\w*|paid-?(?:content|post)|advertorial|partner-?content|revcontent|mgid|zergnet|dianomi|plista)(?![a-z])",
    re.I,
)
_LISTING_WORDS = Remembered(
    r"(?<![a-z])(?:most-?(?:read|popular|viewed|shared|recent|commented)|trending|popular|latest|newest|headlines|ticker|top-?stories|meist\w*|breaking|menu|navigation|nav|navbar|breadcrumbs?|footer|social|share|sharing|tags?|topics?|comments?|cookie|consent|newsletter|subscribe|login|search)(?![a-z])",
    re.I,
)
_LISTING = re.compile(
    r"^\W{0,3}(?:most (?:read|popular|viewed|shared|commented|recent)|trending|latest|top (?:stories|news|headlines)|popular|meistgelesen|am meisten|neueste|aktuell|lo más|más leíd|les plus lus|i più letti|mais lidas|mest lest|mest læst|mest läst|meest gelezen|najczęściej|nejčtenější|самое читаемое|popüler)",
    re.I,
)
_MAY_BE_CAPTION = frozenset(
    {Role.CAPTION, Role.FURNITURE, Role.PARAGRAPH, Role.LIST_ITEM, Role.CELL, Role.BYLINE}
)
# (AP Photo/Mara Quill), (Foto: dpa), [Mara Quill/Getty Images]: a credit in brackets at the end
_CREDITED = re.compile(
    r"[(\[](?:(?:ap|afp|epa|reuters|file|handout|pool|staff)\s+)?(?:photos?|fotos?|images?|pictures?|bild|photograph|credit|kuva|zdj)\b\s?(?:/|:|by\b|courtesy|via|credit)[^()\[\]]{2,80}[)\]]\.?$"
    r"|[(\[][^()\[\]]{2,60}(?:/|via )\s?(?:getty images|afp|reuters|ap|epa|bloomberg|dpa)(?:[ /][\w ]{2,30})?[)\]]\.?$",
    re.I,
)
_CREDIT_CLASS = Remembered(
    r"(?<![a-z])(?:credits?|copyright(?:holder)?|photographer|image-?(?:source|author)|agency|rights|fotograf\w*|quelle|figcredits?|attribution)(?![a-z])",
    re.I,
)
_CAPTION_CLASS = Remembered(
    r"(?:caption|bildunterschrift|bildtext|legende|legend(?![a-z])|pie-?(?:de-?)?foto|didascalia|img[-_]*(?:desc\w*|info)|image[-_]*(?:desc\w*|info|text|footer)"
    r"|(?:picture|photo|media|bild|foto)[-_]*(?:desc\w*|text|info\w*)|bild__info|billedtekst|bildetekst|kuvateksti)",
    re.I,
)
# a film's length before its title: "2:34 Dockers march in Lund"
_PLAYED = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s|$)")
_NO_PICTURE_WORDS = frozenset({Mark.AGE, Mark.BYLINE, Mark.READER_SERVICE, Mark.RELATED, Mark.SPONSORED})
_NO_CAPTIONS = frozenset({Mark.BYLINE, Mark.READER_SERVICE, Mark.RELATED})
_BUTTON = re.compile(
    r"(?i)^\W*(?:share|close|save|next|previous|prev|\d+ ?(?:/|of) ?\d+|enlarge|expand|zoom|view|open|play|watch|loading|advert\w*|menu|image|photo|video|bild|foto|audio|view \d+ images?|powered by|gallery|show|hide|download|tweet|pin|copy|email|print|more|read more|credits?)\W*$"
)
_PICTURE_WORDS = Remembered(
    r"caption|figure|image|img|photo|media|credit|picture|bild|foto|gallery|copyright", re.I
)
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)\]]*$")
_CLAIMS = (
    "opyright", "OPYRIGHT", "(c)", "(C)", "ights", "IGHTS", "echte", "roits", "erechos", "iritti", "ireitos",
    "ättigheter", "ettigheter", "ettigheder", "prawa", "práva", "hakları", "版权", "無断", "无断", "무단",
)  # fmt: skip
_ADDRESS = re.compile(
    r"(?i)^\S+@\S+\.\w+$|^(?:https?://)?(?:www\.)?(?:twitter|x|facebook|instagram|threads)\.(?:com|net)/\S+$"
)
_PAID = re.compile(
    r"(?i)^\W{0,3}(?:sponsored (?:content|post|stor\w+|articles?|links?|by)|promoted (?:content|post|stor\w+|by|links?)|paid (?:content|post|for by)"
    r"|partner (?:content|offers?)|from our (?:partners?|sponsors?|advertisers?)|contenido patrocinado|contenus? sponsoris\w+|gesponserte?\b|from the web)"
)
_LEGAL = re.compile(
    r"(?i)\b(?:privacy|policy|policies|terms|conditions|cookies?|impressum|datenschutz|imprint|contact|about us|advertis\w+|subscri\w+|newsletters?|app|apps|careers|jobs|login|sign in|register|public file|accessibility|licens\w+|faq|help)\b"
)
# the editors name themselves: their word wherever in the story it stands, where a bare "Note:" may be the writer's
_BY_EDITORS = re.compile(
    r"(?i)^\W{0,3}(?:editors?['’]?s?['’]? note\b|note (?:from|to|by) (?:the |our )?(?:editors?|readers?)\b|(?:anmerkung|hinweis) der redaktion\b"
    r"|note de la rédaction\b|n\.?d\.?l\.?r\b|nota (?:de la redacción|del editor|da redação|della redazione|do editor)\b)"
)
_LETTERS = re.compile(r"[^\W\d_]+")


def assign_thin_roles(
    parts: tuple[Part, ...],
    layout: Layout,
    declared: Declared,
    marks: Sequence[frozenset[Mark]] | None = None,
) -> tuple[Part, ...]:
    """The same parts with finer roles where a block's words and place give them; the rest unchanged.

    `marks` are those that `find_marks` gives for each part's block, looked for here if they are not at hand.
    """
    if marks is None:
        marks = [find_marks(part.block.text) for part in parts]
    story = [n for n, part in enumerate(parts) if part.role in BODY_ROLES]
    if not story:
        return _without_story(parts, marks)
    finer = _Finer(parts, layout, declared, story, marks)
    if not layout.containers:
        finer.runs()
    if not finer.story:
        return _without_story(tuple(finer.parts), marks)
    finer.pictures()
    if layout.containers:
        finer.captions_over_credits()
    finer.again()
    if not finer.story:
        return _without_story(tuple(finer.parts), marks)
    finer.lines()
    finer.head()
    if layout.containers:
        finer.boxes()
    return tuple(finer.parts)


def _without_story(parts: tuple[Part, ...], marks: Sequence[frozenset[Mark]]) -> tuple[Part, ...]:
    """Where no story was found, only what is plain anywhere: copyright lines."""
    out = list(parts)
    for n, part in enumerate(parts):
        if part.role is Role.FURNITURE and Mark.COPYRIGHT in marks[n] and len(part.block.text) < 300:
            out[n] = _as(part, Role.COPYRIGHT, 0.8, "it says whose the rights are")
    return tuple(out)


def _as(part: Part, role: Role, confidence: float, reason: str) -> Part:
    rivals = tuple(rival for rival in ((part.role, part.confidence), *part.rivals) if rival[0] is not role)
    return Part(part.block, role, confidence, reason, rivals[:3], part.span)


class _Finer:
    """One page while its parts are named."""

    def __init__(
        self,
        parts: tuple[Part, ...],
        layout: Layout,
        declared: Declared,
        story: list[int],
        marks: Sequence[frozenset[Mark]],
    ) -> None:
        self.parts = list(parts)
        self.containers = layout.containers
        self.declared = declared
        self.story = story
        self.first, self.last = self._main_run(story)
        self.marks = marks
        self.headline = self._headline()
        self._words: dict[int, str] = {}
        self._figures = {image.figure for image in layout.images if image.figure >= 0}
        self._images = {image.before for image in layout.images if image.url and (image.width or 200) >= 120}
        self._pictures = layout.images
        self._alts: set[str] | None = None
        self._boxed: dict[int, int] = {}

    def _main_run(self, story: list[int]) -> tuple[int, int]:
        """First and last block of the story; a stray block far above or below does not stretch it."""
        if len(story) < 3:
            return story[0], story[-1]
        first, last = 0, len(story) - 1
        sizes = [len(self.parts[n].block.text) for n in story]
        while first < last and story[first + 1] - story[first] > 30 and sizes[first] < sum(sizes) * 0.1:
            first += 1
        while last > first and story[last] - story[last - 1] > 30 and sizes[last] < sum(sizes) * 0.1:
            last -= 1
        return story[first], story[last]

    def again(self) -> None:
        """Where the story begins and ends once captions are out of it."""
        self.story = [n for n, part in enumerate(self.parts) if part.role in BODY_ROLES]
        if self.story:
            self.first, self.last = self._main_run(self.story)

    def _headline(self) -> int:
        """The index of the headline's block: the model's, else the heading that agrees with what is declared."""
        best, sure = -1, 0.0
        for n, part in enumerate(self.parts):
            if part.role is Role.HEADLINE and part.confidence > sure:
                best, sure = n, part.confidence
        if best >= 0:
            return best if self.containers else self._past_topic(best)
        titles = [d.value.casefold() for d in (*self.declared.all("headline"), *self.declared.all("title"))]
        for n in range(max(0, self.first - 60), min(len(self.parts), self.first + 3)):
            block = self.parts[n].block
            if (
                len(block.text) < 12
                or len(block.text) > 300
                or self.parts[n].role in (Role.CAPTION, Role.COMMENT)
            ):
                continue
            text = block.text.casefold()
            agrees = any(text == title or (len(text) > 20 and text in title) for title in titles)
            score = 2.0 * (block.tag == "h1") + 3.0 * agrees + (block.tag == "h2") * 0.5
            if score > sure:
                best, sure = n, score
        if best >= 0 and sure >= 2.0:
            self.parts[best] = _as(
                self.parts[best], Role.HEADLINE, 0.8, "a heading before the story, as the page declares it"
            )
            return best
        if not self.containers:
            return self._first_line()
        return -1

    def _past_topic(self, n: int) -> int:
        """In flat text: the headline itself, where the model took the topic printed over it (`OPINION`)."""
        if len(self.parts[n].block.text.split()) > 2:
            return n
        for after in range(n + 1, min(n + 3, len(self.parts))):
            part = self.parts[after]
            text = part.block.text
            if part.role in (Role.CAPTION, Role.CREDIT, Role.BYLINE) or not 4 <= len(text.split()) <= 25:
                continue
            if not _SENTENCE.search(text) and not self.marks[after]:
                self.parts[n] = _as(self.parts[n], Role.FURNITURE, 0.6, "the topic printed over the headline")
                self.parts[after] = _as(part, Role.HEADLINE, 0.8, "the first line under its topic")
                return after
        return n

    def _first_line(self) -> int:
        """In flat text without another clue: the first line above the story that reads as a headline."""
        for n in range(self.first):
            text = self.parts[n].block.text
            if 20 <= len(text) <= 200 and not _SENTENCE.search(text) and len(text.split()) >= 4:
                if not self.marks[n] and self.parts[n].role in (Role.FURNITURE, Role.HEADLINE):
                    self.parts[n] = _as(
                        self.parts[n], Role.HEADLINE, 0.6, "the first line that reads as a headline"
                    )
                    return n
        return -1

    def of(self, n: int) -> frozenset[Mark]:
        """The marks of a block."""
        return self.marks[n]

    def words_round(self, n: int, depth: int = 5) -> str:
        """Class and id words of the containers round a block, innermost first."""
        at = self.parts[n].block.container
        known = self._words.get(at)
        if known is None:
            pieces = []
            step, place = 0, at
            while place >= 0 and step < depth:
                container = self.containers[place]
                if container.tag in ("body", "html", "main", "article"):
                    break
                if container.words:
                    pieces.append(container.words)
                place, step = container.parent, step + 1
            known = self._words[at] = " ".join(pieces)
        return known

    # --- lines that say themselves what they are

    def lines(self) -> None:
        """Contributor lines, corrections, notes, reader service and copyright, in and round the story."""
        start = self.headline if 0 <= self.headline < self.first else max(0, self.first - _BEFORE)
        stop = min(len(self.parts), self.last + _AFTER)
        size = self.last - self.first + 1
        for n in range(start, stop):
            part = self.parts[n]
            role = part.role
            if role in (Role.HEADLINE, Role.CAPTION, Role.CREDIT, Role.COMMENT):
                continue
            text = part.block.text
            inside = role in BODY_ROLES
            at_edge = n >= self.last - 6 or n <= self.first + 2 or size < 8
            if inside and not at_edge and len(text) > _LONG:
                continue  # a long paragraph in the middle of the story is the story
            marks = self.of(n)
            if not marks and not _ADDRESS.match(text):
                continue
            if (
                Mark.CONTRIBUTOR in marks
                and len(text) < 420
                and n > self.first - 3
                and (at_edge or len(text) < 200)
            ):
                if _is_contributor(text, inside):
                    self.parts[n] = _as(
                        part, Role.CONTRIBUTOR, 0.9, "it says who else took part in the reporting"
                    )
                    continue
            if Mark.CORRECTION in marks and len(text) > 25 and (at_edge or len(text) < 500):
                if _is_correction(text):
                    self.parts[n] = _as(
                        part, Role.CORRECTION, 0.9, "it says what was put right or brought up to date"
                    )
                    continue
            if (
                Mark.NOTE in marks
                and 25 < len(text) < 700
                and (at_edge or not inside or _BY_EDITORS.match(text))
            ):
                self.parts[n] = _as(part, Role.NOTE, 0.85, "it is the editors' own word to the reader")
                continue
            if Mark.COPYRIGHT in marks and len(text) < 400 and n >= self.last - 3 and n > self.first:
                if _is_copyright(text):
                    self.parts[n] = _as(part, Role.COPYRIGHT, 0.9, "it says whose the rights are")
                    continue
            if Mark.RULE in marks and inside:
                self.parts[n] = _as(part, Role.FURNITURE, 0.95, "a line that parts, without words")
                continue
            if (Mark.READER_SERVICE in marks or not marks) and len(text) < 300 and n > self.headline:
                if self._serves(n, text, inside):
                    self.parts[n] = _as(
                        part, Role.READER_SERVICE, 0.8, "it asks the reader for something or leads elsewhere"
                    )
        # the site's own line stands at the foot of the page
        for n in range(stop, len(self.parts)):
            part = self.parts[n]
            if part.role is Role.FURNITURE and len(part.block.text) < 300 and _may_claim(part.block.text):
                if _is_copyright(part.block.text):
                    self.parts[n] = _as(part, Role.COPYRIGHT, 0.85, "it says whose the rights are")

        if not any(part.role is Role.COPYRIGHT for part in self.parts):
            for n in range(self.first):
                part = self.parts[n]
                if (
                    part.role is Role.FURNITURE
                    and len(part.block.text) < 200
                    and Mark.COPYRIGHT in self.of(n)
                ):
                    if _is_copyright(part.block.text):
                        self.parts[n] = _as(
                            part, Role.COPYRIGHT, 0.6, "it says whose the rights are, above the story"
                        )

    def _serves(self, n: int, text: str, inside: bool) -> bool:
        if n >= self.last - 3 and _ADDRESS.match(text):
            return True
        if len(text.split()) < 4 or n > self.last + 8 or re.match(r"(?i)\W*(?:share|email) ", text):
            return False
        if inside:
            # the story itself may begin a sentence with such a word: a link, an address or the last lines must speak too
            links = self.parts[n].block.links
            telling = bool(
                re.search(
                    r"https?://|www\.|@\w|newsletter|subscribe|sign up|click(?:ing)? here|twitter|facebook|instagram|podcast",
                    text,
                    re.I,
                )
            )
            sure = (
                self.parts[n].confidence >= 0.6
            )  # of the story; then its own first words must ask for something
            if sure and not _ASKS.match(text):
                return False
            return telling and (n >= self.last - 4 or bool(links)) and len(text) < 260
        around = self.words_round(n)
        return not re.search(
            r"(?<![a-z])(?:nav|menu|footer|cookie|consent|share|social)(?![a-z])", around, re.I
        )

    # --- above the story

    def head(self) -> None:
        """Date lines, bylines and the deck between the headline and the story, and just round them."""
        start = max(0, (self.headline if 0 <= self.headline <= self.first else self.first) - 6)
        stop = min(len(self.parts), max(self.first + 4, self.headline + 12))
        for n in [*range(start, stop), *range(self.last + 1, min(len(self.parts), self.last + 8))]:
            part = self.parts[n]
            text = part.block.text
            if part.role in (
                Role.HEADLINE,
                Role.COMMENT,
                Role.COPYRIGHT,
                Role.RELATED,
                Role.SPONSORED,
                Role.CORRECTION,
                Role.CONTRIBUTOR,
            ):
                continue
            if part.role is Role.CAPTION and (len(text) > 60 or not _only_date(text)):
                continue
            if len(text) > 260:
                continue
            marks = self.of(n)
            around = self.words_round(n, 2) + " " + part.block.inner
            if part.role in BODY_ROLES and not (
                len(text) < 90
                and (part.confidence < 0.95 or _only_date(text))
                and (Mark.DATE in marks or Mark.BYLINE in marks)
            ):
                continue
            if (
                (Mark.DATE in marks or Mark.AGE in marks)
                and _is_date_line(text, around)
                and _tells_time(text)
            ):
                if part.role is not Role.BYLINE:
                    role = Role.BYLINE if Mark.BYLINE in marks and n <= self.first + 2 else Role.TIMESTAMP
                    self.parts[n] = _as(part, role, 0.85, "a date line beside the headline or the story")
            elif (
                part.role is Role.FURNITURE
                and 4 < len(text) < 120
                and n <= self.first + 5
                and (
                    (
                        self.headline < n
                        and _AUTHOR_CLASS.search(self.words_round(n, 1) + " " + part.block.inner)
                    )
                    or _leads_to_author(part.block)
                )
                and not ({Mark.READER_SERVICE, Mark.RELATED, Mark.SPONSORED} & marks or _BUTTON.match(text))
            ):
                self.parts[n] = _as(
                    part, Role.BYLINE, 0.75, "the page calls it the author's, and it stands by the headline"
                )
            elif (
                Mark.BYLINE in marks
                and part.role is not Role.BYLINE
                and len(text) < 140
                and n <= self.first + 2
            ):
                if not _SENTENCE.search(text) or len(text) < 60:
                    self.parts[n] = _as(
                        part, Role.BYLINE, 0.8, "it begins as a byline does and stands by the headline"
                    )
        if not any(part.role is Role.BYLINE for part in self.parts[start : self.first + 5]):
            self._signed()
        self._deck()

    def _signed(self) -> None:
        """A byline under the story, where none stands above it."""
        below = range(max(self.first + 1, self.last - 3), min(len(self.parts), self.last + 13))
        for n in below:
            part = self.parts[n]
            text = part.block.text
            if part.role not in (Role.FURNITURE, *BODY_ROLES) or len(text) > 90:
                continue
            if Mark.BYLINE in self.of(n) and not _SENTENCE.search(text):
                self.parts[n] = _as(part, Role.BYLINE, 0.75, "it begins as a byline does and signs the story")
                return
        for n in below:
            part = self.parts[n]
            if part.role is not Role.FURNITURE or not 4 < len(part.block.text) < 60:
                continue
            named = _AUTHOR_CLASS.search(self.words_round(n, 1) + " " + part.block.inner)
            if (named or _leads_to_author(part.block)) and self._signs(n):
                why = "the page calls it the author's, and it stands under the story"
                self.parts[n] = _as(part, Role.BYLINE, 0.7, why)
                return

    def _signs(self, n: int) -> bool:
        """Whether a line under the story may be a name: no sentence, no button, no other story's."""
        text = self.parts[n].block.text
        if {Mark.READER_SERVICE, Mark.RELATED, Mark.SPONSORED, Mark.DATE, Mark.COMMENTS} & self.of(n):
            return False
        around = self.words_round(n, 4)
        if _BUTTON.match(text) or _SENTENCE.search(text) or _RELATED_WORDS.search(around):
            return False
        return not re.search(r"(?<![a-z])(?:comments?|kommentare?)(?![a-z])", around, re.I)

    def _deck(self) -> None:
        if any(part.role is Role.DECK for part in self.parts):
            return
        descriptions = {_folded(d.value)[:120] for d in self.declared.all("description")}
        start = self.headline + 1 if 0 <= self.headline < self.first else max(0, self.first - 8)
        for n in range(start, min(self.first + 1, start + 14)):
            part = self.parts[n]
            text = part.block.text
            begins = n == self.first and part.role in BODY_ROLES
            if not (begins or part.role in (Role.FURNITURE, Role.SUBHEAD)) or not 25 <= len(text) <= 500:
                continue
            folded = _folded(text)[:120]
            around = self.words_round(n, 2)
            agrees = folded in descriptions
            named = (
                bool(_DECK_WORDS.search(around))
                and not _RELATED_WORDS.search(around)
                and len(text.split()) > 5
            )
            heading = part.block.tag in ("h2", "h3") and n <= self.headline + 2 and len(text) > 40
            if named or heading or (agrees and not begins):  # a description is often the first paragraph
                why = (
                    "the page declares it as its description"
                    if agrees
                    else "it stands under the headline as a deck does"
                )
                self.parts[n] = _as(part, Role.DECK, 0.85 if agrees else 0.7, why)
                return

    # --- below and beside the story

    def pictures(self) -> None:
        """Captions and credits that the model took for something else, by their words and their boxes."""
        top = self.headline if 0 <= self.headline < self.first else self.first - 10
        if self.containers:
            self._boxed = self._in_picture_boxes(max(0, min(top, self.first - 10)))
        for n in range(max(0, min(top, self.first - 10)), min(len(self.parts), self.last + 4)):
            part = self.parts[n]
            text = part.block.text
            if part.role not in _MAY_BE_CAPTION or not text:
                continue
            if len(text) > 10 and text[-1] in ")]." and _CREDITED.search(text[-160:]):
                alone = text[0] in "([" and not text[1:-2].count(")") and len(text) < 90
                if alone or part.role is not Role.CAPTION:
                    role = Role.CREDIT if alone else Role.CAPTION
                    self.parts[n] = _as(part, role, 0.9, "it ends with a picture's credit")
                continue
            if text.endswith(("...", "…")) and len(text) < 200 and self._begins_a_caption(n):
                self.parts[n] = _as(part, Role.CAPTION, 0.9, "a caption cut short; the whole one follows")
                continue
            if part.role is Role.CAPTION or part.role is Role.CREDIT:
                if part.role is Role.CAPTION and self._is_credit(n):
                    self.parts[n] = _as(part, Role.CREDIT, 0.85, "the page marks it as a credit")
                continue
            if self.containers:
                if self._captions(n):
                    if (
                        len(text) < 90
                        and (self._is_credit(n) or Mark.CREDIT in self.of(n) or self._ends_a_box(n))
                        and Mark.DATE not in self.of(n)
                    ):
                        self.parts[n] = _as(
                            part, Role.CREDIT, 0.8, "it stands with a picture and says whose it is"
                        )
                    else:
                        self.parts[n] = _as(
                            part, Role.CAPTION, 0.8, "it stands with a picture as its caption does"
                        )
                elif part.role is Role.FURNITURE and 6 < len(text) <= 120 and Mark.CREDIT in self.of(n):
                    if Mark.DATE not in self.of(n) and _PICTURE_WORDS.search(self.words_round(n, 3)):
                        self.parts[n] = _as(part, Role.CREDIT, 0.75, "it begins as a picture's credit does")
            elif part.role is Role.FURNITURE and 6 < len(text) <= 120 and Mark.CREDIT in self.of(n):
                if Mark.DATE not in self.of(n):
                    self.parts[n] = _as(part, Role.CREDIT, 0.75, "it begins as a picture's credit does")

    def captions_over_credits(self) -> None:
        """What shares a picture's box with its credit and stands right over it is its caption."""
        for n, part in enumerate(self.parts[1:], 1):
            over = self.parts[n - 1]
            if (
                part.role is Role.CREDIT
                and over.role is Role.FURNITURE
                and n in self._boxed
                and self._boxed.get(n - 1) == self._boxed[n]
                and 14 < len(over.block.text) < _LONG
                and not over.block.links
                and _NO_PICTURE_WORDS.isdisjoint(self.of(n - 1))
                and not _BUTTON.match(over.block.text)
            ):
                self.parts[n - 1] = _as(
                    over, Role.CAPTION, 0.8, "it stands over a picture's credit, in one box with it"
                )

    def _in_picture_boxes(self, start: int) -> dict[int, int]:
        """The blocks that share a box with a picture and hardly anything else, each with its picture's number.

        Sites without `figure` set a picture and its words into a box of their own all the same, whatever they call it.
        Where a page sets every paragraph into a box with a picture, the boxes are how it is built and say nothing.
        """
        found: dict[int, int] = {}
        for number, image in enumerate(self._pictures):
            if not start <= image.before <= self.last + 2:
                continue
            if not image.url or (image.width or 200) < 120 or (image.height or 200) < 80:
                continue
            at, steps = image.container, 0
            while at >= 0 and steps < 7:
                container = self.containers[at]
                if container.tag in ("article", "main", "body", "html", "ul", "ol", "table", "a"):
                    break
                members = self._members(container, image.before)
                if members is None:
                    break
                if members:
                    found.update(dict.fromkeys(members, number))
                    if any(len(self.parts[n].block.text) > 40 for n in members):
                        break
                at, steps = container.parent, steps + 1
        taken = sum(len(self.parts[n].block.text) for n in found if self.parts[n].role in BODY_ROLES)
        whole = sum(len(self.parts[n].block.text) for n in self.story)
        return found if taken < 0.25 * whole else {}

    def _members(self, container: Container, near: int) -> list[int] | None:
        """The blocks of a small box round a place; None if the box holds more than a picture's words."""
        members: list[int] = []
        size = 0
        for step, first in ((-1, near - 1), (1, near)):
            n = first
            while 0 <= n < len(self.parts) and container.source.holds(self.parts[n].block.source):
                members.append(n)
                size += len(self.parts[n].block.text)
                if len(members) > 3 or size > 500 or self._is_card(n):
                    return None
                n += step
        return sorted(members)

    def _is_card(self, n: int) -> bool:
        """Whether a block is the heading, the link or the age of another story's card, or a button."""
        block = self.parts[n].block
        text = block.text
        if block.tag in ("h1", "h2", "h3", "h4", "h5", "button", "label", "li") and not self._is_alt(text):
            return True
        if block.links and sum(link.span.end - link.span.start for link in block.links) > 0.5 * len(text):
            return True
        if _PLAYED.match(text):
            return True
        return len(text) < 100 and not _NO_PICTURE_WORDS.isdisjoint(self.of(n))

    def _is_boxed_caption(self, n: int) -> bool:
        """Whether a block that shares a box with a picture is its caption or credit.

        What the model took for furniture must look like one in some other way too: players, games and
        newsletters have a picture and a few words as well.
        """
        part = self.parts[n]
        text = part.block.text
        if part.role in BODY_ROLES:
            if part.confidence > 0.985 or len(text) > 400:
                return False
        elif not (
            self._is_alt(text)
            or Mark.CREDIT in self.of(n)
            or Mark.CREDIT_TAIL in self.of(n)
            or any(role in (Role.CAPTION, Role.CREDIT) and share >= 0.03 for role, share in part.rivals)
        ):
            return False
        around = self.words_round(n, 3)
        if _RELATED_WORDS.search(around) or _AUTHOR_CLASS.search(around) or _LISTING_WORDS.search(around):
            return False
        return self._says_no_other(n, text)

    def _ends_a_box(self, n: int) -> bool:
        """Whether a few words without a full stop follow a caption in the box of one picture: a name, a source."""
        text = self.parts[n].block.text
        return (
            n - 1 in self._boxed
            and self._boxed.get(n) == self._boxed[n - 1]
            and self.parts[n - 1].role is Role.CAPTION
            and len(text) < 60
            and len(text.split()) <= 7
            and not _SENTENCE.search(text)
            and len(self.parts[n - 1].block.text) > len(text)
        )

    def _captions(self, n: int) -> bool:
        """Whether a block stands as a caption does: in a picture's figure, in an element called a caption, or in
        the words that describe a picture beside it."""
        part = self.parts[n]
        block = part.block
        text = block.text
        if not 3 <= len(text) <= 700:
            return False
        if n in self._boxed and self._is_boxed_caption(n):
            return True
        beside = self._near_image(n, 1)
        if part.role is Role.SUBHEAD or (
            part.role in BODY_ROLES and part.confidence > 0.97 and block.tag != "figcaption"
        ):
            return beside and len(text) > 11 and self._is_alt(text)
        called = self._called_caption(n)
        if not called and not beside and not self._near_image(n, 3):
            return False
        if block.links and sum(link.span.end - link.span.start for link in block.links) > 0.6 * len(text):
            return False
        if called:
            return self._says_no_other(n, text)
        if len(text) > 11 and self._is_alt(text):
            return self._says_no_other(n, text)
        if not beside or part.role in BODY_ROLES or Mark.CREDIT_TAIL not in self.of(n):
            return False
        return self._says_no_other(n, text)

    def _called_caption(self, n: int) -> bool:
        """Whether the elements round a block are a picture's figure or are called a caption."""
        part = self.parts[n]
        at, steps = part.block.container, 0
        while at >= 0 and steps < 5:
            container = self.containers[at]
            if container.tag in ("article", "main", "section", "body"):
                break
            if container.tag == "figcaption" or (at in self._figures and steps < 4):
                return part.role is not Role.BYLINE
            if steps < 3 and container.words and _CAPTION_CLASS.search(container.words):
                return self._near_image(n, 6)
            at, steps = container.parent, steps + 1
        inner = part.block.inner
        return bool(inner) and bool(_CAPTION_CLASS.search(inner)) and self._near_image(n, 4)

    def _says_no_other(self, n: int, text: str) -> bool:
        """Whether a block's words do not make it a byline, a date, a button or a call to the reader."""
        marks = self.of(n)
        if _NO_CAPTIONS & marks or (Mark.DATE in marks and _only_date(text)):
            return False
        return not _BUTTON.match(text)

    def _is_alt(self, text: str) -> bool:
        """Whether a block has the very words that describe one of the page's pictures."""
        if self._alts is None:
            self._alts = {_folded(image.alt) for image in self._pictures if len(image.alt) > 11}
        return bool(self._alts) and _folded(text) in self._alts

    def _near_image(self, n: int, reach: int) -> bool:
        return any(place in self._images for place in range(n - reach, n + 2))

    def _is_credit(self, n: int) -> bool:
        block = self.parts[n].block
        return len(block.text) < 120 and (block.tag == "cite" or self._in_credit(block))

    def _in_credit(self, block: Block) -> bool:
        at = block.container
        return at >= 0 and bool(
            _CREDIT_CLASS.search(self.containers[at].words + " " + self.containers[at].itemprop)
        )

    def _begins_a_caption(self, n: int) -> bool:
        start = self.parts[n].block.text.rstrip(".… ")
        following = self.parts[n + 1 : n + 4]
        return len(start) > 15 and any(
            p.block.text.startswith(start)
            and (p.role is Role.CAPTION or _CREDITED.search(p.block.text[-160:]))
            for p in following
        )

    def boxes(self) -> None:
        """Boxes of links to other stories, told by the heading over them, by their class words, by their links."""
        start = max(0, self.first - 20)
        stop = min(len(self.parts), self.last + 120)
        heading: Role | None = None
        where: int | None = None
        for n in range(start, stop):
            part = self.parts[n]
            block = part.block
            if part.role is not Role.FURNITURE:
                if part.role in BODY_ROLES:
                    heading = None
                continue
            text = block.text
            marks = self.of(n) if len(text) < 100 else frozenset[Mark]()
            around = self.words_round(n, 6)
            if (
                len(text) < 90
                and (Mark.SPONSORED in marks or Mark.RELATED in marks)
                and not _is_story_link(block)
            ):
                if Mark.SPONSORED in marks:
                    # `Advertisement` alone announces no card, and the foot of the page has links of that name
                    heading = Role.SPONSORED if _PAID.match(text) and n < self.last + 60 else None
                else:
                    heading = None if _LISTING.match(text) else Role.RELATED
                where = self._parent(block)
                continue
            role: Role | None = None
            if _SPONSORED_WORDS.search(around) and n > self.first:
                role = Role.SPONSORED
            elif heading is not None and where is not None and self._within(block, where):
                role = heading
            elif (self.first < n and _RELATED_WORDS.search(around) and not _LISTING_WORDS.search(around)) or (
                self.first < n < self.last and _is_story_link(block) and not _LISTING_WORDS.search(around)
            ):
                role = Role.RELATED
            if role is not None and _LEGAL.search(text):
                role = None
            if role is not None and (_is_story_link(block) or len(text) > 15 or Mark.AGE in marks):
                reason = "in a box of " + (
                    "paid items" if role is Role.SPONSORED else "links to other stories"
                )
                self.parts[n] = _as(part, role, 0.7, reason)

    def _parent(self, block: Block) -> int:
        """The container that a heading speaks for: the one round it, or the next one out if it stands alone there."""
        at = block.container
        steps = 0
        while at >= 0 and steps < 2:
            container = self.containers[at]
            if container.tag in ("section", "aside", "ul", "ol", "nav"):
                return at
            at, steps = container.parent, steps + 1
        return at if at >= 0 else block.container

    def _within(self, block: Block, where: int) -> bool:
        container: Container = self.containers[where]
        if container.tag in ("body", "html", "main", "article") or container.source.holds(
            self.parts[self.last].block.source
        ):
            return False
        return container.source.holds(block.source)

    def runs(self) -> None:
        """In flat text: a run of cards after the story, told by ages and cut-off captions that keep coming back.

        The cards' teasers read like a story, so the model may have taken some of them for it.
        """
        signs = [
            n
            for n in range(self.first + 1, len(self.parts))
            if len(self.parts[n].block.text) < 200
            and {Mark.AGE, Mark.CUT} & self.of(n)
            and self.parts[n].role is not Role.CAPTION
        ]
        start = _steady_from(signs)
        if start is None:
            return
        begin, end = signs[start], signs[-1]
        total = sum(len(self.parts[n].block.text) for n in self.story)
        after = [n for n in self.story if n >= begin]
        size = sum(len(self.parts[n].block.text) for n in range(begin, end + 1))
        if sum(len(self.parts[n].block.text) for n in after) > 0.5 * total or size > 600 * (
            len(signs) - start + 1
        ):
            return
        roles = [self.parts[n].role for n in range(begin, end + 1)]
        if roles.count(Role.COMMENT) > len(roles) / 3:
            return
        if Mark.AGE in self.of(begin) and Mark.CUT not in self.of(begin):
            # an age closes its card: the lines before it are the first card's, as many as the others have
            gaps = sorted(b - a for a, b in pairwise(signs[start:]))
            begin = max(self.first + 1, begin - gaps[len(gaps) // 2] + 1)
        # the short lines before the first card are its head: an outlet's name, a heading
        while begin > self.first + 1:
            part = self.parts[begin - 1]
            text = part.block.text
            if (part.role in BODY_ROLES and len(text) > 60) or _SENTENCE.search(text) or len(text) > 200:
                break
            if {Mark.COPYRIGHT, Mark.CONTRIBUTOR, Mark.READER_SERVICE, Mark.RULE} & self.of(begin - 1):
                break
            begin -= 1
        last_is_cut = Mark.CUT in self.of(end)
        title = _folded(self.parts[self.headline].block.text) if self.headline >= 0 else ""
        role = Role.RELATED
        for n in range(begin, min(len(self.parts), end + (3 if last_is_cut else 1))):
            part = self.parts[n]
            if title and _folded(part.block.text) == title:
                break
            if len(part.block.text) < 60 and Mark.SPONSORED in self.of(n):
                role = Role.SPONSORED
            elif len(part.block.text) < 40 and Mark.RELATED in self.of(n):
                role = Role.RELATED
            self.parts[n] = _as(part, role, 0.75, "in a run of cards after the story")
        self.again()


def _steady_from(signs: list[int]) -> int | None:
    """From which of the signs on they come at short and steady distances to the last; None if they never do."""
    if len(signs) < 3:
        return None
    start = len(signs) - 1
    while start > 0 and signs[start] - signs[start - 1] <= 7:
        start -= 1
    return start if len(signs) - start >= 3 else None


_ASKS = re.compile(
    r"\W{0,3}(?:follow|subscribe|sign up|click|download|listen|join|donate|support|contact|reach|email|e-mail|tweet|catch up|"
    r"get (?:our|the|more)|read more|more (?:at|on|from)|find|see (?:more|also)|visit|watch|abonnier|folge|melden|newsletter|abonnez|"
    r"suivez|inscriv|suscr|sígu|sigue|seguici|iscriv|assine|siga|abonneer|volg|you can|to (?:receive|subscribe|sign|get|read))",
    re.I,
)


def _leads_to_author(block: Block) -> bool:
    """Whether most of a block is a link to a page about who wrote."""
    return any(
        2 * (link.span.end - link.span.start) >= len(block.text) - 4 and AUTHOR_PAGE.search(link.href)
        for link in block.links
    )


def _folded(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))


def _is_story_link(block: Block) -> bool:
    """Whether a block is, all but a few letters, one link with words enough for a headline."""
    if not block.links:
        return False
    covered = sum(link.span.end - link.span.start for link in block.links)
    return covered > 0.75 * len(block.text) and len(block.text) > 22 and len(block.text.split()) > 3


_REPORTING = re.compile(
    r"contribut(?:ed|ing)\b|\breporting by\b|\bediting by\b|additional (?:reporting|writing|research)|\bwith (?:files|reporting|inputs?) from\b|inputs from|compiled by|mit (?:material|informationen|agenturmaterial)|mitarbeit|\bmit (?:dpa|afp|reuters|ap|epd)\b|avec (?:afp|reuters|ap|agences)|ont contribué|a contribué|con información de|con agencias|com (?:informações|agências)|contribuy|contribui|colabor|collaborat|материал|матеріал|met medewerking|wykorzystaniem",
    re.I,
)
_MONEY = re.compile(
    r"contribut(?:ed|ing) (?:to (?:the|his|her|a|an|its|their) (?!report|story|article|piece|content)|\$|€|£|\d)",
    re.I,
)


def _is_contributor(text: str, inside: bool) -> bool:
    match = _REPORTING.search(text)
    if not match or _MONEY.search(text):
        return False
    if not inside:
        return True
    lower = text.lower()
    if "contribut" in match[0].lower():
        return (
            bool(
                re.search(
                    r"contribut\w+ (?:\w+ ){0,2}?(?:to|reporting|from)\b.{0,40}\b(?:report|story|article|piece|reporting|content|dispatch|post)\b|contributed reporting|contributed from",
                    lower,
                )
            )
            and len(text) < 300
        )
    return match.start() < 40 or text[:1] in "(["


_CORRECTED = re.compile(
    r"(?:correct(?:ed|ion|s|ing)?|clarif\w+|updated?|revised|amended|changed|misstat\w+|misidentif\w+|misspell\w+|incorrect\w*|erroneous\w*|wrong\w*|earlier version|previous version|originally|korrig\w+|bericht\w+|falsch|corrig\w+|rectif\w+|errat\w+|rättel\w+|rettel\w+|oikais\w+|sprosto\w+|oprav\w+|düzelt\w+|исправ\w+|уточн\w+|訂正)",
    re.I,
)


def _is_correction(text: str) -> bool:
    """Whether a line that begins like a correction goes on like one; `Update:` heads news as often."""
    lower = text[:160].lower()
    if lower.lstrip("(*[—- ").startswith(("update", "this ", "note", "an ", "a ")):
        return bool(
            re.search(
                r"this (?:story|article|report|post|version|item|column|piece|headline|list|page).{0,60}(?:has been|was|is|originally|corrects|incorrectly|initially|previously)|(?:earlier|previous) version",
                lower,
            )
        ) and bool(_CORRECTED.search(text))
    return bool(_CORRECTED.search(text))


def _may_claim(text: str) -> bool:
    """Whether any word of a claim of rights stands in a line; the quick look before the careful one."""
    return "©" in text or any(word in text for word in _CLAIMS)


def _is_copyright(text: str) -> bool:
    """Whether a line claims rights; a menu's word `Copyright` and a picture's credit do not."""
    if len(text) < 8 or re.match(
        r"^\W*copyrights?(?: (?:policy|notice|information|infringement|complaints?|policies))?\W*$",
        text,
        re.I,
    ):
        return False
    return "©" in text or bool(
        re.search(
            r"(?:copyright|\(c\)).{0,40}\d{4}|\d{4}.{0,60}(?:copyright|rights)|(?:all|alle|tous|todos|tutti|alla|wszelkie|všechna|tüm).{0,4} ?(?:rights?|rechte|droits|los derechos|i diritti|os direitos|rättigheter|rettigheter|rettigheder|prawa|práva|hakları)|may not be|版权|無断|无断|무단|copyright [A-Z]",
            text,
            re.I,
        )
    )


def _tells_time(text: str) -> bool:
    """Whether a date or an age can be read in a line; `10 percent in October` only looks like one."""
    return bool(find_dates(text)) or find_age(text) is not None


def _only_date(text: str) -> bool:
    """Whether hardly a letter stands beside the numbers of a date."""
    return sum(len(word) for word in _LETTERS.findall(text)) <= 24


def _is_date_line(text: str, around: str) -> bool:
    """Whether a date is what the line is about: little else stands in it, or the container says so."""
    letters = sum(len(word) for word in _LETTERS.findall(text))
    if letters <= 46 and len(text) < 110:
        return not (_SENTENCE.search(text) and letters > 30 and text[-1] in "!?。")
    return bool(_DATE_WORDS.search(around)) and len(text) < 220
