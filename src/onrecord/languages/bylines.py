"""The words of bylines: how they begin, what their people are, whom they write for, and what is no name."""

LEADS = (
    r"^\W*(?:(?:(?:aus|from) [^\W\d_][\w-]+ (?:berichtet|reports)|(?:von|dal|dalla) (?:unsere[rm]|nostr[oa]) \w+|propos recueillis par|rédigé par|publié par|a cura di|autork[ai]\s*:|opracowani[ea]\s*:|oprac\.|opracował[ao]?|piše|γράφ(?:ει ο|ει η|ουν οι)|theo(?=\s+(?-i:[A-Z]{2,})\b)|protokoll\s*:|interview\s*:|بقلم\s*:?|كتب(?:ت)?(?:\s*:|(?=\s))|द्वारा|(?:του|της|των)(?=\s+(?-i:[Α-ΩΆ-Ώ])))\s*|(?:(?:story|words|written|reported|reporting|article|report|posted|published|analysis|commentary|comment|opinion|interview|review|updated|created|text|column|guest post|special report)\s+(?:and (?:photos?|video) )?)?(?:by|von|par|por|di|da|door|av|af|oleh|by:)\b|"
    r"(?:ein (?:artikel|beitrag|kommentar|gastbeitrag|interview)|geschrieben|escrito|scritto|écrit|geschreven|skriven|skrevet|verfasst|propos recueillis|redigiert|erstellt|kommentar|analyse|interview|gastbeitrag|beitrag|kolumne|protokoll|eine analyse|eine kolumne|ein essay|text und fotos?|text|texte?s?|texto|testo|tekst|autor(?:in|en|es|a)?|autore|autori|auteurs?|authors?|reporters?|penulis|yazar|yazan|haber|redacción|redactor|redazione|kirjoittanut|írta|szerző|reporter|editor|writer|автор(?:ы|и)?|текст|від|написал[аи]?|tác giả|teksti|words|συντάκτη[ςσ]|συντάκτρια|κείμενο|लेखक|लेखिका|रिपोर्ट)\s*(?:von|par|por|di|da|door|av|af|by|:|：)+)\s*:?\s*"
)
SHORT_LEADS = r"^\W*(?:text|texte|texto|testo|author|autor|autorin|автор|(?:取材・)?文|執筆|構成|記者|记者|作者|编辑|責任編輯|기자)\s*(?:[:：/／|・]|(?<=者)\s)\s*|^글(?:·사진)?\s+"
WRITERS = r"^\W*(?:autor(?:in|en|innen)?(?:/autor(?:in|en|innen)?)?|autore|auteure?s?|authors?|auteurs|penulis|автор)\s+(?-i:(?=[^\W\d_a-zß-ÿ]))"
WRITTEN_BY = r"(?:\b(?:by|von|par|por|door|oleh)|\bdi)\s+(?-i:(?=[^\W\d_a-zß-ÿ]))"
"""How a byline begins, and what else says that a name follows. Pieces of regular expressions, tried without regard to case."""
ROLES = frozenset(
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
"""Words of what a writer is called, and of what such words go with."""
JOBS = frozenset(
    """writer reporter editor correspondent journalist columnist analyst consultant strategist photographer videographer
    photojournalist manager contributor redakteur redakteurin reporterin korrespondent korrespondentin chefredakteur chefredakteurin volontär
    volontärin journalistin kolumnist kolumnistin journaliste rédacteur rédactrice correspondant correspondante redactor redactora
    corresponsal periodista columnista giornalista corrispondente redattore redattrice jornalista correspondente redacteur
    verslaggever redaktör skribent redaktor dziennikarz dziennikarka журналист корреспондент редактор""".split()
)
"""Those of them that end what a writer is called."""
PEOPLE = frozenset(
    """staff contributor fellow host anchor intern producer director head chief professor president founder author critic
    senior junior associate assistant deputy managing executive special freelance team desk bureau""".split()
)
"""In what stands behind a name: no outlet's."""
OUTLETS = r"\b(?:News|Press|Post|Times|Herald|Tribune|Journal|Daily|TV|Radio|BBC|CNN|CBC|ABC|CBS|NBC|NPR|Wire|Network|Media|Magazine|Gazette|Globe|Chronicle|Observer|Courier|Telegraph|Guardian|Dispatch|Register|Sentinel|Examiner|Insider|Weekly|Independent|Bulletin|Tidende|Zeitung|Presse|Monde|Figaro|País)\b"
"""In the names of papers and stations; letters as they stand."""
NO_NAMES = (
    r"\b(?:staff|admin|administrator|redaktion|redaktionen|ressort|rédaction|redacción|redação|redazione|redactie|redakcja|redakce|redaksi|newsroom|news ?desk|desk|team|editors?|editorial|web ?desk|online|agencies|agences|agencias|agenturen|agenzie|wire|wires|reports?|"
    r"newsletter|subscribe|follow|share|facebook|twitter|instagram|linkedin|email|e-mail|contact|comments?|read|more|about|view|profile|bio|posts?|photos?|video|advertisement|sponsored|home|menu|login|sign|copyright|rights|reserved|"
    r"verified|spotlight|insights?|meet the|anonymous|anonym|guest|unknown|n/a|none|null|undefined|press release|pressemitteilung|partner|content|studio|company|gmbh|inc|ltd|llc|media|magazin|magazine|zeitung|journal|post|times|herald|tribune|gazette|insider|weekly|chronicle|daily|radio|tv|channel|association|university|institute|ministry|"
    r"actualizado|actualizada|publicado|publicada|aktualisiert|aggiornato|pubblicato|atualizado|copy link|min read|minutes?|updated|published|last|ago|am|pm|uhr)\b"
)
"""Words that no name of a person holds."""
PARTICLES = frozenset(
    "de del della di da do dos das du la le van von der den dem zu zum zur ter ten af al bin ibn ben el y e i und o d’ and st st. mc abu ul ud dos".split()
)
"""Small words within a name."""
BETWEEN = r"\s*(?:;|\||·|•|／|、|&|\+|\n|\t|،)\s*|\s+/\s+|/(?=[^\W\d_])|\s*,\s*(?:and|und|et|y|e|och|og|en|with|mit|i|a|и|та)\s+|\s+(?:AND|UND|ET|Y)\s+|\s+(?:and|und|et|y|och|og|en|with|mit|и|та|i|e|ja|és|ve|și|avec|con|met|i)\s+(?=[^\W\d_a-zß-öø-ÿ])|\s*,\s*"
"""What parts the people of a byline; letters as they stand."""
OTHER_JOBS = (
    r"(?<=\w)[\s,;|/]+(?:(?:and )?(?:photos?|pictures|videos?|photograph(?:s|y)|illustrations?|editing|edited|graphics?|"
    r"fotos?|bilder?|grafik|illustration(?:en)?|redaktur|penyunting|editor|foto)\s*(?::|by\b|von\b|de\b|par\b)|"
    r"(?-i:Editor)\s+(?-i:[A-Z])\w+ (?-i:[A-Z])\w+$).*$"
)
"""Who took the pictures or edited the text, behind who wrote it."""
WITH_WIRES = (
    r"(?<=\w),?\s+(?:and|with)\s+(?:the\s+)?(?:wire|staff|agenc(?:y|ies)|news)"
    r"(?:\s+(?:services?|reports?|writers?|wires|sources?|agencies))?$"
)
"""Nobody by name, behind who wrote: `and wire services`."""
READING_TIME = (
    r"[\s|·•,-]*\b(?:(?:posted|published|updated)\s+)?\d{1,3}[\s-]*"
    r"(?:min(?:ute)?(?:s|n|ut[oi]s?)?|hours?|days?|weeks?|stunden?|tagen?)\b.*$|(?<=[^\W\d_])@\w{2,}(?:\s.*)?$"
)
"""How long it takes to read, how long ago it was, and the writer's sign on a network, behind who wrote."""
