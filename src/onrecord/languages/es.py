"""What we know of Spanish."""

# --- Times ------------------------------------------------------------------------------------------
# As in en.py: months and weekdays by number, other words by the part they play in a time expression.

MONTHS = {
    "enero": 1, "febrero": 2, "marzo": 3, "abril": 4, "mayo": 5, "junio": 6, "julio": 7, "agosto": 8,
    "septiembre": 9, "setiembre": 9, "octubre": 10, "noviembre": 11, "diciembre": 12,
}  # fmt: skip

WEEKDAYS = {
    "lunes": 1, "martes": 2, "miércoles": 3, "jueves": 4, "viernes": 5, "sábado": 6, "domingo": 7,
}  # fmt: skip

DOUBTFUL_MONTHS: frozenset[str] = frozenset()
DAY_FIRST = True  # how 7/8/07 is read

TIME_WORDS: dict[str, dict[str, str | int | float]] = {
    "weekdays": {"sábados": 6, "domingos": 7},
    "season": {"primavera": "SP", "verano": "SU", "otoño": "FA", "invierno": "WI"},
    "unit": {
        "segundo": "S", "minuto": "M", "hora": "H", "día": "D", "jornada": "D", "semana": "W", "mes": "N",
        "trimestre": "Q", "año": "Y", "década": "E", "siglo": "C",
    },
    "units": {
        "segundos": "S", "minutos": "M", "horas": "H", "días": "D", "semanas": "W", "meses": "N",
        "trimestres": "Q", "años": "Y", "décadas": "E", "siglos": "C",
    },
    "weekend": {"fin de semana": "WE"},
    "day part": {
        "por la mañana": "MO", "de la mañana": "MO", "por la tarde": "AF", "de la tarde": "AF",
        "por la noche": "NI", "de la noche": "NI", "madrugada": "NI", "la mañana": "MO",
    },
    "hour name": {"mediodía": "12:00", "medianoche": "24:00"},
    "day": {"hoy": 0, "ayer": -1, "mañana": 1, "anteayer": -2, "antier": -2, "pasado mañana": 2},
    "day with part": {
        "esta mañana": "+0 MO", "esta tarde": "+0 AF", "esta noche": "+0 NI", "anoche": "-1 NI",
        "esta madrugada": "+0 NI",
    },
    "relative": {
        "pasado": -1, "pasada": -1, "pasados": -1, "pasadas": -1, "último": -1, "última": -1, "últimos": -1,
        "últimas": -1, "próximo": 1, "próxima": 1, "próximos": 1, "próximas": 1, "que viene": 1,
        "siguiente": "after", "anterior": "before", "en curso": "current",
    },
    "this": {"este": 0, "esta": 0, "estos": 0, "estas": 0, "ese": "same", "esa": "same", "aquel": "same"},
    "ago": {"atrás": -1},
    "ago before": {"hace": 0, "hace unos": 0, "hace unas": 0, "hace más de": 0, "hace casi": 0},
    "position": {
        "a principios de": "START", "principios de": "START", "a mediados de": "MID", "mediados de": "MID",
        "a finales de": "END", "finales de": "END", "a fines de": "END", "fines de": "END",
        "a inicios de": "START", "al final de": "END", "el final de": "END",
    },
    "number": {
        "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9,
        "diez": 10, "once": 11, "doce": 12, "trece": 13, "catorce": 14, "quince": 15, "veinte": 20,
        "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "cien": 100, "mil": 1000,
    },
    "half": {"media": 0.5, "medio": 0.5},
    "ordinal": {
        "primer": 1, "primero": 1, "primera": 1, "segunda": 2, "tercer": 3, "tercera": 3, "cuarto": 4,
        "cuarta": 4, "quinto": 5, "sexto": 6, "séptimo": 7, "octavo": 8, "noveno": 9, "décimo": 10,
    },
    "few": {
        "unos": "X", "unas": "X", "varios": "X", "varias": "X", "algunos": "X", "algunas": "X", "pocos": "X",
        "pocas": "X",
    },
    "roughly": {
        "casi": "LESS_THAN", "más de": "MORE_THAN", "menos de": "LESS_THAN", "cerca de": "APPROX",
        "al menos": "EQUAL_OR_MORE",
    },
    "each": {"cada": 1, "todos los": 1, "todas las": 1},
    "old": {"edad": 0, "de edad": 0},
    "the": {"el": 2, "la": 2, "los": 2, "las": 2, "al": 3, "su": 0, "sus": 0},
    "a": {"un": 1, "una": 1},
    "of": {"de": 0, "del": 0},
    "and": {"y": 0},
    "or": {"o": 0},
    "at hour": {"a las": 0, "las": 0},
    "decade": {"noventa": 9, "ochenta": 8, "setenta": 7},
    "vague": {
        "ahora": "PRESENT_REF", "actualmente": "PRESENT_REF", "en la actualidad": "PRESENT_REF",
        "recientemente": "PAST_REF", "últimamente": "PAST_REF", "pronto": "FUTURE_REF",
        "próximamente": "FUTURE_REF", "en el futuro": "FUTURE_REF",
    },
    "each time": {
        "diariamente": "P1D", "a diario": "P1D", "semanalmente": "P1W", "mensualmente": "P1M",
        "anualmente": "P1Y",
    },
    "dating": {
        "en": 0, "desde": 0, "hasta": 0, "durante": 0, "antes de": -1, "después de": 1, "tras": 1, "para": 0,
        "entre": 0, "a partir de": 0,
    },
    "no time": {"pasado de": 0, "del pasado": 0},
    "holiday": {
        "navidad": "12-25", "nochebuena": "12-24", "nochevieja": "12-31", "año nuevo": "01-01",
        "viernes santo": "easter-2", "domingo de resurrección": "easter", "día de reyes": "01-06",
    },
}  # fmt: skip

TENSE_SIGNS: dict[str, float] = {
    "será": 3, "serán": 3, "va": 1.5, "van": 1.5, "habrá": 3, "tendrá": 3, "prevé": 2, "prevista": 2.5,
    "previsto": 2.5, "hasta": 2, "podría": 1.5, "deberá": 2.5, "espera": 1.5, "planea": 2, "comenzará": 3,
    "fue": -2, "fueron": -2, "ha": -1.5, "han": -1.5, "había": -2, "habían": -2, "dijo": -1.5, "era": -1.5,
    "desde": -2, "murió": -2, "anunció": -2,
}  # fmt: skip
PAST_ENDINGS: tuple[str, ...] = ()
