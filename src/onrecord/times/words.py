"""What part each word of a text may play in a time expression.

A text becomes a string of letters, one for each word: `on late Tuesday, March 5` is `pmW,MD`. The grammar
is then made of regular expressions over those letters, the same for all languages; what a word means in
one language is data in `languages/`.
"""

import re
import unicodedata
from functools import cache
from importlib import import_module
from typing import NamedTuple

Meaning = str | int | float

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl")

# What articles mean: "the year" may be this one (1), or hardly (2); "na" joins a preposition (3); 0 is "its".
JOINED = 3

LETTERS = {
    "month": "M",
    "doubtful month": "w",
    "weekday": "W",
    "doubtful weekday": "g",
    "weekdays": "G",
    "weekday with part": "Q",
    "season": "S",
    "unit": "U",
    "units": "L",
    "weekend": "E",
    "day part": "P",
    "hour name": "n",
    "day": "T",
    "day with part": "Z",
    "relative": "R",
    "this": "u",
    "ago": "A",
    "ago before": "b",
    "earlier": "a",
    "position": "m",
    "number": "N",
    "half": "H",
    "ordinal": "O",
    "few": "f",
    "roughly": "q",
    "each": "e",
    "the": "t",
    "a": "i",
    "more": "j",
    "fiscal": "y",
    "period": "d",
    "of": "o",
    "and": "&",
    "or": "r",
    "half-day": "k",
    "o'clock": "l",
    "zone": "z",
    "possessive": "s",
    "apostrophe": "'",
    "decade": "K",
    "vague": "V",
    "each time": "J",
    "stretch": "v",
    "old": "B",
    "dating": "p",
    "ended": "c",
    "counted": "#",
    "at hour": "@",
    "no time": "_",
    "year end": "x",
    "holiday": "h",
}
# Letters that come from the look of a token, not from a list: D a number of one or two figures, I another
# number, Y a number that may be a year, F a fraction, C hours and minutes, X a whole date, $ what stands
# before a sum of money, ! a full stop, | a break between paragraphs, _ anything else.

# Characters that stand inside words unseen: accents on their own, soft hyphens, zero-width ones.
_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_HIDDEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]+")

TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d(?::\d\d)+)?(?!\d)"  # 2022-05-21
    r"|\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)(?!\d)"  # 7/8/07  21.05.2022
    r"|\d{1,3}(?:[.,]\d{3})+(?!\d)"  # 12,000
    r"|\d+[.:/]\d+(?:[^\W\d_]+)?(?!\d)"  # 10:30  2.5  1/2  9:30am
    r"|\d+,\d{1,2}(?![\d,])"  # 2,5
    r"|\d+(?:[^\W\d_]+\d{0,2})?"  # 21  3rd  1990s  18h30
    rf"|[^\W\d_]+(?:[{_UNSEEN}]+[^\W\d_]+)*[\u0300-\u036f]*"
    r"|[^\w\s]|_"
)


class Words(NamedTuple):
    """A text's words as letters, with what each means and where each stands."""

    letters: str
    meanings: list[Meaning]
    starts: list[int]
    ends: list[int]
    lowered: list[str]
    capitals: set[int]


class Lexicon(NamedTuple):
    """What a language's words mean for times, single words and phrases."""

    words: dict[str, tuple[str, Meaning]]
    phrases: dict[str, list[tuple[tuple[str, ...], str, Meaning]]]
    tense_signs: dict[str, float]
    past_endings: tuple[str, ...]
    day_first: bool


@cache
def lexicon(language: str) -> Lexicon:
    """Get what is known of a language's time words."""
    known = import_module(f"onrecord.languages.{language}")
    words: dict[str, tuple[str, Meaning]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, Meaning]]] = {}
    doubtful: frozenset[str] = known.DOUBTFUL_MONTHS
    lists: dict[str, dict[str, Meaning]] = {
        **known.TIME_WORDS,
        "month": {name: number for name, number in known.MONTHS.items() if name not in doubtful},
        "doubtful month": {name: number for name, number in known.MONTHS.items() if name in doubtful},
        "weekday": {name: number for name, number in known.WEEKDAYS.items() if not name.endswith(".")},
        "doubtful weekday": {name: number for name, number in known.WEEKDAYS.items() if name.endswith(".")},
    }
    for kind, entries in lists.items():
        letter = LETTERS[kind]
        for entry, meaning in entries.items():
            parts = tuple(match.group() for match in TOKEN.finditer(entry))
            if len(parts) == 1:
                words.setdefault(entry, (letter, meaning))
            else:
                phrases.setdefault(parts[0], []).append((parts, letter, meaning))
    for found in phrases.values():
        found.sort(key=lambda phrase: -len(phrase[0]))
    return Lexicon(
        words,
        phrases,
        known.TENSE_SIGNS,
        known.PAST_ENDINGS,
        known.DAY_FIRST,
    )


def read_words(text: str, language: str) -> Words:
    """Read the text's words as letters, phrases joined to one."""
    known = lexicon(language)
    words, phrases = known.words, known.phrases
    spans = [match.span() for match in TOKEN.finditer(text)]
    shown = [text[start:end] for start, end in spans]
    if re.search(f"[{_UNSEEN}]", text):
        lowered = [unicodedata.normalize("NFC", _HIDDEN.sub("", word)).lower() or word for word in shown]
    else:
        lowered = [word.lower() for word in shown]
    letters: list[str] = []
    meanings: list[Meaning] = []
    starts: list[int] = []
    ends: list[int] = []
    kept: list[str] = []
    capitals: set[int] = set()
    count, index, before = len(spans), 0, 0
    while index < count:
        start, end = spans[index]
        word = lowered[index]
        if start - before > 1 and text.count("\n", before, start) > 1:
            letters.append("|")
            meanings.append(0)
            starts.append(before)
            ends.append(start)
            kept.append("\n")
        found: tuple[str, Meaning] | None = None
        length = 1
        if word in phrases:
            for parts, its_letter, its_meaning in phrases[word]:
                if len(parts) <= count - index and tuple(lowered[index : index + len(parts)]) == parts:
                    found, length = (its_letter, its_meaning), len(parts)
                    break
        if found is None:
            found = words.get(word)
            if found is None:
                if word[0].isdecimal():
                    found = _number(word, known.day_first)
                elif word in _MARKS:
                    found = _MARKS[word]
        letter, meaning = found or ("_", 0)
        if letter in "wg" and not shown[index][0].isupper():
            letter = "_"
        end = spans[index + length - 1][1]
        if letter == "-" and not (text[start - 1 : start].isalnum() and text[end : end + 1].isalnum()):
            letter = "–"
        if letter in "ULVJ" and shown[index][0].isupper():
            capitals.add(len(letters))
        letters.append(letter)
        meanings.append(meaning)
        starts.append(start)
        ends.append(end)
        kept.append(word if length == 1 else text[start:end].lower())
        before = end
        index += length
    return Words("".join(letters), meanings, starts, ends, kept, capitals)


_MARKS: dict[str, tuple[str, Meaning]] = {
    ",": (",", 0),
    ".": ("!", 0),
    "-": ("-", 0),
    "‐": ("-", 0),
    "‑": ("-", 0),
    "–": ("–", 0),
    "$": ("$", 0),
    "#": ("$", 0),
    "£": ("$", 0),
    "€": ("$", 0),
    "¥": ("$", 0),
    "½": ("F", 0.5),
    "¼": ("F", 0.25),
}
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|re|º|ª|e|de|ste|o|a)$")
_DECADE = re.compile(r"(\d{4}|\d0)(?:s|er)$")
_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.](\d\d))?(am|pm)$")
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+$")
_FRENCH_HOUR = re.compile(r"(\d{1,2})[hH](\d\d)?$")


def _number(word: str, day_first: bool) -> tuple[str, Meaning] | None:
    """What a token that starts with a figure may be."""
    if word.isdecimal():
        if len(word) <= 2:
            return "D", int(word)
        if len(word) == 4 and 1000 <= int(word) <= 2100:
            return "Y", int(word)
        return ("I", int(word)) if len(word) < 10 else None
    if len(word) >= 10 and word[4] == "-" and word[10:11] in ("", "t"):
        return "X", word.upper()
    if "/" in word or word.count(".") == 2 or word.count("-") == 2:
        return _written_date(word, day_first)
    if match := _ORDINAL.match(word):
        return "O", int(match[1])
    if match := _HALF_DAY.match(word):
        hour = int(match[1]) % 12 + 12 * (match[3] == "pm")
        return "C", f"{hour:02}:{match[2] or '00'}"
    if match := _FRENCH_HOUR.match(word):
        if int(match[1]) > 24:
            return None
        return "C", f"{int(match[1]):02}" + (f":{match[2]}" if match[2] else "")
    if ":" in word:
        hour_word, _, minute = word.partition(":")
        if minute.isdecimal() and len(minute) == 2 and int(hour_word) < 25 and int(minute) < 60:
            return "C", f"{int(hour_word):02}:{minute}"
        return None
    if match := _DECADE.match(word):
        return "K", int(match[1]) // 10
    if _THOUSANDS.match(word) and ("," in word) != day_first and len(word) < 12:
        return "I", int(re.sub("[.,]", "", word))
    whole, dot, part = word.replace(",", ".").partition(".")
    if dot and whole.isdecimal() and part.isdecimal() and len(word) < 10:
        return "I", float(f"{whole}.{part}")
    return None


def _written_date(word: str, day_first: bool) -> tuple[str, Meaning] | None:
    """The day a token such as 7/8/07 or 21.05.2022 writes, or the fraction 1/2."""
    parts = re.split(r"[./-]", word)
    if not all(part.isdecimal() for part in parts):
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) == 2:
        top, bottom = numbers
        return ("F", top / bottom) if 0 < top < bottom <= 8 else None
    first, second, year = numbers
    if year < 100:
        year += 2000 if year < 50 else 1900
    day, month = (first, second) if day_first or "." in word else (second, first)
    if month > 12:
        day, month = month, day
    if 1 <= month <= 12 and 1 <= day <= 31:
        return "X", f"{year}-{month:02}-{day:02}"
    return None
