"""What we know of German."""

# --- Times ------------------------------------------------------------------------------------------
# As in en.py: months and weekdays by number, other words by the part they play in a time expression.

MONTHS = {
    "januar": 1, "jänner": 1, "februar": 2, "feber": 2, "märz": 3, "april": 4, "mai": 5, "juni": 6,
    "juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11, "dezember": 12, "jan.": 1,
    "feb.": 2, "mär.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sept.": 9, "sep.": 9, "okt.": 10,
    "nov.": 11, "dez.": 12,
}  # fmt: skip

WEEKDAYS = {
    "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6, "sonnabend": 6,
    "sonntag": 7, "mo.": 1, "di.": 2, "mi.": 3, "do.": 4, "fr.": 5, "sa.": 6, "so.": 7,
}  # fmt: skip

DOUBTFUL_MONTHS: frozenset[str] = frozenset()
DAY_FIRST = True  # how 7/8/07 is read

_PARTS_OF_DAY = {
    "früh": "MO", "morgen": "MO", "vormittag": "MO", "mittag": "MI", "nachmittag": "AF", "abend": "EV",
    "nacht": "NI",
}  # fmt: skip

TIME_WORDS: dict[str, dict[str, str | int | float]] = {
    "weekdays": {
        "montags": 1, "dienstags": 2, "mittwochs": 3, "donnerstags": 4, "freitags": 5, "samstags": 6,
        "sonntags": 7,
    },
    "weekday with part": {
        f"{day}{part}": f"{number} {code}" for day,
        number in WEEKDAYS.items() if not day.endswith(".") for part, code in _PARTS_OF_DAY.items()
    },
    "season": {"frühling": "SP", "frühjahr": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI"},
    "unit": {
        "sekunde": "S", "minute": "M", "stunde": "H", "tag": "D", "tages": "D", "woche": "W", "monat": "N",
        "monats": "N", "quartal": "Q", "quartals": "Q", "jahr": "Y", "jahres": "Y", "jahre": "Y",
        "jahrzehnt": "E", "jahrzehnts": "E", "jahrhundert": "C", "jahrhunderts": "C",
    },
    "units": {
        "sekunden": "S", "minuten": "M", "stunden": "H", "tage": "D", "tagen": "D", "wochen": "W",
        "monate": "N", "monaten": "N", "quartale": "Q", "quartalen": "Q", "jahre": "Y", "jahren": "Y",
        "jahrzehnte": "E", "jahrzehnten": "E", "jahrhunderte": "C", "jahrhunderten": "C",
    },
    "weekend": {"wochenende": "WE"},
    "day part": {
        "vormittag": "MO", "nachmittag": "AF", "abend": "EV", "nacht": "NI", "am morgen": "MO",
        "mittag": "MI", "früh": "MO",
    },
    "hour name": {"mitternacht": "24:00", "punkt zwölf": "12:00"},
    "day": {"heute": 0, "gestern": -1, "morgen": 1, "vorgestern": -2, "übermorgen": 2},
    "day with part": {
        f"{day} {part}": f"{by} {code}" for day, by in (("heute", "+0"), ("gestern", "-1"), ("morgen",
        "+1")) for part, code in _PARTS_OF_DAY.items()
    },
    "relative": {
        f"{stem}{ending}": step
        for stem, step in (
            ("letzt", -1), ("vergangen", -1), ("vorig", -1), ("nächst", 1), ("kommend", 1), ("künftig", 1),
            ("jüngst", -1), ("laufend", "current"), ("folgend", "after"), ("darauffolgend", "after"),
        )
        for ending in ("e", "en", "er", "es", "em")
    },
    "this": {"diese": 0, "diesen": 0, "dieser": 0, "dieses": 0, "diesem": 0, "heurigen": 0},
    "ago before": {"vor": 0, "vor rund": 0, "vor etwa": 0, "vor mehr als": 0, "vor knapp": 0, "vor gut": 0},
    "position": {
        "anfang": "START", "mitte": "MID", "ende": "END", "beginn": "START", "zu beginn": "START",
        "spät": "END",
    },
    "number": {
        "ein": 1, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9,
        "zehn": 10, "elf": 11, "zwölf": 12, "dreizehn": 13, "vierzehn": 14, "fünfzehn": 15, "zwanzig": 20,
        "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60, "siebzig": 70, "achtzig": 80,
        "neunzig": 90, "hundert": 100, "tausend": 1000,
    },
    "half": {"halben": 0.5, "halbes": 0.5, "halbe": 0.5},
    "ordinal": {
        f"{stem}{ending}": number
        for number, stem in enumerate(("erst", "zweit", "dritt", "viert", "fünft", "sechst", "siebt", "acht",
        "neunt", "zehnt"), 1)
        for ending in ("e", "en", "er", "es")
    },
    "few": {
        "einige": "X", "einigen": "X", "wenige": "X", "wenigen": "X", "mehrere": "X", "mehreren": "X",
        "paar": "X",
    },
    "roughly": {
        "rund": "APPROX", "etwa": "APPROX", "fast": "LESS_THAN", "knapp": "LESS_THAN",
        "mehr als": "MORE_THAN", "mindestens": "EQUAL_OR_MORE",
    },
    "each": {"jeden": 1, "jede": 1, "jedes": 1, "jeder": 1},
    "the": {"der": 2, "die": 2, "das": 2, "den": 2, "dem": 2, "des": 2, "sein": 0, "seine": 0, "ihre": 0},
    "a": {"eine": 1, "einen": 1, "einer": 1, "einem": 1, "eines": 1},
    "and": {"und": 0},
    "or": {"oder": 0, "bis": 0},
    "o'clock": {"uhr": 0},
    "decade": {
        "zwanziger": 2, "dreißiger": 3, "vierziger": 4, "fünfziger": 5, "sechziger": 6, "siebziger": 7,
        "achtziger": 8, "neunziger": 9,
    },
    "vague": {
        "jetzt": "PRESENT_REF", "derzeit": "PRESENT_REF", "momentan": "PRESENT_REF",
        "zurzeit": "PRESENT_REF", "gegenwärtig": "PRESENT_REF", "kürzlich": "PAST_REF",
        "neulich": "PAST_REF", "zuletzt": "PAST_REF", "bald": "FUTURE_REF", "demnächst": "FUTURE_REF",
        "in zukunft": "FUTURE_REF", "künftig": "FUTURE_REF",
    },
    "each time": {
        "täglich": "P1D", "wöchentlich": "P1W", "monatlich": "P1M", "jährlich": "P1Y", "stündlich": "PT1H",
    },
    "old": {"alt": 0, "alte": 0, "alten": 0, "alter": 0, "jährige": 0},
    "dating": {
        "in": 0, "im": 0, "am": 0, "seit": 0, "bis": 0, "ab": 0, "vom": 0, "von": 0, "um": 0, "gegen": 0,
        "zum": 0, "nach": 1, "während": 0, "für": 0, "zwischen": 0,
    },
    "no time": {"guten morgen": 0, "guten tag": 0, "guten abend": 0},
    "holiday": {
        "heiligabend": "12-24", "weihnachten": "12-25", "silvester": "12-31", "neujahr": "01-01",
        "ostern": "easter", "ostersonntag": "easter", "ostermontag": "easter+1", "karfreitag": "easter-2",
        "pfingsten": "easter+49", "pfingstmontag": "easter+50",
    },
}  # fmt: skip

TENSE_SIGNS: dict[str, float] = {
    "wird": 3, "werden": 2, "will": 2, "wollen": 2, "soll": 2.5, "sollen": 2.5, "sollte": 1.5,
    "geplant": 2.5, "plant": 2, "bis": 2, "ab": 1.5, "voraussichtlich": 2, "erwartet": 1.5, "könnte": 1,
    "kommt": 1, "beginnt": 1.5, "war": -1.5, "waren": -1.5, "hatte": -2, "hatten": -2, "wurde": -2.5,
    "wurden": -2.5, "worden": -2.5, "sagte": -1.5, "teilte": -1.5, "hat": -1.2, "haben": -1, "ist": -0.3,
    "seit": -2,
}  # fmt: skip
PAST_ENDINGS: tuple[str, ...] = ()
