"""Collecting gives exactly what reading one by one gives, on archives that others made; where they are here."""

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(
    not (PROJECT.parent / "shared" / "data" / "warc").is_dir(), reason="../shared is not here"
)
def test_sample_archives_and_real_pages_give_what_reading_them_one_by_one_gives() -> None:
    script = [sys.executable, str(PROJECT / "quality" / "collected.py"), "--pages", "12", "--setting", "none"]
    script += ["--runner", "serial"]
    done = subprocess.run(script, cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "12 pages in a WARC by warcio, setting None, serial: 0 different" in done.stdout
