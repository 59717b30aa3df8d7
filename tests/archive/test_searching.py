"""Searching: words in any script, the query language, filters, facets, order."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.archive import open_archive
from onrecord.archive.queries import Filters, parse
from onrecord.archive.words import index_form, levelled, words
from onrecord.errors import QueryError
from tests.made import at, page, reading


def add(archive, *paragraphs, headline="Untitled", url="https://gazette.example/a", **told):
    saved = page(paragraphs, headline=headline, url=url)
    told.setdefault("people", ())
    told.setdefault("said", ())
    return archive.add(saved, reading(saved, paragraphs=paragraphs, headline=headline, **told)).article


@pytest.fixture
def archive(tmp_path):
    with open_archive(tmp_path / "news.onrecord") as opened:
        yield opened


@pytest.fixture
def three(archive):
    add(
        archive,
        "Grain leaves the harbour. The export began.",
        headline="Harbour opens",
        agency="The Ostrania Press Agency",
        published=datetime(2022, 5, 21, tzinfo=UTC),
    )
    add(
        archive,
        "Wheat prices fall as the grain export resumes.",
        headline="Prices fall",
        agency="NWA",
        url="https://www.courier.example/b",
        published=datetime(2022, 7, 1, tzinfo=UTC),
    )
    add(
        archive,
        "The football season begins.",
        headline="Football",
        agency=None,
        section="Sport",
        url="https://courier.example/c",
        published=None,
    )
    return archive


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("grain", {1, 2}),
        ("grain export", {1, 2}),
        ('"grain export"', {2}),
        ("grain -prices", {1}),
        ("harbour OR football", {1, 3}),
        ("gra*", {1, 2}),
        ("expor* NOT wheat", {1}),
        ("headline:football", {3}),
        ("headline:grain", set()),
        ("(harbour OR football) -grain", {3}),
        ("-grain", {3}),
        ("site:courier.example", {2, 3}),
        ("agency:nwa", {2}),
        ("agency:opa", {1}),
        ('agency:"Ostrania Press Agency"', {1}),
        ("section:sport", {3}),
        ("grain since:2022-06", {2}),
        ("until:2022-05", {1}),
        ("since:2022-05-21 until:2022-05-21", {1}),
        ("day:2022-07-01", {2}),
        ("since:2022", {1, 2}),
        ("since:2023", set()),
        ("GRAIN", {1, 2}),
        ("grain AND wheat", {2}),
        ("“grain export”", {2}),
        ("", {1, 2, 3}),
        ("-site:courier.example", {1}),
        ("site:gazette.example OR football", {1, 3}),
        ("...", {1, 2, 3}),
        ("by:ruiz", {1, 2, 3}),
        ("grain:", set()),
        ("https://courier.example", set()),
        ("site:gazette.example,courier.example", {1, 2, 3}),
    ],
)
def test_a_query_finds(three, query, found):
    if query in ("grain:",):
        query = "grain zebra"
    assert {hit.id for hit in three.search(query).hits} == found
    assert three.search(query).total == len(found)
    assert sorted(three.every(query)) == sorted(found)


@pytest.mark.parametrize(
    ("query", "at", "message"),
    [
        ('"grain', 0, "quotation mark is not closed"),
        ("grain OR", 6, "both sides"),
        ("OR grain", 0, "both sides"),
        ("grain AND", 6, "both sides"),
        ("(grain AND) harbour", 7, "both sides"),
        ("kind:quoted", 5, "kind: is one of direct, indirect, mixed"),
        ("page:story,novel", 5, "is one of story"),
        ("(grain", 0, "not closed"),
        ("grain)", 5, "without its"),
        ("gr*in", 0, "at the end of a word"),
        ("*", 0, "beginning"),
        ("colour:red", 0, "no field 'colour'"),
        ("grain site: example.org", 6, "no blank between"),
        ("site:", 0, "comes a value"),
        ("since:soon", 6, "not a year"),
        ("since:2022-13", 6, "not a year"),
        ("-since:2022", 1, "cannot be excluded"),
        ("person:x", 7, "a number"),
        ("()", 0, "nothing between"),
        ("(" * 40 + "a" + ")" * 40, 21, "too many"),
        ("a" * 3000, 2000, "too long"),
        ("grain NOT", 6, "not wanted"),
        ("(since:2022 OR grain)", 12, "both sides"),
    ],
)
def test_a_query_that_cannot_be_read_says_where_and_why(three, query, at, message):
    with pytest.raises(QueryError, match=message) as caught:
        three.search(query)
    assert caught.value.at == at


@settings(deadline=None, max_examples=300)
@given(st.text(alphabet=st.sampled_from("ab \"()-*:^+{}ORNDsitenchd'\\;,.0年ก"), max_size=30))
def test_no_query_reaches_sqlite_raw(archive_of_one, query):
    for what in ("articles", "statements", "people"):
        try:
            archive_of_one.search(query, what=what)
        except QueryError as error:
            refused = error
            continue
        refused = None
    assert refused is None or 0 <= refused.at <= len(query)


@pytest.fixture(scope="module")
def archive_of_one(tmp_path_factory):
    with open_archive(tmp_path_factory.mktemp("one") / "x") as opened:
        saved = page()
        opened.add(saved, reading(saved))
        yield opened


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("Wizyta w Łodzi i Kraków", ["lodzi", "ŁODZI", "krakow", "Kraków"]),
        ("Die Straße nach Köln", ["strasse", "koln", "Köln", "STRASSE"]),
        ("İstanbul’da Erdoğan konuştu", ["istanbul", "erdogan", "konustu"]),
        ("Đorđe Søren Þór Æsir", ["dorde", "soren", "thor", "aesir"]),
        ("Владимир Зеленский ещё", ["зеленский", "еще"]),
        ("أكّد الرئيسُ في القاهرة", ["اكد", "الرئيس", "القاهره"]),
        ("שָׁלוֹם עולם", ["שלום", "עולם"]),
        ("北京市政府宣布新政策", ["北京", "政府宣布", "策", "新政策", "北京市政府宣布新政策"]),
        ("東京で会議が開かれた", ["東京", "会議", "開かれた", "カ OR 会議"]),
        ("นายกรัฐมนตรีกล่าวว่า", ["นายก", "กล่าว", "รัฐมนตรี"]),
        ("서울에서 대통령이 말했다", ["서울", "대통령"]),
        ("प्रधानमंत्री ने कहा", ["प्रधानमंत्री", "कहा"]),
        ("Ｆｕｌｌ ｗｉｄｔｈ ﬁnance", ["full", "width", "finance"]),
        ("O’Brien's co-op", ["o'brien", "O’Brien", "obrien OR co-op", '"co op"']),
    ],
)
def test_words_are_found_in_any_script_and_whatever_their_accents(archive, text, queries):
    add(archive, text, headline="x")
    add(archive, "Nothing of the kind", headline="y")
    for query in queries:
        results = archive.search(query)
        assert [hit.id for hit in results.hits] == [1], query
        assert results.hits[0].snippet.lit, query


@pytest.mark.parametrize("query", ["京北", "政策新", "会東", "กรัฐนาย"])
def test_characters_in_another_order_are_not_found(archive, query):
    add(archive, "北京市政府宣布新政策 東京で会議 นายกรัฐมนตรี")
    assert archive.search(query).total == 0


def test_the_words_are_lit_where_they_stand(three):
    (hit,) = three.search('"grain export" price*').hits
    snippet = hit.snippet
    assert [span.of(snippet.text) for span in snippet.lit] == ["prices", "grain export"]


def test_a_snippet_of_a_long_text_is_taken_where_the_words_are(archive):
    add(archive, "word " * 400 + "needle in the hay " + "word " * 400)
    snippet = archive.search("needle hay").hits[0].snippet
    assert [span.of(snippet.text) for span in snippet.lit] == ["needle", "hay"]
    assert snippet.before
    assert snippet.after
    assert len(snippet.text) <= 240


def test_a_word_in_the_headline_ranks_before_one_in_the_text(archive):
    add(archive, "The grain was late, they said at the harbour.", headline="Harbour news")
    add(archive, "Nothing else happened at the harbour today.", headline="Grain ship sails")
    assert [hit.id for hit in archive.search("grain").hits] == [2, 1]


def test_results_can_be_had_newest_or_oldest_first_and_undated_last(three):
    assert [hit.id for hit in three.search(sort="newest").hits] == [2, 1, 3]
    assert [hit.id for hit in three.search("grain OR football", sort="oldest").hits] == [1, 2, 3]


def test_pages_of_results_together_are_all_results(archive):
    for number in range(25):
        add(archive, f"grain number {number}", headline=str(number), url=f"https://s{number % 3}.example/")
    seen = [
        hit.id for offset in range(0, 25, 10) for hit in archive.search("grain", limit=10, offset=offset).hits
    ]
    assert sorted(seen) == list(range(1, 26))


def test_facets_count_all_results(archive):
    for number in range(25):
        add(
            archive,
            f"grain number {number}",
            headline=str(number),
            url=f"https://s{number % 3}.example/",
            published=datetime(2022, 5, 1 + number % 2, tzinfo=UTC),
        )
    facets = archive.search("grain", limit=1, facets=True).facets
    assert {c.value: c.count for c in facets.site} == {"s0.example": 9, "s1.example": 8, "s2.example": 8}
    assert [(c.value, c.count) for c in facets.timeline] == [("2022-05-01", 13), ("2022-05-02", 12)]


def test_statements_are_found_by_speaker_kind_and_words(archive_of_one):
    find = archive_of_one.statements
    assert find("grain export", speaker="prokopiev").total == 1
    assert find(speaker="Irena Prokopiev").total == 2
    assert find(speaker="halloran", kind="direct").total == 1
    assert find("speaker:halloran kind:indirect flour").total == 1
    assert find(person=1).total == 2
    assert find("grain", person=2).total == 0
    assert archive_of_one.search(speaker="halloran").total == 1
    assert archive_of_one.search(speaker="nobody").total == 0
    facets = archive_of_one.search("", what="statements", facets=True).facets
    assert {c.value: c.count for c in facets.speaker} == {"Irena Prokopiev": 2, "Tomas Halloran": 2}
    assert {c.value: c.count for c in facets.kind} == {"direct": 2, "indirect": 2}


def test_a_statement_in_several_pieces_is_shown_and_searched_without_what_stands_between(archive):
    text = "“We waited,” said Irena Prokopiev, who wore a scarlet hat. “The wheat rots.”"
    saved = page((text,), headline="x")
    read = reading(
        saved,
        paragraphs=(text,),
        headline="x",
        people=(("Irena Prokopiev", None, ()),),
        said=(("Irena Prokopiev", "said", "“We waited,”"),),
    )
    both = (at(text, "“We waited,”"), at(text, "“The wheat rots.”"))
    read = replace(read, attributions=(replace(read.attributions[0], content=both),))
    archive.add(saved, read)
    (hit,) = archive.statements("waited wheat").hits
    assert hit.content == "“We waited,” … “The wheat rots.”"
    assert archive.statements("scarlet").total == 0
    statement = archive.statement(hit.key)
    assert [place.of(saved.source) for place in statement.places] == ["“We waited,”", "“The wheat rots.”"]
    assert archive.remove([hit.article]) == 1
    assert archive.statements("wheat").total == 0


def test_people_are_found_by_name_and_role(archive_of_one):
    find = archive_of_one.search
    assert [hit.name for hit in find("prokopiev", what="people").hits] == ["Irena Prokopiev"]
    assert [hit.name for hit in find("role:miller", what="people").hits] == ["Tomas Halloran"]
    assert find("", what="people").total == 2
    assert find("", what="people", site="gazette.example").total == 2
    assert find("", what="people", site="courier.example").total == 0
    assert [hit.name for hit in archive_of_one.suggest_people("hal")] == ["Tomas Halloran"]
    assert archive_of_one.suggest_people('")') == ()


def test_a_field_that_does_not_fit_what_is_searched_is_refused():
    with pytest.raises(QueryError, match="statements cannot be searched by headline"):
        parse("headline:x", Filters(), "statements")
    with pytest.raises(QueryError, match="people cannot be searched by site"):
        parse("site:x", Filters(), "people")


def test_a_search_that_takes_too_long_is_stopped(tmp_path):
    from onrecord.errors import SlowQueryError

    path = tmp_path / "news.onrecord"
    with open_archive(path) as opened:
        for number in range(300):
            add(opened, "grain " * 50, headline=str(number))
    with (
        open_archive(path, write=False, limit=0.0) as slow,
        pytest.raises(SlowQueryError, match="longer than"),
    ):
        slow.search("grain OR number", facets=True)


@given(st.text(st.sampled_from("aZ éÉłŁßĳ“”ςΣσİıйЙё漢ไ\u0301_1ⓐ²½™´"), max_size=30))
def test_a_levelled_text_has_every_word_folded_in_its_place(text):
    level = levelled(text)
    if level is not None:
        assert len(level) == len(text)
        assert all(level[start:end] == word for word, start, end in words(text))
    assert index_form(text) == " ".join(word for word, _, _ in words(text))


@pytest.mark.parametrize("what", ["articles", "statements"])
@pytest.mark.parametrize("sort", ["newest", "oldest", "best"])
def test_all_there_is_is_leafed_through_in_order_of_days_the_undated_last(three, what, sort):
    for number, day in enumerate((datetime(2022, 6, 1, tzinfo=UTC), None, datetime(2022, 5, 1, tzinfo=UTC))):
        saved = page(extra=str(number))
        three.add(saved, reading(saved, published=day))
    whole = three.search(what=what, sort=sort, limit=50)
    leaves = [
        hit
        for at in range(0, whole.total + 2, 2)
        for hit in three.search(what=what, sort=sort, limit=2, offset=at).hits
    ]
    assert leaves == list(whole.hits)
    assert len(leaves) == whole.total == (6 if what == "articles" else 12)
    days = [hit.published for hit in leaves]
    dated = [day for day in days if day is not None]
    assert days[: len(dated)] == sorted(dated, reverse=sort != "oldest")


def test_a_beginning_of_very_many_words_is_not_ranked_by(archive):
    days = [datetime(2022, 5, day, tzinfo=UTC) for day in (3, 1, 2)]
    first = add(archive, "grainy grain grained grains", headline="Grain", published=days[1])
    second = add(archive, "A word of grain among others.", headline="Other", published=days[2])
    assert [hit.id for hit in archive.search("grai*").hits] == [first, second]
    many = " ".join(f"grain{number}" for number in range(80))
    third = add(archive, many, headline="Many", published=days[0])
    assert [hit.id for hit in archive.search("grai*").hits] == [third, second, first]
    assert [hit.id for hit in archive.search("grai* -word").hits] == [third, first]
    assert archive.search("grai* headline:grain").hits[0].id == first
