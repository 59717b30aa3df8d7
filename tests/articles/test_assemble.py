"""A page's parts and declarations make an article that keeps rivals and says what it believes."""

from datetime import datetime, timedelta, timezone

import pytest

from onrecord import read_article
from onrecord.articles import assemble
from onrecord.declared import find_declared
from onrecord.markup import parse
from onrecord.record import Article, Block, Declared, Form, Layout, NoteKind, Origin, Page, Part, Role, Span


def made(lines: list[tuple[Role, str]], head: str = "", url: str | None = None) -> Article:
    source = f"<html lang='en'><head>{head}</head><body></body></html>\n" if head else ""
    declared = find_declared(parse(source), source, url) if head else Declared()
    parts = []
    for role, text in lines:
        start = len(source)
        source += text + "\n\n"
        parts.append(Part(Block(text, Span(start, start + len(text)), "p"), role, 0.9, "made for a test"))
    page = Page(source, Origin(None, url, None, "", None, Form.HTML if head else Form.FLAT, len(source)))
    return assemble(tuple(parts), Layout(tuple(p.block for p in parts)), declared, page)


BODY = [
    (
        Role.PARAGRAPH,
        "OSTHAVEN, Norland (AP) — The talks over the harbour ended without a deal, both sides said.",
    ),
    (
        Role.PARAGRAPH,
        "The dockers said they would meet again in the spring, with a mediator from abroad.",
    ),
]


def test_joins_the_story_and_maps_each_block_into_it() -> None:
    article = made([(Role.HEADLINE, "Harbour talks end"), *BODY])
    assert article.text == "\n\n".join(text for _, text in BODY)
    for part in article.blocks:
        if part.span is not None:
            assert part.span.of(article.text) == part.block.text


def test_a_paragraph_printed_twice_stands_once() -> None:
    article = made([*BODY, BODY[1]])
    assert article.text.count("mediator") == 1
    assert len(article.blocks) == 3


def test_reads_dateline_and_agency_with_its_place_in_the_text() -> None:
    article = made(BODY)
    assert article.dateline is not None
    assert article.dateline.span.of(article.text) == "OSTHAVEN, Norland (AP)"
    assert article.agency == "AP"


@pytest.mark.parametrize(
    ("declared", "section"),
    [
        (["Top Stories"], "Top Stories"),
        (["news_news"], "news"),
        (["culture_culture-lifestyle"], "culture lifestyle"),
        (["north_america"], "north america"),
        (["news_news", "Harbour"], "Harbour"),
        ([], None),
    ],
)
def test_a_section_is_a_name_or_what_a_systems_key_says_in_words(
    declared: list[str], section: str | None
) -> None:
    names = ("article:section", "category")
    head = "".join(f"<meta property='{n}' content='{v}'>" for n, v in zip(names, declared, strict=False))
    article = made(BODY, head or "<title>Harbour talks end</title>")
    assert article.section == section
    assert article.declared.section == (declared[0] if declared else None)


def test_reads_printed_times_where_nothing_is_declared() -> None:
    article = made([(Role.TIMESTAMP, "May 21, 2031, 12:53 PM | Updated: May 22, 2031, 11:57 am"), *BODY])
    assert article.published == datetime(2031, 5, 21, 12, 53)
    assert article.modified == datetime(2031, 5, 22, 11, 57)
    assert article.printed.published == "May 21, 2031, 12:53 PM"


def test_tells_a_declared_instant_by_the_pages_own_clock() -> None:
    head = '<meta property="article:published_time" content="2031-05-22T02:53:10Z">'
    article = made(
        [(Role.HEADLINE, "Harbour talks end"), (Role.TIMESTAMP, "May 21, 2031 at 9:53 PM"), *BODY], head
    )
    assert article.published == datetime(2031, 5, 21, 21, 53, 10, tzinfo=timezone(timedelta(hours=-5)))
    fields = [e for e in article.evidence if e.field == "published"]
    assert [e.believed for e in fields].count(True) == 1
    assert any(e.value == "May 21, 2031 at 9:53 PM" and not e.believed for e in fields)


def test_a_headline_is_without_the_sites_name() -> None:
    head = '<title>Harbour talks end | The Port</title><meta property="og:site_name" content="The Port">'
    assert made(BODY, head).headline == "Harbour talks end"


@pytest.mark.parametrize(
    "title",
    [
        "{} « Port Courier",
        "{} / Port Courier",
        "{} // Port Courier",
        "{} (Port Courier)",
        "Port Courier: {}",
    ],
)
def test_a_site_signs_its_title_in_many_ways(title: str) -> None:
    told = "Talks: harbour / ferry (again)"
    article = made(BODY, f"<title>{title.format(told)}</title>", "https://port-courier.example/a/talks")
    assert article.headline == told


def test_keeps_both_wordings_of_a_headline_and_believes_the_printed() -> None:
    head = '<meta property="og:title" content="Harbour talks end at dawn without a deal">'
    article = made([(Role.HEADLINE, "No deal as harbour talks end"), *BODY], head)
    assert article.headline == "No deal as harbour talks end"
    assert article.declared.headline == "Harbour talks end at dawn without a deal"
    assert {e.value for e in article.evidence if e.field == "headline"} == {
        "No deal as harbour talks end",
        "Harbour talks end at dawn without a deal",
    }


def test_an_agency_or_the_site_is_no_byline() -> None:
    head = """<meta property="og:site_name" content="The Harbour Post">
    <meta name="author" content="The Harbour Post">
    <meta name="parsely-author" content="Reuters">"""
    article = made([(Role.PARAGRAPH, BODY[1][1]), (Role.PARAGRAPH, BODY[1][1] + " Again.")], head)
    assert article.bylines == ()
    assert article.agency == "Reuters"


def test_reads_the_lines_of_the_editors() -> None:
    article = made(
        [
            *BODY,
            (Role.CORRECTION, "Correction: An earlier version of this story misstated the day of the talks."),
            (Role.NOTE, "Editor's note: The writer is a member of the dockers' union."),
            (Role.CONTRIBUTOR, "Mara Quill in Lund, Sweden, contributed to this report."),
            (Role.COPYRIGHT, "Copyright 2031 The Associated Press. All rights reserved."),
        ]
    )
    assert [note.kind for note in article.corrections] == [NoteKind.CORRECTION]
    assert [note.kind for note in article.notes] == [NoteKind.NOTE]
    assert article.contributors[0].names == ("Mara Quill",)
    assert article.contributors[0].places == ("Lund, Sweden",)
    assert article.copyright == "Copyright 2031 The Associated Press. All rights reserved."


def test_folds_a_picture_whose_words_were_cut_off() -> None:
    whole = (
        "A crane lifts a box at the harbour of Osthaven, Norland, Friday, May 20, 2031. (AP Photo/Mara Quill)"
    )
    article = made(
        [
            (Role.CAPTION, whole[:60] + "..."),
            (Role.CAPTION, whole),
            (Role.CREDIT, "(AP Photo/Mara Quill)"),
            *BODY,
        ]
    )
    (picture,) = article.pictures
    assert picture.caption == whole.removesuffix(" (AP Photo/Mara Quill)")
    assert picture.credit == "AP Photo/Mara Quill"
    assert len(picture.source) >= 2


def test_makes_cards_of_a_run_and_bounds_when_the_page_was_saved() -> None:
    article = made(
        [
            *BODY,
            (Role.RELATED, "A ferry leaves on Tuesday, June 6, 2031. The fer..."),
            (Role.RELATED, "Associated Press"),
            (Role.RELATED, "Ferry line names a new captain"),
            (Role.RELATED, "The line has named a captain who began as a deckhand there."),
            (Role.RELATED, "2 days ago"),
            (Role.RELATED, "The lighthouse at n..."),
            (Role.RELATED, "Lighthouse is lit again"),
            (Role.RELATED, "3 days ago"),
        ]
    )
    first, second = article.related
    assert (first.headline, first.source, first.age) == (
        "Ferry line names a new captain",
        "Associated Press",
        "2 days ago",
    )
    assert first.teaser == "The line has named a captain who began as a deckhand there."
    assert (second.headline, second.age) == ("Lighthouse is lit again", "3 days ago")
    assert article.saved_not_before == datetime(2031, 6, 6)


def test_a_question_for_consent_is_no_article() -> None:
    wall = (
        "We and our 120 partners store cookies on your device and process personal data, on the ground of "
        "consent or of a legitimate interest. You may accept all or manage your choices at any time."
    )
    article = made([(Role.HEADLINE, "Before you go on"), (Role.PARAGRAPH, wall)])
    assert not article.is_article
    assert "consent" in article.kind_reason
    assert made([(Role.HEADLINE, "Ferry to sail"), *BODY]).is_article


CANONICAL = "<link rel='canonical' href='{}'>"
OG = "<meta property='og:url' content='{}'>"
LD = '<script type=\'application/ld+json\'>{{"@type": "NewsArticle", "headline": "H", "url": "{}"}}</script>'


def test_a_page_found_nowhere_has_the_address_it_gives_of_itself() -> None:
    article = made(BODY, CANONICAL.format("https://www.gazette.example/a/1"))
    assert article.url == "https://www.gazette.example/a/1"
    assert made(BODY, "<title>x</title>").url is None


def test_where_a_page_was_found_is_its_address_whatever_it_gives_of_itself() -> None:
    article = made(BODY, OG.format("https://other.example/1"), url="https://gazette.example/1")
    told = [(one.value, one.believed) for one in article.evidence if one.field == "url"]
    assert article.url == "https://gazette.example/1"
    assert told == [("https://gazette.example/1", True), ("https://other.example/1", False)]


def test_a_canonical_address_on_the_site_that_printed_it_first_is_not_the_page_s_own() -> None:
    head = LD.format("https://copy.example/x/1") + OG.format("https://copy.example/x/1")
    article = made(BODY, head + CANONICAL.format("https://first.example/1"))
    assert article.url == "https://copy.example/x/1"


def test_of_addresses_on_one_site_the_canonical_one_is_believed() -> None:
    head = LD.format("https://gazette.example") + CANONICAL.format("https://gazette.example/2025/1")
    assert made(BODY, head).url == "https://gazette.example/2025/1"


def test_what_is_no_web_address_is_not_one_of_the_page_s() -> None:
    for value in (
        "/a/1",
        "about:blank",
        "file:///home/me/page.html",
        "https://[broken",
        "http://localhost/1",
    ):
        assert made(BODY, CANONICAL.format(value)).url is None, value


def test_the_site_s_name_at_the_end_of_the_title_is_the_publisher_s_where_the_page_bears_it_out() -> None:
    body = "<article><h1>Harbour talks go on</h1>" + "".join(
        f"<p>The talks over the harbour went on for day {n}, and the dockers said that they would wait.</p>"
        for n in range(1, 9)
    )
    for top, foot, publisher in (
        ('<a href="/">Notebook of Osthaven</a>', "", "Notebook of Osthaven"),
        ("", "<footer>© 2031 Notebook of Osthaven</footer>", "Notebook of Osthaven"),
        ("", "", None),
    ):
        article = read_article(
            "<html><head><title>Harbour talks go on :: Notebook of Osthaven</title></head>"
            f"<body><div>{top}</div>{body}</article>{foot}</body></html>"
        )
        assert isinstance(article, Article)
        assert article.publisher == publisher


def _told(head: str, top: str = "<h1>Ferries for all</h1>", body: str = "") -> Article:
    line = "The boat was built in 2019 and sold in spring, and nobody on the island was asked about it. "
    story = body or "".join(f"<p>{line * 2}{n}</p>" for n in range(6))
    article = read_article(f"<html><head>{head}</head><body><main>{top}{story}</main></body></html>")
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    ("head", "top", "kind"),
    [
        (
            '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Ferries"}</script>',
            "",
            "live",
        ),
        ("<title>Opinion | Ferries for all | The Port</title>", "", "opinion"),
        ("<title>Kommentar: Ferries for all</title>", "", "opinion"),
        ("<title>Ferries for all</title>", "<p class=kicker>Opinion</p><h1>Ferries for all</h1>", "opinion"),
        ("<title>Ferries for all | No opinions here</title>", "", "story"),
        (
            '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferries"}</script>',
            "",
            "story",
        ),
    ],
)
def test_what_a_page_calls_itself_says_its_kind(head: str, top: str, kind: str) -> None:
    assert _told(head, top or "<h1>Ferries for all</h1>").kind == kind


def test_a_film_with_a_line_of_text_is_a_film() -> None:
    film = '<meta property="og:type" content="video.other"><title>The boat leaves</title>'
    article = _told(
        film, "<h1>The boat leaves</h1>", "<video src=/v.mp4></video><p>Watch the boat leave.</p>"
    )
    assert article.kind == "video"
