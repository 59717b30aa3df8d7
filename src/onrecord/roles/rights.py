"""Whether a line claims rights."""

import re

from ..languages.agencies import ANY_NAME
from ..languages.editors_lines import rights as lines
from .phrases import Findings

_FORBIDS = Findings(lines.FORBIDS)
_CLAIMS = Findings((lines.CLAIMS,))
_THE_LAW = re.compile(lines.THE_LAW)
_MENU_WORDS = re.compile(lines.MENU_WORDS, re.I)
# `(c) AFP`, `©NTB`, `© SZ/dpa`
_SIGN = re.compile(
    rf"\W*(?:\([cC]\)|©|ⓒ)\s?(?:(?:19|20)\d\d )?(?:[\w .-]{{2,20}}/)?(?:{ANY_NAME})(?:[/ ](?:{ANY_NAME}))?\W*"
)


def may_claim(text: str) -> bool:
    """Whether any word of a claim of rights stands in a line; the quick look before the careful one."""
    if "©" in text:
        return True
    for word in lines.LOOKED_FOR:  # noqa: SIM110  # asked of every line at the foot of a page; `any` takes twice as long
        if word in text:
            return True
    return False


def is_sign(text: str) -> bool:
    """Whether a line is an agency's name behind the sign of rights and nothing else."""
    return len(text) < 60 and _SIGN.fullmatch(text) is not None


def is_copyright(text: str) -> bool:
    """Whether a line claims rights; a menu's word `Copyright` and a picture's credit do not."""
    if _THE_LAW.match(text):
        return False
    if is_sign(text):
        return True
    if len(text) < 200 and _FORBIDS.search(text):
        return True
    if len(text) < 8 or _MENU_WORDS.fullmatch(text):
        return False
    return "©" in text or _CLAIMS.search(text)
