"""The trees that judge again what the network doubts: what they are asked, what they answer, whose word stands."""

import numpy as np
import pytest

from onrecord.blocks.html import split_html
from onrecord.models.roles import RoleTrees
from onrecord.record import Declared
from onrecord.roles.features import NUMBERS, features
from onrecord.roles.trees import NEIGHBOURS, judge, reconsider, seen_of

PAGE = features(
    split_html(
        "<h1>Ferry sails</h1>"
        + "<p>The board said so, and that it would sail again at noon on Monday.</p>" * 6
    ),
    Declared(),
)


def trees(leaves: list[float], border: float = 0.5, column: int = 0) -> RoleTrees:
    """One tree of depth 1."""
    return RoleTrees(
        np.array([[column]], np.int64),
        np.array([[border]], np.float32),
        np.array([leaves], np.float32),
        0.0,
    )


def test_a_tree_answers_by_the_side_of_its_border() -> None:
    told = judge(trees([-2.0, 2.0]), np.array([[0.5], [0.6]], np.float32))
    assert told == pytest.approx([1 / (1 + np.exp(2)), 1 / (1 + np.exp(-2))])


def test_the_answers_of_one_depth_are_bits_of_the_leaf() -> None:
    two = RoleTrees(
        np.array([[0, 1]], np.int64),
        np.array([[0.5, 0.5]], np.float32),
        np.array([[0.0, 1.0, 2.0, 3.0]], np.float32),
        0.0,
    )
    told = judge(two, np.array([[0, 0], [1, 0], [0, 1], [1, 1]], np.float32))
    assert np.log(told / (1 - told)) == pytest.approx([0, 1, 2, 3], abs=1e-5)


def test_a_block_is_seen_with_its_neighbours_and_noughts_beyond_the_page() -> None:
    rows = np.array([0, 3])
    seen = seen_of(PAGE, rows)
    own = len(NUMBERS)
    assert seen.shape == (2, own + 1 + sum(many for _, many in NEIGHBOURS))
    assert np.array_equal(seen[:, :own], PAGE.numbers[rows])
    step, many = NEIGHBOURS[0]
    assert step == -3
    first = seen[:, own + 1 : own + 1 + many]
    assert not first[0].any()
    assert np.array_equal(first[1], PAGE.numbers[0, :many])


def test_what_the_network_is_sure_of_stays_and_what_it_doubts_is_weighed() -> None:
    told = np.tile(np.array([[0.5, 0.3, 0.2]], np.float32), (len(PAGE.tags), 1))
    told[0] = [0.99, 0.006, 0.004]
    yes = trees([20.0, 20.0])
    again = reconsider(yes, PAGE, told, article=1.0)
    assert np.array_equal(again[0], told[0])
    assert again[1:, 0] == pytest.approx(0.75)
    assert again.sum(axis=1) == pytest.approx(1)
    assert again[1, 1] / again[1, 2] == pytest.approx(1.5)
    assert np.array_equal(reconsider(yes, PAGE, told, article=0.0), told)
