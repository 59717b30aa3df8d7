"""How well sources are taken to speakers, and what is found of people, and whether that is as good as it was.

    python quality/speakers.py [--setting fast|best] [--misses]

Scored on the articles with hand-made speakers, in six folds: the ranker of pronouns that reads an article was
trained without it. The fast name tagger and the encoder's names were trained on none of these articles.
The spans of the attributions are given. The script ends in failure when a figure falls below its floor.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter

import paths
import speaker_gold
from training import pronouns

from onrecord.encoding import encode
from onrecord.entities import find_entities, resolve_speakers
from onrecord.entities.pronouns import Ranker
from onrecord.record import Act, Attribution, AttributionKind, Entity, EntityKind, Span
from onrecord.record.encoded import NameSpan

FLOORS = {
    "speakers": 90.5,
    "pronouns": 92.0,
    "left unnamed": 98.2,
    "age": 99.5,
    "roles, overlap": 88.5,
    "affiliations, overlap": 76.2,
}
FOLDS = 6


def given(text: str, spans: list[dict], entities: tuple[Entity, ...]) -> list[str | None]:
    """The speakers of attributions whose spans are given."""

    def parts(value: list) -> tuple[Span, ...]:
        return tuple(Span(*x) for x in value)

    asked = [
        Attribution(
            parts(s["source"]) or None, parts(s["cue"]) or None, parts(s["content"]),
            AttributionKind.DIRECT, Act.SPEECH, None, None, 1.0, "",
        )
        for s in spans
    ]  # fmt: skip
    return [a.speaker for a in resolve_speakers(text, asked, entities)]


def people(entities: tuple[Entity, ...]) -> list[dict]:
    """People with what was found of them, as the scorer takes them."""
    return [
        {"name": e.name, "age": e.age, "roles": list(e.roles), "affiliations": list(e.affiliations)}
        for e in entities
        if e.kind is EntityKind.PERSON
    ]


def rankers(articles: list[dict]) -> dict[str, Ranker]:
    """For each article a ranker that was trained without it."""
    texts = pronouns.told_texts()
    base = Ranker(pronouns.fit(pronouns.choices([t for t in texts if t.corpus == "gum"], None)))
    data, extra = pronouns.choices(texts, base), pronouns.silver()
    names = sorted(a["id"] for a in articles)
    out = {}
    for fold in range(FOLDS):
        held = set(names[fold::FOLDS])
        weights = pronouns.fit([c for c in data if c.document not in held] + extra)
        out |= {name: Ranker(weights) for name in held}
    return out


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--setting", default="fast", choices=["fast", "best"])
    ap.add_argument("--misses", action="store_true")
    a = ap.parse_args()
    paths.need_data()
    score = speaker_gold.scorer()
    articles = speaker_gold.articles()
    ranked = rankers(articles)
    spoken: Counter = Counter()
    stated: Counter = Counter()
    misses: list = []
    for article in articles:
        text = article["text"]
        names: tuple[NameSpan, ...] | None = encode(text, "best").names if a.setting == "best" else None
        entities = find_entities(text, names, ranker=ranked[article["id"]])
        if article["attributions"]:
            spans = [
                {k: score.as_spans(x[k]) for k in ("source", "cue", "content")}
                for x in article["attributions"]
            ]
            speakers = given(text, spans, entities)
            told = [s | {"speaker": v} for s, v in zip(spans, speakers, strict=True)]
            score.score_speakers(article, told, spoken, misses)
        score.score_people(article, people(entities), stated, misses)
    speaker, person = score.report(spoken), score.report(stated)["people"]
    forms = speaker["speaker by form"]
    figures = {
        "speakers": 100 * speaker["speaker, named"]["accuracy"],
        **{f"  {form}": 100 * forms[form]["accuracy"] for form in forms if forms[form]["of"]},
        "left unnamed": 100 * speaker["left unnamed"]["accuracy"],
        "age": 100 * person["age, exact"]["F1"],
        **{k: 100 * person[k]["F1"] for k in ("roles, exact", "roles, overlap")},
        **{k: 100 * person[k]["F1"] for k in ("affiliations, exact", "affiliations, overlap")},
    }
    figures["pronouns"] = figures.pop("  pronoun")
    for name, value in figures.items():
        print(f"{name:26}{value:6.1f}   floor {FLOORS.get(name, 0):.1f}")
    if a.misses:
        for miss in misses:
            print("  ", *miss, sep=" | ")
    low = [name for name, floor in FLOORS.items() if figures[name] < floor]
    if low:
        print("below the floor: " + ", ".join(low), file=sys.stderr)
        raise SystemExit(1)


if __name__ == "__main__":
    main()
