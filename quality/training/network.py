"""The encoder as a network: MiniLM-L6 with inputs for how words are written, tagging heads and a linker."""

from __future__ import annotations

from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

from onrecord.encoding.labels import NAMES, PARTS, label_set
from onrecord.encoding.words import QUOTING, SHAPES

WIDTH, DEPTH, ATTENTIONS, INNER = 384, 6, 12, 1536
HEADS = {"parts": len(label_set(PARTS)), "names": len(label_set(NAMES))}
LINK = 96
DISTANCES = 32


class Layer(nn.Module):
    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = dropout

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        b, t, _ = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, ATTENTIONS, WIDTH // ATTENTIONS).permute(2, 0, 3, 1, 4).unbind(0)
        # Written out: on a processor with bfloat16 this trains a fifth faster than PyTorch's own attention.
        scores = ((q * (WIDTH // ATTENTIONS) ** -0.5) @ k.transpose(-1, -2)).masked_fill(~mask, -1e4)
        y = torch.softmax(scores, -1, dtype=scores.dtype) @ v
        x = self.norm1(x + self.out(y.transpose(1, 2).reshape(b, t, WIDTH)))
        y = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(y, self.dropout, self.training))


class Encoder(nn.Module):
    """Pieces with their words' shapes and quoting -> a vector for each piece."""

    def __init__(self, vocabulary: int = 30522, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(vocabulary, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        # One row more: a piece that begins no word.
        self.shapes = nn.Embedding(len(SHAPES) + 1, WIDTH)
        self.quoting = nn.Embedding(len(QUOTING), WIDTH)
        nn.init.zeros_(self.shapes.weight)
        nn.init.zeros_(self.quoting.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(DEPTH))
        self.dropout = dropout

    def forward(self, pieces, shapes, quoting, mask) -> torch.Tensor:
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.pieces(pieces) + self.positions(positions) + self.shapes(shapes) + self.quoting(quoting)
        x = F.dropout(self.norm(x), self.dropout, self.training)
        for layer in self.layers:
            x = layer(x, mask)
        return x


class Network(nn.Module):
    def __init__(self, vocabulary: int = 30522) -> None:
        super().__init__()
        self.encoder = Encoder(vocabulary)
        self.up = nn.ModuleDict({name: nn.Linear(WIDTH, 192) for name in HEADS})
        self.heads = nn.ModuleDict({name: nn.Linear(192, size) for name, size in HEADS.items()})
        self.moves = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(size + 1, size + 1)) for name, size in HEADS.items()}
        )
        # The linker: a vector for each role a span can have, from its first and its last word.
        self.link = nn.ModuleDict(
            {name: nn.Linear(2 * WIDTH, LINK) for name in ("cue_s", "cue_c", "source", "content")}
        )
        self.match = nn.ParameterDict(
            {name: nn.Parameter(torch.eye(LINK) * 0.1) for name in ("source", "content")}
        )
        self.none = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(LINK)) for name in ("source", "content")}
        )
        self.distance = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(DISTANCES)) for name in ("source", "content")}
        )

    def emissions(self, name: str, hidden: torch.Tensor) -> torch.Tensor:
        hidden = F.dropout(F.gelu(self.up[name](hidden)), 0.1, self.training)
        return self.heads[name](hidden).float()

    def link_scores(
        self, kind: str, asking: torch.Tensor, answers: torch.Tensor, distance: torch.Tensor
    ) -> torch.Tensor:
        """Scores (asking, 1 + answers): the first column is 'none of them'."""
        asked_by = F.gelu(self.link["cue_s" if kind == "source" else "content"](asking)) @ self.match[kind]
        offered = F.gelu(self.link["source" if kind == "source" else "cue_c"](answers))
        scores = asked_by @ offered.T + self.distance[kind][distance]
        return torch.cat([(asked_by @ self.none[kind])[:, None], scores], 1).float()


def distance_bucket(
    first: torch.Tensor, second: torch.Tensor, paragraph1: torch.Tensor, paragraph2: torch.Tensor
) -> torch.Tensor:
    """How far apart two words are: side, order of magnitude, same paragraph or not."""
    apart = (second[None, :] - first[:, None]).float()
    size = torch.clamp(torch.log2(apart.abs() + 1), max=7).long()
    return size + 8 * (apart < 0).long() + 16 * (paragraph1[:, None] != paragraph2[None, :]).long()


def load_start(network: Network, folder: Path) -> None:
    """Fill the encoder with MiniLM-L6's weights."""
    from safetensors.torch import load_file

    raw = load_file(folder / "model.safetensors")
    e, prefix = network.encoder, "encoder.layer"
    with torch.no_grad():
        e.pieces.weight.copy_(raw["embeddings.word_embeddings.weight"])
        e.positions.weight.copy_(
            raw["embeddings.position_embeddings.weight"] + raw["embeddings.token_type_embeddings.weight"][0]
        )
        e.norm.weight.copy_(raw["embeddings.LayerNorm.weight"])
        e.norm.bias.copy_(raw["embeddings.LayerNorm.bias"])
        for n, layer in enumerate(e.layers):
            for kind in ("weight", "bias"):
                at = f"{prefix}.{n}.attention.self"
                getattr(layer.qkv, kind).copy_(
                    torch.cat([raw[f"{at}.{x}.{kind}"] for x in ("query", "key", "value")])
                )
                getattr(layer.out, kind).copy_(raw[f"{prefix}.{n}.attention.output.dense.{kind}"])
                getattr(layer.norm1, kind).copy_(raw[f"{prefix}.{n}.attention.output.LayerNorm.{kind}"])
                getattr(layer.up, kind).copy_(raw[f"{prefix}.{n}.intermediate.dense.{kind}"])
                getattr(layer.down, kind).copy_(raw[f"{prefix}.{n}.output.dense.{kind}"])
                getattr(layer.norm2, kind).copy_(raw[f"{prefix}.{n}.output.LayerNorm.{kind}"])


def crf_loss(
    emissions: torch.Tensor, labels: torch.Tensor, lengths: torch.Tensor, moves: torch.Tensor
) -> torch.Tensor:
    """Sum over sequences of -log p(labels).

    emissions (B, T, K); moves (K+1, K+1): the last row starts, the last column ends.
    """
    k = emissions.shape[2]
    step, start, end = moves[:k, :k], moves[k, :k], moves[:k, k]
    b, t, _ = emissions.shape
    rows = torch.arange(b)
    mask = torch.arange(t)[None, :] < lengths[:, None]
    gold = (emissions.gather(2, labels[..., None])[..., 0] * mask).sum(1)
    gold = gold + start[labels[:, 0]] + end[labels[rows, lengths - 1]]
    gold = gold + (step[labels[:, :-1], labels[:, 1:]] * mask[:, 1:]).sum(1)
    alpha = start + emissions[:, 0]
    # Shorter sequences first drop out: sorted by length, so each step works on a shrinking front.
    order = torch.argsort(lengths, descending=True)
    alpha, e, n = alpha[order], emissions[order], lengths[order]
    done = []
    for i in range(1, t):
        alive = int((n > i).sum())
        if alive < alpha.shape[0]:
            done.append(alpha[alive:])
            alpha = alpha[:alive]
        if alive == 0:
            break
        alpha = torch.logsumexp(alpha[:, :, None] + step[None], 1) + e[:alive, i]
    done.append(alpha)
    total = torch.logsumexp(torch.cat(done[::-1]) + end, 1)
    return (total - gold[order]).sum()


def viterbi(emissions: torch.Tensor, lengths: list[int], moves: torch.Tensor) -> list[list[int]]:
    """The best label sequences."""
    k = emissions.shape[2]
    step, start, end = moves[:k, :k], moves[k, :k], moves[:k, k]
    b, t, _ = emissions.shape
    score = start + emissions[:, 0]
    scores, back = [score], []
    for i in range(1, t):
        best, arg = (score[:, :, None] + step[None]).max(1)
        score = best + emissions[:, i]
        scores.append(score)
        back.append(arg)
    out = []
    for row in range(b):
        at = int((scores[lengths[row] - 1][row] + end).argmax())
        path = [at]
        for i in range(lengths[row] - 2, -1, -1):
            at = int(back[i][row, at])
            path.append(at)
        out.append(path[::-1])
    return out
