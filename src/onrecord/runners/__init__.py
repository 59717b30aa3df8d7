"""Ways to get many pieces of work done: one after another, on all cores, on a cluster. Each looks like map.

    for done in serial(task, pieces): ...
    for done in processes(task, pieces, workers=4): ...
    for done in ray(task, pieces, address="auto"): ...

A piece is bytes, and what is made of it is a list of bytes, one for each thing that stands in it: so nothing
needs to be pickled, and every runner gives what `serial` gives. Pieces come back as they are done.
"""

from .pieces import Bounds, Done, Loss, Lost, Task, Work
from .processes import processes
from .serial import serial

RUNNERS = ("serial", "processes", "ray")
"""The runners there are, by the name that `onrecord collect --runner` takes."""

__all__ = ["RUNNERS", "Bounds", "Done", "Loss", "Lost", "Task", "Work", "processes", "serial"]
