"""Who wrote the story: names out of bylines, declared or printed, never an agency, the site or a menu word."""

import re
from collections.abc import Iterable

from ..record import Byline
from ..text.dates import find_dates
from .agencies import agencies_in, agency_of
from .headlines import folded

_LEAD = re.compile(
    r"^\W*(?:(?:(?:aus|from) [^\W\d_][\w-]+ (?:berichtet|reports)|(?:von|dal|dalla) (?:unsere[rm]|nostr[oa]) \w+|propos recueillis par|rédigé par|publié par|a cura di|autork[ai]\s*:|opracowani[ea]\s*:|oprac\.|protokoll\s*:|interview\s*:|بقلم\s*:?|كتب(?:ت)?\s*:)\s*|(?:(?:story|words|written|reported|reporting|article|report|posted|published|analysis|commentary|comment|opinion|interview|review|updated|created|text|column|guest post|special report)\s+(?:and (?:photos?|video) )?)?(?:by|von|par|por|di|da|door|av|af|oleh|by:)\b|"
    r"(?:ein (?:artikel|beitrag|kommentar|gastbeitrag|interview)|geschrieben|escrito|scritto|écrit|geschreven|skriven|skrevet|verfasst|propos recueillis|redigiert|erstellt|kommentar|analyse|interview|gastbeitrag|beitrag|kolumne|protokoll|eine analyse|eine kolumne|ein essay|text und fotos?|text|texte?s?|texto|testo|tekst|autor(?:in|en|es|a)?|autore|autori|auteurs?|authors?|reporters?|penulis|yazar|yazan|haber|redacción|redactor|redazione|kirjoittanut|írta|szerző|reporter|editor|writer|автор(?:ы|и)?|текст|від|написал[аи]?|tác giả)\s*(?:von|par|por|di|da|door|av|af|by|:|：)+)\s*:?\s*",
    re.I,
)
_LEAD_SHORT = re.compile(
    r"^\W*(?:text|texte|texto|testo|author|autor|autorin|автор|文|記者|记者|作者|编辑|責任編輯|기자)\s*(?:[:：/／|・]|(?<=者)\s)\s*",
    re.I,
)
_WRITERS = re.compile(
    r"^\W*(?:autor(?:in|en|innen)?(?:/autor(?:in|en|innen)?)?|autore|auteure?s?|authors?|auteurs)\s+(?-i:(?=[^\W\d_a-zß-ÿ]))",
    re.I,
)
_AFTER = re.compile(
    r"\s*(?:\||·|•|—|–| - |/(?=\s)|\n|\bfor the\b|\bfor\b(?= [A-Z])|\(|\[|,?\s(?:published|updated|posted|last updated|veröffentlicht|aktualisiert|publié|publicado|pubblicato|opublikowano)\b|@\w|https?:|\bfollow\b)",
    re.I,
)
_SPLIT = re.compile(
    r"\s*(?:;|\||·|•|／|、|&|\+|\n|\t|،)\s*|\s+/\s+|/(?=[^\W\d_])|\s*,\s*(?:and|und|et|y|e|och|og|en|with|mit|i|a|и|та)\s+|\s+(?:and|und|et|y|och|og|en|with|mit|и|та|i|e|ja|és|ve|și|avec|con|met|i)\s+(?=[^\W\d_a-zß-öø-ÿ])|\s*,\s*"
)
_ROLE_WORDS = frozenset(
    """writer reporter editor correspondent journalist columnist contributor analyst staff senior chief deputy associate
    assistant executive managing producer director fellow professor author critic intern news sports business political
    politics national international science health technology environment education legal court crime investigations
    investigative features lifestyle entertainment culture arts opinion features editorial bureau head desk co-founder founder president ceo
    redakteur redakteurin reporterin korrespondent korrespondentin redaktion redaktionsleiter volontär volontärin chefredakteur
    chefredakteurin autor autorin journalistin freier freie mitarbeiter ressortleiter kolumnist kolumnistin moderator
    journaliste rédacteur rédactrice correspondant correspondante reporter envoyé envoyée spécial spéciale chef rédaction
    redactor redactora corresponsal periodista enviado enviada especial columnista colaborador editora
    giornalista inviato corrispondente redattore redattrice redação repórter jornalista colunista correspondente
    redacteur verslaggever correspondent journalist redaktör reporter skribent redaktor dziennikarz dziennikarka публицист
    журналист корреспондент редактор host anchor meteorologist photographer videographer photojournalist freelance trainee
    lead global digital data former regional operations sales audience engagement social media breaking general assignment statehouse washington foreign
    strategist consultant specialist expert marketing gardener astrologer manager engineer developer former economist lawyer md phd dvm rd""".split()
)
_JOBS = frozenset(
    """writer reporter editor correspondent journalist columnist analyst consultant strategist photographer videographer
    photojournalist manager redakteur redakteurin reporterin korrespondent korrespondentin chefredakteur chefredakteurin volontär
    volontärin journalistin kolumnist kolumnistin journaliste rédacteur rédactrice correspondant correspondante redactor redactora
    corresponsal periodista columnista giornalista corrispondente redattore redattrice jornalista correspondente redacteur
    verslaggever redaktör skribent redaktor dziennikarz dziennikarka журналист корреспондент редактор""".split()
)
_NOT_NAMES = re.compile(
    r"\b(?:staff|admin|administrator|redaktion|redaktionen|ressort|rédaction|redacción|redação|redazione|redactie|redakcja|redakce|newsroom|news ?desk|desk|team|editors?|editorial|web ?desk|online|agencies|agences|agencias|agenturen|agenzie|wire|wires|reports?|"
    r"newsletter|subscribe|follow|share|facebook|twitter|instagram|linkedin|email|e-mail|contact|comments?|read|more|about|view|profile|bio|posts?|photos?|video|advertisement|sponsored|home|menu|login|sign|copyright|rights|reserved|"
    r"verified|spotlight|insights?|meet the|anonymous|anonym|guest|unknown|n/a|none|null|undefined|press release|pressemitteilung|partner|content|studio|company|gmbh|inc|ltd|llc|media|magazin|magazine|zeitung|journal|post|times|herald|tribune|gazette|daily|radio|tv|channel|association|university|institute|ministry|"
    r"actualizado|actualizada|publicado|publicada|aktualisiert|aggiornato|pubblicato|atualizado|copy link|min read|minutes?|updated|published|last|ago|am|pm|uhr)\b",
    re.I,
)
_NAME_WORD = re.compile(r"^(?:[^\W\d_][\w.’'ʼ‘-]*|[^\W\d_]\.)$")
_PARTICLES = frozenset(
    "de del della di da do dos das du la le van von der den dem zu zum zur ter ten af al bin ibn ben el y e i und o d’ and st st. mc abu ul ud dos".split()
)
_ELISION = re.compile(r"[dlo]['’][A-ZÀ-Þ]")
_WRITTEN_BY = re.compile(r"(?:\b(?:by|von|par|por|door|oleh)|\bdi)\s+(?-i:(?=[^\W\d_a-zß-ÿ]))", re.I)
# East Asia: `作者：林晓舟` in any line, `김서연 기자` alone, `（高瀬直人）` behind the story's last sentence
_LABELLED_WRITER = re.compile(
    r"(?:作者|撰文|撰稿|记者|記者|取材)\s*[:：／/]\s*([\u3040-\u30ff\u4e00-\u9fff·]{2,8}(?:\s*[、，, ]\s*[\u3040-\u30ff\u4e00-\u9fff·]{2,4})*)(?![\u3040-\u30ff\u4e00-\u9fff])"
)
_KOREAN_WRITER = re.compile(
    r"^\W{0,2}([\uac00-\ud7a3]{2,4})\s?((?:선임|인턴|객원|수석|전문)?기자|특파원|논설위원|통신원)(?=$|[^\uac00-\ud7a3])"
)
_CLOSING_WRITER = re.compile(
    r"[。」][（(]([\u4e00-\u9fff]{2,4}[ \u3000]?[\u3040-\u30ff\u4e00-\u9fff]{1,4}|[\u4e00-\u9fff]{3,5})[）)]$"
)
_CJK_NAME = re.compile(r"^[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3・\s]{2,20}$")
_JAPANESE_PHRASE = re.compile(r"[のをへ]|方は|ログイン|会員|編集部?$")
"""What joins words to a phrase, and what a menu says: a name has none of it."""
_ADDRESS = re.compile(r"(?:https?:)?//\S+|www\.\S+|\S+@\S+\.\w+|^@\w+$|\s@\w{2,}$")
_OUTLET_ADDRESS = re.compile(r"\((?:https?:|www\.)[^()]*\)\s*$")
"""`Deutsche Welle (www.dw.com)`: an outlet signs with its address, a person does not."""
_HANDLE = re.compile(r"[^\W_](?:[\w.-]{0,28}[^\W_])?")
_LONGEST_NAME = 60
_LONGEST = 2_000
"""Letters of a byline: sixty writers of one story fill it. What runs on is no byline, and is dear to look through."""


def is_name(name: str) -> bool:
    """Whether a string looks like a person's name, in any script."""
    if not 2 <= len(name) <= _LONGEST_NAME or any(c.isdecimal() for c in name) or name[-1] in ":!?":
        return False
    if _CJK_NAME.match(name):
        return len(name.replace(" ", "")) <= 12 and not _JAPANESE_PHRASE.search(name)
    words = name.split()
    if not 1 <= len(words) <= 7:
        return False
    capitals = 0
    for word in words:
        bare = word.strip(",")
        if bare.lower() in _PARTICLES:
            continue
        if not _NAME_WORD.match(bare):
            return False
        if bare[0].islower() and not _ELISION.match(bare):
            return False
        capitals += 1
    return (
        capitals > 0
        and not _NOT_NAMES.search(name)
        and not name.lower().startswith(("special to", "for the", "our "))
    )


class Outlets:
    """The names that are never a person's: the site's, the publisher's, the agencies'."""

    def __init__(self, sites: frozenset[str]) -> None:
        self.sites = sites

    def holds(self, name: str) -> bool:
        """Whether a name is an outlet's rather than a person's."""
        if agencies_in(name):
            return True
        key = folded(name)
        if not key or key in self.sites:
            return True
        return self._is_site(key)

    def names_itself(self, name: str) -> bool:
        """Whether a name is the site's own with no job in it: `Harbour News`, not `Harbour News editor`."""
        key = folded(name)
        jobs = any(word.strip(".,").lower() in _JOBS for word in name.split())
        if not key or jobs:
            return False
        short = re.sub(r"(?:news|sports?|online|radio|tv)$", "", key)
        return key in self.sites or short in self.sites or self._is_site(key)

    def _is_site(self, key: str) -> bool:
        return any(
            len(site) > 5 and (key == site or (key.startswith(site) and len(key) - len(site) < 12))
            for site in self.sites
        )


def split_names(text: str, outlets: Outlets) -> list[Byline]:
    """The people that a byline names, each with role and outlet where it gives them."""
    if len(text) > _LONGEST:
        return []
    text = " ".join(text.split()) if "\n" not in text else text
    text = _ADDRESS.sub("", text)
    text = _WRITERS.sub("", _LEAD.sub("", _LEAD_SHORT.sub("", text))).strip(" ,.:;|·•-–—/")
    if not text:
        return []
    text, told = _without_tail(text)
    if told:
        return [
            Byline(person.name, person.role, person.outlet or told) for person in split_names(text, outlets)
        ]
    name, job = _without_job(text)
    if job:
        return [
            Byline(person.name, person.role or job, person.outlet) for person in split_names(name, outlets)
        ]
    found: list[Byline] = []
    text, trailing = _without_outlet(text, outlets)
    if is_name(text) and not re.search(
        r",|&|\+|;|/|\s(?:and|und|et|y|och|og|en|with|mit|и|та|con|avec)\s|\S \S+ (?:e|i) \S+ \S", text
    ):
        return [Byline(_tidy(text), None, trailing)] if not outlets.holds(text) else []
    brackets = re.search(r"\(([^()]{2,40})\)|\[([^\[\]]{2,40})\]", text)
    outlet = trailing
    if brackets:
        inside = brackets[1] or brackets[2]
        if outlets.holds(inside) or agencies_in(inside):
            outlet = inside
        text = (text[: brackets.start()] + ", " + text[brackets.end() :]).strip(" ,")
    pieces = [piece for piece in _SPLIT.split(text) if piece and piece.strip()]
    for number, piece in enumerate(pieces):
        piece = _LEAD.sub("", piece).strip(" ,.:;|·•-–—/()[]")
        if not piece:
            continue
        # one word behind others is a place more often than a person
        whole = (
            " " in piece
            or (not piece.isascii() and bool(_CJK_NAME.match(piece)))
            or (number == 0 and not found)
        )
        outlet_alone = bool(found) and _is_outlet(piece)
        if is_name(piece) and not outlets.holds(piece) and not _is_role(piece) and not outlet_alone:
            if not whole:
                continue
            found.append(Byline(_tidy(piece)))
        elif found:
            last = found[-1]
            if (
                outlet_alone
                or outlets.holds(piece)
                or (re.match(r"(?i)^(?:the )?[\w .’'-]{2,30}$", piece) and _outlet_like(piece))
            ):
                if last.outlet is None and (
                    outlet_alone or not _is_role(piece) or outlets.names_itself(piece)
                ):
                    _fill(found, outlet=piece)
                    continue
            if _is_role(piece) and last.role is None:
                _fill(found, role=piece)
    if outlet:
        _fill(found, outlet=outlet)
    return found


_PARTED = re.compile(r"\s+[-–—~]+\s+")
_FOR = re.compile(
    r"\s*,?\s+(?:(?P<special>[Ss]pecial to )|for |vo[mn] |da |de )(?=(?:the |The )?[A-ZÀ-Þ])(?P<outlet>(?:the |The )?[\w .&’'-]{2,40})$"
)
_WITH = re.compile(r"\s*[,(]?\s*\b(?:with|avec|mit|con|com|met)\s+(?P<agency>[^()]{2,30}?)\)?\s*$")
_PLACES = re.compile(
    r"(?<=[^\W\d_.])\s+(?:in|en|à|aus|from|w|i)\s+(?-i:[A-ZÀ-Þ])[\w.’'-]*(?:[ -][A-ZÀ-Þ][\w.’'-]*){0,2}(?=$|\s*,|\s+(?:and|und|et|y|e|og|och|en)\s|\s*[|;&])"
)


def _without_tail(text: str) -> tuple[str, str | None]:
    """A byline without the places its people write from, and the outlet it says that they write for, if it does.

    `Mara Quill in Oslo and Ivo Lund in London`, `Mara Quill for Reuters`, `Mara Quill Special to the Post`.
    """
    if (match := _WITH.search(text)) and agencies_in(match["agency"]):
        text = text[: match.start()]
    if (match := _FOR.search(text)) and " " in text[: match.start()].strip():
        outlet = match["outlet"]
        if match["special"]:
            return text[: match.start()], match["special"].strip() + " " + outlet
        if agency_of(outlet) or (_outlet_like(outlet) and match[0].lstrip(" ,").startswith("for ")):
            return text[: match.start()], outlet
    shorter = _PLACES.sub("", text)
    return (shorter if " " in shorter.strip() else text), None


def _without_job(text: str) -> tuple[str, str | None]:
    """A byline and the job that its last words name without a comma: `Mara Quill Chefredakteurin`; a job alone is no name."""
    words = text.split()
    if not words or words[-1].lower() not in _JOBS or "," in text:
        return text, None
    at = len(words)
    while at and words[at - 1].lower() in _ROLE_WORDS:
        at -= 1
    if at == 0 or (len(words) > 2 and (at < 2 or words[0].lower() in _ROLE_WORDS)):
        return "", text
    if at < 2 or words[at - 1].lower() in ("and", "und", "et", "y", "&"):
        return text, None
    return " ".join(words[:at]), " ".join(words[at:])


def _without_outlet(text: str, outlets: Outlets) -> tuple[str, str | None]:
    """A byline and the agency or outlet that its last words name without a comma: `Mara Quill Associated Press`."""
    words = text.split()
    for count in (4, 3, 2, 1):
        if len(words) < count + 2:
            continue
        tail = " ".join(words[-count:])
        if words[-count - 1][-1] in ",|/(-–—" or (not tail[0].isupper() and tail != "dpa"):
            continue
        if (
            agency_of(tail)
            or (_is_outlet(tail) and tail.split()[0] in _OUTLET_HEADS)
            or ((count <= 2 or tail.startswith("The ")) and outlets.holds(tail))
        ):
            return re.sub(r"\s(?:and|und|et|y|with|mit|avec|con|met)$", "", " ".join(words[:-count])), tail
    return text, None


def _fill(found: list[Byline], role: str | None = None, outlet: str | None = None) -> None:
    """Give the last people of a byline what stands behind them: `A and B, Associated Press` speaks of both."""
    for n in range(len(found) - 1, -1, -1):
        name = found[n]
        if outlet is not None and name.outlet is None:
            found[n] = Byline(name.name, name.role, outlet)
        elif role is not None and name.role is None and n == len(found) - 1:
            found[n] = Byline(name.name, role, name.outlet)
            break
        else:
            break


def _outlet_like(piece: str) -> bool:
    return bool(
        re.search(
            r"(?i)\b(?:news|press|post|times|herald|tribune|journal|daily|tv|radio|bbc|cnn|cbc|abc|cbs|nbc|npr|fox\w*|special to .+|the .+|reuters|ap)\b",
            piece,
        )
    )


_OUTLET_HEADS = frozenset("BBC CNN NBC CBS ABC CBC NPR PBS USA Fox The ITV Sky".split())
_STATION = re.compile(r"(?:[KW][A-Z]{2,3}(?:-TV)?|USA TODAY.*)$")


def _is_outlet(piece: str) -> bool:
    """Whether what stands behind a name is an outlet with no job in it: `Fox News`, `The Washington Post`, `KXYZ`."""
    words = [word.strip(".,").lower() for word in piece.split()]
    if (
        any(word in _JOBS or word in _PEOPLE for word in words)
        or len(words) > 6
        or not piece[:1].isupper()
        or piece.split()[-1].islower()
    ):
        return False
    return bool(_STATION.match(piece)) or (len(words) > 1 and bool(_OUTLET.search(piece)))


_PEOPLE = frozenset(
    """staff contributor fellow host anchor intern producer director head chief professor president founder author critic
    senior junior associate assistant deputy managing executive special freelance team desk bureau""".split()
)
_OUTLET = re.compile(
    r"\b(?:News|Press|Post|Times|Herald|Tribune|Journal|Daily|TV|Radio|BBC|CNN|CBC|ABC|CBS|NBC|NPR|Wire|Network|Media|Magazine|Gazette|Globe|Chronicle|Observer|Courier|Telegraph|Guardian|Dispatch|Register|Sentinel|Examiner|Tidende|Zeitung|Presse|Monde|Figaro|País)\b"
)


def _is_role(piece: str) -> bool:
    words = [word.strip(".,").lower() for word in piece.split()]
    return len(words) <= 8 and sum(word in _ROLE_WORDS for word in words) >= max(1, (len(words) + 1) // 3)


def _tidy(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" ,;:|-–—·•")
    return name + "." if name.endswith((" Jr", " Sr")) else name


_WRITER_CLASS = re.compile(r"(?<![a-z])(?:author|by-?line|vcard|fn|autor|writer)(?![a-z])", re.I)


def _east_asian(text: str) -> list[Byline]:
    """The writers that a Chinese, Japanese or Korean line names in the way of its press."""
    if match := _LABELLED_WRITER.search(text):
        return [Byline(name) for name in re.split(r"\s*[、，, ]\s*", match[1])]
    if len(text) < 80 and (match := _KOREAN_WRITER.match(text)):
        return [Byline(match[1], match[2])]
    if (match := _CLOSING_WRITER.search(text[-20:])) and not _JAPANESE_PHRASE.search(match[1]):
        return [Byline(match[1])]
    return []


def closes_with_a_writer(text: str) -> bool:
    """Whether the story's last paragraph ends with the writer's name in brackets, as in Japan's papers."""
    return not text.isascii() and bool(_CLOSING_WRITER.search(text[-20:])) and bool(_east_asian(text))


def names_a_writer(text: str, words: str) -> bool:
    """Whether a date line names who wrote: it begins as a byline does, or the page calls a part of it the author."""
    if _LEAD.match(text) or _WRITTEN_BY.search(text) or _WRITER_CLASS.search(words):
        return True
    return not text.isascii() and bool(_LABELLED_WRITER.search(text))


def labels_a_writer(text: str) -> bool:
    """Whether a line is a list's entry for who wrote: `Autorin Mara Quill`."""
    return bool(_WRITERS.match(text)) and len(text) < 80


def is_signature(text: str) -> bool:
    """Whether a line is the full name of one person and nothing else."""
    words = text.split()
    return (
        2 <= len(words) <= 4 and all(len(word) > 1 for word in words) and is_name(text) and not _is_role(text)
    )


def opens_with_a_name(text: str) -> bool:
    """Whether a date line begins with somebody's full name, parted from the date by a mark: `Mara Quill | 4.3.2031`."""
    dates = find_dates(text)
    if not dates or len(text) > 120:
        return False
    before = text[: dates[0].start].rstrip()
    return before[-1:] in tuple("|·•/–—") and is_signature(before.rstrip(" |·•/–—"))


def read_declared(values: Iterable[str], outlets: Outlets) -> list[Byline]:
    """The people of declared author values, in order and once each."""
    found: list[Byline] = []
    for value in values:
        if len(value) > _LONGEST:
            continue
        if _ADDRESS.fullmatch(value.strip()) or _OUTLET_ADDRESS.search(value):
            continue
        for byline in split_names(value, outlets):
            found = _joined(found, byline)
    return found


def read_signature(value: str, outlets: Outlets, own_site: bool) -> list[Byline]:
    """The writer that a page declares to be a person where nobody else is named: of a site of the same name, or by a handle.

    A writer's own site bears the writer's name, and people in forums sign with a word of their own. `own_site` says that
    the page is no news outlet's, which may declare itself a person too.
    """
    if len(value) > _LONGEST:
        return []
    name = _tidy(value)
    words = name.replace("_", " ").replace(".", " ").replace("-", " ")
    if agencies_in(name) or _NOT_NAMES.search(words) or _is_role(words):
        return []
    if is_name(name) and " " in name:
        return [Byline(name)] if own_site or not outlets.holds(name) else []
    if (
        _HANDLE.fullmatch(name)
        and len(name) > 2
        and not outlets.holds(name)
        and any(c.isalpha() for c in name)
    ):
        return [Byline(name)] if not re.search(r"\.[a-z]{2,4}$", name) else []
    return []


def _joined(found: list[Byline], new: Byline) -> list[Byline]:
    for n, old in enumerate(found):
        if folded(old.name) == folded(new.name):
            found[n] = Byline(old.name, old.role or new.role, old.outlet or new.outlet)
            return found
    return [*found, new]


def read_printed(text: str, outlets: Outlets) -> list[Byline]:
    """The people of a printed byline: what stands before its date, without the words of buttons.

    A single word is a name only behind `By`: alone it is more often a button or a section. A whole paragraph is
    no byline, but somebody's portrait.
    """
    if not text.isascii() and (signed := _east_asian(text)):
        return signed
    if len(text) > 220:
        return []
    dates = find_dates(text) if any(c.isdecimal() for c in text) else []
    if dates:
        before, after = text[: dates[0].start], text[dates[-1].end :]
        text = after if dates[0].start <= 3 or _WRITTEN_BY.match(after.strip(" |·•,-–—")) else before
    text = re.sub(
        r"(?i)\b(?:follow|folgen|seguir|suivre|seguire|volg|updated|published|posted|last updated|aktualisiert|veröffentlicht|stand|publié|publicado|am|on|at)\b\s*:?\s*$",
        "",
        text.strip(" |·•,-–—/"),
    )
    text = re.sub(
        r"(?i)\s+(?:follow|folgen|seguir|share|email|contact|bio|twitter|facebook|profile)\b.*$", "", text
    )
    text = re.sub(r"(?<=[a-zß-ÿ])(?:Twitter|Facebook|Instagram|LinkedIn|Email|Follow)\b.*$", "", text)
    if not _LEAD.match(text):
        text = re.sub(r"(?i)(?<=[a-zß-ÿ])\s+(?=by [A-Z])", ", ", text)
    text = re.sub(r"(?:\s+\d{1,4})+\s*$", "", text)
    words = text.split()
    half = len(words) // 2
    if half and len(words) % 2 == 0 and words[:half] == words[half:]:
        # a name that stands beside a picture described with it
        text = " ".join(words[:half])
    topic = re.search(r"\s+(?:in|on)\s+[a-z]", text)
    if topic and is_name(_LEAD.sub("", text[: topic.start()])):
        text = text[: topic.start()]
    led = bool(_LEAD.match(text) or _LEAD_SHORT.match(text))
    if led and len(parted := _PARTED.split(text)) == 2 and is_name(_LEAD.sub("", parted[0])):
        # `By Mara Quill — Harbour Post`
        text = ", ".join(parted)
    return [
        byline
        for byline in split_names(text, outlets)
        if " " in byline.name or led or (not byline.name.isascii() and _CJK_NAME.match(byline.name))
    ]


_HOW_LONG = re.compile(
    r"(?i)[|·•,\s-]*(?:published|updated|posted|publicado|publié|veröffentlicht|aktualisiert|stand)?[:\s]*\d.*$|\s*@\w+.*$"
)
_PORTRAIT_OF = re.compile(
    r"(?i)^(?:headshot|bilde?|foto|photo|picture|image|portrait|porträt|email) (?:of|av|von|de|di|by)\s+"
)
_IN_BRACKETS = re.compile(r"\s*\([^()]{2,40}\)\s*$")
_TWICE = re.compile(r"(.{5,60}?)\s*\1$")
_ARTICLES = frozenset(
    "der die das den the la le les los las el il lo i gli de het een ein eine un une una".split()
)


def read_signed(text: str, outlets: Outlets) -> list[Byline]:
    """The people of a line that is nothing but full names, before a time if it tells one.

    So flat text keeps what a page sets apart by its looks: `Mara Quill, Ivo Lund`, `Mara Quill5 hours ago`.
    """
    bare = _PORTRAIT_OF.sub("", _IN_BRACKETS.sub("", _HOW_LONG.sub("", text))).strip(" |·•,-–—")
    if twice := _TWICE.fullmatch(bare):
        bare = twice[1].strip()
    if not 3 <= len(bare) <= 120 or _LEAD.match(bare):
        return []
    names = [piece.strip() for piece in _SPLIT.split(bare) if piece.strip()]
    if (
        not names
        or len(names) > 5
        or not all(is_signature(name) or _is_cjk_signature(name) for name in names)
    ):
        return []
    if any(
        outlets.holds(name) or _without_outlet(name, outlets)[1] or agency_of(name.split()[0])
        for name in names
    ):
        return []
    return [Byline(_tidy(name)) for name in names]


def _is_cjk_signature(name: str) -> bool:
    return (
        not name.isascii()
        and bool(_CJK_NAME.match(name))
        and 3 <= len(name.replace(" ", "")) <= 6
        and is_name(name)
    )


def is_strange(name: str, story: str, page: str) -> bool:
    """Whether a name is told of nowhere: neither the story nor another line of the page has its last word by itself.

    Those whom the story tells of stand under their pictures, and the words of menus come back.
    """
    words = name.split()
    if len(words) < 2:
        return name not in story and page.count(name) <= 3
    if words[0].casefold() in _ARTICLES or sum(word[0].isupper() for word in words) < 2:
        return False
    last = re.compile(rf"(?<!\w){re.escape(words[-1])}(?!\w)")
    if last.search(story.replace(name, "")) or story.count(name) > 1:
        return False
    return len(last.findall(page.replace(name, ""))) <= 1
