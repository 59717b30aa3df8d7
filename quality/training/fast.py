"""Train the fast setting: convolutions over words with a linear chain on top, small enough for NumPy.

    python quality/training/fast.py --out quality/out/fast [--taught quality/out/taught.npz]

Learns from PolNeAR train (without the articles that the speakers set scores). With --taught it learns
besides from other news text that the encoder has labelled (`quality/training/teach.py`). Seeded.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import paths
import torch
import torch.nn.functional as F
from torch import nn

from onrecord.encoding.forms import form_key
from onrecord.encoding.labels import PARTS, label_set, tag, untag
from onrecord.encoding.pieces import Pieces
from onrecord.encoding.words import QUOTING, SHAPES, Words
from training import corpora
from training.encoder import contiguous, start_folder
from training.network import DISTANCES, crf_loss, distance_bucket, viterbi

GAP = 2  # empty rows between paragraphs
LABELS = len(label_set(PARTS))
LINK = 64


class Fast(nn.Module):
    def __init__(
        self, words: int, endings: int, beginnings: int, width: int, dilations: tuple[int, ...]
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(words, 64)
        self.endings = nn.Embedding(endings, 16)
        self.beginnings = nn.Embedding(beginnings, 16)
        self.shapes = nn.Embedding(len(SHAPES) + 1, 16)
        self.enter = nn.Linear(64 + 48, width)
        self.quoting = nn.Embedding(len(QUOTING), width)
        nn.init.normal_(self.quoting.weight, std=0.1)
        self.convolutions = nn.ModuleList(
            nn.Conv1d(width, width, 3, dilation=d, padding=d) for d in dilations
        )
        self.norms = nn.ModuleList(nn.BatchNorm1d(width) for _ in dilations)
        self.out = nn.Linear(width, LABELS)
        self.moves = nn.Parameter(torch.zeros(LABELS + 1, LABELS + 1))
        self.link = nn.ModuleDict(
            {name: nn.Linear(2 * width, LINK) for name in ("cue_s", "cue_c", "source", "content")}
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

    def forward(self, forms: torch.Tensor, quoting: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        """(B, T, 4) word, ending, beginning, shape -> (B, T, width)."""
        w = self.words(forms[..., 0])
        if self.training:
            w = F.dropout(w, 0.2)
        x = torch.cat(
            [w, self.endings(forms[..., 1]), self.beginnings(forms[..., 2]), self.shapes(forms[..., 3])], -1
        )
        x = self.enter(x) + self.quoting(quoting)
        x = (x * real[..., None]).transpose(1, 2)
        for convolution, norm in zip(self.convolutions, self.norms, strict=True):
            y = F.relu(norm(convolution(x)))
            x = x + F.dropout(y, 0.2, self.training) * real[:, None]
        return x.transpose(1, 2)

    def link_scores(self, kind, asking, answers, distance):
        asked_by = F.relu(self.link["cue_s" if kind == "source" else "content"](asking)) @ self.match[kind]
        offered = F.relu(self.link["source" if kind == "source" else "cue_c"](answers))
        scores = asked_by @ offered.T + self.distance[kind][distance]
        return torch.cat([(asked_by @ self.none[kind])[:, None], scores], 1)


class Tables:
    """Numbers for words, endings and beginnings."""

    def __init__(self, words: list[str], endings: list[str], beginnings: list[str]) -> None:
        self.lists = (words, endings, beginnings)
        self.words, self.endings, self.beginnings = (
            {w: i + 1 for i, w in enumerate(ws)} for ws in self.lists
        )

    @classmethod
    def count(cls, texts: list[Words], least: int = 3) -> Tables:
        counts, endings, beginnings = Counter(), Counter(), Counter()
        for words in texts:
            for form in words.forms:
                key = form_key(form)
                counts[key] += 1
        for key, n in counts.items():
            endings[key[-3:]] += min(n, 20)
            beginnings[key[:3]] += min(n, 20)
        return cls(
            [w for w, n in counts.most_common() if n >= least],
            [w for w, n in endings.most_common(2000)],
            [w for w, n in beginnings.most_common(2000)],
        )

    def of(self, words: Words) -> np.ndarray:
        out = np.zeros((len(words), 4), np.int64)
        for i, form in enumerate(words.forms):
            key = form_key(form)
            out[i] = (
                self.words.get(key, 0),
                self.endings.get(key[-3:], 0),
                self.beginnings.get(key[:3], 0),
                0,
            )
        out[:, 3] = words.shapes
        return out


def start_vectors(tables: Tables) -> torch.Tensor:
    """The words' vectors from MiniLM-L6's pieces, brought down to 64 numbers by their main directions."""
    from safetensors.numpy import load_file

    pieces = Pieces((start_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522])
    raw = load_file(start_folder() / "model.safetensors")["embeddings.word_embeddings.weight"]
    rows = np.stack([raw[list(pieces.of(word))].mean(0) for word in tables.lists[0]])
    rows = rows - rows.mean(0)
    _, _, v = np.linalg.svd(rows[:8000], full_matrices=False)
    low = rows @ v[:64].T
    low = low / low.std() * 0.5
    return torch.from_numpy(np.concatenate([np.zeros((1, 64), np.float32), low.astype(np.float32)]))


class Piece:
    """A stretch of a text (whole paragraphs), laid out with gaps, as numbers."""

    def __init__(self, forms, quoting, paragraphs, labels, links) -> None:
        at, place = 0, []
        self.runs = []
        start = 0
        for i in range(len(paragraphs)):
            if i and paragraphs[i] != paragraphs[i - 1]:
                self.runs.append((start, i))
                start = i
                at += GAP
            place.append(at)
            at += 1
        self.runs.append((start, len(paragraphs)))
        self.length = at
        self.place = torch.tensor(place)
        self.forms, self.quoting = torch.from_numpy(forms), torch.from_numpy(quoting)
        self.labels, self.links = torch.tensor(labels), links


def cut(sample: corpora.Sample, tables: Tables, most: int) -> list[Piece]:
    words = sample.words
    if not len(words):
        return []
    spans = [
        (a, b, part)
        for act in sample.acts or []
        for part in ("cue", "source", "content")
        for a, b in getattr(act, part)
    ]
    labels = tag(len(words), spans, PARTS)
    forms = tables.of(words)
    cuts, start, last = [], 0, 0
    for i in range(1, len(words) + 1):
        if i == len(words) or words.paragraphs[i] != words.paragraphs[i - 1]:
            if i - start > most and last > start:
                cuts.append((start, last))
                start = last
            last = i
    cuts.append((start, len(words)))
    return [
        Piece(
            forms[a:z], words.quoting[a:z], words.paragraphs[a:z].tolist(), labels[a:z], links(sample, a, z)
        )
        for a, z in cuts
    ]


def links(sample: corpora.Sample, low: int, high: int):
    cues, sources, contents, cue_source, content_cue = [], [], [], [], []
    seen: dict[tuple[int, int], int] = {}
    for act in sample.acts or []:
        runs = [r for part in (act.source, act.cue, act.content) for r in part]
        if not runs or not all(low <= a and b <= high for a, b in runs):
            continue
        if act.source and act.source[0] not in seen:
            seen[act.source[0]] = len(sources)
            sources.append((act.source[0][0] - low, act.source[0][1] - 1 - low))
        if act.cue:
            cues.append((act.cue[0][0] - low, act.cue[0][1] - 1 - low))
            cue_source.append(1 + seen[act.source[0]] if act.source else 0)
        for a, b in act.content:
            contents.append((a - low, b - 1 - low))
            content_cue.append(len(cues) if act.cue else 0)
    return cues, sources, contents, cue_source, content_cue


def collate(pieces: list[Piece]):
    longest = max(p.length for p in pieces)
    b = len(pieces)
    forms = torch.zeros(b, longest, 4, dtype=torch.long)
    quoting = torch.zeros(b, longest, dtype=torch.long)
    real = torch.zeros(b, longest)
    rows, offset = [], 0
    at = []
    for n, p in enumerate(pieces):
        forms[n, p.place] = p.forms
        quoting[n, p.place] = p.quoting
        real[n, p.place] = 1
        at.append(p.place + n * longest)
        rows.extend((offset + a, offset + z) for a, z in p.runs)
        offset += len(p.place)
    flat = torch.cat(at)
    longest_run = max(z - a for a, z in rows)
    index = torch.zeros(len(rows), longest_run, dtype=torch.long)
    for n, (a, z) in enumerate(rows):
        index[n, : z - a] = torch.arange(a, z)
    lengths = torch.tensor([z - a for a, z in rows])
    return forms, quoting, real, flat, index, lengths


def link_loss(net: Fast, pieces: list[Piece], hidden: torch.Tensor) -> tuple[torch.Tensor, int, int]:
    total, n, right, offset = torch.zeros(()), 0, 0, 0
    for p in pieces:
        cues, sources, contents, cue_source, content_cue = p.links
        paragraph = torch.zeros(len(p.place), dtype=torch.long)
        for k, (a, z) in enumerate(p.runs):
            paragraph[a:z] = k

        def rep(spans):
            t = torch.tensor(spans, dtype=torch.long).reshape(-1, 2)
            return torch.cat([hidden[offset + t[:, 0]], hidden[offset + t[:, 1]]], 1), t[:, 0]  # noqa: B023

        for kind, asking, answers, gold in (
            ("source", cues, sources, cue_source),
            ("content", contents, cues, content_cue),
        ):
            if asking:
                (ra, pa), (rb, pb) = rep(asking), rep(answers)
                scores = net.link_scores(kind, ra, rb, distance_bucket(pa, pb, paragraph[pa], paragraph[pb]))
                target = torch.tensor(gold)
                total = total + F.cross_entropy(scores, target, reduction="sum")
                n += len(gold)
                right += int((scores.argmax(1) == target).sum())
        offset += len(p.place)
    return total, n, right


def predict(net: Fast, samples: list[corpora.Sample], tables: Tables) -> list[list[tuple[int, int, str]]]:
    net.eval()
    out = []
    with torch.inference_mode():
        for sample in samples:
            pieces = cut(sample, tables, 100_000)
            forms, quoting, real, flat, index, lengths = collate(pieces)
            emissions = net.out(net(forms, quoting, real).flatten(0, 1)[flat])
            labels = [
                label for path in viterbi(emissions[index], lengths.tolist(), net.moves) for label in path
            ]
            out.append(untag(labels, PARTS))
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", type=Path, default=paths.OUT / "fast")
    ap.add_argument("--taught", type=Path)
    ap.add_argument("--start", type=Path, help="go on from these weights, with the learning rate going down")
    ap.add_argument("--epochs", type=int, default=16)
    ap.add_argument("--rate", type=float, default=2e-3)
    ap.add_argument("--width", type=int, default=128)
    ap.add_argument("--dilations", default="1,2,4,8,1")
    ap.add_argument("--seed", type=int, default=1)
    args = ap.parse_args()
    paths.need_data()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    train, dev = corpora.polnear("train", "all"), corpora.polnear("dev")
    taught = corpora.taught(args.taught) if args.taught else []
    before = torch.load(args.start) if args.start else None
    if before:
        tables = Tables(*before["tables"])
    else:
        tables = Tables.count([s.words for s in train + taught])
    print(len(train), "articles,", len(taught), "taught,", [len(ws) for ws in tables.lists])
    dilations = tuple(int(d) for d in args.dilations.split(","))
    net = Fast(*(len(ws) + 1 for ws in tables.lists), args.width, dilations)
    if before:
        net.load_state_dict(before["net"])
    else:
        with torch.no_grad():
            net.words.weight.copy_(start_vectors(tables))
    versions: dict[str, list[list[Piece]]] = {}
    for sample in train:
        versions.setdefault(sample.group, []).append(cut(sample, tables, 250))
    extra = [cut(sample, tables, 250) for sample in taught]
    optimiser = torch.optim.AdamW(net.parameters(), lr=args.rate, weight_decay=0.02)
    average = {k: v.clone() for k, v in net.state_dict().items()}
    step = 0
    for epoch in range(args.epochs):
        began = time.process_time()
        pieces = [p for same in versions.values() for p in rng.choice(same)]
        if extra:
            pieces += [p for ps in rng.sample(extra, min(len(extra), len(versions))) for p in ps]
        rng.shuffle(pieces)
        net.train()
        total = n_words = right = n_links = 0
        groups = [pieces[i : i + 6] for i in range(0, len(pieces), 6)]
        for k, batch in enumerate(groups):
            done = (epoch + k / len(groups)) / args.epochs
            for group in optimiser.param_groups:
                group["lr"] = args.rate * min(1, done / 0.03 + 0.01, (1 - done) / 0.8 + 0.002)
            forms, quoting, real, flat, index, lengths = collate(batch)
            # Some words unknown, some texts in capitals.
            hide = torch.rand(forms.shape[:2]) < 0.05
            forms[..., 0][hide] = 0
            if rng.random() < 0.05:
                forms[..., 3][(forms[..., 3] == 1) | (forms[..., 3] == 2)] = 3
            hidden = net(forms, quoting, real).flatten(0, 1)[flat]
            emissions = net.out(F.dropout(hidden, 0.2))
            labels = torch.cat([p.labels for p in batch])[index]
            tagging = crf_loss(emissions[index], labels, lengths, net.moves)
            linking, count, ok = link_loss(net, batch, hidden)
            ((tagging + linking) / len(flat)).backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            total += float(tagging.detach())
            n_words += len(flat)
            right, n_links = right + ok, n_links + count
            step += 1
            if step % 5 == 0:
                keep = min(0.999**5, step / (step + 100))
                for name, value in net.state_dict().items():
                    if value.is_floating_point():
                        average[name].lerp_(value, 1 - keep)
                    else:
                        average[name].copy_(value)
        kept = {k: v.clone() for k, v in net.state_dict().items()}
        net.load_state_dict(average)
        scores = contiguous(dev, predict(net, dev, tables))
        print(
            json.dumps(
                {
                    "epoch": epoch,
                    "loss": round(total / n_words, 4),
                    "links": round(right / n_links, 3),
                    "dev": scores,
                    "cpu_seconds": round(time.process_time() - began),
                }
            ),
            flush=True,
        )
        torch.save(
            {
                "net": average,
                "tables": tables.lists,
                "width": args.width,
                "dilations": dilations,
                "scores": scores,
                "args": {k: str(v) for k, v in vars(args).items()},
            },
            args.out / "last.pt",
        )
        net.load_state_dict(kept)


if __name__ == "__main__":
    main()
