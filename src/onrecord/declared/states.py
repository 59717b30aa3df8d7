"""A story kept in a script as data for the page's own program: its paragraphs found again."""

import re
from typing import Any

import msgspec

from .loose_json import read_json
from .words import paragraphs

_STARTS = re.compile(
    r"^\s*(?:(?:window|self|globalThis)(?:\.|\[['\"])[\w$.]+(?:['\"]\])?|(?:var|let|const)\s+[\w$]+)"
    r"\s*=\s*(?=[{\[\"J])"
)
_PARSE = re.compile(r"\s*JSON\.parse\(\s*(?=[\"'])")
_BODIES = frozenset(
    "articlebody body content html bodyhtml body_html contenthtml text paragraphs story elements "
    "content_elements components blocks article value data children copy".split()
)
_ENOUGH = 400
_SENTENCE = re.compile(r"[.!?。！？…][\"'”’»)]*(?:\s|$|<)")
_MOST_STRINGS = 60_000


def read_state(script: str) -> str | None:
    """The longest body of running text in a script's data, paragraphs parted by blank lines; None without."""
    value = _data(script)
    if value is None:
        return None
    best = ""
    for text in _candidates(value):
        if len(text) > len(best):
            best = text
    return best if len(best) >= _ENOUGH else None


def _data(script: str) -> Any:
    match = _STARTS.match(script)
    text = script[match.end() :] if match else script.strip()
    if parse := _PARSE.match(text):
        inner = text[parse.end() :]
        end = inner.rfind(inner[0])
        try:
            text = msgspec.json.decode('"' + inner[1:end] + '"') if inner[0] == '"' else inner[1:end]
        except msgspec.DecodeError:
            return None
    if text[:1] not in "{[":
        return None
    end = max(text.rfind("}"), text.rfind("]")) + 1
    try:
        return msgspec.json.decode(text[:end])
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        values = read_json(text[:end]) if len(text) < 1_000_000 else []
        return values[0] if values else None


def _candidates(value: Any) -> list[str]:
    """Bodies: one string of HTML or long text, or a list whose items each hold a paragraph."""
    found: list[str] = []
    waiting: list[tuple[Any, int]] = [(value, 0)]
    seen = 0
    while waiting and seen < _MOST_STRINGS:
        value, depth = waiting.pop()
        seen += 1
        if isinstance(value, str):
            if len(value) >= _ENOUGH and len(_SENTENCE.findall(value)) >= 4:
                text = paragraphs(value)
                if len(text) >= _ENOUGH and text.count("{") < 3 and text.count(" ") > len(text) // 20:
                    found.append(text)
        elif isinstance(value, list):
            lines = [line for line in map(_paragraph, value) if line]
            if len(lines) >= 3 and sum(map(len, lines)) >= _ENOUGH:
                found.append("\n\n".join(lines))
            if depth < 60:
                waiting.extend((inner, depth + 1) for inner in value)
        elif isinstance(value, dict) and depth < 60:
            waiting.extend((inner, depth + 1) for inner in value.values())
    return found


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
