"""Both settings give true spans for any text; the fast one also says what it should of plain ones."""

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.encoding import encode
from onrecord.encoding.labels import PARTS, tag, untag
from onrecord.encoding.linking import DISTANCES, Linker
from onrecord.encoding.windows import cut_windows
from onrecord.models.encoder import encoder_is_here

SETTINGS = ["fast", *(["best"] if encoder_is_here() else [])]

ODD = [
    "",
    "Word",
    "...",
    "“",
    "said " * 600,
    "NOBODY KNOWS, THE MAYOR SAID. " * 5,
    "“one “two “three he said",
    "a\u200bb \u0301 \ufeff e\u0301 said \u00ad",
    "x" * 5000,
    "日本語の文章です。「はい」と言った。",
]


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("text", ODD)
def test_odd_texts_give_spans_that_lie_in_them(setting: str, text: str) -> None:
    encoded = encode(text, setting)
    for start, end, *_ in (*encoded.names, *encoded.parts):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


@pytest.mark.parametrize("setting", SETTINGS)
def test_who_said_what_is_found_and_linked(setting: str) -> None:
    text = "“We are ready to open the bridge,” Jane Doe said.\n\nOfficials believe the work will cost more."
    parts = encode(text, setting).parts
    said = {(p.kind, text[p.start : p.end]) for p in parts}
    assert {("source", "Jane Doe"), ("cue", "said"), ("source", "Officials"), ("cue", "believe")} <= said
    content = next(p for p in parts if text[p.start : p.end] == "We are ready to open the bridge")
    assert content.of is not None
    cue = parts[content.of]
    assert text[cue.start : cue.end] == "said"
    assert cue.of is not None
    assert text[parts[cue.of].start : parts[cue.of].end] == "Jane Doe"


@pytest.mark.parametrize("setting", SETTINGS)
def test_links_lead_from_contents_to_cues_and_from_cues_to_sources(setting: str) -> None:
    text = "The mayor said the town was safe. “Nobody is in danger,” she added.\n\nCritics doubt it.\n\n" * 40
    parts = encode(text, setting).parts
    assert len(parts) > 100
    for part in parts:
        if part.of is not None:
            assert (part.kind, parts[part.of].kind) in {("content", "cue"), ("cue", "source")}


def test_twice_the_text_takes_about_twice_the_time() -> None:
    text = "The mayor said the town was safe, and that nobody would have to leave it again. "
    encode(text, "fast")

    def spent(times: int) -> float:
        began = time.process_time()
        encode(text * times, "fast")
        return time.process_time() - began

    short = min(spent(400) for _ in range(3))
    assert min(spent(1600) for _ in range(2)) < 4 * short * 2.5


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(1, 5), st.sampled_from(PARTS)), max_size=6))
def test_labels_give_back_the_spans_they_were_made_of(raw: list[tuple[int, int, str]]) -> None:
    spans, at = [], 0
    for gap, size, kind in raw:
        spans.append((at + gap, at + gap + size, kind))
        at += gap + size
    assert untag(tag(at + 1, spans, PARTS), PARTS) == spans


@settings(max_examples=50)
@given(st.lists(st.tuples(st.booleans(), st.integers(1, 8)), min_size=1, max_size=300), st.integers(20, 60))
def test_windows_hold_every_word_once_and_no_more_than_they_may(
    words: list[tuple[bool, int]], most: int
) -> None:
    forms = ["." if full_stop else "word" for full_stop, _ in words]
    sizes = [size for _, size in words]
    paragraphs = [i // 50 for i in range(len(words))]
    windows = cut_windows(forms, paragraphs, sizes, most)
    assert [i for window in windows for a, b in window for i in range(a, b)] == list(range(len(words)))
    for window in windows:
        assert 1 + sum(1 + sum(sizes[a:b]) for a, b in window) <= most
        assert all(paragraphs[a] == paragraphs[b - 1] for a, b in window)


def test_spans_of_different_windows_are_not_linked() -> None:
    rng = np.random.default_rng(1)
    weights = {f"link.{n}.weight": rng.normal(size=(4, 16)) for n in ("cue_s", "cue_c", "source", "content")}
    weights |= {f"link.{n}.bias": rng.normal(size=4) for n in ("cue_s", "cue_c", "source", "content")}
    for kind in ("source", "content"):
        weights |= {
            f"match.{kind}": np.eye(4),
            f"none.{kind}": -np.ones(4),
            f"distance.{kind}": np.zeros(DISTANCES),
        }
    linker = Linker({name: value.astype(np.float32) for name, value in weights.items()}, "relu")
    hidden = rng.normal(size=(40, 8)).astype(np.float32)
    asking, answers = np.array([[5, 6], [25, 26]]), np.array([[8, 8], [28, 28]])
    paragraphs = np.zeros(40, np.int64)
    windows = np.repeat([0, 1], 20)
    found, sure = linker.link("source", hidden, asking, answers, paragraphs, windows)
    assert found[0] in (-1, 0)
    assert found[1] in (-1, 1)
    assert np.all((sure > 0) & (sure <= 1))
