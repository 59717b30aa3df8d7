"""The address a story is at: where the page was found or, where nobody knows, what the page says of itself."""

from collections import Counter
from urllib.parse import urlsplit

from ..record import Declaration, Declared, Evidence

_CANONICAL = "link canonical"


def find_address(found: str | None, declared: Declared) -> tuple[str | None, tuple[Evidence, ...]]:
    """The address to believe, and every address that was in the running."""
    told = [one for one in declared.all("url") if site_of(one.value) is not None]
    if found is not None:
        taken, reason = found, "the page was found there"
        evidence = [Evidence("url", found, "origin", None, True, reason)]
    elif told:
        believed = _believed(told)
        taken, reason = believed.value, "the page says so of itself, and nothing else tells its address"
        evidence = [Evidence("url", taken, believed.where, believed.source, True, reason)]
    else:
        return None, ()
    seen = {taken}
    for one in told:
        if one.value not in seen:
            seen.add(one.value)
            why = "declared, but " + ("found elsewhere" if found is not None else "another is trusted more")
            evidence.append(Evidence("url", one.value, one.where, one.source, False, why))
    return taken, tuple(evidence)


def _believed(told: list[Declaration]) -> Declaration:
    """The address of a page that declares several.

    The site is the one most of them name: a `canonical` may lead to the site that printed the story first, of
    which this page is a copy. On that site the `canonical` is most often right; JSON-LD may give the site's
    front page there. On 510 saved pages of four sets (476 of which declare an address) the site so found was the
    right one on 99 %, the address on 98 %.
    """
    sites = Counter(site_of(one.value) for one in told)
    order = sorted(told, key=lambda one: one.where != _CANONICAL)
    most = max(sites.values())
    return next(one for one in order if sites[site_of(one.value)] == most)


def site_of(url: str) -> str | None:
    """The host that a web address names, without `www.`; None for what is no web address."""
    try:
        parts = urlsplit(url.strip())
        host = parts.hostname
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "." not in host.strip("."):
        return None
    return host.removeprefix("www.").strip(".")
