"""What runners are given and what they give back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from importlib import import_module
from typing import Any, Protocol

Plain = str | int | float | bool | None


class Work(Protocol):
    """How a piece is worked on. `things` opens it; `read` makes of each thing in it what is wanted.

    `things` gives the same things in the same order whenever it is asked, for a worker that replaces another
    goes on where that one broke down.
    """

    def things(self, piece: bytes, /) -> Iterator[Any]: ...

    def read(self, thing: Any, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Task:
    """The work by name, so that it can be set up anew in any process: `module:function` and its arguments."""

    make: str
    arguments: Mapping[str, Plain] = field(default_factory=dict)

    def work(self) -> Work:
        """The work, set up: models are loaded here, once a worker."""
        module, _, name = self.make.partition(":")
        work: Work = getattr(import_module(module), name)(**self.arguments)
        return work


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one thing may take before its worker is replaced.

    `seconds` are of processor time, so that a busy machine makes no difference; a worker that does nothing at
    all is given `idle` seconds of time by the clock. `memory` is in bytes, of the worker as a whole. All are
    several times what any honest page has needed.
    """

    seconds: float = 60.0
    idle: float = 300.0
    memory: int = 2 << 30


class Loss(StrEnum):
    """Why there is nothing where something should be."""

    TOO_SLOW = "too_slow"
    TOO_MUCH_MEMORY = "too_much_memory"
    DIED = "died"
    BROKE = "broke"


@dataclass(frozen=True, slots=True)
class Lost:
    """Stands where a result should be. With `rest`, for all that would have followed in the piece too."""

    why: Loss
    detail: str
    traceback: str = ""
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """A piece and what was made of each thing in it, in order."""

    piece: bytes
    results: tuple[bytes | Lost, ...]
