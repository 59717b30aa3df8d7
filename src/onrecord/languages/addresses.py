"""The words in an address that say what it leads to, in the languages that sites are written in."""

import re

AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:e[ns]?|in|i)?|auteurs?|writers?|contributors?|journalist(?:s|en|es)?|reporters?|redakteure?|by|staff"
    r"|profil[es]?|members?)/[^/?#]+/?(?:[?#].*)?$",
    re.I,
)
"""An address of the page about somebody who writes: `/author/mara-quill/`, `/autoren/mara-quill`."""
LISTING_PAGE = re.compile(
    r"/(?:tags?|topics?|themen?|themas?|temas?|category|categories|kategorien?|categor[ií]as?|rubriques?|rubriken?|search|suche|login|signin|subscribe|newsletters?|account)(?:/|$|\?)",
    re.I,
)
"""An address of a list of what a site has on a subject, or of a form: `/tag/harbour`, `/thema/unfall`, `/login`."""
