"""onrecord puts the news on record.

It reads saved news pages and says what each part is, who said what, and where in the page it stands.

    import onrecord

    reading = onrecord.read_file("page.html")       # a Reading, or an Unread that says why there is none
    article = onrecord.read_article(html)           # the parts alone: the fast road
    found = onrecord.annotate(text)                 # who, what and when in text that is already an article's
    archive = onrecord.open_archive("news.onrecord")

`import onrecord` is instant: parser and models are loaded when something is first read.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .archive import Archive
    from .errors import OnrecordError
    from .keeping import open_archive
    from .reading import Models, annotate, read, read_article, read_file
    from .record import Annotations, Article, Attribution, Entity, Outcome, Page, Reading, Span, Timex, Unread

__version__ = "0.1.0"

__all__ = [
    "Annotations",
    "Archive",
    "Article",
    "Attribution",
    "Entity",
    "Models",
    "OnrecordError",
    "Outcome",
    "Page",
    "Reading",
    "Span",
    "Timex",
    "Unread",
    "__version__",
    "annotate",
    "open_archive",
    "read",
    "read_article",
    "read_file",
]

_HOMES = {
    "Archive": "archive",
    "open_archive": "keeping",
    "OnrecordError": "errors",
    "Models": "reading",
    "annotate": "reading",
    "read": "reading",
    "read_article": "reading",
    "read_file": "reading",
}
"""Where a public name lives; the others are nouns, in `record`."""


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for, so that the import itself costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f".{_HOMES.get(name, 'record')}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, *globals()])
