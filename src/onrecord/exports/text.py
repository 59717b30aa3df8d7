"""The story as plain text: headline, deck, who and when, then the text as it stands."""

from onrecord.record import Page, Reading


def render(reading: Reading, page: Page | None = None) -> str:
    """Headline, deck, byline and date, a blank line between each, then the article's text."""
    article = reading.article
    by = ", ".join(byline.name for byline in article.bylines)
    head = [
        article.headline,
        # a deck that counts as text begins it
        None
        if any(part.span and part.block.text == article.deck for part in article.blocks)
        else article.deck,
        " · ".join(
            part for part in (by, article.agency, article.published and article.published.isoformat()) if part
        ),
    ]
    return "\n\n".join(part for part in [*head, article.text] if part) + "\n"
