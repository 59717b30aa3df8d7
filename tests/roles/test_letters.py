"""Characters counted by sort over many texts at once: the same as each text's own count."""

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.roles.letters import SORTS, Letters


@given(st.lists(st.text(alphabet='aÄЯ1²٣,;，.!?\n“"»\U0001d7ce\ud800 ', max_size=12), max_size=8))
def test_every_sort_is_counted_as_its_pattern_finds_it(texts: list[str]) -> None:
    stops = np.cumsum([len(text) for text in texts], dtype=np.int64)
    starts = stops - np.array([len(text) for text in texts], np.int64)
    for sort, counted in zip(SORTS, Letters("".join(texts)).between(starts, stops, list(SORTS)), strict=True):
        plain = [
            text.replace("\U0001d7ce", "") for text in texts
        ]  # a digit beyond the first plane counts as none
        assert counted.tolist() == [len(re.findall(SORTS[sort], text)) for text in plain]
