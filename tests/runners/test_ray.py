"""Ray gives what `serial` gives, bounds and all. Starting Ray takes some seconds, so it is started once."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import ClusterNotReachedError
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
    except ClusterNotReachedError as error:
        pytest.skip(f"Ray may be too slow to start on this machine: {error}")
    assert {piece: found[piece] for piece in pieces} == {
        done.piece: done.results for done in serial(TASK, pieces)
    }
    before, lost, after = found[wicked]
    assert (before, after) == (b"BEFORE", b"AFTER")
    assert isinstance(lost, Lost)
    assert lost.why is Loss.DIED


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_that_is_not_there_is_said_in_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    import ray as cluster

    def fail(**_: object) -> None:
        raise ConnectionError("nobody answers\nat that address")

    monkeypatch.setattr(cluster, "init", fail)
    with pytest.raises(
        ClusterNotReachedError, match=r"the cluster at ray\.example:10001 was not reached: nobody"
    ):
        next(ray(TASK, [b"a"], address="ray.example:10001"))
