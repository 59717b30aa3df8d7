"""A reader that stands in for the whole pipeline, so that collecting is tested apart from reading."""

import ctypes
import re
import time

from onrecord import __version__
from onrecord.record import (
    Act,
    Attribution,
    AttributionKind,
    Outcome,
    Page,
    Reading,
    Reason,
    Span,
    Unread,
)
from tests import made


def read(page: Page) -> Outcome:
    """The page's text without tags as a story; some words in it do mischief."""
    if "HANG" in page.source:
        while True:
            pass
    if "SWELL" in page.source:
        # 1 GiB, and kept: however fast the machine, that is what whoever looks will see
        held = [b"x" * (16 << 20) for _ in range(64)]
        while held:
            time.sleep(1)
    if "CRASH" in page.source:
        ctypes.string_at(0)
    if "BUG" in page.source:
        raise KeyError("a bug")
    text = re.sub(r"<[^>]*>", " ", page.source).strip()
    if not text:
        return Unread(Reason.NO_TEXT, f"{page.origin.name} has no text.", page.origin)
    said = Attribution(
        None, None, (Span(0, min(5, len(text))),), AttributionKind.DIRECT, Act.SPEECH, None, None, 1.0, ""
    )
    article = made.article(text, headline=text[:40])
    return Reading(page.origin, article, (), (), (said,), (), __version__)
