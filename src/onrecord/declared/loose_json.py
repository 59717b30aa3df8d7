"""JSON as pages really hold it: commented, cut, doubled, wrongly quoted."""

import html
import json
import re
from typing import Any

import msgspec

_WRAPPERS = (
    *"<!-- --> //<![CDATA[ /*<![CDATA[*/ <![CDATA[ //--> //]]> /*]]>*/ ]]> ; \ufeff".split(),
    *("// <![CDATA[", "/* <![CDATA[ */", "// -->", "// ]]>", "/* ]]> */"),
)
_BLANK = re.compile(r"(?:[\s,;\ufeff\u00a0]|//[^\n]*|/\*.*?(?:\*/|\Z)|<!--|-->|#[^\n]*)*", re.S)
_PLAIN = re.compile(r'[^"\\]*')
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?=\s*[,}\]\n]|\s*\Z)")
_WORD = re.compile(r"[^,}\]\n]*")
_KEY = re.compile(r"[\w@$:.-]+(?=\s*:)")
_COLON = re.compile(r"\s*:\s*")
# A quotation mark ends its string where what follows could follow a string; else it is an unescaped mark.
_STRING_ENDS = re.compile(
    r"\s*(?::|[}\]]|\Z|,\s*(?:[\"'{\[}\]@/]|-?\d|true|false|null|\Z)|//|/\*|\"[\w@]+\"\s*:)"
)
_KEY_ENDS = re.compile(r"\s*:")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}
_SURROGATES = re.compile("[\ud800-\udfff]")
_DEEPEST = 64
_LONGEST = 4_000_000


def read_json(text: str) -> list[Any]:
    """Every JSON value that a script's text holds; an empty list if nothing can be made of it."""
    try:
        return [msgspec.json.decode(text)]
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        pass
    text = _unwrapped(text)
    if not text or len(text) > _LONGEST:
        return []
    if "&quot;" in text and text.count('"') < text.count("&quot;"):
        text = html.unescape(text)
    try:
        return [_without_surrogates(json.loads(text, strict=False))]
    except (ValueError, RecursionError):
        return _Loose(text).values()


def _unwrapped(text: str) -> str:
    """The text without the comment and CDATA marks round it."""
    before = ""
    while before != text:
        before = text = text.strip()
        for mark in _WRAPPERS:
            text = text.removeprefix(mark).removesuffix(mark)
    return text


def _without_surrogates(value: Any, depth: int = 0) -> Any:
    if isinstance(value, str):
        return _SURROGATES.sub("\ufffd", value)
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {key: _without_surrogates(inner, depth + 1) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_surrogates(inner, depth + 1) for inner in value]
    return value


class _Loose:
    """Reads what it can, left to right, in linear time; what makes no sense is stepped over."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def values(self) -> list[Any]:
        found: list[Any] = []
        while True:
            start = self.text.find("{", self.at)
            other = self.text.find("[", self.at)
            starts = [place for place in (start, other) if place >= 0]
            if not starts:
                return found
            self.at = min(starts)
            found.append(self.value(0))

    def skip(self) -> str:
        match = _BLANK.match(self.text, self.at)
        if match:
            self.at = match.end()
        return self.text[self.at : self.at + 1]

    def value(self, depth: int) -> Any:
        mark = self.skip()
        if mark == "{" and depth < _DEEPEST:
            return self.object(depth)
        if mark == "[" and depth < _DEEPEST:
            return self.array(depth)
        if mark == '"':
            return self.string(_STRING_ENDS)
        if number := _NUMBER.match(self.text, self.at):
            self.at = number.end()
            return float(number[0]) if re.search(r"[.eE]", number[0]) else int(number[0][:18])
        word = _WORD.match(self.text, self.at)
        raw = word[0].strip() if word else ""
        self.at = max(word.end() if word else 0, self.at + (0 if mark in "}]" else 1))
        return {"true": True, "false": False, "null": None, "": None}.get(raw, raw.strip("'"))

    def object(self, depth: int) -> dict[str, Any]:
        self.at += 1
        found: dict[str, Any] = {}
        while mark := self.skip():
            if mark == "}":
                self.at += 1
                break
            if mark == "]":
                break
            if mark == '"':
                key = self.string(_KEY_ENDS)
            elif word := _KEY.match(self.text, self.at):
                key = word[0]
                self.at = word.end()
            else:
                self.at += 1
                continue
            colon = _COLON.match(self.text, self.at)
            if not colon:
                continue
            self.at = colon.end()
            value = self.value(depth + 1)
            found.setdefault(key, value)
        return found

    def array(self, depth: int) -> list[Any]:
        self.at += 1
        found: list[Any] = []
        while mark := self.skip():
            if mark == "]":
                self.at += 1
                break
            if mark == "}":
                break
            found.append(self.value(depth + 1))
        return found

    def string(self, ends: re.Pattern[str]) -> str:
        self.at += 1
        pieces: list[str] = []
        text = self.text
        while True:
            plain = _PLAIN.match(text, self.at)
            if plain:
                pieces.append(plain[0])
                self.at = plain.end()
            mark = text[self.at : self.at + 1]
            if mark == "\\":
                pieces.append(self.escape())
            elif mark == '"':
                self.at += 1
                if ends.match(text, self.at):
                    break
                pieces.append('"')
            else:
                break
        return _SURROGATES.sub("\ufffd", "".join(pieces))

    def escape(self) -> str:
        letter = self.text[self.at + 1 : self.at + 2]
        self.at += 2
        if letter != "u":
            return _ESCAPES.get(letter, letter)
        digits = self.text[self.at : self.at + 4]
        try:
            code = int(digits, 16)
        except ValueError:
            return ""
        self.at += 4
        if 0xD800 <= code < 0xDC00 and self.text.startswith("\\u", self.at):
            try:
                low = int(self.text[self.at + 2 : self.at + 6], 16)
            except ValueError:
                return "\ufffd"
            if 0xDC00 <= low < 0xE000:
                self.at += 6
                return chr(0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00))
        return chr(code)
