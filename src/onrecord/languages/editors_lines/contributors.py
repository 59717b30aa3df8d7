"""Who else took part in the reporting, and whose news a story was made with."""

_CAPITAL = r"(?-i:(?=[\W_]*(?:the |our |de |van |von |d’)?(?:[^\W\d_a-zß-öø-ÿ]|agenc)))"
_PERSON = (
    r"(?-i:[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: (?:(?:de|la|van|von|der|al|bin) )*[^\W\d_a-zß-öø-ÿ][\w.’'-]*){0,3})"
)
_PLACE = rf"{_PERSON}(?:, {_PERSON})?"
_AND = r"(?:,? and |, |; )"

BEGINS: tuple[str, ...] = (
    # English
    r"(?:additional |original |further )?(?:reporting|writing|editing|research|translations?|translating|photography|photographs|graphics|illustrations?|fact[- ]checking|copy[- ]?editing|production|data analysis)(?:(?:,? and |, )(?:reporting|writing|editing|research|photography|photographs|graphics|production))*(?: contributed)? (?:by|from)\b|(?:additional |original )?(?:reporting|writing|editing|research|copy[- ]?editing)\s*:",
    r"contributing(?: (?:writers?|reporters?|editors?))?\s*:|contributed by\b|contributors?\s*:\s",
    r"(?:and )?with (?:additional |further |some )?(?:files?|reporting|a report|reports?|inputs?|contributions?|research) (?:from|by)\b",
    r"(?:with )?(?:pti|ani|ians|ap|afp|reuters|agency|agencies|wire|bureau) inputs?\b|inputs? (?:from|by)\b|with inputs?\b",
    # German
    r"(?:redaktionelle |unter )?mitarbeit(?: von\b|\s*:)|mit (?:material|informationen|agenturmaterial|beiträgen|recherchen) (?:von|der|des|aus)\b|mit agenturen|mit agenturmaterial",
    # French
    r"avec (?:l[’']|les |des )?agences?\b|avec (?:la (?:contribution|collaboration|participation)|l[’']aide) d|avec (?:notre|nos) (?:correspondant|envoyé)",
    # Spanish
    r"con (?:información|informaciones|datos|reportes?|material|la colaboración|la contribución|la participación|aportes|aportaciones) d|con agencias",
    r"(?:colaboraron|colaboró)\b",
    r"(?:el|la|los|las) periodistas? de (?:the )?(?-i:[A-Z]).{0,140}\bcontribuy",
    # Italian
    r"(?:ha|hanno) collaborato\b|con la collaborazione d",
    # Portuguese
    r"com (?:informações|agências|informação|a colaboração|reportagem) ?|colabor(?:ou|aram)\b",
    # Dutch, Swedish, Danish, Norwegian, Finnish
    r"(?:met )?medewerking(?: van\b|\s*:)|medverkan\s*:|medverkande\s*:|med bidrag (?:fra|från)\b",
    # Polish, Czech
    r"z wykorzystaniem\b|współpraca\s*:|przy współpracy\b|ve spolupráci\b",
    # Russian, Ukrainian
    r"по материалам\b|за матеріалами\b|с использованием материалов\b|при участии\b|с материалами\b",
    # Japanese, Chinese, Korean, Arabic
    r"取材協力|協力[:：]|取材・文|翻訳[:：]|취재 ?[:：]",
    r"تغطية صحفية|إعداد .{3,40} (?:للنشرة|تحرير)|شارك في (?:التغطية|إعداد)|ساهم في",
)  # fmt: skip

WORKED: tuple[str, ...] = (
    r"(?:edited|compiled|produced|translated|fact[- ]checked|prepared|audio produced|video produced|reported and written|written and edited) (?:and (?:edited|produced|compiled|translated|written) )?by\b|edited\s*:|copy[- ]?edit",
    r"(?:bericht|geschrieben|verfasst|reportage|redigiert|mitgearbeitet|übersetzt|bearbeitet|redaktion) von\b|reporter(?:in)?\s*:",
    r"(?:reportage|rédigé|texte|traduit|édité|écrit|version française|édition|contribution|enquête|montage)(?: (?:par|de|d[’'])| (?-i:(?=[A-ZÀ-Ý][\w’'-]+ [A-ZÀ-Ý])))|[^().]{5,50}, (?:version française|édité par|édition)\b",
    r"(?:reporte|reportaje|reportado|información|escrito|editado|edición|redacción|traducido|traducción)(?: adicional(?:es)?)?(?: en español)?(?: (?:de|por)\b|\s*:| (?-i:(?=[A-ZÀ-Ý])))",
    r"(?:tradotto|redatto|scritto|montaggio|in redazione) (?:da|di|a)\b|(?:por [^;]{4,40}; ?)?(?:reportagem|edição|texto|tradução)(?: adicional)?(?: (?:de|por)\b|\s*:)",
    r"подготовил[аи]?\b|(?:haber|muhabir|editör|derleyen|yayına hazırlayan)\s*:",
)  # fmt: skip
"""How a line of who did which work begins: also how a byline begins, so only in brackets, with a second such clause, or by whom it was edited."""

WITH = ("with", "mit", "avec", "con", "com", "met", "med", "ja")
"""Before an agency's name: whose news the story was made with."""

SAID: tuple[str, ...] = (
    # English
    rf"contribut(?:ed|ing)\b|\b(?:report|edit)ing by {_CAPITAL}|additional (?:reporting|writing|research)|\bwith (?:files|reporting|inputs?) from {_CAPITAL}|inputs from|compiled by",
    # German, Dutch
    r"\bmit (?:material|informationen|agenturmaterial)\b(?! über)|mitarbeit|\bmit (?:dpa|afp|reuters|ap|epd)\b|met medewerking",
    # French, Spanish, Portuguese, Italian
    r"avec (?:afp|reuters|ap|agences)|(?:ont|a) contribué|con información de|con agencias|com (?:informações|agências)|contribuy|contribui|colabor|collaborat",
    # Polish, Russian, Ukrainian
    r"wykorzystaniem|материал|матеріал",
)  # fmt: skip
"""Anywhere in a line that already bears a mark of one."""
GAVE_MONEY = r"contribut(?:ed|ing) (?:to (?:the|his|her|a|an|its|their) (?!report|story|article|piece|content)|\$|€|£|\d)"
PART_TAKEN = r"contribut\w+ (?:\w+ ){0,2}?(?:to|reporting|from)\b.{0,40}\b(?:report|story|article|piece|reporting|content|dispatch|post)\b|contributed (?:reporting|research|writing|photos)|contributed from"
"""What people else contribute to, and what a line within the story must say it was."""

EDITED = r"\b(?:edit\w*|redigiert|édité|édition|editado|edición|edição|editor\w*|reporting|writing|escrito|traduit|übersetzt|tradu\w+|translated|version française|editör|in redazione|compiled|produced)\b"
"""Work that a byline seldom names: two such words, or one under the story, and it is a contributor line."""
AGENCY_WORDS = r"agence(?:s|n|y|ies)?|agencias|agências|agenzie|agenturen"
ARTICLES = r"the|den|der|les|l[’']|la|le"
ANDS = r"and|und|et|y|e|en|och|og|i"
SOURCES = r"quellen?|sources?|fuentes?|fontes?|fonti|bron(?:nen)?|källa|källor|kilder?|lähde|źródło|zdroj|forrás|sursa|izvor|vir|πηγή|kaynak|sumber|nguồn|источник|джерело|المصدر|منبع|מקור|स्रोत|ที่มา|来源|來源|出典|情報源|출처"
"""Before an agency's name in a line of its own under the story: `Quelle: dpa`."""
USED = (
    r"(?:some )?(?:material|information|reporting|data|interviews|content|video|quotes) (?:from|by|in) .{2,80} (?:was|were) used in (?:this|the)\b",
    r"this (?:report|story|article|piece) (?:also )?(?:includes?|contains?|uses?|used|incorporates|draws on|features|was (?:prepared|written|produced|compiled|reported) with) .{0,40}\b(?:information|material|reporting|contributions?|files?|inputs?|help)\b.{0,20} (?:from|by|of)\b",
    r"information from\s*:",
)
"""How a line of what was used begins."""

# `Quill reported from Oslo, Lund from Bergen and Park from Paris.`
REPORTED_FROM = (
    rf"[\W_]{{0,4}}(?:[\w’' ]{{0,30}}(?:reporters?|writers?|correspondents?) )?{_PERSON}(?:{_AND}{_PERSON})* reported from {_PLACE}"
    rf"(?:{_AND}(?:(?:{_PERSON}(?:{_AND}{_PERSON})* )?(?:reported )?from )?{_PLACE})*\.?(?=$|\s[A-Z])"
)
# `AP writer Mara Quill contributed.`, `NBC News’ Mara Quill contributed.`
CONTRIBUTED = (
    rf"[\W_]{{0,4}}(?:[\w’'.,& ]{{0,60}}\b(?:writers?|reporters?|journalists?|producers?|correspondents?|researchers?|editors?) )?{_PERSON}.{{0,160}}"
    r"\bcontributed(?: (?:research|reporting|writing|photos|photography|graphics|data analysis|translations?)(?: from [^.]{2,40})?)?\W*$"
)
"""English lines that begin with a name: letters as they stand."""

SMALL_WORDS = """
    and the an of in at for to by from with on also this report story article und die der das den im aus bei et les des du
    de la le en dans y el los las desde este esta di da do dos das na no em het een van uit och og i w z и в с dpa epd sda afp
    journalistes correspondant correspondante correspondants notre nos version periodistas contribuyeron contribuyó despacho reporte nota artículo colaboraron
    agencies agency staff newsroom wire services rédaction editors desk wenden sie sich rückfragen
"""
"""What stands in such a line beside names, in small letters: with other words it tells news."""

WORK = (
    r"reporting|writing|editing|research|translations?|graphics?|photograph(?:y|s)|illustrations?|production|material|files|inputs?|contributions?|compiled|reported|written|edited|produced|translated|prepared|contribut\w+"
    r"|a report|reports?|information(?:en)?|mitarbeit|bericht|geschrieben|verfasst|redigiert|übersetzt|medewerking|reportage|rédigé|édité|écrit|traduit|texte|édition|enquête|version française"
    r"|información|reporte|reportaje|escrito|editado|edición|redacción|traducido|traducción|colabor\w+|informações|reportagem|tradução|texto|scritto|tradotto|collaborat\w+|collaborazione|redatto"
    r"|medverkan|współpraca|haber|editör|reporter(?:in)?"
)
"""The work that is named before the names of who did it."""
TITLES = r"\b(?:(?:The )?Associated Press|AP|Reuters|AFP|Bloomberg|CNN|NBC News|CBS News|ABC News|Fox News|NPR|PA)?(?:['’]s?)?\s*(?:\w+\s){0,3}?(?:writers?|reporters?|correspondents?|journalists?|producers?|editors?|staff|photographers?|videojournalists?|researchers?|freelancers?|special correspondents?)\b[:,]?\s*"
THIS_STORY = r"\b(?:this|the|dieser|ce|este|questo)\s+(?:report|story|article|piece|dispatch|content|post|coverage|beitrag|bericht)\b.*$"
"""What is said beside names and places, and is neither."""
