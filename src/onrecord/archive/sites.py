"""Pages of one site are alike: each is compressed with an earlier one as dictionary, which saves a fifth and
more.

A page that serves as a dictionary was itself compressed alone, so that reading a page takes two steps at
most.
"""

from __future__ import annotations

from collections import OrderedDict

from . import bodies
from .connections import Connection

_WORSE = 0.97
"""If a page shrinks hardly better with the site's base than the base did alone, the site has changed its
looks: the page is the new base."""
_SMALL = 4_096
"""Smaller pages have nothing to gain."""
_HELD = 16


def pack(at: Connection, site: str | None, data: bytes) -> tuple[bytes, int | None]:
    """A page's bytes compressed, and the page whose bytes are the dictionary, if one is."""
    if site is None or len(data) < _SMALL:
        return bodies.pack(data), None
    row = at.row(
        "SELECT b.page_id, length(p.body) FROM site_base b JOIN page p ON p.id = b.page_id WHERE b.site = ?",
        (site,),
    )
    if row is None:
        return bodies.pack(data), None
    base, size = row
    plain = body_of(at, base)
    packed = bodies.pack(data, plain)
    if len(packed) / len(data) > _WORSE * size / len(plain):
        return bodies.pack(data), None
    return packed, base


def learn(at: Connection, site: str | None, page_id: int) -> None:
    """A page that was compressed alone is what the site's next pages are compressed with."""
    if site is not None:
        at.run(
            "INSERT INTO site_base SELECT ?, id FROM page WHERE id = ? AND base IS NULL AND length >= ? "
            "ON CONFLICT (site) DO UPDATE SET page_id = excluded.page_id",
            (site, page_id, _SMALL),
        )


def unpack(at: Connection, body: bytes, base: int | None) -> bytes:
    """A page's bytes as they were."""
    return bodies.unpack(body, None if base is None else body_of(at, base))


def body_of(at: Connection, page_id: int) -> bytes:
    """The bytes of a page that serves as dictionary; the last few are held, since the next page wants the
    same."""
    held: OrderedDict[int, bytes] = at.held
    if page_id not in held:
        held[page_id] = bodies.unpack(at.one("SELECT body FROM page WHERE id = ?", (page_id,)))
        while len(held) > _HELD:
            held.popitem(last=False)
    held.move_to_end(page_id)
    return held[page_id]


def release(at: Connection, page_id: int) -> None:
    """Let no other page depend on this one any more: another page of the site takes its place."""
    site = at.one("SELECT site FROM site_base WHERE page_id = ?", (page_id,))
    at.run("DELETE FROM site_base WHERE page_id = ?", (page_id,))
    heir: int | None = None
    plain = b""
    for other, body in at.rows("SELECT id, body FROM page WHERE base = ? ORDER BY id", (page_id,)):
        data = unpack(at, body, page_id)
        if heir is None:
            heir, plain = other, data
            at.run("UPDATE page SET body = ?, base = NULL WHERE id = ?", (bodies.pack(data), other))
        else:
            at.run("UPDATE page SET body = ?, base = ? WHERE id = ?", (bodies.pack(data, plain), heir, other))
    if heir is not None and site is not None:
        learn(at, site, heir)
    at.held.pop(page_id, None)
