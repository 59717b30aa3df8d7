"""Whether a line says who else took part in the reporting."""

import re

from ..languages.agencies import AGENCIES
from ..languages.editors_lines import CONTRIBUTED, WITH, WORKED
from .phrases import Openings

_CAPITAL = r"(?-i:(?=[\W_]*(?:the |our |de |van |von |d’)?(?:[^\W\d_a-zß-öø-ÿ]|agenc)))"
_REPORTING = re.compile(
    rf"contribut(?:ed|ing)\b|\breporting by {_CAPITAL}|\bediting by {_CAPITAL}|additional (?:reporting|writing|research)|\bwith (?:files|reporting|inputs?) from {_CAPITAL}"
    r"|inputs from|compiled by|mit (?:material|informationen|agenturmaterial)\b(?! über)|mitarbeit|\bmit (?:dpa|afp|reuters|ap|epd)\b|avec (?:afp|reuters|ap|agences)|ont contribué|a contribué|con información de|con agencias|com (?:informações|agências)|contribuy|contribui|colabor|collaborat|материал|матеріал|met medewerking|wykorzystaniem",
    re.I,
)
_MONEY = re.compile(
    r"contribut(?:ed|ing) (?:to (?:the|his|her|a|an|its|their) (?!report|story|article|piece|content)|\$|€|£|\d)",
    re.I,
)
_OPENS = Openings(CONTRIBUTED)
_WORKED = Openings(WORKED)
_WORK = re.compile(
    r"\b(?:edit\w*|redigiert|édité|édition|editado|edición|edição|editor\w*|reporting|writing|escrito|traduit|übersetzt|tradu\w+|translated|version française|editör|in redazione|compiled|produced)\b",
    re.I,
)
_NAMES = "|".join(
    sorted({re.escape(n) for names in AGENCIES.values() for n in names.split("|")}, key=len, reverse=True)
)
# `mit dpa`, `avec l’AFP et Reuters`, `Le Courrier avec AFP`: nothing but the agencies behind the word
_WITH_AGENCIES = re.compile(
    rf"(?:[\W_]{{0,4}}|[^.!?\n]{{2,40}}\s)(?i:{'|'.join(WITH)})(?:\s(?:the|den|der|les|l[’']|la|le)|\sl[’'])?\s?(?:(?:{_NAMES}|(?i:agence(?:s|n|y|ies)?|agencias|agências|agenzie|agenturen))(?:\s?[,/&+]\s?|\s(?:and|und|et|y|e|en|och|og|i)\s|\s|$|[)\].])+)+\W*$"
)
_PERSON = (
    r"(?-i:[^\W\d_a-zß-öø-ÿ][\w.’'-]*(?: (?:(?:de|la|van|von|der|al|bin) )*[^\W\d_a-zß-öø-ÿ][\w.’'-]*){0,3})"
)
_AND = r"(?:,? and |, |; )"
_PLACE = rf"{_PERSON}(?:, {_PERSON})?"
# `Quill reported from Oslo, Lund from Bergen and Park from Paris.`
_REPORTED_FROM = re.compile(
    rf"[\W_]{{0,4}}(?:[\w’' ]{{0,30}}(?:reporters?|writers?|correspondents?) )?{_PERSON}(?:{_AND}{_PERSON})* reported from {_PLACE}(?:{_AND}(?:(?:{_PERSON}(?:{_AND}{_PERSON})* )?(?:reported )?from )?{_PLACE})*\.?(?=$|\s[A-Z])"
)
_USED = re.compile(
    r"[\W_]{0,4}(?:(?:some )?(?:material|information|reporting|data|interviews|content|video|quotes) (?:from|by|in) .{2,80} (?:was|were) used in (?:this|the)\b"
    r"|this (?:report|story|article|piece) (?:also )?(?:includes?|contains?|uses?|used|incorporates|draws on|features|was (?:prepared|written|produced|compiled|reported) with) .{0,40}\b(?:information|material|reporting|contributions?|files?|inputs?|help)\b.{0,20} (?:from|by|of)\b"
    r"|information from\s*:)",
    re.I,
)
_PART_TAKEN = re.compile(
    r"contribut\w+ (?:\w+ ){0,2}?(?:to|reporting|from)\b.{0,40}\b(?:report|story|article|piece|reporting|content|dispatch|post)\b|contributed (?:reporting|research|writing|photos)|contributed from"
)
# `AP writer Mara Quill contributed.`, `NBC News’ Mara Quill contributed.`
_CONTRIBUTED = re.compile(
    rf"[\W_]{{0,4}}(?:[\w’'.,& ]{{0,60}}\b(?:writers?|reporters?|journalists?|producers?|correspondents?|researchers?|editors?) )?{_PERSON}.{{0,160}}\bcontributed(?: (?:research|reporting|writing|photos|photography|graphics|data analysis|translations?)(?: from [^.]{{2,40}})?)?\W*$"
)
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL = frozenset(_WORDS.findall(" ".join(CONTRIBUTED + WORKED).lower())) | frozenset(
    """and the an of in at for to by from with on also this report story article und die der das den im aus bei et les des du
    de la le en dans y el los las desde este esta di da do dos das na no em het een van uit och og i w z и в с dpa epd sda afp
    journalistes correspondant correspondante correspondants notre nos version periodistas contribuyeron contribuyó despacho reporte nota artículo colaboraron
    agencies agency staff newsroom wire services rédaction editors desk wenden sie sich rückfragen""".split()
)


def opens_as_contributor(text: str, at_end: bool) -> bool:
    """Whether a line begins, or is as a whole, what a contributor line is in one of many languages.

    Elsewhere than `at_end` of the story a single `Edited by` may speak of a book.
    """
    if len(text) > 420:
        return False
    if _OPENS.match(text) or (
        _WORKED.match(text)
        and (text[0] in "([" or (at_end and _WORK.search(text[:12])) or len(_WORK.findall(text)) > 1)
    ):
        words = _WORDS.findall(text)
        strays = len([word for word in words if word.islower() and word not in _SMALL])
        return strays <= 1 + len(words) // 8
    if len(text) < 90 and _WITH_AGENCIES.match(text):
        return True
    if "reported from" in text and len(text) < 300 and _REPORTED_FROM.match(text):
        return True
    if "ontribut" in text[-60:] and len(text) < 260 and _CONTRIBUTED.match(text):
        return True
    return _USED.match(text) is not None


def is_contributor(text: str, inside: bool) -> bool:
    """Whether a line that bears a mark of it says who else took part; `inside` the story it must say so plainly."""
    match = _REPORTING.search(text)
    if not match or _MONEY.search(text):
        return False
    if not inside:
        return True
    lower = text.lower()
    if "contribut" in match[0].lower():
        return bool(_PART_TAKEN.search(lower)) and len(text) < 300
    return match.start() < 40 or text[:1] in "(["
