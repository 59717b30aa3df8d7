"""What we know of Portuguese."""

# --- Times ------------------------------------------------------------------------------------------
# As in en.py: months and weekdays by number, other words by the part they play in a time expression.

MONTHS = {
    "janeiro": 1, "fevereiro": 2, "março": 3, "abril": 4, "maio": 5, "junho": 6, "julho": 7, "agosto": 8,
    "setembro": 9, "outubro": 10, "novembro": 11, "dezembro": 12,
}  # fmt: skip

WEEKDAYS = {
    "segunda-feira": 1, "terça-feira": 2, "quarta-feira": 3, "quinta-feira": 4, "sexta-feira": 5,
    "sábado": 6, "domingo": 7, "terça": 2, "sexta": 5,
}  # fmt: skip

DOUBTFUL_MONTHS: frozenset[str] = frozenset()
DAY_FIRST = True  # how 7/8/07 is read

TIME_WORDS: dict[str, dict[str, str | int | float]] = {
    "weekdays": {
        "segundas-feiras": 1, "terças-feiras": 2, "quartas-feiras": 3, "quintas-feiras": 4,
        "sextas-feiras": 5, "sábados": 6, "domingos": 7,
    },
    "season": {"primavera": "SP", "verão": "SU", "outono": "FA", "inverno": "WI"},
    "unit": {
        "segundo": "S", "minuto": "M", "hora": "H", "dia": "D", "semana": "W", "mês": "N", "trimestre": "Q",
        "ano": "Y", "década": "E", "século": "C",
    },
    "units": {
        "segundos": "S", "minutos": "M", "horas": "H", "dias": "D", "semanas": "W", "meses": "N",
        "trimestres": "Q", "anos": "Y", "décadas": "E", "séculos": "C",
    },
    "weekend": {
        "no fim de semana": "WE", "fim de semana": "WE", "fim-de-semana": "WE", "final de semana": "WE",
    },
    "day part": {
        "manhã": "MO", "de manhã": "MO", "da manhã": "MO", "à tarde": "AF", "da tarde": "AF",
        "à noite": "NI", "da noite": "NI", "noite": "NI", "madrugada": "NI", "da madrugada": "NI",
    },
    "hour name": {"meio-dia": "12:00", "meia-noite": "24:00"},
    "day": {"hoje": 0, "ontem": -1, "amanhã": 1, "anteontem": -2, "depois de amanhã": 2},
    "day with part": {
        "esta manhã": "+0 MO", "esta tarde": "+0 AF", "esta noite": "+0 NI", "nesta manhã": "+0 MO",
        "nesta tarde": "+0 AF", "nesta noite": "+0 NI",
    },
    "relative": {
        "passado": -1, "passada": -1, "passados": -1, "passadas": -1, "último": -1, "última": -1,
        "últimos": -1, "últimas": -1, "próximo": 1, "próxima": 1, "próximos": 1, "próximas": 1, "que vem": 1,
        "seguinte": "after", "anterior": "before", "em curso": "current", "corrente": "current",
    },
    "this": {
        "este": 0, "esta": 0, "neste": 0, "nesta": 0, "deste": 0, "desta": 0, "nesse": "same",
        "nessa": "same", "naquele": "same", "naquela": "same",
    },
    "ago": {"atrás": -1},
    "ago before": {"há": 0, "há cerca de": 0, "há mais de": 0, "há quase": 0},
    "position": {
        "início de": "START", "no início de": "START", "no início do": "START", "começo de": "START",
        "meados de": "MID", "em meados de": "MID", "fim de": "END", "no fim de": "END", "no final de": "END",
        "final de": "END", "no final do": "END", "o fim do": "END", "fim do": "END", "final do": "END",
        "início do": "START",
    },
    "number": {
        "dois": 2, "duas": 2, "três": 3, "quatro": 4, "cinco": 5, "seis": 6, "sete": 7, "oito": 8, "nove": 9,
        "dez": 10, "onze": 11, "doze": 12, "treze": 13, "catorze": 14, "quatorze": 14, "quinze": 15,
        "vinte": 20, "trinta": 30, "quarenta": 40, "cinquenta": 50, "sessenta": 60, "cem": 100, "mil": 1000,
    },
    "half": {"meia": 0.5, "meio": 0.5},
    "ordinal": {
        "primeiro": 1, "primeira": 1, "segunda": 2, "terceiro": 3, "terceira": 3, "quarto": 4, "quinto": 5,
        "sexto": 6, "sétimo": 7, "oitavo": 8, "nono": 9, "décimo": 10,
    },
    "few": {"alguns": "X", "algumas": "X", "vários": "X", "várias": "X", "poucos": "X", "poucas": "X"},
    "roughly": {
        "quase": "LESS_THAN", "mais de": "MORE_THAN", "menos de": "LESS_THAN", "cerca de": "APPROX",
        "pelo menos": "EQUAL_OR_MORE",
    },
    "each": {"cada": 1, "todos os": 1, "todas as": 1, "todo": 1, "toda": 1},
    "old": {"idade": 0, "de idade": 0},
    "the": {"o": 2, "os": 2, "as": 2, "no": 3, "na": 3, "nos": 3, "nas": 3, "ao": 3, "seu": 0, "sua": 0},
    "a": {"um": 1, "uma": 1},
    "of": {"de": 0, "do": 0, "da": 0, "dos": 0},
    "and": {"e": 0},
    "or": {"ou": 0},
    "at hour": {"às": 0, "as": 0, "por volta das": 0},
    "vague": {
        "agora": "PRESENT_REF", "atualmente": "PRESENT_REF", "neste momento": "PRESENT_REF",
        "recentemente": "PAST_REF", "ultimamente": "PAST_REF", "em breve": "FUTURE_REF",
        "brevemente": "FUTURE_REF", "no futuro": "FUTURE_REF",
    },
    "each time": {"diariamente": "P1D", "semanalmente": "P1W", "mensalmente": "P1M", "anualmente": "P1Y"},
    "dating": {
        "em": 0, "desde": 0, "até": 0, "durante": 0, "antes de": -1, "depois de": 1, "após": 1, "para": 0,
        "entre": 0, "a partir de": 0,
    },
    "holiday": {
        "natal": "12-25", "véspera de natal": "12-24", "ano novo": "01-01", "réveillon": "12-31",
        "páscoa": "easter", "sexta-feira santa": "easter-2", "carnaval": "easter-47",
    },
}  # fmt: skip

TENSE_SIGNS: dict[str, float] = {
    "será": 3, "serão": 3, "vai": 2.5, "vão": 2.5, "haverá": 3, "terá": 3, "prevista": 2.5, "previsto": 2.5,
    "até": 2, "poderá": 2, "deverá": 2.5, "deve": 2, "devem": 2, "espera": 1.5, "foi": -2, "foram": -2,
    "disse": -1.5, "tinha": -2, "era": -1.5, "desde": -2, "havia": -2, "morreu": -2, "anunciou": -2,
    "afirmou": -1.5,
}  # fmt: skip
PAST_ENDINGS: tuple[str, ...] = ()
