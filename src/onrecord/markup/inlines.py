"""The inline elements inside a block: which of its words stand in one, and what it is called."""

from turbohtml import TokenType, tokenize

_VOID = frozenset({"br", "img", "wbr", "input", "source", "hr", "meta", "link"})


def inline_pieces(source: str) -> list[tuple[str, str]]:
    """The runs of text in a piece of mark-up, each with the tags, classes and itemprops round it."""
    pieces: list[tuple[str, str]] = []
    around: list[tuple[str, str]] = []
    for token in tokenize(source):
        if token.type == TokenType.TEXT:
            text = " ".join((token.data or "").split())
            if text:
                pieces.append((text, " ".join(words for _, words in around)))
        elif token.type == TokenType.START_TAG:
            tag = token.tag or ""
            if tag not in _VOID and not token.self_closing:
                words = [tag]
                words.extend(
                    value for key, value in token.attrs or () if key in ("class", "itemprop") and value
                )
                around.append((tag, " ".join(words)))
        elif token.type == TokenType.END_TAG:
            for place in range(len(around) - 1, -1, -1):
                if around[place][0] == token.tag:
                    del around[place:]
                    break
    return pieces
