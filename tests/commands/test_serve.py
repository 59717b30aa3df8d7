"""`onrecord serve` as somebody at a terminal meets it."""

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from click.testing import CliRunner

from onrecord.commands import main

pytest.importorskip("apsw", reason="serving needs the archive's packages")
pytest.importorskip("starlette", reason="serving needs the web's packages")


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    from onrecord.archive import open_archive

    path = tmp_path / "news.onrecord"
    open_archive(path).close()
    return path


def test_the_archive_is_served_to_this_machine_until_it_is_stopped(archive: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "onrecord", "serve", str(archive), "--no-browser"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        try:
            assert running.stdout is not None
            said = running.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
            assert found, said
            with urlopen(found[0], timeout=300) as answer:
                assert b"Nothing is on record yet" in answer.read()
            with pytest.raises(HTTPError) as refused:
                urlopen(Request(found[0], headers={"Host": "rebound.example"}), timeout=300)
            refused.value.close()
            assert refused.value.code == 421
            running.send_signal(signal.SIGINT)
            _, complained = running.communicate(timeout=300)
            assert "Traceback" not in complained
        finally:
            running.kill()


def test_an_archive_that_is_not_there_is_said_in_one_sentence(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["serve", str(tmp_path / "none.onrecord"), "--no-browser"])
    assert result.exit_code == 4
    assert "there is no archive at" in result.output
    assert not (tmp_path / "none.onrecord").exists()


def test_a_port_that_is_taken_is_said_in_one_sentence(archive: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", str(archive), "--port", str(port), "--no-browser"])
    assert result.exit_code == 4
    assert f"port {port} is in use" in result.output
