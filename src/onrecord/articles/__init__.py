"""Parts + declarations -> article: headline, times, bylines, dateline, pictures, cards, and why each is believed."""

from .assemble import assemble

__all__ = ["assemble"]
