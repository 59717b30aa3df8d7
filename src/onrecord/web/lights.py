"""What is to be lit in a saved page: a statement, a part, words of the text, or a place in the source."""

import re
from collections.abc import Iterator, Mapping

from onrecord.archive import Archive, ArticleView
from onrecord.record import Page, Span

from .saved import Light
from .tracing import text_runs

_RANGE = re.compile(r"(\d{1,9})-(\d{1,9})\Z")
_ON_TOP = {"here": 0, "part": 0, "content": 1, "source": 2, "cue": 3}


def lights(
    archive: Archive, view: ArticleView, page: Page, params: Mapping[str, str], *, html: bool
) -> list[Light]:
    """The runs of text to light, in order and none over another; none where an address asks for nothing."""
    wanted = list(_wanted(archive, view, params))
    # Where two meet (a name inside what is said), the finer one is seen: it is laid down last.
    laid: list[Light] = []
    for span, kind in sorted(wanted, key=lambda one: _ON_TOP[one[1]]):
        span = Span(max(span.start, 0), min(span.end, len(page.source)))
        laid = [piece for light in laid for piece in _without(light, span)]
        laid += [Light(run, kind) for run in text_runs(page.source, span, html=html)]
    return sorted(laid)


def _wanted(archive: Archive, view: ArticleView, params: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Places in the source, each with what stands there."""
    said, part, text, at, start = (params.get(name, "") for name in ("said", "part", "text", "at", "start"))
    acts, blocks = view.reading.attributions, view.reading.article.blocks
    if said.isdecimal() and len(said) < 8 and int(said) < len(acts):
        act = acts[int(said)]
        for kind, spans in (("content", act.content), ("source", act.source), ("cue", act.cue)):
            for place in archive.places(view.id, spans or ()):
                yield place, kind
    elif part.isdecimal() and len(part) < 8 and int(part) < len(blocks):
        yield blocks[int(part)].block.source, "part"
    elif start.isdecimal() and len(start) < 8 and int(start) < len(blocks):
        yield blocks[int(start)].block.source, "here"
    elif found := _RANGE.match(text):
        for place in archive.places(view.id, [Span(int(found[1]), int(found[2]))]):
            yield place, "content"
    elif found := _RANGE.match(at):
        yield Span(int(found[1]), int(found[2])), "part"


def _without(light: Light, hole: Span) -> Iterator[Light]:
    """A light with a stretch of it taken out."""
    start, end = light.span
    if not light.span.meets(hole):
        yield light
        return
    if start < hole.start:
        yield light._replace(span=Span(start, hole.start))
    if hole.end < end:
        yield light._replace(span=Span(hole.end, end))
