"""What a download from a newspaper database says of its article, in the fields that it names."""

from ..record import Declaration, Declared, Layout

_FIELDS = {
    "field-headline": "headline",
    "field-byline": "author",
    "field-source": "publisher",
    "field-section": "section",
    "field-language": "language",
    "field-deck": "description",
}
_PREFIXES = ("by ", "von ", "par ", "por ")
_LANGUAGES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "spanish": "es",
    "español": "es",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "dutch": "nl",
}


def find_fields(layout: Layout) -> Declared:
    """The declarations of a text whose blocks bear the tags of a database's fields; none for any other text."""
    found: list[Declaration] = []
    moment = ""
    for block in layout.blocks:
        if block.tag == "field-day" or (block.tag == "field-time" and moment):
            moment = f"{moment} {block.text}".strip()
            if block.tag == "field-time":
                found = [d for d in found if d.field != "published"]
            found.append(Declaration("published", moment, block.tag, block.source))
            continue
        field = _FIELDS.get(block.tag)
        if field is None:
            continue
        value = block.text
        if field == "author":
            value = next((value[len(p) :] for p in _PREFIXES if value.lower().startswith(p)), value)
            value = value.split(",")[0].strip()
        elif field == "language":
            value = _LANGUAGES.get(value.casefold(), "")
        elif field == "publisher":
            value = value.split("(")[0].strip()
        if field == "headline":
            found.append(Declaration("kind", "NewsArticle", block.tag, block.source))
        if value:
            found.append(Declaration(field, value, block.tag, block.source))
    return Declared(tuple(found))
