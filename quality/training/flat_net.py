"""The role model of flat text: a small network that reads the words of each line and the lines in their order.

A block starts as its numbers and its words: their vectors' mean, the strongest answers of a convolution over three
words at a time, and its first and last words in their places. Three rounds follow in which a block hears from its
neighbours (a dilated convolution), from all that stands before and after it (a gated sum that forgets as it goes),
from the page, and from what the network by now takes for the story: how much of it lies above and below, and
whether the block's words are on its subject. Word vectors start from MiniLM's, so that a word seen on no page of the
training sites still has a meaning.

Pages are laid one after the other in one long row with gaps between, so nothing is padded.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.roles.flat_features import EDGE, NUMBERS, SHAPES, TAGS, FlatFeatures
from onrecord.roles.flat_network import ROUNDS, STEPS, token_rows

GAP = 16
WIDTH = 72
WORD = 32
SHAPE = 4
FOUND = 48
TOPIC = 16
STATE = 24


@dataclass
class FlatLook:
    """How the network looks at features: the scale of the numbers, the words it knows, and their meanings."""

    mean: np.ndarray
    std: np.ndarray
    words: np.ndarray  # ascending hashes, the first 0
    base: np.ndarray  # a vector for each of them, zero where nothing is known of it


def look_at(
    examples: list[tuple[str, FlatFeatures]], meanings: dict[int, np.ndarray], sites: int = 5
) -> FlatLook:
    """The scale and the vocabulary of some pages (site, features): words and endings of at least so many sites,
    and all that have a meaning already."""
    rows = np.concatenate([f.numbers for _, f in examples[::3] if len(f.tags)])
    by_site: dict[str, list[np.ndarray]] = {}
    for site, f in examples:
        by_site.setdefault(site, []).append(np.unique(np.concatenate([f.words, f.endings])))
    every = np.concatenate([np.unique(np.concatenate(some)) for some in by_site.values()])
    keys, counts = np.unique(every, return_counts=True)
    words = np.unique(np.concatenate([[0], keys[counts >= sites], list(meanings)])).astype(np.int32)
    size = len(next(iter(meanings.values())))
    base = np.zeros((len(words), size), np.float32)
    for n, word in enumerate(words.tolist()):
        known = meanings.get(word)
        if known is not None:
            base[n] = known
    return FlatLook(rows.mean(0), np.maximum(rows.std(0), 0.05), words, base)


class Batch:
    """Some pages as one long row; their tokens as another."""

    def __init__(self, pages: list[FlatFeatures], look: FlatLook) -> None:
        place, page_of, numbers, tags, edges, words, endings, shapes, lengths = (
            [],
            [],
            [],
            [],
            [],
            [],
            [],
            [],
            [],
        )
        row = token = 0
        self.slices = []
        for n, page in enumerate(pages):
            size = len(page.tags)
            numbers.append((page.numbers - look.mean) / look.std)
            tags.append(page.tags)
            edges.append(np.where(page.edges > 0, page.edges + token, 0))
            known, fallback = token_rows(look.words, page)
            words.append(known)
            endings.append(fallback)
            shapes.append(page.shapes)
            lengths.append(np.diff(np.append(page.starts, len(page.words))))
            place.append(np.arange(row, row + size))
            page_of.append(np.full(size + GAP, n))
            self.slices.append(slice(row, row + size))
            row += size + GAP
            token += len(page.words)
        self.rows, self.pages = row, len(pages)
        self.longest = max(s.stop - s.start for s in self.slices)
        self.place = torch.from_numpy(np.concatenate(place)).long()
        self.page_of = torch.from_numpy(np.concatenate(page_of)).long()
        self.numbers = torch.from_numpy(np.concatenate(numbers).astype(np.float32))
        self.tags = torch.from_numpy(np.concatenate(tags)).long()
        self.edges = torch.from_numpy(np.concatenate(edges)).long()
        self.words = torch.from_numpy(np.concatenate(words)).long()
        self.endings = torch.from_numpy(np.concatenate(endings)).long()
        self.shapes = torch.from_numpy(np.concatenate(shapes)).long()
        self.lengths = torch.from_numpy(np.concatenate(lengths)).long()
        self.real = torch.zeros(row, 1)
        self.real[self.place] = 1
        self.sizes = torch.tensor([[float(s.stop - s.start)] for s in self.slices]).clamp(min=1)


class FlatNet(nn.Module):
    """The network; `forward` gives the logits of every round, last round last, and the page kind's logits."""

    def __init__(self, roles: int, kinds: int, look: FlatLook, drop: float = 0.25) -> None:
        super().__init__()
        self.roles = roles
        self.register_buffer("base", torch.from_numpy(look.base), persistent=False)
        self.meaning = nn.Linear(look.base.shape[1], WORD, bias=False)
        self.word = nn.Embedding(len(look.words), WORD, padding_idx=0)
        self.shape = nn.Embedding(len(SHAPES), SHAPE)
        self.tag = nn.Embedding(len(TAGS), 8)
        nn.init.normal_(self.word.weight, std=0.05)
        with torch.no_grad():
            self.word.weight[0] = 0
        token = WORD + SHAPE
        self.phrase = nn.Linear(3 * token, FOUND)
        self.topic = nn.Linear(token, TOPIC)
        self.enter = nn.Linear(len(NUMBERS) + 8 + token + FOUND + 2 * EDGE * WORD, WIDTH)
        self.tells = nn.ModuleList([nn.Linear(WIDTH, roles) for _ in range(ROUNDS + 1)])
        self.rounds = nn.ModuleList()
        for _ in range(ROUNDS):
            gates = nn.Linear(WIDTH + roles, 4 * STATE)
            with torch.no_grad():
                gates.bias[: 2 * STATE] = torch.linspace(0, 5, STATE).repeat(2)
            self.rounds.append(
                nn.ModuleDict(
                    {
                        "near": nn.Linear(5 * WIDTH, WIDTH),
                        "gates": gates,
                        "wide": nn.Linear(2 * WIDTH + 4 * roles + TOPIC, WIDTH),
                        "mix": nn.Linear(2 * WIDTH + 2 * STATE, WIDTH),
                        "norm": nn.LayerNorm(WIDTH),
                    }
                )
            )
        self.kind = nn.Linear(2 * WIDTH, kinds)
        self.drop = nn.Dropout(drop)

    def table(self) -> Tensor:
        """The vector of each word the network knows."""
        return self.meaning(self.base) + self.word.weight

    def vectors(self, rows: Tensor) -> Tensor:
        learned = self.word(rows)
        if self.training:  # so that a meaning alone must often do
            learned = learned * (torch.rand(len(rows), 1) > 0.2)
        return self.meaning(self.base[rows]) + learned

    def forward(self, b: Batch) -> tuple[list[Tensor], Tensor]:
        rows = b.words
        if self.training:
            chance = torch.rand(len(rows))
            rows = torch.where(chance < 0.12, b.endings, rows) * (chance < 0.95)
        vectors = self.vectors(rows)
        tokens = torch.cat([vectors, self.shape(b.shapes)], 1)
        ends = torch.cumsum(b.lengths, 0)
        inner = torch.ones(len(tokens), 1)
        inner[ends - b.lengths] = 0  # the first token of a block hears nothing from the block before
        blank = torch.zeros(1, tokens.shape[1])
        back = torch.cat([blank, tokens[:-1]]) * inner
        inner = torch.ones(len(tokens), 1)
        inner[ends - 1] = 0
        ahead = torch.cat([tokens[1:], blank]) * inner
        phrases = torch.relu(self.phrase(torch.cat([back, tokens, ahead], 1)))
        found = torch.segment_reduce(phrases, "max", lengths=b.lengths, axis=0, unsafe=True)
        owner = torch.repeat_interleave(torch.arange(len(b.lengths)), b.lengths)
        mean = torch.zeros(len(b.lengths), tokens.shape[1]).index_add_(0, owner, tokens) / b.lengths[:, None]
        edges = torch.cat([torch.zeros(1, WORD), vectors])[b.edges].flatten(1)
        x = torch.cat([b.numbers, self.tag(b.tags), mean, found, edges], 1)
        h = torch.zeros(b.rows, WIDTH)
        h[b.place] = self.drop(torch.relu(self.enter(x)))
        about = torch.zeros(b.rows, TOPIC)
        about[b.place] = self.topic(mean)
        said = [self.tells[0](h)]
        for n, (layer, tell) in enumerate(zip(self.rounds, self.tells[1:], strict=True)):
            told = torch.softmax(said[-1], 1) * b.real
            z = torch.cat([h, told], 1)
            near = torch.relu(
                layer["near"](torch.cat([_shift(h, k * STEPS[n]) for k in (-2, -1, 0, 1, 2)], 1))
            )
            gates = layer["gates"](z)
            keep = torch.sigmoid(gates[:, : 2 * STATE]) * b.real
            take = (1 - keep) * torch.tanh(gates[:, 2 * STATE :]) * b.real
            down = _scan(keep[:, :STATE], take[:, :STATE], b.longest, 1)
            up = _scan(keep[:, STATE:], take[:, STATE:], b.longest, -1)
            story = told[:, :1]
            amount = self.per_page(story, b).clamp(min=0.5)
            page = self.per_page(h, b) / b.sizes
            body = self.per_page(h * story, b) / amount
            subject = self.per_page(about * story, b) / amount
            sums = torch.cumsum(told, 0)
            ends_at = torch.tensor([s.stop for s in b.slices]) - 1
            starts_at = torch.tensor([s.start for s in b.slices])
            before = sums - told - (sums - told)[starts_at][b.page_of]
            after = sums[ends_at][b.page_of] - sums
            wide = torch.cat(
                [
                    page[b.page_of],
                    body[b.page_of],
                    told,
                    (self.per_page(told, b) / b.sizes)[b.page_of],
                    torch.log1p(before.clamp(min=0)) / 4,
                    torch.log1p(after.clamp(min=0)) / 4,
                    about * subject[b.page_of],
                ],
                1,
            )
            far = torch.relu(layer["wide"](wide))
            h = layer["norm"](h + self.drop(layer["mix"](torch.cat([near, far, down, up], 1)))) * b.real
            said.append(tell(h))
        story = torch.softmax(said[-1], 1)[:, :1] * b.real
        page = self.per_page(h, b) / b.sizes
        body = self.per_page(h * story, b) / self.per_page(story, b).clamp(min=0.5)
        return said, self.kind(torch.cat([page, body], 1))

    @staticmethod
    def per_page(values: Tensor, b: Batch) -> Tensor:
        return torch.zeros(b.pages, values.shape[1]).index_add_(0, b.page_of, values * b.real)


def _scan(keep: Tensor, take: Tensor, longest: int, way: int) -> Tensor:
    """state[t] = keep[t] state[t - way] + take[t], by doubling."""
    step = 1
    while step < longest:
        take = take + keep * _shift(take, -way * step)
        if step * 2 < longest:
            keep = keep * _shift(keep, -way * step)
        step *= 2
    return take


def _shift(h: Tensor, by: int) -> Tensor:
    """Row n holds what row n + by held."""
    if by == 0:
        return h
    if abs(by) >= len(h):
        return torch.zeros_like(h)
    blank = torch.zeros(abs(by), h.shape[1])
    return torch.cat([h[by:], blank]) if by > 0 else torch.cat([blank, h[:by]])


def arrays(net: FlatNet, look: FlatLook) -> dict[str, np.ndarray]:
    """The trained network as the arrays that `onrecord.roles.flat_network` runs; half precision."""
    state = {k: v.detach().numpy() for k, v in net.state_dict().items()}
    with torch.no_grad():
        table = net.table()
        table[0] = 0
    out = {"mean": look.mean, "std": look.std, "word": table.numpy()}
    out |= {"tag": state["tag.weight"], "shape": state["shape.weight"]}
    names = {"enter": "enter", "kind": "kind", "phrase": "phrase", "topic": "topic"}
    names |= {f"tells.{n}": f"tell{n}" for n in range(ROUNDS + 1)}
    for n in range(ROUNDS):
        names |= {f"rounds.{n}.{part}": f"{part}{n}" for part in ("near", "gates", "wide", "mix")}
        out[f"norm{n}.w"], out[f"norm{n}.b"] = (
            state[f"rounds.{n}.norm.weight"],
            state[f"rounds.{n}.norm.bias"],
        )
    for theirs, ours in names.items():
        out[f"{ours}.w"], out[f"{ours}.b"] = state[f"{theirs}.weight"].T, state[f"{theirs}.bias"]
    return {
        k: np.ascontiguousarray(v, np.float32 if k in ("mean", "std") else np.float16) for k, v in out.items()
    }
