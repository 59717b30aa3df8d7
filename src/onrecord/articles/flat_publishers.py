"""Whose page flat text was: the name that it prints as the site's own, in more than one way.

A page without its mark-up declares nothing. What is left are the claim of rights, the title that ends with the site's
name, menus and buttons that call the site by its name (`About Harbour Daily`, `Harbour Daily on Facebook`), the credit of
its own photographers, and the name alone in the first lines. One such sign may be another's: a writer's, an owner's.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from ..languages.site_lines import FORMS, NAMED, NAMED_LOOSELY, NO_NAMES
from ..record import Role, Span
from .agencies import agencies_in, is_picture_service
from .drafts import Draft
from .headlines import SEPARATOR, folded

_NAME = r"(?P<name>(?:the |der |die |das |le |la |el |il )?[^\W_][\w.’'&+-]*(?: [\w’'&+.-]+){0,4}?)"
_PHRASES = [re.compile(piece.format(name=_NAME) + r"\)?[.:!]?", re.I) for piece in NAMED]
_LOOSE = [re.compile(piece.format(name=_NAME) + r"[.:!]?", re.I) for piece in NAMED_LOOSELY]
_SAYS_RIGHTS = re.compile(
    r"©|copyright|rights|rechte|droits|derechos|diritti|direitos|riproduzione|reproduc|prawa|licen[cs]|hakları|права|حقوق|版权|版權|無断|/|\bprint\b",
    re.I,
)
_RESERVED = re.compile(
    r"(?:19|20)\d\d|reserved|vorbehalten|réservés|reservados|riservati|voorbehouden|zastrzeżone", re.I
)
_CLAIM = re.compile(
    r"(?:©|\(c\)|copyright|ⓒ)[\s©]*(?:\(c\)\s*)?(?:by |of |the copyright of )?(?:(?:19|20)\d\d)?(?:\s?[-–—]\s?(?:(?:19|20)\d\d|present))?[\s,.|:–-]*(?:by )?(?P<name>[^\W\d_][^|©,;()]{1,60})",
    re.I,
)
_CLAIM_BEFORE = re.compile(r"^(?P<name>[^\W\d_][\w .’'&-]{2,50}?)\s*(?:©|\(c\)|copyright)", re.I)
_YEAR_FIRST = re.compile(
    r"^\W*(?:19|20)\d\d (?P<name>[^\W\d_][\w .’'&-]{2,50}?)[.,] (?:all|alle|tous|todos|tutti)\b", re.I
)
_TAIL = re.compile(
    r"[\s,.–—|-]*(?:(?:all|alle|tous|todos|tutti|alla|wszelkie) (?:rights?|rechte|droits|los derechos|derechos|i diritti|os direitos|direitos|rättigheter|prawa).*"
    r"|a division of .*|an? .{3,40}(?:company|newspaper|site)\b.*|is a .*|is not responsible.*|powered by.*|proudly powered.*|(?:19|20)\d\d.*|print (?:footer|header) logo.*|may not be.*|the \w+ is not.*)$",
    re.I,
)
_FORM = re.compile(rf"(?:[\s,.&-]+(?:{FORMS}))+\.?$", re.I)
_NUMBER = re.compile(r"\s[\d.]+$")
_DOMAIN = re.compile(
    r"(?:www\.)?([\w-]{4,40})\.(?:com|net|org|de|at|ch|fr|es|it|nl|be|se|no|dk|pl|cz|pt|ie|in|co\.\w\w|com\.\w\w)",
    re.I,
)
_CREDIT = re.compile(r"/\s?(?P<name>[^\W\d_a-zß-ÿ][\w’'&-]*(?: [\w’'&-]+){0,3})\W*$")
_PICTURE = re.compile(
    r"\b(?:photo(?:graph|graphy)?|picture|image|foto(?:grafie)?|bild|crédit|imagen|imagem)s?(?: by)?\s?:",
    re.I,
)
_HEAD = 5
"""Lines at the top of a page among which the site's name stands alone."""
_LONGEST_NAME = 40
_ENOUGH = 2
_WEIGHTS = {
    "title": 2.0,
    "claim": 2.5,
    "loose": 0.5,
    "sign": 0.5,
    "address": 0.75,
    "alone at the head": 0.25,
    "alone at the foot": 0.25,
}
"""How much a sign is worth; others one. A headline's line that ends with the name is enough, and so is a claim of rights by a name
without a company's form. Set so that no name of a section comes up on 200 pages of five collections."""
_MANY = 4
"""Lines that a name begins from which on it names what the house has."""


@dataclass(slots=True)
class _Candidate:
    """A name, the ways in which it is printed as the site's, and how often each wording of it is."""

    signs: set[str] = field(default_factory=set)
    wordings: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    where: Span | None = None


def find_printed_publisher(draft: Draft, headline: str | None, writers: tuple[str, ...]) -> str | None:
    """The site's name as it is printed, with the reason noted; None where no name is printed as the site's own."""
    found: dict[str, _Candidate] = defaultdict(_Candidate)
    for name, sign, where in _signs(draft, headline or ""):
        clean = _clean(name)
        key = _key(clean)
        if _may_be_name(clean, key, writers):
            one = found[key]
            one.signs.add(sign)
            one.wordings[clean] += 1
            one.where = one.where or where
    _support(draft, found)
    ranked = sorted(found.items(), key=lambda item: (-_weight(item[1]), len(item[0])))
    if not ranked or _weight(ranked[0][1]) < _ENOUGH:
        return None
    key, one = ranked[0]
    for longer, other in ranked:
        # `BBC News` on a page of the BBC: as many lines call it so
        if (
            longer != key
            and longer.startswith(key)
            and sum(sign.startswith("line") for sign in other.signs) > 1
        ):
            one = other
            break
    name = next((said for said in one.wordings if said.startswith("The ")), None) or max(
        one.wordings, key=lambda said: (said[0].isupper(), one.wordings[said], not said.isupper())
    )
    told = ", ".join(sorted(one.signs))
    draft.note("publisher", name, "printed", one.where, True, f"printed as the site's own name: {told}")
    return name


def _weight(one: _Candidate) -> float:
    return sum(_WEIGHTS.get(sign, 1.0) for sign in one.signs)


def _signs(draft: Draft, headline: str) -> Iterator[tuple[str, str, Span]]:
    """Each name that a line of the page gives as the site's, the sign by which, and the line."""
    title = folded(headline)
    for part in draft.parts:
        text = part.block.text
        if len(text) > 400:
            continue
        where = part.block.source
        if part.role is Role.COPYRIGHT or ("©" in text and part.role not in (Role.CAPTION, Role.CREDIT)):
            for name, sign in _claims(text):
                yield name, sign, where
        if part.span is not None or len(text) > 160:
            continue
        if title and len(text) > len(headline) and (end := _title_end(text, title)):
            yield end, "title", where
        if (part.role in (Role.CAPTION, Role.CREDIT) or _PICTURE.search(text)) and (
            credit := _CREDIT.search(text)
        ):
            if not is_picture_service(credit["name"]):
                yield credit["name"], "credit", where
        if len(text) <= 70:
            for number, phrase in enumerate(_PHRASES):
                if (said := phrase.fullmatch(text)) is not None:
                    yield said["name"], f"line {number}", where
            for phrase in _LOOSE:
                if (said := phrase.fullmatch(text)) is not None:
                    yield said["name"], "loose", where


def _claims(text: str) -> Iterator[tuple[str, str]]:
    reserved = _RESERVED.search(text) is not None
    for pattern in (_CLAIM, _CLAIM_BEFORE, _YEAR_FIRST):
        for match in pattern.finditer(text):
            name = _NUMBER.sub("", _TAIL.sub("", match["name"]).strip(" .,-–|"))
            bare = _FORM.sub("", name)
            if bare != name:
                yield bare, "owner"
            else:
                yield name, "claim" if reserved else "sign"


def _title_end(text: str, title: str) -> str | None:
    """What stands behind the headline in the page's title."""
    places = list(SEPARATOR.finditer(text))
    if not places or not folded(text).startswith(title):
        return None
    last = places[-1]
    end = text[last.end() :]
    return end if len(end.split()) < 6 and folded(text[: last.start()]).startswith(title) else None


def _clean(name: str) -> str:
    name = name.strip(" .,-–|:’'\"")
    return re.sub(
        r"^(?:by|the|folgen? sie|folge|follow) (?-i:(?=[A-Z]))",
        lambda m: "The " if m.group() in ("The ", "THE ") else "",
        name,
        flags=re.I,
    )


def _key(name: str) -> str:
    if domain := _DOMAIN.fullmatch(name):
        name = domain[1]
    return folded(name).removeprefix("the")


def _may_be_name(name: str, key: str, writers: tuple[str, ...]) -> bool:
    words = name.casefold().split()
    if not 1 < len(key) <= _LONGEST_NAME or not words or all(word in NO_NAMES for word in words):
        return False
    if not any(c.isupper() for c in name) and name.isascii() and not _DOMAIN.fullmatch(name):
        return False
    if _SAYS_RIGHTS.search(name) or len(words) > 6:
        return False
    if agencies_in(name) and len(words) < 4:
        return False
    return key not in {folded(writer) for writer in writers}


def _support(draft: Draft, found: dict[str, _Candidate]) -> None:
    """Add what other lines say for the names found: the name alone at the head or the foot, its address, its owner's name."""
    begun: Counter[str] = Counter()
    top = draft.headline_at if draft.headline_at >= 0 else draft.first
    for n, part in enumerate(draft.parts):
        text = part.block.text
        if len(text) > _LONGEST_NAME + 10 or part.span is not None:
            continue
        key = _key(text.strip())
        one = found.get(key)
        if one is not None:
            if _DOMAIN.fullmatch(text.strip()):
                one.signs.add("address")
            else:
                one.signs.add(
                    "in the first lines"
                    if n < _HEAD
                    else "alone at the head"
                    if n < top
                    else "alone at the foot"
                )
                one.wordings[text.strip()] += 1
        begun.update(
            key for key in {_key(" ".join(text.split()[:size])) for size in (1, 2, 3)} if key in found
        )
    for key, one in found.items():
        if begun[key] >= _MANY and _weight(one) >= 1:
            one.signs.add("begins many lines")
    for key, one in found.items():
        for other, owner in found.items():
            if other != key and other.startswith(key) and len(key) > 2 and {"owner", "claim"} & owner.signs:
                one.signs.add("in the owner's name")
