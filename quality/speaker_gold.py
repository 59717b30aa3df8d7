"""Articles with hand-made speakers and facts about people, read as the measuring script reads them."""

from __future__ import annotations

import importlib.util
import sys
import tarfile
from pathlib import Path
from types import ModuleType

import paths


def scorer() -> ModuleType:
    """The measuring script for speakers."""
    if "bench_speakers" not in sys.modules:
        spec = importlib.util.spec_from_file_location("bench_speakers", paths.BENCH / "speakers" / "score.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules["bench_speakers"] = module
        spec.loader.exec_module(module)
    return sys.modules["bench_speakers"]


def articles() -> list[dict]:
    """The articles with their texts and labels."""
    folders = [paths.DATA / "speakers", paths.DATA / "seed"]
    found: list[dict] = scorer().load(paths.DATA / "speakers" / "gold.json", folders)
    return found


def polnear_texts() -> list[tuple[str, str]]:
    """The texts of PolNeAR's train part: name and text."""
    out = []
    with tarfile.open(paths.DATA / "attribution" / "polnear" / "train.tar.gz") as tar:
        for member in tar:
            if member.name.endswith(".txt") and (file := tar.extractfile(member)):
                out.append((Path(member.name).stem, file.read().decode("utf-8")))
    return sorted(out)
