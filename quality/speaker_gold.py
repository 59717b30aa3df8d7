"""Articles with hand-made speakers and facts about people, read as the measuring script reads them."""

from __future__ import annotations

import tarfile
from pathlib import Path
from types import ModuleType

import paths


def scorer() -> ModuleType:
    """The measuring script for speakers."""
    return paths.script("speakers", "score")


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
