"""Headings inside the story that are set alike are all subheads, or none is."""

import numpy as np
import pytest

from onrecord.blocks.html import split_html
from onrecord.roles.settling import settle_subheads

PAGE = (
    '<article><p>One.</p><h3 class="post">First</h3><p>Two.</p><h3 class="post">Second</h3><p>Three.</p>'
    '<h3 class="card">Third</h3><p>Four.</p><h3 class="post">After the story</h3></article>'
)


@pytest.mark.parametrize(
    ("first", "second", "third", "taken"),
    [
        (0.9, 0.4, 0.4, [1, 3]),
        (0.9, 0.05, 0.4, [1]),  # hardly likely
        (0.4, 0.4, 0.4, []),  # none stands for the others
    ],
)
def test_headings_set_alike_stand_as_one(first: float, second: float, third: float, taken: list[int]) -> None:
    layout = split_html(PAGE)
    told = np.zeros((8, 3), np.float32)
    told[:, 0] = [0.9, first, 0.9, second, 0.9, third, 0.9, 0.4]
    told[:, 2] = 1 - told[:, 0]
    settle_subheads(layout, told)
    found = np.flatnonzero(told[:, 0] >= 0.5).tolist()
    assert [n for n in found if n % 2] == taken
    assert told.sum(1) == pytest.approx(np.ones(8), abs=1e-5)
