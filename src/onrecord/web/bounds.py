"""Which pages can be shown as pages: not those made to keep an HTML parser busy for minutes.

Building the tree as browsers do takes time that grows with the square of the depth, of the ampersands and of
the attributes of one tag. These bounds are far above what pages have, and keep it to a second or two.
"""

import re

from .tracing import NOT_TEXT

LONGEST = 20_000_000
"""Code points of the longest page that is shown."""

MOST_AMPERSANDS = 60_000
MOST_ATTRIBUTES = 3_000
DEEPEST = 4_000

# fmt: off
_NOT_DEEP = frozenset({
    "area", "base", "br", "col", "dd", "dt", "hr", "img", "input", "li", "link", "meta", "option", "p",
    "param", "path", "source", "td", "th", "tr", "track", "wbr",
})
# fmt: on
"""Elements that hold nothing, or that pages often leave open and the parser closes."""

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")


def can_be_shown(source: str) -> bool:
    """Whether the page can be made harmless and shown in reasonable time."""
    if len(source) > LONGEST:
        return False
    depth = at = ampersands = 0
    for mark in NOT_TEXT.finditer(source):
        ampersands += source.count("&", at, mark.start())
        at = mark.end()
        name = _NAME.match(source, mark.start())
        if name is None or mark["raw"] is not None:
            continue
        if name[2].lower() not in _NOT_DEEP:
            depth = max(depth - 1, 0) if name[1] else depth + 1
        long = len(mark[0]) > MOST_ATTRIBUTES
        if depth > DEEPEST or (long and len(_QUOTED.sub("", mark[0]).split()) > MOST_ATTRIBUTES):
            return False
    return ampersands + source.count("&", at) <= MOST_AMPERSANDS
