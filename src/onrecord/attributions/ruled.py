"""Direct quotations by rules: what stands between marks, the verb of saying beside it, and its subject.

For the languages whose attributions no model has learned, and for English without models. It knows the
language through `languages.saying` alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace

from ..languages.saying import SAYING, Saying
from ..record import Act, Attribution, AttributionKind, Span
from ..text.quotes import Quotation, find_quotations
from ..text.tokens import find_forms, find_tokens

RULED = ("de", "es", "fr", "it", "nl", "pt")
"""Languages in which direct quotations are found by rules."""

_WORD = re.compile(r"\w")
_REACH = 14
"""How many words beside a quotation we look for who said it."""
_MOST_SOURCE = 12
_ENDS = frozenset(".!?;…")
_MARKS = frozenset('“”„«»"‹›')
_ELIDED = re.compile(r"^(?:qu|[ldsnjmtc])['’]$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Saying:
    """What a clause beside a quotation says: the source's and the cue's tokens, [first, after last)."""

    source: tuple[int, int] | None
    cue: tuple[int, int]


class _Text:
    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.spans = _split_elided(text, find_tokens(text))
        self.forms = find_forms(text, self.spans)
        self.lows = [form.lower().replace("’", "'") for form in self.forms]
        self.saying: Saying = SAYING[language]

    def capital(self, i: int) -> bool:
        return self.forms[i][:1].isupper()

    def word(self, i: int) -> bool:
        return bool(_WORD.match(self.forms[i]))

    def same_line(self, i: int, j: int) -> bool:
        return "\n" not in self.text[self.spans[min(i, j)][1] : self.spans[max(i, j)][0]]

    def clause(self, first: int, last: int) -> _Saying | None:
        """The saying in the tokens [first, last) after a quotation or before one."""
        s = self.saying
        verbs = [i for i in range(first, last) if self.lows[i] in s.verbs]
        for verb in verbs:
            cue = self.cue(verb, first, last)
            source = self.after(cue[1], last) or self._before(cue[0], first)
            if source is not None:
                return _Saying(source, cue)
        return None

    def unsaid(self, first: int, last: int) -> _Saying | None:
        """The verb of saying that these tokens begin with, its subject left out: "dijo el martes"."""
        verb = first
        while verb < last and self.lows[verb] in self.saying.helpers:
            verb += 1
        if self.saying.silent and verb < last and self.lows[verb] in self.saying.verbs:
            return _Saying(None, self.cue(verb, first, last))
        return None

    def cue(self, verb: int, first: int, last: int) -> tuple[int, int]:
        start, end = verb, verb + 1
        while start > first and self.lows[start - 1] in self.saying.helpers:
            start -= 1
        while end < last and self.lows[end] in self.saying.verbs:
            end += 1
        return start, end

    def after(self, first: int, last: int) -> tuple[int, int] | None:
        """The noun phrase that begins right after the verb: inverted order."""
        s = self.saying
        i = first
        while i < last and (self.lows[i] in s.helpers or self.forms[i] in "-–" or self.lows[i] == "t"):
            i += 1
        if i >= last:
            return None
        if self.lows[i] in s.pronouns and self.lows[i] not in s.openers:
            return i, i + 1
        if self.lows[i] in s.pronouns and not (
            i + 1 < last and self.word(i + 1) and self.lows[i + 1] not in s.stops
        ):
            return i, i + 1
        # "zei minister Jan de Vries": an office without a determiner, then a name
        named = any(self.capital(k) for k in range(i, min(i + 3, last))) and self.lows[i] not in s.stops
        if not (named or self.lows[i] in s.openers):
            return None
        end = self._phrase_end(i, last)
        return (
            (i, end) if any(self.word(k) and self.lows[k] not in s.openers for k in range(i, end)) else None
        )

    def named(self, i: int, last: int) -> tuple[int, int] | None:
        """The noun phrase that begins here, up to its comma or to where the clause goes on in lower case."""
        s = self.saying
        if i < last and self.lows[i] in s.pronouns and self.lows[i] not in s.openers:
            return i, i + 1
        end, seen = i, False
        while end < min(last, i + _MOST_SOURCE) and (self.word(end) or self.forms[end] in "-.'’"):
            capital = self.capital(end)
            if seen and not capital and self.lows[end] not in s.joiners and self.forms[end] not in "-.'’":
                break
            seen = seen or (capital and end > i)
            end += 1
        while end > i and (self.lows[end - 1] in s.joiners or not self.word(end - 1)):
            end -= 1
        # "volgens minister Jan de Vries": an office may stand without a determiner
        fits = end > i and (self.lows[i] in s.openers or any(map(self.capital, range(i, min(i + 2, end)))))
        return (i, end) if fits else None

    def _phrase_end(self, i: int, last: int) -> int:
        s = self.saying
        end = i
        while end < min(last, i + _MOST_SOURCE):
            low = self.lows[end]
            if end > i and low in s.stops and low not in s.joiners and not self.capital(end):
                break
            if end > i and (low in s.verbs or low in s.pronouns - s.openers - s.joiners):
                break
            if self.forms[end] == ",":
                # "el presidente del Gobierno, Pedro Sánchez,": the name after an office
                name = end + 1
                while name < last and self.capital(name):
                    name += 1
                closes = name < last and self.forms[name] in (",", ".", ":")
                if name - end > 2 and closes:
                    end = name
                break
            if not self.word(end) and self.forms[end] not in "-–.'’&":
                break
            if self.forms[end] == "." and not (
                end > i and len(self.forms[end - 1]) <= 3 and self.capital(end - 1)
            ):
                break
            end += 1
        while end > i + 1 and (
            self.lows[end - 1] in s.joiners | (s.helpers - s.openers) or not self.word(end - 1)
        ):
            end -= 1
        return end

    def _before(self, last: int, first: int) -> tuple[int, int] | None:
        """The subject before the verb: the clause up to it, without what leads up to the subject."""
        s = self.saying
        if last > first and self.lows[last - 1] in s.pronouns:
            return last - 1, last
        i = last
        while i > first and (self.word(i - 1) or self.forms[i - 1] in "-.'’&"):
            if self.forms[i - 1] == "." and not (i - 1 > first and len(self.forms[i - 2]) <= 3):
                break
            i -= 1
            if last - i >= _MOST_SOURCE:
                break
        # leave out what leads up: everything to the last stop word that no capital or opener follows
        start = i
        for k in range(i, last):
            low = self.lows[k]
            if low in s.stops and low not in s.joiners:
                start = k + 1
        # "hatte Vogel noch gesagt": after the auxiliary; "il 3 marzo 2022 Ferri": after a date
        for k in range(start, last - 1):
            if self.lows[k] in s.helpers - s.openers or (self.forms[k].isdigit() and len(self.forms[k]) == 4):
                start = k + 1 if any(self.capital(j) for j in range(k + 1, last)) else start
        while start < last and not (self.capital(start) or self.lows[start] in s.openers | s.pronouns):
            start += 1
        end = last
        while end > start and (self.lows[end - 1] in s.helpers or self.lows[end - 1] in s.joiners):
            end -= 1
        if start < end and any(self.capital(k) or self.lows[k] in s.openers for k in range(start, end)):
            return start, end
        return None


def _split_elided(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """French and Italian: l’homme is two words."""
    out: list[tuple[int, int]] = []
    for start, end in spans:
        at = min(
            (k for k in (text.find("'", start, end), text.find("’", start, end)) if k > start), default=-1
        )
        if at > 0 and at + 1 < end and _ELIDED.match(text[start : at + 1]):
            out += [(start, at + 1), (at + 1, end)]
        else:
            out.append((start, end))
    return out


def find_by_rules(text: str, language: str) -> tuple[Attribution, ...]:
    """Get the direct quotations of a text with who said them, where a verb of saying stands beside them."""
    t = _Text(text, language)
    if not t.spans:
        return ()
    quotations = [q for q in find_quotations(text) if q.depth == 0]
    starts = [a for a, _ in t.spans]
    spoken = _spoken_after_dashes(t, starts)
    places = _places(starts, quotations)
    found: list[Attribution] = []
    before: tuple[Quotation, int] | None = (
        None  # the quotation before, and its attribution's place in `found`
    )
    for k, q in enumerate(quotations):
        first, last = places[k]
        inside = sum(t.word(i) for i in range(first, last))
        cut = _cut_in(t, first, last)
        if cut is not None:
            found.append(_interrupted(t, q, last, *cut))
            before = q, len(found) - 1
            continue
        left = places[k - 1][1] if k else 0
        right = places[k + 1][0] if k + 1 < len(quotations) else len(t.spans)
        saying = _beside(t, first, last, left, right)
        joins = before is not None and "\n" not in text[before[0].end : q.start]
        if saying is not None and inside:
            if joins and before is not None and found[before[1]].cue == _spans(t, saying.cue):
                found[before[1]] = _with_part(found[before[1]], q)  # “…,” he said, “…”
            else:
                found.append(_attribution(t, q, saying))
            before = q, len(found) - 1
        elif (
            before is not None
            and inside
            and joins
            and _goes_on(t, found[before[1]], before[0], first, inside)
        ):
            found[before[1]] = _with_part(found[before[1]], q)
            before = q, before[1]
        elif before is not None and before[0].running and inside:
            found.append(_carried_on(q))
            before = q, len(found) - 1
        elif inside >= 8 and _opens_sentence(t, first):
            found.append(_unsaid(q))
            before = None
        else:
            before = before if joins else None
    return tuple(sorted([*found, *spoken], key=lambda a: a.content[0].start))


def _cut_in(t: _Text, first: int, last: int) -> tuple[_Saying, int, int] | None:
    """The saying that stands inside a quotation without marks, and its tokens: « Oui, dit-il, … »."""
    k = first + 1
    while k + 2 < last:
        if t.forms[k] != ",":
            k += 1
            continue
        verb = k + 1
        while verb < last and t.lows[verb] in t.saying.helpers:
            verb += 1
        if verb < last and t.lows[verb] in t.saying.verbs and verb - k <= 4:
            cue = t.cue(verb, k + 1, last)
            source = t.after(cue[1], last)
            # the clause is over where its subject is: otherwise it is part of what is said
            if source is not None and source[1] < last and t.forms[source[1]] in (",", ".", *_MARKS, ":"):
                return _Saying(source, cue), k, source[1]
        k += 1
    return None


def _interrupted(t: _Text, q: Quotation, last: int, saying: _Saying, start: int, end: int) -> Attribution:
    """A quotation whose saying stands inside its marks: the words before it and those after."""
    a = _attribution(t, q, saying)
    parts = [Span(q.start, t.spans[start][0])]
    after = end + (t.forms[end] in (",", ".", ":"))
    if any(t.word(i) for i in range(after, last)):
        parts.append(Span(t.spans[after][0], q.end))
    return replace(a, content=tuple(parts))


_DASHES = "—–―"


def _spoken_after_dashes(t: _Text, starts: list[int]) -> list[Attribution]:
    """What is said in paragraphs that a dash opens: "—No iremos —dijo el alcalde—. Es tarde."."""
    out = []
    for m in _DIALOGUE.finditer(t.text):
        first, last = bisect_left(starts, m.start("said")), bisect_left(starts, m.end("said"))
        for k in range(first, last):
            dash = t.forms[k][0] in _DASHES
            if not (dash or t.forms[k] == ","):
                continue
            verb = k + 1
            while verb < last and t.lows[verb] in t.saying.helpers:
                verb += 1
            if verb >= last or t.lows[verb] not in t.saying.verbs or verb - k > 4:
                continue
            cue = t.cue(verb, k + 1, last)
            source = t.after(cue[1], last)
            if source is None:
                break
            end = source[1]
            while end < last and not (t.forms[end][0] in _DASHES or (not dash and t.forms[end] in ".,")):
                end += 1
            while end < last and not t.word(end):
                end += 1
            parts = [Span(m.start("said"), t.spans[k - 1][1])] if k > first else []
            if end < last:
                parts.append(Span(t.spans[end][0], t.spans[last - 1][1]))
            if parts:
                why = f"after a dash, “{_spans(t, cue)[0].of(t.text)}” by “{_spans(t, source)[0].of(t.text)}”"
                out.append(
                    Attribution(
                        _spans(t, source), _spans(t, cue), tuple(parts), AttributionKind.DIRECT, Act.SPEECH,
                        None, None, 0.7, why,
                    )
                )  # fmt: skip
            break
    return out


_DIALOGUE = re.compile(rf"^[ \t]*[{_DASHES}]\s?(?P<said>[^\n“„«\"]+)$", re.MULTILINE)


def _places(starts: list[int], quotations: list[Quotation]) -> list[tuple[int, int]]:
    """The tokens of each quotation with its marks, [first, after last)."""
    return [(bisect_left(starts, q.start), bisect_left(starts, q.end)) for q in quotations]


def _beside(t: _Text, first: int, last: int, left: int, right: int) -> _Saying | None:
    """What the clause after a quotation says of it, or the clause before."""
    end = last
    while end < min(right, last + _REACH) and t.same_line(last - 1, end) and t.forms[end] not in _ENDS:
        if t.forms[end] == ":":
            break
        end += 1
    begin = last
    while begin < end and not t.word(begin):
        begin += 1
    # After: the verb must come at once, or after its subject; what ends with a colon speaks of the next one.
    if begin < end and not (end < len(t.forms) and t.forms[end] == ":"):
        saying = t.clause(begin, end)
        near = begin + 2
        while near < end and (t.lows[near - 2] in t.saying.helpers or t.forms[near - 2] in "-–"):
            near += 1  # "a-t-il dit"
        ended = t.forms[last - 2] in _ENDS and last - 2 > first
        if (
            saying is not None
            and saying.source is not None
            and min(saying.cue[0], saying.source[0]) <= near
            and not (
                ended and saying.source[0] < saying.cue[0] and t.capital(begin) and t.forms[last - 2] == "."
            )
        ):
            return saying
        if saying is None and t.forms[begin - 1] == "," and (silent := t.unsaid(begin, end)) is not None:
            return silent
    if (first and t.forms[first - 1] in (":", ",")) or (first and t.lows[first - 1] in t.saying.verbs):
        start = first - 1
        while (
            start > max(left, first - 2 * _REACH)
            and t.same_line(start - 1, first)
            and t.forms[start - 1] not in _ENDS
        ):
            start -= 1
        found = t.clause(start, first - (t.forms[first - 1] in (":", ",")))
        if found is not None:
            return found
    return _according(t, first, last, left, right)


def _according(t: _Text, first: int, last: int, left: int, right: int) -> _Saying | None:
    """Who is named without a verb in the sentence of a quotation: "Selon la maire, « … »", "« … », selon elle"."""
    start = first
    while (
        start > max(left, first - 2 * _REACH)
        and t.forms[start - 1] not in _ENDS
        and t.same_line(start - 1, first)
    ):
        start -= 1
    end = last
    while end < min(right, last + _REACH) and t.forms[end] not in _ENDS and t.same_line(last - 1, end):
        end += 1
    for low, high in ((start, first), (last, end)):
        for k in range(low, high):
            if t.lows[k] in t.saying.according:
                source = t.named(k + 1, high)
                return _Saying(source, (k, k + 1)) if source is not None else None
    return None


def _goes_on(t: _Text, a: Attribution, before: Quotation, first: int, inside: int) -> bool:
    """Whether a quotation goes on with what the one before it said: “…,” he said, “…”"""
    if inside > 2 and _opens_sentence(t, first):
        return True
    return a.cue is not None and a.cue[0].start >= before.end and t.forms[first - 1] in (",", ":", "—", "–")


def _opens_sentence(t: _Text, first: int) -> bool:
    """Whether a quotation stands at the beginning of a sentence or paragraph."""
    return first == 0 or t.forms[first - 1] in _ENDS or not t.same_line(first - 1, first)


def _spans(t: _Text, tokens: tuple[int, int]) -> tuple[Span, ...]:
    return (Span(t.spans[tokens[0]][0], t.spans[tokens[1] - 1][1]),)


def _attribution(t: _Text, q: Quotation, saying: _Saying) -> Attribution:
    cue = _spans(t, saying.cue)
    source = _spans(t, saying.source) if saying.source else None
    why = f"quotation beside “{cue[0].of(t.text)}”" + (f" by “{source[0].of(t.text)}”" if source else "")
    return _direct(q, source, cue, 0.8, why)


def _carried_on(q: Quotation) -> Attribution:
    return _direct(q, None, None, 0.6, "carries on the quotation of the paragraph before")


def _unsaid(q: Quotation) -> Attribution:
    return _direct(
        q, None, None, 0.4, "a quotation that is a sentence by itself; no word of saying and no source"
    )


def _direct(
    q: Quotation, source: tuple[Span, ...] | None, cue: tuple[Span, ...] | None, sure: float, why: str
) -> Attribution:
    return Attribution(
        source, cue, (Span(q.start, q.end),), AttributionKind.DIRECT, Act.SPEECH, None, None, sure, why
    )


def _with_part(a: Attribution, q: Quotation) -> Attribution:
    return Attribution(
        a.source, a.cue, (*a.content, Span(q.start, q.end)), a.kind, a.act, None, None, a.confidence, a.reason
    )
