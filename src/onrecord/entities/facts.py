"""What an article states of a person: age, roles, affiliations, each with the words that state it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..languages.people import BODIES, DEMONYMS, KIN, LOOSE_OFFICES, ROLE_MODIFIERS, SHORT_OFFICES
from ..record import Fact, Span
from .linking import Somebody
from .naming import Naming
from .phrases import AFFILIATING, DETERMINERS, Phrase, Phrases, is_office
from .words import Words

_AGE = re.compile(r"\d{1,3}$")
_AGE_OLD = re.compile(r"(\d{1,3})[-‐‑– ]years?[-‐‑– ]old\b")
_AFTER_AGE = frozenset(
    (",", ")", ".", ";", "-", "–", "—", "of", "and", "said", "from", "has", "was", "is", "who")
)
_PARTY = re.compile(
    r"\s?,?\s?\(?((?:R|D|I|Ind|Dem|Rep|Lab|Con|Labour|Conservative|SNP|Lib Dem)"
    r"(?:[-–—][A-Z][\w.]*(?: [A-Z][\w.]*)?\.?))(?=[),;\s])"
)
_NO_ROLES = KIN | frozenset(
    (
        *(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "sir",
            "madam",
            "madame",
            "m",
            "st",
            "left",
            "right",
            "center",
            "centre",
        ),
        *("fan", "supporter", "victim", "suspect", "witness", "survivor", "resident"),
    )
)
_BEING = frozenset(("is", "was", "became", "serves", "served", "works", "worked", "acts", "remains"))
_HEADING = frozenset(
    (
        "heads",
        "leads",
        "chairs",
        "runs",
        "founded",
        "directs",
        "commands",
        "headed",
        "led",
        "chaired",
        "joined",
    )
)
_TIMES = frozenset(("currently", "now", "once", "previously", "formerly", "also", "later", "then", "still"))
_LINKING = frozenset(
    ("website", "group", "newspaper", "company", "firm", "think", "tank", "nonprofit", "charity")
)


@dataclass(slots=True)
class About:
    """What was found about one person."""

    age: int | None = None
    roles: list[str] = field(default_factory=list)
    affiliations: list[str] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)
    """Runs of words [first, end) that describe the person: titles and appositions."""


class Facts:
    """Reads what stands around people's names."""

    def __init__(self, words: Words, everybody: list[Somebody]) -> None:
        self.words = words
        self.phrases = Phrases(words, everybody)

    def read(self, person: Somebody) -> About:
        """Get what the text states of a person."""
        about = About()
        for n in person.namings:
            self._before(n, about)
            self._after(n, about)
        about.roles = _fullest(about.roles)
        about.affiliations = _longest(about.affiliations)
        return about

    # --- before the name

    def _before(self, n: Naming, about: About) -> None:
        words, lows = self.words, self.words.lows
        begin = words.first_of[words.sentences[n.first]]
        end = n.first
        if end - 2 >= begin and lows[end - 1] == ",":
            after = lows[n.last + 1] if n.last + 1 < len(lows) else "."
            if after in (",", ".", ";", ")", "said", "who", "—", "–"):
                self._before_comma(n, begin, end - 1, about)
            return
        age = self._age_left(begin, end)
        if age is not None:
            self._set_age(about, *age, n.end)
        phrase = self.phrases.before(end, begin)
        if phrase is None:
            return
        led = phrase.first > begin and lows[phrase.first - 1] in DETERMINERS
        head = phrase.head
        if (
            phrase.first == head
            and lows[head] in LOOSE_OFFICES
            and not words.forms[head][0].isupper()
            and not led
        ):
            return
        self._add(about, phrase.first, phrase.end, n)

    def _before_comma(self, n: Naming, begin: int, comma: int, about: About) -> None:
        """ "The regiment's leader, Vadim Prokopiev,", "A representative for Thurman, Leslie Sloane,"."""
        lows = self.words.lows
        age = self._age_left(begin, comma)
        if age is not None and comma - self.words.at(age[1]) <= 6:
            self._set_age(about, *age, n.end)
        if self._listed(n):
            return
        phrase = self.phrases.before(comma, begin)
        if phrase is not None:
            led = phrase.first > begin and lows[phrase.first - 1] in DETERMINERS
            if led or phrase.first == begin or lows[phrase.first - 1] in ("said", "and", "“"):
                self._add(about, phrase.first, phrase.end, n)
            return
        phrase = self.phrases.opening(comma, begin)
        if phrase is not None and phrase.stop >= comma:
            self._take(about, phrase, n)

    def _age_left(self, begin: int, end: int) -> tuple[int, int] | None:
        """An age a few words before: the number and where it stands."""
        words = self.words
        if end <= begin:
            return None
        start = words.starts[max(begin, end - 8)]
        found = list(_AGE_OLD.finditer(words.text, start, words.spans[end - 1][1]))
        if not found or words.spans[end - 1][1] - found[-1].end() > 30:
            return None
        between = words.between(found[-1].end(), words.spans[end - 1][1])
        if any(words.lows[i] in (",", ".", "and", "who") or self.phrases.is_person(i) for i in between):
            return None
        return int(found[-1].group(1)), found[-1].start()

    def _listed(self, n: Naming) -> bool:
        """Whether the name is one of a list, in which a comma puts nothing in apposition."""
        after = self.phrases.named_at(n.last + 2)
        return self.words.lows[n.last + 1 : n.last + 2] == [","] and after is not None and after[2] == "PER"

    # --- after the name

    def _after(self, n: Naming, about: About) -> None:
        words, lows = self.words, self.words.lows
        stop = words.sentence_end(n.last)
        i = n.last + 1
        if i >= stop or lows[i] in ("'s", "'"):
            return
        party = _PARTY.match(words.text, n.end)
        if party:
            self._affiliate(about, party.group(1), party.start(1), party.end(1))
        if lows[i] in ("(", ",") and i + 1 < stop:
            self._beside(n, i, stop, about)
        elif lows[i] in ("of", "from", "with", "at") and i + 1 < stop:
            self._joined(n, i, stop, about)
        elif lows[i] in _BEING or lows[i] in _HEADING:
            self._clause(n, i, stop, about)
        elif lows[i] == "who" and i + 1 < stop:
            self._clause(n, i + 1, stop, about)

    def _beside(self, n: Naming, i: int, stop: int, about: About) -> None:
        """What stands in apposition: an age, a role, a clause with "who"."""
        lows = self.words.lows
        bracket = lows[i] == "("
        i += 1
        if lows[i] in ("aged", "age", "now") and i + 1 < stop:
            i += 1
        follows = lows[i + 1] if i + 1 < stop else "."
        if _AGE.match(lows[i]) and follows in _AFTER_AGE and "year" not in lows[i + 1 : i + 4]:
            self._set_age(about, int(lows[i]), n.start, self.words.spans[i][1])
            i += 1
            if i < stop and lows[i] == "," and not bracket:
                i += 1
        if bracket or i >= stop:
            return
        if lows[i] == "who" and i + 1 < stop:
            self._clause(n, i + 1, stop, about)
        elif not self.phrases.is_person(i):
            self._described(n, i, stop, about, strict=lows[i] not in DETERMINERS)

    def _described(self, n: Naming, i: int, stop: int, about: About, *, strict: bool) -> None:
        """A phrase at word i, a determiner and an age at its head or not, and a second one after "and"."""
        words, lows = self.words, self.words.lows
        first = i + 1 if lows[i] in DETERMINERS else i
        if first >= stop:
            return
        age = _AGE_OLD.match(words.text, words.starts[first])
        if age:
            self._set_age(about, int(age.group(1)), n.start, age.end())
            first = words.at(age.end())
            strict = False
        phrase = self.phrases.after(first, stop, strict=strict)
        if phrase is None:
            return
        self._take(about, phrase, n)
        k = phrase.stop
        if (
            k + 1 < stop
            and lows[k] == "and"
            and (lows[k + 1] in ("a", "an", "the") or lows[k + 1] in ROLE_MODIFIERS)
        ):
            second = self.phrases.after(k + 2 if lows[k + 1] in DETERMINERS else k + 1, stop, strict=True)
            if second is not None:
                self._take(about, second, n)

    def _joined(self, n: Naming, i: int, stop: int, about: About) -> None:
        """ "Scott LaFoy of website NK Pro": a body right after the name."""
        lows = self.words.lows
        j = i + 1
        while j < min(stop, i + 4) and (
            lows[j] in DETERMINERS or lows[j] in ROLE_MODIFIERS or lows[j] in _LINKING
        ):
            j += 1
        mark = self.phrases.named_at(j) if j < stop else None
        if mark is not None and mark[2] == "ORG":
            self._affiliate(about, self._words(mark[0], mark[1] + 1), n.start, self.words.spans[mark[1]][1])

    def _clause(self, n: Naming, i: int, stop: int, about: About) -> None:
        """ "is the director of", "heads a unit called", "serves as chairman of"."""
        lows = self.words.lows
        if lows[i] in _TIMES and i + 1 < stop:
            i += 1
        verb, j = lows[i], i + 1
        if verb in _HEADING:
            self._headed(n, j, stop, about)
            return
        if verb not in _BEING or j >= stop:
            return
        if lows[j] in _TIMES and j + 1 < stop:
            j += 1
        if _AGE.match(lows[j]) and verb in ("is", "was"):
            if (
                lows[j + 1 : j + 2] in ([], [","], ["."], ["and"], ["years"], ["year"], ["when"], ["at"])
                and int(lows[j]) > 4
            ):
                self._set_age(about, int(lows[j]), n.start, self.words.spans[j][1])
            return
        if lows[j] in ("at", "for", "with"):
            self._joined(n, j, stop, about)
            return
        if lows[j] == "as" and j + 1 < stop:
            j += 1
        bare = is_office(lows[j]) or lows[j] in ROLE_MODIFIERS
        if lows[j] in ("a", "an", "the", "its") or (
            bare and lows[j] not in ("head", "model", "left", "right", "second")
        ):
            self._described(n, j, stop, about, strict=True)

    def _headed(self, n: Naming, j: int, stop: int, about: About) -> None:
        """The body in "heads a unit called “Pahonia”"."""
        lows = self.words.lows
        for k in range(j, min(stop, j + 9)):
            mark = self.phrases.named_at(k)
            if mark is not None:
                named = any(low in ("called", "named", "dubbed") for low in lows[j:k])
                if mark[2] in ("ORG", "MISC") or named:
                    self._affiliate(
                        about, self._words(mark[0], mark[1] + 1), n.start, self.words.spans[mark[1]][1]
                    )
                return
            if lows[k] in (",", ".", "and", "to", "who", "that", "in", "into"):
                return

    # --- what was found

    def _words(self, first: int, end: int) -> str:
        return self.words.text[self.words.starts[first] : self.words.spans[end - 1][1]]

    def _set_age(self, about: About, age: int, start: int, end: int) -> None:
        if 0 < age < 120:
            if about.age is None:
                about.age = age
            about.facts.append(Fact("age", str(age), Span(min(start, end), max(start, end))))

    def _take(self, about: About, phrase: Phrase, n: Naming) -> None:
        self._add(about, phrase.first, phrase.end, n)
        if phrase.body is not None:
            first, last = phrase.body[0], phrase.body[1]
            start, end = self.words.starts[phrase.first], self.words.spans[last][1]
            self._affiliate(about, self._words(first, last + 1), min(start, n.start), max(end, n.end))

    def _affiliate(self, about: About, value: str, start: int, end: int) -> None:
        value = value.strip(" ,;")
        if value.lower().startswith("the "):
            value = value[4:]
        if not value or value.lower() in DEMONYMS:
            return
        about.affiliations.append(value)
        about.facts.append(Fact("affiliation", value, Span(start, end)))

    def _add(self, about: About, first: int, end: int, n: Naming) -> None:
        """A role in words [first, end): a body that it begins with is taken off, and is an affiliation."""
        words, lows = self.words, self.words.lows
        while first < end and (lows[first] in DETERMINERS or lows[first] in ("and", "fellow")):
            first += 1
        if first >= end:
            return
        about.parts.append((first, end))
        start, stop = min(n.start, words.starts[first]), max(n.end, words.spans[end - 1][1])
        mark = self.phrases.named_at(first)
        if mark is not None and mark[2] == "ORG" and mark[0] >= first and mark[1] < end - 1:
            self._affiliate(about, self._words(mark[0], mark[1] + 1), start, stop)
            first = mark[1] + 1
            if lows[first] in ("'s", "'"):
                first += 1
        if first >= end or lows[end - 1].rstrip(".") in _NO_ROLES or lows[end - 1] in BODIES | AFFILIATING:
            return
        close = words.spans[end - 1][1]
        if words.text[close : close + 1] == "." and lows[end - 1] in SHORT_OFFICES:
            close += 1
        value = words.text[words.starts[first] : close].strip(" ,;-–")
        if value and "\n" not in value:
            about.roles.append(value)
            about.facts.append(Fact("role", value, Span(start, max(stop, close))))


def _key(value: str) -> frozenset[str]:
    small = {"the", "a", "an", "of", "and", "for", "to", "in"}
    return frozenset(_LONG_FORMS.get(w, w) for w in re.findall(r"\w+", value.lower())) - small


_LONG_FORMS = {
    "sen": "senator", "gov": "governor", "rep": "representative", "gen": "general", "prof": "professor",
    "pres": "president", "col": "colonel", "capt": "captain", "sgt": "sergeant", "lt": "lieutenant",
}  # fmt: skip


def _fullest(roles: list[str]) -> list[str]:
    """One entry for one role: of wordings that hold one another, the fullest that is not too long."""
    kept: list[str] = []
    for role in roles:
        key = _key(role)
        twin = next((k for k, other in enumerate(kept) if key <= _key(other) or _key(other) <= key), None)
        if twin is None:
            kept.append(role)
        elif len(_key(kept[twin])) < len(key) <= 5:
            kept[twin] = role
    return kept


def _longest(values: list[str]) -> list[str]:
    kept: list[str] = []
    for value in values:
        if not any(_key(value) <= _key(x) for x in kept):
            kept = [x for x in kept if not _key(x) < _key(value)]
            kept.append(value)
    return kept
