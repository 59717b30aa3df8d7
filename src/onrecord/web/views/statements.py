"""A statement's page: its words in their passage, its evidence, how to cite it."""

from typing import Any

from onrecord.archive import (
    ArticleView,
    Statement,
)
from onrecord.record import (
    Attribution,
    Span,
)

from ..voices import painted, stretches
from ..words import day, moment
from .addresses import article_href, person_href, saved_href, statement_href
from .stories import who_in_brief


def statement(found: Statement, view: ArticleView) -> dict[str, Any]:
    """One statement: its words in their passage, its evidence, how to cite it."""
    act = found.attribution
    whole = Span(found.start, found.start + len(found.passage))
    text = " " * found.start + found.passage
    speaker = found.speaker or found.source
    who = next((p for p in view.people if act.entity is not None and p.entity.id == act.entity), None)
    keys = view.statements
    return {
        "s": {
            "number": found.number + 1,
            "speaker": speaker,
            "person_href": person_href(found.person),
            "article_href": article_href(found.article, found.key),
            "headline": found.headline,
            "href": statement_href(found.key),
            "content": found.content,
        },
        "language": view.reading.article.language,
        "passage": painted(text, whole, stretches([act]), [act], {}, None),
        "passage_long": len(found.passage) > 280,
        "speaker_note": who_in_brief(who.entity.age, who.entity.roles) if who is not None else None,
        "facts": _facts(found, act),
        "citations": _citations(found, speaker),
        "before": statement_href(keys[found.number - 1]) if found.number > 0 else None,
        "after": statement_href(keys[found.number + 1]) if found.number + 1 < len(keys) else None,
        "takeaways": [],
        "saved_src": saved_href(found.article, said=found.number),
        "source_href": f"/articles/{found.article}/saved?as=source&said={found.number}#lit",
        "saved_plain": saved_href(found.article, said=found.number),
    }


def _facts(found: Statement, act: Attribution) -> list[tuple[str, str | None]]:
    """What is known of a statement and why it is believed."""
    sure = f"{act.confidence:.0%} sure: {act.reason}" if act.reason else f"{act.confidence:.0%} sure"
    who = None
    if found.speaker is not None and act.speaker_confidence is not None:
        who = f"{found.speaker}, {act.speaker_confidence:.0%} sure"
        who += f": {act.speaker_reason}" if act.speaker_reason else ""
    at = ", ".join(f"{span.start}–{span.end}" for span in act.content)
    return [
        ("source", found.source or "none is named"),
        ("by the word", found.cue),
        ("kind", f"{act.kind.value}, {act.act.value}"),
        ("statement", sure),
        ("speaker", who),
        ("printed by", found.publisher or found.site),
        ("agency", found.agency),
        ("published", moment(found.published)),
        ("saved", moment(found.saved)),
        ("address", found.url),
        ("file", found.name),
        ("in the text", f"characters {at}"),
        ("in the page", ", ".join(f"{span.start}–{span.end}" for span in found.places)),
        ("sha256", found.sha256),
    ]


def _citations(found: Statement, speaker: str | None) -> list[dict[str, Any]]:
    """The statement as a footnote, and as a note with its proof."""
    byline = " and ".join(found.bylines)
    words = found.content if found.attribution.kind.value == "direct" else f"[{found.content}]"
    title = f"“{found.headline}”" if found.headline else None
    where = ", ".join(
        bit
        for bit in (byline, title, found.publisher or found.site, found.agency, day(found.published))
        if bit
    )
    note = f"{speaker or 'No source named'}: {words}\nIn: {where}."
    if found.url:
        note += f"\n{found.url}" + (f" (saved {day(found.saved)})" if found.saved else "")
    proof = (
        f"{note}\nPage sha256 {found.sha256}, characters "
        + ", ".join(f"{span.start}–{span.end}" for span in found.places)
        + f" of the saved page; statement {found.key}."
    )
    return [
        {"name": "as a note", "words": note, "rows": _rows(note)},
        {"name": "with its proof", "words": proof, "rows": _rows(proof)},
    ]


def _rows(words: str) -> int:
    """Rows a text field needs to show all."""
    return sum(1 + len(line) // 72 for line in words.split("\n"))
