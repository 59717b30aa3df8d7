"""The reading as one page to open in a browser: the parts beside the source they stand in, and who said what.

Choosing a part lights the stretch of the source that yields it, choosing a statement its words, its speaker
and the word of saying. The page needs nothing from elsewhere, runs no script of the saved page, and works
without any script at all: what is chosen is the fragment of its own address.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from itertools import pairwise

from onrecord.record import Article, Attribution, Page, Part, Reading, Role, Span

from .telling import iso, speaker, words

_ASIDE = frozenset({Role.FURNITURE, Role.RELATED, Role.SPONSORED, Role.COMMENT})
_LONGEST = 2_000_000
"""Code points of source that a browser shows without trouble; of a longer one the part with the story is
shown."""
_MARGIN = 2_000


def render(reading: Reading, page: Page | None = None) -> str:
    """The whole page. Without `page` there is no source beside the parts."""
    article = reading.article
    title = article.headline or reading.page.name or "A page"
    lines = [
        "<!doctype html>",
        f'<html lang="{escape(article.language or "en")}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        f"<title>{escape(title)} · onrecord</title>",
        f"<style>{_style()}{_lights(reading.attributions)}</style></head><body>",
        *_head(reading, title),
        f'<main{"" if page else " class=alone"}><section class="reading">',
        "<h2>The story</h2>",
        *_story(reading, page is not None),
        *_statements(reading),
        *_set_aside(article, page is not None),
        "</section>",
    ]
    if page is not None:
        source = _source(article.blocks, page.source)
        lines += ['<section class="source" aria-label="The saved page’s source"><h2>The source</h2>']
        # The line break after <pre> is not part of what it holds.
        lines += [f"<pre>\n{source}</pre></section>"]
    return "\n".join([*lines, "</main></body></html>"]) + "\n"


def _style() -> str:
    return (files(__package__) / "html.css").read_text(encoding="utf-8")


def _lights(attributions: Sequence[Attribution]) -> str:
    """Style rules: when a statement is chosen, its pieces in the story light up."""
    rules = []
    for i in range(len(attributions)):
        for letter, colour in (("s", "said-by"), ("c", "cue"), ("t", "said")):
            rules.append(f"body:has(#statement-{i}:target) .{letter}{i}{{background:var(--{colour})}}")
    return "".join(rules)


def _head(reading: Reading, title: str) -> Iterable[str]:
    article = reading.article
    facts = [
        ", ".join(byline.name for byline in article.bylines), article.agency, article.publisher,
        iso(article.published), article.section, reading.address,
    ]  # fmt: skip
    yield f"<header><h1>{escape(title)}</h1>"
    if article.deck:
        yield f"<p>{escape(article.deck)}</p>"
    yield f'<p class="facts">{" · ".join(escape(fact) for fact in facts if fact)}</p>'
    made = f"{article.kind} · sha256 {reading.page.sha256} · onrecord {reading.readers}"
    yield f'<p class="facts">{escape(made)}</p>'
    yield "</header>"


def _story(reading: Reading, linked: bool) -> Iterable[str]:
    """The story's parts in the order of the page, the text with its statements marked."""
    for i, part in enumerate(reading.article.blocks):
        if part.role not in _ASIDE:
            marked = _marked(part.span, reading) if part.span else escape(part.block.text)
            yield _part(i, part, marked, linked)


def _part(number: int, part: Part, shown: str, linked: bool) -> str:
    role = escape(part.role.replace("_", " "))
    why = escape(f"{part.reason} ({part.confidence:.0%})")
    name = (
        f'<a href="#source-{number}" title="{why}">{role}</a>'
        if linked
        else f'<span title="{why}">{role}</span>'
    )
    words_ = f'<div class="words" id="part-{number}">{shown}</div>'
    return f'<div class="part {part.role}"><div class="role">{name}</div>{words_}</div>'


def _marked(span: Span, reading: Reading) -> str:
    """A stretch of the text; each run of it says of which statements it is the source, the cue or the
    content."""
    edges = {span.start, span.end}
    pieces: list[tuple[Span, str]] = []
    for i, a in enumerate(reading.attributions):
        for letter, spans in (("s", a.source), ("c", a.cue), ("t", a.content)):
            for each in spans or ():
                if each.meets(span):
                    pieces.append((each, f"{letter}{i}"))
                    edges |= {max(each.start, span.start), min(each.end, span.end)}
    out = []
    places = sorted(edges)
    for start, end in pairwise(places):
        names = [name for each, name in pieces if each.start <= start and end <= each.end]
        run = escape(reading.article.text[start:end])
        if not names:
            out.append(run)
            continue
        # The innermost statement is the one that a click means: a quotation inside a report of it.
        chosen = next((name for name in reversed(names) if name[0] == "t"), names[-1])
        out.append(f'<a class="piece {" ".join(names)}" href="#statement-{chosen[1:]}">{run}</a>')
    return "".join(out)


def _statements(reading: Reading) -> Iterable[str]:
    if not reading.attributions:
        return
    yield "<h2>Who said what</h2>"
    text = reading.article.text
    for i, a in enumerate(reading.attributions):
        cue = words(a.cue, text)
        told = " · ".join(
            part for part in (str(a.kind), str(a.act), cue and f"“{cue}”", f"{a.confidence:.0%}") if part
        )
        who = escape(speaker(a, reading) or "Somebody")
        content = escape(words(a.content, text) or "")
        yield (
            f'<p class="statement" id="statement-{i}"><a href="#statement-{i}"><b>{who}</b> '
            f'<span class=t>{content}</span></a> <span class="kind">{escape(told)}</span></p>'
        )


def _set_aside(article: Article, linked: bool) -> Iterable[str]:
    aside = [(i, part) for i, part in enumerate(article.blocks) if part.role in _ASIDE]
    if aside:
        yield f"<details><summary>Set aside: {len(aside):,} blocks that are no part of the story</summary>"
        for i, part in aside:
            yield _part(i, part, escape(part.block.text), linked)
        yield "</details>"


def _source(parts: Sequence[Part], source: str) -> str:
    """The source as it is, the stretch of each part marked; of parts that overlap one in the other."""
    first, last = 0, len(source)
    if len(source) > _LONGEST:
        kept = [part.block.source for part in parts if part.role not in _ASIDE]
        first = max(0, min((s.start for s in kept), default=0) - _MARGIN)
        last = min(len(source), first + _LONGEST)
    spans = sorted(
        ((part.block.source, i) for i, part in enumerate(parts) if first <= part.block.source.start < last),
        key=lambda found: (found[0].start, -found[0].end),
    )
    out: list[str] = []
    open_: list[int] = []  # where the marks that are open end
    at = first

    def close_until(place: int) -> None:
        nonlocal at
        while open_ and open_[-1] <= place:
            end = open_.pop()
            out.append(escape(source[at:end], quote=False) + "</mark>")
            at = end

    for span, i in spans:
        close_until(span.start)
        end = min(span.end, open_[-1] if open_ else last)
        if end <= span.start or span.start < at:
            continue
        out.append(escape(source[at : span.start], quote=False))
        out.append(f'<mark id="source-{i}" title="{escape(parts[i].role)}">')
        at = span.start
        open_.append(end)
    close_until(last)
    out.append(escape(source[at:last], quote=False))
    return "".join(out)
