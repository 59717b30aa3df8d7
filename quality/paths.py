"""Where the gold lies: `shared/data` and `shared/bench` beside the project, if they are there."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

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


def script(folder: str, name: str) -> ModuleType:
    """A measuring script of `shared/bench/FOLDER`, under a name of its own: some are called as scripts here are."""
    bench(folder)
    known = f"bench_{folder}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, BENCH / folder / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[known] = module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    return sys.modules[known]
