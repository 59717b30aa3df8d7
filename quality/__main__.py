"""All scores, one after the other: `make quality`. Ends with 1 if a floor is missed.

Each script can be run alone, with options of its own. Pages are read by fold models, which are trained first
(`quality/training/roles.py --folds 5`); without them that score is left out and said to be.
"""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import paths

HERE = Path(__file__).resolve().parent

SCORES = (
    ("pages", ["extraction.py"]),
    ("parts of pages", ["parts.py", "wire", "pictures", "metadata", "--sets", "fundus"]),
    ("who said what, best", ["attributions.py"]),
    ("who said what, fast", ["attributions.py", "--setting", "fast"]),
    ("names", ["names.py"]),
    ("speakers", ["speakers.py"]),
    ("times", ["times.py", "--check"]),
    ("copies", ["copies.py"]),
)


def main() -> int:
    paths.need_data()
    missed = []
    for name, command in SCORES:
        print(f"\n== {name}: python quality/{' '.join(command)}", flush=True)
        if subprocess.run([sys.executable, str(HERE / command[0]), *command[1:]]).returncode:
            missed.append(name)
    if missed:
        print(f"\nUnder a floor or not measured: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
