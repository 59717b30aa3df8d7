"""A saved page is made harmless, and the words in question are lit in it."""

import re
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import Span
from onrecord.web.bounds import can_be_shown
from onrecord.web.saved import Light, light_up
from onrecord.web.tracing import text_runs


def lit(source: str, *wanted: str, html: bool = True) -> str:
    lights = [Light(Span(source.index(w), source.index(w) + len(w)), "content") for w in wanted]
    return str(light_up(source, lights, html=html))


def test_lit_words_are_marked_and_the_first_can_be_scrolled_to() -> None:
    safe = lit("<p>Salt and <b>wind</b> and rain</p>", "wind", "rain")
    assert safe == (
        '<p>Salt and <b><mark id="lit" class="content">wind</mark></b>'
        ' and <mark class="content">rain</mark></p>'
    )


def test_flat_text_is_shown_as_it_stands() -> None:
    assert lit("a < b\n\nsaid", "said", html=False) == (
        '<pre>a &lt; b\n\n<mark id="lit" class="content">said</mark></pre>'
    )


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>alert(1)</script></svg>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='https://elsewhere.example/'>x</a>",
        "<img src='https://elsewhere.example/x.png'>",
        "<img srcset='https://elsewhere.example/x.png 2x'>",
        "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
        "<link rel=stylesheet href=https://elsewhere.example/x.css>",
        "<style>@import 'https://elsewhere.example/x.css'</style>",
        "<p style='background:url(https://elsewhere.example/x)'>x</p>",
        "<form action=https://elsewhere.example/><input name=q><button>x</button></form>",
        "<iframe src=https://elsewhere.example/></iframe><object data=x></object><embed src=x>",
        "<meta http-equiv=refresh content='0;url=https://elsewhere.example/'><base href=//elsewhere.example>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></math>",
        "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
        "<!--<img src='--><img src=x onerror=alert(1)//'>",
        "<video src=https://elsewhere.example/v><source src=x></video>",
    ],
)
def test_nothing_that_runs_loads_or_leads_away_is_left(attack: str) -> None:
    safe = lit(f"<p>before</p>{attack}<p>after</p>", "after")
    tags = re.findall(r"<[^>]*>", safe)
    assert not re.search(r"\bon\w+=|javascript:|elsewhere|href|action|style|srcset", " ".join(tags))
    assert not re.search(
        r"<(script|style|svg|math|iframe|object|embed|form|input|meta|base|link|video)", safe
    )


def test_a_picture_from_elsewhere_is_shown_as_its_description() -> None:
    assert lit("<p>x</p><img src=a.png alt='A <b>ship</b> \"M\"'>", "x").endswith(
        '<span class="picture">A &lt;b&gt;ship&lt;/b&gt; &#34;M&#34;</span>'
    )
    assert lit("<p>x</p><img src=a.png>", "x").endswith("</p>")


def test_what_held_no_words_leaves_nothing_behind() -> None:
    assert lit("<ul><li><a href=x><svg></svg></a></li><li> </li></ul><p>x</p>", "x").strip().startswith("<p>")


def test_a_picture_held_in_the_page_itself_stays() -> None:
    assert 'src="data:image/png;base64,AAAA"' in lit("<p>x</p><img src='data:image/png;base64,AAAA'>", "x")


def test_lights_inside_an_attribute_do_not_open_an_element_there() -> None:
    # The span is wrong on purpose: whatever the tracing may mistake for text, no attribute is broken out of.
    source = '<p lang="en x onmouseover=alert(1)">words</p>'
    safe = str(light_up(source, [Light(Span(10, 20), "content")], html=True))
    assert "<mark" not in safe
    assert safe == '<p lang="en x onmouseover=alert(1)">words</p>'


@given(st.text(alphabet="<>\"'=/ apimgsrcx&;!-", max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_marks_are_always_closed_whatever_the_page(source: str, start: int, length: int) -> None:
    lights = [Light(Span(start, min(start + length, len(source))), "content")] if start < len(source) else []
    safe = str(light_up(source, lights, html=True))
    assert not re.search(r"lit[0-9a-f]{16}", safe)
    tags = re.findall(r"<[A-Za-z/](?:[^>\"]|\"[^\"]*\")*>", safe)
    assert all(re.match(r'</?[a-z0-9]+(?: [a-z]+="[^"]*")*>\Z', tag) for tag in tags)


@pytest.mark.parametrize(
    "made",
    [
        "<div>" * 5000,
        "<p><b><i>" * 5000,
        "&" * 70_000,
        "<p " + "a=1 " * 4000 + ">",
        "<table><tr><td>" * 5000,
        "<div><p> </p>" * 5000 + "</div>" * 5000,
    ],
)
def test_a_page_made_to_keep_a_parser_busy_is_not_shown_as_a_page(made: str) -> None:
    assert not can_be_shown(f"<p>before</p>{made}<p>after</p>")


@pytest.mark.parametrize(
    "common",
    [
        "<ul>" + "<li>one<p>two" * 10_000 + "</ul>",
        f"<script>{'<div>' * 10_000}{'&' * 90_000}</script>",
        f"<div data-all='{'a=1 ' * 9000}'>x</div>",
        "<br>" * 10_000,
        "<div>x</div>" * 10_000,
        "<a" * 10_000,
    ],
)
def test_a_page_that_is_only_long_or_untidy_is_shown(common: str) -> None:
    assert can_be_shown(common)


def test_text_is_told_from_tags_in_time_that_grows_with_the_page() -> None:
    def seconds(source: str) -> float:
        start = process_time()
        list(text_runs(source, Span(0, len(source)), html=True))
        return process_time() - start

    for made in ("<a", '<a "', '<a b="', "<a b='x", "<!", "<!--", "<script>", "</a ", "<a =", "<a = "):
        assert seconds(made * 40_000) < 20 * seconds(made * 4000) + 0.2
