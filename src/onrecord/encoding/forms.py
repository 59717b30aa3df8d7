"""The form under which the fast setting knows a word."""

import re

_DIGIT = re.compile(r"\d")


def form_key(form: str) -> str:
    """A word in lower case, its digits levelled, its apostrophes straight."""
    key = form.lower().replace("’", "'")
    return _DIGIT.sub("0", key)[:24]
