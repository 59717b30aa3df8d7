"""Frozen dataclasses of which a page makes hundreds."""

from dataclasses import MISSING, dataclass, fields
from typing import TypeVar, dataclass_transform

_T = TypeVar("_T")


@dataclass_transform(frozen_default=True)
def frozen(cls: type[_T]) -> type[_T]:
    """`dataclass(frozen=True, slots=True)` whose instances are made in a third of the time.

    A frozen dataclass sets each of its fields by a call, since its own `__setattr__` refuses. Here a new instance
    is for a moment of a class with the same slots that does not refuse.
    """
    made = dataclass(frozen=True, slots=True)(cls)
    names = [field.name for field in fields(made)]  # type: ignore[arg-type]  # it is a dataclass now
    draft = type(f"_{cls.__name__}InTheMaking", (), {"__slots__": tuple(names)})
    known: dict[str, object] = {"become": object.__setattr__, "draft": draft, "made": made}
    heads = []
    for field in fields(made):  # type: ignore[arg-type]  # as above
        if field.default is MISSING:
            heads.append(field.name)
        else:
            known[f"default_{field.name}"] = field.default
            heads.append(f"{field.name}=default_{field.name}")
    lines = [f"def __init__(self, {', '.join(heads)}):", "    become(self, '__class__', draft)"]
    lines += [f"    self.{name} = {name}" for name in names]
    lines.append("    self.__class__ = made")
    told = made.__init__.__annotations__
    exec("\n".join(lines), known)  # as `dataclass` itself makes its methods
    init = known["__init__"]
    init.__annotations__ = told
    init.__qualname__ = f"{cls.__qualname__}.__init__"  # type: ignore[attr-defined]  # a function
    made.__init__ = init  # type: ignore[assignment]  # with the same arguments
    return made
