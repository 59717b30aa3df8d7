"""A short story among teasers, in text without mark-up: no line is likely by itself, and one of them is the story."""

import numpy as np
import pytest

from onrecord.blocks.flat import split_flat
from onrecord.roles.settling import settle_little, settle_openings, settle_replies

NAMES = ("body", "headline", "other")
PAGE = """Menu of the paper and its parts

Ferry runs aground off Harwick

A ferry with forty passengers ran aground off Harwick on Tuesday night; nobody was hurt, the coast guard said.

Mayor of Harwick to step down

Subscribe to our newsletter now"""


@pytest.mark.parametrize(
    ("headline", "story", "taken"),
    [
        (0.8, [0.05, 0.02, 0.2, 0.05, 0.04], [2]),
        (0.3, [0.05, 0.02, 0.2, 0.05, 0.04], []),  # no headline, no story
        (0.8, [0.3, 0.02, 0.2, 0.05, 0.04], [2]),  # what stands above the headline is not taken
        (0.8, [0.05, 0.02, 0.7, 0.05, 0.04], [2]),
    ],
)
def test_the_likeliest_lines_are_taken_where_none_is_likely(
    headline: float, story: list[float], taken: list[int]
) -> None:
    layout = split_flat(PAGE)
    told = np.zeros((5, 3), np.float32)
    told[:, 0] = story
    told[1, 1] = headline
    told[:, 2] = 1 - told[:, 0] - told[:, 1]
    settle_little(layout, told, NAMES)
    assert np.flatnonzero(told[:, 0] >= 0.5).tolist() == taken
    assert told.sum(1) == pytest.approx(np.ones(5), abs=1e-5)


def test_a_doubtful_paragraph_among_comments_is_one() -> None:
    names = ("body", "comment", "other")
    told = np.array([[0.3, 0.6, 0.1], [0.55, 0.4, 0.05], [0.2, 0.7, 0.1], [0.6, 0.3, 0.1], [0.9, 0.05, 0.05]])
    settle_replies(told, names)
    assert told.argmax(1).tolist() == [1, 1, 1, 0, 0]


def test_a_doubtful_paragraph_with_a_dateline_opens_the_story() -> None:
    whole = (
        "HARWICK, Maine (AP) — A ferry with forty passengers ran aground on Tuesday night; nobody was hurt."
    )
    layout = split_flat("\n\n".join([whole, whole[:-20] + "...", whole, whole.replace("(AP) ", "")]))
    told = np.array([[0.3, 0.7], [0.3, 0.7], [0.05, 0.95], [0.3, 0.7]])
    settle_openings(layout, told)
    assert told[:, 0].tolist() == pytest.approx([0.5, 0.3, 0.05, 0.3])
