"""Word pieces: the parts of words that the encoder has a vector for."""

import re
import unicodedata
from collections.abc import Sequence

_PART = re.compile(r"[^\W_]+|[^\s]")
_MOST_PIECES = 8
_LONGEST = 60


class Pieces:
    """Splits words by a vocabulary, the longest known piece first, and remembers the words it has seen."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._index = {piece: number for number, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.unknown = self._index["[UNK]"]
        self.first = self._index["[CLS]"]
        self.between = self._index["[SEP]"]
        self.size = len(self._index)

    def of(self, word: str) -> tuple[int, ...]:
        """The numbers of a word's pieces: at least one, and never more than a few."""
        pieces = self._known.get(word)
        if pieces is None:
            pieces = self._split(word)
            # A page can hold any number of different words; what we remember of them has a bound.
            if len(self._known) > 200_000:
                self._known.clear()
            self._known[word] = pieces
        return pieces

    def _split(self, word: str) -> tuple[int, ...]:
        plain = "".join(
            c
            for c in unicodedata.normalize("NFD", word[: 2 * _LONGEST].lower())
            if unicodedata.category(c) not in ("Mn", "Cf", "Cc")
        )
        out: list[int] = []
        for part in _PART.findall(plain):
            out.extend(self._longest_first(part))
        return tuple(out[:_MOST_PIECES]) or (self.unknown,)

    def _longest_first(self, part: str) -> list[int]:
        if len(part) > _LONGEST:
            return [self.unknown]
        out: list[int] = []
        at = 0
        while at < len(part):
            for end in range(len(part), at, -1):
                number = self._index.get(("##" if at else "") + part[at:end])
                if number is not None:
                    out.append(number)
                    at = end
                    break
            else:
                return [self.unknown]
        return out
