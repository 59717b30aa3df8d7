"""Captions and credits are parted however they are printed."""

from pathlib import Path

import pytest

import onrecord
from onrecord.articles.pictures import split_caption
from onrecord.record import Article


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("A crane lifts a box. (AP Photo/Mara Quill)", "A crane lifts a box.", "AP Photo/Mara Quill"),
        ("A crane lifts a box. Mara Quill/AFP", "A crane lifts a box.", "Mara Quill/AFP"),
        ("Der Hafen bei Nacht. Foto: Mara Quill/dpa", "Der Hafen bei Nacht.", "Mara Quill/dpa"),
        ("The harbour | Getty Images", "The harbour", "Getty Images"),
        ("The harbour in May. — Picture by Mara Quill", "The harbour in May.", "Mara Quill"),
        ("Tous droits réservés Mara Quill", None, "Mara Quill"),
        ("Photo: Mara Quill", None, "Mara Quill"),
        ("© Getty Images", None, "Getty Images"),
        ("Mara Quill/Reuters", None, "Mara Quill/Reuters"),
        ("Mara K. Quill/Getty Images", None, "Mara K. Quill/Getty Images"),
        (
            "The harbour in 1931 (left) and today (right)",
            "The harbour in 1931 (left) and today (right)",
            None,
        ),
        (
            "Ana Sol (Port City) scores against Bo Lund (Lake United)",
            "Ana Sol (Port City) scores against Bo Lund (Lake United)",
            None,
        ),
        ("Foto de familia de los estibadores", "Foto de familia de los estibadores", None),
        ("Foto de Mara Quill", None, "Mara Quill"),
        ("»Der Hafen bleibt zu« Mara Quill / AP", "»Der Hafen bleibt zu«", "Mara Quill / AP"),
        (
            "The harbour in May. Photo: Mara Quill/Copyright 2031 The AP. All rights reserved.",
            "The harbour in May.",
            "Mara Quill",
        ),
        ("市民在港口观看灯塔点亮。陈默 摄", "市民在港口观看灯塔点亮。", "陈默"),
        ("陈默 摄", None, "陈默"),
        ("다시 켜진 북포 등대. 사진=이도현 기자", "다시 켜진 북포 등대.", "이도현 기자"),
        ("قارب الكتب عند الرصيف (تصوير: سامر نعيم)", "قارب الكتب عند الرصيف", "سامر نعيم"),
        ("قارب الكتب - عند الرصيف", "قارب الكتب - عند الرصيف", None),
        ("港の夜景＝ＡＰ", "港の夜景", "ＡＰ"),
    ],
)
def test_parts_caption_and_credit(text: str, caption: str | None, credit: str | None) -> None:
    assert split_caption(text) == (caption, credit)


def _printed() -> list[tuple[str, ...]]:
    table = Path(__file__).parents[1] / "cases" / "captions_with_credits.txt"
    found = []
    for line in table.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            text, _, told = line.partition(" => ")
            found.append((text, *(part.strip() for part in told.split(" ; ", 1))))
    return found


@pytest.mark.parametrize(("text", "caption", "credit"), _printed())
def test_parts_what_papers_print_under_pictures(text: str, caption: str, credit: str) -> None:
    assert split_caption(text) == (caption or None, credit or None)


def _first_credit(picture: str) -> str | None:
    story = "".join(
        f"<p>The talks over the harbour went on for day {n}, and the dockers said that they would wait.</p>"
        for n in range(1, 9)
    )
    article = onrecord.read_article(
        f"<html><body><article><h1>Harbour talks go on</h1>{picture}{story}</article></body></html>"
    )
    assert isinstance(article, Article)
    assert article.pictures[0].caption == "Dockers wait at the gate of Osthaven"
    return article.pictures[0].credit


@pytest.mark.parametrize(
    "attributes",
    [
        'data-source="Mara Quill/imago"',
        'title="Dockers wait at the gate of Osthaven | Getty Images/Mara Quill"',
        'alt="Dockers at a gate on May 4 in Osthaven, Norland. (Photo: Mara Quill)"',
    ],
)
def test_a_credit_that_stands_only_in_the_picture_s_own_markup_is_found(attributes: str) -> None:
    credit = _first_credit(
        f'<figure><img src="/gate-1200.jpg" width="1200" {attributes}>'
        "<figcaption>Dockers wait at the gate of Osthaven</figcaption></figure>"
    )
    assert credit is not None
    assert "Mara Quill" in credit


def test_a_picture_s_title_that_only_says_the_caption_again_is_no_credit() -> None:
    credit = _first_credit(
        '<figure><img src="/gate-1200.jpg" width="1200" title="Dockers wait at the gate of Osthaven">'
        "<figcaption>Dockers wait at the gate of Osthaven</figcaption></figure>"
    )
    assert credit is None


@pytest.mark.parametrize(
    "box",
    [
        '<div class="jwplayer_video"><figure><figcaption>Cranes at work in the evening</figcaption></figure></div>',
        '<div class="InlineVideo-wrapper"><img src="/cranes-800.jpg" width="800" alt="Cranes at work in the evening">'
        "<div>Cranes at work in the evening</div></div>",
        '<div><img src="/cranes-800.jpg" width="800"><div>1 day ago</div><div>Duration 1:30</div>'
        '<div class="media-caption">Cranes at work in the evening</div></div>',
        '<div class="author-card"><img src="/ruth-200.jpg" width="200" alt="Ruth Alderman">'
        "<div>Ruth Alderman</div></div>",
        '<figure><img src="/ruth-400.jpg" width="400"><figcaption>By Ruth Alderman, reporter</figcaption></figure>',
        '<figure><img src="/gate-1200.jpg" width="1200" alt="Harbour talks go on">'
        "<figcaption>Harbour talks go on</figcaption></figure>",
        '<figure><img src="/gate-1200.jpg" width="1200" alt=""><button>More about the picture</button></figure>',
        '<figure class="inline-teaser"><div>Lest auch</div><img src="/other-200.jpg" width="200"></figure>',
        '<div><img src="/other-300.jpg" width="300" alt="Ferries sail again"><h4>Ferries sail again</h4></div>',
    ],
)
def test_what_is_no_picture_s_caption_is_not_given_as_one(box: str) -> None:
    paragraphs = [
        f"<p>The talks over the harbour went on for day {n}, and the dockers said that they would wait.</p>"
        for n in range(1, 9)
    ]
    paragraphs.insert(3, box)
    article = onrecord.read_article(
        "<html><head><title>Harbour talks go on</title></head><body><article><h1>Harbour talks go on</h1>"
        f'<p class="byline">By Ruth Alderman</p>{"".join(paragraphs)}</article></body></html>'
    )
    assert isinstance(article, Article)
    assert [picture.caption for picture in article.pictures if picture.caption] == []


@pytest.mark.parametrize("line", ["Osthaven Mail", "RUTH ALDERMAN FOR THE OSTHAVEN MAIL"])
def test_the_site_s_own_name_under_a_picture_is_its_credit(line: str) -> None:
    story = [
        f"<p>The talks over the harbour went on for day {n}, and the dockers said that they would wait.</p>"
        for n in range(1, 9)
    ]
    story.insert(
        3, f'<figure><img src="/gate-1200.jpg" width="1200"><figcaption>{line}</figcaption></figure>'
    )
    article = onrecord.read_article(
        '<html><head><meta property="og:site_name" content="Osthaven Mail"></head><body><article>'
        f"<h1>Harbour talks go on</h1>{''.join(story)}</article></body></html>"
    )
    assert isinstance(article, Article)
    assert [(p.caption, p.credit) for p in article.pictures] == [(None, line)]


def test_the_line_between_a_wide_picture_and_its_credit_is_its_caption() -> None:
    story = [
        f"<p>The talks over the harbour went on for day {n}, and the dockers said that they would wait.</p>"
        for n in range(1, 9)
    ]
    story.insert(
        4,
        '<div><div><img src="/gate-1200.jpg" width="1200" height="800"></div><div>Foto: Mara Quill</div>'
        "<div>Dockers wait at the gate of Osthaven</div></div>",
    )
    article = onrecord.read_article(
        f"<html><body><article><h1>Harbour talks go on</h1>{''.join(story)}</article></body></html>"
    )
    assert isinstance(article, Article)
    assert [(p.caption, p.credit) for p in article.pictures] == [
        ("Dockers wait at the gate of Osthaven", "Mara Quill")
    ]


def test_the_picture_of_another_story_s_card_is_not_the_story_s() -> None:
    line = (
        "The ferry sails again after eleven weeks, and nobody on the quay could say how long it would last."
    )
    story = "".join(f"<p>{line} {n}</p>" for n in range(5))
    cards = "".join(
        f'<div class="card"><a href="/{n}"><img src="/card-{n}.jpg" width="400" alt=""><h4>{title}</h4></a></div>'
        for n, title in enumerate(["Pier repairs cost more than planned", "Island school gets a new roof"])
    )
    page = f"<article><h1>Ferry sails again</h1>{story}<img src='/own.jpg' width='800'><p>{line} too</p></article>"
    article = onrecord.read_article(
        f"<html><body>{page}<aside class=related><h3>Related</h3>{cards}</aside></body></html>"
    )
    assert isinstance(article, Article)
    assert [picture.url for picture in article.pictures] == ["/own.jpg"]
