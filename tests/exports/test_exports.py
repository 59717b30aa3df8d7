"""Each format says what the reading says, in the words of its standard, and the standard's tools take it."""

import csv
import hashlib
import io
import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest

from onrecord import exports
from onrecord.errors import UnknownFormatError
from onrecord.exports import Item
from onrecord.exports.ftm import _LANGUAGES
from onrecord.record import BODY_ROLES
from onrecord.transcripts import from_json
from tests.made import STORY, page, reading

NINJS = json.loads((Path(__file__).parent / "ninjs_3.0_subset.json").read_text())


@pytest.fixture
def saved():
    return page()


@pytest.fixture
def read(saved):
    return reading(saved, organisations=("NWA",))


@pytest.fixture
def items(saved, read):
    other = page(("Irena Prokopiev said that the mill is closed.",), url=None, headline="=Mill *closed*")
    mill = reading(
        other,
        paragraphs=("Irena Prokopiev said that the mill is closed.",),
        headline="=Mill *closed*",
        agency=None,
        people=(("Irena Prokopiev", None, ()),),
        said=(("Irena Prokopiev", "said", "that the mill is closed"),),
        published=None,
    )
    return [
        Item(read, read.page.sha256, saved, {0: ("1", "Irena Prokopiev"), 1: ("2", "Tomas Halloran")}),
        Item(mill, mill.page.sha256, other, {0: ("1", "Irena Prokopiev")}),
    ]


@pytest.mark.parametrize("form", exports.SINGLE)
def test_every_format_of_one_reading_holds_its_headline_or_its_words(form, read, saved):
    text = exports.render(read, form, saved)
    assert read.article.headline in text or "the price of flour would fall" in text
    assert text.endswith("\n")


@pytest.mark.parametrize("form", exports.MANY)
def test_every_format_of_many_writes_something_even_for_none(form, tmp_path, items):
    assert exports.write(items, form, tmp_path / "some") > 0
    assert exports.write([], form, tmp_path / "none") == 0
    assert (tmp_path / "none").exists()


def test_a_format_that_there_is_none_of_is_refused_with_those_there_are(read, tmp_path):
    with pytest.raises(UnknownFormatError, match="ninjs"):
        exports.render(read, "docx")
    with pytest.raises(UnknownFormatError, match="parquet"):
        exports.write([], "docx", tmp_path / "x")


def test_json_lines_come_back_as_the_readings_they_were(items, tmp_path):
    exports.write(items, "jsonl", tmp_path / "all.jsonl")
    lines = (tmp_path / "all.jsonl").read_bytes().splitlines()
    assert [from_json(line) for line in lines] == [item.reading for item in items]


def test_ninjs_holds_to_the_schema(items):
    for item in items:
        made = json.loads(exports.render(item.reading, "ninjs"))
        jsonschema.validate(made, NINJS, format_checker=jsonschema.FormatChecker())


def test_ninjs_says_what_the_reading_says(read):
    made = json.loads(exports.render(read, "ninjs"))
    assert made["uri"] == "https://gazette.example/velmar"
    assert made["headlines"][0]["value"] == read.article.headline
    assert made["bodies"][0]["value"] == read.article.text
    assert made["by"] == "Ana Ruiz"
    assert made["located"] == "Velmar, Ostrania"
    assert {"name": "NWA", "role": "agency"} in made["infoSources"]
    assert {p["name"]: p["rel"] for p in made["people"]} == {
        "Irena Prokopiev": "quoted",
        "Tomas Halloran": "quoted",
    }
    assert made["associations"][0]["renditions"][0]["href"] == "https://gazette.example/a.jpg"


def test_ninjs_leaves_a_day_out_that_has_no_time(read):
    dated = replace(read, article=replace(read.article, published=date(2022, 5, 21)))
    assert "firstCreated" not in json.loads(exports.render(dated, "ninjs"))


# The types and properties of schema.org (version 29) that we use, and the types each property may stand on.
SCHEMA_ORG = {
    "NewsArticle": "headline alternativeHeadline articleBody articleSection inLanguage datePublished "
    "dateModified dateline locationCreated author contributor publisher sourceOrganization "
    "copyrightNotice correction image "
    "mentions hasPart identifier url",
    "Person": "name jobTitle",
    "Organization": "name",
    "NewsMediaOrganization": "name",
    "Place": "name",
    "ImageObject": "contentUrl caption creditText alternateName",
    "CorrectionComment": "text",
    "Quotation": "text spokenByCharacter",
    "PropertyValue": "propertyID value",
}
SCHEMA_ORG |= dict.fromkeys(("OpinionNewsArticle", "LiveBlogPosting"), SCHEMA_ORG["NewsArticle"])


def test_json_ld_uses_schema_orgs_words_and_no_others(items):
    def look(node):
        if isinstance(node, list):
            for each in node:
                look(each)
        elif isinstance(node, dict):
            known = {*SCHEMA_ORG[node["@type"]].split(), "@type", "@id", "@context"}
            assert set(node) <= known, set(node) - known
            for each in node.values():
                look(each)

    for item in items:
        made = json.loads(exports.render(item.reading, "jsonld"))
        assert made["@context"] == "https://schema.org"
        look(made)


def test_json_ld_gives_each_statement_its_speaker(read):
    quotations = json.loads(exports.render(read, "jsonld"))["hasPart"]
    assert [q["spokenByCharacter"]["name"] for q in quotations] == [
        "Irena Prokopiev",
        "Irena Prokopiev",
        "Tomas Halloran",
        "Tomas Halloran",
    ]
    assert quotations[1]["text"] == "“We have waited four months for this grain export to begin,”"


def test_annotations_lead_back_to_the_words(items, tmp_path):
    assert exports.write(items, "w3c-annotations", tmp_path / "a.jsonl") == 5
    texts = {f"urn:onrecord:{i.reading.page.sha256}:text": i.reading.article.text for i in items}
    for line in (tmp_path / "a.jsonl").read_text().splitlines():
        annotation = json.loads(line)
        assert annotation["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
        assert annotation["type"] == "Annotation"
        in_text, in_page = annotation["target"]
        text = texts[in_text["source"]["id"]]
        assert in_text["source"]["schema:sha256"] == hashlib.sha256(text.encode()).hexdigest()
        assert in_page["source"]["schema:sha256"] in {i.reading.page.sha256 for i in items}
        quote, position = in_text["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert text.count(quote["prefix"] + quote["exact"] + quote["suffix"]) == 1


def test_followthemoney_takes_every_entity(items, tmp_path):
    ftm = pytest.importorskip("followthemoney")
    exports.write(items, "followthemoney", tmp_path / "all.ftm")
    schemata: dict[str, set[str]] = {}
    for line in (tmp_path / "all.ftm").read_text().splitlines():
        data = json.loads(line)
        entity = ftm.model.get_proxy(data, cleaned=False)
        ftm.model.get(data["schema"]).validate(data)
        # What followthemoney cannot clean it drops: nothing may be dropped.
        for name, values in data["properties"].items():
            assert len(entity.get(name)) == len(values), (name, values)
        schemata.setdefault(data["schema"], set()).add(entity.id)
    assert {name: len(ids) for name, ids in schemata.items()} == {
        "Article": 2,
        "Person": 2,
        "Organization": 1,
        "Documentation": 4,
        "Note": 5,
    }


def test_a_language_is_told_in_followthemoneys_code_or_not_at_all(read, saved, tmp_path):
    ftm = pytest.importorskip("followthemoney")
    known = ftm.types.registry.language.names
    for told, code in (("en", "eng"), ("nb", "nor"), ("vi", None), ("cy", None), (None, None)):
        made = replace(read, article=replace(read.article, language=told))
        exports.write([Item(made, "x", saved)], "followthemoney", tmp_path / "one.ftm")
        article = json.loads((tmp_path / "one.ftm").read_text().splitlines()[0])
        assert article["properties"].get("language") == ([code] if code else None)
        assert code is None or code in known
    assert set(_LANGUAGES.values()) <= set(known)


def test_duckdb_reads_the_parquet_tables(items, tmp_path):
    duckdb = pytest.importorskip("duckdb")
    exports.write(items, "parquet", tmp_path / "tables")
    rows = duckdb.sql(
        f"SELECT a.headline, count(*) FROM '{tmp_path}/tables/attributions.parquet' s "
        f"JOIN '{tmp_path}/tables/articles.parquet' a USING (article) GROUP BY 1 ORDER BY 2"
    ).fetchall()
    assert rows == [("=Mill *closed*", 1), ("Velmar port to open for grain", 4)]
    spans = duckdb.sql(
        "SELECT m.text, substr(a.text, m.start + 1, m.end - m.start) "
        f"FROM '{tmp_path}/tables/mentions.parquet' m "
        f"JOIN '{tmp_path}/tables/articles.parquet' a USING (article)"
    ).fetchall()
    assert spans
    assert all(text == found for text, found in spans)


def test_the_table_of_statements_has_no_cell_that_a_spreadsheet_takes_for_a_formula(items, tmp_path):
    exports.write(items, "csv", tmp_path / "all.csv")
    raw = (tmp_path / "all.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(rows) == 5
    assert rows[-1]["headline"] == "'=Mill *closed*"
    assert {row["speaker"] for row in rows} == {"Irena Prokopiev", "Tomas Halloran"}


def test_notes_link_people_and_articles_to_each_other(items, tmp_path):
    assert exports.write(items, "markdown", tmp_path) == 4
    names = {file.stem for file in tmp_path.glob("*.md")}
    assert (
        names
        == {"2022-05-21 Velmar port to open for grain", "=Mill closed", "Irena Prokopiev", "Tomas Halloran"}
        or "Irena Prokopiev" in names
    )
    person = (tmp_path / "Irena Prokopiev.md").read_text()
    for link in [part.split("]]")[0] for part in person.split("[[")[1:]]:
        assert link in names
    assert "[[Irena Prokopiev]]" in (tmp_path / "2022-05-21 Velmar port to open for grain.md").read_text()


def test_markdown_shows_the_text_and_not_what_markdown_would_make_of_it():
    from markdown_it import MarkdownIt

    strange = (
        "1. Not a list",
        "# Not a heading *nor* _this_",
        "<b>tag</b> [link](x) `code`",
        "- dash",
        "> quote",
        "=====",
    )
    saved = page(strange)
    made = reading(saved, paragraphs=strange, people=(), said=())
    body = exports.render(made, "markdown").split("---\n", 2)[2]
    tokens = [t for t in MarkdownIt().parse(body) if t.type == "inline"]
    shown = ["".join(c.content for c in token.children) for token in tokens]
    assert list(strange) == [text for text in shown if text in strange]


class Marks(HTMLParser):
    """Collects the text of every mark in the source and the whole of the source."""

    def __init__(self):
        super().__init__()
        self.marks, self.open, self.source, self.inside, self.tags = {}, [], "", False, []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = self.inside or tag == "pre"
        if tag == "mark":
            self.open.append(dict(attrs)["id"])
            self.marks[self.open[-1]] = ""

    def handle_endtag(self, tag):
        if tag == "mark":
            self.open.pop()
        self.inside = self.inside and tag != "pre"

    def handle_data(self, data):
        if self.inside:
            self.source += data
            for name in self.open:
                self.marks[name] += data


def test_the_page_of_a_reading_lights_each_part_in_the_source(read, saved):
    parser = Marks()
    parser.feed(exports.render(read, "html", saved))
    assert parser.source == "\n" + saved.source or parser.source == saved.source
    for i, part in enumerate(read.article.blocks):
        assert parser.marks[f"source-{i}"] == part.block.source.of(saved.source)
        assert any(t == "a" and a.get("href") == f"#source-{i}" for t, a in parser.tags)
    pieces = {name for t, a in parser.tags if t == "a" for name in a.get("class", "").split()}
    assert {"s0", "c0", "t0", "t3"} <= pieces
    ids = [a["id"] for _, a in parser.tags if "id" in a]
    assert len(ids) == len(set(ids))
    assert {f"statement-{i}" for i in range(4)} | {f"listed-{i}" for i in range(4)} <= set(ids)
    aims = {a["href"].removeprefix("#") for t, a in parser.tags if t == "a"}
    assert aims <= set(ids), "a link that lights nothing"


def test_the_page_of_a_reading_leads_from_each_fact_to_where_it_was_believed_from(read, saved):
    parser = Marks()
    made = exports.render(read, "html", saved)
    parser.feed(made)
    headline = read.article.evidence[0]
    assert parser.marks["evidence-0"] == headline.source.of(saved.source)
    assert f"{headline.field}</th>" in made
    assert "21 May 2022, 09:30 (UTC)" in made


def test_the_page_of_a_reading_without_its_source_has_no_link_that_leads_nowhere(read):
    parser = Marks()
    parser.feed(exports.render(read, "html"))
    assert "pre" not in {tag for tag, _ in parser.tags}
    ids = {a.get("id") for _, a in parser.tags}
    assert {a["href"].removeprefix("#") for t, a in parser.tags if t == "a"} <= ids


def test_the_page_of_a_reading_runs_nothing_and_loads_nothing():
    attack = "<script>alert(1)</script><img src=x onerror=alert(1)>"
    saved = page((attack,), headline=attack, extra=attack)
    made = reading(saved, paragraphs=(attack,), headline=attack, people=(), said=())
    parser = Marks()
    parser.feed(exports.render(made, "html", saved))
    assert not {tag for tag, _ in parser.tags} & {"script", "img", "iframe", "link", "object"}
    assert not [a for _, a in parser.tags if any(name.startswith("on") for name in a)]
    assert all(a["href"].startswith("#") for _, a in parser.tags if "href" in a)


def test_a_table_is_a_table_and_a_list_a_list_in_markdown():
    from onrecord.reading import default_models
    from onrecord.reading import read as read_page
    from onrecord.sources import page_from

    file = Path(__file__).parents[1] / "pages" / "singlefile" / "page.html"
    saved = page_from(file.read_bytes(), name="page.html")
    note = exports.render(read_page(saved, models=default_models(None)), "markdown", saved)
    assert "| Poste | Coût |\n| --- | --- |\n| Pierre | 21 000 € |\n| Pompe | 8 400 € |\n" in note
    for form in ("markdown", "text"):
        assert (
            exports.render(read_page(saved, models=default_models(None)), form, saved).count("Après huit ans")
            == 1
        )
    assert "\n- nettoyer le bassin ;\n- changer la pompe ;\n- rendre la clé au musée.\n" in note


def test_the_body_of_the_text_is_all_in_the_plain_text(read):
    text = exports.render(read, "text")
    assert all(paragraph in text for paragraph in STORY)
    assert all(part.block.text in text for part in read.article.blocks if part.role in BODY_ROLES)
