"""The words in an address that say what it leads to, in the languages that sites are written in."""

import re

AUTHOR_PAGE = re.compile(
    r"/(?:authors?|autor(?:e[ns]?|in|i)?|auteurs?|writers?|contributors?|journalist(?:s|en|es)?|reporters?|redakteure?|by|staff"
    r"|profil[es]?|members?)/[^/?#]+/?(?:[?#].*)?$",
    re.I,
)
"""An address of the page about somebody who writes: `/author/mara-quill/`, `/autoren/mara-quill`."""
