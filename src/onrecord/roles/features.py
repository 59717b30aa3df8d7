"""What the role model sees of a page: numbers, tags and hashed words of each block and of what is round it.

Everything here holds for any language: lengths, punctuation, links, place, repetition, agreement with what
the page declares. Words (of the text's edges, of classes and ids) are hashed, so the model learns which
matter instead of a list saying so.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..record import Block, Declared, Layout
from ..text.words import find_words
from . import class_words
from .class_words import bits_of
from .letters import Letters
from .marks import Mark, find_marks

TAGS = (
    "? body p h1 h2 h3 h4 h5 h6 li div section article td th figcaption blockquote span a dd dt header footer aside "
    "nav main form button label pre caption line item summary details address figure ul ol select noscript custom"
).split()
_TAG_ID = {name: n for n, name in enumerate(TAGS)}
EDGE_WORDS = 4
BAG_WORDS = 40

_FLAGS = ("article", "main", "header", "footer", "nav", "aside", "form", "figure", "li", "table", "noscript")
_FLAG_BIT = {name: n for n, name in enumerate(_FLAGS)}
_FLAG_BIT["td"] = _FLAG_BIT["th"] = _FLAG_BIT["table"]
_PROP_BIT = len(_FLAGS)
_HIDDEN_BIT = len(_FLAGS) + 1
_N_FLAGS = len(_FLAGS) + 2
_TAG_FLAG = {name: 1 << n for name, n in _FLAG_BIT.items()}
_HIDDEN = 1 << len(class_words.NAMES)
_SAID = _HIDDEN - 1

_CLASS_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_CLOSING = "\"'”’»)]」』 "
_ENDINGS = frozenset(".!?…。！？؟।")
_EDGE = 120
_MOST_CHARS = 4000
_ARTICLE_KINDS = re.compile(r"article|posting|report|review|critique|analysis", re.I)
_PRODUCT_KINDS = re.compile(r"product|offer|recipe|software|course|event|jobposting", re.I)
_THREAD_KINDS = re.compile(r"discussion|question|qapage|forum", re.I)
_LIST_KINDS = re.compile(r"collection|itemlist|searchresults|category", re.I)


Floats = NDArray[np.float64]
Places = NDArray[np.int64]
_NOWHERE = np.zeros(0, np.int64)


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
    word_ids: NDArray[np.int32]  # flat: hashes of a block's words, its first and last BAG_WORDS / 2
    word_of: NDArray[np.int32]  # flat: block
    own_words: tuple[
        NDArray[np.int64], NDArray[np.int64]
    ]  # flat, each word of a block once: its number, its block


_class_ids: dict[str, tuple[int, ...]] = {}
_said: dict[str, tuple[int, tuple[int, ...]]] = {"": (0, ())}
_CACHE = 200_000
_BOXES_CACHE = 50_000


def word_ids(words: Sequence[str]) -> NDArray[np.int32]:
    """The hashes of words. To remember them would cost more than to work them out, and half of a page's are its own."""
    try:
        sums = map(crc32, map(str.encode, words))
        found = np.fromiter(sums, np.uint32, len(words))
    except UnicodeEncodeError:  # half a surrogate
        found = np.fromiter([crc32(w.encode("utf-8", "replace")) for w in words], np.uint32, len(words))
    return (found & np.uint32(0x7FFFFFFF)).view(np.int32)


def _class_bag(words: str) -> tuple[int, ...]:
    found = _class_ids.get(words)
    if found is None:
        if len(_class_ids) > _CACHE:
            _class_ids.clear()
        parts = {w.lower() for w in _CLASS_WORD.findall(words[:300]) if len(w) > 1}
        found = _class_ids[words] = tuple(crc32(w.encode()) & 0x7FFFFFFF for w in sorted(parts)[:16])
    return found


def _box_words(words: str) -> tuple[int, tuple[int, ...]]:
    """What the words of an element's classes and id say: the bits of `class_words`, with one that it is hidden, and all ids."""
    if len(_said) > _BOXES_CACHE:
        _said.clear()
    bits = bits_of(words)
    if "is-hidden" in words:
        bits |= _HIDDEN
    found = _said[words] = bits, _class_bag(words)
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
NUMBERS += "same_article articles headline_near main_near in_main shared shared_rare".split()
_MARK_AT = {mark: at for at, mark in enumerate(Mark)}
_DATED = [_MARK_AT[mark] for mark in (Mark.DATE, Mark.AGE, Mark.BYLINE)]


def features(layout: Layout, declared: Declared, marks: Sequence[frozenset[Mark]] | None = None) -> Features:
    """The arrays for one page; an empty page gives arrays of no rows.

    `marks` are those that `find_marks` gives for each block, looked for here if they are not at hand.
    """
    boxes = _Boxes(layout)
    none, nowhere = np.zeros(0, np.int32), (_NOWHERE, _NOWHERE)
    if not layout.blocks:
        edges = np.zeros((0, EDGE_WORDS), np.int32)
        numbers = np.zeros((0, len(NUMBERS)), np.float32)
        return Features(
            numbers, none, edges, edges, none, boxes.parent, none, none, none, none, none, none, nowhere
        )
    words = _Words(layout, [find_marks(b.text) for b in layout.blocks] if marks is None else marks)
    # a row for each of NUMBERS here, since they are made one by one for all blocks
    numbers = np.empty((len(NUMBERS), len(layout.blocks)), np.float32)
    at = 0
    for values in (
        *words.columns(),
        *_agreement(layout, declared, words),
        *_places(layout, words, boxes),
        *_pictures(layout, words, boxes),
        *_surroundings(layout, words, boxes),
        *_declared_facts(declared),
        0.0,  # `flat`: text without mark-up has a model of its own now, and this one a column left over
    ):
        numbers[at] = values
        at += 1
    where = boxes.of_blocks
    numbers[at : at + _N_FLAGS] = _bit_rows(boxes.bits.take(where), _N_FLAGS)
    numbers[at + _N_FLAGS : _MARKS_END] = words.marks
    at = _MARKS_END
    for bits in boxes.class_bits():
        numbers[at : at + len(class_words.NAMES)] = _bit_rows(bits, len(class_words.NAMES))
        at += len(class_words.NAMES)
    for values in (*_structure(layout, words, boxes), *words.kinship()):
        numbers[at] = values
        at += 1
    return Features(
        numbers.T,
        np.array([_TAG_ID.get(b.tag) or _tag_id(b) for b in layout.blocks], np.int32),
        words.first,
        words.last,
        where,
        boxes.parent,
        np.array(boxes.class_ids, np.int32),
        boxes.class_of,
        np.array(words.inner_ids, np.int32),
        np.array(words.inner_of, np.int32),
        words.bag_ids,
        words.bag_of,
        words.own,
    )


def _bit_rows(bits: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    return (bits >> np.arange(count)[:, None]) & 1


class _Boxes:
    """The containers of a page, shifted by one so that 0 stands for none."""

    def __init__(self, layout: Layout) -> None:
        containers = layout.containers
        count = len(containers) + 1
        ups = [0, *[c.parent + 1 for c in containers]]
        tags = [c.tag for c in containers]
        known = _said.get
        told = [known(c.words) or _box_words(c.words) for c in containers]
        class_ids: list[int] = []
        sizes = [0]
        for _, ids in told:
            class_ids += ids
            sizes.append(len(ids))
        said = np.array([0, *[bits for bits, _ in told]], np.int64)
        flag = _TAG_FLAG.get
        bits = np.array([0, *[flag(tag, 0) for tag in tags]], np.int64)
        bits[said >= _HIDDEN] |= 1 << _HIDDEN_BIT
        for index, box in enumerate(containers, 1):
            if box.itemprop == "articleBody":
                bits[index] |= 1 << _PROP_BIT
        said &= _SAID
        up = np.array(ups, np.int32)
        body = [index for index, tag in enumerate(tags, 1) if tag == "body"]
        under = said.copy()
        under[body] = 0
        under_up = up.copy()
        under_up[body] = 0  # what is said round the body or by it counts for nothing
        article = np.zeros(count, np.int64)
        articles = [index for index, tag in enumerate(tags, 1) if tag == "article"]
        article[articles] = articles
        depth = np.ones(count, np.int64)
        depth[0] = 0
        # each takes over from what is 1, 2, 4, ... above it, until nothing is: 0 is none, and its own parent
        above = up
        while above.any():
            bits |= bits.take(above)
            under |= under.take(under_up)
            under_up = under_up.take(under_up)
            if articles:
                article = np.where(article, article, article.take(above))
            depth += depth.take(above)
            above = above.take(above)
        self.ups = ups
        self.articles = len(articles)
        self.class_ids = class_ids
        self.class_of = np.repeat(np.arange(count, dtype=np.int32), sizes)
        self.said = said
        self.under = under
        self.article = article
        self.depth = depth
        self.parent = up
        self.bits = bits
        self.of_blocks = np.array([b.container + 1 for b in layout.blocks], np.int32)
        inside = [1] * count  # how many containers each holds, itself among them
        for index in range(count - 1, 0, -1):
            inside[ups[index]] += inside[index]
        self.inside = inside

    def class_bits(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For `near_...` and `under_...`: what the two nearest elements' class words say, and those of all round them."""
        where = self.of_blocks
        return self.said.take(where) | self.said.take(self.parent.take(where)), self.under.take(where)

    def nearness(self, target: int) -> Floats:
        """For each container how deep the last container is that it shares with the target, as a share of the target's depth."""
        path = []
        at = target
        while at:
            path.append(at)
            at = self.ups[at]
        shared = np.zeros(len(self.ups))
        for depth, at in enumerate(reversed(path), 1):
            shared[at : at + self.inside[at]] = depth
        shared /= max(len(path), 1)
        return shared

    def totals(self, stats: Sequence[ArrayLike]) -> Floats:
        """The sums of each of the blocks' numbers over everything inside each container, which stands right after it."""
        own = np.empty((len(stats), len(self.ups) + 1))
        own[:, 0] = 0
        for row, numbers in enumerate(stats):
            own[row, 1:] = np.bincount(self.of_blocks, numbers, len(self.ups))
        sums = np.cumsum(own, axis=1)
        out: Floats = sums.take(np.arange(len(self.ups)) + self.inside, 1) - sums[:, :-1]
        return out


class _Words:
    """What each block's own words give: counts, the words at its edges, its marks."""

    def __init__(self, layout: Layout, marks: Sequence[frozenset[Mark]]) -> None:
        self.inner_ids: list[int] = []
        self.inner_of: list[int] = []
        self.words: list[list[str]] = []  # folded
        self.headline = -1
        blocks = layout.blocks
        texts = [block.text for block in blocks]
        copies = Counter(texts)
        first = dict(zip(reversed(texts), range(len(texts) - 1, -1, -1), strict=True))
        half = BAG_WORDS // 2
        bag: list[str] = []
        bag_sizes: list[int] = []
        for text in texts:
            if len(text) > _MOST_CHARS:
                text = text[:_MOST_CHARS]
            folded = text.casefold()
            if len(folded) == len(text):  # one letter for one, so the words are the same
                words = find_words(folded)
            else:
                words = list(map(str.casefold, find_words(text)))
            self.words.append(words)
            edges = words if len(words) <= BAG_WORDS else words[:half] + words[-half:]
            bag += edges
            bag_sizes.append(len(edges))
        for index, block in enumerate(blocks):
            if block.inner:
                inside = _class_bag(block.inner)
                self.inner_ids += inside
                self.inner_of += [index] * len(inside)
        endings = [text[-1] for text in texts]
        for index, ending in enumerate(endings):
            if ending in _CLOSING:
                endings[index] = texts[index][-8:].rstrip(_CLOSING)[-1:] or " "
        sizes = np.array(list(map(len, texts)))
        stops = np.cumsum(sizes)
        starts = stops - sizes
        letters = Letters("".join(texts))
        commas, semicolons, sentence_ends, self.quotes, self.lines = letters.between(
            starts, stops, ("comma", "semicolon", "ending", "quote", "line")
        )
        self.digits, self.uppers = letters.between(
            starts, starts + np.minimum(sizes, _EDGE), ("digit", "upper")
        )
        # in text of plain ASCII a semicolon is as often a piece of code as a mark
        self.commas = commas + semicolons * np.array([not text.isascii() for text in texts])
        self.heads = [text[0] for text in texts]
        self.endings = endings
        self.sizes = sizes.astype(float)
        self.sentence_ends = np.where(sizes > 20, sentence_ends, 0)
        self.counts = np.array(list(map(len, self.words)), float)
        linked = [
            sum([link.span.end - link.span.start for link in block.links]) if block.links else 0
            for block in blocks
        ]
        self.linked = np.array(linked, float)
        self.links = np.array([len(block.links) for block in blocks])
        self.before = np.array([first[text] != index for index, text in enumerate(texts)])
        self.copies = np.array([copies[text] - 1 for text in texts])
        self.long = (self.sizes > 80) & (self.sentence_ends > 0) & (self.linked < 0.5 * self.sizes)
        self.bag_ids = word_ids(bag)
        bag_counts = np.array(bag_sizes)
        self.bag_of = np.repeat(np.arange(len(blocks), dtype=np.int32), bag_counts)
        self.own = _own_words(self.bag_ids, self.bag_of)
        begins = np.cumsum(bag_counts) - bag_counts
        self.first = self._edges(begins, bag_counts)
        self.last = self._edges(begins + np.maximum(bag_counts - EDGE_WORDS, 0), bag_counts)
        self.marks = np.zeros((len(_MARK_AT), len(blocks)), np.float32)
        bears = [(_MARK_AT[mark], index) for index, found in enumerate(marks) if found for mark in found]
        if bears:
            which, where = zip(*bears, strict=True)
            self.marks[which, where] = 1

    def _edges(self, begins: NDArray[np.int64], counts: NDArray[np.int64]) -> NDArray[np.int32]:
        """The words of each bag from a place on, noughts where it has no more."""
        if not len(self.bag_ids):
            return np.zeros((len(begins), EDGE_WORDS), np.int32)
        step = np.arange(EDGE_WORDS)
        edges = self.bag_ids.take(begins[:, None] + step, mode="clip")
        edges[step >= counts[:, None]] = 0
        return edges

    def kinship(self) -> Iterator[Floats]:
        """`shared` and `shared_rare`: the share of a block's words that other long blocks use, of all and of its rare ones.

        What belongs to one story speaks of the same things; a teaser or another story does not.
        """
        count = len(self.sizes)
        if not len(self.bag_ids):
            yield np.zeros(count)
            yield np.zeros(count)
            return
        word, block = self.own
        spread = np.bincount(word)
        weight = self.long[block].astype(float)
        by_long = np.bincount(word, weights=weight)
        elsewhere = (by_long[word] - weight) > 0
        total = np.maximum(np.bincount(block, minlength=count), 1)
        yield np.bincount(block, weights=elsewhere, minlength=count) / total
        rare = spread[word] <= max(2.0, 0.06 * count)
        rares = np.bincount(block, weights=rare, minlength=count)
        yield np.bincount(block, weights=elsewhere & rare, minlength=count) / (rares + 1)

    def columns(self) -> Iterator[ArrayLike]:
        """From `chars` to `lines`."""
        size, count = self.sizes, self.counts
        yield np.minimum(size, 3000) / 1000
        yield np.minimum(count, 200) / 100
        yield self.long
        yield self.linked / size
        yield np.minimum(self.links, 5) / 5
        yield self.linked >= size * 0.95
        yield self.commas / (count + 5)
        yield self.sentence_ends * 20 / (size + 40)
        yield [ending in _ENDINGS for ending in self.endings]
        yield [ending == ":" for ending in self.endings]
        yield list(map(str.isupper, self.heads))
        yield list(map(str.islower, self.heads))
        yield list(map(str.isdigit, self.heads))
        shown = np.minimum(size, _EDGE)
        yield self.digits / shown
        yield self.uppers / shown
        yield np.minimum(self.quotes, 6) / 6
        yield np.minimum(self.lines, 5) / 5


def _own_words(ids: NDArray[np.int32], of: NDArray[np.int32]) -> tuple[Places, Places]:
    """Each word of a block once, by words: the word's number on the page, and the block."""
    if not len(ids):
        return _NOWHERE, _NOWHERE
    pairs = ids.astype(np.int64) << 32 | of
    pairs.sort()
    pairs = pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))]
    ascending = pairs >> 32
    word = np.concatenate(([0], np.cumsum(ascending[1:] != ascending[:-1])))
    return word, pairs & 0xFFFFFFFF


def sums_by(where: NDArray[np.int32], rows: Floats) -> Floats:
    """The sums of each row's numbers over the columns with the same number in `where`."""
    count = int(where.max()) + 1
    at = where + np.arange(0, len(rows) * count, count)[:, None]
    sums: Floats = np.bincount(at.ravel(), rows.ravel(), len(rows) * count).astype(float, copy=False)
    return sums.reshape(len(rows), count)


def _agreement(layout: Layout, declared: Declared, words: _Words) -> Iterator[ArrayLike]:
    """From `in_title` to `body_share`: how far a block's words are those the page declares.

    The block that agrees best with the declared headline is kept in `words.headline`.
    """
    headline = declared.first("headline") or declared.first("title") or ""
    title, title_text = _words_of(headline), _plain(headline)
    page_title = _words_of(declared.first("title") or "") | title
    description = _words_of(declared.first("description") or "")
    body = _words_of(declared.first("body") or "")
    count = len(layout.blocks)
    in_title, title_in, title_share, description_share, body_share = np.zeros((5, count), np.float32)
    best, chosen = 0.0, -1
    if title or description or body:
        for index, (block, own_words) in enumerate(zip(layout.blocks, words.words, strict=True)):
            if not own_words:
                continue
            short = len(block.text) < 400
            own: set[str] | None = None
            # most blocks have no word in common with what is declared, and need no set of theirs
            said = title and short and not page_title.isdisjoint(own_words)
            described = description and not description.isdisjoint(own_words)
            if short and (said or described):
                own = set(own_words)
                if said:
                    common = len(own & page_title)
                    share = common / len(own)
                    title_share[index] = share
                    if share > 0.6:
                        plain = _plain(block.text)
                        in_title[index] = plain in title_text
                        title_in[index] = bool(title_text) and title_text in plain
                        score = common / (len(own | title)) + (0.5 if plain == title_text else 0.0)
                        score += 0.3 if block.tag == "h1" else 0.0
                        if score > best + 0.01 and score > 0.4:
                            best, chosen = score, index
            if described:
                own = own if short and own else set(own_words[:60])
                description_share[index] = len(own & description) / len(own)
            if body:
                own = set(own_words[:60])
                body_share[index] = len(own & body) / len(own)
    if chosen < 0:
        chosen = next((i for i, b in enumerate(layout.blocks) if b.tag == "h1"), -1)
    words.headline = chosen
    yield in_title
    yield title_in
    yield title_share
    yield description_share
    yield body_share


def _places(layout: Layout, words: _Words, boxes: _Boxes) -> Iterator[ArrayLike]:
    """From `copies` to `short_word`: repetition, and where the block stands."""
    count = len(layout.blocks)
    yield np.minimum(words.copies, 5) / 5
    yield words.before
    yield np.arange(count) / count
    yield (np.cumsum(words.sizes) - words.sizes) / max(words.sizes.sum(), 1.0)
    away = np.arange(count) - words.headline if words.headline >= 0 else np.zeros(count)
    yield np.sign(away) * np.log1p(np.abs(away)) / 6
    yield away > 0
    yield np.minimum(boxes.depth.take(boxes.of_blocks), 30) / 30
    if layout.containers:  # text without mark-up has gaps and indents instead
        yield 0.0
        yield 0.0
    else:
        yield np.minimum([b.gap for b in layout.blocks], 4) / 4
        yield np.minimum([b.indent for b in layout.blocks], 16) / 16
    yield words.counts <= 3


def _pictures(layout: Layout, words: _Words, boxes: _Boxes) -> Iterator[ArrayLike]:
    """From `image_before` to `image_near`: pictures beside a block and the words that describe them."""
    if not layout.images:
        yield from (0.0,) * 6
        return
    count = len(layout.blocks)
    before, after, alt_share, alt_within = np.zeros((4, count), np.float32)
    near = [0.0] * count
    for image in layout.images:
        if image.before < count:
            before[image.before] = 1
        if 0 < image.before <= count:
            after[image.before - 1] = 1
    alts = [_words_of(image.alt) if len(image.alt) > 12 else None for image in layout.images]
    for index, image_at in enumerate(_nearest_images(layout)):
        if image_at >= 0:
            nearness = 1 / (1 + abs(layout.images[image_at].before - index))
            near[index] = nearness
            alt = alts[image_at]
            if alt and nearness > 0.15 and 2 < len(own := words.words[index]) < 150:
                common = len(alt.intersection(own))
                alt_share[index] = common / len(alt)
                alt_within[index] = common / len(own)
    figures = np.zeros(len(boxes.ups), bool)
    figures[[image.figure + 1 for image in layout.images]] = True
    figures[0] = False
    at = boxes.of_blocks
    inside = figures[at]
    for _ in range(4):
        at = boxes.parent.take(at)
        inside |= figures.take(at)
    yield before
    yield after
    yield alt_share
    yield alt_within
    yield inside
    yield near


def _surroundings(layout: Layout, words: _Words, boxes: _Boxes) -> Iterator[ArrayLike]:
    """From `own_blocks` to `page_long`: what the containers round a block hold, and its kin over the page."""
    count = len(layout.blocks)
    dated = words.marks[_DATED].max(0)
    whole = boxes.totals([np.ones(count), words.sizes, words.linked, words.long, dated])
    where = boxes.of_blocks
    up = boxes.parent.take(where)
    total = max(words.sizes.sum(), 1.0)
    own, outer, top = whole.take(where, 1), whole.take(up, 1), whole.take(boxes.parent.take(up), 1)
    for inside in (own, outer):
        blocks, chars = np.maximum(inside[0], 1), np.maximum(inside[1], 1)
        yield np.log1p(inside[0]) / 6
        yield np.log1p(inside[1]) / 10
        yield inside[2] / chars
        yield inside[3] / blocks
        yield inside[4] / blocks
    yield np.log1p(top[1]) / 10
    yield top[2] / np.maximum(top[1], 1)
    yield top[4] / np.maximum(top[0], 1)
    yield own[1] / total
    of = np.array(_kin(layout))
    kin, kin_chars, kin_links = (
        np.bincount(of, weights).take(of) for weights in (None, words.sizes, words.linked)
    )
    yield np.log1p(kin) / 6
    yield np.log1p(kin_chars / kin) / 8
    yield kin_links / np.maximum(kin_chars, 1)
    same = np.zeros(count + 1, bool)
    same[1:count] = of[1:] == of[:-1]
    yield same[1:]
    yield same[:-1]
    starts = np.maximum.accumulate(np.where(same[:-1], 0, np.arange(count)))
    yield np.minimum(np.arange(count) - starts, 20) / 20
    yield float(np.log1p(count) / 8)
    yield float(np.log1p(total) / 12)
    yield float(words.linked.sum() / total)
    yield float(np.log1p(words.long.sum()) / 6)


def _structure(layout: Layout, words: _Words, boxes: _Boxes) -> Iterator[ArrayLike]:
    """From `same_article` to `in_main`: where a block stands towards the headline and the container with most prose.

    The second is found as Readability does: long blocks count for their container, and half for the one round it.
    """
    count = len(layout.blocks)
    where = boxes.of_blocks
    head = where[words.headline] if words.headline >= 0 else 0
    yield boxes.article.take(where) == boxes.article[head]
    yield float(np.log1p(boxes.articles) / 4)
    yield boxes.nearness(int(head)).take(where) if head else 0.0
    prose = np.bincount(where, np.where(words.long, words.sizes, 0), len(boxes.ups))
    up = boxes.parent[1:]
    score = prose + np.bincount(up, prose[1:], len(boxes.ups))
    score += np.bincount(boxes.parent[up], prose[1:] / 2, len(boxes.ups))
    score[0] = 0
    main = int(score.argmax()) if score.any() else 0
    near = boxes.nearness(main).take(where) if main else np.zeros(count)
    yield near
    yield near >= 1


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


def _kin(layout: Layout) -> list[int]:
    """For each block the number of its kin: those with its tag and the class words of the two elements round it."""
    boxes = layout.containers
    pairs: dict[int, tuple[str, str]] = {-1: ("", "")}
    kin: dict[tuple[str, tuple[str, str]], int] = {}
    of = []
    for block in layout.blocks:
        at = block.container
        pair = pairs.get(at)
        if pair is None:
            box = boxes[at]
            pair = pairs[at] = box.words, boxes[box.parent].words if box.parent >= 0 else ""
        of.append(kin.setdefault((block.tag, pair), len(kin)))
    return of


def _words_of(text: str) -> set[str]:
    return {w.casefold() for w in find_words(text[:20_000])}


def _plain(text: str) -> str:
    return " ".join(find_words(text[:1000])).casefold()
