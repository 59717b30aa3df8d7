"""What a page declares is found in each of its dialects, and the page's own story is told from others."""

import json

from onrecord.declared import find_declared, find_script_story
from onrecord.markup import parse
from onrecord.record import Declared


def declared(head: str, body: str = "", url: str | None = None) -> tuple[Declared, str]:
    source = f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{body}</body></html>"
    return find_declared(parse(source), source, url), source


def script(*values: object) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)


STORY = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Harbour &amp; rail talks end",
    "datePublished": "2031-03-04T09:30:00+01:00",
    "dateModified": "2031-03-04T11:00:00+01:00",
    "author": [
        {"@type": "Person", "name": "Mara Quill", "jobTitle": "Reporter"},
        {"@type": "Person", "name": "Ivo Lund"},
    ],
    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    "articleSection": "Business",
    "isAccessibleForFree": False,
    "articleBody": "The talks ended at dawn.\n\nBoth sides said they would meet again in the spring.",
}


def test_reads_each_field_of_the_story_from_json_ld() -> None:
    found, source = declared(script(STORY))
    assert found.first("headline") == "Harbour & rail talks end"
    assert found.first("published") == "2031-03-04T09:30:00+01:00"
    assert [d.value for d in found.all("author")] == ["Mara Quill", "Ivo Lund"]
    assert found.first("publisher") == "The Harbour Post"
    assert found.first("kind") == "NewsArticle"
    assert found.first("access") == "false"
    assert found.first("job") == "Mara Quill\tReporter"
    body = found.first("body")
    assert body is not None
    assert body.split("\n\n")[0] == "The talks ended at dawn."
    span = found.all("headline")[0].source
    assert span is not None
    assert source[span.start : span.end].startswith("<script")


def test_follows_references_inside_a_graph() -> None:
    graph = {
        "@graph": [
            {"@type": "WebSite", "name": "The Harbour Post"},
            {"@type": "Person", "@id": "#mara", "name": "Mara Quill"},
            {"@type": ["Article", "NewsArticle"], "headline": "A bridge opens", "author": {"@id": "#mara"}},
        ]
    }
    found, _ = declared(script(graph))
    assert found.first("author") == "Mara Quill"
    assert found.first("site_name") == "The Harbour Post"


def test_takes_the_pages_own_story_and_not_the_ones_it_lists() -> None:
    listed = {
        "@type": "ItemList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "item": {"@type": "NewsArticle", "headline": f"Other story {n}", "author": "No One"},
            }
            for n in range(6)
        ],
    }
    own = {"@type": "NewsArticle", "headline": "A bridge opens", "url": "https://harbour.example/bridge"}
    found, _ = declared(script(listed, own), url="https://harbour.example/bridge?from=feed")
    assert found.first("headline") == "A bridge opens"
    assert found.first("author") is None


def test_reads_microdata_of_the_article_and_not_of_the_comments() -> None:
    body = """<div itemscope itemtype="https://schema.org/NewsArticle">
    <h1 itemprop="headline">A bridge opens</h1>
    <span itemprop="author" itemscope itemtype="https://schema.org/Person">
    <a itemprop="name">Mara Quill</a></span>
    <time itemprop="datePublished" datetime="2031-03-04T09:30">today</time>
    <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
    <b itemprop="author">Reader 12</b></div></div>"""
    found, source = declared("", body)
    assert found.first("headline") == "A bridge opens"
    assert [d.value for d in found.all("author")] == ["Mara Quill"]
    assert found.first("published") == "2031-03-04T09:30"
    span = found.all("headline")[0].source
    assert span is not None
    assert source[span.start : span.end] == '<h1 itemprop="headline">A bridge opens</h1>'


def test_reads_meta_tags_of_many_dialects_and_drops_addresses_of_authors() -> None:
    head = """<title>A bridge opens | The Harbour Post</title>
    <meta property="og:title" content="A bridge opens">
    <meta property="og:site_name" content="The Harbour Post">
    <meta property="article:author" content="https://social.example/mara">
    <meta name="parsely-author" content="Mara Quill"><meta name="dc.date.issued" content="2031-03-04">
    <meta name="sailthru.date" content="2031-03-04 09:30">
    <link rel="canonical" href="https://harbour.example/bridge">"""
    found, _ = declared(head)
    assert [d.value for d in found.all("author")] == ["Mara Quill"]
    assert found.first("published") == "2031-03-04 09:30"
    assert found.first("title") == "A bridge opens | The Harbour Post"
    assert found.first("url") == "https://harbour.example/bridge"
    assert found.first("language") == "en-GB"


def test_finds_a_story_that_lives_only_in_a_script() -> None:
    paragraphs = [
        f"Paragraph {n} tells of the harbour, of its cranes and of the ships that wait outside."
        for n in range(9)
    ]
    blocks = [{"type": "text", "html": f"<p>{p}</p>"} for p in paragraphs]
    state = {"props": {"page": {"title": "Ships wait", "author": {"name": "Mara Quill"}, "blocks": blocks}}}
    script_tag = '<script id="__DATA__" type="application/json">'
    source = f"<html><body>{script_tag}{json.dumps(state)}</script></body></html>"
    story = Declared(find_script_story(parse(source), Declared()))
    body = story.all("body")[0]
    assert body.value.split("\n\n") == paragraphs
    assert body.source is not None
    assert source[body.source.start :].startswith('<script id="__DATA__"')
    assert (story.first("headline"), story.first("author")) == ("Ships wait", "Mara Quill")


def test_finds_no_story_in_settings() -> None:
    words = "We use cookies to see how you read. You may say no. You may also say yes. Choose below. " * 9
    for settings in ({"keys": ["a b c"] * 300}, {"consent": {"body": words}}):
        source = f"<html><body><script>window.settings = {json.dumps(settings)};</script></body></html>"
        assert find_script_story(parse(source), Declared()) == ()
