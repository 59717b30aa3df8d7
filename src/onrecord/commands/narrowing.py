"""The options by which `search` and `export` narrow an archive, the same for both."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

_OPTIONS = (
    click.option("--speaker", metavar="NAME", help="Said by somebody of this name, or part of it."),
    click.option(
        "--person", type=int, metavar="NUMBER", help="Of this person across articles (see --what people)."
    ),
    click.option("--kind", type=click.Choice(["direct", "indirect", "mixed"]), help="Kind of attribution."),
    click.option("--site", help="Printed on this site, e.g. gazette.example; several with commas."),
    click.option("--agency", help="Of this news agency, by its name or its letters."),
    click.option("--section", help="In this section."),
    click.option("--language", metavar="CODE", help="In this language, e.g. en."),
    click.option("--from", "since", metavar="DAY", help="From this day on (2022, 2022-05, 2022-05-21)."),
    click.option("--to", "until", metavar="DAY", help="Up to this day, it included."),
    click.option("--story", type=int, metavar="NUMBER", help="Printings of this story."),
)


def narrowed(command: Callable[..., None]) -> Callable[..., None]:
    """Gives a command the narrowing options, as one dictionary `filters` of those that were used."""
    names = ("speaker", "person", "kind", "site", "agency", "section", "language", "since", "until", "story")

    @wraps(command)
    def with_filters(**given: Any) -> None:
        filters = {name: given.pop(name) for name in names}
        command(filters={name: value for name, value in filters.items() if value is not None}, **given)

    made: Callable[..., None] = with_filters
    for option in reversed(_OPTIONS):
        made = option(made)
    return made
