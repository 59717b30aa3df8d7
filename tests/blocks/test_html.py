"""How a page of HTML falls into blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.blocks import locate, yields
from onrecord.blocks.html import render, split_html
from onrecord.record import Form, Span


def texts(source: str) -> list[str]:
    return [block.text for block in split_html(source).blocks]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One.<p>Two.", ["One.", "Two."]),
        ("<div>Before<p>Inside</p>after</div>", ["Before", "Inside", "after"]),
        ("<p>un<b>believ</b>able</p>", ["unbelievable"]),
        ("<p><span>By</span><span>Ada Vell</span></p>", ["By Ada Vell"]),
        ("<p><span class=drop>T</span>he harbour</p>", ["The harbour"]),
        ("<p><span class=drop>T</span><span>he harbour</span></p>", ["The harbour"]),
        ("<p><span>A</span><span>boat</span></p>", ["A boat"]),
        ("<p>Said <a href=/a>Vell</a><span>, who</span> left</p>", ["Said Vell, who left"]),
        ("<p>Ver&shy;ord\u00adnung \u200bher\u2060aus</p>", ["Verordnung heraus"]),
        ("<p>&#8203;</p><p>\u00ad</p><p>Words</p>", ["Words"]),
        ("<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp>字<rt>じ</ruby>の本</p>", ["漢(かん)字の本"]),
        ("<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>の本</p>", ["漢字の本"]),
        ("<p><ruby><rp>(</rp><rt>かん</rt><rp>)</rp></ruby>の本</p>", ["()の本"]),
        ("<p>First line<br>second line</p>", ["First line\nsecond line"]),
        ("<p>First part<br><br>second part</p>", ["First part", "second part"]),
        ("<p>Fish &amp; chips&nbsp;&nbsp;daily</p>", ["Fish & chips daily"]),
        ("<ul><li>One<li>Two</ul>", ["One", "Two"]),
        ("<table><tr><td>a<td>b<tr><td>c</table>", ["a", "b", "c"]),
        ("<p>Shown<script>var hidden = '<p>x</p>'</script> still</p>", ["Shown still"]),
        ("<p>Shown</p><svg><text>drawn</text></svg><p>again</p>", ["Shown", "again"]),
        ("<h2>Head<h3>Under</h3>", ["Head", "Under"]),
        ("<p>a < b and c</p>", ["a < b and c"]),
        ("<button>Share</button><p>Story</p>", ["Share", "Story"]),
        ("<title>Not shown in the page</title><p>Shown</p>", ["Shown"]),
    ],
)
def test_a_block_ends_where_a_reader_sees_it_end(source: str, expected: list[str]) -> None:
    assert texts(source) == expected


def test_text_that_shows_only_without_scripts_is_read_if_there_is_much_of_it() -> None:
    story = "The council voted late on Monday to keep the ferry. " * 12
    assert texts(f"<noscript><p>{story}</p></noscript>") == [" ".join(story.split())]
    assert texts("<noscript>Please switch JavaScript on.</noscript>") == []


def test_containers_carry_the_class_words_of_the_elements_round_a_block() -> None:
    layout = split_html('<main><div class="story-body" id=x><p>Words</p></div></main>')
    around = layout.containers[layout.containers[layout.blocks[0].container].parent]
    assert (around.tag, around.words) == ("div", "story-body x")


def test_links_know_their_words_and_an_unclosed_one_ends_with_its_box() -> None:
    layout = split_html(
        '<div>See <a href="/a">the map</a> here</div><div><a href="/b">More</div><p>Plain</p>'
    )
    first, second, third = layout.blocks
    assert [(link.href, link.span.of(first.text)) for link in first.links] == [("/a", "the map")]
    assert [link.href for link in second.links] == ["/b"]
    assert third.links == ()


def test_pictures_keep_their_best_address_their_words_and_their_place() -> None:
    source = (
        '<p>One</p><figure><img src="data:image/gif;base64,AA" data-src="/small.jpg" alt="A boat"'
        ' width="640px">'
        "<figcaption>At sea</figcaption></figure>"
        '<picture><source srcset="/a.jpg 300w, /b.jpg 900w" type="image/jpeg"></picture>'
    )
    first, second = split_html(source).images
    assert (first.url, first.alt, first.width, first.before) == ("/small.jpg", "A boat", 640, 1)
    assert split_html(source).containers[first.figure].tag == "figure"
    assert second.url == "/b.jpg"


PIECES = (
    "<p>|</p>|<div class=a>|</div>|<b>|</b>|<br>|<a href=x>|</a>|&amp;|&nbsp;|<li>|<ul>|</ul>|<td>|<pre>|</pre>|"
    "\r\n| |words here|"
    "né|<!-- c -->|T|he|, |"
    "&shy;|\u00ad|a\u200bb|<ruby>|<rp>(</rp>|<rp>|<rt>|</rt>|</ruby>|<script>x</script>|"
    "<|>|&|<span class=z>|</span>|<svg>|</svg>|\x00|𝔘|<noscript>|</noscript>"
).split("|")
FRAGMENTS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(FRAGMENTS)
def test_every_span_yields_its_text(source: str) -> None:
    for block in split_html(source).blocks:
        assert yields(block, source, Form.HTML) == block.text
        assert render(source[block.source.start : block.source.end], block.tag) == block.text


@given(FRAGMENTS)
def test_spans_come_in_order_and_do_not_overlap(source: str) -> None:
    end = 0
    for block in split_html(source).blocks:
        assert end <= block.source.start < block.source.end <= len(source)
        end = block.source.end


# What damaging real pages found: elements that change what stands in them, far before the block's own span.
@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("<p>Hi<plaintext>one <s>two &amp; \r\n three", ["Hi", "one <s>two &amp; three"]),
        ("a<i><plaintext>x\x00y</plaintext> z", ["a", "x\ufffdy</plaintext> z"]),
        (
            "<button><noscript></button><plaintext>" + "word " * 100 + "</noscript>one <s>two</s>",
            ["word " * 99 + "word", "one two"],
        ),
        ("<table>" * 2_100 + "<plaintext>deep <b>down", ["deep <b>down"]),
        ("<pre>one\n two<h2>three\n four</h2></pre>", ["one\ntwo", "three four"]),
    ],
)
def test_spans_yield_their_text_wherever_they_stand(source: str, texts: list[str]) -> None:
    blocks = split_html(source).blocks
    assert [block.text for block in blocks] == texts
    for block in blocks:
        assert yields(block, source, Form.HTML) == block.text
        whole = Span(0, len(block.text))
        assert locate(block, whole, source, Form.HTML).start == block.source.start


def test_a_part_of_a_block_is_found_past_what_nobody_sees() -> None:
    source = "<p>&shy;Die Ver&shy;ord\u00adnung <ruby>漢<rt>かん</rt></ruby> gilt</p>"
    block = split_html(source).blocks[0]
    assert block.text == "Die Verordnung 漢 gilt"
    for words, written in (("nung", "nung"), ("gilt", "gilt"), ("Verordnung", "Ver&shy;ord\u00adnung")):
        at = block.text.index(words)
        assert locate(block, Span(at, at + len(words)), source, Form.HTML).of(source) == written


def test_a_part_of_a_block_is_found_in_the_source() -> None:
    source = "<p>The  mayor &quot;<b>never</b>&quot;\n said so.</p>"
    block = split_html(source).blocks[0]
    at = block.text.index("never")
    assert locate(block, Span(at, at + 5), source, Form.HTML).of(source) == "never"
    at = block.text.index("said")
    assert locate(block, Span(at, at + 7), source, Form.HTML).of(source) == "said so"


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 30_000 + "deep",
        "<noscript>" * 3_000 + "word " * 300,
        "<p " + "a=b " * 30_000 + ">words",
        "<td>x" * 20_000,
        '<a href="' * 20_000,
    ],
)
def test_pages_made_to_be_slow_end(source: str) -> None:
    assert split_html(source) is not None


@given(
    st.lists(
        st.sampled_from(
            (
                "<div> </div> <p>a <li>b <ul> </ul> <td>c <table> </table> <h2>d <img src=e> <br> "
                "<a href=f>g </a> <x-y> </x-y>"
            ).split()
        ),
        max_size=30,
    )
)
def test_a_container_is_followed_by_all_that_it_holds(pieces: list[str]) -> None:
    containers = split_html(" ".join(pieces)).containers
    held: list[list[int]] = [[] for _ in containers]
    for at in range(len(containers)):
        around = containers[at].parent
        while around >= 0:
            held[around].append(at)
            around = containers[around].parent
    for at, inside in enumerate(held):
        assert inside == list(range(at + 1, at + 1 + len(inside)))
