"""The headline and the deck of a page: every wording that it has for them, and which is believed."""

import re
from dataclasses import dataclass

from ..models.trees import Trees
from ..record import Declaration, Role
from .drafts import Draft
from .headlines import Title, choose_headline, folded, without_site
from .wordings import Facts, Wording, describe, find_wordings, is_contested

_ORNAMENT = re.compile(r"^(?:[|>»›•*]+\s+)+")


@dataclass(frozen=True, slots=True)
class Titles:
    """The wordings of a page's headline, each without the site's name: those in `told`, most trusted first, and the
    one in print."""

    told: tuple[Declaration, ...]
    declared: tuple[Title, ...]
    printed: Title | None


def find_titles(draft: Draft) -> Titles:
    """What is declared as the headline, the page's title or a second headline, and what stands over the story."""
    told = [d for field in ("headline", "title", "alternative") for d in draft.declared.all(field)]
    values = [d.value for d in told]
    declared = [
        Title(without_site(d.value, draft.sites, [v for v in values if v is not d.value]), d.where)
        for d in told
    ]
    printed = None
    if draft.headline_at >= 0:
        text = draft.parts[draft.headline_at].block.text
        text = without_site(text, draft.sites, [title.text for title in declared])
        printed = Title(_ORNAMENT.sub("", text) or text, "printed")
    return Titles(tuple(told), tuple(declared), printed)


def rule_headline(draft: Draft, titles: Titles) -> tuple[str | None, int, str]:
    """The headline by rules, its place among the declared ones (-1 for the printed one), and why."""
    first = [t for t, d in zip(titles.declared, titles.told, strict=True) if d.field != "alternative"]
    sure = draft.headline_at >= 0 and draft.parts[draft.headline_at].confidence >= 0.85
    return choose_headline(first, titles.printed, sure)


def weigh_wordings(
    draft: Draft, titles: Titles, ruled: str | None
) -> tuple[list[Wording], list[list[float]]]:
    """Every wording that the page has for its headline, and what speaks for each; no rows where all agree."""
    headings = [
        part.block.text
        for n, part in enumerate(draft.parts)
        if part.block.tag == "h1" and n != draft.headline_at and len(part.block.text) < 300
    ]
    at = draft.parts[draft.headline_at] if titles.printed is not None else None
    h1 = at is not None and at.block.tag == "h1"
    kinds = [d.value for d in draft.declared.all("kind")]
    facts = Facts(draft.sites, draft.url, kinds, at.confidence if at else 0.0, h1, len(headings) + h1)
    told = [d.value for d in titles.told]
    wordings = find_wordings(titles.printed, headings[:4], list(titles.declared), told, ruled or "")
    return wordings, describe(wordings, facts) if is_contested(wordings) else []


def find_headline(draft: Draft, chooser: Trees | None) -> tuple[str | None, str | None, str | None]:
    """The headline, the one in print and the one declared; `chooser` has the last word where the wordings differ."""
    titles = find_titles(draft)
    headline, number, reason = rule_headline(draft, titles)
    if chooser is not None and draft.likely and draft.layout.containers:
        wordings, rows = weigh_wordings(draft, titles, headline)
        if rows:
            scores = [chooser.score(row) for row in rows]
            best = wordings[max(range(len(scores)), key=scores.__getitem__)]
            if "ruled" not in best.said:
                headline, number = best.text, best.number
                reason = "likeliest of the page's wordings, by who has it and what kind of page it is"
    _note_titles(draft, titles, headline, number, reason)
    printed = titles.printed.text if titles.printed else None
    declared = titles.declared[0].text if titles.told and titles.told[0].field != "alternative" else None
    return headline or None, printed, declared


def _note_titles(draft: Draft, titles: Titles, headline: str | None, number: int, reason: str) -> None:
    """Keep every wording; `number` is the place of the believed one among the declared, -1 for none of them."""
    printed_key = None
    if (printed := titles.printed) is not None:
        printed_key = folded(printed.text)
        source = draft.parts[draft.headline_at].block.source
        believed = printed.text == headline or (number < 0 and printed_key == folded(headline or ""))
        why = reason if number < 0 and believed else "printed as well" if believed else "not believed"
        draft.note("headline", printed.text, "printed", source, believed, why)
        if number < 0 and not believed:
            draft.note("headline", headline or "", "printed", None, True, reason)
    seen: set[str] = set()
    for index, (title, declaration) in enumerate(zip(titles.declared, titles.told, strict=True)):
        key = folded(title.text)
        if key in seen:
            continue
        seen.add(key)
        believed = index == number or (number < 0 and key == printed_key)
        why = reason if believed else "another wording is believed"
        draft.note("headline", title.text, title.where, declaration.source, believed, why)


def find_deck(draft: Draft, headline: str | None) -> str | None:
    """The first deck that is not the headline once more."""
    for part in draft.of(Role.DECK):
        if folded(part.block.text) != folded(headline or ""):
            draft.note("deck", part.block.text, "printed", part.block.source, True, part.reason)
            return part.block.text
    return None
