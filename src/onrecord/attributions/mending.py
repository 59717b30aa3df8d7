"""Parts set right by what quotation marks, name labels and dashes say of who speaks, where the models err.

What stands between marks is one piece of saying. The models, who read words one by one, now and then take a
speaker's label for his words, tie a stray clause to a quotation, or tear "…," he said, "…" in two.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from itertools import pairwise

from ..record import AttributionKind, Span
from ..record.encoded import PartSpan
from ..text.quotes import Quotation
from .marks import Marks

Parts = tuple[PartSpan, ...]

_MARKS = "“”„«»\"‘’'`"
_CAPITALS = r"[A-Z][A-Z.'’\-]*[A-Z.](?:[ ][A-Z][A-Z.'’\-]*){0,3}"
_LABEL = re.compile(rf"[{_MARKS}\s]*(?P<name>{_CAPITALS}|Q|A)(?:\s?\([^)\n]{{1,30}}\))?:\s+(?=\S)")
"""What begins a turn of a transcript: "WALLACE:", "GOV. PENCE (R):", "Q:"."""
_TURNS = 3
"""How many turns make a transcript: one or two may be a headline's or a list's own style."""
_SIGNED = re.compile(
    rf"[{_MARKS}\s]*[―—–\-]{{1,2}}\s?(?P<name>[^\W\d_a-z][\w.'’\-]*(?: [^\W\d_][\w.'’\-]*){{0,4}})"
    r"(?:,[^\n]{0,80})?\s*$",
    re.MULTILINE,
)
"""What stands after a quotation that is signed: "― Esther Doe", "- Jane Roe, teacher"."""
_SURE = 0.9
"""How sure we say we are of what such marks tell: they seldom mislead."""


def mend(marks: Marks, parts: Parts) -> Parts:
    """Get the parts as the marks have them, in the order of the text."""
    for step in _STEPS:
        parts = step(marks, parts)
    return parts


def in_order(parts: Iterable[PartSpan | None]) -> Parts:
    """The parts that are left, in the order of the text, their links renumbered."""
    kept = [(i, p) for i, p in enumerate(parts) if p is not None]
    kept.sort(key=lambda pair: (pair[1].start, pair[1].end))
    place = {old: new for new, (old, _) in enumerate(kept)}
    return tuple(p if p.of is None else p._replace(of=place.get(p.of)) for _, p in kept)


def turns(marks: Marks, parts: Parts) -> Parts:
    """A transcript's turns: who speaks stands before a colon and is no part of what is said."""
    text = marks.text
    found = [(low, high, m) for low, high in marks.paragraphs if (m := _LABEL.match(text, low, high))]
    if not found:
        return parts
    transcript = len(found) >= _TURNS and len({m["name"] for *_, m in found}) > 1
    out: list[PartSpan | None] = list(parts)
    starts = [p.start for p in parts]
    for low, high, m in found:
        name = Span(*m.span("name"))
        here = range(bisect_left(starts, low), bisect_left(starts, high))
        said = [i for i in here if parts[i].kind == "content"]
        labelled = [i for i in said if parts[i].start < m.end() < parts[i].end]
        if not labelled and not (transcript and not said):
            continue
        for i in here:
            part = parts[i]
            if i in labelled:
                of = part.of if part.of in here else None
                out[i] = part._replace(start=m.end(), of=of, of_confidence=_SURE)
            elif part.start < m.end():
                out[i] = None
        if not said:
            end = high
            while end > m.end() and not text[end - 1].isalnum():
                end -= 1
            if end > m.end():
                out.append(PartSpan(m.end(), end, "content", _SURE, None, _SURE))
        out.append(PartSpan(*name, "source", _SURE, None, 1.0))
    return in_order(out)


def signatures(marks: Marks, parts: Parts) -> Parts:
    """Quotations with a name after a dash, one to a paragraph: the name is who speaks."""
    text = marks.text
    out: list[PartSpan | None] = list(parts)
    starts = [p.start for p in parts]
    for low, high in marks.paragraphs:
        quoted = marks.touching(low, high)
        if not quoted or not marks.bare(low, quoted[0].start):
            continue
        # the quotation ends where the dash is; a mark that closes nothing is no obstacle
        m = _SIGNED.match(text, max(quoted[-1].inner[1], low), high)
        if m is None or not marks.bare(quoted[-1].inner[1], m.start("name")):
            continue
        if any(not marks.bare(a.end, b.start) for a, b in pairwise(quoted)):
            continue
        here = range(bisect_left(starts, low), bisect_left(starts, high))
        for i in here:
            out[i] = None
        first, last = quoted[0].inner[0], quoted[-1].inner[1]
        out.append(PartSpan(first, last, "content", _SURE, None, _SURE))
        out.append(PartSpan(*m.span("name"), "source", _SURE, None, 1.0))
    return in_order(out)


def halves(marks: Marks, parts: Parts) -> Parts:
    """“…,” she said, “…”: a sentence that a clause of saying interrupts has one cue."""
    out = list(parts)
    contents = [i for i, p in enumerate(parts) if p.kind == "content"]
    starts = [parts[i].start for i in contents]
    for one, two in pairwise(marks.outer):
        if not _interrupted(marks.text, one, two):
            continue
        k = bisect_right(starts, one.inner[0] + 2) - 1
        n = bisect_right(starts, two.inner[0] + 2) - 1
        if k < 0 or n <= k:
            continue
        first, second = contents[k], contents[n]
        if parts[first].start < one.start or parts[first].end < one.inner[1] - 2:
            continue
        if parts[second].start < one.end or parts[second].end < two.inner[1] - 2:
            continue
        cue = next(
            (
                p.of
                for p in (parts[first], parts[second])
                if p.of is not None and one.end <= parts[p.of].start < two.start
            ),
            None,
        )
        if cue is not None:
            out[first] = parts[first]._replace(of=cue)
            out[second] = parts[second]._replace(of=cue, start=max(parts[second].start, two.inner[0]))
    return tuple(out)


def _interrupted(text: str, one: Quotation, two: Quotation) -> bool:
    """Whether the second of two quotations goes on with the sentence of the first."""
    between = text[one.end : two.start]
    return (
        len(between) < _BETWEEN
        and "\n" not in between
        and text[one.inner[1] - 1] in ",—–-…"
        and text[two.inner[0]].islower()
        and between.rstrip()[-1:] in (",", "—", "–", ":")
    )


_BETWEEN = 200
"""How many characters a clause of saying within a sentence may have."""


def voices(marks: Marks, parts: Parts) -> Parts:
    """Leave out the stray clause that is tied to a whole quotation's cue but is no part of what is said."""
    by_cue: dict[int, list[int]] = defaultdict(list)
    for i, p in enumerate(parts):
        if p.kind == "content" and p.of is not None:
            by_cue[p.of].append(i)
    out: list[PartSpan | None] = list(parts)
    for cue, said in by_cue.items():
        if len(said) < 2:
            continue
        kinds = {i: marks.kind([Span(parts[i].start, parts[i].end)]) for i in said}
        whole = [i for i in said if kinds[i] is AttributionKind.DIRECT and _whole(marks.text, parts[i])]
        if whole:
            for i in said:
                if kinds[i] is not AttributionKind.INDIRECT or _leads(marks, parts, i, cue):
                    continue
                if not _introduces(marks, parts, cue, i, whole[-1]):
                    out[i] = None
        elif parts[cue].of is None and _TOLD.fullmatch(marks.text, parts[cue].start, parts[cue].end):
            # "He was told he would be jailed": who is told is no part of what he is told
            for i in said:
                if parts[i].end <= parts[cue].start and marks.bare(parts[i].end, parts[cue].start):
                    out[i] = None
    return in_order(out)


_TOLD = re.compile(r"(?:\w+ )*(?:told|asked|informed|warned|reminded|advised|assured|notified)")


def _whole(text: str, part: PartSpan) -> bool:
    """Whether a content in marks is a sentence, not a phrase somebody used."""
    return text[part.start].isupper() and (
        part.end - part.start > _PHRASE or text[part.end : part.end + 1] in ("?", "!", ",")
    )


_PHRASE = 20
"""Shorter words in marks may be a phrase that the sentence round them uses."""


def _leads(marks: Marks, parts: Parts, i: int, cue: int) -> bool:
    """Whether a clause stands right before its saying: "It was late, she said. “…”"."""
    text, part, source = marks.text, parts[i], parts[cue].of
    begin = min(parts[cue].start, parts[source].start) if source is not None else parts[cue].start
    if not (part.end <= begin and marks.bare(part.end, begin) and text[part.end : part.end + 1] == ","):
        return False
    end = max(parts[cue].end, parts[source].end) if source is not None else parts[cue].end
    if text[end : end + 1] in (",", ":") and text[end + 1 : end + 3].strip()[:1] in _MARKS:
        # "As a phone rang, the announcer said, “…”": only says when
        return not _WHEN.match(text, part.start)
    return True


def _introduces(marks: Marks, parts: Parts, cue: int, i: int, quoted: int) -> bool:
    """Whether a clause after its cue is borne out by a quotation after it: "She blamed the rain. “…”"."""
    if not parts[cue].end <= parts[i].start < parts[i].end <= parts[quoted].start:
        return False
    between = marks.text[parts[i].end : parts[quoted].start]
    return "." in between and marks.bare(parts[i].end, parts[quoted].start)


_WHEN = re.compile(
    r"(?:As(?! for)|When|While|After|Before|Once|In|On|At|During|With|Asked|Speaking|\w+ing)\b"
)


def participles(marks: Marks, parts: Parts) -> Parts:
    """ "Roe stood by Doe, calling him a brother": the subject of the sentence speaks, not whom it ends with.

    In PolNeAR the source of such a cue never stands right before its comma, but where a verb of saying does:
    "said Doe, urging".
    """
    text = marks.text
    out: list[PartSpan | None] = list(parts)
    users = Counter(p.of for p in parts if p.kind == "cue" and p.of is not None)
    for i, cue in enumerate(parts):
        if cue.kind != "cue" or cue.of is None or not _PARTICIPLE.fullmatch(text, cue.start, cue.end):
            continue
        source = parts[cue.of]
        if text[source.end : cue.start].strip() != "," or source.end > cue.start:
            continue
        low = max(source.start - _FAR, 0)
        ends = [m.end() for m in _CLAUSE.finditer(text, low, source.start)]
        begin = ends[-1] if ends else low
        m = _SUBJECT.match(text, begin, source.start)
        if m is None or m.end("verb") > source.start or _SAID.search(text, begin, source.start):
            continue
        subject = len(out)
        out.append(PartSpan(*m.span("name"), "source", _SURE, None, 1.0))
        out[i] = cue._replace(of=subject, of_confidence=_SURE)
        users[cue.of] -= 1
        if not users[cue.of]:
            out[cue.of] = None
    return in_order(out)


_PARTICIPLE = re.compile(r"[a-z]+ing")
_CLAUSE = re.compile(r"[.!?][”\"]? |\n|, (?:and|but) |; ")
_FAR = 400
"""How many characters before its object the subject of a clause is looked for."""
_SUBJECT = re.compile(
    r"(?P<name>(?:The |the )?[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,4}|[Hh]e|[Ss]he|[Tt]hey)"
    r" (?P<verb>(?:has|have|had|also|\w+ly|\w+ed|\w+s|stood|met|took|went|gave)\b)"
)
_SAID = re.compile(r"\b(?:said|says|told|asked|wrote|added|according)\b")


_STEPS: tuple[Callable[[Marks, Parts], Parts], ...] = (
    turns,
    signatures,
    participles,
    halves,
    voices,
)
