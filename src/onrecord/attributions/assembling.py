"""From the parts that the models found to attributions: cue, source and contents joined to one act."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import replace

from ..record import Act, Attribution, AttributionKind, Span
from ..record.encoded import Encoded, PartSpan
from .acts import act_of
from .marks import Marks
from .mending import mend
from .nested import find_nested


def assemble(text: str, encoded: Encoded) -> tuple[Attribution, ...]:
    """Get the attributions that the parts make up, in the order of the text."""
    marks = Marks(text)
    parts = mend(marks, _keep_to_paragraph(marks, encoded.parts))
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
    found.sort(key=_place)
    whole = _carried_on(marks, found)
    return tuple(sorted([*whole, *find_nested(marks, whole)], key=_place))


def _place(a: Attribution) -> int:
    """Where an attribution begins."""
    return min(span.start for span in (*(a.source or ()), *(a.cue or ()), *a.content))


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


def _carried_on(marks: Marks, found: list[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with those made one that are one quotation over several paragraphs.

    In PolNeAR train all 35 quotations that the next paragraph takes up by an opening mark, without a cue of
    its own, belong to the act before; so do 41 of 51 paragraphs that are nothing but a quotation right after
    one.
    """
    out: list[Attribution] = []
    ends: dict[
        int, int
    ] = {}  # the attribution whose content ends a quotation, by where that quotation begins
    for a in found:
        home = None
        if a.cue is None and a.source is None and a.kind is AttributionKind.DIRECT:
            before = marks.quotation_before(a.content[0].start)
            home = (
                ends.get(before.start)
                if before is not None and marks.carries_on(before, a.content[0])
                else None
            )
        if home is None:
            home = len(out)
            out.append(a)
        else:
            whole = out[home]
            out[home] = replace(
                whole,
                content=(*whole.content, *a.content),
                confidence=min(whole.confidence, a.confidence),
                reason=f"{whole.reason}, carried on over {len(whole.content) + 1} paragraphs"
                if ", carried on" not in whole.reason
                else whole.reason,
            )
        for span in a.content:
            for q in marks.touching(span.start, span.end):
                ends[q.start] = home
    return tuple(out)
