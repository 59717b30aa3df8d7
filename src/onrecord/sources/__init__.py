"""Source to pages: files, folders, web archives, feeds and tables, each page with where it came from."""

from .pages import page_from, unopened

__all__ = ["page_from", "unopened"]
