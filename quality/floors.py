"""Floors under the scores of the language stages: pinned with a digest of the gold, they go up and never down.

found = {"direct exact": 94.3}
raise SystemExit(floors.settle("who said what, best", found, floors.gold("attribution"), pin=False))
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

import paths

KEPT = Path(__file__).with_name("floors_words.json")
SLACK = 0.3
"""How far under what was found a floor is put: figures move a little with the machine's own arithmetic."""


def gold(*folders: str) -> str:
    """A digest of the gold in some folders of `shared/data`."""
    whole = hashlib.sha256()
    for folder in folders:
        for file in sorted(p for p in (paths.DATA / folder).rglob("*") if p.is_file()):
            whole.update(f"{file.relative_to(paths.DATA)}\0".encode())
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:16]


def settle(part: str, found: dict[str, float], digest: str, pin: bool) -> int:
    """Compare figures with the floors of their part, after raising those if asked; 1 if one is missed."""
    kept = json.loads(KEPT.read_text("utf-8")) if KEPT.exists() else {}
    pinned = kept.get(part, {"gold": digest, "floors": {}})
    if pinned["gold"] != digest:
        print(f"The gold has changed since the floors of {part} were pinned; they are not compared.")
        if not pin:
            return 0
        pinned = {"gold": digest, "floors": {}}
    if pin:
        floors = pinned["floors"]
        for name, value in found.items():
            floors[name] = max(round(value - SLACK, 1), floors.get(name, 0.0))
        kept[part] = {"gold": digest, "floors": dict(sorted(floors.items()))}
        KEPT.write_text(json.dumps(kept, indent=1, sort_keys=True) + "\n", "utf-8")
    missed = [
        f"{name} is {found[name]:.1f}, its floor {floor}"
        for name, floor in pinned["floors"].items()
        if name in found and found[name] < floor
    ]
    for line in missed:
        print(f"UNDER ITS FLOOR: {line}", file=sys.stderr)
    return 1 if missed else 0
