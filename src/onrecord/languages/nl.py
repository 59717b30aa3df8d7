"""What we know of Dutch."""

# --- Times ------------------------------------------------------------------------------------------
# As in en.py: months and weekdays by number, other words by the part they play in a time expression.

MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12, "jan.": 1, "feb.": 2, "mrt.": 3,
    "apr.": 4, "aug.": 8, "sept.": 9, "sep.": 9, "okt.": 10, "nov.": 11, "dec.": 12,
}  # fmt: skip

WEEKDAYS = {
    "maandag": 1, "dinsdag": 2, "woensdag": 3, "donderdag": 4, "vrijdag": 5, "zaterdag": 6, "zondag": 7,
}  # fmt: skip

DOUBTFUL_MONTHS: frozenset[str] = frozenset()
DAY_FIRST = True  # how 7/8/07 is read

_PARTS_OF_DAY = {"ochtend": "MO", "morgen": "MO", "middag": "AF", "avond": "EV", "nacht": "NI"}

TIME_WORDS: dict[str, dict[str, str | int | float]] = {
    "weekdays": {
        "maandagen": 1, "dinsdagen": 2, "woensdagen": 3, "donderdagen": 4, "vrijdagen": 5, "zaterdagen": 6,
        "zondagen": 7,
    },
    "weekday with part": {
        f"{day}{part}": f"{number} {code}" for day, number in WEEKDAYS.items() for part,
        code in _PARTS_OF_DAY.items()
    },
    "season": {
        "lente": "SP", "voorjaar": "SP", "zomer": "SU", "herfst": "FA", "najaar": "FA", "winter": "WI",
    },
    "unit": {
        "seconde": "S", "minuut": "M", "dag": "D", "week": "W", "maand": "N", "kwartaal": "Q", "jaar": "Y",
        "decennium": "E", "eeuw": "C",
    },
    "units": {
        "seconden": "S", "minuten": "M", "uren": "H", "dagen": "D", "weken": "W", "maanden": "N",
        "kwartalen": "Q", "jaren": "Y", "decennia": "E", "eeuwen": "C",
    },
    "weekend": {"weekend": "WE", "weekeinde": "WE"},
    "day part": {
        "ochtend": "MO", "middag": "AF", "avond": "EV", "nacht": "NI", "'s morgens": "MO",
        "'s ochtends": "MO", "'s middags": "AF", "'s avonds": "EV", "'s nachts": "NI",
    },
    "hour name": {"middernacht": "24:00"},
    "day": {"vandaag": 0, "gisteren": -1, "morgen": 1, "eergisteren": -2, "overmorgen": 2},
    "day with part": {
        "vanmorgen": "+0 MO", "vanochtend": "+0 MO", "vanmiddag": "+0 AF", "vanavond": "+0 EV",
        "vannacht": "+0 NI",
        **{f"{day}{part}": f"{by} {code}" for day, by in (("gister", "-1"), ("gisteren", "-1"), ("morgen",
        "+1")) for part, code in _PARTS_OF_DAY.items()},
    },
    "relative": {
        "vorig": -1, "vorige": -1, "afgelopen": -1, "laatste": -1, "volgend": 1, "volgende": 1, "komend": 1,
        "komende": 1, "daaropvolgende": "after", "voorgaande": "before", "lopende": "current",
    },
    "this": {"deze": 0, "dit": 0, "die": "same", "diezelfde": "same", "dezelfde": "same"},
    "ago": {"geleden": -1},
    "position": {
        "begin": "START", "eind": "END", "einde": "END", "half": "MID", "medio": "MID",
        "het einde van": "END", "eind van": "END", "het begin van": "START", "begin van": "START",
    },
    "number": {
        "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
        "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "twintig": 20, "dertig": 30,
        "veertig": 40, "vijftig": 50, "zestig": 60, "honderd": 100, "duizend": 1000,
    },
    "half": {"half": 0.5, "halve": 0.5, "anderhalf": 1.5},
    "ordinal": {
        "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7,
        "achtste": 8, "negende": 9, "tiende": 10,
    },
    "few": {"enkele": "X", "paar": "X", "meerdere": "X", "verscheidene": "X"},
    "roughly": {
        "ongeveer": "APPROX", "bijna": "LESS_THAN", "ruim": "MORE_THAN", "meer dan": "MORE_THAN",
        "minder dan": "LESS_THAN", "zeker": "EQUAL_OR_MORE",
    },
    "each": {"elke": 1, "iedere": 1, "elk": 1, "ieder": 1},
    "the": {"de": 2, "het": 2, "zijn": 0, "haar": 0, "hun": 0},
    "a": {"een": 1, "één": 1},
    "of": {"van": 0},
    "and": {"en": 0},
    "or": {"of": 0},
    "o'clock": {"uur": 0},
    "at hour": {"om": 0, "rond": 0},
    "decade": {
        "twintig": 2, "dertig": 3, "veertig": 4, "vijftig": 5, "zestig": 6, "zeventig": 7, "tachtig": 8,
        "negentig": 9,
    },
    "vague": {
        "nu": "PRESENT_REF", "momenteel": "PRESENT_REF", "tegenwoordig": "PRESENT_REF",
        "onlangs": "PAST_REF", "recent": "PAST_REF", "recentelijk": "PAST_REF", "binnenkort": "FUTURE_REF",
        "in de toekomst": "FUTURE_REF",
    },
    "each time": {"dagelijks": "P1D", "wekelijks": "P1W", "maandelijks": "P1M", "jaarlijks": "P1Y"},
    "old": {"oud": 0, "oude": 0, "jarige": 0},
    "dating": {
        "in": 0, "op": 0, "sinds": 0, "tot": 0, "vanaf": 0, "voor": -1, "na": 1, "tijdens": 0, "gedurende": 0,
        "tussen": 0, "per": 0,
    },
    "holiday": {
        "kerst": "12-25", "kerstmis": "12-25", "kerstavond": "12-24", "oudejaarsavond": "12-31",
        "nieuwjaarsdag": "01-01", "pasen": "easter", "goede vrijdag": "easter-2", "pinksteren": "easter+49",
        "sinterklaas": "12-05", "koningsdag": "04-27",
    },
}  # fmt: skip

TENSE_SIGNS: dict[str, float] = {
    "zal": 3, "zullen": 3, "gaat": 2, "gaan": 2, "wordt": 1.5, "worden": 1.5, "moet": 1.5, "moeten": 1.5,
    "verwacht": 1.5, "gepland": 2.5, "tot": 2, "wil": 1.5, "zou": 1, "kan": 0.8, "begint": 1.5, "was": -1.5,
    "waren": -1.5, "had": -2, "hadden": -2, "werd": -2, "werden": -2, "heeft": -1.5, "hebben": -1,
    "zei": -1.5, "is": -0.3, "sinds": -2,
}  # fmt: skip
PAST_ENDINGS: tuple[str, ...] = ()
