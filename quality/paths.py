"""Where the gold lies: `shared/data` and `shared/bench` beside the project, if they are there."""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SHARED = PROJECT.parent / "shared"
DATA = SHARED / "data"
BENCH = SHARED / "bench"
OUT = PROJECT / "quality" / "out"


def need_data() -> None:
    """End the script with one sentence when the gold is not there."""
    if not DATA.is_dir():
        print(f"The gold is not here: {DATA} does not exist. Nothing was scored.", file=sys.stderr)
        raise SystemExit(0)


def bench(folder: str) -> None:
    """Put the measuring scripts of `shared/bench/FOLDER` on the import path."""
    for place in (BENCH, BENCH / folder):
        if str(place) not in sys.path:
            sys.path.insert(0, str(place))
