"""Where each thing is found: the paths of the pages."""

from urllib.parse import quote, urlencode

from ..asking import Asked


def article_href(article: int, statement: str | None = None) -> str:
    """A story's page, with a statement lit in it if one is named."""
    return f"/articles/{article}" + (f"?said={quote(statement)}" if statement else "")


def statement_href(key: str) -> str:
    """A statement's page: its permanent link."""
    return f"/statements/{quote(key)}"


def person_href(person: int | None) -> str | None:
    """A person's page, if the archive knows them across stories."""
    return None if person is None else f"/people/{person}"


def saved_href(article: int, **lights: object) -> str:
    """The saved page with something lit in it."""
    return f"/articles/{article}/saved" + (f"?{urlencode(lights)}#lit" if lights else "")


def export_href(asked: Asked, form: str) -> str:
    """Where the results can be had in another form."""
    return f"/export?{urlencode([('format', form), *asked.but().pairs()])}"
