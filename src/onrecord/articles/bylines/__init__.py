"""Who wrote the story: names out of bylines, declared or printed, never an agency, the site or a menu word.

reading.py      the people of bylines: declared, printed, or names alone; lines.py: whether a line of the page is one
splitting.py    the people that one byline names, each with role and outlet; east_asian.py has other ways
    leads.py names.py jobs.py outlets.py   what a byline is made of
"""

from .east_asian import closes_with_a_writer
from .lines import labels_a_writer, names_a_writer, opens_with_a_name
from .names import is_name, is_signature, is_strange
from .outlets import Outlets
from .reading import read_declared, read_printed, read_signature, read_signed
from .splitting import split_names

__all__ = [
    "Outlets",
    "closes_with_a_writer",
    "is_name",
    "is_signature",
    "is_strange",
    "labels_a_writer",
    "names_a_writer",
    "opens_with_a_name",
    "read_declared",
    "read_printed",
    "read_signature",
    "read_signed",
    "split_names",
]
