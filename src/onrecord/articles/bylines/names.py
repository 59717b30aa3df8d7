"""What looks like a person's name, in any script."""

import re

from ...languages.bylines import NO_NAMES, PARTICLES
from ...text.words import VOWEL_SIGNS
from .jobs import is_role

NOT_NAMES = re.compile(NO_NAMES, re.I)
_NAME_WORD = re.compile(rf"^(?:[^\W\d_][\w.’'ʼ‘{VOWEL_SIGNS}-]*|[^\W\d_]\.)$")
_ELISION = re.compile(r"[dlo]['’][A-ZÀ-Þ]")
CJK_NAME = re.compile(r"^[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3・\s]{2,20}$")
JAPANESE_PHRASE = re.compile(r"[のをへ]|方は|ログイン|会員|編集部?$")
"""What joins words to a phrase, and what a menu says: a name has none of it."""
_LONGEST_NAME = 60


def is_name(name: str) -> bool:
    """Whether a string looks like a person's name, in any script."""
    if not 2 <= len(name) <= _LONGEST_NAME or any(c.isdecimal() for c in name) or name[-1] in ":!?":
        return False
    if CJK_NAME.match(name):
        return len(name.replace(" ", "")) <= 12 and not JAPANESE_PHRASE.search(name)
    words = name.split()
    if not 1 <= len(words) <= 7:
        return False
    capitals = 0
    for word in words:
        bare = word.strip(",")
        if bare.lower() in PARTICLES:
            continue
        if not _NAME_WORD.match(bare):
            return False
        if bare[0].islower() and not _ELISION.match(bare):
            return False
        capitals += 1
    return (
        capitals > 0
        and not NOT_NAMES.search(name)
        and not name.lower().startswith(("special to", "for the", "our "))
    )


def tidy(name: str) -> str:
    name = re.sub(r"\s+", " ", name).strip(" ,;:|-–—·•")
    return name + "." if name.endswith((" Jr", " Sr")) else name


def is_signature(text: str) -> bool:
    """Whether a line is the full name of one person and nothing else."""
    words = text.split()
    return (
        2 <= len(words) <= 4 and all(len(word) > 1 for word in words) and is_name(text) and not is_role(text)
    )


_ARTICLES = frozenset(
    "der die das den the la le les los las el il lo i gli de het een ein eine un une una".split()
)


def is_cjk_signature(name: str) -> bool:
    return (
        not name.isascii()
        and bool(CJK_NAME.match(name))
        and 3 <= len(name.replace(" ", "")) <= 6
        and is_name(name)
    )


def is_strange(name: str, story: str, page: str) -> bool:
    """Whether a name is told of nowhere: neither the story nor another line of the page has its last word by itself.

    Those whom the story tells of stand under their pictures, and the words of menus come back.
    """
    words = name.split()
    if len(words) < 2:
        return name not in story and page.count(name) <= 3
    if words[0].casefold() in _ARTICLES or sum(word[0].isupper() for word in words) < 2:
        return False
    last = re.compile(rf"(?<!\w){re.escape(words[-1])}(?!\w)")
    if last.search(story.replace(name, "")) or story.count(name) > 1:
        return False
    return len(last.findall(page.replace(name, ""))) <= 1
