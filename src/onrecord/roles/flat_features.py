"""What the model of flat text sees of a page: numbers of each line, and its words in their order.

Without mark-up the words must tell a caption or a teaser from the story's own sentences. So each block gives its
words (the first and the last of a long one), punctuation among them, each with how it is written; and numbers of
its shape, of where it stands, and of how many rare words it shares with what stands round it.
"""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from ..record import Layout
from .marks import Mark, find_marks

EDGE = 4
_HEAD, _TAIL = 32, 14
_LONG = 80

SHAPES = ("none", "lower", "capital", "upper", "digits", "mixed", "mark", "break")
_SHAPE = {name: n for n, name in enumerate(SHAPES)}
TAGS = ("line", "item", "h1", "h2", "h3", "h4", "h5", "h6", "label", "field", "?")
_TAG_ID = {name: n for n, name in enumerate(TAGS)}
_TAG_ID["quote"] = _TAG_ID["item"]  # the model learnt from texts in which `>` was one mark of many
_ITEMS = ("item", "quote")

# a word, a single letter of scripts that do not part words, or a mark
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+|[^\w\s]"
)
_SENTENCE_END = re.compile(r"[.!?…。！？؟।](?=[\s\"'”’»)\]]|$)")
_INNER_END = re.compile(r"[.!?…。！？؟।][\"'”’»)\]]?\s")
_OPENS_QUOTE = "\"“„«'‘‚「『»–—-"
_CLOSING = "\"'”’»)]」』 "
_DIGIT = re.compile(r"\d")
_UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]")
_QUOTE = re.compile(r"[\"“”„«»「」]")
_LABEL = re.compile(r"^[^.!?]{1,28}?[:|](?=\s|\S)")
_IN_BRACKETS = re.compile(r"^\s*[\[(].*[\])]\s*$", re.S)

NUMBERS = (
    "size size_log words_log word_size ends inner_ends ends_as_sentence ends_colon ends_cut ends_bracket starts_upper "
    "starts_lower starts_digit starts_quote starts_bracket in_brackets label digits uppers capitals quotes commas bars slashes "
    "address links lines long short_word gap after indent indent_after tag_item tag_heading "
    "copies copy_before start_copies start_shorter start_longer end_copies "
    "place place_chars since_long until_long run_long before_size after_size "
    "shared_before shared_after shared_long_before shared_long_after shared_long rare alone "
    "image_before image_after page_blocks page_chars page_long page_gaps page_items page_letters"
).split()
NUMBERS += [f"m_{mark.value}" for mark in Mark]
_MARK_AT = {mark: at for at, mark in enumerate(Mark)}


@dataclass(frozen=True, slots=True)
class FlatFeatures:
    """One flat page as arrays. A token is three numbers: its word's hash, its ending's hash, its shape."""

    numbers: NDArray[np.float32]  # blocks x NUMBERS
    tags: NDArray[np.int32]  # blocks
    edges: NDArray[
        np.int32
    ]  # blocks x 2 EDGE: where in the tokens its first and last words stand, + 1; 0 for none
    words: NDArray[np.int32]  # tokens
    endings: NDArray[np.int32]  # tokens
    shapes: NDArray[np.int8]  # tokens
    starts: NDArray[np.int32]  # blocks: where its tokens begin; every block has one or more


_tokens: dict[str, tuple[int, int, int]] = {}
_CACHE = 200_000
_BREAK = (0, 0, _SHAPE["break"])


def _hash(word: str) -> int:
    return zlib.crc32(word.encode("utf-8", "replace")) & 0x7FFFFFFF


def _token(word: str) -> tuple[int, int, int]:
    if len(_tokens) > _CACHE:
        _tokens.clear()
    if word.isalpha():
        shape = "upper" if len(word) > 1 and word.isupper() else "lower"
        if shape == "lower" and word[0].isupper():
            shape = "capital"
        low = word.casefold()
        found = (_hash(low), _hash("~" + low[-3:]), _SHAPE[shape])
    elif word.isdigit():
        found = (_hash(word), _hash(f"#{min(len(word), 5)}"), _SHAPE["digits"])
    elif word.isalnum():
        found = (_hash(word.casefold()), _hash("#mixed"), _SHAPE["mixed"])
    else:
        found = (_hash(word), _hash("#mark"), _SHAPE["mark"])
    _tokens[word] = found
    return found


def flat_features(layout: Layout, marks: Sequence[frozenset[Mark]] | None = None) -> FlatFeatures:
    """The arrays for one page, given the marks of its blocks if they are known already; an empty page gives arrays of
    no rows."""
    blocks = layout.blocks
    count = len(blocks)
    none = np.zeros(0, np.int32)
    if not count:
        return FlatFeatures(
            np.zeros((0, len(NUMBERS)), np.float32),
            none,
            np.zeros((0, 2 * EDGE), np.int32),
            none,
            none,
            none.astype(np.int8),
            none,
        )
    seen: dict[str, int] = {}
    for block in blocks:
        seen[block.text] = seen.get(block.text, 0) + 1
    before: set[str] = set()
    rows = []
    tokens: list[tuple[int, int, int]] = []
    starts: list[int] = []
    edges: list[list[int]] = []
    content: list[set[int]] = []
    heads: list[tuple[int, ...]] = []
    tails: list[tuple[int, ...]] = []
    marked: list[tuple[int, int]] = []
    looks: dict[str, _Look] = {}  # a line that comes back is looked at once
    for index, block in enumerate(blocks):
        text = block.text
        look = looks.get(text)
        if look is None:
            look = looks[text] = _look(text)
        starts.append(len(tokens))
        tokens += look.tokens
        edges.append(look.edges)
        content.append(look.content)
        heads.append(look.head)
        tails.append(look.tail)
        linked = 0
        for link in block.links:
            linked += link.span.end - link.span.start
        rows.append(
            (
                *look.shape,
                linked / len(text),
                *look.length,
                min(block.gap, 4) / 4,
                0.0,
                min(block.indent, 16) / 16,
                0.0,
                block.tag in _ITEMS,
                block.tag[0] == "h" and block.tag[1:].isdigit(),
                min(seen[text] - 1, 5) / 5,
                text in before,
            )
        )
        before.add(text)
        for mark in find_marks(text) if marks is None else marks[index]:
            marked.append((index, _MARK_AT[mark]))
    table = np.array(rows, np.float64)
    sizes = table[:, 1].copy()
    table[:, 1] = np.log1p(sizes) / 7
    table[:, 2] = np.log1p(table[:, 2]) / 5
    gap_at, indent_at = NUMBERS.index("gap"), NUMBERS.index("indent")
    table[:-1, gap_at + 1] = table[1:, gap_at]
    table[:-1, indent_at + 1] = table[1:, indent_at]
    long = table[:, NUMBERS.index("long")] > 0
    numbers = np.zeros((count, len(NUMBERS)), np.float32)
    at_column = table.shape[1]
    numbers[:, :at_column] = table
    for values in (
        *_repeats(heads, tails, sizes),
        *_places(sizes, long),
        *_shared(content, long),
        *_images(layout),
        *_page(layout, sizes, long, table),
    ):
        numbers[:, at_column] = values
        at_column += 1
    if marked:
        where, which = zip(*marked, strict=True)
        numbers[list(where), np.array(which) + at_column] = 1
    begins = np.array(starts, np.int32)
    edge_places = np.array(edges, np.int32)
    return FlatFeatures(
        numbers,
        np.array([_tag_id(b.tag) for b in blocks], np.int32),
        np.where(edge_places > 0, edge_places + begins[:, None], 0),
        np.array([t[0] for t in tokens], np.int32),
        np.array([t[1] for t in tokens], np.int32),
        np.array([t[2] for t in tokens], np.int8),
        begins,
    )


@dataclass(frozen=True, slots=True)
class _Look:
    """What a text gives wherever it stands."""

    tokens: list[tuple[int, int, int]]
    edges: list[int]  # the places of its first and last words among its tokens, + 1; 0 for none
    content: set[int]
    head: tuple[int, ...]
    tail: tuple[int, ...]
    shape: tuple[float, ...]  # from `size` to `address`
    length: tuple[float, ...]  # from `lines` to `short_word`


def _look(text: str) -> _Look:
    known = _tokens.get
    small, capital, upper, mark_shape = _SHAPE["lower"], _SHAPE["capital"], _SHAPE["upper"], _SHAPE["mark"]
    size = len(text)
    found = _TOKEN.findall(text if size <= 6000 else text[:4000] + " " + text[-1000:])
    if len(found) > _HEAD + _TAIL + 1:
        own = [known(w) or _token(w) for w in found[:_HEAD]]
        own.append(_BREAK)
        own += [known(w) or _token(w) for w in found[-_TAIL:]]
    else:
        own = [known(w) or _token(w) for w in found]
    if not own:
        own = [_BREAK]
    at = [n + 1 for n, t in enumerate(own) if t[2] < mark_shape]
    edge = at[:EDGE]
    edge += [0] * (EDGE - len(edge))
    last = at[-EDGE:]
    shapes = [t[2] for t in own]
    n_small, n_capital, n_upper = shapes.count(small), shapes.count(capital), shapes.count(upper)
    letters = n_small + n_capital + n_upper
    bare = text[-8:].rstrip(_CLOSING)
    ending = bare[-1:]
    char = text[0]
    edge_text = text[:160]
    shown = min(size, 160)
    return _Look(
        own,
        edge + [0] * (EDGE - len(last)) + last,
        {t[0] for t, w in zip(own, found, strict=False) if len(w) > 3 and t[2] < mark_shape},
        tuple([own[a - 1][0] for a in at[:5]]),
        tuple([own[a - 1][0] for a in at[-5:]]),
        (
            min(size, 3000) / 1000,
            size,
            len(found),
            size / (len(found) + 1) / 10,
            min(len(_SENTENCE_END.findall(text)), 8) / 8,
            min(len(_INNER_END.findall(text)), 8) / 8,
            ending != "" and ending in ".!?…。！？؟।",
            ending == ":",
            text.endswith(("...", "…", "[…]", "[...]")),
            text[-1] in ")]" or text[-2:] in (").", "]."),
            char.isupper(),
            char.islower(),
            char.isdigit(),
            char in _OPENS_QUOTE,
            char in "[(",
            bool(_IN_BRACKETS.match(text)) if size < 400 else False,
            bool(_LABEL.match(text)),
            len(_DIGIT.findall(edge_text)) / shown,
            len(_UPPER.findall(edge_text)) / shown,
            (n_capital + n_upper) / (letters + 1),
            min(len(_QUOTE.findall(text)), 6) / 6,
            min(text.count(","), 12) / (len(found) + 5),
            min(text.count("|") + text.count("·") + text.count("•"), 4) / 4,
            min(text.count("/"), 4) / 4,
            "http" in text or "www." in text or "@" in text,
        ),
        (
            text.count("\n") > 0,
            size > _LONG and bool(_SENTENCE_END.search(text)),
            letters <= 3,
        ),
    )


def _tag_id(tag: str) -> int:
    return _TAG_ID["field"] if tag.startswith("field-") else _TAG_ID.get(tag, _TAG_ID["?"])


def _repeats(
    heads: list[tuple[int, ...]], tails: list[tuple[int, ...]], sizes: NDArray[np.float64]
) -> list[NDArray[np.float64]]:
    """From `start_copies` to `end_copies`: other blocks that begin or end with the same words."""
    count = len(heads)
    out = [np.zeros(count) for _ in range(4)]
    by_head: dict[tuple[int, ...], list[int]] = {}
    by_tail: dict[tuple[int, ...], int] = {}
    for n, (head, tail) in enumerate(zip(heads, tails, strict=True)):
        if len(head) == 5:
            by_head.setdefault(head, []).append(n)
            by_tail[tail] = by_tail.get(tail, 0) + 1
    for same in by_head.values():
        if len(same) > 1:
            spread = sizes[same]
            out[0][same] = min(len(same) - 1, 5) / 5
            out[1][same] = spread > spread.min()
            out[2][same] = spread < spread.max()
    for n, tail in enumerate(tails):
        if len(heads[n]) == 5:
            out[3][n] = min(by_tail[tail] - 1, 5) / 5
    return out


def _places(sizes: NDArray[np.float64], long: NDArray[np.bool_]) -> list[NDArray[np.float64]]:
    """From `place` to `after_size`: where a block stands on the page and among the long ones."""
    count = len(sizes)
    index = np.arange(count)
    since = index - np.maximum.accumulate(np.where(long, index, -50))
    until = np.minimum.accumulate(np.where(long, index, count + 50)[::-1])[::-1] - index
    broken = np.maximum.accumulate(np.where(long, -1, index))
    run = np.where(long, index - broken, 0)
    padded = np.concatenate([[0.0], np.log1p(sizes) / 7, [0.0]])
    return [
        index / count,
        (np.cumsum(sizes) - sizes) / max(sizes.sum(), 1.0),
        np.log1p(np.minimum(since, 50)) / 4,
        np.log1p(np.minimum(until, 50)) / 4,
        np.minimum(run, 20) / 20,
        padded[:-2],
        padded[2:],
    ]


def _shared(content: list[set[int]], long: NDArray[np.bool_]) -> list[NDArray[np.float64]]:
    """From `shared_before` to `alone`: the share of a block's words, rare ones counting more, that stand in others.

    A story goes on about the same people and things; a teaser brings its own.
    """
    count = len(content)
    spread: dict[int, int] = {}
    spread_long: dict[int, int] = {}
    for words, is_long in zip(content, long.tolist(), strict=True):
        for word in words:
            spread[word] = spread.get(word, 0) + 1
            if is_long:
                spread_long[word] = spread_long.get(word, 0) + 1
    values = [1.0 / (1.0 + log(n)) for n in range(1, count + 1)]
    worth = {word: values[n - 1] for word, n in spread.items()}
    next_long: list[int] = [-1] * count
    at = -1
    for n in range(count - 1, -1, -1):
        next_long[n] = at
        if long[n]:
            at = n
    out = np.zeros((7, count))
    last_long = -1
    for n, words in enumerate(content):
        if words:
            total = sum([worth[w] for w in words])
            others = [n - 1, n + 1 if n + 1 < count else -1, last_long, next_long[n]]
            for k, other in enumerate(others):
                if other >= 0:
                    out[k, n] = sum([worth[w] for w in words & content[other]]) / total
            own = 1 if long[n] else 0
            out[4, n] = sum([worth[w] for w in words if spread_long.get(w, 0) > own]) / total
            out[5, n] = total / len(words)
            out[6, n] = [spread[w] for w in words].count(1) / len(words)
        if long[n]:
            last_long = n
    return list(out)


def _images(layout: Layout) -> list[NDArray[np.float64]]:
    """`image_before` and `image_after`: pictures that the text still names."""
    count = len(layout.blocks)
    out = np.zeros((2, count))
    for image in layout.images:
        if image.before < count:
            out[0, image.before] = 1
        if 0 < image.before <= count:
            out[1, image.before - 1] = 1
    return list(out)


def _page(
    layout: Layout, sizes: NDArray[np.float64], long: NDArray[np.bool_], table: NDArray[np.float64]
) -> list[NDArray[np.float64]]:
    """From `page_blocks` to `page_letters`: the page as a whole, the same for all its blocks."""
    count = len(sizes)
    total = max(sizes.sum(), 1.0)
    facts = (
        np.log1p(count) / 8,
        np.log1p(total) / 12,
        float(sizes[long].sum()) / total,
        float((table[:, NUMBERS.index("gap")] > 0).mean()),
        float(table[:, NUMBERS.index("tag_item")].mean()),
        float((table[:, NUMBERS.index("starts_upper")] + table[:, NUMBERS.index("starts_lower")]).mean()),
    )
    return [np.full(count, fact) for fact in facts]
