"""Fit the encoder's head for names to GUM and MEANTIME as well, the encoder itself left as it is.

    python quality/training/names_head.py --from quality/out/encoder/last.pt

The encoder has learned names from CoNLL-2003 train alone, so the whole of GUM and MEANTIME is new to it. The
head (two small layers and the moves between labels) is fitted five times, each time without a fifth of their
documents, which it is then scored on; then once to all, for shipping. Prints what the measuring script says
of the five parts together, and of CoNLL testa. Seeded.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import paths
import torch
import torch.nn.functional as F
from torch import nn

from onrecord.encoding.best import BestReader
from onrecord.encoding.chains import best_labels
from onrecord.encoding.labels import NAMES, label_set, tag, untag
from onrecord.encoding.spans import run_starts
from onrecord.models.encoder import load_encoder
from training import corpora

LABELS = len(label_set(NAMES))
FOLDS = 5
MISC = [0, *range(1 + 4 * NAMES.index("MISC"), 5 + 4 * NAMES.index("MISC"))]


class Head(nn.Module):
    """The names' head by itself."""

    def __init__(self, state: dict) -> None:
        super().__init__()
        self.up = nn.Linear(384, 192)
        self.head = nn.Linear(192, LABELS)
        self.moves = nn.Parameter(state["moves.names"].clone())
        with torch.no_grad():
            for name, layer in (("up.names", self.up), ("heads.names", self.head)):
                layer.weight.copy_(state[name + ".weight"])
                layer.bias.copy_(state[name + ".bias"])

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        return self.head(
            F.dropout(F.gelu(self.up(F.dropout(hidden, 0.1, self.training))), 0.2, self.training)
        )

    def weights(self) -> dict[str, torch.Tensor]:
        return {
            "up.names.weight": self.up.weight.detach(),
            "up.names.bias": self.up.bias.detach(),
            "heads.names.weight": self.head.weight.detach(),
            "heads.names.bias": self.head.bias.detach(),
            "moves.names": self.moves.detach(),
        }


class Text:
    """A sample with its hidden vectors and what labels each word may have."""

    def __init__(self, reader: BestReader, sample: corpora.Sample, whole: bool) -> None:
        self.sample = sample
        self.hidden = torch.from_numpy(reader.run(sample.words)[0]).half()
        labels = torch.tensor(tag(len(sample.words), sample.names or [], NAMES))
        self.allowed = F.one_hot(labels, LABELS).bool()
        if not whole:  # other names are not marked in this set: what is not marked may be one
            self.allowed[labels == 0] = self.allowed[labels == 0] | torch.isin(
                torch.arange(LABELS), torch.tensor(MISC)
            )
        self.starts = run_starts(sample.words).tolist()


def partition(emissions: torch.Tensor, lengths: torch.Tensor, moves: torch.Tensor) -> torch.Tensor:
    """The log of the sum over all label sequences, for sequences sorted longest first."""
    k = emissions.shape[2]
    step, start, end = moves[:k, :k], moves[k, :k], moves[:k, k]
    alpha, done = start + emissions[:, 0], []
    for i in range(1, emissions.shape[1]):
        alive = int((lengths > i).sum())
        if alive < alpha.shape[0]:
            done.append(alpha[alive:])
            alpha = alpha[:alive]
        alpha = torch.logsumexp(alpha[:, :, None] + step[None], 1) + emissions[:alive, i]
    done.append(alpha)
    return torch.logsumexp(torch.cat(done[::-1]) + end, 1)


def fit(state: dict, texts: list[Text], epochs: int, rate: float, seed: int) -> Head:
    torch.manual_seed(seed)
    rng = random.Random(seed)
    head = Head(state)
    runs = [
        (text, a, b)
        for text in texts
        for a, b in zip(text.starts, [*text.starts[1:], len(text.sample.words)], strict=True)
        if b - a < 200
    ]
    optimiser = torch.optim.AdamW(head.parameters(), lr=rate, weight_decay=0.01)
    size = 64
    for epoch in range(epochs):
        rng.shuffle(runs)
        groups = sorted(range(0, len(runs), size * 8))
        for g, low in enumerate(groups):
            near = sorted(runs[low : low + size * 8], key=lambda run: run[1] - run[2])
            for k in range(0, len(near), size):
                batch = near[k : k + size]
                lengths = torch.tensor([b - a for _, a, b in batch])
                longest = int(lengths[0])
                hidden = torch.zeros(len(batch), longest, 384)
                allowed = torch.zeros(len(batch), longest, LABELS, dtype=torch.bool)
                for row, (text, a, b) in enumerate(batch):
                    hidden[row, : b - a] = text.hidden[a:b].float()
                    allowed[row, : b - a] = text.allowed[a:b]
                emissions = head(hidden)
                right = emissions.masked_fill(~allowed, -1e4)
                loss = partition(emissions, lengths, head.moves) - partition(right, lengths, head.moves)
                done = (epoch + g / len(groups)) / epochs
                for group in optimiser.param_groups:
                    group["lr"] = rate * (1 - done)
                (loss.sum() / lengths.sum()).backward()
                optimiser.step()
                optimiser.zero_grad(set_to_none=True)
    return head.eval()


def found_by(head: Head, text: Text) -> list[tuple[int, int, str]]:
    words = text.sample.words
    with torch.inference_mode():
        emissions = head(text.hidden.float()).numpy()
    labels = best_labels(emissions, run_starts(words), head.moves.detach().numpy())
    spans = untag(labels.tolist(), NAMES)
    return [(int(words.starts[a]), int(words.ends[b - 1]), kind) for a, b, kind in spans]


def fold_of(name: str) -> int:
    return hashlib.sha256(f"fold {name}".encode()).digest()[0] % FOLDS


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--from", dest="source", type=Path, default=paths.OUT / "encoder" / "last.pt")
    ap.add_argument("--out", type=Path, default=paths.OUT / "encoder" / "names.pt")
    ap.add_argument("--epochs", type=int, default=4)
    ap.add_argument("--rate", type=float, default=1e-3)
    ap.add_argument("--share", type=float, default=0.4, help="share of CoNLL-2003 train that is used")
    args = ap.parse_args()
    paths.need_data()
    paths.bench("names")
    import names as measure

    torch.set_num_threads(1)
    state = torch.load(args.source)["average"]
    reader = BestReader(load_encoder())
    rng = random.Random(1)
    conll = [Text(reader, s, True) for s in corpora.conll("train") if rng.random() < args.share]
    testa = [Text(reader, s, True) for s in corpora.conll("dev")]
    sets = {"gum": corpora.gum(), "meantime": corpora.meantime()}
    more = {name: [Text(reader, s, False) for s in samples] for name, samples in sets.items()}

    def scores(found: dict[str, list], of: str, texts: list[Text]) -> dict:
        docs = [text.sample.gold for text in texts]
        by_text = {text.sample.words.text: found[text.sample.id] for text in texts}
        result = measure.score_ner(docs, lambda text: by_text[text])
        return {"set": of, "strict": result["all_strict"], "head": result["all_head"]}

    out: dict[str, list] = {"as the encoder was trained": [], "head fitted, in five parts": []}
    plain = Head(state).eval()
    for name, texts in (("testa", testa), *more.items()):
        out["as the encoder was trained"].append(
            scores({text.sample.id: found_by(plain, text) for text in texts}, name, texts)
        )
    found: dict[str, list] = {}
    everything = [text for texts in more.values() for text in texts]
    for fold in range(FOLDS):
        rest = [text for text in everything if fold_of(text.sample.id) != fold]
        head = fit(state, conll + rest * 2, args.epochs, args.rate, fold)
        for text in everything:
            if fold_of(text.sample.id) == fold:
                found[text.sample.id] = found_by(head, text)
    for name, texts in more.items():
        out["head fitted, in five parts"].append(scores(found, name, texts))
    head = fit(state, conll + everything * 2, args.epochs, args.rate, 9)
    out["head fitted, in five parts"].append(
        scores({text.sample.id: found_by(head, text) for text in testa}, "testa", testa)
    )
    print(json.dumps(out, indent=1))
    torch.save({"weights": head.weights(), "scores": out}, args.out)


if __name__ == "__main__":
    main()
