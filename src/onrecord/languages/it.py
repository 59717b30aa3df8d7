"""What we know of Italian."""

# --- Times ------------------------------------------------------------------------------------------
# As in en.py: months and weekdays by number, other words by the part they play in a time expression.

MONTHS = {
    "gennaio": 1, "febbraio": 2, "marzo": 3, "aprile": 4, "maggio": 5, "giugno": 6, "luglio": 7, "agosto": 8,
    "settembre": 9, "ottobre": 10, "novembre": 11, "dicembre": 12,
}  # fmt: skip

WEEKDAYS = {
    "lunedì": 1, "martedì": 2, "mercoledì": 3, "giovedì": 4, "venerdì": 5, "sabato": 6, "domenica": 7,
}  # fmt: skip

DOUBTFUL_MONTHS: frozenset[str] = frozenset()
DAY_FIRST = True  # how 7/8/07 is read

TIME_WORDS: dict[str, dict[str, str | int | float]] = {
    "season": {"primavera": "SP", "estate": "SU", "autunno": "FA", "inverno": "WI"},
    "unit": {
        "secondo": "S", "minuto": "M", "ora": "H", "giorno": "D", "giornata": "D", "settimana": "W",
        "mese": "N", "trimestre": "Q", "anno": "Y", "decennio": "E", "secolo": "C",
    },
    "units": {
        "secondi": "S", "minuti": "M", "ore": "H", "giorni": "D", "settimane": "W", "mesi": "N",
        "trimestri": "Q", "anni": "Y", "decenni": "E", "secoli": "C",
    },
    "weekend": {"fine settimana": "WE", "weekend": "WE", "week-end": "WE"},
    "day part": {
        "mattina": "MO", "mattinata": "MO", "mattino": "MO", "pomeriggio": "AF", "sera": "EV",
        "serata": "EV", "notte": "NI",
    },
    "hour name": {"mezzogiorno": "12:00", "mezzanotte": "24:00"},
    "day": {"oggi": 0, "ieri": -1, "domani": 1, "l'altro ieri": -2, "altroieri": -2, "dopodomani": 2},
    "day with part": {
        "stamattina": "+0 MO", "stamani": "+0 MO", "stasera": "+0 EV", "stanotte": "+0 NI",
        "questa mattina": "+0 MO", "questa sera": "+0 EV", "questo pomeriggio": "+0 AF",
    },
    "relative": {
        "scorso": -1, "scorsa": -1, "scorsi": -1, "scorse": -1, "passato": -1, "passata": -1, "ultimo": -1,
        "ultima": -1, "ultimi": -1, "ultime": -1, "prossimo": 1, "prossima": 1, "prossimi": 1, "prossime": 1,
        "successivo": "after", "successiva": "after", "seguente": "after", "precedente": "before",
        "in corso": "current",
    },
    "this": {
        "questo": 0, "questa": 0, "quest'": 0, "quest’": 0, "questi": 0, "queste": 0, "stesso": "same",
        "stessa": "same", "quel": "same", "quella": "same",
    },
    "ago": {"fa": -1, "or sono": -1},
    "position": {
        "inizio": "START", "all'inizio di": "START", "inizi di": "START", "agli inizi di": "START",
        "metà": "MID", "a metà": "MID", "fine": "END", "alla fine di": "END", "fine di": "END",
        "la fine di": "END", "entro la fine": "END", "la fine": "END", "alla fine": "END",
        "alla fine del": "END", "la fine del": "END",
        "all'inizio del": "START",
    },
    "number": {
        "due": 2, "tre": 3, "quattro": 4, "cinque": 5, "sei": 6, "sette": 7, "otto": 8, "nove": 9,
        "dieci": 10, "undici": 11, "dodici": 12, "tredici": 13, "quattordici": 14, "quindici": 15,
        "venti": 20, "trenta": 30, "quaranta": 40, "cinquanta": 50, "sessanta": 60, "cento": 100,
        "mille": 1000,
    },
    "half": {"mezzo": 0.5, "mezza": 0.5},
    "ordinal": {
        "primo": 1, "prima": 1, "seconda": 2, "terzo": 3, "terza": 3, "quarto": 4, "quarta": 4, "quinto": 5,
        "sesto": 6, "settimo": 7, "ottavo": 8, "nono": 9, "decimo": 10,
    },
    "few": {
        "alcuni": "X", "alcune": "X", "qualche": "X", "diversi": "X", "diverse": "X", "pochi": "X",
        "poche": "X",
    },
    "roughly": {
        "circa": "APPROX", "quasi": "LESS_THAN", "più di": "MORE_THAN", "oltre": "MORE_THAN",
        "meno di": "LESS_THAN", "almeno": "EQUAL_OR_MORE",
    },
    "each": {"ogni": 1, "tutti i": 1, "tutte le": 1},
    "old": {"età": 0, "di età": 0},
    "the": {
        "il": 2, "lo": 2, "la": 2, "i": 2, "gli": 2, "le": 2, "l'": 2, "l’": 2, "suo": 0, "sua": 0, "nel": 3,
        "nella": 3, "nell'": 3, "nell’": 3, "negli": 3, "nei": 3, "nelle": 3, "dal": 3, "dalla": 3,
        "dall'": 3, "dall’": 3,
    },
    "a": {"un": 1, "una": 1, "uno": 1, "un'": 1, "un’": 1},
    "of": {"di": 0, "del": 0, "dell'": 0, "dell’": 0, "della": 0, "d'": 0},
    "and": {"e": 0, "ed": 0},
    "or": {"o": 0},
    "at hour": {"alle": 0, "alle ore": 0, "ore": 0},
    "decade": {
        "venti": 2, "trenta": 3, "quaranta": 4, "cinquanta": 5, "sessanta": 6, "settanta": 7, "ottanta": 8,
        "novanta": 9,
    },
    "vague": {
        "adesso": "PRESENT_REF", "attualmente": "PRESENT_REF", "al momento": "PRESENT_REF",
        "recentemente": "PAST_REF", "di recente": "PAST_REF", "ultimamente": "PAST_REF",
        "presto": "FUTURE_REF", "prossimamente": "FUTURE_REF", "in futuro": "FUTURE_REF",
    },
    "each time": {
        "quotidianamente": "P1D", "settimanalmente": "P1W", "mensilmente": "P1M", "annualmente": "P1Y",
    },
    "dating": {
        "in": 0, "a": 0, "da": 0, "dopo": 1, "entro": 0, "durante": 0, "fino al": 0, "fino a": 0, "per": 0,
        "tra": 0, "fra": 0, "al": 0,
    },
    "holiday": {
        "natale": "12-25", "vigilia di natale": "12-24", "capodanno": "01-01", "san silvestro": "12-31",
        "pasqua": "easter", "pasquetta": "easter+1", "venerdì santo": "easter-2", "ferragosto": "08-15",
        "epifania": "01-06",
    },
}  # fmt: skip

TENSE_SIGNS: dict[str, float] = {
    "sarà": 3, "saranno": 3, "avrà": 3, "dovrebbe": 2.5, "dovrà": 2.5, "previsto": 2.5, "prevista": 2.5,
    "entro": 2.5, "fino": 1.5, "potrebbe": 1.5, "atteso": 2, "attesa": 2, "inizierà": 3, "ha": -1.5,
    "hanno": -1.5, "aveva": -2, "era": -1.5, "erano": -1.5, "stato": -2, "stata": -2, "detto": -1.5,
    "dal": -1, "è": -0.3,
}  # fmt: skip
PAST_ENDINGS: tuple[str, ...] = ()
