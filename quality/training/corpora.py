"""The training texts as words with spans: attributions of PolNeAR, names of CoNLL-2003, GUM and MEANTIME."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import paths

from onrecord.encoding.words import Words, read_words

_WORDLIKE = re.compile(r"\w")


@dataclass
class Act:
    """One gold attribution; parts are runs of words [first, after last)."""

    source: list[tuple[int, int]]
    cue: list[tuple[int, int]]
    content: list[tuple[int, int]]


@dataclass
class Sample:
    """A text with its gold. `acts` or `names` is None where the corpus does not have them."""

    id: str
    words: Words
    acts: list[Act] | None = None
    names: list[tuple[int, int, str]] | None = None
    group: str = ""
    gold: object = field(default=None, repr=False)


def word_run(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words that a character span touches, without marks at its edges."""
    first = int(words.ends.searchsorted(start, "right"))
    last = int(words.starts.searchsorted(end, "left"))
    while first < last and not _WORDLIKE.search(words.forms[first]):
        first += 1
    while last > first and not _WORDLIKE.search(words.forms[last - 1]):
        last -= 1
    return first, last


def _runs(words: Words, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for start, end in spans:
        first, last = word_run(words, start, end)
        if first == last:
            continue
        if runs and not any(_WORDLIKE.search(form) for form in words.forms[runs[-1][1] : first]):
            first = runs.pop()[0]  # two parts with nothing but marks between them are one
        # The two sides of a paragraph break are two parts.
        while first < last:
            stop = first + 1
            while stop < last and words.paragraphs[stop] == words.paragraphs[first]:
                stop += 1
            run = word_run(words, int(words.starts[first]), int(words.ends[stop - 1]))
            if run[0] < run[1]:
                runs.append(run)
            first = stop
    return runs


def held_out_articles() -> set[str]:
    """PolNeAR train articles that the speakers set scores: no model may learn from them."""
    gold = json.loads((paths.DATA / "speakers" / "gold.json").read_text(encoding="utf-8"))
    return {article["id"] for article in gold["articles"] if article.get("corpus") == "polnear"}


def polnear(part: str, annotators: str = "first") -> list[Sample]:
    """PolNeAR's train (without the articles of the speakers set) or dev."""
    paths.bench("attribution")
    from goldio import load_polnear

    samples = []
    cache: dict[str, Words] = {}
    left_out = held_out_articles() if part == "train" else set()
    for document in load_polnear(part, annotators):
        group = document["id"].rsplit("_", 1)[0]
        if group in left_out or any(group.startswith(name) for name in left_out):
            continue
        if group not in cache:
            cache[group] = read_words(document["text"])
        words = cache[group]
        acts = [
            Act(*(_runs(words, act[kind]) for kind in ("source", "cue", "content")))
            for act in document["gold"]
        ]
        samples.append(Sample(document["id"], words, acts=acts, group=group, gold=document["gold"]))
    return samples


def conll(part: str) -> list[Sample]:
    """CoNLL-2003's train or testa."""
    paths.bench("names")
    import names

    samples = []
    for document in names.load_conll(part):
        words = read_words(document["text"])
        spans = [
            (*word_run(words, mention["start"], mention["end"]), mention["type"])
            for mention in document["names"] + document["other"]
        ]
        samples.append(Sample(document["id"], words, names=spans, group=document["id"], gold=document))
    return samples


def gum(part: str = "all") -> list[Sample]:
    """GUM's news, interviews and biographies; its noun phrases cut down to the names in them."""
    paths.bench("names")
    import names

    samples = []
    for document in names.load_gum(part, ("news", "interview", "bio")):
        words = read_words(document["text"])
        spans = {}
        for mention in document["names"]:
            run = _name_in(words, mention)
            if run:
                # Of two phrases with one head the shorter is the name.
                old = spans.get(run[2:])
                if old is None or run[1] - run[0] < old[1] - old[0]:
                    spans[run[2:]] = run
        chosen: list[tuple[int, int, str]] = []
        for first, last, kind, _ in sorted(spans.values(), key=lambda run: run[0] - run[1]):
            if not any(first < b and a < last for a, b, _ in chosen):
                chosen.append((first, last, kind))
        samples.append(
            Sample(document["id"], words, names=sorted(chosen), group=document["id"], gold=document)
        )
    return samples


_JOINS = frozenset(
    ("of", "the", "and", "for", "&", "-", "’s", "'s", "de", "von", "van", "al", "el", "bin", ".", "’", "'")
)


def _name_in(words: Words, mention: dict) -> tuple[int, int, str, int] | None:
    """The run of capitalised words round the head of a noun phrase."""
    low, high = word_run(words, mention["start"], mention["end"])
    head = word_run(words, *mention["head"])
    if head[0] >= head[1] or low >= high:
        return None
    first, last = max(head[0], low), min(head[1], high)

    def capital(at: int) -> bool:
        return words.shapes[at] in (2, 3, 4, 5)

    def grow(at: int, step: int, bound: int) -> int:
        edge = at
        while True:
            at += step
            if (at < bound) if step < 0 else (at >= bound):
                return edge
            if capital(at) and words.forms[at] not in ("The", "A", "An", "This"):
                edge = at
            elif words.forms[at].lower() not in _JOINS or (step < 0 and words.forms[at].lower() == "and"):
                return edge

    first, last = grow(first, -1, low), grow(last - 1, 1, high) + 1
    return (first, last, mention["type"], head[0])


def meantime(part: str = "all") -> list[Sample]:
    """MEANTIME's title and first sentences."""
    paths.bench("names")
    import names

    samples = []
    for document in names.load_meantime(part):
        words = read_words(document["text"])
        spans = [
            (*word_run(words, mention["start"], mention["end"]), mention["type"])
            for mention in document["names"]
        ]
        samples.append(Sample(document["id"], words, names=spans, group=document["id"], gold=document))
    return samples


def taught(path: Path) -> list[Sample]:
    """Texts that the encoder has labelled (`teach.py`)."""
    samples = []
    with path.open(encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            row = json.loads(line)
            words = read_words(row["text"])
            parts = row["parts"]
            runs = [word_run(words, part[0], part[1]) for part in parts]
            acts: dict[int, Act] = {}
            for k, (_, _, kind, _, of, _) in enumerate(parts):
                if kind == "cue":
                    acts[k] = Act([runs[of]] if of is not None else [], [runs[k]], [])
            alone = []
            for k, (_, _, kind, _, of, _) in enumerate(parts):
                if kind == "content" and of is not None:
                    acts[of].content.append(runs[k])
                elif kind == "content":
                    alone.append(Act([], [], [runs[k]]))
            samples.append(Sample(f"taught{n}", words, acts=[*acts.values(), *alone], group=f"taught{n}"))
    return samples
