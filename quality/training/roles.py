"""Trains the role model.

    python quality/training/roles.py --dev            train on the train sites, score on the dev sites
    python quality/training/roles.py --folds 5        cross-validate by site: keeps each page's probabilities
    python quality/training/roles.py --ship           train on everything and write the model into the package

Seeded; every run prints what it was trained on and what it scored.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import paths
import torch
from role_data import ROLES, Example, load
from role_net import Batch, Look, RoleNet, look_at
from torch import nn

from onrecord.models.roles import read_role_model
from onrecord.roles.features import NUMBERS, Features

WORDS = NUMBERS.index("words")
KINDS = ("article", "documentation", "service", "forum", "listing", "collection", "product")
TABLES = ("word", "bagged", "klass", "tag")
TEACH_FROM = 4
"""The epoch after which the network's average teaches it what the blocks without a label are."""


def kind_of(e: Example) -> int:
    if e.set == "wcxb":
        return KINDS.index(e.kind)
    return 0 if e.set in ("aeb", "fundus", "trafilatura") else -1


def train(examples: list[Example], epochs: int, seed: int, lr: float = 2e-3) -> tuple[RoleNet, Look]:
    torch.manual_seed(seed)
    order = random.Random(seed)
    examples = [e for e in examples if len(e.labels) and len(e.labels) <= 3000]
    look = look_at([(e.site, e.features) for e in examples])
    net = RoleNet(len(ROLES), len(KINDS), look)
    tables = [p for n, p in net.named_parameters() if n.split(".")[0] in TABLES]
    others = [p for n, p in net.named_parameters() if n.split(".")[0] not in TABLES]
    best = torch.optim.AdamW(
        [{"params": tables, "weight_decay": 1e-2}, {"params": others, "weight_decay": 5e-2}], lr=lr
    )
    per_step = 8
    many = len(examples)
    steps = epochs * (many // per_step + 1)
    plan = torch.optim.lr_scheduler.OneCycleLR(best, max_lr=lr, total_steps=steps, pct_start=0.15)
    loss_of = nn.CrossEntropyLoss(reduction="none", label_smoothing=0.02)
    kind_loss = nn.CrossEntropyLoss(ignore_index=-1)
    average = {k: v.detach().clone() for k, v in net.state_dict().items()}
    done = 0
    taught: dict[int, np.ndarray] = {}
    for epoch in range(epochs):
        if epoch >= TEACH_FROM:
            taught = teach(net, average, look, examples)
        net.train()
        order.shuffle(examples)
        total = 0.0
        for at in range(0, many, per_step):
            some = examples[at : min(at + per_step, many)]
            batch = Batch([thinned(e.features, order) for e in some], look)
            labels = torch.zeros((len(batch.tags), len(ROLES)))
            weights = torch.zeros(len(batch.tags))
            for e, where in zip(some, batch.slices, strict=True):
                wanted, counts = targets(e, taught.get(id(e)))
                labels[where] = torch.from_numpy(wanted)
                weights[where] = torch.from_numpy(counts)
            said, kind = net(batch)
            loss = sum(
                share * (loss_of(s, labels) * weights).sum() / max(float(weights.sum()), 1e-6)
                for s, share in zip(said, (0.3, 0.5, 1.0), strict=True)
            )
            kinds = torch.tensor([kind_of(e) for e in some])
            if (kinds >= 0).any():
                loss = loss + 0.1 * kind_loss(kind, kinds)
            best.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            best.step()
            if done < steps - 1:
                plan.step()
            done += 1
            keep = min(0.998, 1 - 1 / (done + 1))
            with torch.no_grad():
                for k, v in net.state_dict().items():
                    average[k].mul_(keep).add_(v, alpha=1 - keep)
            total += float(loss.detach())
        print(f"epoch {epoch + 1}: loss {total / (many / per_step):.4f}", flush=True)
    net.load_state_dict(average)
    net.eval()
    return net, look


def targets(e: Example, taught: np.ndarray | None) -> tuple[np.ndarray, np.ndarray]:
    """What each block of a page should be told to be, and how much it counts; without a label, what was taught."""
    wanted = np.zeros((len(e.labels), len(ROLES)), np.float32)
    told = e.labels >= 0
    wanted[told, e.labels[told]] = 1
    if taught is None:
        return wanted, e.weights
    wanted[~told] = taught[~told]
    size = 0.4 * np.sqrt(np.minimum(e.features.numbers[:, WORDS] * 100, 150) + 2)
    size *= min(1.0, 15 / max(float(size[~told].sum()), 1e-6))
    return wanted, np.where(told, e.weights, size).astype(np.float32)


def teach(
    net: RoleNet, average: dict[str, torch.Tensor], look: Look, examples: list[Example]
) -> dict[int, np.ndarray]:
    """What the averaged network makes of the pages that have blocks without a label (mean teacher).

    trafilatura's gold names a few segments of a page and says nothing of the rest.
    """
    teacher = RoleNet(len(ROLES), len(KINDS), look)
    teacher.load_state_dict(average)
    teacher.eval()
    return {id(e): predict(teacher, look, e)[0] for e in examples if (e.labels < 0).mean() > 0.2}


def thinned(page: Features, order: random.Random) -> Features:
    """The page with noise on its numbers, so that none is leant on alone."""
    noise = np.random.default_rng(order.randrange(1 << 30))
    numbers = page.numbers * (noise.random(page.numbers.shape[1], np.float32) > 0.06)
    return replace(page, numbers=numbers.astype(np.float32))


def predict(net: RoleNet, look: Look, e: Example) -> tuple[np.ndarray, np.ndarray]:
    if not len(e.labels):
        return np.zeros((0, len(ROLES)), np.float32), np.full(len(KINDS), 1 / len(KINDS))
    with torch.no_grad():
        said, kind = net(Batch([e.features], look))
    return torch.softmax(said[-1], 1)[: len(e.labels)].numpy(), torch.softmax(kind, 1)[0].numpy()


def scores(examples: list[Example], probabilities: dict[tuple[str, str], np.ndarray]) -> None:
    """The bench's own scores of the text that the blocks likelier than not make."""
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]
    import metrics  # type: ignore[import-not-found]

    from onrecord.blocks.html import split_html

    wanted = {(e.set, e.id) for e in examples}
    rows: dict[str, list[dict]] = {}
    for page in gold.load(tuple(dict.fromkeys(e.set for e in examples))):
        if (page.dataset, page.id) not in wanted:
            continue
        p = probabilities[page.dataset, page.id]
        blocks = split_html(page.html()).blocks
        text = "\n".join(b.text for b, q in zip(blocks, p, strict=True) if q[0] >= 0.5)
        row = metrics.score(page, {"text": text})
        rows.setdefault(page.dataset, []).append(row)
        if page.page_type:
            rows.setdefault(f"{page.dataset} {page.page_type}", []).append(row)
    for name, some in rows.items():
        s = metrics.summary(some)
        shown = (
            "f1",
            "precision",
            "recall",
            "rouge_f1",
            "word_f1",
            "seg_f1",
            "seg_p",
            "seg_r",
            "caption_leak",
        )
        print(name, len(some), " ".join(f"{k} {s[k]:.4f}" for k in shown if k in s), flush=True)


def arrays(net: RoleNet, look: Look) -> dict[str, np.ndarray]:
    """The trained network as the arrays that `onrecord.roles.network` runs; half precision."""
    state = {k: v.numpy() for k, v in net.state_dict().items()}
    out = {
        "mean": look.mean,
        "std": look.std,
        "tag": state["tag.weight"],
        "word": state["word.weight"],
        "bagged": state["bagged.weight"],
        "klass": state["klass.weight"],
    }
    names = {"enter": "enter", "kind": "kind"}
    for n in range(len(net.rounds)):
        names |= {f"rounds.{n}.{part}": f"{part}{n}" for part in ("near", "wide", "mix")} | {
            f"tells.{n}": f"tell{n}"
        }
        out[f"norm{n}.w"], out[f"norm{n}.b"] = (
            state[f"rounds.{n}.norm.weight"],
            state[f"rounds.{n}.norm.bias"],
        )
    for theirs, ours in names.items():
        out[f"{ours}.w"], out[f"{ours}.b"] = state[f"{theirs}.weight"].T, state[f"{theirs}.bias"]
    return {
        k: np.ascontiguousarray(v, np.float32 if k in ("mean", "std") else np.float16) for k, v in out.items()
    }


def write(nets: list[RoleNet], look: Look, path: Path) -> None:
    """The model file: arrays and names, no objects."""
    path.parent.mkdir(parents=True, exist_ok=True)
    members = {
        f"{n}:{name}": value for n, net in enumerate(nets) for name, value in arrays(net, look).items()
    }
    told = {
        "words": look.words,
        "bag": look.bag,
        "classes": look.classes,
        "roles": np.array(ROLES),
        "kinds": np.array(KINDS),
    }
    np.savez_compressed(path, **members, **told)
    read_role_model(path)  # fails here and not when the pages are scored


def write_card(path: Path, every: list[Example], seeds: list[int], epochs: int, took: float) -> None:
    """What the model was made from, beside it: data and its terms, digest, seeds, cost, and its scores."""
    from extraction import FLOORS, digest

    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    card = {
        "what": f"roles of a page's blocks, html; {len(seeds)} networks averaged",
        "made by": f"python quality/training/roles.py --ship --members {len(seeds)} --epochs {epochs}",
        "data": "aeb, fundus (MIT), trafilatura, readability (Apache-2.0), wcxb (CC-BY-4.0): "
        "the gold's labels; the pages are their publishers' and not shipped",
        "gold digest": digest(),
        "pages": len(every),
        "sites": len({e.site for e in every}),
        "blocks with a label": int(sum((e.labels >= 0).sum() for e in every)),
        "seeds": seeds,
        "epochs": epochs,
        "CPU seconds": round(took),
        "scores, by models that saw no page of the site": {
            part: kept["found"] for part, kept in floors.items() if part == "html"
        },
    }
    path.write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n")


def fold_of(site: str, folds: int) -> int:
    return int.from_bytes(hashlib.sha256(f"fold: {site}".encode()).digest()[:4], "big") % folds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--dev", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--only", type=int, help="this fold alone")
    parser.add_argument("--ship", action="store_true")
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--members", type=int, default=2, help="how many networks the model averages")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--again", action="store_true", help="make the examples anew")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    every = load(args.again)
    started = time.time()
    seeds = [args.seed + n for n in range(args.members)]
    if args.dev:
        paths.bench("extraction")
        import split  # type: ignore[import-not-found]

        net, look = train([e for e in every if split.part(e.site) == "train"], args.epochs, args.seed)
        held = [e for e in every if split.part(e.site) == "dev"]
        write([net], look, paths.OUT / f"roles-html.dev{args.seed}.npz")
        found = {(e.set, e.id): predict(net, look, e) for e in held}
        scores(held, {k: v[0] for k, v in found.items()})
        told = [(kind_of(e), found[e.set, e.id][1].argmax()) for e in held if kind_of(e) >= 0]
        print("article or not:", np.mean([(a == 0) == (b == 0) for a, b in told]))
    if args.folds:
        paths.OUT.mkdir(exist_ok=True)
        for fold in range(args.folds) if args.only is None else (args.only,):
            rest = [e for e in every if fold_of(e.site, args.folds) != fold]
            held = [e for e in every if fold_of(e.site, args.folds) == fold]
            found = {(e.set, e.id): np.zeros((len(e.labels), len(ROLES)), np.float32) for e in held}
            for seed in seeds:
                net, look = train(rest, args.epochs, seed)
                write([net], look, paths.OUT / f"roles-html.fold{fold}.{seed}.npz")
                for e in held:
                    found[e.set, e.id] += predict(net, look, e)[0] / len(seeds)
            scores(held, found)
    if args.ship:
        before = time.process_time()
        nets = [train(every, args.epochs, seed) for seed in seeds]
        home = paths.PROJECT / "src" / "onrecord" / "models" / "data"
        write([net for net, _ in nets], nets[0][1], home / "roles-html.npz")
        write_card(home / "roles-html.json", every, seeds, args.epochs, time.process_time() - before)
    print(f"{time.time() - started:.0f} s")


if __name__ == "__main__":
    main()
