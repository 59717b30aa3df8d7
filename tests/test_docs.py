"""The docs are true: what there is is in them, and the code in them runs."""

import json
import re
import shlex
import shutil
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from onrecord import commands, errors
from onrecord.commands import COMMANDS, main
from onrecord.record import Kind, Reason, Role
from onrecord.samples import SAMPLE
from onrecord.transcripts import schema, to_json

PROJECT = Path(__file__).resolve().parents[1]
DOCS = PROJECT / "docs"
WRITTEN = sorted([PROJECT / "README.md", PROJECT / "CONTRIBUTING.md", *DOCS.rglob("*.md")])


def _text(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


@pytest.mark.parametrize("name", [entry.name for entry in COMMANDS])
def test_every_command_and_option_is_in_the_docs(name: str) -> None:
    section = re.search(rf"^## {name}\n(.*?)(?=^## |\Z)", _text("commands.md"), re.M | re.S)
    assert section, f"renew docs/commands.md: python -m tests.renew docs ({name} is missing)"
    with click.Context(main) as context:
        command = main.get_command(context, name)
    assert command is not None
    for parameter in command.params:
        for option in parameter.opts:
            if option.startswith("--"):
                assert option in section[1], f"renew docs/commands.md: {option} of {name} is missing"


@pytest.mark.parametrize(
    "error", [e for e in vars(errors).values() if isinstance(e, type) and issubclass(e, errors.OnrecordError)]
)
def test_every_error_is_in_the_docs(error: type) -> None:
    assert f"`{error.__name__}`" in _text("errors.md")


@pytest.mark.parametrize("word", [*Reason])
def test_every_reason_is_in_the_docs(word: str) -> None:
    assert f"`{word}`" in _text("errors.md")


@pytest.mark.parametrize("word", [*Role, *Kind])
def test_every_role_and_kind_is_in_the_vocabulary(word: str) -> None:
    assert f"`{word}`" in _text("vocabulary.md")


def test_every_exit_code_is_in_the_docs() -> None:
    told = re.findall(r"^\| (\d+) \|", _text("exit-codes.md"), re.M)
    codes = {value for name, value in vars(commands).items() if name.isupper() and isinstance(value, int)}
    assert {int(code) for code in told} == codes


def test_the_json_schema_is_the_one_in_the_docs_and_holds_of_a_reading() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    from onrecord.reading import read, read_file

    assert json.loads(_text("reading.schema.json")) == json.loads(json.dumps(schema())), (
        "renew it: python -m tests.renew docs"
    )
    check = jsonschema.Draft202012Validator(schema())
    for outcome in (read_file(SAMPLE), read(b""), read_file("nowhere.html")):
        check.validate(json.loads(to_json(outcome)))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(PROJECT)))
def test_every_link_in_the_docs_leads_somewhere(path: Path) -> None:
    for target in re.findall(
        r"\]\(([^)#\s]+)[^)]*\)", re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.S)
    ):
        if not re.match(r"[a-z]+:", target):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"


def _blocks(path: Path, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", path.read_text("utf-8"), re.M | re.S)


def test_the_first_screen_of_the_readme_has_exactly_two_commands() -> None:
    readme = (PROJECT / "README.md").read_text("utf-8")
    screen, mark, _ = readme.partition("<!-- first screen ends here -->")
    assert mark
    assert len(screen.splitlines()) <= 24, "a terminal's screen"
    commands = [line for block in re.findall(r"```sh\n(.*?)```", screen, re.S) for line in block.splitlines()]
    assert commands == ["sh bin/try", "sh bin/test"]
    assert all((PROJECT / command.split()[1]).is_file() for command in commands)


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder as the docs suppose it: a saved page and a folder of them."""
    shutil.copy(SAMPLE, tmp_path / "page.html")
    shutil.copytree(PROJECT / "tests" / "pages", tmp_path / "pages")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "path", [p for p in WRITTEN if _blocks(p, "python")], ids=lambda path: str(path.relative_to(PROJECT))
)
def test_the_python_in_the_docs_runs(path: Path, workplace: Path) -> None:
    names: dict[str, object] = {}
    for block in _blocks(path, "python"):
        exec(compile(block, str(path), "exec"), names)


@pytest.mark.parametrize(
    "path", [p for p in WRITTEN if _blocks(p, "console")], ids=lambda path: str(path.relative_to(PROJECT))
)
def test_the_commands_in_the_docs_run(path: Path, workplace: Path) -> None:
    for block in _blocks(path, "console"):
        for line in re.findall(r"^\$ onrecord (.*)$", block, re.M):
            line, _, target = line.partition(" > ")
            line = line.partition(" | ")[0]
            result = CliRunner().invoke(main, shlex.split(line, comments=True))
            assert result.exit_code == 0, (line, result.output)
            if target:
                Path(target.strip()).write_text(result.stdout, "utf-8")
