"""What sort of act a cue names: speech, writing, thought, expectation, judgement, intention."""

import re
from functools import cache

from ..languages.saying import ACT_FORMS, ACTS
from ..record import Act

_WORD = re.compile(r"[^\W\d_]+")
_VOWELS = frozenset("aeiou")


def act_of(cue: str) -> Act:
    """The act that the words of a cue name: that of the first word we know."""
    forms = _forms()
    found = [forms[word] for word in _WORD.findall(cue.lower()) if word in forms]
    if not found:
        return Act.OTHER
    # In "said in a letter" and "expected to say" the first word decides; words that only carry another
    # ("made a statement", "has asked") are not among the forms.
    return found[0]


@cache
def _forms() -> dict[str, Act]:
    forms: dict[str, Act] = {}
    for name, words in ACTS.items():
        for word in words.split():
            for form in (word, *inflected(word)):
                forms.setdefault(form, Act(name))
    for name, words in ACT_FORMS.items():
        for word in words.split():
            forms[word] = Act(name)
    return forms


def inflected(verb: str) -> tuple[str, ...]:
    """The regular forms of an English verb."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    s = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    doubled = verb[-1:] in "bdglmnprt" and verb[-2:-1] in _VOWELS and verb[-3:-2] not in _VOWELS
    if doubled:
        return s, verb + verb[-1] + "ed", verb + verb[-1] + "ing", verb + "ed", verb + "ing"
    return s, verb + "ed", verb + "ing"
