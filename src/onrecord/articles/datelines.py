"""The head of a story's first paragraph: place, agency and sometimes the day."""

import re
from dataclasses import dataclass

from ..languages.calendars import MONTHS
from .agencies import agency_of

# `PLACE (AGENCY) —`: between place and dash stand an agency in brackets, a day, or both in either order.
_DASH = r"(?:—|–|―|--+|-|−|‒|:|\|)"
_UPPER = r"A-ZÀ-ÖØ-ÞŚŁŻŹĆŃČŠŽĐŘŤĎŇŮĚĞİŞĂȘȚ\u0400-\u042F\u0490\u0386-\u03AB"
_WORD_IN_PLACE = rf"(?:[{_UPPER}][\w.’'‘ʼ-]*|(?:de|del|della|di|da|do|dos|das|la|las|los|le|les|el|al|am|an|der|im|in|of|on|the|upon|und|and|sur|sous|ob|bei|près|nad|pod|i|y|e|et|den|het|von|van|St\.|D\.C\.)\b\.?)"
_PLACE = rf"[{_UPPER}][\w.’'‘ʼ-]*(?:[ /-]{{1,2}}{_WORD_IN_PLACE}){{0,5}}(?:\s*,\s*{_WORD_IN_PLACE}(?: {_WORD_IN_PLACE}){{0,3}}){{0,2}}"
_BRACKETED = r"\(\s*(?P<agency>[^()\d]{2,50}?)\s*\)"
_DAY = r"(?P<day>(?:[^\W\d_]{3,12}\.?,?\s+)?(?:[^\W\d_]{3,12}\.?\s+\d{1,2}|\d{1,2}\.?\s+[^\W\d_]{3,12}\.?|\d{1,2}[./]\d{1,2}\.?)(?:,?\s+\d{4})?)"

_FULL = re.compile(
    rf"^\W{{0,2}}(?P<text>(?P<place>{_PLACE})?\s*(?:,?\s*{_DAY})?\s*,?\s*{_BRACKETED}(?:\s*,?\s*{_DAY.replace('?P<day>', '?P<day2>')})?)\s*(?:\.?\s?{_DASH}\s*|(?=[{_UPPER}\"“„«‘'])|\s)"
)
_SLASH = re.compile(
    rf"^(?P<text>(?P<place>{_PLACE})\s*(?:,|/|\s[-–]|\|)\s*(?P<agency>[A-Z][\w.]{{1,14}}(?:[/ ][A-Z][\w.]{{1,14}}){{0,2}}|dpa|epd|dts|sda))\s*(?:—|–|--+|-(?=\s)|\.\s?-+|:)\s*"
)
_DAY_ONLY = re.compile(rf"^(?P<text>(?P<place>{_PLACE})\s*,\s*{_DAY})\s*(?:—|–|--+|-(?=\s)|:|\.\s?[-–—])\s*")
_PLACE_ONLY = re.compile(rf"^(?P<text>(?P<place>{_PLACE}))\s*(?:(?:—|–|―|--+)\s*|-\s+|\.\s?[-–—]+\s*)(?=\S)")
_COLON = re.compile(rf"^(?P<text>(?P<place>{_PLACE}))\s*:\s+(?=\S)")
_DOT = re.compile(rf"^(?P<text>(?P<place>{_PLACE}))\.\s+(?=[{_UPPER}])")
_RUSSIAN = re.compile(
    r"^(?P<text>(?P<place>[\u0410-\u042F\u0406\u0407][\w -]{2,24})(?:\.|,)\s*(?P<day>\d{1,2}\s+[\u0400-\u04ff]{3,9})\.?\s*(?:[/(]?\s*(?P<agency>[\w.-]{3,20})\s*[/)]?)?)"
    r"\s*\.?\s*[-–—]\s*"
)
# `МОСКВА, 3 марта. /ТАСС/.` and `МОСКВА, 3 мар – РИА Новости.`: the agency closes it, with or without a dash behind
_RUSSIAN_SIGNED = re.compile(
    r"^(?P<text>(?P<place>[\u0410-\u042F\u0406\u0407][\w -]{2,24})(?:\.|,)\s*(?P<day>\d{1,2}\s+[\u0400-\u04ff]{3,9})\.?\s*"
    r"(?:[-–—]\s*(?P<agency>[\w.-]{3,20}(?: [\w-]{3,20})??)|(?P<open>[/(])\s*(?P<agency2>[^/()]{2,40}?)\s*[/)]))\s*[.–—-]+\s*"
)
_JAPANESE = re.compile(
    r"^[【［\[（(](?P<text>(?P<place>[^\s】］\])）、，・＝=]{1,12})?[\s　、，＝=・]*(?:(?P<day>\d{1,2}月?\d{0,2}日?)[\s　]*)?(?P<agency>[^】］\])）]{0,16}?)(?:記者|特派員)?)[】］\])）][\s　]*"
)
_CHINESE = re.compile(
    r"^[（(]?(?P<text>(?:本报|本刊|本网|本台|(?P<agency>新华社|新華社|中新社|路透社|法新社|美联社|中央社|中新网|人民网|央视网))(?P<place>[\u4e00-\u9fff]{2,8}?)(?P<day>\d{1,2}月\d{1,2}日)(?:电|電|讯|訊)?)"
)
_KOREAN = re.compile(
    r"^[\[(](?P<text>(?:(?P<place>[\uac00-\ud7a3]{2,6})\s*[=＝]\s*)?(?P<agency>[\uac00-\ud7a31]{2,8}))(?:\s*=?\s*[\uac00-\ud7a3]{2,4}\s*기자)?[\])]\s*(?:[\uac00-\ud7a3]{2,4}\s*기자\s*)?[=＝]?\s*"
)
_ARABIC = re.compile(
    r"^(?P<text>(?P<place>[\u0621-\u064a ]{3,24})\s*(?:\((?P<agency>[^()]{2,20})\)|/\s*(?P<agency2>[\u0621-\u064a ]{3,16})\s*/))\s*[-–—:ـ]*\s*"
)
_COMMONPLACE = frozenset(
    """dear fox fact facts by von par por de av update updates breaking news editor editors note correction watch listen read live video photos photo gallery
    exclusive opinion analysis review interview related advertisement sponsored summary highlights recap background
    question answer q a yes no the this that it he she they we i you but and so if when what why who how here there
    nein ja das die der es er sie wir ich meinung kommentar interview analyse hintergrund update eilmeldung frage
    non oui le la les un une il elle on nous vous interview analyse sí el los él ella entrevista análisis
    today tonight yesterday monday tuesday wednesday thursday friday saturday sunday step day part chapter also more
    episode season round game final score stats key takeaways fact check explainer warning spoiler alert tip tips
    pros cons price rating verdict bottom line caption source sources credit image file rt via""".split()
)
_GLUED = ("共同", "時事", "ロイター", "AFP時事", "AFP", "AP", "新華社")
_NOT_PLACES = frozenset(
    "写真 動画 速報 独自 画像 図解 解説 コラム 特集 更新 関連記事 写真特集 記者 快讯 视频 图集 原创".split()
)
_LONGEST = 110


@dataclass(frozen=True, slots=True)
class Head:
    """A dateline found at the start of a paragraph; `start` and `end` are in the paragraph's text."""

    text: str
    place: str | None
    agency: str | None
    day: str | None
    start: int
    end: int


def find_dateline(text: str, *, loose: bool = False) -> Head | None:
    """The dateline that a paragraph begins with; None if it begins with none.

    With an agency in brackets a dateline is plain. `PLACE —` alone is taken where the place is in capitals, or
    with `loose` (for a story's first paragraph) also `Place —`, and `Place:` never but in capitals.
    """
    head = text[: _LONGEST + 40]
    if not head:
        return None
    first = head[0]
    if first in "【［[（(" or "\u3040" <= first <= "\u9fff" or "\uac00" <= first <= "\ud7a3":
        if found := _east_asian(head):
            return found
    if "\u0621" <= first <= "\u064a":
        match = _ARABIC.match(head)
        if match and (agency_of(match["agency"] or match["agency2"] or "") or match["agency"]):
            return _made(match, match["place"], match["agency"] or match["agency2"], None)
    if "(" in head and (match := _FULL.match(head)):
        agency = match["agency"]
        place, day = _place_and_day(head[match.start("text") : match.start("agency")].rstrip("( "))
        day = day or (match["day2"] if match["day2"] and _is_day(match["day2"]) else None)
        known = agency_of(agency) or (
            agency_of(re.split(r"[/,]| via ", agency)[0]) if "/" in agency or "," in agency else None
        )
        dashed = head[match.end("text") : match.end()].strip(" .") in (
            "—",
            "–",
            "―",
            "-",
            "--",
            "---",
            "−",
            "‒",
            ":",
            "|",
        )
        if known and (place or dashed or match.end("text") < 16):
            return _made(match, place, agency, day)
        if place and dashed and _agency_like(agency) and _place_like(place):
            return _made(match, place, agency, day)
    if (match := _SLASH.match(head)) and (
        agency_of(match["agency"]) or agency_of(match["agency"].split("/")[0])
    ):
        return _made(match, match["place"], match["agency"], None)
    if "\u0400" <= first <= "\u04ff" and (match := _RUSSIAN_SIGNED.match(head)) and _is_day(match["day"]):
        signed = match["agency"] or match["agency2"]
        if agency_of(signed) or match["agency2"]:
            return _made(match, match["place"], signed, match["day"])
    if "\u0400" <= first <= "\u04ff" and (match := _RUSSIAN.match(head)) and _is_day(match["day"]):
        return _made(match, match["place"], match["agency"], match["day"])
    if (match := _DAY_ONLY.match(head)) and _is_day(match["day"]) and _place_like(match["place"]):
        return _made(match, match["place"], None, match["day"])
    if match := _PLACE_ONLY.match(head):
        place = match["place"]
        dash = head[match.end("text") : match.end()]
        opens = head[match.end() : match.end() + 1]
        spaced = (opens.isupper() or not opens.isalpha()) and (
            "—" in dash or "–" in dash or "--" in dash or dash.startswith(" ")
        )
        if _place_like(place) and (_capitals(place) or (loose and spaced and _short_place(place))):
            return _made(match, place, None, None)
    if (match := _COLON.match(head)) and _place_like(match["place"]) and "\n" not in match[0]:
        place, opens = match["place"], head[match.end() : match.end() + 1]
        # `Oslo, Norway:` is a place before a colon, `Verdict:` is not
        pieces = [piece.strip() for piece in place.split(",")]
        with_country = len(pieces) > 1 and len(place) < 40 and all(piece[:1].isupper() for piece in pieces)
        if (loose and _capitals(place)) or (with_country and opens.isupper()):
            return _made(match, place, None, None)
    if loose and (match := _DOT.match(head)) and _short_place(match["place"]) and _place_like(match["place"]):
        # German papers: `Berlin. Der Bundestag ...`; only a single word is safe
        if " " not in match["place"] and "," not in match["place"] and len(match["place"]) > 2:
            return _made(match, match["place"], None, None)
    return None


def _place_and_day(words: str) -> tuple[str | None, str | None]:
    """What stands before the brackets, parted: `BERLIN, May 3` is a place and a day."""
    parts = words.split(",")
    last = len(parts)
    while last > 0 and (
        _is_day(parts[last - 1]) or re.fullmatch(r"\s*(?:\d{4}|[^\W\d_]{3,12})\s*", parts[last - 1])
    ):
        if not any(_is_day(part) for part in parts[:last]):
            break
        last -= 1
    place, day = ",".join(parts[:last]).strip(" ,"), ",".join(parts[last:]).strip(" ,.")
    if not day and (match := re.search(r"\s+(\d{1,2}\.?\s+[^\W\d_]{3,12}\.?)$", place)) and _is_day(match[1]):
        place, day = place[: match.start()].strip(" ,"), match[1]
    return place or None, day or None


def _made(match: re.Match[str], place: str | None, agency: str | None, day: str | None) -> Head:
    place = place.strip(" ,") if place else None
    text = match["text"].strip()
    return Head(text, place or None, agency.strip() if agency else None, day.strip(" ,") if day else None,
                match.start("text"), match.end())  # fmt: skip


def _is_day(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    if any(word in MONTHS for word in words) and re.search(r"\d", text):
        return len(words) < 5
    return bool(re.fullmatch(r"\d{1,2}[./]\d{1,2}\.?(?:\s*\d{4})?", text.strip()))


def _place_like(place: str) -> bool:
    words = re.findall(r"[^\W\d_]+", place.casefold())
    if not words or len(place) > 60 or words[0] in _COMMONPLACE:
        return False
    return not (len(words) == 1 and len(words[0]) < 3)


def _short_place(place: str) -> bool:
    first = re.split(r"[,/]", place)[0].split()
    return len(first) <= 3 and not any(word.lower() in _COMMONPLACE for word in first)


def _capitals(place: str) -> bool:
    """Whether the town is in capitals, as the Associated Press writes it; the state after it need not be."""
    town = re.split(r"[,/]", place)[0]
    letters = [c for c in town if c.isalpha()]
    return len(letters) >= 3 and all(c.isupper() for c in letters)


def _agency_like(name: str) -> bool:
    """Whether what stands in brackets may be a desk or station: `WABC`, `HawaiiNewsNow`, `CBS Local`."""
    words = name.split()
    return len(words) <= 5 and all(
        word[:1].isupper() or word[:1].isdecimal() or word in ("and", "of", "the") for word in words
    )


def _east_asian(head: str) -> Head | None:
    for pattern in (_CHINESE, _KOREAN, _JAPANESE):
        match = pattern.match(head)
        if not match:
            continue
        agency = match["agency"] or None
        day = match.groupdict().get("day")
        place = match["place"]
        if agency and not agency_of(agency):
            if pattern is _KOREAN or not place:
                continue
            agency = None if len(agency) > 8 else agency
        if pattern is _JAPANESE and place and not agency:
            for name in _GLUED:
                if place.endswith(name) and len(place) > len(name):
                    place, agency = place[: -len(name)], name
        if pattern is _JAPANESE and not (agency and agency_of(agency)) and not day:
            # 【東京】 alone names a place; 【写真】 and the like do not
            if not place or place in _NOT_PLACES:
                continue
            if head[0] not in "【［[" or agency:
                continue
        return _made(match, place, agency, day)
    return None
