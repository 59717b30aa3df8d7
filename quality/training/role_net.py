"""The role model: a small network that reads a page's blocks in order and the containers they stand in.

Each block starts as its numbers, its tag, the words at its edges and the class words of what is round it.
Three rounds follow in which a block hears from its neighbours (a dilated convolution), from the other blocks of its
container, of the container round that and of the one beyond, and from the whole page; after each round the
network says what it thinks, and hears in the next what it thought of the container's other blocks.
Pages are laid one after the other in one long row with gaps between, so nothing is padded.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.roles.features import NUMBERS, TAGS, Features
from onrecord.roles.network import rows_of

GAP = 12
FAR = 60
QUIET = 0.3
"""The share of pages, while training, whose class words are kept from the network, and of those whose words are."""
SIZE = NUMBERS.index("words")
LEVELS = 3
WIDTH = 96
WORD = 12
BAG = 20
CLASS = 16


@dataclass
class Look:
    """How the network looks at features: the scale of the numbers, and the words it knows."""

    mean: np.ndarray
    std: np.ndarray
    words: np.ndarray
    bag: np.ndarray
    classes: np.ndarray


def look_at(examples: list[tuple[str, Features]], sites: int = 15) -> Look:
    """The scale and the vocabulary of some pages (site, features): words that at least so many sites use."""
    rows = np.concatenate([f.numbers for _, f in examples if len(f.tags)])
    words: dict[int, set[str]] = {}
    bag: dict[int, set[str]] = {}
    classes: dict[int, set[str]] = {}
    for site, f in examples:
        for known, arrays in (
            (words, (f.first, f.last)),
            (bag, (f.word_ids,)),
            (classes, (f.class_ids, f.inner_ids)),
        ):
            for array in arrays:
                for key in np.unique(array).tolist():
                    known.setdefault(key, set()).add(site)
    kept = [
        np.array(sorted({0} | {k for k, s in v.items() if len(s) >= sites}), np.int32)
        for v in (words, bag, classes)
    ]
    return Look(rows.mean(0), np.maximum(rows.std(0), 0.05), *kept)


class Batch:
    """Some pages as one long row."""

    def __init__(self, pages: list[Features], look: Look) -> None:
        rows, tags, first, last, page_of = [], [], [], [], []
        where: list[list[np.ndarray]] = [[] for _ in range(LEVELS + 1)]
        class_ids, class_of, inner_ids, inner_of, word_ids, word_of = [], [], [], [], [], []
        sizes, starts = [], []
        closure_to, closure_from, closure_weight = [], [], []
        base_row = base_box = 0
        self.slices = []
        page_of_box = []
        for n, page in enumerate(pages):
            size = len(page.tags)
            total = size + GAP
            numbers = np.zeros((total, len(look.mean)), np.float32)
            numbers[:size] = (page.numbers - look.mean) / look.std
            rows.append(numbers)
            tags.append(np.pad(page.tags, (0, GAP)))
            first.append(np.pad(rows_of(look.words, page.first), ((0, GAP), (0, 0))))
            last.append(np.pad(rows_of(look.words, page.last), ((0, GAP), (0, 0))))
            box = page.container
            for level in range(LEVELS + 1):
                where[level].append(np.pad(box, (0, GAP)) + base_box)
                box = page.parent[box]
            page_of.append(np.full(total, n))
            class_ids.append(rows_of(look.classes, page.class_ids))
            class_of.append(page.class_of + base_box)
            inner_ids.append(rows_of(look.classes, page.inner_ids))
            inner_of.append(page.inner_of + base_row)
            known = rows_of(look.bag, page.word_ids)
            word_ids.append(known[known > 0])
            word_of.append(page.word_of[known > 0] + base_row)
            sizes.append(np.pad(page.numbers[:, SIZE], (0, GAP)))
            starts.append(np.full(total, base_row))
            boxes = np.arange(len(page.parent))
            at, weight = boxes.copy(), 1.0
            alive = boxes > 0
            while alive.any():
                closure_to.append(boxes[alive] + base_box)
                closure_from.append(at[alive] + base_box)
                closure_weight.append(np.full(int(alive.sum()), weight, np.float32))
                at = page.parent[at]
                alive = at > 0
                weight *= 0.8
            self.slices.append(slice(base_row, base_row + size))
            page_of_box.append(np.full(len(page.parent), n))
            base_row += total
            base_box += len(page.parent)
        self.boxes = base_box
        self.pages = len(pages)
        real = np.zeros(base_row, np.float32)
        for s in self.slices:
            real[s] = 1
        self.real = torch.from_numpy(real)[:, None]
        self.numbers = torch.from_numpy(np.concatenate(rows))
        self.tags = torch.from_numpy(np.concatenate(tags)).long()
        self.first = torch.from_numpy(np.concatenate(first)).long()
        self.last = torch.from_numpy(np.concatenate(last)).long()
        self.where = [torch.from_numpy(np.concatenate(w)).long() for w in where]
        self.page_of_box = torch.from_numpy(np.concatenate(page_of_box)).long()
        self.page_of = torch.from_numpy(np.concatenate(page_of)).long()
        self.class_ids = torch.from_numpy(np.concatenate(class_ids)).long()
        self.class_of = torch.from_numpy(np.concatenate(class_of)).long()
        self.inner_ids = torch.from_numpy(np.concatenate(inner_ids)).long()
        self.inner_of = torch.from_numpy(np.concatenate(inner_of)).long()
        self.word_ids = torch.from_numpy(np.concatenate(word_ids)).long()
        self.word_of = torch.from_numpy(np.concatenate(word_of)).long()
        self.sizes = torch.from_numpy(np.concatenate(sizes).astype(np.float32))[:, None] * 1.0
        self.starts = torch.from_numpy(np.concatenate(starts)).long()
        none = np.zeros(0, np.int64)
        self.to = torch.from_numpy(np.concatenate(closure_to) if closure_to else none).long()
        self.frm = torch.from_numpy(np.concatenate(closure_from) if closure_from else none).long()
        self.weight = torch.from_numpy(
            np.concatenate(closure_weight) if closure_weight else none.astype(np.float32)
        )[:, None]


def pooled(values: Tensor, where: Tensor, groups: int, real: Tensor) -> Tensor:
    """For each row the mean over the rows of its group."""
    sums = torch.zeros(groups, values.shape[1]).index_add_(0, where, values * real)
    counts = torch.zeros(groups, 1).index_add_(0, where, real)
    return (sums / counts.clamp(min=1))[where]


def order_of(told: Tensor, b: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Where a block stands towards what the page is thought to hold.

    The share of each role's words that stand before the block; how many words of each role the page has; and how
    far away the last and the next block are that are thought to be the story's.
    """
    mass = told * (b.sizes + 0.02)
    summed = torch.cumsum(mass.double(), 0)
    before = summed - mass - (summed - mass)[b.starts]
    total = torch.zeros(b.pages, told.shape[1]).index_add_(0, b.page_of, mass)[b.page_of]
    share = before.float() / (total + 0.1)
    rows = torch.arange(len(told))
    sure = told[:, 0].detach() > 0.5
    last = torch.cummax(torch.where(sure, rows, -1), 0).values
    away_last = torch.where(last >= b.starts, rows - last, FAR)
    following = torch.flip(
        torch.cummin(torch.flip(torch.where(sure, rows, len(rows) + FAR), (0,)), 0).values, (0,)
    )
    same = b.page_of[following.clamp(max=len(rows) - 1)] == b.page_of
    away_next = torch.where(same & (following < len(rows)), following - rows, FAR)
    away = torch.log1p(torch.stack([away_last, away_next], 1).clamp(0, FAR).float()) / 4
    return share, torch.log1p(total) / 3, away


class RoleNet(nn.Module):
    """The network; `forward` gives the logits of every round, last round last, and the page kind's logits."""

    def __init__(self, roles: int, kinds: int, look: Look, rounds: int = 3, drop: float = 0.3) -> None:
        super().__init__()
        self.tag = nn.Embedding(len(TAGS), 16)
        self.word = nn.Embedding(len(look.words), WORD, padding_idx=0)
        self.bagged = nn.Embedding(len(look.bag), BAG, padding_idx=0)
        self.klass = nn.Embedding(len(look.classes), CLASS, padding_idx=0)
        for table in (self.tag, self.word, self.bagged, self.klass):
            nn.init.normal_(table.weight, std=0.1)
        with torch.no_grad():
            self.word.weight[0] = 0
            self.bagged.weight[0] = 0
            self.klass.weight[0] = 0
        size = len(look.mean) + 16 + 2 * WORD + BAG + (LEVELS + 2) * CLASS
        self.enter = nn.Linear(size, WIDTH)
        self.rounds = nn.ModuleList()
        self.tells = nn.ModuleList()
        for n in range(rounds):
            told = roles if n else 0
            self.rounds.append(
                nn.ModuleDict(
                    {
                        "near": nn.Linear(5 * WIDTH, WIDTH),
                        "wide": nn.Linear(
                            (LEVELS + 1) * (WIDTH + told) + (3 * told + 2 if told else 0), WIDTH
                        ),
                        "mix": nn.Linear(2 * WIDTH, WIDTH),
                        "norm": nn.LayerNorm(WIDTH),
                    }
                )
            )
            self.tells.append(nn.Linear(WIDTH, roles))
        self.kind = nn.Linear(2 * WIDTH, kinds)
        self.drop = nn.Dropout(drop)
        self.drop_words = 0.3

    def bag(self, table: nn.Embedding, ids: Tensor, of: Tensor, groups: int) -> Tensor:
        if self.training and len(ids):
            keep = torch.rand(len(ids)) > self.drop_words
            ids, of = ids[keep], of[keep]
        sums = torch.zeros(groups, table.embedding_dim).index_add_(0, of, table(ids))
        counts = torch.zeros(groups, 1).index_add_(0, of, torch.ones(len(ids), 1))
        return sums / counts.clamp(min=1)

    def forward(self, b: Batch) -> tuple[list[Tensor], Tensor]:
        rows = len(b.tags)
        first, last = b.first, b.last
        if self.training:
            heard = (torch.rand(b.pages, 1) > QUIET)[b.page_of]
            first = first * ((torch.rand(first.shape) > self.drop_words) & heard)
            last = last * ((torch.rand(last.shape) > self.drop_words) & heard)
        own = self.bag(self.klass, b.class_ids, b.class_of, b.boxes)
        if self.training:
            # A site's class words are learned by heart where they are always there, and another site's say nothing.
            own = own * (torch.rand(b.pages, 1) > QUIET)[b.page_of_box]
        chain = torch.zeros_like(own).index_add_(0, b.to, own[b.frm] * b.weight)
        inner = self.bag(self.klass, b.inner_ids, b.inner_of, rows)
        said_words = self.bag(self.bagged, b.word_ids, b.word_of, rows)
        if self.training:
            inner = inner * (torch.rand(b.pages, 1) > QUIET)[b.page_of]
            said_words = said_words * (torch.rand(b.pages, 1) > QUIET)[b.page_of]
        x = torch.cat(
            [
                b.numbers,
                self.tag(b.tags),
                self.word(first).mean(1),
                self.word(last).mean(1),
                said_words,
                *[own[b.where[n]] for n in range(LEVELS)],
                chain[b.where[0]],
                inner,
            ],
            1,
        )
        h = self.drop(torch.relu(self.enter(x))) * b.real
        said: list[Tensor] = []
        for n, (layer, tell) in enumerate(zip(self.rounds, self.tells, strict=True)):
            step = (1, 2, 4)[n % 3]
            shifted = [_shift(h, k * step) for k in (-2, -1, 0, 1, 2)]
            near = torch.relu(layer["near"](torch.cat(shifted, 1)))
            told = torch.softmax(said[-1], 1) * b.real if said else None
            value = torch.cat([h, told], 1) if told is not None else h
            wide = [pooled(value, b.where[k], b.boxes, b.real) for k in range(1, LEVELS)]
            wide.insert(0, pooled(value, b.where[0], b.boxes, b.real))
            wide.append(pooled(value, b.page_of, b.pages, b.real))
            if told is not None:
                wide.extend((told, *order_of(told, b)))
            far = torch.relu(layer["wide"](torch.cat(wide, 1)))
            h = layer["norm"](h + self.drop(layer["mix"](torch.cat([near, far], 1)))) * b.real
            said.append(tell(h))
        story = torch.softmax(said[-1], 1)[:, :1] * b.real
        page = torch.zeros(b.pages, WIDTH).index_add_(0, b.page_of, h * b.real)
        count = torch.zeros(b.pages, 1).index_add_(0, b.page_of, b.real).clamp(min=1)
        body = torch.zeros(b.pages, WIDTH).index_add_(0, b.page_of, h * story)
        amount = torch.zeros(b.pages, 1).index_add_(0, b.page_of, story).clamp(min=0.5)
        return said, self.kind(torch.cat([page / count, body / amount], 1))


def _shift(h: Tensor, by: int) -> Tensor:
    if by == 0:
        return h
    blank = torch.zeros(abs(by), h.shape[1])
    return torch.cat([h[by:], blank]) if by > 0 else torch.cat([blank, h[:by]])
