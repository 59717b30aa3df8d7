"""Every runner gives what `serial` gives, and nothing a thing does stops the others."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from onrecord.runners import Bounds, Done, Loss, Lost, Task, processes, serial
from onrecord.runners.nurseries import Forked, Nursery
from onrecord.runners.starting import WorkerNeverStarted

# Only the bound that is meant may be met, however slow and busy the machine: the others are out of reach.
WIDE = Bounds(seconds=600, idle=600, memory=16 << 30)
NARROW = {
    b"hang": replace(WIDE, idle=6),
    b"spin": replace(WIDE, seconds=2),
    b"swell": replace(WIDE, memory=400 << 20),
}
TASK = Task("stand_in:words")


@pytest.fixture(autouse=True)
def stand_in_can_be_imported(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    yield
    sys.modules.pop("stand_in", None)


def what(done: Done) -> list[bytes | Loss]:
    return [result.why if isinstance(result, Lost) else result for result in done.results]


def by_piece(dones: Iterator[Done]) -> dict[bytes, tuple[bytes | Lost, ...]]:
    return {done.piece: done.results for done in dones}


def test_processes_give_what_serial_gives() -> None:
    pieces = [f"one{n} two{n} three{n}".encode() for n in range(12)] + [b""]
    assert by_piece(processes(TASK, pieces, workers=2)) == by_piece(serial(TASK, pieces))


def test_serial_keeps_the_order() -> None:
    assert [done.piece for done in serial(TASK, [b"a", b"b c"])] == [b"a", b"b c"]
    assert [what(done) for done in serial(TASK, [b"a", b"b c"])] == [[b"A"], [b"B", b"C"]]


@pytest.mark.parametrize(
    ("word", "why"),
    [
        (b"hang", Loss.TOO_SLOW),
        (b"spin", Loss.TOO_SLOW),
        (b"swell", Loss.TOO_MUCH_MEMORY),
        (b"crash", Loss.DIED),
        (b"leave", Loss.DIED),
        (b"break", Loss.BROKE),
    ],
)
def test_a_thing_that_breaks_its_bounds_is_lost_and_the_rest_is_done(word: bytes, why: Loss) -> None:
    bounds = NARROW.get(word, WIDE)
    (done,) = processes(TASK, [b"before " + word + b" after"], workers=1, bounds=bounds)
    assert what(done) == [b"BEFORE", why, b"AFTER"]


def test_several_in_a_row_are_each_lost_by_themselves() -> None:
    (done,) = processes(TASK, [b"a leave crash leave b leave"], workers=1, bounds=WIDE)
    assert what(done) == [b"A", Loss.DIED, Loss.DIED, Loss.DIED, b"B", Loss.DIED]


def test_who_is_killed_by_somebody_else_is_tried_once_more(tmp_path: Path) -> None:
    once = f"once:{tmp_path / 'mark'}".encode()
    (done,) = processes(TASK, [b"a " + once + b" b killed c"], workers=1, bounds=WIDE)
    assert what(done) == [b"A", once.upper(), b"B", Loss.DIED, b"C"]


def test_a_piece_that_kills_its_worker_while_it_is_opened_is_tried_once_more_and_then_left() -> None:
    (done,) = processes(TASK, [b"a undone b"], workers=1, bounds=WIDE)
    assert what(done) == [b"A", Loss.DIED]
    lost = done.results[1]
    assert isinstance(lost, Lost)
    assert lost.rest


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel tells workers of it on Linux alone")
def test_no_worker_outlives_a_driver_that_is_killed(tmp_path: Path) -> None:
    script = "from onrecord.runners import Task, processes; list(processes(Task('marking:work'), [b'a'], workers=1))"
    (tmp_path / "marking.py").write_text(
        "import os\nfrom pathlib import Path\n"
        "class Work:\n"
        "    def things(self, piece):\n        yield piece\n"
        "    def read(self, thing):\n"
        f"        Path({str(tmp_path)!r}, f'at-{{os.getpid()}}').touch()\n"
        "        while True:\n            pass\n"
        "def work():\n    return Work()\n"
    )
    path = os.pathsep.join([str(tmp_path), *filter(None, sys.path)])
    with subprocess.Popen([sys.executable, "-c", script], env={**os.environ, "PYTHONPATH": path}) as driver:
        while not (marks := list(tmp_path.glob("at-*"))):
            assert driver.poll() is None
            time.sleep(0.02)
        driver.kill()
    worker = Path("/proc", marks[0].name.removeprefix("at-"))
    for _ in range(3000):
        if not worker.exists() or ") Z " in (worker / "stat").read_text():
            return
        time.sleep(0.02)
    pytest.fail("the worker still spins")


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
def test_workers_are_forked_from_what_is_loaded_once_unless_it_has_threads() -> None:
    pieces = [b"whose"] * 4 + [b"leave whose"] * 2
    parents = {done.results[-1] for done in processes(TASK, pieces, workers=2, bounds=WIDE)}
    assert len(parents) == 1
    assert str(os.getpid()).encode() not in parents
    task = Task("stand_in:words_and_a_thread")
    parents = {done.results[-1] for done in processes(task, pieces, workers=2, bounds=WIDE)}
    assert parents == {str(os.getpid()).encode()}


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
def test_what_workers_are_forked_from_may_be_killed(tmp_path: Path) -> None:
    word = f"orphan:{tmp_path / 'mark'}".encode()
    pieces = [b"a " + word + b" b leave c", *(f"one{n} leave two{n}".encode() for n in range(6))]
    found = by_piece(processes(TASK, pieces, workers=2, bounds=WIDE))
    assert {piece: what(Done(piece, results)) for piece, results in found.items()} == {
        pieces[0]: [b"A", word.upper(), b"B", Loss.DIED, b"C"],
        **{
            f"one{n} leave two{n}".encode(): [f"ONE{n}".encode(), Loss.DIED, f"TWO{n}".encode()]
            for n in range(6)
        },
    }


@pytest.mark.skipif(sys.platform != "linux", reason="workers are forked on Linux alone")
def test_a_worker_that_ends_before_it_says_that_it_is_there_is_started_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fork = Nursery.fork

    def stillborn(nursery: Nursery, said: IO[bytes]) -> Forked | None:
        worker = fork(nursery, said)
        assert worker is not None
        worker.kill()
        worker.stdout.close()
        ours, theirs = os.pipe()
        os.close(theirs)
        worker.stdout = os.fdopen(ours, "rb", 0)  # with nothing in it
        return worker

    monkeypatch.setattr(Nursery, "fork", stillborn)
    assert by_piece(processes(TASK, [b"a b"], workers=1, bounds=WIDE)) == {b"a b": (b"A", b"B")}


def test_a_crash_tells_where_it_was() -> None:
    (done,) = processes(TASK, [b"crash"], workers=1, bounds=WIDE)
    (lost,) = done.results
    assert isinstance(lost, Lost)
    assert "SIGSEGV" in lost.detail
    assert "stand_in.py" in lost.traceback


def test_a_bug_keeps_its_traceback_in_every_runner() -> None:
    alone = by_piece(serial(TASK, [b"a break b"]))[b"a break b"]
    apart = by_piece(processes(TASK, [b"a break b"], workers=1))[b"a break b"]
    for results in (alone, apart):
        lost = results[1]
        assert isinstance(lost, Lost)
        assert not lost.rest
        assert lost.detail == "KeyError: 'a bug'"
        assert 'raise KeyError("a bug")' in lost.traceback


def test_a_piece_that_cannot_be_opened_further_says_that_the_rest_is_lost() -> None:
    for run in (serial(TASK, [b"a unopenable b"]), processes(TASK, [b"a unopenable b"], workers=1)):
        (done,) = run
        lost = done.results[1]
        assert len(done.results) == 2
        assert isinstance(lost, Lost)
        assert lost.rest


def test_what_a_library_prints_does_no_harm() -> None:
    (done,) = processes(TASK, [b"print a"], workers=1)
    assert what(done) == [b"PRINT", b"A"]


def test_work_that_cannot_be_set_up_is_an_error_and_not_a_result() -> None:
    with pytest.raises(WorkerNeverStarted, match="no_such_module"):
        list(processes(Task("no_such_module:words"), [b"a"], workers=2))


def test_pieces_are_taken_only_as_workers_get_free() -> None:
    taken = []

    def pieces() -> Iterator[bytes]:
        for n in range(1000):
            taken.append(n)
            yield b"word"

    running = processes(TASK, pieces(), workers=2)
    next(running)
    running.close()
    assert len(taken) < 20
