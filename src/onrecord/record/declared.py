"""What a page says of itself in markup: JSON-LD, microdata, meta tags, OpenGraph."""

from dataclasses import dataclass, field

from .frozen import frozen
from .spans import Span


@frozen
class Declaration:
    """One declared value, as written.

    `field` is our word for it (`headline`, `published`, `author`, ...), `value` the text as declared with
    entities decoded, `where` the place in the markup's own words (`json-ld NewsArticle.datePublished`,
    `meta og:title`), `source` the span of the element that holds it, None where it is the whole page.
    """

    field: str
    value: str
    where: str
    source: Span | None


@dataclass(frozen=True, slots=True)
class Declared:
    """All that a page declares, in order of trust: JSON-LD of the article, microdata, meta, the rest."""

    declarations: tuple[Declaration, ...] = ()
    _by_field: dict[str, tuple[Declaration, ...]] = field(init=False, repr=False, compare=False)
    """A page is asked for some fifty fields, most of them more than once."""

    def __post_init__(self) -> None:
        by_field: dict[str, tuple[Declaration, ...]] = {}
        for declaration in self.declarations:
            by_field[declaration.field] = (*by_field.get(declaration.field, ()), declaration)
        object.__setattr__(self, "_by_field", by_field)

    def all(self, field: str) -> tuple[Declaration, ...]:
        """Every declaration of a field, most trusted first."""
        return self._by_field.get(field, ())

    def first(self, field: str) -> str | None:
        """The most trusted value of a field; None if the page declares none."""
        told = self._by_field.get(field)
        return told[0].value if told else None
