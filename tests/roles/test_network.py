"""The role model: what it is told, and that its answers are probabilities for any page."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.blocks.html import split_html
from onrecord.models.roles import load_role_model
from onrecord.record import BODY_ROLES, Declared, Role
from onrecord.roles import assign_roles
from onrecord.roles.features import NUMBERS, features
from onrecord.roles.network import rows_of, run

STORY = "".join(
    f"<p>The board said on day {n} that the ferry would sail again, and that nobody would pay more for it.</p>"
    for n in range(8)
)
PAGE = (
    "<html><body><nav><ul><li><a href=/a>News</a><li><a href=/b>Sport</a></ul></nav>"
    f"<article><h1>Ferry to sail again</h1><div class=article-body>{STORY}</div></article>"
    "<footer><p>Contact us | Privacy</p></footer></body></html>"
)


def test_the_shipped_model_answers_with_probabilities() -> None:
    told, kinds = run(load_role_model("html"), features(split_html(PAGE), Declared()))
    assert np.allclose(told.sum(1), 1, atol=1e-4)
    assert kinds.sum() == pytest.approx(1, abs=1e-4)


def test_the_story_is_told_from_the_menu_and_the_foot() -> None:
    roles = assign_roles(split_html(PAGE), Declared(), load_role_model("html"))
    by_text = {part.block.text: part.role for part in roles.parts}
    assert by_text["News"] is Role.FURNITURE
    assert by_text["Contact us | Privacy"] not in BODY_ROLES
    assert sum(part.role is Role.PARAGRAPH for part in roles.parts) == 8


def test_every_number_has_its_column_and_a_page_without_blocks_has_no_rows() -> None:
    assert features(split_html(PAGE), Declared()).numbers.shape[1] == len(NUMBERS)
    assert features(split_html(""), Declared()).numbers.shape == (0, len(NUMBERS))


def test_a_word_the_model_does_not_know_is_row_0() -> None:
    known = np.array([0, 5, 9], np.int32)
    assert rows_of(known, np.array([9, 4, 0, 5, 99], np.int32)).tolist() == [2, 0, 0, 1, 0]


@given(
    st.lists(
        st.sampled_from(
            ["<p>a b", "<div class=x>", "</div>", "<li>1", "<h1>T", "<img alt='a picture here'>"]
        ),
        max_size=20,
    )
)
def test_any_page_gets_a_role_for_every_block(pieces: list[str]) -> None:
    layout = split_html("".join(pieces))
    roles = assign_roles(layout, Declared(), load_role_model("html"))
    assert [part.block for part in roles.parts] == list(layout.blocks)
    assert all(0 <= part.confidence <= 1 for part in roles.parts)


def test_a_long_page_is_answered_as_if_it_went_through_in_one_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    page = features(split_html(PAGE.replace(STORY, STORY * 5)), Declared())
    whole, whole_kinds = run(load_role_model("html"), page)
    monkeypatch.setattr("onrecord.roles.network._AT_ONCE", 7)
    monkeypatch.setattr("onrecord.roles.network._DENSE", 0)
    pieces, piece_kinds = run(load_role_model("html"), page)
    assert np.allclose(whole, pieces, atol=1e-4)
    assert np.allclose(whole_kinds, piece_kinds, atol=1e-4)
