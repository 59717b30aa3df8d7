"""Whether a reading is still true of the page it was made from: every span, tried again."""

from collections.abc import Iterator
from dataclasses import dataclass

from .blocks import yields
from .record import Article, Page, Part, Reading, Span


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
        return (
            f"{self.what}{place}: the reading has {_shown(self.claimed)}, there stands {_shown(self.found)}"
        )


def find_mismatches(reading: Reading, page: Page) -> Iterator[Mismatch]:
    """Everything in the reading that does not hold of the page; nothing where all is as it was."""
    if page.origin.sha256 != reading.page.sha256:
        yield Mismatch("the page's sha256", "source", None, reading.page.sha256, page.origin.sha256)
    if page.origin.length != reading.page.length:
        yield Mismatch("the page's length", "source", None, str(reading.page.length), str(page.origin.length))
    article = reading.article
    for number, part in enumerate(article.blocks):
        yield from _of_block(number, part, article, page)
    for what, span, words in _claims(reading):
        found = span.of(article.text)
        if found != words:
            yield Mismatch(what, "text", span, words, found)
    for number, attribution in enumerate(reading.attributions):
        for side in ("source", "cue", "content"):
            for span in getattr(attribution, side) or ():
                if not 0 <= span.start < span.end <= len(article.text):
                    what = f"{side} of attribution {number}"
                    yield Mismatch(what, "text", span, "words", span.of(article.text))


def _of_block(number: int, part: Part, article: Article, page: Page) -> Iterator[Mismatch]:
    block, what = part.block, f"block {number} ({part.role})"
    found = yields(block, page.source, page.origin.form)
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


def _shown(words: str) -> str:
    """The words, short enough for a line."""
    return repr(words if len(words) <= 60 else words[:57] + "...")
