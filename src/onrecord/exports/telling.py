"""What several formats say alike: addresses that name a page, words at spans, days and moments."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from urllib.parse import urljoin, urlsplit

from onrecord.record import Attribution, Reading, Span


def page_uri(reading: Reading) -> str:
    """The address of the page; for a page without one, its hash as a URN."""
    url = reading.address
    return url if url and is_uri(url) else f"urn:sha256:{reading.page.sha256}"


def is_uri(address: str) -> bool:
    """Whether an address is absolute and has no character that a URI may not hold."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.scheme and (parts.netloc or parts.path)) and all("!" <= c <= "~" for c in address)


def absolute(reading: Reading, address: str | None) -> str | None:
    """An address of the page made absolute; None if it cannot be."""
    if not address:
        return None
    try:
        whole = urljoin(reading.address or "", address)
    except ValueError:
        return None
    return whole if is_uri(whole) else None


def moment(when: date | datetime | None) -> str | None:
    """A moment in ISO 8601; None for a mere day, which formats that want a moment cannot tell."""
    return when.isoformat() if isinstance(when, datetime) and when.tzinfo else None


def iso(when: date | datetime | None) -> str | None:
    """A day or a moment in ISO 8601, as exact as the page tells it."""
    return when.isoformat() if when else None


def day_and_time(moment: date | datetime) -> str:
    """A day or a moment as people write it: 14 March 2024, 09:05 (UTC-04:00)."""
    day = f"{moment.day} {moment:%B %Y}"
    if not isinstance(moment, datetime):
        return day
    zone = f" ({moment.tzname()})" if moment.tzinfo else ""
    return f"{day}, {moment:%H:%M}{zone}"


def words(spans: Sequence[Span] | None, text: str) -> str | None:
    """The words at the spans, with an ellipsis for what stands between."""
    return " … ".join(span.of(text) for span in spans) if spans else None


def hull(spans: Iterable[Span]) -> Span:
    """From the first span to the last."""
    spans = list(spans)
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def speaker(attribution: Attribution, reading: Reading) -> str | None:
    """Who says it: the entity's name, else the words of the source, else None."""
    return attribution.speaker or words(attribution.source, reading.article.text)


def statement_key(attribution: Attribution, reading: Reading) -> str:
    """The lasting name of a statement, the same as the archive's."""
    span = hull(attribution.content)
    return f"{reading.page.sha256[:16]}-{span.start}-{span.end}"


def filled(pairs: dict[str, object]) -> dict[str, object]:
    """Without what is absent or empty."""
    return {key: value for key, value in pairs.items() if value not in (None, [], "", {})}
