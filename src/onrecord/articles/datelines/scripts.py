"""Datelines of the scripts that write them otherwise: Chinese, Japanese, Korean, Arabic, Hindi."""

import re

from ...languages.datelines import GLUED_AGENCIES, NO_PLACES_EAST_ASIAN
from ..agencies import agency_of
from .heads import Head

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


def find_in_other_scripts(head: str) -> Head | None:
    """The dateline that a paragraph in one of them begins with."""
    first = head[0]
    if first in "【［[（(" or "\u3040" <= first <= "\u9fff" or "\uac00" <= first <= "\ud7a3":
        return _chinese(head) or _korean(head) or _japanese(head) or _japanese_town(head)
    if "\u0900" <= first <= "\u097f":
        match = _HINDI.match(head)
        known = match and agency_of(match["agency"])
        return _made(match, match["place"], match["agency"], match["day"]) if match and known else None
    return _arabic(head) if "\u0621" <= first <= "\u064a" else None


def _chinese(head: str) -> Head | None:
    match = _CHINESE.match(head)
    if match is None:
        return None
    agency, place = match["agency"], match["place"]
    if writer := _CHINESE_WRITER.match(head):
        place = (place or "")[len(writer["name"]) :] or None
    if not place and not (agency and agency_of(agency)):
        return None
    return _made(match, place, agency, match["day"])


def _korean(head: str) -> Head | None:
    match = _KOREAN.match(head)
    if match is None or not agency_of(match["agency"]):
        return None
    agency = f"{match['via']}={match['agency']}" if match["via"] else match["agency"]
    return _made(match, match["place"], agency, None)


def _japanese(head: str) -> Head | None:
    match = _JAPANESE.match(head)
    if match is None:
        return None
    agency, place, day = match["agency"], match["place"], match["day"]
    if place and not agency:
        for name in GLUED_AGENCIES:
            if place.endswith(name) and len(place) > len(name):
                place, agency = place[: -len(name)], name
    if not (agency and agency_of(agency)) and not day:
        # 【東京】 alone names a place; 【写真】 and the like do not
        if not place or place in NO_PLACES_EAST_ASIAN or place.isascii() or agency or head[0] not in "【［[":
            return None
    return _made(match, place, agency, day)


def _japanese_town(head: str) -> Head | None:
    match = _JAPANESE_TOWN.match(head)
    if match is None or not (match["place"] or agency_of(match["agency"])):
        return None
    return _made(match, match["place"], match["agency"], None)


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
