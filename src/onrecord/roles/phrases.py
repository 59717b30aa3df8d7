"""How a line begins, as a yes or no: brackets, dashes and stars before it are passed over, case is not looked at."""

import re
from collections.abc import Iterable


class Openings:
    """Whether a line begins in one of the given ways; the pieces are of regular expressions."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._begins = re.compile(r"[\W_]{0,5}(?:" + "|".join(f"(?:{piece})" for piece in pieces) + ")", re.I)

    def match(self, text: str) -> re.Match[str] | None:
        """How the line begins; None if in no such way."""
        return self._begins.match(text)


class Findings:
    """Whether one of the given pieces of regular expressions stands anywhere in a line."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self._stands = re.compile("|".join(f"(?:{piece})" for piece in pieces), re.I)

    def search(self, text: str) -> bool:
        """Whether it does."""
        return self._stands.search(text) is not None
