"""The role model of flat text: what it sees of a page's lines, and that its answers are probabilities for any text."""

import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.blocks.flat import split_flat
from onrecord.models.roles import RoleModel, load_role_model
from onrecord.record import BODY_ROLES, Declared, Role
from onrecord.roles import assign_roles
from onrecord.roles.flat_features import EDGE, NUMBERS, flat_features
from onrecord.roles.flat_network import run_flat, token_rows

STORY = [  # one block a line, as flatteners print it
    "HARBOR CITY (NWA) — The ferry to Gull Island will sail again on Monday, the port board "
    "said, after a winter in which no boat crossed.",
    "The board voted on Friday to pay for two crossings a day until the new pier is finished, "
    "which it expects to be in the autumn.",
    "“We have waited for this since November,” said Mara Quill, who runs the island's only "
    "shop. “People here were rowing to the doctor.”",
    "Fares will not rise, the board said, although fuel costs a third more than it did a year ago.",
    "The boat carries 60 people and eight cars. It was built in 1987 and was repaired over the "
    "winter at a yard in Port Ellery.",
    "A spokesman for the port, Jon Tave, said the timetable would be printed next week and "
    "that school trips would go first.",
]
CAPTION = "The ferry lies at its pier in Harbor City, Thursday, May 1, 2031. (NWA Photo/Lena Orr)"
ABOVE = [
    *("News", "Sport", "Weather", "Subscribe"),
    "Ferry to Gull Island to sail again",
    "By LENA ORR",
    "May 2, 2031",
    CAPTION,
]
BELOW = [
    *("Share this", "Most read", "Council to repave Mill Street", "Storm takes roof off school"),
    "Contact us | Privacy",
]
PAGE = "\n".join([*ABOVE, *STORY, *BELOW])


def test_every_number_has_its_column_and_a_page_without_lines_has_no_rows() -> None:
    seen = flat_features(split_flat(PAGE))
    assert seen.numbers.shape == (19, len(NUMBERS))
    assert np.isfinite(seen.numbers).all()
    assert flat_features(split_flat("")).numbers.shape == (0, len(NUMBERS))


def test_a_block_s_first_and_last_words_are_known_by_their_place() -> None:
    seen = flat_features(split_flat("One two three four, five six seven."))
    assert seen.edges.shape == (1, 2 * EDGE)
    assert (seen.edges[0] - 1).tolist() == [0, 1, 2, 3, 3, 5, 6, 7]  # the comma is a token and no word
    assert flat_features(split_flat("One two")).edges[0].tolist() == [1, 2, 0, 0, 0, 0, 1, 2]


def test_a_line_s_words_are_looked_for_in_the_lines_round_it() -> None:
    at = NUMBERS.index("shared_before")
    rows = flat_features(
        split_flat("The ferry sails on Monday\nMonday brings the ferry back\nCats sleep")
    ).numbers
    assert rows[1, at] > 0.3
    assert rows[2, at] == 0


def test_a_word_that_is_not_known_is_read_by_its_ending() -> None:
    seen = flat_features(split_flat("zorbling"))
    known = np.unique(np.array([0, seen.endings[0]], np.int32))
    assert token_rows(known, seen)[0].tolist() == [1]
    assert token_rows(np.zeros(1, np.int32), seen)[0].tolist() == [0]


def test_the_shipped_model_tells_a_story_from_what_stands_round_it() -> None:
    parts = assign_roles(split_flat(PAGE), Declared(), load_role_model("flat"), flat=True).parts
    role = {part.block.text: part.role for part in parts}
    assert [text for text, found in role.items() if found in BODY_ROLES] == STORY
    assert role[CAPTION] is Role.CAPTION
    assert role["Ferry to Gull Island to sail again"] is Role.HEADLINE
    assert role["Weather"] is Role.FURNITURE


@given(st.lists(st.text(max_size=60), max_size=30))
def test_any_text_gets_probabilities(lines: list[str]) -> None:
    layout = split_flat("\n".join(lines))
    told, kinds = run_flat(load_role_model("flat"), flat_features(layout))
    assert told.shape[0] == len(layout.blocks)
    assert np.allclose(told.sum(1), 1, atol=1e-4)
    assert kinds.sum() == pytest.approx(1, abs=1e-4)


def test_numpy_and_the_training_script_give_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch")
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2] / "quality" / "training"))
    import flat_net

    try:
        one, two = flat_features(split_flat(PAGE)), flat_features(split_flat("\n".join(STORY)))
        meaning = {int(one.words[3]): np.ones(4, np.float32)}
        look = flat_net.look_at([("a", one), ("b", two)], meaning, sites=1)
        torch.manual_seed(1)
        net = flat_net.FlatNet(3, 2, look).eval()
        batch = flat_net.Batch([two, one], look)
        with torch.no_grad():
            said, kind = net(batch)
        arrays = {k: v.astype(np.float32) for k, v in flat_net.arrays(net, look).items()}
        none = np.zeros(1, np.int32)
        model = RoleModel((arrays,), look.words, none, none, ("a", "b", "c"), ("x", "y"))
        told, kinds = run_flat(model, one)
        assert np.allclose(told, torch.softmax(said[-1], 1)[batch.slices[1]].numpy(), atol=2e-3)
        assert np.allclose(kinds, torch.softmax(kind, 1)[1].numpy(), atol=2e-3)
    finally:
        sys.modules.pop("flat_net", None)
