"""Captions and credits are parted however they are printed."""

import pytest

from onrecord.articles.pictures import split_caption


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
        ("港の夜景＝ＡＰ", "港の夜景", "ＡＰ"),
    ],
)
def test_parts_caption_and_credit(text: str, caption: str | None, credit: str | None) -> None:
    assert split_caption(text) == (caption, credit)
