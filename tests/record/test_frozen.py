"""Values of which a page makes hundreds are quickly made, and still frozen dataclasses like any other."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, fields, is_dataclass, replace

import pytest

from onrecord.record import Block, Part, Role, Span
from onrecord.record.frozen import frozen


@frozen
class Quick:
    text: str
    size: int = 3
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plain:
    text: str
    size: int = 3
    words: tuple[str, ...] = ()


def test_it_is_made_like_any_dataclass() -> None:
    assert is_dataclass(Quick("a"))
    assert [field.name for field in fields(Quick)] == ["text", "size", "words"]
    assert repr(Quick("a", words=("b",))) == repr(Plain("a", words=("b",))).replace("Plain", "Quick")
    assert Quick("a") == Quick("a", 3, ())
    assert Quick("a") != Quick("b")
    assert len({Quick("a"), Quick("a"), Quick("a", 4)}) == 2
    with pytest.raises(TypeError):
        Quick()  # type: ignore[call-arg]  # the text is missing


def test_nothing_can_be_changed_or_added() -> None:
    value = Quick("a")
    with pytest.raises(FrozenInstanceError):
        value.text = "b"  # type: ignore[misc]  # it is frozen
    with pytest.raises((FrozenInstanceError, TypeError)):
        value.other = "b"  # type: ignore[attr-defined]  # there is no such field
    assert type(value) is Quick


def test_it_can_be_copied_replaced_and_sent_to_another_process() -> None:
    block = Block("Words", Span(3, 8), "p")
    assert copy.copy(block) == pickle.loads(pickle.dumps(block)) == block
    assert replace(block, tag="li").tag == "li"


def test_a_part_tells_its_block_s_text_and_place() -> None:
    part = Part(Block("Words", Span(3, 8), "p", -1, (), ""), Role.PARAGRAPH, 0.9, "by its place")
    assert (part.text, part.source) == ("Words", Span(3, 8))
