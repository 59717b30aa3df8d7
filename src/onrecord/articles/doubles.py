"""A story that a page holds twice: once in paragraphs and once more in a single block, for search or for printing."""

from collections.abc import Sequence

from ..record import BODY_ROLES, Part

_LONG = 500
_SAMPLE = 48
_SAMPLES = 8


def find_doubles(parts: Sequence[Part]) -> set[int]:
    """The indices of long story blocks almost all of whose words stand in the story's other blocks too."""
    story = [(n, p.block.text) for n, p in enumerate(parts) if p.role in BODY_ROLES]
    found: set[int] = set()
    if all(len(text) < _LONG for _, text in story):
        return found
    story = [(n, " ".join(text.split())) for n, text in story]
    for n, text in story:
        if len(text) < _LONG:
            continue
        step = (len(text) - _SAMPLE) / (_SAMPLES - 1)
        samples = [text[int(k * step) : int(k * step) + _SAMPLE] for k in range(_SAMPLES)]
        others = "\n".join(t for m, t in story if m != n and m not in found and len(t) < len(text) * 0.9)
        # a sample may lie across two paragraphs, so some may miss
        if sum(sample in others for sample in samples) >= _SAMPLES - 3 and len(others) > 0.6 * len(text):
            found.add(n)
    return found
