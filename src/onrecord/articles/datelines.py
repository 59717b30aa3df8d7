"""The head of a story's first paragraph: place, agency and sometimes the day.

A dateline is a few pieces in whatever order its house writes them, then a mark: `PLACE, Day (AGENCY) —`,
`(AGENCY) - PLACE, DAY -`, `PLACE, Day. /AGENCY/.`, `Day, Place /AGENCY/.`. East Asia and Arabic have their own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ..languages.calendars import MONTHS, WEEKDAYS
from ..languages.places import CITIES
from .agencies import agency_of

_UPPER = r"A-ZÀ-ÖØ-ÞŚŁŻŹĆŃČŠŽĐŘŤĎŇŮĚĞİŞĂȘȚ\u0400-\u042F\u0490\u0386-\u03AB"
_LETTER = r"[^\W\d_]"
_SMALL_IN_PLACE = r"(?:de|del|della|di|da|do|dos|das|la|las|los|le|les|el|al|am|an|der|im|in|of|on|the|upon|und|and|sur|sous|ob|bei|près|nad|pod|i|y|e|et|den|het|von|van)\b"
# a town is a capital word; what follows may be an article or a preposition of a longer name
_TOWN = re.compile(
    rf"[{_UPPER}](?:[\w’'‘ʼ]|-(?=\w)|\.(?=\w)|(?<=\b[SFMP]t)\.|(?<=\b[SFMP]T)\.|(?<=\bSt[aeo])\.)*"
)
_WORD_IN_PLACE = re.compile(rf"{_TOWN.pattern}|{_SMALL_IN_PLACE}")
_BRACKETS = re.compile(r"\(\s*([^()]{2,50}?)\s*\)|\[\s*([^\[\]]{2,30}?)\s*\]|/\s*([^/()\d]{2,30}?)\s*/(?!\w)")
_MONTH_AND_DAY = rf"(?:{_LETTER}{{3,12}}\.?,?\s+)?(?:{_LETTER}{{3,12}}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])|\d{{1,2}}(?:\.|st|nd|rd|th|º|er)?\s+{_LETTER}{{3,12}}\.?(?:\s+{_LETTER}{{3,8}}(?=\s*[(/]))?)(?:,?\s+(?:de\s+)?\d{{4}})?"
_DAY = re.compile(
    rf"\d{{4}}\.\s+{_LETTER}{{3,12}}\s+\d{{1,2}}\.,?(?:\s+{_LETTER}{{4,12}})?|{_MONTH_AND_DAY}|\d{{1,2}}[./]\d{{1,2}}\.?(?:\d{{4}})?(?!\d)"
)
_CLOCK_BEHIND = re.compile(r"\s*/\s*\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?")
_BARE = re.compile(r"[^\W\d_][\w.-]*(?: [\w-]+){0,2}")
_DOMAIN = re.compile(
    r"[A-Za-z][\w-]+\.(?:com|co|net|id|ru|org|info|vn|my|ua|news)(?:\.[a-z]{2})?(?![\w.])", re.I
)
_BETWEEN = re.compile(r"\s*[,.]?\s*")
_DASHES = r"(?:—|–|―|--+|-|−|‒|_|:|\|)"
_ENDS = re.compile(rf"\s*[.。।]?\s?(?P<dash>{_DASHES}+)\s*")
_DASH_BETWEEN = re.compile(r"\s*(?:[—–-]+|\|)\s*")
_STOP = re.compile(r"\s*[.,।]\s")
_SENTENCE = re.compile(rf"\.\s+[{_UPPER}]")
_STROKE = re.compile(r"\s*/\s+")
_NUMBER = re.compile(r"\d{1,2}(?=\s*\()")
_JOINED = re.compile(r" (?=\w)|/(?=\w)| / (?=\w+\b(?!\s*/))|-(?=\w)")
# `Mo. (AP)`, `D.C., Jan. 5`: the full stop is the state's, not the dateline's
_SHORTENED = re.compile(rf"\.(?=\s*(?:[,(\[/]|--|{_DASHES}\s)|\s+{_DASHES})(?!-\s)")
_LONGEST = 110

_JAPANESE = re.compile(
    r"^[【［\[（(](?P<text>(?P<place>(?!\d)[^\s】］\])）、，・＝=]{1,12}?)?[\s　、，＝=・]*(?:(?P<day>\d{1,2}(?:月\d{1,2})?日)[\s　]*)?"
    r"(?P<agency>(?:ロイター|AFP時事|AFP|ＡＦＰ|AP|ＡＰ|CNN|ＣＮＮ|共同|時事|新華社|DPA|UPI)(?:通信)?)?(?:[＝=][^】］\])）]{2,12})?(?:記者|特派員|支局)?)[】］\])）][\s　]*"
)
# `ワシントン（CNN）`: the town stands before the brackets
_JAPANESE_TOWN = re.compile(
    r"^(?P<text>(?P<place>[\u30a0-\u30ff\u4e00-\u9fff]{2,12})?[（(](?P<agency>CNN|ＣＮＮ|ロイター|AP|ＡＰ|AFP|ＡＦＰ)[）)])[\s　]*"
)
_CHINESE = re.compile(
    r"^[（(]?(?P<text>(?:本报|本刊|本网|本台|本報|"
    r"(?P<agency>新华社|新華社|新华财经|新华网|中新社|路透社|路透|法新社|美联社|美聯社|中央社|中新网|人民网|央视网|塔斯社|共同社|韩联社|德新社|埃菲社|彭博社|中通社))"
    r"(?:记者|記者)?(?P<place>[\u4e00-\u9fff]{2,10}?)?(?P<day>\d{1,2}月\d{1,2}日|\d{1,2}日)(?:专电|专稿|综合电|电|電|讯|訊)?)[）)]?"
)
_CHINESE_WRITER = re.compile(r"^[（(]?\S{3,5}社(?:記者|记者)(?P<name>[\u4e00-\u9fff]{3})(?=[\u4e00-\u9fff])")
_KOREAN = re.compile(
    r"^[\[(【](?P<text>(?:(?P<place>[\uac00-\ud7a3·]{2,8})(?:\s?(?P<via>로이터|AP|AFP|EPA|신화|타스))?\s*[=＝ㅣ|]\s*)?(?P<agency>[\uac00-\ud7a31]{2,8}))(?:\s*=?\s*[\uac00-\ud7a3]{2,4}\s*기자)?[\])】]\s*(?:[\uac00-\ud7a3]{2,4}\s*기자\s*)?[=＝]?\s*"
)
_ARABIC_DAY = r"(?:\d{1,2}|[\u0660-\u0669]{1,2})\s+[\u0621-\u064a]{3,8}(?:\s+[\u0621-\u064a]{4,6}\s+[\u0621-\u064a]{4,6})?(?:\s+\d{4})?"
_ARABIC = re.compile(
    rf"^(?P<text>(?P<place>[\u0621-\u064a ]{{3,24}}?)(?:\s+(?:في\s+)?(?P<day>{_ARABIC_DAY}))?\s*(?:\((?P<agency>[^()]{{2,20}})\)|[/|]\s*(?:(?P<agency2>[\u0621-\u064a ]{{3,16}}?)\s*/|(?P<agency4>[\u0621-\u064a]{{4,12}})(?=\s)))|(?P<place2>[\u0621-\u064a ]{{3,24}}?)\s*[-–—]\s*(?P<agency3>[\u0621-\u064a]{{3,8}}))\s*[-–—:ـ]*\s*"
)

_HINDI = re.compile(
    r"^(?P<text>(?P<place>[\u0900-\u097f ]{2,24}?)\s*(?:,\s*(?P<day>\d{1,2} [\u0900-\u097f]{2,10}))?\s*\((?P<agency>[^()]{2,20})\))\s*[।:–—-]*\s*"
)
_COMMONPLACE = frozenset(
    """dear fox fact facts by von par por de av update updates breaking news editor editors note correction watch listen read live video videos photo photos gallery
    exclusive opinion analysis review interview related advertisement sponsored summary highlights recap background
    question answer q a yes no the this that it he she they we i you but and so if when what why who how here there
    nein ja das die der es er sie wir ich meinung kommentar interview analyse hintergrund update eilmeldung frage
    non oui le la les un une il elle on nous vous interview analyse sí el los él ella entrevista análisis
    today tonight yesterday monday tuesday wednesday thursday friday saturday sunday step day part chapter also more
    episode season round game final score stats key takeaways fact check explainer warning spoiler alert tip tips
    pros cons price rating verdict bottom line caption source sources credit image file rt via
    left right above below pictured top center archive illustration rs links rechts archiv symbolbild
    updated corrects adds developing satire podcast transcript newsletter
    sen rep gov dr mr mrs ms prof rev capt sgt gen lt col tldr""".split()
)
_GLUED = ("共同", "時事", "ロイター", "AFP時事", "AFP", "AP", "新華社")
_NOT_PLACES = frozenset(
    "写真 動画 速報 独自 画像 図解 解説 コラム 特集 更新 関連記事 写真特集 記者 快讯 视频 图集 原创".split()
)


@dataclass(frozen=True, slots=True)
class Head:
    """A dateline found at the start of a paragraph; `start` and `end` are in the paragraph's text."""

    text: str
    place: str | None
    agency: str | None
    day: str | None
    start: int
    end: int


class _Sort(StrEnum):
    PLACE = "place"
    DAY = "day"
    AGENCY = "agency"
    BRACKETS = "brackets"


@dataclass(frozen=True, slots=True)
class _Piece:
    sort: _Sort
    text: str
    start: int
    end: int
    mark: str = ""


def find_dateline(text: str, *, loose: bool = False) -> Head | None:
    """The dateline that a paragraph begins with; None if it begins with none.

    With an agency in brackets a dateline is plain. `PLACE —` alone is taken where the place is in capitals, or
    with `loose` (for a story's first paragraph) also `Place —`, and `Place:` only for a place that is known or
    in capitals.
    """
    head = text[: _LONGEST + 40]
    if not head:
        return None
    first = head[0]
    if first in "【［[（(" or "\u3040" <= first <= "\u9fff" or "\uac00" <= first <= "\ud7a3":
        if found := _east_asian(head):
            return found
    if "\u0900" <= first <= "\u097f":
        match = _HINDI.match(head)
        return (
            _made(match, match["place"], match["agency"], match["day"])
            if match and agency_of(match["agency"])
            else None
        )
    if "\u0621" <= first <= "\u064a":
        return _arabic(head)
    start = len(head) - len(head.lstrip(" \t\n\"“„«'‘*_")) if not first.isalnum() else 0
    if start > 2:
        return None
    pieces, at = _pieces(head, start)
    return _judged(head, pieces, at, loose) if pieces else None


def _pieces(head: str, start: int) -> tuple[list[_Piece], int]:
    """The pieces that a head is made of, and where they end."""
    found: list[_Piece] = []
    at = next_at = start
    between = ""
    while len(found) < 8:
        piece = _piece(head, next_at, found, between)
        if piece is None and found:
            piece = _behind_a_dash(head, at, found)
        if piece is None:
            break
        if found and found[-1].sort is _Sort.PLACE and piece.sort is _Sort.PLACE:
            piece = _Piece(_Sort.PLACE, head[found[-1].start : piece.end], found[-1].start, piece.end)
            found.pop()
        found.append(piece)
        at = piece.end
        if piece.sort is _Sort.DAY and (clock := _CLOCK_BEHIND.match(head, at)):
            at = clock.end()
        if len(found) == 1 and piece.sort is _Sort.BRACKETS:
            inner = _place_behind_agency(head, at)
            return [*found, *inner], inner[-1].end if inner else at
        match = _BETWEEN.match(head, at)
        between, next_at = (match[0], match.end()) if match else ("", at)
    return found, at


def _piece(head: str, at: int, found: Sequence[_Piece], between: str) -> _Piece | None:
    """The piece that begins at a place, as far as those before it let it be one."""
    mark = head[at : at + 1]
    last = found[-1].sort if found else None
    if mark and mark in "([/":
        match = _BRACKETS.match(head, at) if mark != "/" or found else None
        if match is None:
            return None
        inside = match[1] or match[2] or match[3]
        if not any(c.isalpha() for c in inside):
            return None
        if _is_day(inside):
            return _Piece(_Sort.DAY, inside, at, match.end()) if found else None
        return _Piece(_Sort.BRACKETS, inside, at, match.end(), mark)
    day = (
        _day_at(head, at)
        if not _has(found, _Sort.DAY) and (found or mark.isdecimal() or mark.isupper())
        else None
    )
    if day is not None and not found and day.text[-1] in ".:" and not any(c.isalpha() for c in day.text):
        return None
    if day is None and last in (_Sort.PLACE, _Sort.BRACKETS) and "," in between:
        # `MADRID, 4 (EUROPA PRESS)`: the month is known
        match = _NUMBER.match(head, at)
        day = _Piece(_Sort.DAY, match[0], at, match.end()) if match else None
    if day is not None:
        return day
    if (match := _DOMAIN.match(head, at)) and not _has(found, _Sort.AGENCY):
        return _Piece(_Sort.AGENCY, match[0], at, match.end())
    if last is _Sort.DAY or (last is _Sort.PLACE and (between.strip() or mark.islower())):
        if agency := _bare_agency(head, at, after_day=last is _Sort.DAY):
            return agency
    named = _has(found, _Sort.PLACE)
    if not named or (last is _Sort.PLACE and "," in between and found[-1].text.count(",") < 2):
        return _place_at(head, at, further=named)
    return None


def _has(found: Sequence[_Piece], sort: _Sort) -> bool:
    return any(piece.sort is sort for piece in found)


def _day_at(head: str, at: int) -> _Piece | None:
    match = _DAY.match(head, at)
    if match is None or not _is_day(match[0]):
        return None
    return _Piece(_Sort.DAY, match[0], at, match.end())


def _bare_agency(head: str, at: int, *, after_day: bool) -> _Piece | None:
    """An agency that stands without brackets behind the place or the day: known, or capitals behind a day."""
    match = _BARE.match(head, at)
    if match is None:
        return None
    words = match[0].split(" ")
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count]).rstrip(" .-")
        end = at + len(name)
        closed = _ENDS.match(head, end) or (after_day and _STOP.match(head, end))
        if closed and agency_of(name) and name != "PA":
            return _Piece(_Sort.AGENCY, name, at, end)
    name = words[0].rstrip(" .-")
    if (
        after_day
        and 2 < len(name) < 11
        and name.isupper()
        and head[at + len(name) : at + len(name) + 1] in " ."
    ):
        return _Piece(_Sort.AGENCY, name, at, at + len(name))
    return None


def _place_at(head: str, at: int, *, further: bool) -> _Piece | None:
    """The town, or with `further` the state or country, that begins at a place."""
    end = position = at
    words = 0
    match = _TOWN.match(head, position)
    while match and words < 6 and not (words and _day_at(head, position)):
        small = match[0][0].islower()
        words += 1
        if not small:
            end = match.end()
        joined = _JOINED.match(head, match.end())
        if joined is None:
            break
        position = joined.end()
        match = _WORD_IN_PLACE.match(head, position)
    if end == at:
        return None
    short = further or "." in head[at:end]
    if short and _SHORTENED.match(head, end):
        end += 1
    return _Piece(_Sort.PLACE, head[at:end], at, end)


def _behind_a_dash(head: str, at: int, found: Sequence[_Piece]) -> _Piece | None:
    """A known agency that a dash or a bar parts from the place or the day before it."""
    dash = _DASH_BETWEEN.match(head, at)
    if dash is None or _has(found, _Sort.AGENCY) or found[-1].sort is _Sort.BRACKETS:
        return None
    if match := _BRACKETS.match(head, dash.end()):
        inside = match[1]
        if inside and (agency_of(inside) or (found[-1].sort is _Sort.PLACE and inside.isupper())):
            return _Piece(_Sort.BRACKETS, inside, dash.end(), match.end(), "(")
        if inside and (parted := re.fullmatch(r"(.{3,30}?) - (.+)", inside)) and _is_day(parted[2]):
            return _Piece(_Sort.BRACKETS, inside, dash.end(), match.end(), "(")
        return None
    return _bare_agency(head, dash.end(), after_day=found[-1].sort is _Sort.DAY)


def _place_behind_agency(head: str, at: int) -> list[_Piece]:
    """What follows an agency that comes first, `(ANSA) - ROMA, 12 MAR -`, if it is a place."""
    start = dash.end() if (dash := _DASH_BETWEEN.match(head, at)) else at + (head[at : at + 1] == " ")
    place = _place_at(head, start, further=False)
    if place is None:
        return []
    pieces = [place]
    match = _BETWEEN.match(head, place.end)
    day = _day_at(head, match.end()) if match else None
    if day is not None:
        pieces.append(day)
    closed = _ENDS.match(head, pieces[-1].end)
    return pieces if closed and (day is not None or (dash and _capitals(place.text))) else []


def _judged(head: str, pieces: list[_Piece], at: int, loose: bool) -> Head | None:
    """The dateline that the pieces make, if they make one."""
    ends = _ENDS.match(head, at) or (_STROKE.match(head, at) if "/" in head[:at] else None)
    mark = ends[0].strip(" .।") if ends else ""
    dashed = bool(mark)
    after = ends.end() if ends else at
    opens = head[after:].lstrip()[:1]
    place, day, agency, bracketed = _told(pieces)
    if agency is None and place and (parted := _agency_closing(place)) and dashed:
        place, agency = parted
        if place is None and not (opens.isupper() and len(mark.strip("-—–")) == 0):
            return None
    if agency and place is None and bracketed and agency.split(",")[0].casefold() in CITIES:
        # `(Leipzig) - Von ...`, as German press offices write
        place, agency = agency, None
        bracketed = loose = loose and dashed
    known = agency is not None and _known(agency)

    def made() -> Head:
        start, end = pieces[0].start, pieces[-1].end
        text = head[start:end].strip()
        return Head(text, place, agency, day.strip(" ,.") if day else None, start, max(after, end))

    if agency is not None:
        stopped = dashed or bool(_STOP.match(head, at))
        if known and not bracketed and stopped:
            return made()
        if known and bracketed:
            # `The Associated Press (AP) said` names the agency, and begins no story of its
            begins = not opens.isalpha() or not opens.islower()
            return (
                made()
                if dashed or (begins and not (place and agency_of(place)) and (place or day or at < 16))
                else None
            )
        if not place:
            plain = mark in ("—", "–", "-", "--") and opens.isupper()
            return made() if loose and plain and _desk_like(agency) else None
        if (dashed or (day and stopped)) and _place_like(place):
            if _agency_like(agency) and (loose or day or _capitals(place)):
                return made()
            if day and not re.search(r"\s", agency):
                return made()
        return None
    if not place or not _place_like(place) or "\n" in head[pieces[0].start : after]:
        return None
    if day:
        named = any(c.isalpha() for c in day)
        return made() if dashed and named and pieces[0].sort is _Sort.PLACE else None
    if pieces[0].sort is _Sort.BRACKETS:
        return made() if loose else None
    if mark.strip("-—–―") == "" and mark:
        wide = "—" in mark or "–" in mark or "--" in mark or head[at : at + 1] in " ."
        spaced = (opens.isupper() or not opens.isalpha()) and opens != "" and wide
        set_off = mark != "-" or head[after - 1 : after] == " " or head[at : at + 1] in " ."
        if (
            set_off
            and not opens.islower()
            and (_capitals(place) or (loose and spaced and _short_place(place)))
        ):
            return made()
    if mark == ":" and head[after - 1 : after] == " ":
        # `Oslo, Norway:` is a place before a colon, `Verdict:` is not
        towns = [town.strip() for town in place.split(",")]
        with_country = len(towns) > 1 and len(place) < 40 and all(town[:1].isupper() for town in towns)
        if (loose and (_capitals(place) or place.casefold() in CITIES)) or (with_country and opens.isupper()):
            return made()
    if loose and _SENTENCE.match(head, at) and _short_place(place):
        # German papers: `Berlin. Der Bundestag ...`; only a single word is safe
        if " " not in place and "," not in place and len(place) > 2:
            return made()
    return None


def _told(pieces: list[_Piece]) -> tuple[str | None, str | None, str | None, bool]:
    """Place, day and agency of the pieces, and whether the agency stands in brackets or between strokes.

    Brackets behind a place that are not the last say where it lies: `Halle (Saale) (dpa)`.
    """
    day = next((piece.text for piece in pieces if piece.sort is _Sort.DAY), None)
    named = [n for n, piece in enumerate(pieces) if piece.sort is _Sort.PLACE]
    agencies = [n for n, piece in enumerate(pieces) if piece.sort in (_Sort.AGENCY, _Sort.BRACKETS)]
    place = None
    if named:
        first = pieces[named[0]]
        place = first.text
        aside = named[0] + 1
        if aside in agencies and pieces[aside].sort is _Sort.BRACKETS and agencies[-1] != aside:
            place = f"{first.text} {_bracketed(pieces[aside])}"
    if not agencies:
        return place, day, None, False
    chosen = pieces[agencies[-1]]
    agency = re.sub(r"^[Кк]орр\.\s*", "", chosen.text)
    if (parted := re.fullmatch(r"(.{3,30}?) - (.+)", agency)) and _is_day(parted[2]):
        agency, day = parted[1], parted[2]
    return place, day, agency, chosen.sort is _Sort.BRACKETS


def _bracketed(piece: _Piece) -> str:
    return f"[{piece.text}]" if piece.mark == "[" else f"({piece.text})"


def _agency_closing(place: str) -> tuple[str | None, str] | None:
    """`Hong Kong CNN` parted into town and agency, `CNN` alone into none and the agency."""
    words = place.split(" ")
    for count in (3, 2, 1):
        if count <= len(words) and "," not in (name := " ".join(words[-count:])) and agency_of(name):
            before = " ".join(words[:-count]).strip(" ,")
            return (before or None), name
    return None


def _known(agency: str) -> bool:
    """Whether brackets hold an agency's name, alone, with its partner (`dpa/lno`) or with its desk (`CNN Business`)."""
    if agency_of(agency):
        return True
    parts = re.split(r"[/,]| via ", agency)
    return len(parts) > 1 and agency_of(parts[0]) is not None


def _is_day(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text.lower())
    if any(word in MONTHS for word in words) and re.search(r"\d", text):
        return all(
            word in MONTHS or word in WEEKDAYS or word in ("de", "st", "nd", "rd", "th", "er")
            for word in words
        )
    return bool(re.fullmatch(r"\d{1,2}[./]\d{1,2}\.?(?:\s*\d{4})?", text.strip()))


def _place_like(place: str) -> bool:
    words = re.findall(r"[^\W\d_]+", place.casefold())
    if not words or len(place) > 60 or words[0] in _COMMONPLACE:
        return False
    return not (len(words) == 1 and (len(words[0]) < 3 or words[0] in ("new", "old")))


def _short_place(place: str) -> bool:
    first = re.split(r"[,/]", place)[0].split()
    return len(first) <= 3 and not any(word.lower() in _COMMONPLACE for word in (first[0], first[-1]))


def _capitals(place: str) -> bool:
    """Whether the town is in capitals, as the Associated Press writes it; the state after it need not be."""
    town = re.split(r"[,/]", place)[0]
    letters = [c for c in town if c.isalpha()]
    return len(letters) >= 3 and all(c.isupper() for c in letters)


def _agency_like(name: str) -> bool:
    """Whether what stands in brackets may be a desk or station: `WABC`, `HawaiiNewsNow`, `ABC 33/40`, `CBS Local`."""
    words = name.split()
    return (
        len(words) <= 5
        and ":" not in name
        and any(c.isalpha() for c in name)
        and all(word[:1].isupper() or word[:1].isdecimal() or word in ("and", "of", "the") for word in words)
        and words[0].casefold() not in _COMMONPLACE - {"fox"}
    )


def _desk_like(name: str) -> bool:
    """Whether brackets that open a story hold whose it is, `(NewsNation)`, and no word to the reader."""
    words = [word.casefold() for word in name.split()]
    return (
        _agency_like(name) and len(words) <= 4 and _COMMONPLACE.isdisjoint({*words} - {"fox", "news", "the"})
    )


def _east_asian(head: str) -> Head | None:
    for pattern in (_CHINESE, _KOREAN, _JAPANESE, _JAPANESE_TOWN):
        match = pattern.match(head)
        if not match:
            continue
        agency = match["agency"] or None
        day = match.groupdict().get("day")
        place = match["place"]
        if pattern is _CHINESE:
            if writer := _CHINESE_WRITER.match(head):
                place = (place or "")[len(writer["name"]) :] or None
            if not agency and not place:
                continue
        if agency and not agency_of(agency):
            if pattern is _KOREAN or not place:
                continue
            agency = None if len(agency) > 8 else agency
        if pattern is _KOREAN and match["via"]:
            agency = f"{match['via']}={agency}"
        if pattern is _JAPANESE and place and not agency:
            for name in _GLUED:
                if place.endswith(name) and len(place) > len(name):
                    place, agency = place[: -len(name)], name
        if pattern is _JAPANESE and not (agency and agency_of(agency)) and not day:
            # 【東京】 alone names a place; 【写真】 and the like do not
            if not place or place in _NOT_PLACES or place.isascii():
                continue
            if head[0] not in "【［[" or agency:
                continue
        return _made(match, place, agency, day)
    return None


def _arabic(head: str) -> Head | None:
    match = _ARABIC.match(head)
    if match is None:
        return None
    agency = match["agency"] or match["agency2"] or match["agency3"] or match["agency4"]
    if not agency_of(agency or "") and not match["agency"]:
        return None
    return _made(match, match["place"] or match["place2"], agency, match["day"])


def _made(match: re.Match[str], place: str | None, agency: str | None, day: str | None) -> Head:
    place = place.strip(" ,") if place else None
    text = match["text"].strip()
    return Head(text, place or None, agency.strip() if agency else None, day.strip(" ,.") if day else None,
                match.start("text"), match.end())  # fmt: skip
