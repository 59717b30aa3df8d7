"""Whether a reading is still true of the page it was made from: every span, tried again."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .blocks import yields
from .record import Article, Page, Part, Reading, Span

_SHOWN = 60
"""Characters of a claim that a message shows."""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A claim that does not hold: what it is of, the span, the words it claims and the words found there.

    `where` is `source` or `text`, the coordinates of `span`. `span` is None where the whole page is meant.
    """

    what: str
    where: str
    span: Span | None
    claimed: str
    found: str

    def __str__(self) -> str:
        place = f" at {self.span.start}-{self.span.end} of the {self.where}" if self.span else ""
        first = _alike(self.claimed, self.found)
        return (
            f"{self.what}{place}: the reading has {_shown(self.claimed, first)}, "
            f"there stands {_shown(self.found, first)}"
        )


def find_mismatches(reading: Reading, page: Page) -> Iterator[Mismatch]:
    """Everything in the reading that does not hold of the page; nothing where all is as it was."""
    if page.origin.sha256 != reading.page.sha256:
        yield Mismatch("the page's sha256", "source", None, reading.page.sha256, page.origin.sha256)
    if page.origin.length != reading.page.length:
        yield Mismatch("the page's length", "source", None, str(reading.page.length), str(page.origin.length))
    article = reading.article
    claims = sorted([*_claims(reading), *_said(reading)], key=lambda claim: claim[1])
    starts = [span.start for _, span, _ in claims]
    longest = max((span.end - span.start for _, span, _ in claims), default=0)
    for number, part in enumerate(article.blocks):
        found = yields(part.block, page.source, page.origin.form)
        yield from _of_block(number, part, article, found)
        if part.span is not None and found != part.block.text:
            near = bisect_left(starts, part.span.start - longest), bisect_left(starts, part.span.end)
            yield from _touched(part.block.text, found, part.span, claims[slice(*near)])
    for what, span, words in _claims(reading):
        found = span.of(article.text)
        if found != words:
            yield Mismatch(what, "text", span, words, found)
    for what, span, words in _said(reading):
        if not 0 <= span.start < span.end <= len(article.text):
            yield Mismatch(what, "text", span, "words", words)


def _touched(
    text: str, found: str, place: Span, claims: Sequence[tuple[str, Span, str]]
) -> Iterator[Mismatch]:
    """The claims whose words are not what stands there now, in a block that reads otherwise than it did.

    What is alike at the block's head and at its end has not changed; a claim that reaches between has.
    """
    head = _alike(text, found)
    tail = _alike(text[head:][::-1], found[head:][::-1])
    changed = Span(place.start + head, place.end - tail)
    for what, span, words in claims:
        if span.meets(changed) or span.start < changed.start < span.end:
            start, end = max(0, span.start - place.start), max(0, place.end - span.end)
            yield Mismatch(what, "text", span, words, found[start : max(start, len(found) - end)])


def _of_block(number: int, part: Part, article: Article, found: str) -> Iterator[Mismatch]:
    block, what = part.block, f"block {number} ({part.role})"
    if found != block.text:
        yield Mismatch(what, "source", block.source, block.text, found)
    if part.span is not None and part.span.of(article.text) != block.text:
        yield Mismatch(what, "text", part.span, block.text, part.span.of(article.text))


def _claims(reading: Reading) -> Iterator[tuple[str, Span, str]]:
    """Every span of the text that comes with the words it claims to point at."""
    if reading.article.dateline is not None:
        yield "the dateline", reading.article.dateline.span, reading.article.dateline.text
    for entity in reading.entities:
        for mention in entity.mentions:
            yield f"mention of {entity.name}", mention.span, mention.text
    for timex in reading.times:
        yield f"time {timex.value}", timex.span, timex.text


def _said(reading: Reading) -> Iterator[tuple[str, Span, str]]:
    """The spans of all attributions, which come without words of their own."""
    text = reading.article.text
    for number, attribution in enumerate(reading.attributions):
        for side in ("source", "cue", "content"):
            for span in getattr(attribution, side) or ():
                yield f"{side} of attribution {number}", span, span.of(text)


def _alike(one: str, other: str) -> int:
    """How many characters the two have in common at their head."""
    differing = (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _shown(words: str, first: int) -> str:
    """The words, or of many those round the first that differs: short enough for a line."""
    if len(words) <= _SHOWN:
        return repr(words)
    start = max(0, min(first - _SHOWN // 3, len(words) - _SHOWN))
    end = start + _SHOWN
    return ("..." if start else "") + repr(words[start:end]) + ("..." if end < len(words) else "")
