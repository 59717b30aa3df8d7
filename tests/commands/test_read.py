"""The reading commands as a person at a terminal, or a shell script, meets them."""

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
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


def test_a_folder_without_pages_says_what_would_be_read_and_loses_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.jpg").write_bytes(b"")
    result = run("read", "--json", tmp_path, SAMPLE)
    assert result.exit_code == 1
    assert "holds no pages: of a folder, files that end in .html" in result.stderr
    assert [json.loads(line).get("reason") for line in result.stdout.splitlines()] == ["not_found", None]


def test_pipes_in_a_folder_are_left_alone_and_one_that_is_named_is_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "page.html").write_bytes(SAMPLE.read_bytes())
    from onrecord.commands.pages import find_pages

    assert [Path(name).name for name in find_pages([str(tmp_path)])] == ["page.html"]
    writer = subprocess.Popen(["cp", SAMPLE, tmp_path / "pipe.html"])
    found = run("read", "--json", "--setting", "none", tmp_path / "pipe.html")
    assert writer.wait(30) == 0
    assert "foghorn" in json.loads(found.stdout)["article"]["headline"]


@pytest.mark.skipif(os.geteuid() == 0 and not Path("/usr/bin/setpriv").exists(), reason="root may read all")
def test_what_may_not_be_read_is_named_and_the_rest_is_read() -> None:
    as_nobody = ["setpriv", "--reuid", "65534", "--clear-groups"] if os.geteuid() == 0 else []
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o755)
        for name in ("closed", "open"):
            (Path(folder) / name).mkdir()
            (Path(folder) / name / "page.html").write_bytes(SAMPLE.read_bytes())
        (Path(folder) / "page.html").write_bytes(b"")
        os.chmod(Path(folder) / "page.html", 0)
        os.chmod(Path(folder) / "closed", 0)
        code = "import sys; sys.path[:0] = sys.argv.pop(1).split(':'); from onrecord.commands import main; main()"
        path = ":".join(entry for entry in sys.path if entry)
        result = subprocess.run(
            [*as_nobody, sys.executable, "-c", code, path, "read", "--setting", "none", folder],
            capture_output=True,
            text=True,
            timeout=120,
        )
        os.chmod(Path(folder) / "closed", 0o700)
    assert result.returncode == 1, result.stderr
    assert f"onrecord: {folder}/closed may not be read: permission denied\n" in result.stderr
    assert f"onrecord: {folder}/page.html may not be read: permission denied\n" in result.stderr
    assert "1 page read, 2 could not be read" in result.stderr
    assert "A fishing town wins its foghorn back" in result.stdout


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "A page with an empty name was asked for; there is none"),
        ("https://tide.example/a", "is an address, not a file: save the page first"),
        ("x" * 300, "cannot be opened: File name too long"),
        ("a\x1b[31mb\nc.html", "a\ufffd[31mb c.html does not exist"),
    ],
)
def test_names_that_are_no_files_say_so_in_one_line(name: str, message: str) -> None:
    result = run("read", name)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert message in result.stderr
    assert "\x1b" not in result.stderr


def test_a_file_whose_name_is_no_text_is_read_written_down_and_verified(tmp_path: Path) -> None:
    file = os.fsencode(tmp_path) + b"/caf\xe9.html"
    with open(file, "wb") as page:
        page.write(SAMPLE.read_bytes())
    for command in ("read", "explain", "quotes", "people"):
        assert run(command, "--setting", "fast", os.fsdecode(file)).exit_code == 0
    result = run("read", "--json", tmp_path)
    assert json.loads(result.stdout)["page"]["name"].endswith("caf\ufffd.html")
    (tmp_path / "kept.jsonl").write_text(result.stdout, "utf-8")
    assert run("verify", tmp_path / "kept.jsonl", tmp_path).exit_code == 0


def test_a_page_gives_no_orders_to_the_terminal(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<h1>Red\x1b[31m &#27;]0;title\x07</h1><p>“Left \u202e right \x9b2J,” said Ann Lee of Tarn on Friday.</p>"
    )
    for command in ("read", "explain", "quotes", "people"):
        shown = run(command, page).stdout
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", shown), command
    kept = run("read", "--json", page).stdout
    assert json.loads(kept)["article"]["headline"].startswith(
        "Red\x1b[31m"
    )  # what is kept is what stands there


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    result = run("read", "--format", "text", "--into", tmp_path / "file" / "out", SAMPLE)
    assert result.exit_code == 4
    assert result.stderr.startswith("onrecord: ")
    assert "cannot be written: Not a directory" in result.stderr


def _in_a_shell(words: str, **more: str) -> subprocess.CompletedProcess[str]:
    """What comes of a line of shell in which `onrecord` is ours."""
    path = ":".join(entry for entry in sys.path if entry)
    line = f"onrecord() {{ '{sys.executable}' -m onrecord \"$@\"; }}; {words}"
    return subprocess.run(
        ["bash", "-c", line, "bash", str(SAMPLE)],
        env={**os.environ, "PYTHONPATH": path, **more},
        capture_output=True,
        text=True,
        timeout=120,
    )


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk is simulated by /dev/full")
@pytest.mark.parametrize("how", ["", "--json", "--format markdown"])
def test_a_full_disk_is_one_sentence(how: str) -> None:
    result = _in_a_shell(f'onrecord read --setting none {how} "$1" > /dev/full')
    assert result.returncode == 4
    assert result.stderr == "onrecord: the output cannot be written: No space left on device\n"


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-"])
def test_closed_streams_are_no_bug(closed: str) -> None:
    result = _in_a_shell(f'onrecord read --json --setting none "$1" {closed}')
    assert (result.returncode, result.stderr) == (0, "")


def test_nothing_on_standard_input_is_an_empty_page() -> None:
    result = _in_a_shell("onrecord read - </dev/null")
    assert (result.returncode, result.stderr) == (1, "onrecord: standard input is empty\n")


def test_a_terminal_that_is_not_utf8_shows_what_it_can() -> None:
    result = _in_a_shell('onrecord read --setting none "$1"', PYTHONIOENCODING="ascii")
    assert result.returncode == 0
    assert "?Nothing,? he said." in result.stdout


def test_ctrl_c_ends_with_a_word_and_its_own_code(tmp_path: Path) -> None:
    for number in range(40):
        (tmp_path / f"{number}.html").write_bytes(SAMPLE.read_bytes())
    path = ":".join(entry for entry in sys.path if entry)
    process = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "read", "--json", str(tmp_path)],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert process.stdout is not None
    process.stdout.readline()  # it is at work
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)
    assert (process.returncode, told) == (130, b"onrecord: stopped\n")


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
    page.write_text(SAMPLE.read_text("utf-8").replace("a heartbeat", "a drumbeats"), "utf-8")
    result = run("verify", kept)
    assert result.exit_code == 1
    assert "sha256" in result.stdout
    wrong = [line for line in result.stdout.splitlines() if "block " in line]
    assert len(wrong) == 1
    assert "a heartbeat until" in wrong[0], "the words that differ are shown, however long the block"
    said = [line for line in result.stdout.splitlines() if "content of attribution" in line]
    assert len(said) == 1, "the statement whose words have changed, and no other"
    assert "a heartbeat until it misses.”'" in said[0]
    assert "a drumbeats until it misses.”'" in said[0]


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
    missing = run("verify", tmp_path / "none.jsonl")
    assert missing.exit_code == 4
    assert "none.jsonl does not exist" in missing.stderr
    nothing = run("verify", "-", given=b"")
    assert nothing.exit_code == 4
    assert "standard input holds no reading: it is empty" in nothing.stderr


@pytest.mark.parametrize("form", [["--json"], [], ["--format", "markdown"]])
def test_a_reader_who_goes_away_is_no_error(tmp_path: Path, form: list[str]) -> None:
    for number in range(40):
        (tmp_path / f"{number}.html").write_bytes(SAMPLE.read_bytes())
    code = (
        "import sys; from onrecord.commands import main; main(['read', '--setting', 'none', *sys.argv[1:]])"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "--quiet", *form, str(tmp_path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
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


def test_without_the_encoder_s_packages_the_fast_setting_reads_and_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    monkeypatch.setattr("onrecord.models.encoder.find_spec", lambda name: None)
    result = run("read", "--json", SAMPLE)
    assert result.exit_code == 0
    assert result.stderr.count("pip install 'onrecord[language]'") == 1
    stages = {stage["name"]: stage for stage in json.loads(result.stdout)["stages"]}
    assert stages["encoding"]["run"]
    assert stages["encoding"]["why"].startswith("fast setting: the best one needs packages")
    assert run("read", "--json", "--quiet", SAMPLE).stderr == ""


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
