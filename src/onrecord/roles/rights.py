"""Whether a line claims rights."""

import re

_CLAIMS = (
    "opyright", "OPYRIGHT", "(c)", "(C)", "ights", "IGHTS", "echte", "roits", "erechos", "iritti", "ireitos",
    "ättigheter", "ettigheter", "ettigheder", "prawa", "práva", "hakları", "版权", "無断", "无断", "무단",
)  # fmt: skip


def may_claim(text: str) -> bool:
    """Whether any word of a claim of rights stands in a line; the quick look before the careful one."""
    return "©" in text or any(word in text for word in _CLAIMS)


def is_copyright(text: str) -> bool:
    """Whether a line claims rights; a menu's word `Copyright` and a picture's credit do not."""
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
