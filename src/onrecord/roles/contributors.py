"""Whether a line says who else took part in the reporting."""

import re

_REPORTING = re.compile(
    r"contribut(?:ed|ing)\b|\breporting by\b|\bediting by\b|additional (?:reporting|writing|research)|\bwith (?:files|reporting|inputs?) from\b|inputs from|compiled by|mit (?:material|informationen|agenturmaterial)|mitarbeit|\bmit (?:dpa|afp|reuters|ap|epd)\b|avec (?:afp|reuters|ap|agences)|ont contribué|a contribué|con información de|con agencias|com (?:informações|agências)|contribuy|contribui|colabor|collaborat|материал|матеріал|met medewerking|wykorzystaniem",
    re.I,
)
_MONEY = re.compile(
    r"contribut(?:ed|ing) (?:to (?:the|his|her|a|an|its|their) (?!report|story|article|piece|content)|\$|€|£|\d)",
    re.I,
)


def is_contributor(text: str, inside: bool) -> bool:
    match = _REPORTING.search(text)
    if not match or _MONEY.search(text):
        return False
    if not inside:
        return True
    lower = text.lower()
    if "contribut" in match[0].lower():
        return (
            bool(
                re.search(
                    r"contribut\w+ (?:\w+ ){0,2}?(?:to|reporting|from)\b.{0,40}\b(?:report|story|article|piece|reporting|content|dispatch|post)\b|contributed reporting|contributed from",
                    lower,
                )
            )
            and len(text) < 300
        )
    return match.start() < 40 or text[:1] in "(["
