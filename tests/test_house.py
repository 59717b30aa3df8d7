"""The house: what holds of the project as a whole, whatever a page says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import onrecord
from onrecord.commands import COMMANDS, main
from onrecord.samples import SAMPLE

PROJECT = Path(__file__).resolve().parents[1]

_HEAVY = (
    "turbohtml",
    "numpy",
    "onnxruntime",
    "tokenizers",
    "msgspec",
    "click",
    "rich",
    "apsw",
    "starlette",
    "pyarrow",
)


def _python(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=600
    ).stdout.strip()


def test_import_loads_neither_parser_nor_model_nor_any_other_package() -> None:
    loaded = _python("import sys, onrecord; print(' '.join(sys.modules))").split()
    assert [name for name in loaded if name.partition(".")[0] in _HEAVY] == []
    assert [name for name in loaded if name.startswith("onrecord.")] == []


def test_import_takes_less_than_sixty_milliseconds() -> None:
    def once() -> float:
        return float(
            _python("import time; t = time.process_time(); import onrecord; print(time.process_time() - t)")
        )

    assert min(once() for _ in range(3)) < 0.060


def test_help_needs_no_command_loaded_and_comes_at_once() -> None:
    code = (
        "import sys, time; from onrecord.commands import main; main(['--help'], standalone_mode=False);"
        "print('LOADED', [m for m in sys.modules if m.startswith('onrecord.commands.') or m == 'rich']);"
        "print(time.process_time())"
    )
    *_, loaded, spent = _python(code).splitlines()
    assert loaded == "LOADED []"
    assert float(spent) < 5


def test_every_public_name_can_be_had_and_is_listed() -> None:
    for name in onrecord.__all__:
        if name in ("Archive", "open_archive"):
            pytest.importorskip("apsw")
        assert getattr(onrecord, name) is not None
    assert set(onrecord.__all__) <= set(dir(onrecord))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = onrecord.nothing


def test_import_contracts_hold() -> None:
    lint_imports = Path(sys.executable).with_name("lint-imports")
    if not lint_imports.exists():
        pytest.skip("import-linter is not installed")
    run = subprocess.run([lint_imports], cwd=PROJECT, capture_output=True, text=True, timeout=600)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("name", [entry.name for entry in COMMANDS])
def test_every_command_shows_its_help(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    if result.exit_code == 4 and "are not installed" in result.output:
        pytest.skip(result.output.strip())
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"Usage: main {name}")


_watching = False


def _no_network(event: str, args: tuple[object, ...]) -> None:
    if _watching and event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.bind"):
        raise AssertionError(f"a socket was opened: {event} {args}")


sys.addaudithook(_no_network)  # it cannot be taken away again, only told to look away


def test_no_reading_command_opens_a_socket(tmp_path: Path) -> None:
    global _watching
    sample, readings = str(SAMPLE), str(tmp_path / "readings.jsonl")
    runs = [
        ["read", sample],
        ["quotes", sample],
        ["people", sample],
        ["explain", sample],
        ["read", "--format", "html", sample],
    ]
    archive = str(tmp_path / "news.onrecord")
    if _has("apsw"):
        runs += [["add", archive, sample], ["search", archive, "foghorn"], ["verify", archive]]
    _watching = True
    try:
        for arguments in runs:
            result = CliRunner().invoke(main, arguments)
            assert result.exit_code == 0, (arguments, result.output)
        Path(readings).write_text(CliRunner().invoke(main, ["read", "--json", sample]).stdout, "utf-8")
        assert CliRunner().invoke(main, ["verify", readings]).exit_code == 0
    finally:
        _watching = False


def _has(module: str) -> bool:
    try:
        __import__(module)
    except ImportError:
        return False
    return True


def test_nothing_that_is_shipped_is_pickled_or_large() -> None:
    shipped = [
        path for path in (PROJECT / "src").rglob("*") if path.is_file() and "__pycache__" not in path.parts
    ]
    assert [path for path in shipped if path.suffix in (".pkl", ".pickle", ".joblib", ".pt", ".bin")] == []
    assert sum(path.stat().st_size for path in shipped) < 60_000_000


def test_nothing_of_this_or_another_machine_is_in_the_sources() -> None:
    home = os.path.expanduser("~")
    for folder in ("src", "tests", "docs", "quality", "benchmarks", "bin", ".ci"):
        for path in (PROJECT / folder).rglob("*"):
            if path.suffix in (".py", ".md", ".toml", ".sh", "") and path.is_file():
                text = path.read_text("utf-8", errors="replace")
                assert len(home) < 6 or home not in text, path
