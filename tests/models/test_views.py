"""What words say of a page: a linear model's sum over the different ones."""

import io

import numpy as np
import pytest

from onrecord.models.roles import load_role_model
from onrecord.models.views import WordWeights, read_story_words


def _weights() -> WordWeights:
    return WordWeights(np.array([3, 8, 40], np.int32), np.array([0.5, -2.0, 1.0], np.float32), 0.25)


def test_each_known_word_counts_once_and_others_not() -> None:
    assert _weights().score(np.array([8, 8, 3, 41, 0, 99], np.int32)) == pytest.approx(0.25 + 0.5 - 2.0)


@pytest.mark.parametrize("found", [[], [1, 2], [99]])
def test_a_page_without_a_known_word_has_the_bias_alone(found: list[int]) -> None:
    assert _weights().score(np.array(found, np.int32)) == 0.25


def test_a_model_that_knows_no_word_has_its_bias() -> None:
    none = WordWeights(np.zeros(0, np.int32), np.zeros(0, np.float32), -1.0)
    assert none.score(np.array([1, 2], np.int32)) == -1.0


def test_both_models_are_read_from_one_file() -> None:
    kept = io.BytesIO()
    one = _weights()
    np.savez(
        kept,
        **{
            f"{name}:{key}": value
            for name in ("words", "class_words")
            for key, value in (("ids", one.ids), ("weights", one.weights), ("bias", np.array(one.bias)))
        },
    )
    kept.seek(0)
    made = read_story_words(kept)
    assert (
        made.words.score(np.array([40], np.int32)) == made.class_words.score(np.array([40], np.int32)) == 1.25
    )


def test_the_shipped_model_of_pages_knows_words_in_rising_order_and_the_one_of_flat_text_has_none() -> None:
    shipped = load_role_model("html").story_words
    assert shipped is not None
    for one in (shipped.words, shipped.class_words):
        assert len(one.ids) == len(one.weights) > 1000
        assert (np.diff(one.ids.astype(np.int64)) > 0).all()
    assert load_role_model("flat").story_words is None
