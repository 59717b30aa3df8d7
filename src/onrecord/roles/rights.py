"""Whether a line claims rights."""

import re

from ..languages.agencies import AGENCIES
from ..languages.editors_lines import RIGHTS
from .phrases import Findings

_FORBIDS = Findings(RIGHTS)
_NAMES = "|".join(
    sorted({re.escape(n) for names in AGENCIES.values() for n in names.split("|")}, key=len, reverse=True)
)
# `(c) AFP`, `©NTB`, `© SZ/dpa`
_SIGN = re.compile(
    rf"\W*(?:\([cC]\)|©|ⓒ)\s?(?:(?:19|20)\d\d )?(?:[\w .-]{{2,20}}/)?(?:{_NAMES})(?:[/ ](?:{_NAMES}))?\W*"
)
# `Copyright law protects the songs`: the law, and nobody's claim
_LAW = re.compile(r"\W*(?:Copyright|copyright)s? (?!by|the|of)[a-z](?!.*\d{4})")
_CLAIMS = (
    "opyright", "OPYRIGHT", "(c)", "(C)", "ights", "IGHTS", "echte", "roits", "erechos", "iritti", "ireitos",
    "ättigheter", "ettigheter", "ettigheder", "prawa", "práva", "hakları", "版权", "無断", "无断", "무단", "ⓒ",
    "iproduzione", "IPRODUZIONE", "eproduction", "eproducción", "rohibid", "eprodução", "echten", "права", "版權",
    "转载", "転載", "저작권", "حقوق", "זכויות", "istributed by",
)  # fmt: skip


def may_claim(text: str) -> bool:
    """Whether any word of a claim of rights stands in a line; the quick look before the careful one."""
    if "©" in text:
        return True
    for word in _CLAIMS:  # noqa: SIM110  # asked of every line at the foot of a page; `any` takes twice as long
        if word in text:
            return True
    return False


def is_sign(text: str) -> bool:
    """Whether a line is an agency's name behind the sign of rights and nothing else."""
    return len(text) < 60 and _SIGN.fullmatch(text) is not None


def is_copyright(text: str) -> bool:
    """Whether a line claims rights; a menu's word `Copyright` and a picture's credit do not."""
    if _LAW.match(text):
        return False
    if is_sign(text):
        return True
    if len(text) < 200 and _FORBIDS.search(text):
        return True
    if len(text) < 8 or re.match(
        r"^\W*copyrights?(?: (?:policy|notice|information|infringement|complaints?|policies))?\W*$",
        text,
        re.I,
    ):
        return False
    return "©" in text or bool(
        re.search(
            r"(?:copyright|\(c\)).{0,40}\d{4}|\d{4}.{0,60}(?:copyright|rights)|(?:all|alle|tous|todos|tutti|alla|wszelkie|všechna|tüm).{0,4} ?(?:rights?|rechte|droits|los derechos|i diritti|os direitos|rättigheter|rettigheter|rettigheder|prawa|práva|hakları)|may not be|版权|無断|无断|무단|copyright [A-Z]",
            text,
            re.I,
        )
    )
