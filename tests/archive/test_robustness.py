"""Kills, full disks, second writers, strange files: nothing is lost, and one sentence says what is wrong."""

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from onrecord.archive import open_archive
from onrecord.archive.connections import layouts
from onrecord.errors import (
    ArchiveBusyError,
    ArchiveFullError,
    ArchiveReadOnlyError,
    NewerArchiveError,
    NoArchiveError,
    NotAnArchiveError,
)
from tests.made import page, reading

PAGES = 60
ADDER = """
import sys
from onrecord.archive import open_archive
from onrecord.keeping import add_all
from tests.made import page, reading
def pairs(archive):
    for number in range(60):
        saved = page(headline=f"Velmar story {number}", url=f"https://gazette.example/{number}")
        if archive.known(saved.origin) is None:
            yield saved, reading(saved, headline=f"Velmar story {number}")
with open_archive(sys.argv[1]) as archive:
    print("ready", flush=True)
    for added in add_all(archive, pairs(archive)):
        pass
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "news.onrecord"


def fill(path, count=1):
    with open_archive(path) as archive:
        for number in range(count):
            saved = page(extra=str(number))
            archive.add(saved, reading(saved))


def add_until_full(archive):
    for number in range(500):
        noise = "".join(random.Random(number).choices("abcdefghijklmnop", k=5_000))
        saved = page(headline=f"New {number}", extra=noise)
        archive.add(saved, reading(saved, headline=f"New {number}"))


def look_everywhere(path):
    with open_archive(path, write=False) as archive:
        list(archive.verify())
        archive.search("grain")


def fill_a_disk(path):
    with open_archive(path) as archive:
        add_until_full(archive)


def test_killing_add_at_any_moment_loses_and_doubles_nothing(path):
    draw = random.Random(7)
    kills = 0
    for _ in range(20):
        running = subprocess.Popen([sys.executable, "-c", ADDER, str(path)], stdout=subprocess.PIPE)
        running.stdout.readline()
        time.sleep(draw.random() * 0.3)
        kills += running.poll() is None
        running.send_signal(signal.SIGKILL)
        running.wait()
        running.stdout.close()
        with open_archive(path) as archive:
            # Whatever is there is whole: its page, its reading, its words, once.
            assert list(archive.verify()) == []
            assert archive.search("grain").total == archive.summary().articles == archive.summary().pages
    assert kills
    subprocess.run([sys.executable, "-c", ADDER, str(path)], check=True, stdout=subprocess.DEVNULL)
    with open_archive(path) as archive:
        told = archive.summary()
        assert (told.articles, told.pages, told.statements) == (PAGES, PAGES, 4 * PAGES)
        assert archive.search("grain", what="statements").total == 2 * PAGES
        assert archive.person(1).articles == PAGES
        assert list(archive.verify()) == []


def test_a_second_writer_waits_until_the_first_is_done(path):
    fill(path)
    saved = page(extra="second")
    with open_archive(path) as first, open_archive(path, wait=0.2) as second:
        with first._at.writing(), pytest.raises(ArchiveBusyError, match="another process is writing"):
            second.add(saved, reading(saved))
        assert second.add(saved, reading(saved)).state == "new"
        assert first.add(saved, reading(saved)).state == "known"


def test_a_reader_sees_what_was_there_while_a_writer_writes(path):
    fill(path)
    with open_archive(path) as writer, open_archive(path, write=False) as reader:
        with writer._at.writing():
            saved = page(extra="second")
            writer.add(saved, reading(saved))
            assert reader.summary().articles == 1
        assert reader.summary().articles == 2


def test_a_full_disk_is_said_and_what_was_added_before_is_whole(path):
    fill(path, 3)
    with open_archive(path) as archive:
        pages = archive._at.one("PRAGMA page_count")
        archive._at.run(f"PRAGMA max_page_count = {pages + 4}")
        with pytest.raises(ArchiveFullError, match="no room is left"):
            add_until_full(archive)
        kept = archive.summary().articles
        assert list(archive.verify()) == []
    with open_archive(path) as archive:
        assert archive.summary().articles == archive.search("grain").total == kept
        assert list(archive.verify()) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no disk here that is always full")
def test_a_disk_without_any_room_is_said(tmp_path):
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root can mount a tiny disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)], capture_output=True
    )
    if done.returncode:
        pytest.skip("a tiny disk cannot be mounted here")
    try:
        with pytest.raises(ArchiveFullError, match="no room is left"):
            fill_a_disk(disk / "news.onrecord")
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_file_that_cannot_be_written_is_said_and_can_still_be_read(path):
    fill(path)
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        # Root may write anything; then SQLite's own refusal is what is left to see.
        with open_archive(path, write=False) as archive:
            saved = page(extra="new")
            with pytest.raises(ArchiveReadOnlyError, match="cannot be written"):
                archive.add(saved, reading(saved))
            assert archive.summary().articles == 1
        return
    with pytest.raises(ArchiveReadOnlyError, match="cannot be written"):
        open_archive(path)
    with open_archive(path, write=False) as archive:
        assert archive.search("grain").total == 1


@pytest.mark.parametrize(
    "data", [b"<html>a page</html>", b"\x00" * 5_000, b"SQLite format 3\x00" + b"x" * 200]
)
def test_a_file_that_is_something_else_is_left_as_it_is(path, data):
    path.write_bytes(data)
    for write in (True, False):
        with pytest.raises(NotAnArchiveError, match="is not an onrecord archive"):
            open_archive(path, write=write)
    assert path.read_bytes() == data
    assert os.listdir(path.parent) == [path.name]


def test_another_programs_database_is_left_as_it_is(path):
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE theirs (x)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotAnArchiveError):
        open_archive(path)
    assert path.read_bytes() == before


def test_a_folder_is_no_archive(tmp_path):
    with pytest.raises(NotAnArchiveError, match="not an onrecord archive"):
        open_archive(tmp_path)


def test_an_archive_of_a_newer_onrecord_is_left_as_it_is(path):
    fill(path)
    later = sqlite3.connect(path)
    later.execute(f"PRAGMA user_version = {len(layouts()) + 1}")
    later.commit()
    later.close()
    for write in (True, False):
        with pytest.raises(NewerArchiveError, match="upgrade onrecord"):
            open_archive(path, write=write)


@pytest.mark.parametrize("write", [True, False])
def test_an_archive_of_an_earlier_layout_is_brought_up_to_date_with_nothing_lost(path, write):
    saved = page(url="https://www.gazette.example/1")
    with open_archive(path) as archive:
        archive.add(saved, reading(saved))
    earlier = sqlite3.connect(path)
    earlier.executescript(
        "DROP VIEW articles; DROP INDEX article_by_site; ALTER TABLE article DROP COLUMN url; "
        "CREATE VIEW articles AS SELECT * FROM article; "
        "PRAGMA user_version = 1"
    )
    earlier.close()
    with open_archive(path, write=write) as archive:
        assert archive.search("grain").hits[0].url == "https://www.gazette.example/1"
        assert list(archive.verify()) == []
    now = sqlite3.connect(path)
    assert now.execute("PRAGMA user_version").fetchone() == (len(layouts()),)
    assert now.execute("SELECT url, site FROM articles").fetchone() == (
        "https://www.gazette.example/1",
        "gazette.example",
    )


def test_an_archive_that_is_not_there_is_made_only_to_be_written(path):
    with pytest.raises(NoArchiveError, match="onrecord add"):
        open_archive(path, write=False)
    with pytest.raises(NoArchiveError):
        open_archive(path, create=False)
    assert not path.exists()
    open_archive(path).close()
    open_archive(path, write=False).close()


def test_a_damaged_file_is_said_to_be(path):
    from onrecord.errors import ArchiveError

    fill(path, 20)
    data = bytearray(path.read_bytes())
    noise = random.Random(11)
    for at in range(4096, len(data) - 4096, 4096):
        data[at : at + 2048] = noise.randbytes(2048)
    path.write_bytes(data)
    with pytest.raises(ArchiveError):
        look_everywhere(path)


def test_the_views_open_in_other_programs(path):
    fill(path, 2)
    sqlite_utils = pytest.importorskip("sqlite_utils")
    database = sqlite_utils.Database(path)
    views = {
        "articles",
        "attributions",
        "people",
        "mentions",
        "times",
        "pictures",
        "cards",
        "pages",
        "unread",
    }
    assert views <= set(database.view_names())
    rows = {name: list(database[name].rows) for name in views}
    assert {row["headline"] for row in rows["articles"]} == {"Velmar port to open for grain"}
    assert {row["speaker"] for row in rows["attributions"]} == {"Irena Prokopiev", "Tomas Halloran"}
    assert all(row["text"] == row["name"] for row in rows["mentions"])
    assert [row["articles"] for row in rows["people"]] == [2, 2]
    assert rows["times"][0]["value"] == "2022-05-23"
    for row in rows["attributions"]:
        text = next(a["text"] for a in rows["articles"] if a["id"] == row["article_id"])
        assert text[row["content_start"] : row["content_end"]] == row["content"]
    database.close()


def test_datasette_opens_an_archive_unchanged(path):
    pytest.importorskip("datasette")
    fill(path, 2)
    before = path.read_bytes()
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "ignore",
            "-m",
            "datasette",
            str(path),
            "--get",
            "/news/articles.json?_shape=array&_col=headline",
        ],
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-500:]
    assert "Velmar port to open for grain" in done.stdout
    assert path.read_bytes() == before
