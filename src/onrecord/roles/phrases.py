"""How a line begins, as a yes or no: brackets, dashes and stars before it are passed over, case is not looked at."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

_BEFORE = r"[\W_]{0,5}"
_OFTEN = 20
"""Lines with a first letter from which on to make its own pattern pays: one page alone is read sooner without."""
_MARK = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|([|()])", re.S)
_FIRST_LETTER = re.compile(_BEFORE + r"([^\W_])")


class Openings:
    """Whether a line begins in one of the given ways; the pieces are of regular expressions.

    A line is asked only for those ways that may begin with its first letter: mostly a few of a hundred.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self._ways = [(way, first_letters(way)) for piece in pieces for way in _ways(piece)]
        self._by_letter: dict[str, re.Pattern[str] | None] = {}
        self._asked: Counter[str] = Counter()

    def match(self, text: str) -> re.Match[str] | None:
        """How the line begins; None if in no such way."""
        letter = text[:1]
        if not letter.isalnum():
            found = _FIRST_LETTER.match(text)
            letter = found[1] if found else ""
        if letter not in self._by_letter:
            self._asked[letter] += 1
            if self._asked[letter] < _OFTEN:
                return self._every.match(text)
            self._by_letter[letter] = self._beginning_with(letter)
        begins = self._by_letter[letter]
        return None if begins is None else begins.match(text)

    def _beginning_with(self, letter: str) -> re.Pattern[str] | None:
        small, plain = letter.lower(), _is_plain(letter)
        may = [way for way, letters in self._ways if letters is None or not plain or small in letters]
        return _made_of(may) if may else None

    @cached_property
    def _every(self) -> re.Pattern[str]:
        return _made_of([way for way, _ in self._ways])


class Findings:
    """Whether one of the given pieces of regular expressions stands anywhere in a line."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._stands = re.compile(_either(pieces), re.I)

    def search(self, text: str) -> bool:
        """Whether it does."""
        return self._stands.search(text) is not None


def _made_of(ways: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"{_BEFORE}(?:{_either(ways)})", re.I)


def _either(pieces: Iterable[str]) -> str:
    return "|".join(f"(?:{piece})" for piece in pieces)


def first_letters(piece: str) -> str | None:
    """The letters, small, with which what a piece of a regular expression matches may begin; None if they cannot be told."""
    found = ""
    for way in _ways(piece):
        letters: str | None = None
        if way[:1].isalpha() and _is_plain(way[0]):
            letters, rest = way[0].lower(), way[1:]
        elif way.startswith("(?:"):
            end = _closing(way)
            letters, rest = first_letters(way[3:end]), way[end + 1 :]
        if letters is None or rest[:1] in ("*", "{"):
            return None
        if rest[:1] == "?":
            following = first_letters(rest[1:])
            if following is None:
                return None
            letters += following
        found += letters
    return found


def _is_plain(letter: str) -> bool:
    """Whether a letter is, where case is not looked at, the same as its capital or small one and no other; `ſ` is `s`."""
    return letter.casefold() == letter.lower() != "ı" and len(letter.lower()) == 1


def _depths(piece: str) -> Iterator[tuple[int, str, int]]:
    """Each bar and bracket, with its place and how many brackets are open round it; none of classes and escapes."""
    depth = 0
    for found in _MARK.finditer(piece):
        if found[1]:
            depth -= found[1] == ")"
            yield found.start(), found[1], depth
            depth += found[1] == "("


def _ways(piece: str) -> list[str]:
    """The pieces between the bars that stand outside of brackets."""
    bars = [at for at, char, depth in _depths(piece) if char == "|" and not depth]
    return [piece[a + 1 : b] for a, b in zip([-1, *bars], [*bars, len(piece)], strict=True)]


def _closing(way: str) -> int:
    """Where the bracket at the head is closed."""
    return next(at for at, char, depth in _depths(way) if char == ")" and not depth)
