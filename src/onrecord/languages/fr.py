"""What we know of French."""

# --- Times ------------------------------------------------------------------------------------------
# As in en.py: months and weekdays by number, other words by the part they play in a time expression.

MONTHS = {
    "janvier": 1, "février": 2, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
    "août": 8, "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "décembre": 12, "decembre": 12,
    "janv.": 1, "févr.": 2, "avr.": 4, "juil.": 7, "sept.": 9, "oct.": 10, "nov.": 11, "déc.": 12,
}  # fmt: skip

WEEKDAYS = {"lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6, "dimanche": 7}

DOUBTFUL_MONTHS: frozenset[str] = frozenset()
DAY_FIRST = True  # how 7/8/07 is read

TIME_WORDS: dict[str, dict[str, str | int | float]] = {
    "weekdays": {
        "lundis": 1, "mardis": 2, "mercredis": 3, "jeudis": 4, "vendredis": 5, "samedis": 6, "dimanches": 7,
    },
    "season": {"printemps": "SP", "été": "SU", "automne": "FA", "hiver": "WI"},
    "unit": {
        "seconde": "S", "minute": "M", "heure": "H", "jour": "D", "journée": "D", "semaine": "W",
        "mois": "N", "trimestre": "Q", "an": "Y", "année": "Y", "décennie": "E", "siècle": "C",
    },
    "units": {
        "secondes": "S", "minutes": "M", "heures": "H", "jours": "D", "semaines": "W", "trimestres": "Q",
        "ans": "Y", "années": "Y", "décennies": "E", "siècles": "C",
    },
    "weekend": {"week-end": "WE", "weekend": "WE"},
    "day part": {
        "matin": "MO", "matinée": "MO", "après-midi": "AF", "soir": "EV", "soirée": "EV", "nuit": "NI",
    },
    "hour name": {"midi": "12:00", "minuit": "24:00"},
    "day": {"aujourd'hui": 0, "aujourd’hui": 0, "hier": -1, "demain": 1, "avant-hier": -2, "après-demain": 2},
    "day with part": {
        "ce soir": "+0 EV", "ce matin": "+0 MO", "cette nuit": "+0 NI", "cet après-midi": "+0 AF",
    },
    "relative": {
        "dernier": -1, "dernière": -1, "derniers": -1, "dernières": -1, "passé": -1, "passée": -1,
        "prochain": 1, "prochaine": 1, "prochains": 1, "prochaines": 1, "suivant": "after",
        "suivante": "after", "précédent": "before", "précédente": "before", "en cours": "current",
    },
    "this": {"ce": 0, "cet": 0, "cette": 0, "ces": 0},
    "ago before": {
        "il y a": 0, "il y a environ": 0, "il y a plus de": 0, "il y a près de": 0, "voici": 0, "voilà": 0,
    },
    "position": {
        "début": "START", "fin": "END", "mi-": "MID", "au début de": "START", "à la fin de": "END",
        "début de": "START", "fin de": "END", "d'ici fin": "END", "la fin de": "END", "la fin du": "END",
        "le début du": "START", "au début du": "START", "à la fin du": "END", "courant": "", "fin du": "END",
        "début du": "START",
    },
    "number": {
        "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10,
        "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16, "vingt": 20,
        "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "cent": 100, "mille": 1000,
    },
    "half": {"demi": 0.5, "demie": 0.5, "demi-": 0.5},
    "ordinal": {
        "premier": 1, "première": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "cinquième": 5,
        "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
    },
    "few": {"quelques": "X", "plusieurs": "X"},
    "roughly": {
        "environ": "APPROX", "près de": "LESS_THAN", "plus de": "MORE_THAN", "moins de": "LESS_THAN",
        "au moins": "EQUAL_OR_MORE",
    },
    "each": {"chaque": 1, "tous les": 1, "toutes les": 1},
    "the": {"le": 2, "la": 2, "les": 2, "l'": 2, "l’": 2, "au": 3, "aux": 3, "son": 0, "sa": 0, "leur": 0},
    "a": {"un": 1, "une": 1},
    "of": {"de": 0, "du": 0, "d'": 0, "d’": 0},
    "and": {"et": 0},
    "or": {"ou": 0},
    "o'clock": {"h": 0},
    "at hour": {"à": 0, "vers": 0},
    "vague": {
        "maintenant": "PRESENT_REF", "actuellement": "PRESENT_REF", "en ce moment": "PRESENT_REF",
        "récemment": "PAST_REF", "dernièrement": "PAST_REF", "bientôt": "FUTURE_REF",
        "prochainement": "FUTURE_REF", "à l'avenir": "FUTURE_REF",
    },
    "each time": {
        "quotidiennement": "P1D", "hebdomadaire": "P1W", "mensuellement": "P1M", "annuellement": "P1Y",
    },
    "dating": {
        "en": 0, "depuis": 0, "dès": 0, "avant": -1, "après": 1, "pendant": 0, "durant": 0, "dans": 0,
        "jusqu'en": 0, "jusqu'au": 0, "pour": 0, "entre": 0, "fin de": 0, "vers": 0,
    },
    "old": {"âgé": 0, "âgée": 0},
    "holiday": {
        "noël": "12-25", "saint-sylvestre": "12-31", "jour de l'an": "01-01", "pâques": "easter",
        "vendredi saint": "easter-2", "pentecôte": "easter+49", "toussaint": "11-01", "14-juillet": "07-14",
    },
}  # fmt: skip

TENSE_SIGNS: dict[str, float] = {
    "va": 2, "vont": 2, "doit": 2, "doivent": 2, "devrait": 2.5, "devraient": 2.5, "sera": 3, "seront": 3,
    "aura": 3, "auront": 3, "prévu": 2.5, "prévue": 2.5, "attendu": 2, "attendue": 2, "d'ici": 2,
    "jusqu'au": 2, "jusqu'à": 2, "pourrait": 1.5, "compte": 1, "a": -1.5, "ont": -1.5, "était": -1.5,
    "étaient": -1.5, "avait": -2, "avaient": -2, "été": -2, "depuis": -2, "est": -0.3,
}  # fmt: skip
PAST_ENDINGS: tuple[str, ...] = ()
