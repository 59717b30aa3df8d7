"""Statements within statements: “He told me, ‘Go home,’” she said; a rumour that he was held for saying that ..."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..record import Act, Attribution, AttributionKind, Span
from .marks import Marks

_WHO = (
    r"(?P<who>\b(?:[Ii]|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|[Yy]ou|(?:[Tt]he|[Aa]n?|[Mm]y|[Hh]is|[Hh]er|[Oo]ur) [a-z]+"
    r"|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3}))"
)
_VERB = r"(?P<cue>said|says|told|asked|asks|wrote|tweeted|shouted|yelled|replied|answered|added)"
_WHOM = r"(?: (?:me|him|her|us|them|you|[A-Z][\w’'-]+))?"
_BEFORE = re.compile(rf"{_WHO} (?:\w+ly )?{_VERB}{_WHOM}[,:]?\s*$")
_AFTER = re.compile(rf"[,.]?\s*{_WHO} (?:\w+ly )?{_VERB}\b")
_SAYING = re.compile(
    r"\b(?P<cue>(?:saying|claiming|insisting|arguing|warning)(?: [a-z]+ly)?) that (?P<said>[^\n.;]{12,})"
)
_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})\b")
_REACH = 60
_FAR = 300
"""How many characters before its verb the subject is looked for."""
_LEAST = 12
"""Fewer characters in inner marks are a phrase, not a statement."""


def find_nested(marks: Marks, found: Sequence[Attribution]) -> list[Attribution]:
    """Get the statements that stand within the contents of those that were found."""
    out: list[Attribution] = []
    starts = [q.start for q in marks.inner]
    for a in found:
        for span in a.content:
            out += _told(marks, a, span)
            for k in range(bisect_left(starts, span.start), bisect_left(starts, span.end)):
                q = marks.inner[k]
                if q.start <= span.start or q.end > span.end or q.end - q.start < _LEAST or not q.closed:
                    continue
                before = _BEFORE.search(marks.text, max(span.start, q.start - _REACH), q.start)
                m = before or _AFTER.match(marks.text, q.end, span.end)
                # who tells what he said himself ("I said, ‘…’") only goes on speaking
                if m is not None and m["who"].lower() not in ("i", "we"):
                    said = Span(q.start, q.end)
                    out.append(_within(a, marks, m.span("who"), m.span("cue"), said, AttributionKind.DIRECT))
    return out


def _told(marks: Marks, a: Attribution, span: Span) -> list[Attribution]:
    """What somebody is said to say: "arrested for saying publicly that the work had stopped"."""
    if a.kind is not AttributionKind.INDIRECT:
        return []
    out = []
    for m in _SAYING.finditer(marks.text, span.start, span.end):
        subjects = list(_SUBJECT.finditer(marks.text, max(span.start, m.start() - _FAR), m.start()))
        if subjects:
            who = subjects[-1]
            said = Span(*m.span("said"))
            out.append(_within(a, marks, who.span(), m.span("cue"), said, AttributionKind.INDIRECT))
    return out


def _within(
    a: Attribution,
    marks: Marks,
    source: tuple[int, int],
    cue: tuple[int, int],
    said: Span,
    kind: AttributionKind,
) -> Attribution:
    why = f"“{marks.text[slice(*cue)]}” by “{marks.text[slice(*source)]}”, within another statement"
    sure = round(0.8 * a.confidence, 3)
    return Attribution((Span(*source),), (Span(*cue),), (said,), kind, Act.SPEECH, None, None, sure, why)
