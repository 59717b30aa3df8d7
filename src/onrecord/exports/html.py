"""The reading as one page to open in a browser: the parts beside the source they stand in, and who said what.

Choosing a part or a fact lights the stretch of the source that yields it, choosing a statement its words, its
speaker and the word of saying. The page needs nothing from elsewhere, runs no script of the saved page, and works
without any script at all: what is chosen is the fragment of its own address.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from importlib.resources import files
from itertools import pairwise

from onrecord.record import Article, Evidence, Page, Part, Reading, Role, Span

from .telling import day_and_time, speaker, words

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
        f"<style>{_style()}{_lights(reading)}</style></head><body>",
        f'<main{"" if page else " class=alone"}><section class="reading">',
        *_head(reading, title, page is not None),
        *_story(reading, page is not None),
        *_statements(reading),
        *_rivals(reading, page is not None),
        *_set_aside(article, page is not None),
        f"<footer>{escape(_made(reading))}</footer>",
        "</section>",
    ]
    if page is not None:
        source = _source(article, page.source)
        lines += ['<section class="source" aria-label="The saved page’s source" tabindex="0">']
        lines += ["<h2>The saved page’s source</h2>"]
        # The line break after <pre> is not part of what it holds.
        lines += [f'<pre dir="auto">\n{source}</pre></section>']
    return "\n".join([*lines, "</main></body></html>"]) + "\n"


def _style() -> str:
    return (files(__package__) / "html.css").read_text(encoding="utf-8")


def _made(reading: Reading) -> str:
    return f"sha256 {reading.page.sha256} · read by onrecord {reading.readers}"


def _lights(reading: Reading) -> str:
    """Style rules: a part that is chosen lights up on both sides, a statement in the story with who says it."""
    rules = []
    for i, part in enumerate(reading.article.blocks):
        if part.role not in _ASIDE:
            rules.append(
                f"body:has(#source-{i}:target) #part-{i}{{background:var(--lit);--faint:var(--ink)}}"
            )
    for i in range(len(reading.attributions)):
        chosen = f"body:has(#statement-{i}:target)"
        for letter, colour in (("s", "said-by"), ("c", "cue"), ("t", "said")):
            rules.append(f"{chosen} .{letter}{i}{{background:var(--{colour})}}")
        rules.append(f"{chosen} #listed-{i}{{position:sticky;bottom:0;border-color:var(--ink);")
        rules.append("background:var(--said)}")
    return "".join(rules)


def _head(reading: Reading, title: str, linked: bool) -> Iterable[str]:
    """The headline and the facts, each with the place in the source that it was believed from."""
    article = reading.article
    yield f'<header><p class="kind">{escape(str(article.kind))}</p><h1 dir="auto">{escape(title)}</h1>'
    if article.deck:
        yield f'<p class="deck" dir="auto">{escape(article.deck)}</p>'
    if not article.is_article:
        yield f'<p class="why">Not an article: {escape(article.kind_reason)}.</p>'
    facts = (
        ("By", "bylines", ", ".join(byline.name for byline in article.bylines)),
        ("Agency", "agency", article.agency),
        ("Publisher", "publisher", article.publisher),
        ("Section", "section", article.section),
        ("Published", "published", article.published and day_and_time(article.published)),
        ("Updated", "modified", article.modified and day_and_time(article.modified)),
        ("Dateline", "dateline", article.dateline and article.dateline.text),
        ("Language", "language", article.language),
        ("Address", "url", reading.address),
    )
    believed: dict[str, int] = {}
    for number, evidence in enumerate(article.evidence):
        if evidence.believed and _has_place(evidence, reading.page.length):
            believed.setdefault(evidence.field, number)
    yield '<dl class="facts">'
    for name, field, value in facts:
        if value:
            shown, at = escape(value), believed.get(field)
            if linked and at is not None:
                why = escape(f"{article.evidence[at].where}: {article.evidence[at].reason}")
                shown = f'<a href="#{_place(article, at)}" title="{why}">{shown}</a>'
            yield f"<dt>{name}</dt><dd><bdi>{shown}</bdi></dd>"
    yield "</dl></header>"


def _story(reading: Reading, linked: bool) -> Iterable[str]:
    """The story's parts in the order of the page, the text with its statements marked."""
    hint = "Choose a part’s name to light it in the source" if linked else "The story, part by part"
    said = ", or underlined words to see who says them" if reading.attributions else ""
    yield f'<h2>The story</h2><p class="hint">{hint}{said}.</p>'
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
    words_ = f'<div class="words" dir="auto">{shown}</div>'
    return f'<div class="part {part.role}" id="part-{number}"><div class="role">{name}</div>{words_}</div>'


def _marked(span: Span, reading: Reading) -> str:
    """A stretch of the text; each run of it says of which statements it is the source, the cue or the
    content. Where the words of a statement begin stands its anchor."""
    edges = {span.start, span.end}
    pieces: list[tuple[Span, str]] = []
    begins: dict[int, list[int]] = {}
    for i, a in enumerate(reading.attributions):
        if span.start <= a.content[0].start < span.end:
            begins.setdefault(a.content[0].start, []).append(i)
        for letter, spans in (("s", a.source), ("c", a.cue), ("t", a.content)):
            for each in spans or ():
                if each.meets(span):
                    pieces.append((each, f"{letter}{i}"))
                    edges |= {max(each.start, span.start), min(each.end, span.end)}
    out = []
    places = sorted(edges)
    for start, end in pairwise(places):
        out += [f'<span class="anchor" id="statement-{i}"></span>' for i in begins.get(start, ())]
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
        unrun = [stage.why for stage in reading.stages if stage.name == "attributions" and not stage.run]
        if unrun and unrun[0]:
            yield f'<h2>Who said what</h2><p class="hint">Not looked for: {escape(unrun[0])}.</p>'
        return
    yield "<h2>Who said what</h2>"
    text = reading.article.text
    shown = [part.span for part in reading.article.blocks if part.span and part.role not in _ASIDE]
    for i, a in enumerate(reading.attributions):
        cue = words(a.cue, text)
        told = " · ".join(
            part for part in (str(a.kind), str(a.act), cue and f"“{cue}”", f"{a.confidence:.0%}") if part
        )
        who = escape(speaker(a, reading) or "(no source)")
        content = escape(words(a.content, text) or "")
        at = a.content[0].start
        here = "" if any(span.start <= at < span.end for span in shown) else f' id="statement-{i}"'
        yield (
            f'<div class="statement" id="listed-{i}" dir="auto"><a{here} href="#statement-{i}"><b>{who}</b> '
            f'<span class=t>{content}</span></a> <span class="how">{escape(told)}</span></div>'
        )


def _rivals(reading: Reading, linked: bool) -> Iterable[str]:
    """Every value that was in the running, what the page declares and what it prints."""
    article = reading.article
    if not article.evidence:
        return
    rivals = sum(not evidence.believed for evidence in article.evidence)
    yield f"<details><summary>Where each fact comes from; {rivals:,} rival value{'s' * (rivals != 1)}</summary><table>"
    for number, evidence in enumerate(article.evidence):
        mark = "✓" if evidence.believed else "✗"
        where = escape(evidence.where)
        if linked and _has_place(evidence, reading.page.length):
            where = f'<a href="#{_place(article, number)}">{where}</a>'
        yield (
            f"<tr><th>{mark} {escape(evidence.field)}</th><td dir=auto>{escape(evidence.value[:400])}"
            f'<div class="how">{where}: {escape(evidence.reason)}</div></td></tr>'
        )
    yield "</table></details>"


def _set_aside(article: Article, linked: bool) -> Iterable[str]:
    aside = [(i, part) for i, part in enumerate(article.blocks) if part.role in _ASIDE]
    if aside:
        yield f"<details><summary>Set aside: {len(aside):,} blocks that are no part of the story</summary>"
        for i, part in aside:
            yield _part(i, part, escape(part.block.text), linked)
        yield "</details>"


def _has_place(evidence: Evidence, length: int) -> bool:
    """Whether evidence points at a place in the source worth lighting, and not at (nearly) all of it."""
    return evidence.source is not None and 2 * (evidence.source.end - evidence.source.start) < length


def _place(article: Article, number: int) -> str:
    """The name of the stretch of source that a piece of evidence stands in; several share one."""
    wanted = article.evidence[number].source
    first = next(n for n, evidence in enumerate(article.evidence) if evidence.source == wanted)
    return f"evidence-{first}"


def _source(article: Article, source: str) -> str:
    """The source as it is, the stretch of each part and of each fact marked; of what overlaps one in the
    other."""
    parts = article.blocks
    first, last = 0, len(source)
    if len(source) > _LONGEST:
        kept = [part.block.source for part in parts if part.role not in _ASIDE]
        first = max(0, min((s.start for s in kept), default=0) - _MARGIN)
        last = min(len(source), first + _LONGEST)
    named = [(part.block.source, f"source-{i}", str(part.role)) for i, part in enumerate(parts)]
    facts = {
        evidence.source: (evidence.source, f"evidence-{i}", evidence.field)
        for i, evidence in reversed(list(enumerate(article.evidence)))
        if evidence.source is not None and _has_place(evidence, len(source))
    }
    spans = sorted(
        (one for one in [*facts.values(), *named] if first <= one[0].start < last),
        key=lambda one: (one[0].start, -one[0].end),
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

    for span, name, what in spans:
        close_until(span.start)
        end = min(span.end, open_[-1] if open_ else last)
        if end <= span.start or span.start < at:
            continue
        out.append(escape(source[at : span.start], quote=False))
        out.append(f'<mark id="{name}" title="{escape(what)}">')
        at = span.start
        open_.append(end)
    close_until(last)
    out.append(escape(source[at:last], quote=False))
    return "".join(out)
