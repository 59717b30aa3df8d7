"""No command uses the network but the fetching of an address, and no process that a command starts does."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.samples import SAMPLE
from tests.sources.made_archives import warc

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

# Loaded by every Python that finds it on its path: by the workers too.
GUARD = """
import os, sys
WATCHED = ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto")
def guard(event, args):
    if event in WATCHED:
        with open({noted!r}, "a") as file:
            file.write(event + " " + repr(args) + "\\n")
        raise PermissionError("the network is not to be used")
def note():
    with open({started!r}, "a") as file:
        file.write("x")
note()
os.register_at_fork(after_in_child=note)  # a fork takes the hook with it
sys.addaudithook(guard)
"""


@pytest.fixture
def guarded(tmp_path: Path) -> Path:
    guard = tmp_path / "guard"
    guard.mkdir()
    noted, started = str(tmp_path / "noted"), str(tmp_path / "started")
    (guard / "sitecustomize.py").write_text(GUARD.format(noted=noted, started=started))
    return guard


def run(guard: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join([str(guard), *filter(None, sys.path)])
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )


def test_the_guard_sees_who_uses_the_network(tmp_path: Path, guarded: Path) -> None:
    script = "import socket; socket.create_connection(('127.0.0.1', 9))"
    assert run(guarded, "-c", script).returncode == 1
    assert (tmp_path / "noted").read_text().startswith("socket.")


@pytest.mark.parametrize("into", ["a.parquet", "a.onrecord"])
def test_collecting_uses_no_network_in_any_of_its_processes(tmp_path: Path, guarded: Path, into: str) -> None:
    source = warc(tmp_path / "a.warc.gz", 3)
    done = run(
        guarded, "-m", "onrecord", "collect", str(source), str(SAMPLE), "--into", str(tmp_path / into),
        "--workers", "2", "--all", "--quiet",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "noted").exists(), (tmp_path / "noted").read_text()
    assert len((tmp_path / "started").read_text()) >= 3  # the driver and two workers


def test_an_address_is_the_one_thing_that_is_looked_up(tmp_path: Path, guarded: Path) -> None:
    into = str(tmp_path / "a.parquet")
    done = run(guarded, "-m", "onrecord", "collect", "https://news.example/ferry", "--into", into)
    assert done.returncode == 1, done.stderr
    (line,) = (tmp_path / "noted").read_text().splitlines()
    assert line.startswith("socket.getaddrinfo ('news.example', 443")


@pytest.mark.skipif(sys.platform != "linux", reason="threads are counted in /proc")
def test_the_language_models_report_to_nobody(tmp_path: Path) -> None:
    # an audit hook sees Python's sockets alone: what a library sends by itself, it sends from a thread
    pytest.importorskip("onnxruntime")
    script = (
        "import os, sys, onrecord; from onrecord.samples import SAMPLE; onrecord.read_file(SAMPLE);"
        "print('onnxruntime' in sys.modules, len(os.listdir('/proc/self/task')))"
    )
    # ONNX Runtime is silent by itself where it sees a CI
    kept = ("PATH", "LD_LIBRARY_PATH", "VIRTUAL_ENV")
    env = {name: os.environ[name] for name in kept if name in os.environ}
    threads = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
    path = os.pathsep.join(filter(None, sys.path))
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**env, **threads, "HOME": str(tmp_path), "PYTHONPATH": path},
        capture_output=True,
        text=True,
    )
    assert done.stdout == "True 1\n", done.stderr
    assert list(tmp_path.iterdir()) == []
