"""Captions and credits are parted however they are printed."""

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
        ("港の夜景＝ＡＰ", "港の夜景", "ＡＰ"),
    ],
)
def test_parts_caption_and_credit(text: str, caption: str | None, credit: str | None) -> None:
    assert split_caption(text) == (caption, credit)


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
