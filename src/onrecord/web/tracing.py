"""Which characters of a page's source are text: the places where something may be lit."""

import re
from collections.abc import Iterator

from onrecord.record import Span

NOT_TEXT = re.compile(
    r"""
      <!--.*?(?:-->|\Z)
    | <(?P<raw>script|style|noscript|template|textarea|title|iframe|svg|select)\b
      .*?(?:</(?P=raw)\s*>|\Z)
    | </?[a-z] (?: [^>=] | = \s*+ (?: "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) )? )*+ (?:>|\Z)
    | <[!?/] [^>]*+ (?:>|\Z)
    """,
    re.X | re.S | re.I,
)
"""Each alternative ends at its end or at the page's: none is tried twice, however a page is made."""


def text_runs(source: str, span: Span, *, html: bool) -> Iterator[Span]:
    """The unbroken runs of text in a stretch of source: no tags, nothing that a reader does not see.

    What is lit is put round such a run, so that no element is ever opened in one place of the tree and closed
    in another. White space at a run's ends is left dark.
    """
    at = span.start
    for mark in NOT_TEXT.finditer(source, span.start) if html else ():
        if mark.start() >= span.end:
            break
        yield from _trimmed(source, at, mark.start())
        at = mark.end()
    yield from _trimmed(source, at, span.end)


def _trimmed(source: str, start: int, end: int) -> Iterator[Span]:
    """The run without white space at its ends; nothing if there is nothing else."""
    words = source[start:end]
    bare = words.strip()
    if bare:
        start += len(words) - len(words.lstrip())
        yield Span(start, start + len(bare))
