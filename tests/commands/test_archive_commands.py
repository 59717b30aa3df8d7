"""The commands over an archive, from a folder of saved pages to what is handed on."""

import csv
import io
import json

import pytest
from click.testing import CliRunner

from onrecord.archive import open_archive
from onrecord.commands import main
from tests.made import page, reading


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "news.onrecord"
    with open_archive(path) as opened:
        for number in range(3):
            saved = page(headline=f"Velmar story {number}", url=f"https://s{number}.example/a")
            opened.add(saved, reading(saved, headline=f"Velmar story {number}"))
    return path


def run(*words, code=0):
    result = CliRunner().invoke(main, [str(word) for word in words])
    assert result.exit_code == code, (result.exit_code, result.output, result.exception)
    return result


@pytest.fixture
def quick(monkeypatch):
    """Reading without models: what add does with a reading is tested here, not how pages are read."""
    import onrecord.commands.add as add

    monkeypatch.setattr(add, "default_models", lambda setting: None)
    monkeypatch.setattr(add, "read_pair", lambda read, models: (read, reading(read)))


def test_a_folder_is_added_once_and_what_cannot_be_read_is_kept_with_its_reason(tmp_path, quick):
    folder = tmp_path / "saved"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.html").write_text(page(extra=str(number)).source, "utf-8")
    (folder / "empty.html").write_bytes(b"")
    path = tmp_path / "news.onrecord"
    first = run("add", path, folder, code=1)
    assert "3 pages added, 1 could not be read" in first.stderr
    again = run("add", path, folder)
    assert "0 pages added, 4 known already" in again.stderr
    with open_archive(path, write=False) as opened:
        assert opened.summary().articles == 3
        assert [row.reason for row in opened.unread()] == ["empty"]


def test_a_bug_on_one_page_loses_no_other_and_ends_in_failure(tmp_path, quick, monkeypatch):
    import onrecord.commands.add as add

    def read_pair(read, models):
        if "broken" in read.source:
            raise RuntimeError("a bug")
        return read, reading(read)

    monkeypatch.setattr(add, "read_pair", read_pair)
    for name in ("fine", "broken", "good"):
        (tmp_path / f"{name}.html").write_text(page(extra=name).source, "utf-8")
    result = run("add", tmp_path / "news.onrecord", tmp_path, code=3)
    assert "2 pages added, 1 could not be read" in result.stderr
    with open_archive(tmp_path / "news.onrecord", write=False) as opened:
        assert [row.reason for row in opened.unread()] == ["broken"]


def test_search_lists_statements_of_a_speaker(archive):
    result = run(
        "search",
        archive,
        "grain export",
        "--speaker",
        "prokopiev",
        "--from",
        "2022-05",
        "--agency",
        "NWA",
        "--kind",
        "direct",
        "--json",
    )
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(rows) == 3
    assert {row["speaker"] for row in rows} == {"Irena Prokopiev"}


def test_search_shows_a_person_what_it_found(archive):
    result = run("search", archive, "grain", "--site", "s1.example")
    assert "Velmar story 1" in result.stdout
    assert "1 article" in result.stderr
    assert "Irena Prokopiev" in run("search", archive, "--what", "people").stdout


def test_search_writes_a_table(archive):
    rows = list(csv.DictReader(io.StringIO(run("search", archive, "grain", "--csv").stdout)))
    assert {row["headline"] for row in rows} == {f"Velmar story {n}" for n in range(3)}


def test_a_search_that_finds_nothing_or_cannot_be_read_says_so(archive):
    assert "no articles found" in run("search", archive, "zebra", code=1).stderr
    assert "quotation mark is not closed" in run("search", archive, '"zebra', code=4).stderr
    assert "not a year" in run("search", archive, "--from", "soon", code=4).stderr


def test_an_archive_that_is_not_there_is_said_not_to_be(tmp_path):
    for command in ("search", "export", "reread"):
        assert "there is no archive at" in run(command, tmp_path / "no.onrecord", code=4).stderr


def test_export_narrows_as_search_does(archive, tmp_path):
    whole = run("export", archive, "-q").stdout.splitlines()
    one = run("export", archive, "--site", "s2.example", "-q").stdout.splitlines()
    assert (len(whole), len(one)) == (3, 1)
    run("export", archive, "--format", "markdown", code=2)
    run("export", archive, "grain", "--format", "markdown", "--into", tmp_path / "notes", "-q")
    assert "Irena Prokopiev.md" in {file.name for file in (tmp_path / "notes").iterdir()}


def test_a_page_is_removed_for_good_only_when_confirmed(archive):
    result = CliRunner().invoke(main, ["remove", str(archive), "2"], input="n\n")
    assert result.exit_code == 1
    assert "Velmar story 1" in result.stderr
    assert "1 page removed" in run("remove", archive, 2, "--yes").stderr
    assert b"Velmar story 1" not in archive.read_bytes()
    assert "no article 2" in run("remove", archive, 2, "--yes", code=4).stderr


def test_people_are_merged_and_split(archive):
    assert "person 1, Irena Prokopiev: 3 articles, 12 statements" in run("merge", archive, 1, 2).stderr
    assert "person 3, " in run("split", archive, 1, 3).stderr
    assert "not all" in run("split", archive, 3, 3, code=4).stderr
