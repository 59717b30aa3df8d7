"""He and she: whom a pronoun stands for, by a small ranker that was trained on texts with the answers."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ..languages.people import FEMALE_TITLES, HELPING, MALE_TITLES, OFFICES, SAYING
from .letters import find_letters
from .linking import Somebody
from .words import Words

PRONOUNS = {
    "he": ("m", "subject"), "him": ("m", "object"), "his": ("m", "possessive"), "himself": ("m", "reflexive"),
    "she": ("f", "subject"), "her": ("f", "possessive"), "hers": ("f", "possessive"),
    "herself": ("f", "reflexive"),
}  # fmt: skip
_NOUNS = (
    MALE_TITLES
    | FEMALE_TITLES
    | OFFICES
    | {"person", "teenager", "adult", "child", "baby", "patient", "parent"}
) - frozenset(
    "private general head model second first center centre guard forward major chief lead fellow associate".split()
)
MOST = 6
FAR = 12


@dataclass(slots=True)
class Use:
    """One place where a person is meant."""

    first: int
    last: int
    person: int
    pronoun: bool
    part: str
    """speaker, subject, possessive or other: the part it seems to play in its sentence."""


def part_of(words: Words, first: int, last: int) -> str:
    """The part that a mention seems to play in its sentence, by the words beside it."""
    lows = words.lows
    begin, stop = words.first_of[words.sentences[first]], words.sentence_end(first)
    after = lows[last + 1] if last + 1 < stop else "."
    before = lows[first - 1] if first > begin else "."
    if after in ("'s", "'") and not (last + 2 < stop and lows[last + 2] in SAYING):
        return "possessive"
    if after == ",":
        # "X, the director, said": the verb stands after what is put in between
        close = next((k for k in range(last + 2, min(stop, last + 24)) if lows[k] == ","), -1)
        if close > 0 and close + 1 < stop:
            after = lows[close + 1]
    if _says(words, last + 1, stop, after) or before in SAYING:
        return "speaker"
    if after in HELPING or (after.endswith("ed") and len(after) > 4):
        return "subject"
    if first - begin <= 1 or (
        before in (",", "and", "but", "that", "as", "when", "if", "because") and after.endswith("s")
    ):
        return "subject"
    return "other"


def _says(words: Words, i: int, stop: int, after: str) -> bool:
    """Whether a verb of saying comes next, an auxiliary or an adverb before it or not."""
    if after in SAYING:
        return True
    for low in words.lows[i : min(i + 3, stop)]:
        if low in SAYING:
            return True
        if not (low in HELPING or low.endswith("ly") or low in ("'s", "then", "later", "recently")):
            return False
    return False


class Ranker:
    """Weights of features, as trained."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = dict(weights)

    def score(self, features: list[str]) -> float:
        """The sum of the features' weights."""
        get = self._weights.get
        return sum(get(f, 0.0) for f in features)


@cache
def load_ranker() -> Ranker:
    """The ranker as shipped; loaded once."""
    return Ranker(
        json.loads(files("onrecord.models").joinpath("pronouns.json").read_text("utf-8"))["weights"]
    )


def _near(gap: int) -> str:
    return str(gap) if gap < 3 else "3" if gap < 5 else "5" if gap < 9 else "9"


@dataclass(frozen=True, slots=True)
class _Round:
    """What is to be seen round a pronoun, the same for all whom it may stand for."""

    at: int
    """The word that it is."""
    here: int
    """Its sentence."""
    gender: str
    case: str
    saying: bool
    """Whether a verb of saying stands beside it."""
    inside: str
    """q inside a quotation, n outside."""
    agree: dict[int, str]
    """How each candidate agrees with its gender."""
    fitting: list[int]
    """The candidates that do, ..."""
    close: list[int]
    """... those of the last sentences, ..."""
    outer: list[int]
    """... and those named outside quotations, the last first."""
    told: int
    """The last sentence before that is about somebody; -1 for none."""
    salient: int
    """How often the candidate is meant who is meant most."""


class Walk:
    """Goes through a text from its beginning and knows who was meant where so far."""

    def __init__(self, words: Words, people: list[Somebody], blind: bool = False) -> None:
        self.words = words
        self.blind = blind
        """Whether to know nothing of anybody's gender, to learn from where it alone gives the answer."""
        self.people = people
        self.uses: list[Use] = []
        self.last: dict[int, Use] = {}
        self.last_name: dict[int, Use] = {}
        self.counts = [0] * len(people)
        self.total = [len(p.namings) for p in people]
        self.genders = [p.gender for p in people]
        self.sure = [p.sure for p in people]
        self.recent: list[int] = []
        self.noun: dict[str, int] = {}
        self.nameless = -1
        """The word that last opened a sentence as somebody without a name: "one", "another"."""
        self.most = max(self.total, default=0)
        self._speaking: dict[int, int] = {}
        self.speaker = -1
        self.topics: dict[int, int] = {}
        """Who is first meant in a sentence, outside quotations, or who speaks in it."""
        self.outside: dict[int, int] = {}
        """The word at which each was last meant outside quotations."""

    def see(self, first: int, last: int, person: int, pronoun: bool) -> None:
        """Take in one mention."""
        use = Use(first, last, person, pronoun, part_of(self.words, first, last))
        self.last[person] = use
        if not pronoun:
            self.last_name[person] = use
        sentence = self.words.sentences[first]
        if not self.words.quotations[first]:
            self.topics.setdefault(sentence, person)
            if use.part == "speaker":
                self.topics[sentence] = person
            self.outside[person] = first
        self.counts[person] += 1
        if person in self.recent:
            self.recent.remove(person)
        self.recent.insert(0, person)
        del self.recent[4 * MOST :]
        if use.part == "speaker":
            self._speaking[person] = self.words.sentences[first]
            self.speaker = person

    def learn(self, person: int, gender: str, sure: float) -> None:
        """Take a pronoun's word for a gender that nothing else tells."""
        if not self.genders[person] and sure > 0.6:
            self.genders[person], self.sure[person] = gender, 0.5

    def candidates(self, i: int) -> list[int]:
        """People lately meant, the latest first."""
        here = self.words.sentences[i]
        out = [p for p in self.recent if here - self.words.sentences[self.last[p].first] <= FAR]
        return out[:MOST]

    def agreement(self, person: int, gender: str) -> str:
        """How a pronoun's gender goes with a person's."""
        if not self.genders[person] or self.blind:
            return "open"
        sure = "" if self.sure[person] > 0.6 else "?"
        return ("same" if self.genders[person] == gender else "other") + sure

    def features(
        self, i: int, extra: Callable[[int], list[str]] | None = None
    ) -> tuple[list[int], list[list[str]]]:
        """The candidates for the pronoun at word i, and the features of each; the last ones are nobody's."""
        chosen = self.candidates(i)
        round_it = self._round(i, chosen)
        every = [self._of_somebody(p, round_it) + (extra(p) if extra is not None else []) for p in chosen]
        return chosen, [*every, self._of_nobody(round_it)]

    def _round(self, i: int, chosen: list[int]) -> _Round:
        words = self.words
        gender, case = PRONOUNS[words.lows[i]]
        if words.lows[i] == "her" and (i + 1 >= len(words.lows) or not words.lows[i + 1][0].isalpha()):
            case = "object"
        here = words.sentences[i]
        agree = {p: self.agreement(p, gender) for p in chosen}
        fitting = [p for p in chosen if not agree[p].startswith("other")]
        after = words.lows[i + 1] if i + 1 < len(words.lows) else ""
        before = words.lows[i - 1] if i else ""
        return _Round(
            at=i,
            here=here,
            gender=gender,
            case=case,
            saying=before in SAYING or _says(words, i + 1, words.sentence_end(i), after),
            inside="q" if words.quotations[i] else "n",
            agree=agree,
            fitting=fitting,
            close=[p for p in fitting if here - words.sentences[self.last[p].first] <= 2],
            outer=sorted(
                (p for p in fitting if p in self.outside), key=self.outside.__getitem__, reverse=True
            ),
            told=next((s for s in range(here - 1, max(here - 7, -1), -1) if s in self.topics), -1),
            salient=max((self.counts[p] for p in fitting), default=0),
        )

    def _of_somebody(self, p: int, it: _Round) -> list[str]:
        """The features of one candidate."""
        words = self.words
        use, name = self.last[p], self.last_name.get(p)
        quotation, before = words.quotations[it.at], words.quotations[use.first]
        gap = it.here - words.sentences[use.first]
        g, ng = _near(gap), _near(it.here - words.sentences[name.first] if name else 20)
        a, case, inside, saying, part = it.agree[p], it.case, it.inside, it.saying, use.part
        rank = it.fitting.index(p) if p in it.fitting else 9
        r = str(min(rank, 3))
        form = "p" if use.pronoun else "n"
        same_paragraph = words.paragraphs[use.first] == words.paragraphs[it.at]
        across = "same" if before == quotation else "out" if not before else "in"
        top = "top" if self.counts[p] == it.salient else "low"
        spoke = "last" if p == self.speaker else "before" if p in self._speaking else "never"
        f = [
            f"a={a}", f"g={g}", f"ng={ng}", f"r={r}", f"a={a} r={r}", f"g={g} part={part}",
            f"g={g} part={part} case={case}", f"form={form} g={g}", f"form={form} case={case} g={g}",
            f"para={same_paragraph} g={g}", f"q={inside}{across} g={g}",
            f"q={inside}{across} part={part}", f"count={min(self.counts[p], 8)}", f"top={top} g={g}",
            f"top={top} r={r}", f"a={a} g={g}", f"only={len(it.fitting) == 1}{rank == 0}",
            f"close={min(len(it.close), 3)} r={r}", f"ng={ng} top={top}", f"a={a} top={top}",
            f"share={self.total[p] == self.most}", f"a={a} ng={ng} r={r}",
            f"say={saying} part={part} g={g}", f"case={case} r={r}", f"q={inside} r={r}",
            *self._place(p, it), f"spoke={spoke} say={saying}",
            f"spoke={spoke} q={inside} g={g}", f"spoke={spoke} r={r} say={saying}",
        ]  # fmt: skip
        begins = it.at - words.first_of[it.here] <= 1
        follows = words.lows[use.last + 1] if use.last + 1 < len(words.lows) else "."
        if self.counts[p] == 1 and gap <= 2:
            f.append(f"new={follows in (',', 'who', '(')} g={g} first={begins}")
        if not quotation:
            f.append(f"cited={across == 'in'} say={saying} g={g}")
        if gap == 0:
            between = words.lows[use.last + 1 : it.at]
            f.append(f"comma={',' in between} case={case} part={part}")
            f.append(f"near={min(len(between), 6)} case={case}")
        elif gap == 1:
            f.append(f"subject={part} first={begins} form={form}")
        if quotation and self._speaking.get(p, -9) in (it.here, it.here - 1) and not before:
            f.append("speaks")
        return f

    def _of_nobody(self, it: _Round) -> list[str]:
        """The features of the answer that it is none of them."""
        noun = max(self.noun.get(it.gender, -99), self.noun.get("", -99))
        noun_gap = it.here - self.words.sentences[noun] if noun >= 0 else 9
        newest = max((self.last[p].first for p in it.fitting), default=-1)
        return [
            "nobody", f"nobody fits={min(len(it.fitting), 2)}", f"nobody close={min(len(it.close), 2)}",
            f"nobody q={it.inside}",
            f"nobody noun={_near(noun_gap)}", f"nobody noun={_near(noun_gap)} newer={noun > newest}",
            f"nobody same={any(it.agree[p] == 'same' for p in it.fitting)}", f"nobody case={it.case}",
        ]  # fmt: skip

    def _place(self, p: int, it: _Round) -> list[str]:
        """Features of who the sentences before are about."""
        then = it.told >= 0 and self.topics[it.told] == p
        topic = "now" if self.topics.get(it.here) == p else "then" if then else "no"
        fresh = min(it.here - it.told, 4) if it.told >= 0 else 9
        rank = min(it.outer.index(p), 3) if p in it.outer else 9
        return [
            f"topic={topic} q={it.inside} say={it.saying}",
            f"topic={topic} fresh={fresh}",
            f"topic={topic} case={it.case} now={it.here in self.topics}",
            f"outer={rank} q={it.inside} say={it.saying}",
            f"outer={rank} topic={topic}",
            f"outer={rank} case={it.case}",
        ]

    def pronouns(self, described: set[int]) -> Iterator[int]:
        """The pronouns in order; by the time each comes the names and nouns before it have been seen.

        `described` has the words that describe somebody named, such as titles.
        """
        for i, person, last in _in_order(self.words, self.people, described):
            if person >= 0:
                self.see(i, last, person, False)
            elif self.words.lows[i] in PRONOUNS:
                yield i
            else:
                self._see_noun(i)

    def _see_noun(self, i: int) -> None:
        """Take in a word that may stand for somebody who is not named."""
        low = self.words.lows[i]
        if low in _ONES and i == self.words.first_of[self.words.sentences[i]]:
            self.noun[""] = i  # "One willing to talk was ...": somebody who is yet to be named
            self.nameless = i
        if low in _NOUNS and i and self.words.lows[i - 1] in _LEADS:
            gender = "m" if low in MALE_TITLES else "f" if low in FEMALE_TITLES else ""
            self.noun[gender] = i


_ONES = frozenset(("one", "another"))
_LEADS = frozenset(
    (
        *("a", "an", "the", "his", "her", "another", "one", "who", "old", "young", "year-old", "old"),
        *("former", "their", "my"),
    )
)


def shares(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    raised = [math.exp(s - top) for s in scores]
    total = sum(raised)
    return [x / total for x in raised]


def resolve(
    words: Words, people: list[Somebody], described: set[int], ranker: Ranker | None = None
) -> list[tuple[int, int, float]]:
    """Get whom the pronouns of a text stand for: (word, person, how sure), where that is somebody named.

    `described` has the words that describe somebody named, such as titles.
    """
    ranker = ranker or load_ranker()
    walk = Walk(words, people)
    out: list[tuple[int, int, float]] = []
    for i in walk.pronouns(described):
        chosen, features = walk.features(i)
        if not chosen:
            continue
        odds = shares([ranker.score(f) for f in features])
        best = max(range(len(odds)), key=odds.__getitem__)
        if best < len(chosen):
            out.append((i, chosen[best], odds[best]))
            if _to_build_on(words, i, walk.last[chosen[best]], odds[best]):
                walk.see(i, i, chosen[best], True)
            walk.learn(chosen[best], PRONOUNS[words.lows[i]][0], odds[best])
    return out


def _to_build_on(words: Words, i: int, use: Use, sure: float) -> bool:
    """Whether the next pronouns may build on this one: a wrong "his" before a new name would draw all that follow."""
    if PRONOUNS[words.lows[i]][1] == "subject" or words.paragraphs[i] == words.paragraphs[use.first]:
        return sure > 0.5
    return sure > 0.75


def _in_order(words: Words, people: list[Somebody], described: set[int]) -> list[tuple[int, int, int]]:
    """What there is to see, in order: names (word, person, last), pronouns and nouns (word, -1, word)."""
    names = sorted((n.first, p, n.last) for p, person in enumerate(people) for n in person.namings)
    # who signs a letter is not spoken of in the next
    signed = {x.end for x in find_letters(words, ((first, last, p) for first, p, last in names))}
    names = [name for name in names if name[0] not in signed]
    inside = described.union(*(range(first, last + 1) for first, _, last in names))
    watched = PRONOUNS.keys() | _NOUNS | _ONES
    others = [(i, -1, i) for i, low in enumerate(words.lows) if low in watched and i not in inside]
    return sorted(names + others)
