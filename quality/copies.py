"""How well copies of one story are told: the two sets of shared/bench/copies.

python quality/copies.py               # both sets
python quality/copies.py --errors      # and the pairs that were missed or wrong
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from paths import BENCH, PROJECT, need_data


def fold(docs: list[dict[str, str]]) -> list[int]:
    """The scorer's function: one label for each document, the same for those of one story."""
    from onrecord.stories import Printed
    from onrecord.stories import fold as fold_articles

    return fold_articles([Printed(d["text"], d["title"], d["site"]) for d in docs])


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--errors", action="store_true")
    options = asked.parse_args()
    need_data()
    scorer, errors = str(BENCH / "copies" / "copies.py"), ["--errors"] if options.errors else []
    with tempfile.TemporaryDirectory() as folder:
        made = str(Path(folder) / "made.jsonl")
        subprocess.run([sys.executable, str(BENCH / "copies" / "make_copies.py"), made], check=True)
        for asked_for in (["newscluster"], ["newscluster", "--junk"], ["made", "--file", made]):
            command = [sys.executable, scorer, asked_for[0], "copies:fold", *asked_for[1:], *errors]
            subprocess.run(command, check=True, cwd=PROJECT / "quality")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
