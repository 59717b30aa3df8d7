"""What a block's words alone say of it: marks of bylines, dates, credits, corrections, copyright lines and so on.

A mark is evidence, never a verdict: the same words stand in stories too. Made for every block of a page, so each
test is a look at the words that are there before any pattern is tried.
"""

import re
from enum import StrEnum
from functools import lru_cache

from ..languages.calendars import AGO_AFTER, AGO_BEFORE, MONTHS, TODAY, UNITS, WEEKDAYS


class Mark(StrEnum):
    """One sort of evidence in a block's words."""

    BYLINE = "byline"
    DATE = "date"
    AGE = "age"
    CREDIT = "credit"
    CREDIT_TAIL = "credit_tail"
    CONTRIBUTOR = "contributor"
    CORRECTION = "correction"
    NOTE = "note"
    READER_SERVICE = "reader_service"
    COPYRIGHT = "copyright"
    RELATED = "related"
    SPONSORED = "sponsored"
    DATELINE = "dateline"
    RULE = "rule"
    CUT = "cut"
    COMMENTS = "comments"


_NONE: frozenset[Mark] = frozenset()
_NO_MARKS: tuple[Mark, ...] = ()

_FIRST = {
    Mark.BYLINE: """by by: von von: erstellt verfasst autoren autoren: autorinnen par par: por por: di di: da: door door: av av: af af: text text: texte texto testo tekst
    tekst: autor autor: autorin: autore autore: auteur auteur: author author: authors: written escrito geschreven
    geschrieben redacción: redazione: reported автор автор: автори: автор материала: oleh oleh: penulis penulis: reporter:
    tác yazar yazan: haber: kirjoittanut: írta: szerző: skriven foto: text/foto""",
    Mark.CREDIT: """photo photo: photos photos: photograph photograph: photographer: picture: pictures: image image: images:
    credit credit: credits: foto foto: fotos: fotó: fotografie: fotografía: fotografia: bild bild: bilder: bildquelle:
    bildnachweis: symbolbild: symbolfoto: archivbild: archivfoto: quelle: crédit crédit: crédits: photo/ imagen: imagem:
    reprodução reprodução/ divulgação divulgação/ kuva: zdjęcie: zdj. fot. fot: obrázek: illustration: illustration
    (ap (ap) (afp (reuters) (reuters (getty (epa (photo (photo: (foto: (foto (bild: (credit: (image (image: [photo [image
    file filephoto getty reuters reuters/ ap afp fuente: fonte: source: © ©: (c) фото фото: ảnh: courtesy screenshot: screengrab
    video:""",
    Mark.CORRECTION: """correction correction: corrections correction, clarification clarification: corrected: erratum erratum:
    korrektur korrektur: berichtigung berichtigung: richtigstellung richtigstellung: rectificatif rectificatif:
    corrección corrección: rectificación: fe correzione: errata rettifica: correção correção: correctie: rättelse: rättelse
    rettelse: rettelse korreksjon: oikaisu: oikaisu korekta: sprostowanie: oprava: düzeltme: исправление: уточнение: 訂正
    update update: *correction *update (correction (corrects (this (eds: note:""",
    Mark.NOTE: """editor's editor’s editors' editors’ editor: note: anmerkung anmerkung: redaktioneller hinweis hinweis:
    transparenzhinweis transparenzhinweis: note nota nota: n.d.l.r. ndlr: (ndlr) redaktionens opmerking: [editor's [editor’s
    *editor's *editor’s (editor's (editor’s [note *note (note disclosure: disclaimer: disclosure disclaimer""",
    Mark.READER_SERVICE: """follow subscribe subscribe: sign read click download listen watch get join support donate contact
    email e-mail reach tweet like got have want more got? find abonnieren folgen folge melden jetzt newsletter
    lesen hören abonnez-vous abonnez suivez inscrivez-vous suscríbete síguenos seguici iscriviti assine siga inscreva-se
    abonneer volg meld prenumerera följ tilaa подписывайтесь подпишитесь читайте 関連 sigue únete rejoignez retrouvez
    add register learn visit call text see for share explore discover send let tell ready looking what's""",
    Mark.RELATED: """related related: read: read more more: see also also: recommended recommended: mehr lesen auch: weitere
    weiterlesen: lies lest siehe dazu thema: zum à a lire lire: voir aussi: sur relacionado relacionadas relacionados te lea: lee lea
    leia leia: saiba veja leggi anche: lees ook ook: meer läs les læs lue czytaj zobacz čtěte přečtěte также читайте
    читайте: okuyun: ayrıca ilgili baca trending popular: most latest top don't you may up next: next recommended:
    kommentar: interaktiv: watch: watch listen: video: opinion: explainer: analysis: key related:""",
    Mark.SPONSORED: """sponsored sponsored: advertisement advertisement: advertising advertorial promoted promoted: promotion paid
    partner partners partnered anzeige anzeige: werbung werbung: publicidad publicité publicité: pubblicità publicidade
    advertentie annons annonse annonce mainos reklama reklama: reklam реклама реклама: hirdetés reclamă διαφήμιση iklan
    quảng ad ads sponsor brand branded sponsorisé patrocinado gesponsert gesponserd sponsorlu""",
}  # fmt: skip
_STARTS: dict[str, tuple[Mark, ...]] = {}
for _mark, _words in _FIRST.items():
    for _first in dict.fromkeys(_word.strip("[(*:/,©") or _word for _word in _words.split()):
        _STARTS[_first] = (*_STARTS.get(_first, ()), _mark)

_PATTERNS = {
    Mark.BYLINE: re.compile(
        r"^(?:(?:(?:story|words|written|reported|article|report|posted|published|analysis|commentary|opinion|interview)\s+)?by|von|par|por|di|da|door|av|af|oleh|"
        r"escrito por|(?:geschrieben|erstellt|verfasst) von|ein (?:artikel|beitrag|kommentar|gastbeitrag) von|skriven av|tác giả|авторы?|автор(?: материала)?|"
        r"text|texte|texto|testo|tekst|autor(?:in|en|innen)?|autore|auteurs?|authors?|reporter|penulis|yazar|yazan|haber|redacción|redazione|kirjoittanut|írta|szerző)"
        r"(?:\s*:\s*|\s+)(?-i:(?=[^\W\d_a-zß-öø-ÿ]|[\u0400-\u04ff]|(?:the|our|der|die|dr|de|van|von|lic)\b))",
        re.I,
    ),
    Mark.CREDIT: re.compile(
        r"^[\[(]?\s*(?:(?:file |ap |afp |reuters |photo )?(?:photo(?:graph)?s?|photographer|pictures?|images?|illustrations?|credits?|foto(?:s|grafie|grafía|grafia)?|fotó|bild(?:er|quelle|nachweis)?|"
        r"symbol(?:bild|foto)|archiv(?:bild|foto)|quelle|crédits?(?:\s+photos?)?|imagen|imagem|kuva|zdj(?:ęcie)?\.?|fot\.?|obrázek|fuente|fonte|source|фото|ảnh|courtesy(?: of)?|screenshot|screengrab|video)"
        r"\s*(?:(?:by|via|courtesy|from|credit|von|de|di)\b|[:/©|]|\(c\))|©|\(c\)\s|(?:ap|afp|epa|reuters|getty(?: images)?|file)\s?(?:photo|images?|/)|[\[(](?:ap|afp|epa|dpa|reuters|getty(?: images)?)[\])/ ,]|reprodução|divulgação)",
        re.I,
    ),
    Mark.CORRECTION: re.compile(
        r"^[\W_]{0,4}(?:(?:this (?:story|article|report|post|version|item|column|piece|headline)\s(?:(?:has|was|is)\s(?:been\s)?|originally\s|initially\s|incorrectly\s|misstated|previously\s|corrects))"
        r"|(?:editor['’]s? note and )?corrections?\b\s*(?:and clarifications?)?\s*[:,.—–(-]|correction\b.{0,30}:|clarifications?\b\s*[:,(—–-]|corrected\s*:|corrects\b|eds\s*:|erratum|update[ds]?\s*(?:[:—–(]|,? (?:\w+ \d|\d))|"
        r"korrektur|berichtigung|richtigstellung|rectificati[fv]|corrección|rectificación|fe de errata|correzione|errata|rettifica|correção|correctie|rättelse|rettelse|korreksjon|oikaisu|korekta|sprostowanie|oprava\s*:|düzeltme|"
        r"исправление|уточнение|訂正|note\s*:\s*(?:this|an earlier|a previous)|(?:an|a) (?:earlier|previous) version)",
        re.I,
    ),
    Mark.NOTE: re.compile(
        r"^[\W_]{0,3}(?:editors?['’]?s?['’]? note|note (?:from|to|de|della|van)\b|note\s*:|anmerkung|redaktioneller hinweis|hinweis(?: der redaktion)?\s*:|transparenzhinweis|nota (?:de|do|da|della|del)\b|nota\s*:|n\.?d\.?l\.?r|"
        r"redaktionens|opmerking|disclosure|disclaimer|editor\s*:)",
        re.I,
    ),
    Mark.SPONSORED: re.compile(
        r"^\W{0,3}(?:sponsored(?:\s+(?:by|content|post|story|articles?|links?|message))?|advertise?ment|advertising|advertorial|promoted(?: (?:by|content|stories|links))?|paid (?:content|post|partnership|for by)|partner (?:content|offers?)|"
        r"anzeige|werbung|publicidad|publicité|pubblicità|publicidade|advertentie|annon(?:s|se|ce)|mainos|reklama?|реклама|hirdetés|reclamă|διαφήμιση|iklan|quảng cáo|ads?|brand(?:ed)? (?:content|voice|studio)|"
        r"contenido patrocinado|patrocinado|sponsorisé|gesponsert|gesponserd|sponsorlu|from our (?:partners?|advertisers?|sponsors?))\b",
        re.I,
    ),
    Mark.RELATED: re.compile(
        r"^\W{0,3}(?:related\b|read (?:more|also|next|this)\b|also read\b|read\s*:|see also\b|see more\b|more (?:on|from|about|in|like|stories|news|coverage|to read|for you|than)\b|more\s*:|recommended\b|you (?:may|might)\b|don['’]t miss\b|up next\b|next\s*:|"
        r"trending\b|most (?:read|popular|viewed|shared|commented)\b|latest\b|top (?:stories|news|headlines|picks)\b|popular\b|mehr (?:zum|zu|aus|von|über|lesen|artikel|dazu|news)\b|mehr\s*:|lesen sie\b|(?:lies|lest) auch\b|auch interessant|weitere\b|siehe auch|"
        r"zum thema|dazu\s*:|das könnte|à lire|à voir|a lire|lire aussi|lire\s*:|voir aussi|sur le même|lea también|lee también|lea\s*:|te puede|te recomendamos|relacionad|noticias relacionadas|leia (?:também|mais)|leia\s*:|saiba mais|veja também|leggi anche|leggi\s*:|"
        r"lees ook|lees meer|meer over|läs (?:även|också|mer)|les også|les mer|læs også|lue myös|czytaj też|czytaj także|zobacz|čtěte|přečtěte|přečtěte si|читайте|также по теме|ayrıca|ilgili|baca juga|関連|相关|相關|관련|related coverage|explore more|keep reading|"
        r"continue reading|further reading|if you liked|watch\s*:|listen\s*:|key (?:takeaways|stories))",
        re.I,
    ),
    Mark.READER_SERVICE: re.compile(
        r"^\W{0,3}(?:follow (?:(?:the )?(?:ap|us|our|him|her|them|me|along|[A-Z@])|.{0,40}\bon\b)|subscribe|sign up|sign in|get (?:our|the|daily|more|breaking|news|[A-Z].{0,30}(?:delivered|inbox|newsletter|app|alerts))|download|listen (?:to|live|on)|watch (?:live|more|the latest)|join (?:our|us|the)|"
        r"support (?:us|our|the|independent|local)|donate|contact (?:us|the)|e-?mail\b|reach\b|tweet|like us|got a|have (?:a|you)\b.{0,40}(?:tip|story|question|news)|want (?:more|to|the)|click here|read more (?:at|on|of|about)|"
        r"more (?:ap|reuters|afp|coverage|from)\b.{0,40}(?::|https?:)|find (?:more|out|us|all)|abonnieren|folge[nt]?\b|melden sie|jetzt|newsletter|hören sie|abonnez|suivez|inscrivez|retrouvez|rejoignez|suscríbe|síguenos|sigue|únete|seguici|iscriviti|assine|siga|inscreva|"
        r"abonneer|volg|meld je|prenumerera|följ|tilaa|подпи(?:сывайтесь|шитесь)|add .{0,30}as a preferred|register|learn more|visit\b|call\b|for (?:more|all|the latest)|see all|share (?:this|your)|explore|send\b.{0,60}(?:tip|letter|email|@)|tell us|let us know)",
        re.I,
    ),
}  # fmt: skip

_TRIGGERS: dict[Mark, tuple[frozenset[str], re.Pattern[str]]] = {
    Mark.CONTRIBUTOR: (
        frozenset(
            """contributed contributing contribut reporting additional files inputs editing writing reported compiled
            writers writer material informationen agenturmaterial mitarbeit mit avec información agencias ansa
            informações agências com con medewerking wykorzystaniem contribution contribué contribuyó contribuyeron
            contribuiu contribuíram colaboró collaborato матеріалами материалам""".split()
        ),
        re.compile(
            r"contribut(?:ed|ing) (?:to|reporting|from)\b|\breporting by\b|additional (?:reporting|writing|research)|\bwith (?:files|reporting|reports?|inputs?|additional)\b (?:from|by)|inputs from|\bediting by\b|writing by|reported (?:and written )?(?:from|by)\b|"
            r"compiled by|\bwriters?\b.{1,160}\bcontribut|mit (?:material|informationen|agenturmaterial)\b|mitarbeit\s*:|\(?mit (?:dpa|afp|reuters|ap|epd)\b|avec (?:afp|reuters|ap|agences)\b|con información de|con (?:agencias|ansa)|com (?:informações|agências)|met medewerking|z wykorzystaniem|"
            r"avec la contribution|ont contribué|a contribué|contribuyó|contribuyeron|contribuiu|contribuíram|colaboró|hanno collaborato|ha collaborato|за матеріалами|по материалам",
            re.I,
        ),
    ),
    Mark.COPYRIGHT: (
        frozenset(
            """copyright rights rechte droits derechos diritti direitos rättigheter rettigheter rettigheder prawa práva
            hakları published reproduced reprinted c""".split()
        ),
        re.compile(
            r"©|\(c\) ?(?:19|20)\d\d|copyright|all rights? reserved|alle rechte|tous droits|todos los derechos|derechos reservados|tutti i diritti|todos os direitos|alla rättigheter|alle rettigheter|alle rettigheder|wszelkie prawa|všechna práva|tüm hakları|все права|無断転載|may not be (?:published|reproduced|reprinted)|版权所有|禁止转载|무단 ?전재",
            re.I,
        ),
    ),
    Mark.READER_SERVICE: (
        frozenset(
            """newsletter newsletters subscribe subscribing sign follow http https source app download abonnieren abonniert
            abonnez suscríbete suscribirse iscriviti assine click clicking originally first original republished
            translated reach reached donate donation donations""".split()
        ),
        re.compile(
            r"newsletter|subscribe|sign up|\bfollow\b.{0,60}\b(?:twitter|facebook|instagram|tiktok|x|threads|at https?|@)|https?://\S+\s*\.?$|\bpreferred source|\bapp (?:store|today)|download (?:our|the)|abonnier|abonnez|suscr[ií]b|iscriv|assine|click(?:ing)? here|originally (?:published|appeared)|first (?:published|appeared) (?:in|on|by)|read the original|republished|translated (?:from|by)|reach (?:her|him|them|the reporters?|reporters?)|can be reached|\bdonat",
            re.I,
        ),
    ),
}  # fmt: skip
_ALL_TRIGGERS = frozenset().union(*(words for words, _ in _TRIGGERS.values()))
_CJK_RIGHTS = re.compile(r"无断|無断転載|版权所有|禁止转载|무단 ?전재")
_CREDIT_TAIL = re.compile(
    r"(?:[\[(][^\[\]()]{0,60}(?:photo|foto|getty|images?|reuters|\bap\b|\bafp\b|\bepa\b|dpa|file|courtesy|bild|credit|via|image|©)[^\[\]()]{0,60}[\])]"
    r"|(?:photo(?:graph)?|foto|image|picture|credit|bild|crédit)s?\s*(?:by|:|credit)\s*[^.:]{2,60}|©\s?[^.©]{2,50}|(?:getty images|shutterstock|istock|alamy|reuters|afp|\bap|epa|dpa|imago))[.)\]\s]*$",
    re.I,
)
_DATELINE = re.compile(
    r"^(?:[^\W\d_a-zß-öø-ÿ][^()—–:]{1,50})?\([A-Za-z][\w .,&/’'-]{1,40}\)\s*(?:—|–|-+|:)?\s*\S|^[A-Z][A-Z .'’-]{3,30}(?:, [A-Z][\w. ]{1,20})?\s*(?:—|–|--)"
)
_AGE = re.compile(
    r"(?<!\w)\d{1,3}\s?([^\W\d_]{1,10})|\b(?:an?|one|eine[rm]?|une?|una?)\s([^\W\d_]{3,8})", re.I
)
_CJK_DATE = re.compile(r"\d{4}\s*[年년]\s*\d{1,2}\s*[月월]|\d{1,2}月\d{1,2}日")
_CJK_AGE = re.compile(
    r"\d\s*(?:秒|分|小时|小時|時間|天|日|周|週間|か月|ヶ月|個月|个月|年|초|시간|일|주|개월)[钟鐘間]?\s*[前전]"
)
_NUMERIC_DATE = re.compile(
    r"(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2})(?!\d)"
)
_DAY_NUMBER = re.compile(r"(?<!\d)(?:[12]?\d|3[01])(?!\d)")
_DIGIT = re.compile(r"\d")
_RULE = re.compile(r"^[\s_*=~•·.\-–—#|]{2,80}$")
_TAIL_WORDS = frozenset(
    """photo photograph photographs foto fotos image images picture credit bild crédit getty shutterstock istock alamy
    reuters afp ap epa dpa imago courtesy via file bild photos""".split()
)
_WORDS = re.compile(r"\w+")
_REMEMBERED = 120
_EDGE = 260
_SHORT = 160


def find_marks(text: str) -> frozenset[Mark]:
    """Every mark that a block's words bear; mostly none.

    Short lines (menus, buttons, labels) come back on page after page and are remembered; long ones are the page's
    own and would only fill the memory.
    """
    return _remembered(text) if len(text) < _REMEMBERED else _marks_of(text)


def _marks_of(text: str) -> frozenset[Mark]:
    found: list[Mark] = []
    length = len(text)
    lower = text[:_EDGE].lower()
    words = _WORDS.findall(lower)
    for mark in _STARTS.get(words[0], _NO_MARKS) if words else _NO_MARKS:
        if (mark is not Mark.BYLINE or length < _EDGE) and _PATTERNS[mark].match(text):
            found.append(mark)
    seen = _ALL_TRIGGERS.intersection(words)
    if length > _EDGE:
        tail = text[-_EDGE:].lower()
        seen |= _ALL_TRIGGERS.intersection(_WORDS.findall(tail))
    else:
        tail = lower
    if seen and length < 700:
        for mark, (triggers, pattern) in _TRIGGERS.items():
            if triggers & seen and mark not in found and (mark is not Mark.READER_SERVICE or length < 420):
                if pattern.search(lower) or (tail is not lower and pattern.search(tail)):
                    found.append(mark)
    if "©" in text and length < 700 and Mark.COPYRIGHT not in found:
        found.append(Mark.COPYRIGHT)
    if not words:
        return frozenset({Mark.RULE}) if _RULE.match(text) else frozenset(found)
    if length < _SHORT:
        if _DIGIT.search(lower):
            if _is_date(words, lower):
                found.append(Mark.DATE)
            if _is_age(words, lower):
                found.append(Mark.AGE)
        elif lower[0] == "_" and _RULE.match(text):
            found.append(Mark.RULE)
        if not lower.isascii() and _CJK_RIGHTS.search(lower):
            found.append(Mark.COPYRIGHT)
    if text.endswith(("...", "…", "[…]", "[...]")):
        found.append(Mark.CUT)
    if (
        length > 12
        and length < 900
        and ("©" in tail[-70:] or not _TAIL_WORDS.isdisjoint(_WORDS.findall(tail[-70:])))
        and _CREDIT_TAIL.search(text[-130:])
    ):
        found.append(Mark.CREDIT_TAIL)
    if (text[0].isupper() or text[0] == "(") and length > 60 and _DATELINE.match(text[:90]):
        found.append(Mark.DATELINE)
    return frozenset(found) if found else _NONE


def _is_date(words: list[str], lower: str) -> bool:
    """Whether a short block prints a day: a month's name beside a number, or numbers in a date's form."""
    if _NUMERIC_DATE.search(lower):
        return True
    if not MONTHS.keys().isdisjoint(words):
        return bool(_DAY_NUMBER.search(lower))
    if not lower.isascii() and _CJK_DATE.search(lower):
        return True
    return len(words) <= 6 and (words[0] in WEEKDAYS or words[0] in TODAY) and ":" in lower


def _is_age(words: list[str], lower: str) -> bool:
    """Whether a short block tells a relative age: `2 days ago`, `vor 3 Stunden`, `5h`."""
    if not lower.isascii() and _CJK_AGE.search(lower):
        return True
    if UNITS.keys().isdisjoint(words) and len(lower) > 6:
        return False
    match = _AGE.search(lower)
    if not match:
        return False
    unit = match[1] or match[2]
    if unit not in UNITS:
        return False
    return (
        not AGO_AFTER.isdisjoint(words)
        or not AGO_BEFORE.isdisjoint(words)
        or ("il y a" in lower)
        or (len(words) <= 2 and len(lower) <= 6)
    )


_remembered = lru_cache(maxsize=8192)(_marks_of)
