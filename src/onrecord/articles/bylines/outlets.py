"""Whom a writer writes for: names that are an outlet's, the site's own or an agency's."""

import re

from ...languages.bylines import JOBS, OUTLETS, PEOPLE
from ..agencies import agencies_in, agency_of
from ..headlines import folded


class Outlets:
    """The names that are never a person's: the site's, the publisher's, the agencies'."""

    def __init__(self, sites: frozenset[str]) -> None:
        self.sites = sites

    def holds(self, name: str) -> bool:
        """Whether a name is an outlet's rather than a person's."""
        if agencies_in(name):
            return True
        key = folded(name)
        if not key or key in self.sites:
            return True
        return self._is_site(key)

    def names_itself(self, name: str) -> bool:
        """Whether a name is the site's own with no job in it: `Harbour News`, not `Harbour News editor`."""
        key = folded(name)
        jobs = any(word.strip(".,").lower() in JOBS for word in name.split())
        if not key or jobs:
            return False
        short = re.sub(r"(?:news|sports?|online|radio|tv)$", "", key)
        return key in self.sites or short in self.sites or self._is_site(key)

    def _is_site(self, key: str) -> bool:
        return any(
            len(site) > 5 and (key == site or (key.startswith(site) and len(key) - len(site) < 12))
            for site in self.sites
        )


def without_outlet(text: str, outlets: Outlets) -> tuple[str, str | None]:
    """A byline and the agency or outlet that its last words name without a comma: `Mara Quill Associated Press`."""
    words = text.split()
    for count in (4, 3, 2, 1):
        if len(words) < count + 2:
            continue
        tail = " ".join(words[-count:])
        if words[-count - 1][-1] in ",|/(-–—":
            break  # what is shorter is a piece of it
        if not tail[0].isupper() and tail != "dpa":
            continue
        if (
            agency_of(tail)
            or (is_outlet(tail) and tail.split()[0] in _OUTLET_HEADS)
            or ((count <= 2 or tail.startswith("The ")) and outlets.holds(tail))
        ):
            return re.sub(r"\s(?:and|und|et|y|with|mit|avec|con|met)$", "", " ".join(words[:-count])), tail
    return text, None


def is_outlet_like(piece: str) -> bool:
    return bool(
        re.search(
            r"(?i)\b(?:news|press|post|times|herald|tribune|journal|daily|tv|radio|bbc|cnn|cbc|abc|cbs|nbc|npr|fox\w*|special to .+|the .+|reuters|ap)\b",
            piece,
        )
    )


_OUTLET_HEADS = frozenset("BBC CNN NBC CBS ABC CBC NPR PBS USA Fox The ITV Sky".split())
_STATION = re.compile(r"(?:[KW][A-Z]{2,3}(?:-TV)?|USA TODAY.*)$")


def is_outlet(piece: str) -> bool:
    """Whether what stands behind a name is an outlet with no job in it: `Fox News`, `The Washington Post`, `KXYZ`."""
    words = [word.strip(".,").lower() for word in piece.split()]
    if (
        any(word in JOBS or word in PEOPLE for word in words)
        or len(words) > 6
        or not piece[:1].isupper()
        or piece.split()[-1].islower()
    ):
        return False
    return bool(_STATION.match(piece)) or (len(words) > 1 and bool(_OUTLET.search(piece)))


def names_outlet(text: str) -> bool:
    """Whether a word of it stands in the names of papers and stations."""
    return bool(_OUTLET.search(text))


_OUTLET = re.compile(OUTLETS)
