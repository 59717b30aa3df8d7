"""From the words' labels to spans of the text with their links: what both settings have in common."""

from collections.abc import Iterable

import numpy as np

from ..models.names import load_names
from ..record.encoded import Encoded, NameSpan, PartSpan
from .chains import Floats, Ints, best_labels, softmax
from .labels import NAMES, PARTS, untag
from .linking import Linker
from .quoting import keep_to_quotations
from .words import Words


def run_starts(words: Words) -> Ints:
    """The first word of each paragraph."""
    starts: Ints = np.flatnonzero(np.diff(words.paragraphs, prepend=-1))
    return starts


def find_names(words: Words, emissions: Floats, moves: Floats) -> tuple[NameSpan, ...]:
    """The names that the emissions of the names' head stand for."""
    labels = best_labels(emissions, run_starts(words), moves)
    spans = untag(labels.tolist(), NAMES)
    sure = _confidence(emissions, spans, NAMES)
    return tuple(
        NameSpan(int(words.starts[a]), int(words.ends[b - 1]), kind, c)
        for (a, b, kind), c in zip(spans, sure, strict=True)
    )


def tagged_names(words: Words) -> tuple[NameSpan, ...]:
    """The names that the names' own tagger finds."""
    spans = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
    found = load_names().find(words.text, spans)
    return tuple(NameSpan(n.start, n.end, n.label, round(n.confidence, 4)) for n in found)


def find_parts(
    words: Words, hidden: Floats, emissions: Floats, moves: Floats, linker: Linker, windows: Ints
) -> tuple[PartSpan, ...]:
    """The parts of attributions that the emissions stand for, linked; `windows` has each word's window."""
    labels = best_labels(emissions, run_starts(words), moves)
    spans = keep_to_quotations(words, untag(labels.tolist(), PARTS))
    sure = _confidence(emissions, spans, PARTS)
    rows = {kind: [i for i, span in enumerate(spans) if span[2] == kind] for kind in PARTS}
    edges = {
        kind: np.array([(spans[i][0], spans[i][1] - 1) for i in which], np.int64).reshape(-1, 2)
        for kind, which in rows.items()
    }
    of: list[int | None] = [None] * len(spans)
    of_sure = [1.0] * len(spans)
    for kind, asking, answers in (("source", "cue", "source"), ("content", "content", "cue")):
        found, shares = linker.link(kind, hidden, edges[asking], edges[answers], words.paragraphs, windows)
        for i, target, share in zip(rows[asking], found.tolist(), shares.tolist(), strict=True):
            of[i] = rows[answers][target] if target >= 0 else None
            of_sure[i] = round(share, 4)
    return tuple(
        PartSpan(int(words.starts[a]), int(words.ends[b - 1]), kind, c, of[i], of_sure[i])  # type: ignore[arg-type]
        for i, ((a, b, kind), c) in enumerate(zip(spans, sure, strict=True))
    )


def _confidence(emissions: Floats, spans: list[tuple[int, int, str]], kinds: tuple[str, ...]) -> list[float]:
    """How sure a span is: at its less sure edge, the share of the labels of its kind."""
    if not spans:
        return []
    edges = np.array([(a, b - 1) for a, b, _ in spans])
    base = np.array([1 + 4 * kinds.index(kind) for _, _, kind in spans])
    columns = base[:, None] + np.arange(4)[None]
    shares = [np.take_along_axis(softmax(emissions[edges[:, side]]), columns, 1).sum(1) for side in (0, 1)]
    return [round(float(c), 4) for c in np.minimum(*shares)]


def join(setting: str, chunks: Iterable[tuple[tuple[NameSpan, ...], tuple[PartSpan, ...]]]) -> Encoded:
    """One answer from those of a text's chunks."""
    names: list[NameSpan] = []
    parts: list[PartSpan] = []
    for some_names, some_parts in chunks:
        before = len(parts)
        names.extend(some_names)
        parts.extend(p if p.of is None else p._replace(of=p.of + before) for p in some_parts)
    return Encoded(setting, tuple(names), tuple(parts))
