"""A story's text with every act of saying lit in its speaker's colour."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from onrecord.record import Attribution, Span

COLOURS = 8
"""Speakers that get a colour of their own in a story; the others share grey."""


FAINT = 0.3
"""An act of saying that is less sure than this is only underlined: a page of which everything is lit shows nothing."""


class Lit(NamedTuple):
    """A stretch of text that belongs to an act of saying, and as which part of it."""

    span: Span
    number: int
    kind: str


def colours(attributions: Iterable[Attribution]) -> dict[str, int]:
    """Speakers' names with the number of their colour, those with most to say first."""
    said = Counter(one.speaker for one in attributions if one.speaker is not None)
    return {name: number for number, (name, _) in enumerate(said.most_common(COLOURS), start=1)}


def stretches(attributions: Sequence[Attribution]) -> list[Lit]:
    """Every span of every act of saying, the longest first: what is painted later lies on top."""
    found = [
        Lit(span, number, kind)
        for number, one in enumerate(attributions)
        for kind, spans in (("content", one.content), ("source", one.source or ()), ("cue", one.cue or ()))
        for span in spans
    ]
    return sorted(found, key=lambda lit: (lit.span.start - lit.span.end, lit.span.start))


def painted(
    text: str,
    place: Span,
    lits: Sequence[Lit],
    attributions: Sequence[Attribution],
    colour_of: dict[str, int],
    href: Callable[[int], str] | None,
    *,
    now: int | None = None,
    first: set[int] | None = None,
) -> Markup:
    """A stretch of the text as HTML. What is said is a link (if `href` makes one) to where it is lit.

    An act of saying may hold another ("He said she told him …"); the innermost is painted. Of the pieces of
    one statement only the first is a stop for the keyboard: `first` remembers which have had theirs.
    """
    seen = first if first is not None else set()
    owner: list[Lit | None] = [None] * (place.end - place.start)
    for stretch in lits:
        if stretch.span.meets(place):
            start = max(stretch.span.start, place.start) - place.start
            end = min(stretch.span.end, place.end) - place.start
            owner[start:end] = [stretch] * (end - start)
    pieces: list[str] = []
    start = 0
    for end in range(1, len(owner) + 1):
        if end < len(owner) and owner[end] is owner[start]:
            continue
        words = escape(text[place.start + start : place.start + end])
        lit = owner[start]
        pieces.append(words if lit is None else _piece(words, lit, attributions, colour_of, href, now, seen))
        start = end
    return Markup("".join(pieces))


def _piece(
    words: Markup,
    lit: Lit,
    attributions: Sequence[Attribution],
    colour_of: dict[str, int],
    href: Callable[[int], str] | None,
    now: int | None,
    seen: set[int],
) -> str:
    """One stretch of one act of saying."""
    speaker = attributions[lit.number].speaker
    classes = f"said {lit.kind} voice-{colour_of.get(speaker or '', 0)}"
    if attributions[lit.number].confidence < FAINT:
        classes += " faint"
    if lit.kind != "content" or href is None:
        return f'<span class="{classes}">{words}</span>'
    if lit.number == now:
        classes += " now"
    stop = ' tabindex="-1"' if lit.number in seen else ""
    seen.add(lit.number)
    title = escape(f"{speaker} says" if speaker else "Said; no source is named")
    return (
        f'<a class="{classes}" href="{escape(href(lit.number))}" target="saved" data-said="{lit.number}" '
        f'title="{title}"{stop}>{words}</a>'
    )
