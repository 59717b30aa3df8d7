"""From the parts that the models found to attributions: cue, source and contents joined to one act."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict

from ..record import Act, Attribution, AttributionKind, Span
from ..record.encoded import Encoded, PartSpan
from ..text.quotes import Quotation, find_quotations
from .acts import act_of

_WORD = re.compile(r"\w+")


class Marks:
    """The quotations of a text, for asking where a span stands towards them."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.all = find_quotations(text)
        self.outer = [q for q in self.all if q.depth == 0]
        self._starts = [q.start for q in self.outer]

    def touching(self, start: int, end: int) -> list[Quotation]:
        """The quotations that share a code point with [start, end), outer ones only."""
        k = max(bisect_right(self._starts, start) - 1, 0)
        found = []
        while k < len(self.outer) and self.outer[k].start < end:
            if self.outer[k].end > start:
                found.append(self.outer[k])
            k += 1
        return found

    def same_paragraph(self, a: int, b: int) -> bool:
        """Whether two offsets lie in one paragraph."""
        return "\n" not in self.text[min(a, b) : max(a, b)]

    def with_marks(self, start: int, end: int) -> Span:
        """The span with the marks of a quotation that it holds all words of."""
        for q in self.touching(start - 1, end + 1):
            first, last = q.inner
            if (
                _bare(self.text, first, start)
                and _bare(self.text, end, last)
                and start <= last
                and end >= first
            ):
                start, end = min(start, q.start), max(end, q.end)
        return Span(start, end)

    def kind(self, spans: list[Span]) -> AttributionKind:
        """Direct where every word of the spans stands in quotation marks, indirect where none does."""
        inside = outside = 0
        for span in spans:
            quoted = self.touching(span.start, span.end)
            k = 0
            for word in _WORD.finditer(self.text, span.start, span.end):
                while k < len(quoted) and quoted[k].end <= word.start():
                    k += 1
                if k < len(quoted) and quoted[k].start <= word.start():
                    inside += 1
                else:
                    outside += 1
        if not inside:
            return AttributionKind.INDIRECT
        return AttributionKind.MIXED if outside else AttributionKind.DIRECT


def _bare(text: str, start: int, end: int) -> bool:
    """Whether no word lies between two offsets (in either order, the second may come first)."""
    return start >= end or not _WORD.search(text, start, end)


def assemble(text: str, encoded: Encoded) -> tuple[Attribution, ...]:
    """Get the attributions that the parts make up, in the order of the text."""
    marks = Marks(text)
    parts = _keep_to_paragraph(marks, encoded.parts)
    contents: dict[int, list[PartSpan]] = defaultdict(list)
    alone: list[PartSpan] = []
    for part in parts:
        if part.kind == "content":
            if part.of is None:
                alone.append(part)
            else:
                contents[part.of].append(part)
    found = [_act(marks, parts, cue, said) for cue, said in contents.items()]
    spoken_for = {parts[cue].of for cue in contents}
    free = [p for i, p in enumerate(parts) if p.kind == "source" and i not in spoken_for]
    found += [_without_cue(marks, part, free) for part in alone]
    found.sort(key=lambda a: min(span.start for span in (*(a.source or ()), *(a.cue or ()), *a.content)))
    return tuple(found)


_NEAR = 3000
"""How many characters from a content without a cue its source is looked for, in its own paragraph."""
_BESIDE = 90
"""How many characters from a quotation its cue may stand, its source between them."""


def _keep_to_paragraph(marks: Marks, parts: tuple[PartSpan, ...]) -> tuple[PartSpan, ...]:
    """The parts with the links of quotations mended that lead out of their paragraph, or nowhere.

    “…,” she said. “…”: a quotation belongs to the cue right after it; one at the end of a paragraph, with no
    cue after it, to the cue of the quotation before.
    """
    out = list(parts)
    contents = [i for i, p in enumerate(parts) if p.kind == "content"]
    cues = [i for i, p in enumerate(parts) if p.kind == "cue"]
    starts = [parts[i].start for i in cues]
    for n, i in enumerate(contents):
        part = out[i]
        if part.of is not None and marks.same_paragraph(part.start, parts[part.of].start):
            continue
        if marks.kind([Span(part.start, part.end)]) is not AttributionKind.DIRECT:
            continue
        k = bisect_right(starts, part.end)
        after = cues[k] if k < len(cues) and marks.same_paragraph(part.end, starts[k]) else None
        following = parts[contents[n + 1]].start if n + 1 < len(contents) else len(marks.text)
        if after is not None:
            if parts[after].end <= following and parts[after].start - part.end <= _BESIDE:
                out[i] = part._replace(of=after)
        elif n and marks.same_paragraph(parts[contents[n - 1]].start, part.start):
            before = out[contents[n - 1]]
            if before.of is not None and before.end <= parts[before.of].start < part.start:
                out[i] = part._replace(of=before.of)
    return tuple(out)


def _act(marks: Marks, parts: tuple[PartSpan, ...], cue: int, said: list[PartSpan]) -> Attribution:
    word = parts[cue]
    source = parts[word.of] if word.of is not None else None
    spans = [marks.with_marks(p.start, p.end) for p in said]
    kind = marks.kind(spans)
    cue_text = marks.text[word.start : word.end]
    act = act_of(cue_text)
    if act is Act.OTHER and kind is AttributionKind.DIRECT:
        act = Act.SPEECH
    sure = min(p.confidence * p.of_confidence for p in said) * word.confidence
    if source is None:
        why = f"“{cue_text}”, without a source"
    else:
        why = f"“{cue_text}” by “{marks.text[source.start : source.end]}”"
        sure *= word.of_confidence
    if len(said) > 1:
        why += f", what is said in {len(said)} parts"
    return Attribution(
        source=(Span(source.start, source.end),) if source else None,
        cue=(Span(word.start, word.end),),
        content=tuple(spans),
        kind=kind,
        act=act,
        speaker=None,
        entity=None,
        confidence=round(sure, 3),
        reason=why,
    )


def _without_cue(marks: Marks, said: PartSpan, free: list[PartSpan]) -> Attribution:
    """An attribution that no word introduces: a quotation that goes on, or a name before a colon."""
    span = marks.with_marks(said.start, said.end)
    low = bisect_left(free, said.start - _NEAR, key=lambda p: p.start)
    high = bisect_right(free, said.end + _NEAR, key=lambda p: p.start)
    near = [p for p in free[low:high] if marks.same_paragraph(min(p.start, said.start), max(p.end, said.end))]
    source = min(near, key=lambda p: max(p.start - said.end, said.start - p.end), default=None)
    if source is not None:
        why = f"“{marks.text[source.start : source.end]}” beside it, no word of saying"
    elif _carries_on(marks, span):
        why = "carries on the quotation of the paragraph before"
    else:
        why = "no word of saying and no source"
    kind = marks.kind([span])
    return Attribution(
        source=(Span(source.start, source.end),) if source else None,
        cue=None,
        content=(span,),
        kind=kind,
        act=Act.SPEECH if kind is not AttributionKind.INDIRECT else Act.OTHER,
        speaker=None,
        entity=None,
        confidence=round(said.confidence * said.of_confidence, 3),
        reason=why,
    )


def _carries_on(marks: Marks, span: Span) -> bool:
    """Whether the paragraph before ended in the middle of a quotation that this span takes up."""
    before = [q for q in marks.touching(max(span.start - 4000, 0), span.start) if q.running]
    return bool(before) and _bare(marks.text, before[-1].end, span.start)
