"""Who said what as W3C Web Annotations: one for each attribution, with selectors that lead back into the
page.

Each has two targets. The first is the article's text (its SHA-256 tells whether you have the same), with the
words and their place in code points; the second is the saved page, with the words and its hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.record import Attribution, Form, Page, Reading

from . import Item
from .telling import filled, hull, page_uri, speaker, statement_key, words

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"schema": "http://schema.org/"}]
_AROUND = 32
"""Code points before and after the words, to tell them from the same words elsewhere."""


def render(reading: Reading, page: Page | None = None) -> str:
    """All annotations of one reading, as a page of annotations."""
    items = list(_annotations(reading))
    return json.dumps({
        "@context": CONTEXT, "id": f"urn:onrecord:{reading.page.sha256}:annotations",
        "type": "AnnotationPage",
        "items": items,
    }, ensure_ascii=False, indent=2) + "\n"  # fmt: skip


def write(items: Iterable[Item], target: Path) -> int:
    """One annotation a line; how many."""
    count = 0
    with target.open("w", encoding="utf-8") as stream:
        for item in items:
            for annotation in _annotations(item.reading):
                stream.write(json.dumps({"@context": CONTEXT} | annotation, ensure_ascii=False) + "\n")
                count += 1
    return count


def _annotations(reading: Reading) -> Iterator[dict[str, object]]:
    text = reading.article.text
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    for attribution in reading.attributions:
        yield {
            "id": f"urn:onrecord:{statement_key(attribution, reading)}",
            "type": "Annotation",
            "motivation": "identifying",
            "generator": {"type": "Software", "name": f"onrecord {reading.readers}"},
            "body": _bodies(attribution, reading),
            "target": [_in_text(attribution, reading, digest), _in_page(attribution, reading)],
        }


def _bodies(attribution: Attribution, reading: Reading) -> list[dict[str, object]]:
    text = reading.article.text
    told = [
        ("speaker", speaker(attribution, reading)),
        ("source", words(attribution.source, text)),
        ("cue", words(attribution.cue, text)),
        ("kind", str(attribution.kind)),
        ("act", str(attribution.act)),
    ]
    return [
        {"type": "TextualBody", "purpose": "identifying" if name == "speaker" else "tagging", "value": value,
         "schema:name": name}
        for name, value in told if value
    ]  # fmt: skip


def _in_text(attribution: Attribution, reading: Reading, digest: str) -> dict[str, object]:
    article = reading.article
    span = hull(attribution.content)
    return {
        "type": "SpecificResource",
        "source": filled({
            "id": f"urn:onrecord:{reading.page.sha256}:text", "type": "Text", "format": "text/plain",
            "language": article.language, "schema:sha256": digest,
        }),
        "selector": [
            _quote(attribution, article.text),
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }  # fmt: skip


def _in_page(attribution: Attribution, reading: Reading) -> dict[str, object]:
    page = reading.page
    target: dict[str, object] = {
        "type": "SpecificResource",
        "source": filled({
            "id": page_uri(reading), "type": "Text",
            "format": "text/html" if page.form is Form.HTML else "text/plain", "schema:sha256": page.sha256,
        }),
        "selector": [_quote(attribution, reading.article.text)],
    }  # fmt: skip
    if page.saved is not None:
        target["state"] = {"type": "TimeState", "sourceDate": page.saved.isoformat()}
    return target


def _quote(attribution: Attribution, text: str) -> dict[str, object]:
    span = hull(attribution.content)
    return {
        "type": "TextQuoteSelector",
        "exact": span.of(text),
        "prefix": text[max(0, span.start - _AROUND) : span.start],
        "suffix": text[span.end : span.end + _AROUND],
    }
