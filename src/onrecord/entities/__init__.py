"""Who and what is in a story: names put together, pronouns, ages, roles, and who each source is.

finding.py      the order: names found, cleaned, put together, and what is stated of each
    naming.py overlooked.py agreeing.py within.py abroad.py   which words are a name
    linking.py pronouns.py              which names, and which "he" and "she", are one
    phrases.py facts.py                 what the story says of them
speakers/       whom the source of a statement is
letters.py      who "I" is in a signed letter
words.py        the text as all of these see it
"""

from .finding import LANGUAGES, find_entities
from .speakers import resolve_speakers

__all__ = ["LANGUAGES", "find_entities", "resolve_speakers"]
