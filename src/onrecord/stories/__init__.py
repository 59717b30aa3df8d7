"""Copies, versions and stories: which articles are the same text, and how it changed.

A wire story that many sites print is one story with many printings (`copy`); a page that is saved again
after it was updated is another `version` of itself. A MinHash of each text proposes pairs; then the two texts
are laid side by side, and what they share of the shorter one decides.
"""

from .comparing import Printed, Relation, compare, shared
from .folding import SURE, fold
from .signatures import candidates, signature
from .versions import Change, changes

__all__ = [
    "SURE",
    "Change",
    "Printed",
    "Relation",
    "candidates",
    "changes",
    "compare",
    "fold",
    "shared",
    "signature",
]
