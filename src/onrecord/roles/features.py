"""What the role model sees of a page: numbers, tags and hashed words of each block and of what is round it.

Everything here holds for any language: lengths, punctuation, links, place, repetition, agreement with what
the page declares. Words (of the text's edges, of classes and ids) are hashed, so the model learns which
matter instead of a list saying so.
"""

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..record import Block, Declared, Layout
from . import class_words
from .class_words import bits_of
from .marks import Mark, find_marks

TAGS = (
    "? body p h1 h2 h3 h4 h5 h6 li div section article td th figcaption blockquote span a dd dt header footer aside "
    "nav main form button label pre caption line item summary details address figure ul ol select noscript custom"
).split()
_TAG_ID = {name: n for n, name in enumerate(TAGS)}
EDGE_WORDS = 4

_FLAGS = ("article", "main", "header", "footer", "nav", "aside", "form", "figure", "li", "table", "noscript")
_FLAG_BIT = {name: n for n, name in enumerate(_FLAGS)}
_FLAG_BIT["td"] = _FLAG_BIT["th"] = _FLAG_BIT["table"]
_PROP_BIT = len(_FLAGS)
_HIDDEN_BIT = len(_FLAGS) + 1
_N_FLAGS = len(_FLAGS) + 2

_WORD = re.compile(r"\w+")
_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SENTENCE_END = re.compile(r"[.!?…。！？؟।]")
_CLOSING = "\"'”’»)]」』 "
_DIGIT = re.compile(r"\d")
_UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΩА-Я]")
_COMMA = re.compile(r"[,;，、،]")
_QUOTE = re.compile(r"[\"“”„«»「」]")
_EDGE = 120
_ARTICLE_KINDS = re.compile(r"article|posting|report|review|critique|analysis", re.I)
_PRODUCT_KINDS = re.compile(r"product|offer|recipe|software|course|event|jobposting", re.I)
_THREAD_KINDS = re.compile(r"discussion|question|qapage|forum", re.I)
_LIST_KINDS = re.compile(r"collection|itemlist|searchresults|category", re.I)


Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Features:
    """One page as arrays. Bags are flat id arrays with one start per bag, as `np.add.reduceat` takes them."""

    numbers: NDArray[np.float32]  # blocks x NUMBERS
    tags: NDArray[np.int32]  # blocks
    first: NDArray[np.int32]  # blocks x EDGE_WORDS: hashes of words, 0 for none
    last: NDArray[np.int32]  # blocks x EDGE_WORDS
    container: NDArray[np.int32]  # blocks -> container + 1 (0: none)
    parent: NDArray[np.int32]  # containers + 1 -> parent + 1
    class_ids: NDArray[np.int32]  # flat
    class_of: NDArray[np.int32]  # flat: container + 1
    inner_ids: NDArray[np.int32]  # flat
    inner_of: NDArray[np.int32]  # flat: block


_word_ids: dict[str, int] = {}
_class_ids: dict[str, tuple[int, ...]] = {}
_CACHE = 200_000


def _word_id(word: str) -> int:
    if len(_word_ids) > _CACHE:
        _word_ids.clear()
    found = _word_ids[word] = zlib.crc32(word.encode("utf-8", "replace")) & 0x7FFFFFFF
    return found


def _class_bag(words: str) -> tuple[int, ...]:
    found = _class_ids.get(words)
    if found is None:
        if len(_class_ids) > _CACHE:
            _class_ids.clear()
        parts = {w.lower() for w in _CLASS_WORD.findall(words[:300]) if len(w) > 1}
        found = _class_ids[words] = tuple(zlib.crc32(w.encode()) & 0x7FFFFFFF for w in sorted(parts)[:16])
    return found


NUMBERS = (
    "chars words words_long link_share links link_whole commas ends_per_100 ends_as_sentence ends_colon starts_upper "
    "starts_lower starts_digit digits upper quotes lines in_title title_in title_share description_share body_share "
    "copies copy_before place place_chars from_headline after_headline depth gap indent short_word "
    "image_before image_after alt_share alt_within in_figure image_near "
    "own_blocks own_chars own_links own_long own_dates up_blocks up_chars up_links up_long up_dates "
    "top_chars top_links top_dates top_share "
    "kin kin_chars kin_links next_same prev_same run_tag n_blocks page_chars page_links page_long "
    "d_article d_product d_thread d_list d_published d_author d_body d_any flat"
).split()
NUMBERS += [f"in_{name}" for name in (*_FLAGS, "prop", "hidden")] + [f"m_{mark.value}" for mark in Mark]
_MARKS_END = len(NUMBERS)
NUMBERS += [f"near_{name}" for name in class_words.NAMES] + [f"under_{name}" for name in class_words.NAMES]
NUMBERS += "same_article articles headline_near main_near in_main".split()
_MARK_AT = {mark: at for at, mark in enumerate(Mark)}
_DATED = [_MARK_AT[mark] for mark in (Mark.DATE, Mark.AGE, Mark.BYLINE)]


def features(layout: Layout, declared: Declared, flat: bool = False) -> Features:
    """The arrays for one page; an empty page gives arrays of no rows."""
    boxes = _Boxes(layout)
    words = _Words(layout)
    none = np.zeros(0, np.int32)
    if not layout.blocks:
        edges = np.zeros((0, EDGE_WORDS), np.int32)
        numbers = np.zeros((0, len(NUMBERS)), np.float32)
        return Features(numbers, none, edges, edges, none, boxes.parent, none, none, none, none)
    numbers = np.empty((len(layout.blocks), len(NUMBERS)), np.float32)
    at = 0
    for values in (
        *words.columns(),
        *_agreement(layout, declared, words),
        *_places(layout, words, boxes),
        *_pictures(layout, words),
        *_surroundings(layout, words, boxes),
        *(np.full(len(layout.blocks), fact) for fact in (*_declared_facts(declared), float(flat))),
    ):
        numbers[:, at] = values
        at += 1
    where = boxes.of_blocks
    numbers[:, at : at + _N_FLAGS] = (boxes.bits[where][:, None] >> np.arange(_N_FLAGS)) & 1
    numbers[:, at + _N_FLAGS : _MARKS_END] = words.marks
    at = _MARKS_END
    for values in (*boxes.class_columns(), *_structure(layout, words, boxes)):
        numbers[:, at] = values
        at += 1
    return Features(
        numbers,
        np.array([_tag_id(b) for b in layout.blocks], np.int32),
        np.array(words.first, np.int32),
        np.array(words.last, np.int32),
        where,
        boxes.parent,
        np.array(boxes.class_ids, np.int32),
        np.array(boxes.class_of, np.int32),
        np.array(words.inner_ids, np.int32),
        np.array(words.inner_of, np.int32),
    )


class _Boxes:
    """The containers of a page, shifted by one so that 0 stands for none."""

    def __init__(self, layout: Layout) -> None:
        containers = layout.containers
        count = len(containers) + 1
        ups = [0, *[c.parent + 1 for c in containers]]
        bits = [0] * count
        depth = [0] * count
        said = [0] * count
        under = [0] * count
        article = [0] * count
        self.class_ids: list[int] = []
        self.class_of: list[int] = []
        for index, box in enumerate(containers, 1):
            up = ups[index]
            bit = bits[up]
            tag_bit = _FLAG_BIT.get(box.tag)
            if tag_bit is not None:
                bit |= 1 << tag_bit
            if box.itemprop == "articleBody":
                bit |= 1 << _PROP_BIT
            words = box.words
            if words:
                if "is-hidden" in words:
                    bit |= 1 << _HIDDEN_BIT
                said[index] = bits_of(words)
                ids = _class_bag(words)
                if ids:
                    self.class_ids.extend(ids)
                    self.class_of.extend([index] * len(ids))
            bits[index] = bit
            depth[index] = depth[up] + 1
            under[index] = 0 if box.tag == "body" else under[up] | said[index]
            article[index] = index if box.tag == "article" else article[up]
        self.ups = ups
        self.tags = [c.tag for c in containers]
        self.said = np.array(said, np.int64)
        self.under = np.array(under, np.int64)
        self.article = np.array(article)
        self.depth = np.array(depth)
        self.parent = np.array(ups, np.int32)
        self.bits = np.array(bits, np.int64)
        self.of_blocks = np.array([b.container + 1 for b in layout.blocks], np.int32)

    def class_columns(self) -> Iterator[Floats]:
        """`near_...` and `under_...`: what the two nearest elements' class words say, and those of all round them."""
        where = self.of_blocks
        near = self.said[where] | self.said[self.parent[where]]
        for bits in (near, self.under[where]):
            yield from ((bits[:, None] >> np.arange(len(class_words.NAMES))) & 1).T.astype(float)

    def nearness(self, target: int) -> Floats:
        """For each container how deep the last container is that it shares with the target, as a share of the target's depth."""
        on_path = set()
        at = target
        while at:
            on_path.add(at)
            at = self.ups[at]
        shared = [0] * len(self.ups)
        depth = self.depth.tolist()
        for index in range(1, len(shared)):
            shared[index] = depth[index] if index in on_path else shared[self.ups[index]]
        return np.array(shared, np.float64) / float(max(depth[target], 1))

    def totals(self, stats: Floats) -> Floats:
        """The sums of the blocks' numbers over everything inside each container."""
        own = np.zeros((len(self.ups), stats.shape[1]))
        np.add.at(own, self.of_blocks, stats)
        sums = own.tolist()
        for index in range(len(sums) - 1, 0, -1):
            inner, outer = sums[index], sums[self.ups[index]]
            if inner[0]:
                for at, value in enumerate(inner):
                    outer[at] += value
        return np.array(sums)


class _Words:
    """What each block's own words give: counts, the words at its edges, its marks."""

    def __init__(self, layout: Layout) -> None:
        self.first: list[list[int]] = []
        self.last: list[list[int]] = []
        self.inner_ids: list[int] = []
        self.inner_of: list[int] = []
        self.words: list[list[str]] = []
        self.headline = -1
        blocks = layout.blocks
        known = _word_ids.get
        seen: dict[str, int] = {}
        for block in blocks:
            seen[block.text] = seen.get(block.text, 0) + 1
        before: set[str] = set()
        rows = []
        marked: list[tuple[int, int]] = []
        for index, block in enumerate(blocks):
            text = block.text
            size = len(text)
            words = _WORD.findall(text if size <= 4000 else text[:4000])
            self.words.append(words)
            count = len(words)
            edges = words if count <= 2 * EDGE_WORDS else words[:EDGE_WORDS] + words[-EDGE_WORDS:]
            ids = [known(w) or _word_id(w) for w in map(str.casefold, edges)]
            if count < EDGE_WORDS:
                ids = ids + [0] * (EDGE_WORDS - count)
                self.first.append(ids)
                self.last.append(ids)
            else:
                self.first.append(ids[:EDGE_WORDS])
                self.last.append(ids[-EDGE_WORDS:])
            linked = 0
            for link in block.links:
                span = link.span
                linked += span.end - span.start
            ending = text[-8:].rstrip(_CLOSING)[-1:]
            char = text[0]
            edge = text[:_EDGE]
            rows.append(
                (
                    size,
                    count,
                    linked,
                    len(block.links),
                    text.count(",") if text.isascii() else len(_COMMA.findall(text)),
                    len(_SENTENCE_END.findall(text)) if size > 20 else 0,
                    ending != "" and ending in ".!?…。！？؟।",
                    ending == ":",
                    char.isupper(),
                    char.islower(),
                    char.isdigit(),
                    len(_DIGIT.findall(edge)),
                    len(_UPPER.findall(edge)),
                    len(_QUOTE.findall(text)),
                    text.count("\n"),
                    seen[text] - 1,
                    text in before,
                )
            )
            before.add(text)
            if block.inner:
                inside = _class_bag(block.inner)
                self.inner_ids.extend(inside)
                self.inner_of.extend([index] * len(inside))
            for found in find_marks(text):
                marked.append((index, _MARK_AT[found]))
        self.table = np.array(rows, np.float64).reshape(len(blocks), 17)
        self.sizes, self.counts, self.linked = self.table[:, 0], self.table[:, 1], self.table[:, 2]
        self.long = (self.sizes > 80) & (self.table[:, 5] > 0) & (self.linked < 0.5 * self.sizes)
        self.marks = np.zeros((len(blocks), len(_MARK_AT)), np.float32)
        if marked:
            where, which = zip(*marked, strict=True)
            self.marks[list(where), list(which)] = 1

    def columns(self) -> Iterator[Floats]:
        """From `chars` to `lines`."""
        t = self.table
        size, count = self.sizes, self.counts
        yield np.minimum(size, 3000) / 1000
        yield np.minimum(count, 200) / 100
        yield self.long.astype(float)
        yield self.linked / size
        yield np.minimum(t[:, 3], 5) / 5
        yield (self.linked >= size * 0.95).astype(float)
        yield t[:, 4] / (count + 5)
        yield t[:, 5] * 20 / (size + 40)
        for at in range(6, 11):
            yield t[:, at]
        shown = np.minimum(size, _EDGE)
        yield t[:, 11] / shown
        yield t[:, 12] / shown
        yield np.minimum(t[:, 13], 6) / 6
        yield np.minimum(t[:, 14], 5) / 5


def _agreement(layout: Layout, declared: Declared, words: _Words) -> Iterator[Floats]:
    """From `in_title` to `body_share`: how far a block's words are those the page declares.

    The block that agrees best with the declared headline is kept in `words.headline`.
    """
    headline = declared.first("headline") or declared.first("title") or ""
    title, title_text = _words_of(headline), _plain(headline)
    page_title = _words_of(declared.first("title") or "") | title
    description = _words_of(declared.first("description") or "")
    body = _words_of(declared.first("body") or "")
    rows = np.zeros((len(layout.blocks), 5))
    best, chosen = 0.0, -1
    if title or description or body:
        for index, (block, own_words) in enumerate(zip(layout.blocks, words.words, strict=True)):
            if not own_words:
                continue
            short = len(block.text) < 400
            own: set[str] | None = None
            if short and (title or description):
                own = set(map(str.casefold, own_words))
                if title:
                    common = len(own & page_title)
                    share = common / len(own)
                    rows[index, 2] = share
                    if share > 0.6:
                        plain = _plain(block.text)
                        rows[index, 0] = plain in title_text
                        rows[index, 1] = bool(title_text) and title_text in plain
                        score = common / (len(own | title)) + (0.5 if plain == title_text else 0.0)
                        score += 0.3 if block.tag == "h1" else 0.0
                        if score > best + 0.01 and score > 0.4:
                            best, chosen = score, index
            if description:
                own = own if short and own else set(map(str.casefold, own_words[:60]))
                rows[index, 3] = len(own & description) / len(own)
            if body:
                own = set(map(str.casefold, own_words[:60]))
                rows[index, 4] = len(own & body) / len(own)
    if chosen < 0:
        chosen = next((i for i, b in enumerate(layout.blocks) if b.tag == "h1"), -1)
    words.headline = chosen
    yield from rows.T


def _places(layout: Layout, words: _Words, boxes: _Boxes) -> Iterator[Floats]:
    """From `copies` to `short_word`: repetition, and where the block stands."""
    count = len(layout.blocks)
    yield np.minimum(words.table[:, 15], 5) / 5
    yield words.table[:, 16]
    yield np.arange(count) / count
    yield (np.cumsum(words.sizes) - words.sizes) / max(words.sizes.sum(), 1.0)
    away = np.arange(count) - words.headline if words.headline >= 0 else np.zeros(count)
    yield np.sign(away) * np.log1p(np.abs(away)) / 6
    yield (away > 0).astype(float)
    yield np.minimum(boxes.depth[boxes.of_blocks], 30) / 30
    yield np.minimum([b.gap for b in layout.blocks], 4) / 4
    yield np.minimum([b.indent for b in layout.blocks], 16) / 16
    yield (words.counts <= 3).astype(float)


def _pictures(layout: Layout, words: _Words) -> Iterator[Floats]:
    """From `image_before` to `image_near`: pictures beside a block and the words that describe them."""
    count = len(layout.blocks)
    out = np.zeros((6, count))
    for image in layout.images:
        if image.before < count:
            out[0, image.before] = 1
        if 0 < image.before <= count:
            out[1, image.before - 1] = 1
    near = _nearest_images(layout)
    alts = [_words_of(image.alt) if len(image.alt) > 12 else None for image in layout.images]
    figures = {image.figure for image in layout.images if image.figure >= 0}
    inside: dict[int, bool] = {-1: False}
    for index, block in enumerate(layout.blocks):
        image_at = near[index]
        if image_at >= 0:
            nearness = 1 / (1 + abs(layout.images[image_at].before - index))
            out[5, index] = nearness
            alt = alts[image_at]
            own = words.words[index]
            if alt and nearness > 0.15 and 2 < len(own) < 150:
                common = len(alt & set(map(str.casefold, own)))
                out[2, index] = common / len(alt)
                out[3, index] = common / len(own)
        if figures:
            box = block.container
            found = inside.get(box)
            if found is None:
                found, at = False, box
                for _ in range(5):
                    if at < 0:
                        break
                    if at in figures:
                        found = True
                        break
                    at = layout.containers[at].parent
                inside[box] = found
            out[4, index] = found
    yield from out


def _surroundings(layout: Layout, words: _Words, boxes: _Boxes) -> Iterator[Floats]:
    """From `own_blocks` to `page_long`: what the containers round a block hold, and its kin over the page."""
    count = len(layout.blocks)
    dated = words.marks[:, _DATED].max(1)
    stats = np.stack([np.ones(count), words.sizes, words.linked, words.long, dated], axis=1)
    whole = boxes.totals(stats)
    where = boxes.of_blocks
    up = boxes.parent[where]
    total = max(words.sizes.sum(), 1.0)
    own, outer, top = whole[where], whole[up], whole[boxes.parent[up]]
    for inside in (own, outer):
        blocks, chars = np.maximum(inside[:, 0], 1), np.maximum(inside[:, 1], 1)
        yield np.log1p(inside[:, 0]) / 6
        yield np.log1p(inside[:, 1]) / 10
        yield inside[:, 2] / chars
        yield inside[:, 3] / blocks
        yield inside[:, 4] / blocks
    yield np.log1p(top[:, 1]) / 10
    yield top[:, 2] / np.maximum(top[:, 1], 1)
    yield top[:, 4] / np.maximum(top[:, 0], 1)
    yield own[:, 1] / total
    kin: dict[tuple[str, str, str], int] = {}
    of = np.array([kin.setdefault(_kin_key(layout, b), len(kin)) for b in layout.blocks])
    kins = np.zeros((len(kin), 3))
    np.add.at(kins, of, stats[:, :3])
    same_kin = kins[of]
    yield np.log1p(same_kin[:, 0]) / 6
    yield np.log1p(same_kin[:, 1] / same_kin[:, 0]) / 8
    yield same_kin[:, 2] / np.maximum(same_kin[:, 1], 1)
    same = np.zeros(count + 1, bool)
    same[1:count] = of[1:] == of[:-1]
    yield same[1:].astype(float)
    yield same[:-1].astype(float)
    starts = np.maximum.accumulate(np.where(same[:-1], 0, np.arange(count)))
    yield np.minimum(np.arange(count) - starts, 20) / 20
    yield np.full(count, np.log1p(count) / 8)
    yield np.full(count, np.log1p(total) / 12)
    yield np.full(count, words.linked.sum() / total)
    yield np.full(count, np.log1p(words.long.sum()) / 6)


def _structure(layout: Layout, words: _Words, boxes: _Boxes) -> Iterator[Floats]:
    """From `same_article` to `in_main`: where a block stands towards the headline and the container with most prose.

    The second is found as Readability does: long blocks count for their container, and half for the one round it.
    """
    count = len(layout.blocks)
    where = boxes.of_blocks
    head = where[words.headline] if words.headline >= 0 else 0
    yield (boxes.article[where] == boxes.article[head]).astype(float)
    yield np.full(count, np.log1p(boxes.tags.count("article")) / 4)
    yield boxes.nearness(int(head))[where] if head else np.zeros(count)
    prose = np.zeros(len(boxes.ups))
    np.add.at(prose, where, np.where(words.long, words.sizes, 0))
    score = prose.copy()
    np.add.at(score, boxes.parent[1:], prose[1:])
    np.add.at(score, boxes.parent[boxes.parent[1:]], prose[1:] / 2)
    score[0] = 0
    main = int(score.argmax()) if score.any() else 0
    near = boxes.nearness(main)[where] if main else np.zeros(count)
    yield near
    yield (near >= 1).astype(float)


def _declared_facts(declared: Declared) -> tuple[float, ...]:
    """What the page says of its own kind: article, product, thread, list; and whether it declares a day, ..."""
    kinds = " ".join(d.value for d in declared.all("kind"))
    return (
        float(bool(_ARTICLE_KINDS.search(kinds))),
        float(bool(_PRODUCT_KINDS.search(kinds))),
        float(bool(_THREAD_KINDS.search(kinds))),
        float(bool(_LIST_KINDS.search(kinds))),
        float(declared.first("published") is not None),
        float(declared.first("author") is not None),
        float(declared.first("body") is not None),
        float(bool(declared.declarations)),
    )


def _nearest_images(layout: Layout) -> list[int]:
    """For each block the index of the image nearest to it in reading order, -1 on a page without."""
    n = len(layout.blocks)
    nearest = [-1] * n
    away = [n + 1] * n
    for index, image in enumerate(layout.images):
        for at in range(max(0, image.before - 6), min(n, image.before + 6)):
            distance = abs(at - image.before) + (at < image.before)
            if distance < away[at]:
                away[at], nearest[at] = distance, index
    return nearest


def _tag_id(block: Block) -> int:
    tag = block.tag
    found = _TAG_ID.get(tag)
    if found is None:
        found = _TAG_ID["custom"] if "-" in tag else 0
    return found


def _kin_key(layout: Layout, block: Block) -> tuple[str, str, str]:
    """What makes two blocks kin: their tag and the class words of the two elements round them."""
    if block.container < 0:
        return block.tag, "", ""
    box = layout.containers[block.container]
    return block.tag, box.words, layout.containers[box.parent].words if box.parent >= 0 else ""


def _words_of(text: str) -> set[str]:
    return {w.casefold() for w in _WORD.findall(text[:20_000])}


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text[:1000])).casefold()
