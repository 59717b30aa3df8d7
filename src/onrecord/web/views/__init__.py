"""What each page shows, made from what the archive gives. Values in, values out; no request, no template.

lists.py        the first page, results, people, pages that could not be read
    lines.py narrowing.py   what stands in a list, and what it can be narrowed by
stories.py      a story
statements.py   a statement
persons.py      a person
addresses.py    where each is found
"""

from .lines import Link, line, outcome_line, printing_line
from .lists import front, no_results, people, search, unread
from .persons import person
from .statements import statement
from .stories import article

__all__ = [
    "Link",
    "article",
    "front",
    "line",
    "no_results",
    "outcome_line",
    "people",
    "person",
    "printing_line",
    "search",
    "statement",
    "unread",
]
