"""Trains the fast name tagger (`onrecord.models.names`) and writes it with its card.

    python quality/training/name_tagger.py [--out DIR] [--gum train]

CoNLL-2003 train, GUM and MEANTIME as handed out; a linear-chain CRF on hashed features, trained with Adam.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import name_gold
import numpy as np
import paths
import torch

from onrecord.models import names
from onrecord.models.names import SLOTS, TAGS, Vocabulary, Weights, own_slots, pair_slots, read_words
from onrecord.text.tokens import find_tokens

COUNT = len(TAGS)


class Prepared:
    """Documents as arrays: the slots of each word's features, and the tags the gold allows."""

    def __init__(self, documents: list[name_gold.Document]) -> None:
        self.documents = documents
        self.vocabulary = Vocabulary()
        self.words, self.where, self.own, self.runs, self.allowed = [], [], [], [], []
        for d in documents:
            words = read_words(d.text, d.spans, self.vocabulary)
            where = np.flatnonzero(words.active)
            self.words.append(words)
            self.where.append(where)
            self.runs.append(names.run_lengths(words.active))
            allowed = np.zeros((len(where), COUNT), bool)
            tags = mended(d.tags, where)
            for k, i in enumerate(where):
                if d.tags[i] == name_gold.UNKNOWN:
                    allowed[k] = True
                elif d.tags[i] == name_gold.UNNAMED:
                    allowed[k] = [t == "O" or t.endswith("MISC") for t in TAGS]
                else:
                    allowed[k, TAGS.index(tags[k])] = True
            self.allowed.append(allowed)
        own = own_slots(self.vocabulary.features[: self.vocabulary.size])
        for words, where in zip(self.words, self.where, strict=True):
            parts, at = [], 0
            for offset, count in names._OFFSETS:
                places = where + offset
                inside = (places >= 0) & (places < len(words.rows))
                rows = words.rows[np.clip(places, 0, len(words.rows) - 1)]
                parts.append(own[rows, at : at + count] * inside[:, None])
                at += count
            self.own.append(np.concatenate(parts, axis=1).astype(np.int32))

    def slots(self, i: int) -> np.ndarray:
        """The slots of all features of a document's words that may be names."""
        pairs = pair_slots(self.words[i], self.where[i]).astype(np.int32)
        return np.concatenate([self.own[i], pairs], axis=1)


def mended(tags: list[str], where: np.ndarray) -> list[str]:
    """The tags at some of the words, made whole again where a name has lost one of its words."""
    out = [tags[i] for i in where]
    start = 0
    while start < len(out):
        end = start + 1
        label = out[start][2:]
        while (
            label
            and end < len(out)
            and out[end][2:] == label
            and where[end] == where[end - 1] + 1
            and out[end][0] in "IL"
            and out[end - 1][0] in "BI"
        ):
            end += 1
        if label:
            whole = [f"B-{label}", *[f"I-{label}"] * (end - start - 2), f"L-{label}"]
            out[start:end] = whole if end > start + 1 else [f"U-{label}"]
        start = end
    return out


def train(
    data: Prepared,
    chosen: list[int],
    epochs: int = 12,
    seed: int = 7,
    decay: float = 0.001,
    drop: float = 0.4,
) -> Weights:
    """Train on the chosen documents.

    `drop` of the features are hidden at random, which keeps it from leaning on single words.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    dice = np.random.default_rng(seed)
    runs: list[tuple[np.ndarray, np.ndarray]] = []
    for i in chosen:
        slots = data.slots(i)
        at = 0
        for length in data.runs[i]:
            runs.append((slots[at : at + length], data.allowed[i][at : at + length]))
            at += length
    seen = np.zeros(SLOTS, np.int32)
    for slots, _ in runs:
        np.add.at(seen, np.unique(slots), 1)
    keep = torch.from_numpy((seen >= 2).astype(np.float32))
    keep[0] = 0
    table = torch.nn.Embedding(SLOTS, COUNT, sparse=False)
    torch.nn.init.zeros_(table.weight)
    moves = torch.nn.Parameter(torch.zeros(COUNT, COUNT))
    blocked = torch.zeros(COUNT, COUNT)
    for a, x in enumerate(TAGS):
        for b, y in enumerate(TAGS):
            inside = x[0] in "BI"
            if inside != (y[0] in "IL") or (inside and x[2:] != y[2:]):
                blocked[a, b] = -1e4
    g2 = torch.full((SLOTS, COUNT), 1e-8)
    gm = torch.full((COUNT, COUNT), 1e-8)
    runs.sort(key=lambda r: len(r[1]))
    batches, batch, size = [], [], 0
    for r in runs:
        batch.append(r)
        size += len(r[1])
        if size > 600:
            batches.append(batch)
            batch, size = [], 0
    if batch:
        batches.append(batch)
    average = torch.zeros(SLOTS, COUNT)
    average_moves = torch.zeros(COUNT, COUNT)
    counted = 0
    for epoch in range(epochs):
        chance.shuffle(batches)
        rate = 0.12 * (1 - 0.8 * epoch / epochs)
        total = 0.0
        for batch in batches:
            longest = max(len(a) for _, a in batch)
            width = batch[0][0].shape[1]
            slots = np.zeros((len(batch), longest, width), np.int64)
            allowed = np.zeros((len(batch), longest, COUNT), bool)
            mask = np.zeros((len(batch), longest), bool)
            for k, (s, a) in enumerate(batch):
                slots[k, : len(s)], allowed[k, : len(s)], mask[k, : len(s)] = s, a, True
            seen_slots = slots[mask]
            if drop:
                seen_slots = np.where(dice.random(seen_slots.shape) < drop, 0, seen_slots)
            ids, at = np.unique(seen_slots, return_inverse=True)
            ids_t = torch.from_numpy(ids)
            rows = table.weight.detach()[ids_t].requires_grad_()
            move = moves.detach().clone().requires_grad_()
            bags = torch.from_numpy(at.reshape(-1, width))
            flat = torch.nn.functional.embedding_bag(bags, rows, mode="sum") / (1 - drop)
            scores = torch.zeros(len(batch), longest, COUNT)
            scores[torch.from_numpy(mask)] = flat
            mask_t = torch.from_numpy(mask)
            limit = torch.where(torch.from_numpy(allowed), 0.0, -1e4)
            ways = move + blocked
            loss = (_partition(scores, mask_t, ways) - _partition(scores + limit, mask_t, ways)).sum()
            loss.backward()
            total += float(loss.detach())
            with torch.no_grad():
                grad = rows.grad + decay * rows
                g2[ids_t] += grad**2
                step = rate * grad / g2[ids_t].sqrt()
                table.weight[ids_t] = (table.weight[ids_t] - step) * keep[ids_t, None]
                gm += move.grad**2
                moves -= rate * move.grad / gm.sqrt()
        if epoch >= epochs // 2:
            average += table.weight.detach()
            average_moves += moves.detach()
            counted += 1
        print(f"  epoch {epoch} loss {total / len(runs):.4f}", file=sys.stderr, flush=True)
    return Weights((average / counted).numpy(), (average_moves / counted + blocked).numpy())


def _partition(scores: torch.Tensor, mask: torch.Tensor, moves: torch.Tensor) -> torch.Tensor:
    state = scores[:, 0] + moves[0]
    for t in range(1, scores.shape[1]):
        new = torch.logsumexp(state[:, :, None] + moves[None], 1) + scores[:, t]
        state = torch.where(mask[:, t, None], new, state)
    return torch.logsumexp(state + moves[:, 0], 1)


def pack(weights: Weights) -> dict[str, np.ndarray]:
    """Weights as small whole numbers, only the rows that weigh something."""
    table = weights.table.copy()
    top = float(np.quantile(np.abs(table[np.abs(table).max(1) > 0]).max(1), 0.999))
    scale = top / 127
    whole = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    whole[np.abs(whole).max(1) < 2] = 0
    rows = np.flatnonzero(np.abs(whole).max(1))
    return {
        "rows": np.diff(rows, prepend=0).astype(np.int32),
        "values": whole[rows],
        "scale": np.float32(scale),
        "moves": weights.moves.astype(np.float32),
    }


def augmented(documents: list[name_gold.Document], seed: int) -> list[name_gold.Document]:
    """Documents with some lines set in capitals or as a headline, as newspapers print them."""
    chance = random.Random(seed)
    out = []
    for d in documents:
        text = list(d.text)
        at = 0
        for line in d.text.split("\n"):
            luck = chance.random()
            if len(line) < 120 and luck < 0.06:
                new = line.upper() if luck < 0.02 else _as_headline(line, chance)
                if len(new) == len(line):
                    text[at : at + len(line)] = new
            at += len(line) + 1
        changed = "".join(text)
        spans = find_tokens(changed)
        out.append(name_gold.Document(d.name, changed, spans, d.tags) if spans == d.spans else d)
    return out


def _as_headline(line: str, chance: random.Random) -> str:
    words = line.split(" ")
    return " ".join(w[:1].upper() + w[1:] if len(w) > 3 or chance.random() < 0.3 else w for w in words)


def fit(documents: list[name_gold.Document], seed: int = 7) -> Weights:
    """Train on documents."""
    return train(Prepared(augmented(documents, seed)), list(range(len(documents))), seed=seed)


def documents_for(choice: str) -> list[name_gold.Document]:
    """The documents to train on: CoNLL's train part, and the train part or all of the other two."""
    return name_gold.conll("train") + 2 * name_gold.gum(choice) + name_gold.meantime(choice)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", type=Path, default=Path(names.__file__).parent)
    ap.add_argument("--gum", default="all", choices=["train", "all"], help="all is what is shipped")
    a = ap.parse_args()
    paths.need_data()
    torch.set_num_threads(1)
    start = time.process_time()
    documents = documents_for(a.gum)
    packed = pack(fit(documents))
    a.out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(a.out / "names.npz", **packed)
    card = {
        "model": "names",
        "what": "linear-chain CRF over hashed features; people, bodies, places, other names",
        "data": "CoNLL-2003 train; GUM news, interview, bio; MEANTIME; as in ../shared/data",
        "parts": a.gum,
        "documents": len(documents),
        "script": "quality/training/name_tagger.py",
        "cpu_seconds": round(time.process_time() - start),
    }
    (a.out / "names.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
