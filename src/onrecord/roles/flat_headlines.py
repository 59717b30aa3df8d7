"""Which line of flat text is the headline: all lines over the story compared with each other.

The model looks at a line and at what stands round it. Which line is the headline shows in more than that: the story
uses its words, a byline or a date follows, the story begins not far below, and no other line is what it ends with, as
the path of sections that some pages print. The weights say how much each of these speaks for a line
(`quality/training/flat_headlines.py`).
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, log1p

from ..record import BODY_ROLES, Part, Role
from .marks import Mark
from .short_lines import SENTENCE, folded

_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W\d_]+|\d+")
_FARTHEST = 250
_SHORTEST, _LONGEST = 8, 300
_PROSE = 16
_TOPIC = 3
_OTHERS = frozenset(
    {
        Mark.READER_SERVICE,
        Mark.RELATED,
        Mark.SPONSORED,
        Mark.COPYRIGHT,
        Mark.CREDIT,
        Mark.CREDIT_TAIL,
        Mark.COMMENTS,
    }
)
_NEVER = BODY_ROLES | {Role.COMMENT, Role.COPYRIGHT}
_APART = 8
"""Lines of other things between two runs of the story from which on they are not one."""
_STEM = 6
_WHEN = frozenset({Mark.BYLINE, Mark.DATE, Mark.AGE})

SIGNS = "likely far shared first_heading apart sentence when_below glued caption".split()
WEIGHTS = dict(zip(SIGNS, (1.09, -0.36, 0.9, 1.21, 0.8, -1.43, 1.13, -2.52, 1.0), strict=True))
"""Of 2,336 flat texts of 870 pages, each judged by weights that saw no page of its site, .833 have the title as the gold words
it; by the model's word alone .822. In .906 a line says it. Signs that changed nothing: how often the page prints a line again,
a site's name behind it elsewhere, short and long lines, items of lists, dates in the line itself."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the headline, and what speaks for it."""

    at: int
    signs: list[float]

    @property
    def score(self) -> float:
        """The signs' weights together."""
        return sum([WEIGHTS[name] * value for name, value in zip(SIGNS, self.signs, strict=True)])


def find_flat_headline(parts: Sequence[Part], marks: Sequence[frozenset[Mark]]) -> tuple[int, float] | None:
    """The likeliest line's index and how likely it is among the others; None if no line can be the headline."""
    candidates = candidates_of(parts, marks)
    if not candidates:
        return None
    scores = [one.score for one in candidates]
    best = max(range(len(scores)), key=scores.__getitem__)
    share = 1 / sum([exp(score - scores[best]) for score in scores])
    return _past_topic(parts, marks, candidates, candidates[best].at), share


def _past_topic(
    parts: Sequence[Part], marks: Sequence[frozenset[Mark]], candidates: Sequence[Candidate], at: int
) -> int:
    """The headline itself, where the topic printed over it (`OPINION`) was found likelier."""
    topic = len(_WORD.findall(parts[at].block.text))
    if topic > _TOPIC:
        return at
    for line in candidates:
        text = parts[line.at].block.text
        if at < line.at <= at + 2 and max(4, 2 * topic) <= len(_WORD.findall(text)) <= 25:
            if not SENTENCE.search(text) and not marks[line.at] and parts[line.at].role is not Role.CAPTION:
                return line.at
    return at


def story_start(parts: Sequence[Part]) -> int:
    """Where the longest run of the story begins; the number of parts without a story."""
    best, best_size, start, size, last = len(parts), 0, 0, 0, -_APART - 1
    for n, part in enumerate(parts):
        if part.role not in BODY_ROLES:
            continue
        if n - last > _APART:
            start, size = n, 0
        size += len(part.block.text)
        last = n
        if size > best_size:
            best, best_size = start, size
    return best


def candidates_of(parts: Sequence[Part], marks: Sequence[frozenset[Mark]]) -> list[Candidate]:
    """The lines that may be the headline."""
    start = story_start(parts)
    if start == len(parts):
        return []
    places = [
        n
        for n in range(max(0, start - _FARTHEST), start)
        if _SHORTEST <= len(parts[n].block.text) <= _LONGEST
        and parts[n].role not in _NEVER
        and (_chance(parts[n]) > 0 or _may_be(parts[n], marks[n]))
    ]
    story = Counter(
        word[:_STEM]
        for part in parts[start:]
        if part.role in BODY_ROLES
        for word in set(_WORD.findall(part.block.text.casefold()))
    )
    spread = Counter(
        word[:_STEM] for part in parts for word in set(_WORD.findall(part.block.text.casefold()))
    )
    keys = {n: folded(parts[n].block.text) for n in places}
    chance = [_chance(part) for part in parts]
    first_heading = next((n for n in places if parts[n].block.tag == "h1"), -1)
    chars = [0]
    for part in parts[: start + 1]:
        chars.append(chars[-1] + len(part.block.text))
    shown = {n: keys[n] for n in places if len(keys[n]) > 14}
    found = []
    for n in places:
        part = parts[n]
        text, key = part.block.text, keys[n]
        words = _WORD.findall(text.casefold())
        if not words:
            continue
        p = min(max(chance[n], 0.004), 0.99)
        telling = [
            word[:_STEM]
            for word in words
            if len(word) > 3 or (len(words) > 1 and len(word) == 1 and not word.isascii())
        ]
        worth = [1 / (1 + log(spread[word])) for word in telling]
        shared = sum([w for word, w in zip(telling, worth, strict=True) if word in story]) / (sum(worth) or 1)
        found.append(Candidate(n, [
            log(p / (1 - p)),
            log1p(chars[start] - chars[n + 1]) / 5,
            shared,
            float(n == first_heading),
            float(part.block.gap > 0),
            float(bool(SENTENCE.search(text)) and text[-1] not in "?!"),
            float(any(not _WHEN.isdisjoint(marks[m]) for m in range(n + 1, min(n + 7, start)))),
            float(any(m != n and key != other and key.endswith(other) for m, other in shown.items())),
            float(part.role in (Role.CAPTION, Role.CREDIT)),
        ]))  # fmt: skip
    return found


def _may_be(part: Part, marks: frozenset[Mark]) -> bool:
    """Whether a line that the model does not take for a headline at all may be one: no caption, no long sentence."""
    if part.role in (Role.CAPTION, Role.CREDIT) or not _OTHERS.isdisjoint(marks):
        return False
    return len(part.block.text.split()) <= _PROSE or not SENTENCE.search(part.block.text)


def _chance(part: Part) -> float:
    """How likely the model finds a part a headline."""
    if part.role is Role.HEADLINE:
        return part.confidence
    return next((share for role, share in part.rivals if role is Role.HEADLINE), 0.0)
