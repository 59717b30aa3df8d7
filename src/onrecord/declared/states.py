"""A story kept in a script as data for the page's own program: its paragraphs found again."""

import json
import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

import msgspec

from .json_ld import are_alike
from .loose_json import read_json
from .words import paragraphs, plain

_STARTS = re.compile(r"(?:=|\.push\()\s*(?=[{\[])|=\s*JSON\.parse\(\s*(?=[\"'])")
"""Where a script gives a name its data: `window.__STATE__ = {`, `Site.content={`, `x = JSON.parse("`."""
_MOST_STARTS = 40
_OBJECT = re.compile(r"[{\[\s]*[\"']?[\w$]+[\"']?\s*:")
_QUOTED = re.compile(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'", re.S)
_BODIES = frozenset(
    "articlebody body content html bodyhtml body_html contenthtml text paragraphs story elements "
    "content_elements components blocks article value data children copy".split()
)
_HEADLINES = ("headline", "headlines", "title", "hed")
_AUTHORS = ("byline", "author", "authors", "creator", "credits")
_PUBLISHED = (
    "datepublished published publishedat published_at publisheddate publishdate publish_date publicationdate "
    "publication_date firstpublished first_publish_date display_date date"
).split()
_MODIFIED = (
    "datemodified modified modifiedat updated updatedat updated_at lastmodified last_updated_date".split()
)
_AROUND = (
    4  # objects round a text in which its headline and date stand; an app's page data is the third or so
)
_ENOUGH = 400
_GOODS = frozenset("price sku variants vendor product_type compare_at_price offers inventory".split())
"""What stands beside the description of goods."""
_PLENTY = 800
"""Letters of a text that has nobody's name and no day beside it: goods are described in fewer."""
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)]*(?:\s|$|<)")
_ROW = re.compile(r"[0-9a-f]{1,4}:[\[{]")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOST_STRINGS = 60_000
_LONGEST = 1_000_000


def read_state(script: str, titles: Sequence[str] = ()) -> dict[str, list[str]] | None:
    """The story in a script's data: `body`, paragraphs parted by blank lines, with what stands beside it; None without.

    Of several the longest under a headline that is among the page's `titles`, or that has a date or an author beside
    it: an app's data holds its notices and questions too, and a shop's its goods.
    """
    best: dict[str, list[str]] | None = None
    for value in _data(script):
        for text, around in _candidates(value):
            if best is None or len(text) > len(best["body"][0]):
                beside = _beside(around)
                headline = beside.get("headline")
                if (
                    headline
                    and not _are_goods(around)
                    and (
                        "published" in beside
                        or "author" in beside
                        or (len(text) >= _PLENTY and any(are_alike(headline[0], title) for title in titles))
                    )
                ):
                    best = {"body": [text], **beside}
    return best


def _data(script: str) -> Iterator[Any]:
    """The values that a script gives to names, or the one that it is."""
    try:
        yield msgspec.json.decode(script)
        return
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    decoder = json.JSONDecoder(strict=False)
    at, loosely = 0, False
    for _ in range(_MOST_STARTS):
        start = _STARTS.search(script, at)
        if start is None:
            return
        at = start.end()
        if "JSON" in start[0]:
            quoted = _QUOTED.match(script, at)
            if quoted is None:
                continue
            at = quoted.end()
            inner = quoted[1] if quoted[1] is not None else quoted[2].replace("\\'", "'").replace('"', '\\"')
            try:
                yield json.loads(json.loads(f'"{inner}"', strict=False), strict=False)
            except (ValueError, RecursionError):
                continue
            continue
        try:
            value, at = decoder.raw_decode(script, at)
        except RecursionError:
            continue
        except ValueError:
            # an object as programs write it, with bare keys or `undefined`; that costs much and is tried once
            if not loosely and len(script) < _LONGEST and _OBJECT.match(script, at):
                loosely = True
                yield from read_json(script[at:])[:1]
            continue
        yield value


def _candidates(value: Any) -> list[tuple[str, tuple[dict[str, Any], ...]]]:
    """Bodies, each with the objects round it: a string of long text, or a list of items with a paragraph each."""
    found: list[tuple[str, tuple[dict[str, Any], ...]]] = []
    waiting: list[tuple[Any, int, tuple[dict[str, Any], ...]]] = [(value, 0, ())]
    seen = 0
    while waiting and seen < _MOST_STRINGS:
        value, depth, around = waiting.pop()
        seen += 1
        if isinstance(value, str):
            if _ROW.match(value):
                # a program's pages sent as rows, each with its number: `5:{"article": ...}`
                waiting.extend((inner, depth + 1, around) for inner in _rows(value))
            elif len(value) >= _ENOUGH and len(_SENTENCE.findall(value)) >= 4:
                text = paragraphs(value)
                if len(text) >= _ENOUGH and text.count("{") < 3 and _is_prose(text):
                    found.append((text, around))
        elif isinstance(value, list):
            lines = [line for line in map(_paragraph, value) if line]
            if len(lines) >= 3 and sum(map(len, lines)) >= _ENOUGH:
                found.append(("\n\n".join(lines), around))
            if depth < 60:
                waiting.extend((inner, depth + 1, around) for inner in value)
        elif isinstance(value, dict) and depth < 60:
            around = (value, *around[: _AROUND - 1])
            waiting.extend((inner, depth + 1, around) for inner in value.values())
    return found


def _rows(text: str) -> Iterator[Any]:
    for row in text.split("\n"):
        if _ROW.match(row):
            with suppress(ValueError, RecursionError):
                yield json.loads(row.partition(":")[2], strict=False)


def _is_prose(text: str) -> bool:
    """Whether a text has the blanks of running text, or is of a script that has none."""
    return text.count(" ") > len(text) // 20 or not text[:200].isascii()


def _are_goods(around: tuple[dict[str, Any], ...]) -> bool:
    """Whether the object round a text, or the one round that, is of something for sale."""
    return any(not _GOODS.isdisjoint(map(str.lower, node)) for node in around[:2])


def _beside(around: tuple[dict[str, Any], ...]) -> dict[str, list[str]]:
    """What the objects round a body say of it, the innermost first."""
    found: dict[str, list[str]] = {}
    for node in around:
        lower = {key.lower(): value for key, value in node.items()}
        for field, keys in (
            ("headline", _HEADLINES),
            ("author", _AUTHORS),
            ("published", _PUBLISHED),
            ("modified", _MODIFIED),
        ):
            if field not in found:
                values = [text for key in keys if key in lower for text in _strings(lower[key])]
                if field in ("published", "modified"):
                    values = [text for text in values if _DAY.match(text)]
                if values:
                    found[field] = values[:10] if field == "author" else values[:1]
    return found


def _strings(value: Any, depth: int = 0) -> list[str]:
    """The words of a value: itself, or what the objects in it call their name."""
    if isinstance(value, str):
        return [text] if (text := plain(value)) and len(text) < 400 else []
    if isinstance(value, list) and depth < 3:
        return [text for inner in value[:10] for text in _strings(inner, depth + 1)]
    if isinstance(value, dict) and depth < 3:
        inner = next(
            (value[key] for key in ("name", "basic", "rendered", "title", "by") if value.get(key)), None
        )
        return _strings(inner, depth + 1)
    return []


def _paragraph(item: Any) -> str:
    """The paragraph that one item of a list of components holds; empty if it holds none."""
    if isinstance(item, str):
        text = item
    elif isinstance(item, dict):
        pieces = [item[key] for key in item if key.lower() in _BODIES and isinstance(item[key], str)]
        if not pieces:
            for key, inner in item.items():
                if key.lower() in _BODIES and isinstance(inner, (dict, list)):
                    inner = inner if isinstance(inner, list) else [inner]
                    pieces = [_paragraph(part) for part in inner[:200]]
                    break
            text = "".join(pieces)
        else:
            text = max(pieces, key=len)
    else:
        return ""
    text = paragraphs(text)
    return text if len(text) > 20 and " " in text and not text.startswith(("http", "{", "/")) else ""
