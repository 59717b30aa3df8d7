"""The language a story is in: what its page declares, unless the story's own words clearly say otherwise."""

import re

from ..text.languages import language_of
from .drafts import Draft

_NEAR_LANGUAGES = (
    {"no", "nb", "nn", "da"}, {"hr", "sr", "bs", "sh"}, {"id", "ms"}, {"cs", "sk"}, {"ru", "uk", "be", "bg"},
    {"es", "gl", "ca", "pt"}, {"nl", "af"}, {"zu", "xh"}, {"de", "lb"}, {"hi", "mr", "ne"}, {"fa", "ar", "ps", "ur"},
    {"zh", "yue"},
)  # fmt: skip


def find_language(draft: Draft) -> tuple[str | None, str | None]:
    """The story's language as a two- or three-letter code, and what is declared, as it stands there."""
    told = draft.declared.all("language")
    by_html = next((d for d in told if d.where == "html lang"), None)
    chosen = by_html or (told[0] if told else None)
    declared = chosen.value if chosen else None
    said = _language_code(declared) if declared else None
    seen = language_of(draft.text)
    if seen is None and not draft.text:
        seen = language_of(" ".join(part.block.text for part in draft.parts[:80]))
    if seen and seen[1] >= 0.5 and seen[0] != said:
        if said is None or _outweighs(seen[0], said, len(draft.text)):
            draft.note("language", seen[0], "text", None, True, "the text's own words say so")
            if chosen and said:
                why = "the text is in another language"
                draft.note("language", said, chosen.where, chosen.source, False, why)
            return seen[0], declared
    if chosen and said:
        why = "declared, and the text does not speak against it"
        draft.note("language", said, chosen.where, chosen.source, True, why)
    return said or (seen[0] if seen else None), declared


def _language_code(value: str) -> str | None:
    match = re.match(r"\s*([a-zA-Z]{2,3})(?:[-_]|\s*$)", value)
    return match[1].lower() if match else None


def _outweighs(seen: str, said: str, length: int) -> bool:
    """Whether the text's look outweighs what is declared: not between near relatives, not on a few words."""
    return length > 300 and not any(seen in near and said in near for near in _NEAR_LANGUAGES)
