"""A pattern that remembers its answers: class and id words repeat all over a page, and from page to page."""

import re

_MOST = 20_000


class Remembered:
    """`search` of a regular expression as a yes or no, each text looked at once; forgets all when it holds many.

    A pattern that ignores case is written in small letters and tried on the text in small letters: that takes a
    third of the time.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._lowers = bool(flags & re.I)
        self._pattern = re.compile(pattern, flags & ~re.I)
        self._known: dict[str, bool] = {}

    def search(self, text: str) -> bool:
        """Whether the pattern is found anywhere in the text."""
        found = self._known.get(text)
        if found is None:
            if len(self._known) >= _MOST:
                self._known.clear()
            tried = text.lower() if self._lowers else text
            found = self._known[text] = self._pattern.search(tried) is not None
        return found
