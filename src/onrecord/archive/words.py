"""The words of a text as the index knows them: no accents, no case.

Scripts that are written without spaces are indexed as pairs of neighbouring characters.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# \w knows no combining marks; these are the ones that stand inside words (accents, Hebrew and Arabic points,
# the vowel signs of Indic and South-East Asian scripts).
_MARKS = (
    "\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0711\u0730-\u074a\u07a6-\u07b0\u0900-\u0963"
    "\u0971-\u0df3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece\u0f71-\u0f84\u102b-\u103e"
    "\u1056-\u1059\u17b4-\u17d3\u180b-\u180d\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\u3099\u309a\ufe20-\ufe2f"
)
_UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1100-\u11ff\u3005-\u3007\u3040-\u30ff\u3130-\u318f"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U000323af"
)
_RUN = re.compile(f"([{_UNSPACED}]+)|[^\\W_{_UNSPACED}](?:[^\\W_{_UNSPACED}]|[{_MARKS}])*")
_WORD = re.compile(r"[^\W_]+")
_SPECIAL = str.maketrans(
    {
        **dict(zip("łøđðħıŀŧĸŋ", "loddhiltkn", strict=True)),
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ß": "ss",
        # What Arabic writers leave out or put in as they please, and the Russian ё.
        "ـ": None,
        "أ": "ا",
        "إ": "ا",
        "آ": "ا",
        "ٱ": "ا",
        "ى": "ي",
        "ة": "ه",
        "ё": "е",
    }
)
_ACCENTED = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")
"""Marks that a searcher may leave out. Vowel signs of Indic and South-East Asian scripts are none of them."""


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """The word without accents and case: `Łódź` and `lodz` fold alike."""
    if word.isascii():
        return word.lower()
    apart = unicodedata.normalize("NFKD", word.translate(_SPECIAL).casefold().translate(_SPECIAL))
    return unicodedata.normalize("NFC", _ACCENTED.sub("", apart).translate(_SPECIAL))


_UNEVEN = re.compile(f"[{_MARKS}{_UNSPACED}ßẞþÞæÆœŒİŉǆ-ǌǰﬀ-ﬆ\uff00-\uffef]")
"""Characters whose folded form is longer or shorter than they are, and scripts that are read pair by pair."""


@lru_cache(maxsize=20_000)
def _level(letter: str) -> str | None:
    """The folded form of a character; None if it moves others from their places, as `ĳ` and marks do."""
    if _UNEVEN.match(letter):
        return None
    if not letter.isalnum():  # no letter of a word, whatever it looks like: `ⓐ`
        return letter
    folded = fold(letter)
    return folded if len(folded) == 1 and folded.isalnum() else None


def levelled(text: str) -> str | None:
    """The text folded so that every character keeps its place; None if that is not possible.

    A text has few different letters: folding each of them once is five times quicker than going through the text.
    """
    level = text.lower()
    if text.isascii():
        return level
    if len(level) != len(text):
        return None
    for letter in set(level):
        if letter > "\x7f":
            folded = _level(letter)
            if folded is None:
                return None
            if folded != letter:
                level = level.replace(letter, folded)
    return level


def words(text: str) -> Iterator[tuple[str, int, int]]:
    """Every indexed word with its place in the text.

    A run in a script without spaces gives each pair of neighbours and its last character alone, so that any
    part of it can be found.
    """
    for run in _RUN.finditer(text):
        if run[1] is None:
            folded = fold(run[0])
            if folded:
                yield folded, run.start(), run.end()
            continue
        whole, start = run[0], run.start()
        for i in range(len(whole)):
            yield fold(whole[i : i + 2]), start + i, start + min(i + 2, len(whole))


def index_form(text: str | None) -> str:
    """What is put into the index for this text: its words as `words` gives them."""
    if not text:
        return ""
    level = levelled(text)
    if level is not None:  # six times quicker, and the same
        return " ".join(_WORD.findall(level))
    return " ".join(word for word, _, _ in words(text))


def phrase(text: str) -> list[str]:
    """The words that must follow one another for the text to be found.

    As `words`, but without the lone last character of an unspaced run that has more than one. A word that
    ends in `*` matches all that begin so.
    """
    found: list[str] = []
    for run in _RUN.finditer(text):
        if run[1] is None:
            found.append(fold(run[0]))
        elif len(run[0]) == 1:
            found.append(fold(run[0]) + "*")
        else:
            found.extend(fold(run[0][i : i + 2]) for i in range(len(run[0]) - 1))
    return [word for word in found if word]


def key(name: str) -> str:
    """A name to compare names by: its folded words."""
    return " ".join(fold(run[0]) for run in _RUN.finditer(name))


def tag(field: str, value: str) -> str:
    """A value to filter by, as one word of the index: letters and digits only, never a word of a text."""
    spelled = "".join(c if c.isalnum() else "x" + format(ord(c), "x") + "x" for c in value.strip().casefold())
    return f"zq{field.replace('_', '')}q{unicodedata.normalize('NFKC', spelled)}"


def day_tags(day: str) -> list[str]:
    """The tags of a day: its year, its month and itself, as far as it is known."""
    return [tag("day", day[:end]) for end in (4, 7, 10) if len(day) >= end]
