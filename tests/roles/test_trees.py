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


KINDS = np.array([0.9, 0.1], np.float32)
TOLD = np.tile(np.array([[0.5, 0.3, 0.1, 0.05, 0.03, 0.02]], np.float32), (len(PAGE.tags), 1))
TOLD[0] = [0.995, 0.001, 0.001, 0.001, 0.001, 0.001]


def test_a_block_is_seen_with_its_neighbours_and_noughts_beyond_the_page() -> None:
    rows = np.array([0, 3])
    seen = seen_of(PAGE, rows, TOLD, KINDS)
    own = len(NUMBERS)
    assert np.array_equal(seen[:, :own], PAGE.numbers[rows])
    step, many = NEIGHBOURS[0]
    assert step == -3
    first = seen[:, own + 1 : own + 1 + many]
    assert not first[0].any()
    assert np.array_equal(first[1], PAGE.numbers[0, :many])


def test_a_block_is_seen_with_what_the_network_said_of_it_and_of_those_beside_it() -> None:
    rows = np.array([1, 6])
    seen = seen_of(PAGE, rows, TOLD, KINDS)
    at = len(NUMBERS) + 1 + sum(many for _, many in NEIGHBOURS)
    assert np.array_equal(seen[:, at : at + 6], TOLD[rows])
    beside = seen[:, at + 6 : at + 16]  # five before, five after
    assert beside[0] == pytest.approx([0, 0, 0, 0, 0.995, 0.5, 0.5, 0.5, 0.5, 0.5])
    assert beside[1] == pytest.approx([0.5, 0.5, 0.5, 0.5, 0.5, 0, 0, 0, 0, 0])


def test_the_words_of_the_story_lean_towards_it() -> None:
    page = features(
        split_html(
            "<p>The ferry sails at noon.</p><p>The ferry sailed again.</p><p>The ferry is late.</p>"
            "<div>Sign up now</div><div>Sign up for news</div><div>Sign up today</div>"
        ),
        Declared(),
    )
    told = np.zeros((6, 6), np.float32)
    told[:, 0] = [0.99, 0.99, 0.5, 0.02, 0.02, 0.5]
    ferry, sign = seen_of(page, np.array([2, 5]), told, KINDS)
    inside, outside, leaning = -4, -3, -2
    assert ferry[inside] > sign[inside]
    assert ferry[outside] < sign[outside]
    assert ferry[leaning] > 0 > sign[leaning]


def test_what_the_network_is_sure_of_stays_and_on_what_it_doubts_the_trees_have_the_word() -> None:
    yes = trees([2.0, 2.0])
    again = reconsider(yes, PAGE, TOLD, KINDS)
    assert np.array_equal(again[0], TOLD[0])
    assert again[1:, 0] == pytest.approx(1 / (1 + np.exp(-2)))
    assert again.sum(axis=1) == pytest.approx(1)
    assert again[1, 1] / again[1, 2] == pytest.approx(3)
    sure = np.tile(TOLD[:1], (len(PAGE.tags), 1))
    assert reconsider(yes, PAGE, sure, KINDS) is sure


def test_of_a_short_line_the_network_has_half_the_say() -> None:
    page = features(split_html("<p>12 March</p>"), Declared())
    told = np.array([[0.2, 0.3, 0.3, 0.1, 0.05, 0.05]], np.float32)
    again = reconsider(trees([2.0, 2.0]), page, told, KINDS)
    assert again[0, 0] == pytest.approx((0.2 + 1 / (1 + np.exp(-2))) / 2)
