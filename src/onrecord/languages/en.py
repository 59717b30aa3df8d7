"""What we know of English."""

# --- Times ------------------------------------------------------------------------------------------
# MONTHS and WEEKDAYS by number (Monday is 1); TIME_WORDS by the part a word plays in a time expression.
# A key of several words is found as those words in a row. Keys are in lower case.

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "oct": 10,
    "nov": 11, "dec": 12,
    "jan.": 1, "feb.": 2, "mar.": 3, "apr.": 4, "jun.": 6, "jul.": 7, "aug.": 8, "sep.": 9, "sept.": 9,
    "oct.": 10, "nov.": 11, "dec.": 12,
}  # fmt: skip

WEEKDAYS = {
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6, "sunday": 7,
    "mon.": 1, "tue.": 2, "tues.": 2, "wed.": 3, "thu.": 4, "thur.": 4, "thurs.": 4, "fri.": 5, "sat.": 6,
    "sun.": 7,
}  # fmt: skip

# Month names that are everyday words too: they count only with a capital, and beside something that dates.
DOUBTFUL_MONTHS = frozenset({"march", "may", "mar", "jan", "jun"})
DAY_FIRST = False  # how 7/8/07 is read

TIME_WORDS: dict[str, dict[str, str | int | float]] = {
    "weekdays": {
        "mondays": 1, "tuesdays": 2, "wednesdays": 3, "thursdays": 4, "fridays": 5, "saturdays": 6,
        "sundays": 7,
    },
    "season": {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"},
    "unit": {
        "minute": "M", "hour": "H", "day": "D", "week": "W", "fortnight": "F", "month": "N",
        "quarter": "Q", "year": "Y", "decade": "E", "century": "C", "millennium": "L",
        "quarter-century": "V", "quarter century": "V",
    },
    "units": {
        "seconds": "S", "minutes": "M", "hours": "H", "days": "D", "weeks": "W", "fortnights": "F",
        "months": "N",
        "quarters": "Q", "years": "Y", "decades": "E", "centuries": "C", "millennia": "L",
    },
    "weekend": {"weekend": "WE", "week-end": "WE"},
    "day part": {
        "morning": "MO", "mornings": "MO", "afternoon": "AF", "afternoons": "AF", "evening": "EV",
        "evenings": "EV", "night": "NI", "nights": "NI", "mid-afternoon": "AF", "mid-morning": "MO",
        "midmorning": "MO", "midafternoon": "AF",
    },
    "hour name": {"noon": "12:00", "midday": "12:00", "midnight": "24:00"},
    "day": {
        "today": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
        "the day after tomorrow": 2,
        "day before yesterday": -2, "day after tomorrow": 2,
    },
    "day with part": {"tonight": "+0 NI", "overnight": "-1 NI"},
    "relative": {
        "last": -1, "past": "past", "previous": "before", "preceding": "before", "current": "current",
        "next": "next", "coming": 1, "following": "after", "upcoming": 1, "this past": -1, "this coming": 1,
        "recent": "recent",
        "future": "future", "latest": "latest", "same": "same", "corresponding": "same",
        "comparable": "same",
        "foreseeable": "future",
    },
    "this": {"this": 0, "that": "same", "these": 0, "those": "same", "the same": "same"},
    "ago": {"ago": -1},
    "earlier": {"earlier": -1, "earlier in": -1, "earlier on": -1, "later": 1, "later in": 1, "later on": 1},
    "position": {
        "early": "START",
        "late": "END", "mid": "MID", "beginning of": "START", "start of": "START", "end of": "END",
        "middle of": "MID", "the beginning of": "START", "the start of": "START", "the end of": "END",
        "the middle of": "MID", "mid-": "MID", "post-": "AFTER", "pre-": "BEFORE", "sometime": "",
        "sometime in": "", "as early as": "START",
        "as late as": "END", "early in": "START", "late in": "END", "the rest of": "END",
        "the remainder of": "END", "the very beginning of": "START", "the very end of": "END",
        "the close of": "END",
    },
    "number": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
        "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30,
        "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100,
        "thousand": 1000, "dozen": 12,
    },
    "half": {"half": 0.5, "half a": 0.5, "half an": 0.5, "a half": 0.5, "quarter of an": 0.25},
    "ordinal": {
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
        "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14,
        "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19,
        "twentieth": 20, "twenty-first": 21, "twenty first": 21, "twenty-second": 22, "twenty-third": 23,
        "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26, "twenty-seventh": 27,
        "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
    },
    "few": {
        "few": "X", "several": "X", "couple of": 2, "couple": 2, "some": "X", "many": "X", "dozens of": "X",
        "hundreds of": "X", "thousands of": "X",
    },
    "roughly": {
        "about": "APPROX", "almost": "LESS_THAN", "nearly": "LESS_THAN", "around": "APPROX",
        "approximately": "APPROX", "roughly": "APPROX", "more than": "MORE_THAN",
        "less than": "LESS_THAN", "fewer than": "LESS_THAN", "at least": "EQUAL_OR_MORE",
        "at most": "EQUAL_OR_LESS", "no more than": "EQUAL_OR_LESS", "no less than": "EQUAL_OR_MORE",
        "over": "MORE_THAN", "under": "LESS_THAN", "up to": "EQUAL_OR_LESS", "barely": "APPROX",
        "as many as": "EQUAL_OR_LESS", "as long as": "EQUAL_OR_LESS",
    },
    "each": {"each": 1, "every": 1, "every other": 2, "each of": 0, "per": 1},
    "the": {"the": 1, "its": 0, "their": 0, "his": 0, "her": 0, "our": 0, "my": 0, "your": 0},
    "a": {"a": 1, "an": 1, "another": 1, "an additional": 1, "a full": 1, "a single": 1},
    "more": {
        "more": 0, "full": 0, "additional": 0, "consecutive": 0, "straight": 0, "whole": 0, "trading": 0,
        "business": 0, "working": 0, "solid": 0, "entire": 0, "or so": 0,
    },
    "fiscal": {"fiscal": 0, "financial": 0},
    "period": {"period": 0},
    "of": {"of": 0},
    "and": {"and": 0},
    "or": {"or": 0, "to": 0},
    "half-day": {"a.m.": "am", "a.m": "am", "am": "am", "p.m.": "pm", "p.m": "pm", "pm": "pm"},
    "o'clock": {"o'clock": 0, "o’clock": 0},
    "zone": {
        "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00",
        "pst": "-08:00", "pdt": "-07:00", "gmt": "Z", "utc": "Z", "et": "", "pt": "", "bst": "+01:00",
        "cet": "+01:00", "local time": "", "eastern": "", "eastern time": "",
        "eastern standard time": "-05:00",
    },
    "possessive": {"'s": 0, "’s": 0},
    "apostrophe": {"'": 0, "’": 0, "‘": 0},
    "decade": {
        "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
        "nineties": 9,
    },
    "vague": {
        "now": "PRESENT_REF", "right now": "PRESENT_REF", "currently": "PRESENT_REF",
        "these days": "PRESENT_REF", "at present": "PRESENT_REF", "nowadays": "PRESENT_REF",
        "recently": "PAST_REF", "more recently": "PAST_REF", "lately": "PAST_REF",
        "the recent past": "PAST_REF", "most recently": "PAST_REF",
        "the near future": "FUTURE_REF", "the foreseeable future": "FUTURE_REF",
        "the distant past": "PAST_REF",
        "soon": "SOON", "as soon as possible": "FUTURE_REF", "the near term": "FUTURE_REF",
        "the long term": "FUTURE_REF", "the short term": "FUTURE_REF", "near future": "FUTURE_REF",
        "a later date": "FUTURE_REF",
    },
    "each time": {
        "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M",
        "annually": "P1Y", "yearly": "P1Y", "hourly": "PT1H", "bimonthly": "P2M", "semiannually": "P6M",
    },
    "stretch": {"a while": "PXX", "some time": "PXX", "a long time": "PXX"},
    "old": {"old": 0, "olds": 0},
    "dating": {
        "in": 0, "since": 0, "until": 0, "till": 0, "by": 0, "from": 0, "during": 0, "before": -1, "after": 1,
        "through": 0, "between": 0, "throughout": 0, "on": 0, "at": 0, "for": 0, "around": 0, "circa": 0,
        "due": 0,
    },
    "ended": {"ended": 0, "ending": 0},
    "counted": {
        "%": 0, "percent": 0, "people": 0, "points": 0, "men": 0, "women": 0, "troops": 0, "soldiers": 0,
        "miles": 0,
        "feet": 0, "km": 0, "meters": 0, "metres": 0, "kilometers": 0, "pounds": 0, "dollars": 0, "euros": 0,
        "tons": 0, "tonnes": 0, "jobs": 0, "homes": 0, "houses": 0, "votes": 0, "seats": 0, "workers": 0,
        "employees": 0,
    },
    "no time": {"as soon as": 0, "soon after": 0, "high noon": 0, "black monday": 0, "bloody sunday": 0,
        "super tuesday": 0, "usa today": 0, "today show": 0, "today program": 0, "today programme": 0,
        "saturday night live": 0,
        "at the end of the day": 0, "the middle of the night": 0,
    },
    "year end": {"year end": 0, "year-end": 0, "year's end": 0, "year’s end": 0, "the year end": 0},
    "holiday": {
        "christmas": "12-25", "christmas day": "12-25", "christmas eve": "12-24", "new year's day": "01-01",
        "new year’s day": "01-01", "new year's eve": "12-31", "new year’s eve": "12-31",
        "new year's": "01-01",
        "thanksgiving": "thanksgiving", "black friday": "thanksgiving+1", "thanksgiving day": "thanksgiving",
        "easter sunday": "easter",
        "easter": "easter", "good friday": "easter-2", "palm sunday": "easter-7",
        "ash wednesday": "easter-46",
        "cyber monday": "thanksgiving+4", "easter monday": "easter+1", "halloween": "10-31",
        "valentine's day": "02-14", "valentine’s day": "02-14", "fourth of july": "07-04",
        "the fourth of july": "07-04", "independence day": "07-04", "labor day": "labor day",
        "memorial day": "memorial day", "veterans day": "11-11", "boxing day": "12-26", "9/11": "2001-09-11",
        "election day": "election day", "martin luther king day": "mlk day", "mlk day": "mlk day",
        "presidents day": "presidents day", "columbus day": "columbus day", "may day": "05-01",
        "st. patrick's day": "03-17",
    },
}  # fmt: skip

# What tells that a bare "Tuesday" or "in March" lies ahead of the article's day (above 0) or behind it, with
# its weight. PAST_ENDINGS weigh -1.2.
TENSE_SIGNS: dict[str, float] = {
    "will": 3.5, "'ll": 3.5, "’ll": 3.5, "shall": 3.5, "scheduled": 3, "rescheduled": 3, "payable": 3,
    "slated": 3,
    "until": 2.5, "till": 2.5, "expected": 2.5, "expects": 2.5, "postponed": 2.5, "due": 2.5, "plans": 2.5,
    "expect": 2, "expecting": 2, "planned": 2, "planning": 2, "upcoming": 2, "intends": 2, "ahead": 2,
    "extended": 2, "tentatively": 2, "plan": 1.5, "would": 1.5, "going": 1.5, "hopes": 1.5, "hoping": 1.5,
    "aims": 1.5, "preparing": 1.5, "anticipated": 1.5, "supposed": 1.5, "starting": 1.5, "beginning": 1.5,
    "tomorrow": 1.5, "delayed": 1.5, "begins": 1.5, "starts": 1.5, "opens": 1.5, "resumes": 1.5,
    "expires": 1.5,
    "ends": 1.2, "meets": 1.2, "arrives": 1.2, "returns": 1.2, "takes": 1.2, "faces": 1.2, "closes": 1.2,
    "set": 0.5, "is": 1, "are": 0.8, "by": 1, "might": 1, "should": 1, "must": 1, "next": 1, "resume": 1,
    "likely": 1, "wants": 1, "deadline": 1, "may": 0.8, "could": 0.8, "effective": 0.8, "to": 0.5, "can": 0.5,
    "be": 0.3, "is to": 2, "are to": 2, "set to": 2.5, "set for": 2.5, "to be": 0.7,
    "since": -2, "had": -2, "did": -2, "was": -1.5, "were": -1.5, "said": -1.2, "told": -1.2, "says": -1.2,
    "came": -1.2, "went": -1.2, "made": -1.2, "took": -1.2, "began": -1.2, "won": -1.2, "lost": -1.2,
    "met": -1.2,
    "got": -1.2, "gave": -1.2, "left": -1.2, "found": -1.2, "held": -1.2, "fell": -1.2, "rose": -1.2,
    "sold": -1.2, "saw": -1.2, "led": -1.2, "ran": -1.2, "spoke": -1.2, "wrote": -1.2, "sent": -1.2,
    "shot": -1.2,
    "killed": -1.2, "died": -1.2, "became": -1.2, "closed": -1.2, "bought": -1.2, "brought": -1.2,
    "reached": -1.2, "grew": -1.2, "drew": -1.2, "struck": -1.2, "flew": -1.2, "drove": -1.2, "broke": -1.2,
    "has": -1, "been": -1, "ago": -1, "have": -0.7, "after": -0.7, "last": -0.5,
}  # fmt: skip
PAST_ENDINGS = ("ed",)
