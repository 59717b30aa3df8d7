"""Gold names as tokens with tags: CoNLL-2003, GUM and MEANTIME, read as the measuring scripts read them."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from types import ModuleType

import paths

from onrecord.languages.people import COURTESIES, DEMONYMS, OFFICES
from onrecord.text.tokens import find_tokens

UNKNOWN = "?"  # the gold does not say
UNNAMED = "-"  # no person, body or place; whether it is another sort of name the gold does not say


@dataclass(frozen=True)
class Document:
    """A text with its tokens and a tag for each (BILU, O, or one of the two above)."""

    name: str
    text: str
    spans: list[tuple[int, int]]
    tags: list[str]


def scorer() -> ModuleType:
    """The measuring script for names."""
    return paths.script("names", "names")


_TIGHT_BEFORE = re.compile(r" (['’](?:s|re|ve|ll|d|m)\b|n't|[,.;:!?%)\]])")


def loosen(text: str) -> tuple[str, list[int]]:
    """CoNLL's text as it would be printed, and where each of its characters went."""
    keep = [True] * len(text)
    for match in _TIGHT_BEFORE.finditer(text):
        keep[match.start()] = False
    for match in re.finditer(r"[(\[$£] ", text):
        keep[match.end() - 1] = False
    where, at = [], 0
    for kept in keep:
        where.append(at)
        at += kept
    where.append(at)
    return "".join(c for c, kept in zip(text, keep, strict=True) if kept), where


def tag(
    text: str, names: list[tuple[int, int, str]], unknown: list[tuple[int, int]], mark: str = UNKNOWN
) -> Document:
    """Put names on the text's tokens."""
    spans = find_tokens(text)
    tags = ["O"] * len(spans)
    for start, end in unknown:
        for i, (a, b) in enumerate(spans):
            if a < end and start < b:
                tags[i] = mark
    for start, end, label in names:
        inside = [i for i, (a, b) in enumerate(spans) if a < end and start < b]
        if not inside:
            continue
        for i in inside:
            tags[i] = f"I-{label}"
        tags[inside[-1]] = f"L-{label}"
        tags[inside[0]] = f"B-{label}" if len(inside) > 1 else f"U-{label}"
    return Document("", text, spans, tags)


def conll(choice: str, seed: int = 0) -> list[Document]:
    """CoNLL's parts; sentences are joined into paragraphs now and then, as real texts have them."""
    chance = random.Random(seed)
    out = []
    for d in scorer().load_conll(choice):
        text, names = d["text"], [(g["start"], g["end"], g["type"]) for g in d["names"] + d["other"]]
        if chance.random() < 0.5:
            text = "".join(" " if c == "\n" and chance.random() < 0.7 else c for c in text)
        text, where = loosen(text)
        document = tag(text, [(where[a], where[b], label) for a, b, label in names], [])
        out.append(Document(d["id"], document.text, document.spans, document.tags))
    return out


_PIECE = re.compile(r"\S+")


def gum(choice: str, genres: tuple[str, ...] = ("news", "interview", "bio")) -> list[Document]:
    """GUM: its spans are whole noun phrases, so a name is the run of capitalised words round the head."""
    out = []
    for d in scorer().load_gum(choice, genres):
        text = d["text"]
        spans = find_tokens(text)
        taken: list[tuple[int, int, str]] = []
        for g in sorted(d["names"], key=lambda g: g["start"] - g["end"]):
            name = _trim(text, spans, g)
            if name and not any(name[0] < b and a < name[1] for a, b, _ in taken):
                taken.append(name)
        # GUM names no peoples and no events by a label of ours: what is capitalised besides is unknown
        unknown = [
            (a, b)
            for i, (a, b) in enumerate(spans)
            if text[a].isupper()
            and i
            and text[spans[i - 1][1] - 1] not in '.?!:"”“'
            and "\n" not in text[spans[i - 1][1] : a]
        ]
        peoples = [(a, b, "MISC") for a, b in spans if text[a].isupper() and text[a:b].lower() in DEMONYMS]
        peoples = [p for p in peoples if not any(p[0] < b and a < p[1] for a, b, _ in taken)]
        document = tag(text, taken + peoples, unknown, UNNAMED)
        out.append(Document(d["id"], document.text, document.spans, document.tags))
    return out


def _trim(text: str, spans: list[tuple[int, int]], g: dict) -> tuple[int, int, str] | None:
    inside = [(a, b) for a, b in spans if a >= g["start"] and b <= g["end"]]
    head = next((i for i, (a, b) in enumerate(inside) if a <= g["head"][0] < b), None)
    if head is None:
        return None
    links = {"de", "van", "von", "der", "-", ".", "la", "le", "da", "du", "al"}
    if g["type"] != "PER":
        links |= {"of", "the", "and", "for", "&", "'s", "’s", "d'"}

    def capital(i: int) -> bool:
        return text[inside[i][0]].isupper() or text[inside[i][0]].isdigit()

    if not text[inside[head][0]].isupper():
        return None
    last = head
    for i in range(head + 1, len(inside)):
        word = text[inside[i][0] : inside[i][1]]
        if capital(i):
            last = i
        elif word in links and i - last <= 2 and "," not in text[inside[last][1] : inside[i][0]]:
            if word == "." and len(text[inside[i - 1][0] : inside[i - 1][1]]) > 3:
                break
        elif word == "in" and text[inside[i][0] - 1] == "-":
            last = i
        else:
            break
    first = head
    for i in range(head - 1, -1, -1):
        word = text[inside[i][0] : inside[i][1]]
        if capital(i) and not word.isdigit():
            first = i
        elif not (word in links and first - i <= 2):
            break
    while first < head:
        word = text[inside[first][0] : inside[first][1]].lower()
        if word in ("the", "a", "an", ".", "of") or (
            g["type"] == "PER" and (word in COURTESIES or word in OFFICES or word in DEMONYMS)
        ):
            first += 1
        else:
            break
    return inside[first][0], inside[last][1], g["type"]


def meantime(choice: str) -> list[Document]:
    """MEANTIME; it leaves some names unannotated, so capitalised words without a name are unknown."""
    out = []
    for d in scorer().load_meantime(choice):
        text, where = loosen(d["text"])
        names = [(where[g["start"]], where[g["end"]], g["type"]) for g in d["names"]]
        spans = find_tokens(text)
        unknown = [
            (a, b)
            for i, (a, b) in enumerate(spans)
            if text[a].isupper() and i and text[spans[i - 1][0]] != "."
        ]
        names = [_untitled(text, spans, n) if n[2] == "PER" else n for n in names]
        names.sort(key=lambda n: n[0] - n[1])
        kept: list[tuple[int, int, str]] = []
        for n in names:
            if n[0] < n[1] and not any(n[0] < b and a < n[1] for a, b, _ in kept):
                kept.append(n)
        document = tag(text, kept, unknown)
        out.append(Document(d["id"], document.text, document.spans, document.tags))
    return out


def _untitled(text: str, spans: list[tuple[int, int]], name: tuple[int, int, str]) -> tuple[int, int, str]:
    inside = [(a, b) for a, b in spans if a >= name[0] and b <= name[1]]
    titles = COURTESIES | OFFICES | DEMONYMS | {"."}
    while len(inside) > 1 and text[inside[0][0] : inside[0][1]].lower() in titles:
        inside.pop(0)
    return (inside[0][0], inside[-1][1], name[2]) if inside else name
