"""Noun phrases that say what somebody is: "former FDIC chairman", "director of sales at Twitter"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from ..languages.people import (
    COURTESIES,
    DEMONYMS,
    KIN,
    NOT_OFFICES,
    OFFICES,
    PLACES,
    ROLE_MODIFIERS,
    ROLE_STOPS,
    SHORT_OFFICES,
)
from .linking import Somebody
from .words import Words

DETERMINERS = frozenset(
    ("a", "an", "the", "its", "his", "her", "their", "our", "my", "another", "one", "this", "that", "some")
)
AFFILIATING = frozenset(("of", "for", "at", "with", "from", "in"))
_BINDING = frozenset(("of", "for", "at", "with", "'s", "in")) | DETERMINERS | ROLE_MODIFIERS
_ENDS = frozenset((",", ".", ";", "who", "which", "that", "said", "says", "and", "(", "—", "–", "”", '"'))
_CUTS = frozenset(
    (
        "when",
        "where",
        "while",
        "after",
        "before",
        "told",
        "is",
        "was",
        "has",
        "had",
        "as",
        "since",
        "by",
        "until",
    )
)
_ADJECTIVE = re.compile(r".{3,}(?:al|ic|ive|ian|ary|ean|ese|ish|ous|ern|less|ful|ist|tech|time|old)$")
_OFFICE_TAILS = re.compile(
    r"(?:woman|women|man|men|person|ist|ologist|keeper|maker|master|smith|leader|officer|minister)$"
)
LONGEST = 9

Mark = tuple[int, int, str, int]
"""A name: first word, last word, label, whose."""


def is_office(low: str) -> bool:
    """Whether a word names an office, a rank or a trade."""
    if low in NOT_OFFICES:
        return False
    low = low.rstrip(".")
    if low in OFFICES or low in SHORT_OFFICES:
        return True
    return len(low) > 6 and _OFFICE_TAILS.search(low) is not None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A role in words [first, end), and the body it leads to; `stop` is where the whole phrase ends."""

    first: int
    end: int
    head: int
    body: Mark | None
    stop: int


class Phrases:
    """Reads roles in a text whose names are known."""

    def __init__(self, words: Words, everybody: list[Somebody]) -> None:
        self.words = words
        self._marks: list[Mark] = sorted(
            (n.first, n.last, s.label, k) for k, s in enumerate(everybody) for n in s.namings
        )
        self._firsts = [m[0] for m in self._marks]

    def named_at(self, i: int) -> Mark | None:
        """The name that word i is part of."""
        k = bisect_right(self._firsts, i) - 1
        if k >= 0 and self._marks[k][1] >= i:
            return self._marks[k]
        return None

    def is_person(self, i: int) -> bool:
        """Whether word i is part of a person's name."""
        mark = self.named_at(i)
        return mark is not None and mark[2] == "PER"

    # --- a role that ends where a name begins

    def before(self, end: int, begin: int) -> Phrase | None:
        """The role in words [..., end), in a sentence that begins at `begin`."""
        words, lows = self.words, self.words.lows
        last = end - 1
        if last > begin and lows[last] == "." and words.spans[last][0] == words.spans[last - 1][1]:
            last -= 1
        if last < begin:
            return None
        head = self._office_of(last, begin)
        if head is None and is_office(lows[last]) and not self.is_person(last):
            head = last
        if head is None:
            return None
        first = self._reach_left(head, begin)
        return Phrase(first, last + 1, head, None, last + 1)

    def _office_of(self, last: int, begin: int) -> int | None:
        """The office in "Secretary of State", "First Lady", "Director of National Intelligence"."""
        words, lows = self.words, self.words.lows
        if lows[last] == "lady" and last > begin and lows[last - 1] == "first":
            return last
        if not words.forms[last][0].isupper():
            return None
        for i in range(last, max(begin, last - 5), -1):
            if lows[i] == "of" and i > begin and is_office(lows[i - 1]) and words.forms[i - 1][0].isupper():
                return i - 1
            if not (words.forms[i][0].isupper() or lows[i] in ("of", "the", "and")):
                return None
        return None

    def _reach_left(self, head: int, begin: int) -> int:
        """Where the phrase with this head begins."""
        lows = self.words.lows
        first = head
        while first > begin and head - first <= LONGEST:
            i = first - 1
            mark = self.named_at(i)
            if mark is not None:
                if mark[2] == "PER":
                    break
                first = max(begin, mark[0])
            elif self._joins(i, begin):
                first = i
            else:
                break
        while first < head and lows[first] in ("and", "-", "–", "'s", ".", "/", "'"):
            first += 1
        return first

    def _joins(self, i: int, begin: int) -> bool:
        """Whether word i belongs to the phrase that goes on to its right."""
        words, low = self.words, self.words.lows[i]
        if low in ("'s", "'"):
            return i > begin and self.named_at(i - 1) is not None
        if low in ("-", "–", ".", "/"):
            return i > begin and words.spans[i][0] == words.spans[i - 1][1]
        if low == "and":
            return i > begin and is_office(words.lows[i - 1])
        if low in ROLE_MODIFIERS or is_office(low) or low in DEMONYMS or low in PLACES:
            return True
        if low in ROLE_STOPS or low in DETERMINERS or not low[0].isalpha():
            return False
        if words.forms[i][0].isupper() and i > begin:
            return True
        return (self._led(i, begin) and low not in COURTESIES) or _ADJECTIVE.match(low) is not None

    def _led(self, i: int, begin: int) -> bool:
        """Whether a determiner stands a few words before, so that all between belongs to one phrase."""
        for j in range(i, max(begin, i - 4) - 1, -1):
            if self.words.lows[j] in DETERMINERS:
                return True
            if self.words.lows[j] in ROLE_STOPS or not self.words.lows[j][0].isalpha():
                return False
        return False

    def opening(self, end: int, begin: int) -> Phrase | None:
        """The role in a phrase before a comma and a name: "A representative for Thurman, Leslie Sloane"."""
        lows = self.words.lows
        for i in range(end - 1, max(begin, end - 11) - 1, -1):
            if (
                lows[i] in (",", ";", "who", "that", "said", "is", "was", "has", "had", "and")
                or not lows[i][0].isalnum()
            ):
                if lows[i] not in ("'s", "'", "-", "“"):
                    return None
            elif lows[i] in DETERMINERS and not (i > begin and lows[i - 1] in AFFILIATING):
                return self.after(i + 1, end, strict=False)
        return None

    # --- a role that begins at a word

    def after(self, first: int, stop: int, *, strict: bool) -> Phrase | None:
        """The role in words [first, ...) before `stop`: up to its head, then what it is the head of.

        `strict` is for phrases that nothing leads up to: then every word must be one that belongs in a role.
        """
        words, lows = self.words, self.words.lows
        head = self._head_from(first, stop, strict)
        if head is None:
            return None
        end = head + 1
        if end + 1 < stop and lows[end] in ("-", "–") and words.spans[end][1] == words.starts[end + 1]:
            return None  # a part of a longer word: "chief-designate"
        if end >= stop or lows[end] not in AFFILIATING:
            return Phrase(first, end, head, None, end)
        body, reached = self._belonging(end, stop)
        if body is not None:
            # the role ends before the preposition that leads to the body
            k = body[0] - 1
            while k > end and lows[k] not in AFFILIATING:
                k -= 1
            return Phrase(first, k if k > end else end, head, body, body[1] + 1)
        whole = reached
        while whole > end and (
            lows[whole - 1] in ROLE_STOPS
            or lows[whole - 1] in DETERMINERS
            or not lows[whole - 1][0].isalnum()
        ):
            whole -= 1
        if lows[end] == "in" or whole - first > LONGEST:
            whole = end
        return Phrase(first, whole, head, None, max(reached, end))

    def _head_from(self, first: int, stop: int, strict: bool) -> int | None:
        words, lows = self.words, self.words.lows
        head: int | None = None
        i = first
        owned = False
        while i < min(stop, first + 10):
            low = lows[i]
            mark = self.named_at(i)
            if mark is not None and mark[2] != "PER":
                i = mark[1] + 1
                owned = owned or lows[i : i + 1] in (["'s"], ["'"])
                continue
            if mark is not None:
                break
            if is_office(low):
                head = i
            elif low in KIN:
                return None
            elif low == "and":
                if head != i - 1 and not (owned and head is None):
                    break
            elif low not in ("-", "–", "/", "'s", "."):
                if low in AFFILIATING or low in ROLE_STOPS or not low[0].isalnum():
                    break
                fits = low in ROLE_MODIFIERS or low in DEMONYMS or words.forms[i][0].isupper()
                if strict and head is not None and not (fits or _ADJECTIVE.match(low)):
                    break
            i += 1
        return head

    def _belonging(self, end: int, stop: int) -> tuple[Mark | None, int]:
        """The body that "of", "for" or "at" leads to, and how far the phrase reaches."""
        lows = self.words.lows
        j = reached = end + 1
        while j < min(stop, end + 9) and lows[j] not in _ENDS and lows[j] not in _CUTS:
            mark = self.named_at(j)
            if mark is None:
                j += 1
            elif mark[2] == "ORG" or (mark[2] == "MISC" and lows[j - 1] in _BINDING):
                return mark, mark[1] + 1
            elif mark[2] == "PER":
                break
            else:
                j = mark[1] + 1
            reached = j
        return None, reached
