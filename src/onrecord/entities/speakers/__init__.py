"""Whom the source of a statement is: a name, a pronoun or a description taken to one of the entities.

Each answer has its grounds; without any there is no answer.

statements.py     who says each statement, in their order
sources.py        whom the words of one source mean
    descriptions.py   where they neither name anybody nor are a pronoun
rooms.py          the article's entities, as all of these look them up
"""

from .statements import resolve_speakers

__all__ = ["resolve_speakers"]
