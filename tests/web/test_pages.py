"""What the pages show and refuse, without a browser."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from markupsafe import escape
from starlette.testclient import TestClient

from onrecord.archive import open_archive
from onrecord.web import make_app
from onrecord.web.lights import lights
from onrecord.web.pages import EXAMPLES
from tests.web.conftest import DROPPED, Reads, filled
from tests.web.newsroom import Told, coast, tell

PORT = 8123
OWN = {"origin": f"http://127.0.0.1:{PORT}"}


def looking(path: Path, *, writes: bool = True) -> TestClient:
    app = make_app(path, port=PORT, reader=Reads() if writes else None)
    return TestClient(app, base_url=f"http://127.0.0.1:{PORT}")


@pytest.fixture
def client(archive_path: Path) -> Iterator[TestClient]:
    with looking(archive_path, writes=False) as client:
        yield client


@pytest.fixture
def own(tmp_path: Path) -> Iterator[TestClient]:
    """An archive that a test may change."""
    with looking(filled(tmp_path / "own.onrecord", coast(6))) as client:
        yield client


class Elements(HTMLParser):
    """The elements of a page with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def token(client: TestClient, path: str = "/add") -> str:
    found = re.search(r'name="token" value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]


def test_every_statement_of_every_story_is_lit_word_for_word(archive_path: Path, stories: list[Told]) -> None:
    with open_archive(archive_path, write=False) as archive:
        for number in range(1, len(stories) + 1):
            view = archive.article(number)
            page = archive.page(view.page_id).page
            text, html = view.reading.article.text, page.origin.form == "html"
            for act, said in enumerate(view.reading.attributions):
                found = lights(archive, view, page, {"said": str(act)}, html=html)
                for kind, spans in (("content", said.content), ("source", said.source), ("cue", said.cue)):
                    shown = "".join(light.span.of(page.source) for light in found if light.kind == kind)
                    wanted = "".join(span.of(text) for span in spans or ())
                    assert "".join(shown.replace("&lt;", "<").replace("&gt;", ">").split()) == "".join(
                        wanted.split()
                    )


def test_a_finer_light_lies_on_a_broader_one(archive_path: Path) -> None:
    with open_archive(archive_path, write=False) as archive:
        view = archive.article(9)
        page = archive.page(view.page_id).page
        found = lights(archive, view, page, {"said": "0"}, html=True)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))


@pytest.mark.parametrize(
    "asked",
    ["", "?said=999", "?said=x", "?part=9999", "?at=9-1", "?text=5", "?at=0-999999999", "?text=0-999999999"],
)
def test_a_light_that_makes_no_sense_still_shows_the_page(client: TestClient, asked: str) -> None:
    answer = client.get(f"/articles/9/saved{asked}")
    assert answer.status_code == 200
    assert "Port Ellery" in answer.text or "Calder" in answer.text


def test_the_saved_page_has_a_policy_of_its_own(client: TestClient) -> None:
    policy = client.get("/articles/5/saved").headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none'")
    assert "script-src" not in policy
    assert "allow" not in policy


def test_no_page_holds_inline_script_or_style(client: TestClient) -> None:
    for path in (
        "/",
        "/search?q=contract",
        "/articles/9",
        "/articles/5",
        "/people/1",
        "/add",
        "/articles/5/saved",
    ):
        found = Elements(client.get(path).text).found
        assert found, path
        for tag, attributes in found:
            assert tag != "style", path
            assert tag != "script" or str(attributes["src"]).startswith("/static/"), path
            assert not [name for name in attributes if name == "style" or name.startswith("on")], path
            assert not str(attributes.get("href")).startswith("javascript"), path


@pytest.mark.parametrize(
    "path", ["/articles/9999", "/statements/zzz", "/people/9999", "/nowhere", "/articles/x"]
)
def test_what_is_not_there_is_said_on_a_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "There is nothing here." in answer.text


def test_a_question_that_cannot_be_understood_is_answered_with_a_sentence(client: TestClient) -> None:
    answer = client.get('/search?q="never+closed')
    assert answer.status_code == 200
    assert 'role="alert"><p>The quotation mark is not closed.</p>' in answer.text
    assert "<bdi><mark>&#34;never closed</mark></bdi>" in answer.text


def test_a_statement_that_is_hardly_sure_says_so_in_a_list_and_comes_after_a_surer_one(
    tmp_path: Path,
) -> None:
    told = [
        tell(f"Story {n}", (f"<q>The grain is late, {n}</q>, <c>said</c> <s>a man</s>.",)) for n in (1, 2)
    ]
    unsure = replace(told[1].reading.attributions[0], confidence=0.2)
    with open_archive(tmp_path / "sure.onrecord") as archive:
        archive.add(told[0].page, told[0].reading)
        archive.add(told[1].page, replace(told[1].reading, attributions=(unsure,)))
    answer = looking(tmp_path / "sure.onrecord").get("/search?q=grain").text
    assert answer.index("late, 1") < answer.index("20% sure") < answer.index("late, 2")
    assert answer.count("% sure") == 1


def test_results_are_leafed_through_without_loss(client: TestClient) -> None:
    seen: list[str] = []
    path = "/search"
    while path:
        text = client.get(path).text
        seen += re.findall(r'<blockquote[^>]*><a href="([^"]+)"', text)
        found = re.search(r'rel="next" href="([^"]+)"', text)
        path = found[1].replace("&amp;", "&") if found else ""
    total = re.search(r"([\d,]+) statements", client.get("/").text)
    assert total
    assert len(seen) == len(set(seen)) == int(total[1])


def test_a_statement_page_is_a_permanent_link_with_its_proof(client: TestClient, stories: list[Told]) -> None:
    link = re.search(r'<blockquote[^>]*><a href="(/statements/[^"]+)"', client.get("/search?q=contract").text)
    assert link
    text = client.get(link[1]).text
    digest = re.search(r"\b[0-9a-f]{64}\b", text)
    assert digest
    assert digest[0] in {told.page.origin.sha256 for told in stories}
    assert link[1].split("/")[-1].startswith(digest[0][:16])


def test_pages_that_could_not_be_read_are_listed_with_the_reason(client: TestClient) -> None:
    text = client.get("/unread").text
    assert "empty.html holds no bytes" in text
    assert "scan.pdf is a PDF, not a page" in text


def test_dropped_files_are_kept_once(own: TestClient) -> None:
    for expected in ("A page that was dropped in", "it was here already"):
        answer = own.post(
            "/add",
            data={"token": token(own)},
            files=[("pages", ("C:\\\\saved\\\\page.html", DROPPED.raw, "text/html"))],
            headers=OWN,
        )
        assert answer.status_code == 200
        assert expected in answer.text
        assert "page.html" in answer.text
        assert "saved" not in answer.text.split("<table")[1]


def test_nothing_is_changed_without_the_token(own: TestClient) -> None:
    files = [("pages", ("page.html", DROPPED.raw, "text/html"))]
    for given in ({}, {"token": "guessed"}):
        assert own.post("/add", data=given, files=files, headers=OWN).status_code == 403
        assert own.post("/people/1/merge", data={**given, "other": "2"}, headers=OWN).status_code == 403
    assert "dropped in" not in own.get("/search?find=articles").text


def test_nothing_is_changed_for_another_site_even_with_the_token(own: TestClient) -> None:
    given = {"token": token(own), "other": "2"}
    for origin in ("http://evil.example", "null"):
        assert own.post("/people/1/merge", data=given, headers={"origin": origin}).status_code == 403


def test_nothing_is_changed_when_served_for_reading_only(tmp_path: Path) -> None:
    with looking(filled(tmp_path / "own.onrecord", coast(3)), writes=False) as client:
        secret = token(client, "/people/1")
        answer = client.post("/people/1/merge", data={"token": secret, "other": "2"}, headers=OWN)
        assert answer.status_code == 403
        assert "reading only" in answer.text
        assert 'type="file"' not in client.get("/add").text


def test_two_people_can_be_joined_and_told_apart_again(own: TestClient) -> None:
    names = re.findall(r'<a href="/people/(\d+)"><bdi>([^<]+)', own.get("/people").text)
    (keep, _), (other, name) = names[:2]
    given = {"token": token(own, f"/people/{keep}"), "other": other}
    answer = own.post(f"/people/{keep}/merge", data=given, headers=OWN, follow_redirects=False)
    assert answer.status_code == 303
    assert name in own.get(f"/people/{keep}").text
    assert own.get(f"/people/{other}", follow_redirects=False).headers["location"] == f"/people/{keep}"
    page = own.get(f"/people/{keep}").text
    story = re.findall(r'name="article" value="(\d+)"', page)[0]
    given = {"token": token(own, f"/people/{keep}"), "article": story}
    answer = own.post(f"/people/{keep}/split", data=given, headers=OWN, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] != f"/people/{keep}"


def test_two_printings_are_laid_over_each_other(client: TestClient) -> None:
    text = client.get("/articles/6/beside/7").text
    assert "<ins>" in text
    assert "<del>" in text


def test_a_story_shows_its_parts_by_name(tmp_path: Path) -> None:
    told = tell(
        "Ferry sails",
        ("<q>“We sail,”</q> <c>said</c> <s>nobody</s>.",),
        deck="At last",
        site=("Calder Post", "calderpost.example", "Coastal Press"),
        pictures=(("The ferry.", "Rui Dahl"),),
        related=("Fees to rise",),
    )
    with looking(filled(tmp_path / "one.onrecord", [told])) as client:
        text = client.get("/articles/1").text
    for label in ("headline", "deck", "byline", "published", "contributors", "copyright"):
        assert re.search(rf'<a class="label"[^>]*>{label}</a>', text), label
    assert '<span class="dateline">PORT ELLERY (Coastal Press)</span>' in text
    for words in ("The ferry.", "Rui Dahl", "Fees to rise", "1 day ago", told.page.origin.sha256):
        assert words in text


def test_a_list_can_be_taken_away_whole(client: TestClient) -> None:
    answer = client.get("/export?format=list-csv&q=contract")
    assert answer.headers["content-disposition"].startswith("attachment")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    total = re.search(r'Statements <span class="count">(\d+)', client.get("/search?q=contract").text)
    assert total
    assert len(rows) == int(total[1]) > 20
    assert all("contract" in row["content"] for row in rows)
    lines = client.get("/export?format=list-jsonl&q=contract").text.splitlines()
    assert [json.loads(line)["key"] for line in lines] == [row["key"] for row in rows]


def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(tmp_path: Path) -> None:
    told = tell("=HYPERLINK(1)", ("Rain.",))
    with looking(filled(tmp_path / "one.onrecord", [told])) as client:
        text = client.get("/export?format=list-csv&find=articles").text
    assert ",'=HYPERLINK(1)," in text


def test_a_story_can_be_taken_away(client: TestClient, stories: list[Told]) -> None:
    answer = client.get("/export?format=json&article=9")
    assert answer.headers["content-disposition"].endswith("%209.json")
    assert json.loads(answer.text)["article"]["headline"] == stories[8].reading.article.headline


@pytest.mark.parametrize("asked", ["", "?format=pickle", "?format=json", "?format=json&article=9999"])
def test_a_form_that_there_is_none_of_is_nothing(client: TestClient, asked: str) -> None:
    assert client.get(f"/export{asked}").status_code == 404


def test_a_story_printed_twice_leads_to_the_other_printing(tmp_path: Path) -> None:
    from onrecord.keeping import fold_stories

    words = tuple(told.strip() for told in coast(1)[0].reading.article.text.split("\n\n"))
    one = tell("Ferry sails again", words, site=("Calder Post", "calderpost.example", None))
    other = tell("Ferry sails again", (*words, "Rain."), site=("Sound Today", "soundtoday.example", None))
    path = filled(tmp_path / "two.onrecord", [one, other])
    with open_archive(path) as archive:
        assert fold_stories(archive) > 0
    with looking(path) as client:
        assert "/articles/1/beside/2" in client.get("/articles/1").text
        assert "<ins>Rain.</ins>" in client.get("/articles/1/beside/2").text
        found = client.get("/search?find=articles&q=ferry").text
        link = re.search(r'href="([^"]+)">2 printings</a>', found)
        assert link
        assert found.count('<article class="hit">') == 1
        assert client.get(link[1].replace("&amp;", "&")).text.count('<article class="hit">') == 2


@pytest.mark.parametrize("example", [example for example, _ in EXAMPLES])
def test_every_example_of_how_to_search_is_understood(client: TestClient, example: str) -> None:
    answer = client.get("/search", params={"find": "articles", "q": example})
    assert answer.status_code == 200
    assert 'role="alert"' not in answer.text
    assert escape(example) in client.get("/help").text
