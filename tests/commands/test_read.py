"""The reading commands as a person at a terminal, or a shell script, meets them."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from onrecord.commands import main
from onrecord.samples import SAMPLE


def run(*arguments: str | Path, given: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=given)


def test_read_shows_headline_facts_body_and_what_was_set_aside() -> None:
    shown = run("read", SAMPLE).stdout
    assert "‘It kept us company’: A fishing town wins its foghorn back" in shown
    assert "14 March 2024, 09:05 (UTC-04:00)" in shown
    assert "“Nothing,” he said. “I might as well have asked the gulls.”" in shown
    assert "Set aside: " in shown
    assert "foghorn.html" in shown


def test_the_sample_is_the_page_that_ships_with_it() -> None:
    assert run("read", "--sample").stdout == run("read", SAMPLE).stdout


def test_output_that_is_piped_has_no_colour_and_no_blanks_at_line_ends() -> None:
    for command in ("read", "quotes", "people", "explain"):
        shown = run(command, SAMPLE).stdout
        assert "\x1b" not in shown
        assert [line for line in shown.splitlines() if line != line.rstrip()] == []


def test_json_is_one_object_a_line_also_for_pages_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "b.html").write_bytes(b"")
    (tmp_path / "c.html").write_bytes(SAMPLE.read_bytes())
    result = run("read", "--json", tmp_path)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [("article" in line, line.get("reason")) for line in lines] == [
        (True, None),
        (False, "empty"),
        (True, None),
    ]
    assert result.exit_code == 1
    assert "b.html" in result.stderr
    assert "2 pages read, 1 could not be read" in result.stderr


def test_quiet_leaves_out_the_summary_and_keeps_the_reasons(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"")
    (tmp_path / "b.html").write_bytes(b"")
    result = run("read", "--quiet", "--json", tmp_path)
    assert len(result.stderr.splitlines()) == 2
    assert "pages" not in result.stderr


def test_a_page_comes_from_standard_input() -> None:
    result = run("read", "--json", "-", given=SAMPLE.read_bytes())
    assert json.loads(result.stdout)["page"]["name"] == "standard input"


def test_a_folder_gives_what_looks_like_a_page_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("a.html", "sub/b.TXT", "c.jpg", "d.html.gz", ".git/e.html", "f.json"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"")
    from onrecord.commands.pages import find_pages

    found = [str(Path(name).relative_to(tmp_path)) for name in find_pages([str(tmp_path)])]
    assert found == ["a.html", "d.html.gz", "sub/b.TXT"]


def test_an_empty_folder_says_what_would_be_read(tmp_path: Path) -> None:
    result = run("read", tmp_path)
    assert result.exit_code == 1
    assert "no pages there" in result.stderr


def test_a_page_that_is_not_there_is_named() -> None:
    result = run("read", "nowhere.html")
    assert result.exit_code == 1
    assert result.stderr == "onrecord: nowhere.html does not exist\n"


def test_a_bug_on_one_page_loses_no_other_and_ends_in_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from onrecord import reading

    honest = reading.read

    def read(page: object, **rest: object) -> object:
        if "boom" in page.origin.name:  # type: ignore[attr-defined]
            raise ZeroDivisionError("boom")
        return honest(page, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reading, "read", read)
    (tmp_path / "1-boom.html").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "2-good.html").write_bytes(SAMPLE.read_bytes())
    result = run("read", "--json", tmp_path)
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [line.get("reason") for line in lines] == ["broken", None]
    assert result.exit_code == 3
    assert "ZeroDivisionError: boom" in result.stderr


@pytest.mark.parametrize("form", ["text", "markdown", "html", "jsonld", "ninjs"])
def test_every_form_holds_the_headline(form: str) -> None:
    result = run("read", "--format", form, SAMPLE)
    assert result.exit_code == 0, result.output
    assert "A fishing town wins its foghorn back" in result.stdout
    if form in ("jsonld", "ninjs"):
        json.loads(result.stdout)


def test_forms_of_many_pages_go_into_a_folder_one_file_each(tmp_path: Path) -> None:
    (tmp_path / "in" / "x").mkdir(parents=True)
    for name in ("in/a.html", "in/x/a.html"):
        (tmp_path / name).write_bytes(SAMPLE.read_bytes())
    result = run("read", "--format", "markdown", "--into", tmp_path / "out", tmp_path / "in")
    assert result.exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a-2.md", "a.md"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read"], "no page given"),
        (["read", "--json", "--format", "text", "x"], "exclude each other"),
        (["read", "--into", "out", "x"], "--into needs --format"),
        (["read", "--format", "html", "x", "y"], "add --into FOLDER"),
        (["quotes", "--json", "--csv", "x"], "exclude each other"),
        (["people", "--json", "--csv", "x"], "exclude each other"),
        (["raed", "x"], "did you mean 'read'?"),
        ([str(SAMPLE)], "to read that page: onrecord read"),
        (["frobnicate"], "'onrecord --help' lists them all"),
    ],
)
def test_a_wrong_command_line_says_what_to_do(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert message in " ".join(result.stderr.split())


def test_quotes_as_rows_hold_the_words_and_their_place() -> None:
    text = json.loads(run("read", "--json", SAMPLE).stdout)["article"]["text"]
    rows = [json.loads(line) for line in run("quotes", "--json", SAMPLE).stdout.splitlines()]
    table = list(csv.DictReader(io.StringIO(run("quotes", "--csv", SAMPLE).stdout)))
    assert [row["content"] for row in rows] == [row["content"] for row in table]
    assert any("You don’t notice a heartbeat" in row["content"] for row in rows)
    for row in rows:
        assert row["content"].split(" … ")[0] == text[row["start"] :][: len(row["content"].split(" … ")[0])]
        assert row["paragraph"] in text
        assert text[row["start"] : row["end"]] in row["paragraph"]


def test_quotes_can_be_narrowed_to_a_speaker_and_a_kind() -> None:
    shown = run("quotes", "--json", "--speaker", "FERRANT", "--kind", "direct", SAMPLE).stdout
    rows = [json.loads(line) for line in shown.splitlines()]
    assert rows
    assert {row["kind"] for row in rows} == {"direct"}
    assert all("Ferrant" in row["speaker"] for row in rows)


def test_people_tell_age_and_role() -> None:
    rows = {row["name"]: row for row in map(json.loads, run("people", "--json", SAMPLE).stdout.splitlines())}
    assert rows["Tomas Reyes"]["age"] == 50
    assert "lobsterman" in " ".join(rows["Tomas Reyes"]["roles"])
    assert {row["kind"] for row in rows.values()} == {"person"}
    table = list(csv.DictReader(io.StringIO(run("people", "--csv", SAMPLE).stdout)))
    assert [row["name"] for row in table] == list(rows)


def test_people_and_quotes_of_a_page_without_any_say_so(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("The day\n\nIt rained.\n", "utf-8")
    assert "Nobody is found" in run("quotes", tmp_path / "page.txt").stdout
    assert "Nobody is found" in run("people", tmp_path / "page.txt").stdout


def test_explain_shows_every_block_with_role_reason_and_confidence_and_every_rival() -> None:
    shown = run("explain", SAMPLE).stdout
    reading = json.loads(run("read", "--json", SAMPLE).stdout)
    assert shown.count("because ") >= len(reading["article"]["blocks"])
    assert "Values in the running" in shown
    assert "Goat rides ferry to the mainland" in shown
    only = run("explain", "--role", "headline", SAMPLE).stdout
    assert "On air: Mornings" not in only


def test_verify_finds_nothing_wrong_with_an_honest_reading(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(SAMPLE.read_bytes())
    kept = tmp_path / "kept.jsonl"
    kept.write_text(run("read", "--json", page).stdout, "utf-8")
    result = run("verify", kept)
    assert result.exit_code == 0
    assert "1 reading checked: everything matches" in result.stderr


def test_verify_names_each_span_that_no_longer_matches(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(SAMPLE.read_bytes())
    kept = tmp_path / "kept.jsonl"
    kept.write_text(run("read", "--json", page).stdout, "utf-8")
    page.write_text(SAMPLE.read_text("utf-8").replace("voted 4-1", "voted 1-4"), "utf-8")
    result = run("verify", kept)
    assert result.exit_code == 1
    assert "sha256" in result.stdout
    wrong = [line for line in result.stdout.splitlines() if "block " in line]
    assert len(wrong) == 1
    assert "On Wednesday night" in wrong[0]


def test_verify_finds_pages_that_have_moved_by_their_bytes(tmp_path: Path) -> None:
    (tmp_path / "old.html").write_bytes(SAMPLE.read_bytes())
    kept = tmp_path / "kept.jsonl"
    kept.write_text(run("read", "--json", tmp_path / "old.html").stdout, "utf-8")
    (tmp_path / "old.html").rename(tmp_path / "new.html")
    assert "not there to check against" in run("verify", kept).stdout
    assert run("verify", kept, tmp_path / "new.html").exit_code == 0


def test_verify_of_something_else_says_what_it_wants(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"a": 1}\n', "utf-8")
    result = run("verify", tmp_path / "x.jsonl")
    assert result.exit_code == 4
    assert result.stderr.startswith("onrecord: ")
    assert "line 1 holds no reading" in result.stderr
    assert run("verify", tmp_path / "none.jsonl").exit_code == 4


def test_a_reader_who_goes_away_is_no_error(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.html").write_bytes(SAMPLE.read_bytes())
    code = "import sys; from onrecord.commands import main; main(['read', '--json', '--quiet', sys.argv[1]])"
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    errors = process.stderr.read()
    assert (process.wait(60), errors) == (141, b"")
    process.stderr.close()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_shell_gets_a_completion_script(shell: str) -> None:
    result = run("completion", shell)
    assert result.exit_code == 0
    assert "_ONRECORD_COMPLETE" in result.stdout


def test_completion_knows_the_commands() -> None:
    asked = {"_ONRECORD_COMPLETE": "bash_complete", "COMP_WORDS": "onrecord ex", "COMP_CWORD": "1"}
    code = "from onrecord.commands import main; main(prog_name='onrecord')"
    out = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **asked}, capture_output=True, text=True, timeout=300
    )
    assert out.stdout.split() == ["plain,explain", "plain,export"]


def test_a_command_without_its_packages_says_which_extra_brings_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "apsw", None)
    loaded = [name for name in sys.modules if name.startswith(("onrecord.archive", "onrecord.commands.add"))]
    for name in loaded:
        monkeypatch.delitem(sys.modules, name)
    result = run("add", "x.onrecord", str(SAMPLE))
    assert result.exit_code == 4
    assert "pip install 'onrecord[archive]'" in result.stderr
