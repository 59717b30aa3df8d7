"""START HERE. Reads one page: the whole pipeline, and the calls that the outside uses."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path

from . import __version__
from .articles import assemble
from .blocks import locate, shows_little, split_blocks
from .declared import find_declared, find_fields, find_script_story
from .errors import MissingExtraError
from .markup import parse
from .models.roles import RoleModel, load_role_model
from .models.trees import NO_CHOOSERS, Choosers, load_choosers
from .record import (
    Annotations,
    Article,
    Attribution,
    Declared,
    Entity,
    Form,
    Outcome,
    Page,
    Reading,
    Reason,
    Span,
    Stage,
    Timex,
    Unread,
)
from .record.encoded import Encoded
from .roles import assign_roles
from .sources.pages import page_from, unopened

_NO_LANGUAGE = "the text's language is not known"


@dataclass(frozen=True, slots=True)
class Models:
    """The models that reading uses, as values: the role models, the choosers, and the language models' setting.

    `setting` is `best` (the transformer encoder, where its packages are installed), `fast` or None for none.
    """

    html: RoleModel
    flat: RoleModel
    setting: str | None
    choosers: Choosers = NO_CHOOSERS


@cache
def default_models(setting: str | None = "best") -> Models:
    """The shipped models, loaded once."""
    return Models(load_role_model("html"), load_role_model("flat"), setting, load_choosers())


def read(
    source: str | bytes | Page,
    url: str | None = None,
    saved: datetime | None = None,
    *,
    name: str | None = None,
    models: Models | None = None,
) -> Outcome:
    """Read a saved page (bytes or text, HTML or flat), or say why it cannot be read.

    Gives a `Reading` or, for a page that cannot be read, an `Unread` with its reason; no page makes it raise.
    `url` is the page's address and `saved` when it was captured, where the caller knows them: relative ages
    ("1 day ago") and pages that do not tell their address are read with their help. `name` is what the page
    is called in messages. `models` are `default_models()` where none are given: `default_models("fast")`
    reads some ten times quicker, `default_models(None)` leaves out who said what.

    Spans of blocks are into the decoded source (`page_from(source).source`), all others into
    `reading.article.text`; both count Unicode code points from 0, end not included.
    """
    models = models or default_models()
    page = _page(source, url, saved, name)
    if isinstance(page, Unread):
        return page
    article = _article(page, models)
    if isinstance(article, Unread):
        return article
    entities, times, attributions, stages = _annotate(
        article.text, article.published, article.language, models.setting
    )
    return Reading(page.origin, article, entities, times, attributions, stages, __version__)


def read_file(path: str | Path, url: str | None = None, saved: datetime | None = None) -> Outcome:
    """Read a saved page from a file, also compressed or MHTML; as `read` else.

    A file that does not exist or may not be read gives an `Unread` too, with reason `not_found` or
    `no_permission`.
    """
    path = Path(path)
    try:
        source = path.read_bytes()
    except OSError as error:
        return unopened(str(path), error)
    return read(source, url, saved, name=str(path))


def read_article(
    source: str | bytes | Page,
    url: str | None = None,
    saved: datetime | None = None,
    *,
    name: str | None = None,
    models: Models | None = None,
) -> Article | Unread:
    """The story and its parts alone, without language models: the fast road.

    Arguments as of `read`. Gives an `Article`, whose `kind` says whether the page holds a story at all, or an
    `Unread`. Roles come from a model over the blocks of the page, described in `docs/decisions`.
    """
    page = _page(source, url, saved, name)
    return page if isinstance(page, Unread) else _article(page, models or default_models(None))


def annotate(
    text: str,
    date: date | datetime | None = None,
    language: str | None = None,
    *,
    models: Models | None = None,
) -> Annotations:
    """Who, what and when in text that is already an article's; spans are into `text` as given.

    `date` is the day the text was published, against which "on Friday" is resolved; without it such times stay
    open. `language` is the text's code ("en"), found from the text when not given. `stages` of the answer says
    which stages were run, and why another was not: a language that a stage does not know is no error.

    Attributions are those of PARC3 (Pareti 2012) and PolNeAR (Newell et al. 2018), times are TIMEX3 of TimeML
    (ISO 24617-1).
    """
    if language is None:
        from .text.languages import language_of

        found = language_of(text)
        language = found[0] if found else None
    setting = (models or default_models()).setting
    entities, times, attributions, stages = _annotate(text, date, language, setting)
    return Annotations(text, language, entities, times, attributions, stages)


def source_spans(article: Article, span: Span, page: Page) -> tuple[Span, ...]:
    """Where in the page's source a span of the article's text stands: a span for each block it touches.

    `page` must be the page that the article was read from. Empty where the span touches no block of it.
    """
    found = []
    for part in article.blocks:
        if part.span is not None and part.span.meets(span):
            inside = Span(max(span.start, part.span.start), min(span.end, part.span.end)).shifted(
                -part.span.start
            )
            found.append(locate(part.block, inside, page.source, page.origin.form))
    return tuple(found)


def _page(
    source: str | bytes | Page, url: str | None, saved: datetime | None, name: str | None
) -> Page | Unread:
    if isinstance(source, Page):
        return source
    return page_from(source, url=url, saved=saved, name=name)


def _article(page: Page, models: Models) -> Article | Unread:
    flat = page.origin.form is Form.FLAT
    if flat:
        layout = split_blocks(page)
        declared = find_fields(layout)
    else:
        tree = parse(page.source)
        declared = find_declared(tree, page.source, page.origin.url)
        layout = split_blocks(page, declared)
        if (
            not declared.first("body")
            and shows_little(layout)
            and (story := find_script_story(tree, declared))
        ):
            declared = Declared(declared.declarations + story)
            layout = split_blocks(page, declared)
    if not layout.blocks:
        return Unread(Reason.NO_TEXT, f"{page.origin.name or 'the page'} holds no text to read.", page.origin)
    roles = assign_roles(layout, declared, models.flat if flat else models.html, flat)
    return assemble(roles.parts, layout, declared, page, roles.view, models.choosers)


def _annotate(
    text: str, day: date | datetime | None, language: str | None, setting: str | None
) -> tuple[tuple[Entity, ...], tuple[Timex, ...], tuple[Attribution, ...], tuple[Stage, ...]]:
    """The language stages, each with a word on whether it was run."""
    from . import attributions as saying
    from . import encoding, entities, times

    code = language.lower().split("-")[0] if language else None
    stages: list[Stage] = []

    def runs(name: str, languages: Collection[str]) -> bool:
        why = None
        if setting is None:
            why = "the language models were not asked for"
        elif not text.strip():
            why = "there is no text"
        elif code is None:
            why = _NO_LANGUAGE
        elif code not in languages:
            why = f"{language} is not among the languages it knows ({', '.join(sorted(languages))})"
        stages.append(Stage(name, why is None, why))
        return why is None

    encoded = None
    if runs("encoding", encoding.LANGUAGES):
        assert setting is not None
        encoded, note = _encoded(text, setting)
        stages[-1] = Stage("encoding", True, note)
    found: tuple[Entity, ...] = ()
    if runs("entities", entities.LANGUAGES):
        found = entities.find_entities(text, encoded.names if encoded else None, code)
    when = times.find_times(text, day, code or "") if runs("times", times.LANGUAGES) else ()
    said: tuple[Attribution, ...] = ()
    if runs("attributions", saying.LANGUAGES):
        said = saying.find_attributions(text, encoded, code)
        said = entities.resolve_speakers(text, said, found)
    return found, when, said, tuple(stages)


def _encoded(text: str, setting: str) -> tuple[Encoded, str]:
    """What the language models find, by the setting asked for or, where that cannot run here, the fast one."""
    from .encoding import encode

    encoded = encode(text, setting)
    if encoded.setting == setting:
        return encoded, f"{setting} setting"
    return encoded, f"{encoded.setting} setting: {MissingExtraError(f'the {setting} one', 'language')}"
