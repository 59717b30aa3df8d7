"""Ray gives what `serial` gives, bounds and all. Starting Ray takes some seconds, so it is started once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.runners import Bounds, Loss, Lost, Task, serial
from onrecord.runners.ray import ray

pytest.importorskip("ray")
TASK = Task("stand_in:words")
BOUNDS = Bounds(seconds=600, idle=600, memory=16 << 30)


@pytest.fixture(autouse=True)
def stand_in_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    yield
    sys.modules.pop("stand_in", None)


# Ray leaves sockets and processes to the garbage collector when it shuts down
@pytest.mark.filterwarnings("ignore")
def test_ray_gives_what_serial_gives_and_replaces_workers() -> None:
    pieces = [f"one{n} two{n}".encode() for n in range(8)]
    wicked = b"before leave after"
    running = ray(TASK, [*pieces, wicked], workers=2, bounds=BOUNDS)
    try:
        found = {done.piece: done.results for done in running}
    except Exception as error:
        if "timed out during startup" not in str(error):
            raise
        pytest.skip("Ray could not start on this machine: it is too busy")
    assert {piece: found[piece] for piece in pieces} == {
        done.piece: done.results for done in serial(TASK, pieces)
    }
    before, lost, after = found[wicked]
    assert (before, after) == (b"BEFORE", b"AFTER")
    assert isinstance(lost, Lost)
    assert lost.why is Loss.DIED
