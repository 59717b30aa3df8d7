"""News agencies: their names and short names, in datelines, bylines, credits and signs at a story's end."""

import re

_AGENCIES = {
    "AP": "AP|Associated Press|The Associated Press|A.P.|ＡＰ|AP通信|美联社|美聯社|أ ب|أسوشيتد برس|एपी",
    "Reuters": "Reuters|Thomson Reuters|Thomson Reuters Foundation|Reuters Health|RTRS|Reuters Breakingviews|Reuters Television|Reuters Staff|Рейтер|ロイター|ロイター通信|路透|路透社|로이터|로이터통신|رويترز|रॉयटर्स|रॉयटर",
    "AFP": "AFP|Agence France-Presse|Agence France Presse|AFP News|AFP Relaxnews|AFPTV|ＡＦＰ|AFP時事|法新社|أ ف ب|ا ف ب|أ.ف.ب|فرانس برس",
    "dpa": "dpa|Deutsche Presse-Agentur|Deutsche Presse Agentur|dpa-infocom|dpa-tmn|dpa/lno|dpa/tmn|dpa-AFX|dpa-lnw|dpa International|dpa/epa|dpa-AFX ProFeed|德新社",
    "UPI": "UPI|United Press International",
    "PA": "PA|PA Media|Press Association|PA Wire",
    "PTI": "PTI|Press Trust of India|भाषा|PTI-Bhasha",
    "ANI": "ANI|Asian News International|एएनआई",
    "IANS": "IANS|Indo-Asian News Service|आईएएनएस",
    "UNI": "United News of India|वार्ता",
    "ANSA": "ANSA",
    "Adnkronos": "Adnkronos",
    "AGI": "AGI|Agenzia Italia",
    "askanews": "askanews|Askanews",
    "Italpress": "Italpress|ITALPRESS",
    "LaPresse": "LaPresse|LaPresse/AP",
    "Dire": "Agenzia DIRE|Agenzia Dire",
    "Agenparl": "Agenparl",
    "Teleborsa": "Teleborsa",
    "9Colonne": "9Colonne",
    "Radiocor": "Radiocor|Il Sole 24 Ore Radiocor",
    "EFE": "EFE|Agencia EFE|EFEUSA",
    "Europa Press": "Europa Press|EUROPA PRESS",
    "Télam": "Télam",
    "Notimex": "Notimex",
    "Prensa Latina": "Prensa Latina",
    "apro": "apro|Agencia Proceso",
    "AVN": "AVN",
    "ACN": "ACN|Agència Catalana de Notícies",
    "Servimedia": "Servimedia",
    "Andina": "Agencia Andina",
    "Colprensa": "Colprensa",
    "NA": "Noticias Argentinas",
    "Agência Brasil": "Agência Brasil",
    "Lusa": "Lusa|Agência Lusa",
    "Folhapress": "Folhapress",
    "Estadão Conteúdo": "Estadão Conteúdo|Agência Estado",
    "Agência O Globo": "Agência O Globo",
    "TASS": "TASS|ITAR-TASS|ТАСС|塔斯社|타스",
    "RIA Novosti": "RIA Novosti|РИА Новости|RIA",
    "Interfax": "Interfax|Интерфакс|INTERFAX.RU",
    "Prime": "ПРАЙМ|Прайм",
    "Kazinform": "Kazinform|КАЗИНФОРМ|Казинформ",
    "UNN": "УНН",
    "Interfax-Ukraine": "Interfax-Ukraine|Интерфакс-Украина|Інтерфакс-Україна",
    "Ukrinform": "Ukrinform|Укринформ|Укрінформ",
    "UNIAN": "UNIAN|УНИАН|УНІАН",
    "BelTA": "BelTA|БелТА|БЕЛТА",
    "Xinhua": "Xinhua|Xinhua News Agency|新华社|新華社|新华网|新华财经|신화|신화통신",
    "CNS": "China News Service|中新社|中新网|中国新闻网|中通社",
    "CNA": "Central News Agency|中央社",
    "Kyodo": "Kyodo|Kyodo News|共同|共同通信|共同通信社|共同社",
    "Jiji": "Jiji|Jiji Press|時事|時事通信|時事通信社",
    "Yonhap": "Yonhap|Yonhap News|Yonhap News Agency|연합뉴스|韩联社|韓聯社|聯合ニュース",
    "Newsis": "뉴시스",
    "News1": "뉴스1",
    "Newspim": "뉴스핌",
    "APA": "APA|Austria Presse Agentur|APA-OTS",
    "awp": "awp|AWP Finanznachrichten",
    "ots": "ots|news aktuell",
    "KAP": "Kathpress",
    "Keystone-SDA": "SDA|Keystone-SDA|sda|ATS|Keystone-ATS",
    "epd": "epd|Evangelischer Pressedienst",
    "KNA": "KNA|Katholische Nachrichten-Agentur",
    "SID": "SID|Sport-Informations-Dienst",
    "AFX": "AFX",
    "dts": "dts|dts Nachrichtenagentur",
    "Belga": "Belga",
    "ANP": "ANP",
    "TT": "TT|TT Nyhetsbyrån",
    "NTB": "NTB",
    "Ritzau": "Ritzau",
    "STT": "STT|STT-Lehtikuva",
    "BNS": "BNS|Baltic News Service",
    "LETA": "LETA",
    "ELTA": "ELTA",
    "STA": "STA",
    "FENA": "FENA",
    "SeeNews": "SeeNews",
    "PAP": "PAP|Polska Agencja Prasowa",
    "ČTK": "ČTK|ČTK/AP",
    "TASR": "TASR",
    "SITA": "SITA",
    "MTI": "MTI",
    "Agerpres": "Agerpres|AGERPRES",
    "Mediafax": "Mediafax",
    "HINA": "Hina|HINA",
    "Tanjug": "Tanjug|Танјуг",
    "Beta": "Beta",
    "BTA": "BTA|БТА",
    "Anadolu": "Anadolu|Anadolu Agency|Anadolu Ajansı|AA|الأناضول",
    "DHA": "DHA|Demirören Haber Ajansı",
    "İHA": "İHA|İhlas Haber Ajansı",
    "ANA-MPA": "ANA-MPA|AMNA|ΑΠΕ-ΜΠΕ",
    "Canadian Press": "The Canadian Press|Canadian Press|CP|La Presse Canadienne|La Presse canadienne",
    "AAP": "AAP|Australian Associated Press",
    "NZPA": "NZPA",
    "Bernama": "Bernama",
    "Antara": "Antara|ANTARA|Antara News",
    "VNA": "VNA|Vietnam News Agency|TTXVN|TTXVN/Vietnam+",
    "NAN": "NAN|News Agency of Nigeria",
    "GNA": "GNA|Ghana News Agency",
    "KNA (Kenya)": "Kenya News Agency",
    "ZBC": "New Ziana",
    "APS": "APS|Agence de presse sénégalaise|Algérie Presse Service",
    "AIP": "AIP|Agence Ivoirienne de Presse",
    "MAP": "Maghreb Arabe Presse",
    "TAP": "Tunis Afrique Presse",
    "Hibya": "Hibya|Hibya Haber Ajansı",
    "BSS": "BSS|Bangladesh Sangbad Sangstha",
    "UNB": "UNB|United News of Bangladesh",
    "APP (Pakistan)": "Associated Press of Pakistan",
    "Tasnim": "Tasnim|Tasnim News Agency",
    "Fars": "Fars News Agency",
    "MNA": "Mehr News Agency",
    "KUNA": "KUNA|Kuwait News Agency|كونا",
    "AKI": "AKI|Adnkronos International",
    "SAPA": "SAPA",
    "WAFA": "WAFA|وفا",
    "IRNA": "IRNA",
    "SANA": "SANA|سانا",
    "SPA": "SPA|Saudi Press Agency|واس",
    "WAM": "WAM|Emirates News Agency|وام",
    "QNA": "Qatar News Agency",
    "MENA": "MENA|Middle East News Agency|أ ش أ",
    "Petra": "Petra|Petra News Agency|بترا",
    "TNS": "TNS|Tribune News Service|Tribune Content Agency",
    "Bloomberg": "Bloomberg|Bloomberg News|Bloomberg Opinion|Bloomberg Line|彭博社",
    "Dow Jones": "Dow Jones|Dow Jones Newswires",
    "CNN": "CNN|CNN Wire|CNN Newsource|CNN Business|CNN Español|CNN Indonesia|CNN Brasil|ＣＮＮ",
    "StudyFinds": "StudyFinds",
    "The Center Square": "The Center Square",
    "Storyful": "Storyful",
    "RNS": "Religion News Service|RNS",
    "JTA": "JTA|Jewish Telegraphic Agency",
    "JNS": "JNS|Jewish News Syndicate",
    "Baptist Press": "Baptist Press",
    "CNS (Catholic)": "Catholic News Service|OSV News",
    "CNA (Catholic)": "Catholic News Agency",
    "States Newsroom": "States Newsroom",
    "KFF Health News": "KFF Health News|Kaiser Health News",
    "InfoMigrants": "InfoMigrants",
    "PR Newswire": "PR Newswire|PRNewswire|PRNewswire-PRWeb|PRNewswire/PRWeb|PRNewswire-Asianet",
    "Business Wire": "Business Wire|BUSINESS WIRE",
    "GlobeNewswire": "GlobeNewswire|GLOBE NEWSWIRE|GlobeNewswire News Room",
    "ACCESSWIRE": "ACCESSWIRE|ACCESS Newswire",
    "CNW": "CNW|CNW Group|Canada NewsWire",
    "Newsfile": "Newsfile Corp|Newsfile",
    "EIN Presswire": "EINPresswire.com|EIN Presswire",
    "MENAFN": "MENAFN",
}
_PICTURE_SERVICES = frozenset(
    """getty images|getty|gettyimages|gettyimages.com|istock|shutterstock|epa|epa-efe|imago|imago images|alamy|
    picture alliance|picture-alliance|zuma|zuma press|sipa|sipa usa|nurphoto|wireimage|wirefoto|pool|unsplash|pexels|
    pixabay|adobe stock|depositphotos|keystone|scanpix|lehtikuva|lapresse|ipp|fotogramma|xinhua|rex|rex features|
    wikimedia commons|wikimedia|flickr|creative commons|handout|courtesy|file photo|file|facebook|instagram|twitter|x|
    youtube|tiktok|screenshot|reproduction|divulgação|reprodução|archiv|archivo|archive|istockphoto|usa today|
    dreamstime|bigstock|123rf|freepik|nasa|noaa|press photo|afp via getty images|bloomberg via getty images|
    anadolu agency via getty images|mti|hassan ammar|belga|anp|ritzau|ntb|tt""".replace("\n    ", "").split("|")
)  # fmt: skip

_BY_NAME: dict[str, str] = {}
for _short, _names in _AGENCIES.items():
    _BY_NAME.setdefault(_short.casefold(), _short)
    for _name in _names.split("|"):
        _BY_NAME.setdefault(_name.casefold(), _short)

_CAPITALS = frozenset({"aa", "pa", "sa", "tt", "cp", "ap", "nan", "beta", "sid", "sita", "sana", "spa", "petra", "mena",
                       "ani", "uni", "ria", "cna", "cns", "apa", "ats", "wam", "anp", "agi", "acn", "app", "map",
                       "bss", "unb", "aps", "aip", "sta", "eta", "vna", "avn", "dha", "iha", "hina", "tap",
                       "leta", "elta", "fena", "efe", "pap", "mti", "bta", "jta", "jns", "rns", "cnw"})  # fmt: skip
"""Short names that are words or initials of other things: they count only in capitals."""


def agency_of(name: str) -> str | None:
    """The short name of the agency that a string names, and nothing else; None if it is no agency's name."""
    name = name.strip(" \t()[].,:;–—-|/*")
    if not name or len(name) > 60:
        return None
    folded = name.casefold()
    found = _BY_NAME.get(folded)
    if found is None:
        trimmed = re.sub(
            r"(?i)^(?:by|from|source|quelle|via|von|the|by the|with|fuente|fonte|агентство|nach)\s*:?\s+|"
            r"\s+(?:news agency|news wire|newswire|wire|wire services?|staff|news|newsroom|agency|writers?|reports?|reporters?)$",
            "",
            folded,
        ).strip()
        found = _BY_NAME.get(trimmed)
        if found is None or trimmed == folded:
            return found
        return found if len(trimmed) > 3 or trimmed.upper() in name else None
    if folded in _CAPITALS and not name.isupper():
        return None
    return found


def agencies_in(name: str) -> tuple[str, ...]:
    """The agencies that a joined name lists (`dpa/AFP`, `AP and Reuters`); empty if any part is none."""
    whole = agency_of(name)
    if whole:
        return (whole,)
    parts = [
        part
        for part in re.split(r"\s*(?:[/,;+&|]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\bmit\b|\bwith\b)\s*", name)
        if part
    ]
    found = [agency_of(part) for part in parts]
    known = tuple(dict.fromkeys(agency for agency in found if agency))
    return known if parts and len(known) and all(found) else ()


def is_picture_service(name: str) -> bool:
    """Whether a string is a picture agency or a place pictures come from, rather than a person."""
    return name.strip(" .()").casefold() in _PICTURE_SERVICES or agency_of(name) is not None
