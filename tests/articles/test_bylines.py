"""Bylines give people, with role and outlet, and never an agency, the site or a menu word."""

import pytest

import onrecord
from onrecord.articles.bylines import Outlets, read_declared, read_printed, split_names
from onrecord.record import Article, Byline

OUTLETS = Outlets(frozenset({"harbourpost", "theharbourpost"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("By Mara Quill", [Byline("Mara Quill")]),
        (
            "By MARA QUILL and IVO LUND, Associated Press",
            [Byline("MARA QUILL", None, "Associated Press"), Byline("IVO LUND", None, "Associated Press")],
        ),
        (
            "Von Mara Quill und Ivo Lund, dpa",
            [Byline("Mara Quill", None, "dpa"), Byline("Ivo Lund", None, "dpa")],
        ),
        ("Mara Quill, Staff writer", [Byline("Mara Quill", "Staff writer")]),
        ("Mara Quill Associated Press", [Byline("Mara Quill", None, "Associated Press")]),
        ("Mara Quill · The Harbour Post", [Byline("Mara Quill", None, "The Harbour Post")]),
        ("Mara Quill, Harbour Post editor", [Byline("Mara Quill", "Harbour Post editor")]),
        ("Reuters", []),
        ("The Harbour Post", []),
        ("https://harbour.example/mara", []),
    ],
)
def test_parts_a_byline(text: str, expected: list[Byline]) -> None:
    assert split_names(text, OUTLETS) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Mara Quill | March 4, 2031 at 2:26 PM - Updated March 5", ["Mara Quill"]),
        ("Mara Quill Mara Quill", ["Mara Quill"]),
        ("Mara Quill Follow", ["Mara Quill"]),
        ("2031年03月04日 09:05 来源：海滨晚报 作者：林晓舟", ["林晓舟"]),
        ("김서연 기자 seoyeon@badailbo.example", ["김서연"]),
        ("返す人も借りる人も、ノートに名前を書くだけだという。（高瀬直人）", ["高瀬直人"]),
        ("김서연 기자는 지난해 책을 냈다.", []),
        ("Share", []),
        ("4 min read", []),
    ],
)
def test_reads_a_printed_line(text: str, names: list[str]) -> None:
    assert [byline.name for byline in read_printed(text, OUTLETS)] == names


SIGNED = """<html><head><title>Why harbours freeze - {site}</title><meta property="og:site_name" content="{site}">
<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "{kind}",
"headline": "Why harbours freeze",
"author": {{"@type": "Person", "name": "{name}"}}}}</script></head>
<body><article><h1>Why harbours freeze</h1>{text}</article></body></html>"""
TEXT = (
    6 * "<p>The harbour froze again this winter, and the boats stayed where they were for eleven weeks.</p>"
)


@pytest.mark.parametrize(
    ("site", "kind", "name", "expected"),
    [
        ("Mara Quill", "BlogPosting", "Mara Quill", ["Mara Quill"]),
        ("The Harbour Board", "DiscussionForumPosting", "tugboat_31", ["tugboat_31"]),
        ("The Harbour Board", "DiscussionForumPosting", "admin", []),
        ("Mara Quill", "NewsArticle", "Mara Quill", []),
        ("Harbour Post", "BlogPosting", "Reuters", []),
        ("Harbour Post", "BlogPosting", "Tug Insider", []),
        ("Harbour Post", "BlogPosting", "harbourpost.example", []),
    ],
)
def test_who_signs_alone_is_a_person_and_no_outlet(
    site: str, kind: str, name: str, expected: list[str]
) -> None:
    article = onrecord.read_article(SIGNED.format(site=site, kind=kind, name=name, text=TEXT))
    assert isinstance(article, Article)
    assert [byline.name for byline in article.bylines] == expected


META = """<html><head><title>Why harbours freeze</title></head><body><article><h1>Why harbours freeze</h1>
<div class="meta">{meta}</div>{text}</article></body></html>"""


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        (
            '<a href="/author/mquill/">Mara Quill</a> Ships and winters <span>May 4, 2031</span> 3 min',
            ["Mara Quill"],
        ),
        (
            'May 4, 2031 <a href="/autoren/mara-quill">Mara Quill</a> <a href="/tag/ice">Ice News</a>',
            ["Mara Quill"],
        ),
        ('<a href="/section/harbour">Harbour Pilots</a> <span>May 4, 2031</span>', []),
    ],
)
def test_a_name_that_leads_to_its_writer_s_page_is_taken_out_of_a_line_of_all_sorts(
    meta: str, expected: list[str]
) -> None:
    article = onrecord.read_article(META.format(meta=meta, text=TEXT))
    assert isinstance(article, Article)
    assert [byline.name for byline in article.bylines] == expected


def _names(head: str, story: list[str], foot: str = "") -> list[str]:
    paragraphs = [
        f"<p>The talks over the harbour went on for day {n}, and the dockers said that they would wait.</p>"
        for n in range(1, 9)
    ]
    body = "".join(story[:1] + paragraphs + story[1:])
    article = onrecord.read_article(
        "<html><head><title>Harbour talks go on</title></head><body><article><h1>Harbour talks go on</h1>"
        f"{head}<div>{body}</div></article>{foot}</body></html>"
    )
    assert isinstance(article, Article)
    return [byline.name for byline in article.bylines]


def test_a_name_before_the_date_is_the_writer_s() -> None:
    assert _names("<div>Ruth Alderman | 04.03.2031 - updated: 05.03.2031</div>", []) == ["Ruth Alderman"]


def test_a_name_beside_a_portrait_under_the_headline_is_the_writer_s() -> None:
    portrait = '<figure><img src="/ruth-80.jpg" width="120"><figcaption>Ruth Alderman</figcaption></figure>'
    assert _names(portrait, []) == ["Ruth Alderman"]


def test_a_name_alone_under_the_story_signs_it() -> None:
    assert _names("", ["", "<p>Ruth Alderman</p>"]) == ["Ruth Alderman"]


def test_a_name_under_the_story_is_nobody_s_signature_where_a_byline_names_the_writer() -> None:
    assert _names('<p class="byline">By Ruth Alderman</p>', ["", "<p>Luis Ortega</p>"]) == ["Ruth Alderman"]


def test_a_list_below_the_story_may_say_who_wrote() -> None:
    foot = "<ul><li>Datum 04.03.2031</li><li>Autorin/Autor Ruth Alderman</li><li>Thema Häfen</li></ul>"
    assert _names("", [], foot) == ["Ruth Alderman"]


def test_a_site_whose_name_has_an_and_is_nobody_s_name() -> None:
    outlets = Outlets(frozenset({"jobshire"}))
    assert read_declared(["Jobs & Hire"], outlets) == []
    assert [b.name for b in read_declared(["Mara Quill & Ada Vell"], outlets)] == ["Mara Quill", "Ada Vell"]


def test_a_menu_s_words_are_no_name_in_japanese() -> None:
    assert split_names("会員の方はログイン", OUTLETS) == []


def test_an_agency_between_headline_and_story_is_the_story_s() -> None:
    paragraphs = "".join(
        f"<p>The talks over the harbour went on for day {n}, and the dockers said that they would wait.</p>"
        for n in range(1, 9)
    )
    article = onrecord.read_article(
        f"<html><body><article><h1>Harbour talks go on</h1><div>AFP, OSTHAVEN</div>{paragraphs}</article></body></html>"
    )
    assert isinstance(article, Article)
    assert (article.agency, article.bylines) == ("AFP", ())


def test_an_agency_alone_under_a_byline_is_whom_the_writer_works_for() -> None:
    paragraphs = "".join(
        f"<p>The talks over the harbour went on for day {n}, and the dockers said that they would wait.</p>"
        for n in range(1, 9)
    )
    article = onrecord.read_article(
        "<html><body><article><h1>Harbour talks go on</h1><p class=byline>By Mara Quill</p>"
        f"<p>Associated Press</p>{paragraphs}</article></body></html>"
    )
    assert isinstance(article, Article)
    assert article.bylines == (Byline("Mara Quill", None, "Associated Press"),)
