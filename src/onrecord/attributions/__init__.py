"""Finds the acts of saying in a story: who, by which word, what.

In English from the parts that the models found; in the other languages of `RULED`, direct quotations by
rules over what `languages/` knows. Whom a source is, `entities.resolve_speakers` says afterwards.

mending.py assembling.py nested.py acts.py      from the models' parts to acts, in this order
ruled.py                                        the other languages
marks.py                                        where a span stands towards quotation marks
"""

from ..record import Attribution
from ..record.encoded import Encoded
from .assembling import assemble
from .ruled import RULED, find_by_rules

LANGUAGES = ("en", *RULED)
"""Languages in which attributions are found; of those in RULED direct quotations only."""

__all__ = ["LANGUAGES", "RULED", "find_attributions"]


def find_attributions(
    text: str, encoded: Encoded | None, language: str | None = "en"
) -> tuple[Attribution, ...]:
    """Get the attributions of a text in its order, their speakers still open.

    `encoded` is what the models found in it; without it, or in another language than English, only direct
    quotations are found. A text in a language that is not among LANGUAGES has none.
    """
    language = (language or "en").split("-")[0]
    if language == "en" and encoded is not None:
        return assemble(text, encoded)
    if language in LANGUAGES:
        return find_by_rules(text, language)
    return ()
