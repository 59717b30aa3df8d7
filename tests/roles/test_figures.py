"""Times of day and numbers of pictures that stand alone: never a paragraph of the story, unless in a table."""

import numpy as np
import pytest

from onrecord.blocks.html import split_html
from onrecord.roles.settling import settle_figures


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>11.45</p>", False),
        ("<p>9:20 a.m.</p>", False),
        ("<li>3/5</li>", False),
        ("<table><tr><td>11.45</td></tr></table>", True),
        ("<p>11.45 Trains halted</p>", True),
        ("<p>1914</p>", True),
    ],
)
def test_a_figure_alone_is_no_paragraph(html: str, kept: bool) -> None:
    told = np.array([[0.8, 0.1, 0.1]], np.float32)
    settle_figures(split_html(html), told)
    assert bool(told[0, 0] > 0.5) is kept
    assert told.sum() == pytest.approx(1)
