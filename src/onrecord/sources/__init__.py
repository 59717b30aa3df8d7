"""Source to pages: files, folders, web archives, feeds and tables, each page with where it came from.

pages.py        one document as a page: START HERE
    kinds.py mhtml.py singlefile.py stamps.py   what it is, and what it says of where it was saved
    limits.py                                   what nothing may exceed
shards.py       many sources cut into pieces of work
    warc.py arc.py http.py zips.py feeds.py tables.py fetching.py   what each kind of source holds
    records.py looks.py                         a saved thing, and whether it can be news at all
"""

from .pages import page_from, unopened

__all__ = ["page_from", "unopened"]
