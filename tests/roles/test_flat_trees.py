"""The trees that judge a flat page's blocks again: what they see, and that only doubtful blocks are judged."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.blocks.flat import split_flat
from onrecord.models.roles import RoleTrees, load_role_model
from onrecord.roles.flat_features import flat_features
from onrecord.roles.flat_network import run_flat
from onrecord.roles.flat_trees import hear_page, second_look

KINDS = np.array([1.0, 0.0], np.float32)
YES = RoleTrees(
    np.zeros((1, 2), np.int64), np.full((1, 2), np.inf, np.float32), np.full((1, 4), 9.0, np.float32), 0.0
)


def answers(*story: float) -> np.ndarray:
    """What a network says: for each block how likely it is the story's, and the rest to the last of seven roles."""
    told = np.zeros((len(story), 7), np.float32)
    told[:, 0] = story
    told[:, 6] = 1 - told[:, 0]
    return told


@given(st.lists(st.text(max_size=60), max_size=30))
def test_any_text_can_be_looked_at_twice(lines: list[str]) -> None:
    seen = flat_features(split_flat("\n".join(lines)))
    told, kinds = run_flat(load_role_model("flat"), seen)
    if len(told):
        again = second_look(seen, told, kinds)
        assert len(again) == len(told)
        assert np.isfinite(again).all()
        assert np.allclose(hear_page(YES, seen, told, kinds).sum(1), 1, atol=1e-3)


def test_only_blocks_in_doubt_are_judged_again() -> None:
    seen = flat_features(split_flat("A ferry sails.\nThe ferry is late.\nMenu"))
    told = answers(0.999, 0.4, 0.001)
    after = hear_page(YES, seen, told, KINDS)
    assert np.array_equal(after[[0, 2]], told[[0, 2]])
    assert after[1, 0] > 0.6
    assert np.allclose(after.sum(1), 1)


def test_a_line_on_the_story_s_subject_is_told_from_one_that_is_not() -> None:
    page = flat_features(
        split_flat("Ferry captain found a whale\nThe captain saw the whale at dawn\nCooking pasta slowly")
    )
    sure = answers(0.1, 0.9, 0.5)
    rows = second_look(page, sure, KINDS)
    on_story = rows.shape[1] - 7 - 6  # the first of the numbers on its subject, before those of the page
    assert rows[0, on_story] > rows[2, on_story]


def test_a_text_longer_than_any_page_is_left_to_the_network() -> None:
    seen = flat_features(split_flat("A ferry sails.\n" * 4001))
    told = answers(*[0.4] * 4001)
    assert hear_page(YES, seen, told, KINDS) is told
