"""Who and what is in a story: names put together, pronouns, ages, roles, and who each source is."""

from .finding import LANGUAGES, find_entities
from .speakers import resolve_speakers

__all__ = ["LANGUAGES", "find_entities", "resolve_speakers"]
